package graphtest

import (
	"cmp"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// sortOf is what facets tell nodes apart by.
func sortOf(r graph.Record) (typ, collection string) {
	switch n := r.(type) {
	case graph.Actor:
		return string(n.Kind), n.Collection
	case graph.Place:
		return "", n.Collection
	case graph.Event:
		return n.Type, n.Collection
	case graph.Claim:
		return n.Act, n.Collection
	case graph.Article:
		return "", n.Collection
	}
	panic("graphtest: no node: " + r.RecordID())
}

func (v *view) isOfTypes(id string, types []string) bool {
	typ, _ := sortOf(v.nodes[id])
	return len(types) == 0 || typ != "" && slices.Contains(types, typ)
}

// facets counts hits one by one, of more than MaxCount the first by kind.
func (v *view) facets(hits []graph.Cursor) map[string][]graph.Facet {
	hits = slices.Clone(hits)
	for i := range hits {
		hits[i].Class = 0
	}
	slices.SortFunc(hits, byClass)
	out := map[string][]graph.Facet{graph.FacetKind: {}, graph.FacetType: {}, graph.FacetCollection: {}}
	count := func(facet, value string) {
		i := slices.IndexFunc(out[facet], func(f graph.Facet) bool { return f.Value == value })
		if i < 0 {
			i = len(out[facet])
			out[facet] = append(out[facet], graph.Facet{Value: value})
		}
		out[facet][i].Count++
	}
	for _, h := range hits[:min(len(hits), graph.MaxCount)] {
		typ, collection := sortOf(v.nodes[h.ID])
		count(graph.FacetKind, string(graph.KindOf(h.ID)))
		count(graph.FacetCollection, collection)
		if typ != "" {
			count(graph.FacetType, typ)
		}
	}
	for _, facet := range out {
		slices.SortFunc(facet, func(a, b graph.Facet) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
		})
	}
	return out
}
