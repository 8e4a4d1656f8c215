package event

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// Verbs that take for granted that what they are done about has come: an act of
// violence or a mishap, what a court has said.
var (
	reacting  = words("avenge condemn mourn investigate probe denounce deplore regret survive witness explain commemorate mark remember recall punish answer respond react retaliate apologize apologise grieve")
	executing = words("apply enforce execute implement appeal overturn uphold quash contest challenge respect accept")
	seeing    = words("see hear watch witness")
)

// presumed reports whether verb h takes noun n, which the text speaks of as known, for
// granted: "vowed to avenge the killing", "must enforce the ruling".
func (f *finder) presumed(n, h int) bool {
	i := f.at[n]
	return i != doc.None && f.isDefinite(n) && !f.several(&f.events[i]) && presumes(f.events[i].sense, f.tree.Lemma(h))
}

// presumes reports whether the verb takes events of a kind for granted.
func presumes(sense lexicon.Trigger, verb string) bool {
	switch sense.Type + "/" + firstMode(sense) {
	case "x-life/die", "x-life/injure":
		return reacting[verb]
	case "x-justice/ruling", "x-justice/sentence", "SANCTION/convict":
		return executing[verb]
	}
	return (sense.Type == "ASSAULT" || sense.Type == "x-disaster") && reacting[verb]
}

// isTo reports whether verb v is what somebody is to do: "is to cut 600 jobs".
func (f *finder) isTo(v int) bool {
	return f.tree.Token(v).XPOS == "VB" && f.infinitive(v) && slices.ContainsFunc(f.tree.Kids(v), func(k int) bool {
		x := f.tree.Token(k).XPOS
		return k < v && f.tree.Is(k, "cop", "aux") && f.tree.Lemma(k) == "be" && (x == "VBZ" || x == "VBP")
	})
}

// seen reports whether verb v is what somebody is said to have seen or heard done, so
// that what people would feel about it is no matter: "how hard it would be to see a
// friend shot". To want to see a thing is to want it.
func (f *finder) seen(v int) bool {
	h := f.tree.Token(v).Head
	if h < 0 || !f.tree.Is(v, "xcomp", "acl", "ccomp", "obj", "advcl") || f.infinitive(v) {
		return false
	}
	if f.tree.Is(v, "acl") && f.tree.Is(h, "obj") {
		h = f.tree.Token(h).Head // "saw one of the men shot", hung on the men
	}
	if h < 0 || !seeing[f.tree.Lemma(h)] || f.tree.Token(h).UPOS != "VERB" || f.modal(h) != "" {
		return false
	}
	switch f.tree.Token(v).XPOS {
	case "VBN", "VBG", "VBD":
	default:
		return false
	}
	up := f.tree.Token(h).Head
	if up < 0 || !f.infinitive(h) {
		return true
	}
	lemma := f.tree.Lemma(up)
	if f.person(up) && f.tree.Case(up) == "for" {
		return true // "for people there to see"
	}
	return f.tree.Token(up).UPOS == "ADJ" && !planning[lemma] && !supposing[lemma] && lemma != "likely" && lemma != "eager" && lemma != "keen"
}

// befalling are the types of event that nobody announces before they come.
var befalling = words("ASSAULT x-disaster COERCE x-crime")

// foreseen reads "his dismissal had been expected", which tells how what came about
// was looked at before.
func (f *finder) foreseen(n, h int) bool {
	switch f.tree.Lemma(h) {
	case "expect", "predict", "anticipate":
		return f.tree.Is(n, "nsubj:pass") && f.tenseOf(h) == pastPerfect && f.tree.Child(n, "nmod:poss", "det") != doc.None && f.dateUnder(h) == doc.None
	}
	return false
}

// doneToOrder reads "the theft was ordered by a collector", of a deed that is known.
func (f *finder) doneToOrder(n, h int) bool {
	i := f.at[n]
	return i != doc.None && befalling[f.events[i].Type] && f.isDefinite(n) && f.tree.Lemma(h) == "order" && f.tree.Passive(h) && f.modal(h) == ""
}

// dateUnder is a time that hangs on verb v, doc.None for none.
func (f *finder) dateUnder(v int) int {
	for _, k := range f.tree.Kids(v) {
		if f.timex[k] != doc.None {
			return f.timex[k]
		}
	}
	return doc.None
}

// longPlanned reads "the attack had been planned for weeks": how an act of violence
// that is known already came about. One planned for a day need not have come.
func (f *finder) longPlanned(n, light int) bool {
	if f.tenseOf(light) != pastPerfect || !f.tree.Passive(light) || !f.tree.Is(n, "nsubj:pass") {
		return false
	}
	d := f.tree.Child(n, "det")
	if d == doc.None || f.tree.Lemma(d) != "the" || !violent[f.tree.Lemma(n)] {
		return false
	}
	for _, k := range f.tree.Kids(light) {
		if x := f.timex[k]; x != doc.None && f.tree.Case(k) == "for" && f.d.Timexes[x].Timex != "DURATION" {
			return false
		}
	}
	return true
}
