package sqlite

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"
)

// defaultPerType is how many neighbors of one type and direction are shown
// unless the question says.
const defaultPerType = 25

// Neighbors answers with a node and those around it, by type and direction.
func (s *Store) Neighbors(ctx context.Context, q graph.NeighborQuery) (n graph.Neighborhood, err error) {
	most := cmp.Or(q.PerType, defaultPerType)
	if most < 0 || most > graph.NodeFanout {
		return n, fmt.Errorf("sqlite: neighbors: %w: %d of each type are not within 1 to %d", graph.ErrInvalid, most, graph.NodeFanout)
	}
	sc := newScope(q.Scope)
	err = s.read(ctx, "neighbors", func(r *reading) error {
		key, err := r.key(sc, q.ID)
		if err != nil {
			return err
		}
		neighbors, err := r.around(sc, []int64{key}, q.Types, most)
		if err != nil {
			return err
		}
		keys := []int64{key}
		for _, nb := range neighbors {
			keys = append(keys, nb.other)
			n.Graph.Add(nb.relationship)
		}
		n.Groups = groups(neighbors)
		n.Truncated = slices.ContainsFunc(n.Groups, func(g graph.Group) bool { return g.Shown < g.Count })
		if err := r.nodes(sc, keys, &n.Graph); err != nil {
			return err
		}
		n.Graph.Normalize()
		return nil
	})
	return n, err
}

// groups counts the neighbors of one node, by type, then outgoing first.
func groups(neighbors []neighbor) []graph.Group {
	var out []graph.Group
	for _, n := range neighbors {
		g := graph.Group{Type: n.relationship.Type, Out: n.out, Count: n.count}
		i := slices.IndexFunc(out, func(o graph.Group) bool { return o.Type == g.Type && o.Out == g.Out })
		if i < 0 {
			out = append(out, g)
			i = len(out) - 1
		}
		out[i].Shown++
	}
	slices.SortStableFunc(out, func(a, b graph.Group) int { return cmp.Compare(a.Type, b.Type) })
	return out
}
