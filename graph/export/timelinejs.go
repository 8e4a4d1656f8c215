package export

import (
	"cmp"
	"encoding/json"
	"html"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

type timelineDate struct {
	Year    int    `json:"year"`
	Month   int    `json:"month,omitempty"`
	Day     int    `json:"day,omitempty"`
	Display string `json:"display_date,omitempty"`
}

type timelineSlide struct {
	Start *timelineDate     `json:"start_date,omitempty"`
	End   *timelineDate     `json:"end_date,omitempty"`
	Text  map[string]string `json:"text"`
	Group string            `json:"group,omitempty"`
	ID    string            `json:"unique_id,omitempty"`
}

// writeTimelineJS writes the dated events, and the claims with a date of
// saying, for TimelineJS 3. That takes HTML, so that all words are escaped,
// and knows no imprecise dates, so that the EDTF is what it displays.
func writeTimelineJS(w io.Writer, doc string, g *graph.Subgraph) error {
	slides := []timelineSlide{}
	for _, e := range g.Events {
		if s, ok := slide(e.Time); ok {
			s.Text = map[string]string{"headline": html.EscapeString(printable(e.Label)), "text": paragraphs(quotes(e.Evidence))}
			s.Group, s.ID = strings.ToLower(e.Type), e.ID
			slides = append(slides, s)
		}
	}
	for _, c := range g.Claims {
		if s, ok := slide(c.Said); ok {
			s.Text = map[string]string{"headline": html.EscapeString(printable(Statement(g, c))), "text": paragraphs([]string{c.Text})}
			s.Group, s.ID = "claims", c.ID
			slides = append(slides, s)
		}
	}
	slices.SortFunc(slides, func(a, b timelineSlide) int {
		return cmp.Or(cmp.Compare(a.Start.Year, b.Start.Year), cmp.Compare(a.Start.Month, b.Start.Month), cmp.Compare(a.Start.Day, b.Start.Day), cmp.Compare(a.ID, b.ID))
	})
	return json.NewEncoder(w).Encode(map[string]any{
		"title":  timelineSlide{Text: map[string]string{"headline": html.EscapeString(printable(doc)), "text": ""}},
		"events": slides,
	})
}

func slide(i *graph.Interval) (timelineSlide, bool) {
	if i == nil || i.Earliest.IsZero() && i.Latest.IsZero() {
		return timelineSlide{}, false
	}
	var s timelineSlide
	precision := 1 + strings.Count(i.EDTF, "-")
	from, to := i.Earliest, i.Latest.Add(-1)
	if from.IsZero() {
		from = to
	}
	s.Start = timelineDateOf(from, precision)
	s.Start.Display = i.EDTF
	if !i.Latest.IsZero() && *timelineDateOf(to, 3) != *timelineDateOf(from, 3) {
		s.End = timelineDateOf(to, precision)
	}
	return s, true
}

func timelineDateOf(t time.Time, precision int) *timelineDate {
	d := timelineDate{Year: t.UTC().Year()}
	if precision > 1 {
		d.Month = int(t.UTC().Month())
	}
	if precision > 2 {
		d.Day = t.UTC().Day()
	}
	return &d
}

func quotes(evidence []graph.Evidence) []string {
	var out []string
	for _, e := range evidence {
		out = append(out, "“"+e.Quote+"”")
	}
	return slices.Compact(out)
}

func paragraphs(list []string) string {
	var b strings.Builder
	for _, s := range list {
		b.WriteString("<p>" + html.EscapeString(printable(s)) + "</p>")
	}
	return b.String()
}
