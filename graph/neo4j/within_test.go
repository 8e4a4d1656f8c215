package neo4j

import (
	"reflect"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
)

// A timeline within a window of publication is the same whether it starts from
// the articles there or from what the clock dates.
func TestWithin(t *testing.T) {
	s := open(t)
	for i, sub := range graphtest.NewWorld().Articles() {
		if err := s.Put(t.Context(), sub, graphtest.Ingested(i)); err != nil {
			t.Fatal(err)
		}
	}
	day := func(month time.Month, day int) time.Time { return graphtest.Day(2024, month, day) }
	held := 0
	for _, published := range []graph.Window{{From: day(5, 3)}, {To: day(5, 4)}, {From: day(5, 2), To: day(5, 5)}, {From: day(1, 1), To: day(12, 31)}} {
		for _, q := range []graph.TimelineQuery{
			{},
			{Types: []string{"ASSAULT"}},
			{Window: graph.Window{From: day(5, 2), To: day(5, 3)}},
			{Clock: graph.Said},
			{Clock: graph.Said, Window: graph.Window{To: day(5, 4)}},
		} {
			q.Scope.Published = published
			ask, _, err := timeline(q)
			if err != nil {
				t.Fatal(err)
			}
			err = s.ask(t.Context(), "test", q.Scope, func(r *reading) error {
				p := r.scope.with(ask.params)
				p["limit"], p["most"], p["afterSort"], p["afterID"] = 4, graph.MaxCount, "", ""
				if few, err := r.fewWithin(p); err != nil || !few {
					t.Fatalf("%v: few articles: %v, %v", published, few, err)
				}
				want, err := r.hits(ask.statement, p, 3)
				if err != nil {
					return err
				}
				got, err := r.hits(ask.within, p, 3)
				if !reflect.DeepEqual(got, want) {
					t.Errorf("%v, %+v: from articles %v of %v, from the clock %v of %v", published, q, got.Order, got.Total, want.Order, want.Total)
				}
				held += len(got.Order)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if held == 0 {
		t.Error("no window holds anything")
	}
}
