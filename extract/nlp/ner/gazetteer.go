package ner

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// looked is the rule of names that the lexicon knows and the network missed, or
// saw only in part.
const looked = "ner/gazetteer"

// gazetteer adds the names of the lexicon that the network missed, makes those
// longer of which it saw a part, drops nationalities, and gives a class to what
// has but one.
func gazetteer(d *doc.Document, names []doc.Mention, shouted []bool) []doc.Mention {
	g := &lookup{d: d, names: names, over: cover(d, names), dropped: make([]bool, len(names))}
	for k, m := range names {
		g.dropped[k] = lexicon.Currency(d.Tokens[m.Last-1].Text)
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		for at := s.First; at < s.Last; {
			n, senses := written(d.Tokens, at, s.Last)
			if n > 0 && g.settle(s, at, at+n, senses, shouted[i]) {
				at += n
			} else {
				at++
			}
		}
	}
	return keep(g.names, g.dropped)
}

// written is lexicon.Longest without common nouns at the end of a name: Xinhua, not
// "Xinhua news agency".
func written(tokens []doc.Token, first, end int) (int, []*lexicon.Name) {
	n, senses := lexicon.Longest(tokens, first, end)
	for n > 1 && !named(tokens[first+n-1].Text) {
		if n, senses = lexicon.Longest(tokens, first, first+n-1); n == 0 {
			return 0, nil
		}
	}
	return n, senses
}

// A lookup holds names while the lexicon corrects them.
type lookup struct {
	d       *doc.Document
	names   []doc.Mention
	over    []int // token → 1 + index of the name over it
	dropped []bool
}

// settle applies what the lexicon knows of tokens first to last, and reports
// whether it did.
func (g *lookup) settle(s *doc.Sentence, first, last int, senses []*lexicon.Name, shouting bool) bool {
	inside, crossed := within(g.names, g.over, first, last)
	sense := senses[0]
	switch {
	case crossed:
		return false
	case len(inside) == 1 && g.names[inside[0]].First == first && g.names[inside[0]].Last == last:
		m := &g.names[inside[0]]
		if sense.Form == lexicon.Adjective || sense.Form == lexicon.Plural && sense.Country == "" {
			g.dropped[inside[0]] = true
		} else if certain(m, senses) {
			m.Class = classOf(sense)
		}
		return true
	case sense.Form != lexicon.Proper || sense.Weak && !hinted(g.d, first, last, sense) || last-first == 1 && shouting || !believed(g.d, s, g.over, first, last):
		return false
	}
	m := found(first, last, classOf(sense), looked)
	if !trim(g.d, &m) {
		return false
	}
	for _, k := range inside {
		g.dropped[k] = true
	}
	g.names, g.dropped = append(g.names, m), append(g.dropped, false)
	mark(g.over, m, len(g.names))
	return true
}

// hinted reports whether a name that needs more than its form has it: a body is
// tagged as a name, something is in or near a place.
func hinted(d *doc.Document, first, last int, sense *lexicon.Name) bool {
	if d.Tokens[first].UPOS != "PROPN" {
		return false
	}
	m := found(first, last, "", looked)
	return sense.Place == "" && (last-first > 1 || first > d.Sentences[d.Tokens[first].Sent].First) || sense.Place != "" && located(d, &m)
}

// certain reports whether the senses of a name leave no doubt of its class,
// whatever the network said of m: a body that no place shares its name with, or
// a place where the network saw a person, unless it is a given name too.
func certain(m *doc.Mention, senses []*lexicon.Name) bool {
	if senses[0].Form != lexicon.Proper || senses[0].Weak {
		return false
	}
	class := classOf(senses[0])
	if slices.ContainsFunc(senses, func(n *lexicon.Name) bool { return classOf(n) != class && !n.Weak }) {
		return false
	}
	if class == doc.LOC && m.Class == doc.PER {
		_, given := lexicon.Given(senses[0].Name)
		return !given && !lexicon.Surname(senses[0].Name)
	}
	return class == doc.ORG || senses[0].Place == graph.Country || senses[0].Place == graph.Region
}

func found(first, last int, class doc.Class, rule string) doc.Mention {
	return doc.Mention{Type: doc.Name, Class: class, First: first, Last: last, Chain: doc.None, Rule: rule}
}

// keep returns the names that are not dropped, in the order of the text.
func keep(names []doc.Mention, dropped []bool) []doc.Mention {
	out := names[:0]
	for i, m := range names {
		if !dropped[i] {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b doc.Mention) int { return a.First - b.First })
	return out
}

// cover gives for each token 1 + the index of the name over it, or 0.
func cover(d *doc.Document, names []doc.Mention) []int {
	over := make([]int, len(d.Tokens))
	for i, m := range names {
		mark(over, m, i+1)
	}
	return over
}

// within lists the names that have a token of first to last, and reports
// whether one of them has others too.
func within(names []doc.Mention, over []int, first, last int) (inside []int, crossed bool) {
	for i := first; i < last; i++ {
		if over[i] == 0 || len(inside) > 0 && inside[len(inside)-1] == over[i]-1 {
			continue
		}
		m := names[over[i]-1]
		crossed = crossed || m.First < first || m.Last > last
		inside = append(inside, over[i]-1)
	}
	return inside, crossed
}

// believed reports whether words that have the form of a name are one here:
// none of them is part of a longer run of names.
func believed(d *doc.Document, s *doc.Sentence, over []int, first, last int) bool {
	if last-first == 1 && d.Tokens[first].UPOS != "PROPN" && !capitals(d.Tokens[first].Text) {
		return false
	}
	joins := func(i int) bool {
		return i >= s.First && i < s.Last && d.Tokens[i].UPOS == "PROPN" && over[i] == 0 && capital(d.Tokens[i].Text) && !title(d, i)
	}
	return !joins(first-1) && !joins(last)
}

// classOf is the class of a name of the lexicon; states are places here.
func classOf(n *lexicon.Name) doc.Class {
	if n.Place != "" || n.Actor == graph.State {
		return doc.LOC
	}
	return doc.ORG
}

// title reports whether token i may stand before a person's name.
func title(d *doc.Document, i int) bool {
	if _, ok := lexicon.TitleOf(d.Tokens[i].Text); ok {
		return true
	}
	noun, ok := lexicon.NounOf(strings.ToLower(d.Tokens[i].Text))
	return ok && noun.Title && noun.Person()
}

// capital reports whether s begins with a capital.
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// capitals reports whether s is written in capitals, at least two.
func capitals(s string) bool {
	return strings.ToUpper(s) == s && strings.IndexFunc(s, unicode.IsUpper) != strings.LastIndexFunc(s, unicode.IsUpper)
}

// headlines reports for each sentence whether it is a headline.
func headlines(d *doc.Document) []bool {
	out := make([]bool, len(d.Sentences))
	for i := range d.Sentences {
		out[i] = headline(d, &d.Sentences[i])
	}
	return out
}

// headline reports whether most longer words of s have a capital, or most of
// all words are in capitals, so that neither tells anything.
func headline(d *doc.Document, s *doc.Sentence) bool {
	words, long, caps, shouted := 0, 0, 0, 0
	for i := s.First; i < s.Last; i++ {
		t := d.Tokens[i].Text
		if r, _ := utf8.DecodeRuneInString(t); !unicode.IsLetter(r) {
			continue
		}
		words++
		if capitals(t) {
			shouted++
		}
		if len(t) > 3 {
			long++
			if capital(t) {
				caps++
			}
		}
	}
	const few = 3
	return caps > few && 3*caps >= 2*long || shouted > 1 && 2*shouted > words
}
