package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"
)

const dated = `n.clock IS NOT NULL`

// Timeline lists what the clock of q dates, by that clock.
func (s *Store) Timeline(ctx context.Context, q graph.TimelineQuery) (a graph.Answer, err error) {
	sc := newScope(q.Scope)
	c, err := timeline(sc, q)
	if err != nil {
		return a, err
	}
	err = s.read(ctx, "timeline", func(r *reading) error {
		a, err = r.list(sc, q.Page, byClock, c)
		return err
	})
	return a, err
}

// Dates gives the dates alone of what Timeline lists.
func (s *Store) Dates(ctx context.Context, q graph.TimelineQuery) (d graph.Dates, err error) {
	c, err := timeline(newScope(q.Scope), q)
	if err != nil {
		return d, err
	}
	args := append(slices.Clone(c.args), sql.Named("limit", graph.MaxCount+1))
	err = s.read(ctx, "dates", func(r *reading) error {
		return r.rows(`SELECT n.clock`+c.String()+` ORDER BY n.clock LIMIT @limit`, args, func(scan scanner) error {
			var clock string
			err := scan(&clock)
			d.AddClock(clock)
			return err
		})
	})
	return d, err
}

// timeline is the conditions on what a timeline lists.
func timeline(sc scope, q graph.TimelineQuery) (*conditions, error) {
	c := sc.conditions()
	if err := c.addClock(q); err != nil {
		return nil, fmt.Errorf("sqlite: timeline: %w", err)
	}
	c.addWindow(q.Window)
	return c, nil
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
