package timex

import (
	"strings"
	"time"

	"github.com/claimline/claimline/extract/nlp/number"
)

func readHour(_ *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	return readHourAt(slotHour, atoms, i, m)
}

// readISOHour reads the two digits of an hour that may be stuck to a T.
func readISOHour(_ *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Kind != number.Digits || a.Len() != 2 || a.Value > 24 {
		return i, false
	}
	m.put(slotHour, a.Value)
	return i + 1, true
}

func readHourAt(s slot, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Kind != number.Digits || a.Len() > 2 || a.Value > 24 || number.Glued(atoms, i) && !mark(atoms, i-1, '-') {
		return i, false
	}
	m.put(s, a.Value)
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

// readHMM reads the 340 and 1140 that a.m. or p.m. follows.
func readHMM(_ *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Kind != number.Digits || a.Len() < 3 || a.Len() > 4 || a.Value < 100 || a.Value/100 > 12 || a.Value%100 > 59 || number.Glued(atoms, i) {
		return i, false
	}
	m.put(slotHour, a.Value/100)
	m.put(slotMinute, a.Value%100)
	return i + 1, true
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

// readAMPM reads am, a.m., p. m. and the like after an hour of twelve.
func readAMPM(h, s slot) func(*lexicon, []number.Atom, int, *match) (int, bool) {
	return func(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
		pm := 0
		switch l.word(atoms, i) {
		case "pm":
			pm = 1
		case "am":
		case "p", "a":
			if l.word(atoms, i) == "p" {
				pm = 1
			}
			dotted := mark(atoms, i+1, '.')
			if dotted {
				i++
			}
			if l.word(atoms, i+1) != "m" {
				return i, false
			}
			i++
			if dotted && mark(atoms, i+1, '.') {
				i++
			}
		default:
			return i, false
		}
		if m.get(h) > 12 || m.get(h) == 0 && !m.has(slotMinute) {
			return i, false
		}
		m.put(s, pm)
		return i + 1, true
	}
}

// hourWord reports the words for the hours of a clock.
func hourWord(l *lexicon, w int32) bool {
	a := []number.Atom{{Kind: number.Word, Word: w}}
	n, _, ok := l.numbers.Parse(a, 0)
	return ok && n.Words && !n.Vague && n.Value >= 1 && n.Value <= 12
}

// hourAt reads the hour of a clock in words.
func (l *lexicon) hourAt(atoms []number.Atom, i int) (hour int, ok bool) {
	n, next, ok := l.numbers.Parse(atoms, i)
	return int(n.Value), ok && n.Words && !n.Vague && next == i+1 && n.Value >= 1 && n.Value <= 12
}

// readHourN reads an hour of twelve, in digits or in words.
func readHourN(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	if atoms[i].Kind == number.Digits {
		next, ok := readHour(l, atoms, i, m)
		return next, ok && m.get(slotHour) >= 1 && m.get(slotHour) <= 12
	}
	n, ok := l.hourAt(atoms, i)
	m.put(slotHour, n)
	return i + 1, ok
}

// readClock reads an end of a range: 9, 9:30, 9.30 pm, nine a.m.
func readClock(h, min, pm slot) func(*lexicon, []number.Atom, int, *match) (int, bool) {
	ampm := readAMPM(h, pm)
	return func(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
		if n, ok := l.hourAt(atoms, i); ok {
			m.put(h, n)
			i++
		} else if i, ok = readDigitalClock(h, min, l, atoms, i, m); !ok {
			return i, false
		}
		if i < len(atoms) && atoms[i].Kind == number.Word {
			if next, ok := ampm(l, atoms, i, m); ok {
				return next, true
			}
		}
		return i, sealed(atoms, i)
	}
}

// readDigitalClock reads 9, 9:30 and 9.30.
func readDigitalClock(h, min slot, l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	i, ok := readHourAt(h, atoms, i, m)
	if !ok {
		return i, false
	}
	if (mark(atoms, i, ':') || mark(atoms, i, '.')) && glued(atoms, i) && glued(atoms, i+1) && atoms[i+1].Kind == number.Digits {
		return readMinute(min)(l, atoms, i+1, m)
	}
	return i, true
}

func readZoneName(l *lexicon, atoms []number.Atom, i int, _ *match) (int, bool) {
	return i + 1, atoms[i].Upper && l.class(classZone, &atoms[i]) != "" && atoms[i].Len() <= 5
}

// zoneAfter reads the zone that follows a time of day at atom i: GMT, (BST),
// ET, local time, Moscow time. Names of places give no offset here.
func (l *lexicon) zoneAfter(atoms []number.Atom, i int) (zone, int) {
	if i >= len(atoms) {
		return zone{}, i
	}
	if z, next := isoZone(l, atoms, i); next > i {
		return z, next
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
	case l.zoneName(atoms, j) > j:
		z = parseZone(l.class(classZone, &atoms[j]))
		j = l.zoneName(atoms, j)
	case atoms[j].Upper && l.class(classZone, &atoms[j]) != "" && atoms[j].Len() <= 5:
		z = parseZone(l.class(classZone, &atoms[j]))
		j++
		if offset, next := zoneOffset(atoms, j); next > j {
			z.offset, j = z.offset+offset, next
		}
		if j < len(atoms) && atoms[j].Upper && l.class(classZone, &atoms[j]) != "" { // ET EDT
			z = parseZone(l.class(classZone, &atoms[j]))
			j++
		}
	case l.word(atoms, j) == "local" && l.word(atoms, j+1) == "time":
		j += 2
	case placeTime(l, atoms, j) > j:
		j = placeTime(l, atoms, j)
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

// placeTime reads Moscow time and New York time.
func placeTime(l *lexicon, atoms []number.Atom, i int) int {
	const longest = 3 // words of a place
	for j := i; j < len(atoms) && j <= i+longest && atoms[j].Kind == number.Word; j++ {
		switch {
		case j > i && l.word(atoms, j) == "time" && !atoms[j].Upper:
			return j + 1
		case !atoms[j].Upper:
			return i
		}
	}
	return i
}

// isoZone reads Z, +05:30 and +0530.
func isoZone(l *lexicon, atoms []number.Atom, i int) (zone, int) {
	if glued(atoms, i) && l.word(atoms, i) == "z" {
		return zone{known: true}, i + 1
	}
	if !mark(atoms, i, '+') && !mark(atoms, i, '-') || i+1 >= len(atoms) || atoms[i+1].Kind != number.Digits || !glued(atoms, i+1) {
		return zone{}, i
	}
	z, next := zone{known: true}, i+2
	switch a := &atoms[i+1]; {
	case a.Len() == 4 && a.Value%100 < 60 && a.Value <= 1400:
		z.offset = a.Value/100*60 + a.Value%100
	case a.Len() == 2 && a.Value <= 14 && glued(atoms, i) && mark(atoms, i+2, ':') && glued(atoms, i+2) && i+3 < len(atoms) && atoms[i+3].Kind == number.Digits && atoms[i+3].Len() == 2:
		z.offset, next = a.Value*60+atoms[i+3].Value, i+4
	default:
		return zone{}, i
	}
	if mark(atoms, i, '-') {
		if glued(atoms, i) && (i < 4 || !mark(atoms, i-2, ':') || !mark(atoms, i-4, ':')) {
			return zone{}, i // a range: 12:30-14:00
		}
		z.offset = -z.offset
	}
	return z, next
}

// zoneName reads Eastern, Pacific time and Mountain Standard Time, whose first
// word may begin another name.
func (l *lexicon) zoneName(atoms []number.Atom, i int) int {
	switch l.word(atoms, i) {
	case "eastern", "central", "mountain", "pacific":
	default:
		return i
	}
	j := i + 1
	if l.word(atoms, j) == "standard" || l.word(atoms, j) == "daylight" {
		j++
	}
	switch l.word(atoms, j) {
	case "time":
		if l.word(atoms, j+1) == "zone" {
			j++
		}
		return j + 1
	case "timezone":
		return j + 1
	}
	if j > i+1 || !atoms[i].Upper || j < len(atoms) && atoms[j].Kind == number.Word && atoms[j].Upper {
		return i
	}
	return j
}

// zoneOffset reads the +5:30 of UTC+5:30, in minutes.
func zoneOffset(atoms []number.Atom, i int) (minutes, next int) {
	if !glued(atoms, i) || !mark(atoms, i, '+') && !mark(atoms, i, '-') || !glued(atoms, i+1) || atoms[i+1].Kind != number.Digits || atoms[i+1].Len() > 2 || atoms[i+1].Value > 14 {
		return 0, i
	}
	minutes, next = atoms[i+1].Value*60, i+2
	if mark(atoms, next, ':') && glued(atoms, next) && glued(atoms, next+1) && atoms[next+1].Kind == number.Digits && atoms[next+1].Len() == 2 && atoms[next+1].Value < 60 {
		minutes, next = minutes+atoms[next+1].Value, next+2
	}
	if mark(atoms, i, '-') {
		minutes = -minutes
	}
	return minutes, next
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
