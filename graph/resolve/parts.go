package resolve

import (
	"cmp"
	"slices"
)

// A Part says that one event, by the id of its cluster, is part of another.
type Part struct {
	Part  string `json:"part"`
	Whole string `json:"whole"`
	Why   string `json:"why"`
}

// ofSeries puts the series of a pair second.
func ofSeries(v verdict, a *happening) verdict {
	if a.series() != "" {
		v.A, v.B, v.NameA, v.NameB = v.B, v.A, v.NameB, v.NameA
	}
	return v
}

// parts are what articles say is part of what, and the single events that fit
// a series: one of "around 100 attacks".
func (c *corpus) parts(series []verdict) []Part {
	var out []Part
	for _, r := range c.readings {
		for _, p := range r.partOf {
			out = append(out, Part{c.clusterOf(Member{r.article.ID, p[0]}), c.clusterOf(Member{r.article.ID, p[1]}), "an article says so"})
		}
	}
	for _, v := range series {
		out = append(out, Part{c.clusterOf(v.A), c.clusterOf(v.B), "one of several: " + v.NameB})
	}
	slices.SortFunc(out, func(a, b Part) int {
		return cmp.Or(cmp.Compare(a.Part, b.Part), cmp.Compare(a.Whole, b.Whole), cmp.Compare(a.Why, b.Why))
	})
	out = slices.DeleteFunc(out, func(p Part) bool { return p.Part == p.Whole })
	return slices.CompactFunc(out, func(a, b Part) bool { return a.Part == b.Part && a.Whole == b.Whole })
}
