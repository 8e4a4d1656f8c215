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
	Q     string   `query:"q" required:"true" minLength:"1" maxLength:"500" doc:"Words, all of which must occur; the last may be the beginning of one"`
	Kind  []string `query:"kind,explode" enum:"actor,place,event,claim,article" maxItems:"5"`
	Type  []string `query:"type,explode" maxItems:"50" doc:"Kinds of actors, types of events and acts of claims; leaves out what has none"`
	Facet []string `query:"facet,explode" enum:"kind,type,collection" maxItems:"3" doc:"Count all that is found by these"`
}

// A FacetValue counts what is found that has one value. Value is what the
// filter of the facet's name takes.
type FacetValue struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// SearchPage is a page of hits, with the facets that were asked for.
type SearchPage struct {
	List[Hit]
	Facets map[string][]FacetValue `json:"facets,omitempty" doc:"By name, the most frequent first"`
	Exact  bool                    `json:"facets_exact" doc:"False where more is found than is counted: the facets count the first 10000"`
}

type searchOutput struct {
	Link string `header:"Link" doc:"The next page, RFC 8288"`
	Body SearchPage
}

// A Hit is a node that holds the words.
type Hit struct {
	Ref
	Description string          `json:"description,omitempty" doc:"Other names, or who says so"`
	Snippet     string          `json:"snippet" doc:"Where the words stand"`
	Ranges      [][2]int        `json:"ranges" doc:"Code points of the snippet to highlight, end exclusive"`
	Time        *graph.Interval `json:"time,omitempty"`
}

func (s *server) search(ctx context.Context, in *searchInput) (*searchOutput, error) {
	q := graph.SearchQuery{Text: in.Q, Types: in.Type, Facets: len(in.Facet) > 0}
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
	var found graph.Answer
	hits, err := listOf(ctx, in.ScopeParams, in.PageParams, &q.Scope, &q.Page, func(ctx context.Context) (graph.Answer, error) {
		var err error
		found, err = s.graph.Search(ctx, q)
		return found, err
	}, view)
	if err != nil {
		return nil, err
	}
	out := &searchOutput{Link: hits.Link, Body: SearchPage{List: hits.Body, Exact: found.Total.Exact}}
	for _, name := range in.Facet {
		if out.Body.Facets == nil {
			out.Body.Facets = map[string][]FacetValue{}
		}
		out.Body.Facets[name] = facetValues(name, found.Facets[name])
	}
	return out, nil
}

func facetValues(name string, facets []graph.Facet) []FacetValue {
	out := []FacetValue{}
	for _, f := range facets {
		v := FacetValue{f.Value, f.Value, f.Count}
		switch name {
		case graph.FacetKind:
			v.Value = strings.ToLower(f.Value)
		case graph.FacetType:
			v.Label = strings.ToLower(strings.NewReplacer("_", " ", "-", " ").Replace(strings.TrimPrefix(f.Value, "x-")))
		}
		out = append(out, v)
	}
	return out
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
	n, err := s.graph.Neighbors(ctx, q)
	if err != nil {
		return nil, err
	}
	drawn, err := s.drawn(ctx, scope, &n.Graph)
	if err != nil {
		return nil, err
	}
	out := Neighborhood{drawn, append([]graph.Group{}, n.Groups...)}
	if n.Truncated {
		out.Truncated, out.Reasons = true, []string{"fanout"}
	}
	return &bodyOutput[Neighborhood]{out}, nil
}
