package graphtest

import (
	"testing"

	"github.com/claimline/claimline/graph"
)

var listScenarios = []scenario{
	{"articles", "articles come by date of publication, undated ones last", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		blast, inquiry, background, reopening := w.Blast.Articles[0].ID, w.Inquiry.Articles[0].ID, w.Background.Articles[0].ID, w.Reopening.Articles[0].ID
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"default collection", articles(graph.ArticleQuery{}), []string{blast, inquiry, background}},
			{"all", articles(graph.ArticleQuery{Scope: everything}), []string{blast, inquiry, reopening, background}},
			{"publisher", articles(graph.ArticleQuery{Scope: everything, Publisher: "Delta Wire"}), []string{inquiry, reopening}},
			{"publisher in part", articles(graph.ArticleQuery{Scope: everything, Publisher: "Delta"}), []string{}},
		})
	}},
	{"actors", "actors come by name, and each filter keeps what it says", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"all by name", actors(graph.ActorQuery{}), []string{
				w.Worker, w.DeltaFront, w.Front, w.Post, w.Heron, w.Ministry, w.Minister, w.NorlandState, w.Officials, w.Captain, w.Observer,
			}},
			{"kind", actors(graph.ActorQuery{Kinds: []graph.ActorKind{graph.Person}}), []string{w.Worker, w.Heron, w.Minister}},
			{"kinds", actors(graph.ActorQuery{Kinds: []graph.ActorKind{graph.State, graph.ArmedGroup}}), []string{w.DeltaFront, w.Front, w.NorlandState}},
			{"unknown kind", actors(graph.ActorQuery{Kinds: []graph.ActorKind{"ghost"}}), []string{}},
			{"name begins", actors(graph.ActorQuery{Name: "The "}), []string{w.Captain, w.Observer}},
			{"name folded", actors(graph.ActorQuery{Name: "JOSÉ Álv"}), []string{w.Minister}},
			{"alias is no name", actors(graph.ActorQuery{Name: "FDF"}), []string{}},
			{"name with wildcards", actors(graph.ActorQuery{Name: "f%_*"}), []string{w.Front}},
			{"article", actors(graph.ActorQuery{Article: w.Background.Articles[0].ID}), []string{w.DeltaFront, w.Front, w.Heron}},
			{"article out of scope", actors(graph.ActorQuery{Article: w.Reopening.Articles[0].ID}), []string{}},
			{"all filters", actors(graph.ActorQuery{Article: w.Blast.Articles[0].ID, Name: "free", Kinds: []graph.ActorKind{graph.ArmedGroup}}), []string{w.Front}},
		})
	}},
	{"events", "events come by when they happened, and each filter keeps what it says", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"all by time", events(graph.EventQuery{}), []string{w.Rallies, w.Attack, w.Explosion, w.Split, w.Escape, w.Election}},
			{"type", events(graph.EventQuery{Types: []string{"ASSAULT"}}), []string{w.Attack, w.Explosion}},
			{"types", events(graph.EventQuery{Types: []string{"x-org", "PROTEST"}}), []string{w.Rallies, w.Split}},
			{"realis", events(graph.EventQuery{Realis: []graph.Realis{graph.Future, graph.Historical}}), []string{w.Split, w.Election}},
			{"article", events(graph.EventQuery{Article: w.Blast.Articles[0].ID}), []string{w.Rallies, w.Explosion}},
			{"participant", events(graph.EventQuery{Actor: w.Front}), []string{w.Attack, w.Split}},
			{"place", events(graph.EventQuery{Place: w.Kelm}), []string{w.Attack, w.Explosion}},
			{"a larger place is another place", events(graph.EventQuery{Place: w.Norland}), []string{}},
			{"happened", events(graph.EventQuery{Happened: graph.Window{From: Day(2024, 5, 2), To: Day(2024, 5, 3)}}), []string{w.Rallies, w.Attack, w.Explosion, w.Escape}},
			{"all filters", events(graph.EventQuery{
				Types: []string{"ASSAULT"}, Realis: []graph.Realis{graph.Occurred}, Article: w.Inquiry.Articles[0].ID, Actor: w.Front, Place: w.Kelm,
				Happened: graph.Window{From: Day(2024, 5, 2)},
			}), []string{w.Attack}},
		})
	}},
	{"claims", "claims come by publication, article and place in the text, and each filter keeps what it says", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"all", claims(graph.ClaimQuery{}), []string{w.NineKilled, w.TwoBangs, w.FrontDenies, w.ElevenDead, w.MenFled, w.FrontAccused, w.ArmedByBackers}},
			{"act", claims(graph.ClaimQuery{Acts: []string{"deny", "accuse"}}), []string{w.FrontDenies, w.FrontAccused}},
			{"article", claims(graph.ClaimQuery{Article: w.Inquiry.Articles[0].ID}), []string{w.ElevenDead, w.MenFled, w.FrontAccused}},
			{"innermost source", claims(graph.ClaimQuery{Source: w.Captain}), []string{w.MenFled}},
			{"middle source", claims(graph.ClaimQuery{Source: w.Officials}), []string{w.MenFled}},
			{"outermost source", claims(graph.ClaimQuery{Source: w.Observer}), []string{w.MenFled}},
			{"source of several articles", claims(graph.ClaimQuery{Source: w.Ministry}), []string{w.NineKilled, w.ElevenDead}},
			{"source, not subject", claims(graph.ClaimQuery{Source: w.Front}), []string{w.FrontDenies}},
			{"about an event", claims(graph.ClaimQuery{About: w.Explosion}), []string{w.NineKilled, w.TwoBangs, w.FrontDenies}},
			{"about an actor", claims(graph.ClaimQuery{About: w.Front}), []string{w.FrontDenies, w.ArmedByBackers}},
			{"metric", claims(graph.ClaimQuery{Metric: "killed"}), []string{w.NineKilled, w.ElevenDead}},
			{"unknown metric", claims(graph.ClaimQuery{Metric: "injured"}), []string{}},
			{"said", claims(graph.ClaimQuery{Said: graph.Window{From: Day(2024, 5, 3), To: Day(2024, 5, 4)}}), []string{w.TwoBangs, w.FrontDenies, w.FrontAccused}},
			{"all filters", claims(graph.ClaimQuery{
				Acts: []string{"assert"}, Article: w.Inquiry.Articles[0].ID, Source: w.Ministry, About: w.Attack, Metric: "killed", Said: graph.Window{To: Day(2024, 5, 5)},
			}), []string{w.ElevenDead}},
		})
	}},
	{"what surrounds a listed node", "an event or claim in a list comes with its relationships, their other ends and the articles; an actor or article comes alone", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		a, err := s.Claims(t.Context(), graph.ClaimQuery{Source: w.Captain})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Graph.Actors) != 3 || len(a.Graph.Events) != 1 || len(a.Graph.Articles) != 1 || len(a.Graph.Relationships) != 5 {
			t.Errorf("a claim with a chain of three about one event brings %d actors, %d events, %d articles, %d relationships; want 3, 1, 1, 5",
				len(a.Graph.Actors), len(a.Graph.Events), len(a.Graph.Articles), len(a.Graph.Relationships))
		}
		a, err = s.Actors(t.Context(), graph.ActorQuery{})
		if err != nil {
			t.Fatal(err)
		}
		if n := len(a.Graph.Records()); n != len(a.Order) {
			t.Errorf("%d actors come with %d records", len(a.Order), n)
		}
	}},
}
