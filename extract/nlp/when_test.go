package nlp_test

import (
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// TestZones follows times of day to the zone that they hold in: that of the
// words, else of the event's place, else, for local time, of the dateline's.
// What may lie in several zones, or in any, is bounded by all of them.
func TestZones(t *testing.T) {
	for _, c := range []struct {
		text, trigger        string
		edtf, earliest, last string // last is the latest bound, exclusive
		rule                 string
	}{
		{"A gunman attacked a market in Paris at 8:15 p.m. on Wednesday.", "attacked",
			"2019-03-13T20:15+01:00", "03-13T19:15", "03-13T19:16", "event/zone-place"},
		{"A bus crashed in New Delhi on Tuesday evening.", "crashed",
			"2019-03-12T18+05:30/2019-03-12T23+05:30", "03-12T12:30", "03-12T18:30", "event/zone-place"},
		{"A bomb exploded in London at 9 a.m. on 10 July 2018.", "exploded",
			"2018-07-10T09:00+01:00", "07-10T08:00", "07-10T08:01", "event/zone-place"},
		{"A bomb exploded in Texas at 7 p.m. on Wednesday.", "exploded",
			"2019-03-13T19:00", "03-14T00:00", "03-14T01:01", "event/zone-place"},
		{"A bomb exploded in Sydney at 6 a.m. GMT on Wednesday.", "exploded",
			"2019-03-13T06:00Z", "03-13T06:00", "03-13T06:01", ""},
		{"A bomb exploded in Lagos at 3:34 a.m. New York time on Tuesday.", "exploded",
			"2019-03-12T03:34-04:00", "03-12T07:34", "03-12T07:35", "event/zone-stated"},
		{"LAGOS (Reuters) - The minister resigned at 5 p.m. local time on Tuesday.", "resigned",
			"2019-03-12T17:00+01:00", "03-12T16:00", "03-12T16:01", "event/zone-dateline"},
		{"The minister resigned at 5 p.m. on Tuesday.", "resigned",
			"2019-03-12T17:00", "03-12T03:00", "03-13T05:01", "event/zone-unknown"},
		{"The minister resigned on Tuesday.", "resigned",
			"2019-03-12", "03-12T00:00", "03-13T00:00", ""},
	} {
		x := timeOf(t, c.text, c.trigger)
		const layout = "01-02T15:04"
		if x.EDTF != c.edtf || x.Earliest.Format(layout) != c.earliest || x.Latest.Format(layout) != c.last {
			t.Errorf("%s: %s from %s to %s", c.text, x.EDTF, x.Earliest.Format(layout), x.Latest.Format(layout))
		}
		if zone := strings.Contains(x.Rule, "event/zone-"); zone != (c.rule != "") || !strings.Contains(x.Rule, c.rule) {
			t.Errorf("%s: the rule is %q, want %q", c.text, x.Rule, c.rule)
		}
	}
}

// TestZonesMoveWhatCounts demands that what counts from a time of day moves with
// it, and names it as it then reads.
func TestZonesMoveWhatCounts(t *testing.T) {
	x := timeOf(t, "An earthquake struck Turkey at 5:00 a.m. on Tuesday. Two hours before the earthquake, a bridge collapsed in Ankara.", "collapsed")
	if want := "2019-03-12T03:00+03:00"; x.EDTF != want || !x.Earliest.Equal(time.Date(2019, 3, 12, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("it collapsed at %s, from %v; want %s", x.EDTF, x.Earliest, want)
	}
	if x.Anchor == nil || x.Anchor.Value != "2019-03-12T05:00+03:00" {
		t.Errorf("it counts from %+v", x.Anchor)
	}
}

// TestDatesOfEvents looks at which of several dates is that of an event, on 14
// March 2019; an empty one wants none.
func TestDatesOfEvents(t *testing.T) {
	for _, c := range []struct{ text, trigger, edtf string }{
		{"Yesterday, at this year's motor show, the company unveiled an electric car.", "unveiled", "2019-03-13"},
		{"The company released an updated laptop, on sale now.", "released", ""},
		{"A former mayor was jailed on Wednesday for taking bribes.", "jailed", "2019-03-13"},
		{"A former mayor was jailed on Wednesday for planning a bombing.", "bombing", ""},
		{"A storm struck the coast on Tuesday. Two days before the storm, the mayor resigned. Crews rescued 12 fishermen.", "rescued", "2019-03-12"},
		{"He apologized on Wednesday for attacking a reporter.", "attacking", ""},
		{"Five years after its launch, the store in February passed a rival.", "launch", ""},
		{"A man was arrested on Tuesday. A ship sank on 31 February.", "sank", ""},
		{"The boat rescued on Friday was turned around.", "turned", ""},
		{"On Friday, fishermen rescued 70 people whose boat sank.", "sank", "2019-03-08"},
		{"The strike entered its fourth week yesterday.", "strike", ""},
		{"It is the longest dispute since 1979, when a walkout lasted 31 days.", "walkout", "1979"},
		{"The court upheld the vote that she won last month.", "vote", "2019-02"},
		{"Eight days after the quake, the toll stands at 938.", "quake", "2019-03-06"},
		{"Last month, marines rescued a ship. Later, they sank a trawler.", "sank", "2019-02/2019-03-14"},
		{"The embassy warned last week of an attack.", "attack", ""},
		{"He faces up to 20 years when he is sentenced Sept. 15.", "sentenced", "2019-09-15"},
		{"Doctors expect no change before the election in June.", "election", "2019-06"},
		{"The leader was shot before the election in June.", "election", ""},
		{"Soldiers opened fire on Saturday to break up a sit-in, wounding six people.", "wounding", "2019-03-09"},
		{"Villagers buried a family killed on Friday.", "buried", ""},
		{"The death toll from an earthquake in northern Peru has risen to 212, officials said on Monday.", "earthquake", ""},
		{"Schools will stay shut until Friday. Crews rescued 12 fishermen at 6 a.m. EDT.", "rescued", "2019-03-14T06:00-04:00"},
	} {
		if got := timeOf(t, c.text, c.trigger); got.EDTF != c.edtf {
			t.Errorf("%s: %q is dated %q, want %q", c.text, c.trigger, got.EDTF, c.edtf)
		}
	}
}

// timeOf is the time of the event of a trigger in a text of 14 March 2019, empty
// for none.
func timeOf(t *testing.T, text, trigger string) graph.Interval {
	t.Helper()
	created, err := graph.ParseEDTF("2019-03-14")
	if err != nil {
		t.Fatal(err)
	}
	d := nlp.Parse(text)
	d.Created = &created
	for _, s := range nlp.Stages[len(nlp.Reader):] {
		s.Run(d)
	}
	for _, e := range d.Events {
		if !strings.Contains(e.Trigger.Of(d.Text), trigger) {
			continue
		}
		if x := d.Events[e.Same].Time; x != doc.None {
			return d.Timexes[x].Interval
		}
		return graph.Interval{}
	}
	t.Errorf("%s: no event %q", text, trigger)
	return graph.Interval{}
}
