package timex

import (
	"slices"
	"strings"

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
	case a.kind == typeSet && b.kind == typeTime && b.at.clock && b.rel == fromRef && !b.to && r.gap(a.end, b.start, "", "at", ",", ", at", "at around", "at about"):
		return joined(a, b, b.often(a)), true // every day at 7 p.m.
	case b.kind == typeSet && a.kind == typeTime && a.at.clock && a.rel == fromRef && !r.joins(a.start-1) && !r.word2(a.start-1, "until", "till") && r.gap(a.end, b.start, "", "on", ","):
		return joined(a, b, a.often(b)), true // 9 a.m. on Mondays
	case r.lengthens(a, b):
		return lengthened(a, b), true // 2 years 1 month 21 days
	case a.at.grain == day && a.at.weekday > 0 && a.at.day == 0 && (a.rel == partial || a.rel == named && a.unit == noUnit) && a.nth == 0 && b.at.day > 0 && b.at.grain == day && r.gap(a.end, b.start, "", ",", ".", "-") && b.nth == 0:
		p := *b
		if a.at.part != noPart || a.at.clock {
			p.kind, p.at.part = a.kind, a.at.part
		}
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
	case b.partOnly() && a.dayLike() && a.rel != fromRef && r.gap(a.end, b.start, "in", ",", ", in"):
		return joined(a, b, withPart(*a, b.at.part)), true // Friday in the evening
	case b.partOnly() && a.dayLike() && r.gap(a.end, b.start, "early", "late", "early -", "late -", "in the early", "in the late", "in the early -", "in the late -"):
		p := withPart(*a, b.at.part)
		p.mod = modOf(r.lex.class(classStage, r.at(r.stageAt(a.end))))
		return joined(a, b, p), true // Friday early morning
	case a.partOnly() && b.dayLike() && b.rel != fromRef && (r.gap(a.end, b.start, "of", "on", "hours of", "hours on") || !a.bare && r.gap(a.end, b.start, ",", ", on")) || a.partOnly() && b.dayLike() && b.at.weekday > 0 && gap == 0:
		return joined(a, b, withPart(*b, a.at.part)), true // the evening of 22 March
	case a.at.weekday > 0 && a.rel == partial && a.nth == 0 && a.at.day == 0 && a.at.grain == day && b.rel == fromCreated && b.unit == week && !b.counted && r.gap(a.end, b.start, "", "of"):
		p := *a
		p.rel, p.unit, p.dir = named, week, int(b.n)
		return joined(a, b, p), true // Wednesday evening next week
	case a.at.clock && b.at.clock && r.gap(a.end, b.start, "(") && r.mark(b.end, ')'):
		p := joined(a, b, *a)
		p.end++
		p.at.zone = p.at.zoneBy(b.at)
		return p, true // 1052 GMT (1852 HKT), 8 p.m. (1700 GMT)
	case a.at.clock && (b.dayLike() || !b.bare && b.at.part != noPart && !b.partOnly()) && r.gap(a.end, b.start, "", ",", "on", "of", "-", "|", ", on"):
		return joined(a, b, withClock(*b, a)), true // 3 p.m. on Friday
	case a.at.clock && b.partOnly() && !b.bare && r.gap(a.end, b.start, "in"):
		return joined(a, b, withPartOfClock(*a, b.at.part)), true // 3 in the morning
	case b.at.clock && (a.dayLike() || a.at.part != noPart && !a.partOnly()) && r.gap(a.end, b.start, "", ",", "at", ", at", "@", "-", "|", ", -", "around", "about", ", around", "at about", "at around", "from", "between", ", from", ", between"):
		return joined(a, b, withClock(*a, b)), true // Friday at 3 p.m.
	}
	return piece{}, false
}

// zoneBy is the zone of p, which the same moment by another clock tells where p
// itself does not.
func (p point) zoneBy(q point) zone {
	const whole, most, quarter = 24 * 60, 14 * 60, 15 // minutes
	if p.zone.known || !q.zone.known || q.zone.american {
		return p.zone
	}
	offset := (p.hour*60 + p.minute - q.hour*60 - q.minute + q.zone.offset + 2*whole) % whole
	if offset > most {
		offset -= whole
	}
	if offset%quarter != 0 || offset < -whole/2 {
		return p.zone
	}
	return zone{known: true, offset: offset}
}

// often is the set of days s at the time of p.
func (p *piece) often(s *piece) piece {
	out := *s
	q := point{grain: day, clock: true, hour: p.at.hour, minute: p.at.minute, second: p.at.second}
	if date, part, ok := strings.Cut(s.fixed, "T"); ok && date == "XXXX-XX-XX" {
		if n, known := partNamed(part); known {
			q.hour = afternoonHour(q.hour, n)
		}
	}
	value := q.value()
	if i := strings.IndexByte(value, 'T'); strings.HasPrefix(s.fixed, "XXXX-WXX-") {
		value = s.fixed + value[i:]
	}
	out.fixed = value
	return out
}

// lengthens reports whether b counts on what a counts in a larger unit.
func (r *reader) lengthens(a, b *piece) bool {
	counts := b.counted && (b.rel == fromCreated || b.rel == fromRef)
	switch {
	case a.rel != onlyDuration && a.rel != period, b.rel != onlyDuration && !counts, counts && a.rel == period:
		return false
	case r.word2(b.start, "a", "an") && r.gap(a.end, b.start, "") || r.word(a.start-1) == "between":
		return false // five days a week
	case a.vague || b.vague || a.unit == b.unit || a.n != float64(int(a.n)) || b.mod != modNone || a.fixed != "" || b.fixed != "":
		return false
	case a.more[len(a.more)-1].unit != noUnit || b.more[1].unit != noUnit || a.more[1].unit != noUnit && b.more[0].unit != noUnit:
		return false
	case a.unit < b.unit || b.rel == onlyDuration && r.word2(b.end, "before", "after"):
		return r.gap(a.end, b.start, "")
	}
	return r.gap(a.end, b.start, "", "and", ",", ", and")
}

// lengthened is b with the length of a added to it.
func lengthened(a, b *piece) piece {
	p := *b
	if b.rel == onlyDuration {
		p.rel, p.dir, p.mod = a.rel, a.dir, a.mod
	}
	sign := 1.0
	if b.n < 0 {
		sign = -1
	}
	p.unit, p.n, p.more = a.unit, a.n*sign, a.more
	for _, l := range [...]length{{b.unit, b.n * sign}, b.more[0]} {
		for i := range p.more {
			if p.more[i].unit == noUnit {
				p.more[i] = l
				break
			}
		}
	}
	return joined(a, b, p)
}

// stageAt is the first atom from i on that is early or late.
func (r *reader) stageAt(i int) int {
	for ; i < len(r.atoms); i++ {
		if r.word2(i, "early", "late") {
			break
		}
	}
	return i
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
	p.start, p.end, p.weak, p.bare, p.to = a.start, b.end, false, false, b.to
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
	if i > least && r.mark(i, '-') && (r.word(i-1) == "mid" || r.word2(i-1, "early", "late") && !r.followed(p.end)) {
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
		r.stagePart(p, i-1, least)
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

// stagePart takes in "the third week of", whose unit is atom i.
func (r *reader) stagePart(p *piece, i, least int) {
	p.start = r.partOf(i, least)
	n := r.partNumber(p.start)
	switch {
	case n < 0:
		p.mod = modEnd
	case n == 2 || n == 3 && r.lex.class(classUnits, &r.atoms[i]) == "":
		p.mod = modMid
	default:
		p.mod = modStart
	}
	if _, next, ok := r.lex.numbers.Ordinal(r.atoms, p.start); ok && next == i || p.start == i-1 {
		p.nthUnit, p.nthPart = units[r.lex.class(classUnit, &r.atoms[i])], n
	}
	if r.word(p.start-1) == "the" && p.start > least {
		p.start--
	}
}

// partNumber is the place that an ordinal gives a part of a whole, -1 the last.
func (r *reader) partNumber(i int) int {
	switch r.word(i) {
	case "first", "opening":
		return 1
	case "last", "final", "closing":
		return -1
	}
	n, _, _ := r.lex.numbers.Ordinal(r.atoms, i)
	return n
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
		if _, next, ok := r.lex.numbers.Ordinal(r.atoms, j); ok && next == i && r.atoms[j].Kind == number.Digits {
			return j
		}
		if r.atoms[j].Kind != number.Word {
			break
		}
	}
	return -1
}
