package event

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// Verbs that say what became of the things that are their object.
var (
	destroying = words("destroy raze flatten demolish gut wreck level obliterate topple collapse")
	damaging   = words("damage")
	hitting    = words("hit strike")
)

// plural are the counted nouns that go by a shorter name.
var plural = map[string]string{
	"airstrike": "strikes",
	"ak":        "rifles", "ak-47": "rifles", "kalashnikov": "rifles", "m16": "rifles", "m-16": "rifles",
}

// befallen are the types of event whose participle says what people underwent.
var befallen = words("ASSAULT COERCE SANCTION ACCUSE x-justice x-life x-crime x-disaster x-personnel")

// plight names people by what is done to them and things by what became of them,
// where the figure hangs on a verb that tells: "12 people were acquitted",
// "destroyed 40 homes".
func (f *finder) plight(q *doc.Quantity) string {
	if q.Noun < 0 {
		return ""
	}
	v := f.undergoing(q.Noun)
	switch lemma := ""; {
	case v == doc.None:
		return f.attending(q)
	case q.Figure.Unit == "person":
		if f.at[v] != doc.None && befallen[f.events[f.at[v]].Type] && f.tree.Passive(v) && f.tree.Token(v).XPOS == "VBN" && f.tree.Child(v, "xcomp", "ccomp") == doc.None {
			return lower(f.tree.Token(v).Text)
		}
		return f.attending(q)
	default:
		lemma = f.tree.Lemma(v)
		switch {
		case destroying[lemma]:
			return f.counted(q) + "_destroyed"
		case damaging[lemma]:
			return f.counted(q) + "_damaged"
		case hitting[lemma] && f.struck(v):
			return f.counted(q) + "_hit"
		}
	}
	return ""
}

// undergoing is the verb that noun i is the logical object of.
func (f *finder) undergoing(i int) int {
	for depth := 0; depth < 3 && f.tree.Is(i, "conj") && f.tree.Token(i).Head >= 0; depth++ {
		i = f.tree.Token(i).Head
	}
	for _, k := range f.tree.Kids(i) {
		if f.tree.Is(k, "acl") && f.tree.Passive(k) {
			return k
		}
	}
	h := f.tree.Token(i).Head
	if h < 0 || f.tree.Token(h).UPOS != "VERB" {
		return doc.None
	}
	if f.tree.Is(i, "obj", "nsubj:pass") || f.tree.Is(i, "nsubj") && f.tree.Passive(h) {
		return h
	}
	return doc.None
}

// gatherings are the types of event that people are present at.
var gatherings = words("PROTEST x-gathering")

// attending reads "2,000 supporters at a rally" and "the rally drew 2,000 people".
func (f *finder) attending(q *doc.Quantity) string {
	if q.Event == doc.None || q.Figure.Unit != "person" {
		return ""
	}
	if f.inAreas(q.Noun) == q.Event {
		return lower(f.tree.Token(f.events[q.Event].Token).Text)
	}
	if !gatherings[f.events[q.Event].Type] {
		return ""
	}
	e := f.events[q.Event].Token
	if f.tree.Is(e, "obl", "nmod") && (f.tree.Token(e).Head == q.Noun || f.tree.Token(e).Head == f.tree.Token(q.Noun).Head) {
		switch f.tree.Case(e) {
		case "at", "for", "in":
			return "present"
		}
	}
	if h := f.tree.Token(q.Noun).Head; f.tree.Is(q.Noun, "obj") && f.tree.Is(e, "nsubj") && f.tree.Token(e).Head == h {
		switch f.tree.Lemma(h) {
		case "draw", "attract", "bring", "gather":
			return "present"
		}
	}
	return ""
}

// predicated is the event that a figure is said of: "the cut would be 5,000, or 9
// percent".
func (f *finder) predicated(i int) int {
	for range 3 {
		if f.tree.Child(i, "cop") != doc.None {
			if s := f.tree.Child(i, "nsubj"); s != doc.None {
				return f.at[s]
			}
		}
		h := f.tree.Token(i).Head
		if h < 0 || !f.tree.Is(i, "conj", "nummod", "appos") {
			return doc.None
		}
		i = h
	}
	return doc.None
}

// gathering is the event that the people at noun are at: "2,000 supporters at a
// rally".
func (f *finder) gathering(noun int) int {
	kids := f.tree.Kids(noun)
	if h := f.tree.Token(noun).Head; h >= 0 && f.at[h] == doc.None {
		kids = append(slices.Clone(kids), f.tree.Kids(h)...)
	}
	for _, k := range kids {
		if e := f.at[k]; e != doc.None && f.tree.Is(k, "nmod", "obl") && f.tree.Case(k) == "at" && gatherings[f.events[e].Type] {
			return e
		}
	}
	return doc.None
}

// areas are places whose fate is that of the people there.
var areas = words("area town city village district region camp neighborhood neighbourhood province suburb enclave")

// inAreas reads "two million people are in areas besieged by the army": the event
// that befalls the areas, doc.None for none.
func (f *finder) inAreas(noun int) int {
	h := f.tree.Token(noun).Head
	if h < 0 || !f.tree.Is(noun, "nsubj") {
		return doc.None
	}
	for _, k := range append([]int{h}, f.tree.Kids(h)...) {
		if !areas[f.tree.Lemma(k)] || f.tree.Case(k) != "in" {
			continue
		}
		for _, e := range f.tree.Kids(k) {
			if f.at[e] != doc.None && f.tree.Is(e, "acl", "amod") && f.tree.Passive(e) {
				return f.at[e]
			}
		}
	}
	return doc.None
}

// counted is the noun of a figure; of others, the noun of the figure before.
func (f *finder) counted(q *doc.Quantity) string {
	noun := lower(f.tree.Token(q.Noun).Text)
	if noun == "others" || noun == "more" {
		for i := range f.d.Quantities {
			o := &f.d.Quantities[i]
			if o.First >= q.First {
				break
			}
			if o.Noun >= 0 && o.Figure.Unit == "" && f.tree.Token(o.Noun).Sent == f.tree.Token(q.Noun).Sent {
				noun = lower(f.tree.Token(o.Noun).Text)
			}
		}
	}
	if short := plural[strings.TrimSuffix(noun, "s")]; short != "" {
		return short
	}
	if x := f.tree.Token(q.Noun).XPOS; x == "NN" && q.Figure.Value == 1 && !strings.HasSuffix(noun, "s") {
		return noun + "s" // one count, two counts
	}
	return noun
}

// subjectEvent is the event that is the subject of the verb that a figure hangs
// on: "the strike cost the company nine million euros".
func (f *finder) subjectEvent(at int) int {
	if e := f.inAreas(at); e != doc.None {
		return e
	}
	if e := f.gathering(at); e != doc.None {
		return e
	}
	if e := f.predicated(at); e != doc.None {
		return e
	}
	found := doc.None
	f.tree.Climb(at, func(a, from int) bool {
		if f.tree.Token(a).UPOS != "VERB" {
			return f.tree.Is(from, "nummod", "compound", "nmod", "conj", "appos", "amod")
		}
		if f.tree.Is(from, "obj", "obl", "xcomp", "advmod", "nmod") {
			if s := f.tree.Subject(a); s != doc.None && !f.tree.Passive(a) {
				found = f.at[s]
			}
			if o := f.tree.Child(a, "obj"); found == doc.None && o != doc.None && f.tree.Is(from, "obl", "nmod") {
				found = f.at[o] // "widened its recall to 5 million cars"
			}
		}
		return false
	})
	return found
}
