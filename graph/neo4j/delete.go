package neo4j

import (
	"context"

	"github.com/claimline/claimline/graph"
)

const (
	lockArticleCypher = `
MATCH (a:Article {id: $q.article})
SET a.collection = a.collection
RETURN a.collection AS collection`

	removeArticleCypher = `
MATCH (a:Article {id: $q.article})
DETACH DELETE a`

	clearOwnedCypher = `
MATCH (n:%s {article: $q.article})
DETACH DELETE n`

	clearFromArticleCypher = `
MATCH (:Article {id: $q.article})-[r]->()
WHERE r.article = $q.article
DELETE r`
)

var clearSharedCypher = forShared("CALL () { MATCH ()-[r:%s {article: $q.article}]->() DELETE r }", "\n")

// Delete takes an article out with all that only it contributed.
func (s *Store) Delete(ctx context.Context, article string) error {
	tried := false
	return s.write(ctx, "delete "+article, func(t *transaction) error {
		rows, err := t.query(lockArticleCypher, params{"article": article})
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return goneOr(tried)
		}
		tried = true
		if err := t.mark(article, text(rows[0], "collection")); err != nil {
			return err
		}
		f := fold{transaction: t, article: article, collection: text(rows[0], "collection")}
		if err := f.run(); err != nil {
			return err
		}
		_, err = t.query(removeArticleCypher, params{"article": article})
		return err
	})
}

// goneOr is the answer when what is to be deleted is not there: success, when
// an earlier try of ours may have deleted it.
func goneOr(tried bool) error {
	if tried {
		return nil
	}
	return &abort{graph.ErrNotFound}
}

// clear deletes all relationships and nodes of an article but the article and
// what it shares.
func (t *fold) clear() error {
	p := params{"article": t.article}
	for _, statement := range []string{
		typed(clearOwnedCypher, graph.KindEvent), typed(clearOwnedCypher, graph.KindClaim),
		clearFromArticleCypher, clearSharedCypher,
	} {
		if _, err := t.query(statement, p); err != nil {
			return err
		}
	}
	return nil
}
