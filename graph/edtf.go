package graph

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// ParseEDTF reads a date in the Extended Date/Time Format (ISO 8601-2) and
// bounds it: complete and reduced dates (2024-03-22, 2024-03, 2024),
// unspecified digits (201X, 2024-XX), seasons 21-32 and quarters 33-36,
// date-times with or without a zone (UTC then), the qualifiers ~ ? % at the
// end, intervals with open ends (../2024-03-23) and one level of [ ] and { }.
//
// The bounds are half-open and in UTC. What is approximate (~ or %) is bounded
// wider by one tolerance each way: three days for a day, else the unit that is
// stated. Seasons 21-24 are those of the northern half of the world. Bounds
// outside the years 0 to 9999, which JSON cannot carry, are widened to
// the year 0 or to an open end.
func ParseEDTF(s string) (Interval, error) {
	var out Interval
	var err error
	switch {
	case len(s) > maxEDTF:
		err = errors.New("too long")
	case len(s) > 2 && (s[0] == '[' && s[len(s)-1] == ']' || s[0] == '{' && s[len(s)-1] == '}'):
		out, err = edtfSet(s[1 : len(s)-1])
	case strings.Contains(s, "/"):
		from, to, _ := strings.Cut(s, "/")
		out, err = edtfInterval(from, to)
	default:
		out, err = edtfDate(s)
	}
	if err != nil {
		return Interval{}, fmt.Errorf("graph: read the date %.*q: %w", maxEDTF, s, err)
	}
	out.EDTF = s
	out.Earliest, out.Latest = storable(out.Earliest, false), storable(out.Latest, true)
	return out, nil
}

// maxEDTF is longer than any date that people write.
const maxEDTF = 256

// storable keeps a bound within what JSON can carry, outward.
func storable(t time.Time, latest bool) time.Time {
	first := time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)
	switch {
	case t.Before(first) && latest:
		return first
	case t.Before(first) || t.Year() > 9999:
		return time.Time{}
	}
	return t
}

func edtfSet(s string) (Interval, error) {
	out := Interval{Precision: PrecisionRange}
	for n, member := range strings.Split(s, ",") {
		member = strings.TrimSpace(member)
		from, to, ranged := strings.Cut(member, "..")
		i, err := edtfDate(member)
		if ranged {
			i, err = edtfInterval(orOpen(from), orOpen(to))
		}
		if err != nil {
			return out, err
		}
		if n == 0 {
			out.Earliest, out.Latest = i.Earliest, i.Latest
			continue
		}
		if i.Earliest.IsZero() || !out.Earliest.IsZero() && i.Earliest.Before(out.Earliest) {
			out.Earliest = i.Earliest
		}
		if i.Latest.IsZero() || !out.Latest.IsZero() && i.Latest.After(out.Latest) {
			out.Latest = i.Latest
		}
	}
	return ended(out), nil
}

func orOpen(s string) string {
	if s == "" {
		return ".."
	}
	return s
}

// ended lowers the precision of what has an open end.
func ended(i Interval) Interval {
	if i.Earliest.IsZero() || i.Latest.IsZero() {
		i.Precision = PrecisionUnknown
	}
	return i
}

func edtfInterval(from, to string) (Interval, error) {
	out := Interval{Precision: PrecisionRange}
	// Both ".." (open) and "" (unknown) leave the end without a bound.
	if from != "" && from != ".." {
		i, err := edtfDate(from)
		if err != nil {
			return out, err
		}
		out.Earliest = i.Earliest
	}
	if to != "" && to != ".." {
		i, err := edtfDate(to)
		if err != nil {
			return out, err
		}
		out.Latest = i.Latest
	}
	if !out.Earliest.IsZero() && !out.Latest.IsZero() && !out.Earliest.Before(out.Latest) {
		return out, errors.New("it ends before it begins")
	}
	return ended(out), nil
}

func edtfDate(s string) (Interval, error) {
	body := strings.TrimRight(s, "?~%")
	if len(s)-len(body) > 1 {
		return Interval{}, errors.New("more than one qualifier")
	}
	out, err := edtfPlain(body)
	if err == nil && len(body) < len(s) && s[len(body)] != '?' && !out.Earliest.IsZero() {
		out.Earliest, out.Latest = widen(out)
	}
	return out, err
}

// widen gives the bounds of an approximate date.
func widen(i Interval) (earliest, latest time.Time) {
	switch i.Precision {
	case PrecisionMinute, PrecisionHour:
		return i.Earliest.Add(-time.Hour), i.Latest.Add(time.Hour)
	case PrecisionDay:
		return i.Earliest.AddDate(0, 0, -3), i.Latest.AddDate(0, 0, 3)
	case PrecisionMonth, PrecisionRange:
		return i.Earliest.AddDate(0, -1, 0), i.Latest.AddDate(0, 1, 0)
	case PrecisionDecade:
		return i.Earliest.AddDate(-10, 0, 0), i.Latest.AddDate(10, 0, 0)
	}
	return i.Earliest.AddDate(-1, 0, 0), i.Latest.AddDate(1, 0, 0)
}

// edtfPlain reads a date without a qualifier.
func edtfPlain(s string) (Interval, error) {
	date, clock, timed := strings.Cut(s, "T")
	sign := 1
	if rest, before := strings.CutPrefix(date, "-"); before {
		date, sign = rest, -1
	}
	parts := strings.Split(date, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return Interval{}, errors.New("not a year, month or day")
	}
	year, span, err := edtfYear(parts[0])
	if err != nil {
		return Interval{}, err
	}
	if span > 1 {
		return unspecified(parts, sign, year, span, timed)
	}
	year *= sign
	if len(parts) == 1 || parts[1] == "XX" {
		if timed || len(parts) == 3 && parts[2] != "XX" {
			return Interval{}, errors.New("a day or time without its month")
		}
		return between(year, 1, year+1, 1, PrecisionYear), nil
	}
	month, ok := digits2(parts[1])
	if !ok {
		return Interval{}, errors.New("not a month")
	}
	if len(parts) == 2 && !timed && month >= 21 {
		return season(year, month)
	}
	if month < 1 || month > 12 {
		return Interval{}, errors.New("no such month")
	}
	if len(parts) == 2 || parts[2] == "XX" {
		if timed {
			return Interval{}, errors.New("a time without its day")
		}
		return between(year, month, year, month+1, PrecisionMonth), nil
	}
	day, ok := digits2(parts[2])
	first := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if !ok || day < 1 || first.Day() != day {
		return Interval{}, errors.New("no such day")
	}
	if timed {
		return edtfClock(first, clock)
	}
	return Interval{Earliest: first, Latest: first.AddDate(0, 0, 1), Precision: PrecisionDay}, nil
}

// edtfYear reads four digits, the last of which may be X, and says over how
// many years they reach.
func edtfYear(s string) (year, span int, err error) {
	span = 1
	for _, c := range s {
		digit := 0
		switch {
		case c == 'X':
			span *= 10
		case c < '0' || c > '9' || span > 1:
			return 0, 0, errors.New("not a year")
		default:
			digit = int(c - '0')
		}
		year = year*10 + digit
	}
	return year, span, nil
}

// unspecified bounds 201X, 20XX, 1XXX and XXXX; a known month or day in an
// unknown year bounds nothing.
func unspecified(parts []string, sign, year, span int, timed bool) (Interval, error) {
	switch {
	case timed:
		return Interval{}, errors.New("a time in an unspecified year")
	case span == 10_000:
		return Interval{Precision: PrecisionUnknown}, nil
	case len(parts) > 1:
		return Interval{}, errors.New("a month in a year that is half known")
	}
	precision := PrecisionRange
	if span == 10 {
		precision = PrecisionDecade
	}
	if sign < 0 {
		return between(-year-span+1, 1, -year+1, 1, precision), nil
	}
	return between(year, 1, year+span, 1, precision), nil
}

func between(fromYear, fromMonth, toYear, toMonth int, p Precision) Interval {
	return Interval{
		Earliest:  time.Date(fromYear, time.Month(fromMonth), 1, 0, 0, 0, 0, time.UTC),
		Latest:    time.Date(toYear, time.Month(toMonth), 1, 0, 0, 0, 0, time.UTC),
		Precision: p,
	}
}

// season bounds the month numbers from 21. The winter of a year may be the one
// that it begins with or the one that it ends with: its bounds hold both.
func season(year, n int) (Interval, error) {
	var from, months int
	switch {
	case n == 24 || n == 28: // winter, northern
		from, months = 1, 14
	case n >= 21 && n <= 23, n >= 25 && n <= 27: // spring, summer, autumn
		from, months = 3+(n-21)%4*3, 3
	case n == 29 || n == 31 || n == 32: // spring, autumn, winter, southern
		from, months = []int{9, 0, 3, 6}[n-29], 3
	case n == 30: // summer, southern
		from, months = 1, 14
	case n >= 33 && n <= 36: // quarters
		from, months = 1+(n-33)*3, 3
	default:
		return Interval{}, errors.New("no such month or season")
	}
	return between(year, from, year, from+months, PrecisionRange), nil
}
