package timex

import "github.com/claimline/claimline/extract/nlp/number"

// duration reads three years, a six-month, more than two weeks. A lone "a day"
// after a figure is a rate, not a length.
func duration(r *reader, m *match) bool {
	u := unit(m.get(slotUnit))
	if !r.countable(m) || m.article && (u == weekend || r.hyphened(m) || u == minute && r.word(m.end) == "of") || u == quarter && !r.has(m, "consecutive") && !r.has(m, "straight") {
		return false
	}
	if a := &r.atoms[m.start]; u == hour && a.Kind == number.Digits && a.Len() == 4 && (r.d.Text[a.Start] == '0' || r.word2(m.start-1, "at", "by", "until", "from")) {
		return false // at 1430 hours
	}
	if u == day && r.word(m.start) == "one" && !r.hyphened(m) && !r.preposition(m.start) && !r.word2(m.end, "after", "before", "later", "of", "ago", "and", "in") && m.end < len(r.atoms) && r.atoms[m.end].Kind == number.Word && !r.followed(m.end) {
		return false // one day you will know
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
	if before := m.start - 1; m.has(slotPlural) || r.mark(before, '-') || r.word2(before, "and", "one", "a") {
		return false // of "two and a half hour"
	}
	return r.add(m, piece{kind: typeDuration, rel: onlyDuration, unit: unit(m.get(slotUnit)), n: 0.5})
}

// twoUnits reads two hours and ten minutes. TIMEX3 writes both.
func twoUnits(r *reader, m *match) bool {
	a, b := unit(m.get(slotUnit)), unit(m.get(slotUnit2))
	if a == b || m.vague || !r.countable(m) || a < b && r.has(m, "and") || r.word(m.start-1) == "between" {
		return false
	}
	for i := m.start + 1; i < m.end; i++ {
		if r.word2(i, "a", "an") && r.word(i-1) != "and" && r.word(i+1) != "half" {
			return false // four days a week
		}
	}
	p := piece{kind: typeDuration, rel: onlyDuration, unit: a, n: m.n}
	p.more[0] = length{b, m.n2}
	return r.add(m, p)
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
	if u := unit(m.get(slotUnit)); u <= minute && !r.word2(m.end, "before", "after") || u == quarter || u == weekend || r.hoursOf(m.start) {
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
	case p.unit == nights && m.n <= 1:
		p.fixed = "XXXX-XX-XXTNI"
	case m.has(slotMonth), m.has(slotWeekday), m.has(slotSeason), m.has(slotWeekend):
		p.fixed = m.calendar().value()
	case m.n > 1 && (r.word(m.start) == "every" || r.word(m.start) == "each") && !m.vague:
		p.n = m.n
	case len(m.rule.arg) > 0:
		p.n = float64(atoi(m.rule.arg[0]))
	}
	return r.add(m, p)
}

// another reads another month, not "another day", which may be any other.
func another(r *reader, m *match) bool {
	u := unit(m.get(slotUnit))
	if m.has(slotPlural) || u == day || u == second || u == nights || u == quarter {
		return false
	}
	return r.add(m, piece{kind: typeDuration, rel: onlyDuration, unit: u, n: 1})
}

// businessDays reads two business days. They are days to TIMEX3; how many days
// of the calendar pass is not said.
func businessDays(r *reader, m *match) bool {
	if m.vague || m.n > 9999 {
		return false
	}
	return r.add(m, piece{kind: typeDuration, rel: onlyDuration, unit: day, n: m.n, fixed: durationValue(day, m.n)})
}

func often(r *reader, m *match) bool {
	word := r.word(m.start)
	if r.atoms[m.start].Upper && !r.sentenceStart(m.start) {
		return false // a newspaper
	}
	u := map[string]unit{
		"hourly": hour, "daily": day, "nightly": day, "weekly": week, "biweekly": week, "monthly": month,
		"quarterly": quarter, "yearly": year, "annually": year, "fortnightly": week, "bimonthly": month, "biannually": month,
	}[word]
	p := piece{kind: typeSet, rel: onlySet, unit: u, n: 1}
	switch word {
	case "biweekly", "fortnightly", "bimonthly":
		p.n = 2
	case "biannually":
		p.n = 6
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
		if r.word(m.start-1) == "as" && r.word(m.end) == "as" {
			return false // as recently as
		}
		if r.word(m.start) == "now" && r.word(m.end) == "that" || r.titled(m.start) && !r.sentenceStart(m.start) {
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
