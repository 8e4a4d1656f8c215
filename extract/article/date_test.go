package article

import (
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
)

func TestParseDate(t *testing.T) {
	at := func(y int, m time.Month, d, h, min, s int) time.Time {
		return time.Date(y, m, d, h, min, s, 0, time.UTC)
	}
	for _, c := range []struct {
		in, edtf, timex  string
		precision        graph.Precision
		earliest, latest time.Time
	}{
		{"2024-03-23", "2024-03-23", "DATE", graph.PrecisionDay, at(2024, 3, 23, 0, 0, 0), at(2024, 3, 24, 0, 0, 0)},
		{"2024-03", "2024-03", "DATE", graph.PrecisionMonth, at(2024, 3, 1, 0, 0, 0), at(2024, 4, 1, 0, 0, 0)},
		{"2024", "2024", "DATE", graph.PrecisionYear, at(2024, 1, 1, 0, 0, 0), at(2025, 1, 1, 0, 0, 0)},
		{"2024-03-23T18:30:05Z", "2024-03-23T18:30:05Z", "TIME", graph.PrecisionMinute, at(2024, 3, 23, 18, 30, 5), at(2024, 3, 23, 18, 30, 6)},
		{"2024-03-23t00:30-02:30", "2024-03-23T00:30-02:30", "TIME", graph.PrecisionMinute, at(2024, 3, 23, 3, 0, 0), at(2024, 3, 23, 3, 1, 0)},
		{"2024-03-23 18:30:05", "2024-03-23", "DATE", graph.PrecisionDay, at(2024, 3, 23, 0, 0, 0), at(2024, 3, 24, 0, 0, 0)},
	} {
		i, err := ParseDate(c.in)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		if i.EDTF != c.edtf || i.Timex != c.timex || i.Precision != c.precision || !i.Earliest.Equal(c.earliest) || !i.Latest.Equal(c.latest) ||
			i.Text != c.in || i.Confidence != graph.Explicit || i.Rule != "article/metadata" {
			t.Errorf("%s: %+v", c.in, i)
		}
	}
	for _, bad := range []string{"", "yesterday", "2024-13-01", "2024-02-30", "23/03/2024", "24-03-23", "2024-03-23T25:00Z", "2024-03T10:00Z", "2024-03-23T10Z", "2024-W12", "../2024", strings.Repeat("2", 500)} {
		_, err := ParseDate(bad)
		e := wantCode(t, err, CodeBadDate)
		if !strings.Contains(e.Hint, "2024-03-23") || len(e.Message) > 100 {
			t.Errorf("%.20q: message %q, hint %q", bad, e.Message, e.Hint)
		}
	}
}

// TestFooter reads the date of publication below the text.
func TestFooter(t *testing.T) {
	for _, c := range []struct{ end, day string }{
		{"Posted 23 Sept 2012", "2012-09-23"},
		{"First published: 23 September 2012", "2012-09-23"},
		{"23 September 2012", ""},
		{"Posted 3/4/2021", ""},
		{"Posted 23 Sept 2012\n\nGood piece.\n\nPosted 24 Sept 2012", ""}, // comments
	} {
		got, _ := dateline("Budget passed at last" + body + body + body + "\n" + c.end + "\n")
		if got == nil && c.day != "" || got != nil && got.EDTF != c.day {
			t.Errorf("%q gives %+v, want %s", c.end, got, c.day)
		}
	}
}

// body is what makes a text of a header.
const body = "\n\nThe parliament of the island voted on the budget, which had been delayed for two months by a dispute over fishing rights.\n"

func TestDateline(t *testing.T) {
	for _, c := range []struct{ header, words, day string }{
		{"Saturday 23 March 2024", "Saturday 23 March 2024", "2024-03-23"},
		{"Budget passed at last\n\nSaturday, March 23, 2024", "Saturday, March 23, 2024", "2024-03-23"},
		{"BUDGET PASSED\nMARCH 23RD, 2024", "MARCH 23RD, 2024", "2024-03-23"},
		{"Published: 12 May 2021 10:30 BST", "12 May 2021", "2021-05-12"},
		{"Published on the 12th of May, 2021", "the 12th of May, 2021", "2021-05-12"},
		{"Updated 14 May 2021 | First published 12 May 2021", "12 May 2021", "2021-05-12"},
		{"12 May 2021, last updated 14 May 2021", "12 May 2021", "2021-05-12"},
		{"By Ada Brown | May 12, 2021 | 4:05 PM EST", "May 12, 2021", "2021-05-12"},
		{"By Ada Brown, Staff Writer – Wed., Sept. 1, 2021", "Wed., Sept. 1, 2021", "2021-09-01"},
		{"By Ada Brown\nPosted on Wed 1 Sep 2021 at 10.15 GMT · 3 min read", "Wed 1 Sep 2021", "2021-09-01"},
		{"1 September 2021 Last updated at 12:42 GMT", "1 September 2021", "2021-09-01"},
		{"**Date:** 2021-09-01", "2021-09-01", "2021-09-01"},
		{"Release date: 21.09.2021", "21.09.2021", "2021-09-21"},
		{"on March 30, 2018 at 4:31 AM", "March 30, 2018", "2018-03-30"},
		{"on Mar 12 2017", "Mar 12 2017", "2017-03-12"},
		{"by Ada Brown on March 30, 2018 at 4:31 AM", "March 30, 2018", "2018-03-30"},
		{"Sat Mar 23 2024, 01:19 hrs", "Sat Mar 23 2024", "2024-03-23"},
		{"Sat Mar 23 2024, 0119 hours", "Sat Mar 23 2024", "2024-03-23"},
		{"Posted on March 15, 2021 6:07:15 PM GMT+01:0", "March 15, 2021", "2021-03-15"},
		{"POSTED: 1052 GMT (1852 HKT), March 10, 2017", "March 10, 2017", "2017-03-10"},
		{"Story posted on 18.07.2012", "18.07.2012", "2012-07-18"},
		{"05/02/07, 9:00 PM PDT", "05/02/07", "2007-05-02"},
		{"11:10 AM EDT 6/7/2013", "6/7/2013", "2013-06-07"},
		{"6/7/2013 11:10 British Summer Time", "6/7/2013", "2013-07-06"},
		{"6/7/2013, 11:10 BST", "6/7/2013", "2013-07-06"},
		{"Posted 6/7/98 at 3 p.m. Eastern Time", "6/7/98", "1998-06-07"},
		{"Port Blake, 1 September 2021", "1 September 2021", "2021-09-01"},
		{"PORT BLAKE, Sept 1, 2021 (Reuters) — Ships", "Sept 1, 2021", "2021-09-01"},
		{"PORT BLAKE, Westland, Sept. 1, 2021 /PRNewswire/ -- Ships", "Sept. 1, 2021", "2021-09-01"},
		{"Port Blake (1 September 2021) – Ships", "1 September 2021", "2021-09-01"},

		{"PORT BLAKE. September 1, 2021. (Westland Courier)", "September 1, 2021", "2021-09-01"},

		{body + body + "Posted 23 Sept 2012", "", ""}, // the text goes on
		{"Friday 23 March 2024", "", ""},              // it was a Saturday
		{"30 February 2024", "", ""},
		{"23 March", "", ""},
		{"3/4/2021", "", ""}, // March or April?
		{"03.04.2021", "", ""},
		{"3/4/21 10:10 GMT", "", ""},
		{"31/31/21", "", ""},
		{"on March 30, 2018 they left for good", "", ""},
		{"Updated 14 May 2021", "", ""},
		{"By the morning of 12 May 2021 they had left", "", ""},
		{"Why the vote of 12 May 2021 still matters", "", ""},
		{"Elections of May 12, 2021: what we know", "", ""},
		{"PORT BLAKE, Sept 1 (Reuters) — Ships", "", ""},
		{"On 1 September 2021 – the day of the vote – ships", "", ""},
		{"One\n\nTwo\n\n1 May 2021\n\nA fell.\n\n3 May 2021\n\nB fell.\n\n4 May 2021\n\nC fell.", "", ""}, // a chronicle
		{body + body + "12 May 2021", "", ""}, // below the first sentences
	} {
		text := c.header + body
		got, _ := dateline(text)
		if c.day == "" {
			if got != nil {
				t.Errorf("%q gives %s from %q", c.header, got.EDTF, got.Text)
			}
			continue
		}
		if got == nil || got.EDTF != c.day || got.Text != c.words || got.Rule != "article/dateline" || !strings.Contains(text, got.Text) {
			t.Errorf("%q gives %+v, want %s from %q", c.header, got, c.day, c.words)
		}
	}
}

func TestHeadline(t *testing.T) {
	for header, want := range map[string]string{
		"Budget passed after long dispute":                                          "Budget passed after long dispute",
		"World News\n\nBudget passed after long dispute\n\nBy Ada Brown":            "Budget passed after long dispute",
		"1 May 2021\n\n“Never again”: budget passed at night":                       "“Never again”: budget passed at night",
		"Will the island get a budget?\nBy Ada Brown":                               "Will the island get a budget?",
		"The island has a budget at last.":                                          "",
		"budget passed after long dispute":                                          "",
		"Short words":                                                               "",
		"LONDON, May 3, 2020 (Reuters) - Ships":                                     "",
		"See https://example.org for more":                                          "",
		"These are words without a blank line after them\nand they go on and on so": "",
		strings.Repeat("Very ", 60) + "long":                                        "",
	} {
		if got := headline(header + body); got != want {
			t.Errorf("%q: %q, want %q", header, got, want)
		}
	}
	if got := headline("A line that looks like a headline\n\nand nothing but one more"); got != "" {
		t.Errorf("%q, although no text follows", got)
	}
}

func TestRepublishedFrom(t *testing.T) {
	long := strings.Repeat("Sentence after sentence of the article goes here.\n\n", 40)
	for _, c := range []struct{ text, publisher, want string }{
		{long + "This article originally appeared on The Gull and is reproduced with permission", "", "The Gull"},
		{long + "This story was first published in The Harbor Times.\n\nShare this", "", "The Harbor Times"},
		{"(This story was originally published by Mongo Bay Daily on May 3.)\n\n" + long, "", "Mongo Bay Daily"},
		{long + "First published by Kelp.org under a Creative Commons license.", "", "Kelp.org"},
		{long + "Reproduced with permission from Fjord & Sound Weekly, 2021", "", "Fjord & Sound Weekly"},
		{long + "This piece was republished from “The Tide Report”.", "", "The Tide Report"},
		{long + "Originally published at http://gull.example/story", "", "http://gull.example/story"},
		{"PORT BLAKE, Sept 1 (Reuters) - Ships left.\n\n" + long, "", "Reuters"},
		{"Ships leave port in protest\n\nBy Ada Brown\n\nPORT BLAKE, Westland (AP) — Ships left.\n\n" + long, "", "AP"},
		{"MOSCOW, September 1. /TASS/. Ships left.\n\n" + long, "", "TASS"},

		{"PORT BLAKE (Reuters) - Ships left.\n\n" + long, "REUTERS", ""},
		{long + "This article originally appeared on The Gull.", "the gull", ""},
		{long + "This article was published in March.", "", ""},
		{"The Islamic Front (IF) - a militia - left.\n\n" + long, "", ""},
		{"The video, first published by The Gull, shows a boat.\n\n" + long, "", ""},
		{long + "This article originally appeared on The Gull.\n\n" + long, "", ""}, // about something in the middle
		{"Reuters reported on Monday that ships left.\n\n" + long, "", ""},
	} {
		if got := republishedFrom(c.text, c.publisher); got != c.want {
			t.Errorf("…%q: %q, want %q", c.text[max(0, len(c.text)-90):], got, c.want)
		}
	}
}

func TestLanguageOnlyWhenSure(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("The minister said that the bridge would be closed until the end of the month. ", 3): "en",
		strings.Repeat("Le ministre a déclaré que le pont serait fermé jusqu'à la fin du mois. ", 3):        "fr",
		"The minister said so.":               "",
		strings.Repeat("1234 5678 90 – ", 60): "",
	} {
		if got := detectLanguage(text); got != want {
			t.Errorf("%.30q: %q, want %q", text, got, want)
		}
	}
}
