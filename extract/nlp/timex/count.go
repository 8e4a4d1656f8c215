package timex

import "github.com/claimline/claimline/graph"

// counts dates the durations that count from a date beside them: two weeks
// from tomorrow, three days before 12 January. As in TIMEX3 both stay marked,
// and the duration says where it leads.
func (r *reader) counts() {
	for i := 0; i+1 < len(r.pieces); i++ {
		a, b := &r.pieces[i], &r.pieces[i+1]
		if a.rule == "period/first" && r.gap(a.end, b.start, "of") {
			r.partOfYear(a, b)
			continue
		}
		if a.rel != onlyDuration || a.kind != typeDuration || a.vague || a.n < 1 || a.n != float64(int(a.n)) || a.unit < day || b.start-a.end != 1 {
			continue
		}
		if !b.at.dated() || b.at.grain != day || b.at.clock || b.kind != typeDate || r.followed(b.end) || r.preposition(a.start) && r.word(a.start-1) == "for" {
			continue
		}
		sign := 0
		switch r.word(a.end) {
		case "after", "from", "following":
			sign = 1
		case "before":
			sign = -1
		}
		if sign == 0 {
			continue
		}
		r.countFrom(a, b, sign)
	}
}

func (r *reader) countFrom(a, b *piece, sign int) {
	from := b.at.date()
	to := a.shiftMore(shifted(from, a.unit, sign*int(a.n)), sign)
	switch {
	case a.mod == modMore && sign < 0:
		a.edtf = "../" + at(to.AddDate(0, 0, -1), day).edtf()
	case a.mod == modMore:
		a.edtf = at(to.AddDate(0, 0, 1), day).edtf() + "/.."
	case a.mod == modLess && sign > 0:
		a.edtf = days(nil, day, from, to.AddDate(0, 0, -1))
	case a.mod == modLess:
		a.edtf = days(nil, day, to.AddDate(0, 0, 1), from)
	default:
		a.edtf = at(to, day).edtf()
	}
	a.confidence, a.anchor, a.anchorEDTF = graph.Resolved, "explicit", b.edtf
	b.anchors = true
}

// partOfYear bounds the first six months of 2019.
func (r *reader) partOfYear(a, b *piece) {
	if b.at.grain != year || !b.at.dated() || b.edtf == "" || a.vague || a.n < 1 || a.n > 52 || a.n != float64(int(a.n)) || a.unit != month && a.unit != week && a.unit != quarter && a.unit != day {
		return
	}
	from, to := b.at.date(), b.at.last()
	switch r.partNumber(a.first(r)) {
	case 1:
		to = shifted(from, a.unit, int(a.n)).AddDate(0, 0, -1)
	case -1:
		from = shifted(to.AddDate(0, 0, 1), a.unit, -int(a.n))
	default:
		return
	}
	grain := day
	if a.unit >= month {
		grain = month
	}
	a.edtf = days(nil, grain, from, to)
	a.confidence, a.anchor, a.anchorEDTF = b.confidence, b.anchor, b.anchorEDTF
}

// first is the atom of p after an article.
func (p *piece) first(r *reader) int {
	if r.word(p.start) == "the" {
		return p.start + 1
	}
	return p.start
}
