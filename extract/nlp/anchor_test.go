package nlp_test

import (
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
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
