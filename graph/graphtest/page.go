package graphtest

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/claimline/claimline/graph"
)

var pageScenarios = []scenario{
	{"pages", "the pages of any list, one after another, are the whole list", func(t *testing.T, s graph.Store) {
		putWorld(t, s)
		for name, of := range pagedQuestions(everything) {
			for _, size := range []int{1, 2, 3} {
				t.Run(fmt.Sprintf("%s by %d", name, size), func(t *testing.T) { samePages(t, s, of, size) })
			}
		}
	}},
	{"full page", "the last page has no Next, even when it is full", func(t *testing.T, s graph.Store) {
		putWorld(t, s)
		a, err := s.Articles(t.Context(), graph.ArticleQuery{Page: graph.Page{Limit: 3}})
		if err != nil || len(a.Order) != 3 || a.Next != nil {
			t.Errorf("three articles by three: %v, next %v, %v", a.Order, a.Next, err)
		}
		a, err = s.Articles(t.Context(), graph.ArticleQuery{Page: graph.Page{Limit: 2}})
		if err != nil || len(a.Order) != 2 || a.Next == nil || a.Next.ID != a.Order[1] {
			t.Errorf("three articles by two: %v, next %v, %v", a.Order, a.Next, err)
		}
	}},
	{"ties", "nodes of one key come by id, and a page may end between them", func(t *testing.T, s graph.Store) {
		crowd, _ := crowd(23)
		put(t, s, crowd)
		all, err := s.Events(t.Context(), graph.EventQuery{})
		if err != nil || len(all.Order) != 23 || !slices.IsSorted(all.Order) {
			t.Fatalf("23 undated events come as %v, %v", all.Order, err)
		}
		samePages(t, s, func(ctx context.Context, r graph.Reader, p graph.Page) (graph.Answer, error) {
			return r.Events(ctx, graph.EventQuery{Page: p})
		}, 10)
	}},
	{"a page outlives its node", "a cursor is a place in an order: it stands when the node it names is gone", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		first, err := s.Articles(t.Context(), graph.ArticleQuery{Page: graph.Page{Limit: 1}})
		if err != nil || first.Next == nil {
			t.Fatal(first, err)
		}
		remove(t, s, w.Blast)
		second, err := s.Articles(t.Context(), graph.ArticleQuery{Page: graph.Page{After: first.Next}})
		if want := []string{w.Inquiry.Articles[0].ID, w.Background.Articles[0].ID}; err != nil || !slices.Equal(second.Order, want) {
			t.Errorf("after a deleted article: %v, %v; want %v", second.Order, err, want)
		}
	}},
	{"forged cursor", "a cursor may name any place in the order, and is never more than that", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		for _, c := range []graph.Cursor{
			{}, {Sort: "2024-05-04"}, {Sort: "free delta front", ID: "z"}, {Class: 1, ID: w.Kelm}, {Class: 99}, {Class: -1}, {Sort: "' OR true //", ID: "\"}) RETURN n"}, {Sort: "~", ID: "~"},
		} {
			for name, of := range pagedQuestions(everything) {
				got, err := of(t.Context(), s, graph.Page{After: &c})
				want, wantErr := of(t.Context(), m, graph.Page{After: &c})
				if sameError(t, name, err, wantErr) {
					sameAnswer(t, got, want)
				}
			}
		}
	}},
	{"default limit", "a list without a limit holds DefaultLimit, and counts all", func(t *testing.T, s graph.Store) {
		crowd, _ := crowd(graph.DefaultLimit + 1)
		put(t, s, crowd)
		a, err := s.Events(t.Context(), graph.EventQuery{})
		if err != nil || len(a.Order) != graph.DefaultLimit || a.Next == nil || a.Total != (graph.Total{Value: graph.DefaultLimit + 1, Exact: true}) {
			t.Errorf("%d events, next %v, total %+v, %v", len(a.Order), a.Next, a.Total, err)
		}
	}},
	{"more than are counted", "beyond MaxCount the total is a lower bound and says so", func(t *testing.T, s graph.Store) {
		put(t, s, chorus(graph.MaxCount+1))
		all, most := graph.Total{Value: graph.MaxCount, Exact: false}, graph.Total{Value: graph.MaxCount, Exact: true}
		one := graph.Page{Limit: 1}
		for _, ask := range []struct {
			name string
			of   func(context.Context, graph.Reader) (graph.Answer, error)
			want graph.Total
		}{
			{"claims", claims(graph.ClaimQuery{Page: one}), all},
			{"search", search(graph.SearchQuery{Text: "sing", Kinds: []graph.Kind{graph.KindClaim}, Page: one}), all},
			{"claims but one", claims(graph.ClaimQuery{Acts: []string{"assert"}, Page: one}), most},
		} {
			if a, err := ask.of(t.Context(), s); err != nil || a.Total != ask.want {
				t.Errorf("%s: total %+v, %v; want %+v", ask.name, a.Total, err, ask.want)
			}
		}
	}},
}

type pagedQuestion func(context.Context, graph.Reader, graph.Page) (graph.Answer, error)

func pagedQuestions(scope graph.Scope) map[string]pagedQuestion {
	questions := map[string]pagedQuestion{
		"articles": func(ctx context.Context, r graph.Reader, p graph.Page) (graph.Answer, error) {
			return r.Articles(ctx, graph.ArticleQuery{Scope: scope, Page: p})
		},
		"actors": func(ctx context.Context, r graph.Reader, p graph.Page) (graph.Answer, error) {
			return r.Actors(ctx, graph.ActorQuery{Scope: scope, Page: p})
		},
		"events": func(ctx context.Context, r graph.Reader, p graph.Page) (graph.Answer, error) {
			return r.Events(ctx, graph.EventQuery{Scope: scope, Page: p})
		},
		"claims": func(ctx context.Context, r graph.Reader, p graph.Page) (graph.Answer, error) {
			return r.Claims(ctx, graph.ClaimQuery{Scope: scope, Page: p})
		},
		"search": func(ctx context.Context, r graph.Reader, p graph.Page) (graph.Answer, error) {
			return r.Search(ctx, graph.SearchQuery{Scope: scope, Text: "kel", Page: p})
		},
		"exact search": func(ctx context.Context, r graph.Reader, p graph.Page) (graph.Answer, error) {
			return r.Search(ctx, graph.SearchQuery{Scope: scope, Text: "Norland", Page: p})
		},
	}
	for _, clock := range graph.Clocks {
		questions[string(clock)] = func(ctx context.Context, r graph.Reader, p graph.Page) (graph.Answer, error) {
			return r.Timeline(ctx, graph.TimelineQuery{Scope: scope, Clock: clock, Page: p})
		}
	}
	return questions
}

// samePages compares the pages of a list with the list.
func samePages(t *testing.T, s graph.Reader, of pagedQuestion, size int) {
	t.Helper()
	whole, err := of(t.Context(), s, graph.Page{Limit: graph.MaxLimit})
	if err != nil {
		t.Fatal(err)
	}
	if whole.Next != nil || whole.Total != (graph.Total{Value: len(whole.Order), Exact: true}) || len(whole.Order) == 0 {
		t.Fatalf("the whole list of %d has next %v, total %+v", len(whole.Order), whole.Next, whole.Total)
	}
	var order []string
	var joined graph.Subgraph
	page := graph.Page{Limit: size}
	for {
		a, err := of(t.Context(), s, page)
		if err != nil {
			t.Fatal(err)
		}
		if a.Total != whole.Total {
			t.Errorf("total %+v on one page, %+v on all", a.Total, whole.Total)
		}
		if want := min(size, len(whole.Order)-len(order)); len(a.Order) != want {
			t.Fatalf("a page of %d, want %d", len(a.Order), want)
		}
		order = append(order, a.Order...)
		for _, r := range a.Graph.Records() {
			joined.Add(r)
		}
		if a.Next == nil {
			break
		}
		page.After = a.Next
	}
	if !slices.Equal(order, whole.Order) {
		t.Errorf("pages give %v, the whole list %v", order, whole.Order)
	}
	joined.Normalize()
	sameGraph(t, joined, whole.Graph)
}

// chorus is an article in which n sources sing the same words, all but one of
// them as an assertion.
func chorus(n int) *graph.Subgraph {
	b := NewBuilder(graph.Article{Text: "They all sing.", Title: "Chorus"})
	for i := range n {
		c := graph.Claim{
			Collection: b.article().Collection, Article: b.article().ID, Act: "assert", Text: b.article().Text,
			Evidence: []graph.Evidence{b.Quote(graph.RoleClaim, b.article().Text)},
		}
		if i == 0 {
			c.Act = "deny"
		}
		c.Identify(strconv.Itoa(i))
		b.sub.Add(c)
	}
	return b.Subgraph()
}
