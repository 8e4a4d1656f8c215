package resolve

import (
	"cmp"
	"slices"
)

// A link is a positive judgement between two of the things being clustered.
type link struct {
	a, b  int
	first bool // made by a person: taken before all others
	score float64
}

// A facet is something that all of a component must agree in, where they have
// it at all, such as how many they are.
type facet struct{ name, value string }

// components joins n things along links, the surest first, and leaves out a
// link that would put two things of apart into one component, or two that
// differ in a facet. Keys give the order among equally sure links, so that
// only the things themselves decide. It returns the component of each thing
// and which links were left out.
func components(keys []string, links []link, apart [][2]int, facets func(i int) []facet) (of []int, broken []int) {
	d := newDisjoint(len(keys), apart, facets)
	order := make([]int, len(links))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		x, y := links[i], links[j]
		if x.first != y.first {
			if x.first {
				return -1
			}
			return 1
		}
		xa, xb := ordered(keys[x.a], keys[x.b])
		ya, yb := ordered(keys[y.a], keys[y.b])
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(xa, ya), cmp.Compare(xb, yb))
	})
	for _, i := range order {
		if !d.join(links[i].a, links[i].b, links[i].first) {
			broken = append(broken, i)
		}
	}
	slices.Sort(broken)
	of = make([]int, len(keys))
	for i := range of {
		of[i] = d.root(i)
	}
	return of, broken
}

func ordered(a, b string) (string, string) {
	if b < a {
		return b, a
	}
	return a, b
}

// disjoint is a union-find whose components know whom they must not join.
type disjoint struct {
	parent  []int
	members [][]int
	enemies []map[int]bool      // root → things it must not hold
	held    []map[string]string // root → its facets
}

func newDisjoint(n int, apart [][2]int, facets func(i int) []facet) *disjoint {
	d := &disjoint{parent: make([]int, n), members: make([][]int, n), enemies: make([]map[int]bool, n), held: make([]map[string]string, n)}
	for i := range n {
		d.parent[i] = i
		d.members[i] = []int{i}
		d.held[i] = map[string]string{}
		for _, f := range facets(i) {
			d.held[i][f.name] = f.value
		}
	}
	for _, p := range apart {
		for _, q := range [][2]int{p, {p[1], p[0]}} {
			if d.enemies[q[0]] == nil {
				d.enemies[q[0]] = map[int]bool{}
			}
			d.enemies[q[0]][q[1]] = true
		}
	}
	return d
}

func (d *disjoint) root(i int) int {
	for d.parent[i] != i {
		d.parent[i] = d.parent[d.parent[i]]
		i = d.parent[i]
	}
	return i
}

// join puts a and b into one component unless something speaks against it. By
// force, which is a person's word, facets do not count.
func (d *disjoint) join(a, b int, force bool) bool {
	a, b = d.root(a), d.root(b)
	if a == b {
		return true
	}
	if b < a {
		a, b = b, a
	}
	for _, m := range d.members[b] {
		if d.enemies[a][m] {
			return false
		}
	}
	if !force {
		for name, value := range d.held[b] {
			if mine, ok := d.held[a][name]; ok && mine != value {
				return false
			}
		}
	}
	d.parent[b] = a
	d.members[a] = append(d.members[a], d.members[b]...)
	if len(d.enemies[b]) > 0 && d.enemies[a] == nil {
		d.enemies[a] = map[int]bool{}
	}
	for e := range d.enemies[b] {
		d.enemies[a][e] = true
	}
	for name, value := range d.held[b] {
		d.held[a][name] = value
	}
	return true
}
