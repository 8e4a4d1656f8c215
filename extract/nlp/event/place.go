package event

import (
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Prepositions that put an event at a place.
var locative = words("in at near on inside around off across outside above over within throughout along beside by through amid toward towards into to")

// weakLocative need a place smaller than a country, and no better candidate.
var weakLocative = words("into to by toward towards through over along")

// place fills where candidate c happened: what hangs on the trigger, then on
// the verb that carries it, then on the clause around it.
func (f *finder) place(c int) {
	e := &f.events[c]
	if m := f.direct(c); m != doc.None {
		e.Place = m
		return
	}
	tokens := []int{e.Token}
	if e.light != doc.None {
		tokens = append(tokens, e.light)
	}
	f.tree.Climb(e.Token, func(a, from int) bool {
		if f.tree.Is(from, "ccomp", "parataxis", "acl:relcl", "csubj", "acl") {
			return false
		}
		if f.at[a] != doc.None && f.at[a] != c && f.events[f.at[a]].verb && e.verb && !f.tree.Is(from, "advcl", "conj", "xcomp") {
			return false
		}
		tokens = append(tokens, a)
		return true
	})
	for _, t := range tokens {
		if m := f.located(t, false); m != doc.None {
			e.Place = m
			return
		}
	}
	if m := f.located(e.Token, true); m != doc.None {
		e.Place = m
		return
	}
	e.Place = f.compoundPlace(e)
	if e.Place == doc.None {
		e.Place = f.placeOfArgument(e)
	}
	if e.Place == doc.None {
		e.Place = f.onlyPlace(e)
	}
}

// direct is a place that is itself stormed, visited or shelled.
func (f *finder) direct(c int) int {
	e := &f.events[c]
	for _, a := range e.Args {
		m := f.d.Mentions[a.Mention]
		if a.Role != e.sense.Patient || !f.placeMention(a.Mention) {
			continue
		}
		if ch := m.Chain; ch != doc.None && (f.d.Chains[ch].Place == graph.Country || f.d.Chains[ch].Actor != "") && f.located(e.Token, false) != doc.None {
			continue
		}
		return a.Mention
	}
	if e.light != doc.None && f.tree.Is(e.Token, "nsubj") {
		if o := f.tree.Child(e.light, "obj"); o != doc.None && f.isPlace(o) {
			return f.mention[o] // "an earthquake struck Chile"
		}
	}
	if e.verb {
		if o := f.tree.FrameOf(e.Token).Patient; o != doc.None && f.isPlace(o) {
			return f.mention[o]
		}
	}
	return doc.None
}

// located is the place that a prepositional phrase on token t names.
func (f *finder) located(t int, weak bool) int {
	for _, k := range f.tree.Kids(t) {
		if !f.tree.Is(k, "obl", "nmod") {
			continue
		}
		preposition := f.tree.Case(k)
		if !locative[preposition] || weakLocative[preposition] != weak {
			continue
		}
		if m := f.placeAt(k); m != doc.None && !(preposition == "outside" && f.country(m)) {
			return m
		}
	}
	return doc.None
}

// placeAt is the place at k, or the one that k is a part or kind of: "the
// north of Iraq", "a hospital in Lyon".
func (f *finder) placeAt(k int) int {
	if f.isPlace(k) {
		return f.mention[k]
	}
	if f.timex[k] != doc.None {
		return doc.None
	}
	for _, inner := range f.tree.Kids(k) {
		if f.tree.Is(inner, "nmod", "appos", "compound", "obl") && f.isPlace(inner) {
			switch f.tree.Case(inner) {
			case "of", "in", "near", "at", "":
				return f.mention[inner]
			}
		}
	}
	return doc.None
}

func (f *finder) country(m int) bool {
	ch := f.d.Mentions[m].Chain
	return ch != doc.None && f.d.Chains[ch].Place == graph.Country
}

// compoundPlace reads "the Beirut blast" and "Haiti's earthquake".
func (f *finder) compoundPlace(e *candidate) int {
	for _, k := range f.tree.Kids(e.Token) {
		if f.tree.Is(k, "compound", "nmod:poss", "nmod") && f.isPlace(k) && (f.placeOnly(k) || e.sense.Agent == "-") {
			return f.mention[k]
		}
		if f.tree.Is(k, "nmod") && f.tree.Case(k) == "of" && f.isPlace(k) {
			return f.mention[k]
		}
	}
	return doc.None
}

// placeOfArgument reads "attacked a village in Mali": where what is hit lies,
// there it happens.
func (f *finder) placeOfArgument(e *candidate) int {
	var tokens []int
	if e.verb {
		frame := f.tree.FrameOf(e.Token)
		tokens = append(tokens, frame.Patient, frame.Agent)
	} else {
		tokens = append(tokens, f.tree.Oblique(e.Token, "of", "on", "against", "at"))
	}
	for _, t := range tokens {
		if t == doc.None {
			continue
		}
		if m := f.placeAt(t); m != doc.None && !(e.verb && f.mention[t] == m && f.acts(t)) {
			return m
		}
	}
	return doc.None
}

// onlyPlace is the one place that the words under the trigger name after a
// preposition: "fired shells aimed at a post in the valley".
func (f *finder) onlyPlace(e *candidate) int {
	found, several := doc.None, false
	f.tree.Walk(e.Token, func(i int) {
		if i == e.Token || !f.isPlace(i) || !locative[f.tree.Case(i)] || weakLocative[f.tree.Case(i)] || f.apart(i, e.Token) {
			return
		}
		m := f.mention[i]
		several = several || found != doc.None && !f.same(found, m)
		found = m
	})
	if several || found != doc.None && f.tree.Case(f.d.Mentions[found].Head) == "outside" {
		return doc.None
	}
	return found
}
