package coref

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// persons joins the names of persons with shorter forms of them. A form that
// fits two persons is joined with neither, unless one alone was named before.
func (r *resolver) persons() {
	names := r.names(func(m *mention) bool { return m.Class == doc.PER })
	for size := 6; size > 0; size-- { // full names first, so that short ones find them whole
		for _, i := range names {
			if len(r.m[i].words) != size || r.root(i) != i {
				continue
			}
			if j := r.bearer(i, names); j != doc.None {
				r.join(i, j, ruleSurname)
			}
		}
	}
}

// bearer finds the one person that the name of i can be short for.
func (r *resolver) bearer(i int, names []int) int {
	m := &r.m[i]
	var before, after []int
	for _, j := range names {
		o := &r.m[j]
		if r.same(i, j) || !shortFor(m.words, o.words) || !r.compatible(r.root(i), r.root(j)) {
			continue
		}
		list := &after
		if j < i {
			list = &before
		}
		if !slices.ContainsFunc(*list, func(k int) bool { return r.same(k, j) }) {
			*list = append(*list, j)
		}
	}
	if len(before) == 1 {
		return before[0]
	}
	if len(before) == 0 && len(after) == 1 {
		return after[0]
	}
	return doc.None
}

// shortFor reports whether short, a name in folded words, can stand for long.
func shortFor(short, long []string) bool {
	n, k := len(short), len(long)
	if n == 0 || n >= k {
		return false
	}
	if slices.Equal(long[k-n:], short) {
		return true // Putin, al Muhajir
	}
	if n == 1 {
		// The given name alone, or the family name where it comes first.
		_, given := lexicon.Given(upperFirst(short[0]))
		return long[0] == short[0] && (given || familyFirst[short[0]])
	}
	// First and last, with something between: Duncan Rait, Duncan Robert Rait.
	return short[n-1] == long[k-1] && (short[0] == long[0] || len(short[0]) == 1 && long[0][:1] == short[0])
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}

// familyFirst are family names that stand first in full names.
var familyFirst = words("kim park lee choi jung kang cho moon yoon xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu jiang deng mao nguyen tran le pham hun ban")

// sameBearer reports whether two names can be of one person: one is short for
// the other, or they are equal.
func sameBearer(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 || slices.Equal(a, b) {
		return true
	}
	return shortFor(a, b) || shortFor(b, a)
}
