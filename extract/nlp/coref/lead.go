package coref

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// The rules of how news brings somebody in and varies what it calls him.
const (
	ruleLead      = "coref/lead"      // "A climber has died. Paul Moss, 32, fell"
	ruleVariation = "coref/variation" // "the New Zealander"
)

// opening is how many sentences from its beginning an article may speak of
// somebody before it names him.
const opening = 4

// leads joins the subject of an opening sentence, described but not named,
// with the person whom the next sentence names first, as its subject.
func (r *resolver) leads() {
	first := r.firstSentence()
	r.headlined(first)
	r.sameAct(first)
	for i := range r.m {
		m := &r.m[i]
		if m.sent >= first+opening {
			return
		}
		if m.Type != doc.Nominal || !m.person || m.number != singular || r.root(i) != i && !r.onlyHeadline(i) {
			continue
		}
		if j := r.describedAgain(i); j != doc.None {
			r.join(i, j, ruleLead)
			continue
		}
		if !r.subject(m) && !r.identified(m) || r.speaks(m) || r.aside(m) {
			continue
		}
		if j := r.introduced(i); j != doc.None {
			r.join(i, j, ruleLead)
		}
	}
}

// headlined joins whom a headline brings in without a name or an article with
// the first one that the story brings in by the same noun: "Man, 83, dies", "An
// 83-year-old man has died".
func (r *resolver) headlined(first int) {
	for i := range r.m {
		m := &r.m[i]
		if m.sent > first+1 || r.role(m) != doc.Headline {
			return
		}
		if m.Type != doc.Nominal || m.Class != doc.PER && m.Class != doc.Group || r.root(i) != i || r.d.Tokens[m.First].UPOS == "DET" || r.tree.Child(m.Head, "nmod:poss") != doc.None {
			continue
		}
		for j := i + 1; j < len(r.m) && r.m[j].sent <= m.sent+opening; j++ {
			o := &r.m[j]
			if o.Type != doc.Nominal || r.role(o) != doc.Paragraph || o.lemma != m.lemma && !r.ofNation(i, o) {
				continue
			}
			if r.counts(m) == r.counts(o) && (m.figure == o.figure || m.figure == "" || o.figure == "") && (r.fits(m, o) || len(m.mods) > 0 && slices.Equal(m.mods, o.mods)) {
				r.join(i, j, ruleLead)
			}
			break
		}
	}
}

// sameAct joins whom a headline says by a noun alone to do something with the one of
// that sort whom the story's first sentence names as doing so: "Airline cancels
// flights", "Skylark Air cancelled 40 flights".
func (r *resolver) sameAct(first int) {
	for i := range r.m {
		m := &r.m[i]
		if m.sent > first+1 || r.role(m) != doc.Headline {
			return
		}
		v := r.d.Tokens[m.Head].Head
		if m.Type != doc.Nominal || r.root(i) != i || m.number == plural || v == doc.None || !r.tree.Is(m.Head, "nsubj") || r.determined(m) || len(m.of) > 0 {
			continue
		}
		for j := i + 1; j < len(r.m) && r.m[j].sent <= m.sent+3; j++ {
			o := &r.m[j]
			if o.Type != doc.Name || o.Class == doc.NORP || o.Class == doc.LOC || r.role(o) != doc.Paragraph || !r.tree.Is(o.Head, "nsubj") {
				continue
			}
			w := r.d.Tokens[o.Head].Head
			if w != doc.None && r.tree.Lemma(w) == r.tree.Lemma(v) && r.tree.Passive(w) == r.tree.Passive(v) && o.person == m.person && r.canBe(i, j) {
				r.join(i, j, ruleLead)
			}
			break
		}
	}
}

// aside reports whether m is told of in a clause that only says when or why somebody
// else did something: "were charged after a student was stabbed".
func (r *resolver) aside(m *mention) bool {
	c := r.tree.Clause(m.Head)
	if !r.tree.Is(c, "advcl") || r.d.Tokens[c].Head == doc.None {
		return false
	}
	s := r.tree.Child(r.d.Tokens[c].Head, "nsubj")
	return s != doc.None && r.heads[s] != doc.None && (r.m[r.heads[s]].person || r.m[r.heads[s]].Class == doc.Group) && s < c
}

// onlyHeadline reports whether i was joined with nothing but what the headline
// calls it.
func (r *resolver) onlyHeadline(i int) bool {
	for j := 0; j < i; j++ {
		if r.same(i, j) && (r.m[j].named || r.role(&r.m[j]) != doc.Headline) {
			return false
		}
	}
	return !r.m[r.root(i)].named
}

// ofNation reports whether o describes one of the nation that the headline calls
// i by: "Briton dies", "A British climber has fallen".
func (r *resolver) ofNation(i int, o *mention) bool {
	for k := i + 1; k < len(r.m) && r.m[k].First < r.m[i].Last; k++ {
		if e := r.m[k].entry; r.m[k].Class == doc.NORP && r.m[k].Head == r.m[i].Head && e != nil {
			return r.m[i].Class == doc.PER && o.person && o.number == singular && slices.Contains(o.of, graph.Fold(e.Name))
		}
	}
	return false
}

// describedAgain is the named person of whom a later sentence says what the
// headline does: "Australian woman claims", "Valeska Paris, an Australian woman".
func (r *resolver) describedAgain(i int) int {
	m := &r.m[i]
	if r.d.Tokens[m.First].UPOS == "DET" {
		return doc.None
	}
	for j := i + 1; j < len(r.m) && r.m[j].sent <= m.sent+opening; j++ {
		o := &r.m[j]
		if o.Type == doc.Nominal && o.key == m.key && r.m[r.root(j)].named {
			return j
		}
	}
	return doc.None
}

// identified reports whether m is whom a verb makes known or takes hold of.
func (r *resolver) identified(m *mention) bool {
	v := r.d.Tokens[m.Head].Head
	return v != doc.None && r.tree.Is(m.Head, "obj") && identifying[r.tree.Lemma(v)]
}

var identifying = words("identify name charge arrest detain convict sentence kill rescue acquit indict extradite release free shoot jail")

// firstSentence is the first sentence with a mention of somebody.
func (r *resolver) firstSentence() int {
	if len(r.m) == 0 {
		return 0
	}
	return r.m[0].sent
}

// subject reports whether m is subject of a clause.
func (r *resolver) subject(m *mention) bool { return r.tree.Is(r.outer(m.Head), "nsubj") }

// introduced is the one person whom the sentences after i name for the first
// time as a subject. Somebody named before, or who only speaks, is not meant.
func (r *resolver) introduced(i int) int {
	m := &r.m[i]
	heading := doc.None // whom the headline names
	for j := range r.m {
		o := &r.m[j]
		if o.sent > m.sent+2 {
			break
		}
		if r.furniture(o) || heading != doc.None && r.same(j, heading) && j < i {
			continue
		}
		if heading == doc.None && j < i && o.Type == doc.Name && o.Class == doc.PER && r.role(o) == doc.Headline && r.root(j) == j {
			heading = j
			continue
		}
		if o.Type != doc.Name || o.Class != doc.PER || r.speaks(o) && o.sent != m.sent+1 {
			continue
		}
		if j < i || o.sent == m.sent {
			return doc.None
		}
		if len(o.words) > 1 && r.subject(o) && (!r.speaks(o) || r.pleads(o)) && (heading == doc.None || r.same(j, heading)) && r.compatible(r.root(i), r.root(j)) && !r.inAnotherPart(m, &r.m[r.root(j)]) && !r.otherSide(m, o) {
			return j
		}
		return doc.None
	}
	return doc.None
}

// inAnotherPart reports whether root is told to play a part that whom m describes
// does not: the correspondent is not the driver who died.
func (r *resolver) inAnotherPart(m, root *mention) bool {
	part := false
	for _, w := range root.roles {
		n, ok := lexicon.NounOf(w)
		if !ok || !n.Person() || people[w] {
			continue
		}
		if w == m.lemma {
			return false
		}
		part = part || n.Speaks || n.Sector == "JRN" || n.Sector == "COP" || n.Sector == "JUD" || !people[m.lemma] && len(m.of) == 0 && r.definite(m)
	}
	return part
}

// otherSide reports whether one of two strikes and the other is struck: the gunman of
// "A gunman shot a policeman" is not Paul Vidal, who was shot.
func (r *resolver) otherSide(m, o *mention) bool {
	return r.strikes(m) && r.struck(o) || r.struck(m) && r.strikes(o)
}

func (r *resolver) strikes(m *mention) bool {
	v := r.d.Tokens[m.Head].Head
	_, deed := deeds["victim"][r.tree.Lemma(max(v, 0))]
	return v != doc.None && deed && r.tree.Lemma(v) != "die" && r.tree.Is(m.Head, "nsubj") && !r.tree.Passive(v)
}

// pleads reports whether what m says is an answer to a charge: "admitted fraud".
func (r *resolver) pleads(m *mention) bool {
	v := r.d.Tokens[r.outer(m.Head)].Head
	if v == doc.None || r.tree.Child(v, "obj") == doc.None || r.tree.Child(v, "ccomp") != doc.None {
		return false
	}
	switch r.tree.Lemma(v) {
	case "admit", "deny", "confess":
		return true
	}
	return false
}

// parentOf reports whether m is called by how many children somebody has: "the
// father of three".
func (r *resolver) parentOf(m *mention) bool {
	switch kinOf(m.lemma) {
	case "father", "mother", "grandfather", "grandmother":
	default:
		return false
	}
	of := r.tree.Oblique(m.Head, "of")
	return of != doc.None && r.d.Tokens[of].UPOS == "NUM"
}

// variation finds the person whom "the New Zealander" or "the man" varies: the
// only one named, as a subject, in the last sentences.
func (r *resolver) variation(i int) int {
	m := &r.m[i]
	if m.person && m.number == singular && r.definite(m) && r.calling(m) && !r.restricted(m) && m.Last == m.Head+1 {
		return r.onlyBefore(i)
	}
	if !m.person || m.number != singular || !r.definite(m) || !people[m.lemma] && !r.demonym(i) && !varying[m.lemma] && !r.ofAge(m) && !r.formerly(m) && !r.parentOf(m) {
		return doc.None
	}
	if j := r.onlyBefore(i); j != doc.None {
		return j
	}
	const far = 3
	found := doc.None
	for j := i - 1; j >= 0 && m.sent-r.m[j].sent <= far; j-- {
		o := &r.m[j]
		root := &r.m[r.root(j)]
		if o.Type == doc.Pronoun && r.rule[j] == ruleRelative {
			continue // counts where whom it stands for does
		}
		if !root.person || !root.named || root.number == plural || r.furniture(o) || !r.subject(o) || r.containing(i, j) || r.bound(m, o) || !r.compatible(r.root(i), r.root(j)) || r.speaks(o) {
			continue
		}
		if found != doc.None && !r.same(found, j) {
			return doc.None
		}
		found = j
	}
	return found
}

// onlyBefore is the one person that the sentence before the description i names,
// as the subject and first, where i is a subject, too: what he said or did is
// gone on with.
func (r *resolver) onlyBefore(i int) int {
	m := &r.m[i]
	if people[m.lemma] || !r.subject(m) || m.sent == 0 || r.d.Sentences[m.sent-1].Block < 0 {
		return doc.None
	}
	found := doc.None
	lo, hi := r.sentence(m.sent - 1)
	for j := lo; j < hi; j++ {
		o := &r.m[j]
		root := &r.m[r.root(j)]
		if o.Type == doc.Pronoun && !root.named || !root.person || r.furniture(o) {
			continue
		}
		if found != doc.None && !r.same(found, j) {
			return doc.None
		}
		if found == doc.None {
			found = j
		}
	}
	if found == doc.None || !r.m[r.root(found)].named || slices.ContainsFunc(r.m[r.root(found)].roles, func(w string) bool { return w == m.lemma }) || !r.subject(&r.m[found]) || !r.compatible(r.root(i), r.root(found)) {
		return doc.None
	}
	return found
}

// formerly reports whether m says what somebody was: "the former prime minister".
func (r *resolver) formerly(m *mention) bool {
	return slices.Contains(m.mods, "former") && m.Last == m.Head+1
}

// ofAge reports whether an age is told: "the 71-year-old leader".
func (r *resolver) ofAge(m *mention) bool {
	for k := m.First; k <= m.Head; k++ {
		if w := r.d.Tokens[k].Text; strings.HasSuffix(w, "-year-old") || w == "old" && k > m.First+2 && r.d.Tokens[k-2].Text == "year" {
			return true
		}
	}
	return false
}

// calling reports whether m says what somebody does for a living or is known for,
// by which news goes on right after the sentence about that person. Those who turn
// up beside others in stories are left out.
func (r *resolver) calling(m *mention) bool {
	n := m.noun
	return len(n.Kinds) > 0 && n.Person() && !n.Leads && !n.Speaks && !bystanders[m.lemma] && !kinship[kinOf(m.lemma)] && !people[m.lemma] && deeds[m.lemma] == nil &&
		(n.Sector == "" || n.Sector == "CVL" || n.Sector == "EDU" || n.Sector == "REB" || n.Sector == "JRN" || n.Sector == "SOC")
}

var bystanders = words("driver nurse doctor witness neighbor neighbour passenger officer policeman policewoman judge lawyer attorney prosecutor reporter colleague friend " +
	"source official soldier guard worker employee guest visitor survivor caller resident landlord lodger tenant customer patient companion partner rival opponent " +
	"other leader member supporter fan relative translator interpreter referee umpire pilot paramedic firefighter surgeon teacher pupil student journalist correspondent editor photographer campaigner activist protester striker organizer organiser volunteer")

// varying are nouns that news calls somebody by in place of the name.
var varying = words("striker midfielder defender winger goalkeeper forward batsman bowler skipper golfer swimmer sprinter cyclist boxer wrestler " +
	"singer actor actress author novelist comedian star superstar veteran politician lawmaker pensioner teenager grandmother grandfather tycoon magnate " +
	"democrat republican conservative socialist centrist billionaire millionaire businessman businesswoman celebrity heiress")

// demonym reports whether i is called only by nationality.
func (r *resolver) demonym(i int) bool {
	for k := i + 1; k < len(r.m) && r.m[k].First < r.m[i].Last; k++ {
		if r.m[k].Class == doc.NORP && r.m[k].Head == r.m[i].Head {
			return true
		}
	}
	return false
}
