package timex

import (
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// borrow gives a date without a year the year of the one it is joined to:
// between March and June 2019, on June 3 and July 5, 2012.
func (r *reader) borrow() {
	for i := 0; i+1 < len(r.pieces); i++ {
		r.borrowDay(&r.pieces[i], &r.pieces[i+1])
		r.shareWeek(&r.pieces[i], &r.pieces[i+1])
		if i+2 < len(r.pieces) {
			r.borrowWeek(&r.pieces[i], &r.pieces[i+1], &r.pieces[i+2])
		}
	}
	for i := len(r.pieces) - 2; i >= 0; i-- {
		r.shareWeek(&r.pieces[i], &r.pieces[i+1])
	}
	for i := len(r.pieces) - 2; i >= 0; i-- {
		a, b := &r.pieces[i], &r.pieces[i+1]
		if a.rel != partial || b.rel != absolute || a.at.grain != b.at.grain || a.holiday > 0 || !b.at.hasYear || b.start-a.end != 1 || !r.joins(a.end) && !r.mark(a.end, ',') {
			continue
		}
		if a.at.grain == day && a.at.day == 0 {
			continue
		}
		a.at.year, a.at.hasYear, a.rel = b.at.year, true, absolute
		if r.ranges(a, b) && a.at.date().After(b.at.date()) {
			a.at.year--
		}
	}
}

// borrowDay gives the one end of a range of clock times the day that the other
// has: from 5 pm to 7 pm tomorrow, Friday between 1 and 4 pm.
func (r *reader) borrowDay(a, b *piece) {
	if !a.at.clock || !b.at.clock || !r.ranges(a, b) || a.kind != typeTime || b.kind != typeTime {
		return
	}
	free := func(p *piece) bool { return p.rel == fromRef && p.n == 0 && p.unit == day }
	switch {
	case free(a) && !free(b):
		*a = b.at0(a)
		if p := b.at.part; p != noPart {
			a.at.hour = afternoonHour(a.at.hour, p)
		}
		if b.nextDay && minutesOf(b.at) < minutesOf(a.at) {
			a.nextDay = false
		}
	case free(b) && !free(a):
		next := b.nextDay
		*b = a.at0(b)
		b.nextDay = next
	}
	if !a.at.zone.known {
		a.at.zone = b.at.zone
	}
}

// borrowWeek gives two weekdays the week that stands before them: next week
// from Tuesday to Thursday.
func (r *reader) borrowWeek(w, a, b *piece) {
	if w.rel != fromCreated || w.unit != week || w.counted || !bareWeekday(a) || !bareWeekday(b) || !r.gap(w.end, a.start, "from", "between", ", from") || !r.ranges(a, b) {
		return
	}
	for _, p := range []*piece{a, b} {
		p.rel, p.unit, p.dir = named, week, int(w.n)
	}
}

// shareWeek gives a weekday the week of the one that it is joined to: Monday
// or Tuesday next week, next week on Tuesday or Thursday.
func (r *reader) shareWeek(a, b *piece) {
	if b.start-a.end != 1 || !r.joins(a.end) && !r.mark(a.end, ',') {
		return
	}
	switch {
	case bareWeekday(a) && b.rel == named && b.unit == week && b.at.weekday > 0:
		a.rel, a.unit, a.dir = named, week, b.dir
	case bareWeekday(b) && a.rule == "week/weekday":
		b.rel, b.unit, b.dir, b.rule = named, week, a.dir, a.rule
	}
}

// bareWeekday reports a weekday with nothing that says which.
func bareWeekday(p *piece) bool {
	return p.rel == partial && p.at.grain == day && p.at.weekday > 0 && p.at.day == 0 && p.nth == 0
}

// at0 is q at the day of p.
func (p *piece) at0(q *piece) piece {
	out := *p
	out.start, out.end, out.rule, out.mod, out.nextDay, out.to = q.start, q.end, q.rule, q.mod, false, q.to
	out.at.part = noPart
	out.at.hour, out.at.minute, out.at.second, out.at.zone = q.at.hour, q.at.minute, q.at.second, q.at.zone
	return out
}

// ranges reports whether a and b are the ends of one span of time: from a to
// b, between a and b, a-b.
func (r *reader) ranges(a, b *piece) bool {
	if b.start-a.end != 1 || a.at.clock != b.at.clock && a.fixed == "" && b.fixed == "" {
		return false
	}
	if a.to {
		return true
	}
	before := r.word(a.start - 1)
	if before == "the" {
		before = r.word(a.start - 2)
	}
	switch i := a.end; {
	case r.mark(i, '-'), r.mark(i, '~'), r.mark(i, '/') && a.at.grain == year && b.at.grain == year, r.word2(i, "through", "thru"):
		return true
	case r.word2(i, "to", "until", "till", "til"):
		return before == "from" || a.at.grain == b.at.grain
	case r.word(i) == "and":
		return before == "between"
	}
	return false
}

// spans makes one interval of the dates that are the ends of one.
func (r *reader) spans() {
	for i := 0; i+1 < len(r.pieces); i++ {
		a, b := &r.pieces[i], &r.pieces[i+1]
		if !r.ranges(a, b) || a.edtf == "" || b.edtf == "" || a.kind == typeSet || b.kind == typeSet || a.kind == typeDuration || b.kind == typeDuration {
			continue
		}
		first, okA := r.begins(a)
		last, okB := r.begins(b)
		if !okA || !okB {
			continue
		}
		if b.rel == partial && last.Before(first) {
			if r.bareWeekday(a) && r.bareWeekday(b) {
				r.weekApart(a, b)
			} else if a.rel == partial && a.at.grain == month && first.After(r.created.t) && a.at.hasYear {
				a.at.year-- // from May to September, said in June
				a.value, a.edtf = a.at.value(), a.at.edtf()
			} else {
				r.after(b, first)
			}
			first, _ = r.begins(a)
			last, _ = r.begins(b)
		}
		if last.Before(first) {
			continue
		}
		from, _, _ := strings.Cut(a.edtf, "/")
		_, to, ranged := strings.Cut(b.edtf, "/")
		if !ranged {
			to = b.edtf
		}
		a.edtf = from + "/" + to
		b.edtf = a.edtf
		a.alt, b.alt = point{}, point{}
	}
}

// begins is the first day of a piece; now is the document date.
func (r *reader) begins(p *piece) (time.Time, bool) {
	if p.fixed == "PRESENT_REF" {
		return at(r.created.t, day).date(), true
	}
	return p.at.date(), p.at.dated()
}

// bareWeekday reports a weekday that was told without its date.
func (r *reader) bareWeekday(p *piece) bool {
	return p.rel == partial && p.end == p.start+1 && r.lex.class(classWeekday, r.at(p.start)) != ""
}

// weekApart puts Friday before Sunday: a week back when both are past, else
// Sunday a week on.
func (r *reader) weekApart(a, b *piece) {
	p, days := a, -7
	if b.at.date().After(r.created.t) {
		p, days = b, 7
	}
	p.at = at(p.at.date().AddDate(0, 0, days), day)
	p.value, p.edtf = p.at.value(), p.at.edtf()
}

// after moves a date without a year to the first that is not before t.
func (r *reader) after(p *piece, t time.Time) {
	if p.weekly {
		p.at = at(toWeekday(t, isoWeekday(p.at.date()), true), day)
		p.value, p.edtf = p.at.value(), p.at.edtf()
		return
	}
	for range 2 {
		if !p.at.date().Before(t) {
			break
		}
		p.at.year++
	}
	p.value, p.edtf = p.at.value(), p.at.edtf()
}

// bound reads the preposition before a date: by Saturday and until 2019 bound
// it from above, since June from below.
func (r *reader) bound(p *piece) {
	if p.edtf == "" || p.anchors || p.kind == typeDuration || p.kind == typeSet || p.rel == vagueRef || strings.Contains(p.edtf, "..") {
		return
	}
	if r.mark(p.end, '\'') && r.word(p.end+1) == "s" || strings.Contains(p.edtf, "/") && p.at.grain != week && p.at.grain != weekend && p.at.part == noPart {
		return
	}
	first, _, _ := strings.Cut(p.edtf, "/")
	_, last, ranged := strings.Cut(p.edtf, "/")
	if !ranged {
		last = p.edtf
	}
	switch r.word(p.start - 1) {
	case "by", "until", "till":
		p.edtf = "../" + last
	case "before":
		if p.at.clock || p.at.part != noPart {
			return
		}
		if p.mod == modEnd {
			p.edtf = "../" + last
			return
		}
		p.edtf = "../" + at(p.at.date().AddDate(0, 0, -1), day).edtf()
	case "since":
		p.edtf = first + "/" + r.today(p)
	case "after":
		if p.at.clock || p.at.part != noPart || r.followed(p.end) {
			return
		}
		p.edtf = at(p.at.last().AddDate(0, 0, 1), day).edtf() + "/.."
	}
}

// today is the end of "since": the document date where it is known and later.
func (r *reader) today(p *piece) string {
	if r.created.grain == noUnit || r.created.grain > day || !p.at.date().Before(r.created.t) {
		return ".."
	}
	return at(r.created.t, day).edtf()
}

// interval makes the record of a piece.
func (r *reader) interval(p *piece) graph.Interval {
	out := graph.Interval{
		Text: r.d.Text[r.atoms[p.start].Start:r.atoms[p.end-1].End], Timex: p.kind, Value: p.value, Mod: modNames[p.mod], Rule: p.rule,
	}
	edtf := p.edtf
	if edtf != "" && p.alt.grain != noUnit {
		edtf = "[" + edtf + "," + p.alt.edtf() + "]"
	}
	if edtf == "" {
		return out
	}
	parsed, err := graph.ParseEDTF(edtf)
	if err != nil {
		return out
	}
	out.EDTF, out.Earliest, out.Latest, out.Precision = edtf, parsed.Earliest, parsed.Latest, r.precision(p, parsed)
	out.Confidence = p.confidence
	if p.alt.grain != noUnit {
		out.Confidence = graph.Assumed
	}
	if p.anchor != "" {
		out.Anchor = &graph.Anchor{Kind: p.anchor, Value: p.anchorEDTF}
	}
	return out
}

// precision is finer than what EDTF tells for weeks and parts of days.
func (r *reader) precision(p *piece, parsed graph.Interval) graph.Precision {
	if parsed.Precision != graph.PrecisionRange || p.rel == period || p.rel == within || p.vague {
		return parsed.Precision
	}
	switch {
	case p.edtf != p.at.edtf():
	case p.at.grain == week || p.at.grain == weekend:
		return graph.PrecisionWeek
	case p.at.grain == day && p.at.part != noPart:
		return graph.PrecisionPart
	}
	return parsed.Precision
}
