package compare

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// Events of two articles that are likely one, though too little is told of them
// to make them one in the graph, are one here: what is claimed of them is
// compared, and the reason says that it rests on that.

// A sketch is what tells one event cluster from another.
type sketch struct {
	*happening
	articles map[string]bool
	stems    map[string]bool // of the words that tell of it
	modes    map[string]bool
	types    map[string]bool
	named    map[string]bool // people named where it is told
	people   map[string]bool // who is named as hurt, taken or tried
	real     bool
	harm     bool            // it hurts people, or may have
	outcome  bool            // only what came of it is told: "40 people died"
	alone    bool            // its articles tell of nothing else of its sort
	words    map[string]bool // of what is said of it, but for names and the words that tell of it
	when     *graph.Interval
	told     []*graph.Interval // dates of its articles
}

// sufferers are the roles of those by whom two events of one kind differ.
var sufferers = set("victim target patient killed injured abducted detained convicted defendant")

func (s *Set) sketches(r *reader) []*sketch {
	said := r.saidOf()
	var out []*sketch
	for _, id := range sortedKeys(s.events) {
		h := s.events[id]
		k := &sketch{happening: h, articles: map[string]bool{}, stems: map[string]bool{}, modes: map[string]bool{}, types: map[string]bool{}, people: map[string]bool{}, words: map[string]bool{},
			real: h.real(), outcome: true, when: h.time()}
		for _, e := range h.records {
			k.articles[e.Article], k.types[e.Type] = true, true
			k.harm = k.harm || harms[e.Type]
			for _, m := range e.Modes {
				k.modes[m] = true
			}
			for _, t := range tokens(e.Label + " " + said[e.ID]) {
				k.words[stem(t.word)] = weight(t.word) == 1 && !isDigit(t.word[0])
			}
			for _, ev := range e.Evidence {
				if ev.Role == graph.RoleTrigger {
					for _, t := range tokens(ev.Quote) {
						k.stems[stem(t.word)] = true
						k.outcome = k.outcome && outcomes[stem(t.word)]
					}
				}
			}
		}
		k.named = r.peopleIn(h.records, said)
		for actor, roles := range h.actors {
			for role := range roles {
				if sufferers[role] && s.names[actor].kind == graph.Person && !s.names[actor].bare {
					k.people[actor] = true
				}
			}
		}
		for _, a := range sortedKeys(k.articles) {
			if article := s.articles[a]; article != nil {
				k.told = append(k.told, stamp(article))
			}
		}
		if k.real {
			out = append(out, k)
		}
	}
	byArticle := map[string][]*sketch{}
	for _, k := range out {
		for a := range k.articles {
			byArticle[a] = append(byArticle[a], k)
		}
	}
	for _, k := range out {
		k.alone = true
		for a := range k.articles {
			k.alone = k.alone && !slices.ContainsFunc(byArticle[a], func(o *sketch) bool {
				_, same := sameSort(k, o)
				return o != k && same
			})
		}
	}
	return out
}

// peopleIn are the people whom the labels of events, or claims about them, name.
func (r *reader) peopleIn(records []graph.Event, said map[string]string) map[string]bool {
	out := map[string]bool{}
	for _, e := range records {
		text := " " + fold(e.Label+" "+said[e.ID]) + " "
		for _, m := range r.named[e.Article] {
			if n := r.names[m.cluster]; n.kind == graph.Person && !m.bare && strings.Contains(text, " "+fold(n.text)+" ") {
				out[m.cluster] = true
			}
		}
	}
	return out
}

// saidOf is what the claims about each event say.
func (r *reader) saidOf() map[string]string {
	claims, out := map[string]string{}, map[string]string{}
	for _, c := range r.g.Claims {
		claims[c.ID] = c.Content
	}
	for _, l := range r.g.Relationships {
		if l.Type == graph.AboutRel && graph.KindOf(l.To) == graph.KindEvent {
			out[l.To] += " " + claims[l.From]
		}
	}
	return out
}

// joined gives event clusters the one that stands for all that are likely one
// with them: those with the most points first, never two that one article
// tells apart, and none that might as well be another.
func (s *Set) joined(r *reader, apart []Apart) map[string]string {
	list := s.sketches(r)
	var links []match
	at := map[int][]match{}
	for _, p := range s.sketchPairs(list) {
		if n := s.points(list[p[0]], list[p[1]]); n >= enoughForOne {
			links = append(links, match{p[0], p[1], n})
			at[p[0]] = append(at[p[0]], match{p[0], p[1], n})
			at[p[1]] = append(at[p[1]], match{p[1], p[0], n})
		}
	}
	slices.SortFunc(links, func(x, y match) int {
		return cmp.Or(cmp.Compare(y.points, x.points), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	u, held, members := newUnion(), map[string]map[string]bool{}, map[string][]string{}
	of := func(i int) []string {
		if m := members[u.root(list[i].id)]; m != nil {
			return m
		}
		return []string{list[i].id}
	}
	for _, l := range links {
		a, b := u.root(list[l.a].id), u.root(list[l.b].id)
		x, y := cmpOr(held[a], list[l.a].articles), cmpOr(held[b], list[l.b].articles)
		if a == b || shares(x, y) || rivaled(list, at[l.a], l) || rivaled(list, at[l.b], match{l.b, l.a, l.points}) || anyApart(apart, of(l.a), of(l.b)) {
			continue
		}
		all := append(slices.Clone(of(l.a)), of(l.b)...)
		u.join(a, b, "")
		members[u.root(a)] = all
		both := maps.Clone(x)
		maps.Copy(both, y)
		held[u.root(a)] = both
	}
	out := map[string]string{}
	for _, set := range u.sets() {
		if len(set) > 1 {
			for _, id := range set {
				out[id] = set[0]
			}
		}
	}
	return out
}

// anyApart reports that somebody said of one of each list that they are two.
func anyApart(apart []Apart, a, b []string) bool {
	for _, said := range apart {
		for _, x := range a {
			if slices.ContainsFunc(b, func(y string) bool { return said(x, y) }) {
				return true
			}
		}
	}
	return false
}

// A match is two sketches, by their places in a list, that may be one.
type match struct {
	a, b   int
	points float64
}

// nearlyAsGood is how many points less make a rival.
const nearlyAsGood = 0.25

// rivaled reports that an article of the one event has another that matches the
// other nearly as well.
func rivaled(list []*sketch, of []match, m match) bool {
	return slices.ContainsFunc(of, func(o match) bool {
		return o.b != m.b && o.points >= m.points-nearlyAsGood && shares(list[o.b].articles, list[m.b].articles)
	})
}

func cmpOr(a, b map[string]bool) map[string]bool {
	if a != nil {
		return a
	}
	return b
}

// sketchPairs lists the pairs of events of articles that share two names that
// few articles hold, or that have a town or somebody in common.
func (s *Set) sketchPairs(list []*sketch) [][2]int {
	blocks := map[string][]int{}
	for i, k := range list {
		keys := map[string]bool{}
		for p := range k.places {
			keys[p] = s.places.sharp(p)
		}
		for a := range k.actors {
			keys[a] = keys[a] || !s.names[a].bare && s.names[a].kind != graph.State
		}
		for article := range k.articles {
			for n := range s.casts[article] {
				keys[n] = true
			}
			for n := range s.lands[article] {
				for t := range k.types {
					keys[n+" "+t] = true
				}
			}
		}
		for n, ok := range keys {
			if ok {
				blocks[n] = append(blocks[n], i)
			}
		}
	}
	found := map[[2]int]bool{}
	for _, b := range blocks {
		if len(b) > manyOfEvent {
			continue
		}
		for x := range b {
			for y := range x {
				i, j := min(b[x], b[y]), max(b[x], b[y])
				if !shares(list[i].articles, list[j].articles) {
					found[[2]int{i, j}] = true
				}
			}
		}
	}
	out := slices.Collect(maps.Keys(found))
	slices.SortFunc(out, func(p, q [2]int) int { return cmp.Or(cmp.Compare(p[0], q[0]), cmp.Compare(p[1], q[1])) })
	return out
}
