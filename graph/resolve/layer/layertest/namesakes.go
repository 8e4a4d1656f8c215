package layertest

import (
	"fmt"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/resolve/layer"
)

// naming is the i-th of some articles that name John Smith and say no more of
// him than that he waited, and his node.
func naming(i int) (sub *graph.Subgraph, smith string) {
	b := graphtest.NewBuilder(graph.Article{Title: fmt.Sprint("Wait ", i), Text: fmt.Sprintf("John Smith waited for %d hours.", i), Publisher: "Outlet"})
	smith = b.Actor(graph.Actor{Kind: graph.Person, Name: "John Smith"}, "John Smith")
	return b.Subgraph(), smith
}

// Namesakes has a person take one article's John Smith out of the node that n
// articles name, and demands that this holds, also for what comes later or is
// read anew, that a dry run foretells it, and that undoing it leaves nothing.
func Namesakes(t *testing.T, n int, open func(t testing.TB) graph.Store) {
	s := open(t)
	r := layer.Resolver{Store: s}
	put := func(i int) {
		sub, _ := naming(i)
		Do(t, s.Put(t.Context(), sub, graphtest.Ingested(0)))
	}
	for i := range n {
		put(i)
	}
	Do(t, r.Refresh(t.Context()))
	before := Hash(t, s)
	sub, smith := naming(1)
	article := sub.Articles[0].ID
	sizes := func(when string, clusters []layer.Cluster, want ...int) {
		t.Helper()
		var got []int
		for _, c := range clusters {
			got = append(got, c.Articles)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: clusters of %v articles, want %v", when, got, want)
		}
	}
	look := func(when string, want ...int) {
		t.Helper()
		Do(t, r.Refresh(t.Context()))
		clusters, err := layer.Clusters(t.Context(), s, graph.Scope{}, smith)
		Do(t, err)
		sizes(when, clusters, want...)
	}
	look("before", n)

	word := layer.Word{A: smith, Article: article, By: "ada", Note: "the other Smith", At: graphtest.Day(2024, 6, 1)}
	dry, err := r.Split(t.Context(), true, word)
	Do(t, err)
	sizes("foreseen", dry.After, n-1, 1)
	if Hash(t, s) != before {
		t.Error("a dry run changes the state")
	}
	done, err := r.Split(t.Context(), false, word)
	Do(t, err)
	sizes("split, as it was", done.Before, n)
	sizes("split", done.After, n-1, 1)
	parted := Hash(t, s)
	if again, err := r.Split(t.Context(), false, word); err != nil || Hash(t, s) != parted || again.Judgements[0].ID != done.Judgements[0].ID {
		t.Errorf("said again: %+v, %v", again, err)
	}

	put(n)
	look("another article", n, 1)
	later, _ := naming(n)
	Do(t, s.Delete(t.Context(), later.Articles[0].ID))
	Do(t, s.Delete(t.Context(), article))
	look("without the article", n-1)
	put(1)
	look("read anew", n-1, 1)
	if Hash(t, s) != parted {
		t.Error("the split is not the same once the article was read anew")
	}
	_, err = r.Undo(t.Context(), false, "bob", graphtest.Day(2024, 6, 2), done.Judgements[0].ID)
	Do(t, err)
	if Hash(t, s) != before {
		t.Error("undoing the split does not give the state of before")
	}
	log, _, err := s.Decisions(t.Context(), graph.Page{})
	if err != nil || len(log) != 2 || log[1].Judgement.Article != article || log[1].Judgement.Note != word.Note {
		t.Errorf("log: %+v, %v", log, err)
	}
}
