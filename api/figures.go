package api

import (
	"context"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve/compare"
	"github.com/claimline/claimline/graph/resolve/layer"
)

type figuresInput struct {
	ScopeParams
	PageParams
	Event  string   `query:"event" doc:"Only figures of this event, in any article" maxLength:"64"`
	Metric []string `query:"metric,explode" doc:"Such as killed" maxItems:"40"`
}

func (s *server) figures(ctx context.Context, in *figuresInput) (*listOutput[compare.Series], error) {
	about, err := s.about(ctx, in.ScopeParams, in.Event, "")
	if err != nil {
		return nil, err
	}
	q := graph.FindingQuery{Kinds: []graph.FindingKind{graph.FindingSeries}, Types: in.Metric, About: about}
	return findings(ctx, s, in.ScopeParams, in.PageParams, q, func(found graph.Findings, _ graph.Scope) ([]compare.Series, error) { return layer.Series(found) })
}

// A Forecast is a claim that foretells something, with what came of it. It is
// no verdict on whoever made it.
type Forecast struct {
	Claim   Claim           `json:"claim"`
	Outcome compare.Outcome `json:"outcome" enum:"hit,partial,miss,open,expired"`
	Event   string          `json:"event,omitempty" doc:"What happened"`
	LeadMin int             `json:"lead_min_hours,omitempty"`
	LeadMax int             `json:"lead_max_hours,omitempty"`
	Why     string          `json:"why"`
}

type forecastsInput struct {
	ScopeParams
	PageParams
	Event string `query:"event" doc:"Only what foretold this event" maxLength:"64"`
}

func (s *server) forecasts(ctx context.Context, in *forecastsInput) (*listOutput[Forecast], error) {
	about, err := s.about(ctx, in.ScopeParams, in.Event, "")
	if err != nil {
		return nil, err
	}
	q := graph.FindingQuery{Kinds: []graph.FindingKind{graph.FindingForecast}, About: about}
	return findings(ctx, s, in.ScopeParams, in.PageParams, q, func(found graph.Findings, _ graph.Scope) ([]Forecast, error) {
		list, err := layer.Forecasts(found)
		l := newLens(&found.Graph)
		out := []Forecast{}
		for _, f := range list {
			if c, ok := claimView(l, f.Claim); ok {
				out = append(out, Forecast{c, f.Outcome, f.Event, f.LeadMin, f.LeadMax, f.Why})
			}
		}
		return out, err
	})
}

type quotationsInput struct {
	ScopeParams
	PageParams
	Claim string `query:"claim" doc:"Only the utterance that this claim quotes" maxLength:"64"`
}

func (s *server) quotations(ctx context.Context, in *quotationsInput) (*listOutput[compare.Quotation], error) {
	q := graph.FindingQuery{Kinds: []graph.FindingKind{graph.FindingQuotation}}
	if in.Claim != "" {
		q.About = []string{in.Claim}
	}
	return findings(ctx, s, in.ScopeParams, in.PageParams, q, func(found graph.Findings, _ graph.Scope) ([]compare.Quotation, error) {
		list, err := layer.Quotations(found)
		return orEmpty(list), err
	})
}
