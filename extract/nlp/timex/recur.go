package timex

import "time"

// recurs reports whether p has a day of its own in every year: a holiday, the
// first Monday of May.
func (p *piece) recurs() bool { return p.holiday > 0 || p.nth != 0 && p.at.month > 0 }

// inYear gives the day in a year of what recurs.
func (r *reader) inYear(p *piece, y int) point {
	if p.holiday == 0 {
		return nthIn(p.at.weekday, p.nth, y, p.at.month)
	}
	t, ok := r.lex.holidays[p.holiday-1].in(y)
	switch {
	case !ok:
		return point{grain: day, second: -1}
	case p.at.grain == weekend:
		return at(weekendBy(t), weekend)
	}
	return at(t, day)
}

// weekendBy is a day of the weekend that a holiday belongs to: the one before
// a Monday or a Tuesday, the one after any other day.
func weekendBy(t time.Time) time.Time {
	switch t.Weekday() {
	case time.Monday, time.Tuesday:
		return t.AddDate(0, 0, -isoWeekday(t))
	}
	return t
}

// nthIn is the n-th of a weekday in a month, without a year where there are
// not so many.
func nthIn(weekday, n, y, m int) point {
	t := nthWeekday(y, m, weekday, n)
	if int(t.Month()) != m {
		return point{grain: day, second: -1}
	}
	return at(t, day)
}

// inMonth is the day that p names in the month of t.
func inMonth(p *piece, t time.Time) point {
	y, m := t.Year(), int(t.Month())
	if p.nth != 0 {
		return nthIn(p.at.weekday, p.nth, y, m)
	}
	q := point{grain: day, year: y, hasYear: true, month: m, day: p.at.day, second: -1}
	if !q.valid() {
		return point{grain: day, second: -1}
	}
	return q
}

// nearestDay finds the month for a day without one, and with a weekday the one
// where both fit: the nearest to t, or the next or last when dir tells.
func nearestDay(t time.Time, dir int, p point) point {
	best := point{grain: day, day: p.day, second: -1}
	least := time.Duration(1 << 62)
	for n := -14; n <= 14; n++ {
		first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		q := point{grain: day, year: first.Year(), hasYear: true, month: int(first.Month()), day: p.day, second: -1}
		if !q.valid() || p.weekday > 0 && isoWeekday(q.date()) != p.weekday {
			continue
		}
		apart := q.date().Sub(at(t, day).date())
		if dir > 0 && apart < 0 || dir < 0 && apart > 0 || apart.Abs() >= least {
			continue
		}
		least, best = apart.Abs(), q
	}
	return best
}

// narrowPart bounds the third week of May and the last month of 2021. A week
// belongs to the month that has its Thursday, as ISO 8601 has it for years.
func (p *piece) narrowPart() {
	y, n := p.at.date().Year(), p.nthPart
	switch {
	case p.nthUnit == week && p.at.grain == month:
		thursday := nthWeekday(y, p.at.month, 4, n)
		p.edtf = days(nil, day, thursday.AddDate(0, 0, -3), thursday.AddDate(0, 0, 3))
	case p.nthUnit == week && p.at.grain == year:
		if n < 0 {
			n = weeksIn(y)
		}
		p.at, p.mod = point{grain: week, ordinal: n, year: y, hasYear: true, second: -1}, modNone
		p.edtf = p.at.edtf()
	case p.nthUnit == month && p.at.grain == year:
		if n < 0 {
			n = 12
		}
		p.at, p.mod = point{grain: month, month: n, year: y, hasYear: true, second: -1}, modNone
		p.edtf = p.at.edtf()
	}
}
