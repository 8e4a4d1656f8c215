package graphtest

import (
	"errors"
	"testing"

	"github.com/claimline/claimline/graph"
)

var judgementScenarios = []scenario{
	{"put and delete", "judgements are listed by id, are part of the state, and undoing one gives the former state", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		before := state(t, s)
		for range 2 {
			for _, j := range w.Judgements() {
				if err := s.PutJudgement(t.Context(), j); err != nil {
					t.Fatal(err)
				}
			}
		}
		m := referenceOf(t, w.Articles()...)
		for _, j := range w.Judgements() {
			if err := m.PutJudgement(t.Context(), j); err != nil {
				t.Fatal(err)
			}
		}
		sameState(t, s, state(t, m), "putting each judgement twice")
		sameJudgements(t, s, m)
		for _, j := range w.Judgements() {
			if err := s.DeleteJudgement(t.Context(), j.ID); err != nil {
				t.Fatal(err)
			}
			if err := s.DeleteJudgement(t.Context(), j.ID); !errors.Is(err, graph.ErrNotFound) {
				t.Errorf("deleting a judgement again: %v, want ErrNotFound", err)
			}
		}
		sameState(t, s, before, "undoing the judgements")
	}},
	{"outlives its records", "a judgement is somebody's word: it stays when an article goes", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		j := w.Judgements()[0]
		if err := s.PutJudgement(t.Context(), j); err != nil {
			t.Fatal(err)
		}
		remove(t, s, w.Articles()...)
		all, err := s.Judgements(t.Context())
		if err != nil || len(all) != 1 || all[0].ID != j.ID {
			t.Errorf("judgements %+v, %v", all, err)
		}
	}},
	{"id", "a judgement whose id does not follow from its content is refused", func(t *testing.T, s graph.Store) {
		j := NewWorld().Judgements()[0]
		j.Verdict = graph.Unsure
		if err := s.PutJudgement(t.Context(), j); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("put: %v, want ErrInvalid", err)
		}
		sameState(t, s, stateOf(t), "refusing a judgement")
	}},
}

func sameJudgements(t *testing.T, s, m graph.Reader) {
	t.Helper()
	got, err := s.Judgements(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want, err := m.Judgements(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if a, b := toJSON(t, got), toJSON(t, want); string(a) != string(b) {
		t.Errorf("judgements %s, want %s", a, b)
	}
}
