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
