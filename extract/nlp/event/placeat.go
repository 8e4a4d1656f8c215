package event

import (
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// parts of a country that are named after its people: "the Indonesian coast".
var ofItsPeople = words("coast water waters territory soil border capital airspace coastline city town village province region mainland site island port airport " +
	"belt heartland north south east west center centre interior countryside outskirts highlands hills valley district suburb")

// placeAt is the place at k, or the one that k is a part or kind of: "the
// north of Iraq", "a hospital in Lyon".
func (f *finder) placeAt(k int) int {
	if f.timex[k] != doc.None {
		return doc.None
	}
	if f.isPlace(k) && f.placed(f.mention[k]) {
		return f.mention[k]
	}
	if m := f.thisTown(k); m != doc.None {
		return m
	}
	if m := f.ofCountry(k); m != doc.None {
		return m
	}
	vague := doc.None
	for _, inner := range f.tree.Kids(k) {
		if f.tree.Is(inner, "compound") && (f.person(k) || f.class(k) == doc.ORG) && f.isPlace(inner) && f.country(f.mention[inner]) {
			continue // where people are from: "two U.S. citizens"
		}
		if m := f.placeInside(inner); f.placed(m) {
			return m
		} else if vague == doc.None {
			vague = m
		}
	}
	if vague != doc.None {
		return vague
	}
	if f.isPlace(k) {
		return f.mention[k]
	}
	return doc.None
}

// placeInside is the place that the phrase of token i puts the word above it in.
func (f *finder) placeInside(i int) int {
	if f.tree.Is(i, "nmod:poss") && f.isPlace(i) && f.d.Mentions[f.mention[i]].Type != doc.Pronoun && f.placed(f.mention[i]) {
		of := f.tree.Token(i).Head
		if ofItsPeople[f.tree.Lemma(of)] || f.isPlace(of) && !f.country(f.mention[i]) {
			return f.mention[i] // "the city's airport", "Peru's north"
		}
	}
	if !f.tree.Is(i, "nmod", "appos", "compound", "obl", "nmod:unmarked") {
		return doc.None
	}
	switch f.tree.Case(i) {
	case "of", "in", "near", "at", "off", "outside", "inside", "under", "behind", "beside", "opposite", "":
	case "on":
		if f.chain(i).Place != graph.Feature && !f.person(f.tree.Token(i).Head) && f.class(f.tree.Token(i).Head) != doc.ORG {
			return doc.None // "a report on Gaza", not "marines on Basilan"
		}
	default:
		return doc.None
	}
	if !f.isPlace(i) {
		if p := f.tree.Child(i, "nmod:poss"); p != doc.None {
			return f.placeInside(p) // "in Peru's south"
		}
		for _, k := range f.tree.Kids(i) {
			if c := f.tree.Case(k); f.tree.Is(k, "nmod") && (c == "in" || c == "near" || c == "at" || c == "off") {
				return f.placeInside(k) // "under the Trade Center in New York"
			}
		}
		return f.ofCountry(i)
	}
	if f.d.Mentions[f.mention[i]].Type == doc.Pronoun {
		return doc.None
	}
	if in := f.placeAt(i); f.placed(in) {
		return in
	}
	return f.mention[i]
}

// thisTown is the town of the date line, where k is "this city".
func (f *finder) thisTown(k int) int {
	if d := f.tree.Child(k, "det"); d == doc.None || f.tree.Lemma(d) != "this" || f.placed(f.mention[k]) {
		return doc.None
	}
	switch f.tree.Lemma(k) {
	case "city", "town", "village", "capital", "port":
		return f.datelinePlace()
	}
	return doc.None
}

// ofCountry is the country whose people a part of it is named after: "the
// Indonesian coast".
func (f *finder) ofCountry(k int) int {
	if !ofItsPeople[f.tree.Lemma(k)] || f.placed(f.mention[k]) {
		return doc.None
	}
	for _, a := range f.tree.Kids(k) {
		if m := f.mention[a]; f.tree.Is(a, "amod", "compound") && m != doc.None && (f.country(m) || f.nation(m)) {
			return m
		}
	}
	return doc.None
}

// placed reports whether the place that m refers to has a record: it is known by
// its kind, or is the land of a state.
func (f *finder) placed(m int) bool {
	if m == doc.None || f.d.Mentions[m].Chain == doc.None {
		return false
	}
	c := f.d.Chains[f.d.Mentions[m].Chain]
	return c.Place != "" || land(c) || f.nation(m)
}

func (f *finder) country(m int) bool {
	ch := f.d.Mentions[m].Chain
	return ch != doc.None && (f.d.Chains[ch].Place == graph.Country || land(f.d.Chains[ch]))
}

// land reports whether a chain names a state that the article only tells of as an
// actor: what it does at home, it does on its land.
func land(c doc.Chain) bool {
	return c.Place == "" && c.Actor == graph.State && c.Country != "" && c.Named
}

// chain is the chain of the mention at token i, an empty one for none.
func (f *finder) chain(i int) doc.Chain {
	if m := f.mention[i]; m != doc.None && f.d.Mentions[m].Chain != doc.None {
		return f.d.Chains[f.d.Mentions[m].Chain]
	}
	return doc.Chain{}
}

// nation reports whether m is the adjective of a country.
func (f *finder) nation(m int) bool {
	ch := f.d.Mentions[m].Chain
	return ch != doc.None && f.d.Mentions[m].Class == doc.NORP && f.d.Chains[ch].Country != ""
}
