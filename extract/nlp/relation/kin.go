package relation

import (
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// relatives are nouns for one relative, spouse or partner of a person.
var relatives = words("wife husband son daughter brother sister father mother cousin uncle aunt nephew niece grandson granddaughter grandfather grandmother " +
	"widow widower stepson stepdaughter stepfather stepmother stepbrother stepsister half-brother half-sister brother-in-law sister-in-law father-in-law " +
	"mother-in-law son-in-law daughter-in-law ex-wife ex-husband ex-partner partner fiancee fiance fiancée fiancé girlfriend boyfriend twin sibling parent " +
	"spouse mum mom dad mummy daddy grandma grandpa grandson godson goddaughter")

// kin reads whose relative the noun i says somebody to be: "her son", "the widow
// of the painter", "whose brother Karl".
func (f *finder) kin(i int) {
	m := &f.d.Mentions[i]
	if !relatives[f.lemma(m.Head)] || m.Class != doc.PER || f.denied(m.Head) {
		return
	}
	who := f.holder(i)
	if who == doc.None || f.d.Mentions[who].Chain == doc.None || !f.chain(who).Named && !f.active(who) {
		return
	}
	for _, k := range f.tree.Kids(m.Head) {
		if j := f.heads[k]; j != doc.None && (f.tree.Is(k, "nmod:poss") || f.tree.Is(k, "nmod") && f.tree.Case(k) == "of") && f.onePerson(j) {
			f.held(graph.RelativeOf, who, j, "kin", doc.None, f.past(m.First, m.Head))
			return
		}
	}
}

// active reports whether somebody without a name does or says something, and is not
// only spoken of.
func (f *finder) active(i int) bool {
	for _, k := range f.chain(i).Mentions {
		h := f.d.Mentions[k].Head
		if v := f.d.Tokens[h].Head; v != doc.None && f.tree.Is(h, "nsubj") && !f.tree.Is(h, "nsubj:pass") && f.d.Tokens[v].UPOS == "VERB" {
			return true
		}
	}
	return false
}

// spouse reads a relative named without a possessor beside the person: "Kelly and
// wife Tamsin", "split from wife Tamsin".
func (f *finder) spouse(i int) {
	m := &f.d.Mentions[i]
	k := m.First - 1
	if m.Class != doc.PER || m.Type != doc.Name || k < 1 || f.d.Tokens[k].Sent != f.d.Tokens[m.First].Sent || !relatives[f.lemma(k)] || f.heads[k] != doc.None && f.tree.Child(k, "nmod:poss", "det") != doc.None {
		return
	}
	switch f.d.Tokens[k-1].UPOS {
	case "CCONJ", "ADP":
	default:
		return
	}
	h := f.d.Tokens[m.Head].Head
	if f.d.Tokens[m.Head].Head == k {
		h = f.d.Tokens[k].Head
	}
	if h == doc.None || f.tree.Child(m.Head, "nmod:poss") != doc.None || f.tree.Child(k, "nmod:poss") != doc.None {
		return
	}
	j := f.heads[h]
	if f.d.Tokens[h].UPOS == "VERB" {
		j = f.mention(f.tree.Subject(h))
	}
	if j != doc.None && j != i && f.onePerson(j) {
		f.add(graph.RelativeOf, i, j, "kin")
	}
}

// married reads "is married to the painter Jo Lund".
func (f *finder) married(v int) {
	switch f.lemma(v) {
	case "marry", "married", "engage", "engaged", "wed":
	default:
		return
	}
	s, to := f.subject(v), f.mention(f.tree.Oblique(v, "to"))
	if to == doc.None && (f.lemma(v) == "marry" || f.lemma(v) == "wed") {
		to = f.mention(f.tree.Child(v, "obj"))
	}
	if s != doc.None && to != doc.None && f.onePerson(s) && f.onePerson(to) && !f.denied(v) {
		f.add(graph.RelativeOf, to, s, "kin")
	}
}

// denied reports whether there is said to be no such relative.
func (f *finder) denied(i int) bool {
	for _, k := range f.tree.Kids(i) {
		if f.lemma(k) == "no" || f.lemma(k) == "not" || f.lemma(k) == "n't" {
			return true
		}
	}
	return false
}

// onePerson reports whether mention i is of one person, by its chain where it is
// a pronoun.
func (f *finder) onePerson(i int) bool {
	m := &f.d.Mentions[i]
	if m.Chain == doc.None {
		return false
	}
	c := f.chain(i)
	return !c.Plural && m.Class == doc.PER && (c.Actor == graph.Person || c.Actor == graph.UnnamedSource)
}
