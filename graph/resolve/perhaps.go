package resolve

import (
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"
)

// ruleTelling proposes what accounts of one story tell of by the same word.
const ruleTelling = "rule:telling"

// propose adds to the proposals the events and described actors of different
// articles that tellings and likelihood put together, where no judgement of
// their clusters says anything yet and nothing speaks against it.
func (r *Result) propose(people *people) {
	judged := map[[2]string]bool{}
	for _, list := range [][]Judged{r.Proposals, r.Refusals} {
		for _, j := range list {
			judged[pairOf(r.Cluster(j.A), r.Cluster(j.B))] = true
		}
	}
	against := r.against()
	ask := func(a, b Member, why string) {
		clusters := pairOf(r.Cluster(a), r.Cluster(b))
		if a.Article == b.Article || clusters[0] == clusters[1] || judged[clusters] || people.verdict[pairOf(a.ID, b.ID)] != "" || against(a, b) {
			return
		}
		judged[clusters] = true
		if compareMembers(b, a) < 0 {
			a, b = b, a
		}
		r.Proposals = append(r.Proposals, Judged{A: a, B: b, NameA: r.nameOf(a), NameB: r.nameOf(b), Verdict: graph.Unsure, By: ruleTelling,
			Score: r.policy.Suggest, Features: []Feature{{Name: "telling", Weight: r.policy.Suggest, Why: why}}})
	}
	first := map[string]Telling{}
	for _, t := range r.Tellings() {
		if one, told := first[t.Act]; told {
			ask(one.Event, t.Event, fmt.Sprintf("accounts of one story tell of both by the word %q", t.Word))
			continue
		}
		first[t.Act] = t
	}
	likely, who := r.Likely(), map[string]Member{}
	for _, s := range r.corpus.actors {
		for _, m := range s.members() {
			if !s.described {
				continue
			}
			if one, known := who[likely[m]]; known {
				if within(r.nameOf(one), r.nameOf(m)) {
					ask(one, m, "accounts of one story describe somebody so")
				}
				continue
			}
			who[likely[m]] = m
		}
	}
}

// against returns what tells whether anything speaks against a pair.
func (r *Result) against() func(a, b Member) bool {
	c := r.corpus
	events, stated := map[Member]*happening{}, c.stated()
	for _, h := range c.happenings() {
		events[h.member()] = h
	}
	return func(a, b Member) bool {
		var f []Feature
		if x, y := events[a], events[b]; x != nil && y != nil {
			f = c.eventFeatures(x, y)
		} else if x, y := c.of[a], c.of[b]; x != nil && y != nil {
			f = c.actorFeatures(x, y, stated)
		}
		return r.policy.judged(ruleTelling, f).contrary()
	}
}

// within reports whether one description says all that the other does, as
// "nine missing workers" does of "the workers", and "the labour ministry" not
// of "the ministry of finance".
func within(a, b string) bool {
	x, y := graph.Terms(a), graph.Terms(b)
	if len(y) < len(x) {
		x, y = y, x
	}
	return !slices.ContainsFunc(x, func(word string) bool { return !slices.Contains(y, word) && !determiner[word] })
}

var determiner = map[string]bool{"the": true, "a": true, "an": true, "some": true, "this": true, "these": true}
