package compare

import (
	"slices"
	"strings"
)

// aims are words that stand between somebody and what he is to do: who has no
// intention of resigning says of "about to resign" that it is not so.
var aims = stems("intention intend plan planning prepare preparing prepared seek seeking want about ready willing consider considering any")

// How much of what is said not to be must stand in what is said to be, and
// with what weight at least: a denial is short, and what it denies may be told
// in passing.
const (
	nearlyWhole = 0.8
	enoughSaid  = 2.0
)

// counter finds one claim that says just what another, of the same story, says
// is not so: "no operations were cancelled", "hospitals cancelled more than
// 1,200 operations".
func (s *Set) counter(a, b *account) (Link, bool) {
	for _, p := range [][2]*account{{a, b}, {b, a}} {
		x, y := p[0], p[1]
		if x.sign != negative || y.sign != positive || x.surety == possible || y.surety == possible || x.anaphor != "" {
			continue
		}
		if stance := stanceOf(y.claim.Act); stance != "asserts" && !accuses[y.claim.Act] && !(x.unreal && stance == "warns") {
			continue
		}
		if s.kinVoices(x, y) && !tookBack(x, y) || y.unreal && !planned(y) && !x.unreal {
			continue
		}
		if why := s.facing(x, y); why != "" {
			return between(Denial, x, y, x.voice()+" says it is not so, "+y.voice()+" that it is: "+why), true
		}
		if x.claim.Quantity != nil && x.claim.Quantity.Value != 0 {
			continue
		}
		if why := s.contains(x, y); why != "" {
			return between(Denial, x, y, x.voice()+" says it is not so, "+y.voice()+" that it is: "+why), true
		}
	}
	return Link{}, false
}

// tookBack reports that y admits what x, an earlier word of its side, denies.
func tookBack(x, y *account) bool {
	return turned(x) && (y.claim.Act == "admit" || y.claim.Act == "acknowledge" || y.claim.Act == "confess")
}

// recants finds one voice that denies something and later admits it: the later
// word is the one that stands.
func (s *Set) recants(a, b *account) (Link, bool) {
	for _, p := range [][2]*account{{a, b}, {b, a}} {
		x, y := p[0], p[1]
		if !tookBack(x, y) || x.sign != negative || y.sign != positive || len(x.hops) == 0 || !x.sameVoice(y) || x.article != y.article || y.span.Start < x.span.End {
			continue
		}
		if beyond(x, y) > closeBy {
			continue
		}
		l := alikeness(x.terms, y.terms)
		words := tokens(y.content.Of(y.article.Text))
		short := len(words) > 0 && len(words) <= 3 && selves[words[0].word]
		if short || l.turned == 0 && slices.Contains(l.words, x.verb()) {
			l := between(Update, y, x, x.voice()+" first denies it and then admits it")
			l.Of = OfStatement
			return l, true
		}
	}
	return Link{}, false
}

// planned reports a claim about what somebody is to do, as a fact of today.
func planned(y *account) bool { return !unreal[y.claim.Act] && y.claim.Class != "forecast" }

// contains says how nearly all of what x turns down stands in y; empty where it
// does not.
func (s *Set) contains(x, y *account) string {
	if x.article != y.article && !s.oneStory(x.article.ID, y.article.ID) && !s.oneNews(x.article, y.article, 2) {
		return ""
	}
	if x.article != y.article && len(x.sharedEvents(y)) == 0 && s.told(x, y) {
		return ""
	}
	var denied []term
	whole := 0.0
	for _, t := range x.terms {
		if k := t.keys[len(t.keys)-1]; !negators[k] && !aims[k] && !isDigit(k[0]) && !t.tail {
			denied = append(denied, t)
			whole += t.weight
		}
	}
	l := alikeness(denied, y.terms)
	if h, ok := x.source(); ok && x.ofSelf() && y.opening != "" && s.kin.related(y.opening, h.actor) {
		l.shared++ // the one of whom both speak
		whole++
	}
	if s.oneSubject(x, y) {
		l.shared++
		whole++
	}
	switch {
	case l.shared < enoughSaid || l.shared < nearlyWhole*whole || len(l.words) == 0 || l.nots > 0:
		return ""
	case turned(x) != (l.turned == 0):
		return ""
	case x.ofSelf() && (!s.couldDo(x, y) || !aims[x.verb()] && !slices.Contains(l.words, x.verb())):
		return ""
	case !slices.ContainsFunc(l.words, func(w string) bool { return x.predicates()[w] }):
		return ""
	}
	return l.String()
}

// facing says how two claims that stand next to each other say the opposite of
// one another, whatever more the one that says not so adds: "he had paid no
// taxes on a villa", "he had paid all his taxes".
func (s *Set) facing(x, y *account) string {
	if x.article != y.article || beyond(x, y) > closeBy || turned(x) || len(x.hops) == 0 || len(y.hops) == 0 {
		return ""
	}
	l, whole := alikeness(x.terms, y.terms), 0.0
	for _, t := range y.terms {
		if t.weight >= 1 {
			whole++
		}
	}
	said := 0.0
	for _, t := range x.terms {
		said += t.weight
	}
	same := slices.ContainsFunc(x.terms, func(t term) bool { return t.not && slices.Contains(l.words, t.keys[len(t.keys)-1]) })
	switch {
	case !same || l.turned == 0 || l.nots > 0 || len(l.words) < 2 || l.shared < enoughSaid:
		return ""
	case l.shared >= whole, l.shared >= enoughSaid+1 && l.shared >= said/2:
		return l.String()
	}
	return ""
}

// ofSelf reports a denial of what its source would have done.
func (a *account) ofSelf() bool {
	words := tokens(a.content.Of(a.article.Text))
	return turned(a) && len(words) > 0 && (strings.HasSuffix(words[0].word, "ing") || selves[words[0].word])
}

// couldDo reports that y can be about a deed of the source of x: it begins with
// that source, or names nobody as its subject.
func (s *Set) couldDo(x, y *account) bool {
	h, ok := x.source()
	if !ok || y.opening == "" {
		return true
	}
	k, self := y.source()
	return s.kin.related(y.opening, h.actor) || self && k.actor == y.opening && accuses[y.claim.Act]
}

// predicates are the words of a claim that are no names: what is said of them.
func (a *account) predicates() map[string]bool {
	out := map[string]bool{}
	for _, t := range a.terms {
		if k := t.keys[len(t.keys)-1]; !strings.HasPrefix(k, "@") && t.weight >= 1 {
			out[k] = true
		}
	}
	return out
}

// replies reports that x turns down, right after it, what y says against
// somebody: "accused the government of walking away. A spokesman denied that
// ministers had walked away".
func replies(x, y *account) bool {
	gap := x.span.Start - y.span.End
	if x.article != y.article || gap < 0 || gap > closeBy || !accuses[y.claim.Act] {
		return false
	}
	l := alikeness(x.terms, y.terms)
	return l.turned == 0 && slices.ContainsFunc(l.words, func(w string) bool { return weight(w) >= 1 })
}

// echoes links what a voice says after a denial to what that denies: "denied
// the report. “The minister has no intention of resigning,” she said".
func (s *Set) echoes(links []Link) []Link {
	denials := map[string][]Link{}
	for _, l := range links {
		if l.Type == Denial {
			denials[l.A] = append(denials[l.A], l)
		}
	}
	var out []Link
	for _, x := range s.accounts {
		if x.sign != negative || turned(x) || x.silent || len(x.hops) == 0 {
			continue
		}
		for _, d := range s.accounts {
			gap := x.span.Start - d.span.End
			if len(denials[d.claim.ID]) == 0 || d.article != x.article || !d.sameVoice(x) || gap < 0 || gap > closeBy/4 {
				continue
			}
			for _, l := range denials[d.claim.ID] {
				y := s.byID[l.B]
				k := alikeness(x.terms, y.terms)
				if y.sign != positive || len(k.words)+k.names == 0 || k.turned == 0 {
					continue
				}
				more := between(Denial, x, y, x.voice()+" goes on from a denial of it, of "+strings.Join(k.words, ", "))
				more.Of = l.Of
				out = append(out, more)
			}
		}
	}
	return append(links, out...)
}
