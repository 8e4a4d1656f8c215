package graphtest

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/claimline/claimline/graph"
)

var pathScenarios = []scenario{
	{"every pair", "the ways from one node to another are found, shortest first, whatever lies between", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		ids := []string{w.Front, w.Kelm, w.Norland, w.Explosion, w.FrontAccused, w.ArchiveFront}
		for _, from := range ids {
			for _, to := range ids {
				if from != to {
					samePaths(t, s, m, graph.PathQuery{From: from, To: to, Length: 3, Most: 7})
				}
			}
		}
	}},
	{"path filters", "types, via and avoid restrict the way; a scope that lacks an end has no way", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		all, err := s.Paths(t.Context(), graph.PathQuery{From: w.Front, To: w.Kelm})
		if err != nil || len(all.Paths) == 0 || len(all.Paths[0].Nodes) < 3 {
			t.Fatalf("%+v, %v: the fixture should join the two by way of a third", all.Paths, err)
		}
		between := all.Paths[0].Nodes[1]
		for _, q := range []graph.PathQuery{
			{From: w.Front, To: w.Kelm, Via: []string{between}},
			{From: w.Front, To: w.Kelm, Avoid: []string{between}},
			{From: w.Front, To: w.Kelm, Types: []graph.RelType{graph.Mentions}},
			{From: w.Front, To: w.Kelm, Types: []graph.RelType{"NO_SUCH_TYPE"}},
			{From: w.Front, To: w.Kelm, Length: 1},
			{From: w.Front, To: w.Kelm, Scope: graph.Scope{AsOf: Ingested(0)}},
			{From: w.Front, To: w.ArchiveFront, Scope: everything},
		} {
			samePaths(t, s, m, q)
		}
	}},
	{"path limits", "a question about paths that has no answer is refused", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		for _, q := range []graph.PathQuery{
			{From: w.Front, To: w.Front},
			{From: w.Front, To: w.Kelm, Length: graph.MaxPathLength + 1},
			{From: w.Front, To: w.Kelm, Length: -1},
			{From: w.Front, To: w.Kelm, Most: graph.MaxPaths + 1},
			{From: w.Front, To: w.Kelm, Avoid: []string{w.Kelm}},
		} {
			if _, err := s.Paths(t.Context(), q); !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("%+v: %v, want ErrInvalid", q, err)
			}
		}
	}},
	{"paths by a hub", "what is joined to very many is followed in part, and the answer says so", func(t *testing.T, s graph.Store) {
		crowd, hub := crowd(graph.PathFanout + 3)
		put(t, s, crowd)
		last := crowd.Events[len(crowd.Events)-1].ID
		got, err := s.Paths(t.Context(), graph.PathQuery{From: hub, To: last, Length: 1})
		if err != nil || len(got.Truncated) == 0 {
			t.Errorf("truncated %q, %v; want a reason", got.Truncated, err)
		}
	}},
	{"among", "nodes come with what joins them to each other and with nothing else; what the scope lacks is left out", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		ids := []string{w.Front, w.Kelm, w.Norland, w.Explosion, w.FrontAccused, w.ArchiveFront, w.Blast.Articles[0].ID, "no such id", ""}
		for _, scope := range []graph.Scope{{}, everything, {AsOf: Ingested(0)}} {
			got, err := s.Among(t.Context(), scope, ids)
			want, wantErr := m.Among(t.Context(), scope, ids)
			if sameError(t, fmt.Sprintf("%+v", scope), err, wantErr) {
				sameGraph(t, got, want)
			}
		}
		if _, err := s.Among(t.Context(), graph.Scope{}, make([]string, graph.MaxAmong+1)); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%v, want ErrInvalid", err)
		}
	}},
}

func samePaths(t *testing.T, s graph.Store, m *reference, q graph.PathQuery) {
	t.Helper()
	got, err := s.Paths(t.Context(), q)
	want, wantErr := m.Paths(t.Context(), q)
	if !sameError(t, fmt.Sprintf("%+v", q), err, wantErr) {
		return
	}
	same := func(a, b graph.Path) bool {
		return slices.Equal(a.Nodes, b.Nodes) && slices.EqualFunc(a.Hops, b.Hops, slices.Equal)
	}
	if !slices.EqualFunc(got.Paths, want.Paths, same) {
		t.Errorf("%+v:\n got %v\nwant %v", q, got.Paths, want.Paths)
		return
	}
	sameGraph(t, got.Graph, want.Graph)
}
