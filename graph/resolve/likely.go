package resolve

import "slices"

// What tells of descriptions with one head noun, beside the names that their
// articles share, by trial on ECB+.
const (
	sameArticle = -0.5 // an article that describes two by one noun means two
	otherNumber = -0.5 // one and many
	sameNoun    = 0.1  // of articles that tell one story
)

// Likely gives each actor of an article whom it likely means: the cluster it
// belongs to, or one that stands for several, where accounts of one story
// describe somebody by one noun, "the suspect". What one article describes as
// two is two. It is less sure than a cluster, and joins nothing in the graph.
func (r *Result) Likely() map[Member]string {
	c := r.corpus
	var keys []string // clusters, in the order of their first signature
	index := map[string]int{}
	for _, s := range c.actors {
		for _, m := range s.members() {
			id := r.Cluster(m)
			if _, known := index[id]; !known {
				index[id] = len(keys)
				keys = append(keys, id)
			}
		}
	}
	told := map[[2]int][]float64{}
	for pair := range c.alikeDescribed() {
		s, t := c.actors[pair[0]], c.actors[pair[1]]
		a, b := index[r.Cluster(s.member())], index[r.Cluster(t.member())]
		if a != b {
			two := [2]int{min(a, b), max(a, b)}
			told[two] = append(told[two], c.oneDescribed(s, t))
		}
	}
	pairs := inOrder(told)
	weights := make([]float64, len(pairs))
	for i, p := range pairs {
		slices.Sort(told[p]) // rounding must not tell in which order they came
		for _, w := range told[p] {
			weights[i] += w
		}
	}
	of := agreeing(keys, pairs, weights)
	out := map[Member]string{}
	for _, s := range c.actors {
		for _, m := range s.members() {
			out[m] = keys[of[index[r.Cluster(m)]]]
		}
	}
	return out
}

// alikeDescribed lists pairs of descriptions with one head noun in articles
// that share a name, by their places among the actors.
func (c *corpus) alikeDescribed() map[[2]int]bool {
	blocks := map[string][]int{}
	for i, s := range c.actors {
		if !s.described {
			continue
		}
		for id := range c.clustersIn(s.readings[0]) {
			for _, h := range headsOf(s) {
				blocks[h+" "+id] = append(blocks[h+" "+id], i)
			}
		}
	}
	out := map[[2]int]bool{}
	for _, b := range blocks {
		for x := range b {
			for y := range x {
				if c.actors[b[x]].coll == c.actors[b[y]].coll {
					out[[2]int{b[y], b[x]}] = true
				}
			}
		}
	}
	return out
}

// oneDescribed weighs whether two descriptions with one head noun are of one.
func (c *corpus) oneDescribed(s, t *signature) float64 {
	if s.readings[0] == t.readings[0] {
		return sameArticle
	}
	if stories := c.stories(); stories[s.readings[0]] != stories[t.readings[0]] {
		return excluded
	}
	score := sameNoun
	for _, f := range descriptionFeatures(s, t) {
		score += min(0, f.Weight)
	}
	if numberOf(s)*numberOf(t) < 0 {
		score += otherNumber
	}
	sum, _ := shared(c.clustersIn(s.readings[0]), c.clustersIn(t.readings[0]))
	return score + min(2*storyWeight, storyWeight*sum)
}

// clustersIn is the company of an article by clusters.
func (c *corpus) clustersIn(r *reading) map[string]float64 {
	out := map[string]float64{}
	for id, w := range c.companyIn(r) {
		out[c.clusterOf(Member{r.article.ID, id})] = w
	}
	return out
}
