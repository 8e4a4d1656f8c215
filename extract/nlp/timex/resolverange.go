package timex

import (
	"math"
	"strconv"

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

// period bounds the past five years, the coming days, recent months. A vague
// count is taken for three.
func (r *reader) period(p *piece) {
	p.fixed = durationValue(p.unit, p.length())
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
		from = shifted(from, p.unit, -n)
	default:
		to = shifted(to, p.unit, n)
	}
	p.edtf = days(nil, grain, from, to)
	p.confidence, p.anchor, p.anchorEDTF = graph.Resolved, "publication", r.created.edtf
}

// narrow bounds earlier this year by the document date.
func (r *reader) narrow(p *piece) {
	if p.edtf == "" || p.n != 0 || p.unit < week {
		return
	}
	first, last := p.at.date(), p.at.last()
	today := at(r.created.t, day).date()
	switch {
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
