package main

import (
	"bufio"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// treebankID is what an article is called in CoNLL-U: its file name without
// what ids may not hold. Of several files with one name, which used counts, each
// has an id of its own.
func treebankID(path string, used map[string]int) string {
	id := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.", r) {
			return r
		}
		return '_'
	}, docName(path))
	if path == "-" {
		id = "stdin"
	}
	used[id]++
	if n := used[id]; n > 1 {
		id = fmt.Sprintf("%s-%d", id, n)
		used[id]++
	}
	return id
}

// writeCoNLLU writes the trees of d in CoNLL-U, version 2, with its names (BIO)
// and the bytes of each word in MISC. A contraction such as "don't" is a
// multiword token, as in the treebanks EWT and GUM.
func writeCoNLLU(w *bufio.Writer, id string, d *doc.Document) {
	names := bio(d)
	block := doc.None
	for n, s := range d.Sentences {
		if n == 0 {
			fmt.Fprintf(w, "# newdoc id = %s\n", id)
		}
		if s.Block != block {
			block = s.Block
			fmt.Fprintf(w, "# newpar id = %s-p%d\n# role = %s\n", id, block+1, d.Blocks[block].Role)
		}
		fmt.Fprintf(w, "# sent_id = %s-%d\n# text = %s\n", id, n+1, spelled(d.Tokens[s.First:s.Last]))
		for i := s.First; i < s.Last; {
			last := wordEnd(d, i, s.Last)
			writeWord(w, d, names, s.First, i, last)
			i = last
		}
		w.WriteByte('\n')
	}
}

// bio is the name that each token belongs to, as B-PER and I-PER; empty for none.
func bio(d *doc.Document) []string {
	out := make([]string, len(d.Tokens))
	for _, m := range d.Mentions {
		if m.Type != doc.Name {
			continue
		}
		out[m.First] = "B-" + string(m.Class)
		for i := m.First + 1; i < m.Last; i++ {
			out[i] = "I-" + string(m.Class)
		}
	}
	return out
}

// spelled is the text that tokens and the blanks between them make.
func spelled(tokens []doc.Token) string {
	var b strings.Builder
	for i, t := range tokens {
		b.WriteString(form(t.Text))
		if t.SpaceAfter && i+1 < len(tokens) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// wordEnd is the token after the word as it is written that token i begins, one
// token in most cases: "do" goes on with "n't", and "Iran" with "'s".
func wordEnd(d *doc.Document, i, end int) int {
	for i++; i < end && clitic(d.Tokens[i-1], d.Tokens[i]); i++ {
	}
	return i
}

// clitic reports whether t is written as one word with the token before it.
func clitic(before, t doc.Token) bool {
	last, _ := utf8.DecodeLastRuneInString(before.Text)
	if before.End != t.Start || !unicode.IsLetter(last) && !unicode.IsDigit(last) {
		return false
	}
	first, n := utf8.DecodeRuneInString(t.Text)
	if strings.ContainsRune("'’‘`", first) {
		second, _ := utf8.DecodeRuneInString(t.Text[n:])
		return t.XPOS == "POS" || unicode.IsLetter(second)
	}
	return unicode.IsLetter(first) && unicode.IsLetter(last) // cannot
}

// writeWord writes tokens first to last, which are written as one word, of the
// sentence that begins at token from.
func writeWord(w *bufio.Writer, d *doc.Document, names []string, from, first, last int) {
	space := d.Tokens[last-1].SpaceAfter
	if last-first > 1 {
		span := d.Tokens[first].Span
		span.End = d.Tokens[last-1].End
		fmt.Fprintf(w, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", first-from+1, last-from, form(span.Of(d.Text)), misc(span.Start, span.End, "", space))
		space = true // said of the whole word
	}
	for i := first; i < last; i++ {
		t := d.Tokens[i]
		head := 0
		if t.Head != doc.None {
			head = t.Head - from + 1
		}
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", i-from+1, form(t.Text), form(t.Lemma), t.UPOS, t.XPOS, head, t.Deprel,
			misc(t.Start, t.End, names[i], space))
	}
}

func misc(start, end int, name string, space bool) string {
	s := fmt.Sprintf("ByteRange=%d:%d", start, end)
	if name != "" {
		s += "|NE=" + name
	}
	if !space {
		s += "|SpaceAfter=No"
	}
	return s
}

// form is a word as a column may hold it: CoNLL-U wants Unicode's form C.
func form(s string) string {
	if s == "" {
		return "_"
	}
	return norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
}
