package timex

import "github.com/claimline/claimline/extract/nlp/number"

func ordinalWord(l *lexicon, w int32) bool {
	a := []number.Atom{{Kind: number.Word, Word: w}}
	if _, _, ok := l.numbers.Ordinal(a, 0); ok {
		return true
	}
	return l.vocab.Text(w) == "twenty" || l.vocab.Text(w) == "thirty"
}

// readDay reads a day of the month: 5, 5th, fifth.
func readDay(s slot) func(*lexicon, []number.Atom, int, *match) (int, bool) {
	return func(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
		a := &atoms[i]
		day, next, ok := l.numbers.Ordinal(atoms, i)
		if !ok && a.Kind == number.Digits && a.Len() <= 2 {
			day, next, ok = a.Value, i+1, true
		}
		switch {
		case !ok, day < 1, day > 31:
			return i, false
		case a.Kind == number.Digits && number.Glued(atoms, i) && !(mark(atoms, i-1, '-') && (s == slotDay2 || l.class(classMonth, &atoms[i-2]) != "")):
			return i, false
		case !sealed(atoms, next):
			return i, false
		}
		m.put(s, day)
		if a.Kind == number.Word {
			m.put(slotDayWord, 1)
		}
		return next, true
	}
}

func readOrdDay(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	day, next, ok := l.numbers.Ordinal(atoms, i)
	if !ok || atoms[i].Kind != number.Digits || day < 1 || day > 31 {
		return i, false
	}
	m.put(slotDay, day)
	return next, true
}

// readMonth reads a month, abbreviated or not. Those that are words of other
// kinds too must begin with a capital.
func readMonth(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if n, ok := l.classInt(classMonth, a); ok {
		m.put(slotMonth, n)
		if a.Len() <= 4 && mark(atoms, i+1, '.') && glued(atoms, i+1) && i+2 < len(atoms) && atoms[i+2].Kind == number.Digits {
			return i + 2, a.Upper // May. 3
		}
		return i + 1, a.Upper || n != 5 && n != 3
	}
	n, ok := l.classInt(classMonthShort, a)
	if !ok || !a.Upper {
		return i, false
	}
	m.put(slotMonth, n)
	m.put(slotShort, 1)
	if mark(atoms, i+1, '.') && glued(atoms, i+1) {
		i++
	}
	return i + 1, true
}

// readYear reads four digits of a year, or two after an apostrophe.
func readYear(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Kind == number.Punct {
		if a.Rune != '\'' || !a.Space || i+1 >= len(atoms) || atoms[i+1].Kind != number.Digits || atoms[i+1].Len() != 2 || atoms[i+1].Space || !sealed(atoms, i+2) {
			return i, false
		}
		m.put(slotYear, fullYear(atoms[i+1].Value))
		return i + 2, true
	}
	if a.Kind != number.Digits || a.Len() != 4 || a.Value < 1000 || a.Value > 2199 || !sealed(atoms, i+1) || !yearFree(l, atoms, i) {
		return i, false
	}
	m.put(slotYear, a.Value)
	return i + 1, true
}

// yearFree reports whether nothing stuck to the digits before them makes them
// something else: a price, a model, a decimal.
func yearFree(l *lexicon, atoms []number.Atom, i int) bool {
	if i == 0 {
		return true
	}
	before := &atoms[i-1]
	if before.Kind == number.Punct {
		switch before.Rune {
		case '$', '€', '£', '#', '¥':
			return false
		}
	}
	if atoms[i].Space || !number.Glued(atoms, i) {
		return true
	}
	if before.Kind != number.Punct || i < 2 {
		return false
	}
	earlier := &atoms[i-2]
	switch before.Rune {
	case '-':
		stuck := earlier.Kind == number.Word && !before.Space
		return !stuck || l.class(classStage, earlier) != "" || l.class(classMonth, earlier) != "" || l.class(classMonthShort, earlier) != "" ||
			l.word(atoms, i-2) == "pre" || l.word(atoms, i-2) == "post"
	case '/', '.':
		return earlier.Kind == number.Digits
	case ',':
		return earlier.Len() <= 2 || earlier.Kind == number.Word
	}
	return false
}

// fullYear gives the century to the last two digits of a year.
func fullYear(yy int) int {
	if yy < 50 {
		return 2000 + yy
	}
	return 1900 + yy
}

// readYYYY reads a year that more of the date follows.
func readYYYY(_ *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Kind != number.Digits || a.Len() != 4 || a.Value < 1000 || a.Value > 2199 || number.Glued(atoms, i) {
		return i, false
	}
	m.put(slotYear, a.Value)
	return i + 1, true
}

func readYY(_ *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Kind != number.Digits || a.Len() != 2 || !sealed(atoms, i+1) {
		return i, false
	}
	m.put(slotYear, fullYear(a.Value))
	return i + 1, true
}

func readDigits(_ *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Kind != number.Digits || a.Len() > 2 || m.digits > 2 || m.digits == 0 && i > 0 && number.Glued(atoms, i) && m.start == i {
		return i, false
	}
	m.put(slotDigits+slot(m.digits), a.Value)
	m.digits++
	return i + 1, true
}

func readWeekday(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if n, ok := l.classInt(classWeekday, a); ok {
		m.put(slotWeekday, n)
		return i + 1, true
	}
	n, ok := l.classInt(classWeekdayShort, a)
	if !ok || !a.Upper {
		return i, false
	}
	m.put(slotWeekday, n)
	m.put(slotShort, 1)
	if mark(atoms, i+1, '.') && glued(atoms, i+1) {
		i++
	}
	return i + 1, true
}

func readOrdinal(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	n, next, ok := l.numbers.Ordinal(atoms, i)
	if ok {
		m.put(slotOrdinal, n)
	}
	return next, ok
}

// readDecade reads 1990s and 1940's; the value leaves the last digit out.
func readDecade(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Kind != number.Digits || a.Len() != 4 || a.Value < 1000 || a.Value > 2190 || a.Value%10 != 0 || !yearFree(l, atoms, i) {
		return i, false
	}
	m.put(slotDecade, a.Value/10)
	if mark(atoms, i+1, '\'') && l.word(atoms, i-1) != "the" && l.class(classStage, atBefore(atoms, i)) == "" {
		return i, false // more likely what belongs to the year
	}
	return l.pluralS(atoms, i+1)
}

// atBefore is the atom before i, an empty one at the beginning.
func atBefore(atoms []number.Atom, i int) *number.Atom {
	if i == 0 {
		return &number.Atom{}
	}
	return &atoms[i-1]
}

// pluralS reads the s of a decade.
func (l *lexicon) pluralS(atoms []number.Atom, i int) (int, bool) {
	if mark(atoms, i, '\'') && glued(atoms, i) {
		i++
	}
	return i + 1, glued(atoms, i) && l.word(atoms, i) == "s"
}

// readTens reads '50s, 50s and fifties as decades of the twentieth century,
// '00s and '10s as those of ours.
func readTens(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	if n, ok := l.classInt(classTens, &atoms[i]); ok {
		m.put(slotDecade, n)
		return i + 1, true
	}
	if mark(atoms, i, '\'') && i+1 < len(atoms) && !atoms[i+1].Space {
		i++
	}
	a := &atoms[i]
	if a.Kind != number.Digits || a.Len() != 2 || a.Value%10 != 0 {
		return i, false
	}
	decade := 190 + a.Value/10
	if a.Value < 20 {
		decade += 10
	}
	m.put(slotDecade, decade)
	return l.pluralS(atoms, i+1)
}

func eraWord(l *lexicon, w int32) bool {
	switch l.vocab.Text(w) {
	case "bc", "bce", "ad", "ce", "b":
		return true
	}
	return false
}

// readEra reads BC, B.C., BCE, AD and CE; the value is the sign of the year.
func readEra(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	if !atoms[i].Upper {
		return i, false
	}
	switch l.word(atoms, i) {
	case "bc", "bce":
		m.put(slotEra, -1)
		return i + 1, true
	case "ad", "ce":
		m.put(slotEra, 1)
		return i + 1, true
	case "b":
		if mark(atoms, i+1, '.') && l.word(atoms, i+2) == "c" && mark(atoms, i+3, '.') {
			m.put(slotEra, -1)
			return i + 4, true
		}
	}
	return i, false
}

// readQ reads Q1 to Q4.
func readQ(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	if l.word(atoms, i) != "q" || !atoms[i].Upper || !glued(atoms, i+1) || atoms[i+1].Kind != number.Digits || atoms[i+1].Value < 1 || atoms[i+1].Value > 4 || atoms[i+1].Len() != 1 {
		return i, false
	}
	m.put(slotOrdinal, atoms[i+1].Value)
	return i + 2, true
}

func nameWord(l *lexicon, w int32) bool {
	return in(classMonth, classMonthShort, classWeekday, classWeekdayShort, classSeason)(l, w) || l.vocab.Text(w) == "weekend" || holidayWord(l, w)
}

// readName reads what recurs and has a name: a holiday, a weekday, a month, a
// season, the weekend.
func readName(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	if l.word(atoms, i) == "weekend" {
		m.put(slotWeekend, 1)
		return i + 1, true
	}
	for _, read := range []func(*lexicon, []number.Atom, int, *match) (int, bool){readHoliday, readWeekday, readMonth, readSeason} {
		if next, ok := read(l, atoms, i, m); ok {
			return next, true
		}
	}
	return i, false
}
