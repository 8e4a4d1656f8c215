package compare

import (
	"slices"
	"strconv"
)

// restated are the figures that a claim gives up for its own: "1,100 and not
// 354", "raised from 61 to 346".
func (a *account) restated() []float64 {
	q := a.claim.Quantity
	if q == nil || a.sign == negative {
		return nil
	}
	list := tokens(a.content.Of(a.article.Text))
	var out []float64
	for i, t := range list {
		n, err := strconv.ParseFloat(t.word, 64)
		if err != nil || n < telling || n == q.Value || i == 0 {
			continue
		}
		if i+1 < len(list) && (list[i+1].word == "million" || list[i+1].word == "billion") {
			continue
		}
		switch before := list[i-1].word; {
		case before == "not", before == "than" && i > 1 && list[i-2].word == "rather", before == "of" && i > 1 && list[i-2].word == "instead",
			before == "from" && i+2 < len(list) && list[i+1].word == "to" && isDigit(list[i+2].word[0]):
			out = append(out, n)
		}
	}
	return out
}

// restates finds a figure that a claim of one story takes back, or sets right,
// by its number.
func (s *Set) restates(a, b *account) (Link, bool) {
	for _, p := range [][2]*account{{a, b}, {b, a}} {
		x, y := p[0], p[1]
		q := y.claim.Quantity
		if q == nil || y.sign == negative || y.unreal || !slices.Contains(x.restated(), q.Value) || metricOf(x.claim.Quantity) != metricOf(q) || y.counted.added() {
			continue
		}
		if x.article == y.article || before(x.at, y.at) || !s.oneStory(x.article.ID, y.article.ID) && !s.oneNews(x.article, y.article, 1) {
			continue
		}
		why := figure(x.claim.Quantity) + " (" + x.voice() + ") is given in place of " + figure(q) + " (" + y.voice() + ")"
		if len(x.hops) == 0 || len(y.hops) == 0 || s.kinVoices(x, y) || likeVoices(x, y) || !x.denies(q.Value) {
			return between(Update, x, y, why), true
		}
		return between(Disjoint, x, y, why), true
	}
	return Link{}, false
}

// denies reports that the claim says of a figure that it is not the one.
func (a *account) denies(n float64) bool {
	list := tokens(a.content.Of(a.article.Text))
	return slices.ContainsFunc(list[min(1, len(list)):], func(t token) bool {
		v, err := strconv.ParseFloat(t.word, 64)
		return err == nil && v == n
	}) && !slices.ContainsFunc(list, func(t token) bool { return t.word == "from" })
}

// byRestated groups the claims that give a figure with those that take it back.
func (s *Set) byRestated(groups map[string][]*account) {
	gives := map[string][]*account{}
	key := func(a *account, n float64) string {
		return "restated " + metricOf(a.claim.Quantity) + " " + strconv.FormatFloat(n, 'f', -1, 64)
	}
	for _, list := range s.figured {
		for _, a := range list {
			k := key(a, a.claim.Quantity.Value)
			gives[k] = append(gives[k], a)
		}
	}
	for _, list := range s.figured {
		for _, a := range list {
			for _, n := range a.restated() {
				if same := gives[key(a, n)]; len(same) <= manyOfWords {
					for _, b := range same {
						groups["answer "+a.claim.ID+" "+b.claim.ID] = []*account{a, b}
					}
				}
			}
		}
	}
}
