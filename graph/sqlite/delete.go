package sqlite

import "context"

const (
	deleteRelationshipsSQL = `DELETE FROM relationship WHERE article = ?`
	deleteOwnedTermsSQL    = `DELETE FROM search WHERE rowid IN (SELECT key FROM node WHERE article = ?)`
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
	if err := w.exec(deleteOwnedTermsSQL, article); err != nil {
		return err
	}
	return w.exec(deleteOwnedSQL, article)
}
