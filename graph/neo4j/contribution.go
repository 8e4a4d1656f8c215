package neo4j

import (
	"context"

	"github.com/claimline/claimline/graph"
)

// contributionCypher gives all that one article contributed, with what it says
// of the actors and places that it shares with others beside its mentions.
var contributionCypher = `
MATCH (n:Article {id: $q.id})
RETURN 'Article' AS kind, n.json AS json, null AS contribution, null AS to
UNION ALL
MATCH (n:Event {article: $q.id})
RETURN 'Event' AS kind, n.json AS json, null AS contribution, null AS to
UNION ALL
MATCH (n:Claim {article: $q.id})
RETURN 'Claim' AS kind, n.json AS json, null AS contribution, null AS to
UNION ALL
MATCH (:Event {article: $q.id})-[r]->()
WHERE ` + rOfArticle + `
RETURN 'Relationship' AS kind, r.json AS json, null AS contribution, null AS to
UNION ALL
MATCH (:Claim {article: $q.id})-[r]->()
WHERE ` + rOfArticle + `
RETURN 'Relationship' AS kind, r.json AS json, null AS contribution, null AS to
UNION ALL
MATCH (:Article {id: $q.id})-[r]->(o)
WHERE r.article = $q.id
RETURN 'Relationship' AS kind, r.json AS json, r.contribution AS contribution, o.id AS to
UNION ALL
` + forShared(`MATCH ()-[r:%s {article: $q.id}]->()
RETURN 'Relationship' AS kind, r.json AS json, null AS contribution, null AS to`, "\nUNION ALL\n")

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
	rows, err := r.query(contributionCypher, params{"id": article})
	if err != nil {
		return err
	}
	for _, row := range rows {
		record, err := graph.Decode(graph.Kind(text(row, "kind")), []byte(text(row, "json")))
		if err != nil {
			return err
		}
		to.Add(record)
		if said := text(row, "contribution"); said != "" {
			shared, err := graph.Decode(graph.KindOf(text(row, "to")), []byte(said))
			if err != nil {
				return err
			}
			to.Add(shared)
		}
	}
	return nil
}
