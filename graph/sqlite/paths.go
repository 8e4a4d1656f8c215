package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"github.com/claimline/claimline/graph"
)

// The first relationships of a node in one direction, by type and id. The plus
// keeps the index for the order.
const (
	stepsOutHead = `SELECT r.id, r.dst FROM relationship r WHERE r.src = @node AND `
	stepsInHead  = `SELECT r.id, r.src FROM relationship r WHERE r.dst = @node AND `
	stepsTail    = ` ORDER BY r.type, r.id LIMIT @most`

	// A front may be of thousands of nodes, each asked for alone: the types
	// that most questions are about stand in the statement, which need not
	// read a list then.
	linkingSteps = `+r.type NOT IN ('MENTIONS', 'REPORTED_IN', 'REPUBLISHED_FROM') AND `
	typedSteps   = `+r.type IN (SELECT value FROM json_each(@types)) AND `

	idsByKey = `SELECT n.key, n.id FROM node n WHERE n.key IN (SELECT value FROM json_each(@keys))`

	keysByIDHead = `SELECT n.key, n.id FROM node n WHERE n.id IN (SELECT value FROM json_each(@ids)) AND `

	amongHead = `SELECT r.article, r.json FROM relationship r
WHERE r.src IN (SELECT value FROM json_each(@nodes)) AND +r.dst IN (SELECT value FROM json_each(@nodes)) AND `
)

// Paths says how two nodes are linked.
func (s *Store) Paths(ctx context.Context, q graph.PathQuery) (out graph.Paths, err error) {
	if q, err = q.Check(); err != nil {
		return out, fmt.Errorf("sqlite: paths: %w", err)
	}
	sc := newScope(q.Scope)
	err = s.read(ctx, "paths", func(r *reading) error {
		for _, id := range []string{q.From, q.To} {
			if _, err := r.key(sc, id); err != nil {
				return err
			}
		}
		var err error
		out.Paths, out.Truncated, err = graph.FindPaths(q, func(nodes []string) ([]graph.Step, []string, error) { return r.steps(sc, q.Types, nodes) })
		if err != nil || len(out.Paths) == 0 {
			return err
		}
		nodes, kept := graph.Ends(out.Paths)
		out.Graph, err = r.among(sc, nodes, func(rel graph.Relationship) bool { return kept[rel.ID] })
		return err
	})
	return out, err
}

// A halfStep is a relationship of a node, whose other end is known by its key.
type halfStep struct {
	id, node string
	other    int64
	out      bool
}

func (r *reading) steps(s scope, types []graph.RelType, nodes []string) ([]graph.Step, []string, error) {
	keys, err := r.keys(s, nodes)
	if err != nil {
		return nil, nil, err
	}
	var halves []halfStep
	var cut []string
	for _, out := range []bool{true, false} {
		found, more, err := r.halfSteps(s, types, nodes, keys, out)
		if err != nil {
			return nil, nil, err
		}
		halves, cut = append(halves, found...), append(cut, more...)
	}
	others := map[int64]string{}
	for _, h := range halves {
		others[h.other] = ""
	}
	err = r.rows(idsByKey, []any{listArg("keys", slices.Sorted(maps.Keys(others)))}, func(scan scanner) error {
		var key int64
		var id string
		err := scan(&key, &id)
		others[key] = id
		return err
	})
	steps := make([]graph.Step, len(halves))
	for i, h := range halves {
		steps[i] = graph.Step{ID: h.id, From: h.node, To: others[h.other]}
		if !h.out {
			steps[i].From, steps[i].To = steps[i].To, steps[i].From
		}
	}
	return steps, cut, err
}

// halfSteps asks for the relationships of nodes in one direction.
func (r *reading) halfSteps(s scope, types []graph.RelType, nodes []string, keys map[string]int64, out bool) (steps []halfStep, cut []string, err error) {
	statement := stepsInHead
	if out {
		statement = stepsOutHead
	}
	args := append(slices.Clone(s.args), sql.Named("most", graph.PathFanout+1))
	if slices.Equal(types, graph.Linking) {
		statement += linkingSteps
	} else {
		statement += typedSteps
		args = append(args, listArg("types", types))
	}
	statement += s.relationship + stepsTail
	r.note(statement)
	asked, err := r.tx.PrepareContext(r.ctx, statement)
	if err != nil {
		return nil, nil, err
	}
	defer asked.Close()
	for _, id := range nodes {
		key, ok := keys[id]
		if !ok {
			continue
		}
		found, err := halfStepsOf(r.ctx, asked, append(slices.Clone(args), sql.Named("node", key)), halfStep{node: id, out: out})
		if err != nil {
			return nil, nil, err
		}
		if len(found) > graph.PathFanout {
			found, cut = found[:graph.PathFanout], append(cut, id)
		}
		steps = append(steps, found...)
	}
	return steps, cut, nil
}

// halfStepsOf runs the statement for the node of h.
func halfStepsOf(ctx context.Context, asked *sql.Stmt, args []any, h halfStep) (out []halfStep, err error) {
	rows, err := asked.QueryContext(ctx, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&h.id, &h.other); err != nil {
			return nil, err
		}
		out = append(out, h)
	}
	return out, rows.Err()
}

// keys finds the nodes of a list that the scope holds.
func (r *reading) keys(s scope, ids []string) (map[string]int64, error) {
	out := make(map[string]int64, len(ids))
	err := r.rows(keysByIDHead+s.node, append(slices.Clone(s.args), listArg("ids", ids)), func(scan scanner) error {
		var key int64
		var id string
		err := scan(&key, &id)
		out[id] = key
		return err
	})
	return out, err
}

// Among returns the part of the graph between nodes.
func (s *Store) Among(ctx context.Context, scope graph.Scope, ids []string) (sub graph.Subgraph, err error) {
	if len(ids) > graph.MaxAmong {
		return sub, fmt.Errorf("sqlite: among: %w: %d nodes, want at most %d", graph.ErrInvalid, len(ids), graph.MaxAmong)
	}
	sc := newScope(scope)
	err = s.read(ctx, "among", func(r *reading) error {
		var err error
		sub, err = r.among(sc, ids, nil)
		return err
	})
	return sub, err
}

// among reads nodes, those of the relationships between them that are kept,
// and the articles that hold the evidence of either.
func (r *reading) among(s scope, ids []string, kept func(graph.Relationship) bool) (sub graph.Subgraph, err error) {
	found, err := r.keys(s, ids)
	if err != nil {
		return sub, err
	}
	keys := make([]int64, 0, len(found))
	for _, key := range found {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	articles, err := r.owners(s, keys)
	if err != nil {
		return sub, err
	}
	err = r.rows(amongHead+s.relationship, append(slices.Clone(s.args), listArg("nodes", keys)), func(scan scanner) error {
		var article int64
		var data []byte
		if err := scan(&article, &data); err != nil {
			return err
		}
		decoded, err := graph.Decode(graph.KindRelationship, data)
		if err != nil {
			return err
		}
		if rel := decoded.(graph.Relationship); kept == nil || kept(rel) {
			sub.Add(rel)
			articles = append(articles, article)
		}
		return nil
	})
	if err != nil {
		return sub, err
	}
	if err := r.nodes(s, append(keys, articles...), &sub); err != nil {
		return sub, err
	}
	sub.Normalize()
	return sub, nil
}
