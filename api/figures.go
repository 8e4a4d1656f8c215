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

// A Quotation is one utterance as several texts put it.
type Quotation struct {
	Speaker  string    `json:"speaker" doc:"Of the first variant"`
	Variants []Variant `json:"variants"`
}

// A Variant is how one claim quotes it. Offsets are those of Evidence, without
// the quotation marks.
type Variant struct {
	Claim      string         `json:"claim"`
	Article    string         `json:"article"`
	Start      int            `json:"start"`
	End        int            `json:"end"`
	StartByte  int            `json:"start_byte"`
	EndByte    int            `json:"end_byte"`
	StartUTF16 int            `json:"start_utf16"`
	EndUTF16   int            `json:"end_utf16"`
	Words      string         `json:"words"`
	Speaker    string         `json:"speaker"`
	Edits      []compare.Edit `json:"edits,omitempty" doc:"From the first variant to this one"`
}

func quotationView(l *lens, q compare.Quotation) Quotation {
	out := Quotation{Speaker: q.Speaker, Variants: []Variant{}}
	for _, v := range q.Variants {
		w := Variant{Claim: v.Claim, Article: v.Article, StartByte: v.Start, EndByte: v.End, Words: v.Words, Speaker: v.Speaker, Edits: v.Edits}
		if o := l.offsets(v.Article); o != nil && v.End <= len(o.text) {
			w.Start, w.StartUTF16 = o.at(v.Start)
			w.End, w.EndUTF16 = o.at(v.End)
		}
		out.Variants = append(out.Variants, w)
	}
	return out
}

func (s *server) quotations(ctx context.Context, in *quotationsInput) (*listOutput[Quotation], error) {
	q := graph.FindingQuery{Kinds: []graph.FindingKind{graph.FindingQuotation}}
	if err := ofKind("claim", in.Claim, graph.KindClaim); err != nil {
		return nil, err
	}
	if in.Claim != "" {
		q.About = []string{in.Claim}
	}
	return findings(ctx, s, in.ScopeParams, in.PageParams, q, func(found graph.Findings, _ graph.Scope) ([]Quotation, error) {
		list, err := layer.Quotations(found)
		l, out := newLens(&found.Graph), []Quotation{}
		for _, q := range list {
			out = append(out, quotationView(l, q))
		}
		return out, err
	})
}
