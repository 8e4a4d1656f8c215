package timex

import "github.com/claimline/claimline/extract/nlp/number"

// shift reads today, yesterday morning, last night: argument is the unit, how
// many of them away, and a part of the day.
func shift(r *reader, m *match) bool {
	if r.inTitle(m) {
		return false
	}
	p := piece{kind: typeDate, rel: fromCreated, unit: units[m.rule.arg[0]], n: float64(atoi(m.rule.arg[1]))}
	if m.has(slotPart) {
		p.at.part = part(m.get(slotPart))
	}
	if len(m.rule.arg) > 2 {
		p.at.part, _ = partOf(m.rule.arg[2])
	}
	if p.at.part != noPart {
		p.kind = typeTime
	}
	switch r.word(m.start) {
	case "earlier":
		p.mod = modStart
	case "later":
		p.mod = modEnd
	}
	return r.add(m, p)
}

// overnight is the night that ends on the document date. Before a noun it
// says how long: "an overnight train".
func overnight(r *reader, m *match) bool {
	if r.word(m.start-1) == "an" || r.word(m.start-1) == "the" {
		return false
	}
	return r.add(m, piece{kind: typeTime, rel: fromCreated, unit: day, n: -1, at: point{part: night, second: -1}})
}

// partOfThe reads "the evening": weak, because it may be any evening.
func partOfThe(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: point{part: part(m.get(slotPart)), second: -1}, weak: (r.word(m.start-1) != "in" || r.followed(m.end) || r.atoms[m.end-1].Upper) && !r.partSpokenOf(m)})
}

func barePart(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: point{part: part(m.get(slotPart)), second: -1}, weak: true, bare: true})
}

func thatPart(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, n: float64(atoi(m.rule.arg[0])), at: point{part: part(m.get(slotPart)), second: -1}, that: true})
}

// thisUnit reads this, last and next week, month, year.
func thisUnit(r *reader, m *match) bool {
	u, n := unit(m.get(slotUnit)), atoi(m.rule.arg[0])
	if m.has(slotPlural) || u == nights || u == second || u == fortnight {
		return false
	}
	if n == -1 && r.word(m.end) == "of" && (r.word(m.start) == "the" || r.word(m.start-1) == "the") {
		return false // the last week of August is none of these
	}
	if u == day && n == -1 {
		return false // the last day is not yesterday
	}
	if u == day && n == 1 {
		return r.add(m, piece{kind: typeDate, rel: fromRef, unit: u, n: 1})
	}
	if n == 0 && r.narrative && r.ref.grain != noUnit {
		return r.add(m, piece{kind: typeDate, rel: fromRef, unit: u})
	}
	if u <= hour {
		return r.add(m, piece{kind: typeDuration, rel: period, unit: u, n: 1, dir: n})
	}
	return r.add(m, piece{kind: typeDate, rel: fromCreated, unit: u, n: float64(n)})
}

// thatUnit reads that year, the same day, the following week.
func thatUnit(r *reader, m *match) bool {
	u := unit(m.get(slotUnit))
	if m.has(slotPlural) || u < day || u == fortnight {
		return false
	}
	rel := fromRef
	if n := atoi(m.rule.arg[0]); n != 0 && (u >= week || n < 0) && !r.narrative && !r.refNear() {
		rel = fromCreated // "the next year" of a news report counts from it
	}
	if u == nights {
		return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, n: float64(atoi(m.rule.arg[0])), at: point{part: night, second: -1}})
	}
	return r.add(m, piece{kind: typeDate, rel: rel, unit: u, n: float64(atoi(m.rule.arg[0]))})
}

// theUnit reads "the year": weak, for "the end of the year" and "the day
// after the vote".
func theUnit(r *reader, m *match) bool {
	u := unit(m.get(slotUnit))
	if m.has(slotPlural) || u < day || u == nights || u == fortnight {
		return false
	}
	if before := r.word(m.end); before == "before" || before == "after" || before == "following" || before == "preceding" {
		return r.add(m, piece{kind: typeDuration, rel: onlyDuration, unit: u, n: 1})
	}
	p := piece{kind: typeDate, rel: fromRef, unit: u, weak: !r.unitSpokenOf(m)}
	if !r.narrative && !r.refNear() {
		p.rel = fromCreated
	}
	return r.add(m, p)
}

// namedDir reads last Friday, next May, this summer, the next Christmas.
func namedDir(r *reader, m *match) bool {
	p := m.calendar()
	if m.has(slotSeason) && r.word(m.end-1) == "fall" && r.word2(m.end, "in", "of", "from") {
		return false
	}
	out := piece{kind: typeDate, rel: named, at: p, dir: atoi(m.rule.arg[0])}
	if m.has(slotHoliday) && p.grain == noUnit {
		out.holiday, out.at.grain = m.get(slotHoliday)+1, day
	}
	return r.add(m, out)
}

func namedRef(r *reader, m *match) bool {
	p := m.calendar()
	if p.grain == noUnit || m.has(slotHoliday) || r.mark(m.end, '\'') {
		return false // said that Sunday's vote
	}
	if t := r.token(m.start); t != nil && t.UPOS == "SCONJ" {
		return false
	}
	return r.add(m, piece{kind: typeDate, rel: namedThat, at: p})
}

// nameOf reads May of last year, September this year, Friday this week.
func nameOf(r *reader, m *match) bool {
	p := m.calendar()
	u := unit(m.get(slotUnit))
	switch {
	case m.has(slotPlural), p.grain == noUnit && !(m.has(slotHoliday) && u == year),
		u == year && p.grain == day && p.day == 0, u == month && p.grain != day,
		u == week && p.grain != day, u != year && u != week:
		return false
	}
	out := piece{kind: typeDate, rel: named, at: p, unit: u}
	if m.has(slotHoliday) && p.grain == noUnit {
		out.holiday, out.at.grain = m.get(slotHoliday)+1, day
	}
	switch {
	case r.has(m, "last"), r.has(m, "previous"):
		out.dir = -1
	case r.has(m, "next"):
		out.dir = 1
	case r.has(m, "following"):
		out.dir = 1
		if r.refNear() {
			out.rel = namedThat
		}
	case r.has(m, "that") || r.has(m, "the"):
		out.rel = namedThat
	}
	return r.add(m, out)
}

func theWeekend(r *reader, m *match) bool {
	return (r.word(m.start) == "the" || r.preposition(m.start)) &&
		r.add(m, piece{kind: typeDate, rel: partial, at: point{grain: weekend, second: -1}})
}

// withinThis reads earlier this month, later last year.
func withinThis(dir int) action {
	return func(r *reader, m *match) bool {
		u := unit(m.get(slotUnit))
		n := 0
		if len(m.rule.arg) > 0 {
			n = atoi(m.rule.arg[0])
		}
		d := dir
		if r.word(m.start) == "later" {
			d = 1
		}
		if m.has(slotPlural) || u < day || u >= fortnight {
			return false
		}
		return r.add(m, piece{kind: typeDate, rel: within, unit: u, n: float64(n), dir: d, mod: stageOf(d)})
	}
}

// withinThat reads later that year, earlier in the day.
func withinThat(dir int) action {
	return func(r *reader, m *match) bool {
		u := unit(m.get(slotUnit))
		if m.has(slotPlural) || u < day || u >= fortnight {
			return false
		}
		if !r.narrative && (r.ref.grain == noUnit || !r.refNear() && r.ref.year == r.created.t.Year()) && !r.has(m, "same") && !r.has(m, "that") && r.createdIn(u).grain != noUnit {
			return r.add(m, piece{kind: typeDate, rel: within, unit: u, dir: dir, mod: stageOf(dir)})
		}
		return r.add(m, piece{kind: typeDate, rel: fromRef, unit: u, mod: stageOf(dir)})
	}
}

func stageOf(dir int) mod {
	if dir < 0 {
		return modStart
	}
	return modEnd
}

// ago reads three weeks ago, a year and a half ago, weeks ago.
func ago(r *reader, m *match) bool {
	p := piece{kind: typeDate, rel: fromCreated, unit: unit(m.get(slotUnit)), n: -m.n - r.extra(m), vague: m.vague, counted: true}
	return r.countable(m) && r.add(m, r.bareCount(m, p, -1))
}

// extra is the half of "a year and a half".
func (r *reader) extra(m *match) float64 {
	if len(m.rule.arg) > 0 && m.rule.arg[0] == "0.5" {
		return 0.5
	}
	return 0
}

// bareCount makes "weeks ago" a vague count.
func (r *reader) bareCount(m *match, p piece, sign float64) piece {
	if m.n == 0 {
		p.n, p.vague = 3*sign, true
	}
	return p
}

// after reads two years later, three days earlier. Earlier counts from the
// document date where the text spoke of no other.
func after(r *reader, m *match) bool {
	sign := float64(atoi(m.rule.arg[0]))
	last := r.word(m.end - 1)
	if (last == "before" || last == "prior") && m.end < len(r.atoms) && r.atoms[m.end].Kind != number.Punct {
		return false
	}
	p := piece{kind: typeDate, rel: fromRef, unit: unit(m.get(slotUnit)), n: sign * m.n, vague: m.vague, counted: true}
	if sign < 0 && !r.narrative && !r.refNear() {
		p.rel = fromCreated
	}
	return r.countable(m) && r.add(m, r.bareCount(m, p, sign))
}

// ahead reads two weeks from now, in three months' time.
func ahead(r *reader, m *match) bool {
	return r.countable(m) && r.add(m, piece{kind: typeDate, rel: fromCreated, unit: unit(m.get(slotUnit)), n: m.n, vague: m.vague, counted: true})
}

// countable refuses years of age and the like: "two second".
func (r *reader) countable(m *match) bool {
	return m.n <= 9999 && unit(m.get(slotUnit)) != noUnit
}

// periodOf reads the past five years, the next few days, recent months.
func periodOf(r *reader, m *match) bool {
	if r.word(m.end) == "of" && r.word(m.start) == "the" && !r.has(m, "past") {
		return false
	}
	if r.word(m.start) == "last" && (r.tagged(m.start, "VB") || r.tagged(m.start, "VBP")) || r.word(m.start) == "last" && r.word2(m.start-1, "to", "will", "would", "could", "should", "can", "must", "may", "might", "t", "not", "ll", "d") {
		return false // the verb
	}
	p := piece{kind: typeDuration, rel: period, unit: unit(m.get(slotUnit)), n: m.n, vague: m.vague, dir: atoi(m.rule.arg[0])}
	if m.n == 0 {
		p.n, p.vague = 3, true
		if !m.has(slotPlural) {
			p.n, p.vague = 1, false
		}
	}
	if p.unit == nights || !r.countable(m) {
		return false
	}
	return r.add(m, p)
}
