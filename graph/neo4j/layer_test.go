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
	got := layertest.Orders(t, 2, func(t testing.TB) graph.Store { return open(t.(*testing.T)) })
	want := layertest.Orders(t, 0, func(t testing.TB) graph.Store {
		s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
		layertest.Do(t, err)
		t.Cleanup(func() { s.Close() })
		return s
	})
	if got != want {
		t.Errorf("the state is %s, in SQLite %s", got, want)
	}
}
