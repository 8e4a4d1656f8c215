package sqlite

import (
	"encoding/hex"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// Beside its words, a node is indexed by marks: what a search filters by, so
// that FTS5 does it. No word holds the characters that marks begin with, which
// are for private use.
const (
	markKind       = "\ue000"
	markCollection = "\ue001"
	markType       = "\ue002"
	markFirst      = "\ue003" // the first word of the name
	markName       = "\ue004" // a hash of the name
	markYear       = "\ue005" // a year within which its article may have been published
	anyYear        = markYear + "any"
)

// Years of their own marks. What is dated for longer than maxYears, to other
// years or by many articles is in any year as far as the marks tell.
const (
	firstYear, lastYear = 1800, 2099
	maxYears            = 3
)

// words is what a node is found by.
func (r nodeRow) words() string {
	marks := []string{r.entry.Terms, markKind + strconv.Itoa(kindNumber(r.record.RecordKind())), marked(markCollection, r.collection), nameMark(r.entry.Name)}
	if typ, ok := r.typ.(string); ok {
		marks = append(marks, marked(markType, typ))
	}
	if first, _, _ := strings.Cut(r.entry.Name, " "); first != "" {
		marks = append(marks, markFirst+first)
	}
	return strings.Join(append(marks, r.years...), " ")
}

func marked(mark, value string) string { return mark + hex.EncodeToString([]byte(value)) }

func nameMark(name string) string {
	h := fnv.New32a()
	h.Write([]byte(name))
	return markName + strconv.FormatUint(uint64(h.Sum32()), 36)
}

// yearsOf marks an interval of publication.
func yearsOf(i *graph.Interval) []string {
	if i == nil {
		return nil
	}
	if i.Earliest.IsZero() || i.Latest.IsZero() {
		return []string{anyYear}
	}
	from, to := i.Earliest.UTC().Year(), i.Latest.UTC().Add(-time.Second).Year()
	if from < firstYear || to > lastYear || from > to || to-from >= maxYears {
		return []string{anyYear}
	}
	var out []string
	for y := from; y <= to; y++ {
		out = append(out, markYear+strconv.Itoa(y))
	}
	return out
}

// A matching is a search in the language of FTS5: terms and marks, all of them
// in quotes, of which all must be there.
type matching []string

// newMatching asks for all terms, the last as a prefix, and for what the
// question filters by, as far as marks tell. Endings are the words that begin
// with the last term, nil for whatever does: FTS5 gathers all nodes of all of
// them before it answers where it is asked for a prefix, but for one of a
// letter or two, of which it has an index.
func newMatching(terms, endings []string, q graph.SearchQuery) matching {
	last := len(terms) - 1
	var m matching
	for _, t := range terms[:last] {
		m = append(m, `"`+t+`"`)
	}
	if endings == nil {
		m = append(m, `"`+terms[last]+`"*`)
	} else {
		m = append(m, `("`+strings.Join(endings, `" OR "`)+`")`)
	}
	m.anyOf(markCollection, q.Scope.Allowed())
	m.anyOf(markType, q.Types)
	if len(q.Kinds) > 0 {
		var marks []string
		for _, k := range q.Kinds {
			marks = append(marks, `"`+markKind+strconv.Itoa(kindNumber(k))+`"`)
		}
		m.or(marks)
	}
	if !q.Scope.Published.Open() {
		m.or(yearsWithin(q.Scope.Published))
	}
	return m
}

func (m *matching) anyOf(mark string, values []string) {
	var marks []string
	for _, v := range values {
		marks = append(marks, `"`+marked(mark, v)+`"`)
	}
	m.or(marks)
}

func (m *matching) or(marks []string) {
	if len(marks) > 0 {
		*m = append(*m, "("+strings.Join(marks, " OR ")+")")
	}
}

// yearsWithin asks for the years of a window, or for its decades where these
// are many.
func yearsWithin(w graph.Window) []string {
	from, to := firstYear, lastYear
	if !w.From.IsZero() {
		from = max(from, w.From.UTC().Year())
	}
	if !w.To.IsZero() {
		to = min(to, w.To.UTC().Year())
	}
	out := []string{`"` + anyYear + `"`}
	if to-from >= mostYears {
		for d := from / 10; d <= to/10; d++ {
			out = append(out, `"`+markYear+strconv.Itoa(d)+`"*`)
		}
		return out
	}
	for y := from; y <= to; y++ {
		out = append(out, `"`+markYear+strconv.Itoa(y)+`"`)
	}
	return out
}

// within asks for what was contributed by one article of the years of a
// scope, nil where these are not whole or it restricts otherwise.
func (m matching) within(s graph.Scope) matching {
	from, to := s.Published.From, s.Published.To
	if !s.AsOf.IsZero() || !newYear(from) || !newYear(to) || to.Year()-from.Year() > mostYears || from.Year() < firstYear || to.Year() > lastYear {
		return nil
	}
	var years []string
	for y := from.UTC().Year(); y < to.UTC().Year(); y++ {
		years = append(years, `"`+markYear+strconv.Itoa(y)+`"`)
	}
	if years == nil {
		return nil
	}
	out := slices.Clone(m)
	out.or(years)
	return out
}

// mostYears are asked for one by one.
const mostYears = 10

// newYear reports whether a year begins at t.
func newYear(t time.Time) bool {
	return !t.IsZero() && t.Equal(time.Date(t.UTC().Year(), 1, 1, 0, 0, 0, 0, time.UTC))
}

// named asks for nodes whose name may be of a class of graph.SearchClass.
func (m matching) named(name string, class int) matching {
	switch class {
	case 0:
		return append(slices.Clone(m), `"`+nameMark(name)+`"`)
	case 1:
		first, _, more := strings.Cut(name, " ")
		mark := `"` + markFirst + first + `"`
		if !more {
			mark += "*"
		}
		return append(slices.Clone(m), mark)
	}
	return m
}

func (m matching) String() string { return strings.Join(m, " AND ") }
