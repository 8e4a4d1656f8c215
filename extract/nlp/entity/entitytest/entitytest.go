// Package entitytest reads the fixtures that the stages on actors share: short
// articles with tags and trees in CoNLL-U, names in its last column
// (Name=B-PER), and, in comments before them, what a stage should find:
//
//	# want = person Ana Diaz: Diaz, she
//
// The trees are looked through by hand, so that a test of the rules does not
// change with the network. Blocks are separated by "# newpar".
package entitytest

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
)

// A Fixture is a short article and what should be found in it.
type Fixture struct {
	ID   string
	Doc  *doc.Document
	Want []string // the parts of "# want", sorted
}

// Read reads a fixture file.
func Read(t testing.TB, name string) []Fixture {
	t.Helper()
	text, err := doctest.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	golds, err := doctest.ParseTreebank(text)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if len(golds) == 0 {
		t.Fatalf("%s has no documents", name)
	}
	var out []Fixture
	for _, g := range golds {
		f := Fixture{ID: g.ID, Doc: &g.Document, Want: Split(g.Meta["want"])}
		names(f.Doc, g.Misc)
		out = append(out, f)
	}
	return out
}

// Split takes a list apart at its semicolons and sorts it.
func Split(s string) []string {
	var out []string
	for _, part := range strings.Split(s, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	slices.Sort(out)
	return out
}

// names turns the BIO labels of the last column into mentions.
func names(d *doc.Document, misc []string) {
	for i, m := range misc {
		label := field(m)
		switch class := strings.TrimLeft(label, "BI-"); {
		case strings.HasPrefix(label, "B-"):
			d.Mentions = append(d.Mentions, doc.Mention{Span: d.Tokens[i].Span, Type: doc.Name, Class: doc.Class(class), Head: i, First: i, Last: i + 1, Chain: doc.None, Rule: "ner/net"})
		case strings.HasPrefix(label, "I-"):
			last := &d.Mentions[len(d.Mentions)-1]
			last.Last, last.End = i+1, d.Tokens[i].End
		}
	}
}

func field(misc string) string {
	for _, f := range strings.Split(misc, "|") {
		if v, ok := strings.CutPrefix(f, "Name="); ok {
			return v
		}
	}
	return ""
}
