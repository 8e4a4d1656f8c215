package compare

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// A deed is what a claim says of who did an event.
type deed struct {
	event  string // cluster
	actor  string // cluster
	self   bool   // the source says it of itself
	denied bool
}

var (
	// did are the participles before "by": who stands after it carried the
	// deed out, or is behind it.
	did = stems(`conducted carried perpetrated committed staged orchestrated planned masterminded executed done launched mounted organized
		organised ordered led directed commissioned claimed waged`)
	// doing are the verbs whose subject is so.
	doing = stems(`conducted carried perpetrated committed staged orchestrated masterminded launched mounted`)
	// own are verbs by which an attacker owns up without the formula.
	own = set(`dealt struck avenged retaliated`)
	// selves are the words by which a source speaks of itself.
	selves = set(`it we they he she`)
	// between a name and what it did
	aside = set(`had has have was were is are been be being the a an fighters fighter militants militant gunmen forces troops soldiers
		agents operatives members rebels likely probably possibly also itself themselves who which that`)
)

// undeeds are event types that nobody is held responsible for.
var undeeds = []string{"x-media", "x-gathering", "x-statement", "CONSULT", "x-personnel", "x-election"}

// deeds reads who did what: from the act, from roles that stand under the
// claim, and from the words "led by X", "X was behind it".
func (r *reader) deeds(a *account, inside []mention) []deed {
	if a.claim.Class == "forecast" {
		return nil
	}
	h, named := a.source()
	var out []deed
	for _, event := range a.events {
		if !r.deedlike(event) {
			continue
		}
		switch {
		case a.claim.Act == "deny_responsibility" && named:
			return []deed{{event, h.actor, true, true}}
		case a.claim.Act == "claim_responsibility" && named:
			return []deed{{event, h.actor, true, a.claim.Negated || a.sign == negative}}
		case a.claim.Act == "assert" && a.sign == positive && named && r.attacked(event, h.actor) && says(a, own):
			return []deed{{event, h.actor, true, false}}
		}
		if named && answering[a.claim.Act] && a.sign == negative && disowns(a, inside, event) {
			return []deed{{event, h.actor, true, true}}
		}
		if named && r.selfDeed(a, inside, event) {
			return []deed{{event, h.actor, true, a.sign == negative}}
		}
		for _, actor := range r.agents(a, inside, event) {
			out = append(out, deed{event, actor, false, a.sign == negative})
		}
		break
	}
	for _, l := range r.alleged[a.claim.ID] {
		event, _ := r.standFor(l.Article, l.From)
		actor := r.same(l.Article, l.To)
		out = append(out, deed{event, actor, named && actor == h.actor, a.sign == negative})
	}
	slices.SortFunc(out, func(x, y deed) int { return strings.Compare(x.event+x.actor, y.event+y.actor) })
	return slices.CompactFunc(out, func(x, y deed) bool { return x.event == y.event && x.actor == y.actor })
}

func (r *reader) deedlike(event string) bool {
	h := r.events[event]
	return h != nil && h.real() && !slices.ContainsFunc(h.records, func(e graph.Event) bool { return slices.Contains(undeeds, e.Type) })
}

// attacked reports that an actor did the event by what is told of it anywhere.
func (r *reader) attacked(event, actor string) bool {
	roles := r.events[event].actors[actor]
	return roles["attacker"] || roles["perpetrator_claimed"]
}

// says reports a verb in the content.
func says(a *account, verbs map[string]bool) bool {
	return slices.ContainsFunc(tokens(a.content.Of(a.article.Text)), func(t token) bool { return verbs[t.word] })
}

// selfDeed reads "it carried out the attack", "we were behind it" at the
// start of what a source says.
func (r *reader) selfDeed(a *account, inside []mention, event string) bool {
	words := tokens(a.content.Of(a.article.Text))
	for i, t := range words[:min(3, len(words))] {
		if selves[t.word] {
			return doesIt(words, i+1, a.content.Start, inside, event)
		}
	}
	return false
}

// disowns reads a denial of a deed of one's own: "denied hitting houses",
// "denied that it had shelled the town".
func disowns(a *account, inside []mention, event string) bool {
	words := tokens(a.content.Of(a.article.Text))
	for i, t := range words[:min(5, len(words))] {
		tells := slices.ContainsFunc(inside, func(m mention) bool {
			return m.kind == graph.KindEvent && m.cluster == event && m.Start <= a.content.Start+t.start && a.content.Start+t.start < m.End
		})
		switch {
		case tells && i == 0:
			return strings.HasSuffix(t.word, "ing")
		case tells:
			return selves[words[0].word] || i > 1 && selves[words[1].word]
		case i > 0 && !selves[t.word] && !aside[t.word]:
			return false
		}
	}
	return false
}

// agents are the actors that the words of the content make the doers.
func (r *reader) agents(a *account, inside []mention, event string) []string {
	words := tokens(a.content.Of(a.article.Text))
	var named, bare []string
	for _, m := range inside {
		if m.kind != graph.KindActor || attributive(a.article.Text[m.End:]) || !r.doer(a, words, m, inside, event) {
			continue
		}
		if m.bare {
			bare = append(bare, m.cluster)
		} else {
			named = append(named, m.cluster)
		}
	}
	if len(named) > 0 {
		return named[:1] // what follows describes the first
	}
	return bare[:min(1, len(bare))]
}

// attributive reports a name that only qualifies what comes after it:
// "Afghanistan-based".
func attributive(rest string) bool {
	return strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "’s") || strings.HasPrefix(rest, "'s")
}

// doer reports that a mention stands where the doer does.
func (r *reader) doer(a *account, words []token, m mention, inside []mention, event string) bool {
	first := slices.IndexFunc(words, func(t token) bool { return a.content.Start+t.start >= m.Start })
	next := slices.IndexFunc(words, func(t token) bool { return a.content.Start+t.start >= m.End })
	if next < 0 {
		next = len(words)
	}
	if first < 0 {
		return false
	}
	accuses := a.claim.Act == "accuse" || a.claim.Act == "blame" || a.claim.Act == "attribute"
	if h, ok := a.source(); accuses && first <= 3 && !(ok && h.actor == m.cluster) {
		return true
	}
	// "led by the faction X": up to eight words may come before the name.
	for i := first - 1; i >= max(1, first-8); i-- {
		if words[i].word == "by" {
			return did[stem(words[i-1].word)] || i > 1 && did[stem(words[i-2].word)]
		}
	}
	return doesIt(words, next, a.content.Start, inside, event)
}

// doesIt reports that the words from next on make the name before them the
// doer of the event: a verb of doing, then the event or a word for it.
func doesIt(words []token, next, start int, inside []mention, event string) bool {
	for i := next; i < min(len(words), next+5); i++ {
		switch w := words[i].word; {
		case w == "behind", w == "responsible" && i+1 < len(words) && words[i+1].word == "for", doing[stem(w)]:
			return object(words[i+1:], start, inside, event)
		case !aside[w]:
			return false
		}
	}
	return false
}

// object looks for the event among the next words.
func object(words []token, start int, inside []mention, event string) bool {
	for i, t := range words[:min(len(words), 8)] {
		if t.word == "it" || t.word == "this" && i < 2 {
			return true
		}
		if t.word == "by" {
			return false
		}
		for _, m := range inside {
			if m.cluster == event && m.Start <= start+t.start && start+t.start < m.End {
				return true
			}
		}
	}
	return false
}

// doers compares who did it according to two claims.
func (s *Set) doers(a, b *account) (Link, bool) {
	for _, x := range a.deeds {
		for _, y := range b.deeds {
			if x.event == y.event {
				if l, ok := s.deed(a, b, x, y); ok {
					return l, true
				}
			}
		}
	}
	return Link{}, false
}

func (s *Set) deed(a, b *account, x, y deed) (Link, bool) {
	says := func(c *account, d deed) string {
		name := s.names[d.actor].text
		switch {
		case d.self && d.denied:
			return name + " denies having done it"
		case d.self:
			return name + " says it did it itself"
		case d.denied:
			return c.voice() + " says it was not " + name
		}
		return c.voice() + " says it was " + name
	}
	why := says(a, x) + "; " + says(b, y)
	switch {
	case x.actor == y.actor && x.denied != y.denied:
		if y.denied {
			a, b = b, a
		}
		l := between(Denial, a, b, why)
		l.Of = OfDoer
		return l, true
	case x.denied && x.self && !y.denied && s.oneSide(x.actor, y.actor):
		l := between(Denial, a, b, why)
		l.Of = OfDoer
		return l, true
	case y.denied && y.self && !x.denied && s.oneSide(x.actor, y.actor):
		l := between(Denial, b, a, why)
		l.Of = OfDoer
		return l, true
	case x.denied || y.denied:
		return Link{}, false
	case x.actor == y.actor && a.surety != b.surety:
		return between(Certainty, a, b, why+"; one is less sure than the other"), true
	case x.actor == y.actor:
		return between(Doer, a, b, why), true
	}
	return s.otherDoer(a, b, x, y, why)
}

// forces are words for those who fight for a state.
var forces = set("army forces force troops military soldiers navy jets warplanes planes aircraft gunners artillery")

// oneSide reports two actors of whom the one answers for what the other is said
// to have done: a group and its branch, or two armed services of one state.
func (s *Set) oneSide(a, b string) bool {
	_, up := s.kin.below(a, b)
	_, down := s.kin.below(b, a)
	if up || down {
		return true
	}
	services := func(id string) bool {
		return slices.ContainsFunc(tokens(s.names[id].text), func(t token) bool { return forces[t.word] })
	}
	nation := s.kin.nation[a]
	return nation != "" && nation == s.kin.nation[b] && services(a) && services(b)
}

// otherDoer tells differing actors apart from differing words for one.
func (s *Set) otherDoer(a, b *account, x, y deed, why string) (Link, bool) {
	if way, ok := s.kin.below(x.actor, y.actor); ok {
		return between(Granularity, a, b, why+"; "+way), true
	}
	if way, ok := s.kin.below(y.actor, x.actor); ok {
		return between(Granularity, b, a, why+"; "+way), true
	}
	p, q := s.names[x.actor], s.names[y.actor]
	if p.bare != q.bare && group(p) && group(q) {
		if p.bare {
			a, b = b, a
		}
		return between(Granularity, a, b, why+"; one of them only describes who it was"), true
	}
	if a.loose || b.loose || p.bare || q.bare || !group(p) || !group(q) || s.kin.related(x.actor, y.actor) || a.actors[y.actor] || b.actors[x.actor] {
		return Link{}, false
	}
	return between(OtherDoer, a, b, why+"; nothing joins the two"), true
}

// otherHands reports two claims that name different doers of one event.
func otherHands(a, b *account) bool {
	one := false
	for _, x := range a.deeds {
		for _, y := range b.deeds {
			if x.event == y.event && x.actor == y.actor {
				return false
			}
			one = one || x.event == y.event
		}
	}
	return one
}

// group are actors of whom one excludes the other as the doer. Several people
// can act together, and so can people and the group that sent them.
func group(n name) bool {
	switch n.kind {
	case graph.ArmedGroup, graph.State, graph.PublicBody, graph.Organization:
		return true
	}
	return false
}
