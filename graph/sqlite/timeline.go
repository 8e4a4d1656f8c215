package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"

	"github.com/claimline/claimline/graph"
)

const (
	dated = `n.clock IS NOT NULL`

	cameIn         = `n.ingested IS NOT NULL` // an article
	ingestedSince  = `n.ingested / 1000000 >= @since`
	ingestedBefore = `n.ingested / 1000000 < @before`
	// The order of lists is that of timelines for events, and its index holds
	// the type. What is not dated comes last.
	datedEvent = `n.sort < '~ ~'`

	// Where many nodes are walked, the articles of the window are found first.
	inArticles = `+n.article IN (SELECT a.key FROM node a WHERE a.kind = 5 AND a.clock IS NOT NULL AND ` + articleInWindow + `)`

	datesHead   = `SELECT n.clock`
	datesTail   = ` ORDER BY n.clock LIMIT @limit`
	sortsHead   = `SELECT n.sort`
	sortsTail   = ` ORDER BY n.sort LIMIT @limit`
	secondsHead = `SELECT n.ingested / 1000000`
	secondsTail = ` ORDER BY n.ingested / 1000000 LIMIT @limit`
	ingestedOf  = `SELECT n.id, n.ingested / 1000000 FROM node n WHERE n.id IN (SELECT value FROM json_each(@ids))`
)

// A cursor of this order has the second for its sort.
var byIngest = order{
	`SELECT n.key, 0, n.ingested / 1000000, n.id`,
	` AND (n.ingested / 1000000, n.id) > (CAST(@afterSort AS INTEGER), @afterID) ORDER BY n.ingested / 1000000, n.id LIMIT @limit`,
}

// Timeline lists what the clock of q dates, by that clock.
func (s *Store) Timeline(ctx context.Context, q graph.TimelineQuery) (a graph.Answer, err error) {
	sc := newScope(q.Scope)
	c, err := timeline(q)
	if err != nil {
		return a, err
	}
	err = s.read(ctx, "timeline", func(r *reading) error {
		switch {
		case q.Clock == graph.Ingested:
			a, err = r.ingested(sc, q.Page, c)
		case ofTypesOnly(q):
			a, err = r.list(sc, q.Page, bySort, c)
		default:
			a, err = r.list(sc, q.Page, byClock, c)
		}
		return err
	})
	return a, err
}

// ingested lists articles by when they came in.
func (r *reading) ingested(sc scope, p graph.Page, c *conditions) (graph.Answer, error) {
	if p.After != nil {
		second, id := graph.IngestedAfter(*p.After)
		p.After = &graph.Cursor{Sort: strconv.FormatInt(second, 10), ID: id}
	}
	a, err := r.list(sc, p, byIngest, c)
	if err != nil {
		return a, err
	}
	err = r.rows(ingestedOf, []any{listArg("ids", a.Order)}, func(scan scanner) error {
		var id string
		var second int64
		err := scan(&id, &second)
		a.CameIn(id, second)
		return err
	})
	if a.Next != nil {
		a.Next.Sort = graph.IngestClock(a.Ingested[a.Next.ID].Unix())
	}
	return a, err
}

// Dates gives the dates alone of what Timeline lists.
func (s *Store) Dates(ctx context.Context, q graph.TimelineQuery) (d graph.Dates, err error) {
	c, err := timeline(q)
	if err != nil {
		return d, err
	}
	args := append(slices.Clone(c.args), sql.Named("limit", graph.MaxCount+1))
	err = s.read(ctx, "dates", func(r *reading) error {
		if q.Clock == graph.Ingested {
			return r.rows(secondsHead+c.String()+secondsTail, args, func(scan scanner) error {
				var second int64
				err := scan(&second)
				d.AddClock(graph.IngestClock(second))
				return err
			})
		}
		statement := datesHead + c.String() + datesTail
		if ofTypesOnly(q) {
			statement = sortsHead + c.String() + sortsTail
		}
		return r.rows(statement, args, func(scan scanner) error {
			var clock string
			err := scan(&clock)
			d.AddClock(clock)
			return err
		})
	})
	return d, err
}

// timeline is the conditions on what a timeline lists.
func timeline(q graph.TimelineQuery) (*conditions, error) {
	c := newScope(q.Scope).conditions()
	if p := q.Scope.Published; !p.Open() && q.Scope.AsOf.IsZero() {
		c = newScope(graph.Scope{Collections: q.Scope.Collections}).conditions()
		c.add(inArticles, sql.Named("publishedFrom", graph.Timestamp(p.From)), sql.Named("publishedTo", graph.Timestamp(p.To)))
	}
	if err := c.addClock(q); err != nil {
		return nil, fmt.Errorf("sqlite: timeline: %w", err)
	}
	if q.Clock == graph.Ingested {
		c.addIngested(q.Window)
	} else {
		c.addWindow(q.Window)
	}
	return c, nil
}

// addIngested keeps the articles that came in within a window.
func (c *conditions) addIngested(w graph.Window) {
	if !w.From.IsZero() {
		c.add(ingestedSince, sql.Named("since", w.From.Unix()))
	}
	if !w.To.IsZero() {
		c.add(ingestedBefore, sql.Named("before", w.To.Unix()))
	}
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
	case clock == graph.Ingested && !eventFilters && q.Actor == "":
		c.add(cameIn)
		return nil
	case slices.Contains(graph.Clocks, clock):
		return fmt.Errorf("%w: clock %q has no filter by place, event type or, for articles, actor", graph.ErrInvalid, clock)
	default:
		return fmt.Errorf("%w: unknown clock %q", graph.ErrInvalid, clock)
	}
	c.addKind(kind)
	if ofTypesOnly(q) {
		c.add(datedEvent)
	} else {
		c.add(dated)
	}
	return nil
}

// ofTypesOnly reports whether a question is for all events of some types.
func ofTypesOnly(q graph.TimelineQuery) bool {
	return len(q.Types) > 0 && cmp.Or(q.Clock, graph.Happened) == graph.Happened && q.Actor == "" && q.Place == "" && q.Window.Open()
}
