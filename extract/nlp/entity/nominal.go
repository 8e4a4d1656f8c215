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
	if f.cover[i] != doc.None || f.timex[i] {
		return lexicon.Noun{}, false
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
	if ok && t.UPOS != "NOUN" && t.UPOS != "PROPN" && noun.Kind() != lexicon.NounKind(graph.Population) {
		return noun, false
	}
	return noun, ok
}

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
	switch class := classOfKind(kind); {
	case class == doc.PER && f.plural(i), kind == lexicon.NounKind(graph.Population), kind == lexicon.Vehicle:
		return doc.Group
	default:
		return class
	}
}

// clean moves the beginning of a phrase behind words that a tree hung there
// without their being part of it.
func (f *finder) clean(first, head int) int {
	for first < head {
		t := &f.d.Tokens[first]
		lead := t.UPOS == "ADP" || t.UPOS == "CCONJ" || t.UPOS == "PUNCT" || f.lower(first) == "whose" || t.UPOS == "ADV" && !quantifying[f.lower(first)] && f.d.Tokens[first+1].UPOS != "ADJ"
		if !lead || quantifying[f.lower(first)] {
			break
		}
		first++
	}
	return first
}

// quantifying are words before figures.
var quantifying = set("about around nearly almost over approximately more less fewer at roughly some up most under only")

// refers reports whether a noun is used of something in particular, as far
// as grammar tells.
func (f *finder) refers(i int, noun lexicon.Noun, class doc.Class) bool {
	bare := f.tree.Child(i, "det", "nmod:poss", "nummod") == doc.None && !f.plural(i) && !f.properModifier(i)
	if f.lemma(i) == "party" && f.festive {
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

// phrase is the noun phrase of i: its modifiers before it and, after it, the
// phrases with a preposition that tell which one it is. Clauses are left out.
// A measure before it belongs to it: "a number of militants".
func (f *finder) phrase(i, depth int) (first, last int) {
	first, last = f.before(i), f.after(i, depth)
	if h := f.d.Tokens[i].Head; depth == 0 && h != doc.None && h < first && f.tree.Is(i, "nmod") && measures[f.lemma(h)] && f.tree.Case(i) == "of" && h+3 >= first {
		first = f.before(h)
	}
	return first, last
}

// before is the first token of what modifies i from the left.
func (f *finder) before(i int) int {
	const longest = 12
	first := i
	kids := f.tree.Kids(i)
	for k := len(kids) - 1; k >= 0; k-- {
		kid := kids[k]
		if kid >= first {
			continue
		}
		if !f.tree.Is(kid, "det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked", "nmod", "advmod", "flat", "obl:unmarked", "acl") {
			if f.tree.Is(kid, "punct") {
				continue // the gap decides
			}
			break
		}
		a, b := f.tree.Range(kid)
		if c := f.cover[a]; c != doc.None && f.names[c].First < a {
			a = f.names[c].Last // of a name, only the whole belongs to it
		}
		if f.gap(b, first) || i-a > longest || a >= first || f.timex[a] || f.clausal(a, b) {
			break
		}
		first = a
	}
	for c := f.ownerBefore(first, i); c != doc.None; c = f.ownerBefore(first, i) {
		first = f.names[c].First
	}
	if f.d.Tokens[first].XPOS == "VBG" && first < i && f.tree.Is(first, "amod", "acl") {
		first++ // "beheading prisoners"
	}
	for f.reported(i) && first > 0 && f.d.Tokens[first-1].UPOS == "ADJ" && f.d.Tokens[first-1].Sent == f.d.Tokens[i].Sent {
		first-- // "local media reports"
	}
	// A number or article that the parser hung elsewhere.
	for first > 0 && f.cover[first-1] == doc.None && f.d.Tokens[first-1].Sent == f.d.Tokens[i].Sent && !f.timex[first-1] &&
		(f.d.Tokens[first-1].UPOS == "NUM" || f.d.Tokens[first-1].UPOS == "DET") {
		first--
	}
	return first
}

// clausal reports whether a finite verb or a subject stands among tokens a to b.
func (f *finder) clausal(a, b int) bool {
	for i := a; i < b; i++ {
		switch f.d.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD", "PRP", "WP", "WDT":
			return true
		}
	}
	return false
}

// ownerBefore is the name that stands right before a phrase and belongs to
// it: "Vancouver Police" of "Vancouver Police spokesperson".
func (f *finder) ownerBefore(first, head int) int {
	// "US and British officials"
	if first >= 2 && (f.lower(first-1) == "and" || f.lower(first-1) == "or") && f.ofNation(first) && f.ofNation(first-2) && f.d.Tokens[first-2].Sent == f.d.Tokens[head].Sent {
		return f.cover[first-2]
	}
	if first == 0 || f.d.Tokens[first-1].Sent != f.d.Tokens[head].Sent || f.d.Tokens[first].UPOS == "DET" {
		return doc.None
	}
	c := f.cover[first-1]
	if c == doc.None || f.names[c].Class == doc.PER || f.names[c].dropped {
		return doc.None
	}
	n := f.names[c]
	if f.fullStop(n.First, n.Last-1) {
		return doc.None
	}
	h := f.d.Tokens[f.head(n.First, n.Last)].Head
	if n.Class == doc.NORP || h >= first && h <= head || h == f.d.Tokens[head].Head && f.tree.Case(f.head(n.First, n.Last)) == "" {
		return c
	}
	return doc.None
}

// ofNation reports whether token i is part of the name of a country or its
// people.
func (f *finder) ofNation(i int) bool {
	c := f.cover[i]
	return c != doc.None && !f.names[c].dropped && (f.names[c].Class == doc.NORP || f.names[c].Class == doc.LOC && f.names[c].Canonical != "")
}

// gap reports whether anything but hyphens and quotation marks stands between
// tokens a and b.
func (f *finder) gap(a, b int) bool {
	for k := a; k < b; k++ {
		if f.d.Tokens[k].UPOS != "PUNCT" || f.text(k) == "," || f.text(k) == "“" || f.text(k) == "‘" || f.d.Tokens[k].XPOS == "``" {
			return true
		}
	}
	return a > b
}

// after is the token after the prepositional phrases that follow i.
func (f *finder) after(i, depth int) int {
	const deepest = 3
	last := i + 1
	if depth >= deepest {
		return last
	}
	picked := f.tree.Child(i, "nmod:poss") != doc.None
	for _, k := range f.tree.Kids(i) {
		if k < last {
			continue
		}
		switch {
		case picked && f.tree.Case(k) == "of":
			return last // "warned Putin's government of the risk"
		case f.tree.Is(k, "nmod") && telling[f.tree.Case(k)]:
			a, _ := f.tree.Range(k)
			_, b := f.phrase(k, depth+1)
			if c := f.cover[k]; c != doc.None {
				b = f.names[c].Last
			}
			if a != last || f.anyTimex(a, b) {
				return last
			}
			last = max(last, b)
		case f.tree.Is(k, "amod") && f.tree.Child(k, "obl") != doc.None:
			a, b := f.tree.Range(k)
			if a != last || f.anyTimex(a, b) {
				return last
			}
			last = b
		default:
			return last
		}
	}
	return last
}

func (f *finder) anyTimex(first, last int) bool {
	for i := first; i < last; i++ {
		if f.timex[i] {
			return true
		}
	}
	return false
}

// telling are the prepositions whose phrase tells which one a noun is of.
var telling = map[string]bool{
	"of": true, "in": true, "at": true, "from": true, "for": true, "near": true, "aboard": true, "inside": true, "outside": true,
	"on board": true, "under": true, "behind": true, "on": true, "with": true, "to": true, "within": true, "against": true,
}

// measures are nouns for amounts: what they are of is what is spoken of.
var measures = set("number dozen dozens score scores hundred hundreds thousand thousands million millions majority handful lot lots couple pair some " +
	"tens ten rest series plenty most many half third quarter percent %")
