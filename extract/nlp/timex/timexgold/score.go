package timexgold

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// A Score is what TempEval-3 counts. Relaxed pairs overlap, strict ones have
// one span; Typed, Value and Forgiven count relaxed pairs of one type, one
// value and a value that is as good.
type Score struct {
	Gold, Found, Relaxed, Strict, Typed, Valued, Value, Forgiven int
}

// F1 is the F1 in percent of so many hits.
func (s Score) F1(hits int) float64 { return 200 * float64(hits) / float64(max(s.Gold+s.Found, 1)) }

// ValueF1 is relaxed F1 times the share of equal values among the pairs whose
// value people gave, as in TempEval-3.
func (s Score) ValueF1(hits int) float64 {
	return s.F1(s.Relaxed) * float64(hits) / float64(max(s.Valued, 1))
}

// String is a line of a report.
func (s Score) String() string {
	return fmt.Sprintf("gold %d, found %d: strict F1 %.1f, relaxed F1 %.1f (P %.1f, R %.1f), type F1 %.1f, value F1 %.1f, %.1f with slips forgiven",
		s.Gold, s.Found, s.F1(s.Strict), s.F1(s.Relaxed), 100*float64(s.Relaxed)/float64(max(s.Found, 1)), 100*float64(s.Relaxed)/float64(max(s.Gold, 1)),
		s.F1(s.Typed), s.ValueF1(s.Value), s.ValueF1(s.Forgiven))
}

// Recall is the line of a corpus in which not everything is marked.
func (s Score) Recall() string {
	return fmt.Sprintf("gold %d: %d found, %d with equal span, %d with equal value", s.Gold, s.Relaxed, s.Strict, s.Value)
}

// Add scores what was found in one text: the pairs overlap, equal spans first,
// in text order. In a corpus of which only recall is told a mark may overlap
// several, of which the best counts. Say is told every difference.
func (c Corpus) Add(s *Score, g *Text, found []Timex, say func(format string, args ...any)) {
	found = slices.DeleteFunc(slices.Clone(found), func(x Timex) bool { return !g.looked(x.Span) })
	s.Gold += len(g.Timexes)
	s.Found += len(found)
	used := map[int]bool{}
	for _, x := range g.Timexes {
		best := c.pair(x, found, used)
		if best < 0 {
			say("MISS\t%s\t%q\t%s\t…%s…", g.Name, g.Text[x.Start:x.End], x.Value, around(g.Text, x.Span))
			continue
		}
		used[best] = true
		c.count(s, g, x, found[best], say)
	}
	for i, y := range found {
		if !used[i] && !c.Told {
			say("EXTRA\t%s\t%q\t%s\t%s\t…%s…", g.Name, g.Text[y.Start:y.End], y.Value, y.Rule, around(g.Text, y.Span))
		}
	}
}

// pair returns what was found for x, -1 for nothing.
func (c Corpus) pair(x Timex, found []Timex, used map[int]bool) int {
	best := -1
	for i, y := range found {
		if used[i] && !c.Told || y.Start >= x.End || x.Start >= y.End {
			continue
		}
		if best < 0 || y.Span == x.Span && !c.Told || c.Told && y.Value == x.Value {
			best = i
		}
	}
	return best
}

func (c Corpus) count(s *Score, g *Text, x, y Timex, say func(string, ...any)) {
	s.Relaxed++
	if y.Span == x.Span {
		s.Strict++
	} else if !c.Told {
		say("SPAN\t%s\t%q\t%q\t%s", g.Name, g.Text[x.Start:x.End], g.Text[y.Start:y.End], y.Rule)
	}
	if y.Type == x.Type {
		s.Typed++
	}
	if x.Value == "" {
		return
	}
	s.Valued++
	switch {
	case x.Value == y.Value:
		s.Value++
		s.Forgiven++
	case c.Forgive(x.Value, y.Value):
		s.Forgiven++
	default:
		say("VALUE\t%s\t%q\t%s\t%s\t(%s, %s)\t…%s…", g.Name, g.Text[x.Start:x.End], x.Value, y.Value, y.Rule, g.Created, around(g.Text, x.Span))
	}
}

// looked reports whether people looked at where s stands.
func (g *Text) looked(s graph.Span) bool {
	for _, c := range g.Looked {
		if c.Start <= s.Start && s.End <= c.End {
			return true
		}
	}
	return len(g.Looked) == 0
}

func around(text string, s graph.Span) string {
	return strings.ReplaceAll(text[max(0, s.Start-60):min(len(text), s.End+60)], "\n", "⏎")
}

var (
	shortField = regexp.MustCompile(`([-:])(\d)\b`)
	clockValue = regexp.MustCompile(`^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?Z?$`)
)

// storySlips forgives what Event StoryLine does its own way: decades with an
// X, fields of one digit, parts of the day left out ("Saturday morning" is the
// Saturday), and times moved to UTC by a zone that the text does not name.
func storySlips(gold, got string) bool {
	gold = shortField.ReplaceAllString(gold, "${1}0$2")
	if strings.TrimSuffix(gold, "X") == got || gold == got || gold == "PRES_REF" && got == "PRESENT_REF" {
		return true
	}
	if date, part, parted := strings.Cut(got, "T"); parted && len(part) == 2 && len(date) == 10 && date == gold {
		return true
	}
	a, b := clockValue.FindStringSubmatch(gold), clockValue.FindStringSubmatch(got)
	if a == nil || b == nil {
		return false
	}
	x, errX := time.Parse("2006-01-02T15:04", a[1])
	y, errY := time.Parse("2006-01-02T15:04", b[1])
	return errX == nil && errY == nil && x.Sub(y).Abs() <= 14*time.Hour && x.Sub(y)%(30*time.Minute) == 0
}

func noSlips(string, string) bool { return false }
