package timex

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/number"
)

// compose joins pieces that make one expression, adds the words that modify
// them, and drops what nothing joined.
func (r *reader) compose() {
	out := r.pieces[:0]
	for _, p := range r.pieces {
		for len(out) > 0 {
			joined, ok := r.join(&out[len(out)-1], &p)
			if !ok {
				break
			}
			p = joined
			out = out[:len(out)-1]
		}
		out = append(out, p)
	}
	r.pieces = out
	for i := range r.pieces {
		r.stage(i)
	}
	r.pieces = slices.DeleteFunc(r.pieces, func(p piece) bool { return p.weak })
}

// join makes one piece of two neighbors, such as a weekday and a date.
func (r *reader) join(a, b *piece) (piece, bool) {
	gap := b.start - a.end
	if gap > 3 || b.end <= a.start {
		return piece{}, false
	}
	switch {
	case a.at.grain == day && a.at.weekday > 0 && a.at.day == 0 && a.rel == partial && b.at.day > 0 && b.at.grain == day && r.gap(a.end, b.start, "", ",", "."):
		p := *b
		p.kind, p.at.part = a.kind, a.at.part
		if a.at.clock {
			p = withClock(p, a)
		}
		return joined(a, b, p), true // Friday, 22 March
	case (a.dayLike() || a.kind == typeTime && !a.weak && (a.rel != partial || a.at.part != noPart)) && a.rel != absolute && b.rel == absolute && b.at.grain == day && b.at.day > 0 && !b.at.clock && (r.gap(a.end, b.start, "(") && r.mark(b.end, ')') || r.gap(a.end, b.start, "[") && r.mark(b.end, ']')):
		return r.explained(a, b), true // today (22 March 2024)
	case a.at.clock && b.bare && gap == 0 && a.rel != fromRef:
		return joined(a, b, withPartOfClock(*a, b.at.part)), true // 3:30 Friday morning
	case b.bare && a.dayLike() && gap == 0:
		return joined(a, b, withPart(*a, b.at.part)), true // Friday evening
	case a.at.part != noPart && a.weak && b.dayLike() && b.rel != fromRef && r.gap(a.end, b.start, "of", "on", "hours of", "hours on"):
		return joined(a, b, withPart(*b, a.at.part)), true // the evening of 22 March
	case a.at.clock && b.at.clock && r.gap(a.end, b.start, "(") && r.mark(b.end, ')'):
		p := joined(a, b, *a)
		p.end++
		return p, true // 1052 GMT (1852 HKT)
	case a.at.clock && (b.dayLike() || !b.bare && b.at.part != noPart && !b.weak) && r.gap(a.end, b.start, "", ",", "on", "of", "-", "|", ", on"):
		return joined(a, b, withClock(*b, a)), true // 3 p.m. on Friday
	case a.at.clock && b.at.part != noPart && b.weak && !b.bare && r.gap(a.end, b.start, "in"):
		return joined(a, b, withPartOfClock(*a, b.at.part)), true // 3 in the morning
	case b.at.clock && (a.dayLike() || a.at.part != noPart && !a.weak) && r.gap(a.end, b.start, "", ",", "at", ", at", "@", "-", "|", ", -", "around", "about", ", around", "at about", "at around", "from"):
		return joined(a, b, withClock(*a, b)), true // Friday at 3 p.m.
	}
	return piece{}, false
}

// joined gives p the span of both and the rule of the longer.
func joined(a, b *piece, p piece) piece {
	p.rule = a.rule
	if b.end-b.start > a.end-a.start {
		p.rule = b.rule
	}
	if b.weak || b.bare {
		p.rule = a.rule
	}
	p.rule += "+"
	p.start, p.end, p.weak, p.bare = a.start, b.end, false, false
	if p.mod == modNone {
		p.mod = a.mod
	}
	return p
}

// explained is a with the date that stands after it in brackets.
func (r *reader) explained(a, b *piece) piece {
	p := joined(a, b, *b)
	p.end++
	p.kind = a.kind
	p.at.part, p.at.clock, p.at.hour, p.at.minute, p.at.zone = a.at.part, a.at.clock, a.at.hour, a.at.minute, a.at.zone
	if a.at.clock {
		p.at.second = a.at.second
	}
	return p
}

func withPart(p piece, part part) piece {
	p.kind = typeTime
	p.at.part = part
	if p.at.grain == noUnit {
		p.at.second = -1
	}
	return p
}

func withClock(p piece, clock *piece) piece {
	hour := clock.at.hour
	if p.at.part != noPart {
		p.nextDay = p.at.part == night && hour < 6
		hour = afternoonHour(hour, p.at.part)
	}
	p.kind, p.at.part = typeTime, noPart
	p.at.clock, p.at.hour, p.at.minute, p.at.second, p.at.zone = true, hour, clock.at.minute, clock.at.second, clock.at.zone
	return p
}

func withPartOfClock(p piece, part part) piece {
	p.at.hour = afternoonHour(p.at.hour, part)
	return p
}

// gap reports whether the atoms [i, j) are one of the given: marks and words
// set apart by spaces.
func (r *reader) gap(i, j int, allowed ...string) bool {
	for _, s := range allowed {
		if r.spells(i, j, s) {
			return true
		}
	}
	return false
}

func (r *reader) spells(i, j int, s string) bool {
	for ; i < j; i++ {
		a := &r.atoms[i]
		text := r.d.Text[a.Start:a.End]
		if a.Kind == number.Word {
			text = r.word(i)
		} else if a.Rune == '-' {
			text = "-"
		}
		if text == "" || len(s) < len(text) || s[:len(text)] != text {
			return false
		}
		s = s[len(text):]
		if len(s) > 0 && s[0] == ' ' {
			s = s[1:]
		}
	}
	return s == ""
}

// stage takes in the words before piece n that say which part of it is meant:
// early, late, mid-, the end of, around.
func (r *reader) stage(n int) {
	p := &r.pieces[n]
	if p.rel == onlyDuration || p.rel == onlySet || p.rel == vagueRef || p.rel == period || p.mod == modStart || p.mod == modEnd {
		return
	}
	least := 0
	if n > 0 {
		least = r.pieces[n-1].end
	}
	i := p.start - 1
	if i >= least && r.lex.class(classApprox, r.at(i)) == "APPROX" && r.word(i) != "some" && p.at.clock {
		p.mod, p.start = modApprox, i
		return
	}
	if p.at.part != noPart && r.word(p.end) == "hours" {
		p.end++ // the early-morning hours
	}
	if i > least && r.mark(i, '-') && r.word2(i-1, "mid", "early", "late") {
		i--
	}
	switch w := r.word(i); {
	case i < least:
	case w == "in" && i-1 >= least && r.word2(i-1, "early", "late", "later", "earlier"):
		p.mod, p.start = modOf(r.lex.class(classStage, &r.atoms[i-1])), i-1
		if p.mod == modNone {
			p.mod = modStart
		}
	case w == "of" && r.partOf(i-1, least) >= 0:
		p.mod = modStart
		if r.word2(r.partOf(i-1, least), "last", "final", "closing", "late") {
			p.mod = modEnd
		}
		p.start = r.partOf(i-1, least)
		if r.word(p.start-1) == "the" && p.start > least {
			p.start--
		}
	case w == "early" || w == "late" || w == "mid":
		p.mod, p.start, p.weak = modOf(r.lex.class(classStage, &r.atoms[i])), i, p.weak && p.at.part == noPart && p.unit == noUnit
		if r.word(i-1) == "the" && i > least && (p.at.grain != day || p.at.part != noPart) {
			p.start--
		}
	case w == "of" && i-1 >= least && r.lex.class(classStage, &r.atoms[i-1]) != "" && r.word(i-1) != "early" && r.word(i-1) != "late":
		p.mod, p.start, p.weak = modOf(r.lex.class(classStage, &r.atoms[i-1])), i-1, false
		for p.start > least && r.word2(p.start-1, "the", "very") {
			p.start--
		}
	}
}

// partOf finds the first word of "last two weeks", which ends at atom i.
func (r *reader) partOf(i, least int) int {
	if i < least || r.lex.class(classUnit, &r.atoms[i]) == "" && r.lex.class(classUnits, &r.atoms[i]) == "" {
		return -1
	}
	for j := i - 1; j >= max(least, i-2); j-- {
		if r.word2(j, "first", "second", "third", "fourth", "last", "final", "opening", "closing") || j == i-1 && r.hoursOf(i) {
			return j
		}
		if r.atoms[j].Kind != number.Word {
			break
		}
	}
	return -1
}
