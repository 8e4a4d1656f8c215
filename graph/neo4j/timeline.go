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
  AND n.clock >= $q.afterSort AND (n.clock > $q.afterSort OR n.id > $q.afterID)
RETURN n.id AS id, n.clock AS sort
ORDER BY n.clock, n.id
LIMIT $q.limit`

	happenedPage  = eventFilter + onTimeline + pageByClock
	happenedCount = eventFilter + onTimeline + countToMost

	saidPage  = claimFilter + onTimeline + pageByClock
	saidCount = claimFilter + onTimeline + countToMost

	publishedFilter = `
MATCH (n:Article)
WHERE ` + ownedInScope + `
  AND ` + nOverlaps + onTimeline
)

var (
	happened        = statements{fromEvents + happenedPage, fromEvents + happenedCount}
	happenedToActor = statements{fromEventsOfActor + happenedPage, fromEventsOfActor + happenedCount}
	happenedAtPlace = statements{fromEventsOfPlace + happenedPage, fromEventsOfPlace + happenedCount}
	said            = statements{fromClaims + saidPage, fromClaims + saidCount}
	saidBySource    = statements{fromClaimsOfSource + saidPage, fromClaimsOfSource + saidCount}
	published       = statements{publishedFilter + pageByClock, publishedFilter + countToMost}
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
			"from": instant(q.Window.From), "to": instant(q.Window.To),
		},
	}
	switch {
	case clock == graph.Published:
		ask.statement = published
	case clock == graph.Said && q.Actor != "":
		ask.statement = saidBySource
	case clock == graph.Said:
		ask.statement = said
	case q.Actor != "":
		ask.statement = happenedToActor
	case q.Place != "":
		ask.statement = happenedAtPlace
	}
	return s.list(ctx, ask)
}
