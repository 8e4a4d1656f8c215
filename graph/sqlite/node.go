package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"github.com/claimline/claimline/graph"
)

const nodeByID = `SELECT n.key FROM node n WHERE n.id = @id AND `

// Node answers with one node and what is around it.
func (s *Store) Node(ctx context.Context, scope graph.Scope, id string) (a graph.Answer, err error) {
	sc := newScope(scope)
	err = s.read(ctx, "node", func(r *reading) error {
		key, err := r.key(sc, id)
		if err != nil {
			return err
		}
		a = graph.Answer{Order: []string{id}, Total: graph.Total{Value: 1, Exact: true}}
		return r.explain(sc, []int64{key}, []int64{key}, &a)
	})
	return a, err
}

// key finds a node in the scope, or graph.ErrNotFound.
func (r *reading) key(s scope, id string) (int64, error) {
	var key int64
	err := r.row(nodeByID+s.node, append(slices.Clone(s.args), sql.Named("id", id)), &key)
	return key, found(err, "node", id)
}
