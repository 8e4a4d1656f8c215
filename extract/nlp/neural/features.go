package neural

import (
	"unicode"
	"unicode/utf8"
)

// The features of a word pick rows of embedding tables by hashing, so there is
// no vocabulary: an unseen word shares its rows with others. The training code
// (../models/train/features.py) computes the same rows; testdata/features.tsv
// holds both to it.

const (
	maxRunes = 64 // a longer word is cut
	maxGrams = 16 // trigrams of a word; the rest are left out
)

// hash is FNV-1a over a seed byte and b, mixed once more.
func hash(seed byte, b []byte) uint64 {
	h := uint64(0xCBF29CE484222325)
	h = (h ^ uint64(seed)) * 0x100000001B3
	for _, c := range b {
		h = (h ^ uint64(c)) * 0x100000001B3
	}
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// key is the key of a word in the table of vectors.
func key(norm []byte) uint32 { return uint32(hash(255, norm) >> 32) }

func fold(r rune) rune {
	switch r {
	case '‘', '’':
		return '\''
	case '“', '”':
		return '"'
	case '–', '—':
		return '-'
	}
	return r
}

func lower(r rune) rune {
	if r == 'İ' { // its lower case is two runes, so it stays
		return r
	}
	return unicode.ToLower(r)
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// shapeOf tells upper case, lower case and digits; anything else is itself.
func shapeOf(r rune) rune {
	r = fold(r)
	switch {
	case digit(r):
		return 'd'
	case lower(r) != r:
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	}
	return r
}

// A speller computes the features of words, reusing its buffers.
type speller struct {
	norm, shape []byte
	// at[i] is where rune i of norm begins. norm is "<" + the word + ">".
	at []int
	// values are the features: word, prefix of 3 runes, suffixes of 3 and 2,
	// shape.
	values [features][]byte
}

const features = 5

func (s *speller) read(word string) {
	s.norm, s.shape, s.at = append(s.norm[:0], '<'), s.shape[:0], append(s.at[:0], 0)
	last, run, runes := rune(-1), 0, 0
	for _, r := range word {
		if runes++; runes > maxRunes {
			break
		}
		s.at = append(s.at, len(s.norm))
		n := lower(fold(r))
		if digit(r) {
			n = '0'
		}
		s.norm = utf8.AppendRune(s.norm, n)
		k := shapeOf(r)
		if run++; k != last {
			run, last = 1, k
		}
		if run <= 4 {
			s.shape = utf8.AppendRune(s.shape, k)
		}
	}
	s.at = append(s.at, len(s.norm))
	s.norm = append(s.norm, '>')
	end, n := len(s.norm)-1, len(s.at)-2 // n runes between the brackets
	from := func(i int) []byte { return s.norm[s.at[i+1]:end] }
	s.values = [features][]byte{
		from(0), s.norm[1:s.at[min(3, n)+1]], from(max(0, n-3)), from(max(0, n-2)), s.shape,
	}
}

// grams is the number of trigrams of the bracketed word that are looked at.
func (s *speller) grams() int { return max(1, min(maxGrams, len(s.at)-2)) }

// gram is trigram i of the bracketed word.
func (s *speller) gram(i int) []byte {
	if i+3 < len(s.at) {
		return s.norm[s.at[i]:s.at[i+3]]
	}
	return s.norm[s.at[i]:]
}
