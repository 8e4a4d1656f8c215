package sqlite

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"
)

// The relationships of some nodes in one direction: each type is counted in
// full, in the index, and the first @most by id are read.
const (
	outgoingHead = `
WITH groups (node, type, count) AS (
  SELECT r.src, r.type, count(*) FROM relationship r
  WHERE r.src IN (SELECT value FROM json_each(@nodes)) AND (@types IS NULL OR r.type IN (SELECT value FROM json_each(@types))) AND `
	outgoingMiddle = ` GROUP BY r.src, r.type)
SELECT g.node, g.type, g.count, r.dst, r.article, r.json
FROM groups g JOIN relationship r ON r.key IN (
  SELECT r.key FROM relationship r WHERE r.src = g.node AND r.type = g.type AND `

	incomingHead = `
WITH groups (node, type, count) AS (
  SELECT r.dst, r.type, count(*) FROM relationship r
  WHERE r.dst IN (SELECT value FROM json_each(@nodes)) AND (@types IS NULL OR r.type IN (SELECT value FROM json_each(@types))) AND `
	incomingMiddle = ` GROUP BY r.dst, r.type)
SELECT g.node, g.type, g.count, r.src, r.article, r.json
FROM groups g JOIN relationship r ON r.key IN (
  SELECT r.key FROM relationship r WHERE r.dst = g.node AND r.type = g.type AND `

	aroundTail = ` ORDER BY r.id LIMIT @most)`
)

// A neighbor is one relationship of a node.
type neighbor struct {
	node, other, article int64
	out                  bool
	count                int // of its type and direction
	relationship         graph.Relationship
}

// around reads the relationships of nodes, at most so many of each type and
// direction. Types is nil for all.
func (r *reading) around(s scope, nodes []int64, types []graph.RelType, most int) ([]neighbor, error) {
	args := append(slices.Clone(s.args), listArg("nodes", nodes), sql.Named("most", most), sql.Named("types", nil))
	if len(types) > 0 {
		args[len(args)-1] = listArg("types", types)
	}
	var out []neighbor
	for _, direction := range []struct {
		out          bool
		head, middle string
	}{{true, outgoingHead, outgoingMiddle}, {false, incomingHead, incomingMiddle}} {
		statement := direction.head + s.relationship + direction.middle + s.relationship + aroundTail
		err := r.rows(statement, args, func(scan scanner) error {
			n := neighbor{out: direction.out}
			var data []byte
			if err := scan(&n.node, &n.relationship.Type, &n.count, &n.other, &n.article, &data); err != nil {
				return err
			}
			if err := json.Unmarshal(data, &n.relationship); err != nil {
				return fmt.Errorf("relationship in the store: %w", err)
			}
			out = append(out, n)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// explain fills the graph of an answer with the nodes of keys and, for those
// of explained, their relationships, the nodes at the other ends and the
// articles that hold the evidence.
func (r *reading) explain(s scope, keys, explained []int64, a *graph.Answer) error {
	if len(explained) > 0 {
		neighbors, err := r.around(s, explained, nil, graph.NodeFanout)
		if err != nil {
			return err
		}
		for _, n := range neighbors {
			a.Graph.Add(n.relationship)
			keys = append(keys, n.other, n.article)
		}
		a.Truncated = truncated(neighbors)
		owners, err := r.owners(s, explained)
		if err != nil {
			return err
		}
		keys = append(keys, owners...)
	}
	if err := r.nodes(s, keys, &a.Graph); err != nil {
		return err
	}
	a.Graph.Normalize()
	return nil
}

// truncated says which groups are shown in part.
func truncated(neighbors []neighbor) []string {
	type group struct {
		node int64
		kind graph.RelType
		out  bool
	}
	shown := map[group]int{}
	for _, n := range neighbors {
		shown[group{n.node, n.relationship.Type, n.out}]++
	}
	var out []string
	for _, n := range neighbors {
		g := group{n.node, n.relationship.Type, n.out}
		if shown[g] > 0 && shown[g] < n.count {
			id, direction := n.relationship.To, "to"
			if n.out {
				id, direction = n.relationship.From, "from"
			}
			out = append(out, fmt.Sprintf("%d of %d %s %s %s are shown", shown[g], n.count, n.relationship.Type, direction, id))
		}
		delete(shown, g)
	}
	slices.Sort(out)
	return out
}

const (
	ownersHead = `SELECT DISTINCT n.article FROM node n WHERE n.key IN (SELECT value FROM json_each(@nodes)) AND n.article IS NOT NULL AND `
	nodesHead  = `SELECT n.kind, n.json FROM node n WHERE n.key IN (SELECT value FROM json_each(@nodes)) AND `
	// Within a stretch of time a shared node is the join of the variants
	// contributed then.
	ownedHead    = `SELECT n.kind, n.json FROM node n WHERE n.article IS NOT NULL AND n.key IN (SELECT value FROM json_each(@nodes)) AND `
	variantsHead = `SELECT n.kind, v.json FROM node n JOIN variant v ON v.node = n.key WHERE n.key IN (SELECT value FROM json_each(@nodes)) AND ` + variantInTime + ` AND `
)

// owners returns the keys of the articles that own nodes.
func (r *reading) owners(s scope, nodes []int64) ([]int64, error) {
	var out []int64
	err := r.rows(ownersHead+s.node, append(slices.Clone(s.args), listArg("nodes", nodes)), func(scan scanner) error {
		var key int64
		err := scan(&key)
		out = append(out, key)
		return err
	})
	return out, err
}

// nodes adds the nodes of keys to a subgraph.
func (r *reading) nodes(s scope, keys []int64, to *graph.Subgraph) error {
	slices.Sort(keys)
	args := append(slices.Clone(s.args), listArg("nodes", slices.Compact(keys)))
	add := func(scan scanner) error { return addNode(scan, to) }
	if !s.timed {
		return r.rows(nodesHead+s.node, args, add)
	}
	if err := r.rows(ownedHead+s.node, args, add); err != nil {
		return err
	}
	var variants graph.Subgraph
	err := r.rows(variantsHead+s.node, args, func(scan scanner) error { return addNode(scan, &variants) })
	variants.Normalize()
	to.Add(variants.Records()...)
	return err
}

func addNode(scan scanner, to *graph.Subgraph) error {
	var kind int
	var data []byte
	if err := scan(&kind, &data); err != nil {
		return err
	}
	r, err := graph.Decode(kinds[kind], data)
	if err != nil {
		return err
	}
	to.Add(r)
	return nil
}
