package api_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve/layer"
)

func TestExpandTellsWhatIsNew(t *testing.T) {
	store, w := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	expand := func(body map[string]any) api.Expansion {
		t.Helper()
		raw, _ := json.Marshal(body)
		a := do(t, h, "POST", "/api/v1/graph/expand", string(raw), "Content-Type", "application/json")
		if a.StatusCode != 200 {
			t.Fatalf("%d: %s", a.StatusCode, a.body)
		}
		var e api.Expansion
		if err := json.Unmarshal([]byte(a.body), &e); err != nil {
			t.Fatal(err)
		}
		return e
	}
	around := get[api.Neighborhood](t, h, "/api/v1/graph/neighbors/"+w.Front+"?per_type_limit=100")
	all := expand(map[string]any{"ids": []string{w.Front}})
	if len(all.Nodes) != len(around.Nodes) || len(all.Edges) != len(around.Edges) {
		t.Errorf("%d nodes and %d edges are new, the neighborhood has %d and %d", len(all.Nodes), len(all.Edges), len(around.Nodes), len(around.Edges))
	}
	for _, e := range all.Edges {
		if len(e.Evidence) == 0 && e.Derived == "" {
			t.Errorf("edge %s (%s) rests on nothing", e.ID, e.Type)
		}
	}
	counts := map[graph.Group]int{}
	for _, g := range around.Groups {
		counts[graph.Group{Type: g.Type, Out: g.Out}] = g.Count
	}
	// All but one are known: only that one comes, with the true counts.
	known, left := []string{w.Front}, ""
	for _, n := range all.Nodes {
		switch {
		case n.ID == w.Front:
		case left == "":
			left = n.ID
		default:
			known = append(known, n.ID)
		}
	}
	news := expand(map[string]any{"ids": []string{w.Front}, "known_ids": known, "per_type_limit": 1})
	if len(news.Nodes) != 1 || news.Nodes[0].ID != left || news.Truncated {
		t.Errorf("%+v is new, want %s alone; truncated %v", news.Nodes, left, news.Truncated)
	}
	for _, g := range news.Groups {
		if g.ID != w.Front || g.Count != counts[graph.Group{Type: g.Type, Out: g.Out}] || g.Shown != g.Count {
			t.Errorf("group %+v, want a count of %d", g, counts[graph.Group{Type: g.Type, Out: g.Out}])
		}
	}
	few := expand(map[string]any{"ids": []string{w.Front}, "per_type_limit": 1})
	if !few.Truncated || !slices.Equal(few.Reasons, []string{"fanout"}) || len(few.Nodes) >= len(all.Nodes) {
		t.Errorf("one of each group: %d nodes, truncated %v because %v", len(few.Nodes), few.Truncated, few.Reasons)
	}
	both := expand(map[string]any{"ids": []string{w.Front, w.Kelm, w.Front}, "edge_type": []string{"AT", "PARTICIPANT"}})
	for _, e := range both.Edges {
		if e.Type != graph.At && e.Type != graph.Participant {
			t.Errorf("an edge of type %s", e.Type)
		}
	}
	post := func(body string) answer {
		return do(t, h, "POST", "/api/v1/graph/expand", body, "Content-Type", "application/json")
	}
	problemOf(t, post(`{"ids":["act_`+strings.Repeat("0", 32)+`"]}`), 404, "not_found")
	problemOf(t, post(`{"ids":[]}`), 422, "validation")
	problemOf(t, post(`{"ids":["`+w.Front+`"],"edge_type":["LIKES"]}`), 422, "validation")
	problemOf(t, post(`{"ids":["`+w.Front+`"],"per_type_limit":101}`), 422, "validation")
	many, _ := json.Marshal(map[string]any{"ids": []string{w.Front}, "known_ids": make([]string, 5001)})
	problemOf(t, post(string(many)), 422, "validation")
}

func TestSearchIsFaceted(t *testing.T) {
	store, _ := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	plain := get[api.SearchPage](t, h, "/api/v1/search?q=f")
	if plain.Facets != nil {
		t.Errorf("nobody asked for %v", plain.Facets)
	}
	got := get[api.SearchPage](t, h, "/api/v1/search?q=f&limit=1&facet=kind&facet=type&facet=collection")
	if !got.Exact || len(got.Facets) != 3 || len(got.Items) != 1 {
		t.Fatalf("%+v", got)
	}
	sum := 0
	for _, f := range got.Facets["kind"] {
		if f.Label == "" {
			t.Errorf("no label: %+v", f)
		}
		sum += f.Count
		one := get[api.SearchPage](t, h, "/api/v1/search?q=f&kind="+f.Value)
		if one.Total.Value != f.Count {
			t.Errorf("kind %s: %d are found, the facet says %d", f.Value, one.Total.Value, f.Count)
		}
	}
	if sum != got.Total.Value {
		t.Errorf("the kinds make %d, found are %d", sum, got.Total.Value)
	}
	for _, f := range got.Facets["type"] {
		one := get[api.SearchPage](t, h, "/api/v1/search?q=f&type="+f.Value)
		if one.Total.Value != f.Count {
			t.Errorf("type %s: %d are found, the facet says %d", f.Value, one.Total.Value, f.Count)
		}
		for _, hit := range one.Items {
			if hit.Type != f.Value {
				t.Errorf("%+v is not of type %s", hit, f.Value)
			}
		}
	}
	if len(got.Facets["type"]) < 2 || len(got.Facets["collection"]) != 1 {
		t.Errorf("facets: %+v", got.Facets)
	}
	problemOf(t, do(t, h, "GET", "/api/v1/search?q=f&facet=color", ""), 422, "validation")
}

// A merged node answers for itself, and says what it is one with.
func TestMergedNodesNameTheirCluster(t *testing.T) {
	store, w := open(t)
	if err := (&layer.Resolver{Store: store}).Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	h := api.New(api.Options{Store: store, Local: true, Now: time.Now})
	if a := do(t, h, "POST", "/api/v1/resolution/judgements", judgement("merge", w.Front, w.DeltaFront), "Content-Type", "application/json"); a.StatusCode != 200 {
		t.Fatal(a.body)
	}
	a, b := get[api.ActorPage](t, h, "/api/v1/actors/"+w.Front), get[api.ActorPage](t, h, "/api/v1/actors/"+w.DeltaFront)
	if len(a.Clusters) == 0 || a.Clusters[0].Nodes < 2 || fmt.Sprint(a.Clusters) != fmt.Sprint(b.Clusters) || a.ID == b.ID {
		t.Errorf("%+v and %+v", a.Clusters, b.Clusters)
	}
	// The id of a cluster is one of its nodes', which answers.
	if c := get[api.ActorPage](t, h, "/api/v1/actors/"+a.Clusters[0].ID); c.ID != a.Clusters[0].ID {
		t.Errorf("%s answers as %s", a.Clusters[0].ID, c.ID)
	}
	if e := get[api.EventPage](t, h, "/api/v1/events/"+w.Explosion); len(e.Clusters) != 1 || e.Clusters[0].ID == "" {
		t.Errorf("event: %+v", e.Clusters)
	}
}
