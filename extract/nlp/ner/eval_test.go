package ner_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/ner"
	"github.com/claimline/claimline/extract/nlp/parse"
)

// floor is the F1 by exact span and class on the development part of Universal
// NER, on gold tokens.
const floor = 76.0

type name struct {
	first, last int
	class       doc.Class
}

// TestEval prints how names score as the network sees them and as Run leaves
// them.
func TestEval(t *testing.T) {
	text, err := doctest.ReadFile(doctest.Shared(t, "data/uner-ewt/en_ewt-ud-dev.iob2.gz"))
	if err != nil {
		t.Fatal(err)
	}
	labels := make(map[string][]string) // by sentence
	for _, sentence := range strings.Split(text, "\n\n") {
		var words, names []string
		for line := range strings.Lines(sentence) {
			if c := strings.Split(line, "\t"); len(c) > 2 {
				words, names = append(words, c[1]), append(names, c[2])
			}
		}
		labels[strings.Join(words, " ")] = names
	}
	var before, after count
	for _, g := range doctest.ReadTreebank(t, "data/ud-ewt/en_ewt-ud-dev.conllu.gz") {
		d := &g.Document
		gold := make(map[name]bool)
		read := make([]bool, len(d.Tokens)) // has labels
		for _, s := range d.Sentences {
			var words []string
			for _, tok := range d.Tokens[s.First:s.Last] {
				words = append(words, tok.Text)
			}
			annotated := labels[strings.Join(words, " ")]
			for i := range annotated {
				read[s.First+i] = true
				if annotated[i][0] != 'B' {
					continue
				}
				end := i + 1
				for end < len(annotated) && annotated[end] == "I"+annotated[i][1:] {
					end++
				}
				gold[name{s.First + i, s.First + end, doc.Class(annotated[i][2:])}] = true
			}
		}
		parse.Run(d)
		before.add(gold, d.Mentions, read)
		ner.Run(d)
		after.add(gold, d.Mentions, read)
		apart(t, d)
	}
	t.Logf("network %s", before)
	t.Logf("ner.Run %s", after)
	if after.f1() < floor {
		t.Errorf("below the floor %g", floor)
	}
}

// apart fails where names overlap or are out of order.
func apart(t *testing.T, d *doc.Document) {
	t.Helper()
	for i := 1; i < len(d.Mentions); i++ {
		if a, b := d.Mentions[i-1], d.Mentions[i]; a.Last > b.First {
			t.Errorf("%q and %q overlap", a.Of(d.Text), b.Of(d.Text))
		}
	}
}

type count struct{ gold, found, right int }

func (c *count) add(gold map[name]bool, found []doc.Mention, read []bool) {
	c.gold += len(gold)
	for _, m := range found {
		if !read[m.First] {
			continue
		}
		c.found++
		if gold[name{m.First, m.Last, m.Class}] {
			c.right++
		}
	}
}

func (c count) f1() float64 { return 200 * float64(c.right) / float64(max(1, c.gold+c.found)) }

func (c count) String() string {
	return fmt.Sprintf("%d names  P %.2f  R %.2f  F1 %.2f", c.gold,
		100*float64(c.right)/float64(max(1, c.found)), 100*float64(c.right)/float64(max(1, c.gold)), c.f1())
}
