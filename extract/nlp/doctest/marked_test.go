package doctest

import (
	"reflect"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

const marked = `# A comment without a header; the next line is one.
# created: 2024-03-23
Gunmen [opened fire|trigger attack] on [Friday evening|TIME 2024-03-22TEV].

# title: Talks
! Officials met \[in Moscow\].
The [U.S. [army|ORG]|ORG] left.\nIt rained.
`

func TestParse(t *testing.T) {
	cases, err := Parse("x.txt", marked)
	if err != nil || len(cases) != 3 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	first := cases[0]
	want := []Mark{
		{graph.Span{Start: 7, End: 18}, "opened fire", "trigger", "attack"},
		{graph.Span{Start: 22, End: 36}, "Friday evening", "TIME", "2024-03-22TEV"},
	}
	if !reflect.DeepEqual(first.Marks, want) || first.Text != "Gunmen opened fire on Friday evening." || first.Where != "x.txt:3" {
		t.Errorf("the first case is %+v", first)
	}
	if first.Created == nil || first.Created.EDTF != "2024-03-23" || first.Created.Latest.Day() != 24 {
		t.Errorf("created is %+v", first.Created)
	}
	if c := cases[1]; !c.Nothing || c.Text != "Officials met [in Moscow]." || c.Document().Title != "Talks" || first.Headers["title"] != "" {
		t.Errorf("the second case is %+v", c)
	}
	if c := cases[2]; c.Text != "The U.S. army left.\nIt rained." || c.Marks[0].Text != "U.S. army" || c.Marks[1].Text != "army" {
		t.Errorf("the third case is %+v", c)
	}
}

func TestParseErrors(t *testing.T) {
	for line, want := range map[string]string{
		"a [b|c":                     "not closed",
		"a [b] c":                    "belongs to no mark",
		"a | b":                      "belongs to no mark",
		"[b|]":                       "lacks a text or a label",
		"! [b|c]":                    "has the mark",
		"# created: yesterday\nText": "is no date",
	} {
		if _, err := Parse("x.txt", line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", line, err, want)
		}
	}
}

func TestDiff(t *testing.T) {
	cases, err := Parse("x.txt", "[A|x] and [B|y 1] and [C|x]")
	if err != nil {
		t.Fatal(err)
	}
	c := cases[0]
	got := []Mark{c.Marks[2], c.Marks[0], c.Found(c.Marks[1].Span, "y", "2")}
	want := []string{"missing [B|y 1] at 6:7", "unexpected [B|y 2] at 6:7"}
	if d := Diff(c.Marks, got); !reflect.DeepEqual(d, want) {
		t.Errorf("Diff is %q, want %q", d, want)
	}
	if d := Diff(c.Only("x"), []Mark{c.Marks[0], c.Marks[2]}); len(d) != 0 {
		t.Errorf("Diff of equal marks is %q", d)
	}
}
