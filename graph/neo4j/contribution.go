package neo4j

import (
	"context"

	"github.com/claimline/claimline/graph"
)

const (
	contributedNodesCypher = `
MATCH (n:%s {article: $q.id})
RETURN n.json AS json`

	contributedRelationshipsCypher = `
MATCH (n:%s {article: $q.id})-[r]->()
RETURN r.json AS json`

	contributedByArticleCypher = `
MATCH (n:Article {id: $q.id})-[r]->(o)
WHERE r.article = $q.id
RETURN r.json AS json, r.contribution AS contribution, o.id AS to`
)

var contributedSharedCypher = forShared("MATCH ()-[r:%s {article: $q.id}]->() RETURN r.json AS json", "\nUNION ALL\n")

// Contribution returns all that was read from one article.
func (s *Store) Contribution(ctx context.Context, sc graph.Scope, article string) (graph.Subgraph, error) {
	var sub graph.Subgraph
	err := s.ask(ctx, "contribution of "+article, sc, func(r *reading) error {
		if graph.KindOf(article) != graph.KindArticle {
			return &abort{graph.ErrNotFound}
		}
		if err := r.seen(article); err != nil {
			return err
		}
		sub = graph.Subgraph{}
		if err := r.contribution(article, &sub); err != nil {
			return err
		}
		sub.Normalize()
		return nil
	})
	return sub, err
}

func (r *reading) contribution(article string, to *graph.Subgraph) error {
	for _, part := range []struct {
		kind   graph.Kind
		cypher string
	}{
		{graph.KindArticle, typed(nodesCypher, graph.KindArticle)},
		{graph.KindEvent, typed(contributedNodesCypher, graph.KindEvent)},
		{graph.KindClaim, typed(contributedNodesCypher, graph.KindClaim)},
		{graph.KindRelationship, typed(contributedRelationshipsCypher, graph.KindEvent)},
		{graph.KindRelationship, typed(contributedRelationshipsCypher, graph.KindClaim)},
		{graph.KindRelationship, contributedByArticleCypher},
		{graph.KindRelationship, contributedSharedCypher},
	} {
		rows, err := r.query(part.cypher, params{"id": article, "ids": []string{article}})
		if err != nil {
			return err
		}
		records, err := decodeAll(part.kind, rows)
		if err != nil {
			return err
		}
		to.Add(records...)
		for _, row := range rows {
			if said := text(row, "contribution"); said != "" {
				shared, err := graph.Decode(graph.KindOf(text(row, "to")), []byte(said))
				if err != nil {
					return err
				}
				to.Add(shared)
			}
		}
	}
	return nil
}
