package sqlite

import (
	"context"
	"database/sql"

	"github.com/claimline/claimline/graph"
)

const (
	ofRealis  = `n.realis IN (SELECT value FROM json_each(@realis))`
	ofArticle = `n.article = (SELECT key FROM node WHERE id = @article)`
	withActor = `n.key IN (SELECT r.src FROM relationship r WHERE r.dst = (SELECT key FROM node WHERE id = @actor) AND r.type = 'PARTICIPANT')`
	atPlace   = `n.key IN (SELECT r.src FROM relationship r WHERE r.dst = (SELECT key FROM node WHERE id = @place) AND r.type = 'AT')`
)

// Events lists events by when they happened.
func (s *Store) Events(ctx context.Context, q graph.EventQuery) (a graph.Answer, err error) {
	sc := newScope(q.Scope)
	c := sc.conditions()
	c.addKind(eventKind)
	c.addEvent(q.Types, q.Actor, q.Place)
	if len(q.Realis) > 0 {
		c.add(ofRealis, listArg("realis", q.Realis))
	}
	if q.Article != "" {
		c.add(ofArticle, sql.Named("article", q.Article))
	}
	c.addWindow(q.Happened)
	o := bySort
	if !q.Happened.Open() && q.Article == "" {
		// It is the same order for events; the index of clocks holds the bounds.
		o = byClock
		c.add(dated)
	}
	err = s.read(ctx, "events", func(r *reading) error {
		a, err = r.list(sc, q.Page, o, c)
		return err
	})
	return a, err
}

// addEvent adds the filters that lists and timelines of events share.
func (c *conditions) addEvent(types []string, actor, place string) {
	if len(types) > 0 {
		c.add(ofTypes, listArg("types", types))
	}
	if actor != "" {
		c.addKeys(withActor, sql.Named("actor", actor))
	}
	if place != "" {
		c.addKeys(atPlace, sql.Named("place", place))
	}
}
