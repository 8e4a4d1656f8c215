package sqlite

import (
	"context"
	"database/sql"

	"github.com/claimline/claimline/graph"
)

const (
	ofTypes     = `n.type IN (SELECT value FROM json_each(@types))`
	nameBegins  = `n.sort >= @name AND n.sort < @name || char(1114111)` // the last character there is
	mentionedIn = `n.key IN (SELECT v.node FROM node a JOIN contribution c ON c.article = a.key JOIN variant v ON v.key = c.variant WHERE a.id = @article)`
)

// Actors lists actors by name.
func (s *Store) Actors(ctx context.Context, q graph.ActorQuery) (a graph.Answer, err error) {
	sc := newScope(q.Scope)
	c := sc.conditions()
	c.addKind(actorKind)
	if len(q.Kinds) > 0 {
		c.add(ofTypes, listArg("types", q.Kinds))
	}
	if name := graph.Fold(q.Name); name != "" {
		c.add(nameBegins, sql.Named("name", name))
	}
	if q.Article != "" {
		c.addKeys(mentionedIn, sql.Named("article", q.Article))
	}
	err = s.read(ctx, "actors", func(r *reading) error {
		a, err = r.list(sc, q.Page, bySort, c)
		return err
	})
	return a, err
}
