package quantity

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/number"
)

// excluded reports a number that is no figure: an age, a name with a number,
// an address, a result of a game, a phone number, the number of a list.
func (r *reader) excluded(i, next int, n number.Number) bool {
	a := &r.atoms[i]
	if _, _, ordinal := r.lex.numbers.Ordinal(r.atoms, i); ordinal {
		return true
	}
	if a.Kind == number.Digits && (number.Glued(r.atoms, i) && !r.rangeEnd(i) || a.Len() > 1 && r.d.Text[a.Start] == '0' && n.Plain) {
		return true
	}
	if r.word(next) == "out" && r.word(next+1) == "of" || r.word(i-1) == "of" && r.word(i-2) == "out" {
		return true // a ratio
	}
	if r.corrected(i) || r.ratio(i, next, n) || r.mark(i-1, '-') && r.word(i-2) == "of" && r.mark(i-3, '-') {
		return true // "a mother-of-two"
	}
	return r.in(r.lex.label, i-1) || r.age(i, next, n) || r.fraction(next) || r.glued(next) || r.listed(i, next) || r.address(next)
}

// corrected reports a number that the text takes back or out: "not 362 as was
// reported", "all but two of them".
func (r *reader) corrected(i int) bool {
	switch r.plain(i - 1) {
	case "but":
		return apartFrom[r.plain(i-2)]
	case "except":
		return true
	case "for":
		return r.plain(i-2) == "except"
	}
	return r.plain(i-1) == "not" || r.plain(i-1) == "than" && r.plain(i-2) == "rather" || r.plain(i-1) == "of" && r.plain(i-2) == "instead"
}

var apartFrom = set("all", "everyone", "everybody", "everything", "none", "nobody", "any")

// ratio reports "one in three trains", "six in 10".
func (r *reader) ratio(i, next int, n number.Number) bool {
	const most = 20 // of the first
	if n.Value <= most && n.Value == float64(int(n.Value)) && r.word(next) == "in" && next+1 < len(r.atoms) && r.lex.numbers.Starts(r.atoms, next+1) && !r.inTimex(next+1) {
		m, _, ok := r.lex.numbers.Parse(r.atoms, next+1)
		return ok && m.Value > n.Value && m.Value <= 1000
	}
	if r.word(i-1) != "in" || i < 2 {
		return false
	}
	return n.Value > 1 && n.Value <= 1000 && r.lex.numbers.Starts(r.atoms, i-2) && !r.inTimex(i-2)
}

// rangeEnd reports the second number of "(20-30" that a bracket is stuck to.
func (r *reader) rangeEnd(i int) bool { return r.mark(i-1, '(') }

// age reports 71-year-old, aged 11, between the ages of 11 and 15, and the
// number between two commas after a name.
func (r *reader) age(i, next int, n number.Number) bool {
	j := next
	if r.mark(j, '-') {
		j++
	}
	if r.word(j) == "year" || r.word(j) == "years" {
		return true // of age, or a length of time that is a Timex
	}
	switch r.word(i - 1) {
	case "aged", "age", "ages":
		return true
	case "of", "and", "to":
		for back := i - 1; back >= max(0, i-4); back-- {
			if r.word(back) == "ages" || r.word(back) == "aged" || r.word(back) == "age" {
				return true
			}
		}
	}
	if n.Plain && n.Value <= 120 && !n.Words && r.mark(i-1, ',') && r.mark(next, ',') && i > 1 && r.atoms[i-2].Kind == number.Word {
		return true // "a lorry driver, 54, was arrested"
	}
	return n.Plain && n.Value <= 120 && r.mark(i-1, ',') && (r.mark(next, ',') || r.mark(next, '.') || next == len(r.atoms)) &&
		i > 1 && r.atoms[i-2].Kind == number.Word && r.atoms[i-2].Upper
}

// fraction reports two-thirds and the like.
func (r *reader) fraction(next int) bool {
	if r.mark(next, '-') {
		next++
	}
	if next >= len(r.atoms) || r.atoms[next].Kind != number.Word {
		return false
	}
	text := strings.ToLower(r.text(next))
	switch text {
	case "thirds", "quarters", "fifths", "sixths", "eighths", "tenths", "fold":
		return true
	}
	return false
}

// glued reports what is stuck to the end of a number and makes it a name or a
// compound: 9/11, 2-man, 5G. Units, ranges and -strong may be stuck to it.
func (r *reader) glued(next int) bool {
	if next >= len(r.atoms) || r.atoms[next].Space {
		return false
	}
	a := &r.atoms[next]
	if a.Kind == number.Word {
		_, after := r.longest(r.lex.units["measure"], next)
		return after == next
	}
	if a.Rune != '-' && a.Rune != '/' && a.Rune != ':' && a.Rune != '_' {
		return false
	}
	if next+1 >= len(r.atoms) || r.atoms[next+1].Space {
		return false
	}
	after := &r.atoms[next+1]
	if a.Rune == '-' && after.Kind == number.Digits {
		return !r.countedRange(next + 1)
	}
	if a.Rune == '-' && after.Kind == number.Word {
		_, unit := r.longest(r.lex.units["measure"], next+1)
		w := r.word(next + 1)
		return unit == next+1 && w != "strong" && w != "magnitude" && w != "odd"
	}
	return after.Kind == number.Digits
}

// countedRange tells "20-30 people" from the result of a game: a noun follows
// that is not one of games.
func (r *reader) countedRange(i int) bool {
	n, next, ok := r.lex.numbers.Parse(r.atoms, i)
	if !ok || n.Value <= float64(r.atoms[i-2].Value) || next >= len(r.atoms) || r.atoms[next].Kind != number.Word || !r.atoms[next].Space || r.in(r.lex.function, next) {
		return false
	}
	switch strings.ToLower(r.text(next)) {
	case "win", "victory", "defeat", "loss", "draw", "lead", "vote", "decision", "deficit", "result", "margin", "score", "record":
		return false
	}
	return true
}

// listed reports the number of a line in a list: "1. Open the door".
func (r *reader) listed(i, next int) bool {
	return i == 0 && (r.mark(next, '.') || r.mark(next, ')')) && next+1 < len(r.atoms)
}

// address reports 12 Main Street.
func (r *reader) address(next int) bool {
	for i := next; i < min(next+4, len(r.atoms)) && r.atoms[i].Kind == number.Word && r.atoms[i].Upper; i++ {
		switch r.word(i) {
		case "street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "boulevard":
			return true
		}
	}
	return false
}

// named reports digits that belong to the capitalized word before them, such
// as Boeing 747, unless a comparator or a noun that counts people says
// otherwise.
func (r *reader) named(f *figure) bool {
	i := f.start - 1
	if i < 0 || f.words || f.from < f.start || f.unit != "" || r.atoms[i].Kind != number.Word || !r.atoms[i].Upper || f.person {
		return false
	}
	return !r.verbal(i) && r.atoms[f.start].Kind == number.Digits && !r.in(r.lex.function, i)
}

// verbal reports a word that tells a metric, which may begin a headline.
func (r *reader) verbal(i int) bool {
	return r.tells(object, i) != "" || r.tells(subject, i) != "" || r.tells(state, i) != ""
}

func (r *reader) text(i int) string { return r.d.Text[r.atoms[i].Start:r.atoms[i].End] }
