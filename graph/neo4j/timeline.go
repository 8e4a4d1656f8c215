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

var (
	happened        = statements{happenedAnywhere + pageByClock, happenedAnywhere + countToMost}
	happenedToActor = statements{happenedWithActor + pageByClock, happenedWithActor + countToMost}
	happenedThere   = statements{happenedAtPlace + pageByClock, happenedAtPlace + countToMost}
	said            = statements{saidByAnybody + pageByClock, saidByAnybody + countToMost}
	saidByActor     = statements{saidBySource + pageByClock, saidBySource + countToMost}
	published       = statements{publishedAnywhere + pageByClock, publishedAnywhere + countToMost}
)

// Timeline lists what the clock of q dates.
func (s *Store) Timeline(ctx context.Context, q graph.TimelineQuery) (graph.Answer, error) {
	clock := cmp.Or(q.Clock, graph.Happened)
	switch {
	case !slices.Contains(graph.Clocks, clock):
		return graph.Answer{}, fmt.Errorf("neo4j: timeline: %w: unknown clock %q", graph.ErrInvalid, q.Clock)
	case clock != graph.Happened && (q.Place != "" || len(q.Types) > 0), clock == graph.Published && q.Actor != "":
		return graph.Answer{}, fmt.Errorf("neo4j: timeline: %w: clock %q does not go with a filter that only events or claims have", graph.ErrInvalid, clock)
	}
	ask := question{
		what: "timeline", scope: q.Scope, page: q.Page, statement: happened,
		params: params{
			"types": listed(q.Types), "actor": given(q.Actor), "source": given(q.Actor), "place": given(q.Place),
		}.dated(q.Window),
	}
	switch {
	case clock == graph.Published:
		ask.statement = published
	case clock == graph.Said && q.Actor != "":
		ask.statement = saidByActor
	case clock == graph.Said:
		ask.statement = said
	case q.Actor != "":
		ask.statement = happenedToActor
	case q.Place != "":
		ask.statement = happenedThere
	}
	return s.list(ctx, ask)
}
