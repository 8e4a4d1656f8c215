package graphtest

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/claimline/claimline/graph"
)

// A referenceLayer is the layer of all collections, in lists.
type referenceLayer struct {
	changes  int
	stale    map[string]graph.Stale // by article
	version  map[string]int64
	keys     map[string][]string       // article → keys
	of       map[string]string         // article → collection
	members  map[string][]graph.Member // by article
	findings map[string]graph.Finding
	log      []graph.Decision
}

func (l *referenceLayer) mark(collection, article string) {
	if l.stale == nil {
		l.stale = map[string]graph.Stale{}
	}
	l.changes++
	l.stale[article] = graph.Stale{Article: article, Collection: collection, Token: strconv.Itoa(l.changes)}
}

func (l *referenceLayer) markNode(node string) {
	for article, members := range l.members {
		if slices.ContainsFunc(members, func(m graph.Member) bool { return m.Node == node }) {
			l.mark(l.of[article], article)
		}
	}
}

func (m *reference) judge(j graph.Judgement) {
	if _, ok := m.judgements[j.ID]; !ok {
		m.judgements[j.ID] = j
	}
	m.layer.markNode(j.A)
	m.layer.markNode(j.B)
}

func (m *reference) takeBack(id string) error {
	j, ok := m.judgements[id]
	if !ok {
		return graph.ErrNotFound
	}
	delete(m.judgements, id)
	m.layer.markNode(j.A)
	m.layer.markNode(j.B)
	return nil
}

func (m *reference) Decide(ctx context.Context, decisions []graph.Decision) error {
	if err := cmp.Or(ctx.Err(), graph.CheckDecisions(decisions)); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, d := range decisions {
		if _, ok := m.judgements[d.Judgement.ID]; !ok && d.Action == graph.ActionUndo {
			return graph.ErrNotFound
		}
	}
	for _, d := range decisions {
		if d.Action == graph.ActionJudge {
			m.judge(d.Judgement)
		} else if err := m.takeBack(d.Judgement.ID); err != nil {
			return err
		}
		d.Seq = int64(len(m.layer.log) + 1)
		m.layer.log = append(m.layer.log, d)
	}
	return nil
}

func (m *reference) Decisions(ctx context.Context, p graph.Page) ([]graph.Decision, *graph.Cursor, error) {
	size, err := p.Size()
	if err != nil {
		return nil, nil, err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	list := slices.Clone(m.layer.log)
	slices.Reverse(list)
	if p.After != nil {
		before, err := strconv.ParseInt(p.After.ID, 10, 64)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: cursor", graph.ErrInvalid)
		}
		list = slices.DeleteFunc(list, func(d graph.Decision) bool { return d.Seq >= before })
	}
	if len(list) <= size {
		return list, nil, ctx.Err()
	}
	return list[:size], &graph.Cursor{ID: strconv.FormatInt(list[size-1].Seq, 10)}, ctx.Err()
}

func (m *reference) PutLayer(ctx context.Context, part graph.LayerPart) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	l := &m.layer
	if l.version == nil {
		l.version, l.keys, l.of = map[string]int64{}, map[string][]string{}, map[string]string{}
		l.members, l.findings = map[string][]graph.Member{}, map[string]graph.Finding{}
	}
	if l.version[part.Collection] != part.Version {
		return graph.ErrMoved
	}
	l.version[part.Collection]++
	for _, a := range part.Articles {
		l.of[a] = part.Collection
		delete(l.members, a)
		l.keys[a] = slices.Sorted(slices.Values(part.Keys[a]))
		maps.DeleteFunc(l.findings, func(_ string, f graph.Finding) bool { return f.Owner == a })
	}
	for _, x := range part.Members {
		l.members[x.Article] = append(l.members[x.Article], x)
	}
	for _, f := range part.Findings {
		l.findings[f.ID] = f
	}
	for _, s := range part.Settled {
		if l.stale[s.Article] == s {
			delete(l.stale, s.Article)
		}
	}
	return nil
}

// sees reports whether a scope holds an article, or a member of a unit or
// cluster.
func (m *reference) sees(scope graph.Scope, name string) bool {
	if k, ok := m.kept[name]; ok {
		return within(scope, k)
	}
	for article, members := range m.layer.members {
		k, ok := m.kept[article]
		if ok && within(scope, k) && slices.ContainsFunc(members, func(x graph.Member) bool { return x.Unit == name || x.Cluster == name }) {
			return true
		}
	}
	return false
}

func (m *reference) Members(ctx context.Context, scope graph.Scope, ids []string) ([]graph.Member, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var seen []graph.Member
	clusters := map[string]bool{}
	for article, members := range m.layer.members {
		if !m.sees(scope, article) {
			continue
		}
		for _, x := range members {
			seen = append(seen, x)
			if slices.Contains(ids, x.Node) {
				clusters[x.Cluster] = true
			}
		}
	}
	out := slices.DeleteFunc(seen, func(x graph.Member) bool { return !clusters[x.Cluster] })
	slices.SortFunc(out, func(a, b graph.Member) int {
		return cmp.Or(cmp.Compare(a.Cluster, b.Cluster), cmp.Compare(a.Node, b.Node), cmp.Compare(a.Article, b.Article))
	})
	return out[:min(len(out), graph.MaxCount)], ctx.Err()
}

func (m *reference) Findings(ctx context.Context, q graph.FindingQuery) (graph.Findings, error) {
	var out graph.Findings
	size, err := q.Page.Size()
	if err != nil {
		return out, err
	}
	m.mu.RLock()
	all := slices.Collect(maps.Values(m.layer.findings))
	all = slices.DeleteFunc(all, func(f graph.Finding) bool { return !m.shows(q, f) })
	slices.SortFunc(all, func(a, b graph.Finding) int { return cmp.Or(cmp.Compare(a.Sort, b.Sort), cmp.Compare(a.ID, b.ID)) })
	out.Total = graph.Total{Value: len(all), Exact: true}
	if after := q.Page.After; after != nil {
		all = slices.DeleteFunc(all, func(f graph.Finding) bool {
			return cmp.Or(cmp.Compare(f.Sort, after.Sort), cmp.Compare(f.ID, after.ID)) <= 0
		})
	}
	if len(all) > size {
		all = all[:size]
		out.Next = &graph.Cursor{Sort: all[size-1].Sort, ID: all[size-1].ID}
	}
	for _, f := range all {
		for _, name := range slices.Sorted(slices.Values(f.Parts)) {
			if !m.sees(q.Scope, name) {
				f.Hidden = append(f.Hidden, name)
			}
		}
		out.List = append(out.List, f)
	}
	m.mu.RUnlock()
	v, err := m.view(ctx, q.Scope)
	if err != nil {
		return out, err
	}
	var a graph.Answer
	for _, id := range graph.Shown(out.List) {
		if v.nodes[id] != nil {
			a.Graph.Add(v.nodes[id])
			v.explain(id, &a)
		}
	}
	a.Graph.Normalize()
	out.Graph = a.Graph
	return out, nil
}

// shows reports whether a finding answers a question.
func (m *reference) shows(q graph.FindingQuery, f graph.Finding) bool {
	sees := func(name string) bool { return m.sees(q.Scope, name) }
	switch {
	case !oneOf(q.Kinds, f.Kind), !oneOf(q.Types, f.Type):
		return false
	case len(q.About) > 0 && !slices.ContainsFunc(f.About, func(id string) bool { return slices.Contains(q.About, id) }):
		return false
	case slices.ContainsFunc(f.Needs, func(name string) bool { return !sees(name) }):
		return false
	}
	return len(f.Needs) > 0 || slices.ContainsFunc(f.Parts, sees)
}

func (m *reference) Stale(ctx context.Context, limit int) ([]graph.Stale, int64, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	all := slices.Collect(maps.Values(m.layer.stale))
	slices.SortFunc(all, func(a, b graph.Stale) int {
		return cmp.Or(cmp.Compare(a.Collection, b.Collection), cmp.Compare(a.Article, b.Article))
	})
	if len(all) == 0 {
		return nil, 0, ctx.Err()
	}
	first := all[0].Collection
	all = slices.DeleteFunc(all, func(s graph.Stale) bool { return s.Collection != first })
	return all[:min(len(all), limit)], m.layer.version[first], ctx.Err()
}

func (m *reference) Version(ctx context.Context, scope graph.Scope) (int64, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var n int64
	for collection, v := range m.layer.version {
		if allowed := scope.Allowed(); allowed == nil || slices.Contains(allowed, collection) {
			n += v
		}
	}
	return n, ctx.Err()
}

func (m *reference) Keys(ctx context.Context, articles []string) (map[string][]string, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	out := map[string][]string{}
	for _, a := range articles {
		if keys := m.layer.keys[a]; len(keys) > 0 {
			out[a] = keys
		}
	}
	return out, ctx.Err()
}

func (m *reference) Sharing(ctx context.Context, collection string, keys []string, most int) (map[string][]string, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	out := map[string][]string{}
	for _, a := range slices.Sorted(maps.Keys(m.layer.keys)) {
		for _, k := range m.layer.keys[a] {
			if m.layer.of[a] == collection && slices.Contains(keys, k) && len(out[k]) < most {
				out[k] = append(out[k], a)
			}
		}
	}
	return out, ctx.Err()
}

func (m *reference) EachDerived(ctx context.Context, f func(sort string, canonical []byte) error) error {
	m.mu.RLock()
	defer m.mu.RUnlock()
	give := func(sort string, v any) error {
		data, err := json.Marshal(v)
		if err != nil {
			return err
		}
		return f(sort, data)
	}
	for _, members := range m.layer.members {
		for _, x := range members {
			if err := give("Member", x); err != nil {
				return err
			}
		}
	}
	for _, x := range m.layer.findings {
		if err := give("Finding", x); err != nil {
			return err
		}
	}
	return ctx.Err()
}
