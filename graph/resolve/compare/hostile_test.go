package compare

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/claimline/claimline/graph"
)

// TestHostile takes parts of records away: whatever is missing, the answer is
// silence and no panic.
func TestHostile(t *testing.T) {
	all := slices.Concat(readStories(t, "figures.txt"), readStories(t, "statements.txt"), readStories(t, "likely.txt"), readStories(t, "denials.txt"))
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(all).Draw(t, "story")
		lost := *s
		lost.sub = graph.Subgraph{}
		for _, r := range s.sub.Records() {
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0:
				continue
			case 1:
				if c, ok := r.(graph.Claim); ok {
					c.Evidence, c.Factuality = nil, ""
					r = c
				}
			case 2:
				if c, ok := r.(graph.Claim); ok && c.Quantity != nil {
					c.Quantity = &graph.Quantity{Metric: c.Quantity.Metric, Comparator: graph.Unspecified}
					r = c
				}
			case 3:
				if e, ok := r.(graph.Event); ok {
					e.Evidence, e.Type = nil, ""
					r = e
				}
			}
			lost.sub.Add(r)
		}
		known := map[string]bool{}
		for _, c := range lost.sub.Claims {
			known[c.ID] = true
		}
		for _, l := range lost.set().Links() {
			if !known[l.A] || !known[l.B] || l.A == l.B || l.Why == "" {
				t.Fatalf("link %+v", l)
			}
		}
	})
}
