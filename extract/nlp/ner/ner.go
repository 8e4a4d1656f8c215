// Package ner completes the names that the network saw while it parsed. Names
// that tokenization broke at a hyphen are re-joined (ISIS-K, Islamic
// State-Khorasan), articles and other edges are cut off, what the lexicon knows
// and what the words within and beside a name tell for certain is put right
// (countries, armed groups, given names, "the city of"), and then the document
// is made consistent: a name seen in one sentence is a name in the others, and a
// name has one class. Nationalities are no names here. Needs tags and trees;
// completes the mentions of type Name, in the order of the text, none
// overlapping another.
//
// The rules are those that were right far more often than wrong on development
// parts of several corpora; docs/evaluation.md has some that were not.
package ner

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// The rules of names that did not come from the network as they are.
const (
	joined   = "ner/hyphen" // the network's, longer by a hyphen and what follows
	repeated = "ner/repeat" // a name of another sentence
)

// Run completes the names of d. Mentions must be those of the network, in the
// order of the text.
func Run(d *doc.Document) {
	names := d.Mentions[:0]
	for _, m := range d.Mentions {
		if len(names) > 0 && m.First < names[len(names)-1].Last {
			continue // taken for the surname of the one before
		}
		for m.Class == doc.PER && m.Last < len(d.Tokens) && d.Tokens[m.Last].Deprel == "flat" && d.Tokens[m.Last].UPOS == "PROPN" && d.Tokens[m.Last].Head >= m.First && d.Tokens[m.Last].Head < m.Last {
			m.Last++ // a surname that is also a verb: "Theresa May"
		}
		if trim(d, &m) {
			names = append(names, m)
		}
	}
	shouted := headlines(d)
	names = branches(d, join(d, names))
	names = gazetteer(d, split(d, names), shouted)
	classify(d, names, shouted)
	names = missed(d, names, shouted)
	edges(d, names)
	names = repeat(d, names)
	for i := range names {
		m := &names[i]
		m.Head = head(d, m.First, m.Last)
		m.Span = graph.Span{Start: d.Tokens[m.First].Start, End: d.Tokens[m.Last-1].End}
	}
	d.Mentions = names
}

// head is the first token of the span that hangs on something outside it.
func head(d *doc.Document, first, last int) int {
	for i := first; i < last; i++ {
		if h := d.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return first
}

// trim cuts what belongs to no name off its edges, and reports whether a name
// is left.
func trim(d *doc.Document, m *doc.Mention) bool {
	for m.First < m.Last && edge(&d.Tokens[m.First]) {
		m.First++
	}
	for m.First < m.Last && edge(&d.Tokens[m.Last-1]) {
		m.Last--
	}
	// "the federal Centers for Disease Control"
	for m.Class == doc.ORG && m.Last-m.First > 1 && !named(d.Tokens[m.First].Text) && levels[d.Tokens[m.First].Text] && named(d.Tokens[m.First+1].Text) {
		m.First++
	}
	return slices.ContainsFunc(d.Tokens[m.First:m.Last], func(t doc.Token) bool { return named(t.Text) || t.UPOS == "PROPN" })
}

// levels are words before the name of a body that say of which level it is.
var levels = map[string]bool{"federal": true, "national": true, "state": true, "regional": true, "local": true, "provincial": true, "municipal": true, "central": true}

// edge reports whether a name neither begins nor ends with t.
func edge(t *doc.Token) bool {
	switch strings.ToLower(t.Text) {
	case "the", "a", "an", "'s", "’s", "'", "’", "and", "of", "in":
		return t.Text != "A" || t.UPOS != "PROPN"
	}
	return t.UPOS == "PUNCT" && !strings.HasSuffix(t.Text, ".")
}

// named reports whether s has an upper-case letter, or a letter of a script
// without case.
func named(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
	})
}

// glued reports whether nothing stands between tokens i and i+1 of one sentence.
func glued(d *doc.Document, i int) bool {
	return i >= 0 && i+1 < len(d.Tokens) && d.Tokens[i].Sent == d.Tokens[i+1].Sent && d.Tokens[i].End == d.Tokens[i+1].Start
}

func hyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" || s == "–" }

// between are nouns that follow two parties: "Hamas-Israel war" is no name.
var between = map[string]bool{
	"war": true, "wars": true, "conflict": true, "talks": true, "deal": true, "truce": true, "border": true, "relations": true,
	"ceasefire": true, "clashes": true, "ties": true, "summit": true, "negotiations": true, "agreement": true, "relationship": true,
	"tensions": true, "axis": true, "alliance": true, "fighting": true, "rivalry": true, "match": true, "game": true,
}

// join re-joins names with the parts that hyphens cut off.
func join(d *doc.Document, names []doc.Mention) []doc.Mention {
	out := names[:0]
	for i := 0; i < len(names); i++ {
		m := names[i]
		// Backwards over the article of an Arabic name: al-Qaeda.
		if f := m.First; f >= 2 && hyphen(d.Tokens[f-1].Text) && glued(d, f-2) && glued(d, f-1) && article(d.Tokens[f-2].Text) &&
			(len(out) == 0 || out[len(out)-1].Last <= f-2) {
			m.First, m.Rule = f-2, joined
		}
		for part := tail(d, m); part > 0; part = tail(d, m) {
			next := m.Last + 1
			if i+1 < len(names) && names[i+1].First == next {
				if !same(d, m, names[i+1]) {
					break
				}
				part = names[i+1].Last
				i++
			}
			m.Last, m.Rule = part, joined
		}
		out = append(out, m)
	}
	return out
}

func article(s string) bool {
	switch strings.ToLower(s) {
	case "al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "bin":
		return true
	}
	return false
}

// tail returns the token after the part that a hyphen cuts off m, or 0.
func tail(d *doc.Document, m doc.Mention) int {
	h := m.Last
	if h+1 >= len(d.Tokens) || !hyphen(d.Tokens[h].Text) || !glued(d, h-1) || !glued(d, h) || !named(d.Tokens[h+1].Text) {
		return 0
	}
	first, _ := utf8.DecodeRuneInString(d.Tokens[h+1].Text)
	if !unicode.IsUpper(first) || h+2 < len(d.Tokens) && between[d.Tokens[h+2].Text] {
		return 0 // "Moscow-based"
	}
	if d.Tokens[h+1].UPOS == "ADJ" && m.Class == doc.LOC {
		return 0
	}
	return h + 2
}

// same reports whether a and b, with a hyphen between, are one name: two
// persons' names are (Jean-Luc), an organization's branch is
// (Islamic State-Khorasan), two organizations and two places are not.
func same(d *doc.Document, a, b doc.Mention) bool {
	switch {
	case utf8.RuneCountInString(d.Tokens[b.First].Text) <= 2:
		return true
	case a.Class == doc.PER:
		return b.Class == doc.PER
	case a.Class == doc.ORG:
		return b.Class == doc.LOC
	}
	return false
}

// branches marks what is written like ISIS-K, capitals with a single capital
// behind a hyphen, as an organization: where the network saw it or ISIS alone as
// a person, and where it saw nothing but the document has it twice.
func branches(d *doc.Document, names []doc.Mention) []doc.Mention {
	at := make(map[string][]int)
	for i := range d.Tokens {
		if s := branch(d, i); s != "" {
			at[s] = append(at[s], i)
		}
	}
	if len(at) == 0 {
		return names
	}
	stems := make(map[string]bool)
	for s := range at {
		stem, _, _ := strings.Cut(s, "-")
		stems[stem] = true
	}
	seen := make(map[int]bool)
	for i := range names {
		m := &names[i]
		if m.Last-m.First == 1 && m.Class == doc.PER && stems[d.Tokens[m.First].Text] {
			m.Class = doc.ORG
		}
		for t := m.First; t < m.Last; t++ {
			seen[t] = true
		}
		if m.Last-m.First == 3 && m.Class == doc.PER && branch(d, m.First) != "" {
			m.Class = doc.ORG
		}
	}
	for _, tokens := range at {
		for _, t := range tokens {
			if len(tokens) > 1 && !seen[t] && !seen[t+1] && !seen[t+2] {
				names = append(names, doc.Mention{Type: doc.Name, Class: doc.ORG, First: t, Last: t + 3, Chain: doc.None, Rule: joined})
			}
		}
	}
	slices.SortFunc(names, func(a, b doc.Mention) int { return a.First - b.First })
	return names
}

// branch returns what is written like ISIS-K at token i, or "".
func branch(d *doc.Document, i int) string {
	if i+2 >= len(d.Tokens) || !hyphen(d.Tokens[i+1].Text) || !glued(d, i) || !glued(d, i+1) {
		return ""
	}
	a, b := d.Tokens[i].Text, d.Tokens[i+2].Text
	if len(a) < 2 || len(b) != 1 || strings.ContainsFunc(a+b, func(r rune) bool { return r < 'A' || r > 'Z' }) {
		return ""
	}
	return a + "-" + b
}
