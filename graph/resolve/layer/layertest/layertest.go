// Package layertest holds a store and its layer to the law that the graph is a
// fold: in goes a function that opens an empty store, out comes a verdict.
package layertest

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/resolve/layer"
	"github.com/claimline/claimline/graph/resolve/planted"
)

// Hash is the state of the records of a store and of its layer.
func Hash(t testing.TB, s graph.Store) string {
	t.Helper()
	records, err := graph.Hash(t.Context(), s)
	Do(t, err)
	derived, err := graph.HashLayer(t.Context(), s)
	Do(t, err)
	if derived.Count() == 0 {
		t.Error("the layer is empty")
	}
	return records.String() + " " + derived.String()
}

// Do fails the test on an error.
func Do(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Articles are those of the fixture and n of a planted world.
func Articles(n int) []*graph.Subgraph {
	out := graphtest.NewWorld().Articles()
	w := planted.New(n, 7)
	for i := range n {
		out = append(out, w.Article(i).Sub)
	}
	return out
}

// Accounts are three articles of one bombing, of which two count alike and
// the first of all counted more.
func Accounts() []*graph.Subgraph {
	var out []*graph.Subgraph
	for i, a := range []struct {
		source string
		dead   float64
		day    int
		more   string
	}{{"Larkmouth Police", 12, 6, "Shops shut."}, {"Larkmouth Police", 12, 6, "Trains ran."}, {"Harbor Guard", 30, 5, "Rain fell."}} {
		figure := graph.NewQuantity("killed", graph.Exact, a.dead, "person", "")
		figure.Words = fmt.Sprintf("%.0f people", a.dead)
		text := figure.Words + " were killed when a bomb exploded in Larkmouth on March 4, the " + a.source + " said"
		b := graphtest.NewBuilder(graph.Article{Title: fmt.Sprint("Bomb in Larkmouth ", i), Text: text + ". " + a.more, Publisher: fmt.Sprint("Outlet ", i), Published: graphtest.DayInterval(2019, 3, a.day)})
		event := b.Event(graph.Event{Label: "explosion in Larkmouth", Type: "ASSAULT", Modes: []string{"explosives"}, Realis: graph.Occurred, Time: graphtest.DayInterval(2019, 3, 4)}, "exploded")
		town := b.Place(graph.Place{Kind: graph.City, Name: "Larkmouth"}, "Larkmouth")
		b.Join(graph.Relationship{Type: graph.At, From: event, To: town}, graph.RoleArgument, "Larkmouth")
		source := b.Actor(graph.Actor{Kind: graph.PublicBody, Name: a.source}, a.source)
		claim := b.Claim(graph.Claim{Act: "assert", Class: "quantity", Text: text, Content: figure.Words, Cue: "said", Quantity: &figure}, graph.Relationship{To: source, Act: "assert"})
		b.Join(graph.Relationship{Type: graph.AboutRel, From: claim, To: event}, graph.RoleContent, figure.Words)
		out = append(out, b.Subgraph())
	}
	return out
}

// Orders puts articles in so many random orders, with duplicates, deletions
// and layers computed on the way, and demands one state of all, which it
// returns: that of all but the last two of the articles put once and resolved
// together. The last two come and go.
func Orders(t *testing.T, orders int, all []*graph.Subgraph, open func(t testing.TB) graph.Store) string {
	kept, gone := all[:len(all)-2], all[len(all)-2:]
	once := open(t)
	for _, sub := range kept {
		Do(t, once.Put(t.Context(), sub, graphtest.Ingested(0)))
	}
	Do(t, (&layer.Resolver{Store: once}).Refresh(t.Context()))
	want := Hash(t, once)
	for seed := range orders {
		s := open(t)
		history(t, s, rand.New(rand.NewPCG(uint64(seed), 5)), kept, gone)
		if got := Hash(t, s); got != want {
			t.Fatalf("order %d gives %s, want %s", seed, got, want)
		}
	}
	return want
}

// history puts articles in some order, some of them several times or to be
// deleted and put again, with a refresh now and then, and others that are
// deleted for good.
func history(t testing.TB, s graph.Store, r *rand.Rand, kept, gone []*graph.Subgraph) {
	resolver := layer.Resolver{Store: s}
	put := func(sub *graph.Subgraph) { Do(t, s.Put(t.Context(), sub, graphtest.Ingested(0))) }
	steps := append(append([]*graph.Subgraph{}, kept...), gone...)
	for range len(kept) / 2 {
		steps = append(steps, kept[r.IntN(len(kept))])
	}
	r.Shuffle(len(steps), func(i, j int) { steps[i], steps[j] = steps[j], steps[i] })
	missing := map[*graph.Subgraph]bool{}
	for _, sub := range steps {
		put(sub)
		delete(missing, sub)
		if r.IntN(5) == 0 {
			_, err := resolver.Step(t.Context(), 1+r.IntN(5))
			Do(t, err)
		}
		if r.IntN(6) == 0 && sub != gone[0] && sub != gone[1] {
			Do(t, s.Delete(t.Context(), sub.Articles[0].ID))
			missing[sub] = true
		}
	}
	for _, sub := range gone {
		Do(t, s.Delete(t.Context(), sub.Articles[0].ID))
	}
	_, err := resolver.Step(t.Context(), 1)
	Do(t, err)
	for _, sub := range kept {
		if missing[sub] {
			put(sub)
		}
	}
	Do(t, resolver.Refresh(t.Context()))
}
