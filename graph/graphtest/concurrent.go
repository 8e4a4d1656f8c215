package graphtest

import (
	"fmt"
	"sync"
	"testing"

	"github.com/claimline/claimline/graph"
)

var concurrentScenarios = []scenario{
	{"puts and reads", "articles put at the same time, while others read, give the state of putting them one by one", func(t *testing.T, s graph.Store) {
		const articles = 12
		var subs []*graph.Subgraph
		for i := range articles {
			subs = append(subs, bulletin(i))
		}
		var writers, readers sync.WaitGroup
		done := make(chan struct{})
		for i, sub := range subs {
			writers.Go(func() {
				for range 2 {
					if err := s.Put(t.Context(), sub, Ingested(i%5)); err != nil {
						t.Errorf("put %d: %v", i, err)
					}
				}
			})
		}
		for range 3 {
			readers.Go(func() { readUntil(t, s, done) })
		}
		writers.Wait()
		close(done)
		readers.Wait()
		sameState(t, s, stateOf(t, subs...), "concurrent puts")
	}},
	{"puts and deletes", "articles that share their actors come and go at the same time without harm to each other", func(t *testing.T, s graph.Store) {
		const articles = 8
		var all sync.WaitGroup
		var stay []*graph.Subgraph
		for i := range articles {
			sub := bulletin(i)
			if i%2 == 0 {
				stay = append(stay, sub)
			}
			all.Go(func() {
				if err := s.Put(t.Context(), sub, Ingested(0)); err != nil {
					t.Errorf("put %d: %v", i, err)
				}
				if i%2 == 0 {
					return
				}
				if err := s.Delete(t.Context(), sub.Articles[0].ID); err != nil {
					t.Errorf("delete %d: %v", i, err)
				}
			})
		}
		all.Wait()
		sameState(t, s, stateOf(t, stay...), "concurrent puts and deletes")
	}},
}

// readUntil asks, over and over, and checks that each answer is whole: every
// relationship has its ends and every event its article.
func readUntil(t *testing.T, s graph.Reader, done <-chan struct{}) {
	for {
		a, err := s.Events(t.Context(), graph.EventQuery{})
		if err != nil {
			t.Errorf("events during puts: %v", err)
			return
		}
		ids := map[string]bool{}
		for _, r := range a.Graph.Records() {
			ids[r.RecordID()] = true
		}
		for _, r := range a.Graph.Relationships {
			if !ids[r.From] || !ids[r.To] || !ids[r.Article] {
				t.Errorf("a torn answer: %s from %s to %s in %s, of which not all are there", r.Type, r.From, r.To, r.Article)
			}
		}
		select {
		case <-done:
			return
		default:
		}
	}
}

// bulletin is the i-th of many small articles about the same actor.
func bulletin(i int) *graph.Subgraph {
	alias := fmt.Sprintf("the council of week %d", i)
	b := NewBuilder(graph.Article{Text: fmt.Sprintf("The Harbor Council, %s, met and voted.", alias), Title: fmt.Sprintf("Bulletin %d", i)})
	council := b.Actor(graph.Actor{Kind: graph.PublicBody, Name: "Harbor Council", Aliases: []string{alias}}, "Harbor Council", alias)
	vote := b.Event(graph.Event{Label: "voted", Type: "AGREE", Realis: graph.Occurred, Time: DayInterval(2024, 3, 1+i)}, "voted")
	b.Join(graph.Relationship{Type: graph.Participant, From: vote, To: council, Role: "actor"}, graph.RoleArgument, "The Harbor Council")
	return b.Subgraph()
}
