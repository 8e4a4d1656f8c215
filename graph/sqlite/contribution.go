package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"
)

const (
	articleByIDHead = `SELECT n.key FROM node n WHERE n.id = @id AND n.ingested IS NOT NULL AND `

	contributedNodesSQL         = `SELECT kind, json FROM node WHERE article = @article`
	contributedVariantsSQL      = `SELECT n.kind, v.json FROM contribution c JOIN variant v ON v.key = c.variant JOIN node n ON n.key = v.node WHERE c.article = @article`
	contributedRelationshipsSQL = `SELECT json FROM relationship WHERE article = @article`
)

// Contribution returns all that was read from one article.
func (s *Store) Contribution(ctx context.Context, scope graph.Scope, article string) (sub graph.Subgraph, err error) {
	sc := newScope(scope)
	err = s.read(ctx, "contribution", func(r *reading) error {
		var key int64
		err := r.row(articleByIDHead+sc.node, append(slices.Clone(sc.args), sql.Named("id", article)), &key)
		if err != nil {
			return found(err, "article", article)
		}
		return r.contribution(key, &sub)
	})
	return sub, err
}

// contribution reads what belongs to an article that the scope was found to
// hold.
func (r *reading) contribution(article int64, to *graph.Subgraph) error {
	args := []any{sql.Named("article", article)}
	add := func(scan scanner) error { return addNode(scan, to) }
	if err := r.rows(contributedNodesSQL, args, add); err != nil {
		return err
	}
	if err := r.rows(contributedVariantsSQL, args, add); err != nil {
		return err
	}
	err := r.rows(contributedRelationshipsSQL, args, func(scan scanner) error {
		var data []byte
		if err := scan(&data); err != nil {
			return err
		}
		var rel graph.Relationship
		if err := json.Unmarshal(data, &rel); err != nil {
			return fmt.Errorf("relationship in the store: %w", err)
		}
		to.Add(rel)
		return nil
	})
	if err != nil {
		return err
	}
	to.Normalize()
	return nil
}
