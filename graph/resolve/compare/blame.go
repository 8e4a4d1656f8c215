package compare

import (
	"slices"

	"github.com/claimline/claimline/graph"
)

// insurgents are words for those who fight a state, by whom texts describe the
// doers without a name.
var insurgents = stems("rebels insurgents militants separatists guerrillas fighters terrorists extremists gunmen jihadists militiamen")

// culprits are the actors whom the words of a claim tell as the doers of an
// event of its own article: with and without a name.
func (s *Set) culprits(a *account) (named, bare []string) {
	h := s.events[a.main()]
	if h == nil || a.loose || a.record == nil {
		return nil, nil
	}
	for _, actor := range sortedKeys(a.within) {
		roles := h.own[a.article.ID+" "+actor]
		if !slices.ContainsFunc(guilty, func(r string) bool { return roles[r] }) {
			continue
		}
		if s.names[actor].bare {
			bare = append(bare, actor)
		} else {
			named = append(named, actor)
		}
	}
	return named, bare
}

// ofSome finds a group that turns down, right after it, what is said of doers
// without a name: "Rebels had shelled the market, state media said. The Free
// Army denied responsibility".
func (s *Set) ofSome(x, y *account) string {
	h, ok := x.source()
	gap := x.span.Start - y.span.End
	if !ok || x.claim.Act != "deny_responsibility" || x.article != y.article || gap < 0 || gap > closeBy || len(x.sharedEvents(y)) == 0 || len(y.hops) == 0 {
		return ""
	}
	if k := s.names[h.actor].kind; k == graph.Person || k == graph.MediaOutlet {
		return ""
	}
	named, bare := s.culprits(y)
	if len(named) > 0 || len(bare) == 0 {
		return ""
	}
	return "it is said of " + s.names[bare[0]].text + " just before"
}

// otherSide finds a claim that puts a deed on the fighters of no state beside
// one that blames a state for it.
func (s *Set) otherSide(a, b *account) (Link, bool) {
	for _, p := range [][2]*account{{a, b}, {b, a}} {
		x, y := p[0], p[1]
		if !accuses[x.claim.Act] || x.sign != positive || y.sign != positive || len(y.hops) == 0 || y.unreal || x.loose || s.kinVoices(x, y) {
			continue
		}
		_, bare := s.culprits(y)
		for _, d := range x.deeds {
			if d.event != y.main() || !ofState(s.names[d.actor]) {
				continue
			}
			for _, actor := range bare {
				if slices.ContainsFunc(tokens(s.names[actor].text), func(t token) bool { return insurgents[stem(t.word)] }) {
					l := between(OtherDoer, x, y, x.voice()+" says it was "+s.names[d.actor].text+"; "+y.voice()+" says it was "+s.names[actor].text)
					return l, true
				}
			}
		}
	}
	return Link{}, false
}

func ofState(n name) bool {
	return !n.bare && (n.kind == graph.State || n.kind == graph.PublicBody)
}
