package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// effects joins deaths and injuries to what brought them about: "the blast
// that killed five", "died when the bridge collapsed", and, in a later
// sentence, "at least 20 were hurt".
func (f *finder) effects() {
	f.causes()
	f.causes() // of what joins only by another: "41 drowned and dozens were missing after"
	f.retype()
}

func (f *finder) causes() {
	for i := range f.events {
		e := &f.events[i]
		if e.Generic || !e.effect() && !f.killing(e) && !f.outcome(e) && !f.doneByEvent(i) {
			continue
		}
		if j := f.cause(i); j != doc.None {
			f.join(i, j, "effect")
			if !f.causeless(i) {
				continue
			}
		}
		if e.Same != i || !e.effect() && !f.left(e) || f.cameAfter(e.Token) {
			continue
		}
		if j := f.toll(i); j != doc.None {
			f.join(i, j, "toll")
		}
	}
}

// causeless reports whether all mentions of the event of i are effects: "13 were
// killed and 20 injured" has yet to find what killed them.
func (f *finder) causeless(i int) bool {
	return !slices.ContainsFunc(f.cluster[f.events[i].Same], func(k int) bool { return !f.events[k].effect() && !f.outcome(&f.events[k]) })
}

func (f *finder) killing(e *candidate) bool { return e.verb && e.sense.Patient == "killed" }

// outcome reports whether verb e tells how people fared in what befell them: "drowned
// after the ferry went down", "were missing".
func (f *finder) outcome(e *candidate) bool {
	switch f.tree.Lemma(e.Token) {
	case "drown", "suffocate", "asphyxiate":
		return e.verb
	}
	return f.left(e)
}

// left reports whether e counts those missing or trapped, which a mishap leaves.
func (f *finder) left(e *candidate) bool {
	if !e.verb || e.Type+"/"+e.mode() != "x-life/missing" && f.tree.Lemma(e.Token) != "trap" || !f.counts(e.Token) {
		return false
	}
	for _, a := range e.Args {
		if f.single(a.Mention) || f.namedMention(a.Mention) || f.vehicle(a.Mention) {
			return false
		}
	}
	return true
}

// counts reports whether the subject of v is a number of people: "dozens more".
func (f *finder) counts(v int) bool {
	s := f.tree.Child(v, "nsubj", "nsubj:pass")
	return s != doc.None && (f.figure[s] != doc.None || rough[f.tree.Lemma(s)] || f.tree.Token(s).UPOS == "NUM" || f.person(s))
}

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

// bringsAny reports whether a mention of the event of j brings harm.
func (f *finder) bringsAny(j int) bool {
	return slices.ContainsFunc(f.cluster[f.events[j].Same], f.brings)
}

// cause is the event in the same sentence that i is an effect of.
func (f *finder) cause(i int) int {
	e := &f.events[i]
	var near []int
	h := f.tree.Token(e.Token).Head
	if h >= 0 && f.tree.Is(e.Token, "acl", "advcl", "conj", "parataxis", "xcomp") && !f.cameAfter(e.Token) {
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
		if j := f.at[t]; j != doc.None && (f.events[j].Same != e.Same || !f.causeless(i)) && f.bringsAny(j) && !f.twoVictims(e, &f.events[j]) && !f.rootDated(i, f.events[j].Same) && !f.deathsApart(i, f.events[j].Same) && real(f.events[j].Realis) == real(e.Realis) && !f.ordered(e.Same, f.events[j].Same) {
			return j
		}
	}
	return doc.None
}

// cameAfter reports whether what the clause of v hangs on is told to have come after
// it: "his death came a week after another man was killed". Parsers may take the
// other for a phrase of its own.
func (f *finder) cameAfter(v int) bool {
	h := f.tree.Token(v).Head
	if h < 0 || !f.tree.Is(v, "advcl") || f.at[h] != doc.None || !coming[f.tree.Lemma(h)] {
		return false
	}
	return f.afterwards(v) || f.tree.Child(v, "nsubj", "nsubj:pass") == doc.None && f.tree.Oblique(h, "after", "before") != doc.None
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

// tollGap is over how many sentences a bare count of dead looks for what killed them,
// unless that is what the article tells of first.
const tollGap = 6

// toll is the event that a bare count of dead or injured belongs to: the last
// one told that kills, unless a name or a date sets the count apart.
func (f *finder) toll(i int) int {
	e := &f.events[i]
	if f.other(e) || f.where(e.Token) {
		return doc.None
	}
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
		if !f.dominant(root) && !f.near(i, root, tollGap) {
			continue
		}
		if f.twoVictims(e, o) || f.conflict(i, root) || e.Time != doc.None && f.clusterTime(root) == doc.None && !f.near(i, root, 3) {
			continue
		}
		return root
	}
	return doc.None
}

// where reports whether the clause of v tells what happened at a place named for
// something else: "the hall, where 140 were killed".
func (f *finder) where(v int) bool {
	return f.tree.Is(v, "acl:relcl") && slices.ContainsFunc(f.tree.Kids(v), func(k int) bool {
		return f.tree.Is(k, "advmod", "obl") && f.tree.Lemma(k) == "where"
	})
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
		if first.Same != i || !first.effect() && !f.lostCraft(first) {
			continue
		}
		slices.Sort(f.cluster[i])
		for _, k := range f.cluster[i] {
			o := &f.events[k]
			if !o.effect() && !f.lostCraft(o) {
				first.Type, first.Modes, first.Contexts, first.kin = o.Type, o.Modes, o.Contexts, o.kin
				break
			}
		}
	}
}
