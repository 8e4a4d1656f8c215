package number

import (
	"unicode"
	"unicode/utf8"
)

// Kind says what an atom is made of.
type Kind uint8

// The kinds of atom.
const (
	Word   Kind = iota + 1 // letters
	Digits                 // digits
	Punct                  // one other character
)

// An Atom is a run of letters, a run of digits or one other character: finer
// than a token, so that "Jan.", "1:30pm" and "71-year-old" read the same
// whatever the tokenizer made of them.
type Atom struct {
	Start, End int // bytes of the text
	Kind       Kind
	Space      bool  // white space or the beginning stands before it
	Upper      bool  // it begins with a capital
	Word       int32 // its number in the vocabulary, 0 when it is not there
	Value      int   // of Digits, -1 when there are more than 15
	Rune       rune  // of Punct; dashes are '-', curly apostrophes '\''
}

// Len is the number of bytes, for Digits the number of digits.
func (a *Atom) Len() int { return a.End - a.Start }

// A Vocabulary numbers the words that rules know. Words are in lower case.
type Vocabulary struct {
	ids   map[string]int32
	words []string
}

// NewVocabulary numbers words, and those of number words as well.
func NewVocabulary(words ...string) *Vocabulary {
	v := &Vocabulary{ids: map[string]int32{}, words: []string{""}}
	for word := range numerals {
		v.add(word)
	}
	for _, word := range words {
		v.add(word)
	}
	return v
}

func (v *Vocabulary) add(word string) {
	if _, known := v.ids[word]; !known {
		v.ids[word] = int32(len(v.words))
		v.words = append(v.words, word)
	}
}

// Text returns the word of a number, "" for 0.
func (v *Vocabulary) Text(id int32) string { return v.words[id] }

// ID returns the number of a word in lower case, 0 when it has none.
func (v *Vocabulary) ID(word string) int32 { return v.ids[word] }

// Len is one more than the number of words.
func (v *Vocabulary) Len() int { return len(v.words) }

// longest is the most bytes that a word of a vocabulary may have.
const longest = 24

// lookup numbers a word of the text. It allocates nothing.
func (v *Vocabulary) lookup(word string) int32 {
	if len(word) > longest {
		return 0
	}
	var lower [longest]byte
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	return v.ids[string(lower[:len(word)])]
}

// Scan appends the atoms of text[start:end] to dst.
func (v *Vocabulary) Scan(dst []Atom, text string, start, end int) []Atom {
	space := true
	for i := start; i < end; {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:end])
		}
		a := Atom{Start: i, End: i + size, Space: space}
		switch {
		case isDigit(r):
			a.Kind = Digits
			for a.End < end && isDigit(rune(text[a.End])) {
				a.End++
			}
			a.Value = value(text[i:a.End])
		case isLetter(r):
			a.Kind = Word
			a.End = letters(text, a.End, end)
			a.Upper = 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r)
			a.Word = v.lookup(text[i:a.End])
		case isSpace(r):
			space = true
			i += size
			continue
		default:
			a.Kind = Punct
			a.Rune = fold(r)
		}
		dst = append(dst, a)
		i, space = a.End, false
	}
	return dst
}

func letters(text string, i, end int) int {
	for i < end {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:end])
		}
		if !isLetter(r) {
			return i
		}
		i += size
	}
	return end
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r))
}

func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r)
}

// fold makes one of the characters that look and mean the same.
func fold(r rune) rune {
	switch r {
	case '‐', '‑', '‒', '–', '—', '−':
		return '-'
	case '‘', '’', 'ʼ', '`':
		return '\''
	}
	return r
}

func value(digits string) int {
	if len(digits) > 15 {
		return -1
	}
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
