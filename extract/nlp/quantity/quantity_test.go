package quantity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// tokenized fills sentences and tokens of a document: one sentence a line,
// marks apart from words.
func tokenized(d *doc.Document) *doc.Document {
	for start := 0; start < len(d.Text); {
		end := len(d.Text)
		if n := strings.IndexByte(d.Text[start:], '\n'); n >= 0 {
			end = start + n
		}
		s := doc.Sentence{Span: graph.Span{Start: start, End: end}, First: len(d.Tokens)}
		for i := start; i < end; {
			if d.Text[i] == ' ' || d.Text[i] == '\t' {
				i++
				continue
			}
			j := i + 1
			for j < end && d.Text[j] != ' ' && d.Text[j] != '\t' && (!strings.ContainsRune(",.;:", rune(d.Text[j])) || j+1 < end && d.Text[j+1] != ' ') {
				j++
			}
			d.Tokens = append(d.Tokens, doc.Token{Span: graph.Span{Start: i, End: j}, Text: d.Text[i:j], Sent: len(d.Sentences), Head: doc.None})
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
