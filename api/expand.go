package api

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/claimline/claimline/graph"
)

// timeBudget is how long an answer that can be given in part is worked at.
const timeBudget = 2 * time.Second

type expandInput struct {
	ScopeParams
	Body struct {
		IDs     []string `json:"ids" minItems:"1" maxItems:"50" doc:"The nodes to look around"`
		Known   []string `json:"known_ids,omitempty" maxItems:"5000" doc:"Nodes that are shown already and are not sent again"`
		Type    []string `json:"edge_type,omitempty" maxItems:"30"`
		PerType int      `json:"per_type_limit,omitempty" minimum:"1" maximum:"100" doc:"New neighbors of each group, 25 unless given"`
	}
}

// An ExpandedGroup counts what joins one node to others.
type ExpandedGroup struct {
	ID string `json:"id" doc:"The node asked for"`
	graph.Group
	New int `json:"new" doc:"Neighbors of the group that are in this answer"`
}

// An Expansion is what is new around nodes.
type Expansion struct {
	Graph
	Groups []ExpandedGroup `json:"groups" doc:"Count is of all there is, shown of the edges in this answer"`
}

// expand answers with the neighbors of nodes that are not known yet, and with
// all that joins the nodes to those that are. It looks at the first 100 of each
// group: what of a hub lies beyond is reached by a type, a time or a path.
func (s *server) expand(ctx context.Context, in *expandInput) (*bodyOutput[Expansion], error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	types, err := relTypes(in.Body.Type)
	if err != nil {
		return nil, err
	}
	if in.Body.PerType == 0 {
		in.Body.PerType = 25
	}
	known := map[string]bool{}
	for _, id := range in.Body.Known {
		known[id] = true
	}
	e := expansion{most: in.Body.PerType, known: known}
	begin := time.Now()
	ids := slices.Compact(slices.Sorted(slices.Values(in.Body.IDs)))
	for _, id := range ids {
		if time.Since(begin) > timeBudget {
			e.reasons = append(e.reasons, "time_budget")
			break
		}
		n, err := s.graph.Neighbors(ctx, graph.NeighborQuery{Scope: scope, ID: id, Types: types, PerType: graph.NodeFanout})
		if err != nil {
			return nil, err
		}
		e.add(id, &n)
	}
	e.graph.Normalize()
	out := Expansion{Groups: append([]ExpandedGroup{}, e.groups...)}
	if out.Graph, err = s.drawn(ctx, scope, &e.graph); err != nil {
		return nil, err
	}
	out.Truncated, out.Reasons = len(e.reasons) > 0, orEmpty(e.reasons)
	return &bodyOutput[Expansion]{out}, nil
}

// An expansion gathers the answer.
type expansion struct {
	most    int
	known   map[string]bool
	graph   graph.Subgraph
	groups  []ExpandedGroup
	reasons []string
}

// add takes the first of the new neighbors of each group, and what leads to
// known ones.
func (e *expansion) add(id string, n *graph.Neighborhood) {
	fresh := map[graph.RelType]map[bool]map[string]bool{}
	kept, shown := map[string]bool{id: true}, map[graph.Group]int{}
	for _, r := range n.Graph.Relationships {
		for _, out := range []bool{true, false} {
			from, other := r.From, r.To
			if !out {
				from, other = r.To, r.From
			}
			if from != id {
				continue
			}
			if fresh[r.Type] == nil {
				fresh[r.Type] = map[bool]map[string]bool{true: {}, false: {}}
			}
			news := fresh[r.Type][out]
			if !e.known[other] && other != id && !news[other] {
				if len(news) == e.most {
					continue
				}
				news[other] = true
			}
			kept[other] = true
			shown[graph.Group{Type: r.Type, Out: out}]++
			e.graph.Add(r)
		}
	}
	for _, g := range n.Groups {
		g.Shown = shown[graph.Group{Type: g.Type, Out: g.Out}]
		e.groups = append(e.groups, ExpandedGroup{id, g, len(fresh[g.Type][g.Out])})
		if g.Shown < g.Count && !slices.Contains(e.reasons, "fanout") {
			e.reasons = append(e.reasons, "fanout")
		}
	}
	for _, r := range n.Graph.Records() {
		if r.RecordKind() != graph.KindRelationship && kept[r.RecordID()] && !e.known[r.RecordID()] {
			e.graph.Add(r)
		}
	}
}

// drawn is a graph with the words that its edges rest on, for which it fetches
// the articles that are not in it. They are no nodes of the picture.
func (s *server) drawn(ctx context.Context, scope graph.Scope, g *graph.Subgraph) (Graph, error) {
	read, lacking := *g, map[string]bool{}
	read.Articles = slices.Clone(g.Articles)
	shown := byID(g.Articles)
	for _, r := range g.Relationships {
		if shown[r.Article] == nil {
			lacking[r.Article] = true
		}
	}
	for ids := range slices.Chunk(slices.Sorted(maps.Keys(lacking)), graph.MaxAmong) {
		more, err := s.graph.Among(ctx, scope, ids)
		if err != nil {
			return Graph{}, err
		}
		read.Articles = append(read.Articles, more.Articles...)
	}
	out := graphView(&read)
	out.Nodes = slices.DeleteFunc(out.Nodes, func(n GraphNode) bool { return lacking[n.ID] })
	return out, nil
}
