package compare

import (
	"hash/fnv"

	"github.com/claimline/claimline/graph"
)

// How texts are found to be copies: runs of five words, hashed. Two texts are
// of one origin when half of the shorter's runs stand in the other, or so many
// that whole paragraphs do. A run that stands in very many articles is
// furniture of a site.
const (
	runLength  = 5
	copied     = 0.5
	fewestRuns = 15 // a text with fewer says too little
	paragraphs = 60
	furniture  = 50
)

// runs hashes every run of words of a text.
func runs(text string) map[uint64]bool {
	list := tokens(text)
	out := map[uint64]bool{}
	for i := 0; i+runLength <= len(list); i++ {
		h := fnv.New64a()
		for _, t := range list[i : i+runLength] {
			h.Write([]byte(t.word))
			h.Write([]byte{' '})
		}
		out[h.Sum64()] = true
	}
	return out
}

// A copying is a pair of articles that share their words.
type copying struct {
	a, b          string // articles, a before b
	shared, least int    // runs in both, and in the shorter
}

// copies finds all pairs of articles of which one was copied from the other or
// both from a third.
func copies(articles []graph.Article) []copying {
	index := map[uint64][]int{}
	size := make([]int, len(articles))
	for i := range articles {
		all := runs(articles[i].Text)
		size[i] = len(all)
		for h := range all {
			index[h] = append(index[h], i)
		}
	}
	count := map[[2]int]int{}
	for _, list := range index {
		if len(list) > furniture {
			continue
		}
		for n, i := range list {
			for _, j := range list[n+1:] {
				count[[2]int{min(i, j), max(i, j)}]++
			}
		}
	}
	var out []copying
	for p, n := range count {
		least := min(size[p[0]], size[p[1]])
		if n >= paragraphs || least >= fewestRuns && float64(n) >= copied*float64(least) {
			out = append(out, copying{articles[p[0]].ID, articles[p[1]].ID, n, least})
		}
	}
	return out
}
