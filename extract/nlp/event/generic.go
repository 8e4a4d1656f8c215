package event

import (
	"github.com/claimline/claimline/extract/nlp/doc"
)

// generic reports whether e tells of a habit: a bare plural without a date, or
// a verb in the simple present with an adverb of frequency.
func (f *finder) generic(e *candidate) bool {
	if f.repeated(e.Token) {
		return true
	}
	if e.Time != doc.None {
		return false
	}
	t := f.tree.Token(e.Token)
	if e.verb && f.describes(e.Token) {
		return true
	}
	if e.verb && t.XPOS == "VBG" && t.Head >= 0 {
		switch f.tree.Lemma(t.Head) {
		case "know", "known", "notorious", "famous", "infamous", "renowned":
			return true
		}
	}
	if !e.verb && t.XPOS == "NNS" && t.Head >= 0 && f.tree.Is(e.Token, "nsubj") && usual[f.tree.Lemma(t.Head)] {
		return true // "accidents are common"
	}
	if e.Place != doc.None && (e.verb || !f.habit(e.light)) {
		return false
	}
	if e.verb {
		for _, k := range f.tree.Kids(e.Token) {
			switch f.tree.Lemma(k) {
			case "often", "regularly", "frequently", "usually", "always", "typically", "sometimes", "routinely", "commonly", "generally":
				return true
			}
		}
		return t.XPOS == "VBP" && f.tree.Child(e.Token, "aux") == doc.None && len(e.Args) == 0
	}
	if efforts[f.tree.Lemma(e.Token)] && f.tree.Is(e.Token, "nsubj", "nsubj:pass") && f.past(t.Head) {
		return false // "rescue efforts were hampered"
	}
	bare := f.tree.Child(e.Token, "det", "nummod", "nmod:poss") == doc.None && !f.measured(e.Token) && !f.past(e.light) && !f.qualified(e.Token)
	return bare && t.XPOS == "NNS" && f.figure[e.Token] == doc.None && !f.headline(e.sent)
}

// usual are adjectives of what happens again and again.
var usual = words("common rare frequent inevitable unusual routine commonplace regular endemic")

// efforts are nouns for one undertaking that stand in the plural.
var efforts = words("effort operation talk negotiation search")

// describes reports whether the clause of v says in the present what somebody or
// something is like: "the routes by which smugglers transport migrants",
// "countries fighting poverty".
func (f *finder) describes(v int) bool {
	t := f.tree.Token(v)
	if !f.tree.Is(v, "acl") || t.Head < 0 || f.tree.Child(v, "aux", "aux:pass") != doc.None {
		return false
	}
	switch t.XPOS {
	case "VBP", "VBZ":
		return t.Deprel == "acl:relcl"
	case "VBG":
		return f.tree.Token(t.Head).XPOS == "NNS" && f.tree.Child(t.Head, "det", "nummod", "amod") == doc.None && f.figure[t.Head] == doc.None
	}
	return false
}

// repeated reports whether a time of repetition hangs on v: "every year".
func (f *finder) repeated(v int) bool {
	for _, k := range f.tree.Kids(v) {
		if x := f.timex[k]; x != doc.None && f.d.Timexes[x].Timex == "SET" {
			return true
		}
	}
	return false
}

// measured reports whether the noun i is counted by another: "a series of
// strikes".
func (f *finder) measured(i int) bool {
	h := f.tree.Token(i).Head
	return h >= 0 && f.tree.Is(i, "nmod") && f.tree.Case(i) == "of" && f.tree.Child(h, "det", "nummod") != doc.None && f.at[h] == doc.None
}

// past reports whether v is a verb in the past tense.
func (f *finder) past(v int) bool {
	if v == doc.None {
		return false
	}
	x := f.tree.Token(v).XPOS
	return x == "VBD" || x == "VBN" && f.tree.Child(v, "aux") != doc.None
}

// habit reports whether the verb that carries a noun tells of no single time:
// "carrying out bombings", "carries out bombings".
func (f *finder) habit(v int) bool {
	return v != doc.None && !f.past(v)
}

// qualified reports whether a phrase behind the noun i tells which is meant:
// "delays on its new train".
func (f *finder) qualified(i int) bool {
	for _, k := range f.tree.Kids(i) {
		if f.tree.Is(k, "nmod") && k > i && (f.mention[k] != doc.None || f.tree.Child(k, "det", "nmod:poss") != doc.None) {
			return true
		}
	}
	return false
}
