package resolve_test

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// A partitionOf gives each mention its cluster.
type partitionOf map[string]string

func (p partitionOf) clusters() map[string][]string {
	out := map[string][]string{}
	for m, c := range p {
		out[c] = append(out[c], m)
	}
	for _, c := range out {
		slices.Sort(c)
	}
	return out
}

// A prf is precision, recall and their harmonic mean.
type prf struct{ p, r float64 }

func (x prf) f() float64 {
	if x.p+x.r == 0 {
		return 0
	}
	return 2 * x.p * x.r / (x.p + x.r)
}

// A score holds the three measures that the CoNLL 2011 and 2012 tasks averaged.
type score struct{ muc, b3, ceaf prf }

func (s score) f() float64 { return (s.muc.f() + s.b3.f() + s.ceaf.f()) / 3 }

func (s score) String() string {
	one := func(x prf) string { return fmt.Sprintf("%.1f/%.1f/%.1f", 100*x.p, 100*x.r, 100*x.f()) }
	return fmt.Sprintf("CoNLL F1 %.1f (P/R/F1: MUC %s, B³ %s, CEAFe %s)", 100*s.f(), one(s.muc), one(s.b3), one(s.ceaf))
}

// conll scores got against want. Mentions need not be the same.
func conll(want, got partitionOf) score {
	return score{
		muc:  prf{muc(got, want), muc(want, got)},
		b3:   prf{b3(got, want), b3(want, got)},
		ceaf: ceaf(want, got),
	}
}

// muc is the share of links of a that b has (Vilain et al. 1995).
func muc(a, b partitionOf) float64 {
	have, all := 0.0, 0.0
	for _, c := range a.clusters() {
		parts := map[string]bool{}
		for _, m := range c {
			part, ok := b[m]
			if !ok {
				part = "\x00" + m
			}
			parts[part] = true
		}
		have += float64(len(c) - len(parts))
		all += float64(len(c) - 1)
	}
	return share(have, all)
}

// b3 is, over the mentions of a, the share of their cluster that b puts with
// them (Bagga and Baldwin 1998).
func b3(a, b partitionOf) float64 {
	ca, cb := a.clusters(), b.clusters()
	sum := 0.0
	for m, c := range a {
		if other, ok := b[m]; ok {
			sum += float64(overlap(ca[c], cb[other])) / float64(len(ca[c]))
		}
	}
	return share(sum, float64(len(a)))
}

func share(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

// overlap counts what two sorted lists share.
func overlap(a, b []string) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// ceaf aligns clusters one to one so that 2|A∩B|/(|A|+|B|) is greatest in sum
// (Luo 2005, φ4).
func ceaf(want, got partitionOf) prf {
	a, b := sortedClusters(want), sortedClusters(got)
	if len(a) == 0 || len(b) == 0 {
		return prf{}
	}
	where := map[string]int{}
	for j, c := range b {
		for _, m := range c {
			where[m] = j
		}
	}
	// Only clusters that share a mention gain anything, and they fall into
	// small groups that can be aligned one by one.
	edges := map[int]map[int]float64{}
	for i, c := range a {
		for _, m := range c {
			if j, ok := where[m]; ok {
				if edges[i] == nil {
					edges[i] = map[int]float64{}
				}
				edges[i][j] = 2 * float64(overlap(c, b[j])) / float64(len(c)+len(b[j]))
			}
		}
	}
	best := 0.0
	for _, g := range connected(edges) {
		best += assign(g.rows, g.cols, edges)
	}
	return prf{best / float64(len(b)), best / float64(len(a))}
}

func sortedClusters(p partitionOf) [][]string {
	var out [][]string
	for _, c := range p.clusters() {
		out = append(out, c)
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

type group struct{ rows, cols []int }

// connected are the connected parts of a two-sided graph.
func connected(edges map[int]map[int]float64) []group {
	back := map[int][]int{}
	for i, js := range edges {
		for j := range js {
			back[j] = append(back[j], i)
		}
	}
	var out []group
	seenRow, seenCol := map[int]bool{}, map[int]bool{}
	for i := range edges {
		if seenRow[i] {
			continue
		}
		g := group{}
		for queue := []int{i}; len(queue) > 0; queue = queue[1:] {
			row := queue[0]
			if seenRow[row] {
				continue
			}
			seenRow[row] = true
			g.rows = append(g.rows, row)
			for col := range edges[row] {
				if !seenCol[col] {
					seenCol[col] = true
					g.cols = append(g.cols, col)
					queue = append(queue, back[col]...)
				}
			}
		}
		slices.Sort(g.rows)
		slices.Sort(g.cols)
		out = append(out, g)
	}
	return out
}

// assign is the greatest sum of a one-to-one alignment (the Hungarian method).
func assign(rows, cols []int, edges map[int]map[int]float64) float64 {
	weight := func(i, j int) float64 {
		if i < len(rows) && j < len(cols) {
			return edges[rows[i]][cols[j]]
		}
		return 0
	}
	n := max(len(rows), len(cols))
	u, v := make([]float64, n+1), make([]float64, n+1)
	match, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		match[0] = i
		least, used := make([]float64, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		j := 0
		for match[j] != 0 {
			used[j] = true
			row, step, next := match[j], math.Inf(1), 0
			for k := 1; k <= n; k++ {
				if used[k] {
					continue
				}
				if cost := -weight(row-1, k-1) - u[row] - v[k]; cost < least[k] {
					least[k], way[k] = cost, j
				}
				if least[k] < step {
					step, next = least[k], k
				}
			}
			for k := 0; k <= n; k++ {
				if used[k] {
					u[match[k]] += step
					v[k] -= step
				} else {
					least[k] -= step
				}
			}
			j = next
		}
		for j != 0 {
			match[j] = match[way[j]]
			j = way[j]
		}
	}
	sum := 0.0
	for k := 1; k <= n; k++ {
		sum += weight(match[k]-1, k-1)
	}
	return sum
}

// TestCoNLL scores examples whose measures are known: the second is the worked
// example of the reference scorer's paper (Pradhan et al. 2014), in which the
// response misses one mention and adds two.
func TestCoNLL(t *testing.T) {
	key := partitionOf{"a": "1", "b": "1", "c": "1", "d": "2", "e": "2", "f": "2", "g": "2"}
	response := partitionOf{"a": "1", "b": "1", "c": "2", "d": "2", "f": "3", "g": "3", "h": "3", "i": "3"}
	for _, c := range []struct {
		name            string
		want, got       partitionOf
		muc, b3, ceaf   float64
		precise, recall float64 // of B³
	}{
		{"itself", key, key, 1, 1, 1, 1, 1},
		{"the paper's", key, response, 0.4, 0.4566, 0.52, 0.5, 0.42},
	} {
		s := conll(c.want, c.got)
		for _, x := range [][2]float64{{s.muc.f(), c.muc}, {s.b3.f(), c.b3}, {s.ceaf.f(), c.ceaf}, {s.b3.p, c.precise}, {s.b3.r, c.recall}} {
			if math.Abs(x[0]-x[1]) > 0.006 {
				t.Errorf("%s: %.4f, want %.4f: %s", c.name, x[0], x[1], s)
			}
		}
	}
}
