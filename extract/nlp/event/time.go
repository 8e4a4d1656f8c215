package event

import (
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
	e.Time = f.below(e.Token, last)
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
	return other != doc.None && f.events[other].verb && f.events[other].Token != trigger && !f.tree.Is(trigger, "obj", "obl", "nsubj", "nsubj:pass", "conj", "xcomp", "advcl")
}

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
	return (t.Timex == "DATE" || t.Timex == "TIME") && t.EDTF != ""
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
		if f.tree.Is(from, "ccomp", "acl", "advcl", "parataxis") && f.tree.Token(from).UPOS == "VERB" || a != root && f.at[a] != doc.None || f.says(a) {
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
