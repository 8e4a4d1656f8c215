package timex

import "github.com/claimline/claimline/extract/nlp/number"

// Actions that read decades, centuries, quarters, seasons and holidays.

func decadeOf(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeDate, at: point{grain: decade, year: m.get(slotDecade), hasYear: true, second: -1}})
}

// decadeNamed reads the two thousands and the twenty-tens.
func decadeNamed(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeDate, at: point{grain: decade, year: atoi(m.rule.arg[0]), hasYear: true, second: -1}})
}

// tensOf reads '50s; a bare 50s only after another decade or an article.
func tensOf(r *reader, m *match) bool {
	if r.word(m.start) != "the" && !r.mark(m.start, '\'') && !r.afterDecade(m.start) {
		return false
	}
	for i := m.start - 1; i >= max(0, m.start-6); i-- {
		if r.lex.words.heat.has(&r.atoms[i]) {
			return false // temperatures in the 70s
		}
	}
	return decadeOf(r, m)
}

func (r *reader) afterDecade(i int) bool {
	if len(r.pieces) == 0 || !r.joins(i-1) {
		return false
	}
	last := &r.pieces[len(r.pieces)-1]
	return last.at.grain == decade && last.end == i-1
}

func centuryOf(r *reader, m *match) bool {
	n := m.get(slotOrdinal)
	if n < 1 || n > 30 || r.atoms[m.end-1].Upper && r.nextUpper(m.end) && !m.has(slotEra) {
		return false // 20th Century Fox
	}
	if m.has(slotEra) && m.get(slotEra) < 0 {
		return r.add(m, piece{kind: typeDate, rel: vagueRef, fixed: "BC" + string(pad(nil, n-1, 2))})
	}
	return r.add(m, piece{kind: typeDate, at: point{grain: century, year: n - 1, hasYear: true, second: -1}})
}

// eraYear reads 241 BC and AD 79. Years before our era count from 1 BC, which
// is the year 0 of ISO 8601.
func eraYear(r *reader, m *match) bool {
	if m.n != float64(int(m.n)) || m.n < 1 || m.n > 9999 || m.article || m.vague {
		return false
	}
	y := int(m.n)
	if m.get(slotEra) < 0 {
		y = 1 - y
	} else if !r.atoms[m.start].Upper && !m.has(slotEra) {
		return false
	}
	p := m.calendar()
	p.year, p.hasYear = y, true
	if p.grain == noUnit {
		p.grain = year
	}
	return r.add(m, piece{kind: typeDate, at: p})
}

func quarterOf(r *reader, m *match) bool {
	n := m.get(slotOrdinal)
	p := point{grain: quarter, ordinal: n, year: m.get(slotYear), hasYear: m.has(slotYear), second: -1}
	if m.has(slotHalf) {
		p.grain = half
	}
	return n >= 1 && n <= 4 && r.add(m, piece{kind: typeDate, at: p, rel: p.known()})
}

// partOfYear reads Q3 this year and next year's fourth quarter.
func partOfYear(r *reader, m *match) bool {
	n := m.get(slotOrdinal)
	if n < 1 || n > 4 || r.word(m.end) == "to" {
		return false
	}
	p := piece{kind: typeDate, rel: named, unit: year, at: point{grain: quarter, ordinal: n, second: -1}}
	if m.has(slotHalf) {
		p.at.grain = half
	}
	switch {
	case r.has(m, "last"):
		p.dir = -1
	case r.has(m, "next"):
		p.dir = 1
	case r.has(m, "that") || r.has(m, "same") || r.word(m.end-2) == "the" && (r.narrative || r.refNear()):
		p.rel = namedThat
	}
	return r.add(m, p)
}

// yearMonth reads 2016 November. A month that is a verb, a noun or a name too
// is left to those.
func yearMonth(r *reader, m *match) bool {
	if m.get(slotMonth) == 5 && m.end < len(r.atoms) && r.atoms[m.end].Kind == number.Word && !r.joins(m.end) {
		return false
	}
	return r.yearFits(m) && !m.has(slotYearWord) && !r.nextUpper(m.end) && !r.followed(m.end) && date(r, m)
}

func halfOf(r *reader, m *match) bool {
	p := point{grain: half, ordinal: m.get(slotHalf), year: m.get(slotYear), hasYear: m.has(slotYear), second: -1}
	if !m.has(slotYear) {
		if m.get(slotUnit) != int(year) || r.createdIn(year).grain == noUnit {
			return false
		}
		p.year, p.hasYear = r.created.t.Year(), true
		switch {
		case r.has(m, "last"):
			p.year--
		case r.has(m, "next"):
			p.year++
		}
	}
	return r.add(m, piece{kind: typeDate, at: p})
}

// fiscal reads fiscal 2021, FY2021 and the school year 2008, whose bounds
// differ from place to place.
func fiscal(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeDate, rel: vagueRef, fixed: m.rule.arg[0] + string(pad(nil, m.get(slotYear), 4))})
}

// fiscalUnit reads the last fiscal year.
func fiscalUnit(r *reader, m *match) bool {
	if r.createdIn(year).grain == noUnit {
		return false
	}
	y := r.created.t.Year()
	switch {
	case r.has(m, "last"), r.has(m, "previous"):
		y--
	case r.has(m, "next"):
		y++
	}
	return r.add(m, piece{kind: typeDate, rel: vagueRef, fixed: m.rule.arg[0] + string(pad(nil, y, 4))})
}

func holidayOf(r *reader, m *match) bool {
	p := point{grain: day, year: m.get(slotYear), hasYear: m.has(slotYear), second: -1}
	return r.add(m, piece{kind: typeDate, at: p, rel: p.known(), holiday: m.get(slotHoliday) + 1})
}

// seasonOf reads "the summer", not "the summer games" or "the fall of Rome".
func seasonOf(r *reader, m *match) bool {
	return !r.seasonMeansElse(m) && r.add(m, piece{kind: typeDate, rel: partial, at: m.calendar()})
}

// bareSeason reads "in summer".
func bareSeason(r *reader, m *match) bool {
	if r.seasonBefore(m.start) {
		return !r.followed(m.end) && seasonOf(r, m)
	}
	if i := m.start - 1; i < 0 || !r.lex.words.timeprep.has(&r.atoms[i]) && r.lex.class(classStage, &r.atoms[i]) == "" {
		return false
	}
	return seasonOf(r, m)
}

func (r *reader) seasonMeansElse(m *match) bool {
	i := m.end - 1
	if t := r.token(i); t != nil && t.UPOS != "" && t.UPOS != "NOUN" && t.UPOS != "PROPN" {
		return true
	}
	if r.word(i) == "fall" && r.word(m.start) == "the" && r.word2(m.start-1, "in", "during", "throughout", "by") && r.closes(m.end) {
		return false
	}
	if r.word(i) == "fall" {
		return true // with neither a year nor last, this or next, it is rarely the season
	}
	if r.word(i) == "spring" {
		return r.word2(m.end, "of", "in", "from") || r.followed(m.end)
	}
	return r.followed(m.end) && !r.word2(m.end, "months", "season")
}
