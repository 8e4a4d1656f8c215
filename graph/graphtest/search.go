package graphtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

var searchScenarios = []scenario{
	{"names", "what is named exactly so comes first, then what begins so, then the rest; within these actors, places, events, claims, articles", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"two kinds of one name", search(graph.SearchQuery{Text: "Norland", Kinds: []graph.Kind{graph.KindActor, graph.KindPlace, graph.KindArticle}}),
				[]string{w.NorlandState, w.Norland, w.Inquiry.Articles[0].ID, w.Ministry, w.Blast.Articles[0].ID, w.Background.Articles[0].ID}},
			{"exact before prefix", search(graph.SearchQuery{Text: "delta front", Kinds: []graph.Kind{graph.KindActor}}), []string{w.DeltaFront, w.Front}},
			{"all kinds", search(graph.SearchQuery{Text: "front"}), nil},
			{"order of kinds asked does not matter", search(graph.SearchQuery{Text: "kelm", Kinds: []graph.Kind{graph.KindArticle, graph.KindPlace}}), nil},
		})
	}},
	{"terms", "every word must be there, in any order; the last may be a beginning", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		actorsOnly := []graph.Kind{graph.KindActor}
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"prefix", search(graph.SearchQuery{Text: "minis", Kinds: actorsOnly}), []string{w.Ministry, w.Minister}},
			{"last is a prefix", search(graph.SearchQuery{Text: "interior minis", Kinds: actorsOnly}), []string{w.Ministry, w.Minister}},
			{"any order", search(graph.SearchQuery{Text: "ministry interior", Kinds: actorsOnly}), []string{w.Ministry}},
			{"only the last is a prefix", search(graph.SearchQuery{Text: "inter ministry", Kinds: actorsOnly}), []string{}},
			{"all terms", search(graph.SearchQuery{Text: "free ministry", Kinds: actorsOnly}), []string{}},
			{"alias", search(graph.SearchQuery{Text: "fdf", Kinds: actorsOnly}), []string{w.Front}},
			{"name and alias together", search(graph.SearchQuery{Text: "norland interior", Kinds: actorsOnly}), []string{w.Ministry}},
			{"unaccented", search(graph.SearchQuery{Text: "jose alvarez", Kinds: actorsOnly}), []string{w.Minister}},
			{"accented", search(graph.SearchQuery{Text: "JOSÉ", Kinds: actorsOnly}), []string{w.Minister}},
			{"decomposed", search(graph.SearchQuery{Text: "Jose\u0301 A\u0301lvarez", Kinds: actorsOnly}), []string{w.Minister}},
			{"hyphen", search(graph.SearchQuery{Text: "Saint-Orin", Kinds: []graph.Kind{graph.KindPlace}}), []string{w.SaintOrin}},
			{"hyphen and prefix", search(graph.SearchQuery{Text: "saint-or", Kinds: []graph.Kind{graph.KindPlace}}), []string{w.SaintOrin}},
			{"blank for hyphen", search(graph.SearchQuery{Text: "saint orin", Kinds: []graph.Kind{graph.KindPlace}}), []string{w.SaintOrin}},
			{"possessive", search(graph.SearchQuery{Text: "norland's interior", Kinds: actorsOnly}), []string{w.Ministry}},
			{"number", search(graph.SearchQuery{Text: "11", Kinds: []graph.Kind{graph.KindClaim}}), []string{w.ElevenDead}},
			{"words of an article", search(graph.SearchQuery{Text: "ferry worker", Kinds: []graph.Kind{graph.KindArticle}}), []string{w.Blast.Articles[0].ID}},
			{"nothing", search(graph.SearchQuery{Text: "zebra"}), []string{}},
		})
	}},
	{"types", "a search may be for kinds of actors, types of events and acts of claims; places and articles have none of these", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		check(t, s, referenceOf(t, w.Articles()...), []ask{
			{"kind of actor", search(graph.SearchQuery{Text: "norland", Types: []string{string(graph.State)}}), []string{w.NorlandState}},
			{"type of event", search(graph.SearchQuery{Text: "blast", Types: []string{"ASSAULT", "PROTEST"}}), []string{w.Explosion}},
			{"act of claim", search(graph.SearchQuery{Text: "front", Types: []string{"deny"}}), []string{w.FrontDenies}},
			{"several sorts", search(graph.SearchQuery{Text: "front", Types: []string{"deny", string(graph.ArmedGroup)}}), []string{w.DeltaFront, w.Front, w.FrontDenies}},
			{"beside kinds", search(graph.SearchQuery{Text: "front", Kinds: []graph.Kind{graph.KindClaim, graph.KindPlace}, Types: []string{"deny", string(graph.ArmedGroup)}}), []string{w.FrontDenies}},
			{"kind of place is none", search(graph.SearchQuery{Text: "kelm", Types: []string{string(graph.City)}}), []string{}},
			{"no type", search(graph.SearchQuery{Text: "kelm", Types: []string{""}}), []string{}},
			{"unknown", search(graph.SearchQuery{Text: "kelm", Types: []string{"ghost' OR 1"}}), []string{}},
		})
	}},
	{"facets", "facets count all that is found, by kind, type and collection, and nothing that is not", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		facets := func(q graph.SearchQuery, kinds, types, collections []graph.Facet) {
			t.Helper()
			q.Facets = true
			a, err := s.Search(t.Context(), q)
			want := map[string][]graph.Facet{graph.FacetKind: kinds, graph.FacetType: types, graph.FacetCollection: collections}
			if err != nil {
				t.Errorf("%+v: %v", q, err)
			}
			sameFacets(t, a.Facets, want)
		}
		ofDefault := func(n int) []graph.Facet { return []graph.Facet{{Value: graph.DefaultCollection, Count: n}} }
		interior := graph.SearchQuery{Text: "interior", Kinds: []graph.Kind{graph.KindActor, graph.KindClaim}}
		kinds := []graph.Facet{{Value: "Claim", Count: 3}, {Value: "Actor", Count: 2}}
		types := []graph.Facet{{Value: "assert", Count: 2}, {Value: "accuse", Count: 1}, {Value: "person", Count: 1}, {Value: "public_body", Count: 1}}
		facets(interior, kinds, types, ofDefault(5))
		interior.Page.Limit = 1
		facets(interior, kinds, types, ofDefault(5))
		interior.Page.After = &graph.Cursor{Class: 2, Sort: "z", ID: w.FrontAccused}
		facets(interior, kinds, types, ofDefault(5))
		interior.Types = []string{"assert"}
		facets(interior, []graph.Facet{{Value: "Claim", Count: 2}}, []graph.Facet{{Value: "assert", Count: 2}}, ofDefault(2))
		places := []graph.Kind{graph.KindPlace, graph.KindArticle}
		facets(graph.SearchQuery{Scope: everything, Text: "kelm", Kinds: places}, []graph.Facet{{Value: "Article", Count: 3}, {Value: "Place", Count: 2}}, nil,
			[]graph.Facet{{Value: graph.DefaultCollection, Count: 3}, {Value: Archive, Count: 2}})
		facets(graph.SearchQuery{Text: "zebra"}, nil, nil, nil)
		if a, err := s.Search(t.Context(), graph.SearchQuery{Text: "kelm"}); err != nil || a.Facets != nil {
			t.Errorf("facets that nobody asked for: %v, %v", a.Facets, err)
		}
		m := referenceOf(t, w.Articles()...)
		check(t, s, m, []ask{
			{"of a day", search(graph.SearchQuery{Scope: graph.Scope{Published: graph.Window{To: Day(2024, 5, 4)}}, Text: "front", Facets: true}), nil},
			{"as of", search(graph.SearchQuery{Scope: graph.Scope{AsOf: Ingested(0)}, Text: "fdf", Facets: true}), nil},
		})
	}},
	{"facets of much", "of more than MaxCount matches the first are counted", func(t *testing.T, s graph.Store) {
		sub := chorus(graph.MaxCount + 5)
		put(t, s, sub)
		check(t, s, referenceOf(t, sub), []ask{
			{"claims", search(graph.SearchQuery{Text: "sing", Facets: true, Page: graph.Page{Limit: 1}}), nil},
		})
	}},
	{"hostile", "no text is read as a query language", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		for _, text := range []string{
			`kelm"`, `"kelm`, `kelm*`, `*kelm`, `kel?`, `AND`, `OR kelm`, `NOT kelm`, `kelm AND`, `kelm OR front`, `NEAR(kelm`, `NEAR(kelm front, 5)`,
			`terms:kelm`, `name:kelm`, `{name} : kelm`, `^kelm`, `kelm~`, `kelm~2`, `kelm^4`, `[a TO z]`, `+kelm -front`, `(kelm`, `kelm)`, `kelm && front`, `kelm || front`,
			`!kelm`, `\kelm\`, `kelm/`, `/kelm.*/`, `'; DROP TABLE node; --`, `%`, `_`, `kelm%`, "kelm\x00front", "kelm\xff", `$query`, `:query`, `@query`, `?1`, "kelm\tfront\n",
		} {
			got, err := s.Search(t.Context(), graph.SearchQuery{Scope: everything, Text: text})
			want, wantErr := m.Search(t.Context(), graph.SearchQuery{Scope: everything, Text: text})
			if sameError(t, "search for "+text, err, wantErr) {
				sameAnswer(t, got, want)
			}
		}
	}},
	{"many endings", "a beginning finds what any of its words is in, however many these are", func(t *testing.T, s graph.Store) {
		var subs []*graph.Subgraph
		for i := range 7 {
			var text strings.Builder
			for j := range 60 {
				fmt.Fprintf(&text, "quux%d ", 60*i+j)
			}
			subs = append(subs, NewBuilder(graph.Article{Text: text.String(), Title: fmt.Sprint("List ", i), Published: DayInterval(2019+i, 12, 31)}).Subgraph())
		}
		put(t, s, subs...)
		within := func(from, to int) graph.Scope {
			return graph.Scope{Published: graph.Window{From: Day(from, 1, 1), To: Day(to, 1, 1)}}
		}
		check(t, s, referenceOf(t, subs...), []ask{
			{"all", search(graph.SearchQuery{Text: "quu", Page: graph.Page{Limit: 3}}), nil},
			{"two letters", search(graph.SearchQuery{Text: "qu", Page: graph.Page{Limit: 3}}), nil},
			{"some", search(graph.SearchQuery{Text: "quux41", Page: graph.Page{Limit: 3}}), nil},
			{"in a year", search(graph.SearchQuery{Text: "quux", Scope: within(2020, 2021)}), nil},
			{"in years", search(graph.SearchQuery{Text: "quux", Scope: within(2020, 2024), Page: graph.Page{Limit: 1}}), nil},
			{"in decades", search(graph.SearchQuery{Text: "quux", Scope: within(1990, 2023)}), nil},
			{"since", search(graph.SearchQuery{Text: "quux", Scope: graph.Scope{Published: graph.Window{From: Day(2022, 12, 31)}}}), nil},
		})
	}},
	{"empty", "a search needs a word", func(t *testing.T, s graph.Store) {
		putWorld(t, s)
		for _, text := range []string{"", " ", `"`, "*", "--", "…", "\x00"} {
			if _, err := s.Search(t.Context(), graph.SearchQuery{Text: text}); !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("search for %q: %v, want ErrInvalid", text, err)
			}
		}
	}},
	{"scripts", "words of every script are found whole and by their beginning, and case is folded once", func(t *testing.T, s graph.Store) {
		text := "Москва, Ελλάδος, مدينة, 東京都, 서울, Straße, Łódź, İzmir, ⅷ, ﬁrst, 𞤀𞤣𞤤𞤢𞤥, e\u0301te\u0301, ǅ, Σίσυφος."
		b := NewBuilder(graph.Article{Text: text, Title: "Scripts"})
		put(t, s, b.Subgraph())
		m := referenceOf(t, b.Subgraph())
		for _, word := range []string{"москва", "МОСК", "ελλαδος", "Ελλάδοσ", "مدين", "東京", "서울", "strasse", "straß", "lodz", "łod", "izmir", "viii", "FIRST", "𞤢𞤣", "été", "ǆ", "σισυφο", "ΣΊΣΥΦΟΣ"} {
			got, err := s.Search(t.Context(), graph.SearchQuery{Text: word})
			want, wantErr := m.Search(t.Context(), graph.SearchQuery{Text: word})
			if sameError(t, "search for "+word, err, wantErr) && len(got.Order) != len(want.Order) {
				t.Errorf("search for %q finds %d articles, want %d", word, len(got.Order), len(want.Order))
			}
		}
	}},
}

// sameFacets compares facets, of which an empty one may be nil.
func sameFacets(t *testing.T, got, want map[string][]graph.Facet) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("facets %v, want %v", got, want)
	}
	for name := range want {
		if _, there := got[name]; !there || !slices.Equal(got[name], want[name]) {
			t.Errorf("facet %s: %v, want %v", name, got[name], want[name])
		}
	}
}
