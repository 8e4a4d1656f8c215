package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// effects joins deaths and injuries to what brought them about: "the blast
// that killed five", "died when the bridge collapsed", and, in a later
// sentence, "at least 20 were hurt".
func (f *finder) effects() {
	for i := range f.events {
		e := &f.events[i]
		if !e.effect() && !f.killing(e) && !f.doneByEvent(i) {
			continue
		}
		if j := f.cause(i); j != doc.None {
			f.join(i, j, "effect")
			if !f.causeless(i) {
				continue
			}
		}
		if e.Same != i || !e.effect() {
			continue
		}
		if j := f.toll(i); j != doc.None {
			f.join(i, j, "toll")
		}
	}
	f.retype()
}

// causeless reports whether all mentions of the event of i are effects: "13 were
// killed and 20 injured" has yet to find what killed them.
func (f *finder) causeless(i int) bool {
	return !slices.ContainsFunc(f.cluster[f.events[i].Same], func(k int) bool { return !f.events[k].effect() })
}

func (f *finder) killing(e *candidate) bool { return e.verb && e.sense.Patient == "killed" }

// doneByEvent reports whether the subject of a harmful verb is itself an event:
// "the attack destroyed a store".
func (f *finder) doneByEvent(i int) bool {
	e := &f.events[i]
	if !e.verb || !f.brings(i) {
		return false
	}
	agent := f.tree.FrameOf(e.Token).Agent
	return agent != doc.None && f.at[agent] != doc.None && f.at[agent] != i
}

// brings reports whether event j is of a kind that kills or injures.
func (f *finder) brings(j int) bool {
	e := &f.events[j]
	switch e.Type {
	case "ASSAULT", "x-disaster", "PROTEST", "MOBILIZE":
		return true
	}
	return e.effect()
}

// cause is the event in the same sentence that i is an effect of.
func (f *finder) cause(i int) int {
	e := &f.events[i]
	var near []int
	h := f.tree.Token(e.Token).Head
	if h >= 0 && f.tree.Is(e.Token, "acl", "advcl", "conj", "parataxis", "xcomp") {
		near = append(near, h)
		near = append(near, f.doneBy(h, e.sent)...)
		if x := f.tree.Child(h, "xcomp", "ccomp"); x != doc.None {
			near = append(near, x) // "caused the crane to fall, killing"
		}
		if o := f.tree.Child(h, "nsubj", "nsubj:pass", "obj"); o != doc.None && f.tree.Is(e.Token, "advcl") {
			near = append(near, o)
		}
	}
	if e.verb {
		frame := f.tree.FrameOf(e.Token)
		if frame.Agent != doc.None {
			near = append(near, frame.Agent)
			if of := f.tree.Oblique(frame.Agent, "of"); of != doc.None {
				near = append(near, of) // "a series of strikes killed"
			}
		}
	}
	for _, k := range f.tree.Kids(e.Token) {
		if f.tree.Is(k, "obl", "nmod", "advcl", "conj", "acl") && !f.ofPerson(k) {
			near = append(near, k)
			if s := f.tree.Child(k, "nsubj"); s != doc.None && f.tree.Is(k, "advcl") {
				near = append(near, s)
			}
			near = append(near, f.got(k)...)
		}
	}
	for _, t := range near {
		if j := f.at[t]; j != doc.None && j != i && f.brings(j) && real(f.events[j].Realis) == real(e.Realis) && !f.ordered(e.Same, f.events[j].Same) {
			return j
		}
	}
	return doc.None
}

// got are the words for where the wounds k come from: "died of wounds sustained
// in a blast".
func (f *finder) got(k int) []int {
	switch f.tree.Lemma(k) {
	case "wound", "injury", "burn":
	default:
		return nil
	}
	var out []int
	f.tree.Walk(k, func(i int) {
		if i != k && f.tree.Is(i, "obl", "nmod") {
			out = append(out, i)
		}
	})
	return out
}

// doneBy are the triggers of the events of a sentence that token i takes part
// in: "the storming by a gunman that left 22 dead".
func (f *finder) doneBy(i, sent int) []int {
	var out []int
	for j, end := f.inSent(sent); j < end; j++ {
		if f.argument(j, i) {
			out = append(out, f.events[j].Token)
		}
	}
	return out
}

// ofPerson reports whether k is the person of "the death of".
func (f *finder) ofPerson(k int) bool { return f.tree.Case(k) == "of" && f.person(k) }

// toll is the event that a bare count of dead or injured belongs to: the last
// one told that kills, unless a name or a date sets the count apart.
func (f *finder) toll(i int) int {
	e := &f.events[i]
	for _, a := range e.Args {
		if f.d.Mentions[a.Mention].Type == doc.Name {
			return doc.None
		}
	}
	for _, k := range f.tree.Kids(e.Token) {
		if x := f.timex[k]; x != doc.None && f.sumsUp(x) {
			return doc.None
		}
	}
	for j := i - 1; j >= 0; j-- {
		o := &f.events[j]
		root := o.Same
		if !f.brings(j) || !real(o.Realis) || real(e.Realis) != real(o.Realis) || o.Generic {
			continue
		}
		if f.conflict(i, root) {
			continue
		}
		return root
	}
	return doc.None
}

// sumsUp reports whether a time is a year or a month, over which deaths of several
// causes are counted: "eight climbers have died this year".
func (f *finder) sumsUp(x int) bool {
	const year, month = len("2006"), len("2006-01")
	n := len(f.d.Timexes[x].Value)
	return f.d.Timexes[x].Timex == "DATE" && (n == year || n == month)
}

// retype lets the cause rather than the effect say what kind of event the
// first mention is.
func (f *finder) retype() {
	for i := range f.events {
		first := &f.events[i]
		if first.Same != i || !first.effect() {
			continue
		}
		slices.Sort(f.cluster[i])
		for _, k := range f.cluster[i] {
			o := &f.events[k]
			if !o.effect() {
				first.Type, first.Modes, first.Contexts, first.kin = o.Type, o.Modes, o.Contexts, o.kin
				break
			}
		}
	}
}
