package resolve

import (
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"
)

// judgeVenues judges a place that one article only describes, "a Moscow
// concert hall", against what another names in the account of one event.
func (c *corpus) judgeVenues(p Policy) []verdict {
	index := map[string]int{}
	for i, s := range c.places {
		index[s.key] = i
	}
	told := c.told()
	features := map[[2]int][]Feature{}
	for articles, event := range told {
		x, y := c.facilities(articles[0]), c.facilities(articles[1])
		for _, s := range x {
			for _, t := range y {
				pair := [2]int{min(index[s.key], index[t.key]), max(index[s.key], index[t.key])}
				switch {
				case s == t || s.coll != t.coll || !s.described && !t.described:
				case s.described:
					c.venue(features, pair, s, t, y, event)
				default:
					c.venue(features, pair, t, s, x, event)
				}
			}
		}
	}
	var out []verdict
	for _, pair := range inOrder(features) {
		a, b := c.places[pair[0]], c.places[pair[1]]
		v := verdict{Judged: p.judged(rulePlace, features[pair]), a: pair[0], b: pair[1]}
		v.A, v.B, v.NameA, v.NameB = a.member(), b.member(), a.name, b.name
		out = append(out, v)
	}
	return out
}

// told lists pairs of articles that tell one event, with its name.
func (c *corpus) told() map[[2]string]string {
	out := map[[2]string]string{}
	for _, e := range c.eventsOf {
		for x, m := range e.Members {
			for _, n := range e.Members[:x] {
				pair := pairOf(m.Article, n.Article)
				if out[pair] == "" || e.Name < out[pair] {
					out[pair] = e.Name
				}
			}
		}
	}
	return out
}

// facilities lists the buildings and sites that an article speaks of.
func (c *corpus) facilities(article string) []*signature {
	var out []*signature
	for id, p := range c.byID[article].places {
		if p.Kind == graph.Facility {
			out = append(out, c.of[Member{article, id}])
		}
	}
	slices.SortFunc(out, func(a, b *signature) int { return compareMembers(a.member(), b.member()) })
	return out
}

// venue compares a described place with one of those that another article has.
// Of several events that both tell, the first by name is what is told.
func (c *corpus) venue(features map[[2]int][]Feature, pair [2]int, described, other *signature, others []*signature, event string) {
	alike := 0
	for _, o := range others {
		if len(sharedHeads(described, o)) > 0 {
			alike++
		}
	}
	heads := sharedHeads(described, other)
	if len(heads) == 0 {
		return
	}
	f := []Feature{{Name: "event", Weight: 0.4, Why: fmt.Sprintf("both articles tell %q", event)},
		{Name: "head", Weight: 0.3, Why: fmt.Sprintf("%q, %q", described.name, other.name)}}
	if alike == 1 {
		f = append(f, Feature{Name: "alone", Weight: 0.2, Why: "the other article names no other such place"})
	}
	f = append(f, countryFeature(described, other, -0.6)...)
	if old := features[pair]; len(old) == 0 || f[0].Why < old[0].Why {
		features[pair] = f
	}
}

func sharedHeads(a, b *signature) []string {
	var out []string
	for _, h := range headsOf(a) {
		if slices.Contains(headsOf(b), h) {
			out = append(out, h)
		}
	}
	return out
}
