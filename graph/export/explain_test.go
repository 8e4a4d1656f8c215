package export

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

// explained is an article with an event, one that counts from it, and one whose
// date is words alone.
func explained(t *testing.T) *graph.Subgraph {
	t.Helper()
	const text = "Rebels shelled Aru on Friday. Two days before the shelling, the mayor fled. A guard was shot that night."
	a := graph.Article{Text: text, Title: "Shelling", Warnings: []string{"it is dated 1899-12-31, which is before 1900"}}
	at := func(edtf string) *graph.Interval {
		i, err := graph.ParseEDTF(edtf)
		if err != nil {
			t.Fatal(err)
		}
		return &i
	}
	a.Published = at("1899-12-31")
	a.Published.Text, a.Published.Timex, a.Published.Value, a.Published.Rule, a.Published.Confidence = "31/12/1899", "DATE", "1899-12-31", "article/dateline", graph.Explicit
	a.Identify()
	passage := func(words string, role graph.EvidenceRole, rule string) graph.Evidence {
		start := strings.Index(text, words)
		return graph.Evidence{Span: graph.Span{Start: start, End: start + len(words)}, Quote: words, Role: role, Extractor: "test/1", Rule: rule}
	}
	event := func(label, trigger, date string, time *graph.Interval) graph.Event {
		e := graph.Event{Collection: a.Collection, Article: a.ID, Label: label, Type: "ASSAULT", Realis: graph.Occurred, Time: time}
		e.Evidence = []graph.Evidence{passage(trigger, graph.RoleTrigger, "event/verb "+trigger+".V[obj]"), passage(date, graph.RoleTime, "timex/date/weekday event/time-attached")}
		e.Identify()
		return e
	}
	friday := at("1899-12-29")
	friday.Text, friday.Timex, friday.Value, friday.Confidence, friday.Rule = "Friday", "DATE", "1899-12-29", graph.Resolved, "date/weekday"
	friday.Anchor = &graph.Anchor{Kind: "publication", Value: "1899-12-31"}
	shelling := event("Rebels shelled Aru", "shelled", "Friday", friday)
	before := at("1899-12-27")
	before.Text, before.Timex, before.Value, before.Confidence, before.Rule = "Two days before the shelling", "DURATION", "P2D", graph.Resolved, "event/anchored"
	before.Anchor = &graph.Anchor{Kind: "event", Value: "1899-12-29", ID: shelling.ID}
	night := &graph.Interval{Text: "that night", Timex: "TIME", Value: "XXXX-XX-XXTNI", Rule: "that/part"}
	return &graph.Subgraph{Articles: []graph.Article{a}, Events: []graph.Event{
		shelling, event("the mayor fled", "fled", "Two days before the shelling", before), event("A guard was shot", "shot", "that night", night)}}
}

// TestExplain demands every fact of a date, and of what a record rests on.
func TestExplain(t *testing.T) {
	g := explained(t)
	var b strings.Builder
	if err := writeExplain(&b, "doc", g); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	for _, want := range []string{
		"Shelling\n",
		`    published  "31/12/1899" is DATE 1899-12-31, in EDTF 1899-12-31` + "\n",
		"    warning    it is dated 1899-12-31, which is before 1900\n",
		`    trigger    "shelled" at 7-14 by event/verb shelled.V[obj]` + "\n",
		`    time       "Friday" is DATE 1899-12-29, in EDTF 1899-12-29` + "\n" +
			"               from 1899-12-29T00:00:00Z until before 1899-12-30T00:00:00Z; day, resolved\n" +
			"               rule date/weekday; counts from the date of publication, 1899-12-31, and lies before it\n" +
			`    time       "Friday" at 22-28 by timex/date/weekday event/time-attached` + "\n",
		`    time       "Two days before the shelling" is DURATION P2D, in EDTF 1899-12-27` + "\n",
		`rule event/anchored; counts from the event "Rebels shelled Aru" ` + g.Events[0].ID + ", dated 1899-12-29, and lies before it\n",
		`    time       "that night" is TIME XXXX-XX-XXTNI, in EDTF not to be dated` + "\n" +
			"               from an open end until before an open end; precision unknown, open\n" +
			"               rule that/part\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing:\n%s", want)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
}
