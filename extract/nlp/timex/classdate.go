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
		word := 0
		switch {
		case a.Kind == number.Word && ok:
			word = dayOrdinal
		case a.Kind == number.Word:
			if n, after, read := l.numbers.Parse(atoms, i); read && n.Words && !n.Vague {
				day, next, ok, word = int(n.Value), after, n.Value == float64(int(n.Value)), dayCardinal
			}
		case !ok && a.Kind == number.Digits && a.Len() <= 2:
			day, next, ok = a.Value, i+1, true
		}
		switch {
		case !ok, day < 1, day > 31:
			return i, false
		case a.Kind == number.Digits && number.Glued(atoms, i) && !(s == slotDay2 && mark(atoms, i-1, '-')) && !l.afterMonth(atoms, i):
			return i, false
		case !sealed(atoms, next), i > 0 && (mark(atoms, i-1, '$') || mark(atoms, i-1, '£') || mark(atoms, i-1, '€')):
			return i, false
		}
		m.put(s, day)
		if word != 0 {
			m.put(slotDayWord, word)
		}
		return next, true
	}
}

// What slotDayWord holds of a day in words: first or twenty-one.
const (
	dayOrdinal = iota + 1
	dayCardinal
)

// afterMonth reports whether a hyphen, a slash or a period joins atom i to a
// month before it: Jan-1, 2019/Sep/01.
func (l *lexicon) afterMonth(atoms []number.Atom, i int) bool {
	if i > 0 && glued(atoms, i) && atoms[i-1].Kind == number.Word && (l.class(classMonth, &atoms[i-1]) != "" || l.class(classMonthShort, &atoms[i-1]) != "") {
		return true // Dec31
	}
	if i < 2 || !mark(atoms, i-1, '-') && !mark(atoms, i-1, '/') && !mark(atoms, i-1, '.') {
		return false
	}
	return l.class(classMonth, &atoms[i-2]) != "" || l.class(classMonthShort, &atoms[i-2]) != ""
}

// ordinalAt reports an ordinal in words, or the last part of one.
func (l *lexicon) ordinalAt(atoms []number.Atom, i int) bool {
	_, _, ok := l.numbers.Ordinal(atoms, i)
	return ok && atoms[i].Kind == number.Word
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
// kinds too must begin with a capital or stand beside a day.
func readMonth(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if n, ok := l.classInt(classMonth, a); ok {
		m.put(slotMonth, n)
		if a.Len() <= 4 && mark(atoms, i+1, '.') && glued(atoms, i+1) && i+2 < len(atoms) && atoms[i+2].Kind == number.Digits {
			return i + 2, a.Upper // May. 3
		}
		return i + 1, a.Upper || n != 5 && n != 3 || l.dayBeside(atoms, i, true)
	}
	n, ok := l.classInt(classMonthShort, a)
	if !ok || !a.Upper && !l.dayBeside(atoms, i, n == 3) {
		return i, false
	}
	m.put(slotMonth, n)
	m.put(slotShort, 1)
	if mark(atoms, i+1, '.') && glued(atoms, i+1) {
		i++
	}
	return i + 1, true
}

// dayBeside reports whether a month without a capital stands beside a day or
// a year. A verb may stand before a figure ("march 10 miles"), so that those
// months need more: an ordinal, a year, or a preposition before them.
func (l *lexicon) dayBeside(atoms []number.Atom, i int, verb bool) bool {
	if before := i - 1; before >= 0 {
		b := &atoms[before]
		switch w := l.word(atoms, before); {
		case w == "of" && i > 1, w == "st", w == "nd", w == "rd", w == "th":
			return true
		case b.Kind == number.Digits && b.Len() <= 2 && b.Value >= 1 && b.Value <= 31:
			return !verb || before == 0 || l.class(classMonth, &atoms[before-1]) == "" && l.class(classMonthShort, &atoms[before-1]) == ""
		case b.Kind == number.Word && l.ordinalAt(atoms, before):
			return true
		case (b.Rune == '-' || b.Rune == '/') && before > 0 && atoms[before-1].Kind == number.Digits && !atoms[i].Space:
			return true
		}
	}
	j := i + 1
	for j < len(atoms) && (mark(atoms, j, '.') || mark(atoms, j, '-') || mark(atoms, j, '/') || mark(atoms, j, ',') || l.word(atoms, j) == "the") {
		j++
	}
	if j >= len(atoms) {
		return false
	}
	if _, next, ok := l.numbers.Ordinal(atoms, j); ok {
		return !glued(atoms, next) || atoms[next].Kind == number.Punct
	}
	a := &atoms[j]
	switch {
	case a.Kind == number.Word:
		return j > i+1 && l.numbers.Starts(atoms, j) && a.Len() > 2
	case a.Kind != number.Digits:
		return false
	case a.Len() == 4:
		return a.Value >= 1500 && a.Value < 2200
	case a.Len() > 2 || a.Value > 31 || a.Value < 1:
		return false
	}
	return !verb || i > 0 && l.words.prep.has(&atoms[i-1])
}

// readYear reads four digits of a year, two after an apostrophe, or words.
func readYear(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Kind == number.Word {
		y, next, ok := l.spelledYear(atoms, i)
		m.put(slotYear, y)
		m.put(slotYearWord, 1)
		return next, ok
	}
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
		return earlier.Kind == number.Digits || l.class(classMonth, earlier) != "" || l.class(classMonthShort, earlier) != ""
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
	if a.Kind != number.Digits || a.Len() > 2 || m.digits > 2 || m.digits == 0 && i > 0 && number.Glued(atoms, i) && m.start == i && !afterDate(atoms, i) {
		return i, false
	}
	m.put(slotDigits+slot(m.digits), a.Value)
	m.digits++
	return i + 1, true
}

// afterDate reports whether a hyphen joins atom i to a date in figures.
func afterDate(atoms []number.Atom, i int) bool {
	return i >= 6 && hyphened(atoms, i-1) && atoms[i-2].Len() == 4 && (mark(atoms, i-3, '/') && mark(atoms, i-5, '/') || mark(atoms, i-3, '-') && mark(atoms, i-5, '-'))
}

func readWeekday(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if n, ok := l.classInt(classWeekday, a); ok {
		m.put(slotWeekday, n)
		return i + 1, true
	}
	n, ok := l.classInt(classWeekdayShort, a)
	if !ok || !a.Upper && (a.Len() == 3 || i == 0 || !l.words.prep.has(&atoms[i-1])) {
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
		if mark(atoms, i+1, '.') && l.word(atoms, i+2) == "c" {
			m.put(slotEra, -1)
			if mark(atoms, i+3, '.') {
				i++
			}
			return i + 3, true
		}
	}
	return i, false
}

func quarterWord(l *lexicon, w int32) bool {
	switch l.vocab.Text(w) {
	case "q", "h":
		return true
	}
	return false
}

// readQ reads Q1 to Q4, 3Q, H1 and 2H. In lower case a year stands beside it.
func readQ(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	if !glued(atoms, i+1) {
		return i, false
	}
	letter, figure := i, i+1
	if atoms[i].Kind == number.Digits {
		letter, figure = i+1, i
		if number.Glued(atoms, i) && !mark(atoms, i-1, '-') {
			return i, false
		}
	}
	w, n := l.word(atoms, letter), &atoms[figure]
	most := 4
	if w == "h" {
		most = 2
	}
	yearNext := i+2 < len(atoms) && atoms[i+2].Kind == number.Digits && atoms[i+2].Len() == 4 || i+3 < len(atoms) && mark(atoms, i+2, '-') && atoms[i+3].Len() == 4
	yearBefore := i > 0 && (atoms[i-1].Kind == number.Digits && atoms[i-1].Len() == 4 || i > 1 && mark(atoms, i-1, '-') && atoms[i-2].Kind == number.Digits && atoms[i-2].Len() == 4)
	switch {
	case w != "q" && w != "h", n.Kind != number.Digits, n.Len() != 1, n.Value < 1, n.Value > most:
		return i, false
	case !atoms[letter].Upper && !yearNext && !yearBefore:
		return i, false
	case !sealed(atoms, i+2), w == "h" && !yearNext && !yearBefore && l.word(atoms, i+2) != "this" && l.word(atoms, i+2) != "last" && l.word(atoms, i+2) != "next":
		return i, false
	}
	m.put(slotOrdinal, n.Value)
	if w == "h" {
		m.put(slotHalf, n.Value)
	}
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
