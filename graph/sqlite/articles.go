package sqlite

import (
	"context"
	"database/sql"

	"github.com/claimline/claimline/graph"
)

const publishedBy = `n.publisher = @publisher`

// Articles lists articles by date of publication.
func (s *Store) Articles(ctx context.Context, q graph.ArticleQuery) (a graph.Answer, err error) {
	sc := newScope(q.Scope)
	c := sc.conditions()
	c.addKind(articleKind)
	if q.Publisher != "" {
		c.add(publishedBy, sql.Named("publisher", q.Publisher))
	}
	err = s.read(ctx, "articles", func(r *reading) error {
		a, err = r.list(sc, q.Page, bySort, c)
		return err
	})
	return a, err
}
