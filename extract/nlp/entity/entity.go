// Package entity finds the mentions of actors and places. In come tokens,
// trees and the names that package ner found; out come Document.Mentions: those
// names with their edges and classes put right by lexicons and context, names
// that the network missed, nationalities, descriptions of people and bodies
// ("a senior official", "the terror group"), and pronouns. They are in the
// order of the text, an outer mention before the ones within.
//
// Nothing is read from boilerplate. Which mentions are of one actor, and of
// what kind it is, is for package coref to say.
package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/dep"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// The rules that find or change mentions.
const (
	ruleExtend   = "entity/extend"    // a name made longer by the words beside it
	ruleLexicon  = "entity/gazetteer" // a name of the lexicon
	ruleRun      = "entity/capitals"  // a run of capitalized words, with what told its class
	ruleBody     = "entity/body"      // "the Indian navy"
	ruleNickname = "entity/nickname"  // Omar "The Baker" Haddad
	ruleNominal  = "entity/nominal"
	rulePronoun  = "entity/pronoun"
)

// Run replaces the mentions of d by all that it finds.
func Run(d *doc.Document) {
	f := newFinder(d)
	f.network()
	for i := range d.Sentences {
		if d.Blocks[d.Sentences[i].Block].Role == doc.Boilerplate {
			continue
		}
		f.nicknames(&d.Sentences[i])
		f.firms(&d.Sentences[i])
		f.lexicon(&d.Sentences[i])
		f.compose(&d.Sentences[i])
		f.extend(&d.Sentences[i])
		f.adjoin(&d.Sentences[i])
		f.syllables(&d.Sentences[i])
		f.coupled(&d.Sentences[i])
		f.spelled(&d.Sentences[i])
		f.missed(&d.Sentences[i])
		f.runs(&d.Sentences[i])
	}
	f.repeated()
	f.surnameParts()
	f.classify()
	f.outlets()
	f.peoples()
	f.bodies()
	f.sites()
	f.within()
	for i := range d.Sentences {
		if d.Blocks[d.Sentences[i].Block].Role == doc.Boilerplate {
			continue
		}
		f.nominals(&d.Sentences[i])
		f.pronouns(&d.Sentences[i])
	}
	d.Mentions = f.mentions()
}

// A finder holds the names of a document while they are found.
type finder struct {
	d     *doc.Document
	tree  *dep.Tree
	timex []bool // token → part of a time expression
	cover []int  // token → name over it, or None
	names []name
	other []doc.Mention // nominals and pronouns
	// festive says that the party of this article is a feast.
	festive bool
}

// A name is a mention with what was learned of it.
type name struct {
	doc.Mention
	net     doc.Class // what the network said, empty when it said nothing
	person  bool      // a title stands before it
	dropped bool
}

func newFinder(d *doc.Document) *finder {
	f := &finder{d: d, tree: dep.New(d), timex: make([]bool, len(d.Tokens)), cover: make([]int, len(d.Tokens))}
	for i := range f.cover {
		f.cover[i] = doc.None
	}
	for _, t := range d.Timexes {
		for i := max(t.First, 0); i < min(t.Last, len(f.timex)); i++ {
			f.timex[i] = true
		}
	}
	for i := range d.Tokens {
		if calendar[d.Tokens[i].Text] {
			f.timex[i] = true
		}
		if d.Tokens[i].Text == "party" && i > 0 && celebrations[strings.ToLower(d.Tokens[i-1].Text)] {
			f.festive = true
		}
	}
	return f
}

// calendar are words that are part of no name even where no time expression
// was found over them. May and March are left out: they are names, too.
var calendar = set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December Jan. Feb. Mar. Apr. Aug. Sept. Sep. Oct. Nov. Dec. Christmas Easter")

// celebrations come before "party" where it is a feast and no body.
var celebrations = set("christmas birthday office dinner wedding cocktail garden house pool block farewell graduation holiday engagement")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// network takes over the names of the stages before.
func (f *finder) network() {
	for _, m := range f.d.Mentions {
		s := f.d.Sentences[f.d.Tokens[m.First].Sent]
		if f.d.Blocks[s.Block].Role == doc.Boilerplate {
			continue
		}
		for _, n := range f.severed(name{Mention: m, net: m.Class}) {
			if f.trim(&n) {
				f.add(n)
			}
		}
	}
}

// severed cuts what the network took for one person at "and", as Rossi and Okoro
// are two, and what it took for one body where the text goes on about several.
func (f *finder) severed(n name) []name {
	for i := n.First + 1; i+1 < n.Last; i++ {
		if f.lower(i) == "and" && f.capital(i+1) && (n.net == doc.PER || n.Last-n.First == 3 && f.several(n.Last)) {
			a, b := n, n
			a.Last, b.First = i, i+1
			return append(f.severed(a), f.severed(b)...)
		}
	}
	return []name{n}
}

// several reports whether the words from token i are about more than one.
func (f *finder) several(i int) bool {
	if i+1 < len(f.d.Tokens) && f.text(i) == "," {
		i++
	}
	if i >= len(f.d.Tokens) {
		return false
	}
	switch f.lower(i) {
	case "two", "both", "were", "are", "have":
		return true
	}
	return false
}

// add records a name over its tokens; a shorter one that it covers is dropped.
func (f *finder) add(n name) {
	n.Type, n.Chain = doc.Name, doc.None
	for i := n.First; i < n.Last; i++ {
		if c := f.cover[i]; c != doc.None {
			f.names[c].dropped = true
			for k := f.names[c].First; k < f.names[c].Last; k++ {
				f.cover[k] = doc.None
			}
		}
	}
	for i := n.First; i < n.Last; i++ {
		f.cover[i] = len(f.names)
	}
	f.names = append(f.names, n)
}

// resize moves the edges of the i-th name.
func (f *finder) resize(i, first, last int) {
	n := f.names[i]
	for k := n.First; k < n.Last; k++ {
		f.cover[k] = doc.None
	}
	n.First, n.Last = first, last
	f.names[i].dropped = true
	f.add(n)
}

// mentions gathers everything in the order of the text.
func (f *finder) mentions() []doc.Mention {
	out := f.other
	for _, n := range f.names {
		if n.dropped {
			continue
		}
		m := n.Mention
		m.Head = f.head(m.First, m.Last)
		m.Span = graph.Span{Start: f.d.Tokens[m.First].Start, End: f.d.Tokens[m.Last-1].End}
		if f.fullStop(m.First, m.Last-1) {
			m.End--
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b doc.Mention) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.Last - a.Last
	})
	return out
}

// head is the first token of first to last that hangs on something outside, a
// noun if there is one: tags go astray within names such as IS-K.
func (f *finder) head(first, last int) int {
	head := doc.None
	for i := first; i < last; i++ {
		if h := f.d.Tokens[i].Head; h >= first && h < last {
			continue
		}
		if !f.tree.Is(i, "aux", "cop", "punct", "case", "mark", "cc", "det") {
			return i
		}
		if head == doc.None {
			head = i
		}
	}
	if head == doc.None {
		return last - 1
	}
	return head
}

// fullStop reports whether the dot of token i ends the sentence rather than an
// abbreviation: the one of "IS-K."
func (f *finder) fullStop(first, i int) bool {
	t := f.text(i)
	return i > first && f.glued(i-1) && f.text(i-1) == "-" && len(t) == 2 && t[1] == '.'
}

func (f *finder) text(i int) string  { return f.d.Tokens[i].Text }
func (f *finder) lower(i int) string { return strings.ToLower(f.d.Tokens[i].Text) }

// capital reports whether token i is written with a capital.
func (f *finder) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.d.Tokens[i].Text)
	return unicode.IsUpper(r)
}

// capitals reports whether token i is written in capitals throughout.
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// glued reports whether no space stands between tokens i and i+1.
func (f *finder) glued(i int) bool {
	return i >= 0 && i+1 < len(f.d.Tokens) && f.d.Tokens[i].End == f.d.Tokens[i+1].Start
}

// headline reports whether most words of s have capitals, so that a capital
// tells nothing. A verb in lower case says that it is a plain sentence.
func (f *finder) headline(s *doc.Sentence) bool {
	words, caps := 0, 0
	for i := s.First; i < s.Last; i++ {
		t := &f.d.Tokens[i]
		if len(t.Text) <= 3 || !unicode.IsLetter(rune(t.Text[0])) {
			continue
		}
		words++
		if f.capital(i) {
			caps++
		} else if t.UPOS == "VERB" {
			return false
		}
	}
	const most = 0.7
	return caps > 3 && float64(caps) >= most*float64(words)
}
