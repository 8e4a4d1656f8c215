package nlp

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// claim makes the claim of the i-th attribution with its chain.
func (b *builder) claim(i int) {
	a := b.d.Attributions[i]
	c := graph.Claim{
		Collection: b.article.Collection, Article: b.article.ID,
		Act: a.Act, Class: a.Class,
		Text: oneLine(a.Of(b.d.Text)), Content: oneLine(a.Content.Of(b.d.Text)),
		Quoted: a.Quoted, Unattributed: a.Unattributed, Negated: a.Negated,
		Factuality: graph.CertainTrue, Said: b.interval(a.Time),
	}
	c.Evidence = append(c.Evidence, b.evidence(a.Span, graph.RoleClaim, a.Rule))
	if a.Content.Len() > 0 {
		c.Evidence = append(c.Evidence, b.evidence(a.Content, graph.RoleContent, a.Rule))
	}
	c.Evidence = append(c.Evidence, b.timeEvidence(a.Time)...)
	for _, h := range a.Hedges {
		c.Hedges = append(c.Hedges, h.Of(b.d.Text))
	}
	if a.Quantity != doc.None {
		q := b.d.Quantities[a.Quantity]
		figure := q.Figure
		c.Quantity = &figure
		c.Evidence = append(c.Evidence, b.evidence(q.Span, graph.RoleQuantity, a.Rule))
	}
	innermost := ""
	for _, h := range a.Hops {
		c.Cue, c.Factuality = h.Cue.Of(b.d.Text), h.Factuality
		if h.Source != doc.None {
			innermost = b.actorOf(h.Source)
		}
		if h.Cue.Len() > 0 {
			c.Evidence = append(c.Evidence, b.evidence(h.Cue, graph.RoleCue, a.Rule))
		}
	}
	c.Identify(innermost)
	b.claims[i] = c.ID
	b.out.Claims = append(b.out.Claims, c)
	b.relate(graph.Relationship{Type: graph.ReportedIn, From: c.ID, To: b.article.ID,
		Evidence: []graph.Evidence{b.evidence(a.Span, graph.RoleClaim, a.Rule)}})
	b.hops(c.ID, a)
	b.about(c.ID, a)
}

// hops joins a claim to its sources, outermost first.
func (b *builder) hops(claim string, a doc.Attribution) {
	n := 0
	for _, h := range a.Hops {
		source := b.actorOf(h.Source)
		if source == "" {
			continue
		}
		n++
		span := h.Span
		if span.Len() == 0 {
			span = b.d.Mentions[h.Source].Span
		}
		evidence := []graph.Evidence{b.evidence(span, graph.RoleSource, a.Rule)}
		cue := ""
		if h.Cue.Len() > 0 {
			cue = oneLine(h.Cue.Of(b.d.Text))
			evidence = append(evidence, b.evidence(h.Cue, graph.RoleCue, a.Rule))
		}
		b.relate(graph.Relationship{Type: graph.AttributedTo, From: claim, To: source, Hop: n, Act: h.Act, Cue: cue,
			Medium: h.Medium, Factuality: h.Factuality, Told: h.Told, Time: b.interval(h.Time), Evidence: evidence})
	}
}

// about joins a claim to what it is about.
func (b *builder) about(claim string, a doc.Attribution) {
	for _, e := range a.Events {
		if to := b.events[e]; to != "" {
			b.relate(graph.Relationship{Type: graph.AboutRel, From: claim, To: to,
				Evidence: []graph.Evidence{b.evidence(b.d.Events[e].Trigger, graph.RoleArgument, a.Rule)}})
		}
	}
	for _, m := range a.Mentions {
		for _, to := range []string{b.actorOf(m), b.placeOf(m)} {
			if to != "" {
				b.relate(graph.Relationship{Type: graph.AboutRel, From: claim, To: to,
					Evidence: []graph.Evidence{b.evidence(b.d.Mentions[m].Span, graph.RoleArgument, a.Rule)}})
			}
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
