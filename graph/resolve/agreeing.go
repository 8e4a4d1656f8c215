package resolve

import (
	"cmp"
	"slices"
)

// agreeing joins things along the pairs of positive weight, the greatest first,
// where all weights between the two groups add up to more than nothing: it
// takes what most of them say, and not one word for or against. (Greedy
// agglomeration on the objective of correlation clustering, after Bansal, Blum
// and Chawla 2004.) Keys give the order among equal weights.
func agreeing(keys []string, pairs [][2]int, weights []float64) []int {
	g := joined{of: make([]int, len(keys)), members: make([][]int, len(keys)), beside: make([]map[int]float64, len(keys))}
	for i := range keys {
		g.of[i], g.members[i], g.beside[i] = i, []int{i}, map[int]float64{}
	}
	order := make([]int, len(pairs))
	for i, p := range pairs {
		order[i] = i
		g.beside[p[0]][p[1]], g.beside[p[1]][p[0]] = weights[i], weights[i]
	}
	slices.SortFunc(order, func(i, j int) int {
		xa, xb := ordered(keys[pairs[i][0]], keys[pairs[i][1]])
		ya, yb := ordered(keys[pairs[j][0]], keys[pairs[j][1]])
		return cmp.Or(cmp.Compare(weights[j], weights[i]), cmp.Compare(xa, ya), cmp.Compare(xb, yb))
	})
	for _, i := range order {
		a, b := g.of[pairs[i][0]], g.of[pairs[i][1]]
		if weights[i] > 0 && a != b && g.beside[a][b] > 0 {
			g.join(min(a, b), max(a, b))
		}
	}
	return g.of
}

// joined are things that were joined so far, each known by its first.
type joined struct {
	of      []int
	members [][]int
	beside  []map[int]float64 // group → the sum of weights towards another
}

// join takes group b into group a.
func (g joined) join(a, b int) {
	for _, m := range g.members[b] {
		g.of[m] = a
	}
	g.members[a] = append(g.members[a], g.members[b]...)
	delete(g.beside[a], b)
	for o, w := range g.beside[b] {
		delete(g.beside[o], b)
		if o != a {
			g.beside[a][o] += w
			g.beside[o][a] += w
		}
	}
}
