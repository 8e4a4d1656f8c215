package timex

import (
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// borrow gives a date without a year the year of the one it is joined to:
// between March and June 2019, on June 3 and July 5, 2012.
func (r *reader) borrow() {
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

// ranges reports whether a and b are the ends of one span of time: from a to
// b, between a and b, a-b.
func (r *reader) ranges(a, b *piece) bool {
	if b.start-a.end != 1 || a.at.clock != b.at.clock {
		return false
	}
	before := r.word(a.start - 1)
	if before == "the" {
		before = r.word(a.start - 2)
	}
	switch i := a.end; {
	case r.mark(i, '-'), r.word2(i, "through", "thru"):
		return true
	case r.word2(i, "to", "until", "till"):
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
		if !r.ranges(a, b) || !a.at.dated() || !b.at.dated() || a.edtf == "" || b.edtf == "" || a.kind == typeSet || b.kind == typeSet {
			continue
		}
		switch {
		case b.rel != partial || !b.at.date().Before(a.at.date()):
		case r.bareWeekday(a) && r.bareWeekday(b):
			r.weekApart(a, b)
		default:
			r.after(b, a.at.date())
		}
		if b.at.date().Before(a.at.date()) {
			continue
		}
		from, _, _ := strings.Cut(a.edtf, "/")
		_, to, ranged := strings.Cut(b.edtf, "/")
		if !ranged {
			to = b.edtf
		}
		a.edtf = from + "/" + to
		b.edtf = a.edtf
	}
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
	if p.at.grain == day && p.at.weekday > 0 {
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
	if p.edtf == "" || p.kind == typeDuration || p.kind == typeSet || p.rel == vagueRef || strings.Contains(p.edtf, "..") {
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
