package graphtest

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

var errorScenarios = []scenario{
	{"limits", "a limit out of range is refused by every list, not cut", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		for name, of := range pagedQuestions(graph.Scope{}) {
			for _, limit := range []int{-1, graph.MaxLimit + 1} {
				if _, err := of(t.Context(), s, graph.Page{Limit: limit}); !errors.Is(err, graph.ErrInvalid) {
					t.Errorf("%s with limit %d: %v, want ErrInvalid", name, limit, err)
				}
			}
			if _, err := of(t.Context(), s, graph.Page{Limit: graph.MaxLimit}); err != nil {
				t.Errorf("%s with limit %d: %v", name, graph.MaxLimit, err)
			}
		}
		for _, most := range []int{-1, graph.NodeFanout + 1} {
			if _, err := s.Neighbors(t.Context(), graph.NeighborQuery{ID: w.Front, PerType: most}); !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("%d neighbors of each type: %v, want ErrInvalid", most, err)
			}
		}
	}},
	{"canceled", "a canceled context ends every call with its error and writes nothing", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		before := state(t, s)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		for name, call := range everyCall(w) {
			if err := call(ctx, s); !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v, want context.Canceled", name, err)
			}
		}
		sameState(t, s, before, "canceled calls")
	}},
	{"each stops", "Each ends with the error of its function", func(t *testing.T, s graph.Store) {
		putWorld(t, s)
		enough, calls := errors.New("enough"), 0
		err := s.Each(t.Context(), func(graph.Kind, []byte) error {
			calls++
			if calls == 3 {
				return enough
			}
			return nil
		})
		if !errors.Is(err, enough) || calls != 3 {
			t.Errorf("after %d calls: %v", calls, err)
		}
	}},
	{"closed", "a closed store says that it cannot be reached", func(t *testing.T, s graph.Store) {
		if err := s.Ping(t.Context()); err != nil {
			t.Fatalf("ping: %v", err)
		}
		if strings.TrimSpace(s.Name()) == "" {
			t.Error("the store has no name")
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		err := s.Ping(t.Context())
		var down *graph.UnavailableError
		if !errors.As(err, &down) {
			t.Fatalf("ping after Close: %v, want *graph.UnavailableError", err)
		}
		if down.Address == "" || down.Hint == "" || down.Err == nil {
			t.Errorf("%#v does not say where, why and what to do", down)
		}
	}},
}

// everyCall is one call of each method that takes a context.
func everyCall(w *World) map[string]func(context.Context, graph.Store) error {
	calls := map[string]func(context.Context, graph.Store) error{
		"Put":             func(ctx context.Context, s graph.Store) error { return s.Put(ctx, reread(w.Inquiry), Ingested(9)) },
		"Delete":          func(ctx context.Context, s graph.Store) error { return s.Delete(ctx, w.Blast.Articles[0].ID) },
		"PutJudgement":    func(ctx context.Context, s graph.Store) error { return s.PutJudgement(ctx, w.Judgements()[0]) },
		"DeleteJudgement": func(ctx context.Context, s graph.Store) error { return s.DeleteJudgement(ctx, w.Judgements()[0].ID) },
		"Ping":            func(ctx context.Context, s graph.Store) error { return s.Ping(ctx) },
		"Node": func(ctx context.Context, s graph.Store) error {
			_, err := s.Node(ctx, graph.Scope{}, w.Front)
			return err
		},
		"Contribution": func(ctx context.Context, s graph.Store) error {
			_, err := s.Contribution(ctx, graph.Scope{}, w.Blast.Articles[0].ID)
			return err
		},
		"Neighbors": func(ctx context.Context, s graph.Store) error {
			_, err := s.Neighbors(ctx, graph.NeighborQuery{ID: w.Front})
			return err
		},
		"Among": func(ctx context.Context, s graph.Store) error {
			_, err := s.Among(ctx, graph.Scope{}, []string{w.Front})
			return err
		},
		"Dates": func(ctx context.Context, s graph.Store) error {
			_, err := s.Dates(ctx, graph.TimelineQuery{})
			return err
		},
		"Paths": func(ctx context.Context, s graph.Store) error {
			_, err := s.Paths(ctx, graph.PathQuery{From: w.Front, To: w.Kelm})
			return err
		},
		"Stats":      func(ctx context.Context, s graph.Store) error { _, err := s.Stats(ctx, graph.Scope{}); return err },
		"Judgements": func(ctx context.Context, s graph.Store) error { _, err := s.Judgements(ctx); return err },
		"Each": func(ctx context.Context, s graph.Store) error {
			return s.Each(ctx, func(graph.Kind, []byte) error { return nil })
		},
	}
	for name, of := range pagedQuestions(graph.Scope{}) {
		calls[name] = func(ctx context.Context, s graph.Store) error { _, err := of(ctx, s, graph.Page{}); return err }
	}
	return calls
}
