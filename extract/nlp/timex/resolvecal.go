package timex

import (
	"time"

	"github.com/claimline/claimline/graph"
)

// partial finds the year or the week of a date that states none.
func (r *reader) partial(p *piece) {
	if r.narrative && p.holiday == 0 {
		r.partialInStory(p)
		return
	}
	from := r.created.t
	if r.created.grain == noUnit || r.created.grain > day {
		if p.holiday == 0 || r.created.grain == noUnit || r.created.grain > year {
			return
		}
	}
	dir := r.direction(p)
	switch {
	case p.recurs():
		p.at = r.nearest(from, dir, func(y int) point { return r.inYear(p, y) })
	case p.inMonth:
		p.at = nearestDay(from, dir, p.at)
	case p.at.grain == day && p.at.day == 0:
		p.at = at(toWeekday(from, p.at.weekday, dir > 0), day)
	case p.at.grain == weekend:
		p.at = weekendOf(from, dir > 0)
	case r.yearOfRef(p, dir):
		r.settle(p, graph.Resolved, "explicit")
		return
	default:
		stated := p.at
		p.at = r.nearest(from, dir, func(y int) point {
			q := stated
			q.year, q.hasYear = y, true
			return q
		})
	}
	r.settle(p, graph.Resolved, "publication")
}

// yearOfRef gives a date that looks back the year that was stated shortly
// before, when it then lies up to two months after the date spoken of there, or
// close before it: "he was killed on June 24, 2005 … while looking into a June
// 20 shooting".
func (r *reader) yearOfRef(p *piece, dir int) bool {
	if dir > 0 || !r.refStated || !r.refNear() || r.ref.grain != day && r.ref.grain != month || p.at.grain != day && p.at.grain != month {
		return false
	}
	if r.created.t.Sub(r.ref.date()) < 180*24*time.Hour {
		return false
	}
	q := p.at
	q.year, q.hasYear = r.ref.year, true
	apart := q.date().Sub(r.ref.date())
	if !q.valid() || apart > 62*24*time.Hour || apart < -nearBy {
		return false
	}
	p.at = q
	return true
}

// partialInStory takes the year of the date spoken of last: the next such
// month, day or season that does not lie much before it.
func (r *reader) partialInStory(p *piece) {
	if r.ref.grain == noUnit || !r.ref.hasYear || p.at.grain == weekend {
		return
	}
	if p.inMonth {
		if r.ref.grain <= month {
			p.at = nearestDay(r.ref.date(), 0, p.at)
			r.settle(p, graph.Resolved, "explicit")
		}
		return
	}
	if p.nth != 0 {
		p.at = r.inYear(p, r.ref.date().Year())
		r.settle(p, graph.Resolved, "explicit")
		return
	}
	if p.at.grain == day && p.at.day == 0 {
		if r.ref.grain == day && r.refNear() {
			p.at = at(toWeekday(r.ref.date(), p.at.weekday, true), day)
			r.settle(p, graph.Resolved, "explicit")
		}
		return
	}
	p.at.year, p.at.hasYear = r.ref.date().Year(), true
	if r.ref.grain <= month && p.at.date().Before(r.ref.date().AddDate(0, -6, 0)) {
		p.at.year++ // January after December
	}
	if !p.at.valid() {
		p.at.hasYear = false
		return
	}
	r.settle(p, graph.Resolved, "explicit")
}

// nearest finds the year of what recurs every year: the last one up to the
// document date, the next one when dir is 1. When nothing tells, a date in the
// coming two months is taken for the coming one.
func (r *reader) nearest(from time.Time, dir int, in func(year int) point) point {
	past, next := point{}, point{}
	for y := from.Year() + 1; y >= from.Year()-8; y-- {
		q := in(y)
		if !q.hasYear || !q.valid() {
			continue
		}
		if q.date().After(from) {
			next = q
			continue
		}
		if past.grain == noUnit {
			past = q
		}
	}
	switch {
	case past.grain == noUnit && next.grain == noUnit:
		return in(0).unknown()
	case past.grain == noUnit:
		return next
	case next.grain == noUnit:
		return past
	case dir > 0 && (r.holds(past, from) || past.grain == day && from.Sub(past.date()) < nearBy):
		return past
	case past.grain == day && next.date().Sub(from) < nearBy:
		return next
	case dir > 0:
		return next
	case dir == 0 && next.grain == month && next.date().Sub(from) < from.Sub(past.last()):
		return next // the October elections are meant to help, told in June
	case dir == 0 && next.date().Sub(from) < 62*24*time.Hour && from.Sub(past.date()) > 240*24*time.Hour:
		return next
	}
	return past
}

// nearBy is how near a day without a year lies when no verb is needed to tell
// which one it is: the other is a year away, and its year would be stated.
const nearBy = 14 * 24 * time.Hour

// unknown takes the year away.
func (p point) unknown() point {
	p.year, p.hasYear = 0, false
	return p
}

// holds reports whether the day t lies in p.
func (r *reader) holds(p point, t time.Time) bool {
	switch p.grain {
	case day:
		return p.date().Year() == t.Year() && p.date().YearDay() == t.YearDay()
	case month:
		return at(t, month) == p
	}
	return false
}

// toWeekday is the last such day up to from, or the next from it on.
func toWeekday(from time.Time, weekday int, ahead bool) time.Time {
	if ahead {
		return from.AddDate(0, 0, (weekday-isoWeekday(from)+7)%7)
	}
	return from.AddDate(0, 0, -((isoWeekday(from) - weekday + 7) % 7))
}

// weekendOf is the weekend that has begun last, or that comes.
func weekendOf(from time.Time, ahead bool) point {
	saturday := toWeekday(from, 6, false)
	if ahead && isoWeekday(from) < 6 {
		saturday = toWeekday(from, 6, true)
	}
	return at(saturday, weekend)
}

// named resolves last Friday, next May, this summer, May of last year.
func (r *reader) named(p *piece) {
	base, anchor := r.created.t, "publication"
	known := r.created.grain != noUnit && r.created.grain <= day
	if p.rel == namedThat {
		base, anchor = r.ref.date(), "explicit"
		known = r.ref.grain != noUnit && r.ref.dated()
	}
	if !known {
		return
	}
	switch {
	case p.holiday > 0 && p.unit == year:
		p.at = r.inYear(p, base.Year()+p.dir)
	case p.holiday > 0:
		p.at = r.namedHoliday(p, base)
	case p.unit == month && (p.nth != 0 || p.at.day > 0):
		p.at = inMonth(p, shifted(base, month, p.dir))
	case p.unit == year:
		p.at.year, p.at.hasYear = base.Year()+p.dir, true
	case p.at.grain == day && p.at.weekday > 0 && p.at.day == 0:
		p.at = at(r.namedWeekday(p, base), day)
	case p.at.grain == weekend:
		p.at = namedWeekend(p.dir, base)
	default:
		p.at = namedSeason(p, base)
	}
	r.settle(p, graph.Resolved, anchor)
}

func (r *reader) namedHoliday(p *piece, base time.Time) point {
	q := r.inYear(p, base.Year())
	if !q.hasYear {
		return q
	}
	switch {
	case p.dir < 0 && !q.date().Before(base):
		return r.inYear(p, base.Year()-1)
	case p.dir > 0 && !q.date().After(base):
		return r.inYear(p, base.Year()+1)
	}
	return q
}

// namedWeekday reads last Friday as the one before today, next Friday as the
// one after, and this Friday by the week or the verb.
func (r *reader) namedWeekday(p *piece, base time.Time) time.Time {
	if p.unit == week {
		return base.AddDate(0, 0, p.at.weekday-isoWeekday(base)+7*p.dir)
	}
	switch {
	case p.rel == namedThat, p.dir == 0 && r.direction(p) < 0:
		return toWeekday(base, p.at.weekday, p.rel == namedThat)
	case p.dir < 0:
		return toWeekday(base.AddDate(0, 0, -1), p.at.weekday, false).AddDate(0, 0, -7*int(p.n))
	case p.dir > 0:
		return toWeekday(base.AddDate(0, 0, 1), p.at.weekday, true).AddDate(0, 0, 7*int(p.n))
	}
	return toWeekday(base, p.at.weekday, true)
}

func namedWeekend(dir int, base time.Time) point {
	switch {
	case dir < 0 && isoWeekday(base) >= 6:
		return at(base.AddDate(0, 0, -7), weekend)
	case dir < 0:
		return weekendOf(base, false)
	case dir > 0 && isoWeekday(base) >= 6:
		return at(base.AddDate(0, 0, 7), weekend)
	case dir == 0 && isoWeekday(base) <= 2: // on a Monday, this weekend was
		return weekendOf(base, false)
	}
	return at(base, weekend)
}

// namedSeason reads last May, next quarter's month, this summer.
func namedSeason(p *piece, base time.Time) point {
	q := p.at
	q.year, q.hasYear = base.Year(), true
	end := q.date().AddDate(0, 1, 0)
	if q.grain == season {
		end = q.date().AddDate(0, 3, 0)
	}
	switch {
	case p.dir < 0 && end.After(base):
		q.year--
	case p.dir > 0 && !q.date().After(base):
		q.year++
	case p.dir == 0 && q.grain == season && q.ordinal == 4 && base.Month() < 3:
		q.year--
	}
	return q
}
