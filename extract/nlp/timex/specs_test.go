package timex

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A specCase is a case of the Recognizers specifications: a line that somebody
// types, when, and what is to be read in it.
type specCase struct {
	Input   string
	Context struct {
		ReferenceDateTime string
	}
	Results []specResult

	file    string
	created time.Time
}

// A specResult is one expression of a case. The files write it in two ways.
type specResult struct {
	Text, ParentText string
	Start            int // of a UTF-16 unit
	TypeName, Type   string
	Resolution       struct{ Values []specValue }
	Value            json.RawMessage

	span    graph.Span // bytes of the input
	kind    string     // date, daterange, …
	choices []specValue
}

// A specValue is one reading of an expression: "Friday" has two.
type specValue struct {
	Timex, Mod, Type, Value, Start, End string
}

// readSpecs returns the cases of the date and time files.
func readSpecs(t *testing.T) []specCase {
	t.Helper()
	var out []specCase
	members(t, "data/recognizers-specs/recognizers-english-specs.tar.gz", func(name string, data []byte) {
		if !strings.Contains(name, "DateTime/") || !strings.HasSuffix(name, ".json") {
			return
		}
		var cases []specCase
		if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), &cases); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, c := range cases {
			c.file = strings.TrimSuffix(path.Base(name), ".json")
			c.created = time.Date(2016, 11, 7, 0, 0, 0, 0, time.UTC) // the day that most cases name
			if at, err := time.Parse("2006-01-02T15:04:05", c.Context.ReferenceDateTime[:min(19, len(c.Context.ReferenceDateTime))]); err == nil {
				c.created = at
			}
			for i := range c.Results {
				c.Results[i].read(t, &c)
			}
			out = append(out, c)
		}
	})
	return out
}

// read fills what the two ways of writing a result have in common.
func (s *specResult) read(t *testing.T, c *specCase) {
	t.Helper()
	s.kind = strings.TrimPrefix(s.TypeName+s.Type, "datetimeV2.")
	s.choices = s.Resolution.Values
	if len(s.Value) > 0 {
		s.choices = valuesOf(t, s.Value)
	}
	if s.kind == "datetimealt" && len(s.choices) > 0 {
		s.kind = s.choices[0].Type
	}
	units := utf16.Encode([]rune(c.Input))
	start := min(s.Start, len(units))
	end := min(start+len(utf16.Encode([]rune(s.Text))), len(units))
	s.span.Start = len(string(utf16.Decode(units[:start])))
	s.span.End = s.span.Start + len(string(utf16.Decode(units[start:end])))
}

// valuesOf reads the readings of the parser files: a list, or a value with a
// past and a future.
func valuesOf(t *testing.T, data []byte) []specValue {
	t.Helper()
	var v struct {
		Values                           []specValue
		Timex, Mod                       string
		FutureResolution, PastResolution map[string]string
	}
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	if v.Values != nil {
		return v.Values
	}
	var out []specValue
	for _, of := range []map[string]string{v.PastResolution, v.FutureResolution} {
		one := specValue{Timex: v.Timex, Mod: v.Mod}
		for k, s := range of {
			switch {
			case strings.HasPrefix(k, "start"):
				one.Start = s
			case strings.HasPrefix(k, "end"):
				one.End = s
			default:
				one.Value = s
			}
		}
		out = append(out, one)
	}
	return out
}

// found runs the stage over the input of a case.
func (c *specCase) found(t *testing.T) []doc.Timex {
	t.Helper()
	created, err := graph.ParseEDTF(c.created.Format("2006-01-02T15:04"))
	if err != nil {
		t.Fatal(err)
	}
	d := tokenized(&doc.Document{Text: c.Input, Created: &created})
	Run(d)
	return d.Timexes
}

// check says why what was found is not what the case wants, "" when it is.
func (c *specCase) check(found []doc.Timex) string {
	used := 0
	for i := range c.Results {
		want := &c.Results[i]
		var got []doc.Timex
		for _, x := range found {
			if x.Start < want.span.End && want.span.Start < x.End {
				got = append(got, x)
			}
		}
		used += len(got)
		if len(got) == 0 {
			return fmt.Sprintf("missed %q %s", want.Text, want.timexes())
		}
		if why := want.agrees(c, got); why != "" {
			return why
		}
	}
	if used < len(found) && !c.component(found) {
		return fmt.Sprintf("found more: %s", said(found))
	}
	return ""
}

// component reports whether a case asks for one kind of expression only, and
// what was found beside it is of other kinds.
func (c *specCase) component(found []doc.Timex) bool {
	kind, parser := strings.CutSuffix(c.file, "Parser")
	kind, extractor := strings.CutSuffix(kind, "Extractor")
	if !parser && !extractor || kind == "Merged" {
		return false
	}
	for _, x := range found {
		day := x.Timex == typeDate && len(x.Value) == len("2016-11-07")
		if len(c.Results) == 0 && (kind == "Date" && day || kind == "DatePeriod" && x.Timex == typeDate && !day || strings.Contains(kind, "Time") && x.Timex == typeTime) {
			return false
		}
	}
	return true
}

func said(xs []doc.Timex) string {
	var b strings.Builder
	for _, x := range xs {
		fmt.Fprintf(&b, "[%s|%s %s %s %s %s]", x.Text, x.Timex, x.Value, x.Mod, x.EDTF, x.Rule)
	}
	return b.String()
}

// TestSpecs counts the cases of the Recognizers specifications whose
// conventions we share and that are read as they say.
func TestSpecs(t *testing.T) {
	type tally struct{ cases, passed int }
	rejected := make([]tally, len(conventions))
	files := map[string]*tally{}
	var all tally
	var order []string
	errs := os.Getenv("TIMEX_ERRORS") == "specs"
	for _, c := range readSpecs(t) {
		if n := conventionOf(&c); n >= 0 {
			rejected[n].cases++
			if c.check(c.found(t)) == "" {
				rejected[n].passed++
			}
			continue
		}
		if files[c.file] == nil {
			files[c.file] = &tally{}
			order = append(order, c.file)
		}
		files[c.file].cases++
		all.cases++
		why := c.check(c.found(t))
		if why == "" {
			files[c.file].passed++
			all.passed++
		} else if errs {
			fmt.Printf("SPEC\t%s\t%s\t%q\t%s\n", c.file, c.created.Format("2006-01-02T15:04"), c.Input, why)
		}
	}
	for _, f := range order {
		t.Logf("%-32s %4d of %4d", f, files[f].passed, files[f].cases)
	}
	left := 0
	for n := range conventions {
		t.Logf("rejected %4d (%d read alike all the same): %s: %s", rejected[n].cases, rejected[n].passed, conventions[n].name, conventions[n].why)
		left += rejected[n].cases
	}
	share := 100 * float64(all.passed) / float64(max(all.cases, 1))
	t.Logf("Recognizers: %d of %d cases whose convention we share are read alike (%.1f %%); %d rejected", all.passed, all.cases, share, left)
	if share < 90.5 {
		t.Errorf("below the floor of 90.5 %%")
	}
}
