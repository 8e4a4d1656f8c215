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

	eventInScope = `
WHERE ` + ownedInScope + ofEventType + `
  AND ` + nOverlaps

	ofEventType  = ` AND ($q.types IS NULL OR n.type IN $q.types)`
	ofEventActor = ` AND ($q.actor IS NULL OR EXISTS { (n)-[:PARTICIPANT]->(:Actor {id: $q.actor}) })`
	atEventPlace = ` AND ($q.place IS NULL OR EXISTS { (n)-[:AT]->(:Place {id: $q.place}) })`
	ofRealis     = ` AND ($q.realis IS NULL OR n.realis IN $q.realis)`

	eventsAnywhere  = fromEvents + eventInScope
	eventsInArticle = fromEventsOfArticle + eventInScope + ofEventActor + atEventPlace
	eventsWithActor = fromEventsOfActor + eventInScope + atEventPlace
	eventsAtPlace   = fromEventsOfPlace + eventInScope
)

var (
	allEvents       = statements{eventsAnywhere + ofRealis + afterSort + pageBySort, eventsAnywhere + ofRealis + countToMost}
	eventsOfArticle = statements{eventsInArticle + ofRealis + afterSort + pageBySort, eventsInArticle + ofRealis + countToMost}
	eventsOfActor   = statements{eventsWithActor + ofRealis + afterSort + pageBySort, eventsWithActor + ofRealis + countToMost}
	eventsOfPlace   = statements{eventsAtPlace + ofRealis + afterSort + pageBySort, eventsAtPlace + ofRealis + countToMost}
)

// Events lists events by when they happened.
func (s *Store) Events(ctx context.Context, q graph.EventQuery) (graph.Answer, error) {
	ask := question{
		what: "events", scope: q.Scope, page: q.Page, statement: allEvents,
		params: params{
			"types": listed(q.Types), "realis": listed(q.Realis), "article": given(q.Article), "actor": given(q.Actor), "place": given(q.Place),
		}.dated(q.Happened),
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
