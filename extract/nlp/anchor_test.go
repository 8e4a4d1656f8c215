package nlp_test

import (
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// TestAnchorsAreEvents demands that a time that counts from an event points at
// that event, however many candidates before it turned out to be none.
func TestAnchorsAreEvents(t *testing.T) {
	d := nlp.Parse("There was talk of a suicide attempt, of a march and of a strike. A possible attack was no attack. The man had been in hospital in the week before the double murder.")
	for _, s := range nlp.Stages[len(nlp.Reader):] {
		s.Run(d)
	}
	counted := 0
	for _, x := range d.Timexes {
		if x.Event == doc.None {
			continue
		}
		counted++
		if x.Event >= len(d.Events) {
			t.Fatalf("%q counts from event %d of %d", x.Text, x.Event, len(d.Events))
		}
		if got := d.Events[x.Event].Trigger.Of(d.Text); got != "double murder" {
			t.Errorf("%q counts from %q", x.Text, got)
		}
	}
	if counted == 0 {
		t.Error("no time counts from an event")
	}
}

// TestStatedDayStays demands that a time of day that says its day keeps it,
// while one that does not takes the day that is being told of.
func TestStatedDayStays(t *testing.T) {
	created, err := graph.ParseEDTF("2024-03-23")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"The strike began on Friday. Police arrived at 9 a.m. on Sunday.", "2024-03-17T09:00"},
		{"The strike began on Friday. Police arrived on Wednesday at 9 a.m.", "2024-03-20T09:00"},
		{"The strike began on Thursday. Police arrived at 9 a.m.", "2024-03-21T09:00"},
	} {
		d := nlp.Parse(c.text)
		d.Created = &created
		for _, s := range nlp.Stages[len(nlp.Reader):] {
			s.Run(d)
		}
		got := ""
		for _, e := range d.Events {
			if e.Trigger.Of(d.Text) == "arrived" && e.Time != doc.None {
				got = d.Timexes[e.Time].EDTF
			}
		}
		if got != c.want {
			t.Errorf("%q: arrived is dated %q, want %q", c.text, got, c.want)
		}
	}
}
