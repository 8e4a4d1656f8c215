package nlp_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/graph"
)

// TestPlacesOfEvents looks at where events happened, by texts of 14 March 2019: the
// places of the event that has a trigger, "-" for none.
func TestPlacesOfEvents(t *testing.T) {
	for _, c := range []struct{ text, trigger, places string }{
		// What the event's own words say.
		{"Gunmen opened fire at a secondary school in the town of Olten, in northern Switzerland.", "opened fire", "Olten"},
		{"A fire tore through a covered market in central Lisbon, destroying forty stalls.", "fire", "Lisbon"},
		{"In Kaduna, youths attacked the house of a judge.", "attacked", "Kaduna"},
		{"Militants fired a rocket from the Gaza Strip late on Sunday.", "fired a rocket", "Gaza"},
		{"Rebels fired shells aimed at a post in Donetsk.", "fired shells", "Donetsk"},
		{"A mine exploded south of the city of Mosul on Monday.", "exploded", "Mosul"},
		{"A strike that has shut the port of Gdansk entered its third week.", "strike", "Gdansk"},
		{"Some 900 workers at two French plants held a strike on Tuesday.", "strike", "two French plants"},
		{"A lawyer was shot dead outside his home in the Jordanian capital.", "shot dead", "Jordan"},
		{"A clerk was jailed at Leeds Crown Court on Monday.", "jailed", "Leeds Crown Court"},
		{"Police wounded three men aboard the ferry Silver Star on Monday.", "wounded", "Silver Star"},
		{"Police wounded two men after a report on Gaza.", "wounded", "-"},
		{"A U.S. strike hit two trucks.", "strike", "-"},
		{"Two Norwegian tourists were robbed by a gang.", "robbed", "-"},
		// What else the sentence says.
		{"A gang drove to Lyon, where they shot a guard.", "shot", "Lyon"},
		{"The minister travelled to Bergen on Monday and met the strikers.", "met", "Bergen"},
		{"A man drove a lorry into crowds in Nice and killed nine people.", "killed", "Nice"},
		{"In Bolivia, the general said, troops attacked a camp.", "attacked", "Bolivia"},
		{"Soldiers in Sidon opened fire to break up a sit-in, wounding six people.", "wounding", "Sidon"},
		{"Fishermen saved 200 people after they were found drifting off Malta.", "saved", "Malta"},
		{"The plane was seized in Algiers. The hijackers shot a pilot there before they left for Rome.", "shot", "Algiers"},
		// What the story says.
		{"A coach overturned near Lyon on Thursday, killing nine people. The driver was arrested.", "arrested", "Lyon"},
		{"A fire killed six people in Porto on Tuesday. The mayor visited the site.", "visited", "Porto"},
		{"A fire killed six people in Porto on Tuesday. In 2011, a blaze at the same market killed a child.", "blaze", "Porto"},
		{"A bomb killed six people in Basra on Tuesday. Last week gunmen shot a judge in Mosul.", "shot", "Mosul"},
		{"A bomb killed six people in Basra on Tuesday. The army fired artillery into the north.", "fired", "-"},
		{"Police in Graz arrested two clerks on Friday. They were remanded in custody.", "remanded", "Graz"},
		{"A nurse murdered a patient at Saint Anne Hospital. The nurse was jailed on Monday.", "jailed", "-"},
		{"A gunman in Oslo stole a car and drove to Moss, where he shot a guard.", "shot", "Moss"},
		{"A bus hit a man in Oslo on Monday. He was pronounced dead in Bergen.", "pronounced", "Oslo"},
		{"GENEVA (Reuters) - A bus caught fire on Monday. Police arrested the driver.", "arrested", "Geneva"},
		// States at home.
		{"Poland declared a day of mourning on Monday.", "declared", "Poland"},
		{"Ireland outlawed smoking in pubs in 2004 and Norway followed.", "outlawed", "Ireland"},
		{"Ireland deployed troops to Mali.", "deployed", "Mali"},
		{"The Czech lower house met on Monday. A bill was passed by deputies.", "passed", "Czechia"},
	} {
		if got := placesOf(t, c.text, c.trigger); got != c.places {
			t.Errorf("%s: %q is at %q, want %q", c.text, c.trigger, got, c.places)
		}
	}
}

// placesOf lists the places of the event that has a trigger.
func placesOf(t *testing.T, text, trigger string) string {
	t.Helper()
	created, err := graph.ParseEDTF("2019-03-14")
	if err != nil {
		t.Fatal(err)
	}
	a := graph.Article{Text: text, Published: &created}
	a.Identify()
	g, err := nlp.Extractor{}.Extract(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, p := range g.Places {
		names[p.ID] = p.Name
	}
	for _, e := range g.Events {
		if !slices.ContainsFunc(e.Evidence, func(v graph.Evidence) bool {
			return v.Role == graph.RoleTrigger && (strings.Contains(v.Quote, trigger) || strings.Contains(trigger, v.Quote))
		}) {
			continue
		}
		var places []string
		for _, r := range g.Relationships {
			if r.From == e.ID && r.Type == graph.At {
				places = append(places, names[r.To])
			}
		}
		if len(places) == 0 {
			return "-"
		}
		slices.Sort(places)
		return strings.Join(places, ", ")
	}
	t.Errorf("%s: no event %q", text, trigger)
	return ""
}
