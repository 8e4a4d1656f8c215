package timex

import "time"

// edtf writes p in EDTF, "" when its place on the calendar is not known.
func (p point) edtf() string {
	if !p.dated() || (p.grain == decade || p.grain == century) && p.year < 0 || p.ordinal == 0 && (p.grain == week || p.grain == quarter || p.grain == half || p.grain == season) {
		return ""
	}
	var buf [64]byte
	b := buf[:0]
	switch p.grain {
	case century:
		b = append(pad(b, p.year, 2), "XX"...)
	case decade:
		b = append(pad(b, p.year, 3), 'X')
	case half:
		return days(b, month, p.date(), p.date().AddDate(0, 5, 0))
	case week:
		return days(b, day, p.date(), p.date().AddDate(0, 0, 6))
	case weekend:
		return days(b, day, p.date(), p.date().AddDate(0, 0, 1))
	case season:
		b = append(pad(b, p.year, 4), '-')
		b = pad(b, 20+p.ordinal, 2)
	case quarter:
		b = append(pad(b, p.year, 4), '-')
		b = pad(b, 32+p.ordinal, 2)
	case year, month, day:
		b = calendar(b, p.grain, p.date())
		if p.grain == day && (p.clock || p.part != noPart) {
			return string(p.clockEDTF(b))
		}
	default:
		b = calendar(b, day, p.date())
	}
	return string(b)
}

// clockEDTF adds the time of the day to the date in b.
func (p point) clockEDTF(b []byte) []byte {
	if !p.clock {
		span := parts[p.part]
		b = pad(append(b, 'T'), span.from, 2)
		b = calendar(append(b, '/'), day, p.date().AddDate(0, 0, span.to/24))
		return pad(append(b, 'T'), span.to%24, 2)
	}
	b = pad(append(b, 'T'), p.hour, 2)
	b = pad(append(b, ':'), p.minute, 2)
	if p.second >= 0 {
		b = pad(append(b, ':'), p.second, 2)
	}
	if !p.zone.known {
		return b
	}
	offset := p.zone.on(p.date())
	if offset == 0 {
		return append(b, 'Z')
	}
	sign := byte('+')
	if offset < 0 {
		sign, offset = '-', -offset
	}
	b = pad(append(b, sign), offset/60, 2)
	return pad(append(b, ':'), offset%60, 2)
}

// calendar writes t as a year, month or day.
func calendar(b []byte, u unit, t time.Time) []byte {
	b = pad(b, t.Year(), 4)
	if u == year {
		return b
	}
	b = pad(append(b, '-'), int(t.Month()), 2)
	if u == month {
		return b
	}
	return pad(append(b, '-'), t.Day(), 2)
}

// days writes an interval of years, months or days.
func days(b []byte, u unit, from, to time.Time) string {
	b = append(calendar(b, u, from), '/')
	return string(calendar(b, u, to))
}
