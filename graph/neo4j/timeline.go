package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"
)

// The property clock is what a timeline is ordered by: the bounds of the node's
// own date. What is not dated has none.
const (
	onTimeline = ` AND n.clock IS NOT NULL`

	pageByClock = `
  AND n.clock >= $q.afterSort AND CASE n.clock WHEN $q.afterSort THEN n.id > $q.afterID ELSE true END
RETURN n.id AS id, n.clock AS sort
ORDER BY n.clock, n.id
LIMIT $q.limit`

	happenedAnywhere  = eventsAnywhere + onTimeline
	happenedWithActor = eventsWithActor + onTimeline
	happenedAtPlace   = eventsAtPlace + onTimeline
	saidByAnybody     = fromClaims + claimInScope + onTimeline
	saidBySource      = fromClaimsOfSource + claimInScope + onTimeline
	publishedAnywhere = `
MATCH (n:Article)
WHERE ` + ownedInScope + `
  AND ` + nOverlaps + onTimeline

	// An article came in within one second since 1970.
	ingestedAnywhere = `
MATCH (n:Article)
WHERE ` + ownedInScope + `
WITH n, n.ingested.epochSeconds AS second
WHERE ($q.since IS NULL OR second >= $q.since) AND ($q.before IS NULL OR second < $q.before)`

	ingestedCounted = `
MATCH (n:Article)
WHERE ` + ownedInScope + `
  AND ($q.since IS NULL OR n.ingested.epochSeconds >= $q.since) AND ($q.before IS NULL OR n.ingested.epochSeconds < $q.before)`

	pageByIngest = `
  AND ($q.afterSecond IS NULL OR second > $q.afterSecond OR second = $q.afterSecond AND n.id > $q.afterArticle)
RETURN n.id AS id, second
ORDER BY second, n.id
LIMIT $q.limit`

	secondsToMost = `
WITH second
ORDER BY second
LIMIT $q.most
RETURN second, count(*) AS count
ORDER BY second`
)

// Many lie on one day, so that dates are counted.
const datesToMost = `
WITH n.clock AS sort
ORDER BY sort
LIMIT $q.most
RETURN sort, count(*) AS count
ORDER BY sort`

var (
	happenedWithin = typed(fromArticlesWithin, graph.KindEvent) + ofEventType + onTimeline
	saidWithin     = typed(fromArticlesWithin, graph.KindClaim) + onTimeline

	happened        = onClockFrom(happenedAnywhere).orWithin(happenedWithin)
	happenedToActor = onClockFrom(happenedWithActor)
	happenedThere   = onClockFrom(happenedAtPlace)
	said            = onClockFrom(saidByAnybody).orWithin(saidWithin)
	saidByActor     = onClockFrom(saidBySource)
	published       = onClockFrom(publishedAnywhere)
	ingested        = onClock{statements: statements{ingestedAnywhere + pageByIngest, ingestedCounted + countToMost}, dates: ingestedAnywhere + secondsToMost}
)

// onClock are the statements for what one clock dates, and those that do the
// same where few articles are in the scope's window, if there are any.
type onClock struct {
	statements
	dates       string
	within      statements
	datesWithin string
}

func onClockFrom(match string) onClock {
	return onClock{statements: statements{match + pageByClock, match + countToMost}, dates: match + datesToMost}
}

func (c onClock) orWithin(match string) onClock {
	within := onClockFrom(match)
	c.within, c.datesWithin = within.statements, within.dates
	return c
}

// Timeline lists what the clock of q dates.
func (s *Store) Timeline(ctx context.Context, q graph.TimelineQuery) (graph.Answer, error) {
	ask, _, err := timeline(q)
	if err != nil {
		return graph.Answer{}, err
	}
	if q.Clock == graph.Ingested {
		return s.ingested(ctx, ask)
	}
	return s.list(ctx, ask)
}

// ingested lists articles by the seconds in which they came in.
func (s *Store) ingested(ctx context.Context, q question) (a graph.Answer, err error) {
	size, err := q.page.Size()
	if err != nil {
		return a, fmt.Errorf("neo4j: timeline: %w", err)
	}
	q.params["limit"], q.params["most"] = size+1, graph.MaxCount+1
	err = s.ask(ctx, q.what, q.scope, func(r *reading) error {
		p := r.scope.with(q.params)
		rows, err := r.query(q.statement.page, p)
		if err != nil {
			return err
		}
		counts, err := r.query(q.statement.count, p)
		if err != nil {
			return err
		}
		count := number(counts[0], "count")
		a = graph.Answer{Total: graph.Total{Value: min(count, graph.MaxCount), Exact: count <= graph.MaxCount}}
		for _, row := range rows[:min(size, len(rows))] {
			a.Order = append(a.Order, text(row, "id"))
			a.CameIn(text(row, "id"), int64(number(row, "second")))
		}
		if len(rows) > size {
			last := a.Order[size-1]
			a.Next = &graph.Cursor{Sort: graph.IngestClock(a.Ingested[last].Unix()), ID: last}
		}
		return r.show(&a)
	})
	return a, err
}

// Dates gives the dates alone of what Timeline lists.
func (s *Store) Dates(ctx context.Context, q graph.TimelineQuery) (graph.Dates, error) {
	var d graph.Dates
	ask, clock, err := timeline(q)
	if err != nil {
		return d, err
	}
	err = s.ask(ctx, "dates", ask.scope, func(r *reading) error {
		p := r.scope.with(ask.params)
		p["most"] = graph.MaxCount + 1
		statement := clock.dates
		if clock.datesWithin != "" {
			few, err := r.fewWithin(p)
			if err != nil {
				return err
			}
			if few {
				statement = clock.datesWithin
			}
		}
		rows, err := r.query(statement, p)
		d = graph.Dates{}
		for _, row := range rows {
			date := fromBytewise(text(row, "sort"))
			if q.Clock == graph.Ingested {
				date = graph.IngestClock(int64(number(row, "second")))
			}
			for range number(row, "count") {
				d.AddClock(date)
			}
		}
		return err
	})
	return d, err
}

// timeline chooses the statements for a question.
func timeline(q graph.TimelineQuery) (question, onClock, error) {
	clock := cmp.Or(q.Clock, graph.Happened)
	switch {
	case !slices.Contains(graph.Clocks, clock):
		return question{}, onClock{}, fmt.Errorf("neo4j: timeline: %w: unknown clock %q", graph.ErrInvalid, q.Clock)
	case clock != graph.Happened && (q.Place != "" || len(q.Types) > 0), (clock == graph.Published || clock == graph.Ingested) && q.Actor != "":
		return question{}, onClock{}, fmt.Errorf("neo4j: timeline: %w: clock %q does not go with a filter that only events or claims have", graph.ErrInvalid, clock)
	}
	ask := question{
		what: "timeline", scope: q.Scope, page: q.Page,
		params: params{
			"types": listed(q.Types), "actor": given(q.Actor), "source": given(q.Actor), "place": given(q.Place),
		}.dated(q.Window).cameIn(q),
	}
	chosen := happened
	switch {
	case clock == graph.Ingested:
		chosen = ingested
	case clock == graph.Published:
		chosen = published
	case clock == graph.Said && q.Actor != "":
		chosen = saidByActor
	case clock == graph.Said:
		chosen = said
	case q.Actor != "":
		chosen = happenedToActor
	case q.Place != "":
		chosen = happenedThere
	}
	ask.statement, ask.within = chosen.statements, chosen.within
	return ask, chosen, nil
}

// cameIn adds to a question the seconds of the clock Ingested.
func (p params) cameIn(q graph.TimelineQuery) params {
	p["since"], p["before"], p["afterSecond"], p["afterArticle"] = nil, nil, nil, nil
	if !q.Window.From.IsZero() {
		p["since"] = q.Window.From.Unix()
	}
	if !q.Window.To.IsZero() {
		p["before"] = q.Window.To.Unix()
	}
	if q.Clock == graph.Ingested && q.Page.After != nil {
		p["afterSecond"], p["afterArticle"] = graph.IngestedAfter(*q.Page.After)
	}
	return p
}
