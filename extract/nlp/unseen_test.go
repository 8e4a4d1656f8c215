package nlp_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// readings are turns of phrase that were once misread: what must be in the record, and
// with "!" before it what must not. Events read "TYPE realis @place role=name", claims
// "source act: content {metric value} about TYPE".
var readings = []struct {
	text  string
	wants []string
}{
	{"Theresa May announced on Friday that she would step down.", []string{"Theresa May promise: she would step down", "x-media occurred"}},
	{"Her voice breaking, May said that the work was done.", []string{"May assert: the work was done"}},
	{"The minister praised her courage; a spokeswoman for the firm, Ada Berg, said its plans had not changed.", []string{"Ada Berg assert: its plans had not changed"}},
	{"The plan was backed by three of the ten members of the board, two people familiar with the matter said.", []string{"two people familiar with the matter assert: The plan was backed by three of the ten members of the board"}},
	{"The union said most of its members had rejected the offer.", []string{"the union assert: most of its members had rejected the offer"}},
	{"Rebel leader Idris Kane denied that his forces were responsible for the abduction of two nurses.", []string{"Idris Kane deny_responsibility: his forces were responsible for the abduction of two nurses", "!attacker=his forces"}},
	{"Analysts at Storelund Bank expect a further rise in July.", []string{"!(said"}},
	{"Mark Pike, 47, pleaded guilty to fraud at the court on Friday.", []string{"x-justice occurred", "!demand:"}},
	{"“Our thoughts are with the family,” Mike Tennant said. “They were expecting their second child in May.”", []string{"!predict"}},
	{"President Oduya is due to meet the bankers in Lagos on Wednesday.", []string{"CONSULT planned @Lagos"}},
	{"Dockers voted on Thursday to continue a strike at the port of Hull.", []string{"PROTEST occurred"}},
	{"Officials said the attack in Azaz had been planned for weeks.", []string{"ASSAULT occurred @Azaz"}},
	{"The sale is subject to regulatory approval.", []string{"x-science hypothetical"}},
	{"Two Norwegian tourists were robbed by a gang on Sunday.", []string{"!@Norway"}},
	{"Two U.S. citizens were kidnapped on Sunday.", []string{"!@United States"}},
	{"The Danish embassy in Nairobi warned of floods.", []string{"x-media occurred @Nairobi"}},
	{"In Britain, a man died in Bristol after a tree fell on his car.", []string{"@Bristol"}},
	{"Gunmen attacked a market in Nairobi. Two of the gunmen were shot dead by police.", []string{"!attacker=gunmen attacker=police"}},
	{"Born in Leeds, England, in 1925, Ellison moved to the United States in 1951 to teach.", []string{"x-life occurred @Leeds 1925", "x-movement occurred @United States 1951"}},
	{"More than 200 pupils have fallen ill at a camp outside Canberra.", []string{"x-disaster occurred"}},
	{"Kitano, the carmaker, is calling back 2 million vehicles.", []string{"x-business ongoing"}},
	{"Shares of Kitano fell 2 percent to $62 in New York.", []string{"x-business occurred @New York", "!COERCE"}},
	{"RUTLAND, Vt. — A fire destroyed a barn in Rutland on Monday, police said.", []string{"@Rutland"}},
	{"North Korea fired two missiles into the sea on Saturday, South Korea's military said, a day after talks collapsed.", []string{"South Korea's military assert: North Korea fired two missiles into the sea on Saturday"}},
	{"The agency has recorded 485 cases of cholera.", []string{"the agency report: 485 cases of cholera"}},
	{"The chaotic evacuation from Kabul ended on Monday.", []string{"x-movement occurred @Kabul"}},
	{"A bomb went off in Paris, Texas, on Monday. Paris police said two men were hurt in Paris.", []string{"!@Paris, FR"}},
	{"Ivo Brandt beat Omar Dahl in the final of the tennis tournament on Sunday, and the champion praised his coach.", []string{"x-sport occurred", "!ASSAULT"}},
	{"Some 9,000 nurses marched through Oslo on Friday, the union said. Police put the number of demonstrators at 4,000.", []string{"police estimate: the number of demonstrators at 4,000 {present 4000} about PROTEST"}},
	{"Some 9,000 nurses marched through Oslo on Friday, organisers said; the interior ministry spoke of 3,500.", []string{"the interior ministry assert: 3,500 {present 3500} about PROTEST"}},
	{"In Oslo, police counted 800 marchers while the Norne union claimed 2,000.", []string{"police report: 800 marchers {present 800}", "{present 2000}"}},
	{"Some 9,000 nurses rallied in Oslo. The mayor's office gave a figure of 3,000.", []string{"the mayor's office report: 3,000 {present 3000} about PROTEST"}},
	{"Tens of thousands of nurses marched through Oslo on Friday. Organisers estimated the crowd at 60,000.", []string{"PROTEST occurred @Oslo", "estimate: the crowd at 60,000 {present 60000}"}},
	{"Some 5,000 protesters took to the streets of Oslo on Friday, police said.", []string{"PROTEST occurred", "{present 5000} about PROTEST"}},
	{"The bomb killed 83 people, the ministry said, while a lawmaker spoke of 213 dead.", []string{"a lawmaker assert: 213 dead {killed 213}"}},
	{"A bomb exploded in Basra. The ministry said the dead were six guards and two drivers.", []string{"{killed 6}", "{killed 2}"}},
	{"A bomb exploded in Basra. No civilians were harmed, the army said.", []string{"{injured 0}"}},
	{"A bomb exploded in Basra. At least 90 bodies had been recovered, officials said.", []string{"{killed 90}"}},
	{"Floods hit Bihar. State minister Nitin Mehra put the number of those displaced at 1.2 million. Aid agencies said the real figure was closer to 2 million.", []string{"Nitin Mehra estimate: the number of those displaced at 1.2 million {displaced 1.2e+06}", "{displaced 2e+06}"}},
	{"A cholera outbreak has hit the north, doctors said. The agency has recorded 485 cases.", []string{"the agency report: 485 cases {infected 485} about x-disaster"}},
	{"In Bergen, about 500 people rallied, according to police; organisers put it at 800.", []string{"police assert: In Bergen, about 500 people rallied {present 500}", "organisers estimate: it at 800 {present 800}"}},
	{"Ada Lind has tested positive for the stimulant oxilone, the commission confirmed on Monday.", []string{"the commission confirm: Ada Lind has tested positive for the stimulant oxilone"}},
	{"Sprinter Ada Lind, the former record holder, has tested positive for a banned stimulant, the anti-doping commission confirmed on Monday.", []string{"the anti-doping commission confirm: Sprinter Ada Lind", "x-sport", "!x-disaster"}},
	{"Real Torralba have signed Marco Valdi from AC Lodi for 64.5 million euros.", []string{"x-personnel occurred"}},
	{"Trade Minister Karl Lund is about to resign over a scandal, the daily Tidningen reported on Monday, citing two party sources.", []string{"RETREAT planned", "report: Trade Minister Karl Lund is about to resign over a scandal", "!to resign over a scandal, the daily"}},
	{"At least 40 people have been killed in riots since Ivo Kane was declared re-elected on Sunday, police said.", []string{"!announce"}},
	{"The commission declared Ivo Kane the winner with 4,584,721 votes. His rival received 4,352,993, its chairman said.", []string{"announce: Ivo Kane the winner", "{votes 4.352993e+06}", "!x-policy"}},
	{"The president said he would not withdraw the reform.", []string{"!retract"}},
	{"Rescuers searched the snow. Police put the number of rescuers at 120.", []string{"!the number of rescuers assert"}},
	{"Among the dead were two journalists, a hospital doctor said.", []string{"a hospital doctor assert: Among the dead were two journalists"}},
	{"About 40 people drowned, according to the agency's official figures.", []string{"!population figures"}},
}

func TestReadings(t *testing.T) {
	for _, c := range readings {
		a := graph.Article{Text: c.text}
		a.Identify()
		g, err := nlp.Extractor{}.Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		doctest.Has(t, c.text, written(g), c.wants)
	}
}

// written gives the events and claims of g as the table of readings has them.
func written(g *graph.Subgraph) []string {
	names := map[string]string{}
	for _, a := range g.Actors {
		names[a.ID] = a.Name
	}
	for _, p := range g.Places {
		names[p.ID] = p.Name
	}
	var out []string
	for _, e := range g.Events {
		line := fmt.Sprintf("%s %s", e.Type, e.Realis)
		for _, r := range g.Relationships {
			if r.From == e.ID && r.Type == graph.At {
				line += " @" + names[r.To]
			}
		}
		if e.Time != nil {
			line += " " + e.Time.EDTF
		}
		for _, r := range g.Relationships {
			if r.From == e.ID && r.Type == graph.Participant {
				line += " " + r.Role + "=" + names[r.To]
			}
		}
		out = append(out, line)
	}
	for _, c := range g.Claims {
		source, hop := "", 0
		for _, r := range g.Relationships {
			if r.From == c.ID && r.Type == graph.AttributedTo && r.Hop > hop {
				source, hop = names[r.To], r.Hop
			}
		}
		line := fmt.Sprintf("%s %s: %s", source, c.Act, c.Content)
		if c.Quantity != nil {
			line += fmt.Sprintf(" {%s %g}", c.Quantity.Metric, c.Quantity.Value)
		}
		for _, e := range g.Events {
			if slices.ContainsFunc(g.Relationships, func(r graph.Relationship) bool { return r.From == c.ID && r.To == e.ID }) {
				line += " about " + string(e.Type)
			}
		}
		if c.Said != nil {
			line += " (said " + c.Said.EDTF + ")"
		}
		out = append(out, line)
	}
	return out
}
