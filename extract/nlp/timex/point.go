package timex

import (
	"strconv"
	"time"
)

// A point is a place on the calendar: what is stated, or what was made of it.
// A field that is not stated is zero; grain says which fields count.
type point struct {
	grain   unit // noUnit when there is none
	year    int  // of a decade the year over ten, of a century over a hundred
	hasYear bool // a year may be 0: that is 1 BC
	month   int
	day     int
	weekday int // 1 Monday to 7, with grain day and no date yet
	ordinal int // of a quarter, half, season (from 1) or ISO week
	part    part
	hour    int
	minute  int
	second  int // -1 when it is not stated
	clock   bool
	zone    zone
}

// A zone is a stated time zone.
type zone struct {
	known    bool
	offset   int  // minutes east of Greenwich
	american bool // plus an hour in summer
}

// dated reports whether p lies at a known place of the calendar.
func (p point) dated() bool { return p.hasYear && (p.grain != day || p.day > 0) }

// date returns midnight of the first day of p.
func (p point) date() time.Time {
	y, m, d := p.year, max(p.month, 1), max(p.day, 1)
	switch p.grain {
	case decade:
		y = p.year * 10
	case century:
		y = p.year * 100
	case quarter:
		m = p.ordinal*3 - 2
	case half:
		m = p.ordinal*6 - 5
	case season:
		m = p.ordinal * 3
	case week, weekend:
		monday := isoMonday(p.year, p.ordinal)
		if p.grain == weekend {
			return monday.AddDate(0, 0, 5)
		}
		return monday
	}
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
}

// isoMonday is the Monday of a week by ISO 8601.
func isoMonday(year, week int) time.Time {
	fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
	return fourth.AddDate(0, 0, 1-isoWeekday(fourth)+7*(week-1))
}

// isoWeekday is 1 for Monday to 7 for Sunday.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// at makes the point of a unit that holds the day t.
func at(t time.Time, u unit) point {
	p := point{grain: u, year: t.Year(), hasYear: true, second: -1}
	switch u {
	case century:
		p.year = floorDiv(t.Year(), 100)
	case decade:
		p.year = floorDiv(t.Year(), 10)
	case half:
		p.ordinal = (int(t.Month())-1)/6 + 1
	case quarter:
		p.ordinal = (int(t.Month())-1)/3 + 1
	case season:
		p.ordinal = int(t.Month()) / 3
		if p.ordinal == 0 {
			p.ordinal, p.year = 4, p.year-1
		}
	case month:
		p.month = int(t.Month())
	case week, weekend:
		p.year, p.ordinal = t.ISOWeek()
	case day:
		p.month, p.day = int(t.Month()), t.Day()
	}
	return p
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

// shifted moves t by n units.
func shifted(t time.Time, u unit, n int) time.Time {
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	switch u {
	case day, nights:
		return t.AddDate(0, 0, n)
	case week, weekend:
		return t.AddDate(0, 0, 7*n)
	case fortnight:
		return t.AddDate(0, 0, 14*n)
	case month:
		return clampDay(first.AddDate(0, n, 0), t.Day())
	case quarter:
		return clampDay(first.AddDate(0, 3*n, 0), t.Day())
	case half:
		return clampDay(first.AddDate(0, 6*n, 0), t.Day())
	case season:
		return first.AddDate(0, 3*n, 0)
	case year:
		return clampDay(first.AddDate(n, 0, 0), t.Day())
	case decade:
		return first.AddDate(10*n, 0, 0)
	case century:
		return first.AddDate(100*n, 0, 0)
	}
	return t
}

// clampDay is the day of the month of first, or its last when it is shorter.
func clampDay(first time.Time, day int) time.Time {
	t := first.AddDate(0, 0, day-1)
	if t.Month() != first.Month() {
		return first.AddDate(0, 1, -1)
	}
	return t
}

// valid reports whether a date of p exists: there is no 31 February, and a 29
// February only in a leap year. An unknown year may be one.
func (p point) valid() bool {
	if p.month == 0 || p.day == 0 {
		return true
	}
	y := p.year
	if !p.hasYear {
		y = 2000
	}
	t := time.Date(y, time.Month(p.month), p.day, 0, 0, 0, 0, time.UTC)
	return p.month <= 12 && t.Day() == p.day
}

// value writes p as a value of TIMEX3, with X for what is not known.
func (p point) value() string {
	var buf [32]byte
	b := buf[:0]
	switch p.grain {
	case decade:
		b = p.digits(b, p.year, 3)
	case century:
		b = p.digits(b, p.year, 2)
	case week, weekend:
		b = append(p.yearDigits(b), "-W"...)
		if p.ordinal == 0 {
			b = append(b, "XX"...)
		} else {
			b = pad(b, p.ordinal, 2)
		}
		if p.grain == weekend {
			b = append(b, "-WE"...)
		}
	case season:
		b = append(append(p.yearDigits(b), '-'), seasonNames[(p.ordinal+3)%4]...)
	case quarter, half:
		letter := "-Q"
		if p.grain == half {
			letter = "-H"
		}
		b = append(p.yearDigits(b), letter...)
		if p.ordinal == 0 {
			b = append(b, 'X')
		} else {
			b = pad(b, p.ordinal, 1)
		}
	case year:
		b = p.yearDigits(b)
	default:
		b = p.dayValue(b)
	}
	return string(p.timeValue(b))
}

// dayValue writes a month or day.
func (p point) dayValue(b []byte) []byte {
	if p.day == 0 && p.weekday > 0 {
		b = append(p.yearDigits(b), "-WXX-"...)
		return pad(b, p.weekday, 1)
	}
	b = p.two(append(p.yearDigits(b), '-'), p.month)
	if p.grain != month {
		b = p.two(append(b, '-'), p.day)
	}
	return b
}

func (p point) timeValue(b []byte) []byte {
	switch {
	case p.clock:
		b = pad(append(b, 'T'), p.hour, 2)
		b = pad(append(b, ':'), p.minute, 2)
		if p.second >= 0 {
			b = pad(append(b, ':'), p.second, 2)
		}
	case p.part != noPart:
		b = append(append(b, 'T'), parts[p.part].name...)
	case p.grain == hour || p.grain == minute || p.grain == second:
		b = append(b, "TXX:XX"...)
	}
	return b
}

func (p point) two(b []byte, n int) []byte {
	if n == 0 {
		return append(b, "XX"...)
	}
	return pad(b, n, 2)
}

func (p point) yearDigits(b []byte) []byte { return p.digits(b, p.year, 4) }

// digits writes a year, decade or century. TIMEX3 writes years before our era
// with BC, and counts no year 0.
func (p point) digits(b []byte, n, width int) []byte {
	if !p.hasYear {
		return append(b, "XXXX"[:width]...)
	}
	if width == 4 && n <= 0 {
		return pad(append(b, "BC"...), 1-n, width)
	}
	return pad(b, n, width)
}

// pad writes n with at least width digits.
func pad(b []byte, n, width int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	least := 1
	for range width - 1 {
		least *= 10
	}
	for ; least > 1 && n < least; least /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// last returns midnight of the last day of p.
func (p point) last() time.Time {
	first := p.date()
	switch p.grain {
	case week:
		return first.AddDate(0, 0, 6)
	case weekend:
		return first.AddDate(0, 0, 1)
	case month:
		return first.AddDate(0, 1, -1)
	case quarter, season:
		return first.AddDate(0, 3, -1)
	case half:
		return first.AddDate(0, 6, -1)
	case year:
		return first.AddDate(1, 0, -1)
	case decade:
		return first.AddDate(10, 0, -1)
	case century:
		return first.AddDate(100, 0, -1)
	}
	return first
}
