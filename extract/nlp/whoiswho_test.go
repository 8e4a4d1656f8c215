package nlp_test

import (
	"slices"
	"testing"
)

// TestWhoIsWho reads made-up news for descriptions of who is named elsewhere. A case
// lists chains that have to be found with these mentions, and names that no chain
// may have.
func TestWhoIsWho(t *testing.T) {
	for _, c := range []struct {
		about, text string
		want, none  []string
	}{
		{"whose shooting the lead tells of", "A 40-year-old man was charged on Monday with the murder of his landlord.\n\nVic Mould faces one count, police said. The victim, Basil Crane, 70, was shot on Friday.",
			[]string{"person Basil Crane: his landlord, The victim, Basil Crane"}, nil},
		{"whose arrest a state protests against", "Norway protested on Monday against the arrest of a Norwegian journalist.\n\nLars Vik was detained on Friday in Murmansk.",
			[]string{"person Lars Vik: a Norwegian journalist, Lars Vik"}, nil},
		{"a reporter who tells of a driver is not he", "A train left the rails near Kelso, killing the driver. Our transport correspondent, Dana Field, is there.",
			[]string{"person Dana Field: Our transport correspondent, Dana Field"}, nil},
		{"who shoots is not who was shot", "A gunman shot dead a policeman in Dorne on Monday.\n\nInspector Paul Vidal, 44, was shot outside a bank.",
			[]string{"person Paul Vidal: a policeman in Dorne, Paul Vidal"}, nil},
		{"as many, and others", "The police held 23 thieves. Twenty-three people watched the game.",
			[]string{"population 23 thieves: 23 thieves"}, nil},
		{"halves of a country", "North Korea and South Korea traded fire. The South fired first, the North said.",
			[]string{"state South Korea: South Korea, The South", "state North Korea: North Korea, the North"}, nil},
		{"the country's army by its name", "North Korea moved tanks. The country's military is on alert. The Korean People's Army has fired.",
			[]string{"public_body Korean People's Army: The country's military, Korean People's Army"}, nil},
		{"of which level a body is", "The federal Office of Food Safety said on Monday that 41 people were sick.",
			[]string{"public_body Office of Food Safety: Office of Food Safety"}, []string{"federal"}},
		{"his employer", "Pieter Wit was freed on Monday, his employer said. Orbex Ltd paid nothing.",
			[]string{"organization Orbex Ltd: his employer, Orbex Ltd"}, nil},
		{"the same number in other words", "The navy held 23 pirates. \"Twenty-three people gave up,\" it said.",
			[]string{"population 23 pirates: 23 pirates, Twenty-three people"}, nil},
		{"a kind is not the ones spoken of", "The frigate caught four pirates. The pirates gave up. A trawler had been seized by pirates in May.",
			[]string{"population pirates: pirates"}, nil},
		{"as whom somebody is identified", "A woman drowned on Monday. The victim was identified as Rosa Lind.",
			[]string{"person Rosa Lind: The victim, Rosa Lind"}, nil},
		{"my mum is her mother", "Valerie Moor was born in Leeds. Her mother was ill. \"I wrote to my mum every week,\" she said.",
			[]string{"person her mother: Her mother, my mum", "person Valerie Moor: Valerie Moor, Her, she"}, nil},
		{"the owner that is a company", "The owner of the mine, Semlik Transport, closed the shaft. Semlik Transport had no choice.",
			[]string{"organization Semlik Transport: The owner of the mine, Semlik Transport, Semlik Transport"}, nil},
		{"a bank that a comma names, and the central bank", "The central bank took over a lender. The bank, Baltik Kredit, had lent too much.",
			[]string{"organization Baltik Kredit: The bank, Baltik Kredit"}, nil},
		{"the label of a speaker", "PRESENTER: Our reporter Helen Marsh is in Lagos.\n\nMARSH: They have been digging all night.",
			[]string{"person Helen Marsh: Our reporter, Helen Marsh, MARSH"}, nil},
		{"a party by its creed", "Three members of the Social Democrats voted with the Civic Democrats. The Civic Democrats said they were pleased.",
			[]string{"organization Civic Democrats: Civic Democrats, Civic Democrats, they"}, nil},
		{"a front that stands for election, and one that fights", "Unity Front candidate Ana Diaz won. Rebels of the Azur Liberation Army attacked her car.",
			[]string{"organization Unity Front: Unity Front", "armed_group Azur Liberation Army: Azur Liberation Army"}, nil},
		{"a ferry is nobody", "The ferry Princess Aurora sank off Luzon with 40 aboard. Divers found the Princess Aurora on Monday.",
			nil, []string{"Princess Aurora", "Aurora"}},
		{"nobody", "There were no survivors. No group has said it was behind the blast.",
			nil, []string{"no survivors", "No group", "no group"}},
		{"letters behind a name", "Dr Miriam Stokes QC spoke first. Miriam Stokes asked for an hour.",
			[]string{"person Miriam Stokes: Miriam Stokes, Miriam Stokes"}, nil},
		{"a firm that is led by somebody, and a lender", "The trader Glencort, led by Ivan Glass, bought zinc. Mortgage lender Boligfond said it would wait.",
			[]string{"organization Boligfond: Mortgage lender, Boligfond, it"}, nil},
		{"a body whose name has and in it", "At least 22 people died, the Disaster and Relief Coordination Agency said.",
			[]string{"public_body Disaster and Relief Coordination Agency: Disaster and Relief Coordination Agency"}, []string{"Relief Coordination Agency"}},
		{"what a which stands for is nobody who is a person", "Amicor, which represents the managers, called off the walkout.",
			[]string{"organization Amicor: Amicor, which"}, nil},
		{"a name of syllables", "The institute's director, Park Jae-won, has been suspended.",
			[]string{"person Park Jae-won: The institute's director, Park Jae-won"}, nil},
		{"the airline of the headline", "Airline cancels flights\n\nSkylark Air cancelled 40 flights on Thursday.",
			[]string{"organization Skylark Air: Airline, Skylark Air"}, nil},
		{"who is whose son and has his mother's name", "Ingrid Falk died on Sunday. Her son, the conductor Anders Falk, told friends. Falk was born in Voss.",
			[]string{"person Anders Falk: Her son, the conductor, Anders Falk", "person Ingrid Falk: Ingrid Falk, Her, Falk"}, nil},
		{"by whom somebody was shot", "Nils Rood was shot by the Ovra in 1943.",
			[]string{"organization Ovra: Ovra"}, nil},
		{"they whom police hold", "Six dockers blocked the gate. Police said they would be charged.",
			[]string{"population six dockers: Six dockers, they"}, nil},
	} {
		t.Run(c.about, func(t *testing.T) {
			all, named := chainsOf(people(t, c.text))
			for _, w := range c.want {
				if !slices.Contains(all, w) {
					t.Errorf("%q is missing\nin %q\nof %s", w, all, c.text)
				}
			}
			for _, n := range c.none {
				if named[n] {
					t.Errorf("%q is found\nin %q\nof %s", n, all, c.text)
				}
			}
		})
	}
}
