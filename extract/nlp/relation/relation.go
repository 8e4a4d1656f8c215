// Package relation reads lasting relations between actors: who leads, speaks
// for, works for or belongs to what, what sprang from what, and where somebody
// is based. In come trees, mentions and chains, out come Document.Relations, one
// for each place in the text that says so, each with the rule that read it and
// the words from one end to the other.
//
// The rules look at roles ("Pentagon Press Secretary Peter Cook", "a spokesman
// for the army"), at modifiers ("al-Qaida operatives", "an Afghanistan-based
// cell") and at verbs ("led by", "joined"). Relations that a text denies, wishes
// or asks are left out. Time is when it held, where the text dates it ("led the
// club from 1994 to 2002"); a second rule, relation/former, marks what is over.
package relation

import (
	"cmp"
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/dep"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Run fills Document.Relations.
func Run(d *doc.Document) {
	f := &finder{d: d, tree: dep.New(d), heads: make([]int, len(d.Tokens))}
	for i := range f.heads {
		f.heads[i] = doc.None
	}
	for i, m := range d.Mentions {
		if f.heads[m.Head] == doc.None {
			f.heads[m.Head] = i
		}
	}
	d.Relations = nil
	for i := range d.Mentions {
		switch m := &d.Mentions[i]; {
		case m.Chain == doc.None || m.Type == doc.Pronoun:
		case m.Type == doc.Nominal:
			f.role(i)
			f.modified(i)
		default:
			f.named(i)
			f.modified(i)
		}
	}
	for i := range d.Tokens {
		switch d.Tokens[i].UPOS {
		case "VERB", "ADJ":
			f.verb(i)
		case "NOUN":
			f.unit(i)
		}
	}
	f.successors()
	slices.SortStableFunc(d.Relations, func(a, b doc.Relation) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
}

// A finder reads the relations of one document.
type finder struct {
	d     *doc.Document
	tree  *dep.Tree
	heads []int // token → the mention it heads, None
}

// add records a relation between two mentions, unless it is of a thing with
// itself or of nothing.
func (f *finder) add(t graph.RelType, from, to int, rule string) {
	f.held(t, from, to, rule, doc.None, false)
}

// held is add for a relation that held at a time, None where none is told, or
// that is said to be over.
func (f *finder) held(t graph.RelType, from, to int, rule string, time int, over bool) {
	if from == doc.None || to == doc.None {
		return
	}
	a, b := &f.d.Mentions[from], &f.d.Mentions[to]
	if a.Chain == doc.None || b.Chain == doc.None || a.Chain == b.Chain {
		return
	}
	r := doc.Relation{
		Span: graph.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)},
		Type: t, From: from, To: to, Time: time, Rule: "relation/" + rule,
	}
	if over {
		r.Rule += " " + ruleFormer
	}
	if time != doc.None {
		x := f.d.Timexes[time]
		if next := time + 1; next < len(f.d.Timexes) && f.d.Timexes[next].First == x.Last+1 && strings.Contains(x.EDTF, "/") && f.lemma(x.Last) == "to" {
			x.End = f.d.Timexes[next].End
		}
		if f.d.Tokens[x.First].Sent == f.d.Tokens[a.Head].Sent {
			r.Span = graph.Span{Start: min(r.Start, x.Start), End: max(r.End, x.End)}
		}
	}
	if f.d.Tokens[a.Head].Sent != f.d.Tokens[b.Head].Sent {
		r.Span = a.Span // what says it stands in one sentence
	}
	f.record(r)
}

// record keeps a relation once for each place that says it.
func (f *finder) record(r doc.Relation) {
	key := doc.Relation{Type: r.Type, From: f.d.Mentions[r.From].Chain, To: f.d.Mentions[r.To].Chain, Span: r.Span}
	for _, o := range f.d.Relations {
		same := doc.Relation{Type: o.Type, From: f.d.Mentions[o.From].Chain, To: f.d.Mentions[o.To].Chain, Span: key.Span}
		if same == key && o.Overlaps(r.Span) {
			return
		}
	}
	f.d.Relations = append(f.d.Relations, r)
}

func (f *finder) lemma(i int) string { return f.tree.Lemma(i) }

func (f *finder) chain(i int) *doc.Chain { return &f.d.Chains[f.d.Mentions[i].Chain] }

// place reports whether mention i is of a place that does not act.
func (f *finder) place(i int) bool {
	m := &f.d.Mentions[i]
	return m.Chain != doc.None && f.chain(i).Place != "" && m.Class == doc.LOC
}

// body reports whether mention i is of something that has members and leaders.
func (f *finder) body(i int) bool {
	m := &f.d.Mentions[i]
	if m.Chain == doc.None {
		return false
	}
	if noun, ok := lexicon.NounOf(f.lemma(m.Head)); ok && m.Class == doc.Group && noun.Collective && f.chain(i).Actor != "" {
		return true // "the rebel group"
	}
	switch f.chain(i).Actor {
	case graph.Organization, graph.PublicBody, graph.ArmedGroup, graph.MediaOutlet, graph.State:
		return m.Class != doc.NORP
	}
	return false
}

// person reports whether mention i is of one person or of several.
func (f *finder) person(i int) bool {
	m := &f.d.Mentions[i]
	return m.Class == doc.PER || m.Class == doc.Group
}

// hedged reports whether a word is denied, wished or asked.
func (f *finder) hedged(i int) bool {
	for _, k := range f.tree.Kids(i) {
		switch f.lemma(k) {
		case "not", "n't", "never", "no", "would", "could", "may", "might", "should", "if", "whether":
			return true
		}
	}
	return false
}

func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}
