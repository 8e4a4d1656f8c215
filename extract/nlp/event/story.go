package event

import (
	"strings"
	"time"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// storyGap is over how many sentences, and paragraphs, a day is carried that
// nothing speaks of.
const storyGap = 3

// story carries the day that the text tells of on to what it tells next: events
// in the simple past in sentences without a date of their own. Another date ends
// it, and a word for what happened on the main day of the article, "the attack",
// brings that day back.
func (f *finder) story() {
	f.tellings(func(e *candidate, day int) {
		if x := f.onDay(e.Time, day); x != e.Time {
			e.at(x, "event/time-story")
		}
	})
}

// tellings calls carry with each event that takes the day which is told of.
func (f *finder) tellings(carry func(e *candidate, day int)) {
	main := f.mainDay()
	day, sent, block := doc.None, doc.None, doc.None
	for s := range f.d.Sentences {
		if !f.prose(s) || f.headline(s) {
			continue
		}
		b := f.d.Sentences[s].Block
		if told := f.dayOf(s); told != doc.None {
			day, sent, block = told, s, b
		} else if f.hasDate(s) {
			if f.tells(s) {
				day = doc.None
			}
			continue
		} else if main.isNamedIn(f, s) {
			day, sent, block = main.timex, s, b
		}
		if day == doc.None || s-sent > storyGap || b-block > storyGap || f.hasDate(s) {
			continue
		}
		for i, end := f.inSent(s); i < end; i++ {
			if f.continues(i) {
				carry(&f.events[i], day)
				sent, block = s, b
			}
		}
	}
}

// dayOf is the day that sentence s tells of, doc.None for none. What is told as
// done before something else, "had been laid off on Monday", does not count.
func (f *finder) dayOf(s int) int {
	for i, end := f.inSent(s); i < end; i++ {
		e := &f.events[i]
		if !real(e.Realis) || e.verb && f.pastPerfect(e.Token) {
			continue
		}
		for _, x := range []int{f.clusterTime(i), e.Time} {
			if x != doc.None && f.dayLong(x) && !f.onlyClock(x) && !f.toCome(x) && !f.lookedBack(x) {
				return x
			}
		}
	}
	return doc.None
}

// lookedBack reports whether x lies before an event that it counts from: "two
// days before the storm", from where the story does not go on.
func (f *finder) lookedBack(x int) bool {
	t := f.d.Timexes[x]
	if t.Event == doc.None || t.Anchor == nil || t.Rule != "event/anchored" {
		return false
	}
	from, err := graph.ParseEDTF(t.Anchor.Value)
	return err == nil && t.Before(from) == graph.Certain
}

// toCome reports whether x lies after the day of the article.
func (f *finder) toCome(x int) bool {
	c := f.today()
	return c != nil && c.Known() && c.Before(f.d.Timexes[x].Interval) == graph.Certain
}

// tells reports whether an event of sentence s happened.
func (f *finder) tells(s int) bool {
	for i, end := f.inSent(s); i < end; i++ {
		if real(f.events[i].Realis) {
			return true
		}
	}
	return false
}

// continues reports whether event i takes the day that is being told of.
func (f *finder) continues(i int) bool {
	e := &f.events[i]
	if x := f.clusterTime(i); x != doc.None && !(x == e.Time && f.onlyClock(x)) {
		return false
	}
	if first := &f.events[e.Same]; first.sent < e.sent && !(first.verb && f.tenseOf(first.Token) == presentPerfect) {
		return false // told of before, when it had no date, and not only as news
	}
	return real(e.Realis) && !e.Generic && f.simplePast(e) && !f.awaits(i) && !f.setApart(e.Token)
}

// A mainDay is the day that most mentions of events in an article are of, and
// the nouns for those events.
type mainDay struct {
	timex int // doc.None for none
	nouns map[string]bool
}

func (f *finder) mainDay() mainDay {
	main := mainDay{timex: doc.None, nouns: map[string]bool{}}
	count, first := map[string]int{}, map[string]int{}
	of := func(i int) string {
		x := f.clusterTime(i)
		if x == doc.None || !f.dayLong(x) || !real(f.events[i].Realis) {
			return ""
		}
		at, _ := civil(f.d.Timexes[x].Interval)
		day := at.Earliest.Format(time.DateOnly)
		if count[day] == 0 {
			first[day] = x
		}
		return day
	}
	best := ""
	for i := range f.events {
		if day := of(i); day != "" {
			if count[day]++; best == "" || count[day] > count[best] {
				best, main.timex = day, first[day]
			}
		}
	}
	for i := range f.events {
		if day := of(i); day != "" && day == best && !f.events[i].verb {
			main.nouns[f.tree.Lemma(f.events[i].Token)] = true
		}
	}
	return main
}

// isNamedIn reports whether sentence s speaks of an event of the main day as of
// one that is known: "the attack".
func (m mainDay) isNamedIn(f *finder, s int) bool {
	sent := f.d.Sentences[s]
	for i := sent.First; i < sent.Last && m.timex != doc.None; i++ {
		if f.tree.Token(i).UPOS != "NOUN" || !m.nouns[f.tree.Lemma(i)] {
			continue
		}
		if d := f.tree.Child(i, "det"); d != doc.None && f.tree.Lemma(d) == "the" {
			return true
		}
	}
	return false
}

// hasDate reports whether sentence s has a date of its own, read or not, that is
// more than a time of the day or "now", which only says when it is told.
func (f *finder) hasDate(s int) bool {
	sent := f.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		x := f.timex[i]
		if x == doc.None && f.noSuchDay(i) {
			return true
		}
		if x == doc.None || f.onlyClock(x) || f.d.Timexes[x].Value == "PRESENT_REF" {
			continue
		}
		if t := f.d.Timexes[x]; f.dates(x) || t.EDTF == "" && t.Timex == "DATE" {
			return true
		}
	}
	return false
}

// noSuchDay reports whether token i is the month of a day that no calendar has,
// which was left as text: "31 February".
func (f *finder) noSuchDay(i int) bool {
	if _, err := time.Parse("January", f.d.Tokens[i].Text); err != nil {
		return false
	}
	beside := func(k int) bool {
		if k < 0 || k >= len(f.d.Tokens) || f.d.Tokens[k].Sent != f.d.Tokens[i].Sent {
			return false
		}
		text := f.d.Tokens[k].Text
		return text != "" && text[0] >= '0' && text[0] <= '9'
	}
	return beside(i-1) || beside(i+1)
}

// onlyClock reports whether x says a time of the day and lets the day be known.
// "9 a.m. on Sunday" does not: a sign at the end of its rule says that it was
// put together of two expressions.
func (f *finder) onlyClock(x int) bool {
	t := f.d.Timexes[x]
	return strings.HasPrefix(t.Rule, "clock/") && !strings.HasSuffix(t.Rule, "+") && t.Anchor != nil
}

// wholeDay is the day, or the night's two days, of time x: what comes next need not
// be of the same hour.
func (f *finder) wholeDay(x int) int {
	t := f.d.Timexes[x]
	if finer(t.Precision) <= finer(graph.PrecisionDay) {
		return x
	}
	if known := f.wholeDays[x]; known > 0 {
		return known
	}
	first, last := t.Earliest.Format(time.DateOnly), t.Latest.Add(-time.Second).Format(time.DateOnly)
	if len(t.EDTF) >= len(first) && !strings.Contains(t.EDTF, "/") {
		first, last = t.EDTF[:len(first)], t.EDTF[:len(first)] // as written, not as in Greenwich
	}
	edtf := first
	if last != first {
		edtf += "/" + last
	}
	read, err := graph.ParseEDTF(edtf)
	if err != nil {
		return x
	}
	t.Timex, t.Value = "DATE", first
	t.EDTF, t.Earliest, t.Latest, t.Precision = read.EDTF, read.Earliest, read.Latest, read.Precision
	f.d.Timexes = append(f.d.Timexes, t)
	f.wholeDays[x] = len(f.d.Timexes) - 1
	return f.wholeDays[x]
}

// onDay is the time of the day x on the day that is being told of; the day
// where x is none.
func (f *finder) onDay(x, day int) int {
	if x == doc.None {
		return f.wholeDay(day)
	}
	t := f.d.Timexes[x]
	of, _ := civil(f.d.Timexes[day].Interval)
	date := of.Earliest.Format(time.DateOnly)
	if len(t.EDTF) <= len(date) || strings.Contains(t.EDTF, "/") || t.EDTF[:len(date)] == date {
		return x
	}
	read, err := graph.ParseEDTF(date + t.EDTF[len(date):])
	if err != nil {
		return x
	}
	t.Value = strings.Replace(t.Value, t.EDTF[:len(date)], date, 1)
	t.EDTF, t.Earliest, t.Latest = read.EDTF, read.Earliest, read.Latest
	t.Anchor = &graph.Anchor{Kind: "explicit", Value: of.EDTF}
	f.d.Timexes = append(f.d.Timexes, t)
	return len(f.d.Timexes) - 1
}
