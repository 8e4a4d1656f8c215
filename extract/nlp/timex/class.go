package timex

import (
	"strconv"

	"github.com/claimline/claimline/extract/nlp/number"
)

// A slot holds what a class read.
type slot uint8

const (
	slotDay slot = iota
	slotDay2
	slotDayWord // the day is an ordinal in words
	slotMonth
	slotShort // the month or weekday is abbreviated
	slotYear
	slotYearWord // the year is in words
	slotWeekday
	slotSeason
	slotUnit
	slotUnit2
	slotPlural // the unit is in the plural
	slotPart
	slotOrdinal
	slotHalf
	slotDecade
	slotDigits // and the two after it
	slotDigits2
	slotDigits3
	slotHoliday
	slotWeekend
	slotHour
	slotMinute
	slotMinute2
	slotPM
	slotHour2 // of the end of a range
	slotPM2
	slotEra
	slotMod
	slots
)

// A class is a part of a pattern that code reads.
type class struct {
	// What it may begin with: digits, a mark, words.
	digits, mark bool
	word         func(l *lexicon, w int32) bool
	// read reads it at atom i and returns the atom after it.
	read func(l *lexicon, atoms []number.Atom, i int, m *match) (next int, ok bool)
}

func in(cs ...wordClass) func(*lexicon, int32) bool {
	return func(l *lexicon, w int32) bool {
		for _, c := range cs {
			if l.classes[c][w] != "" {
				return true
			}
		}
		return false
	}
}

// classes are the classes that rules.tsv names in angle brackets.
var classes = map[string]*class{
	"n":        {digits: true, word: countWord, read: readN(false)},
	"n2":       {digits: true, word: countWord, read: readN(true)},
	"unit":     {word: in(classUnit, classUnits), read: readUnit(slotUnit)},
	"unit2":    {word: in(classUnit, classUnits), read: readUnit(slotUnit2)},
	"units":    {word: in(classUnits), read: readUnits},
	"day":      {digits: true, word: dayWord, read: readDay(slotDay)},
	"day2":     {digits: true, word: dayWord, read: readDay(slotDay2)},
	"ordday":   {digits: true, read: readOrdDay},
	"month":    {word: in(classMonth, classMonthShort), read: readMonth},
	"year":     {digits: true, mark: true, word: yearWord, read: readYear},
	"yyyy":     {digits: true, read: readYYYY},
	"yy":       {digits: true, read: readYY},
	"early":    {digits: true, read: readEarly},
	"digits":   {digits: true, read: readDigits},
	"weekday":  {word: in(classWeekday, classWeekdayShort), read: readWeekday},
	"weekdays": {word: in(classWeekdays), read: readInt(classWeekdays, slotWeekday)},
	"season":   {word: in(classSeason), read: readSeason},
	"part":     {word: in(classPart), read: readPart},
	"onehalf":  {digits: true, mark: true, read: readOneHalf},
	"ordinal":  {digits: true, word: ordinalWord, read: readOrdinal},
	"ordhalf":  {word: in(classOrdHalf), read: readInt(classOrdHalf, slotHalf)},
	"decade":   {digits: true, read: readDecade},
	"tens":     {digits: true, mark: true, word: in(classTens), read: readTens},
	"era":      {word: eraWord, read: readEra},
	"q":        {digits: true, word: quarterWord, read: readQ},
	"fy":       {word: isWord("fy"), read: readFY},
	"stage":    {word: in(classStage), read: readStage},
	"approx":   {word: approxWord, read: readApprox},
	"name":     {word: nameWord, read: readName},
	"holiday":  {word: holidayWord, read: readHoliday},
	"clock":    {digits: true, word: hourWord, read: readClock(slotHour, slotMinute, slotPM)},
	"clock2":   {digits: true, word: hourWord, read: readClock(slotHour2, slotMinute2, slotPM2)},
	"hourn":    {digits: true, word: hourWord, read: readHourN},
	"isohour":  {digits: true, read: readISOHour},
	"hour":     {digits: true, read: readHour},
	"minute":   {digits: true, read: readMinute(slotMinute)},
	"minute2":  {digits: true, read: readMinute(slotMinute2)},
	"ampm":     {read: readAMPM(slotHour, slotPM)},
	"hmm":      {digits: true, read: readHMM},
	"hhmm":     {digits: true, read: readHHMM},
	"zone":     {word: in(classZone), read: readZoneName},
}

func isWord(s string) func(*lexicon, int32) bool {
	return func(l *lexicon, w int32) bool { return l.vocab.Text(w) == s }
}

// word returns the known word at atom i, "" when there is none.
func (l *lexicon) word(atoms []number.Atom, i int) string {
	if i < 0 || i >= len(atoms) || atoms[i].Kind != number.Word {
		return ""
	}
	return l.vocab.Text(atoms[i].Word)
}

// mark reports whether atom i is the mark r.
func mark(atoms []number.Atom, i int, r rune) bool {
	return i >= 0 && i < len(atoms) && atoms[i].Kind == number.Punct && atoms[i].Rune == r
}

// glued reports whether there is an atom i with no space before it.
func glued(atoms []number.Atom, i int) bool { return i < len(atoms) && !atoms[i].Space }

// sealed reports whether digits that end before atom i stand for themselves:
// no letters, decimals, thousands, minutes or percent sign follow.
func sealed(atoms []number.Atom, i int) bool {
	if !glued(atoms, i) {
		return true
	}
	if atoms[i].Kind != number.Punct {
		return false
	}
	digitsNext := i+1 < len(atoms) && atoms[i+1].Kind == number.Digits && !atoms[i+1].Space
	switch atoms[i].Rune {
	case '%', '°', '$', '€', '£':
		return false
	case '.', ':':
		return !digitsNext
	case ',':
		return !digitsNext || atoms[i+1].Len() != 3
	}
	return true
}

func readInt(c wordClass, s slot) func(*lexicon, []number.Atom, int, *match) (int, bool) {
	return func(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
		v, ok := l.classInt(c, &atoms[i])
		if ok {
			m.put(s, v)
		}
		return i + 1, ok
	}
}

// countWord reports the words that a count may begin with.
func countWord(l *lexicon, w int32) bool {
	switch l.vocab.Text(w) {
	case "a", "an", "couple", "half":
		return true
	}
	a := number.Atom{Kind: number.Word, Word: w}
	return l.classes[classVague][w] != "" || l.numbers.Starts([]number.Atom{a}, 0)
}

// readN reads a count: a number, a or an, a couple of, a few, several, many.
func readN(second bool) func(*lexicon, []number.Atom, int, *match) (int, bool) {
	return func(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
		if atoms[i].Kind == number.Digits && number.Glued(atoms, i) && !mark(atoms, i-1, '-') {
			return i, false
		}
		n, next, vague, article, ok := l.count(atoms, i)
		if !ok || atoms[next-1].Kind == number.Digits && !sealedCount(atoms, next) {
			return i, false
		}
		if second {
			m.n2 = n
		} else {
			m.n, m.vague, m.article = n, vague, article
		}
		return next, true
	}
}

// sealedCount allows what may follow a count: nothing glued but a hyphen, an
// apostrophe or the letters of a unit, as in 12hrs.
func sealedCount(atoms []number.Atom, i int) bool {
	return !glued(atoms, i) || atoms[i].Kind == number.Word || sealed(atoms, i)
}

func (l *lexicon) count(atoms []number.Atom, i int) (n float64, next int, vague, article, ok bool) {
	if v, next, ok := l.numbers.Parse(atoms, i); ok {
		return v.Value, next, v.Vague, false, v.Value >= 0
	}
	first := l.word(atoms, i)
	j := i
	if first == "a" || first == "an" || first == "the" {
		j++
	}
	if l.word(atoms, j) == "couple" {
		j++
		if l.word(atoms, j) == "of" {
			j++
		}
		return 2, j, false, false, true
	}
	if j < len(atoms) {
		if v := l.class(classVague, &atoms[j]); v != "" && (j == i || v != "0") {
			return 3, j + 1, true, false, true
		}
	}
	return 1, i + 1, false, true, first == "a" || first == "an"
}

func readUnit(s slot) func(*lexicon, []number.Atom, int, *match) (int, bool) {
	return func(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
		a := &atoms[i]
		letter, plural := l.class(classUnits, a), true
		if letter == "" {
			letter, plural = l.class(classUnit, a), false
		}
		u := units[letter]
		switch {
		case u == noUnit, plural && m.article && s == slotUnit:
			return i, false
		case u == second && !plural && (i == 0 || !secondCounted(l, atoms, i)):
			return i, false
		case plural && a.Len() <= 3 && i > 0 && atoms[i-1].Kind != number.Digits && !l.numbers.Starts(atoms, i-1) && !(mark(atoms, i-1, '-') && i > 1 && atoms[i-2].Kind == number.Digits): // hr, min
			return i, false
		case a.Len() <= 3 && a.Upper && plural, a.Len() == 1 && (a.Space || atoms[i-1].Kind != number.Digits): // 3h, not 3 h
			return i, false
		}
		m.put(s, int(u))
		if plural {
			m.put(slotPlural, 1)
		}
		return i + 1, true
	}
}

// secondCounted keeps "second" a unit only where it is counted.
func secondCounted(l *lexicon, atoms []number.Atom, i int) bool {
	if atoms[i-1].Kind == number.Digits || mark(atoms, i-1, '-') {
		return true
	}
	switch l.word(atoms, i-1) {
	case "one", "per", "every", "each":
		return true
	}
	return false
}

func readUnits(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	if l.class(classUnits, &atoms[i]) == "" || atoms[i].Len() <= 4 && l.word(atoms, i) != "days" {
		return i, false
	}
	m.article = false
	return readUnit(slotUnit)(l, atoms, i, m)
}

func readStage(l *lexicon, atoms []number.Atom, i int, _ *match) (int, bool) {
	return i + 1, l.class(classStage, &atoms[i]) != ""
}

func approxWord(l *lexicon, w int32) bool {
	switch l.vocab.Text(w) {
	case "more", "less", "at", "up", "no", "fewer", "longer", "just":
		return true
	}
	return l.classes[classApprox][w] != ""
}

// readApprox reads what bounds a count: about, more than, at least, up to.
func readApprox(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	mod, next := l.approx(atoms, i)
	if mod == modNone {
		return i, false
	}
	m.put(slotMod, int(mod))
	return next, true
}

func (l *lexicon) approx(atoms []number.Atom, i int) (mod, int) {
	if i >= len(atoms) {
		return modNone, i
	}
	if name := l.class(classApprox, &atoms[i]); name != "" {
		return modOf(name), i + 1
	}
	first, second := l.word(atoms, i), l.word(atoms, i+1)
	switch {
	case first == "just" && (second == "over" || second == "under"):
		return l.approx(atoms, i+1)
	case first == "more" && second == "than", first == "longer" && second == "than":
		return modMore, i + 2
	case first == "less" && second == "than", first == "fewer" && second == "than":
		return modLess, i + 2
	case first == "at" && second == "least":
		return modAtLeast, i + 2
	case first == "at" && second == "most", first == "up" && second == "to":
		return modAtMost, i + 2
	case first == "no" && (second == "more" || second == "longer") && l.word(atoms, i+2) == "than":
		return modAtMost, i + 3
	case first == "no" && (second == "less" || second == "fewer") && l.word(atoms, i+2) == "than":
		return modAtLeast, i + 3
	}
	return modNone, i
}

func readSeason(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	for n, name := range seasonNames {
		if l.class(classSeason, &atoms[i]) == name {
			m.put(slotSeason, n)
			return i + 1, true
		}
	}
	return i, false
}

func readPart(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	name := l.class(classPart, &atoms[i])
	p, ok := partOf(name)
	m.put(slotPart, int(p))
	return i + 1, ok
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("timex: " + err.Error()) // the tables hold it
	}
	return n
}
