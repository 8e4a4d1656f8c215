package sqlite_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/sqlite"
)

// news makes the i-th of many small articles: two sources, out of a few that
// everybody quotes and many that hardly anybody does, speak of two events.
func news(i int) *graph.Subgraph {
	r := rand.New(rand.NewPCG(uint64(i), 3))
	names := rand.NewZipf(r, 1.2, 1, 20000)
	first, second, town := fmt.Sprintf("Source%d Agency", names.Uint64()), fmt.Sprintf("Delegate%d Brown", names.Uint64()), fmt.Sprintf("Town%d", names.Uint64()/20)
	killed, day := r.IntN(100), graphtest.DayInterval(2024, 1, 1+r.IntN(365))
	attack, talks := fmt.Sprintf("attacked the market with number %d", i), "met for talks"
	said := fmt.Sprintf("%s said that gunmen %s in %s and killed at least %d people", first, attack, town, killed)
	denied := fmt.Sprintf("%s denied that both sides %s before the incident", second, talks)

	b := graphtest.NewBuilder(graph.Article{
		Title: fmt.Sprintf("Gunmen strike %s again", town), Publisher: fmt.Sprintf("Outlet %d", r.IntN(50)), Published: day,
		Text: said + ". " + denied + ". The rest of the report describes the square, the weather and what the neighbors remember of the morning.\n",
	})
	source := b.Actor(graph.Actor{Kind: graph.Organization, Name: first}, first)
	delegate := b.Actor(graph.Actor{Kind: graph.Person, Name: second, Aliases: []string{fmt.Sprintf("Brown of group %d", r.IntN(4))}}, second)
	gunmen := b.Actor(graph.Actor{Kind: graph.UnnamedSource, Name: "gunmen", Context: fmt.Sprint(i)}, "gunmen")
	place := b.Place(graph.Place{Kind: graph.City, Name: town}, town)
	assault := b.Event(graph.Event{Label: "gunmen " + attack, Type: "ASSAULT", Realis: graph.Occurred, Time: day}, "attacked")
	meeting := b.Event(graph.Event{Label: "both sides " + talks, Type: "CONSULT", Realis: graph.Occurred, Time: graphtest.Before(day.Earliest)}, "met")
	b.Join(graph.Relationship{Type: graph.At, From: assault, To: place}, graph.RoleArgument, town)
	b.Join(graph.Relationship{Type: graph.Participant, From: assault, To: gunmen, Role: "attacker"}, graph.RoleArgument, "gunmen")
	figure := graph.NewQuantity("killed", graph.AtLeast, float64(killed), "person", fmt.Sprintf("at least %d", killed))
	claim := b.Claim(graph.Claim{Act: "assert", Text: said, Content: attack, Cue: "said", Said: day, Quantity: &figure}, graph.Relationship{To: source, Act: "assert"})
	denial := b.Claim(graph.Claim{Act: "deny", Text: denied, Content: "both sides " + talks, Cue: "denied"}, graph.Relationship{To: delegate, Act: "deny"})
	b.Join(graph.Relationship{Type: graph.AboutRel, From: claim, To: assault}, graph.RoleContent, attack)
	b.Join(graph.Relationship{Type: graph.AboutRel, From: denial, To: meeting}, graph.RoleContent, talks)
	return b.Subgraph()
}

// BenchmarkPut puts small articles: one after another, and as several ingest
// workers do, whose writes are flushed together.
func BenchmarkPut(b *testing.B) {
	for _, workers := range []int{1, 8, 64} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			s := open(b, filepath.Join(b.TempDir(), "graph.db"))
			subs := make([]*graph.Subgraph, b.N)
			for i := range subs {
				subs[i] = news(i)
			}
			var next atomic.Int64
			b.SetParallelism(max(1, workers/runtime.GOMAXPROCS(0)))
			b.ResetTimer()
			if workers == 1 {
				for _, sub := range subs {
					must(b, s.Put(b.Context(), sub, graphtest.Ingested(0)))
				}
			} else {
				b.RunParallel(func(pb *testing.PB) {
					for pb.Next() {
						must(b, s.Put(b.Context(), subs[next.Add(1)-1], graphtest.Ingested(0)))
					}
				})
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

const benchArticles = 12000

// BenchmarkRead asks a store of some 100,000 nodes.
func BenchmarkRead(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "graph.db"))
	for i := range benchArticles {
		must(b, s.Put(b.Context(), news(i), graphtest.Ingested(i%30)))
	}
	hub := first(b, s, graph.SearchQuery{Text: "Source0 Agency"})
	quiet := first(b, s, graph.SearchQuery{Text: "Source77 Agency"})
	timed := graph.Scope{Published: graph.Window{From: graphtest.Day(2024, 3, 1), To: graphtest.Day(2024, 4, 1)}}
	for _, q := range []struct {
		name string
		ask  func(context.Context) error
	}{
		{"Neighbors/hub", func(ctx context.Context) error { _, err := s.Neighbors(ctx, graph.NeighborQuery{ID: hub}); return err }},
		{"Neighbors/quiet", func(ctx context.Context) error {
			_, err := s.Neighbors(ctx, graph.NeighborQuery{ID: quiet})
			return err
		}},
		{"Neighbors/hub in a month", func(ctx context.Context) error {
			_, err := s.Neighbors(ctx, graph.NeighborQuery{ID: hub, Scope: timed})
			return err
		}},
		{"Node/hub", func(ctx context.Context) error { _, err := s.Node(ctx, graph.Scope{}, hub); return err }},
		{"Search/rare", func(ctx context.Context) error {
			_, err := s.Search(ctx, graph.SearchQuery{Text: "source77"})
			return err
		}},
		{"Search/prefix", func(ctx context.Context) error {
			_, err := s.Search(ctx, graph.SearchQuery{Text: "source7"})
			return err
		}},
		{"Search/two words", func(ctx context.Context) error {
			_, err := s.Search(ctx, graph.SearchQuery{Text: "brown group"})
			return err
		}},
		{"Search/in every article", func(ctx context.Context) error {
			_, err := s.Search(ctx, graph.SearchQuery{Text: "gunmen"})
			return err
		}},
		{"Search/in a month", func(ctx context.Context) error {
			_, err := s.Search(ctx, graph.SearchQuery{Text: "source7", Scope: timed})
			return err
		}},
		{"Actors", func(ctx context.Context) error { _, err := s.Actors(ctx, graph.ActorQuery{Name: "source"}); return err }},
		{"Events/month", func(ctx context.Context) error {
			_, err := s.Events(ctx, graph.EventQuery{Happened: timed.Published})
			return err
		}},
		{"Claims/source", func(ctx context.Context) error { _, err := s.Claims(ctx, graph.ClaimQuery{Source: hub}); return err }},
		{"Claims/act", func(ctx context.Context) error {
			_, err := s.Claims(ctx, graph.ClaimQuery{Acts: []string{"deny"}})
			return err
		}},
		{"Claims/in a month", func(ctx context.Context) error { _, err := s.Claims(ctx, graph.ClaimQuery{Scope: timed}); return err }},
		{"Timeline", func(ctx context.Context) error {
			_, err := s.Timeline(ctx, graph.TimelineQuery{Window: timed.Published})
			return err
		}},
		{"Stats", func(ctx context.Context) error { _, err := s.Stats(ctx, graph.Scope{}); return err }},
	} {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				must(b, q.ask(b.Context()))
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/1000, "ms/op")
		})
	}
}

func first(b *testing.B, s *sqlite.Store, q graph.SearchQuery) string {
	b.Helper()
	a, err := s.Search(b.Context(), q)
	must(b, err)
	if len(a.Order) == 0 {
		b.Fatalf("nothing named %q", q.Text)
	}
	return a.Order[0]
}

// BenchmarkHub adds an article to an actor that many articles share, and takes
// it away again: neither may read what the others contributed.
func BenchmarkHub(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "graph.db"))
	for i := range 3000 {
		must(b, s.Put(b.Context(), bulletin(i), time.Now()))
	}
	for b.Loop() {
		must(b, s.Put(b.Context(), bulletin(-1), time.Now()))
		must(b, s.Delete(b.Context(), bulletin(-1).Articles[0].ID))
	}
}

// bulletin is an article in which one actor bears one of a few aliases.
func bulletin(i int) *graph.Subgraph {
	alias := fmt.Sprintf("the council of week %d", i%52)
	nb := graphtest.NewBuilder(graph.Article{Text: "The Harbor Council, " + alias + ", met.", Title: fmt.Sprint("Bulletin ", i)})
	nb.Actor(graph.Actor{Kind: graph.PublicBody, Name: "Harbor Council", Aliases: []string{alias}}, "Harbor Council")
	return nb.Subgraph()
}
