package graphtest

import (
	"context"
	"fmt"
	"strings"

	"slices"

	"github.com/claimline/claimline/graph"
)

func (m *reference) Node(ctx context.Context, scope graph.Scope, id string) (graph.Answer, error) {
	v, err := m.view(ctx, scope)
	if err != nil {
		return graph.Answer{}, err
	}
	n, ok := v.nodes[id]
	if !ok {
		return graph.Answer{}, graph.ErrNotFound
	}
	a := graph.Answer{Order: []string{id}, Total: graph.Total{Value: 1, Exact: true}}
	a.Graph.Add(n)
	v.explain(id, &a)
	a.Graph.Normalize()
	return a, nil
}

// explain adds what is around a node, and the articles that it rests on.
func (v *view) explain(id string, a *graph.Answer) {
	groups := v.around(id, nil, graph.NodeFanout, &a.Graph)
	for _, g := range groups {
		if g.Shown < g.Count {
			a.Truncated = append(a.Truncated, fmt.Sprintf("%s: %d of %d %s shown", id, g.Shown, g.Count, g.Type))
		}
	}
	for _, r := range a.Graph.Relationships {
		a.Graph.Add(v.nodes[r.Article])
	}
	switch n := v.nodes[id].(type) {
	case graph.Event:
		a.Graph.Add(v.nodes[n.Article])
	case graph.Claim:
		a.Graph.Add(v.nodes[n.Article])
	}
}

// around adds the first most relationships of each type and direction, by id,
// and the nodes at their other ends.
func (v *view) around(id string, types []graph.RelType, most int, to *graph.Subgraph) []graph.Group {
	groups := map[graph.Group]*graph.Group{}
	visit := func(r graph.Relationship, out bool, other string) {
		key := graph.Group{Type: r.Type, Out: out}
		g := groups[key]
		if g == nil {
			g = &graph.Group{Type: r.Type, Out: out}
			groups[key] = g
		}
		g.Count++
		if g.Shown == most {
			return
		}
		g.Shown++
		to.Add(r, v.nodes[other])
	}
	for _, r := range v.rels {
		if r.From == id && oneOf(types, r.Type) {
			visit(r, true, r.To)
		}
		if r.To == id && oneOf(types, r.Type) {
			visit(r, false, r.From)
		}
	}
	var list []graph.Group
	for _, g := range groups {
		list = append(list, *g)
	}
	slices.SortFunc(list, func(a, b graph.Group) int {
		if a.Type != b.Type {
			return strings.Compare(string(a.Type), string(b.Type))
		}
		if a.Out {
			return -1
		}
		return 1
	})
	return list
}

func (m *reference) Neighbors(ctx context.Context, q graph.NeighborQuery) (graph.Neighborhood, error) {
	most := q.PerType
	switch {
	case most == 0:
		most = 25
	case most < 0 || most > graph.NodeFanout:
		return graph.Neighborhood{}, fmt.Errorf("%w: %d neighbors of each type", graph.ErrInvalid, most)
	}
	v, err := m.view(ctx, q.Scope)
	if err != nil {
		return graph.Neighborhood{}, err
	}
	node, ok := v.nodes[q.ID]
	if !ok {
		return graph.Neighborhood{}, graph.ErrNotFound
	}
	var n graph.Neighborhood
	n.Graph.Add(node)
	n.Groups = v.around(q.ID, q.Types, most, &n.Graph)
	for _, g := range n.Groups {
		n.Truncated = n.Truncated || g.Shown < g.Count
	}
	n.Graph.Normalize()
	return n, nil
}

func (m *reference) Stats(ctx context.Context, scope graph.Scope) (graph.Stats, error) {
	v, err := m.view(ctx, scope)
	if err != nil {
		return graph.Stats{}, err
	}
	s := graph.Stats{Relationships: len(v.rels), EventTypes: map[string]int{}, Acts: map[string]int{}, ActorKinds: map[string]int{}}
	for _, n := range v.nodes {
		switch n := n.(type) {
		case graph.Article:
			s.Articles++
		case graph.Actor:
			s.Actors++
			s.ActorKinds[string(n.Kind)]++
		case graph.Place:
			s.Places++
		case graph.Event:
			s.Events++
			s.EventTypes[n.Type]++
		case graph.Claim:
			s.Claims++
			s.Acts[n.Act]++
		}
	}
	return s, nil
}
