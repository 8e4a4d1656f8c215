package graphtest

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

// goldenState is the state hash of the whole fixture. It is the same in every
// store; it changes only when the fixture or the form of a record does.
const goldenState = "5204f6e09cab4983b0590cc0aa0c1d52186e9bf34c4b66c4d23437daefe1905c"

var putScenarios = []scenario{
	{"round trip", "Contribution gives back, byte for byte, what was put for an article", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		for _, sub := range w.Articles() {
			got, err := s.Contribution(t.Context(), everything, sub.Articles[0].ID)
			if err != nil {
				t.Fatal(err)
			}
			sameGraph(t, got, *sub)
		}
	}},
	{"golden state", "the fixture has one state hash in all stores", func(t *testing.T, s graph.Store) {
		putWorld(t, s)
		h, err := graph.Hash(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		if h.String() != goldenState {
			t.Errorf("state %s of %d records, want %s", h.String(), h.Count(), goldenState)
		}
	}},
	{"caller keeps its subgraph", "Put reads what it is given and does not change it", func(t *testing.T, s graph.Store) {
		sub := NewWorld().Blast
		sub.Actors[0], sub.Actors[1] = sub.Actors[1], sub.Actors[0] // no order is asked of an extractor
		before := string(toJSON(t, sub))
		put(t, s, sub)
		if string(toJSON(t, sub)) != before {
			t.Error("the subgraph that was put is no longer what it was")
		}
	}},
	{"twice", "putting an article again changes nothing", func(t *testing.T, s graph.Store) {
		w := NewWorld()
		put(t, s, w.Blast, w.Inquiry, w.Blast, w.Inquiry, w.Blast)
		sameState(t, s, stateOf(t, w.Blast, w.Inquiry), "putting two articles several times")
	}},
	{"replace", "another reading of an article takes the place of the former one", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		shorter := reread(w.Inquiry)
		put(t, s, shorter)
		sameState(t, s, stateOf(t, w.Blast, shorter, w.Background, w.Reopening), "replacing the reading of an article")
		got, err := s.Contribution(t.Context(), everything, shorter.Articles[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		sameGraph(t, got, *shorter)
		put(t, s, w.Inquiry)
		sameState(t, s, stateOf(t, w.Articles()...), "going back to the first reading")
		relabeled := NewWorld().Inquiry
		relabeled.Articles[0].Language = "en-GB" // is no part of the id
		put(t, s, relabeled)
		sameState(t, s, stateOf(t, w.Blast, relabeled, w.Background, w.Reopening), "putting an article with another language")
	}},
	{"article alone", "an article in which nothing was found is still an article", func(t *testing.T, s graph.Store) {
		b := NewBuilder(graph.Article{Text: "Nothing happened today.", Title: "Quiet day"})
		put(t, s, b.Subgraph())
		a, err := s.Articles(t.Context(), graph.ArticleQuery{})
		if err != nil {
			t.Fatal(err)
		}
		sameGraph(t, a.Graph, *b.Subgraph())
	}},
	{"every character", "text comes back as it went in, whatever it holds", func(t *testing.T, s graph.Store) {
		text := "NUL \x00, bell \a, quotes '\"`, backslash \\, braces {} $x, \r\n line ends \u2028, عربي, 中文, é as e\u0301, 😀.\n" + strings.Repeat("long ", 40000)
		b := NewBuilder(graph.Article{Text: text, Title: "'; DROP TABLE node; --", Collection: "it's \"odd\" {$c}"})
		b.Actor(graph.Actor{Kind: graph.Person, Name: "O'Neil \"中文\" {$x}", Aliases: []string{"😀"}}, "中文", "😀")
		put(t, s, b.Subgraph())
		got, err := s.Contribution(t.Context(), everything, b.article().ID)
		if err != nil {
			t.Fatal(err)
		}
		sameGraph(t, got, *b.Subgraph())
		a, err := s.Actors(t.Context(), graph.ActorQuery{Scope: graph.Scope{Collections: []string{"it's \"odd\" {$c}"}}})
		if err != nil || len(a.Order) != 1 {
			t.Errorf("an odd collection answers %v, %v", a.Order, err)
		}
	}},
	{"refusal", "what Validate refuses leaves nothing behind, and what was there stays", func(t *testing.T, s graph.Store) {
		w := NewWorld()
		put(t, s, w.Blast)
		before := state(t, s)
		for _, broken := range []*graph.Subgraph{breakQuote(NewWorld().Inquiry), breakQuote(NewWorld().Blast), dropEnd(NewWorld().Inquiry), {}} {
			err := s.Put(t.Context(), broken, Ingested(1))
			var refused *graph.ValidationError
			if !errors.As(err, &refused) || !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("a broken subgraph is answered with %v, want a *graph.ValidationError", err)
			}
		}
		sameState(t, s, before, "refusing broken subgraphs")
		if _, err := s.Contribution(t.Context(), everything, w.Inquiry.Articles[0].ID); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("a refused article is answered with %v, want ErrNotFound", err)
		}
	}},
	{"no number", "what has no canonical form is refused like the rest", func(t *testing.T, s graph.Store) {
		w := NewWorld()
		put(t, s, w.Inquiry)
		before := state(t, s)
		nowhere := math.NaN()
		i := slices.IndexFunc(w.Blast.Places, func(p graph.Place) bool { return p.Lat != nil })
		w.Blast.Places[i].Lat = &nowhere
		if err := s.Put(t.Context(), w.Blast, Ingested(1)); err == nil {
			t.Error("a latitude that is no number was accepted")
		}
		sameState(t, s, before, "refusing a place without a number")
	}},
}

// reread is the same article read less thoroughly: without events and claims,
// and with an alias that the first reading missed.
func reread(sub *graph.Subgraph) *graph.Subgraph {
	b := NewBuilder(sub.Articles[0])
	b.Actor(graph.Actor{Kind: graph.ArmedGroup, Name: "Free Delta Front", Aliases: []string{"Front"}, Sector: "REB"}, "FDF")
	b.Place(graph.Place{Kind: graph.City, Name: "Kelm"}, "Kelm")
	return b.Subgraph()
}

// breakQuote changes one letter of the last quote.
func breakQuote(sub *graph.Subgraph) *graph.Subgraph {
	evidence := sub.Claims[len(sub.Claims)-1].Evidence
	e := &evidence[len(evidence)-1]
	e.Quote = "x" + e.Quote[1:]
	return sub
}

// dropEnd takes a node away to which relationships lead.
func dropEnd(sub *graph.Subgraph) *graph.Subgraph {
	sub.Events = sub.Events[1:]
	return sub
}
