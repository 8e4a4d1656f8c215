package timex

import (
	"archive/tar"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// A goldTimex is a time expression that people marked.
type goldTimex struct {
	graph.Span
	value string
}

// A goldText is a text with its time expressions.
type goldText struct {
	name    string
	text    string
	created string // ISO date or time, "" when it is not known
	timexes []goldTimex
	// covered, unless empty, are the sentences that people looked at.
	covered []graph.Span
}

// looked reports whether people looked at where s stands.
func (g *goldText) looked(s graph.Span) bool {
	for _, c := range g.covered {
		if c.Start <= s.Start && s.End <= c.End {
			return true
		}
	}
	return len(g.covered) == 0
}

// members calls each with the name and content of every file of a tar.gz.
func members(t *testing.T, archive string, each func(name string, data []byte)) {
	t.Helper()
	f, err := os.Open(doctest.Shared(t, archive))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	files := tar.NewReader(z)
	for {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		data, err := io.ReadAll(files)
		if err != nil {
			t.Fatal(err)
		}
		each(h.Name, data)
	}
}

// catDocument is the part of the CAT format that time expressions need.
type catDocument struct {
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence string `xml:"sentence,attr"`
		Text     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []struct {
			XMLName  xml.Name
			Value    string `xml:"value,attr"`
			Function string `xml:"functionInDocument,attr"`
			DCT      string `xml:"DCT,attr"`
			Anchors  []struct {
				ID string `xml:"t_id,attr"`
			} `xml:"token_anchor"`
		} `xml:",any"`
	} `xml:"Markables"`
}

// readCAT joins the tokens of a CAT document to a text, a sentence a line.
func readCAT(t *testing.T, name string, data []byte) goldText {
	t.Helper()
	var c catDocument
	if err := xml.Unmarshal(data, &c); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	g := goldText{name: path.Base(name)}
	spans := map[string]graph.Span{}
	sentences := map[string]graph.Span{}
	of := map[string]string{}
	var b strings.Builder
	earlier, before, sentence := "", "", ""
	for _, tok := range c.Tokens {
		switch {
		case b.Len() == 0:
		case tok.Sentence != sentence:
			b.WriteByte('\n')
		case spaced(earlier, before, tok.Text):
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(tok.Text)
		spans[tok.ID] = graph.Span{Start: start, End: b.Len()}
		of[tok.ID] = tok.Sentence
		if line, known := sentences[tok.Sentence]; known {
			start = line.Start
		}
		sentences[tok.Sentence] = graph.Span{Start: start, End: b.Len()}
		earlier, before, sentence = before, tok.Text, tok.Sentence
	}
	g.text = b.String()
	covered := map[string]bool{}
	for _, m := range c.Markables.All {
		for _, a := range m.Anchors {
			if s := of[a.ID]; !covered[s] {
				covered[s] = true
				g.covered = append(g.covered, sentences[s])
			}
		}
		if !strings.HasPrefix(m.XMLName.Local, "TIME") {
			continue
		}
		if m.DCT == "TRUE" || m.Function == "CREATION_TIME" {
			g.created = m.Value
		}
		if len(m.Anchors) > 0 {
			first, last := spans[m.Anchors[0].ID], spans[m.Anchors[len(m.Anchors)-1].ID]
			g.timexes = append(g.timexes, goldTimex{graph.Span{Start: min(first.Start, last.Start), End: max(first.End, last.End)}, m.Value})
		}
	}
	return g
}

// spaced reports whether a space stood between two tokens of news text, from
// the token before them too.
func spaced(earlier, before, after string) bool {
	if strings.Contains(".,;:!?%)]'’/-", after[:1]) || after == "n't" {
		return false
	}
	switch last := before[len(before)-1:]; last {
	case "-", "/", "(", "[", "$", "#":
		return false
	case ":", ".":
		return len(before) > 1 || !digit(after[0]) && after != "m" && after != "M" || len(earlier) > 2
	}
	return true
}

var (
	timeMLTag  = regexp.MustCompile(`<[^>]*>`)
	timeMLText = regexp.MustCompile(`(?s)<TEXT>(.*)</TEXT>`)
	timeMLAttr = regexp.MustCompile(`(\w+)="([^"]*)"`)
	timeMLDCT  = regexp.MustCompile(`<DCT><TIMEX3[^>]*value="([^"]*)"`)
)

// readTimeML takes the tags out of a TimeML document.
func readTimeML(name, data string) goldText {
	g := goldText{name: path.Base(name)}
	if m := timeMLDCT.FindStringSubmatch(data); m != nil {
		g.created = m[1]
	}
	body := data
	if m := timeMLText.FindStringSubmatch(data); m != nil {
		body = m[1]
	}
	unescape := strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'")
	var b strings.Builder
	var open []goldTimex
	at := 0
	for _, tag := range timeMLTag.FindAllStringIndex(body, -1) {
		b.WriteString(unescape.Replace(body[at:tag[0]]))
		at = tag[1]
		switch s := body[tag[0]:tag[1]]; {
		case strings.HasPrefix(s, "<TIMEX3"):
			value := ""
			for _, a := range timeMLAttr.FindAllStringSubmatch(s, -1) {
				if a[1] == "value" {
					value = a[2]
				}
			}
			open = append(open, goldTimex{graph.Span{Start: b.Len()}, value})
		case s == "</TIMEX3>" && len(open) > 0:
			x := open[len(open)-1]
			open = open[:len(open)-1]
			x.End = b.Len()
			g.timexes = append(g.timexes, x)
		}
	}
	b.WriteString(unescape.Replace(body[at:]))
	g.text = b.String()
	return g
}

// A score is what TempEval-3 counts.
type score struct {
	gold, system, relaxed, strict, valued, value, forgiven int
}

func (s score) f1(hits int) float64 { return 200 * float64(hits) / float64(max(s.gold+s.system, 1)) }

// valueF1 is relaxed F1 times the share of equal values, as in TempEval-3.
func (s score) valueF1(hits int) float64 {
	return s.f1(s.relaxed) * float64(hits) / float64(max(s.valued, 1))
}

func (s score) String() string {
	return fmt.Sprintf("gold %d, found %d: strict F1 %.1f, relaxed F1 %.1f (P %.1f, R %.1f), value F1 %.1f, %.1f with slips forgiven",
		s.gold, s.system, s.f1(s.strict), s.f1(s.relaxed), 100*float64(s.relaxed)/float64(max(s.system, 1)), 100*float64(s.relaxed)/float64(max(s.gold, 1)),
		s.valueF1(s.value), s.valueF1(s.forgiven))
}

// add scores one text: the pairs overlap, equal spans first, in text order.
// Forgive says which other values are as good as the marked one.
func (s *score) add(g goldText, forgive func(gold string, got doc.Timex) bool, say func(string, ...any)) {
	d := &doc.Document{Text: g.text, Created: goldDate(g.created)}
	tokenized(d)
	Run(d)
	d.Timexes = slices.DeleteFunc(d.Timexes, func(x doc.Timex) bool { return !g.looked(x.Span) })
	s.gold += len(g.timexes)
	s.system += len(d.Timexes)
	used := map[int]bool{}
	for _, x := range g.timexes {
		best := -1
		for i, y := range d.Timexes {
			if used[i] || y.Start >= x.End || x.Start >= y.End {
				continue
			}
			if best < 0 || y.Span == x.Span {
				best = i
			}
		}
		if best < 0 {
			say("MISS\t%s\t%q\t%s\t…%s…", g.name, g.text[x.Start:x.End], x.value, around(g.text, x.Span))
			continue
		}
		used[best] = true
		y := d.Timexes[best]
		s.relaxed++
		if y.Span == x.Span {
			s.strict++
		} else {
			say("SPAN\t%s\t%q\t%q", g.name, g.text[x.Start:x.End], g.text[y.Start:y.End])
		}
		if x.value == "" {
			continue
		}
		s.valued++
		switch {
		case x.value == y.Value:
			s.value++
			s.forgiven++
		case forgive(x.value, y):
			s.forgiven++
		default:
			say("VALUE\t%s\t%q\t%s\t%s\t(%s, %s)\t…%s…", g.name, g.text[x.Start:x.End], x.value, y.Value, y.Rule, g.created, around(g.text, x.Span))
		}
	}
	for i, y := range d.Timexes {
		if !used[i] {
			say("EXTRA\t%s\t%q\t%s\t%s\t…%s…", g.name, g.text[y.Start:y.End], y.Value, y.Rule, around(g.text, y.Span))
		}
	}
}

func around(text string, s graph.Span) string {
	return strings.ReplaceAll(text[max(0, s.Start-40):min(len(text), s.End+40)], "\n", "⏎")
}

// goldDate reads a document date as the corpora write it.
func goldDate(s string) *graph.Interval {
	s = regexp.MustCompile(`^(\d{4})[-:](\d\d?)[-:](\d\d?)`).ReplaceAllStringFunc(s, func(m string) string {
		f := regexp.MustCompile(`[-:]`).Split(m, 3)
		return fmt.Sprintf("%s-%02s-%02s", f[0], f[1], f[2])
	})
	for _, n := range []int{16, 10} {
		if len(s) >= n {
			if i, err := graph.ParseEDTF(s[:n]); err == nil {
				return &i
			}
		}
	}
	return nil
}

// sayErrors prints the differences when TIMEX_ERRORS names the corpus.
func sayErrors(corpus string) func(string, ...any) {
	if os.Getenv("TIMEX_ERRORS") != corpus {
		return func(string, ...any) {}
	}
	return func(format string, args ...any) { fmt.Printf(format+"\n", args...) }
}

var (
	shortField = regexp.MustCompile(`([-:])(\d)\b`)
	clockValue = regexp.MustCompile(`^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?Z?$`)
)

// storySlips forgives what Event StoryLine does its own way: decades with an
// X, fields of one digit, and times moved to UTC by a zone that the text does
// not name.
func storySlips(gold string, got doc.Timex) bool {
	gold = shortField.ReplaceAllString(gold, "${1}0$2")
	if strings.TrimSuffix(gold, "X") == got.Value || gold == got.Value || gold == "PRES_REF" && got.Value == "PRESENT_REF" {
		return true
	}
	a, b := clockValue.FindStringSubmatch(gold), clockValue.FindStringSubmatch(got.Value)
	if a == nil || b == nil {
		return false
	}
	x, errX := time.Parse("2006-01-02T15:04", a[1])
	y, errY := time.Parse("2006-01-02T15:04", b[1])
	return errX == nil && errY == nil && x.Sub(y).Abs() <= 14*time.Hour && x.Sub(y)%(30*time.Minute) == 0
}

func noSlips(string, doc.Timex) bool { return false }

// TestEventStoryLine scores the sentences of news that were annotated.
func TestEventStoryLine(t *testing.T) {
	var s score
	members(t, "data/ecbplus/eventstoryline-v1.5-13topics.tar.gz", func(name string, data []byte) {
		if strings.HasSuffix(name, ".xml") {
			s.add(readCAT(t, name, data), storySlips, sayErrors("storyline"))
		}
	})
	t.Log("Event StoryLine 1.5:", s)
	floor(t, s, 82.3, 93.2, 78)
}

// TestTimeLine scores the one time expression that SemEval-2015 task 4 marked
// in each text, its date line; so only recall is told.
func TestTimeLine(t *testing.T) {
	var s score
	members(t, "data/timeline-semeval2015/trial-apple+corpus1-airbus.tar.gz", func(name string, data []byte) {
		if strings.Contains(name, "Corpus-trial-data_task4_events_timelines/") || strings.Contains(name, "corpus_trackA_CAT/") {
			s.add(readCAT(t, name, data), noSlips, sayErrors("timeline"))
		}
	})
	t.Logf("TimeLine: of %d date lines %d found, %d with equal span, %d with equal value", s.gold, s.relaxed, s.strict, s.value)
	if s.value < s.gold {
		t.Errorf("%d date lines are not read", s.gold-s.value)
	}
}

// TestWikiWars scores histories, which are dated by what was told before.
func TestWikiWars(t *testing.T) {
	var s score
	members(t, "data/wikiwars/wikiwars-16docs.tar.gz", func(name string, data []byte) {
		if strings.HasSuffix(name, ".tml") {
			s.add(readTimeML(name, string(data)), noSlips, sayErrors("wikiwars"))
		}
	})
	t.Log("WikiWars:", s)
	floor(t, s, 87.4, 93, 82.8)
}

func floor(t *testing.T, s score, strict, relaxed, value float64) {
	t.Helper()
	if s.f1(s.strict) < strict || s.f1(s.relaxed) < relaxed || s.valueF1(s.forgiven) < value {
		t.Errorf("below the floor of strict %.1f, relaxed %.1f, value %.1f", strict, relaxed, value)
	}
}
