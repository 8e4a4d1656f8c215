package graphtest

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
)

var timelineScenarios = []scenario{
	{"dates", "the dates of a timeline are those of what it lists, in its order", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		for _, q := range []graph.TimelineQuery{
			{}, {Clock: graph.Said}, {Clock: graph.Published, Scope: everything}, {Clock: graph.Ingested, Scope: everything},
			{Clock: graph.Ingested, Window: graph.Window{From: Ingested(1)}}, {Actor: w.Front}, {Place: w.Kelm},
			{Clock: graph.Said, Actor: w.Front}, {Window: graph.Window{To: Day(2024, 5, 1)}}, {Scope: graph.Scope{AsOf: Ingested(0)}},
		} {
			got, err := s.Dates(t.Context(), q)
			want, wantErr := m.Dates(t.Context(), q)
			if err != nil || wantErr != nil || len(want.Bounds) == 0 || !slices.Equal(got.Bounds, want.Bounds) || got.More != want.More {
				t.Errorf("%+v: %+v, %v, want %+v, %v", q, got, err, want, wantErr)
			}
		}
		if _, err := s.Dates(t.Context(), graph.TimelineQuery{Clock: "wall"}); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("unknown clock: %v, want ErrInvalid", err)
		}
	}},
	{"happened", "events by earliest, then latest bound, an open one last; undated events are not on it", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"all", timeline(graph.TimelineQuery{}), []string{w.Rallies, w.Attack, w.Explosion, w.Split, w.Escape}},
			{"named clock", timeline(graph.TimelineQuery{Clock: graph.Happened}), []string{w.Rallies, w.Attack, w.Explosion, w.Split, w.Escape}},
			{"participant", timeline(graph.TimelineQuery{Actor: w.Front}), []string{w.Attack, w.Split}},
			{"place", timeline(graph.TimelineQuery{Place: w.Kelm}), []string{w.Attack, w.Explosion}},
			{"types", timeline(graph.TimelineQuery{Types: []string{"PROTEST", "x-election"}}), []string{w.Rallies}},
			{"all filters", timeline(graph.TimelineQuery{Actor: w.Front, Place: w.Kelm, Types: []string{"ASSAULT"}, Window: graph.Window{To: Day(2025, 1, 1)}}), []string{w.Attack}},
		})
	}},
	{"said", "claims by when they were made", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"all", timeline(graph.TimelineQuery{Scope: everything, Clock: graph.Said, Window: graph.Window{From: Day(2024, 5, 4)}}), []string{w.ElevenDead, w.HarborIsOpen}},
			{"until", timeline(graph.TimelineQuery{Clock: graph.Said, Window: graph.Window{To: Day(2024, 5, 4)}, Actor: w.Minister}), []string{w.FrontAccused}},
			{"any hop", timeline(graph.TimelineQuery{Clock: graph.Said, Actor: w.Post}), []string{w.TwoBangs}},
			{"an open beginning comes last", timeline(graph.TimelineQuery{Clock: graph.Said, Actor: w.Front}), []string{w.FrontDenies}},
			{"the reference's order", timeline(graph.TimelineQuery{Clock: graph.Said}), nil},
		})
	}},
	{"published", "articles by when they were published", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		blast, inquiry, reopening := w.Blast.Articles[0].ID, w.Inquiry.Articles[0].ID, w.Reopening.Articles[0].ID
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"all", timeline(graph.TimelineQuery{Scope: everything, Clock: graph.Published}), []string{blast, inquiry, reopening}},
			{"window", timeline(graph.TimelineQuery{Scope: everything, Clock: graph.Published, Window: graph.Window{From: Day(2024, 5, 4), To: Day(2024, 6, 15)}}), []string{inquiry, reopening}},
		})
	}},
	{"ingested", "articles by the second in which they came in, whenever they were published", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		var ids []string
		for _, sub := range w.Articles() {
			ids = append(ids, sub.Articles[0].ID)
		}
		window := func(from, to time.Time) graph.TimelineQuery {
			return graph.TimelineQuery{Scope: everything, Clock: graph.Ingested, Window: graph.Window{From: from, To: to}}
		}
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"all", timeline(window(time.Time{}, time.Time{})), ids},
			{"from the second on", timeline(window(Ingested(1), time.Time{})), ids[1:]},
			{"before the second", timeline(window(time.Time{}, Ingested(2))), ids[:2]},
			{"one second", timeline(window(Ingested(1), Ingested(1).Add(time.Second))), ids[1:2]},
			{"a collection as it was", timeline(graph.TimelineQuery{Clock: graph.Ingested, Scope: graph.Scope{AsOf: Ingested(1)}}), nil},
		})
		a, err := s.Timeline(t.Context(), window(time.Time{}, time.Time{}))
		for i, id := range ids {
			if err != nil || !a.Ingested[id].Equal(Ingested(i)) {
				t.Errorf("article %d came in at %v, want %v: %v", i, a.Ingested[id], Ingested(i), err)
			}
		}
	}},
	{"overlap", "an interval is within a window unless it certainly lies outside; bounds are half open", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		evening, midnight := Day(2024, 5, 2).Add(18*time.Hour), Day(2024, 5, 3)
		window := func(from, to time.Time) func(types ...string) graph.TimelineQuery {
			return func(types ...string) graph.TimelineQuery {
				return graph.TimelineQuery{Types: types, Window: graph.Window{From: from, To: to}}
			}
		}
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"touches the end", timeline(window(midnight, time.Time{})("ASSAULT")), []string{}},
			{"touches the beginning", timeline(window(time.Time{}, evening)("ASSAULT")), []string{w.Attack}},
			{"one second in", timeline(window(time.Time{}, evening.Add(time.Second))("ASSAULT")), []string{w.Attack, w.Explosion}},
			{"the last second", timeline(window(midnight.Add(-time.Second), midnight)("ASSAULT")), []string{w.Attack, w.Explosion}},
			{"open end, later", timeline(window(Day(2030, 1, 1), Day(2031, 1, 1))()), []string{w.Rallies}},
			{"open end, earlier", timeline(window(time.Time{}, Day(2024, 5, 1))("PROTEST")), []string{}},
			{"open beginning, earlier", timeline(window(Day(1990, 1, 1), Day(1991, 1, 1))()), []string{w.Split, w.Escape}},
			{"open beginning, later", timeline(window(Day(2019, 1, 1), time.Time{})("x-org")), []string{}},
		})
	}},
	{"what a clock has not", "an unknown clock, and a filter that the clock's nodes do not have, are refused", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		for _, q := range []graph.TimelineQuery{
			{Clock: "wall"},
			{Clock: graph.Ingested, Actor: w.Front},
			{Clock: graph.Ingested, Types: []string{"ASSAULT"}},
			{Clock: graph.Said, Place: w.Kelm},
			{Clock: graph.Said, Types: []string{"ASSAULT"}},
			{Clock: graph.Published, Actor: w.Front},
			{Clock: graph.Published, Place: w.Kelm},
		} {
			if _, err := s.Timeline(t.Context(), q); !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("%+v: %v, want ErrInvalid", q, err)
			}
		}
	}},
}
