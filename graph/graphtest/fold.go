package graphtest

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/claimline/claimline/graph"
)

var foldScenarios = []scenario{
	{"order", "the order in which articles come in does not show", func(t *testing.T, s graph.Store) {
		w := NewWorld()
		want := stateOf(t, w.Articles()...)
		r := rand.New(rand.NewPCG(1, 1))
		for range 5 {
			subs := w.Articles()
			r.Shuffle(len(subs), func(i, j int) { subs[i], subs[j] = subs[j], subs[i] })
			put(t, s, subs...)
			sameState(t, s, want, "another order")
			r.Shuffle(len(subs), func(i, j int) { subs[i], subs[j] = subs[j], subs[i] })
			remove(t, s, subs...)
			sameState(t, s, stateOf(t), "deleting all")
		}
	}},
	{"delete", "what is left after Delete is the graph that would be there had the article never come", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		for i, gone := range w.Articles() {
			remove(t, s, gone)
			sameState(t, s, stateOf(t, slices.Delete(w.Articles(), i, i+1)...), "deleting "+gone.Articles[0].Title)
			put(t, s, gone)
		}
		sameState(t, s, stateOf(t, w.Articles()...), "putting each back")
	}},
	{"delete twice", "an article that is not there cannot be deleted", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		remove(t, s, w.Blast)
		for _, id := range []string{w.Blast.Articles[0].ID, w.Ministry, "", "no such id"} {
			if err := s.Delete(t.Context(), id); !errors.Is(err, graph.ErrNotFound) {
				t.Errorf("delete %q: %v, want ErrNotFound", id, err)
			}
		}
	}},
	{"aliases", "a shared actor bears the aliases of the articles that are there, no more and no fewer", func(t *testing.T, s graph.Store) {
		w := NewWorld()
		aliases := func(want ...string) {
			t.Helper()
			a, err := s.Node(t.Context(), graph.Scope{}, w.Front)
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(a.Graph.Actors, func(a graph.Actor) bool { return a.ID == w.Front })
			if i < 0 || !slices.Equal(a.Graph.Actors[i].Aliases, want) {
				t.Errorf("aliases of %+v, want %q", a.Graph.Actors, want)
			}
		}
		put(t, s, w.Blast)
		aliases()
		put(t, s, w.Inquiry)
		aliases("FDF")
		put(t, s, reread(w.Inquiry))
		aliases("Front")
		put(t, s, w.Background)
		aliases("Front")
		remove(t, s, w.Inquiry)
		aliases()
	}},
	{"coordinates", "a place keeps its point as long as an article is there that gave it", func(t *testing.T, s graph.Store) {
		w := NewWorld()
		hasPoint := func(want bool) {
			t.Helper()
			a, err := s.Search(t.Context(), graph.SearchQuery{Text: "Kelm", Kinds: []graph.Kind{graph.KindPlace}})
			if err != nil || len(a.Graph.Places) != 1 {
				t.Fatalf("%d places, %v", len(a.Graph.Places), err)
			}
			if got := a.Graph.Places[0].Lat != nil; got != want {
				t.Errorf("the place has a point: %v, want %v", got, want)
			}
		}
		put(t, s, w.Inquiry)
		hasPoint(false)
		put(t, s, w.Blast)
		hasPoint(true)
		remove(t, s, w.Blast)
		hasPoint(false)
	}},
	{"first ingest counts", "a later Put of an article keeps the time of the first", func(t *testing.T, s graph.Store) {
		w := NewWorld()
		put(t, s, w.Blast)
		if err := s.Put(t.Context(), w.Blast, Ingested(5)); err != nil {
			t.Fatal(err)
		}
		a, err := s.Articles(t.Context(), graph.ArticleQuery{Scope: graph.Scope{AsOf: Ingested(0)}})
		if err != nil || len(a.Order) != 1 {
			t.Errorf("as of the first ingest: %v, %v", a.Order, err)
		}
		remove(t, s, w.Blast)
		if err := s.Put(t.Context(), w.Blast, Ingested(5)); err != nil {
			t.Fatal(err)
		}
		a, err = s.Articles(t.Context(), graph.ArticleQuery{Scope: graph.Scope{AsOf: Ingested(4)}})
		if err != nil || len(a.Order) != 0 {
			t.Errorf("deleted and put anew, as of before that: %v, %v", a.Order, err)
		}
	}},
}
