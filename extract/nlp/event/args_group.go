package event

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// namedIn lists the persons whom the article names as the several that mention m
// stands for: "two managers, Ana Diaz and Tom Moss", and "they" thereafter.
func (f *finder) namedIn(m int) []int {
	ch := f.d.Mentions[m].Chain
	if ch == doc.None || !f.d.Chains[ch].Plural {
		return nil
	}
	for _, k := range f.d.Chains[ch].Mentions {
		o := &f.d.Mentions[k]
		if o.Type != doc.Nominal || o.Class != doc.Group {
			continue
		}
		if named := f.tree.Listed(k); named != nil {
			return named
		}
		if named := f.introduced(k); named != nil {
			return named
		}
	}
	return nil
}

// introduced lists the persons whom the next sentences name together as a subject,
// where the story begins with as many whom it does not name: "Two brothers have been
// charged. Cal Reid, 22, and Jo Reid, 19, appeared".
func (f *finder) introduced(m int) []int {
	const opening, farthest = 3, 2 // sentences
	g := &f.d.Mentions[m]
	sent := f.d.Tokens[g.Head].Sent
	want := map[string]int{"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}[f.tree.Lemma(g.First)]
	if want == 0 || sent > opening {
		return nil
	}
	for i := m + 1; i < len(f.d.Mentions); i++ {
		o := &f.d.Mentions[i]
		s := f.d.Tokens[o.Head].Sent
		if s > sent+farthest {
			return nil
		}
		if s == sent || o.Type != doc.Name || o.Class != doc.PER {
			continue
		}
		if !f.tree.Is(o.Head, "nsubj") {
			return nil
		}
		out := []int{i}
		for _, k := range f.tree.Conjuncts(o.Head) {
			if n := f.mention[k]; n != doc.None && f.d.Mentions[n].Type == doc.Name && f.d.Mentions[n].Class == doc.PER {
				out = append(out, n)
			}
		}
		if len(out) != want || !f.ofAge(i) {
			return nil
		}
		return out
	}
	return nil
}

// ofAge reports whether a name is followed by an age: whom a story is about is told of
// so, and not who found them.
func (f *finder) ofAge(m int) bool {
	k := f.d.Mentions[m].Last
	return k+1 < len(f.d.Tokens) && f.tree.Token(k).Text == "," && len(f.tree.Token(k+1).Text) < 3 && f.tree.Token(k+1).UPOS == "NUM"
}

// assets are what states and bodies use force with: whose they are, that one acts.
var assets = words("jet warplane aircraft plane bomber drone helicopter gunship warship ship submarine tank artillery missile rocket troop soldier force guard marine " +
	"commando paratrooper gunner")

// forcesOf adds whose weapons or soldiers use force: "its jets bombed the town", "the
// Russian air force".
func (f *finder) forcesOf(c int) {
	e := &f.events[c]
	if e.Type != "ASSAULT" || !e.verb {
		return
	}
	agent := f.tree.FrameOf(e.Token).Agent
	if agent == doc.None {
		return
	}
	h := agent
	if of := f.tree.Oblique(agent, "of"); of != doc.None && f.tree.Token(agent).UPOS == "NUM" {
		h = of // "one of its jets"
	}
	if !assets[f.tree.Lemma(h)] {
		return
	}
	if p := f.tree.Child(h, "nmod:poss"); p != doc.None && f.mention[p] != doc.None && f.body(f.mention[p]) {
		f.argue(c, e.sense.Agent, p)
	}
}

// body reports whether m is of a state or organization.
func (f *finder) body(m int) bool {
	ch := f.d.Mentions[m].Chain
	if ch == doc.None {
		return false
	}
	switch f.d.Chains[ch].Actor {
	case graph.State, graph.Organization, graph.PublicBody, graph.ArmedGroup:
		return true
	}
	return false
}

// asked is who is to do the verb v, where another calls on somebody or for somebody
// to do it: "called for the minister to resign", "called on Orbex to pay".
func (f *finder) asked(v, subject int) int {
	h := f.tree.Token(v).Head
	if h < 0 || v < 2 || !f.tree.Is(v, "xcomp", "advcl", "ccomp") || f.tree.Child(v, "mark") == doc.None {
		return subject
	}
	to := doc.None
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "mark") && f.tree.Lemma(k) == "to" {
			to = k
		}
	}
	if to == doc.None {
		return subject
	}
	for _, k := range f.tree.Kids(h) {
		if k >= to || k <= h || !f.tree.Is(k, "obl") || f.mention[k] == doc.None {
			continue
		}
		if _, last := f.tree.Range(k); last != to && !(last == to-1 && f.tree.Token(last).Text == ",") {
			continue
		}
		switch f.tree.Case(k) {
		case "on", "upon", "for", "":
			if f.tree.Case(k) != "" || f.forMark(v) {
				return k
			}
		}
	}
	return subject
}

// forMark reports whether the parser hung the "for" of "for Diaz to go" on the verb.
func (f *finder) forMark(v int) bool {
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "mark") && f.tree.Lemma(k) == "for" {
			return true
		}
	}
	return false
}

// gerundDoer is who does what a preposition before a gerund puts under another word:
// "committed to carrying out attacks", "made progress in retaking the city".
func (f *finder) gerundDoer(v int) int {
	t := f.tree.Token(v)
	if t.XPOS != "VBG" || t.Head < 0 || f.tree.Child(v, "nsubj") != doc.None || f.alleges(t.Head) {
		return doc.None
	}
	up := f.tree.Token(t.Head)
	if f.tree.Lemma(t.Head) == "guilty" {
		if p := f.tree.Child(t.Head, "nmod:poss"); p != doc.None {
			return p // "find her guilty of", as parsers read it
		}
		return f.tree.Subject(t.Head)
	}
	switch {
	case f.tree.Is(v, "obl", "advcl", "acl", "ccomp", "nmod") && (up.UPOS == "ADJ" || up.UPOS == "VERB"):
		if f.marker(v) == "" {
			return doc.None
		}
		return f.tree.Subject(t.Head)
	case f.tree.Is(v, "acl", "nmod") && up.UPOS == "NOUN" && f.mention[t.Head] == doc.None && up.Head >= 0 && f.tree.Is(t.Head, "obj") && carriers[f.tree.Lemma(up.Head)] && !f.tree.Passive(up.Head):
		return f.tree.Subject(up.Head)
	}
	return doc.None
}

// carriers are verbs that say little beside their noun: "made progress in".
var carriers = words("make have play take see gain claim enjoy show continue begin resume report achieve")

// alleges reports whether the word at h only says that somebody is said to have
// done it.
func (f *finder) alleges(h int) bool {
	switch f.tree.Lemma(h) {
	case "accuse", "blame", "charge", "suspect", "indict", "convict", "acquit", "clear", "bar", "ban", "prevent", "stop", "keep", "prohibit", "discourage", "dissuade", "warn", "protect":
		return true
	}
	return false
}

// means is who does the deed that a verb is done with: "backed the rebels with air
// strikes", "retaliated with shelling".
func (f *finder) means(c int) {
	e := &f.events[c]
	h := f.tree.Token(e.Token).Head
	if e.Type != "ASSAULT" || h < 0 || !f.tree.Is(e.Token, "obl", "nmod") || f.tree.Case(e.Token) != "with" || len(e.Args) > 0 {
		return
	}
	if f.tree.Token(h).UPOS != "VERB" && f.tree.Token(h).Head >= 0 {
		h = f.tree.Token(h).Head // hung on the object
	}
	if !wielding[f.tree.Lemma(h)] || f.tree.Passive(h) {
		return
	}
	f.argue(c, e.sense.Agent, f.tree.Subject(h))
}

var wielding = words("support back help assist respond retaliate reply answer react pound hit strike bombard target avenge attack batter punish continue")

// carriedOut is by whom a passive says the deed was called, led or made: "the strike
// was called by the union".
func (f *finder) carriedOut(c int) {
	e := &f.events[c]
	h := f.tree.Token(e.Token).Head
	if h < 0 || !organizing[f.tree.Lemma(h)] {
		return
	}
	if f.tree.Is(e.Token, "obj") && !f.tree.Passive(h) && len(e.Args) == 0 && f.tree.Lemma(h) != "call" && f.tree.Lemma(h) != "lead" && f.tree.Lemma(h) != "hold" {
		if s := f.tree.Subject(h); s != doc.None && f.acts(s) {
			f.argue(c, e.sense.Agent, s) // "handed in a petition"
		}
		return
	}
	if !f.tree.Is(e.Token, "nsubj:pass", "nsubj") || !f.tree.Passive(h) {
		return
	}
	if by := f.tree.ByAgent(h); by != doc.None && f.timex[by] == doc.None && f.acts(by) {
		f.argue(c, e.sense.Agent, by)
	}
}

var organizing = words("hand present organise organize stage hold call lead launch carry commit conduct deliver submit sign file mount perpetrate plan head direct arrange convene host")

// marchers are who takes part in a protest that their own act is said to be: "farmers
// blocked the road in a protest".
func (f *finder) marchers(c int) {
	e := &f.events[c]
	h := f.tree.Token(e.Token).Head
	if e.Type != "PROTEST" || h < 0 || !f.tree.Is(e.Token, "obl") || f.tree.Case(e.Token) != "in" || f.tree.Token(h).UPOS != "VERB" || f.tree.Passive(h) {
		return
	}
	s := f.tree.Subject(h)
	if s == doc.None || f.mention[s] == doc.None || f.d.Mentions[f.mention[s]].Class != doc.Group && f.d.Mentions[f.mention[s]].Class != doc.PER || f.tree.Child(h, "obj") == doc.None && f.tree.Lemma(h) != "march" {
		return
	}
	if w := strings.ToLower(f.tree.Token(s).Text); w == "police" || w == "officers" || w == "troops" || w == "soldiers" {
		return
	}
	f.argue(c, e.sense.Agent, s)
}
