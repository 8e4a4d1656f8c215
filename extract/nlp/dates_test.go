package nlp_test

import (
	"bufio"
	"context"
	"encoding/xml"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// timelines are the articles of SemEval-2015 task 4 and the dates that people
// gave to events in them, X for what is not known.
type timelines struct {
	articles map[string]timelineArticle // by id
	dates    map[timelineEvent]string
}

type timelineArticle struct {
	text, created string
	sentences     []graph.Span
}

type timelineEvent struct {
	article  string
	sentence int
	word     string
}

const timelineArchive = "timeline-semeval2015/trial-apple+corpus1-airbus.tar.gz"

func readTimelines(t *testing.T) timelines {
	t.Helper()
	out := timelines{articles: map[string]timelineArticle{}, dates: map[timelineEvent]string{}}
	members(t, timelineArchive, ".xml", func(data []byte) {
		if id, a := readTimelineArticle(t, data); a.created != "" {
			out.articles[id] = a
		}
	}, "Corpus-trial-data_task4_events_timelines/", "corpus_trackA_CAT/")
	members(t, timelineArchive, ".txt", func(data []byte) { out.timeline(string(data)) }, "TimeLines_trial_data_task4_v1.2/", "TimeLines_Gold_Standard/")
	return out
}

// readTimelineArticle joins the tokens of an article: a headline, a date line and
// one paragraph.
func readTimelineArticle(t *testing.T, data []byte) (id string, a timelineArticle) {
	t.Helper()
	var c struct {
		ID     string `xml:"doc_id,attr"`
		Tokens []struct {
			Sentence int    `xml:"sentence,attr"`
			Text     string `xml:",chardata"`
		} `xml:"token"`
		Times []struct {
			Function string `xml:"functionInDocument,attr"`
			Value    string `xml:"value,attr"`
		} `xml:"Markables>TIMEX3"`
	}
	if err := xml.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	for _, x := range c.Times {
		if x.Function == "CREATION_TIME" {
			a.created = x.Value
		}
	}
	var b strings.Builder
	for _, tok := range c.Tokens {
		for len(a.sentences) <= tok.Sentence {
			const header = 2 // sentences
			b.WriteString(map[bool]string{true: "\n\n", false: " "}[len(a.sentences) <= header])
			a.sentences = append(a.sentences, graph.Span{Start: b.Len(), End: b.Len()})
		}
		s := &a.sentences[tok.Sentence]
		if s.Len() > 0 && !strings.Contains(".,;:!?%)'’", tok.Text[:1]) && tok.Text != "n't" {
			b.WriteByte(' ')
		}
		b.WriteString(tok.Text)
		s.End = b.Len()
	}
	a.text = b.String()
	return c.ID, a
}

// timeline reads one timeline: number, date and events, such as 17174-3-came, on
// each line.
func (l timelines) timeline(data string) {
	lines := bufio.NewScanner(strings.NewReader(data))
	for lines.Scan() {
		f := strings.Split(strings.TrimSpace(lines.Text()), "\t")
		if len(f) < 3 {
			continue
		}
		for _, e := range f[2:] {
			p := strings.SplitN(e, "-", 3)
			n, err := strconv.Atoi(p[min(1, len(p)-1)])
			if len(p) == 3 && err == nil {
				word, _, _ := strings.Cut(p[2], "_")
				l.dates[timelineEvent{p[0], n, word}] = f[1]
			}
		}
	}
}

// TestTimelineDates compares the dates of events with those that people gave
// them. Most are days that the text never says but that of the article, which
// people take for the day of what it reports; we leave those open. So the floor
// is one on wrong dates as much as on right ones.
func TestTimelineDates(t *testing.T) {
	gold := readTimelines(t)
	score := map[string]int{}
	for id, a := range gold.articles {
		created, err := graph.ParseEDTF(a.created)
		if err != nil {
			t.Fatal(err)
		}
		article := graph.Article{Text: a.text, Published: &created}
		article.Identify()
		d, err := nlp.Read(context.Background(), article)
		if err != nil {
			t.Fatal(err)
		}
		for e, date := range gold.dates {
			if e.article != id || e.sentence >= len(a.sentences) {
				continue
			}
			got, found := eventDate(d, a.sentences[e.sentence], e.word)
			if !found {
				score["not found"]++
				continue
			}
			v := verdict(got, strings.ReplaceAll(date, "-XX", ""))
			score[v]++
			if os.Getenv("DATE_ERRORS") != "" && v != "equal" {
				t.Logf("%s: %s: want %s, got %q: %s", v, e.word, date, got, a.sentences[e.sentence].Of(a.text))
			}
		}
	}
	t.Logf("dates of events in TimeLine: %v", score)
	if score["equal"] < 45 || score["wrong"] > 3 {
		t.Error("below the floor: at least 45 equal, at most 3 wrong")
	}
}

// eventDate is the date of the event that a word of a sentence tells of.
func eventDate(d *doc.Document, sentence graph.Span, word string) (edtf string, found bool) {
	i := slices.IndexFunc(d.Events, func(e doc.Event) bool {
		return sentence.Contains(e.Trigger) && slices.Contains(strings.Fields(e.Trigger.Of(d.Text)), word)
	})
	if i < 0 {
		return "", false
	}
	if x := d.Events[d.Events[i].Same].Time; x != doc.None {
		return d.Timexes[x].EDTF, true
	}
	return "", true
}

func verdict(got, want string) string {
	switch {
	case strings.HasPrefix(want, "XXXX") && got == "":
		return "rightly open"
	case strings.HasPrefix(want, "XXXX"):
		return "dated, not in gold"
	case got == "":
		return "open"
	case got == want || strings.HasPrefix(got, want+"T"):
		return "equal"
	case strings.HasPrefix(got, want) || strings.HasPrefix(want, got) || holds(got, want):
		return "coarser or finer"
	}
	return "wrong"
}

// holds reports whether the bounds of one date lie within those of another.
func holds(outer, inner string) bool {
	a, errA := graph.ParseEDTF(outer)
	b, errB := graph.ParseEDTF(inner)
	return errA == nil && errB == nil && !a.Earliest.After(b.Earliest) && !a.Latest.IsZero() && !b.Latest.After(a.Latest)
}

// TestTimesOfRecords follows a date from the words to the record.
func TestTimesOfRecords(t *testing.T) {
	const story = "Gunmen attacked a school in Mopti on Friday. Two days before the attack, the minister resigned. The mayor was arrested on Sunday."
	read := func(published string) map[string]graph.Event {
		a := graph.Article{Text: story}
		if published != "" {
			i, err := graph.ParseEDTF(published)
			if err != nil {
				t.Fatal(err)
			}
			a.Published = &i
		}
		a.Identify()
		sub, err := nlp.Extractor{}.Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		events := map[string]graph.Event{}
		for _, e := range sub.Events {
			for _, word := range []string{"attacked", "resigned", "arrested"} {
				if slices.ContainsFunc(e.Evidence, func(p graph.Evidence) bool { return p.Role == graph.RoleTrigger && p.Quote == word }) {
					events[word] = e
				}
			}
		}
		return events
	}
	say := func(e graph.Event) string {
		if e.Time == nil {
			return "none"
		}
		return fmt.Sprintf("%q %s %s", e.Time.Text, e.Time.EDTF, e.Time.Confidence)
	}
	// The day counts that the outlet wrote, not that of Greenwich.
	dated := read("2024-03-25T23:30:00-05:00")
	for word, want := range map[string]string{
		"attacked": `"Friday" 2024-03-22 resolved`,
		"resigned": `"Two days before the attack" 2024-03-20 resolved`,
		"arrested": `"Sunday" 2024-03-24 resolved`,
	} {
		if got := say(dated[word]); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	if a := dated["resigned"].Time.Anchor; a == nil || a.Kind != "event" || a.ID != dated["attacked"].ID || a.Value != "2024-03-22" {
		t.Errorf("resigned counts from %+v", a)
	}
	// Without a date the words stay, and nothing is made of them.
	open := read("")
	for word, want := range map[string]string{
		"attacked": `"Friday"  `, "resigned": `"Two days before the attack"  `, "arrested": `"Sunday"  `,
	} {
		if got := say(open[word]); got != want {
			t.Errorf("undated: %s: %s, want %s", word, got, want)
		}
		if i := open[word].Time; i.Known() {
			t.Errorf("undated: %s has bounds %v to %v", word, i.Earliest, i.Latest)
		}
	}
}
