package timex

import "github.com/claimline/claimline/extract/nlp/number"

// Actions that find a day or a week by its place in a month or a year.

// weekdayDay reads Thursday the 21st.
func weekdayDay(r *reader, m *match) bool {
	last := &r.atoms[m.end-1]
	if m.get(slotDayWord) == dayCardinal || last.Kind == number.Digits || r.followed(m.end) || r.mark(m.end, '-') {
		return false // Thursday the 17-member panel
	}
	p := m.calendar()
	return r.add(m, piece{kind: typeDate, rel: partial, at: p, inMonth: true})
}

// nthWeekdayOf reads the first Monday of June and the last Friday of May 2019.
func nthWeekdayOf(r *reader, m *match) bool {
	p := m.calendar()
	nth := r.nth(m)
	if m.has(slotShort) || nth > 5 || nth == 0 {
		return false
	}
	return r.add(m, piece{kind: typeDate, rel: p.known(), at: p, nth: nth})
}

// nth is the ordinal that a match begins with, -1 for the last.
func (r *reader) nth(m *match) int {
	if r.has(m, "last") && m.get(slotOrdinal) == 0 || r.has(m, "final") {
		return -1
	}
	return m.get(slotOrdinal)
}

// nthWeekdayUnit reads the third Wednesday of next month.
func nthWeekdayUnit(r *reader, m *match) bool {
	nth := r.nth(m)
	if m.has(slotShort) || nth > 5 || nth == 0 {
		return false
	}
	dir, rel := r.monthDir(m)
	return r.add(m, piece{kind: typeDate, rel: rel, dir: dir, unit: month, at: point{grain: day, weekday: m.get(slotWeekday), second: -1}, nth: nth})
}

// monthDir tells which month the end of a match names: this, last or next.
func (r *reader) monthDir(m *match) (int, relation) {
	switch r.word(m.end - 2) {
	case "last", "previous":
		return -1, named
	case "next":
		return 1, named
	case "following":
		return 1, namedThat
	case "that", "same":
		return 0, namedThat
	case "the", "of":
		if r.refNear() {
			return 0, namedThat
		}
	}
	return 0, named
}

// dayOfMonth reads the 20th of next month. Without "of" and "the" it is
// something else: his 20th this month.
func dayOfMonth(r *reader, m *match) bool {
	n := m.get(slotOrdinal)
	if n < 1 || n > 31 || !r.has(m, "of") && r.atoms[m.start+1].Kind == r.atoms[m.start].Kind {
		return false
	}
	dir, rel := r.monthDir(m)
	return r.add(m, piece{kind: typeDate, rel: rel, dir: dir, unit: month, at: point{grain: day, day: n, second: -1}})
}

// restOf reads the rest of the week: from the document date to its end.
func restOf(r *reader, m *match) bool {
	u := unit(m.get(slotUnit))
	if m.has(slotPlural) || u != day && u != week && u != month && u != quarter && u != year && u != weekend {
		return false
	}
	p := piece{kind: typeDate, rel: within, unit: u, dir: 1, mod: modEnd}
	if !r.has(m, "this") && (r.narrative || r.refNear() && r.ref.grain > u) {
		p.rel = fromRef
	}
	return r.add(m, p)
}

// weekOf reads the week of May 3 and the week beginning 4 February.
func weekOf(r *reader, m *match) bool {
	p := m.calendar()
	p.grain = day
	if !r.dayWordFits(m) || !p.valid() {
		return false
	}
	return r.add(m, piece{kind: typeDate, rel: p.known(), at: p, weekOf: true, inMonth: p.month == 0})
}

// weekNumber reads week 3 of 2027 as ISO 8601 numbers them.
func weekNumber(r *reader, m *match) bool {
	p := point{grain: week, ordinal: m.get(slotDigits), year: m.get(slotYear), hasYear: true, second: -1}
	y, n := p.date().ISOWeek()
	return p.ordinal > 0 && y == p.year && n == p.ordinal && r.add(m, piece{kind: typeDate, at: p})
}

// weekOfYear reads the second week of 2015.
func weekOfYear(r *reader, m *match) bool {
	p := point{grain: week, ordinal: r.nth(m), year: m.get(slotYear), hasYear: true, second: -1}
	if p.ordinal < 0 {
		p.ordinal = weeksIn(p.year)
	}
	return p.ordinal > 0 && p.ordinal <= weeksIn(p.year) && r.add(m, piece{kind: typeDate, at: p})
}

// weeksIn is how many weeks a year has by ISO 8601: 52 or 53.
func weeksIn(year int) int {
	_, n := at(isoMonday(year+1, 1).AddDate(0, 0, -1), day).date().ISOWeek()
	return n
}

// holidayWeekend reads the Labor Day weekend and Easter weekend 2021.
func holidayWeekend(r *reader, m *match) bool {
	p := point{grain: weekend, year: m.get(slotYear), hasYear: m.has(slotYear), second: -1}
	return r.add(m, piece{kind: typeDate, at: p, rel: p.known(), holiday: m.get(slotHoliday) + 1})
}

// weekdaysAway reads two Sundays from now.
func weekdaysAway(r *reader, m *match) bool {
	if m.vague || m.article || m.n < 1 || m.n > 60 || m.n != float64(int(m.n)) {
		return false
	}
	return r.add(m, piece{kind: typeDate, rel: named, dir: atoi(m.rule.arg[0]), n: m.n - 1, at: point{grain: day, weekday: m.get(slotWeekday), second: -1}})
}

// weekNumberUnit reads week 27 of last year.
func weekNumberUnit(r *reader, m *match) bool {
	p := point{grain: week, ordinal: m.get(slotDigits), second: -1}
	out := piece{kind: typeDate, rel: named, unit: year, at: p}
	switch r.word(m.end - 2) {
	case "last":
		out.dir = -1
	case "next":
		out.dir = 1
	}
	return p.ordinal >= 1 && p.ordinal <= 52 && r.add(m, out)
}

// afterNext reads the week after next.
func afterNext(r *reader, m *match) bool {
	u := unit(m.get(slotUnit))
	if m.has(slotPlural) || u < day || u >= fortnight || r.followed(m.end) {
		return false
	}
	return r.add(m, piece{kind: typeDate, rel: fromCreated, unit: u, n: 2})
}

// yearToDate reads what accounts count from 1 January to now.
func yearToDate(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeDate, rel: within, unit: year, dir: -1, mod: modStart})
}

// calendarYear reads this calendar year.
func calendarYear(r *reader, m *match) bool {
	n := map[string]float64{"last": -1, "next": 1}[r.word(m.start)]
	return r.add(m, piece{kind: typeDate, rel: fromCreated, unit: year, n: n})
}

// periodFortnight reads the past fortnight.
func periodFortnight(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeDuration, rel: period, unit: fortnight, n: 1, dir: atoi(m.rule.arg[0])})
}

// agoTwo reads 1 month 21 days ago.
func agoTwo(r *reader, m *match) bool {
	a, b := unit(m.get(slotUnit)), unit(m.get(slotUnit2))
	sign := float64(atoi(m.rule.arg[0]))
	if a == b || m.vague || !r.countable(m) || m.n != float64(int(m.n)) || m.n2 != float64(int(m.n2)) {
		return false
	}
	p := piece{kind: typeDate, rel: fromCreated, unit: a, n: sign * m.n, counted: true}
	if sign > 0 {
		p.rel = fromRef
	}
	p.more[0] = length{b, m.n2}
	return r.add(m, p)
}

// endOfUnit reads "by end of year".
func endOfUnit(r *reader, m *match) bool {
	u := units[r.lex.class(classUnit, &r.atoms[m.end-1])]
	if u == noUnit || r.followed(m.end) || !r.preposition(m.start) && m.start > 0 {
		return false
	}
	return r.add(m, piece{kind: typeDate, rel: fromCreated, unit: u, mod: modEnd})
}

// pastBare reads "in past week" and "in upcoming month".
func pastBare(r *reader, m *match) bool {
	u := unit(m.get(slotUnit))
	if m.has(slotPlural) || u < week || u >= fortnight || m.start > 0 && !r.preposition(m.start) || r.followed(m.end) {
		return false
	}
	return r.add(m, piece{kind: typeDate, rel: fromCreated, unit: u, n: float64(atoi(m.rule.arg[0]))})
}
