package graphtest

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/claimline/claimline/graph"
)

// A reference is the contract in plain loops: it keeps what was put and works
// every answer out anew. The suite asks it what a store should have said, and
// passes the suite itself.
type reference struct {
	mu         sync.RWMutex
	kept       map[string]kept // by article
	judgements map[string]graph.Judgement
	layer      referenceLayer
	closed     bool
}

// kept is one article's contribution and when it came in.
type kept struct {
	sub graph.Subgraph
	at  time.Time
}

func newReference() *reference {
	return &reference{kept: map[string]kept{}, judgements: map[string]graph.Judgement{}}
}

func (m *reference) Name() string { return "reference" }

func (m *reference) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed = true
	return nil
}

func (m *reference) Ping(ctx context.Context) error {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.closed {
		return &graph.UnavailableError{Address: "memory", Hint: "open it again", Err: fmt.Errorf("closed")}
	}
	return ctx.Err()
}

func (m *reference) Put(ctx context.Context, sub *graph.Subgraph, at time.Time) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := sub.Validate(); err != nil {
		return err
	}
	own, err := clone(*sub)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	article := own.Articles[0].ID
	if former, ok := m.kept[article]; ok {
		at = former.at
	}
	m.kept[article] = kept{own, at}
	m.layer.mark(own.Articles[0].Collection, article)
	return nil
}

// clone copies sub by way of JSON, as a store keeps it.
func clone(sub graph.Subgraph) (graph.Subgraph, error) {
	var out graph.Subgraph
	b, err := json.Marshal(sub)
	if err != nil {
		return out, err
	}
	err = json.Unmarshal(b, &out)
	out.Normalize()
	return out, err
}

func (m *reference) Delete(ctx context.Context, article string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	former, ok := m.kept[article]
	if !ok {
		return graph.ErrNotFound
	}
	m.layer.mark(former.sub.Articles[0].Collection, article)
	delete(m.kept, article)
	return nil
}

func (m *reference) PutJudgement(ctx context.Context, j graph.Judgement) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	again := j
	again.Identify()
	if again.ID != j.ID {
		return fmt.Errorf("%w: judgement %s", graph.ErrInvalid, j.ID)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.judge(j)
	return nil
}

func (m *reference) DeleteJudgement(ctx context.Context, id string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.takeBack(id)
}

func (m *reference) Judgements(ctx context.Context) ([]graph.Judgement, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var out []graph.Judgement
	for _, id := range slices.Sorted(maps.Keys(m.judgements)) {
		out = append(out, m.judgements[id])
	}
	return out, ctx.Err()
}

func (m *reference) Contribution(ctx context.Context, scope graph.Scope, article string) (graph.Subgraph, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	k, ok := m.kept[article]
	if !ok || !within(scope, k) {
		return graph.Subgraph{}, graph.ErrNotFound
	}
	out, err := clone(k.sub)
	if err != nil {
		return out, err
	}
	return out, ctx.Err()
}

func (m *reference) Each(ctx context.Context, f func(graph.Kind, []byte) error) error {
	v, err := m.view(ctx, graph.Scope{Collections: []string{graph.AnyCollection}})
	if err != nil {
		return err
	}
	records := v.records()
	judgements, err := m.Judgements(ctx)
	if err != nil {
		return err
	}
	for _, j := range judgements {
		records = append(records, j)
	}
	for _, r := range records {
		b, err := graph.Canonical(r)
		if err != nil {
			return err
		}
		if err := f(r.RecordKind(), b); err != nil {
			return err
		}
	}
	return nil
}

// within reports whether a scope sees an article.
func within(scope graph.Scope, k kept) bool {
	a := k.sub.Articles[0]
	allowed := scope.Allowed()
	switch {
	case allowed != nil && !slices.Contains(allowed, a.Collection):
		return false
	case !scope.AsOf.IsZero() && k.at.After(scope.AsOf):
		return false
	}
	return overlaps(graph.EntryOf(a, a), scope.Published)
}

// overlaps reports whether what e dates may lie within w: it does unless it
// certainly lies outside. Where w is not open, what is not dated does not.
func overlaps(e graph.Entry, w graph.Window) bool {
	if w.Open() {
		return true
	}
	from, to := graph.Timestamp(w.From), graph.Timestamp(w.To)
	return dated(e) && (to == "" || e.Earliest == "" || e.Earliest < to) && (from == "" || e.Latest == "" || e.Latest > from)
}

func dated(e graph.Entry) bool { return e.Earliest != "" || e.Latest != "" }

// A view is the graph that a scope sees.
type view struct {
	nodes   map[string]graph.Record
	entries map[string]graph.Entry
	rels    []graph.Relationship // by id
}

func (m *reference) view(ctx context.Context, scope graph.Scope) (*view, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	v := &view{nodes: map[string]graph.Record{}, entries: map[string]graph.Entry{}}
	for _, k := range m.kept {
		if !within(scope, k) {
			continue
		}
		for _, r := range k.sub.Records() {
			v.add(r, k.sub.Articles[0])
		}
	}
	slices.SortFunc(v.rels, func(a, b graph.Relationship) int { return strings.Compare(a.ID, b.ID) })
	return v, nil
}

func (v *view) add(r graph.Record, article graph.Article) {
	former, shared := v.nodes[r.RecordID()]
	switch n := r.(type) {
	case graph.Relationship:
		v.rels = append(v.rels, n)
		return
	case graph.Actor:
		if shared {
			r = n.Join(former.(graph.Actor))
		}
	case graph.Place:
		if shared {
			r = n.Join(former.(graph.Place))
		}
	}
	v.nodes[r.RecordID()] = r
	v.entries[r.RecordID()] = graph.EntryOf(r, article)
}

func (v *view) records() []graph.Record {
	out := slices.Collect(maps.Values(v.nodes))
	for _, r := range v.rels {
		out = append(out, r)
	}
	return out
}
