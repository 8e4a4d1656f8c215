package neo4j

import (
	"path/filepath"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/resolve/layer"
	"github.com/claimline/claimline/graph/resolve/layer/layertest"
	"github.com/claimline/claimline/graph/sqlite"
)

// The layer is the same whatever the order of articles, and the same as in the
// other store.
func TestLayer(t *testing.T) {
	// Few and short articles, of which the last two come and go.
	accounts, others := layertest.Accounts(), layertest.Articles(3)
	last := len(others) - 1
	all := []*graph.Subgraph{accounts[0], accounts[1], others[last-2], others[last-1], accounts[2], others[last]}
	s := open(t)
	got := layertest.Orders(t, 100, all, func(testing.TB) graph.Store {
		run(t, s, `MATCH (n) DETACH DELETE n`)
		return s
	})
	want := layertest.Orders(t, 0, all, func(t testing.TB) graph.Store {
		s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
		layertest.Do(t, err)
		t.Cleanup(func() { s.Close() })
		return s
	})
	if got != want {
		t.Errorf("the state is %s, in SQLite %s", got, want)
	}
}

// Two people of one name stay what a person said that they are.
func TestNamesakes(t *testing.T) {
	layertest.Namesakes(t, 3, func(t testing.TB) graph.Store { return open(t.(*testing.T)) })
}

// What an earlier version resolved is out of date when the store is opened, once.
func TestOtherForm(t *testing.T) {
	s := open(t)
	accounts := layertest.Accounts()
	for i, sub := range accounts {
		layertest.Do(t, s.Put(t.Context(), sub, graphtest.Ingested(i)))
	}
	resolver := layer.Resolver{Store: s}
	layertest.Do(t, resolver.Refresh(t.Context()))
	want := layertest.Hash(t, s)
	run(t, s, `MATCH (k:SharedKey) SET k.name = 'in another form'`)
	run(t, s, `MATCH (l:Layer) REMOVE l.form`)
	for _, old := range []int{len(accounts), 0} {
		layertest.Do(t, s.prepare(t.Context()))
		if stale, _, err := s.Stale(t.Context(), 99); err != nil || len(stale) != old {
			t.Errorf("out of date are %v, %v; want %d", stale, err, old)
		}
		layertest.Do(t, resolver.Refresh(t.Context()))
	}
	if got := layertest.Hash(t, s); got != want {
		t.Errorf("the state is %s when it was resolved anew, was %s", got, want)
	}
}
