package layer_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
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
	layertest.Orders(t, 100, func(t testing.TB) graph.Store { return open(t) })
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
