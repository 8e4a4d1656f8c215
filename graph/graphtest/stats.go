package graphtest

import (
	"maps"
	"testing"

	"github.com/claimline/claimline/graph"
)

var statsScenarios = []scenario{
	{"world", "Stats counts every record of the scope once", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		got, err := s.Stats(t.Context(), graph.Scope{})
		if err != nil {
			t.Fatal(err)
		}
		if got.Articles != 3 || got.Actors != 11 || got.Places != 3 || got.Events != 6 || got.Claims != 7 || got.EventTypes["ASSAULT"] != 2 || got.Acts["assert"] != 5 || got.ActorKinds["armed_group"] != 2 {
			t.Errorf("stats %+v", got)
		}
		sameStats(t, s, m, graph.Scope{})
		sameStats(t, s, m, everything)
		sameStats(t, s, m, graph.Scope{Collections: []string{"empty"}})
	}},
	{"empty", "an empty store counts nothing and has the hash of the empty graph", func(t *testing.T, s graph.Store) {
		sameStats(t, s, newReference(), everything)
		sameState(t, s, stateOf(t), "opening an empty store")
		check(t, s, newReference(), []ask{
			{"articles", articles(graph.ArticleQuery{}), []string{}},
			{"search", search(graph.SearchQuery{Text: "kelm"}), []string{}},
			{"timeline", timeline(graph.TimelineQuery{}), []string{}},
		})
	}},
}

func sameStats(t *testing.T, s graph.Reader, m *reference, scope graph.Scope) {
	t.Helper()
	got, err := s.Stats(t.Context(), scope)
	if err != nil {
		t.Fatal(err)
	}
	want, err := m.Stats(t.Context(), scope)
	if err != nil {
		t.Fatal(err)
	}
	numbers := func(s graph.Stats) [6]int {
		return [6]int{s.Articles, s.Actors, s.Places, s.Events, s.Claims, s.Relationships}
	}
	if numbers(got) != numbers(want) || !maps.Equal(got.EventTypes, want.EventTypes) || !maps.Equal(got.Acts, want.Acts) || !maps.Equal(got.ActorKinds, want.ActorKinds) {
		t.Errorf("stats of %+v: %+v, want %+v", scope, got, want)
	}
}
