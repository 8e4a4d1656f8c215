package neo4j

import (
	"context"

	"github.com/claimline/claimline/graph"
)

// A list of events starts from what narrows it most.
const (
	fromEvents          = "\nMATCH (n:Event)"
	fromEventsOfArticle = "\nMATCH (n:Event {article: $q.article})"
	fromEventsOfActor   = "\nMATCH (:Actor {id: $q.actor})<-[:PARTICIPANT]-(n:Event)\nWITH DISTINCT n"
	fromEventsOfPlace   = "\nMATCH (:Place {id: $q.place})<-[:AT]-(n:Event)\nWITH DISTINCT n"

	eventFilter = `
WHERE ` + ownedInScope + `
  AND ($q.types IS NULL OR n.type IN $q.types)
  AND ($q.actor IS NULL OR EXISTS { (n)-[:PARTICIPANT]->(:Actor {id: $q.actor}) })
  AND ($q.place IS NULL OR EXISTS { (n)-[:AT]->(:Place {id: $q.place}) })
  AND ` + nOverlaps

	eventsFilter = eventFilter + `
  AND ($q.realis IS NULL OR n.realis IN $q.realis)
  AND ($q.article IS NULL OR n.article = $q.article)`

	eventsPage  = eventsFilter + afterSort + pageBySort
	eventsCount = eventsFilter + countToMost
)

var (
	allEvents       = statements{fromEvents + eventsPage, fromEvents + eventsCount}
	eventsOfArticle = statements{fromEventsOfArticle + eventsPage, fromEventsOfArticle + eventsCount}
	eventsOfActor   = statements{fromEventsOfActor + eventsPage, fromEventsOfActor + eventsCount}
	eventsOfPlace   = statements{fromEventsOfPlace + eventsPage, fromEventsOfPlace + eventsCount}
)

// Events lists events by when they happened.
func (s *Store) Events(ctx context.Context, q graph.EventQuery) (graph.Answer, error) {
	ask := question{
		what: "events", scope: q.Scope, page: q.Page, statement: allEvents,
		params: params{
			"types": listed(q.Types), "realis": listed(q.Realis), "article": given(q.Article), "actor": given(q.Actor), "place": given(q.Place),
			"from": instant(q.Happened.From), "to": instant(q.Happened.To),
		},
	}
	switch {
	case q.Article != "":
		ask.statement = eventsOfArticle
	case q.Actor != "":
		ask.statement = eventsOfActor
	case q.Place != "":
		ask.statement = eventsOfPlace
	}
	return s.list(ctx, ask)
}
