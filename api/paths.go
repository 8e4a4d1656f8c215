package api

import (
	"context"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/claimline/claimline/graph"
)

type pathsInput struct {
	ScopeParams
	From   string   `query:"from" required:"true" maxLength:"64" doc:"Id of one node"`
	To     string   `query:"to" required:"true" maxLength:"64" doc:"Id of the other"`
	Length int      `query:"max_length" minimum:"1" maximum:"6" default:"4" doc:"Relationships at most"`
	K      int      `query:"k" minimum:"1" maximum:"20" default:"5" doc:"Paths at most, the shortest first"`
	Type   []string `query:"edge_type,explode" maxItems:"30" doc:"Default: all but those that hold between any two nodes of one article"`
	Via    []string `query:"via,explode" maxItems:"10" doc:"Nodes that every path must pass"`
	Avoid  []string `query:"avoid,explode" maxItems:"100" doc:"Nodes that no path may pass"`
}

// A Path is one way from a node to another. Edges holds for each step the ids
// of all edges that join its two nodes.
type Path struct {
	Nodes  []string   `json:"nodes"`
	Edges  [][]string `json:"edges"`
	Length int        `json:"length"`
}

// PathsAnswer is ways between two nodes with the graph that they make.
type PathsAnswer struct {
	Graph
	Paths []Path `json:"paths" doc:"Empty when the two are not linked within the length"`
}

func (s *server) paths(ctx context.Context, in *pathsInput) (*bodyOutput[PathsAnswer], error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	types, err := relTypes(in.Type)
	if err != nil {
		return nil, err
	}
	return s.findPaths(ctx, graph.PathQuery{Scope: scope, From: in.From, To: in.To, Length: in.Length, Most: in.K, Types: types, Via: in.Via, Avoid: in.Avoid})
}

func (s *server) findPaths(ctx context.Context, q graph.PathQuery) (*bodyOutput[PathsAnswer], error) {
	if q.From == q.To {
		return nil, invalid("query.to", "both ends are the same node; name two")
	}
	found, err := s.graph.Paths(ctx, q)
	if err != nil {
		return nil, err
	}
	out := PathsAnswer{graphView(&found.Graph), []Path{}}
	for _, p := range found.Paths {
		out.Paths = append(out.Paths, Path{p.Nodes, p.Hops, len(p.Hops)})
	}
	out.Truncated, out.Reasons = len(found.Truncated) > 0, orEmpty(found.Truncated)
	return &bodyOutput[PathsAnswer]{out}, nil
}

func relTypes(names []string) ([]graph.RelType, error) {
	var out []graph.RelType
	for _, t := range names {
		if !slices.Contains(graph.RelTypes, graph.RelType(t)) {
			return nil, invalid("query.edge_type", "unknown type of relationship "+t)
		}
		out = append(out, graph.RelType(t))
	}
	return out, nil
}

type pairsInput struct {
	ScopeParams
	A string `query:"a" required:"true" maxLength:"64"`
	B string `query:"b" required:"true" maxLength:"64"`
}

// pairs answers what two nodes have to do with each other: what joins them,
// and each node that both are joined to.
func (s *server) pairs(ctx context.Context, in *pairsInput) (*bodyOutput[PathsAnswer], error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	return s.findPaths(ctx, graph.PathQuery{Scope: scope, From: in.A, To: in.B, Length: 2, Most: graph.MaxPaths})
}

type subgraphInput struct {
	ScopeParams
	Body struct {
		IDs []string `json:"ids" minItems:"1" maxItems:"1000" doc:"The nodes; what the scope lacks is left out"`
	}
}

// subgraph answers with nodes and what joins them to each other.
func (s *server) subgraph(ctx context.Context, in *subgraphInput) (*bodyOutput[Graph], error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	if len(in.Body.IDs) == 0 {
		return nil, invalid("body.ids", "name at least one node")
	}
	sub, err := s.graph.Among(ctx, scope, in.Body.IDs)
	if err != nil {
		return nil, err
	}
	v := graphView(&sub)
	asked := map[string]bool{}
	for _, id := range in.Body.IDs {
		asked[id] = true
	}
	// The articles that hold the evidence are no nodes of the picture.
	v.Nodes = slices.DeleteFunc(v.Nodes, func(n GraphNode) bool { return !asked[n.ID] })
	return &bodyOutput[Graph]{v}, nil
}

// acceptQuestion documents a body of JSON.
func acceptQuestion(op *huma.Operation) {
	op.MaxBodyBytes = maxQuestion
	op.Errors = append(op.Errors, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity)
}
