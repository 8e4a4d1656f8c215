package tokenize

import (
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/layout"
	"github.com/claimline/claimline/graph"
)

// overlap counts what is found, what is wanted and what is both.
type overlap struct{ both, wanted, found int }

func (o overlap) f1() float64 { return 200 * float64(o.both) / float64(o.wanted+o.found) }

// add counts two sets.
func (o *overlap) add(wanted, found map[graph.Span]bool) {
	for s := range wanted {
		if found[s] {
			o.both++
		}
	}
	o.wanted += len(wanted)
	o.found += len(found)
}

// score reads the raw text of a treebank: sentences count by their end, tokens
// by their span.
func score(golds []*doctest.Gold) (sentences, tokens overlap) {
	for _, g := range golds {
		d := &doc.Document{Text: g.Text}
		layout.Run(d)
		Run(d)
		sentences.add(ends(&g.Document), ends(d))
		tokens.add(spans(&g.Document), spans(d))
	}
	return sentences, tokens
}

func ends(d *doc.Document) map[graph.Span]bool {
	out := map[graph.Span]bool{}
	for _, s := range d.Sentences {
		out[graph.Span{End: s.End}] = true
	}
	return out
}

func spans(d *doc.Document) map[graph.Span]bool {
	out := map[graph.Span]bool{}
	for _, t := range d.Tokens {
		out[t.Span] = true
	}
	return out
}

// TestEvalRawText measures raw text to sentences and tokens, as percentages F1.
// The test part of EWT is measured and never looked into.
func TestEvalRawText(t *testing.T) {
	for _, e := range []struct {
		name, file        string
		sentences, tokens float64 // floors
	}{
		{"EWT dev", "data/ud-ewt/en_ewt-ud-dev.conllu.gz", 93.4, 99.2},
		{"GUM dev, open genres", "data/ud-gum/gum-open-dev.conllu.gz", 98.3, 99.9},
		{"EWT test", "data/ud-ewt/en_ewt-ud-test.conllu.gz", 92.9, 99.1},
	} {
		sentences, tokens := score(doctest.ReadTreebank(t, e.file))
		t.Logf("%-22s sentences %.2f, tokens %.2f", e.name, sentences.f1(), tokens.f1())
		if sentences.f1() < e.sentences || tokens.f1() < e.tokens {
			t.Errorf("%s: below the floor: sentences %.2f, tokens %.2f", e.name, e.sentences, e.tokens)
		}
	}
}
