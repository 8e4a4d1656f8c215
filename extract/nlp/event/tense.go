package event

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A tense is when a verb places what it tells, as far as its form says.
type tense int

const (
	untensed tense = iota
	present
	presentPerfect
	simplePast
	pastPerfect
	future
)

// tenseOf reads the form of verb v and its auxiliaries.
func (f *finder) tenseOf(v int) tense {
	for _, k := range f.tree.Kids(v) {
		if !f.tree.Is(k, "aux", "cop") {
			continue
		}
		past := f.tree.Token(k).XPOS == "VBD"
		switch lemma := f.tree.Lemma(k); {
		case f.tree.Token(k).XPOS == "MD":
			return future
		case lemma == "have" && past:
			return pastPerfect
		case lemma == "have":
			return presentPerfect
		case past:
			return simplePast
		case f.tree.Token(k).XPOS == "VBZ" || f.tree.Token(k).XPOS == "VBP":
			return present
		}
	}
	switch f.tree.Token(v).XPOS {
	case "VBD":
		return simplePast
	case "VBZ", "VBP":
		return present
	}
	if h := f.tree.Token(v).Head; h >= 0 && f.tree.Is(v, "conj") && f.tree.Token(h).XPOS == f.tree.Token(v).XPOS {
		return f.tenseOf(h) // "has been charged and jailed"
	}
	return untensed
}

// clash reports whether verb v cannot be dated by x: what is told in the
// present or the perfect is not of a day gone by, except in headlines.
func (f *finder) clash(v, x int) bool {
	t := f.d.Timexes[x]
	if t.Value == "PRESENT_REF" {
		now := f.tenseOf(v)
		return now == simplePast || now == pastPerfect || now == presentPerfect
	}
	if f.headline(f.tree.Token(v).Sent) || !f.gone(t.Interval) {
		return false
	}
	now := f.tenseOf(v)
	return now == present || now == presentPerfect
}

// gone reports whether i is a day, or part of one, before the article's.
func (f *finder) gone(i graph.Interval) bool {
	if i.Earliest.IsZero() || finer(i.Precision) < finer(graph.PrecisionDay) {
		return false
	}
	c := f.today()
	return c == nil || !c.Known() || i.Before(*c) == graph.Certain
}

// today is the day of the article as it is written there, not as in Greenwich.
func (f *finder) today() *graph.Interval {
	c := f.d.Created
	if c == nil {
		return nil
	}
	if date, _, timed := strings.Cut(c.EDTF, "T"); timed {
		if day, err := graph.ParseEDTF(date); err == nil {
			return &day
		}
	}
	return c
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

// simplePast reports whether the clause of e is told in the simple past; of a
// verb without tense the verb above tells: "managed to escape", "saw them run".
func (f *finder) simplePast(e *candidate) bool {
	v := e.Token
	if !e.verb {
		v = f.tree.Clause(e.Token)
	}
	for depth := 0; depth < 3; depth++ {
		switch f.tenseOf(v) {
		case simplePast:
			return true
		case untensed:
		default:
			return false
		}
		x, h := f.tree.Token(v).XPOS, f.tree.Token(v).Head
		if (x == "VBG" || x == "VBN") && !f.tree.Is(v, "amod", "acl") {
			return true
		}
		switch {
		case h >= 0 && f.tree.Is(v, "xcomp", "ccomp", "advcl"):
			v = h
		case h >= 0 && f.tree.Is(v, "acl") && x != "VBN":
			v = f.tree.Clause(h) // "saw a woman fleeing"
		default:
			return false
		}
	}
	return false
}

// says reports whether verb i says what stands in a clause below it.
func (f *finder) says(i int) bool {
	for _, cue := range lexicon.Cues(f.tree.Lemma(i), "V") {
		if cue.Frame == "that" && f.tree.Token(i).UPOS == "VERB" && f.tree.Child(i, "ccomp", "parataxis") != doc.None {
			return true
		}
	}
	return false
}
