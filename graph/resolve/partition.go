package resolve

import (
	"cmp"
	"maps"
	"slices"

	"github.com/claimline/claimline/graph"
)

// A partition is the outcome of one stage.
type partition struct {
	clusters                    []Cluster
	merges, proposals, refusals []Judged
}

// Hub is the number of articles from which on a name says nothing of what
// else in an article is meant: everybody names it.
const Hub = 100

// pairs lists the pairs of signatures that share a key and are worth comparing
// for that, each once and in order.
func pairs(list []*signature, keys func(*signature) []string, worth func(key string, a, b *signature) bool) [][2]int {
	blocks := map[string][]int{}
	for i, s := range list {
		seen := map[string]bool{}
		for _, k := range keys(s) {
			if !seen[k] {
				seen[k] = true
				blocks[k] = append(blocks[k], i)
			}
		}
	}
	found := map[[2]int]bool{}
	for k, b := range blocks {
		for x := range b {
			for y := range x {
				if worth == nil || worth(k, list[b[x]], list[b[y]]) {
					found[[2]int{b[y], b[x]}] = true
				}
			}
		}
	}
	return inOrder(found)
}

func inOrder[V any](pairs map[[2]int]V) [][2]int {
	return slices.SortedFunc(maps.Keys(pairs), func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
}

// A verdict is the judgement of two of the things being clustered.
type verdict struct {
	Judged
	a, b int
	// order decides between equal scores.
	order float64
}

// judgeAll judges pairs of signatures.
func judgeAll(list []*signature, candidates [][2]int, judge func(a, b *signature) (Judged, bool)) []verdict {
	var out []verdict
	for _, pair := range candidates {
		a, b := list[pair[0]], list[pair[1]]
		j, ok := judge(a, b)
		if !ok {
			continue
		}
		j.A, j.B, j.NameA, j.NameB = a.member(), b.member(), a.name, b.name
		out = append(out, verdict{Judged: j, a: pair[0], b: pair[1]})
	}
	return out
}

// rejudged puts later verdicts in the place of earlier ones on the same pairs.
func rejudged(earlier, later []verdict) []verdict {
	again := map[[2]int]bool{}
	for _, v := range later {
		again[[2]int{v.a, v.b}] = true
	}
	kept := slices.DeleteFunc(slices.Clone(earlier), func(v verdict) bool { return again[[2]int{v.a, v.b}] })
	return append(kept, later...)
}

// cluster joins signatures by what was judged of them.
func (c *corpus) cluster(kind graph.Kind, list []*signature, verdicts []verdict, people *people) partition {
	keys, ids := make([]string, len(list)), map[string][]int{}
	var taken [][2]int // what was taken out of a node, and what is left of it
	for i, s := range list {
		keys[i] = s.key
		if !s.parted {
			ids[s.id] = append(ids[s.id], i)
		}
	}
	for i, s := range list {
		for _, k := range ids[s.id] {
			if s.parted {
				taken = append(taken, [2]int{i, k})
			}
		}
	}
	// Two that one article describes in two ways are two to it, and so are
	// four and five of anything.
	facets := func(i int) []facet {
		if !list[i].described {
			return c.held(list[i])
		}
		out := []facet{{"article " + list[i].readings[0].article.ID, list[i].key}}
		if n := countsOf(list[i]); n != "" {
			out = append(out, facet{"number", n})
		}
		return out
	}
	var out partition
	of := out.join(keys, verdicts, taken, ids, people, facets)
	for _, p := range taken {
		out.refusals = append(out.refusals, people.taken(list[p[0]], list[p[1]]))
	}
	out.clusters = c.clustersOf(kind, list, of, people)
	return out
}

// join draws the components of what was judged and files the judgements. Ids
// tells which things a record's id stands for.
func (p *partition) join(keys []string, verdicts []verdict, taken [][2]int, ids map[string][]int, people *people, facets func(int) []facet) []int {
	var links []link
	var from []int // link → judgement, or -1 for a person's
	var apart [][2]int
	for i, j := range verdicts {
		switch {
		case people.verdict[pairOf(j.A.ID, j.B.ID)] != "" || slices.Contains(taken, [2]int{j.a, j.b}) || slices.Contains(taken, [2]int{j.b, j.a}):
			// A person has judged this pair.
		case j.Verdict == graph.Same:
			links = append(links, link{a: j.a, b: j.b, score: j.Score + j.order})
			from = append(from, i)
		default:
			if j.contrary() {
				apart = append(apart, [2]int{j.a, j.b})
			}
			if j.Verdict == graph.Unsure {
				p.proposals = append(p.proposals, j.Judged)
			} else if j.alike() {
				p.refusals = append(p.refusals, j.Judged)
			}
		}
	}
	for _, s := range people.same {
		all := append(slices.Clone(ids[s.A]), ids[s.B]...)
		for k := 1; k < len(all); k++ {
			links = append(links, link{a: all[0], b: all[k], first: true})
			from = append(from, -1)
		}
	}
	people.bind(ids, &apart)
	apart = append(apart, taken...)
	of, broken := components(keys, links, apart, facets)
	for k, l := range links {
		i := from[k]
		_, cut := slices.BinarySearch(broken, k)
		switch {
		case i < 0:
		case cut && of[l.a] != of[l.b]:
			j := verdicts[i].Judged
			j.Verdict = graph.Unsure
			j.Features = append(slices.Clone(j.Features), Feature{Name: "others", Why: "a merge would also join two that are not the same"})
			p.proposals = append(p.proposals, j)
		default:
			p.merges = append(p.merges, verdicts[i].Judged)
		}
	}
	p.merges = append(p.merges, personal(people.same, ids)...)
	p.refusals = append(p.refusals, personal(people.different, ids)...)
	return of
}

// bind turns what people hold apart into pairs, and drops a rule's negative
// between what they hold to be one.
func (p *people) bind(ids map[string][]int, apart *[][2]int) {
	group := map[int]string{}
	for _, s := range p.same {
		held := p.reach(s.A)
		least := slices.Min(slices.Collect(maps.Keys(held)))
		for id := range held {
			for _, i := range ids[id] {
				group[i] = least
			}
		}
	}
	*apart = slices.DeleteFunc(*apart, func(q [2]int) bool { return group[q[0]] != "" && group[q[0]] == group[q[1]] })
	for _, d := range p.different {
		for _, a := range ids[d.A] {
			for _, b := range ids[d.B] {
				*apart = append(*apart, [2]int{a, b})
			}
		}
	}
}

// taken files what a person said of what one article means by an id, against
// what others mean by it.
func (p *people) taken(one, rest *signature) Judged {
	j := p.parted[one.member()]
	return Judged{A: one.member(), B: rest.member(), NameA: one.name, NameB: rest.name, Verdict: graph.Different, By: j.By,
		Features: []Feature{{Name: "person", Why: cmp.Or(j.Note, "judged by "+j.By)}}}
}

// personal files the judgements of people on records that are there.
func personal(list []graph.Judgement, ids map[string][]int) []Judged {
	var out []Judged
	for _, j := range list {
		if len(ids[j.A]) > 0 && len(ids[j.B]) > 0 {
			out = append(out, Judged{A: Member{ID: j.A}, B: Member{ID: j.B}, Verdict: j.Verdict, By: j.By,
				Features: []Feature{{Name: "person", Why: cmp.Or(j.Note, "judged by "+j.By)}}})
		}
	}
	return out
}

// doubtful turns merges into proposals where a name is known to be borne by
// two people, and nothing but the name speaks for the merge: a "John Smith" of
// whom no more is known, beside one of one country and one of another.
func doubtful(list []*signature, verdicts []verdict) {
	bearers := map[string]bool{}
	for _, v := range verdicts {
		if list[v.a].kind == string(graph.Person) && v.contrary() {
			bearers[list[v.a].firstAndLast()], bearers[list[v.b].firstAndLast()] = true, true
		}
	}
	for i, v := range verdicts {
		if v.Verdict == graph.Same && (bearers[list[v.a].firstAndLast()] || bearers[list[v.b].firstAndLast()]) && v.beside("name") < 0.15 {
			verdicts[i].doubt("shared", "others have this name too")
		}
	}
}

// firstAndLast is a person's name without what stands between.
func (s *signature) firstAndLast() string {
	tokens := withoutGeneration(s.forms[0].tokens)
	return tokens[0] + " " + tokens[len(tokens)-1]
}

// beside adds up what speaks for a merge but for one feature.
func (v verdict) beside(name string) float64 {
	sum := 0.0
	for _, f := range v.Features {
		if f.Name != name {
			sum += f.Weight
		}
	}
	return sum
}

// doubt turns a merge into a proposal.
func (v *verdict) doubt(name, why string) {
	v.Verdict = graph.Unsure
	v.Features = append(slices.Clone(v.Features), Feature{Name: name, Why: why})
}

func (v verdict) other(x int) int {
	if v.a == x {
		return v.b
	}
	return v.a
}

// clustersOf gathers the members of each component.
func (c *corpus) clustersOf(kind graph.Kind, list []*signature, of []int, people *people) []Cluster {
	byRoot := map[int][]*signature{}
	for i, s := range list {
		byRoot[of[i]] = append(byRoot[of[i]], s)
	}
	var out []Cluster
	for _, root := range slices.Sorted(maps.Keys(byRoot)) {
		one := Cluster{Kind: kind, ID: c.clusterID(byRoot[root], people)}
		names := map[string]int{}
		for _, s := range byRoot[root] {
			one.Members = append(one.Members, s.members()...)
			names[s.name] += len(s.readings)
		}
		slices.SortFunc(one.Members, compareMembers)
		one.Name = commonest(names)
		out = append(out, one)
	}
	return out
}

// clusterID is the least key in a cluster, of what has a name before what is
// only described; or, where one in it is common, what
// that stands for: other articles must find the same.
func (c *corpus) clusterID(list []*signature, people *people) string {
	least, known, described := "", "", ""
	smaller := func(to *string, id string) {
		if *to == "" || id < *to {
			*to = id
		}
	}
	for _, s := range list {
		if s.described {
			smaller(&described, s.key)
		} else {
			smaller(&least, s.key)
		}
		if f := c.held(s); len(f) > 0 {
			smaller(&known, f[0].value)
			for id := range people.reach(s.id) {
				if !s.parted && c.common(id) {
					smaller(&known, id)
				}
			}
		}
	}
	return cmp.Or(known, least, described)
}

// commonest is the name used most, the longest of those used equally often,
// and the first in order of those.
func commonest(names map[string]int) string {
	best := ""
	for _, n := range slices.Sorted(maps.Keys(names)) {
		if best == "" || names[n] > names[best] || names[n] == names[best] && len(n) > len(best) {
			best = n
		}
	}
	return best
}
