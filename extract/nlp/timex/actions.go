package timex

// An action makes pieces of a match. It returns false when the words mean
// something else; the next shorter match is then tried.
type action func(r *reader, m *match) bool

// actions are the actions that rules.tsv names.
var actions = map[string]action{
	"skip": skip, "skip-march": skipMarch,
	"date": date, "month": bareMonth, "year": bareYear, "iso": isoDate, "numeric": numeric,
	"numeric-short": numericShort, "month-figures": monthFigures, "parts": onParts, "bare-hour": bareHour, "iso-time": isoTime, "date-clock": dateClock, "month-yy": monthYY, "year-few": yearFew,
	"after-next": afterNext, "end-of-unit": endOfUnit, "past-bare": pastBare, "year-to-date": yearToDate, "week-number-unit": weekNumberUnit, "calendar-year": calendarYear,
	"period-fortnight": periodFortnight, "ago-two": agoTwo, "hour-part": hourPart,
	"span-or-month": spanOrMonth, "year-span": yearSpan, "days": twoDays, "day": bareDay, "decade": decadeOf, "decade-named": decadeNamed, "tens": tensOf,
	"century": centuryOf, "era": eraYear, "era-first": eraYear, "quarter": quarterOf, "half": halfOf,
	"season": seasonOf, "season-bare": bareSeason, "fiscal": fiscal, "fiscal-unit": fiscalUnit, "holiday": holidayOf,
	"year-month": yearMonth, "part-of-year": partOfYear,
	"weekday-day": weekdayDay, "nth-weekday": nthWeekdayOf, "nth-weekday-unit": nthWeekdayUnit, "day-of-month": dayOfMonth,
	"rest-of": restOf, "week-of": weekOf, "week-number": weekNumber, "week-of-year": weekOfYear,
	"holiday-weekend": holidayWeekend, "weekdays-away": weekdaysAway,
	"shift": shift, "overnight": overnight, "part": partOfThe, "part-bare": barePart, "that-part": thatPart,
	"this": thisUnit, "that": thatUnit, "the-unit": theUnit, "named": namedDir, "named-that": namedRef,
	"name-of": nameOf, "weekend": theWeekend,
	"earlier": withinThis(-1), "later": withinThis(1), "earlier-that": withinThat(-1), "later-that": withinThat(1),
	"ago": ago, "after": after, "ahead": ahead, "period": periodOf,
	"duration": duration, "duration-range": durationRange, "duration-half": halfUnit, "duration-two": twoUnits,
	"duration-one": oneUnit, "duration-long": longWord, "duration-bare": bareUnits, "duration-the": theUnits,
	"duration-another": another, "duration-business": businessDays, "every-day-of": everyDayOf, "every-date": everyDate, "every-nth": everyNth,
	"weekends": weekends, "often-half": oftenHalf, "often-bi": oftenBi,
	"every": every, "often": often, "per": perUnit, "weekdays": onWeekdays,
	"half-year": halfYear, "earlier-day": earlierDay, "clock-part": clockPart, "unit-ago": unitAgo, "day-before": dayBefore, "part-before": partBefore,
	"now": fixedRef("PRESENT_REF"), "moment": theMoment, "past": fixedRef("PAST_REF"),
	"past-noun": pastNoun, "future": futureNoun,
	"early": earlyYear, "early-date": earlyDate, "terror-named": terrorNamed,
	"day-number": dayNumber, "stage-day": stageDay, "stage-year": stageYear, "year-end": yearEnd,
	"these-years": theseYears, "to-present": toPresent, "of-writing": ofWriting,
	"clock": clockTime, "oclock": oClock, "noon": noon,
	"clock-past": clockPast, "clock-spoken": clockSpoken, "clock-range": clockRange,
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

// date makes a calendar date.
func date(r *reader, m *match) bool {
	p := m.calendar()
	if !r.dayWordFits(m) {
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

func bareMonth(r *reader, m *match) bool {
	p := m.calendar()
	return r.monthFits(m) && r.add(m, piece{kind: typeDate, at: p, rel: partial})
}

func bareYear(r *reader, m *match) bool {
	p := m.calendar()
	return r.yearFits(m) && r.add(m, piece{kind: typeDate, at: p})
}
