package timex

import (
	"strings"
	"time"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// created is the document date as relative dates need it.
type created struct {
	t     time.Time // local, as if in UTC
	grain unit      // how much of it is known: minute, day, month, year or noUnit
	zone  zone      // of t where its time of day is known
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
	if _, clock, timed := strings.Cut(i.EDTF, "T"); timed && len(i.EDTF) >= 16 {
		c.zone = zone{known: true}
		if at := strings.IndexAny(clock, "+-"); at >= 0 {
			c.zone.offset = int(c.t.Sub(i.Earliest.UTC()) / time.Minute)
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

// tellsHistory reports whether a text tells of years long before its date
// rather than reports of these days: many years, old ones above all, and hardly
// any of the words that count from today.
func tellsHistory(tokens []doc.Token, c created) bool {
	old, recent, deictic := 0, 0, 0
	latest := 3000
	if c.grain != noUnit {
		latest = c.t.Year()
	}
	for i := range tokens {
		text := tokens[i].Text
		if n, ok := fourDigits(text); ok && n >= 1000 {
			if n < latest-2 {
				old++
			} else if n <= latest+1 {
				recent++
			}
			continue
		}
		switch text {
		case "BC", "BCE":
			old++
		case "yesterday", "Yesterday", "today", "Today", "tomorrow", "tonight", "ago",
			"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
			deictic++
		}
	}
	if c.grain == noUnit {
		return old >= 3 && deictic == 0
	}
	return old >= 6 && old > 2*recent+10*deictic || old+recent >= 20 && old+recent > 15*deictic
}

// fourDigits reads a token of four digits, after which a mark may stand.
func fourDigits(s string) (int, bool) {
	if len(s) < 4 || len(s) > 5 || len(s) == 5 && digit(s[4]) {
		return 0, false
	}
	n := 0
	for i := range 4 {
		if !digit(s[i]) {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
