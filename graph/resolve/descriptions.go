package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// ruleDescription judges actors without a name.
const ruleDescription = "rule:description"

// judgeDescriptions judges who is only described, "the gunmen", by taking the
// same part in one event, or by words that fit only one in the story.
func (c *corpus) judgeDescriptions(p Policy) []verdict {
	index := map[string]int{}
	for i, s := range c.actors {
		index[s.key] = i
	}
	features := map[[2]int][]Feature{}
	stated := c.stated()
	for _, e := range c.eventsOf {
		c.byPart(e, index, stated, features)
	}
	c.byWords(index, features)
	var out []verdict
	for _, pair := range inOrder(features) {
		a, b := c.actors[pair[0]], c.actors[pair[1]]
		j := p.judged(ruleActor, features[pair])
		if a.described {
			j = p.judged(ruleDescription, append(features[pair], descriptionFeatures(a, b)...))
		}
		j.A, j.B, j.NameA, j.NameB = a.member(), b.member(), a.name, b.name
		out = append(out, verdict{Judged: j, a: pair[0], b: pair[1]})
	}
	return out
}

// byPart finds those who do, or suffer, one event in two articles.
func (c *corpus) byPart(e Cluster, index map[string]int, stated map[[2]string]string, features map[[2]int][]Feature) {
	for x, m := range e.Members {
		for _, n := range e.Members[:x] {
			for _, side := range []string{"agent", "patient"} {
				a, b := c.taking(m, side), c.taking(n, side)
				for _, p := range a {
					for _, q := range b {
						pair := [2]int{min(index[p.key], index[q.key]), max(index[p.key], index[q.key])}
						if p == q || len(features[pair]) > 0 {
							continue
						}
						part := fmt.Sprintf("both are the %s of %q", side, e.Name)
						switch {
						case p.described && q.described && numberOf(p)*numberOf(q) >= 0:
							f := []Feature{{Name: "event", Weight: 0.5, Why: part}}
							if len(a) == 1 && len(b) == 1 {
								f = append(f, Feature{Name: "alone", Weight: 0.35, Why: "nobody else is"})
							}
							features[pair] = f
						case !p.described && !q.described:
							// A surname that may be anybody's is his who did the same.
							if f := c.actorFeatures(c.actors[pair[0]], c.actors[pair[1]], stated); len(f) > 0 {
								features[pair] = append(f, Feature{Name: "event", Weight: 0.3, Why: part})
							}
						}
					}
				}
			}
		}
	}
}

// taking lists who is on one side of an event, but for what is only alleged.
func (c *corpus) taking(m Member, side string) []*signature {
	var out []*signature
	for _, p := range c.byID[m.Article].parts[m.ID] {
		s := c.of[Member{m.Article, p.actor}]
		if s != nil && !p.alleged && sideOf(p.role) == side && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// byWords finds descriptions of several words that agree, in articles that
// tell one story. Plurals without a number do not count: "US officials" are
// others in each article.
func (c *corpus) byWords(index map[string]int, features map[[2]int][]Feature) {
	blocks := map[string][]*signature{} // head noun and a name that the article shares → descriptions
	for _, s := range c.actors {
		if !s.described || numberOf(s) < 0 {
			continue
		}
		for id := range c.companyOf(s) {
			for _, h := range headsOf(s) {
				blocks[h+" "+id] = append(blocks[h+" "+id], s)
			}
		}
	}
	for _, block := range blocks {
		for x, s := range block {
			for _, t := range block[:x] {
				pair := [2]int{min(index[s.key], index[t.key]), max(index[s.key], index[t.key])}
				if s.readings[0] == t.readings[0] || len(features[pair]) > 0 || s.coll != t.coll {
					continue
				}
				if f := c.wordsFeature(c.actors[pair[0]], c.actors[pair[1]]); len(f) > 0 {
					features[pair] = f
				}
			}
		}
	}
}

func (c *corpus) wordsFeature(s, t *signature) []Feature {
	if gap, ok := s.readings[0].apart(t.readings[0]); ok && gap > 45*day {
		return nil
	}
	best, why := 0, ""
	for _, f := range s.forms {
		for _, g := range t.forms {
			x, y := contentWords(f.text), contentWords(g.text)
			both := len(common(x, y))
			if both >= 2 && particular(f.text, g.text) && 2*both >= len(x)+len(y)-both && both > best {
				best, why = both, fmt.Sprintf("%q, %q", f.text, g.text)
			}
		}
	}
	story, _ := shared(c.companyOf(s), c.companyOf(t))
	if best == 0 || story == 0 {
		return nil
	}
	return []Feature{{Name: "words", Weight: 0.4 + 0.1*float64(min(best, 4)), Why: why}, {Name: "story", Weight: min(0.3, 0.1*story), Why: fmt.Sprintf("the articles share names (%.2f)", story)}}
}

// descriptionFeatures compare the words of two descriptions.
func descriptionFeatures(a, b *signature) []Feature {
	var out []Feature
	both := sharedHeads(a, b)
	if len(both) > 0 {
		out = append(out, Feature{Name: "head", Weight: 0.4, Why: "both: " + strings.Join(both, ", ")})
	}
	x, y := countsOf(a), countsOf(b)
	switch {
	case len(both) > 0 && (x > "" && x != "1" && single(b) || y > "" && y != "1" && single(a)):
		out = append(out, Feature{Name: "number", Weight: -0.5, Why: "one and " + cmp.Or(x, y)})
	case x == "" || y == "":
	case x == y:
		out = append(out, Feature{Name: "number", Weight: 0.2, Why: "both " + x})
	default:
		out = append(out, Feature{Name: "number", Weight: -0.5, Why: x + " and " + y})
	}
	if a.country != "" && b.country != "" && a.country != b.country {
		out = append(out, Feature{Name: "country", Weight: -0.4, Why: a.country + " and " + b.country})
	}
	return out
}

// single reports a description of one: "a merchant vessel".
func single(s *signature) bool {
	first, _, _ := strings.Cut(graph.Fold(s.name), " ")
	return singular[first]
}
