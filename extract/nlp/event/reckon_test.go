package event

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/claimline/claimline/graph"
)

// bases draws the date of an event as texts give it, from a minute to a decade.
func bases(t *rapid.T) graph.Interval {
	at := time.Date(rapid.IntRange(1900, 2050).Draw(t, "year"), 1, rapid.IntRange(1, 366).Draw(t, "day"), rapid.IntRange(0, 23).Draw(t, "hour"), 0, 0, 0, time.UTC)
	layout := rapid.SampledFrom([]string{"2006-01-02", "2006-01", "2006", "2006-01-02T15", "2006-01-02T15:04", "2006-01-02T15/", "2006-01-02/", "../2006-01-02", "2006-01-02/..", "2006-01-02~"}).Draw(t, "layout")
	edtf := at.Format(layout)
	if strings.HasSuffix(edtf, "/") { // to the end of a day, or of many
		edtf += rapid.SampledFrom([]string{edtf[:10] + "T23", "2060-12-31"}).Draw(t, "end")
	}
	i, err := graph.ParseEDTF(edtf)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func steps(t *rapid.T) step {
	s := step{unit: rapid.SampledFrom([]byte("YMWDhm")).Draw(t, "unit"), back: rapid.Bool().Draw(t, "back")}
	s.least = rapid.IntRange(0, 40).Draw(t, "least")
	s.most = s.least
	if spread, vague := few[s.unit], rapid.Bool().Draw(t, "vague"); vague {
		s.least, s.most = spread[0], spread[1]
	}
	return s
}

// TestReckonHolds moves every instant that an event may have happened at and
// demands that the result lies within what was reckoned from its bounds.
func TestReckonHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, s := bases(t), steps(t)
		got, ok := s.reckon(base)
		if !ok {
			t.Fatalf("%+v from %s is not reckoned", s, base.EDTF)
		}
		from, to := base.Earliest, base.Latest
		if from.IsZero() {
			from = to.AddDate(-3, 0, 0)
		}
		if to.IsZero() {
			to = from.AddDate(3, 0, 0)
		}
		at := from.Add(time.Duration(rapid.Int64Range(0, int64(to.Sub(from))-1).Draw(t, "instant")))
		n := rapid.IntRange(s.least, s.most).Draw(t, "n")
		if s.back {
			n = -n
		}
		moved := s.move(at, n)
		if !got.Earliest.IsZero() && moved.Before(got.Earliest) || !got.Latest.IsZero() && !moved.Before(got.Latest) {
			t.Fatalf("%v moved by %d %c is %v, outside %s [%v, %v)", at, n, s.unit, moved, got.EDTF, got.Earliest, got.Latest)
		}
	})
}

func TestReckon(t *testing.T) {
	for _, c := range []struct{ from, value, want string }{
		{"2024-03-22", "-P3D", "2024-03-19"},
		{"2024-03-22T18/2024-03-22T23", "-P3D", "2024-03-19"},
		{"2024-03-22", "P1D", "2024-03-23"},
		{"2024-03-22", "P2W", "2024-04-05~"},
		{"2024-03-22", "P6M", "2024-09"},
		{"2024-01-31", "P1M", "2024-02"},
		{"2024-03-22", "-P2Y", "2022"},
		{"2011", "P3Y", "2014"},
		{"2019-08", "P2D", "2019-08-03/2019-09-02"},
		{"2024-03-22", "PT3H", "2024-03-22/2024-03-23"},
		{"2024-03-22T18:30", "PT3H", "2024-03-22T21:30"},
		{"../2024-03-22", "-P1D", "../2024-03-21"},
		{"2024-03-22", "PXD", "2024-03-24/2024-04-04"},
	} {
		base, err := graph.ParseEDTF(c.from)
		if err != nil {
			t.Fatal(err)
		}
		back := c.value[0] == '-'
		s, ok := stepOf(c.value[map[bool]int{true: 1}[back]:])
		s.back = back
		got, reckoned := s.reckon(base)
		if !ok || !reckoned || got.EDTF != c.want {
			t.Errorf("%s from %s: %s, want %s", c.value, c.from, got.EDTF, c.want)
		}
	}
	for mod, want := range map[string]string{"MORE_THAN": "2024-03-25/..", "EQUAL_OR_LESS": "2024-03-22/2024-03-25", "APPROX": "2024-03-25~", "": "2024-03-25"} {
		s := step{least: 3, most: 3, unit: 'D'}
		s.loosen(mod)
		base, _ := graph.ParseEDTF("2024-03-22")
		if got, _ := s.reckon(base); got.EDTF != want {
			t.Errorf("three days, %s: %s, want %s", mod, got.EDTF, want)
		}
	}
	if _, ok := (step{least: 1, most: 1, unit: 'D'}).reckon(graph.Interval{}); ok {
		t.Error("counted from an event without a date")
	}
	for _, bad := range []string{"", "P", "PT", "P1.5D", "PT4S", "P-1D", "XD", "PXXD"} {
		if s, ok := stepOf(bad); ok {
			t.Errorf("%q is read as %+v", bad, s)
		}
	}
}
