package neo4j

import (
	"context"
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"
)

const (
	// The first relationships of nodes of one kind, by type and id.
	stepsCypher = `
UNWIND $q.ids AS id
MATCH (n:%s {id: id})
CALL (n) {
  MATCH (n)-[r]->(o)
  WHERE type(r) IN $q.types AND ` + rInBounds + `
  RETURN r.id AS rid, o.id AS other, true AS out ORDER BY type(r), r.id LIMIT $q.most
  UNION ALL
  MATCH (n)<-[r]-(o)
  WHERE type(r) IN $q.types AND ` + rInBounds + `
  RETURN r.id AS rid, o.id AS other, false AS out ORDER BY type(r), r.id LIMIT $q.most
}
RETURN id, rid, other, out
ORDER BY id, out DESC, rid`

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
	for _, kind := range graph.NodeKinds {
		ids := ofKind(within, kind)
		if len(ids) == 0 {
			continue
		}
		rows, err := r.query(typed(stepsCypher, kind), r.scope.with(params{"ids": ids, "types": listed(types), "most": graph.PathFanout + 1}))
		if err != nil {
			return nil, nil, err
		}
		type end struct {
			id  string
			out bool
		}
		count := map[end]int{}
		for _, row := range rows {
			e := end{text(row, "id"), truth(row, "out")}
			if count[e]++; count[e] > graph.PathFanout {
				cut = append(cut, e.id)
				continue
			}
			step := graph.Step{ID: text(row, "rid"), From: e.id, To: text(row, "other")}
			if !e.out {
				step.From, step.To = step.To, step.From
			}
			steps = append(steps, step)
		}
	}
	return steps, cut, nil
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
