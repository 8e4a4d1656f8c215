package event_test

import (
	"context"
	"slices"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// TestSame reads short articles and wants one event for each happening: mentions that
// bear one letter are of one event, those of other letters of others, and nothing
// else is an event. What is said, which is a claim to us, does not count.
func TestSame(t *testing.T) {
	for _, c := range doctest.Read(t, "testdata/same/*.txt") {
		read, err := nlp.Read(context.Background(), graph.Article{Text: c.Text, Published: c.Created})
		if err != nil {
			t.Fatal(err)
		}
		events := happenings(read, c.Marks)
		for _, letter := range letters(c.Marks) {
			of := slices.DeleteFunc(slices.Clone(events), func(h happening) bool { return !slices.Contains(h.letters, letter) })
			if len(of) != 1 {
				t.Errorf("%s: %s is %d events: %q", c.Where, letter, len(of), of)
			}
		}
		for _, h := range events {
			if len(h.letters) != 1 {
				t.Errorf("%s: %q is %q", c.Where, h.words, h.letters)
			}
		}
	}
}

// A happening is an event as found: its words, and the letters that they bear.
type happening struct{ words, letters []string }

func happenings(d *doc.Document, marks []doctest.Mark) []happening {
	at := map[int]int{}
	var out []happening
	for _, e := range d.Events {
		if d.Events[e.Same].Type == "x-media" {
			continue
		}
		k, known := at[e.Same]
		if !known {
			k = len(out)
			at[e.Same], out = k, append(out, happening{})
		}
		out[k].words = append(out[k].words, e.Trigger.Of(d.Text))
		for _, m := range marks {
			if m.Overlaps(e.Trigger) && !slices.Contains(out[k].letters, m.Label) {
				out[k].letters = append(out[k].letters, m.Label)
			}
		}
	}
	return out
}

func letters(marks []doctest.Mark) []string {
	var out []string
	for _, m := range marks {
		if !slices.Contains(out, m.Label) {
			out = append(out, m.Label)
		}
	}
	return out
}
