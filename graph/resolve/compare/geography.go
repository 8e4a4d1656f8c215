package compare

import (
	"math"

	"github.com/claimline/claimline/graph"
)

// A geography knows which place clusters lie in which.
type geography struct {
	places map[string]graph.Place // cluster → one of its records, the least by id
	in     map[string]map[string]bool
}

func (r *reader) geography() *geography {
	g := &geography{places: map[string]graph.Place{}, in: map[string]map[string]bool{}}
	add := func(article, id string) string {
		p := r.places[id]
		if p == nil {
			return ""
		}
		cluster := r.same(article, id)
		if old, known := g.places[cluster]; !known || p.ID < old.ID {
			g.places[cluster] = *p
		}
		return cluster
	}
	for _, l := range r.g.Relationships {
		from, to := add(l.Article, l.From), add(l.Article, l.To)
		if l.Type != graph.Within || from == "" || to == "" || from == to {
			continue
		}
		if g.in[from] == nil {
			g.in[from] = map[string]bool{}
		}
		g.in[from][to] = true
	}
	return g
}

// within reports whether place a lies in place b, at any depth.
func (g *geography) within(a, b string) bool {
	seen := map[string]bool{a: true}
	for now := []string{a}; len(now) > 0; {
		p := now[0]
		now = now[1:]
		for up := range g.in[p] {
			if up == b {
				return true
			}
			if !seen[up] {
				seen[up] = true
				now = append(now, up)
			}
		}
	}
	pa, pb := g.places[a], g.places[b]
	return pb.Kind == graph.Country && pb.Country != "" && pa.Country == pb.Country && a != b
}

// sharp reports a place small enough to be where one thing happens.
func (g *geography) sharp(a string) bool {
	k := g.places[a].Kind
	return k == graph.City || k == graph.Facility
}

func (g *geography) town(a string) bool { return g.places[a].Kind == graph.City }

// differ reports two places that are surely not one and not within each other:
// in two countries, or two towns further apart than a town is wide.
func (g *geography) differ(a, b string) bool {
	if a == b || g.within(a, b) || g.within(b, a) {
		return false
	}
	p, q := g.places[a], g.places[b]
	if p.Country != "" && q.Country != "" && p.Country != q.Country {
		return true
	}
	return g.sharp(a) && g.sharp(b) && kilometers(p, q) > townWidth
}

// townWidth is more than any town measures across, in kilometers.
const townWidth = 60

// kilometers is the distance of two places on a sphere; 0 when one has no
// coordinates.
func kilometers(p, q graph.Place) float64 {
	if p.Lat == nil || p.Lon == nil || q.Lat == nil || q.Lon == nil {
		return 0
	}
	const radius, degree = 6371, math.Pi / 180
	la, lb := *p.Lat*degree, *q.Lat*degree
	dla, dlo := (lb-la)/2, (*q.Lon-*p.Lon)*degree/2
	h := math.Sin(dla)*math.Sin(dla) + math.Cos(la)*math.Cos(lb)*math.Sin(dlo)*math.Sin(dlo)
	return 2 * radius * math.Asin(math.Min(1, math.Sqrt(h)))
}

// elsewhere reports that two sets of places, each without what holds another
// of them, have nothing in common, so that figures about them count in two
// places.
func (g *geography) elsewhere(a, b map[string]bool) (x, y string, ok bool) {
	for _, p := range g.narrowest(a) {
		for _, q := range g.narrowest(b) {
			if p == q || g.within(p, q) || g.within(q, p) || g.mayHold(p, q) || g.mayHold(q, p) {
				return "", "", false
			}
			if x == "" {
				x, y = p, q
			}
		}
	}
	return x, y, x != ""
}

// farOff is further than most regions reach, in kilometers.
const farOff = 300

// mayHold reports a town or building that may lie in a region for all that is
// known.
func (g *geography) mayHold(town, region string) bool {
	p, q := g.places[town], g.places[region]
	return g.sharp(town) && q.Kind == graph.Region && (p.Country == "" || q.Country == "" || p.Country == q.Country) && kilometers(p, q) <= farOff
}

// narrowest drops the places that hold others of the set.
func (g *geography) narrowest(set map[string]bool) []string {
	var out []string
	for _, p := range sortedKeys(set) {
		holds := false
		for q := range set {
			holds = holds || q != p && g.within(q, p)
		}
		if !holds {
			out = append(out, p)
		}
	}
	return out
}

// meet says how much two sets of places, each without what holds another of
// them, have in common: 1 for a town or building, 0.5 for less or where one
// lies in the other; false where they are apart.
func (g *geography) meet(a, b map[string]bool) (float64, bool) {
	best, apart := 0.0, false
	for _, p := range g.narrowest(a) {
		for _, q := range g.narrowest(b) {
			switch {
			case p == q && g.sharp(p):
				best = 1
			case p == q || g.within(p, q) || g.within(q, p):
				best = max(best, 0.5)
			case g.differ(p, q), g.town(p) && g.town(q):
				apart = true
			}
		}
	}
	return best, best > 0 || !apart
}
