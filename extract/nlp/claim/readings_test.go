package claim_test

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/graph"
)

// readings are turns of phrase with what must be read of them, with the network's own
// trees: "outer < inner act: content", then {metric value} and (said date) where there
// are any, "?" for no source and "author" for the article's own; with "!" before it
// what must not be found.
var readings = []struct {
	text  string
	wants []string
}{
	// Chains.
	{"Iran has released the tanker Alma, state television quoted the ports minister as saying on Monday.", []string{"state television < the ports minister assert: Iran has released the tanker Alma"}},
	{"According to a report seen by the Financial Herald, insurers paid 4 million dollars.", []string{"Financial Herald < a report assert: insurers paid 4 million dollars"}},
	{"The owner denied paying. “No money changed hands,” a statement carried by the Athens News Agency said.", []string{"Athens News Agency < a statement assert: “No money changed hands,”"}},
	{"A guard confessed that he had switched off the alarm, a police source quoted by the Ansaldi news agency said.", []string{"Ansaldi news agency < a police source < a guard admit: he had switched off the alarm"}},
	{"The army blamed the rebels for the raid, which they deny.", []string{"the army blame: the rebels for the raid", "the rebels deny: the raid"}},
	{"“I have no blood left,” a doctor at a nearby hospital told the Meridian agency.", []string{"Meridian agency < a doctor at a nearby hospital assert: “I have no blood left,”"}},
	{"“There was blood everywhere,” a shocked onlooker told The Comet.", []string{"The Comet < a shocked onlooker assert"}},
	{"Ann Weir met a driver, Tom Hale. “He was saying that his leg hurt,” Weir said.", []string{"Tom Hale assert: his leg hurt"}},
	{"President Ilya Orlov visited the mine. He said those responsible would be punished, the palace press service reported.", []string{"the palace press service < Ilya Orlov predict"}},
	{"Prices rose 8.6 per cent in the year to June, according to the statistics office.", []string{"the statistics office assert: Prices rose 8.6 per cent in the year to June"}},
	// Who speaks.
	{"Town council\n\nThe council voted for the road on Monday.\n\n“We were never asked what we wanted.” — Ruth Calder, shopkeeper", []string{"Ruth Calder assert: “We were never asked what we wanted.”"}},
	{"The mayor, Tom Pryce, said the road was needed. Traffic has doubled.\n\nI drove there myself, and I think the council is right.", []string{"!Tom Pryce believe"}},
	{"Marta Kolar wrote memoirs. “I was never afraid,” Kolar wrote. “I was only hungry.” Colleagues described her as stubborn.", []string{"Marta Kolar assert: “I was only hungry.”"}},
	{"The state minister, Rosa Quispe, said the state would not sell its stake, denying a report in a newspaper.", []string{"Rosa Quispe deny: a report in a newspaper"}},
	{"Bank president Julio Paredes told a radio station there was no need to act, adding that growth could slow.", []string{"Julio Paredes assert: growth could slow"}},
	{"“There are no talks,” its chief executive, Sir Colin Marsh, said in a statement.", []string{"Colin Marsh assert: “There are no talks,”"}},
	{"Mr Roy's son put it more bluntly. “It's them or us.”", []string{"son assert: “It's them or us.”"}},
	{"Mrs Horvat thanked the guests. Mr Kresic was less lyrical: the pact was “a beginning and nothing more”.", []string{"Kresic assert: the pact was “a beginning and nothing more”"}},
	{"The Foreign Ministry of Valdia is concerned. The Ministry:\n\n- condemns the attack on the hospital;\n- calls on both sides to stop firing at once;\n- rejects the accusation that its troops took part.\n", []string{"condemn: the attack on the hospital", "demand: both sides to stop firing at once", "dismiss: the accusation that its troops took part"}},
	{"Too few doctors\n\nMaria Berg leads the association of doctors in Kiel.\n\nQ: Are patients in danger?\n\nA: Not today. The ministry is counting retired doctors.\n\nQ: The ministry says there are enough doctors.\n\nA: We have lost 400 posts since 2015.", []string{"Maria Berg assert: The ministry is counting retired doctors", "Maria Berg assert: We have lost 400 posts since 2015", "!Q "}},
	{"Sandoval: Eight years is enough.\n\nCourier: Why now?\n\nSandoval: The stadium cost 40 million euros.\n\nCourier: The opposition claims it cost more.", []string{"Sandoval assert: The stadium cost 40 million euros", "Courier < The opposition assert: it cost more"}},
	{"LISA MORROW, HOST: Good evening. The governor has vetoed the bill.\n\nTOM BRILL: He told us in July that he would.\n\nMORROW: You're listening to the Evening Hour.", []string{"LISA MORROW assert: The governor has vetoed the bill", "!listening"}},
	{"Lagos police arrested her. Lagos accused her of running guns.", []string{"accuse: her of running guns"}},
	{"The health system, which runs seven hospitals, acknowledged that medical records were among the files stolen.", []string{"the health system confirm: medical records were among the files stolen"}},
	// Two statements in one sentence.
	{"The firm said in a letter that the boat had passed an inspection and that its captain never drank.", []string{"assert: the boat had passed an inspection", "assert: its captain never drank"}},
	{"“The raid was a provocation”, the agency said; and, later, “The troops must go home”.", []string{"criticize: “The raid was a provocation”", "demand: “The troops must go home”"}},
	{"The Red Cross says it has counted 1,171 dead, and priests who keep their own lists believe the number is higher still.", []string{"believe: the number is higher still", "!still {"}},
	{"Toro AG said it had to close two plants. Workers would get half a year's pay.", []string{"Toro AG predict: Workers would get half a year's pay"}},
	// Where what is said begins and ends.
	{"A sailor adrift in the ocean since her mast snapped was picked up by a carrier on Thursday, rescue officials said.", []string{"assert: A sailor adrift in the ocean since her mast snapped was picked up by a carrier on Thursday"}},
	{"A quake hit Peru on Monday, killing at least 340 people and injuring more than 1,500, civil defence officials said.", []string{"{injured 1500}", "!1,500, civil"}},
	{"Floods hit Bihar. The UN fears 40,000 may be dead.", []string{"United Nations warn: 40,000 may be dead"}},
	{"Ramesh Kamat alleged the government was shielding the mines, a charge rejected by Chief Minister Arun Rane as “baseless”.", []string{"Ramesh Kamat assert: the government was shielding the mines", "!Ramesh Kamat < "}},
	{"The nurse disagreed: the doctors, she said, were late.", []string{"!: The nurse disagreed"}},
	{"The consumer watchdog fined AirPac. In its decision, the watchdog found that the airline had known of the fault. The airline had “chosen silence”, it wrote.", []string{"watchdog assert: The airline had “chosen silence”"}},
	{"Torino lost. “He should be banned,” fumed Ugo Ferri.", []string{"Ugo Ferri demand: “He should be banned,”"}},
	{"The search goes on. Team leader Kirsty Lamb: “Visibility is down to ten metres. We will be back at first light.”", []string{"Kirsty Lamb assert: “Visibility", "Kirsty Lamb promise: We will be back"}},
	{"Paolo Bini has hit back at claims that he dived.", []string{"!Paolo Bini assert"}},
	{"A couple from Leeds have told detectives they met a man near the loch.", []string{"a couple from Leeds assert: they met a man near the loch"}},
	{"A petition calls on the county to step in. According to a poll published on Monday, most voters agree.", []string{"a petition demand: the county to step in", "!: published"}},
	// What is no claim.
	{"The Treasury declined to say whether it had threatened to withhold aid.", []string{"!threaten", "!warn"}},
	{"Delmar Inc. paid a penalty without admitting guilt.", []string{"!admit"}},
	{"The governor's office would neither confirm nor deny the report.", []string{"!deny", "!confirm"}},
	{"The officials are accused of pressing the commission to drop a bid.", []string{"!demand"}},
	{"Four of the men were admitted to hospital. The defendant did not give evidence.", []string{"!admit:", "!: evidence"}},
	{"Asked whether the money was there, Voss replied: “It is in the budget.”", []string{"!demand", "assert: “It is in the budget.”"}},
	{"“Who is he afraid of?” Jody Wall asked. The officials made no comment.", []string{"!demand", "!no comment"}},
	{"“Our buses will run tomorrow, whatever the union says,” Mayor Chuck Rowe said.", []string{"!union <", "Chuck Rowe predict"}},
	{"QUESTION: Did the Malaysians pay?\n\nMR. BENNETT: You'd have to ask them. We've seen that.\n\nQUESTION: Is that all?\n\nMR. BENNETT: The Malaysians deny it.", []string{"!You'd", "!seen", "!QUESTION", "deny: it"}},
	{"Two guards, who asked me not to use their names, said the door was open.", []string{"!demand"}},
	{"“My client has said nothing,” Carla Neri told reporters.", []string{"Carla Neri assert: “My client has said nothing,”", "!client <", "!< Carla"}},
	{"The members voted to reject the offer. The firm refused to pay a ransom.", []string{"!plan: to reject", "!reject: to pay"}},
	// Acts.
	{"The bishop said the ruling was a disgrace. A monk called the ruling “appalling”.", []string{"the bishop criticize: the ruling was a disgrace", "criticize: the ruling “appalling”"}},
	{"Critics described the concert as magnificent.", []string{"praise: the concert as magnificent"}},
	{"The families deserve answers, lawyer Ida Moss said.", []string{"Ida Moss demand: The families deserve answers"}},
	{"“Close your door and stay inside,” an officer said.", []string{"an officer demand"}},
	{"“Look, we did our best,” a guard said.", []string{"a guard assert"}},
	{"“We were wrong, and I am sorry,” the mayor said.", []string{"the mayor apologize"}},
	{"The ministry branded the claim “a pack of lies”.", []string{"the ministry dismiss: the claim “a pack of lies”"}},
	{"“It would have cost a fortune,” Tom Pryce said. “I would like to see it done,” he added.", []string{"!predict", "!promise"}},
	{"Farmers say they will lose a third of their crop.", []string{"farmers predict: they will lose a third of their crop"}},
	{"A court ruled that 31 ballots had been wrongly set aside.", []string{"a court assert: 31 ballots had been wrongly set aside"}},
	{"The United Nations rates the group among the most persecuted.", []string{"assert: the group among the most persecuted"}},
	{"Health officials on Friday linked four deaths to soft cheese.", []string{"attribute: four deaths to soft cheese"}},
	{"The project, which critics charge is a forced work camp, was closed.", []string{"critics assert: is a forced work camp"}},
	{"Environment Canada is calling for rain on Thursday.", []string{"predict: for rain"}},
	{"The witness had been dismissed for drinking. Two aides have not been accused of anything.", []string{"!dismiss", "!? "}},
	// Nobody's word.
	{"An inexperienced and reportedly ill-equipped climber fell to his death.", []string{"? report: reportedly ill-equipped climber"}},
	{"Rebels are said to have fled. It emerged on Friday that the firm had hidden losses.", []string{"? assert: Rebels are said to have fled", "? report: the firm had hidden losses"}},
	// Figures.
	{"Some 48,000 nurses joined the march, the union said. The government's figure was 19,000.", []string{"the government report: The government's figure was 19,000"}},
	{"The shop workers' union put the number of jobs at risk at 9,000.", []string{"estimate: the number of jobs at risk at 9,000"}},
	{"An outbreak has hit the state. The agency raised the count on Thursday to 41 confirmed cases.", []string{"the agency report: 41 confirmed cases {infected 41}"}},
	{"Pirates still hold at least 14 foreign vessels to ransom.", []string{"author assert: "}},
	// When it was said.
	{"2011-05-13\n\nThe agency warned of an attack on May 20. The minister said in May that the plan had failed.", []string{"!(said 2011-05-20)", "the minister assert: the plan had failed (said 2011-05)"}},
	{"2015-08-21\n\nThe broadcasts began on August 10 and South Korea says the broadcasts will continue.", []string{"!(said 2015-08-10)"}},
	{"2007-02-28\n\nUnion officials said 1,000 workers went on strike on Wednesday afternoon.", []string{"(said 2007-02-28)"}},
	{"2013-06-12\n\nThe agency warned on Tuesday of scams by people posing as its staff.", []string{"the agency warn: of scams by people posing as its staff (said 2013-06-11)"}},
}

func TestReadings(t *testing.T) {
	for _, c := range readings {
		a := graph.Article{Text: c.text}
		if day, body, ok := strings.Cut(c.text, "\n\n"); ok && len(day) == len("2006-01-02") && day[4] == '-' {
			published, err := doctest.Date(day)
			if err != nil {
				t.Fatal(err)
			}
			a.Text, a.Published = body, published
		}
		a.Identify()
		g, err := nlp.Extractor{}.Extract(context.Background(), a)
		if err != nil {
			t.Fatal(err)
		}
		doctest.Has(t, c.text, told(g), c.wants)
	}
}

// told gives the claims of g as the table has them.
func told(g *graph.Subgraph) []string {
	names := map[string]string{}
	for _, a := range g.Actors {
		names[a.ID] = a.Name
	}
	var out []string
	for _, c := range g.Claims {
		var hops []graph.Relationship
		for _, r := range g.Relationships {
			if r.From == c.ID && r.Type == graph.AttributedTo {
				hops = append(hops, r)
			}
		}
		slices.SortFunc(hops, func(a, b graph.Relationship) int { return cmp.Compare(a.Hop, b.Hop) })
		var chain []string
		for _, h := range hops {
			chain = append(chain, names[h.To])
		}
		who := strings.Join(chain, " < ")
		switch {
		case who == "" && c.Unattributed:
			who = "?"
		case who == "":
			who = "author"
		}
		line := fmt.Sprintf("%s %s: %s", who, c.Act, c.Content)
		if c.Quantity != nil {
			line += fmt.Sprintf(" {%s %g}", c.Quantity.Metric, c.Quantity.Value)
		}
		if c.Said != nil {
			line += " (said " + c.Said.EDTF + ")"
		}
		out = append(out, line)
	}
	return out
}
