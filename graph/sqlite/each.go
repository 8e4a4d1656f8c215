package sqlite

import (
	"context"

	"github.com/claimline/claimline/graph"
)

const (
	eachNodeSQL         = `SELECT kind, json FROM node ORDER BY key`
	eachRelationshipSQL = `SELECT json FROM relationship ORDER BY key`
	eachJudgementSQL    = `SELECT json FROM judgement ORDER BY id`
)

// Each calls f with every record.
func (s *Store) Each(ctx context.Context, f func(kind graph.Kind, canonical []byte) error) error {
	return s.read(ctx, "each", func(r *reading) error {
		err := r.rows(eachNodeSQL, nil, func(scan scanner) error {
			var kind int
			var json []byte
			if err := scan(&kind, &json); err != nil {
				return err
			}
			return f(kinds[kind], json)
		})
		if err != nil {
			return err
		}
		if err := r.eachOf(eachRelationshipSQL, graph.KindRelationship, f); err != nil {
			return err
		}
		return r.eachOf(eachJudgementSQL, graph.KindJudgement, f)
	})
}

func (r *reading) eachOf(statement string, kind graph.Kind, f func(graph.Kind, []byte) error) error {
	return r.rows(statement, nil, func(scan scanner) error {
		var json []byte
		if err := scan(&json); err != nil {
			return err
		}
		return f(kind, json)
	})
}
