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
	answer, err := s.begun(ctx, q)
	if err != nil {
		return nil, err
	}
	l, out := newLens(&answer.Graph), Suggestions{Items: []Suggestion{}}
	for _, id := range answer.Order {
		out.Items = append(out.Items, Suggestion{l.ref(id), l.description(id)})
	}
	return &bodyOutput[Suggestions]{out}, nil
}

// begun searches for what somebody has begun to type. A letter or two begin a
// word of most there is: of actors, who come first among what begins with it,
// there is a list by name, and a search only where they are too few.
func (s *server) begun(ctx context.Context, q graph.SearchQuery) (graph.Answer, error) {
	name := graph.Fold(q.Text)
	if n := len([]rune(name)); n > 0 && n <= 2 && (len(q.Kinds) == 0 || q.Kinds[0] == graph.KindActor) {
		actors, err := s.graph.Actors(ctx, graph.ActorQuery{Scope: q.Scope, Name: name, Page: q.Page})
		if err != nil || len(actors.Order) == q.Page.Limit {
			return actors, err
		}
	}
	return s.graph.Search(ctx, q)
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
