package parse

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/neural"
	"github.com/claimline/claimline/graph"
)

// words makes a document of sentences whose words are separated by spaces.
func words(sentences ...string) *doc.Document {
	d := new(doc.Document)
	for i, sentence := range sentences {
		s := doc.Sentence{Span: graph.Span{Start: len(d.Text)}, First: len(d.Tokens)}
		for _, w := range strings.Fields(sentence) {
			start := len(d.Text)
			d.Text += w + " "
			d.Tokens = append(d.Tokens, doc.Token{Span: graph.Span{Start: start, End: start + len(w)}, Text: w, Sent: i})
		}
		s.End, s.Last = len(d.Text), len(d.Tokens)
		d.Sentences = append(d.Sentences, s)
	}
	return d
}

func TestRun(t *testing.T) {
	d := words("Police arrested four men in Moscow .", "", "The men were questioned by Colin Clarke .")
	Run(d)
	for _, want := range []struct {
		token        int
		upos, deprel string
		head         int
	}{
		{0, "NOUN", "nsubj", 1}, {1, "VERB", "root", doc.None}, {3, "NOUN", "obj", 1},
		{8, "NOUN", "nsubj:pass", 10}, {9, "AUX", "aux:pass", 10}, {10, "VERB", "root", doc.None}, {12, "PROPN", "obl:agent", 10},
	} {
		got := d.Tokens[want.token]
		if got.UPOS != want.upos || got.Deprel != want.deprel || got.Head != want.head {
			t.Errorf("%s: %s %s of %d, want %s %s of %d", got.Text, got.UPOS, got.Deprel, got.Head, want.upos, want.deprel, want.head)
		}
	}
	var got []string
	for _, m := range d.Mentions {
		got = append(got, d.Text[m.Start:m.End]+" "+string(m.Class))
	}
	if s := strings.Join(got, ", "); s != "Moscow LOC, Colin Clarke PER" {
		t.Errorf("names: %s", s)
	}
}

func TestLongSentence(t *testing.T) {
	d := words(strings.Repeat("men , ", neural.MaxWords))
	Run(d)
	if len(d.Notes) != 1 {
		t.Errorf("notes: %q", d.Notes)
	}
}

// TestTwoSubjects demands that a clause that the network took for a
// description of its own subject comes out as what is said.
func TestTwoSubjects(t *testing.T) {
	for _, c := range []struct{ sentence, verb string }{
		{"Police said an explosion killed 12 people .", "killed"},
		{"An explosion killed 12 people , the ministry said .", "killed"},
		{"Officials said the blast injured a guard .", "injured"},
		{"An explosion at a grain terminal in Port Marlow killed at least 12 people and injured more than 40 on Thursday morning , the fire service said .", "killed"},
	} {
		d := words(c.sentence)
		Run(d)
		for _, token := range d.Tokens {
			if token.Text != c.verb {
				continue
			}
			if own, _ := subjects(d.Tokens, tokenOf(d, c.verb)); own == doc.None || token.Deprel == "acl" {
				t.Errorf("%s: %s is %s of %q, without a subject", c.sentence, c.verb, token.Deprel, d.Tokens[token.Head].Text)
			}
		}
	}
}

func TestRepairLeavesSoundTrees(t *testing.T) {
	d := words("Witnesses said the bridge destroyed last year was closed .")
	Run(d)
	before := append([]doc.Token(nil), d.Tokens...)
	repair(d.Tokens, 0)
	for i := range before {
		if before[i] != d.Tokens[i] {
			t.Errorf("%q was changed", before[i].Text)
		}
	}
}

func tokenOf(d *doc.Document, word string) int {
	for i := range d.Tokens {
		if d.Tokens[i].Text == word {
			return i
		}
	}
	return doc.None
}
