package tokenize

import (
	"unicode"
	"unicode/utf8"
)

// A class is what a character does for a word.
type class uint8

const (
	symbol class = iota // punctuation, symbols, bytes that are no UTF-8
	letter              // letters and combining marks
	digit
	blank  // white space and control characters: ends a chunk
	hidden // zero-width and bidi characters: belongs to a word when inside one
)

var ascii = func() (t [utf8.RuneSelf]class) {
	for c := range t {
		t[c] = classOf(rune(c))
	}
	return t
}()

func classOf(r rune) class {
	switch {
	case r == utf8.RuneError:
		return symbol
	case unicode.IsSpace(r), unicode.Is(unicode.Cc, r), unicode.Is(unicode.Z, r):
		return blank
	case unicode.Is(unicode.Cf, r):
		return hidden
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	case unicode.IsNumber(r):
		return digit
	}
	return symbol
}

// classAt is the class of the character at i, and its length in bytes.
func classAt(text string, i int) (class, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return classOf(r), n
}

// wordAt reports whether text[i:end] begins with a letter or digit.
func wordAt(text string, i, end int) bool {
	if i >= end {
		return false
	}
	c, _ := classAt(text, i)
	return c == letter || c == digit
}

func letterAt(text string, i, end int) bool {
	if i >= end {
		return false
	}
	c, _ := classAt(text, i)
	return c == letter
}

func digitAt(text string, i, end int) bool { return i < end && isDigit(text[i]) }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// digits counts the ASCII digits that text[i:end] begins with.
func digits(text string, i, end int) int {
	n := 0
	for i+n < end && isDigit(text[i+n]) {
		n++
	}
	return n
}

// apostrophe is the length of an apostrophe at i, 0 when there is none.
func apostrophe(text string, i, end int) int {
	switch {
	case i >= end:
		return 0
	case text[i] == '\'' || text[i] == '`':
		return 1
	case end-i >= 3 && (text[i:i+3] == "’" || text[i:i+3] == "‘"):
		return 3
	}
	return 0
}

// allCaps reports whether s has a capital and no small letter.
func allCaps(s string) bool {
	capital := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		capital = capital || unicode.IsUpper(r)
	}
	return capital
}

// capitalized reports whether s begins with a capital letter.
func capitalized(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf {
		return isUpper(s[0])
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// lowered reports whether s begins with a small letter.
func lowered(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf {
		return isLower(s[0])
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
