package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// answering are acts that can take up what somebody said before; true where
// they turn it down.
var answering = map[string]bool{
	"confirm": false, "acknowledge": false, "admit": false,
	"deny": true, "deny_responsibility": true, "dispute": true, "dismiss": true, "reject": true,
}

// takenUp are nouns for what others said, with the acts they are nouns of; no
// acts stand for any.
var takenUp = map[string][]string{
	"warning": {"warn", "predict"}, "alert": {"warn"}, "threat": {"threaten", "warn"}, "prediction": {"predict"}, "forecast": {"predict"},
	"accusation": {"accuse", "blame", "attribute", "assert", "report"}, "allegation": {"accuse", "blame", "attribute", "assert", "report", "suspect", "believe"},
	"charge": {"accuse", "blame", "announce", "assert"}, "claim": nil, "report": {"report", "assert", "believe", "suspect"}, "statement": nil,
	"account": nil, "suggestion": nil, "speculation": {"speculate", "believe", "suspect", "assert"}, "demand": {"demand", "appeal", "order"},
	"figure": nil, "number": nil, "estimate": nil, "toll": nil, "count": nil, "tally": nil,
	"story": nil, "rumor": nil, "rumour": nil, "theory": nil, "version": nil, "finding": nil, "conclusion": nil,
	"result": {"announce", "report", "assert", "confirm"}, "verdict": {"announce", "report", "assert"},
	"appeal": {"demand", "appeal"}, "call": {"demand", "appeal"}, "proposal": {"propose"}, "criticism": {"criticize", "condemn", "accuse"},
}

// guilt are nouns by which somebody turns down what is said of themselves,
// pointing word or none: "denied any wrongdoing".
var guilt = set("wrongdoing involvement guilt responsibility complicity")

// accusing are the acts that can put guilt on somebody.
var accusing = []string{"accuse", "blame", "attribute", "suspect", "believe", "assert", "report", "announce"}

// charging are nouns for what is said against somebody; accuses are the acts
// that need not name whom they are said against.
var (
	charging = set("accusation accusations allegation allegations charge charges")
	accuses  = set("accuse blame attribute")
)

// accounts are nouns for what some source tells, not the article itself.
var accounts = set("account accounts claim claims statement statements version explanation")

// noun is the last word of the anaphor.
func (a *account) noun() string {
	list := tokens(a.anaphor)
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1].word
}

// pointing are words that point back at what was said.
var pointing = set("this that it such so these those the any all as much which them")

// anaphor reads a content that only points back: "as such", "the
// accusation", "such intelligence warnings". It returns the words and, for a
// noun, the acts that it is a noun of.
func (a *account) anaphorIn() (words string, acts []string, noun, ok bool) {
	text := a.content.Of(a.article.Text)
	list := tokens(text)
	for i, t := range list[:min(3, len(list))] {
		if guilt[t.word] && turnsDown(a) {
			return text[list[0].start:list[i].end], accusing, true, true
		}
	}
	if len(list) == 0 || !pointing[list[0].word] {
		return "", nil, false, false
	}
	last := 0
	for i, t := range list {
		if i >= 5 {
			break
		}
		for _, form := range []string{t.word, strings.TrimSuffix(t.word, "s")} {
			if acts, known := takenUp[form]; known && i > 0 {
				return text[list[0].start:t.end], acts, true, len(list) <= i+5
			}
		}
		if pointing[t.word] && i == last && i < 2 {
			last = i + 1
		}
	}
	// Nothing but pointers, and perhaps whom it was told to.
	rest := list[last:]
	if len(rest) > 0 && rest[0].word != "to" && rest[0].word != "in" && rest[0].word != "on" || len(rest) > 7 {
		return "", nil, false, false
	}
	return text[list[0].start:list[last-1].end], nil, false, true
}

func turnsDown(a *account) bool { return answering[a.claim.Act] }

// concerns reports that b says something of the source of a.
func (s *Set) concerns(a, b *account) bool {
	h, ok := a.source()
	if !ok {
		return false
	}
	return b.actors[h.actor] || slices.ContainsFunc(b.deeds, func(d deed) bool { return s.kin.related(d.actor, h.actor) })
}

// refer finds for every claim that points back the one before it in its
// article that it takes up.
func (s *Set) refer() {
	byArticle := map[string][]*account{}
	for _, a := range s.accounts {
		byArticle[a.article.ID] = append(byArticle[a.article.ID], a)
	}
	for _, list := range byArticle {
		// "said that … and that …" is one saying with two contents.
		slices.SortStableFunc(list, func(a, b *account) int {
			return cmp.Or(a.span.Start-b.span.Start, a.content.Start-b.content.Start)
		})
		for i, a := range list {
			turns, answers := answering[a.claim.Act]
			words, acts, noun, ok := a.anaphorIn()
			if w, scorns := a.scorns(); scorns && !(answers && ok) {
				if a.refers = s.scorned(a, list[:i], w); a.refers != nil {
					a.anaphor, a.scornful = w.words, true
				}
				continue
			}
			if !answers || !ok {
				continue
			}
			a.anaphor = words
			if a.refers = s.antecedent(a, list[:i], acts, noun); a.refers != nil && !turns {
				// What is confirmed is what was said.
				a.deeds = slices.Clone(a.refers.deeds)
				for j := range a.deeds {
					a.deeds[j].self = false
				}
			}
		}
	}
}

// reachBack is how many bytes before it a bare "this" or "as such" may mean.
const reachBack = 500

// nextTo is how many bytes may lie between two claims of which the second takes
// up the first, whatever event each is about.
const nextTo = 4

// antecedent is the nearest claim of another voice before a that its words can
// mean.
func (s *Set) antecedent(a *account, before []*account, acts []string, noun bool) *account {
	own := slices.ContainsFunc(tokens(a.anaphor), func(t token) bool { return guilt[t.word] })
	var nearest *account
	for _, b := range slices.Backward(before) {
		if nearest != nil && a.span.Start-b.span.End > reachBack {
			return nearest
		}
		switch {
		case own && !s.concerns(a, b):
		case b.span.End > a.span.Start || b.silent || a.sameVoice(b) || a.toldBy(b):
		case noun && acts != nil && !slices.Contains(acts, b.claim.Act):
		case noun && figured[a.noun()] && b.claim.Quantity == nil:
			// A figure is a number.
		case noun && accounts[a.noun()] && len(b.hops) == 0:
			// An account is somebody's.
		case noun && charging[a.noun()] && !accuses[b.claim.Act] && !s.concerns(a, b):
			// What is said of nobody is no accusation of whoever denies it.
		case !noun && a.span.Start-b.span.End > reachBack:
			return nil
		case a.span.Start-b.span.End > nextTo && !(acts != nil && s.ofSaying(a)) && len(a.events) > 0 && len(b.events) > 0 && len(a.sharedEvents(b)) == 0 && !shares(a.actors, b.actors):
		case !noun || nounOf(b, a.anaphor):
			return b // "claimed … the claim"
		case nearest == nil:
			nearest = b
		}
	}
	return nearest
}

// toldBy reports that the source of b only tells what the source of a says:
// what is denied is not what the teller says of it.
func (a *account) toldBy(b *account) bool {
	h, ok := b.source()
	return ok && slices.ContainsFunc(a.hops[:max(0, len(a.hops)-1)], func(o hop) bool { return o.actor == h.actor })
}

// ofSaying reports that a claim that points back is about nothing but the
// saying that it points to: "the report".
func (s *Set) ofSaying(a *account) bool {
	for _, id := range a.events {
		h := s.events[id]
		if h == nil || !slices.ContainsFunc(h.records, func(e graph.Event) bool { return saidOf[e.Type] }) {
			return false
		}
	}
	return true
}

// saidOf are the types of events that are a saying.
var saidOf = set("x-media x-statement ACCUSE REJECT REQUEST")

// answer links a claim to the one that it takes up, and to what a correction
// sets right.
func (s *Set) answer(a, b *account) (Link, bool) {
	for _, p := range [][2]*account{{a, b}, {b, a}} {
		x, y := p[0], p[1]
		if x.refers != y {
			continue
		}
		if x.scornful {
			return y.facet(between(Denial, x, y, x.voice()+" says of “"+x.anaphor+"”, which is what "+y.voice()+" says, that it is not so")), true
		}
		why := "“" + x.anaphor + "” is what " + y.voice() + " says, and " + x.voice()
		if answering[x.claim.Act] {
			return y.facet(between(Denial, x, y, why+" turns it down ("+x.claim.Act+")")), true
		}
		return y.facet(between(Agrees, x, y, why+" bears it out ("+x.claim.Act+")")), true
	}
	for _, p := range [][2]*account{{a, b}, {b, a}} {
		if word, ok := corrects(p[0], p[1]); ok {
			return p[1].facet(between(Denial, p[0], p[1], "with “"+word+"” "+p[0].voice()+" sets right what "+p[1].voice()+" says")), true
		}
	}
	return Link{}, false
}

// facet marks a link to a with what a foremost does.
func (a *account) facet(l Link) Link {
	switch {
	case a.target != nil:
		l.Of = OfForecast
	case len(a.deeds) > 0:
		l.Of = OfDoer
	}
	return l
}

// carry extends denials: who turns down what a source says turns it down
// wherever that source is reported to say it, and does not agree there.
func (s *Set) carry(links []Link) []Link {
	again := map[string][]string{} // claim → claims of its source elsewhere that say the same
	for _, l := range links {
		if l.OneSource && l.Neutral() == "corroborates" && s.whole(l) {
			again[l.A] = append(again[l.A], l.B)
			again[l.B] = append(again[l.B], l.A)
		}
	}
	out := links
	turned := map[[2]string]bool{}
	for _, l := range links {
		if l.Type != Denial {
			continue
		}
		for _, c := range again[l.B] {
			if c == l.A || s.byID[c].article == s.byID[l.B].article || s.byID[c].sameVoice(s.byID[l.A]) {
				continue
			}
			more := between(Denial, s.byID[l.A], s.byID[c], l.Why+", here as in "+outlet(s.byID[l.B].article))
			more.Of = l.Of
			out = append(out, more)
			turned[[2]string{min(l.A, c), max(l.A, c)}] = true
		}
	}
	return slices.DeleteFunc(out, func(l Link) bool {
		return l.Neutral() == "corroborates" && turned[[2]string{min(l.A, l.B), max(l.A, l.B)}]
	})
}

// whole reports that two claims that agree say the same, and not only
// something of the same.
func (s *Set) whole(l Link) bool {
	if l.Of != OfStatement {
		return l.Of == OfDoer || l.Of == OfForecast
	}
	a, b := s.byID[l.A], s.byID[l.B]
	k := alikeness(a.terms, b.terms)
	return l.Type != Partly && (a.claim.Quantity == nil) == (b.claim.Quantity == nil) && len(k.words) > 1 && (k.both >= glue && a.main() == b.main() || k.covered >= 0.9)
}

// corrects reports that x says of something that an earlier voice of its
// article named that it was in truth something else.
func corrects(x, y *account) (string, bool) {
	if x.article != y.article || y.span.End > x.span.Start || x.sign != positive || y.sign != positive || x.sameVoice(y) {
		return "", false
	}
	if x.main() == "" || x.main() != y.main() || x.loose || y.loose || !shares(x.actors, y.actors) {
		return "", false
	}
	list := tokens(x.content.Of(x.article.Text))
	for i := 1; i+1 < len(list); i++ {
		be := list[i-1].word
		if be != "was" && be != "were" && be != "is" && be != "are" {
			continue
		}
		if list[i].word == "actually" || list[i].word == "really" {
			return be + " " + list[i].word, true
		}
		if list[i].word == "in" && (list[i+1].word == "fact" || list[i+1].word == "reality" || list[i+1].word == "truth") {
			return be + " in " + list[i+1].word, true
		}
	}
	return "", false
}
