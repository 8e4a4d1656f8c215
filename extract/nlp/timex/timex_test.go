package timex

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/tokenize"
	"github.com/claimline/claimline/graph"
)

// tokenized makes a paragraph of each line and splits it into sentences.
func tokenized(d *doc.Document) *doc.Document {
	start := 0
	for line := range strings.Lines(d.Text) {
		d.Blocks = append(d.Blocks, doc.Block{Span: graph.Span{Start: start, End: start + len(line)}, Role: doc.Paragraph})
		start += len(line)
	}
	tokenize.Run(d)
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
