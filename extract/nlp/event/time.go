package event

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// time fills when candidate c happened: a time expression that hangs on the
// trigger, on the verb that carries it, or on a verb above it in the same
// clause. A time that hangs on a verb of saying is when it was said.
func (f *finder) time(c int) {
	e := &f.events[c]
	tokens := []int{e.Token}
	if e.light != doc.None {
		tokens = append(tokens, e.light)
	}
	last := e.Token
	f.tree.Climb(e.Token, func(a, from int) bool {
		if f.tree.Is(from, "ccomp", "parataxis", "acl:relcl", "csubj") || f.says(a) {
			return false
		}
		if f.tree.Is(from, "acl") && f.at[a] == doc.None {
			return false
		}
		if f.tree.Is(from, "advcl") && f.ordering(from) {
			return false
		}
		tokens = append(tokens, a)
		last = a
		return true
	})
	for _, t := range tokens {
		if x := f.timed(t, e.Token); x != doc.None {
			e.Time = x
			return
		}
	}
	if e.Time = f.below(e.Token, last); e.Time == doc.None {
		e.Time = f.front(e)
	}
}

// front is the date that opens the sentence of e and holds for all of it: "On
// Friday evening, masked men …", unless it is when something was said.
func (f *finder) front(e *candidate) int {
	const opening = 4 // words
	sent := f.d.Sentences[e.sent]
	for i := sent.First; i < sent.Last && i <= sent.First+opening; i++ {
		x := f.timex[i]
		if x == doc.None || !f.dates(x) {
			continue
		}
		end := f.d.Timexes[x].Last
		if end+2 >= sent.Last || f.tree.Token(end).Text != "," && f.tree.Token(end+1).Text != "," && f.tree.Token(end+2).Text != "," {
			return doc.None
		}
		if f.inClause(i) || f.beforeMain(e.Token) || f.underSaying(e.Token) && !f.pastPerfect(e.Token) && (e.light == doc.None || !f.pastPerfect(e.light)) || f.tree.Is(e.Token, "acl:relcl") {
			return doc.None
		}
		return x
	}
	return doc.None
}

// beforeMain reports whether i stands in a clause of its own in front of the main
// verb: "On Friday, in a letter that explained the attack, the group …".
func (f *finder) beforeMain(i int) bool {
	crossed, top := false, i
	f.tree.Climb(i, func(a, from int) bool {
		crossed = crossed || f.tree.Is(from, "ccomp", "acl", "advcl", "xcomp")
		top = a
		return true
	})
	return crossed && i < top
}

// inClause reports whether token i stands in a clause under the main one.
func (f *finder) inClause(i int) bool {
	found := false
	f.tree.Climb(i, func(_, from int) bool {
		found = f.tree.Is(from, "advcl", "acl") && f.tree.Token(from).UPOS == "VERB"
		return !found
	})
	return found
}

// pastPerfect reports whether v is told as done before something else: what
// "said last month it had sunk" dates is the sinking too.
func (f *finder) pastPerfect(v int) bool {
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "aux") && f.tree.Lemma(k) == "have" && f.tree.Token(k).XPOS == "VBD" {
			return true
		}
	}
	return false
}

// underSaying reports whether i is in what a verb of saying says.
func (f *finder) underSaying(i int) bool {
	found := false
	f.tree.Climb(i, func(a, from int) bool {
		found = f.says(a) && f.tree.Is(from, "ccomp", "parataxis")
		return !found
	})
	return found
}

// ordering reports whether the clause of v happened before or after what it
// hangs on rather than with it.
func (f *finder) ordering(v int) bool {
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "mark") {
			switch f.tree.Lemma(k) {
			case "after", "before", "until", "since", "if", "because", "though", "although", "unless":
				return true
			}
		}
	}
	return false
}

func (f *finder) says(i int) bool {
	for _, cue := range lexicon.Cues(f.tree.Lemma(i), "V") {
		if cue.Frame == "that" && f.tree.Token(i).UPOS == "VERB" && f.tree.Child(i, "ccomp", "parataxis") != doc.None {
			return true
		}
	}
	return false
}

// timed is the date that hangs on token t. Where t is coordinated the dates of
// the others are not its own.
func (f *finder) timed(t, trigger int) int {
	best := doc.None
	for _, k := range f.tree.Kids(t) {
		x := f.dateIn(k)
		if x == doc.None || f.ofAnother(k, t, trigger) {
			continue
		}
		if best == doc.None || distance(k, trigger) < distance(f.d.Timexes[best].First, trigger) {
			best = x
		}
	}
	if x := f.timex[t]; x != doc.None && best == doc.None && f.dates(x) && t == trigger {
		return x
	}
	return best
}

// ofAnother reports whether an event between date and trigger has the better
// claim on the date.
func (f *finder) ofAnother(k, t, trigger int) bool {
	if t == trigger {
		return false
	}
	other := f.at[t]
	if other == doc.None || !f.events[other].verb || f.events[other].Token == trigger {
		return false
	}
	if f.tree.Is(trigger, "obl") && f.tree.Token(trigger).Head == t {
		return !within[f.tree.Case(trigger)]
	}
	return !(f.tree.Is(trigger, "obj", "nsubj", "nsubj:pass", "conj", "xcomp", "advcl") && f.tree.Token(trigger).Head == t)
}

// within are the prepositions before an event that the verb's event happened
// in, and so at the same time.
var within = words("in at during on by amid")

func distance(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}

// dateIn is the date at token k or in the phrase that k heads.
func (f *finder) dateIn(k int) int {
	if x := f.timex[k]; x != doc.None && f.dates(x) {
		return x
	}
	if !f.tree.Is(k, "obl", "nmod", "advmod", "nummod", "compound", "amod", "nmod:poss") {
		return doc.None
	}
	for _, inner := range f.tree.Kids(k) {
		if x := f.timex[inner]; x != doc.None && f.dates(x) && f.tree.Is(inner, "nmod", "obl", "compound", "nummod", "amod", "case", "advmod", "nmod:poss") && f.at[k] == doc.None && f.tree.Token(k).UPOS != "VERB" {
			return x
		}
	}
	return doc.None
}

// dates reports whether a time expression is a date, with a reading, rather
// than a length or a repetition.
func (f *finder) dates(x int) bool {
	t := f.d.Timexes[x]
	return (t.Timex == "DATE" || t.Timex == "TIME") && t.EDTF != "" && !f.partOfName(t)
}

// partOfName reports whether a date only names a kind of thing: "a Christmas
// party", "the May elections" is not one.
func (f *finder) partOfName(t doc.Timex) bool {
	head := t.Last - 1
	return f.tree.Is(head, "compound") && strings.Contains(t.Rule, "holiday")
}

// below is the only date among the tokens under the trigger, and else the only
// one in its clause: parsers hang dates on the wrong word of the right clause.
func (f *finder) below(trigger, top int) int {
	for _, root := range []int{trigger, top} {
		found := doc.None
		several := false
		f.tree.Walk(root, func(i int) {
			x := f.timex[i]
			if x == doc.None || !f.dates(x) || x == found {
				return
			}
			if f.apart(i, root) {
				return
			}
			several = several || found != doc.None
			found = x
		})
		if found != doc.None && !several {
			return found
		}
	}
	return doc.None
}

// apart reports whether i stands in a clause of its own below root, or at
// another event.
func (f *finder) apart(i, root int) bool {
	apart := false
	f.tree.Climb(i, func(a, from int) bool {
		if from == root || a == root && f.at[root] != doc.None {
			return false
		}
		if f.tree.Is(from, "ccomp", "acl", "parataxis") && f.tree.Token(from).UPOS == "VERB" || f.tree.Is(from, "advcl") && (f.ordering(from) || f.infinitive(from)) || a != root && f.at[a] != doc.None || f.says(a) {
			apart = true
		}
		return a != root && !apart
	})
	return apart
}

// betterTime reports whether time x tells more than y.
func (f *finder) betterTime(x, y int) bool {
	if x == doc.None {
		return false
	}
	if y == doc.None {
		return true
	}
	a, b := f.d.Timexes[x].Interval, f.d.Timexes[y].Interval
	return finer(a.Precision) > finer(b.Precision) && a.Meets(b) != graph.Impossible
}

func finer(p graph.Precision) int {
	order := []graph.Precision{graph.PrecisionUnknown, graph.PrecisionRange, graph.PrecisionDecade, graph.PrecisionYear, graph.PrecisionMonth, graph.PrecisionWeek, graph.PrecisionDay, graph.PrecisionPart, graph.PrecisionHour, graph.PrecisionMinute}
	for i, o := range order {
		if o == p {
			return i
		}
	}
	return 0
}

// dated marks events that the date puts after the article as planned and those
// that it puts long before it as historical.
func (f *finder) dated(e *candidate) {
	const long = 2 // years
	if e.Time == doc.None || f.d.Created == nil || !f.d.Created.Known() {
		return
	}
	at := f.d.Timexes[e.Time].Interval
	switch {
	case e.Realis == graph.Occurred && !at.Earliest.IsZero() && at.Before(*f.d.Created) == graph.Impossible && !at.Earliest.Before(f.d.Created.Latest) && !f.d.Created.Latest.IsZero():
		e.Realis = graph.Planned
	case e.Realis == graph.Occurred && !at.Latest.IsZero() && !f.d.Created.Earliest.IsZero() && at.Latest.AddDate(long, 0, 0).Before(f.d.Created.Earliest):
		e.Realis = graph.Historical
	}
}

// alongsideDates dates events by others of their sentence that are not set apart
// from them by "after" or the like.
func (f *finder) alongsideDates() {
	for i := range f.events {
		if f.events[i].Time == doc.None {
			f.events[i].Time = f.besides(i)
		}
	}
}

// besides is the date of an event that i is coordinated with, that it is the
// subject of, or whose manner or circumstance it tells.
func (f *finder) besides(i int) int {
	e := &f.events[i]
	for j, end := f.inSent(e.sent); j < end; j++ {
		o := &f.events[j]
		if j == i || o.Time == doc.None || real(o.Realis) != real(e.Realis) {
			continue
		}
		if f.alongside(e.Token, o.Token) || f.alongside(o.Token, e.Token) {
			return o.Time
		}
	}
	return doc.None
}

// alongside reports whether the path from a up to b crosses no clause with a
// time of its own.
func (f *finder) alongside(a, b int) bool {
	met := false
	f.tree.Climb(a, func(at, from int) bool {
		if f.tree.Is(from, "ccomp", "parataxis", "acl:relcl") || f.tree.Is(from, "advcl") && (f.ordering(from) || f.infinitive(from)) || f.says(at) {
			return false
		}
		if f.tree.Is(from, "xcomp", "acl") && f.infinitive(from) {
			return false
		}
		if f.tree.Is(from, "obl", "nmod") && !f.tree.Is(from, "nmod:poss") && !within[f.tree.Case(from)] && f.tree.Case(from) != "of" {
			return false
		}
		met = at == b
		return !met
	})
	return met
}

// story carries the day that one sentence is about to the events of the next,
// where they are told in the simple past and have no date.
func (f *finder) story() {
	day, block, sent := doc.None, doc.None, doc.None
	for i := range f.events {
		e := &f.events[i]
		b := f.d.Sentences[e.sent].Block
		if x := f.clusterTime(i); x != doc.None {
			if f.dayLong(x) && real(e.Realis) && !f.headline(e.sent) {
				day, block, sent = x, b, e.sent
			}
			continue
		}
		if day == doc.None || !real(e.Realis) || e.Generic || b-block > storyGap || e.sent-sent > storyGap || !f.simplePast(e) || f.hasDate(e.sent) {
			continue
		}
		e.Time = day
		block, sent = b, e.sent
	}
}

// storyGap is over how many sentences a day is carried.
const storyGap = 1

func (f *finder) dayLong(x int) bool {
	p := finer(f.d.Timexes[x].Precision)
	return p >= finer(graph.PrecisionDay)
}

// hasDate reports whether sentence s has a date of its own.
func (f *finder) hasDate(s int) bool {
	sent := f.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if f.timex[i] != doc.None && f.dates(f.timex[i]) {
			return true
		}
	}
	return false
}

// simplePast reports whether the clause of e is told in the simple past.
func (f *finder) simplePast(e *candidate) bool {
	v := e.Token
	if !e.verb {
		v = f.tree.Clause(e.Token)
	}
	for _, k := range f.tree.Kids(v) {
		if !f.tree.Is(k, "aux") {
			continue
		}
		if f.tree.Lemma(k) == "have" || f.tree.Token(k).XPOS == "MD" {
			return false
		}
		if f.tree.Token(k).XPOS == "VBD" {
			return true
		}
	}
	x := f.tree.Token(v).XPOS
	return x == "VBD" || (x == "VBG" || x == "VBN") && !f.tree.Is(v, "amod", "acl")
}
