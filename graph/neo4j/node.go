package neo4j

import (
	"context"

	"github.com/claimline/claimline/graph"
)

const (
	ownedCypher = `
MATCH (n:%s {id: $q.id})
WHERE ` + ownedInScope + `
RETURN n.id AS id`

	sharedCypher = `
MATCH (n:%s {id: $q.id})
WHERE ` + sharedInScope + `
RETURN n.id AS id`
)

// seen returns graph.ErrNotFound when there is no such node in the scope.
func (r *reading) seen(id string) error {
	kind, statement := graph.KindOf(id), ownedCypher
	switch {
	case rank(kind) < 0:
		return &abort{graph.ErrNotFound}
	case isShared(kind):
		statement = sharedCypher
	}
	rows, err := r.query(typed(statement, kind), r.scope.with(params{"id": id}))
	if err == nil && len(rows) == 0 {
		err = &abort{graph.ErrNotFound}
	}
	return err
}

// Node returns one node with what is around it.
func (s *Store) Node(ctx context.Context, sc graph.Scope, id string) (graph.Answer, error) {
	a := graph.Answer{Order: []string{id}, Total: graph.Total{Value: 1, Exact: true}}
	err := s.ask(ctx, "node "+id, sc, func(r *reading) error {
		if err := r.seen(id); err != nil {
			return err
		}
		assembly := r.assemble(id)
		var err error
		if a.Truncated, err = assembly.explain(graph.KindOf(id), a.Order); err != nil {
			return err
		}
		a.Graph, err = assembly.subgraph()
		return err
	})
	if err != nil {
		return graph.Answer{}, err
	}
	return a, nil
}
