package lemma

import (
	"slices"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
)

// TestEvalGoldTags measures lemmas on gold words and tags, in percent. As in
// the shared task of CoNLL 2018, a word whose gold lemma is "_" counts as right.
// The test part of EWT is measured and never looked into.
func TestEvalGoldTags(t *testing.T) {
	for _, e := range []struct {
		name, file       string
		tagged, uposOnly float64 // floors
	}{
		{"EWT dev", "data/ud-ewt/en_ewt-ud-dev.conllu.gz", 99.0, 98.6},
		{"GUM dev, open genres", "data/ud-gum/gum-open-dev.conllu.gz", 99.3, 98.9},
		{"EWT test", "data/ud-ewt/en_ewt-ud-test.conllu.gz", 99.0, 98.6},
	} {
		words, tagged, uposOnly := 0, 0, 0
		for _, g := range doctest.ReadTreebank(t, e.file) {
			d := doc.Document{Tokens: slices.Clone(g.Tokens)}
			Run(&d)
			for i, tok := range g.Tokens {
				words++
				if tok.Lemma == "_" || tok.Lemma == d.Tokens[i].Lemma {
					tagged++
				}
				if tok.Lemma == "_" || tok.Lemma == Of(tok.Text, tok.UPOS, "") {
					uposOnly++
				}
			}
		}
		a, b := 100*float64(tagged)/float64(words), 100*float64(uposOnly)/float64(words)
		t.Logf("%-22s both tags %.2f, UPOS alone %.2f", e.name, a, b)
		if a < e.tagged || b < e.uposOnly {
			t.Errorf("%s: below the floor: both tags %.2f, UPOS alone %.2f", e.name, e.tagged, e.uposOnly)
		}
	}
}
