package timex

// An action makes pieces of a match. It returns false when the words mean
// something else; the next shorter match is then tried.
type action func(r *reader, m *match) bool

// actions are the actions that rules.tsv names.
var actions = map[string]action{
	"skip": skip, "skip-march": skipMarch,
	"date": date, "month": bareMonth, "year": bareYear, "iso": isoDate, "numeric": numeric,
	"span-or-month": spanOrMonth, "year-span": yearSpan, "days": twoDays, "day": bareDay, "decade": decadeOf, "tens": tensOf,
	"century": centuryOf, "era": eraYear, "era-first": eraYear, "quarter": quarterOf, "half": halfOf,
	"season": seasonOf, "season-bare": bareSeason, "fiscal": fiscal, "holiday": holidayOf,
	"shift": shift, "overnight": overnight, "part": partOfThe, "part-bare": barePart, "that-part": thatPart,
	"this": thisUnit, "that": thatUnit, "the-unit": theUnit, "named": namedDir, "named-that": namedRef,
	"name-of": nameOf, "weekend": theWeekend,
	"earlier": withinThis(-1), "later": withinThis(1), "earlier-that": withinThat(-1), "later-that": withinThat(1),
	"ago": ago, "after": after, "ahead": ahead, "period": periodOf,
	"duration": duration, "duration-range": durationRange, "duration-half": halfUnit, "duration-two": twoUnits,
	"duration-one": oneUnit, "duration-long": longWord, "duration-bare": bareUnits, "duration-the": theUnits,
	"every": every, "often": often, "per": perUnit, "weekdays": onWeekdays,
	"half-year": halfYear, "earlier-day": earlierDay, "clock-part": clockPart, "unit-ago": unitAgo, "day-before": dayBefore, "part-before": partBefore,
	"now": fixedRef("PRESENT_REF"), "moment": theMoment, "past": fixedRef("PAST_REF"),
	"past-noun": pastNoun, "future": futureNoun,
	"clock": clockTime, "oclock": oClock, "noon": noon, "halfpast": halfPast,
}

// skip takes what looks like a time out of the way.
func skip(*reader, *match) bool { return true }

// skipMarch skips the verb and the noun, not the month of "March to May".
func skipMarch(r *reader, m *match) bool {
	return !r.atoms[m.start].Upper || r.sentenceStart(m.start)
}

// add appends a piece over the whole match.
func (r *reader) add(m *match, p piece) bool {
	p.start, p.end, p.rule = m.start, m.end, m.rule.id
	if m.has(slotMod) {
		p.mod = mod(m.get(slotMod))
	}
	r.pieces = append(r.pieces, p)
	return true
}

// calendar makes the point of what the slots of m hold.
func (m *match) calendar() point {
	p := point{second: -1}
	switch {
	case m.has(slotDay) || m.has(slotWeekday):
		p.grain, p.day, p.weekday = day, m.get(slotDay), m.get(slotWeekday)
	case m.has(slotMonth):
		p.grain = month
	case m.has(slotSeason):
		p.grain, p.ordinal = season, m.get(slotSeason)+1
	case m.has(slotWeekend):
		p.grain = weekend
	case m.has(slotYear):
		p.grain = year
	}
	p.month = m.get(slotMonth)
	p.year, p.hasYear = m.get(slotYear), m.has(slotYear)
	return p
}

// known is absolute for a point with a year and partial for others.
func (p point) known() relation {
	if p.hasYear {
		return absolute
	}
	return partial
}

// date makes a calendar date. A day in words needs "the" or "of" ("the first
// of May", not "second March").
func date(r *reader, m *match) bool {
	p := m.calendar()
	if m.has(slotDayWord) && r.word(m.start) != "the" && !r.has(m, "of") && !r.has(m, "the") && !r.monthFirst(m) {
		return false
	}
	if !p.valid() {
		return true // no such day: no part of it is a date either
	}
	if !r.dateFits(m, p) {
		return false
	}
	weak := p.weekday > 0 && m.has(slotShort) && (!r.mark(m.end-1, '.') || r.atoms[m.start].Len() == 3 && r.word(m.start) != "mon" && !r.nextUpper(m.end))
	return r.add(m, piece{kind: typeDate, at: p, rel: p.known(), weak: weak})
}

// isoDate reads 2024-03-22 and 2012.08.08.
func isoDate(r *reader, m *match) bool {
	p := point{grain: day, year: m.get(slotYear), hasYear: true, month: m.get(slotDigits), day: m.get(slotDigits2), second: -1}
	if p.month < 1 || p.day < 1 || !p.valid() {
		return true
	}
	return r.add(m, piece{kind: typeDate, at: p})
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
	case !pOK && !qOK:
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
	if r.atoms[m.end-1].Len() != 2 || yy <= y%100 || !sealed(r.atoms, m.end) {
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
	if m.has(slotDayWord) || !r.dateFits(m, p) {
		return false
	}
	gap := m.start
	for i := m.start + 1; i < m.end; i++ {
		if r.joins(i) {
			gap = i
			break
		}
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
	if r.followed(m.end) && !r.word2(m.end, "of", "and") || r.ref.grain != day && r.ref.grain != month {
		return false
	}
	p := point{grain: day, day: m.get(slotDay), month: r.ref.month, year: r.ref.year, hasYear: r.ref.hasYear, second: -1}
	return p.valid() && r.preposition(m.start) && r.add(m, piece{kind: typeDate, at: p, rel: absolute})
}

func bareMonth(r *reader, m *match) bool {
	p := m.calendar()
	return r.monthFits(m) && r.add(m, piece{kind: typeDate, at: p, rel: partial})
}

func bareYear(r *reader, m *match) bool {
	p := m.calendar()
	return r.yearFits(m) && r.add(m, piece{kind: typeDate, at: p})
}

func decadeOf(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeDate, at: point{grain: decade, year: m.get(slotDecade), hasYear: true, second: -1}})
}

// tensOf reads '50s; a bare 50s only after another decade or an article.
func tensOf(r *reader, m *match) bool {
	if r.word(m.start) != "the" && !r.mark(m.start, '\'') && !r.afterDecade(m.start) {
		return false
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
	if n < 1 || n > 30 {
		return false
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
	return n >= 1 && n <= 4 && r.add(m, piece{kind: typeDate, at: p, rel: p.known()})
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

func fiscal(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeDate, rel: vagueRef, fixed: "FY" + string(pad(nil, m.get(slotYear), 4))})
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
