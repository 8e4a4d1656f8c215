package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

const (
	// The first relationships of nodes of one kind, by type and id, as lists
	// for each node and direction. What the layer joins has no id.
	stepsCypher = `
UNWIND $q.ids AS id
MATCH (n:%[1]s {id: id})
CALL (n) {
  MATCH (n)-[r:%[2]s]->(o)
  WHERE ` + stepInBounds + `
  WITH type(r) AS type, r.id AS rid, o ORDER BY type, rid LIMIT $q.most
  RETURN collect(rid) AS rids, collect(o.id) AS others, true AS out
  UNION ALL
  MATCH (n)<-[r:%[2]s]-(o)
  WHERE ` + stepInBounds + `
  WITH type(r) AS type, r.id AS rid, o ORDER BY type, rid LIMIT $q.most
  RETURN collect(rid) AS rids, collect(o.id) AS others, false AS out
}
WITH id, rids, others, out
WHERE size(rids) > 0
RETURN id, rids, others, out
ORDER BY id, out DESC`

	stepInBounds = `r.id IS NOT NULL AND (NOT $q.bounded OR EXISTS { MATCH (a:Article {id: r.article}) WHERE ` + aInBounds + ` })`

	amongCypher = `
UNWIND $q.ids AS id
MATCH (n:%s {id: id})-[r]->(o)
WHERE o.id IN $q.all AND ` + rInBounds + `
RETURN r.json AS json`

	ownedInScopeCypher = `
MATCH (n:%s) WHERE n.id IN $q.ids AND ` + ownedInScope + `
RETURN n.id AS id`
	sharedInScopeCypher = `
MATCH (n:%s) WHERE n.id IN $q.ids AND ` + sharedInScope + `
RETURN n.id AS id`
)

// Paths says how two nodes are linked.
func (s *Store) Paths(ctx context.Context, q graph.PathQuery) (graph.Paths, error) {
	var out graph.Paths
	q, err := q.Check()
	if err != nil {
		return out, fmt.Errorf("neo4j: paths: %w", err)
	}
	err = s.ask(ctx, "paths from "+q.From+" to "+q.To, q.Scope, func(r *reading) error {
		for _, id := range []string{q.From, q.To} {
			if err := r.seen(id); err != nil {
				return err
			}
		}
		out = graph.Paths{}
		var err error
		out.Paths, out.Truncated, err = graph.FindPaths(q, func(nodes []string) ([]graph.Step, []string, error) { return r.steps(q.Types, nodes) })
		if err != nil || len(out.Paths) == 0 {
			return err
		}
		nodes, kept := graph.Ends(out.Paths)
		out.Graph, err = r.among(nodes, func(rel graph.Relationship) bool { return kept[rel.ID] })
		return err
	})
	return out, err
}

func (r *reading) steps(types []graph.RelType, nodes []string) (steps []graph.Step, cut []string, err error) {
	within, err := r.within(nodes)
	if err != nil {
		return nil, nil, err
	}
	known := knownTypes(types)
	if len(known) == 0 {
		return nil, nil, nil
	}
	for _, kind := range graph.NodeKinds {
		ids := ofKind(within, kind)
		if len(ids) == 0 {
			continue
		}
		rows, err := r.query(stepsOf(kind, known), r.scope.with(params{"ids": ids, "most": graph.PathFanout + 1}))
		if err != nil {
			return nil, nil, err
		}
		for _, row := range rows {
			id, others := text(row, "id"), texts(row, "others")
			for i, rid := range texts(row, "rids") {
				if i == graph.PathFanout {
					cut = append(cut, id)
					break
				}
				step := graph.Step{ID: rid, From: id, To: others[i]}
				if !truth(row, "out") {
					step.From, step.To = step.To, step.From
				}
				steps = append(steps, step)
			}
		}
	}
	return steps, cut, nil
}

// stepsOf makes the statement for nodes of a kind, along relationships of types.
func stepsOf(kind graph.Kind, types []graph.RelType) string {
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = typed("%s", t)
	}
	return fmt.Sprintf(stepsCypher, typed("%s", kind), strings.Join(names, "|"))
}

// knownTypes are those of some types that a relationship can have, in order, so
// that the same question makes the same statement.
func knownTypes(types []graph.RelType) []graph.RelType {
	return slices.DeleteFunc(slices.Clone(graph.RelTypes), func(t graph.RelType) bool { return !slices.Contains(types, t) })
}

// within returns those of some nodes that the scope holds.
func (r *reading) within(ids []string) ([]string, error) {
	var out []string
	for _, kind := range graph.NodeKinds {
		asked := ofKind(ids, kind)
		if len(asked) == 0 {
			continue
		}
		cypher := ownedInScopeCypher
		if isShared(kind) {
			cypher = sharedInScopeCypher
		}
		rows, err := r.query(typed(cypher, kind), r.scope.with(params{"ids": asked}))
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			out = append(out, text(row, "id"))
		}
	}
	slices.Sort(out)
	return out, nil
}

func ofKind(ids []string, kind graph.Kind) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return graph.KindOf(id) != kind })
}

// Among returns the part of the graph between nodes.
func (s *Store) Among(ctx context.Context, sc graph.Scope, ids []string) (graph.Subgraph, error) {
	if len(ids) > graph.MaxAmong {
		return graph.Subgraph{}, fmt.Errorf("neo4j: among: %w: %d nodes, want at most %d", graph.ErrInvalid, len(ids), graph.MaxAmong)
	}
	var sub graph.Subgraph
	err := s.ask(ctx, "what is among nodes", sc, func(r *reading) error {
		var err error
		sub, err = r.among(ids, nil)
		return err
	})
	return sub, err
}

// among reads nodes, those of the relationships between them that are kept,
// and the articles that hold the evidence of either.
func (r *reading) among(ids []string, kept func(graph.Relationship) bool) (graph.Subgraph, error) {
	within, err := r.within(ids)
	if err != nil {
		return graph.Subgraph{}, err
	}
	a := r.assemble(within...)
	a.articles = true
	for _, kind := range graph.NodeKinds {
		from := ofKind(within, kind)
		if len(from) == 0 {
			continue
		}
		rows, err := r.query(typed(amongCypher, kind), r.scope.with(params{"ids": from, "all": within}))
		if err != nil {
			return graph.Subgraph{}, err
		}
		records, err := decodeAll(graph.KindRelationship, rows)
		if err != nil {
			return graph.Subgraph{}, err
		}
		for _, record := range records {
			if rel := record.(graph.Relationship); kept == nil || kept(rel) {
				a.relationships = append(a.relationships, rel)
				a.want(rel.Article)
			}
		}
	}
	return a.subgraph()
}
