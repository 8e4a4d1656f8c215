// Package planted makes up worlds of articles of which it is known what is
// one: for tests of resolution and for measuring it on more articles than
// anybody could annotate. In goes a number of articles, out come their
// subgraphs, one at a time, and the truth behind their records.
//
// A story is told by one to four articles, which come in among those of other
// stories. It is about one event in a town that about two hundred other articles
// name, with one to three people, whose country and employer articles give or leave out; one person in
// ten has the name of somebody else. Every tenth article names one power.
package planted

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
)

var (
	givens = strings.Fields("Anna Bela Carla Dora Erik Filip Gustav Hanna Ivan Jakob Karin Lars Maria Nils Olga Petra Rosa Stefan Tomas Vera")
	codes  = strings.Fields("AR BR CL DE EG FR GR HU")
	onsets = strings.Fields("b d f g k l m n p r s t v z br dr fl gr kl st")
	nuclei = strings.Fields("a e i o u")
	sorts  = []struct{ class, mode, trigger string }{
		{"ASSAULT", "explosives", "bombing"}, {"ASSAULT", "firearms", "shooting"}, {"x-disaster", "flood", "flood"}, {"PROTEST", "demo", "protest"},
	}
)

// A World says which articles there are. The same number and seed give the
// same world.
type World struct {
	seed    uint64
	tellers [][2]int // article → story, and which of its tellings
}

// New makes a world of n articles.
func New(n int, seed uint64) *World {
	w := &World{seed: seed}
	rng := rand.New(rand.NewPCG(seed, 0))
	for story := 0; len(w.tellers) < n; story++ {
		for telling := range min(1+rng.IntN(4), n-len(w.tellers)) {
			w.tellers = append(w.tellers, [2]int{story, telling})
		}
	}
	// What tells of one event comes in within the next few hundred articles.
	late := make(map[[2]int]int, n)
	for i, t := range w.tellers {
		late[t] = i + rng.IntN(delay)
	}
	slices.SortStableFunc(w.tellers, func(a, b [2]int) int { return late[a] - late[b] })
	return w
}

// delay is how many articles may come in between two of one story.
const delay = 300

// perTown is how many articles name a town, about.
const perTown = 200

// town is the name of a town.
func (w *World) town(rng *rand.Rand) string {
	which := rng.IntN(1 + len(w.tellers)/perTown)
	_, name, _ := strings.Cut(name(rand.New(rand.NewPCG(w.seed, uint64(which)<<32))), " ")
	return name
}

// A soul is somebody of the world.
type soul struct{ id, name, country, employer string }

// syllables are enough for a hundred thousand people of whom hardly two have
// names that are spelled alike, but for those that are meant to: with one less
// such coincidences, which grow with the square of the people, come to be
// more than the planted ones.
const syllables = 5

// name is a person's that hardly anybody else has.
func name(rng *rand.Rand) string {
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	surname := ""
	for range syllables {
		surname += pick(onsets) + pick(nuclei)
	}
	return pick(givens) + " " + strings.ToUpper(surname[:1]) + surname[1:] + "n"
}

// souls are the people of a story.
func (w *World) souls(story int) []soul {
	rng := rand.New(rand.NewPCG(w.seed, uint64(2*story+1)))
	out := make([]soul, 1+rng.IntN(3))
	for i := range out {
		out[i] = soul{fmt.Sprint("soul ", story, " ", i), name(rng), codes[rng.IntN(len(codes))], fmt.Sprintf("%s Works", name(rng))}
	}
	if story > 0 && rng.IntN(5) == 0 {
		// The namesake of somebody of another story, from elsewhere.
		other := w.souls(story - 1 - rng.IntN(min(story, 40)))[0]
		out[0].name = other.name
		for out[0].country == other.country {
			out[0].country = codes[rng.IntN(len(codes))]
		}
	}
	return out
}

// An Article is what one article yields, with what its records truly are.
type Article struct {
	Sub   *graph.Subgraph
	Truth map[string]string // node → what it is
}

// Article makes the i-th article.
func (w *World) Article(i int) Article {
	story, telling := w.tellers[i][0], w.tellers[i][1]
	rng := rand.New(rand.NewPCG(w.seed, uint64(2*story)))
	when := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rng.IntN(1500))
	sort, town, killed := sorts[rng.IntN(len(sorts))], w.town(rng), 10+rng.IntN(200)
	rng = rand.New(rand.NewPCG(w.seed^1, uint64(i)))
	souls := w.souls(story)
	out := Article{Truth: map[string]string{}}

	figure := graph.NewQuantity("killed", graph.AtLeast, float64(killed-rng.IntN(1+killed/10)), "person", "")
	figure.Words = fmt.Sprintf("at least %.0f", figure.Value)
	text := fmt.Sprintf("A %s in %s killed %s people, the Great Power said.", sort.trigger, town, figure.Words)
	for _, s := range souls {
		text += fmt.Sprintf(" %s of %s was there.", s.name, s.employer)
	}
	day := graphtest.DayInterval(when.Year(), when.Month(), when.Day())
	published := when.AddDate(0, 0, 1+telling%3)
	b := graphtest.NewBuilder(graph.Article{
		Title: fmt.Sprintf("Telling %d of the %s", i, sort.trigger), Text: text, Publisher: fmt.Sprintf("Outlet %d", i%50),
		Published: graphtest.DayInterval(published.Year(), published.Month(), published.Day()),
	})
	event := b.Event(graph.Event{Label: sort.trigger + " in " + town, Type: sort.class, Modes: []string{sort.mode}, Realis: graph.Occurred, Time: day}, sort.trigger)
	out.Truth[event] = fmt.Sprint("event ", story)
	b.Join(graph.Relationship{Type: graph.At, From: event, To: b.Place(graph.Place{Kind: graph.City, Name: town}, town)}, graph.RoleArgument, town)
	var chain []graph.Relationship
	if i%10 == 0 {
		power := b.Actor(graph.Actor{Kind: graph.Organization, Name: "Great Power"}, "Great Power")
		out.Truth[power] = "power"
		b.Join(graph.Relationship{Type: graph.Participant, From: event, To: power, Role: "speaker"}, graph.RoleArgument, "Great Power")
		chain = append(chain, graph.Relationship{To: power, Act: "assert"})
	}
	claim := b.Claim(graph.Claim{Act: "assert", Class: "quantity", Text: text[:strings.Index(text, ",")], Content: figure.Words, Quantity: &figure}, chain...)
	b.Join(graph.Relationship{Type: graph.AboutRel, From: claim, To: event}, graph.RoleContent, figure.Words)
	for n, s := range souls {
		a := graph.Actor{Kind: graph.Person, Name: s.name}
		if rng.IntN(10) < 7 {
			a.Country = s.country
		}
		id := b.Actor(a, s.name)
		out.Truth[id] = s.id
		if rng.IntN(10) < 7 {
			b.Join(graph.Relationship{Type: graph.EmployedBy, From: id, To: b.Actor(graph.Actor{Kind: graph.Organization, Name: s.employer}, s.employer)}, graph.RoleMention, s.name)
		}
		if n == 0 && rng.IntN(2) == 0 {
			b.Join(graph.Relationship{Type: graph.Participant, From: event, To: id, Role: "victim"}, graph.RoleArgument, s.name)
		}
	}
	out.Sub = b.Subgraph()
	return out
}
