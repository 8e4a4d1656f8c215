package resolve

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/claimline/claimline/graph"
)

// ruleEvent judges events.
const ruleEvent = "rule:event"

// resolveEvents joins events. It returns, too, the pairs of which one is a
// series that the other may belong to.
func (c *corpus) resolveEvents(p Policy, people *people) (partition, []verdict) {
	list := c.happenings()
	var verdicts, wholes []verdict
	for _, pair := range c.eventPairs(list) {
		a, b := list[pair[0]], list[pair[1]]
		f := c.eventFeatures(a, b)
		if len(f) == 0 {
			continue
		}
		v := verdict{Judged: p.judged(ruleEvent, f), a: pair[0], b: pair[1], order: a.fullness() + b.fullness()}
		v.A, v.B, v.NameA, v.NameB = a.member(), b.member(), a.event.Label, b.event.Label
		if v.Verdict == graph.Same && !identifying(f) && (strangers(f) || !c.onlyOne(a, b)) {
			v.doubt("kind", "nothing but the kind of event speaks for it")
		}
		if v.beside("number") >= p.Suggest && v.beside("number") > v.Score {
			wholes = append(wholes, ofSeries(v, a))
		}
		verdicts = append(verdicts, v)
	}
	c.rival(list, verdicts)

	keys, ids := make([]string, len(list)), map[string][]int{}
	for i, h := range list {
		keys[i] = h.event.ID
		ids[h.event.ID] = []int{i}
	}
	// What an article tells as two events is two, whatever a third says.
	facets := func(i int) []facet { return []facet{{list[i].reading.article.ID, list[i].event.ID}} }
	var out partition
	of := out.join(keys, verdicts, nil, ids, people, facets)
	out.clusters = eventClusters(list, of)
	return out, wholes
}

// identifying reports whether more than the sort of event and the story speaks
// for a merge: who took part in what, or how many, or when or where it was.
func identifying(features []Feature) bool {
	weight := map[string]float64{}
	for _, f := range features {
		weight[f.Name] = max(weight[f.Name], f.Weight)
	}
	who := weight["agent"] > 0 || weight["patient"] > 0 || weight["named"] > 0
	sort := weight["trigger"] > 0 || weight["type"] >= 0.3
	switch {
	case weight["figure"] >= 0.25:
		return sort || who
	case who && sort:
		return true
	case weight["patient"] >= 0.35 && weight["time"] >= 0.25:
		return true // a death and an accident that killed one man on one day
	case weight["trigger"] == 0:
		return false
	}
	return weight["time"] >= 0.25 || weight["place"] >= 0.25 && (weight["time"] >= 0.1 || weight["story"] >= 0.2)
}

// strangers reports whether somebody is named on one side of whom the other
// knows nothing.
func strangers(features []Feature) bool {
	return slices.ContainsFunc(features, func(f Feature) bool { return (f.Name == "agent" || f.Name == "patient") && f.Weight <= -0.1 })
}

// onlyOne reports whether both events are of one sort of which neither article
// tells another, in articles that have much in common.
func (c *corpus) onlyOne(a, b *happening) bool {
	sum, _ := shared(a.company, b.company)
	return sum >= 3 && a.event.Type == b.event.Type && len(common(a.lemmas, b.lemmas)) > 0 && c.alone(a) && c.alone(b)
}

// alone reports whether the article tells nothing else of this sort that must
// be another event.
func (c *corpus) alone(h *happening) bool {
	return !slices.ContainsFunc(h.siblings, func(o *happening) bool {
		return o != h && o.event.Type == h.event.Type && len(common(o.lemmas, h.lemmas)) > 0 && c.contradict(o, h)
	})
}

func eventClusters(list []*happening, of []int) []Cluster {
	byRoot := map[int]*Cluster{}
	names := map[int]map[string]int{}
	for i, h := range list {
		c := byRoot[of[i]]
		if c == nil {
			c = &Cluster{Kind: graph.KindEvent, ID: h.event.ID}
			byRoot[of[i]], names[of[i]] = c, map[string]int{}
		}
		c.ID = min(c.ID, h.event.ID)
		c.Members = append(c.Members, h.member())
		names[of[i]][h.event.Label]++
	}
	var out []Cluster
	for _, root := range slices.Sorted(maps.Keys(byRoot)) {
		c := byRoot[root]
		slices.SortFunc(c.Members, compareMembers)
		c.Name = commonest(names[root])
		out = append(out, *c)
	}
	return out
}

// eventPairs lists pairs of events of two articles that tell one story, or that
// share a named participant or a place smaller than a country.
func (c *corpus) eventPairs(list []*happening) [][2]int {
	blocks := map[string][]int{}
	for i, h := range list {
		for _, k := range c.keys(h) {
			blocks[k] = append(blocks[k], i)
		}
	}
	found := map[[2]int]bool{}
	for _, b := range blocks {
		for x := range b {
			for y := range x {
				if list[b[x]].reading != list[b[y]].reading {
					found[[2]int{b[y], b[x]}] = true
				}
			}
		}
	}
	return inOrder(found)
}

// rival turns merges into proposals where another event of the same article
// would be as good a match, and the two cannot be one that the reader took
// for two.
func (c *corpus) rival(list []*happening, verdicts []verdict) {
	type side struct {
		event   int
		article string
	}
	merges := map[side][]int{}
	for i, v := range verdicts {
		if v.Verdict == graph.Same {
			x, y := side{v.a, list[v.b].reading.article.ID}, side{v.b, list[v.a].reading.article.ID}
			merges[x], merges[y] = append(merges[x], i), append(merges[y], i)
		}
	}
	unsure := map[int]string{}
	for s, of := range merges {
		for x, i := range of {
			for _, k := range of[:x] {
				a, b := list[verdicts[i].other(s.event)], list[verdicts[k].other(s.event)]
				if math.Abs(verdicts[i].Score-verdicts[k].Score) < 0.05 && c.contradict(a, b) {
					unsure[i], unsure[k] = b.event.Label, a.event.Label
				}
			}
		}
	}
	for i, label := range unsure {
		verdicts[i].doubt("ambiguous", fmt.Sprintf("may as well be %q", label))
	}
}

// contradict reports whether two events of one article are surely two.
func (c *corpus) contradict(a, b *happening) bool {
	kind, ok := typeFeature(a, b)
	all := append([]Feature{kind}, c.apartFeatures(a, b)...)
	return !ok || slices.ContainsFunc(all, func(f Feature) bool { return f.Never || f.Weight <= contrary })
}
