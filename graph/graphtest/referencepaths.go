package graphtest

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/claimline/claimline/graph"
)

// Paths looks at every path there is, which only a small graph allows.
func (m *reference) Paths(ctx context.Context, q graph.PathQuery) (graph.Paths, error) {
	q, err := q.Check()
	if err != nil {
		return graph.Paths{}, err
	}
	v, err := m.view(ctx, q.Scope)
	if err != nil {
		return graph.Paths{}, err
	}
	if v.nodes[q.From] == nil || v.nodes[q.To] == nil {
		return graph.Paths{}, graph.ErrNotFound
	}
	var out graph.Paths
	joins, known := map[[2]string][]string{}, map[string]int{}
	for _, r := range v.rels {
		if slices.Contains(q.Types, r.Type) {
			joins[[2]string{r.From, r.To}] = append(joins[[2]string{r.From, r.To}], r.ID)
			joins[[2]string{r.To, r.From}] = append(joins[[2]string{r.To, r.From}], r.ID)
			if known[r.To]++; known[r.To] == graph.PathFanout+1 {
				out.Truncated = append(out.Truncated, r.To+" is joined to many")
			}
		}
	}
	pairs := slices.Collect(maps.Keys(joins))
	var all []graph.Path
	var walk func(p graph.Path)
	walk = func(p graph.Path) {
		at := p.Nodes[len(p.Nodes)-1]
		if at == q.To {
			if !slices.ContainsFunc(q.Via, func(id string) bool { return !slices.Contains(p.Nodes, id) }) {
				all = append(all, p)
			}
			return
		}
		for _, pair := range pairs {
			if len(p.Hops) < q.Length && pair[0] == at && !slices.Contains(p.Nodes, pair[1]) && !slices.Contains(q.Avoid, pair[1]) {
				hop := slices.Sorted(slices.Values(joins[pair]))
				walk(graph.Path{Nodes: append(slices.Clone(p.Nodes), pair[1]), Hops: append(slices.Clone(p.Hops), slices.Compact(hop))})
			}
		}
	}
	walk(graph.Path{Nodes: []string{q.From}})
	slices.SortFunc(all, func(a, b graph.Path) int {
		return cmp.Or(cmp.Compare(len(a.Nodes), len(b.Nodes)), slices.Compare(a.Nodes, b.Nodes))
	})
	out.Paths = all[:min(len(all), q.Most)]
	if len(out.Paths) > 0 {
		nodes, kept := graph.Ends(out.Paths)
		out.Graph = v.among(nodes, func(r graph.Relationship) bool { return kept[r.ID] })
	}
	return out, nil
}

func (m *reference) Among(ctx context.Context, scope graph.Scope, ids []string) (graph.Subgraph, error) {
	if len(ids) > graph.MaxAmong {
		return graph.Subgraph{}, graph.ErrInvalid
	}
	v, err := m.view(ctx, scope)
	if err != nil {
		return graph.Subgraph{}, err
	}
	return v.among(ids, nil), nil
}

func (v *view) among(ids []string, kept func(graph.Relationship) bool) graph.Subgraph {
	var sub graph.Subgraph
	for _, id := range ids {
		n := v.nodes[id]
		if n == nil {
			continue
		}
		sub.Add(n)
		switch n := n.(type) {
		case graph.Event:
			sub.Add(v.nodes[n.Article])
		case graph.Claim:
			sub.Add(v.nodes[n.Article])
		}
	}
	for _, r := range v.rels {
		if slices.Contains(ids, r.From) && slices.Contains(ids, r.To) && (kept == nil || kept(r)) {
			sub.Add(r, v.nodes[r.Article])
		}
	}
	sub.Normalize()
	return sub
}
