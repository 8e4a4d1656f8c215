package sqlite_test

import (
	"context"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/sqlite"
)

func open(t testing.TB, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestStore(t *testing.T) {
	graphtest.TestStore(t, func(t *testing.T) graph.Store { return open(t, filepath.Join(t.TempDir(), "graph.db")) })
}

// TestManyFirstQuestions asks more first questions at once than the pool of
// readers has connections.
func TestManyFirstQuestions(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "graph.db"))
	w := graphtest.NewWorld()
	if err := s.Put(t.Context(), w.Blast, graphtest.Ingested(0)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	var wait sync.WaitGroup
	for range 64 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			if _, err := s.Contribution(ctx, graph.Scope{}, w.Blast.Articles[0].ID); err != nil {
				t.Error(err)
			}
		}()
	}
	wait.Wait()
}
