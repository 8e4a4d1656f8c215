package coref

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// readName takes off a person's name what is not part of it everywhere: the
// nickname in quotation marks, junior or senior, and letters of honor.
func (r *resolver) readName(m *mention) {
	text := r.d.Text[m.Start:m.End]
	if a := strings.IndexAny(text, "\"“‘"); a > 0 {
		_, mark := utf8.DecodeRuneInString(text[a:])
		if b := strings.IndexAny(text[a+mark:], "\"”’"); b > 0 {
			m.nick = graph.Fold(text[a+mark : a+mark+b])
			_, end := utf8.DecodeRuneInString(text[a+mark+b:])
			m.words = strings.Fields(graph.Fold(text[:a] + " " + text[a+mark+b+end:]))
		}
	}
	for n := len(m.words); n > 1 && behindName[m.words[n-1]]; n-- {
		if w := m.words[n-1]; w == "jr" || w == "sr" || w == "junior" || w == "senior" {
			m.suffix = w[:1] + "r"
			if w == "junior" {
				m.suffix = "jr"
			}
		}
		m.words = m.words[:n-1]
	}
	m.key = strings.Join(m.words, " ")
	if m.nick == m.key {
		m.nick = ""
	}
}

// behindName are what may stand behind a name and be left out elsewhere.
var behindName = words("jr sr junior senior ii iii iv qc kc mp mep obe mbe cbe phd md esq filho neto")

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
	from, kin := r.inStory(i), len(m.words) == 1 && r.relative(i)
	var before, after []int
	for _, j := range names {
		o := &r.m[j]
		if kin && j < i {
			continue // "their son, Hugh" is not his father Hugh Lorne
		}
		if r.same(i, j) || !shortFor(m.words, o.words) && !nicknamed(m, o) || !r.compatible(r.root(i), r.root(j)) {
			continue
		}
		list := &after
		if j < from {
			list = &before
		}
		if !slices.ContainsFunc(*list, func(k int) bool { return r.same(k, j) }) {
			*list = append(*list, j)
		}
	}
	if len(before) > 1 && len(m.words) == 1 { // of a family, who is of nobody
		if head := slices.DeleteFunc(slices.Clone(before), r.relative); len(head) == 1 {
			return head[0]
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

// relative reports whether a name is brought in as a relative of somebody: "his
// wife Donna Okoro", "sons Tom Diaz and Sam Diaz".
func (r *resolver) relative(i int) bool {
	m := &r.m[i]
	kin := func(k int) bool {
		return k >= 0 && r.d.Tokens[k].Sent == m.sent && kinship[r.tree.Lemma(k)]
	}
	at := m.First - 1
	if at >= 0 && r.d.Tokens[at].Text == "," {
		at--
	}
	if kin(at) {
		return true
	}
	for k, n := m.Head, 0; n < 3 && r.tree.Is(k, "appos") && r.d.Tokens[k].Head != doc.None; n++ {
		if k = r.d.Tokens[k].Head; kin(k) && r.tree.Child(k, "nmod:poss") != doc.None {
			return true // "her son, the conductor Anders Falk"
		}
	}
	if h := r.d.Tokens[m.Head].Head; h != doc.None && r.tree.Is(m.Head, "conj") && h < m.First {
		if j := r.heads[h]; j != doc.None && j != i && r.m[j].Type == doc.Name && r.m[j].person {
			return r.relative(j)
		}
	}
	return false
}

var kinship = words("wife husband son daughter brother sister father mother parent cousin uncle aunt nephew niece grandson granddaughter grandfather grandmother " +
	"widow widower stepson stepdaughter stepfather stepmother half-brother half-sister brother-in-law sister-in-law father-in-law mother-in-law ex-wife " +
	"ex-husband partner fiancee fiance twin sibling child")

// inStory is the first mention of the name of i that is in no headline: a
// headline calls by the surname whom the story has yet to name.
func (r *resolver) inStory(i int) int {
	if r.role(&r.m[i]) != doc.Headline {
		return i
	}
	for j := i; j < len(r.m); j++ {
		if r.m[j].Type == doc.Name && r.m[j].key == r.m[i].key && r.same(i, j) && r.role(&r.m[j]) != doc.Headline {
			return j
		}
	}
	return i
}

// nicknamed reports whether m calls o by the nickname that o's name tells.
func nicknamed(m, o *mention) bool { return o.nick != "" && m.key == o.nick }

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
	if slices.Equal(long[:n], short) {
		return true // Maria-Theresia, Kim Jong
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
