package neo4j

import (
	"path/filepath"
	"testing"

	"github.com/claimline/claimline/graph"
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
