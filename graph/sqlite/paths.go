package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/claimline/claimline/graph"
)

// The relationships of nodes in one direction: of those that have few all at
// once, of the others the first by type and id, each node alone. The plus keeps
// the index for the order.
const (
	stepsOutHead = `SELECT r.src, r.id, r.dst FROM json_each(@nodes) k CROSS JOIN relationship r ON r.src = k.value WHERE `
	stepsInHead  = `SELECT r.dst, r.id, r.src FROM json_each(@nodes) k CROSS JOIN relationship r ON r.dst = k.value WHERE `

	firstOutHead = `SELECT r.src, r.id, r.dst FROM relationship r WHERE r.src = @node AND `
	firstInHead  = `SELECT r.dst, r.id, r.src FROM relationship r WHERE r.dst = @node AND `
	firstTail    = ` ORDER BY r.type, r.id LIMIT @most`

	manyOutHead = `SELECT k.value FROM json_each(@nodes) k WHERE EXISTS (SELECT 1 FROM relationship r WHERE r.src = k.value AND `
	manyInHead  = `SELECT k.value FROM json_each(@nodes) k WHERE EXISTS (SELECT 1 FROM relationship r WHERE r.dst = k.value AND `
	manyTail    = ` LIMIT 1 OFFSET @fanout)`

	// A front may be of thousands of nodes: the types that most questions are
	// about stand in the statement, which need not read a list then.
	linkingSteps = `+r.type NOT IN ('MENTIONS', 'REPORTED_IN', 'REPUBLISHED_FROM') AND `
	typedSteps   = `+r.type IN (SELECT value FROM json_each(@types)) AND `

	idsByKey = `SELECT n.key, n.id FROM json_each(@keys) k CROSS JOIN node n INDEXED BY node_scope ON n.key = k.value`

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
		w := walk{reading: r, scope: sc, types: q.Types, left: q.Length, keys: map[string]int64{}, ids: map[int64]string{}}
		if len(q.Avoid) > 0 {
			w.left = -1 // all nodes must be known, for those that are avoided
		}
		for _, id := range []string{q.From, q.To} {
			key, err := r.key(sc, id)
			if err != nil {
				return err
			}
			w.keys[id], w.ids[key] = key, id
		}
		var err error
		out.Paths, out.Truncated, err = graph.FindPaths(q, w.steps)
		if err != nil || len(out.Paths) == 0 {
			return err
		}
		nodes, kept := graph.Ends(out.Paths)
		out.Graph, err = r.among(sc, nodes, func(rel graph.Relationship) bool { return kept[rel.ID] })
		return err
	})
	return out, err
}

// A walk is a search for paths under way. It knows the nodes that it was at:
// a relationship that the scope holds leads to nodes that it holds.
type walk struct {
	*reading
	scope scope
	types []graph.RelType
	left  int // how often it goes on
	keys  map[string]int64
	ids   map[int64]string
}

// A halfStep is a relationship of a node, whose other end is known by its key.
type halfStep struct {
	id          string
	node, other int64
}

func (w *walk) steps(nodes []string) (steps []graph.Step, cut []string, err error) {
	w.left--
	keys := make([]int64, len(nodes))
	for i, id := range nodes {
		keys[i] = w.keys[id]
	}
	var ways [2][]halfStep
	for i, out := range []bool{true, false} {
		found, more, err := w.halfSteps(keys, out)
		if err != nil {
			return nil, nil, err
		}
		ways[i] = found
		for _, key := range more {
			cut = append(cut, w.ids[key])
		}
	}
	if err := w.learn(append(slices.Clone(ways[0]), ways[1]...)); err != nil {
		return nil, nil, err
	}
	for _, h := range ways[0] {
		steps = append(steps, graph.Step{ID: h.id, From: w.ids[h.node], To: w.ids[h.other]})
	}
	for _, h := range ways[1] {
		steps = append(steps, graph.Step{ID: h.id, From: w.ids[h.other], To: w.ids[h.node]})
	}
	return steps, cut, nil
}

// learn finds out which nodes steps lead to. Where one of the last steps alone
// leads to a node, no path passes it and any name will do.
func (w *walk) learn(steps []halfStep) error {
	unknown := map[int64]int{}
	for _, h := range steps {
		if _, known := w.ids[h.other]; !known {
			unknown[h.other]++
		}
	}
	if w.left == 0 {
		for key, n := range unknown {
			if n == 1 {
				w.ids[key] = strconv.FormatInt(key, 10)
				delete(unknown, key)
			}
		}
	}
	return w.rows(idsByKey, []any{listArg("keys", slices.Sorted(maps.Keys(unknown)))}, func(scan scanner) error {
		var key int64
		var id string
		err := scan(&key, &id)
		w.keys[id], w.ids[key] = key, id
		return err
	})
}

// halfSteps asks for the relationships of nodes in one direction.
func (w *walk) halfSteps(nodes []int64, out bool) (steps []halfStep, cut []int64, err error) {
	all, first, many := stepsInHead, firstInHead, manyInHead
	if out {
		all, first, many = stepsOutHead, firstOutHead, manyOutHead
	}
	args := slices.Concat(w.scope.args, []any{sql.Named("most", graph.PathFanout), sql.Named("fanout", graph.PathFanout)})
	conditions := linkingSteps + w.scope.relationship
	if !slices.Equal(w.types, graph.Linking) {
		conditions = typedSteps + w.scope.relationship
		args = append(args, listArg("types", w.types))
	}
	err = w.rows(many+conditions+manyTail, append(slices.Clone(args), listArg("nodes", nodes)), func(scan scanner) error {
		var key int64
		err := scan(&key)
		cut = append(cut, key)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	add := func(scan scanner) error {
		var h halfStep
		err := scan(&h.node, &h.id, &h.other)
		steps = append(steps, h)
		return err
	}
	for _, key := range cut {
		if err := w.rows(first+conditions+firstTail, append(slices.Clone(args), sql.Named("node", key)), add); err != nil {
			return nil, nil, err
		}
	}
	few := slices.DeleteFunc(slices.Clone(nodes), func(key int64) bool { return slices.Contains(cut, key) })
	err = w.rows(all+conditions, append(slices.Clone(args), listArg("nodes", few)), add)
	return steps, cut, err
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
