package neo4j

import (
	"maps"
	"time"

	"github.com/claimline/claimline/graph"
)

// A scope is a graph.Scope as statements take it.
type scope struct {
	params params
	// bounded tells that not all articles of the collections are seen, so that
	// what several articles share is seen in part.
	bounded bool
}

func newScope(s graph.Scope) scope {
	var collections any
	if allowed := s.Allowed(); allowed != nil {
		collections = allowed
	}
	var asOf any
	if !s.AsOf.IsZero() {
		asOf = s.AsOf.UTC()
	}
	bounded := !s.Published.Open() || !s.AsOf.IsZero()
	return scope{bounded: bounded, params: params{
		"collections": collections, "bounded": bounded, "asOf": asOf,
		"publishedFrom": instant(s.Published.From), "publishedTo": instant(s.Published.To),
	}}
}

// with returns the parameters of a question within the scope.
func (s scope) with(p params) params {
	out := maps.Clone(s.params)
	maps.Copy(out, p)
	return out
}

// instant is a bound of a window; an open one is null.
func instant(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return graph.Timestamp(t)
}

// The conditions by which statements stay within a scope. They name an article
// a, a node n that one article owns or several share, a relationship r.
const (
	aInCollections = `($q.collections IS NULL OR a.collection IN $q.collections)`
	nInCollections = `($q.collections IS NULL OR n.collection IN $q.collections)`

	aWithinBounds = `($q.asOf IS NULL OR a.ingested <= $q.asOf)
  AND ($q.publishedFrom IS NULL AND $q.publishedTo IS NULL OR (a.earliest IS NOT NULL OR a.latest IS NOT NULL)
    AND ($q.publishedTo IS NULL OR a.earliest IS NULL OR a.earliest < $q.publishedTo)
    AND ($q.publishedFrom IS NULL OR a.latest IS NULL OR a.latest > $q.publishedFrom))`

	articleInScope = `(` + aInCollections + ` AND (NOT $q.bounded OR ` + aWithinBounds + `))`

	ownedInScope = `(` + nInCollections + `
  AND (NOT $q.bounded OR EXISTS { MATCH (a:Article {id: n.article}) WHERE ` + aWithinBounds + ` }))`

	sharedInScope = `(` + nInCollections + `
  AND (NOT $q.bounded OR EXISTS { MATCH (n)<-[:MENTIONS]-(a:Article) WHERE ` + aWithinBounds + ` }))`

	// A relationship lies in the collection of its ends.
	rWithinBounds = `(NOT $q.bounded OR EXISTS { MATCH (a:Article {id: r.article}) WHERE ` + aWithinBounds + ` })`

	// nOverlaps holds for a node whose own date may lie within a window.
	nOverlaps = `($q.from IS NULL AND $q.to IS NULL OR (n.earliest IS NOT NULL OR n.latest IS NOT NULL)
    AND ($q.to IS NULL OR n.earliest IS NULL OR n.earliest < $q.to)
    AND ($q.from IS NULL OR n.latest IS NULL OR n.latest > $q.from))`
)
