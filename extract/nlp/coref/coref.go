// Package coref joins the mentions of one actor or place into chains and says
// what each is. In come tokens, trees and mentions, out come Document.Chains and
// Mention.Chain. It works in sieves, the surest first (Raghunathan et al. 2010,
// Lee et al. 2013): equal names, abbreviations, parts of names, apposition,
// relative pronouns, and then, in the order of the text, descriptions and
// pronouns, the latter by salience (Lappin and Leass 1994). Each link names its
// rule. What no rule is sure of stays apart: two chains can be joined later,
// one cannot be taken apart.
//
// The kind of a chain is one of graph's kinds; a country that acts is a state,
// one that things happen in is a place, and it may be both. I, we and you are
// left to package claim.
package coref

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/dep"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Run fills the chains of d.
func Run(d *doc.Document) {
	d.Chains = nil
	if len(d.Mentions) == 0 {
		return
	}
	r := newResolver(d)
	r.equalNames()
	r.abbreviations()
	r.persons()
	r.shortNames()
	r.appositions()
	r.relatives()
	r.metonyms()
	r.compass()
	r.identifications()
	r.victims()
	r.leads()
	r.descriptions()
	r.chains()
}

// A resolver holds the chains while they grow: a forest over mentions.
type resolver struct {
	d      *doc.Document
	tree   *dep.Tree
	m      []mention
	parent []int
	rule   []string // by which a mention was joined to an earlier one
	heads  []int    // token → mention that it heads, the outermost; None
	quoted []bool   // token → within quotation marks
	bySent []int    // sentence → its first mention; one more at the end
	world  world

	settled map[string]string // name in small letters → the state or country said after it
}

func newResolver(d *doc.Document) *resolver {
	r := &resolver{d: d, settled: map[string]string{}, tree: dep.New(d), parent: make([]int, len(d.Mentions)), rule: make([]string, len(d.Mentions)), heads: make([]int, len(d.Tokens)), quoted: quotes(d)}
	for i := range r.heads {
		r.heads[i] = doc.None
	}
	for i := range d.Mentions {
		r.parent[i] = i
		if h := d.Mentions[i].Head; r.heads[h] == doc.None {
			r.heads[h] = i
		}
	}
	for i, m := range d.Mentions { // whatever else of a name hangs outside it
		for k := m.First; k < m.Last && m.Type == doc.Name; k++ {
			if h := d.Tokens[k].Head; r.heads[k] == doc.None && (h < m.First || h >= m.Last) {
				r.heads[k] = i
			}
		}
	}
	r.bySent = make([]int, len(d.Sentences)+1)
	for s, i := 0, 0; s < len(r.bySent); s++ {
		for i < len(d.Mentions) && d.Tokens[d.Mentions[i].First].Sent < s {
			i++
		}
		r.bySent[s] = i
	}
	r.m = make([]mention, len(d.Mentions))
	for i := range d.Mentions {
		r.m[i] = r.describe(i)
	}
	r.world = r.lookAround()
	r.doubt()
	return r
}

// root is the first mention of the chain of i.
func (r *resolver) root(i int) int {
	for r.parent[i] != i {
		r.parent[i] = r.parent[r.parent[i]]
		i = r.parent[i]
	}
	return i
}

func (r *resolver) same(i, j int) bool { return r.root(i) == r.root(j) }

// join puts i and j into one chain, unless they cannot be one. The later of
// the two roots remembers the rule.
func (r *resolver) join(i, j int, rule string) bool {
	a, b := r.root(i), r.root(j)
	if a == b {
		return true
	}
	if !r.compatible(a, b) {
		return false
	}
	if a > b {
		a, b = b, a
	}
	r.parent[b] = a
	r.m[a].merge(&r.m[b])
	if late := max(i, j); r.rule[late] == "" {
		r.rule[late] = rule
	}
	if r.rule[b] == "" {
		r.rule[b] = rule
	}
	return true
}

// compatible reports whether nothing that is known of two chains contradicts
// that they are one.
func (r *resolver) compatible(a, b int) bool {
	x, y := &r.m[a], &r.m[b]
	if x.gender != "" && y.gender != "" && x.gender != y.gender {
		return false
	}
	if x.person && y.person && !sameBearer(x.full, y.full) && !nicknamed(x, y) && !nicknamed(y, x) || x.suffix != "" && y.suffix != "" && x.suffix != y.suffix {
		return false
	}
	if x.entry != nil && y.entry != nil && x.entry.Name != y.entry.Name {
		return false
	}
	return !slices.ContainsFunc(x.not, func(n int) bool { return r.root(n) == b }) && !slices.ContainsFunc(y.not, func(n int) bool { return r.root(n) == a })
}

// members lists the mentions of each chain, chains by their first mention.
func (r *resolver) members() [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range r.m {
		root := r.root(i)
		k, ok := at[root]
		if !ok {
			k = len(out)
			at[root] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}

// quotes marks the tokens within quotation marks, paragraph by paragraph.
func quotes(d *doc.Document) []bool {
	out := make([]bool, len(d.Tokens))
	for _, b := range d.Blocks {
		open, single := false, false
		for i := firstToken(d, b.Span); i < len(d.Tokens) && d.Tokens[i].End <= b.End; i++ {
			switch t := d.Tokens[i]; t.Text {
			case "“", "``":
				open = true
			case "”", "''":
				open = false
			case `"`:
				open = !open
			case "‘", "’", "'":
				// An apostrophe has another tag.
				single = t.XPOS == "``" || single && t.XPOS != "''"
			}
			out[i] = open || single
		}
	}
	return out
}

func firstToken(d *doc.Document, s graph.Span) int {
	i, _ := slices.BinarySearchFunc(d.Tokens, s.Start, func(t doc.Token, at int) int { return t.Start - at })
	return i
}
