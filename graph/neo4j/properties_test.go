package neo4j

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
)

// People who look around with Neo4j's own tools find labels, types and
// properties that they can read.
func TestReadable(t *testing.T) {
	s := open(t)
	w := graphtest.NewWorld()
	for i, sub := range w.Articles() {
		if err := s.Put(t.Context(), sub, graphtest.Ingested(i)); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		cypher string
		want   []any
	}{
		{`MATCH (c:Claim)-[r:ATTRIBUTED_TO]->(s:Actor:PublicBody) WHERE c.low = 9 RETURN c.metric, c.comparator, s.name, r.hop, r.cue, r.act`,
			[]any{"killed", "at_least", "Interior Ministry", int64(1), "said", "assert"}},
		{`MATCH (e:Event)-[r:PARTICIPANT]->(a:ArmedGroup) WHERE r.role = 'perpetrator_alleged' RETURN e.name, e.type, e.edtf, e.earliest, e.latest, r.quotes[0], a.aliases[0]`,
			[]any{"attack on the Kelm ferry terminal", "ASSAULT", "2024-05-02", "2024-05-02T00:00:00Z", "2024-05-03T00:00:00Z", "The FDF carried out the attack", "FDF"}},
		{`MATCH (a:Article)-[r:MENTIONS]->(p:Place {name: 'Kelm', collection: 'default'}) WHERE a.publisher = 'Harbor Post'
			RETURN a.title, a.url, toString(a.ingested), substring(r.quotes[1], 0, 5), r.ends[0] - r.starts[0], p.lat, p.kind`,
			[]any{"Nine killed in blast at Kelm ferry terminal", "https://harborpost.example/kelm-blast", "2024-07-01T12:00:00Z[UTC]", "ferry", int64(4), 54.25, "city"}},
	} {
		err := s.read(t.Context(), "test", func(r *reading) error {
			rows, err := r.query(test.cypher, nil)
			if err != nil {
				return err
			}
			for _, row := range rows {
				if len(rows) == 1 && reflect.DeepEqual(row.Values, test.want) {
					return nil
				}
				t.Errorf("%s\ngives %v", test.cypher, row.Values)
			}
			return fmt.Errorf("%d rows, want %v", len(rows), test.want)
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// Every kind of actor has a label of its own.
func TestActorLabels(t *testing.T) {
	seen := map[string]bool{}
	for _, kind := range graph.ActorKinds {
		label := actorLabels[kind]
		if strings.ReplaceAll(string(kind), "_", "") != strings.ToLower(label) || seen[label] {
			t.Errorf("the label of %s is %q", kind, label)
		}
		seen[label] = true
	}
}

// Names order bytewise, also where UTF-16 orders otherwise, and also where they
// are longer than an index can hold and differ at their end.
func TestNameOrder(t *testing.T) {
	s := open(t)
	long := strings.Repeat("long ", 4000)
	names := []string{"a", "a b", "ab", "z", "\ufa0e", "\U00010428", long + "a", long + "b", long[:1000], long[:1001] + "x"}
	b := graphtest.NewBuilder(graph.Article{Text: "Names."})
	for _, name := range names {
		b.Actor(graph.Actor{Kind: graph.Person, Name: name}, "Names")
	}
	if err := s.Put(t.Context(), b.Subgraph(), graphtest.Ingested(0)); err != nil {
		t.Fatal(err)
	}
	var got, want []string
	page := graph.Page{Limit: 3}
	for {
		a, err := s.Actors(t.Context(), graph.ActorQuery{Page: page})
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range a.Order {
			i := slices.IndexFunc(a.Graph.Actors, func(a graph.Actor) bool { return a.ID == id })
			got = append(got, graph.Fold(a.Graph.Actors[i].Name))
		}
		if a.Next == nil {
			break
		}
		page.After = a.Next
	}
	for _, name := range names {
		want = append(want, graph.Fold(name))
	}
	slices.Sort(want)
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("%d names, want %d; name %d is not what it should be: %.20q, want %.20q", len(got), len(want), i, got[i:], want[i:])
		}
	}
	a, err := s.Actors(t.Context(), graph.ActorQuery{Name: long + "a"})
	if err != nil || len(a.Order) != 1 {
		t.Errorf("by a long name: %v, %v", a.Order, err)
	}
}

// A reading of an article that is there already costs no writing.
func TestPutAgainWritesNothing(t *testing.T) {
	s := open(t)
	w := graphtest.NewWorld()
	stamp := func() string {
		var out string
		err := s.read(t.Context(), "test", func(r *reading) error {
			rows, err := r.query(`MATCH (e:Event) RETURN collect(elementId(e)) AS ids`, nil)
			if err == nil {
				out = strings.Join(texts(rows[0], "ids"), " ")
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	if err := s.Put(t.Context(), w.Blast, graphtest.Ingested(0)); err != nil {
		t.Fatal(err)
	}
	before := stamp()
	if err := s.Put(t.Context(), w.Blast, graphtest.Ingested(1)); err != nil {
		t.Fatal(err)
	}
	if after := stamp(); before == "" || after != before {
		t.Errorf("the events were %q and are %q", before, after)
	}
}
