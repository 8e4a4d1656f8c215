package neo4j

import (
	"context"

	"github.com/claimline/claimline/graph"
)

const (
	articlesFilter = `
MATCH (n:Article)
WHERE ` + ownedInScope + `
  AND ($q.publisher IS NULL OR n.publisher = $q.publisher)`

	articlesCypher      = articlesFilter + afterSort + pageBySort
	articlesCountCypher = articlesFilter + countToMost
)

// Articles lists articles by when they were published.
func (s *Store) Articles(ctx context.Context, q graph.ArticleQuery) (graph.Answer, error) {
	return s.list(ctx, question{
		what: "articles", scope: q.Scope, page: q.Page,
		statement: statements{articlesCypher, articlesCountCypher},
		params:    params{"publisher": given(q.Publisher)},
	})
}
