package event

import (
	"strings"
	"time"
	_ "time/tzdata" // where the machine has no zones of its own

	"github.com/claimline/claimline/graph"
)

// The farthest that clocks are ahead of and behind those of UTC.
const (
	farthestEast = 14 * time.Hour
	farthestWest = 12 * time.Hour
)

// floating reports whether a date has a time of day and no zone.
func floating(edtf string) bool {
	timed := false
	for part := range strings.SplitSeq(edtf, "/") {
		_, clock, ok := strings.Cut(part, "T")
		if ok && strings.ContainsAny(clock, "Z+-") {
			return false
		}
		timed = timed || ok
	}
	return timed && !strings.HasPrefix(edtf, "[") && !strings.HasPrefix(edtf, "{")
}

// inZones reads a time of day by the clocks of zones, by any clock where there
// are none. Where they agree its EDTF says how far they are from UTC.
func inZones(i graph.Interval, zones []string) graph.Interval {
	from, to, ranged := strings.Cut(i.EDTF, "/")
	if !ranged {
		to = from
	}
	first, last := span(i.Earliest, zones), span(i.Latest, zones)
	if len(zones) > 0 {
		from, to = withOffset(from, first), withOffset(to, last)
	}
	if timed(from) && !i.Earliest.IsZero() {
		i.Earliest = first.from
	}
	if timed(to) && !i.Latest.IsZero() {
		i.Latest = last.to
	}
	if !ranged {
		i.EDTF = from
	} else {
		i.EDTF = from + "/" + to
	}
	return i
}

func timed(part string) bool { return strings.Contains(part, "T") }

// A reach is the instants from the first to the last at which clocks may show a
// time, and the offset where there is but one.
type reach struct {
	from, to time.Time
	offset   string
}

// span is when the clocks of zones show t.
func span(t time.Time, zones []string) reach {
	out := reach{from: t.Add(-farthestEast), to: t.Add(farthestWest)}
	known := false
	for _, name := range zones {
		loc, err := time.LoadLocation(name)
		if err != nil {
			continue // a zone that this machine's tables lack is no zone known
		}
		at := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, loc)
		for _, u := range []time.Time{at.Add(-time.Hour), at, at.Add(time.Hour)} {
			if u.Format(time.DateTime) != at.Format(time.DateTime) {
				continue // not one of the two hours that a clock set back shows
			}
			offset := u.Format("Z07:00")
			if _, east := u.Zone(); east%60 != 0 {
				offset = "" // the sun's time of the place, before there were zones
			}
			if !known {
				out, known = reach{u.UTC(), u.UTC(), offset}, true
				continue
			}
			if u.Before(out.from) {
				out.from = u.UTC()
			}
			if u.After(out.to) {
				out.to = u.UTC()
			}
			if offset != out.offset {
				out.offset = ""
			}
		}
	}
	return out
}

// withOffset writes the offset of r into an end of a date that has a time.
func withOffset(part string, r reach) string {
	if !timed(part) || r.offset == "" {
		return part
	}
	body := strings.TrimRight(part, "?~%")
	return body + r.offset + part[len(body):]
}
