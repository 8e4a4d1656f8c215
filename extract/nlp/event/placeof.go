package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// pointed is the place that "there" or "where" points back to: "flown to Oslo,
// where he died".
func (f *finder) pointed(c int) int {
	e := &f.events[c]
	for _, v := range []int{e.Token, e.light} {
		if v == doc.None {
			continue
		}
		for _, k := range f.tree.Kids(v) {
			switch {
			case !f.tree.Is(k, "advmod"):
			case f.tree.Lemma(k) == "where" && f.tree.Is(v, "advcl", "acl:relcl"):
				return f.lastPlace(k, 0)
			case f.tree.Lemma(k) == "there" && k > v:
				return f.lastPlace(k, 1)
			}
		}
	}
	return doc.None
}

// lastPlace is the last place named before token i, at most back sentences before
// its own.
func (f *finder) lastPlace(i, back int) int {
	for k := i - 1; k >= 0 && f.tree.Token(k).Sent >= f.tree.Token(i).Sent-back; k-- {
		if m := f.mention[k]; m != doc.None && f.d.Mentions[m].Head == k && f.d.Mentions[m].Class == doc.LOC && f.placed(m) && !f.tree.Is(k, "compound") {
			return m
		}
	}
	return doc.None
}

// aimedAt is where what is fired is meant to hit: "fired shells aimed at a post in
// the valley".
func (f *finder) aimedAt(c int) int {
	e := &f.events[c]
	if !e.verb || e.Type != "ASSAULT" {
		return doc.None
	}
	for _, o := range f.tree.Kids(e.Token) {
		if !f.tree.Is(o, "obj") {
			continue
		}
		for _, v := range f.tree.Kids(o) {
			if f.tree.Is(v, "acl") && !f.infinitive(v) && f.at[v] == doc.None {
				if at := f.tree.Oblique(v, "at", "against", "on"); at != doc.None {
					return f.placeAt(at)
				}
			}
		}
	}
	return doc.None
}

// firedFrom is where an attack that names no target was made from: "fired a rocket
// from the hills".
func (f *finder) firedFrom(c int) int {
	e := &f.events[c]
	if !e.verb || e.Type != "ASSAULT" {
		return doc.None
	}
	from := f.tree.Oblique(e.Token, "from")
	if from == doc.None || !f.isPlace(from) || f.acts(from) {
		return doc.None
	}
	return f.mention[from]
}

// relativePlace is what the event of noun c is said to have done something to: "the
// storm that hit Manila", "a strike which has shut the port of Hull".
func (f *finder) relativePlace(c int) int {
	e := &f.events[c]
	if e.verb {
		return doc.None
	}
	for _, v := range f.tree.Kids(e.Token) {
		if !f.tree.Is(v, "acl:relcl") || f.at[v] != doc.None && f.events[f.at[v]].Type == "ACCUSE" {
			continue
		}
		if s, o := f.tree.Child(v, "nsubj"), f.tree.Child(v, "obj"); s != doc.None && o != doc.None && (f.tree.Lemma(s) == "that" || f.tree.Lemma(s) == "which") {
			if m := f.recordedAt(f.placeAt(o)); f.placed(m) {
				return m
			}
		}
	}
	return doc.None
}

// arrivedAt is where those had gone who then did something: "flew to Oslo and met the
// king", "drove into a crowd in Nice and killed nine".
func (f *finder) arrivedAt(c int) int {
	e := &f.events[c]
	if !e.verb || !f.tree.Is(e.Token, "conj") || e.Type == "x-movement" || f.tree.Child(e.Token, "nsubj") != doc.None {
		return doc.None
	}
	first := f.tree.Token(e.Token).Head
	if trip := f.at[first]; trip != doc.None && (f.events[trip].Type != "x-movement" || slices.Contains(f.events[trip].Modes, "depart")) {
		return doc.None
	}
	if m := f.located(first, true); m != doc.None {
		return m
	}
	return f.located(first, false)
}

// onlyPlace is the one place that the words under the trigger name after a
// preposition: "fired shells aimed at a post in the valley".
func (f *finder) onlyPlace(c int) int {
	e := &f.events[c]
	found, several := doc.None, false
	f.tree.Walk(e.Token, func(i int) {
		if i == e.Token || !f.isPlace(i) || !locative[f.tree.Case(i)] || weakLocative[f.tree.Case(i)] || f.apart(i, e.Token) {
			return
		}
		if f.beyond(i, e.Token) {
			return // "resigned after the crash in Lima"
		}
		if h := f.tree.Token(i).Head; f.tree.Case(i) == "on" && f.tree.Is(i, "nmod") && (f.at[h] == doc.None && f.chain(i).Place != graph.Feature || f.aboutWhat(h, i)) {
			return // "a report on Gaza"
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

// beyond reports whether i stands in a phrase under v that tells what came before it or
// what it is about.
func (f *finder) beyond(i, v int) bool {
	found := false
	f.tree.Climb(i, func(a, from int) bool {
		switch f.tree.Case(from) {
		case "after", "before", "since", "following", "despite", "about", "over", "concerning", "for":
			found = from != i && !f.person(from) && f.class(from) != doc.ORG // "before a judge in Graz"
		}
		return a != v && !found
	})
	return found
}
