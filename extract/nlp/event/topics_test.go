package event_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// TestTopics reads short articles over the topics of ordinary news and wants
// their main events with the right type, each by a row whose origin is told.
func TestTopics(t *testing.T) {
	cases := doctest.Read(t, "testdata/topics/*.txt")
	for _, c := range cases {
		read, err := nlp.Read(context.Background(), graph.Article{Text: c.Text, Published: c.Created})
		if err != nil {
			t.Fatal(err)
		}
		if c.Nothing && len(read.Events) > 0 {
			t.Errorf("%s: found %q", c.Where, read.Events[0].Trigger.Of(c.Text))
		}
		for _, m := range c.Marks {
			if got := typesAt(read, m.Span); !slices.Contains(got, m.Value) {
				t.Errorf("%s: %s is %q", c.Where, m, got)
			}
		}
	}
}

// typesAt are the types, with the first mode that each has, of the event that is
// told of at a span: of this mention, and of the one that it repeats.
func typesAt(d *doc.Document, at graph.Span) []string {
	var out []string
	for _, e := range d.Events {
		if !e.Trigger.Overlaps(at) {
			continue
		}
		for _, x := range []doc.Event{e, d.Events[e.Same]} {
			out = append(out, x.Type)
			for _, m := range x.Modes {
				out = append(out, strings.Join([]string{x.Type, m}, "/"))
			}
		}
	}
	return out
}
