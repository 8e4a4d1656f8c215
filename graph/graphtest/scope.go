package graphtest

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
)

var scopeScenarios = []scenario{
	{"collections", "no answer shows or counts what lies in a collection that was not asked for", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		for name, collections := range map[string][]string{
			"default": nil, "archive": {Archive}, "both": {graph.DefaultCollection, Archive}, "any": {graph.AnyCollection}, "none": {"no such collection"},
			"hostile": {"default' OR '1'='1", "*", "\"]", "%"},
		} {
			t.Run(name, func(t *testing.T) { everyQuestion(t, s, m, w, graph.Scope{Collections: collections}) })
		}
	}},
	{"published", "a window on publication hides articles outside it, undated ones, and what only they tell", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		for name, window := range map[string]graph.Window{
			"day of Blast":           {From: Day(2024, 5, 3), To: Day(2024, 5, 4)},
			"within the day":         {From: Day(2024, 5, 3).Add(6 * time.Hour), To: Day(2024, 5, 3).Add(7 * time.Hour)},
			"minute of Inquiry":      {From: Day(2024, 5, 4).Add(8*time.Hour + 30*time.Minute), To: Day(2024, 5, 4).Add(8*time.Hour + 31*time.Minute)},
			"minute after it":        {From: Day(2024, 5, 4).Add(8*time.Hour + 31*time.Minute), To: Day(2024, 5, 4).Add(9 * time.Hour)},
			"until Inquiry's minute": {To: Day(2024, 5, 4).Add(8*time.Hour + 30*time.Minute)},
			"from June":              {From: Day(2024, 6, 1)},
			"before all":             {To: Day(2000, 1, 1)},
		} {
			t.Run(name, func(t *testing.T) {
				everyQuestion(t, s, m, w, graph.Scope{Collections: []string{graph.AnyCollection}, Published: window})
			})
		}
	}},
	{"as of", "a question as of a time sees the articles that had come in by then", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		for _, at := range []time.Time{Ingested(0).Add(-time.Second), Ingested(0), Ingested(1).Add(time.Second), Ingested(2)} {
			t.Run(at.Format(time.DateTime), func(t *testing.T) {
				everyQuestion(t, s, m, w, graph.Scope{Collections: []string{graph.AnyCollection}, AsOf: at})
			})
		}
	}},
	{"shared in part", "an actor within a window bears only the aliases that the articles of the window give it, and is found by no other", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		early := graph.Scope{AsOf: Ingested(0)} // Blast alone, that calls the front by its name
		a, err := s.Node(t.Context(), early, w.Front)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(a.Graph.Actors, func(a graph.Actor) bool { return a.ID == w.Front })
		if i < 0 || len(a.Graph.Actors[i].Aliases) != 0 {
			t.Errorf("actors %+v, want the front without aliases", a.Graph.Actors)
		}
		for scope, want := range map[*graph.Scope]int{&early: 0, {}: 1} {
			a, err := s.Search(t.Context(), graph.SearchQuery{Scope: *scope, Text: "FDF", Kinds: []graph.Kind{graph.KindActor}})
			if err != nil || len(a.Order) != want {
				t.Errorf("search for an alias in %+v: %v, %v; want %d", *scope, a.Order, err, want)
			}
		}
	}},
}

// everyQuestion asks everything within a scope and compares with the reference.
func everyQuestion(t *testing.T, s graph.Reader, m *reference, w *World, scope graph.Scope) {
	t.Helper()
	check(t, s, m, []ask{
		{"articles", articles(graph.ArticleQuery{Scope: scope}), nil},
		{"actors", actors(graph.ActorQuery{Scope: scope}), nil},
		{"actors of an article", actors(graph.ActorQuery{Scope: scope, Article: w.Reopening.Articles[0].ID}), nil},
		{"events", events(graph.EventQuery{Scope: scope}), nil},
		{"claims", claims(graph.ClaimQuery{Scope: scope}), nil},
		{"claims by a source", claims(graph.ClaimQuery{Scope: scope, Source: w.ArchiveMinistry}), nil},
		{"happened", timeline(graph.TimelineQuery{Scope: scope}), nil},
		{"said", timeline(graph.TimelineQuery{Scope: scope, Clock: graph.Said}), nil},
		{"published", timeline(graph.TimelineQuery{Scope: scope, Clock: graph.Published}), nil},
		{"search", search(graph.SearchQuery{Scope: scope, Text: "kelm"}), nil},
		{"search an alias", search(graph.SearchQuery{Scope: scope, Text: "delta reb"}), nil},
	})
	sameStats(t, s, m, scope)
	for _, sub := range w.Articles() {
		sameContribution(t, s, m, scope, sub.Articles[0].ID)
		for _, r := range sub.Records() {
			if r.RecordKind() != graph.KindRelationship {
				sameAround(t, s, m, scope, r.RecordID())
			}
		}
	}
}

// sameAround asks for a node and its neighbors.
func sameAround(t *testing.T, s graph.Reader, m *reference, scope graph.Scope, id string) {
	t.Helper()
	got, err := s.Node(t.Context(), scope, id)
	want, wantErr := m.Node(t.Context(), scope, id)
	if sameError(t, "node "+id, err, wantErr) {
		sameAnswer(t, got, want)
	}
	q := graph.NeighborQuery{Scope: scope, ID: id}
	near, err := s.Neighbors(t.Context(), q)
	wantNear, wantErr := m.Neighbors(t.Context(), q)
	if sameError(t, "neighbors of "+id, err, wantErr) {
		sameNeighborhood(t, near, wantNear)
	}
}

func sameNeighborhood(t *testing.T, got, want graph.Neighborhood) {
	t.Helper()
	if !slices.Equal(got.Groups, want.Groups) {
		t.Errorf("groups %+v, want %+v", got.Groups, want.Groups)
	}
	if got.Truncated != want.Truncated {
		t.Errorf("truncated %v, want %v", got.Truncated, want.Truncated)
	}
	sameGraph(t, got.Graph, want.Graph)
}

func sameContribution(t *testing.T, s graph.Reader, m *reference, scope graph.Scope, article string) {
	t.Helper()
	got, err := s.Contribution(t.Context(), scope, article)
	want, wantErr := m.Contribution(t.Context(), scope, article)
	if sameError(t, "contribution "+article, err, wantErr) {
		sameGraph(t, got, want)
	}
}

// sameError compares two errors by their kind, and reports whether there is an
// answer to compare.
func sameError(t *testing.T, what string, got, want error) bool {
	t.Helper()
	for _, kind := range []error{graph.ErrNotFound, graph.ErrInvalid} {
		if errors.Is(got, kind) != errors.Is(want, kind) {
			t.Errorf("%s: error %v, want %v", what, got, want)
			return false
		}
	}
	if (got == nil) != (want == nil) {
		t.Errorf("%s: error %v, want %v", what, got, want)
	}
	return got == nil && want == nil
}
