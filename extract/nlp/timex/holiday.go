package timex

import (
	"strings"
	"time"

	"github.com/claimline/claimline/extract/nlp/number"
)

// A holiday is a day with a name of its own.
type holiday struct {
	words []int32 // with 0 for a mark, which may be missing
	rule  string  // as in holidays.tsv
	// common names mean something else without a capital: the new year.
	common bool
}

func newHoliday(v *number.Vocabulary, name, rule string) holiday {
	h := holiday{rule: rule, common: name == "new year" || rule == "."}
	for _, word := range letterRuns(name) {
		h.words = append(h.words, v.ID(word))
	}
	return h
}

func holidayWord(l *lexicon, w int32) bool {
	for i := range l.holidays {
		if l.holidays[i].words[0] == w {
			return true
		}
	}
	return false
}

// readHoliday reads the longest name of a holiday. An apostrophe, a period or a hyphen within may be left out.
func readHoliday(l *lexicon, atoms []number.Atom, i int, m *match) (int, bool) {
	if atoms[i].Kind != number.Word {
		return i, false
	}
	best := i
	for n := range l.holidays {
		if !atoms[i].Upper && l.holidays[n].common {
			continue
		}
		if next := l.holidays[n].end(atoms, i); next > best {
			best = next
			m.put(slotHoliday, n)
		}
	}
	return best, best > i
}

func (h *holiday) end(atoms []number.Atom, i int) int {
	for n, w := range h.words {
		if n > 0 && i < len(atoms) && atoms[i].Kind == number.Punct && (atoms[i].Rune == '\'' || atoms[i].Rune == '.' || atoms[i].Rune == '-') && (glued(atoms, i+1) || atoms[i].Rune == '.' || glued(atoms, i)) {
			i++
		}
		if i >= len(atoms) || atoms[i].Kind != number.Word || atoms[i].Word != w {
			return -1
		}
		i++
	}
	return i
}

// in returns the day of a holiday in a year, false for a feast of the moon.
func (h *holiday) in(year int) (time.Time, bool) {
	if h.rule == "." {
		return time.Time{}, false
	}
	if shift, ok := strings.CutPrefix(h.rule, "easter"); ok {
		return easter(year).AddDate(0, 0, atoi(shift)), true
	}
	if shift, ok := strings.CutPrefix(h.rule, "orthodox"); ok {
		return orthodoxEaster(year).AddDate(0, 0, atoi(shift)), true
	}
	if f := strings.Split(h.rule, ":"); len(f) == 3 {
		n, later, _ := strings.Cut(f[2], "+")
		shift := 0
		if later != "" {
			shift = atoi(later)
		}
		return nthWeekday(year, atoi(f[0]), atoi(f[1]), atoi(n)).AddDate(0, 0, shift), true
	}
	return time.Date(year, time.Month(atoi(h.rule[:2])), atoi(h.rule[3:]), 0, 0, 0, 0, time.UTC), true
}

// nthWeekday is the n-th of a weekday in a month, the last when n is negative.
func nthWeekday(year, month, weekday, n int) time.Time {
	if n < 0 {
		last := time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC)
		return last.AddDate(0, 0, -((isoWeekday(last) - weekday + 7) % 7))
	}
	first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, (weekday-isoWeekday(first)+7)%7+7*(n-1))
}

// easter is the Sunday of Easter in the Gregorian calendar, after Meeus,
// Astronomical Algorithms, chapter 8.
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e, f := b/4, b%4, (b+8)/25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
}

// orthodoxEaster is the Sunday of Easter in the Julian calendar, as a date of
// the Gregorian, after Meeus, chapter 8.
func orthodoxEaster(year int) time.Time {
	a, b, c := year%4, year%7, year%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	julian := time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC)
	return julian.AddDate(0, 0, year/100-year/400-2)
}
