package graph

import (
	"cmp"
	"slices"
)

// Faceted is what the facets of a search tell nodes apart by. Places and
// articles have no Type. Collection is that of the article for events, claims
// and articles, and an actor's or place's own.
type Faceted struct {
	Kind       Kind
	Type       string
	Collection string
}

// FacetsOf makes Answer.Facets of how many nodes of each sort were found. Each
// facet is there, if only without a value.
func FacetsOf(counts map[Faceted]int) map[string][]Facet {
	sums := map[string]map[string]int{FacetKind: {}, FacetType: {}, FacetCollection: {}}
	for f, n := range counts {
		sums[FacetKind][string(f.Kind)] += n
		sums[FacetCollection][f.Collection] += n
		if f.Type != "" {
			sums[FacetType][f.Type] += n
		}
	}
	out := map[string][]Facet{}
	for name, values := range sums {
		out[name] = []Facet{}
		for v, n := range values {
			out[name] = append(out[name], Facet{v, n})
		}
		slices.SortFunc(out[name], func(a, b Facet) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Value, b.Value)) })
	}
	return out
}
