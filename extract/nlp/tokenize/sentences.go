package tokenize

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed boundaries.tsv
var boundariesTSV string

// weights are the regression's, in thousandths; the constant is under "".
var weights = loadWeights(boundariesTSV)

func loadWeights(table string) map[string]int {
	w := map[string]int{}
	for _, row := range rows(table, 2) {
		n, err := strconv.Atoi(row[1])
		if err != nil {
			panic("tokenize: boundaries.tsv: " + err.Error())
		}
		w[row[0]] = n
	}
	return w
}

// sentenceEnd returns the index after the last piece of the sentence that begins
// at piece first. An abbreviation that ends a sentence gives up its full stop,
// as in EWT, save a dotted one such as "U.S.".
func (s *scanner) sentenceEnd(first int) int {
	quotes, brackets := 0, 0
	for i := first; i < len(s.pieces); i++ {
		if i-first > maxSentence {
			return i // it is cut anyway
		}
		p := s.pieces[i]
		if p.kind == mark {
			quotes, brackets = s.count(p, quotes, brackets)
		}
		if !s.stops(p) || i == first && p.end-p.start == 1 && s.text[p.start] == '.' || i <= 1 && s.label(i) {
			continue
		}
		end := s.closers(i+1, quotes%2 == 1)
		if end < len(s.pieces) && !s.ends(boundary{first: first, stop: i, next: end, quoted: quotes%2 == 1, bracketed: brackets > 0}) {
			continue
		}
		if p.kind == abbrev && strings.IndexByte(s.text[p.start:p.end-1], '.') < 0 {
			s.pieces[i].kind = detached
		}
		return end
	}
	return len(s.pieces)
}

// label reports whether piece i ends what a paragraph is labelled by: the "Q." or
// "A." of an interview, the number of an item.
func (s *scanner) label(i int) bool {
	form := s.text[s.pieces[0].start:s.pieces[i].end]
	return form == "Q." || form == "A." || len(form) <= 3 && form[0] >= '1' && form[0] <= '9' && form[len(form)-1] == '.'
}

// count counts the straight quotation marks and the open brackets up to p.
func (s *scanner) count(p piece, quotes, brackets int) (int, int) {
	switch s.text[p.start] {
	case '"':
		quotes++
	case '(', '[':
		brackets++
	case ')', ']':
		brackets = max(0, brackets-1)
	}
	return quotes, brackets
}

// stops reports whether a sentence may end at p.
func (s *scanner) stops(p piece) bool {
	switch p.kind {
	case abbrev, emotion:
		return true
	case mark:
		return strings.IndexByte(".?!", s.text[p.start]) >= 0 || strings.HasPrefix(s.text[p.start:], "…")
	}
	return false
}

// closers returns the index after the quotation marks, brackets and reference
// numbers that follow a stop, from piece i on. An open quotation says that a
// straight mark after a blank closes it.
func (s *scanner) closers(i int, open bool) int {
	for i < len(s.pieces) {
		p := s.pieces[i]
		if p.kind != mark {
			return i
		}
		glued := s.pieces[i-1].end == p.start
		switch form := s.text[p.start:p.end]; form {
		case `"`, "'", "''":
			before := i+1 < len(s.pieces) && s.pieces[i+1].start == p.end && s.pieces[i+1].kind != mark
			if before || !glued && !open {
				return i
			}
			open = false
		case "[":
			if !s.reference(i) {
				return i
			}
			i += 2
		case "”", "’", "»", "’’", ")", "]":
		default:
			return i
		}
		i++
	}
	return i
}

// reference reports whether pieces i to i+2 are a reference number: [17].
func (s *scanner) reference(i int) bool {
	return i+2 < len(s.pieces) && s.pieces[i+1].kind == number && s.text[s.pieces[i+2].start] == ']'
}

// A boundary is a place where a sentence may end.
type boundary struct {
	first     int  // first piece of the sentence
	stop      int  // piece that stops it
	next      int  // piece after it and what closes after it
	quoted    bool // a quotation is open before the stop
	bracketed bool // a bracket is open before the stop
}

// ends reports whether the sentence ends at b. No sentence begins in small
// letters after an abbreviation. In a sentence in capitals every word looks like
// a name, and those after U.S. are no news.
func (s *scanner) ends(b boundary) bool {
	if p := s.pieces[b.stop]; p.kind == abbrev {
		switch shape := s.shape(b.next); {
		case shape == "lower", midway[s.text[p.start:p.end]], shape == "capitals" && !s.starter(b.next) && s.shouted(b.first, b.stop):
			return false
		}
	}
	if s.clockAndDay(b) {
		return false
	}
	s.sum = weights[""]
	s.features(b)
	return s.sum > 0
}

func (s *scanner) weigh(feature []byte) { s.sum += weights[string(feature)] }

// midway are abbreviations that something has to follow.
var midway = map[string]bool{"a.k.a.": true, "i.e.": true, "e.g.": true, "f.k.a.": true, "cf.": true, "viz.": true, "vs.": true, "c.f.": true}

// shouted reports whether the words from piece first to before piece end, three at
// least, are in capitals.
func (s *scanner) shouted(first, end int) bool {
	words := 0
	for i := max(first, end-20); i < end; i++ {
		switch s.shape(i) {
		case "lower", "capital":
			return false
		case "capitals", "letter":
			words++
		}
	}
	return words >= 3
}
