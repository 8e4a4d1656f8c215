package timexgold

import (
	"regexp"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

var (
	gumOpen = regexp.MustCompile(`<date when:::"([^"]*)"`)
	gumAny  = regexp.MustCompile(`<date\b`)
)

// gum reads the documents of GUM with open licenses.
func gum() ([]Text, error) {
	var out []Text
	for _, name := range []string{"data/ud-gum/gum-open-dev.conllu.gz", "data/ud-gum/gum-open-train.conllu.gz"} {
		path, err := doctest.SharedPath(name)
		if err != nil {
			return nil, err
		}
		text, err := doctest.ReadFile(path)
		if err != nil {
			return nil, err
		}
		golds, err := doctest.ParseTreebank(text)
		if err != nil {
			return nil, err
		}
		for _, g := range golds {
			out = append(out, Text{Name: g.ID, Text: g.Text, Created: g.Meta["meta::dateCreated"], Timexes: gumDates(g), Gold: g})
		}
	}
	return out, nil
}

// gumDates reads the date tags of a document that give one date. GUM tags
// dates only where their place on the calendar is known, so that no precision
// can be told.
func gumDates(g *doctest.Gold) []Timex {
	var out []Timex
	open := -1
	for i, misc := range g.Misc {
		if gumAny.MatchString(misc) {
			open = -1
			if m := gumOpen.FindStringSubmatch(misc); m != nil && !strings.HasPrefix(m[1], "-") {
				open = len(out)
				out = append(out, Timex{Span: graph.Span{Start: g.Tokens[i].Start}, Type: "DATE", Value: m[1]})
			}
		}
		if open >= 0 {
			out[open].End = g.Tokens[i].End
			if strings.Contains(misc, "</date>") {
				open = -1
			}
		}
	}
	return out
}
