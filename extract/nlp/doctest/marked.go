// Package doctest holds what the tests of the stages share: readers of marked
// text and of CoNLL-U, and the way to the shared data.
//
// Marked text keeps a test sentence readable. A file holds one case a line:
//
//	# created: 2024-03-23
//	Gunmen [opened fire|trigger attack] at [Harbor Hall|place].
//	! Officials met in Moscow to discuss the attack.
//
// A mark is [text|label value]: the label is the first word after the bar and
// the value is the rest. Marks may nest: [the [US|LOC] army|ORG]. A line that
// begins with "! " is one in which nothing may be found. A line "# name: value"
// sets a header for the cases below it, any other line that begins with # is a
// comment. In a case \n and \r stand for line breaks, \t for a tab, and \[ \| \] \\
// for the characters themselves. All spans count bytes of the text without its
// marks.
package doctest

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A Mark is a marked stretch of a case, or one that a stage has found.
type Mark struct {
	graph.Span
	Text  string // the bytes of Span
	Label string // the first word after the bar: "trigger"
	Value string // what follows it, may be empty: "attack"
}

// String writes m as it stands in marked text.
func (m Mark) String() string {
	if m.Value == "" {
		return "[" + m.Text + "|" + m.Label + "]"
	}
	return "[" + m.Text + "|" + m.Label + " " + m.Value + "]"
}

// A Case is one line of marked text.
type Case struct {
	Where   string // file:line
	Text    string // without marks
	Marks   []Mark // by start, an enclosing mark before what it encloses
	Nothing bool   // the line began with "!": nothing may be found
	Headers map[string]string
	Created *graph.Interval // of the header "created", nil without one
}

// Document is a document with the text of c, ready for the first stage.
func (c Case) Document() *doc.Document {
	return &doc.Document{
		Text: c.Text, Created: c.Created,
		Title: c.Headers["title"], Publisher: c.Headers["publisher"],
	}
}

// Read reads the files that match a pattern, such as testdata/*.txt. It fails
// the test when there is none or one is ill-formed.
func Read(t testing.TB, pattern string) []Case {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("doctest: no marked text matches %s (%v)", pattern, err)
	}
	var all []Case
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatalf("doctest: %v", err)
		}
		cases, err := Parse(filepath.Base(name), string(data))
		if err != nil {
			t.Fatalf("doctest: %v", err)
		}
		all = append(all, cases...)
	}
	return all
}

// Parse reads marked text. The name stands in Where and in errors.
func Parse(name, text string) ([]Case, error) {
	var cases []Case
	headers := map[string]string{}
	for n, line := range strings.Split(text, "\n") {
		where := fmt.Sprintf("%s:%d", name, n+1)
		switch {
		case strings.TrimSpace(line) == "":
		case strings.HasPrefix(line, "#"):
			if key, value, ok := header(line); ok {
				headers = maps.Clone(headers)
				headers[key] = value
			}
		default:
			c, err := parseCase(where, line, headers)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", where, err)
			}
			cases = append(cases, c)
		}
	}
	return cases, nil
}

// header splits "# name: value". A name is one word in lower case.
func header(line string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(strings.TrimPrefix(line, "#"), ":")
	key = strings.TrimSpace(key)
	if !ok || key == "" || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz-") != "" {
		return "", "", false
	}
	return key, strings.TrimSpace(value), true
}

func parseCase(where, line string, headers map[string]string) (Case, error) {
	c := Case{Where: where, Headers: headers}
	if rest, ok := strings.CutPrefix(line, "!"); ok {
		c.Nothing, line = true, strings.TrimLeft(rest, " ")
	}
	var err error
	if date := headers["created"]; date != "" {
		if c.Created, err = Date(date); err != nil {
			return c, err
		}
	}
	if c.Text, c.Marks, err = parseMarks(line); err != nil {
		return c, err
	}
	if c.Nothing && len(c.Marks) > 0 {
		return c, fmt.Errorf("a line with ! has the mark %v", c.Marks[0])
	}
	return c, nil
}

// parseMarks takes the marks out of a line.
func parseMarks(line string) (string, []Mark, error) {
	var text, label strings.Builder
	var marks []Mark
	var open []int // marks not yet closed
	inLabel := false
	for i := 0; i < len(line); i++ {
		ch, out := line[i], &text
		if inLabel {
			out = &label
		}
		switch {
		case ch == '\\' && i+1 < len(line):
			i++
			out.WriteByte(unescape(line[i]))
		case ch == '[' && !inLabel:
			open = append(open, len(marks))
			marks = append(marks, Mark{Span: graph.Span{Start: text.Len()}})
		case ch == '|' && len(open) > 0 && !inLabel:
			inLabel = true
		case ch == ']' && inLabel:
			m := &marks[open[len(open)-1]]
			open, inLabel = open[:len(open)-1], false
			m.End = text.Len()
			m.Text = text.String()[m.Start:m.End]
			m.Label, m.Value, _ = strings.Cut(strings.TrimSpace(label.String()), " ")
			label.Reset()
			if m.Text == "" || m.Label == "" {
				return "", nil, fmt.Errorf("the mark %v lacks a text or a label", *m)
			}
		case ch == '[' || ch == ']' || ch == '|':
			return "", nil, fmt.Errorf("%q at byte %d belongs to no mark: write \\%c for the character", ch, i, ch)
		default:
			out.WriteByte(ch)
		}
	}
	if len(open) > 0 {
		return "", nil, fmt.Errorf("%d marks are not closed", len(open))
	}
	return text.String(), marks, nil
}

func unescape(ch byte) byte {
	switch ch {
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return ch
}

// Date makes an explicit interval of a year, month, day or minute, written
// 2024, 2024-03, 2024-03-23 or 2024-03-23T18:30, in UTC.
func Date(s string) (*graph.Interval, error) {
	forms := []struct {
		layout string
		is     graph.Precision
		timex  string
		end    func(time.Time) time.Time
	}{
		{"2006", graph.PrecisionYear, "DATE", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
		{"2006-01", graph.PrecisionMonth, "DATE", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
		{"2006-01-02", graph.PrecisionDay, "DATE", func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
		{"2006-01-02T15:04", graph.PrecisionMinute, "TIME", func(t time.Time) time.Time { return t.Add(time.Minute) }},
	}
	for _, f := range forms {
		if at, err := time.Parse(f.layout, s); err == nil {
			return &graph.Interval{
				Text: s, Timex: f.timex, Value: s, EDTF: s, Earliest: at, Latest: f.end(at),
				Precision: f.is, Confidence: graph.Explicit,
			}, nil
		}
	}
	return nil, fmt.Errorf("%q is no date such as 2024-03-23", s)
}
