// Package dep walks dependency trees. In goes a document with tokens, heads
// and relations (Universal Dependencies with subtypes), out come a token's
// children, its clause, and who does what to whom in it, through passives,
// relative clauses, coordination and control. All numbers are indexes into
// Document.Tokens; doc.None stands for none. Trees come from a parser that
// errs, so no walk trusts that there is no cycle or that a relation is right.
package dep

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A Tree is a document's trees with children looked up.
type Tree struct {
	Doc  *doc.Document
	kids [][]int
}

// New looks up the children of every token of d.
func New(d *doc.Document) *Tree {
	t := &Tree{Doc: d, kids: make([][]int, len(d.Tokens))}
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 && h < len(d.Tokens) && h != i {
			t.kids[h] = append(t.kids[h], i)
		}
	}
	return t
}

// Token is the i-th token.
func (t *Tree) Token(i int) *doc.Token { return &t.Doc.Tokens[i] }

// Kids are the children of i in the order of the text.
func (t *Tree) Kids(i int) []int { return t.kids[i] }

// Is reports whether the relation of i is one of rels. A relation without a
// subtype stands for all of its subtypes too.
func (t *Tree) Is(i int, rels ...string) bool {
	rel := t.Doc.Tokens[i].Deprel
	base, _, _ := strings.Cut(rel, ":")
	for _, r := range rels {
		if r == rel || r == base {
			return true
		}
	}
	return false
}

// Child is the first child of i with one of the relations.
func (t *Tree) Child(i int, rels ...string) int {
	for _, k := range t.kids[i] {
		if t.Is(k, rels...) {
			return k
		}
	}
	return doc.None
}

// Case is the preposition of i in lower case, such as "in" or "because of".
func (t *Tree) Case(i int) string {
	for _, k := range t.kids[i] {
		if !t.Is(k, "case") && !(t.Is(k, "mark") && t.Doc.Tokens[k].UPOS == "ADP") {
			continue
		}
		words := []string{strings.ToLower(t.Doc.Tokens[k].Text)}
		for _, f := range t.kids[k] {
			if t.Is(f, "fixed") {
				words = append(words, strings.ToLower(t.Doc.Tokens[f].Text))
			}
		}
		return strings.Join(words, " ")
	}
	return ""
}

// Oblique is the first child of i that is an oblique or modifier with one of
// the prepositions.
func (t *Tree) Oblique(i int, cases ...string) int {
	for _, k := range t.kids[i] {
		if !t.Is(k, "obl", "nmod") {
			continue
		}
		c := t.Case(k)
		for _, want := range cases {
			if c == want {
				return k
			}
		}
	}
	return doc.None
}

// Range is the first token of the subtree of i and the one after its last.
func (t *Tree) Range(i int) (first, last int) {
	first, last = i, i+1
	t.walk(i, 0, func(k int) {
		first, last = min(first, k), max(last, k+1)
	})
	return first, last
}

// Span is the text of tokens first to last, the last one excluded.
func (t *Tree) Span(first, last int) graph.Span {
	return graph.Span{Start: t.Doc.Tokens[first].Start, End: t.Doc.Tokens[last-1].End}
}

const deepest = 60

func (t *Tree) walk(i, depth int, visit func(int)) {
	visit(i)
	if depth > deepest {
		return
	}
	for _, k := range t.kids[i] {
		t.walk(k, depth+1, visit)
	}
}

// Walk visits the subtree of i, i first.
func (t *Tree) Walk(i int, visit func(int)) { t.walk(i, 0, visit) }

// Climb calls visit with the ancestors of i, the nearest first, until visit
// returns false or the root is passed.
func (t *Tree) Climb(i int, visit func(ancestor, from int) bool) {
	for depth := 0; depth < deepest; depth++ {
		h := t.Doc.Tokens[i].Head
		if h < 0 || h >= len(t.Doc.Tokens) || !visit(h, i) {
			return
		}
		i = h
	}
}

// Under reports whether i is in the subtree of top.
func (t *Tree) Under(i, top int) bool {
	if i == top {
		return true
	}
	found := false
	t.Climb(i, func(a, _ int) bool {
		found = a == top
		return !found
	})
	return found
}

// Clause is the head of the clause that i stands in: i itself when it heads
// one, else the nearest ancestor that does.
func (t *Tree) Clause(i int) int {
	if t.heads(i) {
		return i
	}
	clause := i
	t.Climb(i, func(a, _ int) bool {
		clause = a
		return !t.heads(a)
	})
	return clause
}

func (t *Tree) heads(i int) bool {
	if t.Is(i, "root", "ccomp", "advcl", "acl", "xcomp", "csubj", "parataxis") {
		return true
	}
	return t.Is(i, "conj") && (t.Doc.Tokens[i].UPOS == "VERB" || t.Child(i, "nsubj", "cop", "aux") != doc.None)
}

// Lemma is the lemma of i, or the text in lower case when it has none.
func (t *Tree) Lemma(i int) string {
	tok := &t.Doc.Tokens[i]
	if tok.Lemma != "" && tok.Lemma != "_" {
		return strings.ToLower(tok.Lemma)
	}
	return strings.ToLower(tok.Text)
}

// Conjuncts are the tokens coordinated with i as further members, in order.
func (t *Tree) Conjuncts(i int) []int {
	var out []int
	for _, k := range t.kids[i] {
		if t.Is(k, "conj") {
			out = append(out, k)
		}
	}
	return out
}

// Mentions tells for each token the mention that it heads, else one that it
// stands in, else doc.None.
func Mentions(d *doc.Document) []int {
	at := None(len(d.Tokens))
	for i, m := range d.Mentions {
		for t := m.First; t < m.Last; t++ {
			if at[t] == doc.None || d.Mentions[at[t]].Head != t {
				at[t] = i
			}
		}
		if m.Head >= 0 {
			at[m.Head] = i
		}
	}
	return at
}

// Timexes tells for each token the time expression that it stands in, else
// doc.None.
func Timexes(d *doc.Document) []int {
	at := None(len(d.Tokens))
	for i, x := range d.Timexes {
		for t := x.First; t < x.Last; t++ {
			at[t] = i
		}
	}
	return at
}

// None is n indexes of nothing.
func None(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = doc.None
	}
	return out
}
