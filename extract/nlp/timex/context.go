package timex

import (
	"time"

	"github.com/claimline/claimline/graph"
)

// created is the document date as relative dates need it.
type created struct {
	t     time.Time // local, as if in UTC
	grain unit      // how much of it is known: minute, day, month, year or noUnit
	edtf  string
}

func newCreated(i *graph.Interval) created {
	if i == nil || i.Earliest.IsZero() || i.Latest.IsZero() {
		return created{}
	}
	c := created{t: i.Earliest.UTC(), edtf: i.EDTF}
	// The date as it is written counts, not that of Greenwich.
	if len(i.EDTF) >= 10 {
		if t, err := time.Parse("2006-01-02", i.EDTF[:10]); err == nil {
			clock := c.t.Sub(time.Date(c.t.Year(), c.t.Month(), c.t.Day(), 0, 0, 0, 0, time.UTC))
			if len(i.EDTF) >= 16 {
				if local, err := time.Parse("2006-01-02T15:04", i.EDTF[:16]); err == nil {
					clock = local.Sub(t)
				}
			}
			c.t = t.Add(clock)
		}
	}
	switch length := i.Latest.Sub(i.Earliest); {
	case length <= time.Hour:
		c.grain = minute
	case length <= 24*time.Hour:
		c.grain = day
	case length <= 31*24*time.Hour:
		c.grain = month
	case length <= 366*24*time.Hour:
		c.grain = year
	}
	return c
}

// createdIn is the unit that holds the document date, without a grain when the
// document date is not known that well.
func (r *reader) createdIn(u unit) point {
	if r.created.grain == noUnit || r.created.grain > u && r.created.grain > day {
		return point{}
	}
	return at(r.created.t, u)
}

// near reports whether p is within two days of the document date.
func (c created) near(p point) bool {
	if c.grain == noUnit || c.grain > day {
		return false
	}
	apart := c.t.Sub(p.date())
	return apart > -48*time.Hour && apart < 72*time.Hour
}

// tellsHistory reports whether the years in a text are mostly long before its
// date, and many.
func tellsHistory(text string, c created) bool {
	old, recent := 0, 0
	latest := 3000
	if c.grain != noUnit {
		latest = c.t.Year()
	}
	for i := 0; i+4 <= len(text); i++ {
		if !digit(text[i]) || i > 0 && (digit(text[i-1]) || text[i-1] == ',' || text[i-1] == '.') {
			continue
		}
		n := 0
		j := i
		for j < len(text) && digit(text[j]) {
			n = (n*10 + int(text[j]-'0')) % 1_000_000
			j++
		}
		if j-i == 4 && n >= 1000 {
			if n < latest-2 {
				old++
			} else if n <= latest+1 {
				recent++
			}
		}
		i = j
	}
	if c.grain == noUnit {
		return old >= 3
	}
	return old >= 8 && old > 4*recent
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
