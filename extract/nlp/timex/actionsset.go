package timex

// everyDayOf reads the 19th of every month.
func everyDayOf(r *reader, m *match) bool {
	n := m.get(slotOrdinal)
	return n >= 1 && n <= 31 && r.add(m, piece{kind: typeSet, rel: onlySet, fixed: point{grain: day, day: n, second: -1}.value()})
}

// everyDate reads every December 25.
func everyDate(r *reader, m *match) bool {
	p := m.calendar()
	return p.valid() && m.get(slotDayWord) != dayCardinal && r.add(m, piece{kind: typeSet, rel: onlySet, fixed: p.value()})
}

// everyNth reads the second Saturday of each month, which TIMEX3 can write as
// a weekday only.
func everyNth(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeSet, rel: onlySet, fixed: point{grain: day, weekday: m.get(slotWeekday), second: -1}.value()})
}

// weekends reads "on weekends", not "two weekends".
func weekends(r *reader, m *match) bool {
	if !r.preposition(m.start) && r.word(m.start-1) != "all" {
		return false
	}
	return r.add(m, piece{kind: typeSet, rel: onlySet, fixed: point{grain: weekend, second: -1}.value()})
}

// oftenHalf reads semi-annually.
func oftenHalf(r *reader, m *match) bool {
	return r.add(m, piece{kind: typeSet, rel: onlySet, fixed: "P6M"})
}

// oftenBi reads bi-weekly and bi-monthly as every two, and bi-annual as the
// most writers do, twice a year.
func oftenBi(r *reader, m *match) bool {
	value := "P6M"
	switch r.word(m.end - 1) {
	case "weekly":
		value = "P2W"
	case "monthly":
		value = "P2M"
	}
	return r.add(m, piece{kind: typeSet, rel: onlySet, fixed: value})
}

// onParts reads "in the mornings".
func onParts(r *reader, m *match) bool {
	if !r.preposition(m.start) || r.followed(m.end) {
		return false
	}
	part := map[string]part{"mornings": morning, "afternoons": afternoon, "evenings": evening}[r.word(m.end-1)]
	return r.add(m, piece{kind: typeSet, rel: onlySet, fixed: "XXXX-XX-XXT" + parts[part].name})
}
