package resolve

import (
	"fmt"
	"math"
	"slices"

	"github.com/claimline/claimline/graph"
)

// rulePlace judges places.
const rulePlace = "rule:place"

// judgePlaces judges all places that have something like one name.
func (c *corpus) judgePlaces(p Policy) []verdict {
	return judgeAll(c.places, pairs(c.places, placeKeys, nil), func(a, b *signature) (Judged, bool) {
		f := c.placeFeatures(a, b)
		return p.judged(rulePlace, f), len(f) > 0
	})
}

func placeKeys(s *signature) []string {
	if s.described {
		return nil
	}
	var keys []string
	for _, f := range s.forms {
		words := placeWords(f.tokens)
		keys = append(keys, "like:"+spelling(words))
		if len(words) > 1 {
			keys = append(keys, "ends:"+words[0]+" "+words[len(words)-1])
		}
		if s.kind == string(graph.Facility) || s.kind == string(graph.Feature) {
			for i := 1; i < len(words); i++ {
				keys = append(keys, "part:"+words[i-1]+" "+words[i])
			}
		}
	}
	return keys
}

// placeWords spells the words that names of places shorten.
func placeWords(tokens []string) []string {
	short := map[string]string{"mt": "mount", "st": "saint", "ft": "fort", "natl": "national", "intl": "international", "univ": "university"}
	var out []string
	for _, w := range tokens {
		if full := short[w]; full != "" {
			w = full
		}
		out = append(out, w)
	}
	return out
}

func (c *corpus) placeFeatures(a, b *signature) []Feature {
	if a.described || b.described || a.coll != b.coll {
		return nil
	}
	like := likeness{}
	for i, f := range a.forms {
		for j, g := range b.forms {
			l := placeNames(placeWords(f.tokens), placeWords(g.tokens), a.kind == b.kind)
			if i+j > 0 {
				l.weight -= 0.1
			}
			if l.weight > like.weight {
				like = l
			}
		}
	}
	if like.weight <= 0 {
		return nil
	}
	out := []Feature{{Name: "name", Weight: like.weight, Why: fmt.Sprintf("%s: %q, %q", like.why, a.name, b.name)}}
	if a.kind != b.kind {
		out = append(out, Feature{Name: "kind", Weight: -0.35, Why: a.kind + " and " + b.kind})
	}
	out = append(out, countryFeature(a, b, -0.6)...)
	if km, ok := distance(a, b); ok && km > 100 {
		out = append(out, Feature{Name: "distance", Weight: -0.6, Why: fmt.Sprintf("%.0f km apart", km), Never: a.kind == string(graph.City) && b.kind == a.kind})
	}
	if c.contains(a, b) || c.contains(b, a) {
		out = append(out, Feature{Name: "within", Weight: -1, Why: "one lies in the other", Never: true})
	}
	return append(out, c.companyFeature(a, b)...)
}

// placeNames compares the words of two names of places. Where the kinds
// agree, one may leave out words at the beginning: "Mount Cook National Park".
func placeNames(a, b []string, sameKind bool) likeness {
	if len(b) < len(a) {
		a, b = b, a
	}
	switch {
	case slices.Equal(a, b):
		return likeness{weight: 1, why: "the same name"}
	case sameKind && len(a) >= 2 && len(b)-len(a) <= 2 && a[len(a)-1] == b[len(b)-1] && subsequence(a, b):
		return likeness{weight: 0.45 + 0.1*float64(len(a)-1), why: "one leaves out a word of the other"}
	case sameKind && spelledAlike(a, b):
		return likeness{weight: 0.7, why: "names that are spelled alike"}
	}
	return likeness{}
}

// contains reports whether some article puts b within a.
func (c *corpus) contains(a, b *signature) bool {
	for _, r := range b.readings {
		if slices.Contains(r.within[b.id], a.id) {
			return true
		}
	}
	return false
}

// distance is that between two places in kilometers, false when either is not
// in the gazetteer.
func distance(a, b *signature) (float64, bool) {
	if a.lat == nil || a.lon == nil || b.lat == nil || b.lon == nil {
		return 0, false
	}
	const radius = 6371
	rad := func(deg float64) float64 { return deg * math.Pi / 180 }
	la, lb := rad(*a.lat), rad(*b.lat)
	h := math.Pow(math.Sin((lb-la)/2), 2) + math.Cos(la)*math.Cos(lb)*math.Pow(math.Sin(rad(*b.lon-*a.lon)/2), 2)
	return 2 * radius * math.Asin(min(1, math.Sqrt(h))), true
}
