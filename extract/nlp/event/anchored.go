package event

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A reckoning is a time that counts from an event of the article: "three days
// before the massacre", "the night after the vote". It dates its host, and where
// the host has a date and the event has none, it dates the event: "the arrest
// came a day after the shooting".
type reckoning struct {
	timex int // index into Timexes
	step  step
	from  int // trigger of the event that it counts from
	host  int // trigger of what it dates, doc.None where that is no event
	done  bool
}

// reckonings finds the times that count from events, and what they date.
func (f *finder) reckonings() {
	f.dayNouns()
	for x := range f.d.Timexes {
		t := &f.d.Timexes[x]
		if t.Timex != "DURATION" && t.EDTF != "" {
			continue
		}
		r, ok := f.phrase(x)
		if !ok {
			continue
		}
		t.Event = f.at[r.from]
		const longest = 80 // bytes
		if end := f.events[t.Event].Trigger.End; t.Start < end && end < t.Start+longest {
			t.Text = strings.Join(strings.Fields(f.d.Text[t.Start:end]), " ")
		}
		r.host = f.hostOf(r)
		if e := &f.events[t.Event]; e.Time != doc.None && (!f.tree.Under(f.d.Timexes[e.Time].First, r.from) || f.comma(r.from, f.d.Timexes[e.Time].First)) {
			e.at(doc.None, "") // what dates the host does not date this
		}
		f.reckoned = append(f.reckoned, r)
	}
}

// comma reports whether one stands between two words: what follows one is no part
// of a phrase in front of the clause, whatever the tree says.
func (f *finder) comma(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.Tokens[i].Text == "," {
			return true
		}
	}
	return false
}

// dayNouns adds the times that name a part of a day or a day next to an event's,
// which are no durations: "the night before the attack", "the eve of the vote".
func (f *finder) dayNouns() {
	for i := 0; i+1 < len(f.d.Tokens); i++ {
		word := f.tree.Lemma(i)
		_, part := parts[word]
		eve := word == "eve" && f.tree.Lemma(i+1) == "of"
		if f.timex[i] != doc.None || !eve && !(part && counting[f.word(i+1)] != 0) || f.tree.Token(i).XPOS == "NNS" {
			continue
		}
		first := i
		if d := f.tree.Child(i, "det"); d == i-1 {
			first = d
		}
		f.timex[i] = len(f.d.Timexes)
		x := doc.Timex{Interval: graph.Interval{Timex: "DURATION", Value: "P1D", Rule: "dur/day-noun"}, Span: f.tree.Span(first, i+1), First: first, Last: i + 1, Event: doc.None}
		x.Text = x.Of(f.d.Text)
		f.d.Timexes = append(f.d.Timexes, x)
	}
}

// counting are the words between a length of time and the event it counts from,
// with the way that they count.
var counting = map[string]int{"before": -1, "preceding": -1, "prior": -1, "of": -1, "after": 1, "following": 1, "into": 1}

// phrase reads timex x and what stands behind it.
func (f *finder) phrase(x int) (reckoning, bool) {
	t := f.d.Timexes[x]
	if t.Timex != "DURATION" {
		return f.later(x)
	}
	at := t.Last
	if w := f.word(t.Last - 1); counting[w] != 0 && w != "of" {
		at-- // the timex took the word with it
	}
	if at >= len(f.d.Tokens) || f.tree.Token(at).Sent != f.tree.Token(t.First).Sent {
		return reckoning{}, false
	}
	word := f.word(at)
	s, ok := stepOf(t.Value)
	if !ok {
		s, ok = one(lower(t.Of(f.d.Text)))
	}
	noun := f.tree.Lemma(t.Last - 1)
	_, isPart := parts[noun]
	if way := counting[word]; !ok || way == 0 || word == "of" && noun != "eve" {
		return reckoning{}, false
	} else if s.back = way < 0; isPart && t.Rule == "dur/day-noun" {
		s.part = noun
	}
	s.loosen(t.Mod)
	from := f.eventAfter(at)
	return reckoning{timex: x, step: s, from: from, host: doc.None}, from != doc.None
}

// later reads "a week later", which counts from what was told of last, where the
// text gives no date to count from.
func (f *finder) later(x int) (reckoning, bool) {
	t := f.d.Timexes[x]
	way := map[string]int{"later": 1, "earlier": -1}[f.word(t.Last-1)]
	s, ok := one(lower(t.Of(f.d.Text)))
	before, _ := f.inSent(f.tree.Token(t.First).Sent)
	if way == 0 || !ok || before == 0 {
		return reckoning{}, false
	}
	s.back = way < 0
	return reckoning{timex: x, step: s, from: f.events[before-1].Token, host: doc.None}, true
}

func (f *finder) word(i int) string { return lower(f.tree.Token(i).Text) }

// one reads "the day" and "a week", which may have no value.
func one(text string) (step, bool) {
	article, unit, ok := strings.Cut(text, " ")
	if !ok || article != "the" && article != "a" {
		return step{}, false
	}
	for name, u := range map[string]byte{"day": 'D', "week": 'W', "month": 'M', "year": 'Y'} {
		if strings.HasPrefix(unit, name) {
			return step{least: 1, most: 1, unit: u}, true
		}
	}
	return step{}, false
}

// eventAfter is the trigger of the event that the word at, such as "before",
// leads in: what the tree hangs the word on, else the next one before a mark.
func (f *finder) eventAfter(at int) int {
	const farthest = 9 // tokens
	if h := f.tree.Token(at).Head; h > at && f.at[h] != doc.None && f.tree.Is(at, "case", "mark") {
		return h
	}
	for k := at + 1; k < len(f.d.Tokens) && k <= at+farthest && f.tree.Token(k).Sent == f.tree.Token(at).Sent; k++ {
		if f.at[k] != doc.None {
			return k
		}
		if text := f.tree.Token(k).Text; f.tree.Token(k).UPOS == "PUNCT" && text != "-" && text != "“" && text != `"` {
			return doc.None
		}
	}
	return doc.None
}

// coming are verbs that say nothing but when their subject was.
var coming = words("come happen occur follow take be arrive fall unfold erupt begin start")

// hostOf is the trigger of the event that r dates: the event above it in the
// tree, the subject of a verb such as "came", else another of its sentence,
// those of the same clause first.
func (f *finder) hostOf(r reckoning) int {
	t := f.d.Timexes[r.timex]
	host := doc.None
	said := false
	f.tree.Climb(t.Last-1, func(a, _ int) bool {
		if said = f.says(a); said {
			return false
		}
		if f.timex[a] == r.timex || f.tree.Under(a, r.from) {
			return true
		}
		if f.at[a] != doc.None {
			host = a
		} else if coming[f.tree.Lemma(a)] {
			if s := f.tree.Subject(a); s != doc.None && f.at[s] != doc.None {
				host = s
			}
		}
		return host == doc.None
	})
	if host != doc.None {
		return host
	}
	same := doc.None
	for j, end := f.inSent(f.tree.Token(t.First).Sent); j < end; j++ {
		k := f.events[j].Token
		if k == r.from || f.tree.Under(k, r.from) {
			continue
		}
		if host == doc.None {
			host = k
		}
		if same == doc.None && f.tree.Clause(k) == f.tree.Clause(t.First) {
			same = k
		}
	}
	if same != doc.None || said {
		return same
	}
	return host
}

// ordered reports whether the text counts the time from the event first told at
// one of i and j to that at the other, so that they are two.
func (f *finder) ordered(i, j int) bool {
	for _, r := range f.reckoned {
		if r.host == doc.None {
			continue
		}
		a, b := f.events[f.at[r.from]].Same, f.events[f.at[r.host]].Same
		if a == i && b == j || a == j && b == i {
			return true
		}
	}
	return false
}

// anchored dates what counts from events, one after the other for as long as
// another event gets a date: chains resolve, circles and events without a date
// leave it open.
func (f *finder) anchored() {
	for again := true; again; {
		again = false
		for k := range f.reckoned {
			if r := &f.reckoned[k]; !r.done && f.at[r.from] != doc.None {
				r.done = f.settleReckoning(r)
				again = again || r.done
			}
		}
	}
	f.sinceThen()
}

// sinceThen dates what came "later" than something of a month or a year that the
// sentence before gives: at some time from then to the day of the article.
func (f *finder) sinceThen() {
	now := f.today()
	if now == nil || !now.Known() {
		return
	}
	for i := range f.events {
		e := &f.events[i]
		if first, _ := f.inSent(e.sent); first == 0 || f.clusterTime(i) != doc.None || !real(e.Realis) || !e.verb || !f.comesLater(e) {
			continue
		} else if base := f.clusterTime(first - 1); base != doc.None && f.events[first-1].sent == e.sent-1 && !f.dayLong(base) {
			if t, ok := f.upTo(base, *now, f.d.Sentences[e.sent].First); ok {
				f.d.Timexes = append(f.d.Timexes, t)
				e.at(len(f.d.Timexes)-1, "event/time-anchor")
			}
		}
	}
}

// upTo is the time from the beginning of timex base to a day, told by the word at token i.
func (f *finder) upTo(base int, day graph.Interval, i int) (doc.Timex, bool) {
	from := f.d.Timexes[base]
	start, _, _ := strings.Cut(from.EDTF, "/")
	x, err := graph.ParseEDTF(start + "/" + day.EDTF)
	if err != nil {
		return doc.Timex{}, false
	}
	x.Timex, x.Value, x.Rule, x.Confidence = "DATE", x.EDTF, "event/later", graph.Resolved
	x.Anchor = &graph.Anchor{Kind: "explicit", Value: from.EDTF}
	t := doc.Timex{Interval: x, Span: f.tree.Span(i, i+1), First: i, Last: i + 1, Event: doc.None}
	t.Text = t.Of(f.d.Text)
	return t, true
}

// settleReckoning dates host or event of r by the other.
func (f *finder) settleReckoning(r *reckoning) bool {
	host := doc.None
	if r.host != doc.None {
		host = f.at[r.host]
	}
	if base := f.clusterTime(f.at[r.from]); base != doc.None {
		t := &f.d.Timexes[r.timex]
		if !f.count(t, r.step, base, f.at[r.from], "event/anchored") {
			return false
		}
		if host != doc.None && (f.events[host].Time == doc.None || f.betterTime(r.timex, f.events[host].Time)) {
			f.events[host].at(r.timex, "event/time-anchor")
		}
		return true
	}
	t := f.d.Timexes[r.timex]
	back := r.step
	back.back, back.part = !back.back, ""
	switch {
	case host != doc.None && f.clusterTime(host) != doc.None:
		if !f.count(&t, back, f.clusterTime(host), host, "event/anchored-back") {
			return false
		}
	case !r.step.back && f.toldNow(t.First) && !f.dayGiven(r):
		at, ok := back.reckon(*f.today())
		if !ok {
			return false
		}
		at.Text, at.Timex, at.Value, at.Mod = t.Text, t.Timex, t.Value, t.Mod
		at.Confidence, at.Rule = graph.Inferred, "event/anchored-today"
		at.Anchor = &graph.Anchor{Kind: "publication", Value: f.today().EDTF}
		t.Interval, t.Event = at, doc.None
	default:
		return false
	}
	f.d.Timexes = append(f.d.Timexes, t)
	f.events[f.at[r.from]].at(len(f.d.Timexes)-1, "event/time-anchor")
	return true
}

// dayGiven reports whether another time gives the days from the event of r, which gives
// only weeks or more.
func (f *finder) dayGiven(r *reckoning) bool {
	same := f.events[f.at[r.from]].Same
	return r.step.unit != 'D' && slices.ContainsFunc(f.reckoned, func(o reckoning) bool {
		return o.step.unit == 'D' && !o.done && f.at[o.from] != doc.None && f.events[f.at[o.from]].Same == same && f.toldNow(f.d.Timexes[o.timex].First)
	})
}

// toldNow reports whether a time in front of the sentence, at token i, stands with a
// verb of the present, and so counts up to the day of the article: "Eight days after
// the quake, the toll stands at 938".
func (f *finder) toldNow(i int) bool {
	if now := f.today(); now == nil || !now.Known() {
		return false
	}
	const opening = 4 // tokens
	sent := f.d.Sentences[f.tree.Token(i).Sent]
	if i > sent.First+opening {
		return false
	}
	main := doc.None
	f.tree.Climb(i, func(a, _ int) bool {
		main = a
		return true
	})
	return main != doc.None && f.tenseOf(main) == present
}

// count fills t with what lies s from the time base of event i.
func (f *finder) count(t *doc.Timex, s step, base, i int, rule string) bool {
	from := f.d.Timexes[base].Interval
	at, ok := s.reckon(from)
	if !ok {
		return false
	}
	at.Text, at.Timex, at.Value, at.Mod = t.Text, t.Timex, t.Value, t.Mod
	at.Confidence, at.Rule = graph.Resolved, rule
	at.Anchor = &graph.Anchor{Kind: "event", Value: from.EDTF}
	t.Interval, t.Event = at, i
	return true
}

// clusterTime is the best date that any mention of the event of i has.
func (f *finder) clusterTime(i int) int {
	best := doc.None
	for _, k := range f.cluster[f.events[i].Same] {
		if f.betterTime(f.events[k].Time, best) {
			best = f.events[k].Time
		}
	}
	return best
}

// awaits reports whether event i is to be dated by another that has no date.
func (f *finder) awaits(i int) bool {
	for _, r := range f.reckoned {
		if !r.done && (r.host == f.events[i].Token || r.from == f.events[i].Token) {
			return true
		}
	}
	return false
}
