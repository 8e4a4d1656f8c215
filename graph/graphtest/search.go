package graphtest

import (
	"errors"
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
