package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"
)

// The first relationships of a node in one direction, by type and id. The plus
// keeps the index for the order.
const (
	stepsOutHead = `SELECT r.id, o.id FROM relationship r JOIN node o ON o.key = r.dst
WHERE r.src = @node AND +r.type IN (SELECT value FROM json_each(@types)) AND `
	stepsInHead = `SELECT r.id, o.id FROM relationship r JOIN node o ON o.key = r.src
WHERE r.dst = @node AND +r.type IN (SELECT value FROM json_each(@types)) AND `
	stepsTail = ` ORDER BY r.type, r.id LIMIT @most`

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

func (r *reading) steps(s scope, types []graph.RelType, nodes []string) (steps []graph.Step, cut []string, err error) {
	keys, err := r.keys(s, nodes)
	if err != nil {
		return nil, nil, err
	}
	for _, direction := range []struct {
		out  bool
		head string
	}{{true, stepsOutHead}, {false, stepsInHead}} {
		statement := direction.head + s.relationship + stepsTail
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
			args := append(slices.Clone(s.args), sql.Named("node", key), listArg("types", types), sql.Named("most", graph.PathFanout+1))
			found, err := stepsOf(r.ctx, asked, args, id, direction.out)
			if err != nil {
				return nil, nil, err
			}
			if len(found) > graph.PathFanout {
				found, cut = found[:graph.PathFanout], append(cut, id)
			}
			steps = append(steps, found...)
		}
	}
	return steps, cut, nil
}

func stepsOf(ctx context.Context, asked *sql.Stmt, args []any, id string, out bool) ([]graph.Step, error) {
	rows, err := asked.QueryContext(ctx, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var steps []graph.Step
	for rows.Next() {
		s := graph.Step{From: id}
		if err := rows.Scan(&s.ID, &s.To); err != nil {
			return nil, err
		}
		if !out {
			s.From, s.To = s.To, s.From
		}
		steps = append(steps, s)
	}
	return steps, rows.Err()
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
