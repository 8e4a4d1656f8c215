package event

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/dep/deptest"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// TestPhenomena runs over sentences of our own, one phenomenon each, with
// trees of the parser that were read and put right by hand.
func TestPhenomena(t *testing.T) {
	for _, c := range deptest.Read(t, "testdata/*.conllu") {
		t.Run(c.Name, func(t *testing.T) {
			Run(c.Doc)
			got := lines(c.Doc)
			if !slices.Equal(got, c.Want) {
				t.Errorf("%s\ngot:\n\t# want = %s\nwant:\n\t# want = %s", c.Doc.Text,
					strings.Join(got, "\n\t# want = "), strings.Join(c.Want, "\n\t# want = "))
			}
		})
	}
}

// lines writes the events of d: trigger, type with modes, reality, then
// participants, place, time, figures and the event that it repeats.
func lines(d *doc.Document) []string {
	var out []string
	for i, e := range d.Events {
		line := []string{quote(e.Trigger.Of(d.Text)), strings.Join(append([]string{e.Type}, e.Modes...), "/"), string(e.Realis)}
		if e.Negated {
			line = append(line, "negated")
		}
		if e.Generic {
			line = append(line, "generic")
		}
		for _, a := range e.Args {
			line = append(line, a.Role+"="+quote(d.Mentions[a.Mention].Of(d.Text)))
		}
		if e.Place != doc.None {
			line = append(line, "place="+quote(d.Mentions[e.Place].Of(d.Text)))
		}
		if e.Time != doc.None {
			line = append(line, "time="+cmp.Or(d.Timexes[e.Time].EDTF, quote("«"+d.Timexes[e.Time].Text+"»")))
		}
		for _, q := range d.Quantities {
			if q.Event == i {
				line = append(line, q.Figure.Metric+"="+quote(q.Of(d.Text)))
			}
		}
		if e.Same != i {
			line = append(line, "same="+quote(d.Events[e.Same].Trigger.Of(d.Text)))
		}
		out = append(out, strings.Join(line, " "))
	}
	return out
}

func quote(s string) string { return strings.ReplaceAll(s, " ", "_") }
