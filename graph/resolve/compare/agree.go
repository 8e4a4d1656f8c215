package compare

import (
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph/ontology"
)

// A measure is how much two contents must have in common to put forward one
// proposition: weight of what meets, its part of the shorter content, and how
// many things meet.
type measure struct {
	shared, covered float64
	matches         int
}

// The measures, chosen on the annotated articles (eval_test.go) and on the news
// of ECB+, whose topics hold two like events each. The more else joins two
// claims, the fewer words they need. The last two make them share a part only.
var (
	ofEvent = measure{2, 0.55, 2}                                      // they tell of one event, in its words
	ofNode  = measure{2.5, 0.62, 3}                                    // they name one actor or place, and say something of it
	ofStory = []measure{{2, 0.95, 2}, {3, 0.7, 3}}                     // their articles tell of one event
	ofVoice = measure{2, 0.6, 2}                                       // one named source says both, of one story
	ofWords = measure{3, 0.75, 3}                                      // nothing joins them but words
	inPart  = map[bool]measure{true: {4, 0.35, 4}, false: {4, 0.4, 4}} // of one event, or of one story
)

// How much of both contents must be in common at least, since two words in a
// long sentence are no proposition; and how much of the shorter one where each
// names somebody that the other does not.
const (
	thin      = 0.25
	nearlyAll = 0.8
)

// flatly is what they need where the one denies and the other says just that of
// one event: few words, but nearly all of both.
var flatly = measure{1.5, 0.85, 2}

// opposing is what one claim that says so and one that says not so need.
var opposing = measure{2.5, 0.75, 3}

func (m measure) met(l likeness) bool {
	return l.shared >= m.shared && l.covered >= m.covered && l.matches() >= m.matches
}

// enough says whether two contents put forward one proposition (Agrees) or
// share a part of what they say (Partly); empty for neither.
func (s *Set) enough(a, b *account, l likeness) Type {
	if len(l.words) == 0 && (!l.event || l.covered < 0.9) || l.both < thin {
		return "" // names alone say little, and so does a scrap
	}
	if l.alone[0] > 0 && l.alone[1] > 0 && l.covered < nearlyAll {
		return "" // each tells it of somebody that the other does not name
	}
	story := s.oneStory(a.article.ID, b.article.ID)
	switch {
	case ofWords.met(l), l.event && ofEvent.met(l), l.names > 0 && len(l.words) > 0 && ofNode.met(l):
		return Agrees
	case (story || l.event) && l.both == 1 && a.claim.Quoted && b.claim.Quoted && a.sameVoice(b) && (l.event || len(l.words) > 0 && weight(l.words[0]) == 1):
		return Agrees // a short saying, in other words of grammar: "we were not asked", "nobody asked us"
	case (story || l.event) && ofVoice.met(l) && len(l.words) > 1 && l.both >= glue && a.sameVoice(b) && len(a.hops) > 0:
		return Agrees
	case story && slices.ContainsFunc(ofStory, func(m measure) bool { return m.met(l) }):
		return Agrees
	case (story || l.event) && inPart[l.event].met(l):
		return Partly
	}
	return ""
}

// stances are groups of acts that put a proposition forward in one way.
func stanceOf(act string) string {
	row, _ := ontology.ActOf(act)
	switch row.Stance {
	case "confirms", "believes", "claims-responsibility", "doubts":
		return "asserts"
	case "denies", "dismisses":
		return "denies"
	case "predicts":
		return "warns"
	}
	return row.Stance
}

// agree finds two claims that say one thing in whatever words.
func (s *Set) agree(a, b *account) (Link, bool) {
	a, b = a.rest(b), b.rest(a)
	if a.sign != b.sign || stanceOf(a.claim.Act) != stanceOf(b.claim.Act) || !surelyAlike(a, b) || !sameFigures(a, b) || otherHands(a, b) {
		return Link{}, false
	}
	x, y := a.terms, b.terms
	if a.aimed() && b.aimed() {
		x, y = unaimed(x), unaimed(y) // about to resign, and planned to
	}
	l := alikeness(x, y)
	if l.turned > 0 {
		return Link{}, false
	}
	both := a.voice() + " and " + b.voice()
	switch s.enough(a, b, l) {
	case "":
		return Link{}, false
	case Partly:
		return between(Partly, a, b, fmt.Sprintf("%s share a part of what they say: %s", both, l)), true
	}
	if a.surety != b.surety {
		weaker := between(Certainty, a, b, fmt.Sprintf("%s say the same: %s; one is less sure than the other", both, l))
		weaker.Of = OfStatement
		return weaker, true
	}
	return between(Agrees, a, b, fmt.Sprintf("%s say the same: %s", both, l)), true
}

// aimed reports a claim of what somebody is about to do.
func (a *account) aimed() bool {
	list := tokens(a.content.Of(a.article.Text))
	for i, t := range list {
		if aims[stem(t.word)] && (t.word != "about" || i+1 < len(list) && list[i+1].word == "to") {
			return true
		}
	}
	return false
}

func unaimed(terms []term) []term {
	return slices.DeleteFunc(slices.Clone(terms), func(t term) bool { return aims[t.keys[len(t.keys)-1]] })
}

// rest is what is put forward in "it was not X, but Y", where that is compared
// with what is not turned down; otherwise it is all of a.
func (a *account) rest(b *account) *account {
	if a.sign != negative || b.sign != positive || turned(a) {
		return a
	}
	var terms []term
	for _, t := range a.terms {
		if t.but {
			terms = append(terms, t)
		}
	}
	if len(terms) == 0 {
		return a
	}
	out := *a
	out.terms, out.sign, out.deeds = terms, positive, nil
	if out.surety == probable {
		out.surety = b.surety // the doubt is about what comes first
	}
	return &out
}

// surelyAlike keeps what may be apart from what is.
func surelyAlike(a, b *account) bool {
	return a.surety == b.surety || a.surety != possible && b.surety != possible && a.surety != uncommitted && b.surety != uncommitted
}

// sameFigures reports that no figure tells two claims apart: one sentence with
// two figures makes two claims of the same words.
func sameFigures(a, b *account) bool {
	p, q := a.claim.Quantity, b.claim.Quantity
	if p == nil || q == nil {
		return true
	}
	x, y, ok := common(p, q, granted)
	return metricOf(p) == metricOf(q) && ok && x.to(y) != apart && a.counted.against(b.counted) == ""
}

// opposed finds one claim that says what another says is not so.
func (s *Set) opposed(a, b *account) (Link, bool) {
	if a.sign == b.sign || a.sign == unsigned || b.sign == unsigned || a.surety == possible || b.surety == possible {
		return Link{}, false
	}
	if a.sign == positive {
		a, b = b, a
	}
	if a.claim.Quantity != nil || b.claim.Quantity != nil || stanceOf(b.claim.Act) != "asserts" || s.kinVoices(a, b) || a.ofSelf() && !s.couldDo(a, b) {
		return Link{}, false
	}
	l := alikeness(a.terms, b.terms)
	together := len(a.sharedEvents(b)) > 0
	flat := turned(a) && together && flatly.met(l) && l.both >= 0.8
	if !flat && (l.names == 0 && !together || !opposing.met(l) || l.both < 0.6) {
		return Link{}, false
	}
	// Who denies turns the whole round, and what is negated turns a word; both
	// at once would turn it back.
	if l.nots > 0 || turned(a) != (l.turned == 0) {
		return Link{}, false
	}
	return between(Denial, a, b, fmt.Sprintf("%s says it is not so, %s that it is: %s", a.voice(), b.voice(), l)), true
}

// kinVoices reports two claims of one voice or of two that may be one. That
// somebody says the opposite of what they say elsewhere is mostly a word that
// was lost on the way.
func (s *Set) kinVoices(a, b *account) bool {
	x, aSaid := a.source()
	y, bSaid := b.source()
	return a.sameVoice(b) || aSaid && bSaid && (s.kin.related(x.actor, y.actor) || s.kin.namesake(x.actor, y.actor))
}

// turned reports an act that denies by itself.
func turned(a *account) bool { return stanceOf(a.claim.Act) == "denies" }
