package compare

import (
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// crowd are nouns for those who came, which an extractor may take for metrics
// of their own: what the police and the organizers count is one thing.
var crowd = set(`present demonstrators protesters protestors marchers participants attendees spectators supporters crowd demonstrator
	protester protestor marcher participant attendee`)

// metricOf is what a figure counts, whatever noun it is counted by.
func metricOf(q *graph.Quantity) string {
	if crowd[q.Metric] {
		return "present"
	}
	return q.Metric
}

// telling is the least number that makes two counts likely to be one by
// itself: two people are hurt in every story, 217 are killed in one.
const telling = 10

// sameCount reports two counts of one thing in two articles by their words, or
// by the number itself where they call what they count by two nouns or their
// events were not found to be one. It is no ground for a contradiction.
func (s *Set) sameCount(a, b *account) bool {
	p, q := a.claim.Quantity, b.claim.Quantity
	if a.article == b.article || p.Unit != q.Unit || a.counted.added() || b.counted.added() || vague(p) || vague(q) || s.told(a, b) {
		return false
	}
	l := besides(a, b)
	if s.sameNumber(p, q) {
		together := len(a.sharedEvents(b)) > 0 || s.oneStory(a.article.ID, b.article.ID)
		alike := len(l.words)+l.names > 0
		if many := p.Value >= 1000 && digits(p.Value) > 1; many && alike && s.oneNews(a.article, b.article, 1) {
			return true // one number of two digits or more and thousands is seldom another
		}
		return together && (alike || s.oneKind(a, b)) || alike && s.oneNews(a.article, b.article, 2) || len(l.words) > 1 && s.oneNews(a.article, b.article, 1)
	}
	if a.counted.part != "" || b.counted.part != "" {
		return false
	}
	story := s.oneStory(a.article.ID, b.article.ID) || s.oneNews(a.article, b.article, newsNames)
	if story && counts[metricOf(p)] && metricOf(p) == metricOf(q) && (a.toll() || b.toll()) && oneOffice(a, b) {
		return true // the tally that an office keeps of one story
	}
	return story && counts[metricOf(p)] && metricOf(p) == metricOf(q) && l.names > 0 && len(l.words) > 0 && l.shared >= 2.5 && l.covered >= 0.5
}

// oneOffice reports two sources that are described alike: "the health ministry"
// and "the health ministry in Gaza".
func oneOffice(a, b *account) bool {
	x, aSaid := a.source()
	y, bSaid := b.source()
	if !aSaid || !bSaid || !x.unnamed && !y.unnamed {
		return false
	}
	p, q := " "+fold(x.name)+" ", " "+fold(y.name)+" "
	return len(strings.Fields(p)) > 1 && strings.Contains(q, p) || len(strings.Fields(q)) > 1 && strings.Contains(p, q)
}

// oneKind reports two claims about events of one type and mode: 23 gave
// themselves up, and 23 were taken.
func (s *Set) oneKind(a, b *account) bool {
	x, y := s.events[a.main()], s.events[b.main()]
	if x == nil || y == nil {
		return false
	}
	for _, e := range x.records {
		for _, f := range y.records {
			if e.Type == f.Type && slices.ContainsFunc(e.Modes, func(m string) bool { return slices.Contains(f.Modes, m) }) {
				return true
			}
		}
	}
	return false
}

// sameNumber reports one telling number, of one metric or of a noun that the
// other article may have another one for: cars and vehicles.
func (s *Set) sameNumber(p, q *graph.Quantity) bool {
	noun := func(m string) bool { return !counts[m] && !loose[m] && m != "magnitude" }
	if p.Value != q.Value || p.Value < telling || p.Unit != "person" && p.Unit != "" {
		return false
	}
	m, n := metricOf(p), metricOf(q)
	return m == n && !loose[m] || p.Unit == "person" && (noun(m) || noun(n)) || noun(m) && noun(n) && p.Value >= 100
}

// alsoGives reports that the sentence of a, which gives several figures of one
// metric, has that of b among them.
func (s *Set) alsoGives(a, b *account) bool {
	return slices.ContainsFunc(s.figured[a.article.ID], func(o *account) bool {
		if o == a || o.claim.Content != a.claim.Content || metricOf(o.claim.Quantity) != metricOf(b.claim.Quantity) {
			return false
		}
		x, y, ok := common(o.claim.Quantity, b.claim.Quantity, granted)
		return ok && x.to(y) != apart
	})
}

// told reports that the events of two counts cannot be one: they are dated
// apart or lie elsewhere.
func (s *Set) told(a, b *account) bool {
	x, y := s.events[a.main()], s.events[b.main()]
	if x != nil && y != nil && x.id != y.id && !slices.Contains(a.events, y.id) && !slices.Contains(b.events, x.id) {
		if t, u := x.time(), y.time(); t.Known() && u.Known() && t.Meets(*u) == graph.Impossible && !ongoing(t, u) {
			return true
		}
	}
	_, _, elsewhere := s.places.elsewhere(a.places, b.places)
	return elsewhere
}

// ongoing reports times less than two days apart: the count of a day is dated
// by that day, and its event by the day before.
func ongoing(t, u *graph.Interval) bool {
	return gapOf(t, u) <= 48*time.Hour
}

// How near in time, and how alike in whom they name, two articles must be to
// be of one story when no event of theirs was found to be one. Names that many
// articles hold say nothing.
const (
	newsApart = 14 * 24 * time.Hour
	newsNames = 3
	rareName  = 24
)

// oneNews reports two articles of about one time that name so many of the same
// people, bodies and places, other than states and countries.
func (s *Set) oneNews(a, b *graph.Article, names int) bool {
	x, y := stamp(a), stamp(b)
	if x.Known() && y.Known() && (x.Earliest.Sub(y.Latest) > newsApart || y.Earliest.Sub(x.Latest) > newsApart) {
		return false
	}
	return s.commonNames(a.ID, b.ID) >= names
}

// commonNames counts the names that two articles share and that few hold.
func (s *Set) commonNames(a, b string) int {
	n := 0
	for c := range s.casts[a] {
		n += one(s.casts[b][c] && s.named[c] <= rareName)
	}
	return n
}

// cast lists the clusters that an article names, but for states, countries
// and what is only described, and counts the articles for each.
func (s *Set) cast(r *reader) {
	s.casts, s.lands, s.named = map[string]map[string]bool{}, map[string]map[string]bool{}, map[string]int{}
	for article, list := range r.named {
		s.casts[article], s.lands[article] = map[string]bool{}, map[string]bool{}
		for _, m := range list {
			land := r.names[m.cluster].kind == graph.State || s.places.places[m.cluster].Kind == graph.Country
			if land {
				s.lands[article][m.cluster] = true
			}
			if m.kind == graph.KindEvent || m.bare || land || s.casts[article][m.cluster] {
				continue
			}
			s.casts[article][m.cluster] = true
			s.named[m.cluster]++
		}
	}
}

// counted links two counts whose events, or nouns, were not found to be one.
func (s *Set) counted(a, b *account, o overlap, against, both string) (Link, bool) {
	p, q := a.claim.Quantity, b.claim.Quantity
	switch {
	case against != "":
		return Link{}, false
	case p.Value == q.Value && p.Comparator == q.Comparator:
		return between(Equal, a, b, both+" are the same figure"), true
	case p.Value == q.Value:
		return between(Equal, a, b, both+" give the same number, the one as a bound"), true
	case o == apart:
		return later(a, b, both)
	case o == within:
		return refines(a, b, both), true
	case o == around:
		return refines(b, a, both), true
	}
	return Link{}, false
}
