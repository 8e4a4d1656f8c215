package timex

import (
	"regexp"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

var (
	gumOpen = regexp.MustCompile(`<date when:::"([^"]*)"`)
	gumAny  = regexp.MustCompile(`<date\b`)
)

// gumDates reads the date tags of a document that give one date. GUM tags
// dates only where their place on the calendar is known, so that no precision
// can be told.
func gumDates(g *doctest.Gold) []goldTimex {
	var out []goldTimex
	open := -1
	for i, misc := range g.Misc {
		if gumAny.MatchString(misc) {
			open = -1
			if m := gumOpen.FindStringSubmatch(misc); m != nil && !strings.HasPrefix(m[1], "-") {
				open = len(out)
				out = append(out, goldTimex{g.Tokens[i].Span, m[1]})
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

// TestGUM counts the date tags of GUM that are found and placed alike, with
// the tags and trees of the treebank.
func TestGUM(t *testing.T) {
	say := sayErrors("gum")
	all, found, equal := 0, 0, 0
	for _, name := range []string{"data/ud-gum/gum-open-dev.conllu.gz", "data/ud-gum/gum-open-train.conllu.gz"} {
		for _, g := range doctest.ReadTreebank(t, name) {
			if i, err := graph.ParseEDTF(g.Meta["meta::dateCreated"]); err == nil {
				g.Created = &i
			}
			Run(&g.Document)
			for _, x := range gumDates(g) {
				all++
				hit := false
				got := ""
				for _, y := range g.Timexes {
					if y.Start < x.End && x.Start < y.End {
						hit = true
						got += y.Value + " "
					}
				}
				if hit {
					found++
				}
				if strings.Contains(got, x.value+" ") {
					equal++
				} else {
					say("GUM\t%s\t%q\t%s\t%s\t…%s…", g.ID, g.Text[x.Start:x.End], x.value, got, around(g.Text, x.Span))
				}
			}
		}
	}
	t.Logf("GUM: of %d dates %d found, %d with equal value", all, found, equal)
	if float64(found) < 0.9*float64(all) || float64(equal) < 0.8*float64(all) {
		t.Error("below the floor of 90 % found, 80 % equal")
	}
}
