package timex

import "github.com/claimline/claimline/extract/nlp/number"

// clockRange reads from 9 to 5 pm, 9:30-11:45 a.m. and between 10 pm and 3 as
// two times.
func clockRange(r *reader, m *match) bool {
	gap := m.start + 1
	for gap < m.end && !r.joins(gap) && !r.word2(gap, "till", "til", "until") {
		gap++
	}
	if !r.rangeFits(m, gap) {
		return false
	}
	from, to := m.halves()
	if r.word(m.end-1) == "hours" || from.hour > 23 {
		return false
	}
	end := m.end
	if z, next := r.lex.zoneAfter(r.atoms, m.end); next > m.end {
		from.zone, to.zone, end = z, z, next
	}
	a := piece{start: m.start, end: gap, rule: m.rule.id, kind: typeTime, rel: fromRef, unit: day, at: from, to: true}
	b := piece{start: gap + 1, end: end, rule: m.rule.id, kind: typeTime, rel: fromRef, unit: day, at: to}
	b.nextDay = minutesOf(to) < minutesOf(from)
	r.pieces = append(r.pieces, a, b)
	return true
}

// rangeFits reports whether two figures are times: one has its half of the
// day, or minutes or a zone and a word before them say so.
func (r *reader) rangeFits(m *match, gap int) bool {
	before := r.word(m.start - 1)
	_, afterZone := r.lex.zoneAfter(r.atoms, m.end)
	switch {
	case r.word(gap) == "and" && before != "between":
		return false
	case (r.mark(m.end, '-') || r.mark(m.end, '/')) && glued(r.atoms, m.end):
		return false // the beginning of a date
	case m.has(slotPM2):
		return true
	case m.has(slotPM):
		return m.has(slotMinute2) || !r.followed(m.end)
	case r.followed(m.end) && !m.has(slotMinute2):
		return false
	case before != "from" && before != "between" && !(r.mark(gap, '-') && r.atoms[m.start].Len() == 2):
		return false
	case m.has(slotMinute) && m.has(slotMinute2) && r.atoms[m.start].Kind == r.atoms[m.end-1].Kind:
		return true
	}
	return afterZone > m.end && r.atoms[m.end].Kind == number.Word || m.has(slotMinute2) && r.afterDay(m.start-1)
}

// halves are the ends of a range. What states no half of the day takes the one
// that makes the shorter range.
func (m *match) halves() (from, to point) {
	from = point{hour: m.get(slotHour), minute: m.get(slotMinute), second: -1, clock: true}
	to = point{hour: m.get(slotHour2), minute: m.get(slotMinute2), second: -1, clock: true}
	if m.has(slotPM) {
		from.hour = from.hour%12 + 12*m.get(slotPM)
	}
	if m.has(slotPM2) {
		to.hour = to.hour%12 + 12*m.get(slotPM2)
	}
	switch {
	case m.has(slotPM) && m.has(slotPM2):
	case m.has(slotPM2):
		from = beforeOnClock(from, to)
	case m.has(slotPM), from.hour <= 12 && to.hour <= 12 && minutesOf(to) < minutesOf(from):
		to = afterOnClock(to, from) // from 9:30 until 3:00
	}
	return from, to
}

// afterDay reports whether a day ends right before atom i.
func (r *reader) afterDay(i int) bool {
	n := len(r.pieces) - 1
	return n >= 0 && r.pieces[n].end == i && (r.pieces[n].dayLike() || r.pieces[n].at.part != noPart)
}

func minutesOf(p point) int { return p.hour*60 + p.minute }

// beforeOnClock gives p the half of the day that brings it closest before q.
func beforeOnClock(p, q point) point {
	if p.hour > 12 {
		return p
	}
	p.hour %= 12
	late := p
	late.hour += 12
	if minutesOf(late) < minutesOf(q) {
		return late
	}
	return p
}

// afterOnClock gives p the half of the day that brings it closest after q.
func afterOnClock(p, q point) point {
	if p.hour > 12 {
		return p
	}
	p.hour %= 12
	if minutesOf(p) <= minutesOf(q) && minutesOf(p)+12*60 > minutesOf(q) {
		p.hour += 12
	}
	return p
}
