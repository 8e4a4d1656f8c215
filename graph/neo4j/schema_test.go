package neo4j

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/internal/neo4jtest"
)

// run runs a statement as an administrator would.
func run(t *testing.T, s *Store, cypher string) {
	t.Helper()
	err := s.write(t.Context(), "test", func(tx *transaction) error {
		_, err := tx.query(cypher, nil)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A database in which an id could occur twice is refused, since MERGE would
// make two nodes of one id.
func TestSchema(t *testing.T) {
	s := open(t)
	server := neo4jtest.Start(t)
	options := Options{URI: server.URI, User: server.User, Password: server.Password}
	run(t, s, `DROP CONSTRAINT claimline_actor_id`)
	run(t, s, `DROP INDEX claimline_terms`)
	run(t, s, `CREATE (:Actor {id: 'x'}), (:Actor {id: 'x'})`)
	if _, err := Open(t.Context(), options); err == nil || !strings.Contains(err.Error(), "claimline_actor_id") {
		t.Errorf("a database with two nodes of one id is answered with %v", err)
	}
	run(t, s, `MATCH (n) DELETE n`)
	again, err := Open(t.Context(), options)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	run(t, again, `CREATE (:Actor {id: 'x', terms: 'one'})`)
	if err := again.checkConstraints(t.Context()); err != nil {
		t.Error(err)
	}
	run(t, again, `DROP CONSTRAINT claimline_actor_id`)
	if err := again.checkConstraints(t.Context()); err == nil || !strings.Contains(err.Error(), "Actor") {
		t.Errorf("a missing constraint is answered with %v", err)
	}
}

// The types that an index must find are those that may join two shared nodes.
func TestSharedTypes(t *testing.T) {
	ends := []graph.Record{
		named(graph.Actor{Kind: graph.Person, Name: "A"}), named(graph.Actor{Kind: graph.Person, Name: "B"}),
		placed(graph.Place{Kind: graph.City, Name: "A"}), placed(graph.Place{Kind: graph.City, Name: "B"}),
	}
	var joining []graph.RelType
	for _, relType := range graph.RelTypes {
		for i, from := range ends {
			for j, to := range ends {
				if i != j && joins(relType, from, to) && !slices.Contains(joining, relType) {
					joining = append(joining, relType)
				}
			}
		}
	}
	if !slices.Equal(joining, sharedTypes) {
		t.Errorf("types that join actors and places: %v, indexed: %v", joining, sharedTypes)
	}
}

func named(a graph.Actor) graph.Actor { a.Identify(); return a }

func placed(p graph.Place) graph.Place { p.Identify(); return p }

// joins asks Validate, which knows what a type may join.
func joins(relType graph.RelType, from, to graph.Record) bool {
	a := graph.Article{Text: "A and B."}
	a.Identify()
	r := graph.Relationship{Type: relType, From: from.RecordID(), To: to.RecordID(), Collection: a.Collection, Article: a.ID, Derived: "test"}
	r.Identify()
	var sub graph.Subgraph
	sub.Add(a, from, to, r)
	err := sub.Validate()
	return err != nil && !strings.Contains(err.Error(), "cannot join")
}

// Nothing but a label or a type gets into a statement.
func TestTyped(t *testing.T) {
	if got := typed("MATCH (:%s)-[:%s]->()", "Event", "AT"); got != "MATCH (:Event)-[:AT]->()" {
		t.Error(got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a name that is in no list became part of a statement")
		}
	}()
	typed("MATCH (:%s)", "Event) DETACH DELETE (n")
}
