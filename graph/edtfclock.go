package graph

import (
	"errors"
	"strings"
	"time"
)

// edtfClock reads what follows the T of a date-time: hours, minutes, seconds
// and a zone, each but the first optional. Day is midnight of the date.
func edtfClock(day time.Time, s string) (Interval, error) {
	clock, offset, err := cutZone(s)
	if err != nil {
		return Interval{}, err
	}
	whole, fraction, fractional := strings.Cut(clock, ".")
	parts := strings.Split(whole, ":")
	units := []struct {
		length    time.Duration
		most      int
		precision Precision
	}{{time.Hour, 24, PrecisionHour}, {time.Minute, 59, PrecisionMinute}, {time.Second, 60, PrecisionMinute}}
	if len(parts) > len(units) || fractional && len(parts) < len(units) {
		return Interval{}, errors.New("not a time of day")
	}
	at, step, precision := time.Duration(0), time.Hour, PrecisionHour
	for n, part := range parts {
		v, ok := digits2(part)
		if !ok || v > units[n].most {
			return Interval{}, errors.New("no such time of day")
		}
		at += time.Duration(v) * units[n].length
		step, precision = units[n].length, units[n].precision
	}
	if fractional {
		v, ok := nanoseconds(fraction)
		if !ok {
			return Interval{}, errors.New("not a fraction of a second")
		}
		at, step = at+v, time.Nanosecond
	}
	if at > 24*time.Hour {
		return Interval{}, errors.New("no such time of day")
	}
	first := day.Add(at - offset)
	return Interval{Earliest: first, Latest: first.Add(step), Precision: precision}, nil
}

// cutZone takes Z, ±hh, ±hhmm or ±hh:mm off the end of s.
func cutZone(s string) (clock string, offset time.Duration, err error) {
	if clock, utc := strings.CutSuffix(s, "Z"); utc {
		return clock, 0, nil
	}
	i := strings.LastIndexAny(s, "+-")
	if i < 0 {
		return s, 0, nil
	}
	zone := strings.Replace(s[i+1:], ":", "", 1)
	if len(zone) == 2 {
		zone += "00"
	}
	if len(zone) != 4 {
		return "", 0, errors.New("not a zone")
	}
	hours, ok := digits2(zone[:2])
	minutes, also := digits2(zone[2:])
	if !ok || !also || hours > 15 || minutes > 59 {
		return "", 0, errors.New("no such zone")
	}
	offset = time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
	if s[i] == '-' {
		offset = -offset
	}
	return s[:i], offset, nil
}

// digits2 reads exactly two digits.
func digits2(s string) (int, bool) {
	if len(s) != 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}

// nanoseconds reads the one to nine digits after the point of a second.
func nanoseconds(s string) (time.Duration, bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	n := time.Duration(0)
	for i := range 9 {
		digit := byte('0')
		if i < len(s) {
			digit = s[i]
		}
		if digit < '0' || digit > '9' {
			return 0, false
		}
		n = n*10 + time.Duration(digit-'0')
	}
	return n, true
}
