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
	return m.rule.id != "date/day-month-yy" || !r.mark(m.end, ':')
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
		if !before && (r.nextUpper(m.end) || i > 0 && r.atoms[i-1].Upper && !r.sentenceStart(i-1)) {
			return false
		}
	}
	if m.has(slotShort) {
		return before && r.word(i) != "mar"
	}
	return r.atoms[i].Upper || before
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
	return i+1 < len(r.atoms) && r.joins(i) && r.atoms[i+1].Upper && r.lex.class(classMonth, &r.atoms[i+1]) != ""
}

// yearFits tells years from other numbers of four digits.
func (r *reader) yearFits(m *match) bool {
	i, y := m.start, m.get(slotYear)
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
	case r.lex.words.label.has(before), r.lex.class(classApprox, before) != "" && (r.followed(m.end) || r.word(m.end) == "of"), r.word(i-1) == "than":
		return false
	case m.end < len(r.atoms) && r.lex.words.counted.has(&r.atoms[m.end]), r.lex.class(classUnits, r.at(m.end)) != "":
		return false
	case strong && (y >= earliest || r.narrative || !r.countsOf(m.end)):
		return true
	}
	return y >= earliest && y <= 2050 && !r.countsNext(m.end)
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
