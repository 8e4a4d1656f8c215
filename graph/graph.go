// Package graph says what is known: the nodes and relationships that articles
// yield, the evidence each rests on, and the questions a store answers.
//
// One type walks through the program: a [Subgraph] is what an extractor makes,
// a [Store] accepts, a query answers and an exporter writes.
//
// The graph is a fold. Everything in it is a function of the set of articles
// that were put, of the extractor that read them and of the judgements people
// made; neither the order of arrival nor repetition nor interruption shows.
// Two habits keep that true. Ids are derived from content (see [NewID]). And
// every record but two belongs to the one article it was read from; the two
// that articles share, [Actor] and [Place], are joined by a function that is
// associative, commutative and idempotent ([Actor.Join], [Place.Join]).
//
// Package graph imports nothing else of this module.
package graph

import (
	"encoding/hex"
	"strings"

	"github.com/google/uuid"
)

// Kind is the label of a node or Relationship for an edge.
type Kind string

// The kinds of record. The text is the Neo4j label.
const (
	KindArticle      Kind = "Article"
	KindActor        Kind = "Actor"
	KindPlace        Kind = "Place"
	KindEvent        Kind = "Event"
	KindClaim        Kind = "Claim"
	KindJudgement    Kind = "Judgement"
	KindRelationship Kind = "Relationship"
)

// NodeKinds lists the node labels in the order in which answers mix them.
var NodeKinds = []Kind{KindActor, KindPlace, KindEvent, KindClaim, KindArticle}

var prefixes = map[Kind]string{
	KindArticle:      "art_",
	KindActor:        "act_",
	KindPlace:        "plc_",
	KindEvent:        "evt_",
	KindClaim:        "clm_",
	KindJudgement:    "jdg_",
	KindRelationship: "rel_",
}

// namespace is the UUID under which all derived ids lie. It must never change:
// it is part of every id in every store.
var namespace = uuid.MustParse("5f0c3c1e-8a4e-5d0b-9f53-0c1a1d3b7e11")

// NewID derives the id of a record from its kind and the parts that identify
// it: a type prefix and 32 hex digits of a version 5 UUID. Equal input gives
// an equal id in every run and in every store.
func NewID(kind Kind, parts ...string) string {
	// A unit separator cannot be typed by accident, and Sanitize removes it
	// from names, so that ("a", "bc") and ("ab", "c") differ.
	u := uuid.NewSHA1(namespace, []byte(string(kind)+"\x1f"+strings.Join(parts, "\x1f")))
	return prefixes[kind] + hex.EncodeToString(u[:])
}

// KindOf tells the kind from an id's prefix. It is empty for anything that is
// not the id of a record.
func KindOf(id string) Kind {
	for kind, prefix := range prefixes {
		if strings.HasPrefix(id, prefix) && len(id) == len(prefix)+32 {
			return kind
		}
	}
	return ""
}

// A Record is anything that a store keeps and the state hash covers.
type Record interface {
	RecordID() string
	RecordKind() Kind
}

// A Subgraph is a piece of the graph: nodes, relationships and, through them,
// evidence. Slices are sorted by id once Normalize was called.
type Subgraph struct {
	Articles      []Article      `json:"articles,omitempty"`
	Actors        []Actor        `json:"actors,omitempty"`
	Places        []Place        `json:"places,omitempty"`
	Events        []Event        `json:"events,omitempty"`
	Claims        []Claim        `json:"claims,omitempty"`
	Relationships []Relationship `json:"relationships,omitempty"`
}

// Records returns every record of s, nodes before relationships.
func (s *Subgraph) Records() []Record {
	var out []Record
	for i := range s.Articles {
		out = append(out, s.Articles[i])
	}
	for i := range s.Actors {
		out = append(out, s.Actors[i])
	}
	for i := range s.Places {
		out = append(out, s.Places[i])
	}
	for i := range s.Events {
		out = append(out, s.Events[i])
	}
	for i := range s.Claims {
		out = append(out, s.Claims[i])
	}
	for i := range s.Relationships {
		out = append(out, s.Relationships[i])
	}
	return out
}

// Add appends r to the slice of its kind. It panics on a Judgement, which is
// no part of a subgraph.
func (s *Subgraph) Add(records ...Record) {
	for _, r := range records {
		switch r := r.(type) {
		case Article:
			s.Articles = append(s.Articles, r)
		case Actor:
			s.Actors = append(s.Actors, r)
		case Place:
			s.Places = append(s.Places, r)
		case Event:
			s.Events = append(s.Events, r)
		case Claim:
			s.Claims = append(s.Claims, r)
		case Relationship:
			s.Relationships = append(s.Relationships, r)
		default:
			panic("graph: no place in a subgraph for a " + string(r.RecordKind()))
		}
	}
}

// Normalize sorts every slice by id, joins actors and places that occur twice
// and drops exact repetitions, so that equal content has equal bytes.
func (s *Subgraph) Normalize() {
	s.Articles = unique(s.Articles, nil)
	s.Actors = unique(s.Actors, Actor.Join)
	s.Places = unique(s.Places, Place.Join)
	s.Events = unique(s.Events, nil)
	s.Claims = unique(s.Claims, nil)
	s.Relationships = unique(s.Relationships, nil)
}
