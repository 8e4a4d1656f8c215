package resolve

import (
	"slices"

	"github.com/claimline/claimline/graph"
)

// placeOfEvent compares where two events happened by the pair of places that
// agree best: the same, one in the other, or two.
func (c *corpus) placeOfEvent(a, b *happening) []Feature {
	best, any := Feature{}, false
	for _, p := range a.places {
		for _, q := range b.places {
			f := c.wherePair(a, b, p, q)
			if !any || f.Weight > best.Weight {
				best, any = f, true
			}
		}
	}
	if !any || best.Weight == 0 {
		return nil
	}
	return []Feature{best}
}

func (c *corpus) wherePair(a, b *happening, p, q *signature) Feature {
	f := Feature{Name: "place", Why: p.name + " / " + q.name}
	country := func(s *signature) bool { return s.kind == string(graph.Country) }
	same := c.clusterOf(Member{a.reading.article.ID, p.id}) == c.clusterOf(Member{b.reading.article.ID, q.id})
	switch {
	case same && country(p):
		f.Weight = 0.1
	case same:
		f.Weight = 0.25
	case c.inside(p, q) || c.inside(q, p):
		f.Weight = 0.15
	case p.country != "" && q.country != "" && p.country != q.country:
		f.Weight = -0.5
	case p.described || q.described:
	case p.kind == q.kind && p.kind != string(graph.Region):
		// Two cities or two buildings; a building and a city may be one in the
		// other without a word about it.
		f.Weight = -0.5
	}
	return f
}

// inside reports whether p lies in q, by what articles say or the gazetteer.
func (c *corpus) inside(p, q *signature) bool {
	if q.kind == string(graph.Country) && q.country != "" && p.country == q.country {
		return true
	}
	return slices.ContainsFunc(p.readings, func(r *reading) bool { return slices.Contains(r.within[p.id], q.id) })
}
