package timex

import "github.com/claimline/claimline/extract/nlp/number"

// yearWord reports the words that a year in words may begin with.
func yearWord(l *lexicon, w int32) bool {
	a := []number.Atom{{Kind: number.Word, Word: w}}
	n, _, ok := l.numbers.Parse(a, 0)
	return ok && n.Words && !n.Vague && n.Value >= 1 && n.Value <= 20
}

// dayWord reports the words that a day of the month may begin with.
func dayWord(l *lexicon, w int32) bool {
	a := []number.Atom{{Kind: number.Word, Word: w}}
	n, _, ok := l.numbers.Parse(a, 0)
	return ordinalWord(l, w) || ok && n.Words && !n.Vague && n.Value >= 1 && n.Value <= 30
}

// spelledYear reads nineteen ninety-six, nineteen hundred and one, nineteen oh
// one and two thousand and five.
func (l *lexicon) spelledYear(atoms []number.Atom, i int) (year, next int, ok bool) {
	n, next, ok := l.numbers.Parse(atoms, i)
	if !ok || !n.Words || n.Vague || n.Value != float64(int(n.Value)) {
		return 0, i, false
	}
	y := int(n.Value)
	if y >= 1000 && y < 2200 {
		return y, next, true
	}
	if y < 10 || y > 20 || next >= len(atoms) || atoms[next].Kind != number.Word {
		return 0, i, false
	}
	if w := l.word(atoms, next); w == "oh" || w == "zero" {
		n, after, ok := l.numbers.Parse(atoms, next+1)
		return y*100 + int(n.Value), after, ok && n.Words && n.Value >= 1 && n.Value <= 9
	}
	tens, after, ok := l.numbers.Parse(atoms, next)
	if !ok || !tens.Words || tens.Vague || tens.Value < 10 || tens.Value > 99 || tens.Value != float64(int(tens.Value)) {
		return 0, i, false
	}
	return y*100 + int(tens.Value), after, true
}

// readFY reads FY2018, FY 2018 and FY18.
func readFY(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	if i+1 >= len(atoms) || atoms[i+1].Kind != number.Digits || !sealed(atoms, i+2) {
		return i, false
	}
	switch a := &atoms[i+1]; a.Len() {
	case 4:
		m.put(slotYear, a.Value)
	case 2:
		m.put(slotYear, fullYear(a.Value))
	default:
		return i, false
	}
	return i + 2, true
}
