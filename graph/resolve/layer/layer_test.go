package layer_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/resolve"
	"github.com/claimline/claimline/graph/resolve/layer"
	"github.com/claimline/claimline/graph/resolve/layer/layertest"
	"github.com/claimline/claimline/graph/resolve/planted"
	"github.com/claimline/claimline/graph/sqlite"
)

func open(t testing.TB) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// TestOrders: order, duplicates and deletions leave no trace, in the records
// or in the layer.
func TestOrders(t *testing.T) {
	layertest.Orders(t, 100, layertest.Articles(5), func(t testing.TB) graph.Store { return open(t) })
}

// TestIncremental: articles that come one by one give the layer that they give
// together, past the number from which a name is everybody's, and back.
func TestIncremental(t *testing.T) {
	const n = 116 // more than resolve.Hub of which say each town or the power
	w := planted.New(n, 3)
	one, once := open(t), open(t)
	for i := range n {
		sub := crowd(w.Article(i).Sub)
		layertest.Do(t, one.Put(t.Context(), sub, graphtest.Ingested(0)))
		layertest.Do(t, once.Put(t.Context(), sub, graphtest.Ingested(0)))
		if i%20 == 0 {
			layertest.Do(t, (&layer.Resolver{Store: one}).Refresh(t.Context()))
		}
	}
	layertest.Do(t, (&layer.Resolver{Store: one}).Refresh(t.Context()))
	layertest.Do(t, (&layer.Resolver{Store: once}).Refresh(t.Context()))
	if a, b := layertest.Hash(t, one), layertest.Hash(t, once); a != b {
		t.Errorf("one by one %s, at once %s", a, b)
	}
	few := open(t)
	for i := range n {
		sub := crowd(w.Article(i).Sub)
		if i%2 == 0 {
			layertest.Do(t, few.Put(t.Context(), sub, graphtest.Ingested(0)))
			continue
		}
		layertest.Do(t, one.Delete(t.Context(), sub.Articles[0].ID))
		if i%30 == 1 {
			layertest.Do(t, (&layer.Resolver{Store: one}).Refresh(t.Context()))
		}
	}
	layertest.Do(t, (&layer.Resolver{Store: one}).Refresh(t.Context()))
	layertest.Do(t, (&layer.Resolver{Store: few}).Refresh(t.Context()))
	if a, b := layertest.Hash(t, one), layertest.Hash(t, few); a != b {
		t.Errorf("after deleting half %s, had they never come %s", a, b)
	}
}

// TestShortNameComesLate: first letters that more than resolve.Hub names have,
// and that an article then uses, and then none again.
func TestShortNameComesLate(t *testing.T) {
	naming := func(name string) *graph.Subgraph {
		b := graphtest.NewBuilder(graph.Article{Title: name, Text: name + " was there.", Publisher: "Outlet"})
		b.Actor(graph.Actor{Kind: graph.Organization, Name: name}, name)
		return b.Subgraph()
	}
	// Pairs that are spelled alike, which somebody is asked about as long as
	// they are not everybody's.
	var subs []*graph.Subgraph
	for _, c := range "dlmnrtv" {
		subs = append(subs, naming(fmt.Sprintf("Alpha Bu%ckarov Council", c)), naming(fmt.Sprintf("Alpha Bou%ckarov Council", c)))
	}
	for i := range 2 * resolve.Hub {
		subs = append(subs, naming(fmt.Sprintf("Alpha B%c%c Council", 'a'+i%26, 'a'+i/26)))
	}
	short := naming("ABC")
	one, once := open(t), open(t)
	r := layer.Resolver{Store: one}
	for _, sub := range subs {
		layertest.Do(t, one.Put(t.Context(), sub, graphtest.Ingested(0)))
		layertest.Do(t, once.Put(t.Context(), sub, graphtest.Ingested(0)))
	}
	layertest.Do(t, r.Refresh(t.Context()))
	before := layertest.Hash(t, one)
	for _, s := range []graph.Store{one, once} {
		layertest.Do(t, s.Put(t.Context(), short, graphtest.Ingested(0)))
		layertest.Do(t, (&layer.Resolver{Store: s}).Refresh(t.Context()))
	}
	if a, b := layertest.Hash(t, one), layertest.Hash(t, once); a != b {
		t.Errorf("the short name last %s, with the others %s", a, b)
	}
	layertest.Do(t, one.Delete(t.Context(), short.Articles[0].ID))
	layertest.Do(t, r.Refresh(t.Context()))
	if after := layertest.Hash(t, one); after != before {
		t.Errorf("after the short name went %s, before it came %s", after, before)
	}
}

// TestInterrupted: a refresh that is interrupted has taken in what it told of,
// and the next goes on from there to the same state.
func TestInterrupted(t *testing.T) {
	const n = 230
	w := planted.New(n, 5)
	cut, whole := open(t), open(t)
	for i := range n {
		sub := w.Article(i).Sub
		layertest.Do(t, cut.Put(t.Context(), sub, graphtest.Ingested(0)))
		layertest.Do(t, whole.Put(t.Context(), sub, graphtest.Ingested(0)))
	}
	layertest.Do(t, (&layer.Resolver{Store: whole}).Refresh(t.Context()))
	ctx, stop := context.WithCancel(t.Context())
	told := 0
	err := (&layer.Resolver{Store: cut, Progress: func(taken int) {
		told = taken
		stop()
	}}).Refresh(ctx)
	if !errors.Is(err, context.Canceled) || told == 0 || told == n {
		t.Fatalf("after %d of %d: %v", told, n, err)
	}
	stale, _, err := cut.Stale(t.Context(), n)
	layertest.Do(t, err)
	if len(stale) != n-told {
		t.Errorf("%d of %d are taken in, and %d left", told, n, len(stale))
	}
	layertest.Do(t, (&layer.Resolver{Store: cut, Progress: func(taken int) { told += taken }}).Refresh(t.Context()))
	if told != n {
		t.Errorf("%d changes were taken in, want %d", told, n)
	}
	if a, b := layertest.Hash(t, cut), layertest.Hash(t, whole); a != b {
		t.Errorf("interrupted %s, in one go %s", a, b)
	}
}

// crowd has all articles name one person and one company, as everybody does.
func crowd(sub *graph.Subgraph) *graph.Subgraph {
	out := *sub
	a := sub.Articles[0]
	for _, r := range []graph.Actor{{Kind: graph.Person, Name: "Ada Everywhere"}, {Kind: graph.Organization, Name: "Everywhere Corporation"}} {
		r.Collection = a.Collection
		r.Identify()
		l := graph.Relationship{Collection: a.Collection, Article: a.ID, Type: graph.Mentions, From: a.ID, To: r.ID,
			Evidence: []graph.Evidence{{Span: graph.Span{Start: 0, End: 1}, Quote: a.Text[:1], Role: graph.RoleMention, Extractor: graphtest.Extractor, Rule: "hand/mention"}}}
		l.Identify()
		out.Add(r, l)
	}
	out.Normalize()
	return &out
}
