package timex

// clockTime reads 3 p.m., 14:30, 1052 GMT.
func clockTime(r *reader, m *match) bool {
	p := point{hour: m.get(slotHour), minute: m.get(slotMinute), second: -1, clock: true}
	if m.has(slotMinute2) {
		p.second = m.get(slotMinute2)
	}
	if m.has(slotPM) {
		if p.hour == 12 {
			p.hour = 0
		}
		p.hour += 12 * m.get(slotPM)
	}
	if p.hour == 24 && (p.minute > 0 || p.second > 0) {
		return false
	}
	if m.rule.id == "clock/minutes-letter" {
		if p.hour == 0 || p.hour > 12 {
			return false
		}
		p.hour %= 12
		if r.word(m.end-1) == "p" {
			p.hour += 12
		}
	}
	weak := !m.has(slotPM) && m.rule.id != "clock/minutes-letter" && m.rule.id != "clock/dots-zone" && m.rule.id != "clock/four-zone" && !r.clockCue(m)
	end := m.end
	if z, next := r.lex.zoneAfter(r.atoms, m.end); next > m.end {
		p.zone, m.end, weak = z, next, false
	}
	if m.rule.id == "clock/four-zone" || m.rule.id == "clock/dots-zone" {
		p.zone, _ = r.lex.zoneAfter(r.atoms, end-1)
	}
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: p, weak: weak})
}

// clockCue reports a preposition of times before or hours after a match.
func (r *reader) clockCue(m *match) bool {
	switch r.word(m.start - 1) {
	case "at", "by", "around", "about", "from", "until", "till", "before", "after", "since", "between", "and", "approximately":
		return true
	}
	last := r.word(m.end - 1)
	return last == "hours" || last == "hrs"
}

func oClock(r *reader, m *match) bool {
	if m.n < 1 || m.n > 12 || m.n != float64(int(m.n)) {
		return false
	}
	p := point{hour: int(m.n), second: -1, clock: true}
	if m.has(slotPart) {
		p.hour = afternoonHour(p.hour, part(m.get(slotPart)))
	}
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: p})
}

// afternoonHour reads an hour of the twelve-hour clock in a part of the day.
func afternoonHour(h int, p part) int {
	switch {
	case h < 12 && (p == afternoon || p == evening || p == dusk || p == night && h >= 6):
		return h + 12
	case h == 12 && (p == night || p == morning):
		return 0
	}
	return h
}

func noon(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: point{hour: atoi(m.rule.arg[0]), second: -1, clock: true}})
}

func halfPast(r *reader, m *match) bool {
	if m.n < 1 || m.n > 12 {
		return false
	}
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: point{hour: int(m.n), minute: 30, second: -1, clock: true}})
}
