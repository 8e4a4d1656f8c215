package tokenize

import "strings"

// number emits the number at i, a digit, in pieces, and returns its end.
func (s *scanner) number(i, end int) int {
	if e := shaped(s.text, i, end); e > i {
		s.emit(i, e, number)
		return e
	}
	e := s.wordEnd(i, end)
	at := i
	for at < e && !letterAt(s.text, at, e) { // digits with their stops and commas
		_, n := classAt(s.text, at)
		at += n
	}
	suffix := s.text[at:e]
	switch {
	case suffix == "" || !unit(suffix):
		if cut := cliticStart(s.text, i, e); cut > i && !decade(s.text[i:e]) {
			s.emit(i, cut, number)
			s.emit(cut, e, word)
			break
		}
		s.emit(i, e, number)
	case strings.HasSuffix(suffix, ".m") && e < end && s.text[e] == '.': // 2p.m.
		s.emit(i, at, number)
		s.emit(at, e+1, abbrev)
		return e + 1
	default:
		s.emit(i, at, number)
		s.emit(at, e, word)
	}
	return e
}

// unit reports whether letters written with a number are a word apart: a unit
// or any longer word in small letters ("61persons").
func unit(suffix string) bool {
	return tables.units[suffix] || len(suffix) > 2 && lowerName(suffix) && strings.IndexByte(suffix, '.') < 0
}

// decade reports whether s is a decade such as 1960's.
func decade(s string) bool {
	n := digits(s, 0, len(s))
	return (n == 2 || n == 4) && s[n-1] == '0' && strings.HasSuffix(s, "s")
}

// shapes are the groups of digits that make one token: telephone numbers,
// dates and postal codes. What fits none of them is split at its signs, such as
// the range 10-15.
var shapes = map[string]bool{
	"3-4": true, "3-3-4": true, "1-3-3-4": true, "3/3-4": true, "5-4": true, "1-4": true, "3.3.4": true, "1.3.3.4": true,
	"4-2-2": true, "2-2-4": true, "1-2-4": true, "2-1-4": true, "1-1-4": true, "2-2-2": true,
	"1/1/2": true, "1/2/2": true, "2/1/2": true, "2/2/2": true, "1/1/4": true, "1/2/4": true, "2/1/4": true, "2/2/4": true, "4/2/2": true, "4/1/1": true,
}

// shaped returns the end of the groups of digits at i that make one token, i
// when they make none.
func shaped(text string, i, end int) int {
	var shape [8]byte
	n, at := 0, i
	for n+1 < len(shape) {
		k := digits(text, at, end)
		if k == 0 || k > 5 {
			return i
		}
		shape[n] = '0' + byte(k)
		n, at = n+1, at+k
		if !digitAt(text, at+1, end) || strings.IndexByte("-/.", text[at]) < 0 {
			break
		}
		shape[n] = text[at]
		n, at = n+1, at+1
	}
	switch {
	case n < 3 || wordAt(text, at, end):
		return i
	case shapes[string(shape[:n])], n == 3 && shape[1] == '/' && dayAndMonth(text[i:at]):
		return at
	}
	return i
}

// dayAndMonth reports whether s is a date such as 9/11 rather than a fraction
// such as 3/4 or a pair such as 20/20.
func dayAndMonth(s string) bool {
	a, b, _ := strings.Cut(s, "/")
	if len(a) > 2 || len(b) > 2 {
		return false
	}
	m, d := two(a), two(b)
	fraction := len(a) == 1 && len(b) == 1 && m < d && d <= 8
	return 1 <= m && m <= 12 && 1 <= d && d <= 31 && !fraction
}

// two is the value of one or two digits.
func two(s string) int {
	n := 0
	for i := range len(s) {
		n = 10*n + int(s[i]-'0')
	}
	return n
}
