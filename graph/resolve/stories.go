package resolve

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// oneStory is how like each other the words of articles that tell one story
// are, on the average, by trial on half of the topics of ECB+.
const oneStory = 0.15

// stories groups articles that tell one story by their words, and by whom and
// what they name: two fires, or two arrests, are two more likely where all else
// is told in other words. (Documents first, then what they tell, as Barhom et
// al. 2019 do.) It is computed once clusters are known.
func (c *corpus) stories() map[*reading]int {
	if c.storyOf != nil {
		return c.storyOf
	}
	vectors := c.vectors()
	keys := make([]string, len(c.readings))
	blocks := map[string][]int{}
	for i, r := range c.readings {
		keys[i] = r.article.ID
		for id := range c.clustersIn(r) {
			blocks[id] = append(blocks[id], i)
		}
	}
	found := map[[2]int]bool{}
	for _, b := range blocks {
		for x := range b {
			for y := range x {
				found[[2]int{b[y], b[x]}] = true
			}
		}
	}
	pairs := inOrder(found)
	weights := make([]float64, len(pairs))
	for i, p := range pairs {
		weights[i] = vectors[p[0]].cosine(vectors[p[1]]) - oneStory
	}
	c.storyOf = map[*reading]int{}
	for i, story := range agreeing(keys, pairs, weights) {
		c.storyOf[c.readings[i]] = story
	}
	return c.storyOf
}

// A vector says how much each word tells of an article, in the order of words
// and of length one.
type vector []weighed

type weighed struct {
	word   string
	weight float64
}

// shortest is the length in bytes of words that count.
const shortest = 3

// vectors weighs the words of articles, and the clusters they name, by how
// often an article has them and in how few they stand. Among few articles all
// words weigh about the same, and they are hardly told apart.
func (c *corpus) vectors() []vector {
	counts := make([]map[string]float64, len(c.readings))
	in := map[string]int{}
	for i, r := range c.readings {
		counts[i] = map[string]float64{}
		for _, w := range strings.Fields(graph.Fold(r.article.Text)) {
			if len(w) >= shortest {
				counts[i][w]++
			}
		}
		for _, id := range c.namedIn(r) {
			counts[i][id] = 1
		}
		for w := range counts[i] {
			in[w]++
		}
	}
	out := make([]vector, len(counts))
	for i, words := range counts {
		sum := 0.0
		for _, w := range slices.Sorted(maps.Keys(words)) {
			weight := (1 + math.Log(words[w])) * math.Log(1+float64(len(counts))/float64(in[w]))
			sum += weight * weight
			out[i] = append(out[i], weighed{w, weight})
		}
		for k := range out[i] {
			out[i][k].weight /= math.Sqrt(sum)
		}
	}
	return out
}

// namedIn lists the clusters of all that an article names.
func (c *corpus) namedIn(r *reading) []string {
	var out []string
	for id, a := range r.actors {
		if a.Context == "" {
			out = append(out, c.clusterOf(Member{r.article.ID, id}))
		}
	}
	for id, p := range r.places {
		if !describes(p.Name) {
			out = append(out, c.clusterOf(Member{r.article.ID, id}))
		}
	}
	return out
}

func (v vector) cosine(w vector) float64 {
	sum := 0.0
	for len(v) > 0 && len(w) > 0 {
		switch cmp.Compare(v[0].word, w[0].word) {
		case -1:
			v = v[1:]
		case 1:
			w = w[1:]
		default:
			sum += v[0].weight * w[0].weight
			v, w = v[1:], w[1:]
		}
	}
	return sum
}
