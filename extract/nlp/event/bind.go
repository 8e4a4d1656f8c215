package event

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// kinds are the metrics that belong to events of some kind, see fits.
var kinds = map[string]string{
	"killed": "death", "injured": "kill", "killed_or_injured": "kill", "missing": "kill", "hostages": "hold",
	"arrested": "arrest", "captured": "arrest", "present": "crowd", "participants": "protest", "displaced": "any", "evacuated": "any",
	"infected": "disease", "recovered": "disease",
	"seats": "election", "votes": "election", "turnout": "turnout",
	"votes_for": "vote", "votes_against": "vote", "votes_abstained": "vote",
	"magnitude": "quake", "years": "punish", "months": "punish",
}

// fits reports whether event j is of a kind.
func (f *finder) fits(j int, kind string) bool {
	if j == doc.None {
		return false
	}
	e := &f.events[j]
	switch kind {
	case "death":
		return f.fits(j, "kill") && !(e.Type == "x-life" && slices.Contains(e.Modes, "missing"))
	case "kill":
		return f.brings(j) || e.Type == "x-life" && suffers(e) || e.Type == "COERCE" || f.brings(e.Same)
	case "disease":
		return e.Type == "x-disaster" && slices.Contains(e.Modes, "disease")
	case "arrest":
		return e.Type == "COERCE" || e.Type == "x-justice" || e.Type == "ASSAULT"
	case "hold":
		return e.Type == "ASSAULT" || e.Type == "RETREAT" || e.Type == "COERCE" || e.Type == "x-life"
	case "protest":
		return e.Type == "PROTEST" || e.Type == "x-gathering"
	case "election":
		return e.Type == "x-election" || e.Type == "x-policy" && slices.Contains(e.Modes, "vote")
	case "crowd":
		return crowded[e.Type] || f.brings(j)
	case "turnout":
		return f.fits(j, "election") || e.Type == "PROTEST"
	case "vote":
		return e.Type == "x-policy" || e.Type == "x-election"
	case "quake":
		return e.Type == "x-disaster" && slices.Contains(e.Modes, "earthquake")
	case "punish":
		return e.Type == "x-justice" || e.Type == "SANCTION" || e.Type == "COERCE"
	case "strike":
		return e.Type == "ASSAULT"
	case "harm":
		return e.Type == "ASSAULT" || e.Type == "x-disaster" || e.Type == "PROTEST"
	}
	return true
}

// suffers reports an event of a life that harms: nobody dies of being rescued.
func suffers(e *candidate) bool {
	return !slices.ContainsFunc(e.Modes, func(m string) bool { return m == "rescued" || m == "born" || m == "married" })
}

// crowded are the types of event that a number of people comes to.
var crowded = words("PROTEST x-gathering x-sport CONSULT x-election x-life x-movement x-media x-award")

var gathered = words("PROTEST x-gathering x-sport CONSULT x-election")

// within reports that the sentence of token i puts people into or onto something:
// "21,000 people were in the hall".
func (f *finder) within(i int) bool {
	s := f.d.Sentences[f.tree.Token(i).Sent]
	for k := i; k < min(i+8, s.Last); k++ {
		switch f.tree.Lemma(k) {
		case "aboard", "inside", "in", "at", "on":
			return true
		}
	}
	return false
}

// munitions are things whose number is a figure of the attack that they are used in.
var munitions = words("shell rocket missile bomb mortar round warhead grenade drone torpedo")

// kindOf is the kind of event that q is a figure of, empty when it is that of the
// words it hangs on.
func (f *finder) kindOf(q *doc.Quantity) string {
	if kind := kinds[q.Figure.Metric]; kind != "" {
		return kind
	}
	if q.Figure.Metric == "percent" && f.ofVotes(q) {
		return "election"
	}
	if q.Noun >= 0 && munitions[f.tree.Lemma(q.Noun)] {
		return "strike"
	}
	return ""
}

// ofVotes reports a share of a vote: "34 percent of the vote".
func (f *finder) ofVotes(q *doc.Quantity) bool {
	for i := q.Last; i < min(q.Last+4, len(f.d.Tokens)); i++ {
		switch f.tree.Lemma(i) {
		case "of", "the", "all":
		case "vote", "ballot":
			return true
		default:
			return false
		}
	}
	return false
}

// goesBack are the kinds of event that may stand a sentence or more before the
// figure, with the kind that it then must be of.
var goesBack = map[string]string{
	"kill": "kill", "death": "kill", "any": "kill", "crowd": "crowd", "disease": "disease", "election": "election", "turnout": "turnout", "protest": "protest", "quake": "quake", "punish": "punish", "strike": "strike", "harm": "harm",
}

// earlier is the event before token at that figure n of a kind is of, when its own
// sentence has none: that of the last figure of the same metric, else the last one
// told of the kind.
func (f *finder) earlier(n, at int, kind string) int {
	if kind == "arrest" {
		return f.onlyArrest(at)
	}
	kind, ok := goesBack[kind]
	if !ok {
		return doc.None
	}
	if j := f.alike(n, at, kind, 3); j != doc.None {
		return j
	}
	sent := f.tree.Token(at).Sent
	before, _ := f.inSent(sent)
	for j := before - 1; j >= 0; j-- {
		if kind == "crowd" && !gathered[f.events[j].Type] && !f.within(at) {
			continue // people who gather are at a gathering
		}
		if f.fits(j, kind) && (kind != "kill" || f.brings(j)) && real(f.events[j].Realis) {
			return j
		}
	}
	return doc.None
}

// alike is the event of the last figure before n that counts the same, at most so
// many sentences before.
func (f *finder) alike(n, at int, kind string, most int) int {
	q, sent := &f.d.Quantities[n], f.tree.Token(at).Sent
	if q.Figure.Unit != "person" {
		return doc.None
	}
	for k := n - 1; k >= 0; k-- {
		o := &f.d.Quantities[k]
		if sent-f.tree.Token(o.First).Sent > most {
			break
		}
		if o.Event != doc.None && o.Figure.Metric == q.Figure.Metric && real(f.events[o.Event].Realis) && f.fits(o.Event, kind) && !f.dwarfs(q, o) {
			return o.Event
		}
	}
	return doc.None
}

// onlyArrest is the arrest or capture told before token at, if only one is.
func (f *finder) onlyArrest(at int) int {
	found := doc.None
	for j := range f.events {
		e := &f.events[j]
		if e.Token >= at || e.Type != "COERCE" || !slices.Contains(e.Modes, "arrest") || !real(e.Realis) {
			continue
		}
		if found != doc.None && e.Same != f.events[found].Same {
			return doc.None
		}
		found = j
	}
	return found
}

// causeOf is what brought about the deaths or injuries j of which nothing else is
// told: the one event of the sentence that kills, "three were killed and 34 hurt
// in a raid".
func (f *finder) causeOf(j int) int {
	e, found := &f.events[j], doc.None
	if !f.lost(j) && (!e.effect() || !f.causeless(j)) {
		return doc.None
	}
	for k, end := f.inSent(e.sent); k < end; k++ {
		o := &f.events[k]
		if o.effect() || !f.brings(k) || !real(o.Realis) || o.Negated || f.apartInTime(o.Token) {
			continue
		}
		if found != doc.None && f.events[found].Same != o.Same {
			return doc.None
		}
		found = k
	}
	return found
}

// lost reports an event of which no more is told than that people are missing.
func (f *finder) lost(j int) bool {
	root := &f.events[f.events[j].Same]
	return root.Type == "x-life" && slices.Contains(root.Modes, "missing")
}

// apartInTime reports an event that only dates others: "5,400 have died since the
// fighting began".
func (f *finder) apartInTime(i int) bool {
	for n := 0; n < 4 && i >= 0; n++ {
		for _, k := range f.tree.Kids(i) {
			switch f.tree.Lemma(k) {
			case "since", "before", "until", "despite", "when":
				if k < i && f.tree.Is(k, "mark", "case", "advmod") && (f.tree.Lemma(k) != "when" || f.timex[max(0, k-1)] != doc.None || f.timex[max(0, k-2)] != doc.None) {
					return true
				}
			}
		}
		i = f.tree.Token(i).Head
	}
	return false
}

// dwarfs reports whether q is so many times o that both can hardly count the dead
// of one event.
func (f *finder) dwarfs(q, o *doc.Quantity) bool {
	const many = 8
	return q.Figure.Metric == "killed" && o.Figure.Value > 0 && o.Figure.High != nil && q.Figure.Value > many*o.Figure.Value
}

// wreck reports a figure of what was destroyed or damaged.
func wreck(metric string) bool {
	return strings.HasSuffix(metric, "_destroyed") || strings.HasSuffix(metric, "_damaged") || strings.HasSuffix(metric, "_hit")
}
