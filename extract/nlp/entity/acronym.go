package entity

import (
	"strings"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// spelled makes one name of the capitalized words before an abbreviation in
// brackets whose letters they begin with, in any order: "Gabonese Rally for
// Labor (RGL)". The network leaves nationalities and small words out.
func (f *finder) spelled(s *doc.Sentence) {
	const (
		shortest, longest = 2, 8 // letters
		farthest          = 12   // words
	)
	for i := s.First + 2; i+2 < s.Last; i++ {
		short := strings.ToUpper(f.text(i + 1)) // Nasa, as some papers write
		if f.text(i) != "(" || f.text(i+2) != ")" || !f.capital(i+1) || len(short) < shortest || len(short) > longest || strings.Trim(short, upperCase) != "" {
			continue
		}
		first := f.expansion(i, max(s.First, i-farthest), short)
		if first == doc.None || i-first < 2 {
			continue
		}
		if f.cover[i+1] == doc.None {
			f.add(name{Mention: doc.Mention{First: i + 1, Last: i + 2, Class: doc.ORG, Rule: ruleExtend}, net: doc.ORG})
		}
		if over := f.over(first, i); len(over) == 1 && f.names[over[0]].First <= first {
			continue // found whole
		}
		if f.whole(first, i); f.cover[first] != doc.None {
			if n := &f.names[f.cover[first]]; n.First == first && n.Last == i && n.Canonical == "" {
				n.Class, n.net = doc.ORG, doc.ORG
			}
		}
	}
}

const upperCase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// expansion is the first of the words before token end that an abbreviation can
// be made of: each letter has a word of its own.
func (f *finder) expansion(end, from int, short string) int {
	left := short
	for i := end - 1; i >= from; i-- {
		if !f.capital(i) {
			if !linking[f.lower(i)] {
				return doc.None
			}
			continue
		}
		if f.timex[i] {
			return doc.None
		}
		letter, _ := utf8.DecodeRuneInString(f.text(i))
		at := strings.IndexRune(left, letter)
		if at < 0 {
			return doc.None
		}
		if left = left[:at] + left[at+1:]; left == "" {
			return i
		}
	}
	return doc.None
}

// linking are small words within the names of bodies.
var linking = set("of the for and de la du des et in on & y e")
