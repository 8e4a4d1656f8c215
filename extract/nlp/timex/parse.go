package timex

import (
	"strings"

	"github.com/claimline/claimline/graph"
)

// Parse reads a date as people type it into a query: EDTF, RFC 3339, or a
// value of TIMEX3 or ISO 8601 that EDTF has no form for, such as 2024-W12,
// 2024-W12-WE, 2024-Q1, 2024-SU, 199 or 2024-03-22TEV.
func Parse(value string) (graph.Interval, bool) {
	if i, err := graph.ParseEDTF(value); err == nil {
		return i, true
	}
	p, ok := parseValue(strings.ToUpper(value))
	if !ok {
		return graph.Interval{}, false
	}
	i, err := graph.ParseEDTF(p.edtf())
	if err != nil {
		return graph.Interval{}, false
	}
	switch {
	case p.grain == week || p.grain == weekend:
		i.Precision = graph.PrecisionWeek
	case p.part != noPart:
		i.Precision = graph.PrecisionPart
	}
	i.Value = value
	return i, true
}

// parseValue reads the forms of TIMEX3 that are not EDTF.
func parseValue(s string) (point, bool) {
	n, digits := 0, 0
	for digits < len(s) && digits < 4 && digit(s[digits]) {
		n = n*10 + int(s[digits]-'0')
		digits++
	}
	p := point{year: n, hasYear: true, second: -1}
	rest := s[digits:]
	switch {
	case rest == "" && digits == 3:
		p.grain = decade
		return p, true
	case rest == "" && digits == 2:
		p.grain = century
		return p, true
	case digits != 4 || rest == "" || rest[0] != '-':
		return p, false
	}
	if date, name, timed := strings.Cut(s, "T"); timed {
		return parsePart(date, name)
	}
	return parseOrdinal(p, rest[1:])
}

// parsePart reads a date with a part of the day.
func parsePart(date, name string) (point, bool) {
	i, err := graph.ParseEDTF(date)
	if err != nil || i.Precision != graph.PrecisionDay || i.Earliest.IsZero() {
		return point{}, false
	}
	p := at(i.Earliest, day)
	for n := range parts {
		if parts[n].name == name && name != "" {
			p.part = part(n)
			return p, true
		}
	}
	return p, false
}

// parseOrdinal reads what follows the year: W12, W12-3, W12-WE, Q1, H2, SU.
func parseOrdinal(p point, s string) (point, bool) {
	for n, name := range seasonNames {
		if s == name {
			p.grain, p.ordinal = season, n+1
			return p, true
		}
	}
	if len(s) < 2 || !digit(s[1]) {
		return p, false
	}
	first := int(s[1] - '0')
	switch {
	case len(s) == 2 && s[0] == 'Q' && first >= 1 && first <= 4:
		p.grain, p.ordinal = quarter, first
	case len(s) == 2 && s[0] == 'H' && first >= 1 && first <= 2:
		p.grain, p.ordinal = half, first
	case s[0] == 'W' && len(s) >= 3 && digit(s[2]):
		return parseWeek(p, first*10+int(s[2]-'0'), s[3:])
	default:
		return p, false
	}
	return p, true
}

func parseWeek(p point, n int, rest string) (point, bool) {
	monday := isoMonday(p.year, n)
	if y, w := monday.ISOWeek(); n < 1 || y != p.year || w != n {
		return p, false
	}
	switch {
	case rest == "":
		p.grain, p.ordinal = week, n
	case rest == "-WE":
		p.grain, p.ordinal = weekend, n
	case len(rest) == 2 && rest[0] == '-' && rest[1] >= '1' && rest[1] <= '7':
		p = at(monday.AddDate(0, 0, int(rest[1]-'1')), day)
	default:
		return p, false
	}
	return p, true
}
