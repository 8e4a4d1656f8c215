package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Prepositions that put an event at a place.
var locative = words("in at near on inside around off across outside above over within throughout along beside by through amid toward towards into to")

// concerned are the prepositions that make one event what another is about or
// counts from, wherever it was: "marched in Oslo against the ruling".
var concerned = words("against over about on for to after before since following concerning despite")

// weakLocative need a place smaller than a country, and no better candidate.
var weakLocative = words("into to by toward towards through over along")

// place fills where candidate c happened: what hangs on the trigger, then on
// the verb that carries it, then on the clause around it.
func (f *finder) place(c int) {
	e := &f.events[c]
	if m := f.direct(c); m != doc.None {
		e.Place = m
		return
	}
	if m := f.takenPlace(e); m != doc.None {
		e.Place = m
		return
	}
	tokens := []int{e.Token}
	if h := f.seriesOf(e.Token); !e.verb && h != doc.None {
		tokens = append(tokens, h)
	}
	if e.light != doc.None {
		tokens = append(tokens, e.light)
	}
	if e.verb && e.Type == "x-movement" {
		for _, weak := range []bool{true, false} {
			if m := f.located(e.Token, weak); m != doc.None {
				e.Place = m // where it leads to
				return
			}
		}
	}
	f.tree.Climb(e.Token, func(a, from int) bool {
		if f.tree.Is(from, "ccomp", "parataxis", "acl:relcl", "csubj", "acl") || f.aim(from) {
			return false
		}
		if !e.verb && f.at[a] != doc.None && f.at[a] != c && concerned[f.tree.Case(from)] {
			return false
		}
		if f.at[a] != doc.None && f.at[a] != c && f.events[f.at[a]].verb && e.verb && !f.tree.Is(from, "advcl", "conj", "xcomp") {
			return false
		}
		tokens = append(tokens, a)
		return true
	})
	for _, t := range tokens {
		if m := f.located(t, false); m != doc.None {
			e.Place = m
			return
		}
	}
	if m := f.located(e.Token, true); m != doc.None {
		e.Place = m
		return
	}
	if m := f.leftPlace(e); m != doc.None {
		e.Place = m
		return
	}
	e.Place = f.compoundPlace(e)
	if e.Place == doc.None {
		e.Place = f.placeOfArgument(e)
	}
	if e.Place == doc.None {
		e.Place = f.onlyPlace(e)
	}
}

// leftPlace is where people are taken out of: "the evacuation from the city".
func (f *finder) leftPlace(e *candidate) int {
	if !slices.Contains(e.Modes, "evacuate") && !slices.Contains(e.Modes, "withdraw") {
		return doc.None
	}
	from := f.tree.Oblique(e.Token, "from")
	if from == doc.None || !f.isPlace(from) {
		return doc.None
	}
	return f.mention[from]
}

// aim reports whether v is what something is done for: "met in Oslo to end the
// war" ends no war in Oslo.
func (f *finder) aim(v int) bool {
	return f.tree.Is(v, "advcl") && f.infinitive(v)
}

// direct is a place that is itself stormed, visited or shelled.
func (f *finder) direct(c int) int {
	e := &f.events[c]
	for _, a := range e.Args {
		m := f.d.Mentions[a.Mention]
		if a.Role != e.sense.Patient || !f.placeMention(a.Mention) {
			continue
		}
		if ch := m.Chain; ch != doc.None && (f.d.Chains[ch].Place == graph.Country || f.d.Chains[ch].Actor != "") && f.located(e.Token, false) != doc.None {
			continue
		}
		return a.Mention
	}
	if e.light != doc.None && f.tree.Is(e.Token, "nsubj") {
		if o := f.tree.Child(e.light, "obj"); o != doc.None && f.isPlace(o) {
			return f.mention[o] // "an earthquake struck Chile"
		}
	}
	if e.verb {
		if o := f.tree.FrameOf(e.Token).Patient; o != doc.None && f.isPlace(o) {
			return f.mention[o]
		}
	}
	return doc.None
}

// located is the place that a prepositional phrase on token t names.
func (f *finder) located(t int, weak bool) int {
	found := doc.None
	for _, k := range f.tree.Kids(t) {
		if !f.tree.Is(k, "obl", "nmod") {
			continue
		}
		preposition := f.tree.Case(k)
		if !locative[preposition] || weakLocative[preposition] != weak {
			continue
		}
		m := f.placeAt(k)
		if m == doc.None || preposition == "outside" && f.country(m) {
			continue
		}
		if !f.country(m) {
			return m
		}
		if found == doc.None {
			found = m // "in Britain, a man died in Kent": in Kent
		}
	}
	return found
}

// takenPlace reads "the attack on a convoy, which took place in Lyon".
func (f *finder) takenPlace(e *candidate) int {
	if e.verb {
		return doc.None
	}
	sent := f.d.Sentences[e.sent]
	for v := e.Token + 1; v < sent.Last; v++ {
		if f.tree.Token(v).Deprel != "acl:relcl" || !f.tree.Under(f.tree.Token(v).Head, e.Token) {
			continue
		}
		switch f.tree.Lemma(v) {
		case "occur", "happen":
		case "take":
			if o := f.tree.Child(v, "obj"); o == doc.None || f.tree.Lemma(o) != "place" {
				continue
			}
		default:
			continue
		}
		if m := f.located(v, false); m != doc.None {
			return m
		}
	}
	return doc.None
}

// parts of a country that are named after its people: "the Indonesian coast".
var ofCountry = words("coast water waters territory soil border capital airspace coastline city town village province region mainland")

// placeAt is the place at k, or the one that k is a part or kind of: "the
// north of Iraq", "a hospital in Lyon".
func (f *finder) placeAt(k int) int {
	if f.timex[k] != doc.None {
		return doc.None
	}
	if ofCountry[f.tree.Lemma(k)] && !f.placed(f.mention[k]) {
		for _, a := range f.tree.Kids(k) {
			if m := f.mention[a]; f.tree.Is(a, "amod", "compound") && m != doc.None && f.country(m) {
				return m
			}
		}
	}
	if f.isPlace(k) && f.placed(f.mention[k]) {
		return f.mention[k]
	}
	for _, inner := range f.tree.Kids(k) {
		if f.tree.Is(inner, "compound") && (f.person(k) || f.class(k) == doc.ORG) && f.isPlace(inner) && f.country(f.mention[inner]) {
			continue // where people are from: "two U.S. citizens"
		}
		if f.tree.Is(inner, "nmod", "appos", "compound", "obl") && f.isPlace(inner) && f.d.Mentions[f.mention[inner]].Type != doc.Pronoun {
			switch f.tree.Case(inner) {
			case "of", "in", "near", "at", "":
				return f.mention[inner]
			}
		}
	}
	if f.isPlace(k) {
		return f.mention[k]
	}
	return doc.None
}

// placed reports whether the place that m refers to is known by its kind.
func (f *finder) placed(m int) bool {
	return m != doc.None && f.d.Mentions[m].Chain != doc.None && f.d.Chains[f.d.Mentions[m].Chain].Place != ""
}

func (f *finder) country(m int) bool {
	ch := f.d.Mentions[m].Chain
	return ch != doc.None && f.d.Chains[ch].Place == graph.Country
}

// compoundPlace reads "the Beirut blast" and "Haiti's earthquake".
func (f *finder) compoundPlace(e *candidate) int {
	for _, k := range f.tree.Kids(e.Token) {
		if f.tree.Is(k, "compound", "nmod:poss", "nmod") && f.isPlace(k) && (f.placeOnly(k) || e.sense.Agent == "-") {
			return f.mention[k]
		}
		if f.tree.Is(k, "nmod") && f.tree.Case(k) == "of" && f.isPlace(k) {
			return f.mention[k]
		}
	}
	return doc.None
}

// placeOfArgument reads "attacked a village in Mali": where what is hit lies,
// there it happens.
func (f *finder) placeOfArgument(e *candidate) int {
	var tokens []int
	if e.verb {
		frame := f.tree.FrameOf(e.Token)
		tokens = append(tokens, frame.Patient, frame.Agent)
	} else {
		tokens = append(tokens, f.tree.Oblique(e.Token, "of", "on", "against", "at"))
	}
	for _, t := range tokens {
		if t == doc.None || f.person(t) && f.home(t) {
			continue
		}
		if m := f.placeAt(t); m != doc.None && !(e.verb && f.mention[t] == m && f.acts(t)) {
			return m
		}
	}
	return doc.None
}

// home reports whether "of" or "from" tells where the people at i are from: "a man
// of Leeds".
func (f *finder) home(i int) bool {
	for _, k := range f.tree.Kids(i) {
		if c := f.tree.Case(k); f.isPlace(k) && (c == "of" || c == "from") {
			return true
		}
	}
	return false
}

// onlyPlace is the one place that the words under the trigger name after a
// preposition: "fired shells aimed at a post in the valley".
func (f *finder) onlyPlace(e *candidate) int {
	found, several := doc.None, false
	f.tree.Walk(e.Token, func(i int) {
		if i == e.Token || !f.isPlace(i) || !locative[f.tree.Case(i)] || weakLocative[f.tree.Case(i)] || f.apart(i, e.Token) {
			return
		}
		m := f.mention[i]
		several = several || found != doc.None && !f.same(found, m)
		found = m
	})
	if several || found != doc.None && f.tree.Case(f.d.Mentions[found].Head) == "outside" {
		return doc.None
	}
	return found
}
