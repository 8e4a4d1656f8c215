package event

import (
	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/dep"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// bodyParts are nouns for what of somebody is found, saved or struck in the place of
// the whole person.
var bodyParts = words("body remains corpse life head face neck throat chest back stomach arm leg hand")

// hurtful are the types of event in which what is done to a part of somebody is
// done to the person.
var hurtful = words("ASSAULT x-life x-disaster AID")

// whole is who undergoes what is done to token i: whose body or life it is, where
// the word names nobody itself, "his body was recovered", "save the lives of the
// crew".
func (f *finder) whole(c, i int) int {
	if i == doc.None || f.mention[i] != doc.None && f.d.Mentions[f.mention[i]].Head == i || !hurtful[f.events[c].Type] || !bodyParts[f.tree.Lemma(i)] {
		return i
	}
	if p := f.tree.Child(i, "nmod:poss"); p != doc.None {
		return p
	}
	if of := f.tree.Oblique(i, "of"); of != doc.None {
		return of
	}
	return i
}

// lostSubject is what stands right before a passive that has no subject by the tree:
// "late last night two of the managers were arrested".
func (f *finder) lostSubject(v int) int {
	be := f.tree.Child(v, "aux:pass")
	if be == doc.None || f.tree.Is(v, "acl", "conj", "advcl", "xcomp") || f.tree.Child(v, "nsubj", "csubj", "expl") != doc.None {
		return doc.None
	}
	for k := be - 1; k >= 0 && f.tree.Token(k).Sent == f.tree.Token(v).Sent; k-- {
		if f.tree.Token(k).UPOS == "AUX" || f.tree.Token(k).UPOS == "ADV" || f.tree.Token(k).UPOS == "PART" {
			continue
		}
		m := f.mention[k]
		if m == doc.None || f.d.Mentions[m].Last != k+1 || f.d.Mentions[m].Type == doc.Pronoun || f.timex[k] != doc.None {
			return doc.None
		}
		return f.d.Mentions[m].Head
	}
	return doc.None
}

// bereft makes who loses what is their own the one who undergoes it: "lost her job",
// "lost a leg".
func (f *finder) bereft(v int, frame *dep.Frame) {
	o := f.tree.Child(v, "obj")
	if f.tree.Lemma(v) != "lose" || frame.Passive || o == doc.None || frame.Agent == doc.None {
		return
	}
	switch f.tree.Lemma(o) {
	case "job", "life", "home", "leg", "arm", "eye", "limb", "sight", "hearing", "livelihood", "post", "consciousness":
		frame.Patient, frame.Agent = frame.Agent, doc.None
	}
}

// sharedAgent is the agent behind the last of several participles, which is that of
// all: "were shot and wounded by police".
func (f *finder) sharedAgent(v int) int {
	for _, k := range f.tree.Conjuncts(v) {
		if t := f.tree.Token(k); (t.XPOS == "VBN" || t.XPOS == "VBD") && f.tree.Child(k, "nsubj", "obj", "aux") == doc.None {
			if by := f.tree.ByAgent(k); by != doc.None && f.timex[by] == doc.None {
				return by
			}
		}
	}
	return doc.None
}

// aboard adds who is in or behind a vehicle that undergoes something: "turned away
// boats of migrants", "a family whose boat sank".
func (f *finder) aboard(c int, role string, i int) {
	if i == doc.None || f.mention[i] == doc.None || role == "-" || role == "" || side(role) != "patient" {
		return
	}
	noun, ok := lexicon.NounOf(f.tree.Lemma(i))
	if !ok || noun.Kind() != lexicon.Vehicle {
		return
	}
	if of := f.tree.Oblique(i, "of", "with", "carrying"); of != doc.None && f.person(of) {
		f.argue(c, role, of)
	}
	for _, k := range f.tree.Kids(i) {
		if f.tree.Is(k, "acl") && f.tree.Token(k).XPOS == "VBG" && (f.tree.Lemma(k) == "carry" || f.tree.Lemma(k) == "ferry" || f.tree.Lemma(k) == "transport") {
			if o := f.tree.Child(k, "obj"); o != doc.None && f.person(o) {
				f.argue(c, role, o)
			}
		}
	}
	if p := f.tree.Child(i, "nmod:poss"); p != doc.None && f.events[c].Type == "x-disaster" && f.person(p) {
		f.argue(c, role, p)
	}
}

// robbed adds from whom something is taken: "his passport was taken from him".
func (f *finder) robbed(c int) {
	e := &f.events[c]
	if e.Type != "COERCE" && e.Type != "x-crime" {
		return
	}
	switch f.tree.Lemma(e.Token) {
	case "take", "steal", "seize", "confiscate", "rob", "snatch", "extort", "loot":
	default:
		return
	}
	if from := f.tree.Oblique(e.Token, "from", "away from"); from != doc.None && f.person(from) {
		f.argue(c, "target", from)
	}
}

// approached gives whom somebody turns to, of whom no talking is told, the side of
// the other: "contacted the minister", "negotiated with the gunman".
func (f *finder) approached(c int) {
	e := &f.events[c]
	if e.Type != "CONSULT" {
		return
	}
	var to int
	switch f.tree.Lemma(e.Token) {
	case "contact", "phone", "telephone", "call", "ring", "email", "approach":
		to = f.tree.FrameOf(e.Token).Patient
	case "negotiate", "plead", "reason":
		to = f.tree.Oblique(e.Token, "with")
	default:
		return
	}
	if to == doc.None {
		return
	}
	if m := f.referent(to); m != doc.None {
		for k := range e.Args {
			if e.Args[k].Mention == m && e.Args[k].Role == "negotiator" {
				e.Args[k].Role = "audience"
			}
		}
	}
}

// victor is who does the verb v, given the subject that grammar names: whoever the
// verb above is said of, where v only tells what for and that verb puts nobody up
// to it, "Diaz beat Moss to win the cup".
func (f *finder) victor(v, subject int) int {
	h := f.tree.Token(v).Head
	if h < 0 || subject == doc.None || !f.tree.Is(v, "xcomp") || f.tree.Child(h, "obj") != subject || f.tree.Token(h).UPOS != "VERB" {
		return subject
	}
	if !besting[f.tree.Lemma(h)] {
		return subject
	}
	if s := f.tree.Subject(h); s != doc.None {
		return s
	}
	return subject
}

// besting are verbs whose object is no longer there to do what follows.
var besting = words("beat defeat edge outplay outlast stun thrash overcome crush rout upset oust topple kill shoot stab murder attack ambush storm use exploit " +
	"buy sell pay quit leave join break cut close win defy abandon take make")

// sawBefall reports whether v is a participle of what befalls its subject, which
// somebody sees or has done: "saw a friend gunned down", "had the car towed".
func (f *finder) sawBefall(v int) bool {
	t := f.tree.Token(v)
	if t.XPOS != "VBN" && t.XPOS != "VBD" || t.Head < 0 || !f.tree.Is(v, "ccomp", "xcomp") || f.tree.Child(v, "aux", "obj", "mark") != doc.None {
		return false
	}
	switch f.tree.Lemma(t.Head) {
	case "see", "watch", "hear", "find", "have", "get", "want", "leave", "keep":
		return f.tree.Child(v, "nsubj") != doc.None && f.tree.Child(v, "nsubj") < v
	}
	return false
}

// described is the description that the nationality m heads: the man of "Briton
// dies" rather than Britain.
func (f *finder) described(m int) int {
	if m == doc.None || f.d.Mentions[m].Class != doc.NORP {
		return m
	}
	for k := m - 1; k >= 0 && f.d.Mentions[k].First+12 > f.d.Mentions[m].First; k-- {
		if o := &f.d.Mentions[k]; o.Head == f.d.Mentions[m].Head && o.Type == doc.Nominal {
			return k
		}
	}
	for k := m + 1; k < len(f.d.Mentions) && f.d.Mentions[k].First <= f.d.Mentions[m].First; k++ {
		if o := &f.d.Mentions[k]; o.Head == f.d.Mentions[m].Head && o.Type == doc.Nominal {
			return k
		}
	}
	return m
}
