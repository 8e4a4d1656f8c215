package event

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Nouns that can stand for any event of a family told before.
var (
	violent  = words("attack assault massacre bloodshed violence incident atrocity carnage killing tragedy raid strike shooting blast explosion bombing operation clash battle fighting ambush slaughter murder onslaught offensive shelling bombardment conflict war siege firing")
	accident = words("accident disaster tragedy incident crash catastrophe collapse collision fire blaze explosion blast derailment sinking death fall calamity outbreak")
	combat   = words("fighting battle clash war bombing shelling shooting firing bombardment offensive siege blast explosion strike")
	general  = words("incident case event episode affair move decision news process step measure development action matter")
)

// family groups types whose mentions may tell of one event.
func family(e *candidate) string {
	if e.kin == "" {
		e.kin = e.familyOf()
	}
	return e.kin
}

func (e *candidate) familyOf() string {
	switch e.Type {
	case "ASSAULT":
		return "violence"
	case "x-disaster":
		if len(e.Modes) > 0 && e.Modes[0] == "disease" {
			return "disease"
		}
		return "disaster"
	}
	if e.effect() {
		return "effect"
	}
	for _, kin := range kindred {
		for _, k := range kin {
			if len(e.Modes) > 0 && k == e.Type+"/"+e.Modes[0] {
				return kin[0]
			}
		}
	}
	if len(e.Modes) > 0 {
		return e.Type + "/" + e.Modes[0]
	}
	return e.Type
}

// kindred are types that tell of one event from two sides.
var kindred = [][]string{
	{"RETREAT/resign", "x-personnel/end", "x-org/left"},
	{"COERCE/arrest", "x-justice/surrender"},
	{"x-life/rescued", "x-movement/evacuate"},
	{"x-policy/law", "x-policy/vote"},
	{"x-policy/power", "COERCE/seize"},
	{"x-justice/ruling", "x-justice/sentence", "SANCTION/convict"},
	{"x-movement/travel", "x-movement/arrive", "CONSULT/visit"},
	{"x-business/acquire", "x-business/merge", "x-org/merged"},
	{"x-media/publish", "x-media/video", "x-media/photo", "x-media/broadcast"},
	{"x-justice/charge", "ACCUSE/allege"},
}

// imprisoning are the words for what comes long after an arrest.
var imprisoning = words("jail imprison imprisonment incarcerate jailing incarceration")

// effect reports whether e is death or injury, which other events bring about.
func (e *candidate) effect() bool {
	if e.Type != "x-life" || len(e.Modes) == 0 {
		return false
	}
	return e.Modes[0] == "die" || e.Modes[0] == "injure"
}

// coreference joins mentions of one event, in the order of the text.
func (f *finder) coreference() {
	for i := range f.events {
		if f.events[i].Generic {
			continue
		}
		if j := f.together(i); j != doc.None {
			f.join(i, j, "participle")
			continue
		}
		best, bestScore := doc.None, 0
		for j := i - 1; j >= 0; j-- {
			if f.events[j].Same != j || f.events[j].Generic || j >= lead && i-f.last(j) > memory {
				continue
			}
			if s := f.likeness(i, j); s > bestScore {
				best, bestScore = j, s
			}
		}
		if best != doc.None {
			f.join(i, best, "coref")
		}
	}
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
	if h < 0 {
		return doc.None
	}
	if !e.verb {
		if j := f.includedIn(i, h); j != doc.None {
			return j
		}
		return f.withinFight(i, h)
	}
	if f.tree.Is(e.Token, "acl:relcl") && f.at[h] == doc.None {
		for _, t := range f.doneBy(h, e.sent) {
			h = t // "the bombing of the school, in which two cars exploded"
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
	if f.tree.Is(e.Token, "conj") && family(e) != "violence" && family(e) != "disaster" {
		return doc.None
	}
	return j
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
	if sort == 0 || f.other(e) || f.conflict(i, j) || f.numberApart(e, o) || f.bodiesApart(e, o) || f.indefinite(e) && f.indefinite(o) && !f.headline(o.sent) {
		return 0
	}
	shared := f.shared(i, j)
	if !real(e.Realis) && !real(o.Realis) && shared == 0 && (sort == 1 || !e.verb && f.introduces(e)) {
		return 0 // two that did not happen have little else to be one by
	}
	if (e.Realis == graph.Denied) != (o.Realis == graph.Denied) && !real(e.Realis) && !real(o.Realis) && f.overlap(e, o) == 0 {
		return 0 // what is denied is not what is feared
	}
	if e.effect() && e.verb {
		if f.sharedVictim(e, j) || sort > 1 && f.headline(o.sent) && !f.headline(e.sent) && f.onlyHeadline(i, j) {
			return sort + shared
		}
		return 0 // whose cause is found by effects
	}
	switch {
	case !e.verb && e.definite:
		if sort == 1 && shared == 0 && f.introduces(e) {
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
		if real(e.Realis) != real(o.Realis) && !(sort > 2 && shared > 0) && (!f.near(i, j, 2) || f.hasReal(i, family(o))) {
			return 0
		}
		return score
	case real(e.Realis) != real(o.Realis):
		return 0
	case e.verb && shared == 0 && f.mishap(e) && f.mishap(o):
		return 0
	case f.headline(o.sent) && f.onlyHeadline(i, j):
		return sort + shared
	case e.weak:
		return sort + shared
	case !e.verb && sort > 1 && family(e) == "disaster" && !f.indefinite(e) && f.sole(i, j) && f.near(i, j, memory):
		return sort + shared
	case !e.verb:
		if shared > 0 && sort > 1 || shared > 1 {
			return sort + shared
		}
	case sort > 1 && real(e.Realis) && f.sole(i, j) && (f.near(i, j, 3) || f.dominant(j)):
		return sort + shared
	case e.verb && family(e) == "violence" && f.early(e) && f.sole(i, j) && !f.otherVictim(e, o):
		return sort + shared
	case e.Realis == graph.Planned && o.Realis == graph.Planned && sort > 1 && shared > 0 && f.dominant(j):
		return sort + shared
	case !real(e.Realis) && shared < 2:
		return 0
	case shared > 1 || shared > 0 && (sort > 2 || sort > 1 && family(e) != "violence"):
		return sort + shared
	}
	return 0
}

// introduces reports whether the noun of e says by itself whom or what it befell,
// so that "the" need not point back: "the bombing of the school".
func (f *finder) introduces(e *candidate) bool {
	of := f.tree.Oblique(e.Token, "of")
	return of != doc.None && f.mention[of] != doc.None && !general[f.tree.Lemma(e.Token)]
}

// sort compares what kind of event i and the cluster of j are: 3 for the same
// word, 2 for the same type and mode, 1 for the same family.
func (f *finder) sort(e *candidate, j int) int {
	best := 0
	for _, k := range f.told(j) {
		best = max(best, f.pairSort(e, &f.events[k]))
	}
	return best
}

func (f *finder) pairSort(e, o *candidate) int {
	a, b := f.tree.Lemma(e.Token), f.tree.Lemma(o.Token)
	fa, fb := family(e), family(o)
	switch {
	case imprisoning[a] != imprisoning[b] && fa == "COERCE/arrest" && fb == fa:
		return 0 // arrested in March, jailed in June
	case a == b && (e.Type == o.Type || e.verb != o.verb):
		return 3
	case (a == "incident" || a == "episode") && !grave(o):
		return 0 // an interview is no incident
	case !e.verb && fa == "violence" && fb == fa && combat[a] && slices.Contains(o.Modes, "abduct"):
		return 0 // no fight is a kidnapping
	case !e.verb && general[a] && e.definite && f.tree.Child(e.Token, "acl", "nmod") == doc.None:
		return 1
	case fa == fb && fa != "violence" && fa != "disaster" && fa != "effect":
		return 2
	case fa == fb && fa != "effect" && len(e.Modes) > 0 && len(o.Modes) > 0 && e.Modes[0] == o.Modes[0]:
		return 2
	case fa == fb && fa == "effect" && (e.Modes[0] == o.Modes[0] || f.mortal(e) || f.mortal(o)):
		return 2
	case !e.verb && (violent[a] && fb == "violence" && fa == "violence" || accident[a] && (fb == "disaster" || fb == "effect") && (fa == "disaster" || fa == "effect")):
		return 1
	case e.verb && fa == "violence" && fb == "violence":
		return 1
	case e.verb && fa == "disaster" && fb == "disaster" && (len(e.Modes) > 0 && len(o.Modes) > 0 && e.Modes[0] == o.Modes[0] || accident[b]):
		return 1
	case fa == "disaster" && fb == "violence" && !e.verb && slices.Contains(e.Modes, "explosion") && slices.Contains(o.Modes, "explosives"):
		return 2 // "the bombing", "the explosion"
	case fa == "violence" && fb == "disaster" || fa == "disaster" && fb == "violence":
		if !e.verb && e.definite && (violent[a] && accident[b] || accident[a] && violent[b]) {
			return 1
		}
	}
	return 0
}

// grave reports whether o is of a kind that news calls an incident.
func grave(o *candidate) bool {
	switch o.Type {
	case "ASSAULT", "x-disaster", "x-life", "x-crime", "PROTEST", "COERCE", "MOBILIZE", "THREATEN", "x-disrupt", "x-justice":
		return true
	}
	return false
}

// mortal reports whether e is an injury that killed: "was mortally wounded".
func (f *finder) mortal(e *candidate) bool {
	m := f.tree.Child(e.Token, "advmod")
	return e.verb && m != doc.None && (f.tree.Lemma(m) == "mortally" || f.tree.Lemma(m) == "fatally")
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
