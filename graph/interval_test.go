package graph

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// hour is the n-th hour of a made-up calendar.
func hour(n int) time.Time {
	return time.Date(2024, 1, 1, n, 0, 0, 0, time.UTC)
}

// bounded draws an interval with bounds on even hours; each end may be open.
func bounded(t *rapid.T, name string) Interval {
	from := 2 * rapid.IntRange(1, 6).Draw(t, name+" from")
	to := from + 2*rapid.IntRange(1, 5).Draw(t, name+" length")
	i := Interval{Earliest: hour(from), Latest: hour(to), Precision: PrecisionDay}
	switch rapid.IntRange(0, 5).Draw(t, name+" open") {
	case 0:
		i.Earliest = time.Time{}
	case 1:
		i.Latest = time.Time{}
	}
	return i
}

// extents are the ways in which something that lies within i can have happened,
// to the hour; an open end reaches beyond all drawn bounds.
func extents(i Interval) [][2]time.Time {
	from, to := hour(-2), hour(30)
	if !i.Earliest.IsZero() {
		from = i.Earliest
	}
	if !i.Latest.IsZero() {
		to = i.Latest
	}
	var out [][2]time.Time
	for s := from; s.Before(to); s = s.Add(time.Hour) {
		for e := s.Add(time.Hour); !e.After(to); e = e.Add(time.Hour) {
			out = append(out, [2]time.Time{s, e})
		}
	}
	return out
}

// TestBeforeIsWhatAllWaysSay compares the answer from the bounds with all ways in
// which two events within them can have happened.
func TestBeforeIsWhatAllWaysSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, j := bounded(t, "i"), bounded(t, "j")
		all, some := true, false
		for _, a := range extents(i) {
			for _, b := range extents(j) {
				before := !a[1].After(b[0])
				all, some = all && before, some || before
			}
		}
		want := Possible
		switch {
		case all:
			want = Certain
		case !some:
			want = Impossible
		}
		if got := i.Before(j); got != want {
			t.Fatalf("[%v, %v) before [%v, %v): %s, want %s", i.Earliest, i.Latest, j.Earliest, j.Latest, got, want)
		}
	})
}

// TestComparisonsAgree holds for any three intervals: what is certainly before is
// impossibly after and meets nowhere, before carries over, and meeting is mutual.
func TestComparisonsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, j, k := bounded(t, "i"), bounded(t, "j"), bounded(t, "k")
		if i.Before(j) == Certain && (j.Before(i) != Impossible || i.Meets(j) != Impossible) {
			t.Fatalf("%v is before %v and not", i, j)
		}
		if i.Before(j) == Certain && j.Before(k) == Certain && i.Before(k) != Certain {
			t.Fatalf("%v is before %v before %v, but not before it", i, j, k)
		}
		if i.Meets(j) != j.Meets(i) {
			t.Fatalf("%v meets %v: %s, the other way round %s", i, j, i.Meets(j), j.Meets(i))
		}
		if i.Meets(j) == Certain && (i.Before(j) != Possible || j.Before(i) != Possible) {
			t.Fatalf("%v meets %v and is apart from it", i, j)
		}
	})
}
