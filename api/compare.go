package api

import (
	"context"
	"slices"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
	"github.com/claimline/claimline/graph/resolve/compare"
)

type compareInput struct {
	ScopeParams
	Article []string `query:"article,explode" required:"true" minItems:"2" maxItems:"10" doc:"The articles to put side by side"`
}

// A ComparedLink is how two claims stand to each other, and why.
type ComparedLink struct {
	Type      string `json:"type"`
	Relation  string `json:"relation,omitempty" doc:"contradicts, corroborates or updates; empty where they are merely compatible"`
	A         string `json:"a"`
	B         string `json:"b"`
	Why       string `json:"why"`
	OneSource bool   `json:"one_source,omitempty" doc:"Both go back to one voice, so that the one does not support the other"`
}

// A ComparedRow is what several articles say of one thing.
type ComparedRow struct {
	Relation string         `json:"relation" enum:"differ,refine,agree" doc:"differ where any two accounts contradict; refine where one says more; agree otherwise"`
	Facet    string         `json:"facet"`
	Metric   string         `json:"metric,omitempty"`
	Event    *Ref           `json:"event,omitempty"`
	Support  int            `json:"support" doc:"Independent origins of the largest part that agrees; no measure of truth"`
	Status   []string       `json:"status"`
	Claims   []Claim        `json:"claims"`
	Links    []ComparedLink `json:"links"`
}

// Comparison aligns articles claim by claim.
type Comparison struct {
	Articles []Article     `json:"articles"`
	Rows     []ComparedRow `json:"rows" doc:"Where they differ first"`
	Only     []Claim       `json:"only" doc:"Claims that no other of the articles speaks to"`
}

// compare resolves just the articles asked for, with what people judged, so
// that the answer depends on nothing else in the store.
func (s *server) compare(ctx context.Context, in *compareInput) (*bodyOutput[Comparison], error) {
	scope, err := in.scope()
	if err != nil {
		return nil, err
	}
	ids := slices.Compact(slices.Sorted(slices.Values(in.Article)))
	if len(ids) < 2 {
		return nil, invalid("query.article", "name at least two different articles")
	}
	var subs []*graph.Subgraph
	var all graph.Subgraph
	for _, id := range ids {
		sub, err := s.graph.Contribution(ctx, scope, id)
		if err != nil {
			return nil, err
		}
		subs = append(subs, &sub)
		all.Add(sub.Records()...)
	}
	judgements, err := s.graph.Judgements(ctx)
	if err != nil {
		return nil, err
	}
	all.Normalize()
	r := resolve.Resolve(subs, resolve.Options{Judgements: judgements})
	set := compare.New(&all, func(article, id string) string { return r.Cluster(resolve.Member{Article: article, ID: id}) }, r.KeptApart(judgements))
	l := newLens(&all)
	out := Comparison{Articles: []Article{}, Rows: []ComparedRow{}, Only: []Claim{}}
	for _, id := range in.Article {
		if a, ok := articleView(l, id); ok {
			out.Articles = append(out.Articles, a)
		}
	}
	shared := map[string]bool{}
	for _, p := range set.Propositions() {
		if row, ok := comparedRow(l, r, p); ok {
			out.Rows = append(out.Rows, row)
			for _, c := range p.Claims {
				shared[c] = true
			}
		}
	}
	slices.SortStableFunc(out.Rows, func(a, b ComparedRow) int { return rank[a.Relation] - rank[b.Relation] })
	for _, c := range all.Claims {
		if v, ok := claimView(l, c.ID); ok && !shared[c.ID] {
			out.Only = append(out.Only, v)
		}
	}
	slices.SortStableFunc(out.Only, func(a, b Claim) int { return start(a) - start(b) })
	return &bodyOutput[Comparison]{out}, nil
}

var rank = map[string]int{"differ": 0, "refine": 1, "agree": 2}

// start is where a claim stands in its article.
func start(c Claim) int {
	if len(c.Evidence) == 0 {
		return 0
	}
	return c.Evidence[0].Start
}

// comparedRow shows a proposition that more than one of the articles holds.
func comparedRow(l *lens, r *resolve.Result, p compare.Proposition) (ComparedRow, bool) {
	row := ComparedRow{Relation: "agree", Facet: string(p.Facet), Metric: p.Metric, Support: p.Support, Status: orEmpty(p.Status), Claims: []Claim{}, Links: []ComparedLink{}}
	articles := map[string]bool{}
	for _, id := range p.Claims {
		if c, ok := claimView(l, id); ok {
			row.Claims = append(row.Claims, c)
			articles[c.ArticleID] = true
		}
	}
	for _, k := range p.Links {
		relation := k.Neutral()
		row.Links = append(row.Links, ComparedLink{string(k.Type), relation, k.A, k.B, k.Why, k.OneSource})
		switch {
		case relation == "contradicts":
			row.Relation = "differ"
		case row.Relation == "agree" && k.Type != compare.Equal && k.Type != compare.Agrees:
			row.Relation = "refine"
		}
	}
	if i := slices.IndexFunc(r.Events, func(c resolve.Cluster) bool { return c.ID == p.Event }); i >= 0 {
		ref := Ref{ID: r.Events[i].Members[0].ID, Kind: graph.KindEvent, Label: r.Events[i].Name}
		row.Event = &ref
	}
	return row, len(articles) > 1
}
