package load

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
)

// A world is what the made-up press writes about: names and words of which a
// few are in many articles and most in hardly any, as it is with real ones.
type world struct {
	people, bodies, towns []string
	words                 []string
	hub                   string // an actor of every tenth article
	country               string // a place of as many
}

func newWorld() *world {
	r := rand.New(rand.NewPCG(9, 20))
	w := &world{hub: "United States", country: "United States"}
	given, family := names(r, 400, 2), names(r, 3000, 3)
	for range 8000 {
		w.people = append(w.people, given[r.IntN(len(given))]+" "+family[r.IntN(len(family))])
	}
	for i, kind := range []string{"Ministry", "Police", "Bank", "Party", "University"} {
		for _, n := range names(r, 400, 2+i%2) {
			w.bodies = append(w.bodies, n+" "+kind)
		}
	}
	w.towns = names(r, 2500, 3)
	for _, n := range names(r, 9000, 3) {
		w.words = append(w.words, strings.ToLower(n))
	}
	return w
}

// names makes up words that can be said.
func names(r *rand.Rand, n, syllables int) []string {
	const consonants, vowels = "bcdfghjklmnprstvwz", "aeiou"
	out := make([]string, n)
	for i := range out {
		var b strings.Builder
		for range syllables - r.IntN(2) {
			b.WriteByte(consonants[r.IntN(len(consonants))])
			b.WriteByte(vowels[r.IntN(len(vowels))])
		}
		b.WriteByte(consonants[r.IntN(len(consonants))])
		out[i] = strings.ToUpper(b.String()[:1]) + b.String()[1:]
	}
	return out
}

// often picks from a list as the press does: the first most of the time.
func often(r *rand.Rand, list []string) string {
	return list[rand.NewZipf(r, 1.1, 4, uint64(len(list)-1)).Uint64()]
}

var deeds = []struct{ event, word string }{
	{"ASSAULT", "attacked"}, {"CONSULT", "met"}, {"PROTEST", "rallied against"}, {"ACCUSE", "sued"}, {"AGREE", "signed a deal with"}, {"x-disaster", "evacuated"},
}

// article makes the i-th article: a body of common and rare words, and a few
// sentences from which actors, places, at most two events and three claims are read.
func (w *world) article(i int) *graph.Subgraph {
	r := rand.New(rand.NewPCG(uint64(i), 4))
	speaker, doer, body, town := often(r, w.people), often(r, w.people), often(r, w.bodies), often(r, w.towns)
	first, second := deeds[r.IntN(len(deeds))], deeds[r.IntN(len(deeds))]
	deed := fmt.Sprintf("%s %s %s in %s, %s", doer, first.word, body, town, w.country)
	reply := fmt.Sprintf("%s %s %s on day %d", body, second.word, speaker, i)
	said := fmt.Sprintf("%s said that %s, and that at least %d people were hurt", speaker, deed, r.IntN(90))
	denied := fmt.Sprintf("%s denied that %s", body, reply)
	last := fmt.Sprintf("%s told reporters that the %s was %s", w.hub, often(r, w.words), often(r, w.words))
	text := said + ".\n" + denied + ".\n" + w.prose(r, 250)
	wide := i%10 == 0
	if wide {
		text += last + ".\n"
	}
	day := graphtest.DayInterval(2015+r.IntN(10), 1, 1+r.IntN(365))
	article := graph.Article{Title: fmt.Sprintf("%s %s %s", body, often(r, w.words), often(r, w.words)), Publisher: fmt.Sprintf("Outlet %d", r.IntN(60)), Published: day, Text: text}
	if i%5 == 4 {
		article.Collection = "archive"
	}
	b := graphtest.NewBuilder(article)
	source := b.Actor(graph.Actor{Kind: graph.Person, Name: speaker}, speaker)
	agent := b.Actor(graph.Actor{Kind: graph.Person, Name: doer}, doer)
	bureau := b.Actor(graph.Actor{Kind: graph.PublicBody, Name: body}, body)
	site := b.Place(graph.Place{Kind: graph.City, Name: town}, town)
	one := b.Event(graph.Event{Label: deed, Type: first.event, Realis: graph.Occurred, Time: day}, first.word)
	two := b.Event(graph.Event{Label: reply, Type: second.event, Realis: graph.Occurred, Time: graphtest.Before(day.Earliest)}, second.word)
	b.Join(graph.Relationship{Type: graph.At, From: one, To: site}, graph.RoleArgument, town)
	b.Join(graph.Relationship{Type: graph.Participant, From: one, To: agent, Role: "agent"}, graph.RoleArgument, doer)
	b.Join(graph.Relationship{Type: graph.Participant, From: two, To: bureau, Role: "agent"}, graph.RoleArgument, body)
	if doer != speaker {
		b.Join(graph.Relationship{Type: graph.EmployedBy, From: agent, To: bureau}, graph.RoleArgument, body)
	}
	claim := b.Claim(graph.Claim{Act: "assert", Text: said, Content: deed, Cue: "said", Said: day}, graph.Relationship{To: source, Act: "assert"})
	denial := b.Claim(graph.Claim{Act: "deny", Text: denied, Content: reply, Cue: "denied", Said: day}, graph.Relationship{To: bureau, Act: "deny"})
	b.Join(graph.Relationship{Type: graph.AboutRel, From: claim, To: one}, graph.RoleContent, deed)
	b.Join(graph.Relationship{Type: graph.AboutRel, From: denial, To: two}, graph.RoleContent, reply)
	if wide {
		hub := b.Actor(graph.Actor{Kind: graph.State, Name: w.hub, Aliases: []string{"US", "Washington"}}, w.hub)
		country := b.Place(graph.Place{Kind: graph.Country, Name: w.country}, w.country)
		b.Join(graph.Relationship{Type: graph.Within, From: site, To: country}, graph.RoleArgument, w.country)
		b.Join(graph.Relationship{Type: graph.Participant, From: one, To: hub, Role: "recipient"}, graph.RoleArgument, w.hub)
		b.Claim(graph.Claim{Act: "assert", Text: last, Content: last, Cue: "told", Said: day}, graph.Relationship{To: hub, Act: "assert"})
	}
	return b.Subgraph()
}

func (w *world) prose(r *rand.Rand, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(often(r, w.words))
		b.WriteString([]string{" ", " the ", " of ", ".\n"}[(i*7+n)%4])
	}
	return b.String()
}
