package quantity

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
)

func FuzzRun(f *testing.F) {
	for _, c := range doctest.Read(f, "testdata/*.txt") {
		f.Add(c.Text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := tokenized(&doc.Document{Text: text})
		Run(d)
		for _, q := range d.Quantities {
			if q.Start >= q.End || text[q.Start:q.End] != q.Figure.Words || q.First >= q.Last || q.Last > len(d.Tokens) || q.Noun >= len(d.Tokens) {
				t.Fatalf("%q: %+v", text, q)
			}
			if low, high := q.Figure.Low, q.Figure.High; low != nil && high != nil && *low > *high || q.Figure.Comparator == "" {
				t.Fatalf("%q: %+v", text, q.Figure)
			}
			if _, err := json.Marshal(q.Figure); err != nil {
				t.Fatalf("%q: %v", text, err)
			}
		}
	})
}

// TestLinearTime reads long sentences of what is costly: ten times the text
// may not take much more than ten times as long.
func TestLinearTime(t *testing.T) {
	for _, piece := range []string{
		"20 ", "at least ", "20 killed ", "20 people were ", "one million ", "hundreds of ", "20-30 ", "no deaths or ", "$5 ", "20, ", "three children, including ",
		"the death toll ", "20 to ", "more than 5 people and ", "several dozen ", "cases ",
		"the number of dead at 5 ", "5 (6 a and 7 b) ", "5 people are treated ", "5 years in prison ", "5 voted for and ", "5 were held ", "one in 5 ", "none ", "5 fell ill ", "joined by 5 ",
	} {
		took := func(n int) time.Duration {
			d := tokenized(&doc.Document{Text: strings.Repeat(piece, n)})
			least := time.Hour
			for range 3 {
				d.Quantities = nil
				start := time.Now()
				Run(d)
				least = min(least, time.Since(start))
			}
			return least
		}
		if short, long := took(200), took(2000); long > 30*short && long > 100*time.Millisecond {
			t.Errorf("%q: %v for 200, %v for 2000", piece, short, long)
		}
	}
}

// TestTables opens the tables: an origin on top, no key twice.
func TestTables(t *testing.T) {
	for name, key := range map[string]int{"comparators.tsv": 2, "units.tsv": 2, "metrics.tsv": 2, "cues.tsv": 1} {
		data, err := tables.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range []string{"# source: ", "# license: ", "# retrieved: ", "# changes: "} {
			if !strings.Contains(string(data), line) {
				t.Errorf("%s lacks %q", name, line)
			}
		}
		seen := map[string]bool{}
		for _, row := range rows(name) {
			k := strings.Join(row[:key], "\t")
			if seen[k] {
				t.Errorf("%s: %q is there twice", name, k)
			}
			seen[k] = true
		}
	}
}

// BenchmarkRun tells bytes of news text a second.
func BenchmarkRun(b *testing.B) {
	text, err := doctest.ReadFile(doctest.Shared(b, "gold/articles/seed-sun.txt"))
	if err != nil {
		b.Fatal(err)
	}
	text = strings.Repeat(text+"\n", 50)
	d := tokenized(&doc.Document{Text: text})
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Quantities = d.Quantities[:0]
		Run(d)
	}
}
