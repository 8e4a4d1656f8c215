package coref

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// The rules that join pronouns.
const (
	ruleReflexive = "coref/reflexive"
	rulePronoun   = "coref/pronoun" // with the salience that won
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
	if j := r.salient(i, func(j int) bool { return r.suits(i, j) }, farPronoun); j != doc.None {
		r.join(i, j, rulePronoun)
	}
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
	if r.encloses(i, j) && !r.possessive(m) || r.bound(m, o) || !r.compatible(r.root(i), r.root(j)) {
		return false
	}
	switch {
	case m.person:
		if !root.person || root.number == plural {
			return false
		}
		// Who is quoted says I of himself.
		return !r.quoted[m.Head] || !r.speaksOf(o, m)
	case m.number == plural:
		return r.manyOf(o, root)
	default:
		return !root.person && root.number != plural && r.thing(o, root)
	}
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

// bound reports whether grammar keeps m from standing for o: an object is not
// its subject ("he hit him"), a phrase not its possessor ("his brother").
func (r *resolver) bound(m, o *mention) bool {
	if m.sent != o.sent {
		return false
	}
	if r.possessive(m) {
		return r.d.Tokens[m.Head].Head == o.Head
	}
	if r.tree.Under(m.Head, o.Head) && !r.tree.Is(o.Head, "nsubj") {
		return true
	}
	a, b := r.d.Tokens[m.Head].Head, r.d.Tokens[o.Head].Head
	if a == doc.None || b == doc.None {
		return false
	}
	args := func(h int) bool { return r.tree.Is(h, "nsubj", "obj", "iobj", "obl") }
	noun := r.d.Tokens[a].UPOS == "NOUN" && m.Type == doc.Nominal // "the US evacuation from the country"
	return a == b && (args(m.Head) && args(o.Head) || noun)
}

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
		if !fits(j) {
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
		if s, ok := scores[root]; ok && s > top && fits(j) {
			top, best = s, j
		}
	}
	return best
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
		aside   = 0.5
	)
	w := float64(recency)
	h := o.Head
	if r.tree.Is(h, "conj", "appos") && r.d.Tokens[h].Head != doc.None {
		h = r.d.Tokens[h].Head
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
	if r.quoted[o.Head] != r.quoted[m.Head] {
		w *= aside
	}
	return w
}
