package neo4j

import (
	"context"
	"fmt"

	"github.com/claimline/claimline/graph"
)

// perType is how many neighbors of a type are shown by default.
const perType = 25

// Neighbors returns a node with those around it.
func (s *Store) Neighbors(ctx context.Context, q graph.NeighborQuery) (graph.Neighborhood, error) {
	most := q.PerType
	switch {
	case most == 0:
		most = perType
	case most < 0 || most > graph.NodeFanout:
		return graph.Neighborhood{}, fmt.Errorf("neo4j: neighbors: %w: %d of each type, want 1 to %d", graph.ErrInvalid, most, graph.NodeFanout)
	}
	var n graph.Neighborhood
	err := s.ask(ctx, "neighbors of "+q.ID, q.Scope, func(r *reading) error {
		if err := r.seen(q.ID); err != nil {
			return err
		}
		n = graph.Neighborhood{}
		assembly := r.assemble(q.ID)
		groups, err := assembly.around(graph.KindOf(q.ID), []string{q.ID}, q.Types, most)
		if err != nil {
			return err
		}
		for _, g := range groups {
			n.Groups = append(n.Groups, g.Group)
			n.Truncated = n.Truncated || g.Shown < g.Count
		}
		n.Graph, err = assembly.subgraph()
		return err
	})
	return n, err
}
