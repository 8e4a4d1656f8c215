package ner

import (
	"strings"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// The rules of names that the network missed and the text tells.
const (
	short    = "ner/acronym" // an abbreviation: in brackets after the name it stands for, or after "the"
	lower    = "ner/lower"   // a place written small
	fullName = "ner/given"   // words that begin with a given name
)

// missed adds names where the network saw none: abbreviations that the text
// explains, words that it tagged as names of which the first is a given name,
// and places written small.
func missed(d *doc.Document, names []doc.Mention, shouted []bool) []doc.Mention {
	over := cover(d, names)
	names = explained(d, names, over)
	for i := range d.Sentences {
		if !shouted[i] {
			names = unseen(d, &d.Sentences[i], names, over)
		}
	}
	return keep(names, make([]bool, len(names)))
}

// explained adds the abbreviations in brackets after the names they stand for.
func explained(d *doc.Document, names []doc.Mention, over []int) []doc.Mention {
	for _, n := range names {
		at := n.Last
		if at+2 >= len(d.Tokens) || over[at+1] > 0 || d.Tokens[at].Text != "(" || d.Tokens[at+2].Text != ")" || d.Tokens[at+2].Sent != d.Tokens[at].Sent {
			continue
		}
		if n.Class != doc.PER && stands(d.Tokens[at+1].Text, d.Tokens[n.First:at]) {
			m := found(at+1, at+2, n.Class, short)
			names = append(names, m)
			mark(over, m, len(names))
		}
	}
	return names
}

// unseen adds names of s by their own words.
func unseen(d *doc.Document, s *doc.Sentence, names []doc.Mention, over []int) []doc.Mention {
	for at := s.First; at < s.Last; at++ {
		if over[at] > 0 {
			continue
		}
		if lowerPlace(d, at) {
			names = append(names, found(at, at+1, doc.LOC, lower))
			continue
		}
		if d.Tokens[at].UPOS != "PROPN" || !capital(d.Tokens[at].Text) {
			continue
		}
		last := run(d, s, over, at)
		switch m := found(at, last, doc.ORG, fullName); {
		case at > s.First && over[at-1] > 0:
		case !months[d.Tokens[at].Text] && called(d, &m):
			m.Class = doc.PER
			names = append(names, m)
		case last == at+1 && acronym(d.Tokens[at].Text) && word(d, &m, -1) == "the":
			m.Rule = short
			names = append(names, m)
		}
		at = last - 1
	}
	return names
}

// run is the token after the words tagged as names from i on.
func run(d *doc.Document, s *doc.Sentence, over []int, i int) int {
	for i < s.Last && over[i] == 0 && d.Tokens[i].UPOS == "PROPN" {
		i++
	}
	return i
}

// months are given names as well.
var months = map[string]bool{"January": true, "Jan": true, "April": true, "May": true, "June": true, "August": true}

// stands reports whether the letters of an abbreviation are initials of a name's
// words, in their order.
func stands(abbreviation string, name []doc.Token) bool {
	if !capitals(abbreviation) || len(name) < 2 {
		return false
	}
	rest, hits := name, 0
	for _, letter := range abbreviation {
		for i, t := range rest {
			if r, _ := utf8.DecodeRuneInString(strings.ToUpper(t.Text)); r == letter {
				rest, hits = rest[i+1:], hits+1
				break
			}
		}
	}
	const few = 2
	return hits >= few && hits >= utf8.RuneCountInString(abbreviation)-1
}

// given reports whether a word is a given name and nothing that the lexicon has.
func given(word string) bool {
	_, ok := lexicon.Given(word)
	return ok && len(lexicon.Named(word)) == 0
}

// lowerPlace reports whether token i is a place written small: "from lourdes".
func lowerPlace(d *doc.Document, i int) bool {
	t := &d.Tokens[i]
	if t.UPOS != "PROPN" && t.UPOS != "NOUN" || capital(t.Text) {
		return false
	}
	m := found(i, i+1, doc.LOC, lower)
	switch word(d, &m, -1) {
	case "in", "from", "near", "to", "around", "of":
	default:
		return false
	}
	senses := lexicon.Named(strings.ToUpper(t.Text[:1]) + t.Text[1:])
	_, common := lexicon.NounOf(t.Text)
	return !common && len(senses) > 0 && senses[0].Form == lexicon.Proper && senses[0].Place != "" && (!senses[0].Weak || t.UPOS == "PROPN")
}
