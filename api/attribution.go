package api

import (
	"context"
	"errors"

	"github.com/claimline/claimline/graph"
)

type attributionInput struct {
	ScopeParams
	PageParams
	Claim string `query:"claim" doc:"One claim; or give actor or event"`
	Actor string `query:"actor" doc:"Claims that it is a source of, at any place in the chain"`
	Event string `query:"event" doc:"Claims about it"`
}

// Attribution is who said what, citing whom: the claims with their chains, and
// the same as a graph of articles, sources, claims and what they are about.
type Attribution struct {
	Claims     []Claim  `json:"claims"`
	Graph      Graph    `json:"graph"`
	NextCursor *string  `json:"next_cursor"`
	Total      Total    `json:"total"`
	Reasons    []string `json:"truncated_reasons"`
}

type attributionOutput struct {
	Link string `header:"Link" doc:"The next page, RFC 8288"`
	Body Attribution
}

// told are the relationships that say who said what.
var told = map[graph.RelType]bool{graph.AttributedTo: true, graph.AboutRel: true, graph.ReportedIn: true}

func (s *server) attribution(ctx context.Context, in *attributionInput) (*attributionOutput, error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	if err := errors.Join(ofKind("claim", in.Claim, graph.KindClaim), ofKind("event", in.Event, graph.KindEvent), ofKind("actor", in.Actor, graph.KindActor)); err != nil {
		return nil, err
	}
	page, err := in.page()
	if err != nil {
		return nil, err
	}
	var answer graph.Answer
	switch given := nonEmpty(in.Claim, in.Actor, in.Event); {
	case len(given) != 1:
		return nil, invalid("query.claim", "give one of claim, actor and event")
	case in.Claim != "":
		answer, err = s.graph.Node(ctx, scope, in.Claim)
	default:
		answer, err = s.graph.Claims(ctx, graph.ClaimQuery{Scope: scope, Source: in.Actor, About: in.Event, Page: page})
	}
	if err != nil {
		return nil, err
	}
	listed, err := list(in.PageParams, answer, claimView)
	if err != nil {
		return nil, err
	}
	part := graph.Subgraph{Articles: answer.Graph.Articles, Actors: answer.Graph.Actors, Places: answer.Graph.Places, Events: answer.Graph.Events, Claims: answer.Graph.Claims}
	for _, r := range answer.Graph.Relationships {
		if told[r.Type] {
			part.Add(r)
		}
	}
	out := &attributionOutput{Link: listed.Link, Body: Attribution{Claims: listed.Body.Items, Graph: graphView(&part),
		NextCursor: listed.Body.NextCursor, Total: listed.Body.Total, Reasons: listed.Body.Reasons}}
	return out, nil
}
