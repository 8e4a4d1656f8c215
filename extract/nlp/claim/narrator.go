package claim

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// narrator adds the article's own claims: figures that no attribution gives, of events
// or with a bound.
func (r *reader) narrator() {
	attributed := slices.Clone(r.d.Attributions)
	for q := range r.d.Quantities {
		f := &r.d.Quantities[q]
		if f.Event == doc.None && !bounded(f) || f.First < 0 || claimed(attributed, f.Span) {
			continue
		}
		s := r.tree.Token(f.First).Sent
		if b := r.d.Sentences[s].Block; b >= 0 && b < len(r.d.Blocks) && !r.d.Blocks[b].Role.Prose() {
			continue
		}
		sent := r.d.Sentences[s]
		c := saying{sent: s, cue: doc.None, first: sent.First, last: sent.Last, time: doc.None}
		r.narrow(&c, f.First)
		r.trim(&c)
		span := r.tree.Span(c.first, c.last)
		events, mentions := r.about(&c)
		events = slices.DeleteFunc(events, func(e int) bool { return !span.Contains(r.d.Events[e].Trigger) })
		if f.Event != doc.None {
			events = []int{f.Event}
		}
		r.d.Attributions = append(r.d.Attributions, doc.Attribution{
			Span: span, Content: span, Act: "assert", Class: "quantity", Events: events, Mentions: mentions,
			Quantity: q, Time: doc.None, Rule: "claim/narrator-figure"})
	}
}

// bounded reports whether a figure of no event counts people or things with a bound:
// "they still hold at least 14 vessels".
func bounded(f *doc.Quantity) bool {
	return f.Noun >= 0 && (people[f.Figure.Metric] || f.Figure.Comparator != graph.Exact)
}

// narrow cuts the sentence down to the clause that gives the figure at token i.
func (r *reader) narrow(s *saying, i int) {
	clause := r.tree.Clause(i)
	if h := r.tree.Token(clause).Head; h >= 0 && (r.tree.Is(clause, "acl", "advcl") || r.tree.Is(clause, "conj") && r.tree.Child(clause, "nsubj", "nsubj:pass") == doc.None) {
		clause = h // who "fell and died" stands before the first verb
	}
	first, last := r.tree.Range(clause)
	if first >= s.first && last <= s.last && first <= i && i < last {
		s.first, s.last = first, last
	}
}

// claimed reports whether a figure stands in a claim, in its content or in the
// description of its source.
func claimed(by []doc.Attribution, span graph.Span) bool {
	return slices.ContainsFunc(by, func(a doc.Attribution) bool {
		return a.Content.Contains(span) || slices.ContainsFunc(a.Hops, func(h doc.Hop) bool { return h.Span.Contains(span) })
	})
}
