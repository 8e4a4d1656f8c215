package event

import (
	"github.com/claimline/claimline/extract/nlp/doc"
)

// casualty are the metrics that belong to events that kill, injure or arrest.
var casualty = map[string]string{
	"killed": "kill", "injured": "kill", "killed_or_injured": "kill", "missing": "kill", "hostages": "kill",
	"arrested": "arrest", "captured": "arrest", "present": "any", "participants": "any", "displaced": "any", "evacuated": "any",
}

// figures binds each quantity to the event it is a figure of: the event it
// hangs on in the tree, else one in its clause, sentence or, for casualties,
// the last one told.
func (f *finder) figures() {
	for i := range f.d.Quantities {
		q := &f.d.Quantities[i]
		at := q.Noun
		if at < 0 {
			at = q.First
		}
		if at < 0 || at >= len(f.d.Tokens) || !f.prose(f.tree.Token(at).Sent) {
			continue
		}
		q.Event = f.eventOf(at, casualty[q.Figure.Metric])
	}
}

func (f *finder) fits(j int, kind string) bool {
	if j == doc.None {
		return false
	}
	e := &f.events[j]
	switch kind {
	case "kill":
		return f.brings(j) || e.Type == "x-life" || e.Type == "COERCE" || f.brings(e.Same)
	case "arrest":
		return e.Type == "COERCE" || e.Type == "x-justice" || e.Type == "ASSAULT"
	}
	return true
}

func (f *finder) eventOf(at int, kind string) int {
	if f.fits(f.at[at], kind) {
		return f.at[at]
	}
	found := doc.None
	f.tree.Climb(at, func(a, _ int) bool {
		if f.fits(f.at[a], kind) {
			found = f.at[a]
		}
		return found == doc.None
	})
	if found != doc.None || kind == "" {
		return found
	}
	if j := f.inSentence(f.tree.Token(at).Sent, at, kind); j != doc.None {
		return j
	}
	if kind != "kill" && kind != "any" {
		return doc.None
	}
	for j := len(f.events) - 1; j >= 0; j-- {
		if f.events[j].sent < f.tree.Token(at).Sent && f.fits(j, "kill") && f.brings(j) && real(f.events[j].Realis) {
			return j
		}
	}
	return doc.None
}

// inSentence is the nearest event of the sentence that fits.
func (f *finder) inSentence(s, at int, kind string) int {
	best := doc.None
	for j := range f.events {
		if f.events[j].sent != s || !f.fits(j, kind) {
			continue
		}
		if best == doc.None || distance(f.events[j].Token, at) < distance(f.events[best].Token, at) {
			best = j
		}
	}
	return best
}
