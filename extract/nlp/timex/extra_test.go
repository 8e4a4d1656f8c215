package timex

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// createdOn is a document date for tests.
func createdOn(t testing.TB, s string) *graph.Interval {
	t.Helper()
	i, err := graph.ParseEDTF(s)
	if err != nil {
		t.Fatal(err)
	}
	return &i
}

// TestSpanAndTokens checks what marked text does not show.
func TestSpanAndTokens(t *testing.T) {
	const text = "A fire broke out on Friday evening local time."
	d := tokenized(&doc.Document{Text: text, Created: createdOn(t, "2024-03-23")})
	Run(d)
	if len(d.Timexes) != 1 {
		t.Fatalf("found %d", len(d.Timexes))
	}
	x := d.Timexes[0]
	want := graph.Interval{
		Text: "Friday evening", Timex: "TIME", Value: "2024-03-22TEV", EDTF: "2024-03-22T18/2024-03-22T23",
		Earliest:  time.Date(2024, 3, 22, 18, 0, 0, 0, time.UTC),
		Latest:    time.Date(2024, 3, 23, 0, 0, 0, 0, time.UTC),
		Precision: graph.PrecisionPart, Confidence: graph.Resolved, Rule: "date/weekday+",
		Anchor: &graph.Anchor{Kind: "publication", Value: "2024-03-23"},
	}
	got, _ := json.Marshal(x.Interval)
	wanted, _ := json.Marshal(want)
	if string(got) != string(wanted) {
		t.Errorf("got  %s\nwant %s", got, wanted)
	}
	if text[x.Start:x.End] != x.Text || d.Tokens[x.First].Text != "Friday" || d.Tokens[x.Last-1].Text != "evening" || x.Event != doc.None {
		t.Errorf("got %+v", x)
	}
}

// TestDocumentDates checks document dates that are not a day.
func TestDocumentDates(t *testing.T) {
	for _, c := range []struct{ created, text, want string }{
		{"2024-03", "It closed yesterday.", ""},
		{"2024-03", "It closed last month.", "2024-02"},
		{"2024-03", "It closed last year.", "2023"},
		{"2024", "It closed last month.", ""},
		{"2024", "It closed last year.", "2023"},
		{"../2024-03-23", "It closed yesterday.", ""},
		{"2024-03-22T23:30:00-05:00", "It closed today.", "2024-03-22"},
		{"1850-03-22", "It closed yesterday.", "1850-03-21"},
		{"2999-03-22", "It closed yesterday.", "2999-03-21"},
	} {
		d := tokenized(&doc.Document{Text: c.text, Created: createdOn(t, c.created)})
		Run(d)
		if len(d.Timexes) != 1 || d.Timexes[0].EDTF != c.want {
			t.Errorf("%s, %q: got %+v, want %q", c.created, c.text, d.Timexes, c.want)
		}
	}
}

// TestTags checks that tags decide where words could be either.
func TestTags(t *testing.T) {
	for _, c := range []struct {
		text, word, upos, xpos, want string
	}{
		{"In March they went.", "March", "PROPN", "NNP", "2024-03"},
		{"The race is held on Friday.", "held", "VERB", "VBN", "2024-03-22"},
		{"In May the price rises.", "May", "AUX", "MD", ""},
	} {
		d := tokenized(&doc.Document{Text: c.text, Created: createdOn(t, "2024-03-23")})
		for i := range d.Tokens {
			if strings.TrimRight(d.Tokens[i].Text, ".") == c.word {
				d.Tokens[i].UPOS, d.Tokens[i].XPOS = c.upos, c.xpos
			}
		}
		Run(d)
		got := ""
		for _, x := range d.Timexes {
			got += x.Value
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAnchorPhrase(t *testing.T) {
	event := *createdOn(t, "2024-03-22")
	for _, c := range []struct{ text, phrase, edtf string }{
		{"He spoke three days before the Moscow massacre , she said", "the Moscow massacre", "2024-03-19"},
		{"He left a day after the vote .", "the vote", "2024-03-23"},
		{"He left two weeks after the vote .", "the vote", "2024-04-05~"},
		{"He left days before the election .", "the election", "2024-03-12/2024-03-21"},
		{"He left two years prior to the war when he was ill .", "the war", "2022~"},
		{"He was held for two years .", "", ""},
		{"He was held two years after .", "", ""},
	} {
		d := tokenized(&doc.Document{Text: c.text})
		Run(d)
		if len(d.Timexes) != 1 {
			t.Errorf("%q: found %d", c.text, len(d.Timexes))
			continue
		}
		a, ok := AnchorPhrase(d, 0)
		phrase, edtf := "", ""
		if ok {
			phrase = c.text[a.Phrase.Start:a.Phrase.End]
			edtf = a.From(d.Timexes[0].Interval, event).EDTF
		}
		if phrase != c.phrase || edtf != c.edtf {
			t.Errorf("%q: got %q, %q", c.text, phrase, edtf)
		}
	}
	d := tokenized(&doc.Document{Text: "He spoke three days before the vote ."})
	Run(d)
	a, _ := AnchorPhrase(d, 0)
	if got := a.From(d.Timexes[0].Interval, *createdOn(t, "2024-03")); got.EDTF != "" || got.Known() {
		t.Errorf("days were counted from a month: %+v", got)
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ value, from, to string }{
		{"2024-03-22", "2024-03-22", "2024-03-23"},
		{"2024-03~", "2024-02-01", "2024-05-01"},
		{"2024-W12", "2024-03-18", "2024-03-25"},
		{"2024-w12-3", "2024-03-20", "2024-03-21"},
		{"2024-W12-WE", "2024-03-23", "2024-03-25"},
		{"2024-Q2", "2024-04-01", "2024-07-01"},
		{"2024-H2", "2024-07-01", "2025-01-01"},
		{"2024-SU", "2024-06-01", "2024-09-01"},
		{"199", "1990-01-01", "2000-01-01"},
		{"19", "1900-01-01", "2000-01-01"},
		{"2024-03-22TAF", "2024-03-22T12:00", "2024-03-22T18:00"},
		{"2020-W53", "2020-12-28", "2021-01-04"},
	} {
		i, ok := Parse(c.value)
		layout := func(at time.Time) string {
			return strings.TrimSuffix(at.Format("2006-01-02T15:04"), "T00:00")
		}
		if !ok || layout(i.Earliest) != c.from || layout(i.Latest) != c.to {
			t.Errorf("%s: got %v, %s to %s", c.value, ok, layout(i.Earliest), layout(i.Latest))
		}
	}
	for _, value := range []string{"", "yesterday", "2024-W54", "2021-W53", "2024-Q5", "2024-W12-8", "2024-03-22TXX", "2024-W", "2024-Q", "20240", "9", "2024-03TEV"} {
		if i, ok := Parse(value); ok {
			t.Errorf("%q was read as %+v", value, i)
		}
	}
}

func TestHolidays(t *testing.T) {
	for name, want := range map[string]string{
		"Easter": "2024-03-31", "Good Friday": "2024-03-29", "Mardi Gras": "2024-02-13", "Thanksgiving": "2024-11-28",
		"Memorial Day": "2024-05-27", "Labor Day": "2024-09-02", "St. Patrick's Day": "2024-03-17", "New Year's Eve": "2024-12-31",
	} {
		text := name + " 2024"
		d := tokenized(&doc.Document{Text: text})
		Run(d)
		if len(d.Timexes) != 1 || d.Timexes[0].Value != want || d.Timexes[0].Text != text {
			t.Errorf("%s: got %+v", text, d.Timexes)
		}
	}
	for year, want := range map[int]string{2016: "05-01", 2019: "04-28", 2023: "04-16", 2024: "05-05", 2025: "04-20", 1995: "04-23"} {
		if got := orthodoxEaster(year).Format("01-02"); got != want {
			t.Errorf("Easter of the Eastern churches %d: got %s, want %s", year, got, want)
		}
	}
	for year, want := range map[int]string{1961: "04-02", 2000: "04-23", 2011: "04-24", 2025: "04-20", 2038: "04-25"} {
		if got := easter(year).Format("01-02"); got != want {
			t.Errorf("Easter %d: got %s, want %s", year, got, want)
		}
	}
}

// TestTables opens the tables: sorted keys, nothing twice.
func TestTables(t *testing.T) {
	for name, key := range map[string]int{"words.tsv": 2, "holidays.tsv": 1, "rules.tsv": 1, "cues.tsv": 1} {
		data, err := tables.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(data), "# source: ") || !strings.Contains(string(data), "# license: ") || !strings.Contains(string(data), "# retrieved: ") {
			t.Errorf("%s does not say where it comes from", name)
		}
		seen := map[string]bool{}
		before := ""
		for _, row := range rows(name) {
			k := strings.Join(row[:key], "\t")
			if seen[k] {
				t.Errorf("%s: %q is there twice", name, k)
			}
			if sorted := name == "words.tsv" || name == "holidays.tsv"; sorted && k < before {
				t.Errorf("%s: %q stands after %q", name, k, before)
			}
			seen[k], before = true, k
		}
	}
}

func FuzzRun(f *testing.F) {
	for _, c := range doctest.Read(f, "testdata/*.txt") {
		f.Add(c.Text)
	}
	day := createdOn(f, "2024-02-29")
	f.Fuzz(func(t *testing.T, text string) {
		for _, created := range []*graph.Interval{day, nil} {
			d := tokenized(&doc.Document{Text: text, Created: created})
			Run(d)
			for i, x := range d.Timexes {
				if x.Start >= x.End || text[x.Start:x.End] != x.Text || x.First >= x.Last || x.Last > len(d.Tokens) {
					t.Fatalf("%q: %+v", text, x)
				}
				if x.Known() && !x.Earliest.IsZero() && !x.Latest.IsZero() && !x.Earliest.Before(x.Latest) || x.Timex == "" || x.Value == "" || x.Rule == "" {
					t.Fatalf("%q: %+v", text, x)
				}
				if _, err := json.Marshal(x); err != nil {
					t.Fatalf("%q: %v", text, err)
				}
				if i > 0 && x.Start < d.Timexes[i-1].End {
					t.Fatalf("%q: %+v overlaps %+v", text, x, d.Timexes[i-1])
				}
				AnchorPhrase(d, i)
			}
		}
	})
}

// TestLinearTime reads long sentences of what is costly to match: ten times
// the text may not take much more than ten times as long.
func TestLinearTime(t *testing.T) {
	for _, piece := range []string{
		"the ", "a ", "Friday ", "1 million ", "hundreds of ", "of the last ", "March - ", "5-", "1999,", "twenty-", "in early ", "New Year ", "12:30 ", "May and ",
		"the first of the first of ", "3 May to ", "half ", "between ", "' ", "1/2/", "as little as ", "Friday, ",
	} {
		took := func(n int) time.Duration {
			d := tokenized(&doc.Document{Text: strings.Repeat(piece, n), Created: createdOn(t, "2024-03-23")})
			least := time.Hour
			for range 3 {
				d.Timexes = nil
				start := cpuTime()
				Run(d)
				least = min(least, cpuTime()-start)
			}
			return least
		}
		short, long := took(200), took(2000)
		t.Log(piece, long)
		if long > 30*short && long > 100*time.Millisecond {
			t.Errorf("%q: %v for 200, %v for 2000", piece, short, long)
		}
	}
}
