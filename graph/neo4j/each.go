package neo4j

import (
	"context"

	"github.com/claimline/claimline/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	eachNodeCypher = `
MATCH (n:%s)
RETURN n.json AS json`

	eachRelationshipCypher = `
MATCH ()-[r]->()
WHERE ` + rOfArticle + `
RETURN r.json AS json`
)

// Each calls f with the kind and canonical form of every record. It is not
// tried again when the connection breaks, since f has seen a part by then.
func (s *Store) Each(ctx context.Context, f func(kind graph.Kind, canonical []byte) error) error {
	work := func(t *transaction) error {
		for _, kind := range append([]graph.Kind{graph.KindRelationship}, labels...) {
			statement := eachRelationshipCypher
			if kind != graph.KindRelationship {
				statement = typed(eachNodeCypher, kind)
			}
			err := t.stream(statement, nil, func(row *neo4j.Record) error { return f(kind, []byte(text(row, "json"))) })
			if err != nil {
				return err
			}
		}
		return nil
	}
	return s.transact(ctx, job{what: "each", mode: neo4j.AccessModeRead, timeout: exportTimeout, work: work, single: true})
}
