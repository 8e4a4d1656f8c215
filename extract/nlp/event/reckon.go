package event

import (
	"strconv"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// A step is how far a time lies from the event that it counts from.
type step struct {
	least, most int  // how many units; equal unless the text is vague
	unit        byte // Y M W D, h for hours, m for minutes
	back        bool // before the event
	part        string
	more        bool // or more: "more than a year after"
	about       bool
}

// loosen takes in a TIMEX3 modifier.
func (s *step) loosen(mod string) {
	switch mod {
	case "MORE_THAN", "EQUAL_OR_MORE":
		s.more = true
	case "LESS_THAN", "EQUAL_OR_LESS":
		s.least = 0
	case "APPROX":
		s.about = true
	}
}

// few are the counts that a bare plural stands for: "days after the vote". The
// upper ends are generous, since they only bound.
var few = map[byte][2]int{'Y': {2, 10}, 'M': {2, 11}, 'W': {2, 8}, 'D': {2, 13}, 'h': {1, 23}, 'm': {1, 59}}

// stepOf reads a TIMEX3 duration such as P3D, PT2H or PXW.
func stepOf(value string) (step, bool) {
	rest, ok := strings.CutPrefix(value, "P")
	if !ok || len(rest) < 2 {
		return step{}, false
	}
	count, unit := rest[:len(rest)-1], rest[len(rest)-1]
	if clock, isClock := strings.CutPrefix(count, "T"); isClock {
		unit, ok = map[byte]byte{'H': 'h', 'M': 'm'}[unit]
		if !ok {
			return step{}, false
		}
		count = clock
	}
	spread, known := few[unit]
	if count == "X" && known {
		return step{least: spread[0], most: spread[1], unit: unit}, true
	}
	n, err := strconv.Atoi(count)
	return step{least: n, most: n, unit: unit}, err == nil && n >= 0 && n < 10000 && known
}

// reckon counts s from the interval that an event lies in. Both bounds of the
// event move, so that the result holds whenever in it the event took place.
// Counted days stay days; weeks, months and years are counted loosely, and the
// result is one tolerance wider. What has no bound to count from stays open.
func (s step) reckon(base graph.Interval) (graph.Interval, bool) {
	if !base.Known() {
		return graph.Interval{}, false
	}
	base, zone := civil(base)
	least, most := s.least, s.most
	if s.back {
		least, most = -s.most, -s.least
	}
	from, to := base.Earliest, base.Latest
	if !from.IsZero() {
		from = s.move(from, least)
	}
	if !to.IsZero() {
		to = s.move(to.Add(-time.Second), most).Add(time.Second) // the bound itself is outside
	}
	switch {
	case s.more && s.back:
		from = time.Time{}
	case s.more:
		to = time.Time{}
	}
	if from.IsZero() && to.IsZero() {
		return graph.Interval{}, false
	}
	out, err := graph.ParseEDTF(s.edtf(from, to, zone))
	if err != nil {
		return graph.Interval{}, false
	}
	return out, true
}

// move counts n units from t.
func (s step) move(t time.Time, n int) time.Time {
	switch s.unit {
	case 'h':
		return t.Add(time.Duration(n) * time.Hour)
	case 'm':
		return t.Add(time.Duration(n) * time.Minute)
	case 'W':
		return t.AddDate(0, 0, 7*n)
	case 'M':
		return months(t, n)
	case 'Y':
		return months(t, 12*n)
	}
	return t.AddDate(0, 0, n)
}

// months counts n months from t; from the 31st it comes to the last day of a
// shorter month rather than into the next.
func months(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}

// civil moves the bounds of a time with a zone to those that its clock shows, and
// returns the zone as EDTF writes it; days are counted by clocks, not in UTC.
func civil(i graph.Interval) (graph.Interval, string) {
	part, _, _ := strings.Cut(i.EDTF, "/")
	_, clock, _ := strings.Cut(strings.TrimRight(part, "?~%"), "T")
	at := strings.IndexAny(clock, "Z+-")
	if at < 0 || i.Earliest.IsZero() || i.Latest.IsZero() {
		return i, ""
	}
	zone, err := time.Parse("Z07:00", clock[at:])
	if err != nil {
		return i, ""
	}
	_, east := zone.Zone()
	i.Earliest = i.Earliest.Add(time.Duration(east) * time.Second)
	i.Latest = i.Latest.Add(time.Duration(east) * time.Second)
	return i, clock[at:]
}

// edtf writes what lies from from until before to, as finely as the unit allows;
// times of day in the zone.
func (s step) edtf(from, to time.Time, zone string) string {
	layout, last := "2006-01-02", to.Add(-time.Second)
	clocked := s.unit == 'h' || s.unit == 'm'
	suffix := ""
	switch {
	case clocked && !from.IsZero() && !to.IsZero() && to.Sub(from) <= time.Hour:
		layout, suffix = "2006-01-02T15:04", zone
	case s.unit == 'M' && s.least == s.most:
		layout = "2006-01"
	case s.unit == 'Y' && s.least == s.most:
		layout = "2006"
	}
	switch {
	case from.IsZero():
		return "../" + last.Format(layout)
	case to.IsZero():
		return from.Format(layout) + "/.."
	}
	first, end := from.Format(layout)+suffix, last.Format(layout)+suffix
	switch {
	case first != end:
		return first + "/" + end
	case s.part != "":
		return dayPart(from, s.part, zone)
	case s.unit == 'W' || s.about:
		return first + "~"
	}
	return first
}

// parts of the day that count as one before or after an event's day, with the
// hours that they run from and to, as package timex has them.
var parts = map[string]struct {
	from, to int // hours; to is the last, over 23 on the next day
	name     string
}{"morning": {4, 11, "MO"}, "afternoon": {12, 17, "AF"}, "evening": {18, 23, "EV"}, "night": {18, 29, "NI"}}

func dayPart(day time.Time, part, zone string) string {
	hours := parts[part]
	day = time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
	at := func(h int) string { return day.Add(time.Duration(h)*time.Hour).Format("2006-01-02T15") + zone }
	return at(hours.from) + "/" + at(hours.to)
}
