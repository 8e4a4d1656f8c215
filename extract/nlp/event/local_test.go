package event

import (
	"slices"
	"testing"

	"github.com/claimline/claimline/extract/nlp/dep/deptest"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// TestChanged reads sentences whose documents have what CoNLL-U cannot tell:
// figures of things, headlines, groups under arms, countries of towns.
func TestChanged(t *testing.T) {
	change := map[string]func(*doc.Document){
		"things": func(d *doc.Document) {
			for i := range d.Quantities {
				d.Quantities[i].Figure.Unit = ""
			}
		},
		"headline": func(d *doc.Document) {
			d.Blocks = []doc.Block{{Span: d.Sentences[0].Span, Role: doc.Headline}}
		},
		"member": func(d *doc.Document) {
			d.Chains[0].Actor = graph.ArmedGroup
		},
		"place-town": func(d *doc.Document) {
			d.Chains[0].Country = "FR"
		},
	}
	for _, c := range deptest.Read(t, "testdata/changed/*.conllu") {
		t.Run(c.Name, func(t *testing.T) {
			change[c.Name](c.Doc)
			Run(c.Doc)
			if got := lines(c.Doc); !slices.Equal(got, c.Want) {
				t.Errorf("%s\ngot:  %q\nwant: %q", c.Doc.Text, got, c.Want)
			}
		})
	}
}
