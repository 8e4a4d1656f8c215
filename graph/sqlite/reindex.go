package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"github.com/claimline/claimline/graph"
)

const (
	nodesAfterSQL = `
SELECT n.key, n.kind, n.json, a.json FROM node n LEFT JOIN node a ON a.key = n.article WHERE n.key > ? ORDER BY n.key LIMIT ?`

	reindexBatch = 1000
)

// reindex fills the index of words from the nodes.
func reindex(ctx context.Context, tx *sql.Tx) error {
	for after := int64(0); ; {
		batch, last, err := wordsAfter(ctx, tx, after)
		if err != nil || len(batch) == 0 {
			return err
		}
		slices.SortFunc(batch, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
		terms, err := json.Marshal(batch)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, insertTermsSQL, string(terms)); err != nil {
			return err
		}
		after = last
	}
}

// wordsAfter reads a batch of nodes.
func wordsAfter(ctx context.Context, tx *sql.Tx, after int64) (batch []ranked, last int64, err error) {
	rows, err := tx.QueryContext(ctx, nodesAfterSQL, after, reindexBatch)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var kind int
		var node, owner []byte
		if err := rows.Scan(&last, &kind, &node, &owner); err != nil {
			return nil, 0, err
		}
		r, err := graph.Decode(kinds[kind], node)
		if err != nil {
			return nil, 0, err
		}
		var article graph.Article
		if owner != nil {
			if err := json.Unmarshal(owner, &article); err != nil {
				return nil, 0, err
			}
		}
		row, err := newNodeRow(r, article)
		if err != nil {
			return nil, 0, err
		}
		batch = append(batch, ranked{row.rank(last), row.words()})
	}
	return batch, last, rows.Err()
}
