package api

import (
	"context"
	"strings"

	"github.com/claimline/claimline/graph"
)

type suggestInput struct {
	ScopeParams
	Q     string `query:"q" required:"true" minLength:"1" maxLength:"200" doc:"The beginning of a name, or words of it"`
	Kind  string `query:"kind" enum:"actor,place,event,claim,article,any" default:"any"`
	Limit int    `query:"limit" minimum:"1" maximum:"20" default:"10"`
}

// A Suggestion is a node that somebody who types may mean.
type Suggestion struct {
	Ref
	Description string `json:"description,omitempty" doc:"Other names, country or date"`
}

// Suggestions are the best first.
type Suggestions struct {
	Items []Suggestion `json:"items"`
}

func (s *server) suggest(ctx context.Context, in *suggestInput) (*bodyOutput[Suggestions], error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	q := graph.SearchQuery{Scope: scope, Text: in.Q, Page: graph.Page{Limit: in.Limit}}
	for _, kind := range graph.NodeKinds {
		if strings.EqualFold(string(kind), in.Kind) {
			q.Kinds = []graph.Kind{kind}
		}
	}
	ctx, cancel := ask(ctx)
	defer cancel()
	answer, err := s.graph.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	l, out := newLens(&answer.Graph), Suggestions{Items: []Suggestion{}}
	for _, id := range answer.Order {
		out.Items = append(out.Items, Suggestion{l.ref(id), l.description(id)})
	}
	return &bodyOutput[Suggestions]{out}, nil
}

// description tells a node from others of its name.
func (l *lens) description(id string) string {
	switch {
	case l.actors[id] != nil:
		return strings.Join(append(nonEmpty(l.actors[id].Country), l.actors[id].Aliases...), ", ")
	case l.places[id] != nil:
		return l.places[id].Country
	case l.events[id] != nil:
		return date(l.events[id].Time)
	case l.claims[id] != nil:
		return date(l.claims[id].Said)
	case l.articles[id] != nil:
		return strings.Join(nonEmpty(l.articles[id].Publisher, date(l.articles[id].Published)), ", ")
	}
	return ""
}

func date(i *graph.Interval) string {
	if i == nil {
		return ""
	}
	return i.EDTF
}

func nonEmpty(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}
