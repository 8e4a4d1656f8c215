package compare

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// retort finds somebody who turns down, in words of their own, what is said
// against them: "Northland accused Southland of shelling the town. Southland
// denied shelling it", "police denied shooting the man".
func (s *Set) retort(a, b *account) (Link, bool) {
	for _, p := range [][2]*account{{a, b}, {b, a}} {
		x, y := p[0], p[1]
		if !turned(x) || x.sign != negative || x.anaphor != "" && (x.refers != nil || x.claim.Act != "deny_responsibility") || y.sign != positive || y.surety == possible || s.kinVoices(x, y) && !admitted(x, y) {
			continue
		}
		if why := s.saidAgainst(x, y); why != "" {
			l := between(Denial, x, y, x.voice()+" turns down what "+y.voice()+" says of it: "+why)
			if len(y.deeds) > 0 {
				l.Of = OfDoer
			}
			return l, true
		}
	}
	return Link{}, false
}

// saidAgainst says how y is said against the source of x and meant by its
// denial; empty when it is not. The words of a denial are few, and who denies
// is one of the things that both have in common.
func (s *Set) saidAgainst(x, y *account) string {
	h, ok := x.source()
	if !ok || x.main() != "" && y.main() != "" && x.article != y.article && x.main() != y.main() {
		return ""
	}
	if admitted(x, y) {
		if l := alikeness(x.terms, y.terms); slices.Contains(l.words, x.verb()) && l.turned == 0 {
			return "the one has it denied, the other admitted"
		}
		return ""
	}
	if x.ofItself() && s.doneBy(x.main(), h.actor, y) {
		return "its article has " + h.name + " do it"
	}
	if beside(x, y) {
		return "what it denies is told beside it"
	}
	if why := s.ofSome(x, y); why != "" {
		return why
	}
	if replies(x, y) {
		return "it answers the accusation before it"
	}
	if !y.opensWith(h.actor) || x.article != y.article && len(x.sharedEvents(y)) == 0 {
		return ""
	}
	l := alikeness(x.terms, y.terms)
	switch {
	case l.turned > 0 || l.nots > 0:
		return ""
	case accuses[y.claim.Act] && x.article == y.article && len(x.sharedEvents(y)) > 0 && near(y, x):
		return "the accusation before it, of one event"
	case len(l.words) > 0 && slices.Contains(l.words, x.verb()) && l.covered >= 0.4:
		return "both speak of " + strings.Join(l.words, ", ")
	}
	return ""
}

// admitted reports that y has somebody else say that the source of x admits.
func admitted(x, y *account) bool {
	h, ok := x.source()
	k, told := y.source()
	return ok && told && h.actor == k.actor && len(y.hops) > 1 && len(x.hops) <= 1 && (y.claim.Act == "admit" || y.claim.Act == "acknowledge")
}

// closeBy is how many bytes may stand between a denial and another voice that
// tells the denied deed: the sentence before or after it.
const closeBy = 120

// beside reports that next to a denial in a few words another source tells its
// deed by the same verb: "denied paying a ransom. A lawyer said that two
// million had been paid".
func beside(x, y *account) bool {
	verb := x.verb()
	if x.article != y.article || beyond(x, y) > closeBy || len(y.hops) == 0 || len(x.terms) > 4 || weight(verb) < 1 || !x.ofGerund() {
		return false
	}
	l := alikeness(x.terms, y.terms)
	return l.turned == 0 && slices.Contains(l.words, verb)
}

// ofGerund reports a content that names a deed: "paying a ransom".
func (a *account) ofGerund() bool {
	words := tokens(a.content.Of(a.article.Text))
	return len(words) > 1 && strings.HasSuffix(words[0].word, "ing")
}

// near reports that b follows a in its article, a sentence or two on.
func near(a, b *account) bool {
	return a.span.End <= b.span.Start && b.span.Start-a.span.End <= reachBack
}

// ofItself reports a denial of what its source would have done: "denied taking
// the money", "denied that it had shelled the town", "denied responsibility".
func (a *account) ofItself() bool {
	words := tokens(a.content.Of(a.article.Text))
	if len(words) == 0 || a.main() == "" || a.loose {
		return false
	}
	first := words[0].word
	return a.claim.Act == "deny_responsibility" || strings.HasSuffix(first, "ing") || selves[first]
}

// guilty are the roles of those who did it.
var guilty = []string{"attacker", "perpetrator_alleged", "agent", "convicted"}

// doneBy reports that y tells an event of which its own article makes somebody
// the doer.
func (s *Set) doneBy(event, actor string, y *account) bool {
	if y.record == nil || y.main() != event || y.loose {
		return false
	}
	roles := s.events[event].own[y.article.ID+" "+actor]
	return slices.ContainsFunc(guilty, func(r string) bool { return roles[r] })
}

// opensWith reports that the content of a begins with an actor, as its subject
// or as whom it accuses.
func (a *account) opensWith(actor string) bool { return a.opening != "" && a.opening == actor }

// verb is the stem of what a denial says was not done: its first word that is
// no pronoun or auxiliary.
func (a *account) verb() string {
	list := tokens(a.content.Of(a.article.Text))
	for i, t := range list {
		if !grammar[t.word] && !strings.HasSuffix(t.word, "ly") {
			return stem(phrase(list, i))
		}
	}
	return ""
}

// openingOf is the actor that a content begins with: within its first three
// words.
func openingOf(a *account, inside []mention) string {
	words := tokens(a.content.Of(a.article.Text))
	for _, m := range inside {
		if m.kind != graph.KindActor {
			continue
		}
		before := 0
		for _, t := range words {
			before += one(a.content.Start+t.start < m.Start)
		}
		if before <= 2 && !attributive(a.article.Text[m.End:]) {
			return m.cluster
		}
	}
	return ""
}
