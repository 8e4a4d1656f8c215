package api

import (
	"context"
	"errors"

	"github.com/claimline/claimline/graph"
)

type claimsInput struct {
	ScopeParams
	PageParams
	Act     []string `query:"act,explode" maxItems:"40"`
	Article string   `query:"article"`
	Source  string   `query:"source" doc:"An actor anywhere in the chain"`
	About   string   `query:"about" doc:"An event, actor, place or claim"`
	Metric  string   `query:"metric" doc:"Only claims with this figure, such as killed"`
	From    string   `query:"said_from"`
	To      string   `query:"said_to"`
}

func (s *server) claims(ctx context.Context, in *claimsInput) (*listOutput[Claim], error) {
	if err := errors.Join(ofKind("article", in.Article, graph.KindArticle), ofKind("source", in.Source, graph.KindActor), ofKind("about", in.About, graph.KindEvent, graph.KindActor, graph.KindPlace, graph.KindClaim)); err != nil {
		return nil, err
	}
	q := graph.ClaimQuery{Acts: in.Act, Article: in.Article, Source: in.Source, About: in.About, Metric: in.Metric}
	var err error
	if q.Said, err = window("said_from", in.From, "said_to", in.To); err != nil {
		return nil, err
	}
	return listOf(ctx, in.ScopeParams, in.PageParams, &q.Scope, &q.Page, func(ctx context.Context) (graph.Answer, error) { return s.graph.Claims(ctx, q) }, claimView)
}

func (s *server) claim(ctx context.Context, in *idInput) (*bodyOutput[Claim], error) {
	l, _, err := s.node(ctx, in, graph.KindClaim)
	if err != nil {
		return nil, err
	}
	v, _ := claimView(l, in.ID)
	return &bodyOutput[Claim]{v}, nil
}
