package event

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// holds reports whether all conditions of a trigger hold at token i. "arg" and
// "coref" are not asked here but when the whole article is known.
func (f *finder) holds(i int, s lexicon.Trigger) bool {
	for _, c := range s.When {
		if f.condition(i, c) == c.Not {
			return false
		}
	}
	return true
}

func (f *finder) condition(i int, c lexicon.Condition) bool {
	switch c.Name {
	case "arg", "coref":
		return !c.Not
	case "obj", "noobj", "objper", "objorg", "objplace", "byagent", "pass":
		return f.objectCondition(i, c)
	case "subj", "subjper", "subjorg", "subjplace", "subjpl":
		return f.subjectCondition(i, c)
	case "of", "ofper", "ofplace", "for", "from", "against", "by", "to", "with":
		return f.prepositionCondition(i, c)
	case "prt":
		return f.has(i, c, "compound:prt") || f.has(i, c, "advmod") && c.Any(f.next(i)) || f.outOf(i) && c.Any("out")
	case "obl":
		return f.oblique(i, c)
	case "xcomp":
		return f.has(i, c, "xcomp", "obj") && (len(c.Lemmas) > 0 || f.tree.Child(i, "xcomp") != doc.None) || len(c.Lemmas) > 0 && (f.has(i, c, "advcl", "ccomp", "obl") || f.saidOfObject(i, c))
	case "advcl", "ccomp":
		return f.has(i, c, c.Name)
	case "mod":
		return f.modifier(i, c)
	case "det":
		return f.tree.Child(i, "det", "nmod:poss", "nummod") != doc.None
	case "num":
		return f.tree.Child(i, "nummod") != doc.None || f.figure[i] != doc.None
	case "pl":
		x := f.tree.Token(i).XPOS
		return x == "NNS" || x == "NNPS"
	case "poss":
		return f.tree.Child(i, "nmod:poss") != doc.None
	case "gov":
		h := f.tree.Token(i).Head
		return h >= 0 && c.Any(f.tree.Lemma(h))
	case "name":
		return f.tree.Token(i).UPOS == "PROPN"
	case "ctx":
		return f.context[c.Lemmas[0]]
	}
	return false
}

// saidOfObject reports whether what stands behind the object of verb i says what it was
// found, left or taken as, which parsers may hang on the object: "found a nurse guilty".
func (f *finder) saidOfObject(i int, c lexicon.Condition) bool {
	o := f.tree.Child(i, "obj")
	return o != doc.None && slices.ContainsFunc(f.tree.Kids(o), func(k int) bool {
		return k > o && f.tree.Is(k, "acl", "amod") && f.tree.Token(k).UPOS == "ADJ" && c.Any(f.tree.Lemma(k))
	})
}

// outOf reports whether verb i goes before "out of", which trees make two
// prepositions of what follows: "pulled out of the deal".
func (f *finder) outOf(i int) bool {
	return f.next(i) == "out" && f.next(i+1) == "of"
}

func (f *finder) next(i int) string {
	if i+1 < len(f.d.Tokens) {
		return f.tree.Lemma(i + 1)
	}
	return ""
}

func (f *finder) has(i int, c lexicon.Condition, rels ...string) bool {
	return slices.ContainsFunc(f.tree.Kids(i), func(k int) bool { return f.tree.Is(k, rels...) && c.Any(f.tree.Lemma(k)) })
}

func (f *finder) objectCondition(i int, c lexicon.Condition) bool {
	frame := f.tree.FrameOf(i)
	switch c.Name {
	case "noobj":
		return frame.Patient == doc.None
	case "byagent":
		return frame.Passive && frame.Agent != doc.None && f.acts(frame.Agent)
	case "pass":
		return frame.Passive
	}
	o := frame.Patient
	if o == doc.None {
		return false
	}
	switch c.Name {
	case "objper":
		return f.person(o)
	case "objorg":
		return f.class(o) == doc.ORG
	case "objplace":
		return f.isPlace(o)
	}
	return c.Any(f.tree.Lemma(o)) || f.ofAny(o, c)
}

// ofAny looks through a measure: "a barrage of rockets", "millions of dollars".
func (f *finder) ofAny(o int, c lexicon.Condition) bool {
	of := f.tree.Oblique(o, "of")
	if of != doc.None && c.Any(f.tree.Lemma(of)) {
		return true
	}
	return slices.ContainsFunc(f.tree.Kids(o), func(k int) bool {
		return f.tree.Is(k, "nummod", "compound", "conj") && c.Any(f.tree.Lemma(k))
	})
}

func (f *finder) subjectCondition(i int, c lexicon.Condition) bool {
	s := f.tree.FrameOf(i).Agent
	if s == doc.None && f.tree.Passive(i) && c.Name == "subj" {
		return false
	}
	if s == doc.None {
		return false
	}
	switch c.Name {
	case "subjper":
		return f.acts(s)
	case "subjorg":
		return f.class(s) == doc.ORG || f.class(s) == doc.LOC && f.acts(s)
	case "subjplace":
		return f.isPlace(s)
	case "subjpl":
		x := f.tree.Token(s).XPOS
		return x == "NNS" || x == "NNPS" || x == "PRP" || len(f.tree.Conjuncts(s)) > 0
	}
	return c.Any(f.tree.Lemma(s)) || slices.ContainsFunc(f.tree.Kids(s), func(k int) bool { return f.tree.Is(k, "conj") && c.Any(f.tree.Lemma(k)) })
}

func (f *finder) prepositionCondition(i int, c lexicon.Condition) bool {
	preposition := c.Name
	if c.Name == "ofper" || c.Name == "ofplace" {
		preposition = "of"
	}
	o := f.tree.Oblique(i, preposition)
	if o == doc.None {
		return false
	}
	switch c.Name {
	case "ofper":
		return f.person(o)
	case "ofplace":
		return f.isPlace(o)
	}
	return c.Any(f.tree.Lemma(o))
}

// oblique holds when a preposition or the noun after one is asked for.
func (f *finder) oblique(i int, c lexicon.Condition) bool {
	if f.outOf(i) && c.Any("of") {
		return true
	}
	if o := f.tree.Child(i, "obj"); o != doc.None && f.behindObject(o, c) {
		return true
	}
	return slices.ContainsFunc(f.tree.Kids(i), func(k int) bool {
		if f.tree.Is(k, "obl", "nmod", "advmod", "advcl") && (f.timex[k] == doc.None && c.Any(f.tree.Case(k)) || c.Any(f.tree.Lemma(k))) {
			return true
		}
		if of := f.tree.Oblique(k, "of"); of != doc.None && f.tree.Is(k, "obl") && f.tree.Child(k, "nummod") != doc.None && c.Any(f.tree.Lemma(of)) {
			return true // "under two meters of snow"
		}
		return f.tree.Is(k, "compound:prt", "advmod") && c.Any(f.tree.Lemma(k))
	})
}

// behindObject reports a noun asked for by name that the tree hangs on the object of
// the verb, or on the last one of several, rather than on the verb: "hold two
// ships and their crew to ransom".
func (f *finder) behindObject(o int, c lexicon.Condition) bool {
	for _, k := range f.tree.Kids(o) {
		if f.tree.Is(k, "conj") && k > o && f.behindObject(k, c) {
			return true
		}
		if f.tree.Is(k, "nmod") && k > o && c.Any(f.tree.Lemma(k)) {
			switch f.tree.Case(k) {
			case "to", "for", "into", "under":
				return len(c.Lemmas) > 0
			}
		}
	}
	return false
}

func (f *finder) modifier(i int, c lexicon.Condition) bool {
	for _, k := range f.tree.Kids(i) {
		if f.tree.Is(k, "compound", "amod", "nmod:poss", "nummod", "nmod:unmarked") && (c.Any(f.tree.Lemma(k)) || c.Any(lower(f.tree.Token(k).Text))) {
			return true
		}
	}
	return i > 0 && f.tree.Token(i-1).Sent == f.tree.Token(i).Sent && c.Any(f.tree.Lemma(i-1))
}

// class is the class of the mention at token i, empty for none.
func (f *finder) class(i int) doc.Class {
	if m := f.mention[i]; m != doc.None {
		return f.d.Mentions[m].Class
	}
	return ""
}

// person reports whether i refers to people.
func (f *finder) person(i int) bool {
	switch f.class(i) {
	case doc.PER, doc.Group:
		return true
	case doc.NORP:
		return f.tree.Token(i).UPOS != "ADJ"
	}
	if f.tree.Token(i).UPOS == "PRON" {
		switch f.tree.Lemma(i) {
		case "he", "she", "they", "him", "her", "them", "who", "whom", "i", "we", "you", "people", "someone", "everyone", "himself", "herself", "themselves":
			return true
		}
	}
	if rough[f.tree.Lemma(i)] {
		if of := f.tree.Oblique(i, "of"); of != doc.None && of > i {
			return f.person(of) // "tens of thousands of teachers"
		}
	}
	q := f.figure[i]
	return q != doc.None && f.d.Quantities[q].Figure.Unit == "person" || f.personNumber(i)
}

// rough are the nouns that count roughly.
var rough = words("ten dozen score hundred thousand million")

// personNumber holds for a bare number that stands for people: "13 were hurt".
func (f *finder) personNumber(i int) bool {
	t := f.tree.Token(i)
	if t.UPOS != "NUM" && !rough[f.tree.Lemma(i)] || !f.tree.Is(i, "nsubj", "obj", "nmod") {
		return false
	}
	for _, q := range f.d.Quantities {
		if q.First <= i && i < q.Last {
			return q.Figure.Unit == "person"
		}
	}
	return false
}

// acts reports whether i can do something on purpose: people, bodies, states.
func (f *finder) acts(i int) bool {
	if f.person(i) {
		return true
	}
	m := f.mention[i]
	if m == doc.None {
		return false
	}
	if f.d.Mentions[m].Class == doc.ORG {
		return true
	}
	ch := f.d.Mentions[m].Chain
	return ch != doc.None && f.d.Chains[ch].Actor != ""
}

// isPlace reports whether i refers to a place.
func (f *finder) isPlace(i int) bool {
	m := f.mention[i]
	return m != doc.None && f.placeMention(m)
}

func (f *finder) placeMention(m int) bool {
	mention := f.d.Mentions[m]
	if mention.Class == doc.LOC {
		return true
	}
	return mention.Chain != doc.None && f.d.Chains[mention.Chain].Place != "" && mention.Class != doc.NORP
}
