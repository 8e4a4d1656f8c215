package graphtest

import (
	"time"

	"github.com/claimline/claimline/graph"
)

// Archive is the second collection of the fixture.
const Archive = "archive"

// A World is the fixture: four articles, and the ids of what they tell by the
// names of the drawing above. Each call of NewWorld makes a fresh one, so that
// a test may change what it got.
type World struct {
	Blast, Inquiry, Background, Reopening *graph.Subgraph

	Ministry, Front, Post, Worker       string // actors of Blast; Inquiry shares Ministry and Front
	Observer, Officials, Captain        string // actors of Inquiry
	Minister, NorlandState              string
	DeltaFront, Heron                   string // actors of Background
	Kelm, Norland, SaintOrin            string // places
	Explosion, Rallies                  string // events of Blast
	Attack, Escape, Election            string // events of Inquiry
	Split                               string // event of Background
	NineKilled, TwoBangs, FrontDenies   string // claims of Blast
	ElevenDead, MenFled, FrontAccused   string // claims of Inquiry
	ArmedByBackers                      string // claim of Background
	ArchiveMinistry, ArchiveFront       string // of Reopening, in Archive
	ArchiveKelm, Reopened, HarborIsOpen string
}

// NewWorld makes the fixture.
func NewWorld() *World {
	w := &World{}
	w.blast()
	w.inquiry()
	w.background()
	w.reopening()
	return w
}

// Articles returns the articles of w in the order of the drawing.
func (w *World) Articles() []*graph.Subgraph {
	return []*graph.Subgraph{w.Blast, w.Inquiry, w.Background, w.Reopening}
}

// Judgements returns what was judged of the fixture's records: a rule takes
// the explosion and the attack for one event, a person keeps the two fronts
// apart, and what the inquiry means by the ministry from what others do.
func (w *World) Judgements() []graph.Judgement {
	js := []graph.Judgement{
		{A: w.Explosion, B: w.Attack, Verdict: graph.Same, By: "rule:event/same-place-and-day"},
		{A: w.Front, B: w.DeltaFront, Verdict: graph.Different, By: "person:ada", Note: "the one left the other", At: Day(2024, 6, 2)},
		{A: w.Ministry, B: w.Ministry, Article: w.Inquiry.Articles[0].ID, Verdict: graph.Different, By: "person:ada", At: Day(2024, 6, 2)},
	}
	for i := range js {
		js[i].Identify()
	}
	return js
}

// Ingested is when the tests say that the i-th article came in: at noon of
// consecutive days.
func Ingested(i int) time.Time {
	return time.Date(2024, 7, 1+i, 12, 0, 0, 0, time.UTC)
}

// Day is the first instant of a day.
func Day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// DayInterval is a date that is known to the day.
func DayInterval(year int, month time.Month, day int) *graph.Interval {
	d := Day(year, month, day)
	return &graph.Interval{
		EDTF: d.Format(time.DateOnly), Earliest: d, Latest: d.AddDate(0, 0, 1),
		Precision: graph.PrecisionDay, Confidence: graph.Explicit,
	}
}

// Before and Since are dates of which only one end is known.
func Before(t time.Time) *graph.Interval {
	return &graph.Interval{EDTF: "../" + t.Format(time.DateOnly), Latest: t, Precision: graph.PrecisionUnknown, Confidence: graph.Resolved}
}

func Since(t time.Time) *graph.Interval {
	return &graph.Interval{EDTF: t.Format(time.DateOnly) + "/..", Earliest: t, Precision: graph.PrecisionUnknown, Confidence: graph.Resolved}
}
