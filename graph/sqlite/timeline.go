package sqlite

import (
	"cmp"
	"context"
	"fmt"

	"github.com/claimline/claimline/graph"
)

const dated = `n.clock IS NOT NULL`

// Timeline lists what the clock of q dates, by that clock.
func (s *Store) Timeline(ctx context.Context, q graph.TimelineQuery) (a graph.Answer, err error) {
	sc := newScope(q.Scope)
	c := sc.conditions()
	err = c.addClock(q)
	if err != nil {
		return a, fmt.Errorf("sqlite: timeline: %w", err)
	}
	c.addWindow(q.Window)
	err = s.read(ctx, "timeline", func(r *reading) error {
		a, err = r.list(sc, q.Page, byClock, c)
		return err
	})
	return a, err
}

// addClock adds the nodes that the clock dates, with the filters that they have.
func (c *conditions) addClock(q graph.TimelineQuery) error {
	eventFilters := q.Place != "" || len(q.Types) > 0
	kind := 0
	switch clock := cmp.Or(q.Clock, graph.Happened); {
	case clock == graph.Happened:
		kind = eventKind
		c.addEvent(q.Types, q.Actor, q.Place)
	case clock == graph.Said && !eventFilters:
		kind = claimKind
		c.addSource(q.Actor)
	case clock == graph.Published && !eventFilters && q.Actor == "":
		kind = articleKind
	case clock == graph.Said, clock == graph.Published:
		return fmt.Errorf("%w: clock %q has no filter by place, event type or, for articles, actor", graph.ErrInvalid, clock)
	default:
		return fmt.Errorf("%w: unknown clock %q", graph.ErrInvalid, clock)
	}
	c.addKind(kind)
	c.add(dated)
	return nil
}
