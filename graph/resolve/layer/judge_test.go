package layer_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/resolve"
	"github.com/claimline/claimline/graph/resolve/layer"
	"github.com/claimline/claimline/graph/resolve/layer/layertest"
)

// judged is a store with the fixture, and how to say something of it.
func judged(t *testing.T) (*graphtest.World, graph.Store, *layer.Resolver, func(a, b string, v graph.Verdict) layer.Word) {
	w := graphtest.NewWorld()
	s := open(t)
	for _, sub := range w.Articles() {
		layertest.Do(t, s.Put(t.Context(), sub, graphtest.Ingested(0)))
	}
	r := &layer.Resolver{Store: s}
	layertest.Do(t, r.Refresh(t.Context()))
	return w, s, r, func(a, b string, v graph.Verdict) layer.Word {
		return layer.Word{A: a, B: b, Verdict: v, By: "ada", Note: "I know them", At: graphtest.Day(2024, 6, 1)}
	}
}

// one reports whether two nodes are in one cluster.
func one(t *testing.T, s graph.Store, a, b string) bool {
	t.Helper()
	clusters, err := layer.Clusters(t.Context(), s, graph.Scope{}, a)
	layertest.Do(t, err)
	for _, c := range clusters {
		for _, n := range c.Nodes {
			if n.ID == b {
				return true
			}
		}
	}
	return false
}

// TestMerge: what a person says holds, is foreseen by a dry run, stands in the
// log, outlives a new reading of the articles, and leaves nothing when it is
// taken back.
func TestMerge(t *testing.T) {
	w, s, r, say := judged(t)
	before := layertest.Hash(t, s)
	if one(t, s, w.Front, w.DeltaFront) {
		t.Fatal("the fronts are one already")
	}
	merge := say(w.Front, w.DeltaFront, graph.Same)
	dry, err := r.Judge(t.Context(), true, merge)
	layertest.Do(t, err)
	if layertest.Hash(t, s) != before || len(dry.Before) != 2 || len(dry.After) != 1 || len(dry.After[0].Nodes) != 2 {
		t.Errorf("a dry run: %+v, and changes the state: %v", dry, layertest.Hash(t, s) != before)
	}
	done, err := r.Judge(t.Context(), false, merge)
	layertest.Do(t, err)
	if len(done.After) != 1 || done.After[0].Name != dry.After[0].Name || !one(t, s, w.Front, w.DeltaFront) {
		t.Errorf("the merge: %+v", done)
	}
	merged := layertest.Hash(t, s)
	if again, err := r.Judge(t.Context(), false, merge); err != nil || layertest.Hash(t, s) != merged || again.Judgements[0].ID != done.Judgements[0].ID {
		t.Errorf("said again: %+v, %v", again, err)
	}
	layertest.Do(t, s.Delete(t.Context(), w.Blast.Articles[0].ID))
	layertest.Do(t, r.Refresh(t.Context()))
	layertest.Do(t, s.Put(t.Context(), w.Blast, graphtest.Ingested(0)))
	layertest.Do(t, r.Refresh(t.Context()))
	if layertest.Hash(t, s) != merged {
		t.Error("the merge is not the same once an article was read anew")
	}
	_, err = r.Undo(t.Context(), false, "bob", graphtest.Day(2024, 6, 2), done.Judgements[0].ID)
	layertest.Do(t, err)
	if layertest.Hash(t, s) != before {
		t.Error("undoing the merge does not give the state of before")
	}
	log, _, err := s.Decisions(t.Context(), graph.Page{})
	if err != nil || len(log) != 2 || log[0].By != "person:bob" || log[0].Action != graph.ActionUndo || log[1].By != "person:ada" {
		t.Errorf("log: %+v, %v", log, err)
	}
}

// TestSplit: a cluster is divided for good, and who then says the opposite is
// told whom he contradicts.
func TestSplit(t *testing.T) {
	w, s, r, say := judged(t)
	before := layertest.Hash(t, s)
	_, err := r.Judge(t.Context(), false, say(w.Explosion, w.Attack, graph.Same), say(w.Attack, w.Election, graph.Same))
	layertest.Do(t, err)
	if !one(t, s, w.Explosion, w.Election) {
		t.Fatal("three events are not one")
	}
	var against resolve.Conflict
	_, err = r.Judge(t.Context(), false, say(w.Explosion, w.Election, graph.Different))
	if !errors.As(err, &against) || len(against.With) != 2 || !strings.Contains(err.Error(), "ada") {
		t.Errorf("the opposite of two judgements: %v", err)
	}
	held, err := s.Judgements(t.Context())
	layertest.Do(t, err)
	var ids []string
	for _, j := range held {
		ids = append(ids, j.ID)
	}
	_, err = r.Undo(t.Context(), false, "ada", graphtest.Day(2024, 6, 3), ids...)
	layertest.Do(t, err)
	if layertest.Hash(t, s) != before {
		t.Error("undoing all does not give the state of before")
	}
	if _, err := r.Split(t.Context(), false, say(w.Front, w.DeltaFront, graph.Different)); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("splitting what is not one: %v", err)
	}
	for name, bad := range map[string]layer.Word{
		"kinds": say(w.Front, w.Kelm, graph.Same), "self": say(w.Front, w.Front, graph.Same), "nobody": {A: w.Front, B: w.Ministry, Verdict: graph.Same},
		"collections": say(w.Front, w.ArchiveFront, graph.Same), "claims": say(w.NineKilled, w.ElevenDead, graph.Same),
	} {
		if _, err := r.Judge(t.Context(), false, bad); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
	missing := say(w.Front, "act_00000000000000000000000000000000", graph.Same)
	if _, err := r.Judge(t.Context(), false, missing); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("somebody who is not there: %v", err)
	}
}

// TestNamesakes: two people of one name, which few articles share or so many
// that it is everybody's.
func TestNamesakes(t *testing.T) {
	for _, n := range []int{2, 3, resolve.Hub + 2} {
		layertest.Namesakes(t, n, func(t testing.TB) graph.Store { return open(t) })
	}
}

// TestNamesakesRefused: only what an article says can be taken out of a node.
func TestNamesakesRefused(t *testing.T) {
	w, _, r, say := judged(t)
	for name, c := range map[string]struct {
		node, article string
		want          error
	}{
		"not named":  {w.Heron, w.Blast.Articles[0].ID, graph.ErrNotFound},
		"no article": {w.Front, "art_00000000000000000000000000000000", graph.ErrNotFound},
		"an event":   {w.Explosion, w.Blast.Articles[0].ID, graph.ErrInvalid},
	} {
		word := say(c.node, "", graph.Different)
		word.Article = c.article
		if _, err := r.Split(t.Context(), false, word); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}
