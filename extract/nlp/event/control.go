package event

import (
	"github.com/claimline/claimline/extract/nlp/doc"
)

// doer is who does the verb v, given the subject that grammar names: where that is
// the noun for a plan of doing it, whose plan it is, and where another verb keeps
// somebody from doing it, who is kept.
func (f *finder) doer(v, subject int) int {
	h := f.tree.Token(v).Head
	if h < 0 || f.tree.Child(v, "nsubj", "nsubj:pass") != doc.None {
		return subject
	}
	switch {
	case f.tree.Is(v, "acl") && subject == h && f.mention[h] == doc.None && f.tree.Token(v).Deprel != "acl:relcl" && schemes[f.tree.Lemma(h)]:
		return f.owner(h)
	case f.tree.Is(v, "advcl") && f.tree.Token(v).XPOS == "VBG" && withheld[f.marker(v)] && !f.tree.Passive(h):
		if o := f.tree.Child(h, "obj"); o != doc.None {
			return o // "barred him from joining"
		}
	}
	return subject
}

// schemes are nouns for what somebody means or is about to do.
var schemes = words("policy plan decision effort attempt campaign bid practice operation intention plot proposal promise pledge threat offer agreement deal order right duty habit strategy mission vow scheme move push drive offensive")

// withheld are the prepositions by which a verb names what its object is kept from
// or held to have done.
var withheld = words("from of for with")

// owner is who has the plan that noun i names: "its decision", "the firm announced
// a plan".
func (f *finder) owner(i int) int {
	if p := f.tree.Child(i, "nmod:poss"); p != doc.None {
		return p
	}
	h := f.tree.Token(i).Head
	if h < 0 || f.tree.Token(h).UPOS != "VERB" || !f.tree.Is(i, "obj") || f.tree.Passive(h) {
		return doc.None
	}
	switch f.tree.Lemma(h) {
	case "have", "maintain", "announce", "make", "take", "launch", "unveil", "adopt", "pursue", "abandon", "drop", "begin", "start", "join", "sign", "give", "keep", "continue", "plan", "lead", "mount", "step", "intensify", "defend":
		return f.tree.Subject(h)
	}
	return doc.None
}

// marker is the preposition before the gerund v, however the parser tags it.
func (f *finder) marker(v int) string {
	if c := f.tree.Case(v); c != "" {
		return c
	}
	if m := f.tree.Child(v, "mark"); m != doc.None {
		return f.tree.Lemma(m)
	}
	return ""
}
