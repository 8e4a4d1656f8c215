package sqlite

import (
	"context"
	"database/sql"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
)

// openWorld opens a new store with the fixture in it.
func openWorld(t *testing.T, path string) (*Store, *graphtest.World) {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	w := graphtest.NewWorld()
	for i, sub := range w.Articles() {
		if err := s.Put(t.Context(), sub, graphtest.Ingested(i)); err != nil {
			t.Fatal(err)
		}
	}
	return s, w
}

// Every question must find its way through an index: a plan that reads a
// table from end to end, or sorts what an index holds in order, is fast in a
// test and slow in a newsroom.
func TestPlans(t *testing.T) {
	s, w := openWorld(t, filepath.Join(t.TempDir(), "graph.db"))
	month := graph.Window{From: graphtest.Day(2024, 5, 1), To: graphtest.Day(2024, 6, 1)}
	within := graph.Scope{Published: month}
	for _, q := range []struct {
		name string
		ask  func(context.Context) (graph.Answer, error)
		uses string // an index of the list's own statement
	}{
		{"articles", func(ctx context.Context) (graph.Answer, error) { return s.Articles(ctx, graph.ArticleQuery{}) }, "COVERING INDEX node_list"},
		{"publisher", func(ctx context.Context) (graph.Answer, error) {
			return s.Articles(ctx, graph.ArticleQuery{Publisher: "x"})
		}, "node_publisher"},
		{"actors", func(ctx context.Context) (graph.Answer, error) { return s.Actors(ctx, graph.ActorQuery{Name: "x"}) }, "sort>? AND sort<?"},
		{"actors in a month", func(ctx context.Context) (graph.Answer, error) {
			return s.Actors(ctx, graph.ActorQuery{Scope: within})
		}, "COVERING INDEX node_list"},
		{"actors of an article", func(ctx context.Context) (graph.Answer, error) {
			return s.Actors(ctx, graph.ActorQuery{Article: "x"})
		}, "n USING INTEGER PRIMARY KEY"},
		{"events of a month", func(ctx context.Context) (graph.Answer, error) {
			return s.Events(ctx, graph.EventQuery{Happened: month})
		}, "COVERING INDEX node_clock"},
		{"events of an actor", func(ctx context.Context) (graph.Answer, error) {
			return s.Events(ctx, graph.EventQuery{Actor: "x", Place: "y"})
		}, "n USING INTEGER PRIMARY KEY"},
		{"events of an article", func(ctx context.Context) (graph.Answer, error) {
			return s.Events(ctx, graph.EventQuery{Article: "x", Happened: month})
		}, "node_article"},
		{"claims of an act", func(ctx context.Context) (graph.Answer, error) {
			return s.Claims(ctx, graph.ClaimQuery{Acts: []string{"x"}})
		}, "COVERING INDEX node_list"},
		{"claims in a month", func(ctx context.Context) (graph.Answer, error) {
			return s.Claims(ctx, graph.ClaimQuery{Scope: within})
		}, "COVERING INDEX node_list"},
		{"claims about and by", func(ctx context.Context) (graph.Answer, error) {
			return s.Claims(ctx, graph.ClaimQuery{About: "x", Source: "y"})
		}, "n USING INTEGER PRIMARY KEY"},
		{"figures", func(ctx context.Context) (graph.Answer, error) {
			return s.Claims(ctx, graph.ClaimQuery{Metric: "x"})
		}, "node_metric"},
		{"timeline", func(ctx context.Context) (graph.Answer, error) {
			return s.Timeline(ctx, graph.TimelineQuery{Window: month})
		}, "COVERING INDEX node_clock"},
		{"came in", func(ctx context.Context) (graph.Answer, error) {
			return s.Timeline(ctx, graph.TimelineQuery{Clock: graph.Ingested, Scope: within})
		}, "COVERING INDEX node_ingested"},
		{"paths", func(ctx context.Context) (graph.Answer, error) {
			_, err := s.Paths(ctx, graph.PathQuery{From: w.Front, To: w.Kelm})
			return graph.Answer{}, err
		}, "COVERING INDEX relationship_src"},
		{"search", func(ctx context.Context) (graph.Answer, error) {
			return s.Search(ctx, graph.SearchQuery{Text: "kelm", Scope: within})
		}, "n USING INTEGER PRIMARY KEY"},
		{"node", func(ctx context.Context) (graph.Answer, error) { return s.Node(ctx, graph.Scope{}, w.Front) }, "relationship_dst"},
	} {
		t.Run(q.name, func(t *testing.T) {
			asked := map[string]bool{}
			s.observe = func(statement string) { asked[statement] = true }
			if _, err := q.ask(t.Context()); err != nil {
				t.Fatal(err)
			}
			plans := planned(t, s, asked)
			if !strings.Contains(plans, q.uses) {
				t.Errorf("no use of %s in\n%s", q.uses, plans)
			}
			// All of this index is on the timeline, in its order.
			plans = strings.ReplaceAll(plans, "SCAN n USING COVERING INDEX node_ingested", "")
			if scan := regexp.MustCompile(`(?m)SCAN [nravc]( USING.*|$)`).FindString(plans); scan != "" {
				t.Errorf("%s in\n%s", scan, plans)
			}
			if strings.Contains(plans, "TEMP B-TREE FOR ORDER BY") && !strings.Contains(plans, "NOT INDEXED") && q.name != "search" { // which sorts the candidates of a page
				t.Errorf("a sort in\n%s", plans)
			}
		})
	}
}

// What a file numbers in one order must not be sorted in another.
func TestKindOrder(t *testing.T) {
	if got := kinds[1:]; !slices.Equal(got, graph.NodeKinds) {
		t.Errorf("kinds are kept in the order %v, want %v", got, graph.NodeKinds)
	}
}

var parameter = regexp.MustCompile(`@(\w+)`)

// planned returns the statements that were asked, with their plans.
func planned(t *testing.T, s *Store, asked map[string]bool) string {
	t.Helper()
	var out strings.Builder
	for statement := range asked {
		out.WriteString(statement + "\n")
		var args []any
		for _, p := range parameter.FindAllStringSubmatch(statement, -1) {
			args = append(args, sql.Named(p[1], nil)) // the plan does not depend on values
		}
		rows, err := s.readers.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+statement, args...)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var step string
			if err := rows.Scan(new(int), new(int), new(int), &step); err != nil {
				t.Fatal(err)
			}
			out.WriteString("\t" + step + "\n")
		}
		rows.Close()
	}
	return out.String()
}
