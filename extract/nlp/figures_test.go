package nlp_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// figures are articles of a few sentences with what they count: "metric comparator
// value" and, behind it, the type of the event that the figure is of, or "-" for none.
// A want with "!" before it must not be there.
var figures = []struct {
	text  string
	wants []string
}{
	{"An earthquake struck the Marden valley on Thursday, killing at least 212 people, including 31 children. The tremor toppled 46 buildings in Selm. An opposition lawmaker said at least 600 people had died.",
		[]string{"killed at_least 212 x-disaster", "killed exact 31 x-disaster", "buildings_destroyed exact 46 x-disaster", "killed at_least 600 x-disaster"}},
	{"The death toll from the quake in Selm rose to 241, the agency said. The toll, which stood at 231 on 4 March 2011, may rise.",
		[]string{"killed exact 241 x-disaster", "killed exact 231 x-disaster as of 2011-03-04"}},
	{"Mortar shells hit a market in Dar Qasim, killing six civilians. The ministry said the death toll of the three-week offensive had climbed to 225.",
		[]string{"killed exact 6 ASSAULT", "killed exact 225 ASSAULT", "duration_weeks exact 3 ASSAULT"}},
	{"Some 45,000 railway workers walked out on Tuesday in a 24-hour strike. The company said only 18,000 had stopped work. The union said turnout was 85 percent.",
		[]string{"participants about 45000 PROTEST", "participants exact 18000 PROTEST", "turnout exact 85 PROTEST", "duration_hours exact 24 PROTEST"}},
	{"The Civic Union won 112 of the 200 seats in Sunday's election. The Democrats took 61 seats and 34.2 percent of the vote. Turnout was 58.4%.",
		[]string{"seats exact 112 x-election", "seats exact 61 x-election", "percent exact 34.2 x-election", "turnout exact 58.4 x-election"}},
	{"Deputies voted 285 to 241 on Thursday to ban hunting; 29 abstained.",
		[]string{"votes_for exact 285 x-policy", "votes_against exact 241 x-policy", "votes_abstained exact 29 x-policy"}},
	{"A court in Port Alven sentenced Carl Deane to 12 years in prison on Wednesday. His aide received a six-year term.",
		[]string{"years exact 12 x-justice", "years exact 6 x-justice"}},
	{"A wildfire burned 48,000 acres near Tollan. More than 320 homes have been destroyed.",
		[]string{"area exact 48000 x-disaster", "homes_destroyed more_than 320 x-disaster"}},
	{"A climber fell 300 feet to his death on Mount Orla on Sunday.", []string{"fall exact 300 x-disaster"}},
	{"Pirates hold at least 14 vessels and more than 300 sailors to ransom.", []string{"vessels at_least 14 ASSAULT", "captured more_than 300 ASSAULT"}},
	{"Police searched the hotel rooms of a cycling team on Wednesday and seized 40 phials of drugs.", []string{"phials exact 40 x-disrupt"}},
	{"Special forces stormed a theatre, freeing 750 hostages held by 50 gunmen.", []string{"released exact 750 RETREAT", "!hostages exact 50"}},
	{"Hundreds of thousands marched through Marena on Sunday. Police put the crowd at 350,000; organisers said 930,000 took part.",
		[]string{"present unspecified 200000 PROTEST", "present exact 350000 PROTEST", "present exact 930000 PROTEST"}},
	{"More than a million people demonstrated against raising the retirement age, the ministry said; the union put the number at 3.5 million.",
		[]string{"present more_than 1000000 PROTEST", "present exact 3500000 PROTEST"}},
	{"Shares in Dunmore Foods fell 7.4 percent on Tuesday. The firm said it would close three plants with the loss of 850 jobs.",
		[]string{"percent exact 7.4 x-business", "jobs_cut exact 850 x-business"}},
	{"Rival Kento dismissed 12,000 workers last week.", []string{"jobs_cut exact 12000 x-business"}},
	{"A cholera outbreak has hit Sandu. The number of cases has passed 13,700 and 640 patients have recovered.",
		[]string{"infected more_than 13700 x-disaster", "recovered exact 640 x-disaster"}},
	{"Six flats were raided on Friday. Police arrested nine men and seized four rifles and seven AK-47s.",
		[]string{"arrested exact 9 COERCE", "rifles exact 4 x-disrupt", "rifles exact 7 x-disrupt"}},
	{"A flight to Oslo was cancelled on Tuesday; 500 passengers spent the night on benches.", []string{"passengers exact 500 -"}},
	{"Twenty rescuers with dogs searched the slope.", []string{"!rescued exact 20"}},
	{"The approval rating of the president fell to 38 percent in March.", []string{"!COERCE"}},
	{"An air strike on Monday hit two trucks near Azaz.", []string{"trucks_hit exact 2 ASSAULT"}},
	{"A market was bombed in Azaz. Doctors counted 22 dead and 40 hurt and thought the first figure of 19 was early.",
		[]string{"killed exact 22 ASSAULT", "injured exact 40 ASSAULT", "killed exact 19 ASSAULT"}},
	{"The airline employs 4,200 people.", []string{"workforce exact 4200 -"}},
}

func TestFigures(t *testing.T) {
	for _, c := range figures {
		d := read(t, c.text)
		doctest.Has(t, c.text, counted(d), c.wants)
	}
}

func read(t *testing.T, text string) *doc.Document {
	t.Helper()
	a := graph.Article{Text: text}
	a.Identify()
	d, err := nlp.Read(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// counted writes the figures of d as the table has them.
func counted(d *doc.Document) []string {
	var out []string
	for _, q := range d.Quantities {
		of := "-"
		if q.Event != doc.None {
			of = d.Events[q.Event].Type
			if first := d.Events[d.Events[q.Event].Same].Type; of == "x-life" {
				of = first // deaths are of what brought them about
			}
		}
		line := fmt.Sprintf("%s %s %.10g %s", q.Figure.Metric, q.Figure.Comparator, q.Figure.Value, of)
		if q.Figure.AsOf != nil {
			line += " as of " + q.Figure.AsOf.EDTF
		}
		out = append(out, line)
	}
	return out
}

// happenings are sentences with the type and the mode of the event that they tell.
var happenings = []struct{ text, kind, mode string }{
	{"Kelso Foods is pulling 40,000 jars of peanut butter from shelves.", "x-business", "recall"},
	{"The maker withdrew the drug on Friday after reports of side effects.", "x-business", "recall"},
	{"Production resumed at the mill on Tuesday.", "x-business", "open"},
	{"The refinery was restarted on Sunday.", "x-business", "open"},
	{"The carmaker plans to shed 2,000 posts.", "x-business", "layoff"},
	{"The krona jumped 1.4 percent against the euro.", "x-business", "price"},
	{"Finance Minister Olaf Brandt presented a budget of 41 billion crowns.", "x-policy", "budget"},
	{"The government scrapped the tax on Monday.", "x-policy", "law"},
	{"The lower house threw out the bill.", "x-policy", "vote"},
	{"A judge barred Carl Deane from working for the firm.", "x-justice", "ruling"},
	{"Police searched the hotel rooms of a cycling team.", "x-justice", "search"},
	{"Cholera has broken out in the camp.", "x-disaster", "disease"},
	{"Bird flu was found on a farm in Kent.", "x-disaster", "disease"},
	{"The tremor toppled 46 buildings.", "x-disaster", "collapse"},
	{"The rocket blew up on the launch pad.", "x-disaster", "explosion"},
	{"The train left the rails near Hask.", "x-disaster", "crash"},
	{"Friday's dam collapse at a mine killed 60 people.", "x-disaster", "collapse"},
	{"The agency licensed the vaccine on Monday.", "x-science", "approve"},
	{"Scientists have mapped the genome of the potato.", "x-science", "discover"},
	{"Hackers broke into the ministry's network.", "COERCE", "cyber"},
	{"Some 3,000 protesters scuffled with police.", "PROTEST", "riot"},
	{"Pirates hold two ships to ransom.", "ASSAULT", "abduct"},
}

func TestHappenings(t *testing.T) {
	for _, c := range happenings {
		d := read(t, c.text)
		if !slices.ContainsFunc(d.Events, func(e doc.Event) bool { return e.Type == c.kind && slices.Contains(e.Modes, c.mode) }) {
			t.Errorf("%s: no %s %s among %v", c.text, c.kind, c.mode, d.Events)
		}
	}
}
