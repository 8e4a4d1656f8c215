package graphtest

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

// runs is how many random histories a store is put through; each runs on its
// own seed, which a failure names.
var runs = flag.Int("graphtest.runs", 12, "number of random histories")

// A scenario is one thing that must hold of a store, and why.
type scenario struct {
	name string
	why  string // printed when it fails
	run  func(*testing.T, graph.Store)
}

// TestStore is the whole test of a store. Open returns an empty store; it is
// called for one scenario at a time and what it returned is closed before the
// next call.
func TestStore(t *testing.T, open func(t *testing.T) graph.Store) {
	groups := []struct {
		name      string
		scenarios []scenario
	}{
		{"Put", putScenarios},
		{"Fold", foldScenarios},
		{"Scope", scopeScenarios},
		{"List", listScenarios},
		{"Page", pageScenarios},
		{"Timeline", timelineScenarios},
		{"Search", searchScenarios},
		{"Around", aroundScenarios},
		{"Path", pathScenarios},
		{"Stats", statsScenarios},
		{"Judgement", judgementScenarios},
		{"Layer", layerScenarios},
		{"Error", errorScenarios},
		{"Concurrent", concurrentScenarios},
		{"Random", randomScenarios},
	}
	for _, g := range groups {
		t.Run(g.name, func(t *testing.T) {
			for _, s := range g.scenarios {
				t.Run(s.name, func(t *testing.T) {
					t.Cleanup(func() {
						if t.Failed() {
							t.Logf("why: %s", s.why)
						}
					})
					store := open(t)
					defer func() {
						if err := store.Close(); err != nil {
							t.Errorf("close: %v", err)
						}
					}()
					s.run(t, store)
				})
			}
		})
	}
}

// everything is the scope that leaves nothing out.
var everything = graph.Scope{Collections: []string{graph.AnyCollection}}

// put puts articles, the i-th at Ingested(i).
func put(t *testing.T, s graph.Writer, subs ...*graph.Subgraph) {
	t.Helper()
	for i, sub := range subs {
		if err := s.Put(t.Context(), sub, Ingested(i)); err != nil {
			t.Fatalf("put %q: %v", sub.Articles[0].Title, err)
		}
	}
}

func remove(t *testing.T, s graph.Writer, subs ...*graph.Subgraph) {
	t.Helper()
	for _, sub := range subs {
		if err := s.Delete(t.Context(), sub.Articles[0].ID); err != nil {
			t.Fatalf("delete %q: %v", sub.Articles[0].Title, err)
		}
	}
}

// putWorld puts the whole fixture and returns it.
func putWorld(t *testing.T, s graph.Store) *World {
	t.Helper()
	w := NewWorld()
	put(t, s, w.Articles()...)
	return w
}

// state is the hash of a store and the number of its records.
func state(t *testing.T, s graph.Reader) string {
	t.Helper()
	h, err := graph.Hash(t.Context(), s)
	if err != nil {
		t.Fatalf("hash: %v", err)
	}
	return h.String()
}

// stateOf is the hash that a store must have after these articles.
func stateOf(t *testing.T, subs ...*graph.Subgraph) string {
	t.Helper()
	m := newReference()
	put(t, m, subs...)
	return state(t, m)
}

func sameState(t *testing.T, s graph.Reader, want, after string) {
	t.Helper()
	if got := state(t, s); got != want {
		t.Errorf("after %s the state hash is %s, want %s; records:\n%s", after, got, want, dump(t, s))
	}
}

// dump lists the records of a store for a message.
func dump(t *testing.T, s graph.Reader) string {
	var lines []string
	err := s.Each(t.Context(), func(kind graph.Kind, canonical []byte) error {
		lines = append(lines, string(kind)+" "+string(canonical[:min(len(canonical), 160)]))
		return nil
	})
	if err != nil {
		return err.Error()
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// sameGraph compares two subgraphs by their JSON, record by record.
func sameGraph(t *testing.T, got, want graph.Subgraph) {
	t.Helper()
	if string(toJSON(t, got)) == string(toJSON(t, want)) {
		return
	}
	extra := map[string]bool{}
	for _, r := range got.Records() {
		extra[line(t, r)] = true
	}
	var missing []string
	for _, r := range want.Records() {
		if l := line(t, r); extra[l] {
			delete(extra, l)
		} else {
			missing = append(missing, l)
		}
	}
	unwanted := slices.Sorted(maps.Keys(extra))
	switch {
	case len(missing) == 0 && len(unwanted) == 0:
		t.Errorf("the graph holds the right records, but not each once in the order of their ids")
	default:
		t.Errorf("the graph lacks %s\nand should not hold %s", clip(missing), clip(unwanted))
	}
}

// line is a record for comparing and for reading.
func line(t *testing.T, r graph.Record) string {
	return string(r.RecordKind()) + " " + string(toJSON(t, r))
}

// clip shortens a list for a message.
func clip(lines []string) string {
	const most, width = 4, 300
	var b strings.Builder
	fmt.Fprintf(&b, "%d records", len(lines))
	for _, l := range lines[:min(len(lines), most)] {
		b.WriteString("\n\t" + strings.ToValidUTF8(l[:min(len(l), width)], ""))
	}
	return b.String()
}

func toJSON(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sameAnswer compares an answer with the one it should have been.
func sameAnswer(t *testing.T, got, want graph.Answer) {
	t.Helper()
	if !slices.Equal(got.Order, want.Order) {
		t.Errorf("order %v, want %v", got.Order, want.Order)
		return
	}
	if got.Total != want.Total {
		t.Errorf("total %+v, want %+v", got.Total, want.Total)
	}
	if a, b := toJSON(t, got.Next), toJSON(t, want.Next); string(a) != string(b) {
		t.Errorf("next %s, want %s", a, b)
	}
	if len(got.Truncated) != len(want.Truncated) {
		t.Errorf("truncated %q, want %q", got.Truncated, want.Truncated)
	}
	sameFacets(t, got.Facets, want.Facets)
	sameGraph(t, got.Graph, want.Graph)
}

// referenceOf holds the same articles as the store under test.
func referenceOf(t *testing.T, subs ...*graph.Subgraph) *reference {
	t.Helper()
	m := newReference()
	put(t, m, subs...)
	return m
}

// ask is a question that can be put to the store and to the reference.
type ask struct {
	name string
	of   func(context.Context, graph.Reader) (graph.Answer, error)
	want []string // ids in order; nil where only the reference is asked
}

// check puts every question to the store and compares with what is wanted and
// with the reference.
func check(t *testing.T, s graph.Reader, m *reference, asks []ask) {
	t.Helper()
	for _, a := range asks {
		t.Run(a.name, func(t *testing.T) {
			got, err := a.of(t.Context(), s)
			if err != nil {
				t.Fatal(err)
			}
			if a.want != nil && !slices.Equal(got.Order, a.want) {
				t.Errorf("order %v, want %v", got.Order, a.want)
			}
			want, err := a.of(t.Context(), m)
			if err != nil {
				t.Fatal(err)
			}
			sameAnswer(t, got, want)
		})
	}
}

func articles(q graph.ArticleQuery) func(context.Context, graph.Reader) (graph.Answer, error) {
	return func(ctx context.Context, r graph.Reader) (graph.Answer, error) { return r.Articles(ctx, q) }
}

func actors(q graph.ActorQuery) func(context.Context, graph.Reader) (graph.Answer, error) {
	return func(ctx context.Context, r graph.Reader) (graph.Answer, error) { return r.Actors(ctx, q) }
}

func events(q graph.EventQuery) func(context.Context, graph.Reader) (graph.Answer, error) {
	return func(ctx context.Context, r graph.Reader) (graph.Answer, error) { return r.Events(ctx, q) }
}

func claims(q graph.ClaimQuery) func(context.Context, graph.Reader) (graph.Answer, error) {
	return func(ctx context.Context, r graph.Reader) (graph.Answer, error) { return r.Claims(ctx, q) }
}

func timeline(q graph.TimelineQuery) func(context.Context, graph.Reader) (graph.Answer, error) {
	return func(ctx context.Context, r graph.Reader) (graph.Answer, error) { return r.Timeline(ctx, q) }
}

func search(q graph.SearchQuery) func(context.Context, graph.Reader) (graph.Answer, error) {
	return func(ctx context.Context, r graph.Reader) (graph.Answer, error) { return r.Search(ctx, q) }
}
