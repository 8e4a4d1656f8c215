package api

import (
	"context"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

type searchInput struct {
	ScopeParams
	PageParams
	Q    string   `query:"q" required:"true" minLength:"1" maxLength:"500" doc:"Words, all of which must occur; the last may be the beginning of one"`
	Kind []string `query:"kind,explode" enum:"actor,place,event,claim,article" maxItems:"5"`
}

// A Hit is a node that holds the words.
type Hit struct {
	Ref
	Description string          `json:"description,omitempty" doc:"Other names, or who says so"`
	Snippet     string          `json:"snippet" doc:"Where the words stand"`
	Ranges      [][2]int        `json:"ranges" doc:"Code points of the snippet to highlight, end exclusive"`
	Time        *graph.Interval `json:"time,omitempty"`
}

func (s *server) search(ctx context.Context, in *searchInput) (*listOutput[Hit], error) {
	q := graph.SearchQuery{Text: in.Q}
	for _, k := range in.Kind {
		i := slices.IndexFunc(graph.NodeKinds, func(kind graph.Kind) bool { return strings.EqualFold(string(kind), k) })
		if i >= 0 { // the enum above leaves no other
			q.Kinds = append(q.Kinds, graph.NodeKinds[i])
		}
	}
	view := func(l *lens, id string) (Hit, bool) {
		h := Hit{Ref: l.ref(id), Ranges: [][2]int{}}
		text := h.Label
		switch {
		case l.actors[id] != nil:
			h.Description = strings.Join(l.actors[id].Aliases, ", ")
		case l.places[id] != nil:
			h.Description = l.places[id].Country
		case l.claims[id] != nil:
			c, _ := claimView(l, id)
			h.Description, h.Time = c.Statement, c.Said
		case l.events[id] != nil:
			h.Time = l.events[id].Time
			h.Description = l.ref(l.events[id].Article).Label
		case l.articles[id] != nil:
			h.Time, h.Description, text = l.articles[id].Published, l.articles[id].Publisher, l.articles[id].Text
		}
		h.Snippet, h.Ranges = snippet(text, graph.Terms(in.Q))
		return h, h.Label != ""
	}
	return listOf(ctx, in.ScopeParams, in.PageParams, &q.Scope, &q.Page, func(ctx context.Context) (graph.Answer, error) { return s.graph.Search(ctx, q) }, view)
}

// snippet cuts a line around the first word that begins with a term and says
// where in it terms stand.
func snippet(text string, terms []string) (string, [][2]int) {
	const width = 200
	runes := []rune(strings.Join(strings.Fields(text), " "))
	var hits [][2]int
	for i := 0; i < len(runes); i++ {
		if i > 0 && runes[i-1] != ' ' {
			continue
		}
		end := i
		for end < len(runes) && runes[end] != ' ' {
			end++
		}
		word := graph.Fold(string(runes[i:end]))
		if slices.ContainsFunc(terms, func(t string) bool { return word != "" && strings.HasPrefix(word, t) }) {
			hits = append(hits, [2]int{i, end})
		}
	}
	from := 0
	if len(hits) > 0 {
		from = max(0, hits[0][0]-width/4)
	}
	to := min(len(runes), from+width)
	ranges := [][2]int{}
	for _, h := range hits {
		if h[0] >= from && h[1] <= to {
			ranges = append(ranges, [2]int{h[0] - from, h[1] - from})
		}
	}
	return string(runes[from:to]), ranges
}

type neighborsInput struct {
	ScopeParams
	ID      string   `path:"id" maxLength:"64"`
	Type    []string `query:"edge_type,explode" maxItems:"30"`
	PerType int      `query:"per_type_limit" minimum:"1" maximum:"100" default:"25"`
}

// A Neighborhood is a node with those around it, and true counts of each group.
type Neighborhood struct {
	Graph
	Groups []graph.Group `json:"groups"`
}

func (s *server) neighbors(ctx context.Context, in *neighborsInput) (*bodyOutput[Neighborhood], error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	q := graph.NeighborQuery{Scope: scope, ID: in.ID, PerType: in.PerType}
	if q.Types, err = relTypes(in.Type); err != nil {
		return nil, err
	}
	ctx, cancel := ask(ctx)
	defer cancel()
	n, err := s.graph.Neighbors(ctx, q)
	if err != nil {
		return nil, err
	}
	out := Neighborhood{graphView(&n.Graph), append([]graph.Group{}, n.Groups...)}
	if n.Truncated {
		out.Truncated, out.Reasons = true, []string{"fanout"}
	}
	return &bodyOutput[Neighborhood]{out}, nil
}
