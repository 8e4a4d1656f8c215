package claim

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// people are the metrics whose figures each make a claim of their own.
var people = map[string]bool{
	"killed": true, "injured": true, "killed_or_injured": true, "missing": true, "hostages": true, "arrested": true, "captured": true,
	"present": true, "participants": true, "displaced": true, "evacuated": true, "infected": true, "rescued": true,
}

// attribute makes the attributions of saying i: one for each figure of people
// that it gives, one when it gives none.
func (r *reader) attribute(i int) {
	s := &r.sayings[i]
	if s.silent {
		return
	}
	act := r.actOf(s)
	a := doc.Attribution{
		Content: r.tree.Span(s.first, s.last), Unattributed: s.unattributed, Act: act, Time: s.time,
		Quantity: doc.None, Rule: s.rule,
	}
	a.Span = a.Content
	if s.cues.Len() > 0 {
		a.Span = cover(a.Span, s.cues)
	}
	if s.source.span.Len() > 0 && s.cue != doc.None && r.sentenceOf(s.source.span) == s.sent {
		a.Span = cover(a.Span, s.source.span)
	}
	a.Hops = r.hops(i)
	a.Negated = r.contentNegated(s)
	a.Quoted = r.quotes(s)
	a.Hedges = r.hedges(s)
	if n := len(a.Hops); n > 0 {
		a.Hops[n-1].Act = act
		r.factuality(a.Hops, s, &a)
	}
	a.Events, a.Mentions = r.about(s)
	a.Class = r.class(&a)
	figures := r.figures(s)
	if len(figures) == 0 {
		r.d.Attributions = append(r.d.Attributions, a)
		return
	}
	for _, q := range figures {
		one := a
		one.Hops = slices.Clone(a.Hops)
		one.Quantity = q
		if one.Class == "" || people[r.d.Quantities[q].Figure.Metric] {
			one.Class = "quantity"
		}
		if e := r.d.Quantities[q].Event; e != doc.None && !slices.Contains(one.Events, e) {
			one.Events = append(slices.Clone(one.Events), e)
		}
		r.d.Attributions = append(r.d.Attributions, one)
	}
}

func cover(a, b graph.Span) graph.Span {
	return graph.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

func (r *reader) sentenceOf(s graph.Span) int {
	i := r.tokenAt(s.Start)
	if i >= len(r.d.Tokens) {
		return doc.None
	}
	return r.tree.Token(i).Sent
}

// figures are the quantities in the content that are figures of people, each a
// claim of its own; where there are none, those that are figures of an event,
// or the only one. A figure in the content of a nested saying is that
// one's.
func (r *reader) figures(s *saying) []int {
	var counts, events, others []int
	for q := range r.d.Quantities {
		f := &r.d.Quantities[q]
		if f.First < s.first || f.Last > s.last || r.nestedFigure(s, q) {
			continue
		}
		switch {
		case people[f.Figure.Metric]:
			counts = append(counts, q)
		case f.Event != doc.None:
			events = append(events, q)
		default:
			others = append(others, q)
		}
	}
	switch {
	case len(counts)+len(events) > 0:
		both := slices.Concat(counts, events)
		slices.Sort(both)
		return both
	case len(others) == 1:
		return others
	}
	return nil
}

func (r *reader) nestedFigure(s *saying, q int) bool {
	f := &r.d.Quantities[q]
	for k := range r.sayings {
		o := &r.sayings[k]
		if o.parent != doc.None && &r.sayings[o.parent] == s && !o.silent && o.first <= f.First && f.Last <= o.last {
			return true
		}
	}
	return false
}

func (r *reader) quotes(s *saying) bool {
	for i := s.first; i < s.last; i++ {
		if r.inQuote(i) {
			return true
		}
	}
	for _, q := range r.d.Quotes {
		if r.tree.Span(s.first, s.last).Overlaps(q.Span) {
			return true
		}
	}
	return false
}

func innermost(a *doc.Attribution) source {
	if len(a.Hops) == 0 {
		return noSource
	}
	return source{token: doc.None, mention: a.Hops[len(a.Hops)-1].Source}
}
