package timex

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// durationValue writes a length as TIMEX3 does: P3W, PT2H, PXY.
func durationValue(u unit, n float64) string {
	letters, clock := u.letters()
	if u == fortnight {
		n *= 2
	}
	b := []byte("P")
	if clock {
		b = append(b, 'T')
	}
	switch {
	case math.IsNaN(n):
		b = append(b, 'X')
	case n == 0.5 && !clock && u == year:
		return "P6M"
	case n == 0.5 && u == hour:
		return "PT30M"
	case n == 0.5 && u == decade:
		return "P5Y"
	case n == 0.5 && u == century:
		return "P50Y"
	default:
		b = strconv.AppendFloat(b, n, 'f', -1, 64)
	}
	return string(append(b, letters...))
}

// lengthValue writes the whole length of p, its parts in the order of TIMEX3.
func (p *piece) lengthValue() string {
	if p.more[0].unit == noUnit {
		return durationValue(p.unit, p.length())
	}
	parts := append([]length{{p.unit, p.n}}, p.more[:]...)
	slices.SortStableFunc(parts, func(a, b length) int { return cmp.Compare(b.unit, a.unit) })
	date, clock := "P", ""
	for _, l := range parts {
		if l.unit == noUnit {
			continue
		}
		value := durationValue(l.unit, l.n)
		if rest, ok := strings.CutPrefix(value, "PT"); ok {
			clock += rest
		} else {
			date += value[1:]
		}
	}
	if clock != "" {
		return date + "T" + clock
	}
	return date
}

// shiftMore moves t by the parts of p after the first.
func (p *piece) shiftMore(t time.Time, sign int) time.Time {
	for _, l := range p.more {
		switch l.unit {
		case noUnit:
		case hour, minute, second:
			t = t.Add(time.Duration(float64(sign) * l.n * float64(clockUnits[l.unit])))
		default:
			t = shifted(t, l.unit, sign*int(l.n))
		}
	}
	return t
}

// period bounds the past five years, the coming days, recent months. A vague
// count is taken for three.
func (r *reader) period(p *piece) {
	p.fixed = p.lengthValue()
	base := r.createdIn(day)
	n := int(math.Ceil(p.n))
	if base.grain == noUnit || n == 0 || r.narrative {
		return
	}
	grain := day
	switch {
	case p.unit == month || p.unit == quarter:
		grain = month
	case p.unit >= year && p.unit <= century:
		grain = year
	}
	from, to := r.created.t, r.created.t
	switch {
	case p.unit < day: // the last 24 hours
		shift := 1
		if p.unit == hour {
			shift = (n + 23) / 24
		}
		if p.dir < 0 {
			from = from.AddDate(0, 0, -shift)
		} else {
			to = to.AddDate(0, 0, shift)
		}
	case p.dir < 0:
		from = p.shiftMore(shifted(from, p.unit, -n), -1)
	default:
		to = p.shiftMore(shifted(to, p.unit, n), 1)
	}
	if p.more[0].unit != noUnit {
		grain = day
	}
	p.edtf = days(nil, grain, from, to)
	p.confidence, p.anchor, p.anchorEDTF = graph.Resolved, "publication", r.created.edtf
}

// horizon bounds a length that looks ahead: in six months, within a week, in
// as little as two years.
func (r *reader) horizon(p *piece) {
	if p.kind != typeDuration || p.vague || p.n < 1 || r.createdIn(day).grain == noUnit || r.narrative {
		return
	}
	i, up := p.start, p.mod == modLess || p.mod == modAtMost
	if r.word(i-1) == "as" && r.word(i-3) == "as" { // as little as
		i, up = i-3, true
	}
	if before := r.word(i - 1); before == "within" {
		up = true
	} else if before != "in" {
		return
	}
	if r.word2(p.end, "after", "before", "of", "since") || !r.ahead(i-1) {
		return
	}
	grain := grainOf(p.unit)
	if grain != month && grain != year {
		grain = day
	}
	to := p.shiftMore(shifted(r.created.t, p.unit, int(math.Ceil(p.n))), 1)
	if p.more[0].unit != noUnit {
		grain = day
	}
	p.edtf = at(to, grain).edtf() + "~"
	if up {
		p.edtf = days(nil, grain, r.created.t, to)
	}
	p.confidence, p.anchor, p.anchorEDTF = graph.Resolved, "publication", r.created.edtf
}

// ahead reports whether the nearest verb before atom i looks ahead.
func (r *reader) ahead(i int) bool {
	least := max(0, i-reach)
	for i--; i >= least && !r.mark(i, ';'); i-- {
		if r.word2(i, "could", "may", "might", "can") {
			return true
		}
		if d := r.cue(i); d != 0 {
			return d > 0
		}
	}
	return false
}

// narrow bounds earlier this year by the document date.
func (r *reader) narrow(p *piece) {
	if p.edtf == "" || p.n != 0 || p.unit < week {
		return
	}
	first, last := p.at.date(), p.at.last()
	today := at(r.created.t, day).date()
	switch {
	case p.rule == "week/rest":
		p.edtf = days(nil, day, today, last)
	case p.rule == "year/to-date":
		p.edtf = days(nil, day, first, today)
	case p.dir < 0 && p.unit == year:
		if today.Month() > 1 {
			p.edtf = days(nil, month, first, today)
		}
	case p.dir < 0 && today.After(first):
		p.edtf = days(nil, day, first, today.AddDate(0, 0, -1))
	case p.dir > 0 && p.unit == year:
		if today.Month() < 12 {
			p.edtf = days(nil, month, today, last)
		}
	case p.dir > 0 && today.Before(last):
		p.edtf = days(nil, day, today, last)
	}
}

// tolerances bound a vague count, in units: "weeks ago" is one to six of them,
// "just weeks ago" one to four, "a few weeks ago" two to five.
var tolerances = map[unit]struct{ from, to, justTo int }{
	day: {1, 10, 5}, week: {1, 6, 4}, month: {1, 11, 6}, year: {2, 10, 5}, decade: {2, 6, 4}, century: {2, 6, 4},
}

// tolerance widens a counted date: three weeks ago is a day or so around one
// day, weeks ago an interval.
func (r *reader) tolerance(p *piece, from time.Time) {
	switch {
	case !p.counted:
		return
	case p.vague:
		r.vagueSpan(p, from)
		return
	case p.edtf == "":
		return
	case p.mod == modLess && p.n > 0 && p.unit >= day && (r.word(p.start) == "less" || r.word(p.start) == "fewer"):
		p.edtf = days(nil, day, from, shifted(from, p.unit, int(math.Ceil(p.n))))
		return
	case p.mod == modLess && p.n < 0 && p.unit >= day && r.word2(p.start, "less", "fewer", "under"):
		p.edtf = days(nil, day, shifted(from, p.unit, int(math.Floor(p.n))), from)
		return
	}
	switch {
	case p.unit == week || p.unit == fortnight:
		p.edtf = at(shifted(from, p.unit, int(math.Round(p.n))), day).edtf() + "~"
	case p.more[0].unit != noUnit: // down to the day
	case p.unit == hour && p.at.clock, p.unit >= month, p.mod != modNone && p.unit == day:
		p.edtf += "~"
	}
}

// vagueSpan reads weeks ago and a few days later.
func (r *reader) vagueSpan(p *piece, from time.Time) {
	t, ok := tolerances[p.unit]
	if !ok {
		return // hours: the same day
	}
	ahead := p.n > 0
	p.fixed = "PAST_REF"
	if ahead {
		p.fixed = "FUTURE_REF"
	}
	switch {
	case r.lex.class(classVague, r.at(p.start)) != "" || r.lex.class(classVague, r.at(p.start+1)) != "":
		t.from, t.to = 2, 5
	case r.word2(p.start-1, "just", "only", "mere"):
		t.to = t.justTo
	}
	grain := day
	switch {
	case p.unit == month:
		grain = month
	case p.unit > month:
		grain = year
	}
	first, last := shifted(from, p.unit, t.from), shifted(from, p.unit, t.to)
	if !ahead {
		first, last = shifted(from, p.unit, -t.to), shifted(from, p.unit, -t.from)
	}
	if p.edtf != "" {
		p.edtf = days(nil, grain, first, last)
	}
}
