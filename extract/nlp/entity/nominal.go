package entity

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// nominals adds the descriptions of people, bodies and places in s.
func (f *finder) nominals(s *doc.Sentence) {
	for i := s.First; i < s.Last; i++ {
		noun, ok := f.describesSomebody(i)
		if !ok || len(noun.Kinds) == 0 {
			continue
		}
		class := f.nounClass(i, noun)
		if !f.refers(i, noun, class) {
			continue
		}
		first, last := f.phrase(i, 0)
		f.nominal(i, f.clean(first, i), last, class)
	}
	for _, n := range f.names {
		if !n.dropped && n.Class == doc.NORP && n.First >= s.First && n.Last <= s.Last {
			f.national(n)
		}
	}
}

func (f *finder) nominal(i, first, last int, class doc.Class) {
	f.other = append(f.other, doc.Mention{
		Span: f.tree.Span(first, last), Type: doc.Nominal, Class: class,
		Head: i, First: first, Last: last, Chain: doc.None, Rule: ruleNominal,
	})
}

// listed reports whether n is coordinated with another nationality before one
// noun: the Somali of "Somali and Yemeni pirates".
func (f *finder) listed(n name) bool {
	return n.Last+2 < len(f.d.Tokens) && (f.lower(n.Last) == "and" || f.lower(n.Last) == "or") && f.ofNation(n.Last+1) &&
		f.names[f.cover[n.Last+1]].Class == doc.NORP && f.d.Tokens[f.names[f.cover[n.Last+1]].Last].UPOS == "NOUN"
}

// singular reports whether n can only be one person of its nation.
func (f *finder) singular(n name) bool {
	for _, s := range lexicon.Named(f.key(&n)) {
		if s.Form != lexicon.Singular {
			return false
		}
	}
	return true
}

// indefinite reports whether i is said to be one of many.
func (f *finder) indefinite(i int) bool {
	return f.determined(i, "a") || f.determined(i, "an") || f.determined(i, "another") || f.tree.Child(i, "nummod") != doc.None
}

// national adds the phrase that a nationality heads: "the New Zealander", "half
// a million Syrians".
func (f *finder) national(n name) {
	h := f.head(n.First, n.Last)
	t := &f.d.Tokens[h]
	if f.tree.Is(h, "amod", "compound") && t.Head >= n.Last || t.UPOS == "ADJ" || f.listed(n) {
		return
	}
	first, last := f.before(h), f.after(h, 0)
	lone := f.tree.Is(h, "nsubj") && f.singular(n) // "Briton dies"
	if !lone && (first >= n.First || f.tree.Child(h, "det", "nummod") == doc.None) {
		return
	}
	class := doc.Group
	senses, one := lexicon.Named(f.key(&n)), false
	for _, s := range senses {
		one = one || s.Form == lexicon.Singular
	}
	if one && !f.plural(h) && (f.indefinite(h) || len(senses) == 1 || senses[0].Country != "") {
		class = doc.PER
	}
	f.nominal(h, first, max(last, n.Last), class)
}

// describesSomebody looks up the noun at i when it heads a noun phrase.
func (f *finder) describesSomebody(i int) (lexicon.Noun, bool) {
	t := &f.d.Tokens[i]
	if f.cover[i] != doc.None || f.timex[i] && t.Text != "old" {
		return lexicon.Noun{}, false
	}
	if f.aged(i) {
		return lexicon.Noun{Kinds: []lexicon.NounKind{lexicon.NounKind(graph.Person)}}, true
	}
	switch {
	case t.UPOS == "NOUN", t.UPOS == "PROPN":
		if f.tree.Is(i, "compound", "flat", "vocative", "nmod:desc", "amod") && f.premodifies(i) && !f.reported(i) {
			return lexicon.Noun{}, false
		}
	case t.UPOS == "ADJ" || t.UPOS == "VERB" && t.XPOS == "VBN":
		// "the dead", "the injured"
		if !f.determined(i, "the") || f.tree.Is(i, "amod", "root") {
			return lexicon.Noun{}, false
		}
	default:
		return lexicon.Noun{}, false
	}
	noun, ok := lexicon.NounOf(f.lemma(i))
	if !ok {
		noun, ok = lexicon.NounOf(f.lower(i))
	}
	if f.lemma(i) == "insider" && i+1 < len(f.d.Tokens) && (f.lower(i+1) == "dealing" || f.lower(i+1) == "trading") {
		return noun, false
	}
	if f.lemma(i) == "tank" && (i == 0 || f.lower(i-1) != "think" && !f.glued(i-1)) {
		if f.tree.Child(i, "compound") != doc.None {
			return noun, false // a storage tank
		}
		noun.Kinds = []lexicon.NounKind{lexicon.Vehicle}
	}
	if f.lemma(i) == "figure" && !f.standing(i) {
		return noun, false // the agency's figures are numbers
	}
	if f.lemma(i) == "guard" && i > 0 && guards[f.lower(i-1)] {
		noun = lexicon.Noun{Kinds: []lexicon.NounKind{lexicon.NounKind(graph.PublicBody)}, Sector: "MIL", Collective: true}
	}
	if ok && t.UPOS != "NOUN" && t.UPOS != "PROPN" && noun.Kind() != lexicon.NounKind(graph.Population) {
		return noun, false
	}
	return noun, ok
}

// aged reports whether i is somebody by age alone: "the 21-year-old".
func (f *finder) aged(i int) bool {
	w := f.text(i)
	if !strings.HasSuffix(w, "-year-old") && !(w == "old" && i > 2 && f.lower(i-2) == "year" && f.glued(i-1)) {
		return false
	}
	return (f.determined(i, "the") || f.determined(i, "a")) && f.tree.Is(i, "nsubj", "obj", "obl", "nmod", "appos", "conj")
}

// standing reports whether a word before the figure at i says that it is a person
// of some standing, where "official figures" are numbers.
func (f *finder) standing(i int) bool {
	for _, k := range f.tree.Kids(i) {
		if f.tree.Is(k, "amod", "compound") && ofStanding[f.lower(k)] {
			return true
		}
	}
	return false
}

var ofStanding = set("senior leading prominent key public political religious opposition underworld top central controversial " +
	"powerful influential military popular well-known cultural party literary historical divisive high-profile")

// guards come before the guard that is a body.
var guards = set("coast national border home presidential republican revolutionary civil")

// reported reports whether i modifies a noun for what its bearer says: the
// police of "police reports".
func (f *finder) reported(i int) bool {
	h := f.d.Tokens[i].Head
	if h != i+1 {
		return false
	}
	switch f.lemma(h) {
	case "report", "statement", "account", "announcement", "claim", "communique", "bulletin":
	default:
		return false
	}
	noun, ok := lexicon.NounOf(f.lemma(i))
	return ok && (noun.Kind() == lexicon.NounKind(graph.PublicBody) || noun.Kind() == lexicon.NounKind(graph.MediaOutlet))
}

// premodifies reports whether i stands before the head that it hangs on.
func (f *finder) premodifies(i int) bool {
	h := f.d.Tokens[i].Head
	return h > i && (h-i <= 4 || f.cover[h] != doc.None)
}

// entitled reports whether i is a title that a name hangs on: the warlord of
// "led by warlord Shahab al-Muhajir".
func (f *finder) entitled(i int) bool {
	for _, k := range f.tree.Kids(i) {
		if f.tree.Is(k, "flat", "appos") && f.cover[k] != doc.None && f.names[f.cover[k]].First == i+1 {
			return true
		}
	}
	return false
}

func (f *finder) determined(i int, word string) bool {
	for _, k := range f.tree.Kids(i) {
		if f.tree.Is(k, "det") && f.lower(k) == word {
			return true
		}
	}
	return false
}

// definite reports whether i has a determiner or modifier that picks
// something out: the, this, its, a nationality or a name.
func (f *finder) definite(i int) bool {
	for _, k := range f.tree.Kids(i) {
		switch {
		case k > i:
		case f.tree.Is(k, "nmod:poss"):
			return true
		case f.tree.Is(k, "det"):
			switch f.lower(k) {
			case "the", "this", "that", "these", "those":
				return true
			}
		}
	}
	return f.properModifier(i)
}

func (f *finder) properModifier(i int) bool {
	for _, k := range f.tree.Kids(i) {
		if k < i && f.cover[k] != doc.None && f.tree.Is(k, "compound", "amod", "nmod") {
			return true
		}
	}
	return false
}

func (f *finder) plural(i int) bool { return strings.HasSuffix(f.d.Tokens[i].XPOS, "S") }

// nounClass decides between the kinds of a noun by its place in the sentence:
// a school that says something is a body, one that burns is a place.
func (f *finder) nounClass(i int, noun lexicon.Noun) doc.Class {
	kind := noun.Kind()
	if len(noun.Kinds) > 1 {
		acts := f.tree.Is(i, "nsubj", "obl:agent") && !f.tree.Is(i, "nsubj:pass")
		for _, k := range noun.Kinds {
			if place := classOfKind(k) == doc.LOC; place != acts || !noun.Is(lexicon.NounKind(graph.Facility)) {
				kind = k
				break
			}
		}
	}
	if f.lemma(i) == "office" && f.bureau(i) {
		return doc.ORG
	}
	if h := f.d.Tokens[i].Head; f.tree.Is(i, "appos") && h != doc.None && eitherWay[f.lemma(i)] && f.cover[h] != doc.None && f.names[f.cover[h]].Class == doc.ORG {
		return doc.ORG
	}
	switch class := classOfKind(kind); {
	case class == doc.PER && f.plural(i), kind == lexicon.NounKind(graph.Population), kind == lexicon.Vehicle:
		return doc.Group
	default:
		return class
	}
}

// bureau reports whether the office at i is one of a state or body by what it deals
// with, and no room: "the statistics office", "the prosecutor's office".
func (f *finder) bureau(i int) bool {
	for _, k := range f.tree.Kids(i) {
		if f.tree.Is(k, "compound", "nmod:poss", "amod") && k < i && duties[f.lemma(k)] {
			return true
		}
	}
	return false
}

var duties = set("statistics statistical disaster prosecutor prosecution attorney press tax patent weather met meteorological audit passport trade cabinet budget " +
	"presidential rights ombudsman president premier mayor governor sheriff coroner state customs immigration fraud competition emergency relief")

// eitherWay are nouns for persons that bodies are called in apposition: "Orbex,
// a supplier".
var eitherWay = set("successor predecessor rival supplier maker owner operator publisher sponsor employer partner buyer seller leader producer manufacturer " +
	"ally backer neighbour neighbor donor enemy foe opponent distributor contractor developer provider lender insurer retailer exporter importer competitor creditor shareholder investor")

// refers reports whether a noun is used of something in particular, as far
// as grammar tells.
func (f *finder) refers(i int, noun lexicon.Noun, class doc.Class) bool {
	bare := f.tree.Child(i, "det", "nmod:poss", "nummod") == doc.None && !f.plural(i) && !f.properModifier(i)
	if f.lemma(i) == "justice" && bare {
		return false // is done
	}
	if f.lemma(i) == "party" && f.festive || noun.Government && f.tree.Child(i, "nummod") != doc.None {
		return false
	}
	switch class {
	case doc.LOC:
		return f.definite(i) || f.tree.Child(i, "det") != doc.None && f.located(f.before(i))
	case doc.ORG:
		return !bare || f.reported(i) || f.tree.Is(i, "nsubj", "obl:agent") || f.tree.Case(i) == "according to" || f.lemma(i) == "police"
	case doc.Group:
		return noun.Kind() != lexicon.Vehicle || !bare
	}
	return !bare || f.entitled(i) || f.tree.Is(i, "nsubj", "appos", "root", "parataxis", "nmod:desc", "conj") || f.after(i, 0) > i+1
}
