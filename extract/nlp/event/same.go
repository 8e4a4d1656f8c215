package event

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// coreference joins mentions of one event, in the order of the text.
func (f *finder) coreference() {
	for i := range f.events {
		if f.events[i].Generic {
			continue
		}
		j, why := f.together(i), "participle"
		if j == doc.None && f.amongSeveral(i) {
			f.events[i].weak = true
			continue
		}
		best, above := f.antecedents(i)
		if j == doc.None {
			j, why = best, "coref"
		}
		if j != doc.None {
			f.join(i, j, why)
		}
		if above != doc.None && !f.conflict(f.events[i].Same, above) {
			f.join(i, above, "headline")
		}
	}
}

// antecedents are the event told before i that i repeats most surely, and one of
// which only the headline told that the first words on it in the text repeat as well.
func (f *finder) antecedents(i int) (best, above int) {
	score := 0
	best, above = doc.None, doc.None
	for j := i - 1; j >= 0; j-- {
		if f.events[j].Same != j || f.events[j].Generic || j >= lead && i-f.last(j) > memory {
			continue
		}
		s := f.likeness(i, j)
		if s > score {
			best, score = j, s
		}
		if s > 1 && f.brings(i) && !f.headline(f.events[i].sent) && f.onlyHeadline(i, j) && len(f.killed(&f.events[j])) < 2 {
			above = j
		}
	}
	return best, above
}

// memory is over how many mentions of events an event is remembered, unless it
// is one of the lead, the first few: a bound on time for very long texts.
const (
	memory = 300
	lead   = 6
)

// told are mentions of the event first told at j to compare with: all, or of
// very many the first few and the latest.
func (f *finder) told(j int) []int {
	const most, first = 40, 8
	all := f.cluster[j]
	if len(all) <= most {
		return all
	}
	return append(slices.Clone(all[:first]), all[len(all)-most+first:]...)
}

// last is the last mention so far of the event first told at j.
func (f *finder) last(j int) int { return slices.Max(f.cluster[j]) }

func (f *finder) join(i, j int, why string) {
	a, b := f.events[i].Same, f.events[j].Same
	if a == b || f.ordered(a, b) {
		return
	}
	a, b = min(a, b), max(a, b)
	for _, k := range f.cluster[b] {
		f.events[k].Same = a
	}
	f.cluster[a] = append(f.cluster[a], f.cluster[b]...)
	f.cluster[b] = nil
	f.events[i].Rule += " same/" + why
}

// together is an event in the same sentence that i tells the manner or the
// course of: "stormed the hall, opening fire".
func (f *finder) together(i int) int {
	e := &f.events[i]
	h := f.tree.Token(e.Token).Head
	if j := f.shutBy(i); e.verb && j != doc.None {
		return j
	}
	if h < 0 {
		if !e.verb {
			return f.saidOf(i, e.Token)
		}
		return doc.None
	}
	if !e.verb {
		if j := f.saidOf(i, h); j != doc.None {
			return j
		}
		if j := f.includedIn(i, h); j != doc.None {
			return j
		}
		if j := f.at[h]; j != doc.None && e.Type == "x-sport" && f.events[j].Type == "x-sport" && f.tree.Is(e.Token, "obl", "nmod") && f.tree.Case(e.Token) == "in" {
			return j // "beat Rovers in the final"
		}
		return f.withinFight(i, h)
	}
	if f.tree.Is(e.Token, "acl:relcl") && f.at[h] == doc.None {
		for _, t := range f.doneBy(h, e.sent) {
			if t != e.Token {
				h = t // "the bombing of the school, in which two cars exploded"
			}
		}
	}
	if f.at[h] == doc.None || f.at[h] == i {
		return doc.None
	}
	j := f.at[h]
	o := &f.events[j]
	if f.tree.Is(e.Token, "acl:relcl") && !o.verb && f.brings(i) && f.brings(j) && real(e.Realis) == real(o.Realis) {
		return j // "a bombing in which two cars exploded"
	}
	if !f.tree.Is(e.Token, "advcl", "conj", "xcomp", "acl") || family(e) != family(o) || o.Realis != e.Realis {
		return doc.None
	}
	if f.tree.Child(e.Token, "nsubj", "nsubj:pass") != doc.None || f.conflict(i, j) {
		return doc.None
	}
	if f.tree.Is(e.Token, "conj") && family(e) != "violence" && family(e) != "disaster" && family(e) != "x-justice/trial" {
		return doc.None
	}
	return j
}

// saidOf is the event that noun i says what it was or what it came to: "the death was an
// accident", "was beaten to death".
func (f *finder) saidOf(i, h int) int {
	e := &f.events[i]
	j := f.at[h]
	if s := f.tree.Child(e.Token, "nsubj"); s != doc.None && f.tree.Child(e.Token, "cop") != doc.None {
		j = f.at[s]
	} else if f.tree.Lemma(e.Token) != "death" || f.tree.Case(e.Token) != "to" {
		return doc.None
	}
	if j == doc.None || j == i || !f.brings(i) || !f.brings(j) || real(f.events[j].Realis) != real(e.Realis) {
		return doc.None
	}
	return j
}

// shutBy is the event that is the subject of verb i, which tells what stood still for
// it: "the strike shut down the subway".
func (f *finder) shutBy(i int) int {
	e := &f.events[i]
	if e.Type != "x-business" || e.mode() != "close" && f.tree.Lemma(e.Token) != "halt" {
		return doc.None
	}
	agent := f.tree.FrameOf(e.Token).Agent
	if agent == doc.None || f.at[agent] == doc.None || f.at[agent] == i {
		return doc.None
	}
	switch o := &f.events[f.at[agent]]; o.Type {
	case "PROTEST", "ASSAULT", "x-disaster":
		if real(o.Realis) == real(e.Realis) {
			return f.at[agent]
		}
	}
	return doc.None
}

// includedIn is the event of several of which noun i names some: "carried out ten
// airstrikes, including strikes against units".
func (f *finder) includedIn(i, h int) int {
	e := &f.events[i]
	if f.tree.Case(e.Token) != "including" {
		return doc.None
	}
	for j := i - 1; j >= 0 && f.events[j].sent == e.sent; j-- {
		o := &f.events[j]
		if (o.Token == h || o.light == h) && f.several(o) && f.pairSort(e, o) > 0 {
			return j
		}
	}
	return doc.None
}

// withinFight is the violent act at token h that noun i tells the occasion of:
// "sank a boat in a battle".
func (f *finder) withinFight(i, h int) int {
	e, j := &f.events[i], f.at[h]
	if j == doc.None || !f.events[j].verb || !f.tree.Is(e.Token, "obl") || family(e) != "violence" || family(&f.events[j]) != "violence" {
		return doc.None
	}
	if c := f.tree.Case(e.Token); c != "in" && c != "during" || f.events[j].Realis != e.Realis || f.conflict(i, j) {
		return doc.None
	}
	return j
}

// likeness says how surely mention i repeats the event first mentioned at j;
// zero for not at all.
func (f *finder) likeness(i, j int) int {
	e, o := &f.events[i], &f.events[j]
	sort := f.sort(e, j)
	if f.sameDeath(i, j) {
		return sort + surely
	}
	if sort == 0 || f.distinct(i, j) {
		return 0
	}
	shared := f.shared(i, j)
	switch {
	case f.unrealApart(e, o, sort, shared):
	case e.effect() && e.verb: // whose cause is found by effects
		if f.sharedVictim(e, j) || f.among(i, j) || sort > 1 && f.headline(o.sent) && !f.headline(e.sent) && f.onlyHeadline(i, j) {
			return sort + shared
		}
	case !e.verb && sort == 1 && f.standoff(e) && f.besieged(i):
	case !e.verb && e.definite:
		return f.pointsBack(i, j, sort, shared)
	case real(e.Realis) == real(o.Realis) && f.repeats(i, j, sort, shared):
		return sort + shared
	}
	return 0
}

// distinct reports whether something in the text keeps i and the event first told at j
// apart.
func (f *finder) distinct(i, j int) bool {
	e, o := &f.events[i], &f.events[j]
	return f.deathsApart(i, j) || f.other(e) || f.conflict(i, j) || f.numberApart(e, o) || f.bodiesApart(e, o) ||
		f.indefinite(e) && f.indefinite(o) && !f.headline(o.sent) && !f.retold(i, j)
}

// unrealApart reports whether two that did not happen have too little in common to be
// one: what is denied is not what is feared.
func (f *finder) unrealApart(e, o *candidate, sort, shared int) bool {
	if real(e.Realis) || real(o.Realis) {
		return false
	}
	if shared == 0 && (sort == 1 || !e.verb && f.introduces(e)) {
		return true
	}
	return (e.Realis == graph.Denied) != (o.Realis == graph.Denied) && f.overlap(e, o) == 0
}

// pointsBack says how surely the definite noun of i speaks of the event first told at j:
// "the attack".
func (f *finder) pointsBack(i, j, sort, shared int) int {
	e, o := &f.events[i], &f.events[j]
	if sort == 1 && shared == 0 && f.introduces(e) && !f.saysWhat(e.Token) {
		return 0
	}
	if real(e.Realis) != real(o.Realis) && !(sort > 2 && shared > 0) && (!f.near(i, j, 2) || f.hasReal(i, family(o))) {
		return 0
	}
	score := sort + shared
	if f.near(i, j, 1) {
		score += 2
	}
	if f.near(i, j, 3) {
		score++
	}
	if f.dominant(j) {
		score++
	}
	return score + 4*f.hinted(e, j) + f.weight(i, j, sort)
}

// repeats reports whether the verb or the noun without "the" of i tells again of the
// event first told at j.
func (f *finder) repeats(i, j, sort, shared int) bool {
	e, o := &f.events[i], &f.events[j]
	switch {
	case e.verb && shared == 0 && f.mishap(e) && f.mishap(o):
		return false
	case f.headline(o.sent) && f.onlyHeadline(i, j), f.retold(i, j), e.weak:
		return true
	case !e.verb && sort > 1 && family(e) == "disaster" && !f.indefinite(e) && f.sole(i, j) && f.near(i, j, memory):
		return true
	case !f.telling(e):
		return shared > 0 && sort > 1 || shared > 1
	case sort > 1 && real(e.Realis) && f.sole(i, j) && (f.near(i, j, 3) || f.dominant(j)):
		return true
	case family(e) == "violence" && f.early(e) && f.sole(i, j) && !f.otherVictim(e, o) && !lasting[f.tree.Lemma(o.Token)] && !f.otherMeans(e, o):
		return true
	case ahead(e) && ahead(o) && sort > 1 && (shared > 0 && f.dominant(j) || dismissal(e) && f.sole(i, j) && f.near(i, j, 2)):
		return true
	case !real(e.Realis) && shared < 2:
		return false
	}
	return shared > 1 || shared > 0 && (sort > 2 || sort > 1 && family(e) != "violence")
}

// otherMeans reports whether one of two was done with bombs and the other with guns or
// blades, by none and to none that both name.
func (f *finder) otherMeans(e, o *candidate) bool {
	bomb := func(c *candidate) bool { return c.mode() == "explosives" || c.mode() == "suicide-attack" }
	hand := func(c *candidate) bool {
		return c.mode() == "firearms" || c.mode() == "primitive" || c.mode() == "beat"
	}
	return (bomb(e) && hand(o) || bomb(o) && hand(e)) && f.overlap(e, o) == 0
}

// ahead reports whether e is to come.
func ahead(e *candidate) bool { return e.Realis == graph.Planned || e.Realis == graph.Future }

// weight is what the noun of i says for or against the event first told at j by how
// heavy that is.
func (f *finder) weight(i, j, sort int) int {
	e, n := &f.events[i], 0
	if e.effect() {
		return 0
	}
	lemma, bare := f.tree.Lemma(e.Token), f.causeless(j)
	switch {
	case deadly[lemma]:
		n += f.fatal(j)
	case sad[lemma] && !bare:
		n += max(0, f.fatal(j))
	}
	if bare {
		n -= 2 // the disaster rather than the deaths in it
	}
	if sort == 1 && e.mode() != "" && f.kinBefore(i) {
		n -= 2 // "the fire", where one was told
	}
	return n
}

// kinBefore reports whether an event of the very kind of i is told before it.
func (f *finder) kinBefore(i int) bool {
	for k := max(0, i-memory); k < i; k++ {
		if o := &f.events[k]; !o.Generic && f.pairSort(&f.events[i], o) > 1 {
			return true
		}
	}
	return false
}

// telling reports whether e tells as a verb does: "attacked", "came under fire".
func (f *finder) telling(e *candidate) bool {
	return e.verb || e.light != doc.None && !f.several(e) && f.tree.Child(e.Token, "det", "nmod:poss", "nummod") == doc.None
}

// introduces reports whether the noun of e says by itself whom or what it befell,
// so that "the" need not point back: "the bombing of the school".
func (f *finder) introduces(e *candidate) bool {
	of := f.tree.Oblique(e.Token, "of")
	return of != doc.None && f.mention[of] != doc.None && !general[f.tree.Lemma(e.Token)]
}

// mishap reports whether e befalls one person, who is then another's only when
// said to be: "slipped", "fell to her death".
func (f *finder) mishap(e *candidate) bool {
	return e.Type == "x-disaster" && slices.ContainsFunc(e.sense.When, func(c lexicon.Condition) bool { return c.Name == "subjper" })
}

// hasReal reports whether an event of the family that happened is told before i.
func (f *finder) hasReal(i int, kin string) bool {
	for k := max(0, i-memory); k < i; k++ {
		if family(&f.events[k]) == kin && real(f.events[k].Realis) && !f.events[k].Generic {
			return true
		}
	}
	return false
}

// otherVictim reports whether two verbs of different violence each say whom it
// befell, and it was not the same: "kidnapped two nurses", "beat a driver".
func (f *finder) otherVictim(e, o *candidate) bool {
	if !o.verb || len(e.Modes) == 0 || len(o.Modes) == 0 || e.Modes[0] == o.Modes[0] {
		return false
	}
	suffers := func(c *candidate) int {
		for _, a := range c.Args {
			if a.Role == c.sense.Patient && f.human(a.Mention) {
				return a.Mention
			}
		}
		return doc.None
	}
	a, b := suffers(e), suffers(o)
	return a != doc.None && b != doc.None && !f.same(a, b)
}

// lasting are verbs of violence that goes on beside a single attack.
var lasting = words("besiege fight battle surround encircle occupy torture")

// early reports whether e is told while the article still sets its scene.
func (f *finder) early(e *candidate) bool {
	const scene = 12 // sentences
	return real(e.Realis) && !e.Generic && e.sent < scene && !lasting[f.tree.Lemma(e.Token)]
}

// sole reports whether j is the only event of its family so far that i could
// repeat.
func (f *finder) sole(i, j int) bool {
	for k := max(0, i-memory); k < i; k++ {
		o := &f.events[k]
		if o.Same == k && k != j && family(o) == family(&f.events[j]) && !o.Generic && real(o.Realis) && f.pairSort(&f.events[i], o) > 0 {
			return false
		}
	}
	return true
}

// near reports whether the cluster of j has a mention at most so many sentences
// before i.
func (f *finder) near(i, j, sentences int) bool {
	return slices.ContainsFunc(f.cluster[j], func(k int) bool { return k < i && f.events[i].sent-f.events[k].sent <= sentences })
}

// dominant reports whether j is what the article tells of first.
func (f *finder) dominant(j int) bool { return j < lead }

// onlyHeadline reports whether the event of j has been told in headlines alone
// before i: then the first mention in the body tells it again.
func (f *finder) onlyHeadline(i, j int) bool {
	return !slices.ContainsFunc(f.cluster[j], func(k int) bool { return k < i && !f.headline(f.events[k].sent) })
}
