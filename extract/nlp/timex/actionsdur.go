package timex

import "strings"

// duration reads three years, a six-month, more than two weeks. A lone "a day"
// after a figure is a rate, not a length.
func duration(r *reader, m *match) bool {
	u := unit(m.get(slotUnit))
	if !r.countable(m) || m.article && (u == weekend || r.hyphened(m) || u == minute && r.word(m.end) == "of") || u == quarter && !r.has(m, "consecutive") && !r.has(m, "straight") {
		return false
	}
	if m.article && r.rate(m) {
		return r.add(m, piece{kind: typeSet, rel: onlySet, unit: u, n: 1})
	}
	if !m.has(slotPlural) && !m.article && m.n != 1 && !r.hyphened(m) && !r.attributive(m) {
		return false
	}
	p := piece{kind: typeDuration, rel: onlyDuration, unit: u, n: m.n + r.extra(m), vague: m.vague}
	if len(m.rule.arg) > 0 && m.rule.arg[0] != "0.5" {
		p.mod = modOf(m.rule.arg[0])
	}
	return r.add(m, p)
}

// hyphened reports a hyphen before the last word: two-day.
func (r *reader) hyphened(m *match) bool { return r.mark(m.end-2, '-') || r.mark(m.end-3, '-') }

// attributive reports a singular unit before a noun: a three day trial.
func (r *reader) attributive(m *match) bool { return r.followed(m.end) }

// rate reports whether "a day" follows what it is a rate of.
func (r *reader) rate(m *match) bool {
	i := m.start - 1
	if i < 0 || r.word(m.end) == "after" || r.word(m.end) == "before" || r.word(m.end) == "later" {
		return false
	}
	switch r.word(i) {
	case "once", "twice", "times":
		return true
	}
	return r.unitOfRate(i)
}

func durationRange(r *reader, m *match) bool {
	if !r.countable(m) || m.article || m.n2 < m.n {
		return false
	}
	return r.add(m, piece{kind: typeDuration, rel: onlyDuration, unit: unit(m.get(slotUnit)), n: m.n2, mod: modApprox})
}

func halfUnit(r *reader, m *match) bool {
	return !m.has(slotPlural) && r.add(m, piece{kind: typeDuration, rel: onlyDuration, unit: unit(m.get(slotUnit)), n: 0.5})
}

// twoUnits reads two hours and ten minutes. TIMEX3 writes both.
func twoUnits(r *reader, m *match) bool {
	a, b := unit(m.get(slotUnit)), unit(m.get(slotUnit2))
	if a <= b || m.vague {
		return false
	}
	first, second := durationValue(a, m.n), durationValue(b, m.n2)
	if _, clock := a.letters(); clock {
		second = strings.TrimPrefix(second, "PT")
	} else {
		second = strings.TrimPrefix(second, "P")
	}
	return r.add(m, piece{kind: typeDuration, rel: onlyDuration, unit: b, fixed: first + second})
}

func oneUnit(r *reader, m *match) bool {
	if r.word(m.start) == "all" && m.has(slotPlural) {
		return false
	}
	return r.add(m, piece{kind: typeDuration, rel: onlyDuration, unit: unit(m.get(slotUnit)), n: 1, vague: m.has(slotPlural)})
}

// longWord reads weeklong and its like.
func longWord(r *reader, m *match) bool {
	u := map[string]unit{"daylong": day, "weeklong": week, "monthlong": month, "yearlong": year, "decadelong": decade}[r.word(m.start)]
	return r.add(m, piece{kind: typeDuration, rel: onlyDuration, unit: u, n: 1})
}

// bareUnits reads "for years" and "weeks of fighting", not "school years".
func bareUnits(r *reader, m *match) bool {
	if u := unit(m.get(slotUnit)); u < minute || u == minute && !r.word2(m.end, "before", "after") || unit(m.get(slotUnit)) == quarter || unit(m.get(slotUnit)) == weekend {
		return false
	}
	if r.hoursOf(m.start) {
		return false
	}
	next := r.word(m.end)
	if !r.preposition(m.start) && !(m.start > 0 && r.lex.words.lasting.has(&r.atoms[m.start-1])) && next != "of" && next != "after" && next != "before" {
		return false
	}
	return r.add(m, piece{kind: typeDuration, rel: onlyDuration, unit: unit(m.get(slotUnit)), n: 3, vague: true})
}

// theUnits reads "the days before the tragedy".
func theUnits(r *reader, m *match) bool {
	next := r.word(m.end)
	if next != "before" && next != "after" && next != "following" && next != "since" && next != "leading" {
		return false
	}
	return r.word(m.start) != "a" && unit(m.get(slotUnit)) >= hour && r.add(m, piece{kind: typeDuration, rel: onlyDuration, unit: unit(m.get(slotUnit)), n: 3, vague: true})
}

// every reads every day, each Monday, twice a week, every two years.
func every(r *reader, m *match) bool {
	p := piece{kind: typeSet, rel: onlySet, unit: unit(m.get(slotUnit)), n: 1}
	if m.has(slotUnit2) {
		p.unit = unit(m.get(slotUnit2))
	}
	switch {
	case m.has(slotPart):
		p.fixed = "XXXX-XX-XXT" + parts[m.get(slotPart)].name
	case m.has(slotHoliday):
		return false
	case m.has(slotMonth), m.has(slotWeekday), m.has(slotSeason), m.has(slotWeekend):
		p.fixed = m.calendar().value()
	case m.n > 1 && r.word(m.start) == "every" && !m.vague:
		p.n = m.n
	case len(m.rule.arg) > 0:
		p.n = float64(atoi(m.rule.arg[0]))
	}
	return r.add(m, p)
}

func often(r *reader, m *match) bool {
	word := r.word(m.start)
	if r.atoms[m.start].Upper && !r.sentenceStart(m.start) {
		return false // a newspaper
	}
	u := map[string]unit{
		"hourly": hour, "daily": day, "nightly": day, "weekly": week, "biweekly": week, "monthly": month,
		"quarterly": quarter, "yearly": year, "annually": year,
	}[word]
	p := piece{kind: typeSet, rel: onlySet, unit: u, n: 1}
	if word == "biweekly" {
		p.n = 2
	}
	return r.add(m, p)
}

// perUnit reads "per day"; "a day" only as the rate of a figure.
func perUnit(r *reader, m *match) bool {
	if m.has(slotPlural) || r.word(m.start) == "a" && !r.rate(m) {
		return false
	}
	return r.add(m, piece{kind: typeSet, rel: onlySet, unit: unit(m.get(slotUnit)), n: 1})
}

func onWeekdays(r *reader, m *match) bool {
	p := point{grain: day, weekday: m.get(slotWeekday), second: -1}
	return r.add(m, piece{kind: typeSet, rel: onlySet, fixed: p.value()})
}

func fixedRef(value string) action {
	return func(r *reader, m *match) bool {
		if r.word(m.start) == "now" && r.word(m.end) == "that" || r.word(m.start-1) == "as" && r.word(m.end) == "as" {
			return false
		}
		return r.add(m, piece{kind: typeDate, rel: vagueRef, fixed: value})
	}
}

func theMoment(r *reader, m *match) bool {
	return r.word(m.start) == "at" && r.word(m.end) != "of" && r.word(m.end) != "that" && r.word(m.end) != "when" && fixedRef("PRESENT_REF")(r, m)
}

func pastNoun(r *reader, m *match) bool {
	return !r.followed(m.end) && r.preposition(m.start) && fixedRef("PAST_REF")(r, m)
}

func futureNoun(r *reader, m *match) bool {
	if r.followed(m.end) || r.word(m.end) == "of" {
		return false
	}
	return (r.word(m.start) == "the" || r.preposition(m.start) && m.end > m.start+1) && fixedRef("FUTURE_REF")(r, m)
}
