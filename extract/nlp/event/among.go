package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// Words that pick one of several events told before, or stand for all of them.
var (
	picking = words("first third fourth last latest latter former earlier earliest")
	summing = words("both either neither each every")
)

// amongSeveral reports whether the noun of e speaks of several events that were
// told one by one, or picks one of them in a way that dates alone could tell: "the
// deaths", "the first death", "either attack".
func (f *finder) amongSeveral(i int) bool {
	e := &f.events[i]
	if e.verb || !f.brings(i) || !f.sums(e) && !f.picks(e) {
		return false
	}
	n := 0
	for k := max(0, i-memory); k < i; k++ {
		if o := &f.events[k]; o.Same == k && !o.Generic && real(o.Realis) && f.pairSort(e, o) > 1 {
			n++
		}
	}
	return n > 1
}

// sums reports whether the noun of e stands for all those told before.
func (f *finder) sums(e *candidate) bool {
	d := f.tree.Child(e.Token, "det")
	if d != doc.None && summing[f.tree.Lemma(d)] {
		return true
	}
	return f.several(e) && e.definite && f.figure[e.Token] == doc.None && f.tree.Child(e.Token, "amod", "nmod", "acl") == doc.None
}

// sumsUpAll reports whether the event first told at j is only a headline's count of what
// the text tells one by one: "Two stabbings in one night".
func (f *finder) sumsUpAll(j int) bool {
	e := &f.events[j]
	if e.verb || !f.headline(e.sent) || !f.brings(j) || f.figure[e.Token] == doc.None {
		return false
	}
	if slices.ContainsFunc(f.cluster[j], func(k int) bool { return !f.several(&f.events[k]) }) {
		return false
	}
	n := 0
	for k := range f.events {
		if o := &f.events[k]; o.Same == k && k != j && !f.several(o) && real(o.Realis) && f.pairSort(e, o) > 1 {
			n++
		}
	}
	return n > 1
}

func (f *finder) picks(e *candidate) bool {
	return e.definite && slices.ContainsFunc(f.tree.Kids(e.Token), func(k int) bool {
		return f.tree.Is(k, "amod") && picking[f.tree.Lemma(k)]
	})
}

// retold reports whether somebody is quoted who tells anew, by words that add nothing,
// what the article has told: "a Christmas party", "a bloody attack".
func (f *finder) retold(i, j int) bool {
	e, o := &f.events[i], &f.events[j]
	if !f.indefinite(e) || o.verb || !real(e.Realis) || !real(o.Realis) {
		return false
	}
	if f.tree.Lemma(e.Token) != f.tree.Lemma(o.Token) && (e.sent-o.sent > 1 || !violent[f.tree.Lemma(e.Token)] || family(e) != family(o)) {
		return false
	}
	for _, q := range f.d.Quotes {
		if q.Start <= e.Trigger.Start && e.Trigger.End <= q.End && q.Start > o.Trigger.Start {
			return f.plainer(e.Token, o.Token) && f.closest(i, j)
		}
	}
	return false
}

// closest reports whether no other event before i is as much of its kind as that first
// told at j.
func (f *finder) closest(i, j int) bool {
	e := &f.events[i]
	best := f.sort(e, j)
	for k := max(0, i-memory); k < i; k++ {
		if o := &f.events[k]; o.Same == k && k != j && !o.Generic && real(o.Realis) && f.pairSort(e, o) >= best {
			return false
		}
	}
	return true
}

// feeling are adjectives that say how bad or big a thing is, not which.
var feeling = words("bloody terrible horrible horrific awful tragic loud huge big massive enormous great deafening cowardly barbaric senseless brutal heinous vicious despicable appalling devastating dreadful")

// plainer reports whether all that stands before noun a stands before noun b as well.
func (f *finder) plainer(a, b int) bool {
	for _, k := range f.tree.Kids(a) {
		if k >= a || !f.tree.Is(k, "amod", "compound", "nummod") || feeling[f.tree.Lemma(k)] {
			continue
		}
		if !slices.ContainsFunc(f.tree.Kids(b), func(x int) bool { return f.tree.Lemma(x) == f.tree.Lemma(k) }) {
			return false
		}
	}
	return f.tree.Oblique(a, "of", "in", "at") == doc.None
}

// hinted is the best hint of e at a mention of the event first told at j.
func (f *finder) hinted(e *candidate, j int) int {
	n := 0
	for _, k := range f.told(j) {
		n = max(n, f.hint(e, &f.events[k]))
	}
	return n
}

// hint counts what words before the noun of e say of where or whom with, or how, and
// words of the mention o do as well: "a bombing at a market", "the market blast".
func (f *finder) hint(e, o *candidate) int {
	if e.verb {
		return 0
	}
	n := 0
	for _, k := range f.tree.Kids(e.Token) {
		switch {
		case k > e.Token || !f.tree.Is(k, "compound", "amod", "nmod:poss"):
		case f.tree.Token(k).UPOS != "ADJ" && f.with(o, f.tree.Lemma(k)), f.countryOf(k, o.Place):
			n++
		}
	}
	return n
}

// countryOf reports whether the word at token k is of the country that place p lies in:
// "the Chilean quake".
func (f *finder) countryOf(k, p int) bool {
	m := f.mention[k]
	if m == doc.None || p == doc.None || f.d.Mentions[m].Chain == doc.None || f.d.Mentions[p].Chain == doc.None {
		return false
	}
	c := f.d.Chains[f.d.Mentions[m].Chain].Country
	return c != "" && c == f.d.Chains[f.d.Mentions[p].Chain].Country
}

// with reports whether the phrase of o has the noun.
func (f *finder) with(o *candidate, lemma string) bool {
	for _, a := range o.Args {
		if f.tree.Lemma(f.d.Mentions[a.Mention].Head) == lemma {
			return true
		}
	}
	if o.Place != doc.None && f.tree.Lemma(f.d.Mentions[o.Place].Head) == lemma {
		return true
	}
	return slices.ContainsFunc(f.tree.Kids(o.Token), func(k int) bool {
		return f.tree.Is(k, "compound", "obl", "nmod") && f.tree.Lemma(k) == lemma
	})
}
