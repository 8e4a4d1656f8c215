package article

import (
	"regexp"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// A writtenDate is a day as English texts write it.
type writtenDate struct {
	graph.Span // of the words, within what was searched
	day        time.Time
	// or is the other day that the words can mean, as 3/4/2020 can; zero for none.
	or time.Time
}

const (
	weekdayWords = `(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?`
	monthWords   = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
)

// writtenForms are the ways to write a day with its year.
var writtenForms = regexp.MustCompile(`(?i)\b(?:(` + weekdayWords + `)\b\.?,?\s+)?` +
	`(?:(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(` + monthWords + `)\b\.?,?[\s-]+(\d{4})` +
	`|(` + monthWords + `)\b\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})` +
	`|(\d{4})-(\d{2})-(\d{2})` +
	`|(\d{1,2})\.(\d{1,2})\.(\d{4})` +
	`|(\d{1,2})/(\d{1,2})/(\d{4}|\d{2}))\b`)

// writtenDates finds the days in s, those left out whose weekday is wrong or
// that no calendar has.
func writtenDates(s string) []writtenDate {
	var out []writtenDate
	for _, at := range writtenForms.FindAllStringSubmatchIndex(s, -1) {
		group := func(n int) string {
			if at[2*n] < 0 {
				return ""
			}
			return s[at[2*n]:at[2*n+1]]
		}
		year, month, day := group(4), group(3), group(2)
		switch {
		case group(5) != "":
			year, month, day = group(7), group(5), group(6)
		case group(8) != "":
			year, month, day = group(8), group(9), group(10)
		case group(11) != "" || group(14) != "":
			a, b, y := group(11)+group(14), group(12)+group(15), group(13)+group(16)
			if d, ok := inFigures(a, b, y, group(1), zoneOrder(s, at)); ok {
				d.Span = graph.Span{Start: at[0], End: at[1]}
				out = append(out, d)
			}
			continue
		}
		if d, ok := calendarDay(year, month, day, group(1)); ok {
			out = append(out, writtenDate{Span: graph.Span{Start: at[0], End: at[1]}, day: d})
		}
	}
	return out
}

// An order is what a day in figures such as 3/4/2020 begins with.
type order int

const (
	eitherFirst order = iota
	dayFirst
	monthFirst
)

// inFigures reads a day such as 23/3/2020 or 23.3.2020, whose parts stand in
// either order. The calendar, a weekday or the order of the country whose time is
// given may tell which; else both are possible.
func inFigures(a, b, year, weekday string, o order) (writtenDate, bool) {
	if len(year) == 2 {
		year = century(year) + year
	}
	european, first := calendarDay(year, b, a, weekday)
	american, second := calendarDay(year, a, b, weekday)
	switch {
	case first && second && !european.Equal(american) && o == eitherFirst:
		return writtenDate{day: european, or: american}, true
	case second && (o == monthFirst || !first):
		return writtenDate{day: american}, true
	}
	return writtenDate{day: european}, first
}

// century completes a year of two figures: 69 to 99 are of the last century, as
// POSIX has it.
func century(year string) string {
	if year >= "69" {
		return "19"
	}
	return "20"
}

// orders of the parts of a day, by the zones of time of countries that keep to
// one. GMT is left out: it is the whole world's.
var orders = map[string]order{
	"EST": monthFirst, "EDT": monthFirst, "ET": monthFirst, "CST": monthFirst, "CDT": monthFirst, "MST": monthFirst, "MDT": monthFirst,
	"PST": monthFirst, "PDT": monthFirst, "PT": monthFirst, "EASTERN": monthFirst, "PACIFIC": monthFirst,
	"BST": dayFirst, "BRITISH": dayFirst, "IST": dayFirst, "CET": dayFirst, "CEST": dayFirst, "EET": dayFirst, "EEST": dayFirst,
	"MSK": dayFirst, "SAST": dayFirst, "EAT": dayFirst, "WAT": dayFirst, "PKT": dayFirst, "HKT": dayFirst, "SGT": dayFirst,
	"AEST": dayFirst, "AEDT": dayFirst, "ACST": dayFirst, "AWST": dayFirst, "NZST": dayFirst, "NZDT": dayFirst,
}

var (
	zoneAfter  = regexp.MustCompile(`^,?\s*` + clock)
	zoneBefore = regexp.MustCompile(clock + `,?\s*$`)
	zoneName   = regexp.MustCompile(`\b[A-Z]{2,4}\b|(?i:\b(?:british|eastern|pacific)\b)`)
)

// zoneOrder is the order that the zone of the time of day beside a day tells,
// at being where the day stands in s.
func zoneOrder(s string, at []int) order {
	for _, beside := range []string{zoneAfter.FindString(s[at[1]:]), zoneBefore.FindString(s[:at[0]])} {
		for _, name := range zoneName.FindAllString(beside, -1) {
			if o := orders[strings.ToUpper(name)]; o != eitherFirst {
				return o
			}
		}
	}
	return eitherFirst
}

// calendarDay makes a day of its parts; month is a number or a name, weekday
// may be empty.
func calendarDay(year, month, day, weekday string) (time.Time, bool) {
	layout := "2006-1-2"
	if month[0] > '9' {
		layout, month = "2006-Jan-2", strings.ToUpper(month[:1])+strings.ToLower(month[1:3])
	}
	d, err := time.Parse(layout, year+"-"+strings.TrimPrefix(month, "0")+"-"+strings.TrimPrefix(day, "0"))
	if err != nil || d.Year() < 1500 {
		return d, false
	}
	return d, weekday == "" || strings.EqualFold(d.Weekday().String()[:3], weekday[:3])
}
