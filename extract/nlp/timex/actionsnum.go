package timex

import "github.com/claimline/claimline/extract/nlp/number"

// Actions that read dates in figures, and days that stand without a month.

// isoDate reads 2024-03-22 and 2012.08.08.
func isoDate(r *reader, m *match) bool {
	p := point{grain: day, year: m.get(slotYear), hasYear: true, month: m.get(slotDigits), day: m.get(slotDigits2), second: -1}
	if p.month < 1 || p.day < 1 || !p.valid() {
		return true
	}
	return r.add(m, piece{kind: typeDate, at: p})
}

// isoTime reads 2016-12-16T12:23:59Z.
func isoTime(r *reader, m *match) bool {
	p := point{grain: day, year: m.get(slotYear), hasYear: true, month: m.get(slotDigits), day: m.get(slotDigits2)}
	if p.month < 1 || p.day < 1 || !p.valid() {
		return true
	}
	m.setClock(&p)
	if r.mark(m.end, '.') && glued(r.atoms, m.end) && glued(r.atoms, m.end+1) && r.atoms[m.end+1].Kind == number.Digits {
		m.end += 2 // fractions of a second
	}
	p.zone, m.end = r.lex.zoneAfter(r.atoms, m.end)
	return r.add(m, piece{kind: typeTime, at: p})
}

// setClock puts the time of the day of m into p.
func (m *match) setClock(p *point) {
	p.clock, p.hour, p.minute, p.second = true, m.get(slotHour), m.get(slotMinute), -1
	if m.has(slotMinute2) {
		p.second = m.get(slotMinute2)
	}
}

// dateClock reads Oct 26 15:50:06 2016.
func dateClock(r *reader, m *match) bool {
	p := m.calendar()
	if !p.valid() || m.has(slotDayWord) {
		return true
	}
	m.setClock(&p)
	return r.add(m, piece{kind: typeTime, at: p})
}

// monthYY reads August 99, whose figure is no day.
func monthYY(r *reader, m *match) bool {
	return m.get(slotYear)%100 > 31 && r.monthFits(m) && !r.followed(m.end) && !r.lex.words.counted.has(r.at(m.end)) && date(r, m)
}

// yearFew reads the year 247, and "in the year 71".
func yearFew(r *reader, m *match) bool {
	least := 100.0
	if r.word(m.start) == "the" && r.preposition(m.start) {
		least = 10
	}
	if m.n < least || m.n > 999 || m.n != float64(int(m.n)) || m.vague || r.followed(m.end) {
		return false
	}
	return r.add(m, piece{kind: typeDate, at: point{grain: year, year: int(m.n), hasYear: true, second: -1}})
}

// numeric reads 8/5/2021. Which is the day follows from a number over 12, from
// the document date, or else from the habit of the mark: months first with a
// slash. Where both readings stay possible, both are kept.
func numeric(r *reader, m *match) bool {
	a, b := m.get(slotDigits), m.get(slotDigits2)
	p := point{grain: day, year: m.get(slotYear), hasYear: true, month: a, day: b, second: -1}
	q := p
	q.month, q.day = b, a
	pOK, qOK := p.month >= 1 && p.day >= 1 && p.month <= 12 && p.valid(), q.month >= 1 && q.day >= 1 && q.month <= 12 && q.valid()
	dots := r.mark(m.start+1, '.')
	if dots && r.atoms[m.end-1].Len() == 2 && !r.created.near(p) && !r.created.near(q) {
		return false // more likely a version or an outline
	}
	switch {
	case !pOK && !qOK && !dots && r.atoms[m.end-1].Len() == 4 && r.atoms[m.start+1].Rune == r.atoms[m.end-2].Rune:
		return true // no such day, and no part of it is a date
	case !pOK && !qOK, r.atoms[m.start+1].Rune != r.atoms[m.end-2].Rune:
		return false
	case !pOK, qOK && r.created.near(q), pOK && qOK && dots && !r.created.near(p):
		p, q, qOK = q, p, pOK
	}
	out := piece{kind: typeDate, at: p}
	if qOK && p != q && !r.created.near(p) && !dots {
		out.alt = q
	}
	return r.add(m, out)
}

// numericShort reads "on 4/22", the month first unless it cannot be. Figures with
// a slash are fractions: a preposition, a weekday or another such date must stand
// before it.
func numericShort(r *reader, m *match) bool {
	a, b := m.get(slotDigits), m.get(slotDigits2)
	p := point{grain: day, month: a, day: b, second: -1}
	if a == 9 && b == 11 {
		return sealed(r.atoms, m.end) && r.word(m.end) != "of" && terror(r, m)
	}
	if a < 1 || b < 1 || a > 12 || !p.valid() {
		p.month, p.day = b, a
	}
	if p.month < 1 || p.day < 1 || p.month > 12 || !p.valid() || !sealed(r.atoms, m.end) || a == b {
		return false
	}
	if r.followed(m.end) || r.word(m.end) == "of" || r.lex.words.counted.has(r.at(m.end)) || r.lex.class(classUnits, r.at(m.end)) != "" {
		return false
	}
	before := m.start > 0 && (r.word2(m.start-1, "on", "by", "until", "till", "since", "before", "after", "from", "through") || r.lex.class(classWeekday, &r.atoms[m.start-1]) != "")
	if last := len(r.pieces) - 1; last >= 0 && r.pieces[last].end == m.start-1 && r.pieces[last].rule == m.rule.id {
		before = before || r.joins(m.start-1) || r.mark(m.start-1, ',')
	}
	return before && r.add(m, piece{kind: typeDate, at: p, rel: partial})
}

// monthFigures reads 11/2016 and 2016/11, not the number of a law ("Regulation
// 11/2016"), and the season of 2016/17 as two years.
func monthFigures(r *reader, m *match) bool {
	p := point{grain: month, month: m.get(slotDigits), year: m.get(slotYear), hasYear: true, second: -1}
	before := m.start - 1
	if last := &r.atoms[m.end-1]; r.atoms[m.start].Len() == 4 && last.Len() == 2 && last.Value == (p.year+1)%100 {
		r.addPart(m, m.start, m.start+1, point{grain: year, year: p.year, hasYear: true, second: -1})
		r.addPart(m, m.end-1, m.end, point{grain: year, year: p.year + 1, hasYear: true, second: -1})
		return true
	}
	switch {
	case p.month < 1 || p.month > 12 || p.year < 1900 || p.year > 2100, !sealed(r.atoms, m.end), chained(r.atoms, m.start), r.followed(m.end):
		return false
	case (r.mark(m.end, '/') || r.mark(m.end, '-')) && glued(r.atoms, m.end):
		return false
	case before >= 0 && (r.lex.words.label.has(&r.atoms[before]) || r.mark(before, '.') || r.mark(before, '(') || r.atoms[before].Upper && !r.sentenceStart(before)):
		return false
	}
	return r.add(m, piece{kind: typeDate, at: p})
}

// spanOrMonth reads 2004-06: two years when the second follows the first, else
// a month.
func spanOrMonth(r *reader, m *match) bool {
	yy, y := m.get(slotDigits), m.get(slotYear)
	if r.atoms[m.end-1].Len() != 2 {
		return false
	}
	if yy > y%100 {
		return yearSpan(r, m)
	}
	p := point{grain: month, year: y, hasYear: true, month: yy, second: -1}
	return yy >= 1 && yy <= 12 && r.add(m, piece{kind: typeDate, at: p})
}

// yearSpan reads 1871-72.
func yearSpan(r *reader, m *match) bool {
	yy, y := m.get(slotDigits), m.get(slotYear)
	if r.atoms[m.end-1].Len() != 2 || yy <= y%100 || !sealed(r.atoms, m.end) || chained(r.atoms, m.start) {
		return false
	}
	r.addPart(m, m.start, m.start+1, point{grain: year, year: y, hasYear: true, second: -1})
	r.addPart(m, m.end-1, m.end, point{grain: year, year: y - y%100 + yy, hasYear: true, second: -1})
	return true
}

// addPart appends a piece over some atoms of a match.
func (r *reader) addPart(m *match, start, end int, p point) {
	r.pieces = append(r.pieces, piece{start: start, end: end, rule: m.rule.id, kind: typeDate, at: p, rel: p.known()})
}

// twoDays reads May 3-5 and 3 and 5 May as two dates, whose span comes later.
func twoDays(r *reader, m *match) bool {
	p := m.calendar()
	p.grain = day
	q := p
	q.day = m.get(slotDay2)
	if !p.valid() || !q.valid() {
		return true
	}
	if m.get(slotDayWord) == dayCardinal || r.followed(m.end) && m.has(slotDayWord) || !r.dateFits(m, p) {
		return false
	}
	gap := m.start
	for i := m.start + 1; i < m.end; i++ {
		if r.joins(i) || r.word2(i, "thru", "till", "until") {
			gap = i
			break
		}
	}
	if m.has(slotDayWord) && r.word2(gap, "and", "or") && r.word(m.start-1) != "between" {
		return false
	}
	if gap == m.start || gap+1 >= m.end {
		return false
	}
	second := gap + 1
	r.addPart(m, m.start, gap, p)
	r.addPart(m, second, m.end, q)
	return true
}

// bareDay reads "the 13th" as a day of the month spoken of, where a year or
// month was named before it in the same sentence or the one before.
func bareDay(r *reader, m *match) bool {
	if r.word(m.end) == "of" && !r.word2(m.end+1, "the", "this", "that") {
		return false // the 11th of their fights
	}
	if r.ref.grain != day && r.ref.grain != month {
		return r.freeDay(m)
	}
	if r.followed(m.end) && r.word(m.end) != "and" || r.word(m.end) == "of" {
		return false
	}
	p := point{grain: day, day: m.get(slotDay), month: r.ref.month, year: r.ref.year, hasYear: r.ref.hasYear, second: -1}
	return p.valid() && r.preposition(m.start) && r.add(m, piece{kind: typeDate, at: p, rel: absolute})
}

// freeDay reads "on the 21st" where no month was spoken of.
func (r *reader) freeDay(m *match) bool {
	cue := r.word2(m.start-1, "on", "by", "until", "till", "since", "before", "after", "around") || r.word(m.start-1) == "for" && (m.end == len(r.atoms) || r.atoms[m.end].Kind == number.Punct)
	if r.narrative || r.refNear() || !cue || r.followed(m.end) || r.word(m.end) == "of" {
		return false
	}
	return r.add(m, piece{kind: typeDate, rel: partial, inMonth: true, at: point{grain: day, day: m.get(slotDay), second: -1}})
}
