package timex

import (
	"math"
	"time"

	"github.com/claimline/claimline/graph"
)

// resolve finds where p lies. What cannot be known stays open.
func (r *reader) resolve(p *piece) {
	stated := p.at
	p.weekly = bareWeekday(p)
	switch p.rel {
	case absolute:
		if p.recurs() {
			p.at = r.inYear(p, p.at.year)
		}
		r.settle(p, graph.Explicit, "")
	case partial:
		r.partial(p)
	case fromCreated:
		p.at = r.count(r.createdIn(p.unit), r.created.t, p)
		r.settle(p, graph.Resolved, "publication")
		r.tolerance(p, r.created.t)
	case fromRef:
		r.fromRef(p)
	case named, namedThat:
		r.named(p)
	case within:
		p.at = r.count(r.createdIn(p.unit), r.created.t, p)
		r.settle(p, graph.Resolved, "publication")
		r.narrow(p)
	case period:
		r.period(p)
	case onlyDuration, onlySet:
		if p.fixed == "" {
			p.fixed = p.lengthValue()
		}
		r.horizon(p)
	case vagueRef:
		r.vagueRef(p)
	}
	if p.nthPart != 0 && p.at.dated() && p.edtf != "" {
		p.narrowPart()
	}
	if p.weekOf && p.at.dated() {
		p.at = at(p.at.date(), week)
		p.edtf = p.at.edtf()
	}
	if p.nextDay && p.at.dated() {
		p.at = at(p.at.date().AddDate(0, 0, 1), day)
	}
	if p.at.grain == day && (stated.clock || stated.part != noPart) {
		p.at.part, p.at.clock, p.at.hour, p.at.minute, p.at.second, p.at.zone = stated.part, stated.clock, stated.hour, stated.minute, stated.second, stated.zone
		if p.edtf != "" {
			p.edtf = p.at.edtf()
		}
	}
	p.value = p.fixed
	if p.fixed == "" {
		p.value = r.valueOf(p)
	}
	r.remember(p)
}

// length is how many units a duration has, NaN when that is vague.
func (p *piece) length() float64 {
	if p.vague {
		return math.NaN()
	}
	return p.n
}

// valueOf writes the TIMEX3 value of a point. A vague count of clock hours
// leaves the clock open, any other vague count the unit.
func (r *reader) valueOf(p *piece) string {
	at := p.at
	if at.grain == noUnit {
		at.grain = day
		if p.unit > day && p.unit < fortnight {
			at.grain = p.unit
		}
	}
	if p.rel == fromRef && p.unit < day && !at.clock {
		at.grain = hour
	}
	return at.value()
}

// settle notes that p.at was found, how, and what it counts from.
func (r *reader) settle(p *piece, c graph.Confidence, anchor string) {
	if !p.at.dated() {
		return
	}
	p.edtf = p.at.edtf()
	p.confidence, p.anchor = c, anchor
	switch anchor {
	case "publication":
		p.anchorEDTF = r.created.edtf
	case "explicit":
		p.anchorEDTF = r.ref.edtf()
	}
}

// count moves base by what p counts and gives it the grain that the words
// have: weeks make a week, a vague count leaves nothing but a tolerance.
func (r *reader) count(base point, from time.Time, p *piece) point {
	if base.grain == noUnit && !(p.unit < day && r.created.grain != noUnit) {
		return point{grain: grainOf(p.unit), second: -1}
	}
	n := int(math.Round(p.n))
	u := p.unit
	if p.more[0].unit != noUnit {
		return r.countMore(from, p)
	}
	if u < day {
		return r.clockCount(from, p)
	}
	if p.n != math.Trunc(p.n) {
		switch u {
		case month:
			whole, half := math.Modf(p.n)
			n, from = int(whole), from.AddDate(0, 0, int(math.Round(30*half)))
		case year:
			u, n = month, int(math.Round(p.n*12))
		case decade:
			u, n = year, int(math.Round(p.n*10))
		case century:
			u, n = year, int(math.Round(p.n*100))
		}
	}
	return at(shifted(from, u, n), grainOf(u))
}

// countMore moves the document date by several units: 1 month 21 days ago is
// a day, as exact as the least of them.
func (r *reader) countMore(from time.Time, p *piece) point {
	sign := 1.0
	if p.n < 0 {
		sign = -1
	}
	t := at(from, day).date()
	clock := from.Sub(t)
	least := p.unit
	for _, l := range append([]length{{p.unit, p.n * sign}}, p.more[:]...) {
		switch {
		case l.unit == noUnit:
			continue
		case l.unit < day:
			clock += time.Duration(sign * l.n * float64(clockUnits[l.unit]))
		default:
			t = shifted(t, l.unit, int(sign*l.n))
		}
		least = min(least, l.unit)
	}
	if least >= day || r.created.grain != minute {
		return at(t, max(day, grainOf(least)))
	}
	t = t.Add(clock)
	q := at(t, day)
	q.clock, q.hour, q.minute, q.second, q.zone = true, t.Hour(), t.Minute(), -1, r.created.zone
	return q
}

var clockUnits = map[unit]time.Duration{hour: time.Hour, minute: time.Minute, second: time.Second}

// clockCount moves the document date by hours or minutes; only when its time
// is known does that give one.
func (r *reader) clockCount(from time.Time, p *piece) point {
	q := at(from, day)
	q.grain = hour
	if r.created.grain != minute || p.vague {
		return q
	}
	q.grain = day
	t := from.Add(time.Duration(p.n * float64(clockUnits[p.unit])))
	q = at(t, day)
	q.clock, q.hour, q.minute, q.second, q.zone = true, t.Hour(), t.Minute(), -1, r.created.zone
	return q
}

// grainOf is the grain of a date that is counted in units.
func grainOf(u unit) unit {
	switch u {
	case fortnight:
		return week
	case nights, second, minute, hour:
		return day
	}
	return u
}

// fromRef counts from the date spoken of last.
func (r *reader) fromRef(p *piece) {
	if (p.at.clock || p.at.part != noPart) && r.ref.grain == day && r.refAge <= 6 && r.refFits(p) {
		base := at(r.ref.date(), day)
		p.at = r.count(base, r.ref.date(), p)
		r.settle(p, graph.Resolved, "explicit")
		return
	}
	switch {
	case r.comingUnit(p):
		p.at = r.createdIn(p.unit)
		r.settle(p, graph.Resolved, "publication")
	case p.at.clock && !r.narrative && r.created.grain != noUnit && r.created.grain <= day:
		p.at = at(r.created.t, day)
		r.settle(p, graph.Resolved, "publication")
	case r.ref.grain == noUnit || !r.ref.dated() || r.ref.grain > grainOf(p.unit) && p.n == 0 && p.unit < year:
		p.at = point{grain: grainOf(p.unit), second: -1}
	case r.ref.grain > grainOf(p.unit):
		p.at = point{grain: grainOf(p.unit), second: -1}
	default:
		base := r.ref.date()
		p.at = r.count(at(base, grainOf(p.unit)), base, p)
		if r.tooLate(p) {
			p.at = point{grain: grainOf(p.unit), second: -1}
			return
		}
		r.settle(p, graph.Resolved, "explicit")
		r.tolerance(p, base)
	}
}

// tooLate reports what is told as past and would be after the document date, if
// it counted from the date spoken of last: it counts from something else.
func (r *reader) tooLate(p *piece) bool {
	if r.narrative || p.n <= 0 || r.created.grain == noUnit || r.created.grain > day || !p.at.dated() || !p.at.date().After(r.created.t) {
		return false
	}
	dir, _ := r.directionAt(p)
	return dir < 0
}

// comingUnit reports whether "the end of the year" is that of the year of the report:
// its clause looks ahead, and the date spoken of last is past.
func (r *reader) comingUnit(p *piece) bool {
	if r.narrative || p.that || p.n != 0 || p.unit <= day || p.at.clock || p.mod != modEnd || !r.word2(p.start-1, "by", "before", "until", "till", "at") {
		return false
	}
	now := r.createdIn(p.unit)
	return now.grain != noUnit && r.ref.grain != noUnit && r.ref.date().Before(now.date()) && r.looksAhead(p)
}

// refFits reports whether a time of day may belong to the date spoken of last:
// in a report that is one of the last days.
func (r *reader) refFits(p *piece) bool {
	if r.narrative || r.created.grain == noUnit || r.created.grain > day {
		return true
	}
	apart := r.created.t.Sub(r.ref.date())
	if apart < 0 {
		if dir, _ := r.directionAt(p); dir < 0 {
			return false // what is told as past was not on a day to come
		}
	}
	return apart < 14*24*time.Hour && apart > -14*24*time.Hour
}

// vagueRef places now and recently against the document date.
func (r *reader) vagueRef(p *piece) {
	if r.created.grain == noUnit || r.created.grain > day {
		return
	}
	today := at(r.created.t, day).edtf()
	switch p.fixed {
	case "PRESENT_REF":
		p.edtf = today
	case "PAST_REF":
		p.edtf = "../" + today
	case "FUTURE_REF":
		p.edtf = today + "/.."
	default:
		return
	}
	p.confidence, p.anchor, p.anchorEDTF = graph.Resolved, "publication", r.created.edtf
}

// remember makes p the date spoken of last.
func (r *reader) remember(p *piece) {
	if !p.at.dated() || p.holiday > 0 && p.rel != absolute || p.rel == period || p.rel == within || r.narrative && (p.rel == fromCreated || p.rel == named) {
		return
	}
	if p.rel == fromRef && p.n < 0 {
		return // what was the day before does not move the story
	}
	if r.narrative && p.at.grain == year && r.aside(p) {
		return
	}
	if r.refAge == 0 && r.ref.grain == day && r.whenSaid(p) {
		return // what was done late Thursday, police said Friday
	}
	switch p.at.grain {
	case day, month, year, week, season:
		r.ref, r.refAge, r.refStated = p.at, 0, p.rel == absolute
		r.ref.clock, r.ref.part = false, noPart
	}
}

// whenSaid reports a day that only says when something was said: said Friday, told
// reporters on Friday.
func (r *reader) whenSaid(p *piece) bool {
	i := p.start - 1
	if r.word(i) == "on" {
		i--
	}
	if r.word2(i, "reporters", "journalists") {
		i--
	}
	return r.word2(i, "said", "told", "says")
}
