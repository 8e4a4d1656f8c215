package nlp_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// A goldEvents is what the annotators of an article say of its events.
type goldEvents struct {
	Created struct{ Value string } `json:"dct"`
	Events  []struct {
		Label string
		Imp   string
		Date  *struct {
			Value string
			Alt   []string
		}
		Evidence []struct{ Start, End int } // code points
	}
}

// TestGoldEventDates counts the annotated events that have their date, or are
// rightly left open, among those that must or should be found. It is a rougher
// count than the scorer's, which knows half points and pairs events one to one.
func TestGoldEventDates(t *testing.T) {
	for set, floor := range map[string]float64{"gold": 88, "gold/dev": 80} {
		right, all := 0.0, 0.0
		names, err := filepath.Glob(filepath.Join(doctest.Shared(t, set), "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if !strings.HasPrefix(filepath.Base(name), "cross") {
				r, n := datesOf(t, name)
				right, all = right+r, all+n
			}
		}
		share := 100 * right / max(all, 1)
		t.Logf("%s: %.1f of %.1f event dates are right: %.1f %%", set, right, all, share)
		if share < floor {
			t.Errorf("%s: below the floor of %.0f %%", set, floor)
		}
	}
}

// datesOf weighs the events of one article: those that must be there count one,
// those that should a half.
func datesOf(t *testing.T, name string) (right, all float64) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var gold goldEvents
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	base := strings.TrimSuffix(filepath.Base(name), ".json")
	text, err := os.ReadFile(filepath.Join(filepath.Dir(name), "articles", base+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	article := graph.Article{Text: string(text)}
	if created, err := graph.ParseEDTF(gold.Created.Value); err == nil {
		article.Published = &created
	}
	article.Identify()
	d, err := nlp.Read(context.Background(), article)
	if err != nil {
		t.Fatal(err)
	}
	bytes := byteOffsets(d.Text)
	weights := map[string]float64{"must": 1, "should": 0.5}
	for _, e := range gold.Events {
		weight := weights[e.Imp]
		if weight == 0 || e.Date == nil {
			continue
		}
		all += weight
		var where []graph.Span
		for _, span := range e.Evidence {
			where = append(where, graph.Span{Start: bytes[span.Start], End: bytes[span.End]})
		}
		i := mostIn(d, where)
		if i == doc.None {
			continue
		}
		if got := goldDate(d, i); got == e.Date.Value || strings.HasPrefix(got, e.Date.Value+"T") && e.Date.Value != "" || slices.Contains(e.Date.Alt, got) {
			right += weight
		}
	}
	return right, all
}

// mostIn is the event with the most mentions in the passages.
func mostIn(d *doc.Document, where []graph.Span) int {
	count, best := map[int]int{}, doc.None
	for _, e := range d.Events {
		if slices.ContainsFunc(where, e.Trigger.Overlaps) {
			if count[e.Same]++; best == doc.None || count[e.Same] > count[best] {
				best = e.Same
			}
		}
	}
	return best
}

// goldDate is the date of event i as gold writes it, without qualifiers.
func goldDate(d *doc.Document, i int) string {
	x := d.Events[d.Events[i].Same].Time
	if x == doc.None {
		return ""
	}
	return strings.TrimRight(d.Timexes[x].EDTF, "~?%")
}

// byteOffsets gives the byte at which each code point begins, and the end.
func byteOffsets(s string) []int {
	var out []int
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}
