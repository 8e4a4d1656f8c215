package sqlite

import (
	"context"
	"encoding/json"
	"errors"
)

const (
	deleteRelationshipsSQL = `DELETE FROM relationship WHERE article = ?`
	ownedSQL               = `SELECT json_array(kind, sort, key) FROM node WHERE article = ?`
	deleteOwnedSQL         = `DELETE FROM node WHERE article = ?`
)

// Delete takes an article out with all that only it contributed.
func (s *Store) Delete(ctx context.Context, article string) error {
	err := s.writer.do(ctx, func(w *writer) error {
		var key int64
		err := w.row(articleByIDSQL, []any{article}, &key, new(int64), new(string))
		if err != nil {
			return found(err, "article", article)
		}
		if err := w.exec(markDeletedSQL, key); err != nil {
			return err
		}
		return w.remove(key)
	})
	return s.fail("delete", err)
}

// remove deletes what an article contributed, in the order that foreign keys
// ask for.
func (w *writer) remove(article int64) error {
	if err := w.exec(deleteRelationshipsSQL, article); err != nil {
		return err
	}
	if err := w.retract(article); err != nil {
		return err
	}
	if err := w.removeWords(article); err != nil {
		return err
	}
	return w.exec(deleteOwnedSQL, article)
}

// removeWords deletes what the nodes of an article are found by.
func (w *writer) removeWords(article int64) error {
	var ranks []int64
	err := each(w, ownedSQL, article, func(data []byte) error {
		var kind int
		var sort string
		var key int64
		if err := json.Unmarshal(data, &[]any{&kind, &sort, &key}); err != nil {
			return err
		}
		ranks = append(ranks, rankOf(kind, sort, key))
		return nil
	})
	for _, rank := range ranks {
		err = errors.Join(err, w.exec(deleteTermsSQL, rank))
	}
	return err
}
