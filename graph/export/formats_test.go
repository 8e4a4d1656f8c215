package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

// TestFormatsAreStable writes each format twice: equal graphs have equal
// bytes, whatever the order in which records came.
func TestFormatsAreStable(t *testing.T) {
	g := specimen(t)
	backwards := &graph.Subgraph{}
	records := g.Records()
	for i := range records {
		backwards.Add(records[len(records)-1-i])
	}
	backwards.Normalize()
	for _, f := range Formats {
		if f.Cross != "" {
			continue
		}
		var a, b bytes.Buffer
		if err := f.Write(&a, "doc", g); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if err := f.Write(&b, "doc", backwards); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: the same graph was written in two ways", f.Name)
		}
		if f.Media == "" || f.Ext == "" || f.Use == "" {
			t.Errorf("%s: incomplete: %+v", f.Name, f)
		}
	}
}

// TestEmptyGraph writes nothing at all in every format.
func TestEmptyGraph(t *testing.T) {
	for _, f := range Formats {
		var b bytes.Buffer
		if f.Cross == "" && f.Name != "score" {
			if err := f.Write(&b, "doc", &graph.Subgraph{}); err != nil {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
	}
}

// TestTimelineJS checks what the page script demands: a year for every slide,
// months of 1 to 12, and no markup but our own.
func TestTimelineJS(t *testing.T) {
	var b bytes.Buffer
	if err := writeTimelineJS(&b, `<img src=x onerror=alert(1)>`, specimen(t)); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Title  timelineSlide   `json:"title"`
		Events []timelineSlide `json:"events"`
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(got.Title.Text["headline"], "<") {
		t.Errorf("markup in the headline %q", got.Title.Text["headline"])
	}
	if len(got.Events) == 0 {
		t.Fatal("no events, though the world has dated ones")
	}
	for _, s := range got.Events {
		if s.Start == nil || s.Start.Year == 0 || s.Start.Month > 12 || s.Start.Display == "" {
			t.Errorf("a slide without a date: %+v", s)
		}
		if strings.Contains(s.Text["headline"], "<") {
			t.Errorf("markup in %q", s.Text["headline"])
		}
	}
}

// TestBriefFootnotes checks that every line of a brief has its words behind it
// and that names cannot become markup.
func TestBriefFootnotes(t *testing.T) {
	var b bytes.Buffer
	if err := writeBrief(&b, "A <b>brief</b>", specimen(t)); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	if strings.Contains(text, "<") {
		t.Errorf("markup came through:\n%s", text)
	}
	notes := strings.Count(text, "\n[^")
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "- ") && !strings.Contains(line, "[^") {
			t.Errorf("a line without evidence: %s", line)
		}
	}
	if notes == 0 {
		t.Error("no footnotes")
	}
}

func TestArchive(t *testing.T) {
	g := specimen(t)
	var b bytes.Buffer
	a, err := NewArchiveWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	j := graph.Judgement{A: g.Actors[0].ID, B: g.Actors[1].ID, Verdict: graph.Different, By: "person:A"}
	j.Identify()
	for _, step := range []error{a.Article(g), a.Judgement(j), a.Close()} {
		if step != nil {
			t.Fatal(step)
		}
	}
	var articles, judgements int
	count := func(s string) error {
		articles, judgements = 0, 0
		return ReadArchive(strings.NewReader(s), func(*graph.Subgraph) error { articles++; return nil }, func(graph.Judgement) error { judgements++; return nil })
	}
	if err := count(b.String()); err != nil || articles != 1 || judgements != 1 {
		t.Fatalf("%d articles, %d judgements, %v; want one of each", articles, judgements, err)
	}
	lines := strings.SplitAfter(b.String(), "\n")
	for name, c := range map[string]struct{ text, says string }{
		"cut at a line":      {strings.Join(lines[:2], ""), "cut"},
		"cut within a line":  {b.String()[:b.Len()-9], "cut"},
		"without an article": {lines[0] + strings.Join(lines[2:], ""), "changed"},
		"altered":            {strings.Replace(b.String(), "person:A", "person:B", 1), "changed"},
		"something else":     {"{\"a\":1}\n", "no archive"},
		"no JSON":            {"hello\n", "line 1 is not JSON"},
		"nothing":            {"", "cut"},
	} {
		if err := count(c.text); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want an error that says %q", name, err, c.says)
		}
	}
}
