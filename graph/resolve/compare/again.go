package compare

import (
	"slices"

	"github.com/claimline/claimline/graph"
)

// sums of money and shares, which one article may give again by taking up the
// noun of what is measured.
var takable = set("amount_money percent share")

// takesUp reports that y gives another voice's figure for what x measures just
// before it: "had offered a 12 percent raise. The union said the offer amounted
// to 8 percent", "put the cost at 5 billion".
func takesUp(x, y *account) bool {
	p, q := x.claim.Quantity, y.claim.Quantity
	gap := y.span.Start - x.span.End
	if x.article != y.article || gap < 0 || gap > reachBack || p.Metric != q.Metric || p.Unit != q.Unit || !takable[p.Metric] || x.sameVoice(y) {
		return false
	}
	list := tokens(y.content.Of(y.article.Text))
	if len(list) < 3 || !definite[list[0].word] || !stands[list[2].word] {
		return false
	}
	noun := stem(list[1].word)
	return slices.ContainsFunc(x.terms, func(t term) bool { return slices.Contains(t.keys, noun) })
}

var (
	definite = set("the that this")
	// stands may follow the noun before its figure.
	stands = set("at amounted amounts came comes was is were are would will stood stands had")
)

// again reports that one of two takes up what the other measures.
func again(a, b *account) bool { return takesUp(a, b) || takesUp(b, a) }

// sameAmount reports one sum of money or percentage of two articles of a story,
// with a word for what it is of in common.
func (s *Set) sameAmount(a, b *account) bool {
	p, q := a.claim.Quantity, b.claim.Quantity
	if a.article == b.article || p.Metric != q.Metric || p.Unit != q.Unit || p.Value != q.Value || !takable[p.Metric] && !measured(p) || p.Metric == "duration" || p.Metric == "hours" || p.Metric == "days" {
		return false
	}
	near := func(c graph.Comparator) bool { return c == graph.Exact || c == graph.About }
	if a.counted.added() || b.counted.added() || !near(p.Comparator) || !near(q.Comparator) {
		return false
	}
	l := besides(a, b)
	words := 0
	for _, w := range l.words {
		words += one(weight(w) >= 1 && !aims[w])
	}
	story := s.oneStory(a.article.ID, b.article.ID) || s.oneNews(a.article, b.article, 2)
	return words > 0 && story || (words > 1 || words > 0 && l.names > 0) && s.oneNews(a.article, b.article, 1)
}
