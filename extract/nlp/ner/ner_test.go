package ner

import (
	"fmt"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// marked builds a document from sentences in which [words|CLASS] is what the
// network saw. Words are separated by spaces, ~ separates tokens without a space.
func marked(text string) *doc.Document {
	d := new(doc.Document)
	for i, line := range strings.Split(text, "\n") {
		first := len(d.Tokens)
		var open int
		for _, w := range strings.Fields(line) {
			for _, part := range strings.Split(w, "~") {
				if strings.HasPrefix(part, "[") {
					open, part = len(d.Tokens), part[1:]
				}
				part, class, closed := strings.Cut(strings.TrimSuffix(part, "]"), "|")
				add(d, part, i)
				if closed {
					d.Mentions = append(d.Mentions, doc.Mention{
						Type: doc.Name, Class: doc.Class(class), First: open, Last: len(d.Tokens), Rule: "ner/net",
					})
				}
			}
			d.Text += " "
		}
		d.Sentences = append(d.Sentences, doc.Sentence{First: first, Last: len(d.Tokens)})
	}
	return d
}

// add appends a token, tagged by its case.
func add(d *doc.Document, word string, sentence int) {
	upos := "PROPN"
	if strings.ToLower(word) == word {
		upos = "NOUN"
	}
	if word == "-" || word == "." {
		upos = "PUNCT"
	}
	start := len(d.Text)
	d.Text += word
	d.Tokens = append(d.Tokens, doc.Token{
		Span: graph.Span{Start: start, End: len(d.Text)}, Text: word, UPOS: upos, Sent: sentence, Head: doc.None,
	})
}

func TestRun(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"letter after a hyphen", "the [ISIS|ORG] group\n[ISIS|ORG]~-~K claimed", "ISIS ORG, ISIS-K ORG"},
		{"no person", "[ISIS~-~K|PER] claimed", "ISIS-K ORG"},
		{"unseen", "IS~-~K claimed\nfor IS~-~K", "IS-K ORG, IS-K ORG"},
		{"once", "a CD~-~R drive", ""},
		{"branch", "[Islamic State|ORG]~-~[Khorasan|LOC] claimed it", "Islamic State-Khorasan ORG"},
		{"two sides", "the [Hamas|ORG]~-~[Israel|LOC] war", "Hamas ORG, Israel LOC"},
		{"adjective", "the [Moscow|LOC]~-~based group", "Moscow LOC"},
		{"Arabic article", "al~-~[Qaeda|ORG] denied", "al-Qaeda ORG"},
		{"article and possessive", "[The Soufan Center 's|ORG] report", "Soufan Center ORG"},
		{"one class", "[Wilson Center|ORG] said\n[Wilson Center|PER] said\n[Wilson Center|ORG] said", "Wilson Center ORG, Wilson Center ORG, Wilson Center ORG"},
		{"surname", "[Colin Clarke|PER] said\n[Clarke|ORG] said", "Colin Clarke PER, Clarke PER"},
		{"surname with article", "[Shahab al~-~Muhajir|PER] said\n[Al~-~Muhajir|ORG] said", "Shahab al-Muhajir PER, Al-Muhajir PER"},
		{"missed once", "[Picnic|ORG] played\nthen Picnic left", "Picnic ORG, Picnic ORG"},
		{"seen in part", "[Islamic State|ORG] said\n[Islamic|LOC] State denied", "Islamic State ORG, Islamic State ORG"},
		{"part of another name", "in [Paris|LOC] .\nParis Hilton left", "Paris LOC"},
		{"no name", "[the|ORG] end", ""},
	} {
		d := marked(test.text)
		Run(d)
		var got []string
		for _, m := range d.Mentions {
			got = append(got, fmt.Sprintf("%s %s", d.Text[m.Start:m.End], m.Class))
		}
		if s := strings.Join(got, ", "); s != test.want {
			t.Errorf("%s: got %q, want %q", test.name, s, test.want)
		}
	}
}
