package export

import (
	"testing"

	"github.com/claimline/claimline/graph"
)

func TestStatement(t *testing.T) {
	hop := func(n int, to, act string, told bool) graph.Relationship {
		return graph.Relationship{Type: graph.AttributedTo, From: "c", To: to, Hop: n, Act: act, Told: told}
	}
	g := graph.Subgraph{Actors: []graph.Actor{
		{ID: "paper", Name: "The Courier", Kind: graph.MediaOutlet}, {ID: "poll", Name: "a poll", Kind: graph.UnnamedSource},
		{ID: "ann", Name: "Ann Smith", Kind: graph.Person}, {ID: "crew", Name: "the crew", Kind: graph.UnnamedSource},
	}}
	for _, c := range []struct {
		name  string
		hops  []graph.Relationship
		claim graph.Claim
		want  string
	}{
		{"one source", []graph.Relationship{hop(0, "ann", "deny", false)}, graph.Claim{Content: "she knew"}, "Ann Smith denied: she knew"},
		{"told", []graph.Relationship{hop(0, "paper", "publish", true), hop(1, "ann", "assert", false)}, graph.Claim{Content: "all is lost"},
			"Ann Smith, speaking to The Courier, said: all is lost"},
		{"quoted", []graph.Relationship{hop(0, "paper", "quote", true), hop(1, "ann", "warn", false)}, graph.Claim{Content: "it may burn"},
			"Ann Smith, as quoted by The Courier, warned: it may burn"},
		{"chain", []graph.Relationship{hop(0, "ann", "assert", false), hop(1, "crew", "demand", false)}, graph.Claim{Content: "people to stay"},
			"Ann Smith said that the crew demanded: people to stay"},
		{"poll", []graph.Relationship{hop(0, "poll", "publish", true), hop(1, "ann", "expect", false)}, graph.Claim{Content: "a loss"},
			"Ann Smith, according to a poll, expected: a loss"},
		{"date and figure", []graph.Relationship{hop(0, "ann", "estimate", false)},
			graph.Claim{Content: "12 are dead", Quantity: &graph.Quantity{Metric: "killed", Comparator: graph.AtLeast, Value: 12}, Said: &graph.Interval{EDTF: "2011-05-02"}},
			"Ann Smith estimated: 12 are dead {killed ≥ 12} (said 2011-05-02)"},
		{"nobody named", nil, graph.Claim{Act: "believe", Unattributed: true, Content: "he fled"}, "Somebody unnamed believed: he fled"},
		{"the article", nil, graph.Claim{Act: "assert", Text: "Two died."}, "The article: Two died."},
	} {
		t.Run(c.name, func(t *testing.T) {
			g.Relationships = c.hops
			c.claim.ID = "c"
			if got := Statement(&g, c.claim); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
