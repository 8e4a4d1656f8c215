package layer

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
	"github.com/claimline/claimline/graph/resolve/compare"
)

// A Cluster is one actor, place or event as a scope sees it.
type Cluster struct {
	ID       string     `json:"id"` // the least of the nodes
	Kind     graph.Kind `json:"kind"`
	Name     string     `json:"name"` // the commonest, the longest of equally common ones
	Nodes    []Node     `json:"nodes"`
	Articles int        `json:"articles"`
}

// A Node is a record of a cluster with the articles that mean it by it.
type Node struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Articles []string `json:"articles"` // at most graph.NodeFanout
	Count    int      `json:"count"`
}

// A Store is what the questions below are put to.
type Store interface {
	graph.Reader
	graph.LayerReader
}

// Clusters lists the clusters that a node belongs to, by size: more than one
// where two articles mean two by it. Of a scope that is bounded in time, only
// what its own articles have in common makes a cluster.
func Clusters(ctx context.Context, s Store, scope graph.Scope, node string) ([]Cluster, error) {
	members, err := s.Members(ctx, scope, []string{node})
	if err != nil {
		return nil, err
	}
	if len(members) == 0 {
		return nil, fmt.Errorf("layer: %s: %w", node, graph.ErrNotFound)
	}
	if bounded(scope) {
		if members, err = connected(ctx, s, scope, members); err != nil {
			return nil, err
		}
	}
	return clustersOf(ctx, s, scope, members, node)
}

func bounded(s graph.Scope) bool { return !s.AsOf.IsZero() || !s.Published.Open() }

// connected divides clusters by the merges that a scope holds.
func connected(ctx context.Context, s Store, scope graph.Scope, members []graph.Member) ([]graph.Member, error) {
	parent := map[string]string{}
	var root func(string) string
	root = func(x string) string {
		if p, ok := parent[x]; ok && p != x {
			return root(p)
		}
		return x
	}
	join := func(a, b string) { parent[root(a)] = root(b) }
	units, nodes := map[string][]string{}, map[string]bool{}
	for _, m := range members {
		units[m.Node] = append(units[m.Node], m.Unit)
		nodes[m.Node] = true
	}
	q := graph.FindingQuery{Scope: scope, Kinds: []graph.FindingKind{graph.FindingMerge}, About: slices.Sorted(maps.Keys(nodes)), Page: graph.Page{Limit: graph.MaxLimit}}
	for {
		found, err := s.Findings(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, f := range found.List {
			var j resolve.Judged
			if err := json.Unmarshal(f.Body, &j); err != nil {
				return nil, fmt.Errorf("layer: merge: %w", err)
			}
			if len(f.Needs) == 2 {
				join(f.Needs[0], f.Needs[1])
			}
			if j.A.Article == "" { // a person speaks of all that the two ids stand for
				for _, u := range append(slices.Clone(units[j.A.ID]), units[j.B.ID]...) {
					join(u, f.Needs[0])
				}
			}
		}
		if q.Page.After = found.Next; found.Next == nil {
			break
		}
	}
	for i, m := range members {
		members[i].Cluster += " " + root(m.Unit)
	}
	return members, nil
}

// clustersOf groups members, and keeps the clusters that hold the node.
func clustersOf(ctx context.Context, s Store, scope graph.Scope, members []graph.Member, node string) ([]Cluster, error) {
	byCluster := map[string]map[string][]string{} // cluster → node → articles
	var ids []string
	for _, m := range members {
		if byCluster[m.Cluster] == nil {
			byCluster[m.Cluster] = map[string][]string{}
		}
		byCluster[m.Cluster][m.Node] = append(byCluster[m.Cluster][m.Node], m.Article)
		ids = append(ids, m.Node)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	names := map[string]string{}
	for part := range slices.Chunk(ids, graph.MaxAmong) {
		sub, err := s.Among(ctx, scope, part)
		if err != nil {
			return nil, err
		}
		nameAll(names, &sub)
	}
	var out []Cluster
	for _, nodes := range byCluster {
		if node == "" || nodes[node] != nil {
			out = append(out, clusterOf(nodes, names))
		}
	}
	slices.SortFunc(out, func(a, b Cluster) int { return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.ID, b.ID)) })
	return out, nil
}

func nameAll(names map[string]string, sub *graph.Subgraph) {
	for _, a := range sub.Actors {
		names[a.ID] = a.Name
	}
	for _, p := range sub.Places {
		names[p.ID] = p.Name
	}
	for _, e := range sub.Events {
		names[e.ID] = e.Label
	}
}

func clusterOf(nodes map[string][]string, names map[string]string) Cluster {
	var c Cluster
	said := map[string]int{}
	for _, id := range slices.Sorted(maps.Keys(nodes)) {
		n := Node{ID: id, Name: names[id], Articles: nodes[id], Count: len(nodes[id])}
		n.Articles = n.Articles[:min(len(n.Articles), graph.NodeFanout)]
		c.Nodes = append(c.Nodes, n)
		c.Articles += n.Count
		said[n.Name] += n.Count
	}
	c.ID, c.Kind = c.Nodes[0].ID, graph.KindOf(c.Nodes[0].ID)
	for _, name := range slices.Sorted(maps.Keys(said)) {
		if c.Name == "" || said[name] > said[c.Name] || said[name] == said[c.Name] && len(name) > len(c.Name) {
			c.Name = name
		}
	}
	return c
}

// Widen lists the nodes of all clusters that a node belongs to, with their
// clusters, under which findings about any of them are found.
func Widen(ctx context.Context, s Store, scope graph.Scope, node string) ([]string, error) {
	members, err := s.Members(ctx, scope, []string{node})
	out := []string{node}
	for _, m := range members {
		out = append(out, m.Node, m.Cluster)
	}
	slices.Sort(out)
	return slices.Compact(out), err
}

// Bodies decodes the findings of one kind.
func Bodies[T any](found graph.Findings) ([]T, error) {
	out := make([]T, len(found.List))
	for i, f := range found.List {
		if err := json.Unmarshal(f.Body, &out[i]); err != nil {
			return nil, fmt.Errorf("layer: %s: %w", f.Kind, err)
		}
	}
	return out, nil
}

// Pairs decodes judgements of pairs. The reasons were weighed with all
// articles of the collection in view, so that in a scope that is bounded in
// time their words are left out, which may name what it does not hold.
func Pairs(found graph.Findings, scope graph.Scope) ([]resolve.Judged, error) {
	out, err := Bodies[resolve.Judged](found)
	if bounded(scope) {
		for i := range out {
			for k := range out[i].Features {
				out[i].Features[k].Why = ""
			}
		}
	}
	return out, err
}

// Series decodes figures over time, without the points that a scope does not
// hold; a point whose predecessor is not shown says nothing of it.
func Series(found graph.Findings) ([]compare.Series, error) {
	out, err := Bodies[compare.Series](found)
	for i, f := range found.List {
		var kept []compare.Point
		dropped := false
		for _, p := range out[i].Points {
			if slices.Contains(f.Hidden, p.Article) {
				dropped = true
				continue
			}
			if dropped || len(kept) == 0 {
				p.Step, p.Why = "", ""
			}
			kept, dropped = append(kept, p), false
		}
		out[i].Points = kept
	}
	return out, err
}

// Forecasts decodes forecasts. One of whose outcome the scope does not hold
// all accounts is open in it.
func Forecasts(found graph.Findings) ([]compare.Forecast, error) {
	out, err := Bodies[compare.Forecast](found)
	for i, f := range found.List {
		if len(f.Hidden) > 0 {
			out[i] = compare.Forecast{Claim: out[i].Claim, Outcome: compare.Open, Why: "what came of it lies outside what is looked at"}
		}
	}
	return out, err
}

// Quotations decodes quotations without the variants that a scope does not
// hold; one that is left with a single variant is none.
func Quotations(found graph.Findings) ([]compare.Quotation, error) {
	all, err := Bodies[compare.Quotation](found)
	var out []compare.Quotation
	for i, f := range found.List {
		q := all[i]
		first := q.Variants[0]
		q.Variants = slices.DeleteFunc(q.Variants, func(v compare.Variant) bool { return slices.Contains(f.Hidden, v.Article) })
		if len(q.Variants) < 2 {
			continue
		}
		if q.Variants[0].Claim != first.Claim { // edits lead from what is not shown
			for k := range q.Variants {
				q.Variants[k].Edits = nil
			}
			q.Speaker = q.Variants[0].Speaker
		}
		out = append(out, q)
	}
	return out, err
}

// Propositions decodes propositions, of the claims that a scope holds; one
// that is left with a single claim is none.
func Propositions(found graph.Findings) ([]compare.Proposition, error) {
	all, err := Bodies[Proposition](found)
	var out []compare.Proposition
	for i, f := range found.List {
		p := all[i]
		if len(f.Hidden) == 0 {
			out = append(out, p.Proposition)
			continue
		}
		article := p.Article
		seen := p.Within(func(claim string) bool { return !slices.Contains(f.Hidden, article[claim]) }, func(claim string) string { return article[claim] })
		if len(seen.Claims) > 1 {
			out = append(out, seen)
		}
	}
	return out, err
}
