package graphtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
)

var layerScenarios = []scenario{
	{"stale", "what came, changed or went since the layer was computed is known, until a layer takes in that very change", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		sameStale(t, s, m)
		sameVersion(t, s, m)
		first := settle(t, s, m)
		sameStale(t, s, m)
		sameVersion(t, s, m)
		put(t, s, reread(w.Inquiry))
		put(t, m, reread(w.Inquiry))
		remove(t, s, w.Blast)
		remove(t, m, w.Blast)
		sameStale(t, s, m)
		// The first layer's changes are not these.
		_, version, err := s.Stale(t.Context(), 9)
		if err != nil {
			t.Fatal(err)
		}
		first.Version = version
		if err := s.PutLayer(t.Context(), first); err != nil {
			t.Fatal(err)
		}
		sameStale(t, s, m)
	}},
	{"moved", "a layer computed from a state that is no longer there is refused, and changes nothing", func(t *testing.T, s graph.Store) {
		putWorld(t, s)
		part := graph.LayerPart{Collection: graph.DefaultCollection, Version: 1, Members: []graph.Member{{Article: "a", Node: "n", Unit: "n", Cluster: "n"}}}
		if err := s.PutLayer(t.Context(), part); !errors.Is(err, graph.ErrMoved) {
			t.Errorf("a layer of version 1 on none: %v, want ErrMoved", err)
		}
		if h, err := graph.HashLayer(t.Context(), s); err != nil || h.Count() != 0 {
			t.Errorf("%d records in the layer, %v", h.Count(), err)
		}
	}},
	{"questions", "members and findings are seen in the scopes that hold what they rest on, and in no other", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		before := state(t, s)
		for _, store := range []graph.Store{s, m} {
			putLayers(t, store, layersOf(w))
		}
		sameState(t, s, before, "putting a layer")
		sameLayer(t, s, m)
		sameLayerAnswers(t, s, m, w)
		remove(t, s, w.Blast)
		remove(t, m, w.Blast)
		sameLayerAnswers(t, s, m, w)
	}},
	{"replace", "a part replaces what was there of its articles and nothing else", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		parts := layersOf(w)
		for _, store := range []graph.Store{s, m} {
			putLayers(t, store, parts)
		}
		again := parts[0]
		again.Articles = again.Articles[:1]
		again.Members = slices.DeleteFunc(slices.Clone(again.Members), func(x graph.Member) bool { return x.Article != again.Articles[0] })
		for i := range again.Members {
			again.Members[i].Cluster = "another"
		}
		again.Findings = []graph.Finding{{ID: "new", Kind: graph.FindingSeries, Sort: "0", Owner: again.Articles[0], Parts: again.Articles, Body: json.RawMessage(`{}`)}}
		again.Keys = map[string][]string{again.Articles[0]: {"one", "other"}}
		for range 2 {
			for _, store := range []graph.Store{s, m} {
				putLayers(t, store, []graph.LayerPart{again})
			}
			sameLayer(t, s, m)
		}
		for _, keys := range [][]string{{"one"}, {"other", "name"}, {"no such key"}, {}} {
			for _, most := range []int{1, 9} {
				got, err := s.Sharing(t.Context(), again.Collection, keys, most)
				want, _ := m.Sharing(t.Context(), again.Collection, keys, most)
				if string(toJSON(t, got)) != string(toJSON(t, want)) || err != nil {
					t.Errorf("sharing %q, at most %d: %v, %v; want %v", keys, most, got, err, want)
				}
			}
		}
	}},
	{"log", "who judged and who took it back is on record, and a decision that cannot be taken back whole is not taken back", func(t *testing.T, s graph.Store) {
		w := putWorld(t, s)
		m := referenceOf(t, w.Articles()...)
		before := state(t, s)
		for _, store := range []graph.Store{s, m} {
			putLayers(t, store, layersOf(w))
			settle(t, store, store)
		}
		at := time.Date(2024, 5, 1, 12, 0, 0, 0, time.UTC)
		var judged, undone []graph.Decision
		for i, j := range w.Judgements() {
			judged = append(judged, graph.Decision{At: at.Add(time.Duration(i) * time.Minute), By: "person:ann", Action: graph.ActionJudge, Judgement: j})
			undone = append(undone, graph.Decision{At: at.Add(time.Hour), By: "person:bob", Action: graph.ActionUndo, Judgement: j})
		}
		for _, step := range []struct {
			decisions []graph.Decision
			want      error
		}{{undone, graph.ErrNotFound}, {judged[:1], nil}, {undone, graph.ErrNotFound}, {judged, nil}, {undone, nil}, {append(judged[:1:1], undone...), graph.ErrInvalid}} {
			for _, store := range []graph.Store{s, m} {
				if err := store.Decide(t.Context(), step.decisions); !errors.Is(err, step.want) {
					t.Errorf("%s: %v, want %v", store.Name(), err, step.want)
				}
			}
			sameState(t, s, state(t, m), "a decision")
			sameStale(t, s, m)
		}
		sameState(t, s, before, "undoing all")
		var page graph.Page
		for page.Limit = 2; ; {
			got, next, err := s.Decisions(t.Context(), page)
			want, wantNext, _ := m.Decisions(t.Context(), page)
			if err != nil || string(toJSON(t, got)) != string(toJSON(t, want)) || string(toJSON(t, next)) != string(toJSON(t, wantNext)) {
				t.Fatalf("log %s, %v; want %s", toJSON(t, got), err, toJSON(t, want))
			}
			if page.After = next; next == nil {
				break
			}
		}
	}},
}

// layersOf makes up a layer for each collection: nodes that two articles
// share are one unit, events of one type are one cluster, and there is a
// finding of each way to rest on articles.
func layersOf(w *World) []graph.LayerPart {
	byCollection := map[string]*graph.LayerPart{}
	var order []string
	for _, sub := range w.Articles() {
		a := sub.Articles[0]
		p := byCollection[a.Collection]
		if p == nil {
			p = &graph.LayerPart{Collection: a.Collection, Keys: map[string][]string{}}
			byCollection[a.Collection] = p
			order = append(order, a.Collection)
		}
		p.Articles = append(p.Articles, a.ID)
		p.Keys[a.ID] = []string{"name", "own " + a.ID}
		for _, r := range sub.Records() {
			switch r := r.(type) {
			case graph.Actor:
				p.Members = append(p.Members, graph.Member{Article: a.ID, Node: r.ID, Unit: r.ID, Cluster: r.ID})
			case graph.Event:
				p.Members = append(p.Members, graph.Member{Article: a.ID, Node: r.ID, Unit: r.ID, Cluster: "cluster " + r.Type})
				find(p, graph.FindingForecast, a.ID, graph.Finding{Type: r.Type, About: []string{r.ID}, Needs: []string{a.ID}, Parts: []string{"cluster " + r.Type}})
			case graph.Claim:
				find(p, graph.FindingLink, a.ID, graph.Finding{Type: r.Act, About: []string{r.ID}, Needs: []string{a.ID, w.Articles()[0].Articles[0].ID}})
				find(p, graph.FindingSeries, a.ID, graph.Finding{About: []string{r.ID, "metric"}, Parts: []string{a.ID, w.Articles()[1].Articles[0].ID}})
			}
		}
		for _, m := range p.Members {
			find(p, graph.FindingMerge, a.ID, graph.Finding{About: []string{m.Node}, Needs: []string{m.Unit, m.Cluster}})
		}
	}
	var out []graph.LayerPart
	for _, c := range order {
		out = append(out, *byCollection[c])
	}
	return out
}

// find adds a finding that goes with an article.
func find(p *graph.LayerPart, kind graph.FindingKind, owner string, f graph.Finding) {
	n := len(p.Findings)
	f.ID, f.Sort, f.Kind, f.Owner = fmt.Sprintf("%s %s %03d", p.Collection, kind, n), fmt.Sprintf("%02d", n%7), kind, owner
	f.Body = json.RawMessage(`{"n":1}`)
	slices.Sort(f.Needs)
	slices.Sort(f.Parts)
	p.Findings = append(p.Findings, f)
}

// putLayers puts parts, each on the version that is there.
func putLayers(t *testing.T, s graph.Store, parts []graph.LayerPart) {
	t.Helper()
	for _, p := range parts {
		for p.Version = 0; ; p.Version++ {
			err := s.PutLayer(t.Context(), p)
			if err == nil {
				break
			}
			if !errors.Is(err, graph.ErrMoved) || p.Version > 20 {
				t.Fatal(err)
			}
		}
	}
}

// settle takes in all changes that r knows of, one collection after another,
// and returns the first part put.
func settle(t *testing.T, s graph.Store, m graph.Store) graph.LayerPart {
	t.Helper()
	var first graph.LayerPart
	for n := 0; ; n++ {
		for _, store := range []graph.Store{s, m} {
			stale, version, err := store.Stale(t.Context(), 99)
			if err != nil {
				t.Fatal(err)
			}
			if len(stale) == 0 {
				if store == m {
					return first
				}
				continue
			}
			part := graph.LayerPart{Collection: stale[0].Collection, Version: version, Settled: stale}
			if n == 0 && store == s {
				first = part
			}
			if err := store.PutLayer(t.Context(), part); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// sameStale compares which articles are out of date; tokens are a store's own.
func sameStale(t *testing.T, s, m graph.Store) {
	t.Helper()
	list := func(r graph.Store) []graph.Stale {
		out, _, err := r.Stale(t.Context(), 99)
		if err != nil {
			t.Fatal(err)
		}
		for i := range out {
			if out[i].Token == "" {
				t.Error("a change without a token")
			}
			out[i].Token = ""
		}
		return out
	}
	if got, want := list(s), list(m); !slices.Equal(got, want) {
		t.Errorf("stale: %+v, want %+v", got, want)
	}
}

func sameVersion(t *testing.T, s, m graph.Store) {
	t.Helper()
	for _, collections := range [][]string{nil, {Archive}, {graph.DefaultCollection, Archive}, {graph.AnyCollection}} {
		scope := graph.Scope{Collections: collections}
		got, err := s.Version(t.Context(), scope)
		if err != nil {
			t.Fatal(err)
		}
		if want, err := m.Version(t.Context(), scope); err != nil || got != want {
			t.Errorf("the layer of %v is version %d, want %d, %v", collections, got, want, err)
		}
	}
}

func sameLayer(t *testing.T, s, m graph.Store) {
	t.Helper()
	got, err := graph.HashLayer(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	want, err := graph.HashLayer(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != want.String() {
		t.Errorf("the hash of the layer is %s of %d, want %s of %d", got.String(), got.Count(), want.String(), want.Count())
	}
}

// sameLayerAnswers asks for members and findings in many scopes.
func sameLayerAnswers(t *testing.T, s, m graph.Store, w *World) {
	t.Helper()
	scopes := []graph.Scope{
		{}, everything, {Collections: []string{Archive}}, {AsOf: Ingested(0)}, {AsOf: Ingested(1)}, {Published: graph.Window{From: Day(2024, 3, 2)}},
	}
	for i, scope := range scopes {
		for _, ids := range [][]string{{w.Ministry}, {w.Front, w.Attack}, {w.ArchiveFront}, {}} {
			got, err := s.Members(t.Context(), scope, ids)
			want, _ := m.Members(t.Context(), scope, ids)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("scope %d: members of %q: %+v, %v; want %+v", i, ids, got, err, want)
			}
		}
		for _, q := range []graph.FindingQuery{
			{}, {Kinds: []graph.FindingKind{graph.FindingLink, graph.FindingForecast}, Page: graph.Page{Limit: 4}},
			{About: []string{w.Front, w.NineKilled}}, {About: []string{"metric"}, Page: graph.Page{Limit: 1}}, {Types: []string{"deny", "ASSAULT"}}, {About: []string{"no such id"}},
		} {
			q.Scope = scope
			sameFindings(t, s, m, q)
		}
	}
	if _, err := s.Findings(t.Context(), graph.FindingQuery{Page: graph.Page{Limit: -1}}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a negative limit: %v, want ErrInvalid", err)
	}
}

// sameFindings follows all pages of a question.
func sameFindings(t *testing.T, s, m graph.Store, q graph.FindingQuery) {
	t.Helper()
	for {
		got, err := s.Findings(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		want, err := m.Findings(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := toJSON(t, got.List), toJSON(t, want.List); string(a) != string(b) || got.Total != want.Total {
			t.Fatalf("%+v: findings %s of %+v, want %s of %+v", q, a, got.Total, b, want.Total)
		}
		for i := range got.List {
			if !slices.Equal(got.List[i].Hidden, want.List[i].Hidden) {
				t.Errorf("%+v: %s hides %q, want %q", q, got.List[i].ID, got.List[i].Hidden, want.List[i].Hidden)
			}
		}
		sameGraph(t, got.Graph, want.Graph)
		if string(toJSON(t, got.Next)) != string(toJSON(t, want.Next)) {
			t.Fatalf("%+v: next %s, want %s", q, toJSON(t, got.Next), toJSON(t, want.Next))
		}
		if q.Page.After = got.Next; got.Next == nil {
			return
		}
	}
}
