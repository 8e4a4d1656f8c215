package lemma

import (
	"testing"

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
		{"EWT dev", "data/ud-ewt/en_ewt-ud-dev.conllu.gz", 98.5, 98.2},
		{"GUM dev, open genres", "data/ud-gum/gum-open-dev.conllu.gz", 99.2, 98.8},
		{"EWT test", "data/ud-ewt/en_ewt-ud-test.conllu.gz", 98.6, 98.3},
	} {
		words, tagged, uposOnly := 0, 0, 0
		for _, g := range doctest.ReadTreebank(t, e.file) {
			for _, tok := range g.Tokens {
				words++
				if tok.Lemma == "_" || tok.Lemma == Of(tok.Text, tok.UPOS, tok.XPOS) {
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
