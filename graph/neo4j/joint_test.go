package neo4j

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/resolve"
	"github.com/claimline/claimline/graph/resolve/compare"
	"github.com/claimline/claimline/graph/resolve/layer"
	"github.com/claimline/claimline/graph/resolve/layer/layertest"
)

// An edge is what people see of a joint.
type edge struct{ is, from, to, kind string }

func compareEdges(a, b edge) int {
	return cmp.Or(cmp.Compare(a.is, b.is), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.kind, b.kind))
}

// rows runs a statement as people do.
func rows(t *testing.T, s *Store, cypher string) [][]any {
	t.Helper()
	var out [][]any
	layertest.Do(t, s.read(t.Context(), "test", func(r *reading) error {
		got, err := r.query(cypher, nil)
		out = nil
		for _, row := range got {
			out = append(out, row.Values)
		}
		return err
	}))
	return out
}

// drawn are the relationships of the layer.
func drawn(t *testing.T, s *Store) []edge {
	var out []edge
	for _, row := range rows(t, s, `MATCH (a)-[r]->(b) WHERE r.finding IS NOT NULL RETURN type(r), a.id, b.id, coalesce(r.type, r.by), r.why, r.article`) {
		if why, _ := row[4].(string); why == "" || row[5] != nil {
			t.Errorf("%v says no reason, or an article", row)
		}
		out = append(out, edge{row[0].(string), row[1].(string), row[2].(string), row[3].(string)})
	}
	slices.SortFunc(out, compareEdges)
	return out
}

// found are the relationships that the findings of the layer amount to.
func found(t *testing.T, s *Store) []edge {
	var out []edge
	layertest.Do(t, s.EachDerived(t.Context(), func(sort string, canonical []byte) error {
		var f graph.Finding
		if sort != "Finding" {
			return nil
		}
		if err := json.Unmarshal(canonical, &f); err != nil {
			return err
		}
		switch f.Kind {
		case graph.FindingLink:
			var l compare.Link
			if err := json.Unmarshal(f.Body, &l); err != nil {
				return err
			}
			if is, ok := l.RelType(); ok {
				out = append(out, edge{string(is), l.A, l.B, string(l.Type)})
			}
		case graph.FindingMerge:
			var j resolve.Judged
			if err := json.Unmarshal(f.Body, &j); err != nil {
				return err
			}
			if j.A.ID != j.B.ID {
				out = append(out, edge{"SAME_AS", j.A.ID, j.B.ID, j.By})
			}
		}
		return nil
	}))
	slices.SortFunc(out, compareEdges)
	return out
}

// What the layer finds is drawn between the nodes, follows what comes, changes
// and goes, and is seen by nothing that answers questions.
func TestJoints(t *testing.T) {
	s := open(t)
	subs := append(layertest.Accounts(), layertest.Articles(8)...)
	resolver := layer.Resolver{Store: s}
	check := func(when string) []edge {
		t.Helper()
		layertest.Do(t, resolver.Refresh(t.Context()))
		got := drawn(t, s)
		if want := found(t, s); !slices.Equal(got, want) {
			t.Errorf("%s: drawn are %v, found %v", when, got, want)
		}
		return got
	}
	for _, sub := range subs {
		layertest.Do(t, s.Put(t.Context(), sub, graphtest.Ingested(0)))
	}
	before, err := graph.Hash(t.Context(), s)
	layertest.Do(t, err)
	all := check("at first")
	after, err := graph.Hash(t.Context(), s)
	layertest.Do(t, err)
	if before.String() != after.String() {
		t.Errorf("the layer changes the state from %s to %s", before.String(), after.String())
	}
	for _, is := range []string{"CONTRADICTS", "CORROBORATES", "SAME_AS"} {
		if !slices.ContainsFunc(all, func(e edge) bool { return e.is == is }) {
			t.Errorf("nothing is joined by %s: %v", is, all)
		}
	}
	query := graph.NeighborQuery{Scope: graph.Scope{Collections: []string{graph.AnyCollection}}, ID: all[0].from}
	hood, err := s.Neighbors(t.Context(), query)
	layertest.Do(t, err)
	for _, g := range hood.Groups {
		if string(g.Type) == all[0].is {
			t.Errorf("neighbors of %s count what the layer joins: %v", query.ID, hood.Groups)
		}
	}
	examples(t, s)
	// As if it had been another reading.
	run(t, s, `MATCH (a:Article) SET a.digest = 'another'`)
	layertest.Do(t, s.Put(t.Context(), subs[0], graphtest.Ingested(0)))
	if less := drawn(t, s); len(less) >= len(all) {
		t.Errorf("%d are drawn when an article was written anew, %d before", len(less), len(all))
	}
	if again := check("an article put again"); !slices.Equal(again, all) {
		t.Errorf("after an article was put again %v are drawn, before %v", again, all)
	}
	for _, sub := range subs[1:4] {
		layertest.Do(t, s.Delete(t.Context(), sub.Articles[0].ID))
	}
	if less := check("articles gone"); len(less) >= len(all) {
		t.Errorf("%d are drawn after articles went, %d before", len(less), len(all))
	}
}

// examples runs the queries of the handbook.
func examples(t *testing.T, s *Store) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "neo4j.md"))
	layertest.Do(t, err)
	queries := regexp.MustCompile("(?s)```cypher\n(.*?)```").FindAllSubmatch(text, -1)
	if len(queries) < 3 {
		t.Errorf("docs/neo4j.md has %d queries", len(queries))
	}
	for _, q := range queries {
		if len(rows(t, s, strings.TrimSpace(string(q[1])))) == 0 {
			t.Errorf("nothing is found by\n%s", q[1])
		}
	}
}
