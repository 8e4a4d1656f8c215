// Package casing restores the case of text that is written in capitals
// throughout, as telexes, old wire copy and teleprompters are, so that the stages
// after it see names where names are. In goes a text, out comes one of as many
// bytes that differs in case alone: spans hold for both. Of a text in common
// case only a headline in capitals and words set in capitals for their weight
// ("a BLAZING CAR") are changed.
//
// A word is a name when a gazetteer has it, or when English has no such word;
// words that lead up to the head of a body's name go with it ("... National
// Liberation Front"), and so does what stands beside an abbreviation in brackets.
// Which words are both a name and a word of English ("Cruz", "Brown") is not
// told apart otherwise: they are small unless beside a name.
package casing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Shouted reports whether nearly all letters of a text are capitals.
func Shouted(text string) bool {
	const least, share = 40, 20 // letters; one small letter in so many
	upper, lower := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper >= least && lower*share < upper
}

// Restore returns text with the case that it would have in plain print.
func Restore(text string) string {
	if !Shouted(text) {
		return calm(text)
	}
	t := split(text)
	t.abbreviations()
	t.names()
	t.others()
	t.bodies()
	t.beside()
	t.dates()
	t.starts()
	return t.written()
}

// A form is how a word is written.
type form int

const (
	small   form = iota
	title        // with a capital
	capital      // in capitals
)

type word struct {
	start, end int
	lower      string
	form       form
}

type caser struct {
	text  string
	words []word
}

func split(text string) *caser {
	t := &caser{text: text}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			i += n
			continue
		}
		j := i
		for j < len(text) {
			r, n = utf8.DecodeRuneInString(text[j:])
			if !unicode.IsLetter(r) {
				break
			}
			j += n
		}
		t.words = append(t.words, word{start: i, end: j, lower: strings.ToLower(text[i:j])})
		i = j
	}
	return t
}

// gap is what stands between word i and the one before it.
func (t *caser) gap(i int) string {
	switch {
	case i == 0:
		return t.text[:t.words[0].start]
	case i == len(t.words):
		return t.text[t.words[i-1].end:]
	}
	return t.text[t.words[i-1].end:t.words[i].start]
}

// blank reports whether nothing but white space parts word i from the one before.
func (t *caser) blank(i int) bool {
	return i > 0 && i < len(t.words) && strings.TrimSpace(t.gap(i)) == ""
}

func (t *caser) small(i int) bool { return lexicon.Small(t.words[i].lower) }

// written is the text in the forms found.
func (t *caser) written() string {
	var b strings.Builder
	b.Grow(len(t.text))
	at := 0
	for _, w := range t.words {
		b.WriteString(t.text[at:w.start])
		at = w.end
		for k, r := range t.text[w.start:w.end] {
			if l := unicode.ToLower(r); (w.form == small || w.form == title && k > 0) && utf8.RuneLen(l) == utf8.RuneLen(r) {
				r = l
			}
			b.WriteRune(r)
		}
	}
	b.WriteString(t.text[at:])
	return b.String()
}

// titled is word i as it would begin a name.
func (t *caser) titled(i int) string {
	w := t.words[i]
	_, n := utf8.DecodeRuneInString(w.lower)
	return strings.ToUpper(w.lower[:n]) + w.lower[n:]
}

// tokens are the words from i on that one name can hold, each with a capital but
// the small ones of a name.
func (t *caser) tokens(i int) []doc.Token {
	const most = 7
	var out []doc.Token
	for j := i; j < len(t.words) && len(out) < most; j++ {
		if j > i && !t.blank(j) {
			break
		}
		text := t.titled(j)
		if j > i && particles[t.words[j].lower] {
			text = t.words[j].lower
		}
		out = append(out, doc.Token{Text: text})
	}
	return out
}

// names finds the names that the gazetteers have.
func (t *caser) names() {
	for i := 0; i < len(t.words); i++ {
		tokens := t.tokens(i)
		n, found := lexicon.Longest(tokens, 0, len(tokens))
		if n == 0 || n == 1 && !t.alone(i, found[0]) {
			continue
		}
		for k := i; k < i+n; k++ {
			if t.words[k].form == small && (k == i || !particles[t.words[k].lower]) {
				t.words[k].form = title
			}
		}
		i += n - 1
	}
}

// alone reports whether the one word i is the name n rather than a word.
func (t *caser) alone(i int, n *lexicon.Name) bool {
	w := t.words[i].lower
	if len(w) <= 2 {
		return false
	}
	return !t.small(i) || !homographs[w] && (n.Form != lexicon.Proper || n.Place == graph.Country || n.Capital)
}
