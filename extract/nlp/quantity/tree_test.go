package quantity

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// parsed builds a document from lines of form, UPOS, XPOS, head (from 1, 0 for
// the root) and relation.
func parsed(t *testing.T, lines string) *doc.Document {
	t.Helper()
	d := &doc.Document{}
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		f := strings.Fields(line)
		if len(f) != 5 {
			t.Fatalf("%q has %d columns", line, len(f))
		}
		if d.Text != "" {
			d.Text += " "
		}
		head := doc.None
		for _, c := range f[3] {
			if head == doc.None {
				head = 0
			}
			head = head*10 + int(c-'0')
		}
		start := len(d.Text)
		d.Text += f[0]
		d.Tokens = append(d.Tokens, doc.Token{
			Span: graph.Span{Start: start, End: len(d.Text)}, Text: f[0], UPOS: f[1], XPOS: f[2], Head: head - 1, Deprel: f[4], SpaceAfter: true,
		})
	}
	d.Sentences = []doc.Sentence{{Span: graph.Span{End: len(d.Text)}, Last: len(d.Tokens)}}
	return d
}

func TestTree(t *testing.T) {
	for _, c := range []struct{ lines, metric, noun string }{
		{`
Forty NUM CD 2 nummod
pilgrims NOUN NNS 9 nsubj:pass
from ADP IN 4 case
Kano PROPN NNP 2 nmod
, PUNCT , 9 punct
officials NOUN NNS 7 nsubj
say VERB VBP 9 parataxis
were AUX VBD 9 aux:pass
killed VERB VBN 0 root`, "killed", "pilgrims"},
		{`
Rebels NOUN NNS 2 nsubj
killed VERB VBD 0 root
in ADP IN 5 case
the DET DT 5 det
raid NOUN NN 2 obl
nine NUM CD 7 nummod
herders NOUN NNS 2 obj`, "killed", "herders"},
		{`
Nine NUM CD 2 nummod
bombings NOUN NNS 0 root
that PRON WDT 4 nsubj
killed VERB VBD 2 acl:relcl
people NOUN NNS 4 obj`, "", "bombings"},
		{`
The DET DT 3 det
firm NOUN NN 3 nsubj
plans VERB VBZ 0 root
900 NUM CD 6 nummod
job NOUN NN 6 compound
cuts NOUN NNS 3 obj`, "jobs", "cuts"},
	} {
		d := parsed(t, c.lines)
		Run(d)
		if len(d.Quantities) != 1 {
			t.Errorf("%s: found %d", d.Text, len(d.Quantities))
			continue
		}
		q := d.Quantities[0]
		if q.Figure.Metric != c.metric || q.Noun == doc.None || d.Tokens[q.Noun].Text != c.noun {
			t.Errorf("%s: got %q of %v", d.Text, q.Figure.Metric, q)
		}
	}
}

// TestFigure checks what marked text does not show.
func TestFigure(t *testing.T) {
	d := tokenized(&doc.Document{Text: "So far at least 133 people have been killed , including three children ."})
	Run(d)
	if len(d.Quantities) != 2 {
		t.Fatalf("found %d", len(d.Quantities))
	}
	q := d.Quantities[0]
	if q.Figure.Low == nil || *q.Figure.Low != 133 || q.Figure.High != nil || !q.Figure.Provisional || q.Figure.Words != "at least 133" || q.Figure.Population != "" {
		t.Errorf("got %+v", q.Figure)
	}
	if d.Tokens[q.First].Text != "at" || d.Tokens[q.Last-1].Text != "133" || d.Tokens[q.Noun].Text != "people" || q.Event != doc.None {
		t.Errorf("got %+v", q)
	}
	sub := d.Quantities[1].Figure
	if sub.Metric != "killed" || sub.Population != "children" || sub.SubsetOf != "" || sub.Value != 3 {
		t.Errorf("got %+v", sub)
	}
	between := tokenized(&doc.Document{Text: "Between 20 and 30 thousand people fled ."})
	Run(between)
	if len(between.Quantities) != 1 {
		t.Fatalf("found %d", len(between.Quantities))
	}
	if f := between.Quantities[0].Figure; f.Comparator != graph.Between || *f.Low != 20000 || *f.High != 30000 {
		t.Errorf("got %+v", f)
	}
}

// TestTimexes checks that dates, times and lengths are no figures.
func TestTimexes(t *testing.T) {
	const text = "In 1984 and on 3 May some 20 people died ."
	d := tokenized(&doc.Document{Text: text})
	for _, s := range []string{"1984", "3 May"} {
		at := strings.Index(text, s)
		d.Timexes = append(d.Timexes, doc.Timex{Span: graph.Span{Start: at, End: at + len(s)}})
	}
	Run(d)
	if len(d.Quantities) != 1 || d.Quantities[0].Figure.Value != 20 {
		t.Errorf("got %+v", d.Quantities)
	}
}
