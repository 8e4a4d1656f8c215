package graph_test

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
)

const text = "On Friday the minister said five people died in Kelm."

// report is a small subgraph that passes the gate.
func report(t *testing.T) *graph.Subgraph {
	t.Helper()
	a := graph.Article{Text: text}
	a.Identify()
	minister := graph.Actor{Kind: graph.Person, Name: "the minister", Context: a.ID}
	minister.Identify()
	c := graph.Claim{Collection: a.Collection, Article: a.ID, Act: "assert", Text: text, Evidence: []graph.Evidence{cite(text, graph.RoleClaim)}}
	c.Identify(minister.ID)
	e := graph.Event{Collection: a.Collection, Article: a.ID, Label: "died", Type: "x-life", Realis: graph.Occurred, Evidence: []graph.Evidence{cite("died", graph.RoleTrigger)}}
	e.Identify()
	rel := func(r graph.Relationship) graph.Relationship {
		r.Collection, r.Article = a.Collection, a.ID
		r.Identify()
		return r
	}
	sub := &graph.Subgraph{
		Articles: []graph.Article{a}, Actors: []graph.Actor{minister}, Claims: []graph.Claim{c}, Events: []graph.Event{e},
		Relationships: []graph.Relationship{
			rel(graph.Relationship{Type: graph.Mentions, From: a.ID, To: minister.ID, Evidence: []graph.Evidence{cite("the minister", graph.RoleMention)}}),
			rel(graph.Relationship{Type: graph.AttributedTo, From: c.ID, To: minister.ID, Hop: 1, Act: "assert", Evidence: []graph.Evidence{cite("the minister", graph.RoleSource)}}),
			rel(graph.Relationship{Type: graph.AboutRel, From: c.ID, To: e.ID, Evidence: []graph.Evidence{cite("died", graph.RoleArgument)}}),
		},
	}
	sub.Normalize()
	return sub
}

func cite(quote string, role graph.EvidenceRole) graph.Evidence {
	i := strings.Index(text, quote)
	return graph.Evidence{Span: graph.Span{Start: i, End: i + len(quote)}, Quote: quote, Role: role, Extractor: "test/1", Rule: "test"}
}

func TestGateAccepts(t *testing.T) {
	if err := report(t).Validate(); err != nil {
		t.Fatal(err)
	}
}

func TestGateRefuses(t *testing.T) {
	one := 1.0
	for _, c := range []struct {
		name  string
		spoil func(*graph.Subgraph)
		says  string
	}{
		{"a quote that is not in the text", func(s *graph.Subgraph) { s.Events[0].Evidence[0].Quote = "dies" }, `the text at`},
		{"a span beyond the text", func(s *graph.Subgraph) { s.Claims[0].Evidence[0].End = 9999 }, "outside the text"},
		{"no evidence", func(s *graph.Subgraph) { s.Claims[0].Evidence = nil }, "no evidence"},
		{"evidence without a rule", func(s *graph.Subgraph) { s.Claims[0].Evidence[0].Rule = "" }, "role, extractor and rule"},
		{"an actor that is never mentioned", func(s *graph.Subgraph) {
			a := graph.Actor{Kind: graph.Person, Name: "Nobody"}
			a.Identify()
			s.Actors = append(s.Actors, a)
		}, "no MENTIONS"},
		{"an id of its own making", func(s *graph.Subgraph) { s.Events[0].ID = graph.NewID(graph.KindEvent, "mine") }, "does not follow"},
		{"text changed after its hash", func(s *graph.Subgraph) { s.Articles[0].Text += " " }, "does not follow"},
		{"an end that is missing", func(s *graph.Subgraph) { s.Actors = nil }, "an end is not in the subgraph"},
		{"ends of the wrong kind", func(s *graph.Subgraph) {
			r := graph.Relationship{Collection: "default", Article: s.Articles[0].ID, Type: graph.At, From: s.Events[0].ID, To: s.Actors[0].ID, Evidence: []graph.Evidence{cite("Kelm", graph.RoleArgument)}}
			r.Identify()
			s.Relationships = append(s.Relationships, r)
		}, "cannot join Event to Actor"},
		{"neither evidence nor derivation", func(s *graph.Subgraph) { s.Relationships[0].Evidence = nil }, "either evidence"},
		{"another collection", func(s *graph.Subgraph) { s.Events[0].Collection = "other" }, "not its own"},
		{"a figure upside down", func(s *graph.Subgraph) {
			zero := 0.0
			s.Claims[0].Quantity = &graph.Quantity{Metric: "killed", Comparator: graph.Exact, Low: &one, High: &zero}
		}, "above its upper"},
		{"an unknown realis", func(s *graph.Subgraph) { s.Events[0].Realis = "perhaps" }, "unknown realis"},
		{"an interval upside down", func(s *graph.Subgraph) {
			s.Events[0].Time = &graph.Interval{Earliest: time.Unix(9, 0), Latest: time.Unix(3, 0)}
		}, "ends before it begins"},
		{"no article", func(s *graph.Subgraph) { s.Articles = nil }, "0 articles"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sub := report(t)
			c.spoil(sub)
			err := sub.Validate()
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want something with %q", err, c.says)
			}
		})
	}
}

func TestCutCharacterIsRefused(t *testing.T) {
	a := graph.Article{Text: "“Fire”"}
	a.Identify()
	e := graph.Event{Collection: a.Collection, Article: a.ID, Label: "x", Type: "x-disaster", Realis: graph.Occurred,
		Evidence: []graph.Evidence{{Span: graph.Span{Start: 1, End: 7}, Quote: a.Text[1:7], Role: graph.RoleTrigger, Extractor: "t", Rule: "t"}}}
	e.Identify()
	sub := &graph.Subgraph{Articles: []graph.Article{a}, Events: []graph.Event{e}}
	if err := sub.Validate(); err == nil || !strings.Contains(err.Error(), "cuts a character") {
		t.Errorf("got %v", err)
	}
}

// TestJoinIsAFold demands what makes order and repetition invisible.
func TestJoinIsAFold(t *testing.T) {
	names := []string{"Nato", "NATO", "N.A.T.O.", "nato"}
	var actors []graph.Actor
	for i, n := range names {
		a := graph.Actor{Kind: graph.Organization, Name: n, Aliases: []string{"alliance" + n}, Country: []string{"", "BE", "", "US"}[i]}
		a.Identify()
		actors = append(actors, a)
	}
	fold := func(order []int) string {
		got := actors[order[0]]
		for _, i := range order[1:] {
			got = got.Join(actors[i])
		}
		b, _ := json.Marshal(got)
		return string(b)
	}
	want := fold([]int{0, 1, 2, 3})
	for range 50 {
		order := append(rand.Perm(4), rand.Perm(4)...) // each at least twice
		if got := fold(order); got != want {
			t.Fatalf("order %v gives %s, want %s", order, got, want)
		}
	}
	if actors[0].ID != actors[1].ID || actors[0].ID != actors[2].ID {
		t.Error("spellings of one name are one signature")
	}
}

func TestStateHash(t *testing.T) {
	sub := report(t)
	records := sub.Records()
	hash := func(order []int) string {
		var h graph.StateHash
		for _, i := range order {
			b, err := graph.Canonical(records[i])
			if err != nil {
				t.Fatal(err)
			}
			h.Add(records[i].RecordKind(), b)
		}
		return h.String()
	}
	want := hash(rand.Perm(len(records)))
	for range 10 {
		if got := hash(rand.Perm(len(records))); got != want {
			t.Fatal("the order shows in the hash")
		}
	}
	if hash(rand.Perm(len(records)-1)) == want || (&graph.StateHash{}).String() == want {
		t.Error("a missing record does not show in the hash")
	}
	for _, r := range records {
		b, _ := graph.Canonical(r)
		back, err := graph.Decode(r.RecordKind(), b)
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := graph.Canonical(back); string(again) != string(b) {
			t.Errorf("%s changes on the way through JSON:\n%s\n%s", r.RecordKind(), b, again)
		}
	}
}

func TestQuantityBounds(t *testing.T) {
	for _, c := range []struct {
		comparator graph.Comparator
		low, high  float64 // negative: open
	}{
		{graph.Exact, 100, 100}, {graph.AtLeast, 100, -1}, {graph.MoreThan, 101, -1}, {graph.UpTo, -1, 100},
		{graph.FewerThan, -1, 99}, {graph.About, 90, 110}, {graph.Nearly, 90, 99}, {graph.Unspecified, 100, -1},
	} {
		q := graph.NewQuantity("killed", c.comparator, 100, "person", "100")
		if got := value(q.Low); got != c.low {
			t.Errorf("%s: low %v, want %v", c.comparator, got, c.low)
		}
		if got := value(q.High); got != c.high {
			t.Errorf("%s: high %v, want %v", c.comparator, got, c.high)
		}
	}
}

func value(p *float64) float64 {
	if p == nil {
		return -1
	}
	return *p
}

func TestIntervals(t *testing.T) {
	at := func(edtf string) graph.Interval {
		i, err := graph.ParseEDTF(edtf)
		if err != nil {
			t.Fatal(err)
		}
		return i
	}
	for _, c := range []struct {
		a, b   string
		before graph.Certainty
		meets  graph.Certainty
	}{
		{"2024-03-22", "2024-03-23", graph.Certain, graph.Impossible},
		{"2024-03-23", "2024-03-22", graph.Impossible, graph.Impossible},
		{"2024-03", "2024-03-23", graph.Possible, graph.Possible},
		{"2024-03-22", "2024-03-22", graph.Possible, graph.Certain},
		{"../2024-03-22", "2024-03-23", graph.Certain, graph.Impossible},
		{"../2024-03-22", "2024-03-01", graph.Possible, graph.Possible},
		{"2024-03-22/..", "2024-03-01", graph.Impossible, graph.Impossible},
	} {
		if got := at(c.a).Before(at(c.b)); got != c.before {
			t.Errorf("%s before %s: %s, want %s", c.a, c.b, got, c.before)
		}
		if got := at(c.a).Meets(at(c.b)); got != c.meets {
			t.Errorf("%s meets %s: %s, want %s", c.a, c.b, got, c.meets)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"U.S.": "us", "The US’s": "the us", "ISIS-K": "isis k", "Peña Nieto": "pena nieto", "  L'Équipe ": "lequipe", "“K”": "k", "…": "",
	} {
		if got := graph.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}
