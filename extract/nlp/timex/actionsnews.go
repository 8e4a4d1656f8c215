package timex

import "github.com/claimline/claimline/extract/nlp/number"

// halfYear reads "the first half of the year" and "first-half profit" as half
// of the year that is spoken of. A bare "first half" is left to sport.
func halfYear(r *reader, m *match) bool {
	hyphened := r.mark(m.end-2, '-') && m.end-m.start <= 4 && r.word(m.end-1) == "half"
	if hyphened && !r.lex.words.results.has(r.at(m.end)) || r.createdIn(year).grain == noUnit {
		return false
	}
	return r.add(m, piece{kind: typeDate, rel: partial, at: point{grain: half, ordinal: m.get(slotHalf), second: -1}})
}

// unitAgo reads "year-ago", "year-earlier".
func unitAgo(r *reader, m *match) bool {
	u := unit(m.get(slotUnit))
	return !m.has(slotPlural) && u >= week && u <= year && r.add(m, piece{kind: typeDate, rel: fromCreated, unit: u, n: -1, counted: true})
}

// dayBefore reads "the day before" and "the week after" where no event
// follows that they count from.
func dayBefore(r *reader, m *match) bool {
	u := unit(m.get(slotUnit))
	if m.has(slotPlural) || u < day || u == nights || u == fortnight || !r.closes(m.end) {
		return false
	}
	n := 1.0
	if r.word(m.end-1) == "before" {
		n = -1
	}
	return r.add(m, piece{kind: typeDate, rel: fromRef, unit: u, n: n})
}

// partBefore reads "the night before", "the morning after" likewise.
func partBefore(r *reader, m *match) bool {
	n := 1.0
	if r.word(m.end-1) == "before" {
		n = -1
	}
	return r.closes(m.end) && r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, n: n, at: point{part: part(m.get(slotPart)), second: -1}})
}

// earlierDay reads "earlier Tuesday".
func earlierDay(r *reader, m *match) bool {
	p := piece{kind: typeDate, rel: partial, at: m.calendar(), mod: modStart}
	if r.word(m.start) == "later" {
		p.mod = modEnd
	}
	return !m.has(slotShort) && r.add(m, p)
}

// clockPart reads 8.15 in the morning.
func clockPart(r *reader, m *match) bool {
	p := point{hour: afternoonHour(m.get(slotHour), part(m.get(slotPart))), minute: m.get(slotMinute), second: -1, clock: true}
	return r.add(m, piece{kind: typeTime, rel: fromRef, unit: day, at: p})
}

// hoursOf reports whether atom i is that of "the early hours of Monday" or "in
// the morning hours", which are no length.
func (r *reader) hoursOf(i int) bool {
	return r.word(i) == "hours" && i > 0 && (r.lex.words.hours.has(&r.atoms[i-1]) || r.lex.class(classPart, &r.atoms[i-1]) != "")
}

// seasonBefore reports a season joined to what follows: "the fall and winter".
func (r *reader) seasonBefore(i int) bool {
	if len(r.pieces) == 0 || !r.joins(i-1) {
		return false
	}
	last := &r.pieces[len(r.pieces)-1]
	return last.end == i-1 && last.at.grain == season
}

// closes reports whether a clause ends before atom i.
func (r *reader) closes(i int) bool {
	if i >= len(r.atoms) {
		return true
	}
	a := &r.atoms[i]
	if a.Kind == number.Punct {
		return a.Rune != '\'' && a.Rune != '-' && a.Rune != '$' && a.Rune != '('
	}
	return r.word2(i, "and", "but", "while", "as", "when", "because", "which", "that")
}

// unitSpokenOf reports whether "the year" by itself means one on the calendar:
// "for the year", "in the quarter", at the end of what is said.
func (r *reader) unitSpokenOf(m *match) bool {
	switch unit(m.get(slotUnit)) {
	case week, month, quarter, year:
		return r.word2(m.start-1, "for", "in", "during", "over") && r.closes(m.end) && !r.mark(m.end, '/')
	}
	return false
}

// partSpokenOf reports whether "the morning" by itself means that of a day:
// "in the morning", at the end of what is said.
func (r *reader) partSpokenOf(m *match) bool {
	if m.start > 0 && r.lex.words.lasting.has(&r.atoms[m.start-1]) && part(m.get(slotPart)) == night {
		return !r.followed(m.end) && !r.atoms[m.end-1].Upper // spend the night
	}
	return r.word2(m.start-1, "in", "during", "by", "until") && r.word(m.start) == "the" && r.closes(m.end) && !r.atoms[m.end-1].Upper
}

// readOneHalf reads the half of "2 1/2" and "2½".
func readOneHalf(_ *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	if mark(atoms, i, '½') {
		return i + 1, true
	}
	ok := i+2 < len(atoms) && atoms[i].Kind == number.Digits && atoms[i].Value == 1 && mark(atoms, i+1, '/') && !atoms[i+1].Space &&
		atoms[i+2].Kind == number.Digits && atoms[i+2].Value == 2 && !atoms[i+2].Space
	return i + 3, ok
}

// aside reports a year that a history looks ahead or back to and does not go
// on from: until 1976, by 1945, (2005).
func (r *reader) aside(p *piece) bool {
	if r.mark(p.start-1, '(') {
		return true
	}
	return p.rel == absolute && r.ref.grain != noUnit && p.at.year > r.ref.date().Year() &&
		r.word2(p.start-1, "until", "till", "by", "to", "before", "from", "since", "for", "of")
}
