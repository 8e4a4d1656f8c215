package neo4j

import (
	"context"

	"github.com/claimline/claimline/graph"
)

const (
	actorFilter = `
WHERE ` + sharedInScope + `
  AND ($q.kinds IS NULL OR n.kind IN $q.kinds)
  AND n.nameKey STARTS WITH $q.name`

	// The property key is the beginning of the name, which an index can hold
	// however long the name is.
	fromActors = "\nMATCH (n:Actor)" + actorFilter + ` AND n.key STARTS WITH $q.key`
	pageByKey  = `
RETURN n.id AS id, n.sort AS sort
ORDER BY n.key, n.sort, n.id
LIMIT $q.limit`

	// A mention counts where its article does.
	fromActorsOfArticle = `
MATCH (a:Article {id: $q.article})-[:MENTIONS]->(n:Actor)
WHERE ` + aInCollections + ` AND (NOT $q.bounded OR ` + aInBounds + `)
WITH DISTINCT n` + actorFilter
)

var (
	allActors       = statements{fromActors + afterSort + pageByKey, fromActors + countToMost}
	actorsOfArticle = statements{fromActorsOfArticle + afterSort + pageBySort, fromActorsOfArticle + countToMost}
)

// Actors lists actors by name.
func (s *Store) Actors(ctx context.Context, q graph.ActorQuery) (graph.Answer, error) {
	name := graph.Fold(q.Name)
	ask := question{
		what: "actors", scope: q.Scope, page: q.Page, statement: allActors,
		params: params{"name": name, "key": prefix(bytewise(name)), "kinds": listed(q.Kinds), "article": q.Article},
	}
	if q.Article != "" {
		ask.statement = actorsOfArticle
	}
	return s.list(ctx, ask)
}
