package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
)

var randomScenarios = []scenario{
	{"histories", "after any history of Put, Delete and Put again, every answer is that of the articles that are left", func(t *testing.T, s graph.Store) {
		for seed := range *runs {
			r := rand.New(rand.NewPCG(uint64(seed), 7))
			m := newReference()
			history(t, r, s, m)
			sameState(t, s, state(t, m), fmt.Sprintf("the history of seed %d", seed))
			for range 12 {
				if name, of := randomQuestion(r, m); !t.Failed() {
					check(t, s, m, []ask{{fmt.Sprintf("seed %d %s", seed, name), of, nil}})
				}
			}
			if t.Failed() {
				return
			}
			for article := range m.kept {
				if err := s.Delete(t.Context(), article); err != nil {
					t.Fatal(err)
				}
			}
			sameState(t, s, stateOf(t), fmt.Sprintf("deleting all of seed %d", seed))
		}
	}},
}

// history does the same random things to the store and to the reference.
func history(t *testing.T, r *rand.Rand, s graph.Store, m *reference) {
	t.Helper()
	var pool []graph.Article
	for i := range 5 {
		pool = append(pool, randomArticle(r, i))
	}
	for step := range 10 {
		article := pool[r.IntN(len(pool))]
		id := NewBuilder(article).article().ID
		if _, there := m.kept[id]; there && r.IntN(3) == 0 {
			if err := s.Delete(t.Context(), id); err != nil {
				t.Fatal(err)
			}
			if err := m.Delete(t.Context(), id); err != nil {
				t.Fatal(err)
			}
			continue
		}
		sub := randomReading(r, article)
		for _, store := range []graph.Writer{s, m} {
			if err := store.Put(t.Context(), sub, Ingested(step)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The words of random articles: names that begin alike, share words, differ in
// case and accents only.
var (
	randomNames = []string{"Ann", "Anna", "Anna Bell", "ANNA", "Bell-Ann", "Ännä", "Bell Anna Cox", "Cox", "cox bell"}
	randomKinds = []graph.ActorKind{graph.Person, graph.Organization}
	randomTypes = []string{"ASSAULT", "PROTEST"}
	randomActs  = []string{"assert", "deny"}
	randomHomes = []string{graph.DefaultCollection, Archive}
)

func pick[E any](r *rand.Rand, from []E) E { return from[r.IntN(len(from))] }

// randomInterval is a day, half a day, a half-open time or nothing, within a week.
func randomInterval(r *rand.Rand) *graph.Interval {
	day := Day(2024, 5, 1+r.IntN(7))
	switch r.IntN(6) {
	case 0:
		return nil
	case 1:
		return Before(day)
	case 2:
		return Since(day)
	case 3:
		i := DayInterval(2024, 5, day.Day())
		i.Latest = i.Earliest.Add(12 * time.Hour)
		return i
	}
	return DayInterval(2024, 5, day.Day())
}

func randomArticle(r *rand.Rand, i int) graph.Article {
	return graph.Article{
		Collection: pick(r, randomHomes), Title: pick(r, randomNames), Publisher: pick(r, []string{"", "Ann", "Bell"}),
		Text: strings.Join(randomNames, ", ") + fmt.Sprintf(" met %d times, it was said.", i), Published: randomInterval(r),
	}
}

// randomReading finds some of what an article holds.
func randomReading(r *rand.Rand, article graph.Article) *graph.Subgraph {
	b := NewBuilder(article)
	var who, where, what []string
	seen := map[string]bool{}
	for range r.IntN(4) {
		a := graph.Actor{Kind: pick(r, randomKinds), Name: pick(r, randomNames)}
		for range r.IntN(3) {
			a = a.Join(graph.Actor{Name: a.Name, Aliases: []string{pick(r, randomNames)}})
		}
		a.Collection = b.article().Collection
		if a.Identify(); !seen[a.ID] {
			seen[a.ID] = true
			who = append(who, b.Actor(a, pick(r, randomNames)))
		}
	}
	for range r.IntN(2) {
		where = append(where, b.Place(graph.Place{Kind: graph.City, Name: pick(r, randomNames)}, pick(r, randomNames)))
	}
	for i := range r.IntN(3) {
		what = append(what, b.Event(graph.Event{Label: pick(r, randomNames), Type: pick(r, randomTypes), Realis: pick(r, graph.Realises), Time: randomInterval(r)}, []string{"met", "times"}[i]))
	}
	if len(what) > 0 && len(who) > 0 {
		b.Join(graph.Relationship{Type: graph.Participant, From: pick(r, what), To: pick(r, who), Role: "actor"}, graph.RoleArgument, "met")
	}
	if len(what) > 0 && len(where) > 0 {
		b.Join(graph.Relationship{Type: graph.At, From: pick(r, what), To: pick(r, where)}, graph.RoleArgument, "met")
	}
	if len(who) > 0 {
		var chain []graph.Relationship
		for range r.IntN(3) {
			chain = append(chain, graph.Relationship{To: pick(r, who)})
		}
		said := b.Claim(graph.Claim{Act: pick(r, randomActs), Text: pick(r, randomNames), Content: pick(r, randomNames[:2]), Said: randomInterval(r)}, chain...)
		b.Join(graph.Relationship{Type: graph.AboutRel, From: said, To: pick(r, append(what, who...))}, graph.RoleContent, "said")
	}
	return b.Subgraph()
}
