package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

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
		kind := f.kindOf(q)
		q.Event = f.eventOf(at, kind)
		if q.Event != doc.None && kind == "" && f.alien(q) {
			q.Event = doc.None
		}
		if q.Event == doc.None && kind == "" {
			q.Event = f.subjectEvent(at)
		}
		if q.Event == doc.None && i > 0 && (f.listed(&f.d.Quantities[i-1], q) || f.restated(&f.d.Quantities[i-1], q)) {
			q.Event = f.d.Quantities[i-1].Event
		}
		if q.Event == doc.None && q.Noun < 0 {
			q.Event = f.alike(i, at, kind, 1)
		}
		if q.Event == doc.None && kind != "" {
			q.Event = f.inSentence(f.tree.Token(at).Sent, at, kind)
		}
		if q.Event == doc.None {
			q.Event = f.earlier(i, at, kind)
		}
		if q.Event != doc.None && (kind == "death" || kind == "kill") {
			if j := f.causeOf(q.Event); j != doc.None {
				q.Event = j
			} else if j := f.earlier(i, at, "kill"); f.lost(q.Event) && j != doc.None {
				q.Event = j // "80 people were still missing"
			}
		}
		switch {
		case q.Figure.Metric == "":
			q.Figure.Metric = f.metric(q)
		case q.Figure.Metric == "jobs" && (q.Event != doc.None && f.events[q.Event].Type == "x-business" && slices.Contains(f.events[q.Event].Modes, "layoff") || f.jobsGo(q)):
			q.Figure.Metric = "jobs_cut"
		}
		if q.Event == doc.None && wreck(q.Figure.Metric) {
			q.Event = f.earlier(i, at, "harm")
		}
	}
}

// alien reports a sum of money, a share or a measure at a death or an injury of
// which nothing is told but that: a cost or a temperature is none of it.
func (f *finder) alien(q *doc.Quantity) bool {
	return q.Figure.Unit != "" && q.Figure.Unit != "person" && f.events[f.events[q.Event].Same].Type == "x-life"
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

// doneByThem reports whether token i is who did event j to others.
func (f *finder) doneByThem(j, i int) bool {
	e := &f.events[j]
	if e.Type == "PROTEST" || e.Type == "x-gathering" || e.sense.Agent == e.sense.Patient {
		return false
	}
	return slices.ContainsFunc(e.Args, func(a doc.Argument) bool {
		m := f.d.Mentions[a.Mention]
		return a.Role == e.sense.Agent && m.First <= i && i < m.Last
	})
}

// metric names what a figure counts where the figure alone did not tell: people
// by what happens to them, other things by their noun.
func (f *finder) metric(q *doc.Quantity) string {
	if q.Event != doc.None {
		e := &f.events[q.Event]
		if len(e.Modes) > 0 && (q.Figure.Unit == "person" || e.Modes[0] == "layoff") && f.argument(q.Event, q.Noun) && !f.doneByThem(q.Event, q.Noun) {
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
		if m == "distance" && f.falls(q) {
			return "fall"
		}
		return m
	}
	return q.Figure.Unit
}

// measured are the metrics of figures that count nothing but a unit.
var measured = map[string]string{
	"m": "distance", "km": "distance", "mi": "distance", "ft": "distance", "in": "distance", "yd": "distance", "nmi": "distance",
	"ha": "area", "acre": "area", "km2": "area", "m2": "area", "mi2": "area", "ft2": "area",
	"kg": "weight", "g": "weight", "t": "weight", "lb": "weight", "l": "volume", "m3": "volume", "bbl": "volume",
	"km/h": "speed", "mph": "speed", "kn": "speed", "deg": "temperature", "degC": "temperature", "degF": "temperature",
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

// eventOf is the event that the words of the figure at token at tell: the one it
// counts, one it takes part in, or one above it in the tree.
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
	f.tree.Climb(at, func(a, from int) bool {
		if kind == "" && f.tree.Is(from, "conj", "parataxis") && f.at[from] == doc.None && f.tree.Child(from, "nsubj", "nsubj:pass") != doc.None {
			return false // "a flight was cancelled; 500 passengers slept there"
		}
		if f.fits(f.at[a], kind) {
			found = f.at[a]
		}
		return found == doc.None
	})
	return found
}

// inSentence is the nearest event of the sentence that fits.
func (f *finder) inSentence(s, at int, kind string) int {
	best := doc.None
	for j, end := f.inSent(s); j < end; j++ {
		if !f.fits(j, kind) || (kind == "kill" || kind == "death") && f.events[j].Type == "COERCE" {
			continue // who is hurt at an arrest hangs on its words
		}
		if best == doc.None || distance(f.events[j].Token, at) < distance(f.events[best].Token, at) {
			best = j
		}
	}
	return best
}
