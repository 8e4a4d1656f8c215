package event

import (
	"strconv"
	"strings"
	"time"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// anchored resolves times that count from an event of the article: "three days
// before the massacre", "a year after the election", "the day after the vote".
// The result is as fine as the unit that is counted in. This stage may fill
// what the timex stage had to leave open, since only it knows the event.
func (f *finder) anchored() {
	for x := range f.d.Timexes {
		t := &f.d.Timexes[x]
		if t.Timex != "DURATION" && t.EDTF != "" {
			continue
		}
		sign, e := f.anchorEvent(x)
		if e == doc.None {
			continue
		}
		t.Event = e
		f.resolve(x, sign)
	}
	for i := range f.events {
		e := &f.events[i]
		if e.Time == doc.None {
			f.anchoredTime(i)
		}
	}
}

// anchorEvent is the event that "before" or "after" behind timex x names.
func (f *finder) anchorEvent(x int) (sign, event int) {
	t := f.d.Timexes[x]
	const farthest = 7 // tokens
	for _, at := range []int{t.Last - 1, t.Last} {
		if at < 0 || at >= len(f.d.Tokens) {
			continue
		}
		switch f.tree.Lemma(at) {
		case "before":
			sign = -1
		case "after", "following":
			sign = 1
		default:
			continue
		}
		for k := at + 1; k < len(f.d.Tokens) && k <= at+farthest && f.tree.Token(k).Sent == f.tree.Token(at).Sent; k++ {
			if j := f.at[k]; j != doc.None {
				return sign, j
			}
		}
	}
	return 0, doc.None
}

// resolve counts the duration of timex x from its event's date.
func (f *finder) resolve(x, sign int) {
	t := &f.d.Timexes[x]
	root := &f.events[f.events[t.Event].Same]
	from := f.clusterTime(t.Event)
	n, unit, ok := duration(t.Value, lower(t.Of(f.d.Text)))
	if from == doc.None || from == x || !ok {
		return
	}
	base := f.d.Timexes[from].Interval
	if base.Earliest.IsZero() {
		return
	}
	at := shift(base.Earliest, sign*n, unit)
	precision, layout := graph.PrecisionDay, "2006-01-02"
	switch unit {
	case 'M':
		precision, layout = graph.PrecisionMonth, "2006-01"
	case 'Y':
		precision, layout = graph.PrecisionYear, "2006"
	}
	edtf := at.Format(layout)
	start, _ := time.Parse(layout, edtf)
	t.EDTF, t.Earliest, t.Latest, t.Precision = edtf, start, shift(start, 1, unitOf(precision)), precision
	t.Confidence, t.Rule = graph.Resolved, "event/anchored"
	t.Anchor = &graph.Anchor{Kind: "event", Value: base.EDTF, ID: lower(root.Trigger.Of(f.d.Text))}
}

func unitOf(p graph.Precision) byte {
	switch p {
	case graph.PrecisionMonth:
		return 'M'
	case graph.PrecisionYear:
		return 'Y'
	}
	return 'D'
}

// duration reads a TIMEX3 duration such as P3D; "the day" counts as one.
func duration(value, text string) (n int, unit byte, ok bool) {
	if rest, found := strings.CutPrefix(value, "P"); found && len(rest) > 1 {
		n, err := strconv.Atoi(rest[:len(rest)-1])
		unit = rest[len(rest)-1]
		return n, unit, err == nil && strings.IndexByte("DWMY", unit) >= 0
	}
	for _, one := range []struct {
		words string
		unit  byte
	}{{"the day", 'D'}, {"a day", 'D'}, {"the week", 'W'}, {"a week", 'W'}, {"the month", 'M'}, {"a month", 'M'}, {"the year", 'Y'}, {"a year", 'Y'}} {
		if strings.HasPrefix(text, one.words) {
			return 1, one.unit, true
		}
	}
	return 0, 0, false
}

func shift(t time.Time, n int, unit byte) time.Time {
	switch unit {
	case 'W':
		return t.AddDate(0, 0, 7*n)
	case 'M':
		return t.AddDate(0, n, 0)
	case 'Y':
		return t.AddDate(n, 0, 0)
	}
	return t.AddDate(0, 0, n)
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

// anchoredTime gives event i the resolved time that hangs on it.
func (f *finder) anchoredTime(i int) {
	e := &f.events[i]
	for x, t := range f.d.Timexes {
		if t.Event == doc.None || t.EDTF == "" || f.tree.Token(t.First).Sent != e.sent {
			continue
		}
		if t.Event != i && f.tree.Clause(t.First) == f.tree.Clause(e.Token) {
			e.Time = x
			return
		}
	}
}
