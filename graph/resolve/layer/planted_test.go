package layer_test

import (
	"sync"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/resolve/layer"
	"github.com/claimline/claimline/graph/resolve/layer/layertest"
	"github.com/claimline/claimline/graph/resolve/planted"
)

// TestPlanted: in a world of two thousand articles with namesakes, what is
// joined is right and most of what should be is; and an article that arrives
// touches its own story, however many there are. Command eval/resolve measures
// the same on many more.
func TestPlanted(t *testing.T) {
	const n, alone = 2000, 50 // the last so many come in one by one
	w := planted.New(n, 2)
	s := &planted.Touched{Store: open(t)}
	r := layer.Resolver{Store: s}
	truth := map[[2]string]string{}
	var few, many planted.Counts // of those that arrive among few, and among many
	for i := 0; i < n; {
		size, counts := 185, new(planted.Counts)
		switch {
		case i < 2*alone && i >= alone:
			size, counts = 1, &few
		case i >= n-alone:
			size, counts = 1, &many
		case i < alone:
			size = alone
		}
		put(t, s, w, truth, i, i+size)
		i += size
		s.Counted = planted.Counts{}
		layertest.Do(t, r.Refresh(t.Context()))
		counts.Read += s.Counted.Read
		counts.Written += s.Counted.Written
		counts.Largest = max(counts.Largest, s.Counted.Largest)
	}
	t.Logf("among %d: %s", alone, few.For(alone))
	t.Logf("among %d: %s", n-alone, many.For(alone))
	if float64(many.Read) > 3*float64(few.Read) || many.Written > many.Read || many.Largest > 40 {
		t.Errorf("an article that arrives among %d touches too much: %s", n, many.For(alone))
	}
	clusters, err := planted.Clusters(t.Context(), s)
	layertest.Do(t, err)
	for _, kind := range []graph.Kind{graph.KindActor, graph.KindEvent} {
		precision, recall := planted.Pairwise(truth, clusters, kind)
		t.Logf("%s: pairwise precision %.4f, recall %.4f", kind, precision, recall)
		if precision < 0.99 || recall < 0.91 {
			t.Errorf("%s: pairwise precision %.4f, recall %.4f; want 0.99 and 0.91", kind, precision, recall)
		}
	}
}

// put puts articles of a world, all at the same time.
func put(t *testing.T, s graph.Store, w *planted.World, truth map[[2]string]string, from, to int) {
	t.Helper()
	var all sync.WaitGroup
	for i := from; i < to; i++ {
		a := w.Article(i)
		for node, what := range a.Truth {
			truth[[2]string{a.Sub.Articles[0].ID, node}] = what
		}
		all.Go(func() {
			if err := s.Put(t.Context(), a.Sub, graphtest.Ingested(0)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}
