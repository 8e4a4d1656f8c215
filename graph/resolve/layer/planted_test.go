package layer_test

import (
	"encoding/json"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/resolve/layer"
	"github.com/claimline/claimline/graph/resolve/layer/layertest"
	"github.com/claimline/claimline/graph/resolve/planted"
)

// TestPlanted: in a world with namesakes, what is joined is right and most of
// what should be is. Command eval/resolve measures the same on many more.
func TestPlanted(t *testing.T) {
	const n = 160
	w := planted.New(n, 2)
	s := open(t)
	truth, clusters := map[[2]string]string{}, map[[2]string]string{}
	for i := range n {
		a := w.Article(i)
		for node, what := range a.Truth {
			truth[[2]string{a.Sub.Articles[0].ID, node}] = what
		}
		layertest.Do(t, s.Put(t.Context(), a.Sub, graphtest.Ingested(0)))
	}
	layertest.Do(t, (&layer.Resolver{Store: s}).Refresh(t.Context()))
	layertest.Do(t, s.EachDerived(t.Context(), func(sort string, canonical []byte) error {
		if sort != "Member" {
			return nil
		}
		var m graph.Member
		err := json.Unmarshal(canonical, &m)
		clusters[[2]string{m.Article, m.Node}] = m.Cluster
		return err
	}))
	for _, kind := range []graph.Kind{graph.KindActor, graph.KindEvent} {
		precision, recall := planted.Pairwise(truth, clusters, kind)
		t.Logf("%s: pairwise precision %.3f, recall %.3f", kind, precision, recall)
		if precision < 0.98 || recall < 0.90 {
			t.Errorf("%s: pairwise precision %.3f, recall %.3f; want 0.98 and 0.90", kind, precision, recall)
		}
	}
}
