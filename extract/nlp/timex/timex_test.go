package timex

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// tokenized fills sentences and tokens of a document: one sentence a line, one
// token for each stretch without white space.
func tokenized(d *doc.Document) *doc.Document {
	for start := 0; start < len(d.Text); {
		end := start + len(d.Text[start:])
		if n := strings.IndexByte(d.Text[start:], '\n'); n >= 0 {
			end = start + n
		}
		s := doc.Sentence{Span: graph.Span{Start: start, End: end}, First: len(d.Tokens)}
		for i := start; i < end; {
			if d.Text[i] == ' ' || d.Text[i] == '\t' {
				i++
				continue
			}
			j := i
			for j < end && d.Text[j] != ' ' && d.Text[j] != '\t' {
				j++
			}
			d.Tokens = append(d.Tokens, doc.Token{Span: graph.Span{Start: i, End: j}, Text: d.Text[i:j], Sent: len(d.Sentences)})
			i = j
		}
		s.Last = len(d.Tokens)
		if s.Last > s.First {
			d.Sentences = append(d.Sentences, s)
		}
		start = end + 1
	}
	return d
}

// TestMarkedText runs the sentences of testdata. A mark is [text|TYPE value]
// or [text|TYPE value edtf].
func TestMarkedText(t *testing.T) {
	for _, c := range doctest.Read(t, "testdata/*.txt") {
		d := tokenized(c.Document())
		Run(d)
		withEDTF := map[graph.Span]bool{}
		for _, m := range c.Marks {
			withEDTF[m.Span] = strings.Contains(m.Value, " ")
		}
		var got []doctest.Mark
		for _, x := range d.Timexes {
			value := x.Value
			if withEDTF[x.Span] {
				value += " " + x.EDTF
			}
			got = append(got, c.Found(x.Span, x.Timex, value))
		}
		doctest.Check(t, c, c.Marks, got)
	}
}
