package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// A Telling is a word by which an article tells of an event. One event is told
// by several, the shooting, the deaths, the rampage; and accounts of one story
// tell of the same act by the same words more often than their events can be
// joined for certain.
type Telling struct {
	Event Member
	Span  graph.Span // of the trigger
	Word  string     // its lemma, or the stem of its last word
	// Act is the same for all tellings of one act, by whatever articles. It is
	// finer than an event, since what was done and what came of it are two,
	// and less sure: it joins nothing in the graph.
	Act string
}

// An act is what an article tells of one event by one word in its forms.
type act struct {
	of    *happening
	sense string
	spans []graph.Span
	main  bool // it is by this word that the event has its type
}

func (a *act) key() string { return a.of.event.ID + " " + a.sense }

// Tellings lists what tells of each event, by event and then by span.
func (r *Result) Tellings() []Telling {
	c := r.corpus
	acts := c.acts()
	keys := make([]string, len(acts))
	for i, a := range acts {
		keys[i] = a.key()
	}
	pairs := actPairs(acts)
	weights := make([]float64, len(pairs))
	for i, pair := range pairs {
		weights[i] = c.oneAct(r, acts[pair[0]], acts[pair[1]])
	}
	of := agreeing(keys, pairs, weights)
	var out []Telling
	for i, a := range acts {
		for _, s := range a.spans {
			out = append(out, Telling{a.of.member(), s, a.sense, keys[of[i]]})
		}
	}
	slices.SortFunc(out, func(a, b Telling) int {
		return cmp.Or(compareMembers(a.Event, b.Event), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	return out
}

// acts divides events by the words that tell of them, in the order of keys.
func (c *corpus) acts() []*act {
	var out []*act
	for _, h := range c.happenings() {
		bySense := map[string]*act{}
		for _, ev := range h.event.Evidence {
			if ev.Role != graph.RoleTrigger {
				continue
			}
			sense := triggerLemma(ev)
			if bySense[sense] == nil {
				bySense[sense] = &act{of: h, sense: sense}
			}
			bySense[sense].spans = append(bySense[sense].spans, ev.Span)
		}
		for _, sense := range slices.Sorted(maps.Keys(bySense)) {
			a := bySense[sense]
			a.main = !slices.ContainsFunc(h.event.Evidence, func(ev graph.Evidence) bool { return ev.Role == graph.RoleTrigger && ev.Start < a.spans[0].Start })
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b *act) int { return strings.Compare(a.key(), b.key()) })
	return out
}

// actPairs lists the pairs told by one word in one article, or in two that
// share a name.
func actPairs(acts []*act) [][2]int {
	blocks := map[string][]int{}
	for i, a := range acts {
		for _, sort := range a.sorts() {
			article := a.of.reading.article.ID
			blocks[sort+" "+article] = append(blocks[sort+" "+article], i)
			for id := range a.of.company {
				blocks[sort+" "+id] = append(blocks[sort+" "+id], i)
			}
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
	return inOrder(found)
}

// sorts are what two acts must share one of: the word, or type and mode.
func (a *act) sorts() []string {
	out := []string{a.sense}
	if a.main {
		for _, m := range a.of.event.Modes {
			out = append(out, a.of.event.Type+"/"+m)
		}
		if len(a.of.event.Modes) == 0 {
			out = append(out, a.of.event.Type+"/")
		}
	}
	return out
}

// What tells of acts beside who took part, when and where, by trial on ECB+.
const (
	sameWord  = 0.2 // told by one word in two articles
	oneSource = 0.4 // told by one word in one article
	// Told by two words for one sort of event.
	otherWord = -0.15
	otherReal = -0.3 // one told as done, the other as planned or denied
	// By articles of which each tells a story of its own.
	otherStory = -0.4
	// Their labels name people, and none that both do: "Williams was arrested".
	otherNames = -0.3
	excluded   = -9 // more than all that others may say for it
)

// oneAct weighs whether two tell of one act; below zero where they do not.
func (c *corpus) oneAct(r *Result, a, b *act) float64 {
	x, y := a.of, b.of
	word := a.sense == b.sense
	switch {
	case word && r.Cluster(x.member()) == r.Cluster(y.member()):
		return 1
	case !word && x.reading == y.reading:
		return -1 // what an article says in two words is two
	}
	score := 0.0
	for _, f := range c.apartFeatures(x, y) {
		score += f.Weight
		if f.Never {
			return excluded
		}
	}
	if strangersNamed(x.people, y.people) {
		score += otherNames
	}
	if reality(x.event) != reality(y.event) {
		score += otherReal
	}
	if x.reading == y.reading {
		return score + oneSource
	}
	sum, _ := shared(x.company, y.company)
	score += min(2*storyWeight, storyWeight*sum)
	if stories := c.stories(); stories[x.reading] != stories[y.reading] {
		score += otherStory
	}
	if word {
		return score + sameWord
	}
	return score + otherWord
}

// strangersNamed reports whether both sides hold somebody and none the same.
func strangersNamed(a, b map[string]bool) bool {
	return len(common(a, a)) > 0 && len(common(b, b)) > 0 && len(common(a, b)) == 0
}
