package tokenize

import (
	"strings"
)

// word emits the word at i, a letter, in pieces, and returns its end.
func (s *scanner) word(i, end int) int {
	text := s.text
	e := s.wordEnd(i, end)
	for e < end && text[e] == '-' && wordAt(text, e+1, end) {
		next := s.wordEnd(e+1, end)
		if !keepHyphen(text[i:e], text[e+1:next]) {
			break
		}
		e = next
	}
	if slash := s.slashed(i, e, end); slash > e {
		s.emit(i, slash, word)
		return slash
	}
	if e < end && text[e] == '$' && digitAt(text, e+1, end) && e-i <= 3 && allCaps(text[i:e]) {
		s.emit(i, e+1, mark) // US$
		return e + 1
	}
	if stop := s.abbreviation(i, e, end); stop > e {
		s.emit(i, stop, abbrev)
		return stop
	}
	if n := apostrophe(text, e, end); n > 0 && !s.single && e+n == end && e-i > 4 && strings.HasSuffix(text[i:e], "in") {
		s.emit(i, e+n, word) // cookin'
		return e + n
	}
	s.split(i, e)
	return e
}

// wordEnd returns the end of the word at i: letters and digits with the signs
// that may stand inside a word, hyphens and slashes not among them.
func (s *scanner) wordEnd(i, end int) int {
	text := s.text
	run := i // where the last run of letters and digits began
	for i < end {
		c, n := classAt(text, i)
		if c == letter || c == digit {
			i += n
			continue
		}
		next := i + n
		if c == hidden {
			for next < end {
				if c, n = classAt(text, next); c != hidden {
					break
				}
				next += n
			}
		} else if !joins(text, run, i, next, end) {
			return i
		} else {
			run = next
		}
		if !wordAt(text, next, end) {
			return i
		}
		i = next
	}
	return min(i, end)
}

// joins reports whether the sign text[i:next] may stand inside a word whose last
// run of letters and digits is text[run:i].
func joins(text string, run, i, next, end int) bool {
	if run == i || next >= end {
		return false
	}
	before, after := text[i-1], text[next]
	switch text[i] {
	case '.':
		if isDigit(before) {
			return isDigit(after)
		}
		// A dotted acronym: single letters on both sides.
		return i-run == 1 && letterAt(text, next, end) && !wordAt(text, next+1, end)
	case ',':
		return isDigit(before) && digits(text, next, end) == 3 && digits(text, run, i) == i-run && i-run <= 3
	case ':':
		return isDigit(before) && digits(text, next, end) >= 2
	case '&':
		return isUpper(before) && isUpper(after) && i-run <= 3
	case '_':
		return true
	case '*':
		return isLower(before) && (isLower(after) || after == '*')
	case '\'', '`':
		return letterAt(text, next, end)
	}
	return apostrophe(text, i, end) > 0 && letterAt(text, next, end)
}

// keepHyphen reports whether a hyphen stands inside one word: after a prefix
// that is no word ("anti-government"), before a suffix of that kind.
func keepHyphen(left, right string) bool {
	if i := strings.LastIndexByte(left, '-'); i >= 0 {
		return false
	}
	return tables.prefixes[strings.ToLower(left)] || tables.suffixes[strings.ToLower(right)]
}

// slashed returns the end of single letters with slashes: w/o, f/b/o.
func (s *scanner) slashed(i, e, end int) int {
	text := s.text
	if e-i != 1 {
		return e
	}
	for e+1 < end && text[e] == '/' && letterAt(text, e+1, end) {
		next := s.wordEnd(e+1, end)
		if next-e-1 != 1 && text[e+1:next] != "out" {
			break
		}
		e = next
	}
	if e < end && text[e] == '/' {
		return i
	}
	return e
}

// abbreviation returns the end of the word text[i:e] with its full stop when
// the stop belongs to it, e when it does not.
func (s *scanner) abbreviation(i, e, end int) int {
	text := s.text
	if e >= end || text[e] != '.' || strings.HasPrefix(text[e:end], "..") && e-i > 1 && text[e-2] != '.' {
		return e
	}
	if e-i >= 3 && text[e-2] == '.' { // U.S.
		return e + 1
	}
	a, known := tables.abbreviation(text[i:e])
	switch {
	case !known:
		if e-i == 1 && isUpper(text[i]) && s.initial(i, e, end) {
			return e + 1
		}
		return e
	case a.digit && !numberFollows(text, e+1):
		return e
	case a.comma && !(len(s.pieces) > 0 && strings.IndexByte(",-(", text[s.pieces[len(s.pieces)-1].start]) >= 0):
		return e
	}
	return e + 1
}

// initial reports whether a capital with a stop is an initial. "I" is one only
// beside a name, and the end of a hyphenated word (ISIS-K.) is none.
func (s *scanner) initial(i, e, end int) bool {
	if i > 2 && s.text[i-1] == '-' && letterAt(s.text, i-2, i) && letterAt(s.text, i-3, i) {
		return false
	}
	if s.text[i] != 'I' || letterAt(s.text, e+1, end) {
		return true
	}
	if len(s.pieces) == 0 {
		return false
	}
	last := s.pieces[len(s.pieces)-1]
	return capitalized(s.text[last.start:last.end])
}

// numberFollows reports whether a number follows at i after blanks.
func numberFollows(text string, i int) bool {
	for i < len(text) && (text[i] == ' ' || text[i] == '#') {
		i++
	}
	return digitAt(text, i, len(text))
}

// split emits the word text[i:e] in the pieces that UD makes of it.
func (s *scanner) split(i, e int) {
	text := s.text
	if cut := contraction(text[i:e]); cut > 0 {
		s.emit(i, i+cut, word)
		s.emit(i+cut, e, word)
		return
	}
	var cuts [3]int // ends of the pieces, last first
	n, stop := 0, e
	for n < len(cuts) {
		at := cliticStart(text, i, stop)
		if at <= i {
			break
		}
		cuts[n] = stop
		n, stop = n+1, at
	}
	s.emit(i, stop, word)
	for ; n > 0; n-- {
		s.emit(stop, cuts[n-1], word)
		stop = cuts[n-1]
	}
}

// contraction returns where a contraction without an apostrophe is cut, such as
// "cannot", and 0 for other words.
func contraction(form string) int {
	var low [maxContraction]byte
	if len(form) > len(low) {
		return 0
	}
	for i := range len(form) {
		low[i] = form[i]
		if isUpper(form[i]) {
			low[i] += 'a' - 'A'
		}
	}
	return tables.contractions[string(low[:len(form)])]
}

// clitics are what follows the apostrophe of one.
var clitics = map[string]bool{"s": true, "re": true, "ve": true, "ll": true, "m": true, "d": true}

// clipped words begin with an apostrophe of their own.
var clipped = map[string]bool{"em": true, "til": true, "cause": true, "bout": true, "tis": true, "twas": true, "round": true}

// cliticStart returns where the clitic begins that text[i:e] ends with, 0 when
// it ends with none.
func cliticStart(text string, i, e int) int {
	for at := e - 1; at > i && at >= e-6; at-- {
		n := apostrophe(text, at, e)
		if n == 0 {
			continue
		}
		tail := text[at+n : e]
		if len(tail) <= 2 && clitics[strings.ToLower(tail)] {
			return at
		}
		if (tail == "t" || tail == "T") && (text[at-1] == 'n' || text[at-1] == 'N') && at-1 > i {
			return at - 1
		}
		return 0
	}
	return 0
}
