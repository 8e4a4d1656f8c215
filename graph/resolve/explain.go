package resolve

import (
	"slices"

	"github.com/claimline/claimline/graph"
)

// Explain says why two records are one, or why they are not: the judgement of
// this very pair, whether or not anything came of it. Where neither names nor
// kinds give any reason to compare them, it has no features.
func (r *Result) Explain(a, b Member) Judged {
	if b.ID < a.ID || b.ID == a.ID && b.Article < a.Article {
		a, b = b, a
	}
	for _, list := range [][]Judged{r.Merges, r.Proposals, r.Refusals} {
		i := slices.IndexFunc(list, func(j Judged) bool {
			return r.stands(j.A, a) && r.stands(j.B, b) || r.stands(j.A, b) && r.stands(j.B, a)
		})
		if i >= 0 {
			return list[i]
		}
	}
	j := r.policy.judged("", nil)
	switch graph.KindOf(a.ID) {
	case graph.KindActor:
		if x, y := r.corpus.of[a], r.corpus.of[b]; x != nil && y != nil && x != y {
			j = r.policy.judged(ruleActor, r.corpus.actorFeatures(x, y, r.corpus.stated()))
		}
	case graph.KindPlace:
		if x, y := r.corpus.of[a], r.corpus.of[b]; x != nil && y != nil && x != y {
			j = r.policy.judged(rulePlace, r.corpus.placeFeatures(x, y))
		}
	case graph.KindEvent:
		list := r.corpus.happenings()
		find := func(m Member) *happening {
			i := slices.IndexFunc(list, func(h *happening) bool { return h.member() == m })
			if i < 0 {
				return nil
			}
			return list[i]
		}
		if x, y := find(a), find(b); x != nil && y != nil {
			j = r.policy.judged(ruleEvent, r.corpus.eventFeatures(x, y))
		}
	}
	j.A, j.B = a, b
	j.NameA, j.NameB = r.nameOf(a), r.nameOf(b)
	if r.Cluster(a) == r.Cluster(b) {
		j.Verdict = graph.Same
	}
	return j
}

// stands reports whether a judgement of one member is one of the other: they
// are of one signature, or the judgement is a person's and names no article.
func (r *Result) stands(judged, m Member) bool {
	if judged == m || judged.Article == "" && judged.ID == m.ID {
		return true
	}
	s := r.corpus.of[m]
	return s != nil && r.corpus.of[judged] == s
}

func (r *Result) nameOf(m Member) string {
	read := r.corpus.byID[m.Article]
	if read == nil {
		return m.ID
	}
	for _, e := range read.events {
		if e.ID == m.ID {
			return e.Label
		}
	}
	return read.name(m.ID)
}
