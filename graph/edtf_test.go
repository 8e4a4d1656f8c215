package graph

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func TestParseEDTF(t *testing.T) {
	const open = ""
	for _, c := range []struct {
		edtf, earliest, latest string
		precision              Precision
	}{
		{"2024-03-22", "2024-03-22", "2024-03-23", PrecisionDay},
		{"2024-02-29", "2024-02-29", "2024-03-01", PrecisionDay},
		{"2024-12", "2024-12-01", "2025-01-01", PrecisionMonth},
		{"2024", "2024-01-01", "2025-01-01", PrecisionYear},
		{"2024-XX", "2024-01-01", "2025-01-01", PrecisionYear},
		{"2024-03-XX", "2024-03-01", "2024-04-01", PrecisionMonth},
		{"2024-XX-XX", "2024-01-01", "2025-01-01", PrecisionYear},
		{"201X", "2010-01-01", "2020-01-01", PrecisionDecade},
		{"19XX", "1900-01-01", "2000-01-01", PrecisionRange},
		{"1XXX", "1000-01-01", "2000-01-01", PrecisionRange},
		{"XXXX", open, open, PrecisionUnknown},
		{"XXXX-12-25", open, open, PrecisionUnknown},
		{"2020-21", "2020-03-01", "2020-06-01", PrecisionRange},
		{"2020-23", "2020-09-01", "2020-12-01", PrecisionRange},
		{"2020-24", "2020-01-01", "2021-03-01", PrecisionRange},
		{"2020-29", "2020-09-01", "2020-12-01", PrecisionRange},
		{"2020-32", "2020-06-01", "2020-09-01", PrecisionRange},
		{"2021-33", "2021-01-01", "2021-04-01", PrecisionRange},
		{"2021-36", "2021-10-01", "2022-01-01", PrecisionRange},
		{"2024-03-02~", "2024-02-28", "2024-03-06", PrecisionDay},
		{"2024-03-02?", "2024-03-02", "2024-03-03", PrecisionDay},
		{"2024-03%", "2024-02-01", "2024-05-01", PrecisionMonth},
		{"2014~", "2013-01-01", "2016-01-01", PrecisionYear},
		{"199X~", "1980-01-01", "2010-01-01", PrecisionDecade},
		{"XXXX~", open, open, PrecisionUnknown},
		{"2024-02-10/2024-03-16", "2024-02-10", "2024-03-17", PrecisionRange},
		{"2015/2018", "2015-01-01", "2019-01-01", PrecisionRange},
		{"2019-03/2019-06~", "2019-03-01", "2019-08-01", PrecisionRange},
		{"../2024-03-23", open, "2024-03-24", PrecisionUnknown},
		{"/2024-03-23", open, "2024-03-24", PrecisionUnknown},
		{"2021/..", "2021-01-01", open, PrecisionUnknown},
		{"../..", open, open, PrecisionUnknown},
		{"2024-03-22T18", "2024-03-22T18:00", "2024-03-22T19:00", PrecisionHour},
		{"2024-03-22T18:30", "2024-03-22T18:30", "2024-03-22T18:31", PrecisionMinute},
		{"2024-03-22T18:30:05Z", "2024-03-22T18:30:05", "2024-03-22T18:30:06", PrecisionMinute},
		{"2024-03-22T18:30:05.250+03:00", "2024-03-22T15:30:05.25", "2024-03-22T15:30:05.250000001", PrecisionMinute},
		{"2024-03-22T01:00+0530", "2024-03-21T19:30", "2024-03-21T19:31", PrecisionMinute},
		{"2024-03-22T20-04", "2024-03-23", "2024-03-23T01:00", PrecisionHour},
		{"2024-03-22T24:00", "2024-03-23", "2024-03-23T00:01", PrecisionMinute},
		{"2024-03-22T15~", "2024-03-22T14:00", "2024-03-22T17:00", PrecisionHour},
		{"2024-03-22T18/2024-03-22T23", "2024-03-22T18:00", "2024-03-23", PrecisionRange},
		{"[2021-05-08,2021-08-05]", "2021-05-08", "2021-08-06", PrecisionRange},
		{"{1667, 1660..1662}", "1660-01-01", "1668-01-01", PrecisionRange},
		{"[..1984]", open, "1985-01-01", PrecisionUnknown},
		{"-0043", open, "0000-01-01", PrecisionYear},
		{"-004X", open, "0000-01-01", PrecisionDecade},
		{"9999", "9999-01-01", open, PrecisionYear},
	} {
		got, err := ParseEDTF(c.edtf)
		if err != nil {
			t.Errorf("%s: %v", c.edtf, err)
			continue
		}
		if got.EDTF != c.edtf || got.Precision != c.precision || !got.Earliest.Equal(instant(t, c.earliest)) || !got.Latest.Equal(instant(t, c.latest)) {
			t.Errorf("%s: got %s %v to %v", c.edtf, got.Precision, got.Earliest, got.Latest)
		}
	}
}

func instant(t *testing.T, s string) time.Time {
	t.Helper()
	if s == "" {
		return time.Time{}
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05.999999999"} {
		if at, err := time.Parse(layout, s); err == nil {
			return at
		}
	}
	t.Fatalf("%q is no instant", s)
	return time.Time{}
}

func TestParseEDTFRefuses(t *testing.T) {
	for _, s := range []string{
		"", "soon", "24", "20244", "2024-3-2", "2024-13", "2024-20", "2024-37", "2024-00", "2024-02-30", "2023-02-29", "2024-04-00",
		"2X24", "201X-05", "2024-XX-05", "2024-03T10", "2024T10", "XXXXT10", "2024-03-22T25", "2024-03-22T24:30", "2024-03-22T10:61",
		"2024-03-22T", "2024-03-22T10.5", "2024-03-22T10:00:00.x", "2024-03-22T10+99", "2024-03-22T10+3", "2024-03-22~~", "2024/2023",
		"2024//2025", "2024/soon", "[2024", "[soon]", "2024-03-22-01", "2024-W12", "２０２４", strings.Repeat("2", 300),
	} {
		if got, err := ParseEDTF(s); err == nil {
			t.Errorf("%q was read as %v to %v", s, got.Earliest, got.Latest)
		}
	}
}

func FuzzParseEDTF(f *testing.F) {
	for _, s := range []string{"2024-03-22T18:30:05.2+03:00", "../2024-03~", "[2021-05-08,2021..2022]", "201X", "-0043", "2020-24/2021-36"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		i, err := ParseEDTF(s)
		if err != nil {
			return
		}
		if !i.Earliest.IsZero() && !i.Latest.IsZero() && !i.Earliest.Before(i.Latest) {
			t.Fatalf("%q: %v is not before %v", s, i.Earliest, i.Latest)
		}
		if _, err := json.Marshal(i); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}
