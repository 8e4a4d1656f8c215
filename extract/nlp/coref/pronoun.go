package coref

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// The rules that join pronouns.
const (
	ruleReflexive = "coref/reflexive"
	rulePronoun   = "coref/pronoun"   // the most salient that fits
	ruleAhead     = "coref/cataphora" // "in his speech, Christgau named"
)

// How many sentences back an antecedent may lie.
const (
	farPronoun = 3
	farNominal = 12
)

// pronoun joins the pronoun i with the most salient chain that fits.
func (r *resolver) pronoun(i int) {
	m := &r.m[i]
	if strings.HasSuffix(m.key, "self") || strings.HasSuffix(m.key, "selves") {
		if j := r.subjectOf(m); j != doc.None && j != i {
			r.join(i, j, ruleReflexive)
			return
		}
	}
	if m.gender == "" && m.number == anyNumber {
		return // a relative pronoun without antecedent
	}
	if j := r.ahead(i); j != doc.None {
		r.join(i, j, ruleAhead)
		return
	}
	if j := r.salient(i, func(j int) bool { return r.suits(i, j) }, farPronoun); j != doc.None {
		r.join(i, j, rulePronoun)
	}
}

// ahead is the subject that comes after a phrase or clause set before it: "In
// his list, Robert Christgau named", "Living with her aunt, Kelsey studied".
func (r *resolver) ahead(i int) int {
	m := &r.m[i]
	verb := doc.None
	r.tree.Climb(m.Head, func(a, from int) bool {
		if r.tree.Is(from, "obl", "advcl") && r.d.Tokens[from].Deprel != "obl:agent" {
			if s := r.tree.Child(a, "nsubj"); s != doc.None && s > m.Head && from < s && r.opens(from) {
				verb = a
			}
		}
		return verb == doc.None && !r.tree.Is(from, "ccomp", "acl", "root", "parataxis")
	})
	if verb == doc.None {
		return doc.None
	}
	j := r.heads[r.tree.Child(verb, "nsubj")]
	if j == doc.None || r.m[j].Type == doc.Pronoun || r.m[j].Class == doc.NORP || r.containing(i, j) || !r.compatible(r.root(i), r.root(j)) || r.indefinite(&r.m[j]) {
		return doc.None
	}
	o, root := &r.m[j], &r.m[r.root(j)]
	switch {
	case m.person:
		if !root.person || root.number == plural {
			return doc.None
		}
	case m.number == plural:
		if !r.manyOf(o, root) {
			return doc.None
		}
	case root.person || root.number == plural || !r.thing(o, root):
		return doc.None
	}
	return j
}

// opens reports whether the phrase of i stands at the beginning of its
// sentence, but for a word or two.
func (r *resolver) opens(i int) bool {
	first, _ := r.tree.Range(i)
	return first-r.d.Sentences[r.d.Tokens[i].Sent].First <= 2
}

// subjectOf is the mention that is subject of the clause of m.
func (r *resolver) subjectOf(m *mention) int {
	s := r.tree.Subject(r.tree.Clause(m.Head))
	if s == doc.None {
		return doc.None
	}
	return r.heads[s]
}

// suits reports whether the pronoun i can stand for the mention j.
func (r *resolver) suits(i, j int) bool {
	m, o := &r.m[i], &r.m[j]
	root := &r.m[r.root(j)]
	if r.held(m) && lawful(o, root) {
		return false
	}
	if r.encloses(i, j) && !r.possessive(m) || r.boundTo(m, j) || !r.compatible(r.root(i), r.root(j)) {
		return false
	}
	if m.person && r.speaksAbout(m, j) {
		return false
	}
	switch {
	case m.person:
		if !root.person || root.number == plural {
			return false
		}
		// Who is quoted says I of himself, and of nobody else.
		return (!r.quoted[m.Head] || !r.speaksOf(o, m)) && (!r.quoted[o.Head] || !r.speaksOf(m, o))
	case m.number == plural:
		return r.manyOf(o, root)
	default:
		return !root.person && root.number != plural && r.thing(o, root)
	}
}

// speaksAbout reports whether m says something in quotation marks about somebody of
// the chain of j, who is not the speaker: "I wrote to my mum," she said.
func (r *resolver) speaksAbout(m *mention, j int) bool {
	if r.quoted[m.Head] {
		return false
	}
	lo, hi := r.sentence(m.sent)
	for k := lo; k < hi; k++ {
		if o := &r.m[k]; k != m.at && o.Type == doc.Nominal && r.mine(o) && r.same(k, j) && r.quoted[o.Head] && r.speaksOf(m, o) {
			return true
		}
	}
	return false
}

// held reports whether m is whom police and courts do something to: "they will be
// charged"; lawful whether a mention is of such a body.
func (r *resolver) held(m *mention) bool {
	v := r.d.Tokens[m.Head].Head
	if v == doc.None || !r.tree.Is(m.Head, "nsubj", "obj") {
		return false
	}
	switch r.tree.Lemma(v) {
	case "charge", "arrest", "detain", "jail", "imprison", "remand", "convict", "sentence", "handcuff", "acquit", "extradite", "accuse", "suspect", "free", "release", "kidnap", "abduct", "seize":
		return r.tree.Is(m.Head, "obj") || r.tree.Is(m.Head, "nsubj:pass") || r.tree.Child(v, "aux:pass") != doc.None
	}
	return false
}

func lawful(o, root *mention) bool {
	for _, m := range []*mention{o, root} {
		if len(m.noun.Kinds) > 0 && (m.Class == doc.ORG && m.noun.Sector == "MIL" || (m.Class == doc.ORG || m.Type == doc.Nominal) && (m.noun.Sector == "COP" || m.noun.Sector == "JUD")) {
			return true
		}
	}
	return false
}

// manyOf reports whether they can stand for a chain.
func (r *resolver) manyOf(o, root *mention) bool {
	switch {
	case o.Class == doc.NORP && !r.heading(o):
		return false
	case root.number == plural:
		return true
	case root.person:
		return false
	case o.Class == doc.ORG || o.Class == doc.Group:
		return root.noun.Collective || root.named || root.number == anyNumber
	}
	return false
}

// thing reports whether it can stand for a chain.
func (r *resolver) thing(o, root *mention) bool {
	switch o.Class {
	case doc.ORG:
		return true
	case doc.LOC:
		return o.Type == doc.Nominal || root.entry != nil && root.entry.Place == graph.Country || r.acts(o)
	case doc.Group:
		return root.number != plural
	case doc.NORP:
		return false
	}
	return o.Type == doc.Pronoun
}

func (r *resolver) heading(o *mention) bool { return !r.tree.Is(o.Head, "amod", "compound") }

func (r *resolver) possessive(m *mention) bool { return r.tree.Is(m.Head, "nmod:poss") }

// boundTo reports whether grammar keeps m from standing for any mention of the
// chain of j in its sentence.
func (r *resolver) boundTo(m *mention, j int) bool {
	lo, hi := r.sentence(m.sent)
	for k := lo; k < hi; k++ {
		if k != m.at && r.same(k, j) && r.bound(m, &r.m[k]) {
			return true
		}
	}
	return false
}

// bound reports whether grammar keeps m from standing for o: an object is not
// its subject ("he hit him"), a phrase not its possessor ("his brother").
func (r *resolver) bound(m, o *mention) bool {
	if m.sent != o.sent {
		return false
	}
	if r.possessive(m) {
		owned := r.d.Tokens[m.Head].Head
		return owned == o.Head || r.heads[owned] != doc.None && r.same(r.heads[owned], o.at) // "her aunt Mary Paine"
	}
	if r.tree.Under(m.Head, o.Head) && !r.tree.Is(o.Head, "nsubj") {
		return true
	}
	a, b := r.d.Tokens[m.Head].Head, r.d.Tokens[o.Head].Head
	if a == doc.None || b == doc.None {
		return false
	}
	if r.aboutOneself(m) && r.tree.Is(o.Head, "nsubj") {
		return false
	}
	args := func(h int) bool { return r.tree.Is(h, "nsubj", "obj", "iobj", "obl") }
	noun := r.d.Tokens[a].UPOS == "NOUN" && m.Type == doc.Nominal // "the US evacuation from the country"
	return a == b && (args(m.Head) && args(o.Head) || noun)
}

// aboutOneself reports whether m is a pronoun that says where something is as
// seen from the subject, which needs no reflexive: "had a gun with him", "closed
// the door behind her".
func (r *resolver) aboutOneself(m *mention) bool {
	if m.Type != doc.Pronoun || !r.tree.Is(m.Head, "obl") {
		return false
	}
	switch r.tree.Case(m.Head) {
	case "with":
		return carrying[r.tree.Lemma(r.d.Tokens[m.Head].Head)]
	case "behind", "around", "beside", "before", "above", "beneath":
		return true
	}
	return false
}

var carrying = words("have bring carry take keep")

// speaksOf reports whether o is the speaker of the quotation that m stands in.
func (r *resolver) speaksOf(o, m *mention) bool {
	return o.sent == m.sent && !r.quoted[o.Head] && r.speaks(o)
}

// salient finds the earlier mention whose chain is most salient at i, among
// those that fit and lie at most far sentences back.
func (r *resolver) salient(i int, fits func(j int) bool, far int) int {
	m := &r.m[i]
	scores := map[int]float64{}
	bySentence := map[[2]int]float64{}
	best := doc.None
	for j := i - 1; j >= 0; j-- {
		o := &r.m[j]
		back := m.sent - o.sent
		if back > far {
			break
		}
		if r.furniture(o) || !fits(j) {
			continue
		}
		root := r.root(j)
		weight := r.weight(o, m) / float64(int(1)<<min(back, 20))
		if far == farNominal { // descriptions reach farther than pronouns
			weight = r.weight(o, m) / float64(1+back)
		}
		key := [2]int{root, o.sent}
		if old := bySentence[key]; weight > old {
			scores[root] += weight - old
			bySentence[key] = weight
		}
	}
	top := 0.0
	for j := i - 1; j >= 0 && m.sent-r.m[j].sent <= far; j-- {
		root := r.root(j)
		if s, ok := scores[root]; ok && s > top && !r.furniture(&r.m[j]) && fits(j) {
			top, best = s, j
		}
	}
	return best
}

// furniture reports whether a mention stands in a line that only says who wrote
// or sent the article, and where, or what a picture shows: the text does not go
// on about those.
func (r *resolver) furniture(o *mention) bool {
	switch r.role(o) {
	case doc.Dateline, doc.Byline, doc.Caption:
		return true
	}
	return false
}

// over reports whether o is the subject of the clause of m, or possesses a
// phrase that m is in: "Rifkind's estrangement from her father".
func (r *resolver) over(o, m *mention) bool {
	if r.tree.Is(o.Head, "nsubj") && r.d.Tokens[o.Head].Head == r.tree.Clause(m.Head) {
		return true
	}
	return r.possessive(o) && r.d.Tokens[o.Head].Head != doc.None && r.tree.Under(m.Head, r.d.Tokens[o.Head].Head)
}

// goesOn reports whether m says what else the subject of the sentence before
// did: "Marsh sold the barn. He also sold the mill."
func (r *resolver) goesOn(o, m *mention) bool {
	if o.sent != m.sent-1 || !r.tree.Is(o.Head, "nsubj") || !r.tree.Is(m.Head, "nsubj") || !r.tree.Is(r.tree.Clause(o.Head), "root") {
		return false
	}
	for _, k := range r.tree.Kids(r.tree.Clause(m.Head)) {
		if r.tree.Is(k, "advmod") && r.tree.Lemma(k) == "also" {
			return true
		}
	}
	return false
}

// weight is the salience of a mention by its place in the sentence (Lappin and
// Leass 1994, table 1), with news in mind: who speaks is spoken of.
func (r *resolver) weight(o, m *mention) float64 {
	const (
		recency = 100
		subject = 80
		object  = 50
		oblique = 40
		outer   = 50
		speaker = 30
		// Not theirs: the role of the pronoun itself, and the nearest
		// possessor or subject above it.
		parallel = 35
		close    = 60
		many     = 40 // several for they, rather than one body
		aside    = 0.5
	)
	w := float64(recency)
	h := o.Head
	if up := r.d.Tokens[h].Head; up != doc.None && (r.tree.Is(h, "conj", "appos") || r.partitive(h)) {
		h = up
	}
	switch {
	case r.tree.Is(h, "nsubj"):
		w += subject
	case r.tree.Is(h, "obj", "iobj"):
		w += object
	case r.tree.Is(h, "obl"):
		w += oblique
	}
	if !r.tree.Is(h, "nmod", "compound", "amod") {
		w += outer
	}
	if r.speaks(o) {
		w += speaker
	}
	if r.tree.Is(o.Head, "nsubj") && r.tree.Is(m.Head, "nsubj") || r.tree.Is(o.Head, "obj") && r.tree.Is(m.Head, "obj") {
		w += parallel
	}
	if o.sent == m.sent && r.over(o, m) {
		w += close
	}
	if r.goesOn(o, m) {
		w += close
	}
	if m.Type == doc.Pronoun && m.number == plural && o.number == plural && !r.possessive(m) {
		w += many
	}
	if r.quoted[o.Head] != r.quoted[m.Head] {
		w *= aside
	}
	return w
}
