// Package quote finds stretches in quotation marks, curly, straight and
// single, also where a quotation runs over several paragraphs of which only
// the last is closed. Needs blocks and tagged tokens; adds Document.Quotes in
// the order of the text. Names, titles, nicknames and scare quotes are found
// too, with Speech false. Who speaks is for package claim to say.
package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Run finds the quotes of d.
func Run(d *doc.Document) {
	open := false // a quotation of the paragraph before goes on
	for _, b := range d.Blocks {
		if !b.Role.Prose() {
			continue
		}
		s := scanner{text: d.Text, at: b.Start, end: b.End}
		s.run(open)
		open = s.unclosed
		for _, q := range s.found {
			q.Speech = speech(d, q)
			d.Quotes = append(d.Quotes, q)
		}
	}
}

// A scanner finds the quotes of one block.
type scanner struct {
	text     string
	at, end  int
	found    []doc.Quote
	unclosed bool
}

func (s *scanner) run(goesOn bool) {
	for s.at < s.end {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		closing := closers(r)
		if closing == "" || single(r) && !s.opens(size) {
			s.at += size
			continue
		}
		s.quote(r, size, closing, goesOn)
	}
}

// closers are the marks that close what r opens; empty when r opens nothing.
func closers(r rune) string {
	switch r {
	case '“', '„':
		return "”"
	case '"':
		return "\""
	case '‘', '\'':
		return "’'"
	case '«':
		return "»"
	}
	return ""
}

func single(r rune) bool { return r == '‘' || r == '\'' }

// opens reports whether a single mark stands before a word and after none,
// so that it is no apostrophe.
func (s *scanner) opens(size int) bool {
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.at])
	after, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
	return s.at == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) && unicode.IsLetter(after)
}

// quote reads from an opening mark to the mark that closes it. A quotation
// that nothing closes goes on in the next paragraph when it is a double one;
// a single mark that nothing closes was an apostrophe.
func (s *scanner) quote(r rune, size int, closing string, goesOn bool) {
	start, inner := s.at, s.at+size
	for i := inner; i < s.end; {
		c, n := utf8.DecodeRuneInString(s.text[i:])
		if strings.ContainsRune(closing, c) && (!single(r) || s.closes(i, n)) {
			s.found = append(s.found, doc.Quote{
				Span: graph.Span{Start: start, End: i + n}, Inner: graph.Span{Start: inner, End: i}})
			s.at = i + n
			return
		}
		if c == '“' && r == '“' {
			break
		}
		i += n
	}
	s.at = inner
	rest := strings.TrimSpace(s.text[inner:s.end])
	if single(r) || rest == "" || r == '"' && !goesOn && start > 0 && !s.startsBlock(start) && len(s.found)%2 == 1 {
		return
	}
	if !s.startsBlock(start) && strings.Count(s.text[inner:s.end], string(r)) > 0 {
		return
	}
	end := inner + len(strings.TrimRightFunc(s.text[inner:s.end], unicode.IsSpace))
	s.found = append(s.found, doc.Quote{Span: graph.Span{Start: start, End: end}, Inner: graph.Span{Start: inner, End: end}})
	s.unclosed, s.at = true, s.end
}

func (s *scanner) startsBlock(at int) bool {
	before := strings.TrimRightFunc(s.text[:at], unicode.IsSpace)
	return before == "" || strings.Contains(s.text[len(before):at], "\n")
}

// closes reports whether the mark at i ends a word and no word goes on.
func (s *scanner) closes(i, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(s.text[:i])
	after, _ := utf8.DecodeRuneInString(s.text[i+size:])
	return !unicode.IsSpace(before) && (i+size >= len(s.text) || !unicode.IsLetter(after) && !unicode.IsDigit(after))
}

// speech reports whether q is somebody's words rather than a name, a title or
// a word held at arm's length: it has a finite verb, or is several words long
// and not all of them capitalized.
func speech(d *doc.Document, q doc.Quote) bool {
	const sentence, phrase = 8, 3 // words
	words, verbs, capitals := 0, 0, 0
	for i := firstAt(d, q.Inner.Start); i < len(d.Tokens) && d.Tokens[i].Start < q.Inner.End; i++ {
		t := d.Tokens[i]
		if t.UPOS == "PUNCT" || t.UPOS == "SYM" {
			continue
		}
		words++
		if t.UPOS == "VERB" || t.UPOS == "AUX" {
			verbs++
		}
		if r, _ := utf8.DecodeRuneInString(t.Text); unicode.IsUpper(r) || len(t.Text) <= 3 {
			capitals++
		}
	}
	switch {
	case words == 0:
		return false
	case capitals == words && words < sentence && verbs == 0:
		return false
	case verbs > 0 && words >= phrase:
		return true
	}
	return words >= sentence
}

// firstAt is the first token at or after a byte offset.
func firstAt(d *doc.Document, at int) int {
	low, high := 0, len(d.Tokens)
	for low < high {
		mid := (low + high) / 2
		if d.Tokens[mid].Start < at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}
