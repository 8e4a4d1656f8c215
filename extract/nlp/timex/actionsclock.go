package timex

import "github.com/claimline/claimline/extract/nlp/number"

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
	if p.hour == 24 && (p.minute > 0 || p.second > 0) || r.elapsed(m) || r.isVerb(m) {
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
	weak := !m.has(slotPM) && m.rule.id != "clock/minutes-letter" && m.rule.id != "clock/dots-zone" && m.rule.id != "clock/four-zone" && m.rule.id != "clock/four-local" && !r.clockCue(m)
	end := m.end
	if z, next := r.lex.zoneAfter(r.atoms, m.end); next > m.end {
		p.zone, m.end, weak = z, next, false
	}
	if m.rule.id == "clock/four-zone" || m.rule.id == "clock/dots-zone" {
		p.zone, _ = r.lex.zoneAfter(r.atoms, end-1)
	}
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: p, weak: weak})
}

// isVerb reports "am" after a number in words that is the verb: "which of the two
// am I".
func (r *reader) isVerb(m *match) bool {
	last := m.end - 1
	if m.rule.id != "clock/spelled" || r.word(last) != "am" {
		return false
	}
	t := r.token(last)
	return r.word(m.end) == "i" && !r.clockCue(m) || t != nil && (t.UPOS == "AUX" || t.UPOS == "VERB")
}

// elapsed reports minutes and seconds of a game or race rather than a time of
// day: "at 2:56 of the second period", "scored at 2:56".
func (r *reader) elapsed(m *match) bool {
	if m.rule.id != "clock/minutes" && m.rule.id != "clock/seconds" {
		return false
	}
	if r.word2(m.end, "of", "into", "left") {
		return true
	}
	for i := m.start - 1; i >= max(0, m.start-reach) && !r.clauseEnd(i); i-- {
		if r.lex.words.scoring.has(&r.atoms[i]) {
			return m.get(slotHour) < 20 || m.get(slotMinute) > 0
		}
	}
	return false
}

// clockCue reports a preposition of times before or hours after a match.
func (r *reader) clockCue(m *match) bool {
	switch r.word(m.start - 1) {
	case "at", "by", "around", "about", "from", "until", "till", "before", "after", "since", "between", "approximately":
		return true
	case "and":
		if n := len(r.pieces) - 1; n >= 0 && r.pieces[n].at.clock && r.pieces[n].end == m.start-1 {
			return true
		}
	}
	last := r.word(m.end - 1)
	return last == "hours" || last == "hrs"
}

func oClock(r *reader, m *match) bool {
	p := point{hour: m.get(slotHour), second: -1, clock: true}
	if m.has(slotPart) {
		p.hour = afternoonHour(p.hour, part(m.get(slotPart)))
	}
	if m.has(slotPM) {
		p.hour = p.hour%12 + 12*m.get(slotPM)
	}
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: p})
}

// clockPast reads ten past nine, a quarter to six and half past seven pm.
// Without "at" or the half of the day before or after it, "ten to one" may
// count something else.
func clockPast(r *reader, m *match) bool {
	minutes := int(m.n)
	if len(m.rule.arg) > 0 {
		minutes = atoi(m.rule.arg[0])
	} else if m.article || m.vague || m.n != float64(minutes) || minutes < 1 || minutes > 59 {
		return false
	}
	p := point{hour: m.get(slotHour), second: -1, clock: true, minute: minutes}
	if m.has(slotPM) {
		p.hour = p.hour%12 + 12*m.get(slotPM)
	}
	if !r.has(m, "past") && !r.has(m, "after") {
		p.minute = 60 - minutes
		if p.hour--; p.hour <= 0 {
			p.hour += 12
		}
	}
	to := r.has(m, "to") && !r.has(m, "quarter") && !r.has(m, "minutes") && !r.has(m, "mins") && !r.has(m, "min")
	if to && (minutes%5 != 0 || minutes > 25 || r.word2(m.start-1, "from", "between", "until")) || r.mark(m.end, ':') || r.mark(m.end, '-') {
		return false
	}
	clock := r.word(m.end) == "o" && r.mark(m.end+1, '\'')
	sure := clock || m.has(slotPM) || r.word(m.end) == "in" || r.has(m, "half") || r.has(m, "minutes") || r.has(m, "min") || r.has(m, "mins") || r.clockCue(m) || r.has(m, "past") && (r.has(m, "quarter") || m.start == 0 || r.word(m.start-1) == "s")
	if !sure || !clock && r.followed(m.end) && !r.word2(m.end, "today", "tomorrow", "yesterday", "tonight") && r.lex.class(classWeekday, r.at(m.end)) == "" {
		return false
	}
	if clock {
		m.end += 3
	}
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: p})
}

// clockSpoken reads eight forty a.m.
func clockSpoken(r *reader, m *match) bool {
	if m.article || m.vague || m.n != float64(int(m.n)) || m.n < 1 || m.n > 59 || r.atoms[m.start].Kind != number.Word || r.atoms[m.start+1].Kind != number.Word {
		return false
	}
	p := point{hour: m.get(slotHour)%12 + 12*m.get(slotPM), minute: int(m.n), second: -1, clock: true}
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
	if r.inTitle(m) || r.atoms[m.end-1].Upper && r.nextUpper(m.end) && r.atoms[m.end].Word == 0 {
		return false
	}
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: point{hour: atoi(m.rule.arg[0]), second: -1, clock: true}})
}

// hourPart reads "at 3 in the morning".
func hourPart(r *reader, m *match) bool {
	before := r.clockCue(m) || r.word2(m.start-1, "s", "circa", "than", "to")
	if !before || r.followed(m.end) {
		return false
	}
	p := point{hour: afternoonHour(m.get(slotHour), part(m.get(slotPart))), second: -1, clock: true}
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: p})
}

// bareHour reads the 8 of "tonight at 8": only a part of the day before it
// makes it a time.
func bareHour(r *reader, m *match) bool {
	n := len(r.pieces) - 1
	if n < 0 || r.pieces[n].at.part == noPart || !r.gap(r.pieces[n].end, m.start, "at", "around", "at about") || r.followed(m.end) || r.word(m.end) == "of" || !sealed(r.atoms, m.end) || r.lex.class(classUnits, r.at(m.end)) != "" {
		return false
	}
	h := m.get(slotHour)
	if h < 1 || h > 12 || r.mark(m.end, '-') || r.word(m.end) == "to" || r.nextUpper(m.end) {
		return false
	}
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: point{hour: h, second: -1, clock: true}})
}
