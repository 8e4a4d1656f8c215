package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// casualty are the metrics that belong to events that kill, injure or arrest.
var casualty = map[string]string{
	"killed": "kill", "injured": "kill", "killed_or_injured": "kill", "missing": "kill", "hostages": "kill",
	"arrested": "arrest", "captured": "arrest", "present": "any", "participants": "any", "displaced": "any", "evacuated": "any",
	"infected": "disease",
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
		if q.Event == doc.None && casualty[q.Figure.Metric] == "" {
			q.Event = f.subjectEvent(at)
		}
		if q.Event == doc.None && i > 0 && (f.listed(&f.d.Quantities[i-1], q) || f.restated(&f.d.Quantities[i-1], q)) {
			q.Event = f.d.Quantities[i-1].Event
		}
		switch {
		case q.Figure.Metric == "":
			q.Figure.Metric = f.metric(q)
		case q.Figure.Metric == "jobs" && q.Event != doc.None && f.events[q.Event].Type == "x-business" && slices.Contains(f.events[q.Event].Modes, "layoff"):
			q.Figure.Metric = "jobs_cut"
		}
	}
}

// listed reports whether q goes on with what the figure before it counts: "4,300
// jobs in France, 3,700 in Germany".
func (f *finder) listed(before, q *doc.Quantity) bool {
	return q.Noun < 0 && before.Event != doc.None && q.Figure.Metric == before.Figure.Metric && f.tree.Token(q.First).Sent == f.tree.Token(before.First).Sent
}

// restated reports whether q gives another number for what the figure before it
// counts, at most a sentence later: "police counted 89,000, the union claimed 330,000".
func (f *finder) restated(before, q *doc.Quantity) bool {
	return q.Noun < 0 && before.Event != doc.None && q.Figure.Unit == "person" && q.Figure.Metric == before.Figure.Metric &&
		f.tree.Token(q.First).Sent-f.tree.Token(before.First).Sent <= 1
}

// undergone are the metrics of people by what happens to them.
var undergone = map[string]string{
	"x-life/rescued": "rescued", "x-movement/evacuate": "evacuated", "x-movement/displace": "displaced", "COERCE/arrest": "arrested",
	"PROTEST/demo": "participants", "PROTEST/strike": "participants", "PROTEST/riot": "participants", "ASSAULT/abduct": "hostages",
	"x-life/missing": "missing", "RETREAT/release": "released", "x-disaster/disease": "infected", "x-business/layoff": "jobs_cut",
	"x-life/die": "killed", "x-life/injure": "injured",
}

// metric names what a figure counts where the figure alone did not tell: people
// by what happens to them, other things by their noun.
func (f *finder) metric(q *doc.Quantity) string {
	if q.Event != doc.None {
		e := &f.events[q.Event]
		if len(e.Modes) > 0 && (q.Figure.Unit == "person" || e.Modes[0] == "layoff") && f.argument(q.Event, q.Noun) {
			if m := undergone[e.Type+"/"+e.Modes[0]]; m != "" {
				return m
			}
		}
	}
	if m := f.plight(q); m != "" {
		return m
	}
	if q.Noun >= 0 {
		return f.counted(q)
	}
	if m := measured[q.Figure.Unit]; m != "" {
		return m
	}
	return q.Figure.Unit
}

// measured are the metrics of figures that count nothing but a unit.
var measured = map[string]string{
	"m": "distance", "km": "distance", "mi": "distance", "ft": "distance", "in": "distance", "yd": "distance", "nmi": "distance",
	"ha": "area", "acre": "area", "km2": "area", "m2": "area", "mi2": "area", "ft2": "area",
	"kg": "weight", "g": "weight", "t": "weight", "lb": "weight", "l": "volume", "m3": "volume", "bbl": "volume",
	"km/h": "speed", "mph": "speed",
}

// argument reports whether token i is, or stands in, a participant or the place of event j.
func (f *finder) argument(j, i int) bool {
	for _, a := range f.events[j].Args {
		if m := f.d.Mentions[a.Mention]; m.First <= i && i < m.Last {
			return true
		}
	}
	// "14,000 workers staged a walkout": whoever carries it out is in it.
	if light := f.events[j].light; light != doc.None && f.tree.Is(i, "nsubj") && f.tree.Token(i).Head == light {
		return true
	}
	if p := f.events[j].Place; p != doc.None && f.d.Mentions[p].First <= i && i < f.d.Mentions[p].Last {
		return true
	}
	return f.events[j].Token == i
}

func (f *finder) fits(j int, kind string) bool {
	if j == doc.None {
		return false
	}
	e := &f.events[j]
	switch kind {
	case "kill":
		return f.brings(j) || e.Type == "x-life" || e.Type == "COERCE" || f.brings(e.Same)
	case "disease":
		return e.Type == "x-disaster" && slices.Contains(e.Modes, "disease")
	case "arrest":
		return e.Type == "COERCE" || e.Type == "x-justice" || e.Type == "ASSAULT"
	}
	return true
}

func (f *finder) eventOf(at int, kind string) int {
	if f.fits(f.at[at], kind) {
		return f.at[at]
	}
	for j, end := f.inSent(f.tree.Token(at).Sent); j < end; j++ {
		if f.fits(j, kind) && f.argument(j, at) {
			return j
		}
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
	earlier := kind
	switch kind {
	case "any":
		earlier = "kill"
	case "arrest":
		return doc.None
	}
	before, _ := f.inSent(f.tree.Token(at).Sent)
	for j := before - 1; j >= 0; j-- {
		if f.fits(j, earlier) && f.brings(j) && real(f.events[j].Realis) {
			return j
		}
	}
	return doc.None
}

// inSentence is the nearest event of the sentence that fits.
func (f *finder) inSentence(s, at int, kind string) int {
	best := doc.None
	for j, end := f.inSent(s); j < end; j++ {
		if !f.fits(j, kind) {
			continue
		}
		if best == doc.None || distance(f.events[j].Token, at) < distance(f.events[best].Token, at) {
			best = j
		}
	}
	return best
}
