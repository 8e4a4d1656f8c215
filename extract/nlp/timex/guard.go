package timex

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/number"
)

// dateFits refuses what only looks like a date: "May 20 people".
func (r *reader) dateFits(m *match, p point) bool {
	if p.month > 0 && p.day > 0 && !p.hasYear && m.end < len(r.atoms) && r.lex.words.counted.has(&r.atoms[m.end]) {
		return false
	}
	if r.atoms[m.start].Kind == number.Digits && p.month > 0 && m.start > 0 && r.lex.words.label.has(&r.atoms[m.start-1]) {
		return false // page 12
	}
	if r.word(m.start+1) == "of" && r.mark(m.end, '\'') {
		return false // 5 of May's men
	}
	return m.rule.id != "date/day-month-yy" || !r.mark(m.end, ':')
}

// dayWordFits tells the days in words from what is counted or ranked: "the
// first of May" and "May the first", not "second March" or "in March first
// responders". A cardinal needs more: "on May twenty-one", "May eleven, 2019".
func (r *reader) dayWordFits(m *match) bool {
	if !m.has(slotDayWord) {
		return true
	}
	if m.get(slotDayWord) == dayOrdinal && (r.has(m, "the") || r.has(m, "of")) {
		return true
	}
	monthFirst := r.lex.class(classMonth, &r.atoms[m.start]) != "" || r.lex.class(classMonthShort, &r.atoms[m.start]) != ""
	if r.followed(m.end) || r.mark(m.end, '-') || r.word(m.end) == "of" {
		return false
	}
	if m.has(slotYear) {
		return true
	}
	if m.get(slotDayWord) == dayOrdinal {
		return monthFirst
	}
	if monthFirst && m.get(slotDay) > 20 && (m.end == len(r.atoms) || r.atoms[m.end].Kind == number.Punct) {
		return true
	}
	return monthFirst && m.start > 0 && (r.word2(m.start-1, "on", "by", "since", "until", "from") || r.lex.class(classWeekday, &r.atoms[m.start-1]) != "" || r.mark(m.start-1, ','))
}

// monthFits tells the months that are also verbs, nouns and given names.
func (r *reader) monthFits(m *match) bool {
	i := m.start
	if t := r.token(i); t != nil && (t.UPOS == "AUX" || t.UPOS == "VERB") {
		return false
	}
	before := i > 0 && (r.lex.words.timeprep.has(&r.atoms[i-1]) || i > 1 && r.mark(i-1, '-') && r.lex.class(classStage, &r.atoms[i-2]) != "") || r.monthBefore(i)
	before = before || r.monthNext(m.end) || r.monthNamed(m) || r.word(i-1) == "for" && (m.end < len(r.atoms) && r.lex.words.traded.has(&r.atoms[m.end]) || i > 1 && r.lex.words.future.has(&r.atoms[i-2]) || r.word(i-2) == "set")
	switch m.get(slotMonth) {
	case 3, 5:
		if !before && !(r.word2(i-1, "a", "the") && r.followed(m.end) && !r.nextUpper(m.end)) {
			return false
		}
	case 4, 6, 8:
		if !before && (r.nextUpper(m.end) || i > 0 && r.atoms[i-1].Upper && (r.atoms[i-1].Word == 0 || !r.sentenceStart(i-1))) {
			return false
		}
	}
	if m.has(slotShort) {
		return before && r.word(i) != "mar"
	}
	return r.atoms[i].Upper || before
}

// titled reports a word with a capital that is not all in capitals.
func (r *reader) titled(i int) bool {
	a := &r.atoms[i]
	return a.Upper && a.Len() > 1 && r.d.Text[a.Start+1] >= 'a'
}

// inTitle reports whether a word that needs no capital stands with one beside
// another: USA Today, High Noon.
func (r *reader) inTitle(m *match) bool {
	i := m.end - 1
	if !r.titled(i) {
		return false
	}
	return m.start == i && i > 0 && !r.sentenceStart(i) && r.atoms[i-1].Kind == number.Word && r.atoms[i-1].Upper
}

// monthNamed reports March before the noun that it is the month of, told by
// tags: "inconclusive March elections", not "Theresa May said".
func (r *reader) monthNamed(m *match) bool {
	i := m.start
	if i == 0 || r.atoms[i-1].Kind != number.Word || r.atoms[i-1].Upper || r.nextUpper(m.end) {
		return false
	}
	return r.tagged(i, "NNP") && (r.tagged(m.end, "NN") || r.tagged(m.end, "NNS"))
}

// monthBefore reports a month joined to what follows: "April and May".
func (r *reader) monthBefore(i int) bool {
	if len(r.pieces) == 0 || !r.joins(i-1) && !r.mark(i-1, ',') {
		return false
	}
	last := &r.pieces[len(r.pieces)-1]
	return last.end == i-1 && last.at.grain == month
}

// monthNext reports a month that what comes before is joined to: "May-August".
func (r *reader) monthNext(i int) bool {
	return i+1 < len(r.atoms) && r.joins(i) && r.atoms[i+1].Upper && (r.lex.class(classMonth, &r.atoms[i+1]) != "" || r.lex.class(classMonthShort, &r.atoms[i+1]) != "")
}

// yearFits tells years from other numbers of four digits.
func (r *reader) yearFits(m *match) bool {
	i, y := m.start, m.get(slotYear)
	if chained(r.atoms, i) || r.numbered(m) || r.namedYear(m) {
		return false
	}
	if r.heads(m) {
		return true
	}
	if m.has(slotYearWord) {
		return i > 0 && (r.lex.words.timeprep.has(&r.atoms[i-1]) || r.word2(i-1, "around", "about")) && !r.followed(m.end) && !r.mark(m.end, '-') && r.lex.class(classUnits, r.at(m.end)) == "" && !r.nextUpper(m.end)
	}
	if i == 0 {
		return !r.countsNext(m.end) && y >= 1800 && y <= 2050
	}
	before := &r.atoms[i-1]
	strong := r.lex.words.timeprep.has(before) || r.yearBefore(i) || r.mark(i-1, '(')
	earliest := 1800
	if r.narrative {
		earliest = 1500
	}
	switch {
	case r.lex.words.label.has(before), r.mark(i-1, '.') && i > 1 && r.lex.words.label.has(&r.atoms[i-2]), r.lex.class(classApprox, before) != "" && (r.followed(m.end) || r.word(m.end) == "of"), r.word(i-1) == "than" && !r.word2(i-2, "later", "earlier", "sooner"):
		return false
	case m.end < len(r.atoms) && r.lex.words.counted.has(&r.atoms[m.end]), r.lex.class(classUnits, r.at(m.end)) != "":
		return false
	case strong && (y >= earliest || r.narrative || !r.countsOf(m.end)):
		return true
	}
	return y >= earliest && y <= 2050 && !r.countsNext(m.end)
}

// numbered reports a number that only looks like a year: of a telephone, of a
// house, of a model of car, or of something to come that no preposition dates.
func (r *reader) numbered(m *match) bool {
	i := m.start
	if i >= 2 && hyphened(r.atoms, i-1) && r.atoms[i-2].Len() != 4 {
		return true
	}
	if r.lex.words.car.has(r.at(m.end)) {
		return true
	}
	for j := m.end; j < min(m.end+4, len(r.atoms)) && r.atoms[j].Kind == number.Word && r.atoms[j].Upper; j++ {
		if j > m.end && r.lex.words.street.has(&r.atoms[j]) {
			return true
		}
	}
	late := r.created.grain != noUnit && m.get(slotYear) > r.created.t.Year()+20
	return late && i > 0 && !r.lex.words.timeprep.has(&r.atoms[i-1]) && r.word(i-1) != "the" && r.word(i-1) != "a" && !r.yearBefore(i) && !r.mark(i-1, '(') && r.atoms[i-1].Upper
}

// namedYear reports a name such as that of the band The 1975: a capital article
// and a year with no noun behind it, where a verb or preposition follows.
func (r *reader) namedYear(m *match) bool {
	i := m.start - 1
	if i < 0 || r.word(i) != "the" || !r.titled(i) || m.end >= len(r.atoms) || r.joins(m.end) || r.word2(m.end, "till", "until") {
		return false
	}
	a := &r.atoms[m.end]
	if a.Kind != number.Word {
		return !r.sentenceStart(i) && a.Kind == number.Punct && a.Rune != '-' && a.Rune != '/' && a.Rune != '\''
	}
	if t := r.token(m.end); t != nil && t.UPOS != "" {
		return t.UPOS == "VERB" && t.XPOS != "VBG" && t.XPOS != "VBN" || t.UPOS == "AUX" || t.UPOS == "ADP" && !r.sentenceStart(i)
	}
	return r.lex.words.function.has(a)
}

// chained reports whether the digits at i are one of three or more runs that
// hyphens chain together: a telephone or a part number.
func chained(atoms []number.Atom, i int) bool {
	runs := 1
	for j := i; runs < 3 && j >= 2 && hyphened(atoms, j-1); j -= 2 {
		runs++
	}
	for j := i; runs < 3 && j+2 < len(atoms) && hyphened(atoms, j+1); j += 2 {
		runs++
	}
	return runs >= 3
}

// hyphened reports a hyphen at i stuck between digits.
func hyphened(atoms []number.Atom, i int) bool {
	return mark(atoms, i, '-') && !atoms[i].Space && !atoms[i+1].Space && atoms[i-1].Kind == number.Digits && atoms[i+1].Kind == number.Digits
}

// countsOf reports a plural of what could be counted: "a poll of 1004 adults".
func (r *reader) countsOf(i int) bool {
	if i >= len(r.atoms) || r.atoms[i].Kind != number.Word || r.atoms[i].Upper {
		return false
	}
	text := r.d.Text[r.atoms[i].Start:r.atoms[i].End]
	return len(text) > 3 && strings.HasSuffix(text, "s") && !strings.HasSuffix(text, "ss")
}

func (r *reader) at(i int) *number.Atom {
	if i < len(r.atoms) {
		return &r.atoms[i]
	}
	return &number.Atom{}
}

// yearBefore reports a year joined to what follows: "1991 and 1998".
func (r *reader) yearBefore(i int) bool {
	if len(r.pieces) == 0 || !r.joins(i-1) && !r.mark(i-1, ',') && !r.mark(i-1, '/') {
		return false
	}
	last := &r.pieces[len(r.pieces)-1]
	return last.end == i-1 && last.at.grain == year
}

// countsNext reports whether a plural that could be counted follows: "1984
// shells". After an article it is a year: "the 1984 games".
func (r *reader) countsNext(i int) bool {
	if i >= len(r.atoms) || r.atoms[i].Kind != number.Word || r.atoms[i].Upper {
		return false
	}
	if r.lex.words.counted.has(&r.atoms[i]) {
		return true
	}
	text := r.d.Text[r.atoms[i].Start:r.atoms[i].End]
	return len(text) > 3 && text[len(text)-1] == 's' && text[len(text)-2] != 's' && i >= 2 && !r.word2(i-2, "the", "a", "an", "its", "his", "her", "their", "of")
}

// unitOfRate reports whether atom i may be what a rate counts: a figure, a
// currency, a percentage or a plural after a figure.
func (r *reader) unitOfRate(i int) bool {
	a := &r.atoms[i]
	if a.Kind == number.Digits || a.Kind == number.Punct && (a.Rune == '%' || a.Rune == '$') || r.lex.words.counted.has(a) {
		return true
	}
	return a.Kind == number.Word && i > 0 && r.atoms[i-1].Kind == number.Digits && r.lex.class(classUnits, a) == "" && !r.lex.words.function.has(a)
}

// refNear reports whether the text spoke of another date a moment ago.
func (r *reader) refNear() bool { return r.ref.grain != noUnit && r.refAge <= 2 }
