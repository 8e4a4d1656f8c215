package graphtest

import (
	"time"

	"github.com/claimline/claimline/graph"
)

// The stories are invented, and so are all names in them.

const blastText = `KELM, Norland, May 3 – A blast tore through the ferry terminal of Kelm on Thursday evening, killing at least nine people, the Interior Ministry said.

Ferry worker Ana Brandt told the Harbor Post that she heard two bangs. The Free Delta Front denied any role in the attack.

Rallies have been going on in Saint-Orin since Wednesday.
`

func (w *World) blast() {
	b := NewBuilder(graph.Article{
		Text: blastText, Title: "Nine killed in blast at Kelm ferry terminal", URL: "https://harborpost.example/kelm-blast",
		Publisher: "Harbor Post", Author: "Mira Holt", Language: "en", Published: DayInterval(2024, 5, 3),
	})
	w.Ministry = b.Actor(graph.Actor{Kind: graph.PublicBody, Name: "Interior Ministry", Sector: "GOV"}, "Interior Ministry")
	w.Front = b.Actor(graph.Actor{Kind: graph.ArmedGroup, Name: "Free Delta Front", Sector: "REB"}, "Free Delta Front")
	w.Post = b.Actor(graph.Actor{Kind: graph.MediaOutlet, Name: "Harbor Post"}, "Harbor Post")
	w.Worker = b.Actor(graph.Actor{Kind: graph.Person, Name: "Ana Brandt"}, "Ana Brandt")
	lat, lon := 54.25, 7.5
	w.Kelm = b.Place(graph.Place{Kind: graph.City, Name: "Kelm", Lat: &lat, Lon: &lon}, "KELM", "ferry terminal of Kelm")
	w.Norland = b.Place(graph.Place{Kind: graph.Country, Name: "Norland"}, "Norland")
	w.SaintOrin = b.Place(graph.Place{Kind: graph.City, Name: "Saint-Orin"}, "Saint-Orin")
	b.Join(graph.Relationship{Type: graph.Within, From: w.Kelm, To: w.Norland, Derived: "gazetteer"}, "")

	w.Explosion = b.Event(graph.Event{
		Label: "blast tore through the ferry terminal", Type: "ASSAULT", Modes: []string{"explosives"}, Realis: graph.Occurred,
		Time: &graph.Interval{
			Text: "Thursday evening", Timex: "TIME", Value: "2024-05-02TEV", EDTF: "2024-05-02T18/2024-05-02T23",
			Earliest: Day(2024, 5, 2).Add(18 * time.Hour), Latest: Day(2024, 5, 3),
			Precision: graph.PrecisionPart, Confidence: graph.Resolved, Rule: "weekday-part", Anchor: &graph.Anchor{Kind: "publication", Value: "2024-05-03"},
		},
	}, "blast")
	w.Rallies = b.Event(graph.Event{Label: "Rallies going on", Type: "PROTEST", Modes: []string{"demo"}, Realis: graph.Ongoing, Time: Since(Day(2024, 5, 1))}, "Rallies")
	b.Join(graph.Relationship{Type: graph.Mentions, From: b.article().ID, To: w.Explosion}, graph.RoleTrigger, "blast")
	b.Join(graph.Relationship{Type: graph.At, From: w.Explosion, To: w.Kelm}, graph.RoleArgument, "ferry terminal of Kelm")
	b.Join(graph.Relationship{Type: graph.At, From: w.Rallies, To: w.SaintOrin}, graph.RoleArgument, "Saint-Orin")

	killed := graph.NewQuantity("killed", graph.AtLeast, 9, "person", "at least nine")
	w.NineKilled = b.Claim(graph.Claim{
		Act: "assert", Class: "quantity", Text: "A blast tore through the ferry terminal of Kelm on Thursday evening, killing at least nine people, the Interior Ministry said",
		Content: "killing at least nine people", Cue: "said", Factuality: graph.CertainTrue, Quantity: &killed,
	}, graph.Relationship{To: w.Ministry, Act: "assert", Cue: "said", Factuality: graph.CertainTrue})
	w.TwoBangs = b.Claim(graph.Claim{
		Act: "assert", Class: "event", Text: "Ferry worker Ana Brandt told the Harbor Post that she heard two bangs",
		Content: "she heard two bangs", Cue: "told", Factuality: graph.CertainTrue, Said: DayInterval(2024, 5, 3),
	}, graph.Relationship{To: w.Post, Act: "report", Told: true}, graph.Relationship{To: w.Worker, Act: "assert", Cue: "told", Medium: "interview"})
	w.FrontDenies = b.Claim(graph.Claim{
		Act: "deny", Class: "responsibility", Text: "The Free Delta Front denied any role in the attack",
		Content: "any role in the attack", Cue: "denied", Negated: true, Factuality: graph.CertainFalse, Said: Before(Day(2024, 5, 4)),
	}, graph.Relationship{To: w.Front, Act: "deny", Cue: "denied", Time: Before(Day(2024, 5, 4))})
	b.Join(graph.Relationship{Type: graph.AboutRel, From: w.NineKilled, To: w.Explosion}, graph.RoleContent, "killing at least nine people")
	b.Join(graph.Relationship{Type: graph.AboutRel, From: w.TwoBangs, To: w.Explosion}, graph.RoleContent, "she heard two bangs")
	b.Join(graph.Relationship{Type: graph.AboutRel, From: w.FrontDenies, To: w.Explosion}, graph.RoleContent, "any role in the attack")
	b.Join(graph.Relationship{Type: graph.AboutRel, From: w.FrontDenies, To: w.Front, Role: "perpetrator"}, graph.RoleContent, "any role in the attack")
	w.Blast = b.Subgraph()
}

const inquiryText = `Norland's Interior Ministry said on Saturday that 11 people had died in the attack on the Kelm ferry terminal.

The Kelm Observer reported that officials quoted the ferry's captain as saying that two men fled before the explosion. The FDF carried out the attack, Interior Minister José Álvarez alleged on Friday.

Norland is to hold an election.
`

func (w *World) inquiry() {
	published := time.Date(2024, 5, 4, 8, 30, 0, 0, time.UTC)
	b := NewBuilder(graph.Article{
		Text: inquiryText, Title: "Norland blames Free Delta Front for Kelm attack", Publisher: "Delta Wire", Language: "en",
		Published: &graph.Interval{
			EDTF: "2024-05-04T08:30:00Z", Earliest: published, Latest: published.Add(time.Minute),
			Precision: graph.PrecisionMinute, Confidence: graph.Explicit,
		},
	})
	article := b.article().ID
	b.Actor(graph.Actor{Kind: graph.PublicBody, Name: "Interior Ministry", Aliases: []string{"Norland's Interior Ministry"}, Sector: "GOV"}, "Norland's Interior Ministry")
	b.Actor(graph.Actor{Kind: graph.ArmedGroup, Name: "Free Delta Front", Aliases: []string{"FDF"}, Sector: "REB"}, "FDF")
	w.Observer = b.Actor(graph.Actor{Kind: graph.MediaOutlet, Name: "The Kelm Observer"}, "The Kelm Observer")
	w.Officials = b.Actor(graph.Actor{Kind: graph.UnnamedSource, Name: "officials", Context: article}, "officials")
	w.Captain = b.Actor(graph.Actor{Kind: graph.UnnamedSource, Name: "the ferry's captain", Context: article}, "the ferry's captain")
	w.Minister = b.Actor(graph.Actor{Kind: graph.Person, Name: "José Álvarez", Aliases: []string{"Interior Minister José Álvarez"}, Sector: "GOV"}, "Interior Minister José Álvarez")
	w.NorlandState = b.Actor(graph.Actor{Kind: graph.State, Name: "Norland"}, "Norland is")
	b.Place(graph.Place{Kind: graph.City, Name: "Kelm", Aliases: []string{"Kelm ferry terminal"}}, "Kelm ferry terminal")

	w.Attack = b.Event(graph.Event{Label: "attack on the Kelm ferry terminal", Type: "ASSAULT", Realis: graph.Occurred, Time: DayInterval(2024, 5, 2)}, "attack")
	w.Escape = b.Event(graph.Event{Label: "two men fled", Type: "x-movement", Modes: []string{"flee"}, Realis: graph.Occurred, Time: Before(Day(2024, 5, 3))}, "fled")
	w.Election = b.Event(graph.Event{Label: "hold an election", Type: "x-election", Modes: []string{"called"}, Realis: graph.Future}, "election")
	b.Join(graph.Relationship{Type: graph.At, From: w.Attack, To: w.Kelm}, graph.RoleArgument, "Kelm ferry terminal")
	b.Join(graph.Relationship{Type: graph.PartOf, From: w.Escape, To: w.Attack}, graph.RoleTrigger, "fled before the explosion")
	b.Join(graph.Relationship{Type: graph.Participant, From: w.Election, To: w.NorlandState, Role: "organizer"}, graph.RoleArgument, "Norland is to hold")
	b.Join(graph.Relationship{Type: graph.EmployedBy, From: w.Minister, To: w.Ministry}, graph.RoleMention, "Interior Minister José Álvarez")

	killed := graph.NewQuantity("killed", graph.Exact, 11, "person", "11")
	w.ElevenDead = b.Claim(graph.Claim{
		Act: "assert", Class: "quantity", Text: "Norland's Interior Ministry said on Saturday that 11 people had died in the attack on the Kelm ferry terminal",
		Content: "11 people had died in the attack", Cue: "said", Factuality: graph.CertainTrue, Said: DayInterval(2024, 5, 4), Quantity: &killed,
	}, graph.Relationship{To: w.Ministry, Act: "assert", Cue: "said"})
	w.MenFled = b.Claim(graph.Claim{
		Act: "assert", Class: "event", Text: "The Kelm Observer reported that officials quoted the ferry's captain as saying that two men fled before the explosion",
		Content: "two men fled before the explosion", Cue: "saying", Factuality: graph.CertainTrue,
	}, graph.Relationship{To: w.Observer, Act: "report", Cue: "reported"}, graph.Relationship{To: w.Officials, Act: "quote", Cue: "quoted"}, graph.Relationship{To: w.Captain, Act: "assert", Cue: "saying"})
	w.FrontAccused = b.Claim(graph.Claim{
		Act: "accuse", Class: "responsibility", Text: "The FDF carried out the attack, Interior Minister José Álvarez alleged on Friday",
		Content: "The FDF carried out the attack", Cue: "alleged", Factuality: graph.CertainTrue, Hedges: []string{"alleged"}, Said: DayInterval(2024, 5, 3),
	}, graph.Relationship{To: w.Minister, Act: "accuse", Cue: "alleged", Time: DayInterval(2024, 5, 3)})
	b.Join(graph.Relationship{Type: graph.AboutRel, From: w.ElevenDead, To: w.Attack}, graph.RoleContent, "11 people had died in the attack")
	b.Join(graph.Relationship{Type: graph.AboutRel, From: w.MenFled, To: w.Escape}, graph.RoleContent, "two men fled before the explosion")
	b.Join(graph.Relationship{Type: graph.AboutRel, From: w.FrontAccused, To: w.Attack}, graph.RoleContent, "The FDF carried out the attack")
	b.Join(graph.Relationship{Type: graph.Participant, From: w.Attack, To: w.Front, Role: "perpetrator_alleged", Claim: w.FrontAccused}, graph.RoleArgument, "The FDF carried out the attack")
	w.Inquiry = b.Subgraph()
}

const backgroundText = `The Free Delta Front, an offshoot of the Delta Front, broke away before 2019. It is led by a man known as Heron.

Saint-Orin is a town in Norland. Foreign backers arm the group, it is believed.
`

func (w *World) background() {
	b := NewBuilder(graph.Article{Text: backgroundText, Title: "Who are the rebels of the delta?", Language: "en"})
	b.Actor(graph.Actor{Kind: graph.ArmedGroup, Name: "Free Delta Front", Sector: "REB"}, "Free Delta Front")
	w.DeltaFront = b.Actor(graph.Actor{Kind: graph.ArmedGroup, Name: "Delta Front", Sector: "REB"}, "the Delta Front")
	w.Heron = b.Actor(graph.Actor{Kind: graph.Person, Name: "Heron"}, "Heron")
	b.Place(graph.Place{Kind: graph.City, Name: "Saint-Orin"}, "Saint-Orin")
	b.Place(graph.Place{Kind: graph.Country, Name: "Norland"}, "Norland")
	b.Join(graph.Relationship{Type: graph.Within, From: w.SaintOrin, To: w.Norland, Derived: "gazetteer"}, "")
	b.Join(graph.Relationship{Type: graph.OffshootOf, From: w.Front, To: w.DeltaFront, Time: Before(Day(2019, 1, 1))}, graph.RoleMention, "an offshoot of the Delta Front")
	b.Join(graph.Relationship{Type: graph.Leads, From: w.Heron, To: w.Front}, graph.RoleMention, "It is led by a man known as Heron")
	w.Split = b.Event(graph.Event{Label: "broke away", Type: "x-org", Modes: []string{"split"}, Realis: graph.Historical, Time: Before(Day(2019, 1, 1))}, "broke away")
	b.Join(graph.Relationship{Type: graph.Participant, From: w.Split, To: w.Front, Role: "actor"}, graph.RoleArgument, "The Free Delta Front")
	w.ArmedByBackers = b.Claim(graph.Claim{
		Act: "assert", Class: "relation", Text: "Foreign backers arm the group, it is believed", Content: "Foreign backers arm the group",
		Cue: "believed", Unattributed: true, Factuality: graph.ProbableTrue, Hedges: []string{"believed"},
	})
	b.Join(graph.Relationship{Type: graph.AboutRel, From: w.ArmedByBackers, To: w.Front}, graph.RoleContent, "arm the group")
	w.Background = b.Subgraph()
}

const reopeningText = `The harbor of Kelm is open again, the Interior Ministry announced. Ferries stopped when the Free Delta Front, or Delta rebels, struck in May.
`

func (w *World) reopening() {
	b := NewBuilder(graph.Article{
		Collection: Archive, Text: reopeningText, Title: "Kelm harbor reopens", Publisher: "Delta Wire", Language: "en",
		Published: &graph.Interval{
			EDTF: "2024-06", Earliest: Day(2024, 6, 1), Latest: Day(2024, 7, 1), Precision: graph.PrecisionMonth, Confidence: graph.Explicit,
		},
	})
	w.ArchiveMinistry = b.Actor(graph.Actor{Kind: graph.PublicBody, Name: "Interior Ministry", Sector: "GOV"}, "Interior Ministry")
	w.ArchiveFront = b.Actor(graph.Actor{Kind: graph.ArmedGroup, Name: "Free Delta Front", Aliases: []string{"Delta rebels"}, Sector: "REB"}, "Free Delta Front", "Delta rebels")
	w.ArchiveKelm = b.Place(graph.Place{Kind: graph.City, Name: "Kelm"}, "Kelm")
	w.Reopened = b.Event(graph.Event{Label: "harbor is open again", Type: "RETREAT", Modes: []string{"access"}, Realis: graph.Occurred, Time: DayInterval(2024, 6, 1)}, "open again")
	b.Join(graph.Relationship{Type: graph.At, From: w.Reopened, To: w.ArchiveKelm}, graph.RoleArgument, "harbor of Kelm")
	w.HarborIsOpen = b.Claim(graph.Claim{
		Act: "announce", Class: "event", Text: "The harbor of Kelm is open again, the Interior Ministry announced",
		Content: "The harbor of Kelm is open again", Cue: "announced", Factuality: graph.CertainTrue, Said: DayInterval(2024, 6, 1),
	}, graph.Relationship{To: w.ArchiveMinistry, Act: "announce", Cue: "announced"})
	b.Join(graph.Relationship{Type: graph.AboutRel, From: w.HarborIsOpen, To: w.Reopened}, graph.RoleContent, "The harbor of Kelm is open again")
	w.Reopening = b.Subgraph()
}
