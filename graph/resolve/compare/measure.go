package compare

import "strings"

// besides is how alike two contents are beside their figures: numbers and
// units say nothing of what is measured.
func besides(a, b *account) likeness { return alikeness(unmeasured(a.terms), unmeasured(b.terms)) }

func unmeasured(terms []term) []term {
	var out []term
	for _, t := range terms {
		k := t.keys[len(t.keys)-1]
		_, unit := scale[k]
		if strings.HasPrefix(k, "@") || !unit && !isDigit(k[0]) && !unitWords[k] {
			out = append(out, t)
		}
	}
	return out
}

// unitWords are the names of units, as stems.
var unitWords = stems(`meter metre foot feet kilometer kilometre mile yard inch hectare acre ton tonne kilogram pound liter litre barrel
	dollar euro percent hundred thousand million billion trillion`)

// oneMeasure reports that the words beside two figures are alike enough for
// the figures to measure one thing.
func oneMeasure(a, b *account) bool {
	l := besides(a, b)
	if measured(a.claim.Quantity) {
		return l.shared >= 2 && l.covered >= 0.4
	}
	return l.covered >= 0.3 && l.shared >= 1.5
}

// surelyOneMeasure is what it takes for two figures to contradict each other
// that are no counts of people: nearly all else in the shorter text is shared.
func surelyOneMeasure(a, b *account) bool {
	l := besides(a, b)
	return measured(a.claim.Quantity) && l.shared >= 3 && l.covered >= 0.6
}

// sameSubject reports that two measures are of one thing by their words alone,
// though the events they belong to were not found to be one: two articles of
// one story, a name and nearly all words in common.
func (s *Set) sameSubject(a, b *account) bool {
	if !measured(a.claim.Quantity) || a.claim.Quantity.Metric != b.claim.Quantity.Metric || a.article == b.article || !s.oneStory(a.article.ID, b.article.ID) && !s.oneNews(a.article, b.article, 1) {
		return false
	}
	l := besides(a, b)
	return (l.names > 0 || len(l.words) >= 4) && len(l.words) >= 2 && l.shared >= 3 && l.covered >= 0.7
}

// muchAlike is asked where one says that there was none: of what, where and
// when is mostly left to the other words.
func muchAlike(a, b *account) bool { return besides(a, b).covered >= 0.6 }
