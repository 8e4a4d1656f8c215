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

// about is what the content speaks of: its events, and the actors and places
// it names. "It" and "as such" stand for what the claim before was about.
func (r *reader) about(s *saying) (events, mentions []int) {
	content := r.tree.Span(s.first, s.last)
	for e := range r.d.Events {
		if content.Contains(r.d.Events[e].Trigger) {
			events = append(events, e)
		}
	}
	for m := range r.d.Mentions {
		mention := &r.d.Mentions[m]
		if mention.Chain == doc.None || !content.Contains(mention.Span) || r.sameSource(source{mention: m}, s.source) {
			continue
		}
		mentions = append(mentions, m)
	}
	if s.passive && s.cue != doc.None {
		if p := r.tree.Child(s.cue, "nsubj:pass"); p != doc.None && r.mention[p] != doc.None && !slices.Contains(mentions, r.mention[p]) {
			mentions = append(mentions, r.mention[p])
		}
	}
	if antecedent := r.antecedent(s); antecedent != doc.None && !slices.Contains(mentions, antecedent) {
		mentions = append(mentions, antecedent)
	}
	if len(events) == 0 {
		events = r.besides(s)
	}
	if len(events) == 0 && (len(mentions) == 0 || r.pointsBack(s)) {
		for k := len(r.d.Attributions) - 1; k >= 0; k-- {
			if before := r.d.Attributions[k]; len(before.Events) > 0 && before.Start < content.Start {
				events = slices.Clone(before.Events)
				if len(mentions) == 0 && r.onlyPoints(s) {
					mentions = slices.Clone(before.Mentions)
				}
				break
			}
		}
		if len(events) == 0 {
			events = r.toldBefore(s)
		}
	}
	return events, mentions
}

// antecedent is the mention that a relative clause with the cue tells of: "a
// boat that the navy said was".
func (r *reader) antecedent(s *saying) int {
	if s.cue == doc.None || !r.tree.Is(s.cue, "acl") || r.tree.Token(s.cue).Head < 0 {
		return doc.None
	}
	m := r.mention[r.tree.Token(s.cue).Head]
	if m == doc.None || r.d.Mentions[m].Chain == doc.None || r.sameSource(source{mention: m}, s.source) {
		return doc.None
	}
	return m
}

// besides is the event that the sentence tells of before what is said, for a
// content that has none: "warned of an attack, advising them to stay away".
func (r *reader) besides(s *saying) []int {
	if s.cue == doc.None {
		return nil
	}
	for e := len(r.d.Events) - 1; e >= 0; e-- {
		event := &r.d.Events[e]
		if at := event.Token; event.Type != "x-media" && at < s.first && at != s.cue && r.tree.Token(at).Sent == s.sent {
			return []int{e}
		}
	}
	return nil
}

// pointsBack reports whether the content has a word for what was said before,
// or is a quotation that leaves out what it is about.
func (r *reader) pointsBack(s *saying) bool {
	if s.cue == doc.None || r.inQuote(s.first) {
		return true
	}
	for i := s.first; i < s.last; i++ {
		switch r.tree.Lemma(i) {
		case "dead", "toll", "wounded", "victim", "figure":
			if d := r.tree.Child(i, "det"); d != doc.None && r.tree.Lemma(d) == "the" {
				return true // "half of the dead were militants"
			}
		case "it", "this", "that", "such", "so", "these", "those":
			if r.tree.Token(i).UPOS == "PRON" || r.tree.Token(i).UPOS == "DET" || r.tree.Lemma(i) == "such" {
				return true
			}
		}
	}
	return false
}

// onlyPoints reports whether the content is no more than a word for what was
// said before: "confirmed as such", "denied this".
func (r *reader) onlyPoints(s *saying) bool {
	const longest = 2 // words
	return s.cue != doc.None && s.last-s.first <= longest && !r.inQuote(s.first) && r.pointsBack(s)
}

// toldBefore is the last event of the sentences just before.
func (r *reader) toldBefore(s *saying) []int {
	const near = 2 // sentences
	for e := len(r.d.Events) - 1; e >= 0; e-- {
		at := r.tree.Token(r.d.Events[e].Token).Sent
		if at < s.sent && s.sent-at <= near {
			return []int{e}
		}
	}
	return nil
}

// narrator adds the article's own claims: figures of events that no attribution
// gives.
func (r *reader) narrator() {
	attributed := slices.Clone(r.d.Attributions)
	for q := range r.d.Quantities {
		f := &r.d.Quantities[q]
		if f.Event == doc.None || f.First < 0 || claimed(attributed, f.Span) {
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
		_, mentions := r.about(&c)
		r.d.Attributions = append(r.d.Attributions, doc.Attribution{
			Span: span, Content: span, Act: "assert", Class: "quantity", Events: []int{f.Event}, Mentions: mentions,
			Quantity: q, Time: doc.None, Rule: "claim/narrator-figure"})
	}
}

// narrow cuts the sentence down to the clause that gives the figure at token i.
func (r *reader) narrow(s *saying, i int) {
	clause := r.tree.Clause(i)
	if r.tree.Is(clause, "acl", "advcl") && r.tree.Token(clause).Head >= 0 {
		clause = r.tree.Token(clause).Head
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

func innermost(a *doc.Attribution) source {
	if len(a.Hops) == 0 {
		return noSource
	}
	return source{token: doc.None, mention: a.Hops[len(a.Hops)-1].Source}
}
