package compare

import (
	"slices"

	"github.com/claimline/claimline/graph"
)

// contests are the types of events that one side wins.
var contests = set("x-election x-sport")

// wins are the words that make who stands before them the winner.
var wins = stems("won win winner victory victorious")

// winner is who won a contest according to a claim: its source, or whom it
// names first; empty where it does not say.
func (s *Set) winner(a *account) (actor string, self bool) {
	if a.sign != positive || a.surety == possible || a.unreal || !slices.ContainsFunc(a.events, s.contest) {
		return "", false
	}
	list := tokens(a.content.Of(a.article.Text))
	at := slices.IndexFunc(list, func(t token) bool { return wins[stem(t.word)] })
	if at < 0 || turnedAt(list, at) {
		return "", false
	}
	if h, ok := a.source(); ok && at <= 3 && len(list) > 0 && selves[list[0].word] && !h.unnamed {
		return h.actor, true
	}
	return a.opening, false
}

func (s *Set) contest(event string) bool {
	h := s.events[event]
	return h != nil && slices.ContainsFunc(h.records, func(e graph.Event) bool { return contests[e.Type] })
}

// winners finds somebody who says they won what another voice says somebody
// else did.
func (s *Set) winners(a, b *account) (Link, bool) {
	if a.article != b.article && len(a.sharedEvents(b)) == 0 {
		return Link{}, false
	}
	x, aSelf := s.winner(a)
	y, bSelf := s.winner(b)
	if x == "" || y == "" || x == y || aSelf == bSelf || s.kin.related(x, y) || s.kin.namesake(x, y) || s.names[x].bare || s.names[y].bare || s.kinVoices(a, b) {
		return Link{}, false
	}
	if s.names[x].kind != s.names[y].kind {
		return Link{}, false
	}
	if _, _, ok := s.places.elsewhere(a.places, b.places); ok {
		return Link{}, false
	}
	return between(OtherDoer, a, b, a.voice()+" says that "+s.names[x].text+" won; "+b.voice()+" says that "+s.names[y].text+" did"), true
}
