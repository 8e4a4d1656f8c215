// Package layertest holds a store and its layer to the law that the graph is a
// fold: in goes a function that opens an empty store, out comes a verdict.
package layertest

import (
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

// subs are the articles of the fixture and of a planted world.
func subs(n int) []*graph.Subgraph {
	out := graphtest.NewWorld().Articles()
	w := planted.New(n, 7)
	for i := range n {
		out = append(out, w.Article(i).Sub)
	}
	return out
}

// Orders puts articles in so many random orders, with duplicates, deletions
// and layers computed on the way, and demands one state of all, which it
// returns: that of the articles put once and resolved together.
func Orders(t *testing.T, orders int, open func(t testing.TB) graph.Store) string {
	all := subs(5)
	kept, gone := all[:7], all[7:]
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
	for range 4 {
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
