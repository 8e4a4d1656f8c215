package nlp_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// people runs all stages over a text of 14 March 2019.
func people(t *testing.T, text string) *doc.Document {
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
	return d
}

// chainsOf writes each actor and place with its kind and its mentions.
func chainsOf(d *doc.Document) (all []string, named map[string]bool) {
	named = map[string]bool{}
	for _, c := range d.Chains {
		if c.Actor == "" && c.Place == "" {
			continue
		}
		kind := string(c.Actor)
		if kind == "" {
			kind = string(c.Place)
		}
		var words []string
		for _, m := range c.Mentions {
			words = append(words, d.Mentions[m].Of(d.Text))
		}
		all = append(all, kind+" "+c.Name+": "+strings.Join(words, ", "))
		named[c.Name] = true
		for _, a := range c.Aliases {
			named[a] = true
		}
	}
	return all, named
}

// TestPeople reads made-up news of many countries and styles: who is one, of
// what kind, and what is nobody. A case lists chains that have to be found with
// exactly these mentions, and names or descriptions that may not be found.
func TestPeople(t *testing.T) {
	for _, c := range []struct {
		about string
		text  string
		want  []string
		none  []string
	}{
		{"a nickname in the middle of a name, junior, and the surname alone",
			"Jurors convicted former mayor Leonard \"Lenny\" Vukovich Jr. of fraud on Friday. Vukovich wept. His wife, Donna Vukovich, left the court.",
			[]string{`person Leonard "Lenny" Vukovich Jr.: Leonard "Lenny" Vukovich Jr., Vukovich, His`, "person Donna Vukovich: His wife, Donna Vukovich"}, nil},
		{"a nickname alone, and a surname of two words with a hyphen",
			"Margaret \"Peggy\" Ashcombe-Lyle painted the hall in 1961. Peggy, as friends called her, sold nothing.",
			[]string{`person Margaret "Peggy" Ashcombe-Lyle: Margaret "Peggy" Ashcombe-Lyle, Peggy, her`}, nil},
		{"particles of surnames",
			"The union is led by Ana Batista dos Santos. \"We will not move,\" dos Santos said. A ship sank in Santos on Monday.",
			[]string{"person Ana Batista dos Santos: Ana Batista dos Santos, dos Santos"}, nil},
		{"father and son of one name",
			"Coach Ibrahim Musa Jr. was fined on Monday. His father, Ibrahim Musa Sr., coached the club in 1982.",
			[]string{"person Ibrahim Musa Jr.: Ibrahim Musa Jr., His", "person Ibrahim Musa Sr.: His father, Ibrahim Musa Sr."}, nil},
		{"a son who has his father's given name",
			"Hugh Ashcombe married a botanist in 1950. Their son, Hugh, runs a bakery.",
			nil, nil},
		{"a family: the surname is whose relatives the others are",
			"Doreen Blackwood, 74, recruited her sons. Sons Kevin Blackwood, 49, and Terry Blackwood, 46, got eight years each. The judge told Blackwood she had been ruthless.",
			[]string{"person Kevin Blackwood: Kevin Blackwood", "person Terry Blackwood: Terry Blackwood"}, []string{"Sons Kevin Blackwood"}},
		{"a headline calls by the surname whom the story brings in first",
			"What the Kashgari verdict means\n\nA court in Almaty found Ruslan Kashgari, the founder and former chairman of Ruritel, guilty on Monday. He bought the company from his cousin Timur Kashgari in 2013.",
			[]string{"person Timur Kashgari: his cousin, Timur Kashgari"}, []string{"former chairman of Ruritel"}},
		{"two bodies are not one person",
			"Orbex and Telmore, two grain traders, said they were diverting cargo.",
			nil, []string{"Orbex and Telmore"}},
		{"clubs",
			"Paris Harriers beat champions Norden Bears on Saturday. The Belgian side Anderlecht watched.",
			[]string{"organization Anderlecht: Anderlecht", "organization Norden Bears: champions, Norden Bears"}, nil},
		{"a firm by its employee",
			"\"Investors hate surprises,\" said Mette Frandsen, an analyst at Danske Fjord.",
			[]string{"organization Danske Fjord: Danske Fjord"}, nil},
		{"storms are nobody",
			"Typhoon Lawin hit Luzon on Monday. Lawin killed seven people, officials said.",
			nil, []string{"Lawin", "Typhoon Lawin"}},
		{"animals, tanks and remains are nobody",
			"The fossil was found near a storage tank. A whale swam past. A bear attacked a shed.",
			nil, []string{"the fossil", "a storage tank", "a whale", "a bear"}},
		{"sheikhs and princes behind another title",
			"Prime Minister Sheikh Nasser opened the port on Monday.",
			[]string{"person Sheikh Nasser: Prime Minister, Sheikh Nasser"}, nil},
		{"an abbreviation of a name in another order, and one that is not in capitals",
			"Rebels of the Gabonese Rally for Labor (RGL) seized a town on Monday. The National Unity Stage Alliance (Nusa) denied it.",
			[]string{"organization National Unity Stage Alliance: National Unity Stage Alliance, Nusa"}, nil},
		{"who wrote and sent it is not whom it is about",
			"Ferry sinks off island\n\nBy Jane Doe\n\nDHAKA (Reuters) - A ferry sank on Monday, killing 40 people. The company said nothing.\n\n(Reporting by Nils Berg; editing by Anne Howe)",
			nil, []string{"Jane Doe", "Reuters", "Nils Berg", "Anne Howe"}},
		{"whom a clause identifies was not spoken of before",
			"Orbex Group lost money in May. The company that owns the ferry said it was sorry.",
			[]string{"organization Orbex Group: Orbex Group"}, nil},
		{"one parliament is not both",
			"Both parliaments must ratify it. A lawmaker said the parliament should reject it.",
			nil, nil},
		{"an age, a former post and a nation vary a name",
			"Emeka Obi scored on Saturday. The 19-year-old striker had joined in May. Odile N'Diaye watched it. The Frenchwoman smiled.",
			[]string{"person Emeka Obi: Emeka Obi, The 19-year-old striker"}, nil},
		{"a headline's man is the story's",
			"Man, 83, dies in house fire\n\nAn 83-year-old man has died after a fire in Leeds. The man was taken to hospital.",
			[]string{"person an 83-year-old man: Man, An 83-year-old man, The man"}, nil},
		{"a place is told by the state that the article names",
			"The roof of a library in Birmingham fell in on Monday. Alabama Governor Fob James sent a letter.",
			nil, nil},
		{"a firm with an ampersand, and its relatives",
			"Contracts went to Brantley & Sons, a company owned by Dale Brantley. Brantley pleaded guilty.",
			[]string{"person Dale Brantley: Dale Brantley, Brantley"}, []string{"sons", "Sons"}},
		{"what is told something is a medium",
			"The singer's agent told Starlight that he was well.",
			[]string{"organization Starlight: Starlight"}, nil},
		{"a people that no lexicon has",
			"The church apologized to the indigenous Zoru people on Sunday. Zoru leaders wept.",
			nil, []string{"Zoru"}},
		{"a given name of two syllables with a hyphen",
			"Prosecutors questioned former president Park Geun-hye on Monday. Park said nothing.",
			[]string{"person Park Geun-hye: Park Geun-hye, Park"}, nil},
		{"what follows a senator's name is no person",
			"Mitch Daly, R-Kentucky, said the Senate would not vote. Senate Republicans cheered.",
			nil, []string{"R-Kentucky"}},
		{"somebody by age alone",
			"Naomi Obi won the race on Saturday. The 21-year-old, whose father is Haitian, wept.",
			[]string{"person Naomi Obi: Naomi Obi, The 21-year-old, whose"}, nil},
		{"a company with and without the word for one",
			"A grower sued Telmore Co. on Monday. Telmore denied it.",
			[]string{"organization Telmore Co.: Telmore Co., Telmore"}, nil},
		{"who reports is no apposition",
			"Twelve miners were trapped in the Otjihase copper mine, Namibian Broadcasting Corporation reported.",
			[]string{"organization Namibian Broadcasting Corporation: Namibian Broadcasting Corporation"}, nil},
		{"a share at an exchange",
			"Acme Motors Inc. (NYSE: ACM) lost money on Monday.",
			nil, []string{"NYSE", "ACM"}},
		{"a state of a federation is no country",
			"Gunmen attacked a farm in Kaduna state on Sunday.",
			[]string{"region Kaduna state: Kaduna state"}, nil},
		{"what begins a sentence and describes is no name",
			"Survivor Alamin Bakura said the huts had burned. Entomologist Priya Rao Nair disagreed.",
			[]string{"person Alamin Bakura: Survivor, Alamin Bakura", "person Priya Rao Nair: Priya Rao Nair"}, nil},
		{"a coast guard is a body",
			"The Italian coast guard rescued 14 people on Thursday.",
			[]string{"public_body the Italian coast guard: The Italian coast guard"}, nil},
	} {
		d := people(t, c.text)
		all, named := chainsOf(d)
		for _, w := range c.want {
			if !slices.Contains(all, w) {
				t.Errorf("%s: no %q in %q", c.about, w, all)
			}
		}
		for _, n := range c.none {
			if named[n] {
				t.Errorf("%s: %q is found: %q", c.about, n, all)
			}
		}
	}
}

// TestKeptApart demands of made-up news that two mentions are not one: a wrong
// merge is worse than a missing one.
func TestKeptApart(t *testing.T) {
	for _, c := range []struct{ text, a, b string }{
		{"Hugh Ashcombe married a botanist in 1950. Their son, Hugh, runs a bakery.", "Hugh Ashcombe", "Hugh"},
		{"Ibrahim Musa Jr. was fined. His father, Ibrahim Musa Sr., was not.", "Ibrahim Musa Jr.", "Ibrahim Musa Sr."},
		{"Both parliaments must ratify it. A lawmaker said the parliament should reject it.", "Both parliaments", "the parliament"},
		{"Orbex Group lost money in May. The company that owns the ferry said it was sorry.", "Orbex Group", "The company"},
		{"The Stevedores Union is led by Ana Batista dos Santos. A ship sank in Santos on Monday.", "Ana Batista dos Santos", "Santos"},
		{"LIMA (Coast Wire) - A tanker sank on Monday, killing 40 people. The company said it was sorry.", "Coast Wire", "The company"},
		{"Ryanair lost a vote on Monday. The Irish Airline Pilots' Association said the airline had refused to talk.", "Irish Airline Pilots' Association", "the airline"},
		{"The lawyer Ana Diaz spoke. A second lawyer, Tom Okoro, did not.", "Ana Diaz", "Tom Okoro"},
	} {
		d := people(t, c.text)
		in := func(text string) int {
			for i := len(d.Mentions) - 1; i >= 0; i-- { // the last, so that a full name is not its own end
				if d.Mentions[i].Of(d.Text) == text {
					return d.Mentions[i].Chain
				}
			}
			return doc.None
		}
		if a, b := in(c.a), in(c.b); a == b && a != doc.None {
			t.Errorf("%q and %q are one in %s", c.a, c.b, c.text)
		}
	}
}

// TestRelationsOfNews reads relations with their time off made-up sentences.
func TestRelationsOfNews(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Jan Vries, who led Telmore from 2001 to 2005, said he was sorry. Telmore is a firm.", "LEADS(Jan Vries, Telmore) 2001/2005"},
		{"Sigrid Halvorsen left Nordbank. She was its president until 1995.", "LEADS(Sigrid Halvorsen, Nordbank) ../1995"},
		{"Nordbank is a unit of Storelund Holding. It lost money.", "MEMBER_OF(Nordbank, Storelund Holding) "},
		{"Telmore's subsidiary KazNet made a loss, Telmore said.", "MEMBER_OF(KazNet, Telmore) "},
		{"Telmore is owned by Brightwater Group.", "MEMBER_OF(Telmore, Brightwater Group) "},
		{"Ola Nordmann took charge of Telmore in 2017. Telmore makes boats.", "LEADS(Ola Nordmann, Telmore) 2017"},
		{"Maria Costa was elected president of the Workers Party on Sunday.", "LEADS(Maria Costa, Workers Party) "},
		{"Ana Diaz, a former chief executive of Telmore Group, was fined.", "LEADS(Ana Diaz, Telmore Group) former"},
		{"Free Workers Party leader Ana Diaz welcomed the vote.", "LEADS(Ana Diaz, Free Workers Party) "},
		{"Kenya Union of Nurses secretary-general Seth Otieno said he was tired.", "LEADS(Seth Otieno, Kenya Union of Nurses) "},
		{"Lee Chan of Calder University disagreed.", "EMPLOYED_BY(Lee Chan, Calder University) "},
		{"The People's Army split from the Free Front in 2003.", "OFFSHOOT_OF(People's Army, Free Front) 2003"},
		{"Mineworkers Union of Namibia (MUN) president Andries Eiseb blamed years of neglect.", "LEADS(Andries Eiseb, Mineworkers Union of Namibia) "},
		{"The Workers Union's Ian Moss said it had refused.", "MEMBER_OF(Ian Moss, Workers Union) "},
		{"Police spokesman Omar Jalo said a search went on. The police found nothing.", "SPOKESPERSON_OF(Omar Jalo, the police) "},
		{"Peggy Lyle co-founded the Flora Trust with a neighbor.", "LEADS(Peggy Lyle, Flora Trust) "},
	} {
		got := relationsOf(people(t, c.text))
		if !slices.Contains(got, c.want) {
			t.Errorf("%s: no %q in %q", c.text, c.want, got)
		}
	}
}

// TestNoRelation demands that what is denied, to come or only a relative's is no
// relation.
func TestNoRelation(t *testing.T) {
	for _, text := range []string{
		"Jon Hall will become chairman of Brightwater Group in May.",
		"Jon Hall was never chairman of Brightwater Group.",
		"Reginald Lyle served in the army. Their son, Hugh, is a baker.",
		"Ana Diaz was not involved in the work of Brightwater Group.",
	} {
		if got := relationsOf(people(t, text)); slices.ContainsFunc(got, func(r string) bool {
			return strings.Contains(r, "(Jon Hall") || strings.Contains(r, "(Hugh") || strings.Contains(r, "(Ana")
		}) {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// relationsOf writes relations with when they held, former for what is over.
func relationsOf(d *doc.Document) []string {
	var out []string
	for _, r := range d.Relations {
		when := ""
		if r.Time != doc.None {
			when = d.Timexes[r.Time].EDTF
		} else if strings.Contains(r.Rule, "relation/former") {
			when = "former"
		}
		name := func(m int) string { return d.Chains[d.Mentions[m].Chain].Name }
		out = append(out, fmt.Sprintf("%s(%s, %s) %s", r.Type, name(r.From), name(r.To), when))
	}
	return out
}
