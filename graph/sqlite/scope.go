package sqlite

import (
	"database/sql"
	"math"
	"strings"

	"github.com/claimline/claimline/graph"
)

// Conditions are the constant parts of a statement that a question calls for,
// with their parameters. What does not restrict is not there, so that SQLite
// plans for what does.
type conditions struct {
	parts []string
	args  []any
	// keyed is set where a part lists the keys of few nodes, so that looking
	// these up beats walking all nodes in their order.
	keyed bool
}

func (c *conditions) add(part string, args ...any) {
	c.parts = append(c.parts, part)
	c.args = append(c.args, args...)
}

func (c *conditions) addKind(kind int) { c.add(ofKind, sql.Named("kind", kind)) }

// addKeys adds a part of the form "n.key IN (…)".
func (c *conditions) addKeys(part string, args ...any) {
	c.add(part, args...)
	c.keyed = true
}

// String is the table with its conditions.
func (c *conditions) String() string {
	from := fromNode
	if c.keyed {
		from = fromKeyedNode
	}
	return from + strings.Join(c.parts, " AND ")
}

// Without an index, SQLite has only the keys to go by.
const (
	fromNode      = ` FROM node n WHERE `
	fromKeyedNode = ` FROM node n NOT INDEXED WHERE `
)

// The collections of a scope, for a node n or a relationship r.
const (
	nodeInCollection          = `n.collection = @collection`
	nodeInCollections         = `n.collection IN (SELECT value FROM json_each(@collections))`
	relationshipInCollection  = `r.collection = @collection`
	relationshipInCollections = `r.collection IN (SELECT value FROM json_each(@collections))`
	inAnyCollection           = `true`
)

// The times of a scope, for an article a. An interval lies within a window
// unless it certainly lies outside.
const (
	articleInTime = `a.ingested <= @asOf AND (NOT @published OR ` + articleInWindow + `)`

	articleInWindow = `(a.earliest <> '' OR a.latest <> '')
		AND (a.earliest = '' OR @publishedTo = '' OR a.earliest < @publishedTo)
		AND (a.latest = '' OR @publishedFrom = '' OR a.latest > @publishedFrom)`

	ownedInTime   = `EXISTS (SELECT 1 FROM node a INDEXED BY node_scope WHERE a.key = n.article AND ` + articleInTime + `)`
	variantInTime = `EXISTS (SELECT 1 FROM contribution c JOIN node a INDEXED BY node_scope ON a.key = c.article WHERE c.variant = v.key AND ` + articleInTime + `)`
	sharedInTime  = `EXISTS (SELECT 1 FROM variant v WHERE v.node = n.key AND ` + variantInTime + `)`
	nodeInTime    = `CASE WHEN n.article IS NULL THEN ` + sharedInTime + ` ELSE ` + ownedInTime + ` END`

	relationshipInTime = `EXISTS (SELECT 1 FROM node a WHERE a.key = r.article AND ` + articleInTime + `)`
)

// A scope is a graph.Scope as conditions on nodes and on relationships.
type scope struct {
	node         string
	relationship string
	timed        bool // not all articles of the collections are in it
	args         []any
}

func newScope(s graph.Scope) scope {
	out := scope{node: inAnyCollection, relationship: inAnyCollection}
	switch allowed := s.Allowed(); {
	case len(allowed) == 1:
		out.node, out.relationship = nodeInCollection, relationshipInCollection
		out.args = append(out.args, sql.Named("collection", allowed[0]))
	case allowed != nil:
		out.node, out.relationship = nodeInCollections, relationshipInCollections
		out.args = append(out.args, listArg("collections", allowed))
	}
	if s.AsOf.IsZero() && s.Published.Open() {
		return out
	}
	asOf := int64(math.MaxInt64)
	if !s.AsOf.IsZero() {
		asOf = s.AsOf.UnixMicro()
	}
	out.timed = true
	out.node += ` AND ` + nodeInTime
	out.relationship += ` AND ` + relationshipInTime
	out.args = append(out.args, sql.Named("asOf", asOf), sql.Named("published", !s.Published.Open()),
		sql.Named("publishedFrom", graph.Timestamp(s.Published.From)), sql.Named("publishedTo", graph.Timestamp(s.Published.To)))
	return out
}

// conditions begins a list of conditions on nodes with those of the scope.
func (s scope) conditions() *conditions {
	c := &conditions{}
	c.add(s.node, s.args...)
	return c
}

// inWindow is the condition that a node's own clock may lie within a window.
const inWindow = `(n.earliest <> '' OR n.latest <> '')
	AND (n.earliest = '' OR @to = '' OR n.earliest < @to)
	AND (n.latest = '' OR @from = '' OR n.latest > @from)`

func (c *conditions) addWindow(w graph.Window) {
	if !w.Open() {
		c.add(inWindow, sql.Named("from", graph.Timestamp(w.From)), sql.Named("to", graph.Timestamp(w.To)))
	}
}
