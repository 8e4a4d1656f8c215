package neural

import "math"

// A tree finds the best tree over size nodes of which node 0 is the root and
// has exactly one child. Chu and Liu (1965) and Edmonds (1967): everyone takes
// its best head; a cycle is contracted to one node, and the search repeats.
type tree struct {
	size   int
	score  []float64 // score[d*size+h]: of node h as the head of node d
	head   []int     // the answer; head[0] is -1
	active []bool    // nodes not swallowed by a contraction
	seen   []int
	levels []contraction
}

// A contraction makes its first node stand for a whole cycle.
type contraction struct {
	cycle []int
	heads []int // of the nodes of the cycle, within it
	// enter[h] is the node of the cycle that h would become the head of, and
	// leave[d] the node of the cycle that would become the head of d.
	enter, leave []int
	active       []bool // when the cycle was found
}

func (t *tree) reset(size int) {
	t.size = size
	t.score, t.head = grow(t.score, size*size), grow(t.head, size)
	t.active, t.seen = grow(t.active, size), grow(t.seen, size)
	t.levels = t.levels[:0]
}

// solve returns the head of every node, -1 for node 0. It spoils the scores.
func (t *tree) solve() []int {
	for d := range t.size {
		t.active[d] = true
	}
	t.head[0] = -1
	roots := 0
	for d := 1; d < t.size; d++ {
		t.head[d] = t.best(d)
		if t.head[d] == 0 {
			roots++
		}
	}
	if roots == 1 && t.cycle() == nil {
		return t.head // most sentences
	}
	// A price on the root that no tree pays twice.
	for d := 1; d < t.size; d++ {
		t.score[d*t.size] -= 1e6
		t.head[d] = t.best(d)
	}
	for cycle := t.cycle(); cycle != nil; cycle = t.cycle() {
		t.contract(cycle)
	}
	for i := len(t.levels) - 1; i >= 0; i-- {
		t.expand(&t.levels[i])
	}
	return t.head
}

// best is the best head of d, the first on a tie.
func (t *tree) best(d int) int {
	row, b := t.score[d*t.size:][:t.size], -1
	top := math.Inf(-1)
	for h, v := range row {
		if h != d && t.active[h] && v > top {
			top, b = v, h
		}
	}
	return b
}

// cycle returns the nodes of a cycle of heads, or nil.
func (t *tree) cycle() []int {
	clear(t.seen)
	for from := 1; from < t.size; from++ {
		if !t.active[from] {
			continue
		}
		d := from
		for d > 0 && t.seen[d] == 0 {
			t.seen[d] = from
			d = t.head[d]
		}
		if d > 0 && t.seen[d] == from {
			cycle := []int{d}
			for h := t.head[d]; h != d; h = t.head[h] {
				cycle = append(cycle, h)
			}
			return cycle
		}
	}
	return nil
}

func (t *tree) contract(cycle []int) {
	c, n := cycle[0], t.size
	l := contraction{
		cycle: cycle, enter: make([]int, n), leave: make([]int, n),
		active: append([]bool(nil), t.active...),
	}
	inside := make([]bool, n)
	for _, u := range cycle {
		inside[u] = true
		l.heads = append(l.heads, t.head[u])
	}
	for v := range n {
		if inside[v] || !t.active[v] {
			continue
		}
		in, out := math.Inf(-1), math.Inf(-1)
		for i, u := range cycle {
			// To enter at u is to give up u's head within the cycle.
			if s := t.score[u*n+v] - t.score[u*n+l.heads[i]]; s > in {
				in, l.enter[v] = s, u
			}
			if s := t.score[v*n+u]; s > out {
				out, l.leave[v] = s, u
			}
		}
		// Read no more by this loop: v against the cycle's first node.
		t.score[c*n+v], t.score[v*n+c] = in, out
	}
	t.levels = append(t.levels, l)
	for _, u := range cycle[1:] {
		t.active[u] = false
	}
	t.rehead(c, inside)
}

// rehead lets c and all whose head was swallowed choose again.
func (t *tree) rehead(c int, inside []bool) {
	for d := 1; d < t.size; d++ {
		if t.active[d] && (d == c || inside[t.head[d]]) {
			t.head[d] = t.best(d)
		}
	}
}

func (t *tree) expand(l *contraction) {
	c := l.cycle[0]
	for d := 1; d < t.size; d++ {
		if l.active[d] && d != c && t.head[d] == c {
			t.head[d] = l.leave[d]
		}
	}
	h := t.head[c]
	for i, u := range l.cycle {
		t.head[u] = l.heads[i]
	}
	t.head[l.enter[h]] = h
}
