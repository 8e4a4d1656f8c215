package api

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve/compare"
	"github.com/claimline/claimline/graph/resolve/layer"
)

// A Link is how two claims stand to each other, with the reason in words.
type Link struct {
	Type      compare.Type  `json:"type"`
	Relation  string        `json:"relation" doc:"contradicts, corroborates or updates; empty where the claims are merely compatible or not comparable"`
	Facet     compare.Facet `json:"facet,omitempty" doc:"Which part of the claims is compared"`
	Why       string        `json:"why"`
	OneSource bool          `json:"one_source" doc:"Both go back to one voice"`
	A         Claim         `json:"a"`
	B         Claim         `json:"b"`
}

// contradicting are the types of link between claims that cannot both be right.
var contradicting = func() []string {
	var out []string
	for _, t := range compare.Types {
		if (compare.Link{Type: t}).Neutral() == "contradicts" {
			out = append(out, string(t))
		}
	}
	return out
}()

type conflictsInput struct {
	ScopeParams
	PageParams
	Event string   `query:"event" doc:"Only what is claimed of this event, in any article" maxLength:"64"`
	Claim string   `query:"claim" maxLength:"64"`
	Type  []string `query:"type,explode" enum:"disjoint,exceeds,other-doer,denial,time,place" maxItems:"6"`
}

func (s *server) conflicts(ctx context.Context, in *conflictsInput) (*listOutput[Link], error) {
	q := graph.FindingQuery{Types: in.Type}
	if len(q.Types) == 0 {
		q.Types = contradicting
	}
	var err error
	if q.About, err = s.about(ctx, in.ScopeParams, in.Event, in.Claim); err != nil {
		return nil, err
	}
	return s.claimLinks(ctx, in.ScopeParams, in.PageParams, q)
}

// about widens an event to its accounts in other articles; a claim stands for
// itself, and both narrow to what is about either.
func (s *server) about(ctx context.Context, sp ScopeParams, event, claim string) ([]string, error) {
	if err := errors.Join(ofKind("event", event, graph.KindEvent), ofKind("claim", claim, graph.KindClaim)); err != nil {
		return nil, err
	}
	if claim != "" {
		return []string{claim}, nil
	}
	if event == "" {
		return nil, nil
	}
	scope, err := sp.scope()
	if err != nil {
		return nil, err
	}
	return layer.Widen(ctx, s.graph, scope, event)
}

type linksInput struct {
	ScopeParams
	PageParams
	ID string `path:"id" maxLength:"64"`
}

func (s *server) links(ctx context.Context, in *linksInput) (*listOutput[Link], error) {
	if _, _, err := s.node(ctx, &idInput{in.ScopeParams, in.ID}, graph.KindClaim); err != nil {
		return nil, err
	}
	return s.claimLinks(ctx, in.ScopeParams, in.PageParams, graph.FindingQuery{About: []string{in.ID}})
}

func (s *server) claimLinks(ctx context.Context, sp ScopeParams, pp PageParams, q graph.FindingQuery) (*listOutput[Link], error) {
	q.Kinds = []graph.FindingKind{graph.FindingLink}
	return findings(ctx, s, sp, pp, q, func(found graph.Findings, _ graph.Scope) ([]Link, error) {
		list, err := layer.Bodies[compare.Link](found)
		l := newLens(&found.Graph)
		out := []Link{}
		for _, k := range list {
			a, ok := claimView(l, k.A)
			b, too := claimView(l, k.B)
			if ok && too {
				out = append(out, Link{k.Type, k.Neutral(), k.Of, k.Why, k.OneSource, a, b})
			}
		}
		return out, err
	})
}

// A LinkRef is a link between claims that are shown beside it.
type LinkRef struct {
	Type      compare.Type `json:"type"`
	Relation  string       `json:"relation"`
	A         string       `json:"a"`
	B         string       `json:"b"`
	Why       string       `json:"why"`
	OneSource bool         `json:"one_source"`
}

// A Proposition is the claims that put forward one thing or take a side on it.
// It is no measure of truth.
type Proposition struct {
	ID        string           `json:"id"`
	Facet     compare.Facet    `json:"facet"`
	Event     string           `json:"event,omitempty"`
	Metric    string           `json:"metric,omitempty"`
	Support   int              `json:"support" doc:"Independent origins of the largest part of the claims that agree"`
	Documents int              `json:"documents"`
	Pairs     int              `json:"independent_pairs"`
	Status    []string         `json:"status"`
	Origins   []compare.Origin `json:"origins"`
	Links     []LinkRef        `json:"links"`
}

// Corroboration is what others say of what a claim says.
type Corroboration struct {
	Claim        Claim         `json:"claim"`
	Propositions []Proposition `json:"propositions" doc:"Empty where nobody else speaks of it"`
	Claims       []Claim       `json:"claims"`
	Reasons      []string      `json:"truncated_reasons" doc:"propositions: there are more than are shown"`
}

func (s *server) corroboration(ctx context.Context, in *idInput) (*bodyOutput[Corroboration], error) {
	l, _, err := s.node(ctx, in, graph.KindClaim)
	if err != nil {
		return nil, err
	}
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	q := graph.FindingQuery{Scope: scope, Kinds: []graph.FindingKind{graph.FindingProposition}, About: []string{in.ID}, Page: graph.Page{Limit: graph.MaxLimit}}
	found, err := s.graph.Findings(ctx, q)
	if err != nil {
		return nil, err
	}
	list, err := layer.Propositions(found)
	if err != nil {
		return nil, err
	}
	out := Corroboration{Propositions: []Proposition{}, Claims: []Claim{}, Reasons: []string{}}
	if found.Next != nil {
		out.Reasons = append(out.Reasons, "propositions")
	}
	out.Claim, _ = claimView(l, in.ID)
	others := map[string]bool{}
	for _, p := range list {
		if !slices.Contains(p.Claims, in.ID) {
			continue // of one with the same event
		}
		v := Proposition{ID: p.ID, Facet: p.Facet, Event: p.Event, Metric: p.Metric, Support: p.Support, Documents: p.Documents, Pairs: p.Pairs,
			Status: orEmpty(p.Status), Origins: orEmpty(p.Origins), Links: []LinkRef{}}
		for _, k := range p.Links {
			v.Links = append(v.Links, LinkRef{k.Type, k.Neutral(), k.A, k.B, k.Why, k.OneSource})
		}
		for _, c := range p.Claims {
			others[c] = c != in.ID
		}
		out.Propositions = append(out.Propositions, v)
	}
	l = newLens(&found.Graph)
	for _, id := range slices.Sorted(maps.Keys(others)) {
		if v, ok := claimView(l, id); ok && others[id] {
			out.Claims = append(out.Claims, v)
		}
	}
	return &bodyOutput[Corroboration]{out}, nil
}
