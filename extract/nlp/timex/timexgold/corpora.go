// Package timexgold reads the corpora of ../shared/data in which people marked
// time expressions, and scores what a tool found in their texts, ours or
// another's, as TempEval-3 did. Offsets are bytes of the text that a tool is
// given: a sentence a line where a corpus holds tokens only.
package timexgold

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// A Timex is a time expression, marked or found.
type Timex struct {
	graph.Span
	Type, Value string
	Rule        string // that found it, where that is known
}

// A Text is a text with its time expressions.
type Text struct {
	Name    string
	Text    string
	Created string // the document date as the corpus writes it, "" when it has none
	Timexes []Timex
	// Looked, unless empty, are the sentences that people looked at.
	Looked []graph.Span
	// Gold is set for texts of a treebank, with the tags that people gave.
	Gold *doctest.Gold
}

// A Corpus is a set of texts.
type Corpus struct {
	Name string
	// Told says that nothing but recall can be told: not everything is marked.
	Told bool
	// Narrative says that it is history rather than news, for tools that must
	// be told.
	Narrative bool
	// Forgive says which other values are as good as the marked one.
	Forgive func(gold, got string) bool
	read    func() ([]Text, error)
}

// Corpora are the corpora, in the order of reports.
var Corpora = []Corpus{
	{Name: "storyline", Forgive: storySlips, read: storyLine},
	{Name: "wikiwars", Narrative: true, Forgive: noSlips, read: wikiWars},
	{Name: "timeline", Told: true, Forgive: noSlips, read: timeLine},
	{Name: "gum", Told: true, Forgive: noSlips, read: gum},
}

// Find returns the corpus of a name.
func Find(name string) (Corpus, bool) {
	for _, c := range Corpora {
		if c.Name == name {
			return c, true
		}
	}
	return Corpus{}, false
}

// Read reads the texts. The error wraps [os.ErrNotExist] where the shared data
// is absent.
func (c Corpus) Read() ([]Text, error) {
	texts, err := c.read()
	if err != nil {
		return nil, fmt.Errorf("timexgold: %s: %w", c.Name, err)
	}
	return texts, nil
}

// storyLine reads Event StoryLine 1.5.
func storyLine() ([]Text, error) {
	return texts("data/ecbplus/eventstoryline-v1.5-13topics.tar.gz", func(name string) bool { return strings.HasSuffix(name, ".xml") }, readCAT)
}

// timeLine reads SemEval-2015 task 4, whose time expressions are date lines.
func timeLine() ([]Text, error) {
	return texts("data/timeline-semeval2015/trial-apple+corpus1-airbus.tar.gz", func(name string) bool {
		return strings.Contains(name, "Corpus-trial-data_task4_events_timelines/") || strings.Contains(name, "corpus_trackA_CAT/")
	}, readCAT)
}

func wikiWars() ([]Text, error) {
	return texts("data/wikiwars/wikiwars-16docs.tar.gz", func(name string) bool { return strings.HasSuffix(name, ".tml") }, readTimeML)
}

// texts reads the wanted files of a tar.gz of the shared data.
func texts(archive string, wanted func(name string) bool, read func(name string, data []byte) (Text, error)) ([]Text, error) {
	var out []Text
	err := Members(archive, func(name string, data []byte) error {
		if !wanted(name) {
			return nil
		}
		text, err := read(name, data)
		out = append(out, text)
		return err
	})
	return out, err
}

// Members calls each with the name and content of every file of a tar.gz of
// the shared data.
func Members(archive string, each func(name string, data []byte) error) error {
	path, err := doctest.SharedPath(archive)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return err
	}
	files := tar.NewReader(z)
	for {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		data, err := io.ReadAll(files)
		if err != nil {
			return err
		}
		if err := each(h.Name, data); err != nil {
			return fmt.Errorf("%s: %w", h.Name, err)
		}
	}
}

var (
	dateParts = regexp.MustCompile(`^(\d{4})[-:](\d\d?)[-:](\d\d?)`)
	dateMarks = regexp.MustCompile(`[-:]`)
)

// Date returns the document date as an interval, nil when there is none. The
// corpora write it with one digit or two and with colons too.
func (g *Text) Date() *graph.Interval {
	s := dateParts.ReplaceAllStringFunc(g.Created, func(m string) string {
		f := dateMarks.Split(m, 3)
		return fmt.Sprintf("%s-%02s-%02s", f[0], f[1], f[2])
	})
	for _, n := range []int{16, 10, len(s)} {
		if len(s) < n {
			continue
		}
		if i, err := graph.ParseEDTF(s[:n]); err == nil && n > 0 {
			return &i
		}
	}
	return nil
}
