package sqlite

import (
	"context"
	"database/sql"

	"github.com/claimline/claimline/graph"
)

const (
	fromSource = `n.key IN (SELECT r.src FROM relationship r WHERE r.dst = (SELECT key FROM node WHERE id = @source) AND r.type = 'ATTRIBUTED_TO')`
	aboutNode  = `n.key IN (SELECT r.src FROM relationship r WHERE r.dst = (SELECT key FROM node WHERE id = @about) AND r.type = 'ABOUT')`
	ofMetric   = `n.metric = @metric`
)

// Claims lists claims by publication, article and place in the text.
func (s *Store) Claims(ctx context.Context, q graph.ClaimQuery) (a graph.Answer, err error) {
	sc := newScope(q.Scope)
	c := sc.conditions()
	c.addKind(claimKind)
	if len(q.Acts) > 0 {
		c.add(ofTypes, listArg("types", q.Acts))
	}
	if q.Article != "" {
		c.add(ofArticle, sql.Named("article", q.Article))
	}
	c.addSource(q.Source)
	if q.About != "" {
		c.addKeys(aboutNode, sql.Named("about", q.About))
	}
	if q.Metric != "" {
		c.add(ofMetric, sql.Named("metric", q.Metric))
	}
	c.addWindow(q.Said)
	err = s.read(ctx, "claims", func(r *reading) error {
		a, err = r.list(sc, q.Page, bySort, c)
		return err
	})
	return a, err
}

// addSource keeps claims that have the actor at any hop of their chain.
func (c *conditions) addSource(actor string) {
	if actor != "" {
		c.addKeys(fromSource, sql.Named("source", actor))
	}
}
