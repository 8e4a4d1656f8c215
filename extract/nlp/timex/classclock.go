package timex

import (
	"strings"
	"time"

	"github.com/claimline/claimline/extract/nlp/number"
)

func readHour(_ *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Kind != number.Digits || a.Len() > 2 || a.Value > 24 || number.Glued(atoms, i) && !mark(atoms, i-1, '-') {
		return i, false
	}
	m.put(slotHour, a.Value)
	return i + 1, true
}

func readMinute(s slot) func(*lexicon, []number.Atom, int, *match) (int, bool) {
	return func(_ *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
		a := &atoms[i]
		if a.Kind != number.Digits || a.Len() != 2 || a.Value > 59 {
			return i, false
		}
		m.put(s, a.Value)
		return i + 1, true
	}
}

// readHHMM reads 1430.
func readHHMM(_ *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Kind != number.Digits || a.Len() != 4 || a.Value/100 > 24 || a.Value%100 > 59 || number.Glued(atoms, i) {
		return i, false
	}
	m.put(slotHour, a.Value/100)
	m.put(slotMinute, a.Value%100)
	return i + 1, true
}

// readAMPM reads am, a.m. and the like.
func readAMPM(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	pm := 0
	switch l.word(atoms, i) {
	case "pm":
		pm = 1
	case "am":
	case "p", "a":
		if !mark(atoms, i+1, '.') || l.word(atoms, i+2) != "m" {
			return i, false
		}
		if l.word(atoms, i) == "p" {
			pm = 1
		}
		i += 2
		if mark(atoms, i+1, '.') {
			i++
		}
	default:
		return i, false
	}
	if m.get(slotHour) > 12 || m.get(slotHour) == 0 {
		return i, false
	}
	m.put(slotPM, pm)
	return i + 1, true
}

func readZoneName(l *lexicon, atoms []number.Atom, i int, _ *match) (int, bool) {
	return i + 1, atoms[i].Upper && l.class(classZone, &atoms[i]) != ""
}

// zoneAfter reads the zone that follows a time of day at atom i: GMT, (BST),
// ET, local time, Moscow time. Names of places give no offset here.
func (l *lexicon) zoneAfter(atoms []number.Atom, i int) (zone, int) {
	if i >= len(atoms) {
		return zone{}, i
	}
	open := mark(atoms, i, '(')
	j := i
	if open {
		j++
	}
	var z zone
	switch {
	case j >= len(atoms):
		return z, i
	case atoms[j].Upper && l.class(classZone, &atoms[j]) != "":
		z = parseZone(l.class(classZone, &atoms[j]))
		j++
		if j < len(atoms) && atoms[j].Upper && l.class(classZone, &atoms[j]) != "" { // ET EDT
			z = parseZone(l.class(classZone, &atoms[j]))
			j++
		}
	case l.word(atoms, j) == "local" && l.word(atoms, j+1) == "time":
		j += 2
	case atoms[j].Kind == number.Word && atoms[j].Upper && l.word(atoms, j+1) == "time" && !atoms[j+1].Upper:
		j += 2
	default:
		return z, i
	}
	if open {
		if !mark(atoms, j, ')') {
			return zone{}, i
		}
		j++
	}
	return z, j
}

// parseZone reads +0530, or us-0500 for a zone that keeps the summer time of
// the United States; "." is a zone whose offset is not known.
func parseZone(s string) zone {
	if rest, american := strings.CutPrefix(s, "us"); american {
		z := parseZone(rest)
		z.american = true
		return z
	}
	if len(s) != 5 {
		return zone{}
	}
	offset := atoi(s[1:3])*60 + atoi(s[3:])
	if s[0] == '-' {
		offset = -offset
	}
	return zone{known: true, offset: offset}
}

// on is the offset of z on a day: an hour more in American summers, from the
// second Sunday of March to the first of November.
func (z zone) on(day time.Time) int {
	if z.american && !day.Before(nthWeekday(day.Year(), 3, 7, 2)) && day.Before(nthWeekday(day.Year(), 11, 7, 1)) {
		return z.offset + 60
	}
	return z.offset
}
