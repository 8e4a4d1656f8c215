package timex

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// agrees says why the expressions that were found where s stands do not mean
// what s means, "" when they do.
func (s *specResult) agrees(c *specCase, got []doc.Timex) string {
	for i := range got {
		local(&got[i])
	}
	x, ok := narrowest(got)
	if got[0].Timex == typeDuration && got[0].EDTF != "" && len(got) == 2 {
		x, ok = got[0], true // two days after today: TIMEX3 marks both, and the first leads there
	}
	if !ok {
		return fmt.Sprintf("apart %q %s: %s", s.Text, s.timexes(), said(got))
	}
	whole := graph.Span{Start: got[0].Start, End: got[len(got)-1].End}
	if !sameSpan(c.Input, s.span, whole) {
		return fmt.Sprintf("span %q: %s", s.Text, said(got))
	}
	if len(s.choices) == 0 || s.choices[0].Timex == "" {
		if !kindFits(s.kind, x.Timex) {
			return fmt.Sprintf("type %q %s: %s", s.Text, s.kind, said(got))
		}
		return ""
	}
	for i := range s.choices {
		if s.choices[i].agrees(s.kind, c, &x) {
			return ""
		}
	}
	return fmt.Sprintf("value %q %s %s: %s", s.Text, s.kind, s.timexes(), said(got))
}

var offset = regexp.MustCompile(`(T\d\d:\d\d(?::\d\d)?)(?:Z|[-+]\d\d:\d\d)`)

// local takes the zone away, which the specifications tell apart.
func local(x *doc.Timex) {
	x.EDTF = offset.ReplaceAllString(x.EDTF, "$1")
	if i, err := graph.ParseEDTF(x.EDTF); err == nil {
		x.Earliest, x.Latest = i.Earliest, i.Latest
	}
}

// narrowest returns what several expressions say together: the two ends of a
// range have one EDTF, and "Friday before 3 pm" is a day with a time in it.
func narrowest(got []doc.Timex) (doc.Timex, bool) {
	x := got[0]
	for _, y := range got[1:] {
		if y.Earliest.IsZero() && y.Latest.IsZero() || x.Earliest.IsZero() && x.Latest.IsZero() {
			return x, false
		}
		switch {
		case y.EDTF == x.EDTF, holdsAll(y, x):
		case holdsAll(x, y):
			x = y
		default:
			return x, false
		}
	}
	return x, true
}

func holdsAll(outer, inner doc.Timex) bool {
	return (inner.Earliest.IsZero() || !inner.Earliest.Before(outer.Earliest)) && (inner.Latest.IsZero() || !inner.Latest.After(outer.Latest))
}

func (s *specResult) timexes() string {
	var out []string
	for _, v := range s.choices {
		out = append(out, v.Timex+" "+v.Mod+" "+v.Value+v.Start+"/"+v.End)
	}
	return strings.Join(slices.Compact(out), " or ")
}

// kindFits maps the types: TIMEX3 has no ranges, and a counted stretch that
// touches the present ("the next two weeks") is a DURATION with bounds.
func kindFits(kind, timex string) bool {
	switch kind {
	case "date", "daterange":
		return timex == typeDate || timex == typeDuration
	case "time", "timerange", "datetime", "datetimerange":
		return timex == typeTime || timex == typeDuration || timex == typeDate
	case "duration":
		return timex == typeDuration
	case "set":
		return timex == typeSet
	}
	return false
}

// frame are the words at the ends of an expression that the specifications
// count in and TIMEX3 out, or the other way around.
var frame = regexp.MustCompile(`(?i)^(?:from|between|in|on|at|of|for|by|before|after|since|until|till|til|to|during|within|the|a|an|this|or|later|earlier|than|as|early|throughout|any|some|sometime|time|exactly|over|around|about|circa|approximately|and|prior|right|late|as|in|advance|ahead|preceding|following|or|equal|with|back|still|then|well|no|not|starting|beginning|ending|through|up|just|only|-|,|\(|\)|\s)+\b|^[-,(\s]+|[-,.)\s]+$`)

// sameSpan reports whether two spans differ by nothing but such words.
func sameSpan(text string, want, got graph.Span) bool {
	if want == got {
		return true
	}
	before := text[min(want.Start, got.Start):max(want.Start, got.Start)]
	after := text[min(want.End, got.End):max(want.End, got.End)]
	return onlyFrame(before) && onlyFrame(after)
}

func onlyFrame(s string) bool {
	for {
		cut := frame.ReplaceAllString(s, "")
		if cut == s {
			return strings.TrimSpace(cut) == ""
		}
		s = cut
	}
}

// mods are the modifiers that TIMEX3 has; before, after, since and until are
// bounds of the EDTF here.
var mods = map[string]string{"start": "START", "mid": "MID", "end": "END", "approx": "APPROX", "more": "MORE_THAN", "less": "LESS_THAN"}

// agrees reports whether x means one reading.
func (v *specValue) agrees(kind string, c *specCase, x *doc.Timex) bool {
	switch kind {
	case "set":
		return x.Timex == typeSet && (setValue(v.Timex) == setValue(x.Value) || sameLength(v.Timex, x.Value))
	case "duration":
		return x.Timex == typeDuration && sameLength(v.Timex, x.Value) && v.modFits(x)
	}
	if v.Timex == "PRESENT_REF" {
		return x.Value == v.Timex
	}
	if v.Timex != "" && v.Timex == x.Value {
		return v.modFits(x)
	}
	return kindFits(kind, x.Timex) && v.modFits(x) && v.lies(kind, c, x)
}

func (v *specValue) modFits(x *doc.Timex) bool {
	want, known := mods[v.Mod]
	return !known || x.Mod == want || strings.HasPrefix(v.Mod, "m") && strings.HasPrefix(x.Mod, "EQUAL_OR")
}

var partOfTimex = regexp.MustCompile(`T(MO|AF|EV|NI|MI|DT)$`)

// lies reports whether x lies on the calendar where v does.
func (v *specValue) lies(kind string, c *specCase, x *doc.Timex) bool {
	if len(v.Timex) == 2 { // a season of any year
		return strings.HasSuffix(x.Value, "-"+v.Timex)
	}
	if strings.HasPrefix(v.Timex, "(T") {
		from, to, _ := strings.Cut(x.EDTF, "/")
		return sameClock(v.Start, clockOf(from)) && sameClock(v.End, clockOf(to))
	}
	if strings.HasPrefix(v.Timex, "T") { // a time of any day
		if _, clock, ok := strings.Cut(x.Value, "T"); ok {
			return sameClock(clock, v.Timex[1:])
		}
		return false
	}
	if m := partOfTimex.FindStringSubmatch(v.Timex); m != nil {
		day, part, ok := strings.Cut(x.Value, "T")
		return ok && part == m[1] && (strings.HasPrefix(v.Start, day) || day == strings.TrimSuffix(v.Timex, m[0]))
	}
	if i := strings.LastIndex(v.Timex, ",P"); i > 0 && x.Timex == typeDuration {
		return sameLength(strings.TrimSuffix(v.Timex[i+1:], ")"), x.Value)
	}
	switch v.Mod {
	case "before", "until", "before-start", "before-end", "before-approx":
		return x.Earliest.IsZero() && v.ends(x) || v.holds(x)
	case "after", "since", "after-start", "after-mid", "after-end", "since-end", "after-approx", "since-approx":
		return v.starts(x) || v.holds(x)
	}
	if v.Value != "" {
		return v.point(c, x)
	}
	if mods[v.Mod] != "" { // the modifier says the part of the unit, which they cut
		start, okS := moment(v.Start)
		end, okE := moment(v.End)
		return okS && okE && !x.Earliest.After(start) && !x.Latest.Before(end)
	}
	return v.starts(x) && v.ends(x)
}

// holds reports whether the value of x, without the preposition before it, is
// the one of v.
func (v *specValue) holds(x *doc.Timex) bool {
	if i, err := graph.ParseEDTF(v.Timex); err == nil && !i.Earliest.IsZero() {
		if j, ok := Parse(x.Value); ok {
			if i.Earliest.Equal(j.Earliest) && i.Latest.Equal(j.Latest) {
				return true
			}
		}
	}
	for _, bound := range []string{v.Start, v.End} {
		if bound != "" && (strings.HasPrefix(bound, x.Value) || sameMoment(bound, x.Value)) {
			return true
		}
	}
	return false
}

// point reports whether x is the date or time of v. What is counted in weeks,
// months or years is no finer than those here, so it is enough that it holds
// the day.
func (v *specValue) point(c *specCase, x *doc.Timex) bool {
	if sameMoment(v.Value, x.Value) || x.Timex == typeDuration && v.away(c, x) {
		return true
	}
	at, ok := moment(v.Value)
	if !ok || x.Earliest.IsZero() || x.Latest.IsZero() {
		return false
	}
	if x.Timex == typeDuration && x.EDTF == "" {
		return false
	}
	if x.Timex == typeDuration || strings.HasSuffix(x.EDTF, "~") {
		return !at.Before(x.Earliest) && !at.After(x.Latest)
	}
	if len(v.Value) == 10 {
		return at.Equal(x.Earliest) && at.AddDate(0, 0, 1).Equal(x.Latest)
	}
	return at.Equal(x.Earliest) && x.Latest.Sub(x.Earliest) <= time.Hour
}

// away reports whether v is as far from now as x is long: in two weeks, which
// TIMEX3 marks as a length.
func (v *specValue) away(c *specCase, x *doc.Timex) bool {
	u, n, vague, ok := parseDuration(x.Value)
	if !ok || vague {
		return false
	}
	if step := clockUnits[u]; step != 0 {
		at, ok := moment(v.Value)
		return ok && at.Equal(c.created.Add(time.Duration(n*float64(step))))
	}
	return strings.HasPrefix(v.Value, at(shifted(c.created, u, int(n)), day).edtf())
}

func (v *specValue) starts(x *doc.Timex) bool {
	at, ok := moment(v.Start)
	return ok && at.Equal(x.Earliest)
}

// ends reports whether x ends where v does. The end of v is excluded; where
// people name the last day, month or year, it is included here.
func (v *specValue) ends(x *doc.Timex) bool {
	at, ok := moment(v.End)
	if !ok {
		return v.End == ""
	}
	for _, end := range []time.Time{at, at.Add(time.Minute), at.Add(time.Second), at.AddDate(0, 0, 1), at.AddDate(0, 0, 7), at.AddDate(0, 1, 0), at.AddDate(0, 3, 0), at.AddDate(1, 0, 0)} {
		if end.Equal(x.Latest) {
			return true
		}
	}
	return false
}

// sameMoment compares a date or time with a value of TIMEX3.
func sameMoment(spec, value string) bool {
	a, okA := moment(spec)
	b, okB := moment(strings.Replace(value, "T", " ", 1))
	return okA && okB && a.Equal(b) && (len(spec) == 10) == (len(value) == 10)
}

func moment(s string) (time.Time, bool) {
	for _, layout := range []string{"2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// clockOf is the time of the day of an EDTF, without its zone.
func clockOf(s string) string {
	_, clock, _ := strings.Cut(s, "T")
	clock, _, _ = strings.Cut(strings.TrimSuffix(clock, "Z"), "+")
	clock, _, _ = strings.Cut(clock, "-")
	return clock
}

// sameClock compares 09 with 09:00 and MO with MO.
func sameClock(a, b string) bool {
	full := func(s string) string {
		for len(s) > 0 && digit(s[0]) && len(s) < 8 {
			s += ":00"
		}
		return s
	}
	return full(a) == full(b)
}

var lengthPart = regexp.MustCompile(`([0-9.]+)(DE|CE|WE|BD|NI|[YMWDHSQ])`)

// sameLength compares lengths: PT90M is PT1.5H.
func sameLength(a, b string) bool {
	if a == b {
		return true
	}
	x, okX := seconds(a)
	y, okY := seconds(b)
	return okX && okY && (x-y < 1 && y-x < 1)
}

func seconds(s string) (float64, bool) {
	date, clock, _ := strings.Cut(strings.TrimPrefix(s, "P"), "T")
	sum, any := 0.0, false
	for i, part := range []string{date, clock} {
		for _, m := range lengthPart.FindAllStringSubmatch(part, -1) {
			n, err := strconv.ParseFloat(m[1], 64)
			size := map[string]float64{"DE": 3652.5 * 86400, "CE": 36525 * 86400, "Y": 365.25 * 86400, "M": 365.25 / 12 * 86400, "W": 7 * 86400, "D": 86400, "Q": 365.25 / 4 * 86400, "H": 3600, "S": 1, "NI": 86400}[m[2]]
			if i == 1 && m[2] == "M" {
				size = 60
			}
			if err != nil || size == 0 {
				return 0, false
			}
			sum, any = sum+n*size, true
		}
	}
	return sum, any
}

// setValue writes a frequency as both do: a time that recurs every day needs
// no date, and what recurs every week no period.
func setValue(s string) string {
	s = strings.TrimPrefix(s, "XXXX-XX-XX")
	if s == "XXXX-WXX-WE" {
		return "P1WE"
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, "P1W"), "P1D")
	if date, clock, ok := strings.Cut(s, "T"); ok && !strings.HasPrefix(s, "P") {
		for digit(clock[0]) && len(clock) < 8 {
			clock += ":00"
		}
		s = date + "T" + clock
	}
	return s
}
