package resolve

import (
	"fmt"
	"time"

	"github.com/claimline/claimline/graph"
)

// timeFeatures compare when two events happened, as two articles date them.
// Dates that cannot be one keep events apart, but for a day: two articles may
// count the night to either, or go by two clocks.
func timeFeatures(a, b *happening) []Feature {
	x, y := a.event.Time, b.event.Time
	if !x.Known() || !y.Known() {
		return undatedFeatures(a, b)
	}
	gap := between(*x, *y)
	switch {
	case gap > 36*time.Hour:
		return []Feature{{Name: "time", Weight: -1, Why: fmt.Sprintf("%s and %s cannot be one", x.EDTF, y.EDTF), Never: true}}
	case gap >= 0 && (length(*x) > 2*day || length(*y) > 2*day):
		return []Feature{{Name: "time", Weight: -0.5, Why: fmt.Sprintf("%s and %s exclude each other", x.EDTF, y.EDTF)}}
	case gap >= 0:
		return []Feature{{Name: "time", Weight: -0.3, Why: fmt.Sprintf("%s and %s lie a day apart", x.EDTF, y.EDTF)}}
	case length(*x) <= 2*day && length(*y) <= 2*day:
		return []Feature{{Name: "time", Weight: 0.35, Why: fmt.Sprintf("%s and %s", x.EDTF, y.EDTF)}}
	case bounded(*x) && bounded(*y) && length(*x) <= 40*day && length(*y) <= 40*day:
		return []Feature{{Name: "time", Weight: 0.2, Why: fmt.Sprintf("%s and %s overlap", x.EDTF, y.EDTF)}}
	}
	return []Feature{{Name: "time", Weight: 0.05, Why: fmt.Sprintf("%s and %s may overlap", x.EDTF, y.EDTF)}}
}

// undatedFeatures compare two events of which one is undated at least: then
// what an article says as news happened not long before it appeared.
func undatedFeatures(a, b *happening) []Feature {
	if a.event.Time.Known() {
		a, b = b, a
	}
	when := b.event.Time
	if !when.Known() {
		gap, ok := a.reading.apart(b.reading)
		switch {
		case ok && gap > 30*day:
			return []Feature{{Name: "time", Weight: -0.4, Why: fmt.Sprintf("told %d days apart", gap/day)}}
		case ok && gap <= 2*day:
			return []Feature{{Name: "time", Weight: 0.05, Why: "told in the same days"}}
		}
		return nil
	}
	if !a.reading.at.Known() || a.event.Realis != graph.Occurred && a.event.Realis != graph.Ongoing {
		return nil
	}
	switch {
	case when.Before(*a.reading.at) == graph.Impossible && a.reading.at.Before(*when) == graph.Certain:
		return []Feature{{Name: "time", Weight: -1, Why: fmt.Sprintf("told before %s", when.EDTF), Never: true}}
	case between(*when, *a.reading.at) > 60*day:
		return []Feature{{Name: "time", Weight: -0.3, Why: fmt.Sprintf("told long after %s", when.EDTF)}}
	case bounded(*when) && length(*when) <= 2*day && a.reading.at.Earliest.Sub(when.Latest) <= 2*day:
		return []Feature{{Name: "time", Weight: 0.1, Why: fmt.Sprintf("told within days of %s", when.EDTF)}}
	}
	return nil
}

// between is the time from the end of the earlier to the beginning of the
// later, negative where they overlap.
func between(a, b graph.Interval) time.Duration {
	if a.Before(b) == graph.Certain {
		return b.Earliest.Sub(a.Latest)
	}
	if b.Before(a) == graph.Certain {
		return a.Earliest.Sub(b.Latest)
	}
	return -1
}

func bounded(i graph.Interval) bool { return !i.Earliest.IsZero() && !i.Latest.IsZero() }

// length is how long a bounded interval is, a century for any other.
func length(i graph.Interval) time.Duration {
	if !bounded(i) {
		return 36500 * day
	}
	return i.Latest.Sub(i.Earliest)
}
