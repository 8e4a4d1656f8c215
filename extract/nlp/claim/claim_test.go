package claim

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/dep/deptest"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/event"
	"github.com/claimline/claimline/extract/nlp/quote"
)

// TestPhenomena runs over sentences of our own, one phenomenon each, with
// trees of the parser that were read and put right by hand.
func TestPhenomena(t *testing.T) {
	for _, c := range deptest.Read(t, "testdata/*.conllu") {
		t.Run(c.Name, func(t *testing.T) {
			quote.Run(c.Doc)
			event.Run(c.Doc)
			Run(c.Doc)
			got := lines(c.Doc)
			if !slices.Equal(got, c.Want) {
				t.Errorf("%s\ngot:\n\t# want = %s\nwant:\n\t# want = %s", c.Doc.Text,
					strings.Join(got, "\n\t# want = "), strings.Join(c.Want, "\n\t# want = "))
			}
		})
	}
}

// lines writes the attributions of d: act with factuality, the chain from the
// outside in, cue, content and figure.
func lines(d *doc.Document) []string {
	var out []string
	for _, a := range d.Attributions {
		var chain []string
		cue, value := "", ""
		for _, h := range a.Hops {
			name := h.Span.Of(d.Text)
			if h.Source == doc.None {
				name = "unattributed"
			} else if d.Mentions[h.Source].Chain != doc.None {
				if n := d.Chains[d.Mentions[h.Source].Chain].Name; !strings.Contains(strings.ToLower(name), strings.ToLower(n)) {
					name += "=" + n
				}
			}
			if h.Told {
				name += "(told)"
			}
			chain = append(chain, name)
			cue, value = h.Cue.Of(d.Text), string(h.Factuality)
		}
		who := strings.Join(chain, " < ")
		if len(chain) == 0 {
			who = "narrator"
		}
		line := []string{strings.TrimSpace(a.Act + " " + value), who, cue, a.Content.Of(d.Text)}
		if a.Negated {
			line = append(line, "negated")
		}
		if a.Quantity != doc.None {
			line = append(line, d.Quantities[a.Quantity].Of(d.Text))
		}
		out = append(out, strings.Join(line, " | "))
	}
	return out
}
