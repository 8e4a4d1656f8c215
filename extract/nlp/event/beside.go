package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// alongsideDates dates events by others of their sentence that are not set apart
// from them by "after" or the like.
func (f *finder) alongsideDates() {
	for i := range f.events {
		if f.events[i].Time == doc.None {
			f.events[i].at(f.besides(i), "event/time-beside")
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
		if f.alongside(e.Token, o.Token) || !f.whichOne(o.Token, e.Token) && f.alongside(o.Token, e.Token) {
			return o.Time
		}
	}
	return doc.None
}

// whichOne reports whether i only helps to tell which one is meant in the clause of v:
// "the boat rescued on Friday", whose date says nothing of what the boat did.
func (f *finder) whichOne(i, v int) bool {
	found := false
	f.tree.Climb(i, func(a, from int) bool {
		found = found || f.tree.Is(from, "acl") && f.tree.Token(from).XPOS == "VBN"
		return a != v
	})
	return found
}

// beforeRescue reports whether v tells what those had met with who were then saved: "saved
// the men whose boat sank".
func (f *finder) beforeRescue(v int) bool {
	saved := f.tree.Token(v).Head
	if saved < 0 || f.at[v] == doc.None || f.events[f.at[v]].Type != "x-disaster" || f.tree.Token(v).XPOS != "VBD" || !f.tree.Is(saved, "obj", "nsubj:pass") {
		return false
	}
	o := f.tree.Token(saved).Head
	return o >= 0 && f.at[o] != doc.None && slices.Contains(f.events[f.at[o]].Modes, "rescued")
}

// underway reports whether v tells in the past what was then going on: "vessels
// that were being attacked".
func (f *finder) underway(v int) bool {
	if !f.ing(v) {
		return false
	}
	return slices.ContainsFunc(f.tree.Kids(v), func(k int) bool { return f.tree.Is(k, "aux", "aux:pass") && f.tree.Token(k).XPOS == "VBD" })
}

// reacts reports whether the event at token v is a reaction to its object, which
// may be of any time: "protested the cuts".
func (f *finder) reacts(v int) bool {
	j := f.at[v]
	return j != doc.None && f.events[j].verb && (f.events[j].Type == "PROTEST" || f.events[j].Type == "ACCUSE")
}

// alongside reports whether the path from a up to b crosses no clause with a
// time of its own.
func (f *finder) alongside(a, b int) bool {
	met := false
	f.tree.Climb(a, func(at, from int) bool {
		if f.tree.Is(from, "ccomp", "parataxis") || f.tree.Is(from, "acl:relcl") && !f.underway(from) && !f.beforeRescue(from) || f.tree.Is(from, "advcl") && (f.ordering(from) || f.infinitive(from)) || f.says(at) {
			return false
		}
		if f.tree.Is(from, "obj") && f.reacts(at) || f.judged(from) {
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
