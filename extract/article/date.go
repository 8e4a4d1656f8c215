package article

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// The rules that date an article. Those of a page and of JSON name the field
// behind them, such as "article/json-ld datePublished".
const (
	ruleMetadata = "article/metadata" // what was handed in beside the data
	ruleJSON     = "article/json"
	ruleLinked   = "article/json-ld"
	ruleElement  = "article/html-meta"
	ruleTime     = "article/html-time"
	ruleDateline = "article/dateline"
	ruleAnchor   = "article/anchor"
)

// accepted is what ParseDate reads: a year, month or day, or a date-time.
var accepted = regexp.MustCompile(`^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)([Zz]|[+-]\d{2}:\d{2})?)?$`)

// ParseDate reads a date of publication as people and programs write it into
// metadata: RFC 3339, an ISO 8601 day, or a month or year in EDTF. A time of
// day without a zone is not used, since it could be anywhere on Earth.
func ParseDate(s string) (graph.Interval, error) {
	m := accepted.FindStringSubmatch(s)
	if m == nil {
		return graph.Interval{}, badDate(s)
	}
	edtf := m[1]
	if m[2] != "" && m[3] != "" {
		edtf += "T" + m[2] + strings.ToUpper(m[3])
	}
	i, err := graph.ParseEDTF(edtf)
	if err != nil || len(m[1]) < 10 && m[2] != "" {
		return graph.Interval{}, badDate(s)
	}
	return interval(i, s, ruleMetadata), nil
}

// interval fills in what the bounds do not say.
func interval(i graph.Interval, text, rule string) graph.Interval {
	i.Text = text
	i.Timex, i.Value = "DATE", i.EDTF
	if day, clock, timed := strings.Cut(i.EDTF, "T"); timed {
		i.Timex, i.Value = "TIME", day+"T"+clock[:len("15:04")]
	}
	i.Confidence = graph.Explicit
	i.Rule = rule
	i.Anchor = &graph.Anchor{Kind: "explicit"}
	return i
}

func badDate(s string) *Error {
	return &Error{Code: CodeBadDate, Message: fmt.Sprintf("%.60q is not a date", s),
		Hint: "write 2024-03-23, 2024-03, 2024 or 2024-03-23T18:30:00Z, or leave the date out when it is not known"}
}

// dates tells when an article was published: by the first of the fields, else by
// the first lines of its text. Without either it gives the date to read from, if
// somebody supplied one. Warnings say what speaks against the date.
func dates(fields []fieldDate, from, text string) (published, anchor *graph.Interval, warnings []string, err error) {
	line, doubt := dateline(text)
	if n := slices.IndexFunc(fields, func(f fieldDate) bool { return f.day != "" }); n >= 0 {
		i, err := ParseDate(fields[n].day)
		i.Rule = fields[n].rule
		return &i, nil, doubts(i, line, fields[n+1:]), err
	}
	for _, f := range fields {
		warnings = append(warnings, fmt.Sprintf("%s %q can mean two days, and does not date it", f.rule, f.text))
	}
	if doubt != "" {
		warnings = append(warnings, doubt)
	}
	if line != nil {
		return line, nil, doubts(*line, nil, nil), nil
	}
	if from == "" {
		return nil, nil, warnings, nil
	}
	i, err := ParseDate(from)
	i.Rule, i.Confidence = ruleAnchor, graph.Assumed
	return nil, &i, warnings, err
}

// firstYear is the first year that a date of publication is believed.
const firstYear = 1900

// doubts are the reasons to doubt a date of publication: it is older than news
// on the net, or the date line of the text or another field says otherwise.
func doubts(published graph.Interval, line *graph.Interval, others []fieldDate) []string {
	var out []string
	if published.Earliest.Year() < firstYear {
		out = append(out, fmt.Sprintf("it is dated %s, which is before %d", published.EDTF, firstYear))
	}
	if line != nil && apart(published, *line) {
		out = append(out, fmt.Sprintf("it is dated %s, but its date line says %q", published.EDTF, line.Text))
	}
	for n, f := range others {
		repeated := slices.ContainsFunc(others[:n], func(o fieldDate) bool { return o.day == f.day })
		if i, err := ParseDate(f.day); err == nil && !repeated && apart(published, i) {
			out = append(out, fmt.Sprintf("it is dated %s, but %s says %s", published.EDTF, f.rule, i.EDTF))
		}
	}
	return out
}

// apart reports whether two dates are more than a day from each other: what
// zones of time and a night at the printer's explain is no contradiction.
func apart(a, b graph.Interval) bool {
	const grace = 24 * time.Hour
	a.Earliest, a.Latest = a.Earliest.Add(-grace), a.Latest.Add(grace)
	return a.Before(b) == graph.Certain || b.Before(a) == graph.Certain
}

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
	`|(\d{1,2})/(\d{1,2})/(\d{4}))\b`)

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
		case group(11) != "":
			year, month, day = group(13), group(12), group(11)
		case group(14) != "":
			if d, ok := slashed(group(14), group(15), group(16), group(1)); ok {
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

// slashed reads a day such as 23/3/2020, whose parts stand in either order. A
// weekday or the calendar may tell which; else both are possible.
func slashed(a, b, year, weekday string) (writtenDate, bool) {
	european, first := calendarDay(year, b, a, weekday)
	american, second := calendarDay(year, a, b, weekday)
	switch {
	case first && second && !european.Equal(american):
		return writtenDate{day: european, or: american}, true
	case second:
		return writtenDate{day: american}, true
	}
	return writtenDate{day: european}, first
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
