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
	p := params{"windowed": !s.Published.Open(), "asOf": endOfTime}
	p["publishedFrom"], p["publishedTo"] = ends(s.Published)
	if allowed := s.Allowed(); allowed != nil {
		p["collections"] = allowed
	}
	if !s.AsOf.IsZero() {
		p["asOf"] = s.AsOf.UTC()
	}
	bounded := !s.Published.Open() || !s.AsOf.IsZero()
	p["bounded"] = bounded
	return scope{p, bounded}
}

// windowed tells whether articles must be published within a window.
func (s scope) windowed() bool { return s.params["windowed"] == true }

// with returns the parameters of a question within the scope.
func (s scope) with(p params) params {
	out := maps.Clone(s.params)
	maps.Copy(out, p)
	return out
}

var endOfTime = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)

// ends writes a window as statements take it: an open end lies before or after
// all dates.
func ends(w graph.Window) (from, to string) {
	return graph.Timestamp(w.From), orUndated(graph.Timestamp(w.To))
}

// dated adds to a question the window that its nodes' own dates must meet.
func (p params) dated(w graph.Window) params {
	p["from"], p["to"] = ends(w)
	p["dated"] = !w.Open()
	return p
}

// The conditions by which statements stay within a scope. They name an article
// a, a node n that one article owns or several share, a relationship r. A clock
// is the two bounds of a date, '~' for an open one; it is asked for both of
// them, since an index holds it and the bounds lie elsewhere.
const (
	nInCollections = `($q.collections IS NULL OR n.collection IN $q.collections)`

	aInCollections = `($q.collections IS NULL OR a.collection IN $q.collections)`

	aInBounds = `a.ingested <= $q.asOf
    AND (NOT $q.windowed OR a.clock IS NOT NULL
      AND (a.clock < $q.publishedTo OR a.clock STARTS WITH '~') AND split(a.clock, ' ')[1] > $q.publishedFrom)`

	ownedInScope = nInCollections + `
  AND (NOT $q.bounded OR EXISTS { MATCH (a:Article {id: n.article}) WHERE ` + aInBounds + ` })`

	sharedInScope = nInCollections + `
  AND (NOT $q.bounded OR EXISTS { MATCH (n)<-[:MENTIONS]-(a:Article) WHERE ` + aInBounds + ` })`

	// What the layer joins is no relationship of an article.
	rOfArticle = `r.article IS NOT NULL`

	// A relationship lies in the collection of its ends.
	rInBounds = rOfArticle + ` AND (NOT $q.bounded OR EXISTS { MATCH (a:Article {id: r.article}) WHERE ` + aInBounds + ` })`

	// nOverlaps holds for a node whose own date may lie within a window.
	nOverlaps = `(NOT $q.dated OR n.clock IS NOT NULL
    AND (n.clock < $q.to OR n.clock STARTS WITH '~') AND split(n.clock, ' ')[1] > $q.from)`
)
