package timex

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
)

// newsText is an article of a seed, some times over.
func newsText(t testing.TB, times int) *doc.Document {
	t.Helper()
	text, err := doctest.ReadFile(doctest.Shared(t, "gold/articles/seed-sun.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return tokenized(&doc.Document{Text: strings.Repeat(text+"\n", times), Created: createdOn(t, "2024-03-23")})
}

// megabytes is how many million bytes of a document the stage reads in a
// second of work.
func megabytes(d *doc.Document) float64 {
	const runs = 20
	start := cpuTime()
	for range runs {
		d.Timexes = d.Timexes[:0]
		Run(d)
	}
	return float64(runs*len(d.Text)) / 1e6 / (cpuTime() - start).Seconds()
}

// TestSpeed keeps the stage at 3 MB/s and more of tokenized news on one core.
func TestSpeed(t *testing.T) {
	got := megabytes(newsText(t, 5))
	t.Logf("timex: %.1f MB/s of news text", got)
	if got < 3 {
		t.Errorf("%.1f MB/s is below the floor of 3", got)
	}
}

// TestAllocations keeps the steady state free of allocations but for what is
// found: a text ten times as long, with nothing in it, costs no more.
func TestAllocations(t *testing.T) {
	allocs := func(text string) float64 {
		d := tokenized(&doc.Document{Text: text, Created: createdOn(t, "2024-03-23")})
		Run(d)
		return testing.AllocsPerRun(5, func() {
			d.Timexes = d.Timexes[:0]
			Run(d)
		})
	}
	const quiet = "The second man of the two may march on, one of the last to fall, she said at the end.\n"
	short, long := allocs(strings.Repeat(quiet, 20)), allocs(strings.Repeat(quiet, 200))
	if long > short {
		t.Errorf("%v allocations for 20 sentences, %v for 200", short, long)
	}
	const timed = "He was killed on Friday evening, three weeks ago, in May 2019.\n"
	none, some := allocs(quiet), allocs(strings.Repeat(timed, 100))
	per := (some - none) / 300
	t.Logf("timex: %.0f allocations for a text without times, %.1f for each that is found", none, per)
	if per > 9 {
		t.Errorf("%.1f allocations for each time expression are above the ceiling of 9", per)
	}
}

// BenchmarkRun tells bytes of news text a second.
func BenchmarkRun(b *testing.B) {
	d := newsText(b, 50)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Timexes = d.Timexes[:0]
		Run(d)
	}
}
