package timex

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/timex/timexgold"
)

// evaluate scores a corpus. A treebank comes with its own tags and trees, other
// texts without any.
func evaluate(t *testing.T, corpus string) timexgold.Score {
	t.Helper()
	c, _ := timexgold.Find(corpus)
	texts, err := c.Read()
	needShared(t, err)
	var s timexgold.Score
	say := sayErrors(corpus)
	for i := range texts {
		g := &texts[i]
		d := &doc.Document{Text: g.Text}
		if g.Gold != nil {
			d = &g.Gold.Document
		} else {
			tokenized(d)
		}
		d.Created = g.Date()
		Run(d)
		c.Add(&s, g, found(d), say)
	}
	return s
}

func found(d *doc.Document) []timexgold.Timex {
	var out []timexgold.Timex
	for _, x := range d.Timexes {
		out = append(out, timexgold.Timex{Span: x.Span, Type: x.Timex, Value: x.Value, Rule: x.Rule})
	}
	return out
}

// sayErrors prints the differences when TIMEX_ERRORS names the corpus.
func sayErrors(corpus string) func(string, ...any) {
	if os.Getenv("TIMEX_ERRORS") != corpus {
		return func(string, ...any) {}
	}
	return func(format string, args ...any) { fmt.Printf(format+"\n", args...) }
}

// TestEventStoryLine scores the sentences of news that were annotated.
func TestEventStoryLine(t *testing.T) {
	s := evaluate(t, "storyline")
	t.Log("Event StoryLine 1.5:", s)
	floor(t, s, 86, 94.3, 81.2)
}

// TestTimeLine scores the one time expression that SemEval-2015 task 4 marked
// in each text, its date line; so only recall is told.
func TestTimeLine(t *testing.T) {
	s := evaluate(t, "timeline")
	t.Log("TimeLine, date lines:", s.Recall())
	if s.Value < s.Gold {
		t.Errorf("%d date lines are not read", s.Gold-s.Value)
	}
}

// TestWikiWars scores histories, which are dated by what was told before.
func TestWikiWars(t *testing.T) {
	s := evaluate(t, "wikiwars")
	t.Log("WikiWars:", s)
	floor(t, s, 88.3, 93.7, 85.4)
}

// TestGUM counts the date tags of GUM that are found and placed alike.
func TestGUM(t *testing.T) {
	s := evaluate(t, "gum")
	t.Log("GUM, dates:", s.Recall())
	if float64(s.Relaxed) < 0.97*float64(s.Gold) || float64(s.Value) < 0.858*float64(s.Gold) {
		t.Error("below the floor of 97 % found, 85.8 % equal")
	}
}

func floor(t *testing.T, s timexgold.Score, strict, relaxed, value float64) {
	t.Helper()
	if s.F1(s.Strict) < strict || s.F1(s.Relaxed) < relaxed || s.ValueF1(s.Forgiven) < value {
		t.Errorf("below the floor of strict %.1f, relaxed %.1f, value %.1f", strict, relaxed, value)
	}
}

// members calls each with the files of an archive of the shared data.
func members(t *testing.T, archive string, each func(name string, data []byte)) {
	t.Helper()
	needShared(t, timexgold.Members(archive, func(name string, data []byte) error {
		each(name, data)
		return nil
	}))
}

// needShared skips a test whose shared data is absent, except in continuous
// integration.
func needShared(t *testing.T, err error) {
	t.Helper()
	switch {
	case errors.Is(err, os.ErrNotExist) && os.Getenv("CI") != "true":
		t.Skipf("no shared data: %v", err)
	case err != nil:
		t.Fatal(err)
	}
}
