package timex

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/number"
)

// Years before 1000 are figures like any other. They are read where the text
// tells that it speaks of such times, and next to what else makes a year of them.

// readEarly reads a year of two or three digits.
func readEarly(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	a := &atoms[i]
	if a.Len() < 2 || a.Len() > 3 || a.Value < 10 || !sealed(atoms, i+1) || !yearFree(l, atoms, i) {
		return i, false
	}
	m.put(slotYear, a.Value)
	return i + 1, true
}

// An era is that of the years before 1000 which a text names as such, c. 347, 71
// AD, the year 211: most of them before or after the beginning of our era.
type era int8

const (
	noEra     era = 0
	beforeEra era = -1
	afterEra  era = 1
)

func eraOf(tokens []doc.Token) era {
	named, bc := 0, 0
	for i := 1; i < len(tokens); i++ {
		text := tokens[i].Text
		if len(text) > 3 || len(text) < 2 || !digit(text[0]) || !digit(text[len(text)-1]) {
			continue
		}
		if i+1 < len(tokens) {
			switch tokens[i+1].Text {
			case "BC", "BCE", "B.C.", "B.C":
				bc++
				continue
			case "AD", "CE", "A.D.":
				named++
			}
		}
		switch tokens[i-1].Text {
		case "c.", "ca.", "circa", "AD", "CE", "A.D.":
			named++
		case ".":
			if i > 1 && (tokens[i-2].Text == "c" || tokens[i-2].Text == "ca") {
				named++
			}
		case "year":
			if i > 1 && strings.EqualFold(tokens[i-2].Text, "the") {
				named++
			}
		}
	}
	switch {
	case bc > named:
		return beforeEra
	case named > 0:
		return afterEra
	}
	return noEra
}

// earlyYear reads the 348 of "in 348" and both ends of "(c. 314 – 368)".
func earlyYear(r *reader, m *match) bool {
	i, end := m.start, m.end
	if r.early == noEra || m.get(slotYear) < 100 && r.word(i-1) != "year" || chained(r.atoms, i) || r.mark(end, '%') || r.lex.words.counted.has(r.at(end)) || r.lex.class(classUnits, r.at(end)) != "" {
		return false
	}
	last := len(r.pieces) - 1
	ranged := last >= 0 && r.pieces[last].at.grain == year && r.pieces[last].end == i-1 && (r.joins(i-1) || r.mark(i-1, '/')) && r.pieces[last].at.year < r.inEra(m.calendar()).year
	alone := r.closes(end) || r.mark(end, '-') || r.mark(end, ')') || !r.followed(end) || r.nextUpper(end)
	cue := i > 0 && (r.lex.words.timeprep.has(&r.atoms[i-1]) || r.word2(i-1, "around", "about")) ||
		i > 1 && r.mark(i-1, '.') && r.word2(i-2, "c", "ca") ||
		r.mark(i-1, '(') && (r.mark(end, ')') || r.mark(end, '-')) ||
		r.mark(end, ',') && i > 0 && r.nextUpper(i-1)
	return (ranged || cue && alone) && r.add(m, piece{kind: typeDate, at: r.inEra(m.calendar())})
}

// inEra reads a year without an era as the text's others are.
func (r *reader) inEra(p point) point {
	if r.early == beforeEra {
		p.year = 1 - p.year
	}
	return p
}

// earlyDate reads 30 September 420 and December of 384.
func earlyDate(r *reader, m *match) bool {
	if r.early == noEra || m.get(slotYear) < 100 || r.followed(m.end) {
		return false
	}
	m.put(slotYear, r.inEra(m.calendar()).year)
	return date(r, m)
}

// heads reports a year that begins an entry: "1596, built by …", "– 1602 (…)".
func (r *reader) heads(m *match) bool {
	const earliest = 1100
	if m.get(slotYear) < earliest || m.start > 0 && !(r.mark(m.start-1, '-') && r.atoms[m.start].Space && r.atoms[m.start-1].Space) {
		return false
	}
	return r.mark(m.end, ',') && !glued(r.atoms, m.end+1) || r.mark(m.end, ':') && !glued(r.atoms, m.end+1) || m.start > 0 && r.mark(m.end, '(')
}
