package event_test

import (
	"context"
	"flag"
	"testing"
	"time"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/extract/nlp/event/eventgold"
	"github.com/claimline/claimline/graph"
)

var (
	mucParts = flag.String("muc", "tst3", "part of MUC-4 to score: dev, tst1, tst2 or tst3")
	mucList  = flag.Bool("muclist", false, "show keys and templates, of no other part than tst3")
)

// TestEvalMUC maps our graphs of the texts of MUC-4 to templates and scores them.
func TestEvalMUC(t *testing.T) {
	messages, err := eventgold.ReadMUC(doctest.Shared(t, "data/muc4/muc34-dev-tst1-tst2-tst3.tar.gz"), *mucParts)
	if err != nil {
		t.Fatal(err)
	}
	var all eventgold.Score
	keys, found := 0, 0
	for _, m := range messages {
		templates := eventgold.Templates(readMUC(t, m), m.Date)
		score := eventgold.Compare(m.Keys, templates)
		all.Add(score)
		keys, found = keys+len(m.Keys), found+len(templates)
		if *mucList && *mucParts != "tst3" {
			show(t, m, templates, score)
		}
	}
	t.Logf("MUC-4 %s: %d texts, %d templates wanted, %d made", *mucParts, len(messages), keys, found)
	for i, name := range eventgold.Slots {
		t.Logf("%-12s %s", name, all[i])
	}
	t.Logf("%-12s %s", "all", all.Total())
	const floor = 46.5
	if _, _, f := all.Total().PRF(); *mucParts == "tst3" && f < floor {
		t.Errorf("MUC-4 TST3: F is %.1f, below %.1f", f, floor)
	}
}

func readMUC(t *testing.T, m eventgold.Message) *graph.Subgraph {
	a := graph.Article{Text: m.Text}
	if !m.Date.IsZero() {
		a.Published = &graph.Interval{EDTF: m.Date.Format(time.DateOnly), Earliest: m.Date, Latest: m.Date.AddDate(0, 0, 1), Precision: graph.PrecisionDay}
	}
	a.Identify()
	sub, err := nlp.Extractor{}.Extract(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return sub
}

func show(t *testing.T, m eventgold.Message, templates []eventgold.Template, s eventgold.Score) {
	t.Logf("=== %s %v %s", m.ID, m.Date.Format(time.DateOnly), s.Total())
	for _, k := range m.Keys {
		t.Logf("key   optional=%v %v %v %v persons=%v bodies=%v dead=%v injured=%v abducted=%v", k.Optional, k.Types, days(k.Dates), k.Locations, k.Persons, k.Bodies, k.Dead, k.Injured, k.Abducted)
	}
	for _, f := range templates {
		t.Logf("found %v %v %v persons=%q bodies=%q dead=%v injured=%v abducted=%v", f.Type, days([]eventgold.Range{f.Date}), f.Location, f.Persons, f.Bodies, f.Dead, f.Injured, f.Abducted)
	}
}

func days(ranges []eventgold.Range) (out []string) {
	for _, r := range ranges {
		out = append(out, r.First.Format(time.DateOnly)+"/"+r.Last.Format(time.DateOnly))
	}
	return out
}
