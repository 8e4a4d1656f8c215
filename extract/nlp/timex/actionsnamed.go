package timex

// Actions that read days and years by what they are in a story of their own: a
// trial, a school, a season. They are marked; when they were is not told by them.

// The values of a day and a year that nothing places.
const (
	openDay  = "XXXX-XX-XX"
	openYear = "XXXX"
)

// dayNumber reads the fifth day of a trial or a tournament: "day five".
func dayNumber(r *reader, m *match) bool {
	const most = 999
	if m.n < 1 || m.n > most || m.n != float64(int(m.n)) || m.vague || m.article || r.word2(m.start-1, "a", "an", "per", "each", "every", "that", "one", "same", "since") {
		return false
	}
	if r.word(m.start-1) == "from" && m.n == 1 || r.mark(m.end, '-') || r.lex.class(classUnit, r.at(m.end)) != "" || r.lex.class(classUnits, r.at(m.end)) != "" || r.lex.words.counted.has(r.at(m.end)) {
		return false // from day one
	}
	return r.add(m, piece{kind: typeDate, fixed: openDay})
}

// stageDay reads "opening night", "our last day", "the final day".
func stageDay(r *reader, m *match) bool {
	return !r.followed(m.end) && !r.mark(m.end, '-') && r.add(m, piece{kind: typeDate, fixed: openDay})
}

// stageYear reads "his senior year", "the same season".
func stageYear(r *reader, m *match) bool {
	return !r.mark(m.end, '-') && r.add(m, piece{kind: typeDate, fixed: openYear})
}

// yearEnd reads "by year-end" and "before the month's end".
func yearEnd(r *reader, m *match) bool {
	u := units[r.lex.class(classUnit, r.at(m.start))]
	if r.word(m.start) == "the" {
		u = units[r.lex.class(classUnit, r.at(m.start+1))]
	}
	if u == noUnit || !r.preposition(m.start) || r.followed(m.end) {
		return false
	}
	p := piece{kind: typeDate, rel: fromCreated, unit: u, mod: modEnd}
	if r.narrative || r.refNear() && r.ref.grain <= u {
		p.rel = fromRef
	}
	return r.add(m, p)
}

// theseYears reads the slip "this years parade".
func theseYears(r *reader, m *match) bool {
	return r.followed(m.end) && r.add(m, piece{kind: typeDate, rel: fromCreated, unit: year})
}

// toPresent reads the end of "2013 – present" and "from 1998 to the present".
func toPresent(r *reader, m *match) bool {
	n := len(r.pieces) - 1
	joined := n >= 0 && r.pieces[n].kind == typeDate && r.pieces[n].end == m.start-1 && (r.mark(m.start-1, '-') || r.word2(m.start-1, "to", "through", "until"))
	return joined && !r.followed(m.end) && r.add(m, piece{kind: typeDate, rel: vagueRef, fixed: "PRESENT_REF"})
}

// ofWriting reads "at the time of writing".
func ofWriting(r *reader, m *match) bool {
	return r.word2(m.start-1, "at", "as", "by") && r.add(m, piece{kind: typeDate, rel: vagueRef, fixed: "PRESENT_REF"})
}

// terror reads the day of 2001 that is known by its numbers: 9/11, the September
// 11 attacks. Close to another 11 September "on 9/11" may be that one.
func terror(r *reader, m *match) bool {
	p := point{grain: day, year: 2001, hasYear: true, month: 9, day: 11, second: -1}
	if c := r.created; c.grain != noUnit {
		near := int(c.t.Month()) >= 8 && int(c.t.Month()) <= 10
		if c.t.Before(p.date()) || near && r.word(m.start-1) == "on" && c.t.Year() > p.year {
			return false
		}
	}
	return r.add(m, piece{kind: typeDate, at: p})
}

// terrorNamed reads the date of "the September 11 attacks" alone.
func terrorNamed(r *reader, m *match) bool {
	if m.get(slotMonth) != 9 || m.get(slotDay) != 11 {
		return false
	}
	for m.end > m.start && !r.word2(m.end, "attack", "attacks", "terrorist", "terror", "hijackers", "hijackings", "hijacking", "commission") {
		m.end--
	}
	return m.end > m.start && terror(r, m)
}
