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
)

const datesToMost = `
RETURN n.clock AS sort
ORDER BY n.clock
LIMIT $q.most`

var (
	happened        = onClock{statements{happenedAnywhere + pageByClock, happenedAnywhere + countToMost}, happenedAnywhere + datesToMost}
	happenedToActor = onClock{statements{happenedWithActor + pageByClock, happenedWithActor + countToMost}, happenedWithActor + datesToMost}
	happenedThere   = onClock{statements{happenedAtPlace + pageByClock, happenedAtPlace + countToMost}, happenedAtPlace + datesToMost}
	said            = onClock{statements{saidByAnybody + pageByClock, saidByAnybody + countToMost}, saidByAnybody + datesToMost}
	saidByActor     = onClock{statements{saidBySource + pageByClock, saidBySource + countToMost}, saidBySource + datesToMost}
	published       = onClock{statements{publishedAnywhere + pageByClock, publishedAnywhere + countToMost}, publishedAnywhere + datesToMost}
)

// onClock are the statements for what one clock dates.
type onClock struct {
	statements
	dates string
}

// Timeline lists what the clock of q dates.
func (s *Store) Timeline(ctx context.Context, q graph.TimelineQuery) (graph.Answer, error) {
	ask, _, err := timeline(q)
	if err != nil {
		return graph.Answer{}, err
	}
	return s.list(ctx, ask)
}

// Dates gives the dates alone of what Timeline lists.
func (s *Store) Dates(ctx context.Context, q graph.TimelineQuery) (graph.Dates, error) {
	var d graph.Dates
	ask, dates, err := timeline(q)
	if err != nil {
		return d, err
	}
	err = s.ask(ctx, "dates", ask.scope, func(r *reading) error {
		p := r.scope.with(ask.params)
		p["most"] = graph.MaxCount + 1
		rows, err := r.query(dates, p)
		d = graph.Dates{}
		for _, row := range rows {
			d.AddClock(fromBytewise(text(row, "sort")))
		}
		return err
	})
	return d, err
}

// timeline chooses the statements for a question.
func timeline(q graph.TimelineQuery) (question, string, error) {
	clock := cmp.Or(q.Clock, graph.Happened)
	switch {
	case !slices.Contains(graph.Clocks, clock):
		return question{}, "", fmt.Errorf("neo4j: timeline: %w: unknown clock %q", graph.ErrInvalid, q.Clock)
	case clock != graph.Happened && (q.Place != "" || len(q.Types) > 0), clock == graph.Published && q.Actor != "":
		return question{}, "", fmt.Errorf("neo4j: timeline: %w: clock %q does not go with a filter that only events or claims have", graph.ErrInvalid, clock)
	}
	ask := question{
		what: "timeline", scope: q.Scope, page: q.Page,
		params: params{
			"types": listed(q.Types), "actor": given(q.Actor), "source": given(q.Actor), "place": given(q.Place),
		}.dated(q.Window),
	}
	chosen := happened
	switch {
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
	ask.statement = chosen.statements
	return ask, chosen.dates, nil
}
