package quantity

import (
	"fmt"
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

// TestMarkedText runs the sentences of testdata. A mark is [text|metric
// comparator value], the metric of other counts being other; more may follow:
// a unit, the noun, and the population after a semicolon.
func TestMarkedText(t *testing.T) {
	for _, c := range doctest.Read(t, "testdata/*.txt") {
		d := tokenized(c.Document())
		Run(d)
		want := map[graph.Span]doctest.Mark{}
		for _, m := range c.Marks {
			want[m.Span] = m
		}
		var got []doctest.Mark
		for _, q := range d.Quantities {
			label := q.Figure.Metric
			if label == "" {
				label = "other"
			}
			value := fmt.Sprintf("%s %v", q.Figure.Comparator, q.Figure.Value)
			if w := want[q.Span].Value; strings.Count(w, " ") > 1 {
				value += " " + q.Figure.Unit
			}
			if strings.Contains(want[q.Span].Value, ";") {
				value += "; " + q.Figure.Population
			}
			got = append(got, c.Found(q.Span, label, value))
		}
		doctest.Check(t, c, c.Marks, got)
	}
}
