package graphtest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

func (m *reference) Articles(ctx context.Context, q graph.ArticleQuery) (graph.Answer, error) {
	return m.list(ctx, q.Scope, q.Page, func(_ *view, r graph.Record, e graph.Entry) (string, bool) {
		a, ok := r.(graph.Article)
		return e.Sort, ok && (q.Publisher == "" || a.Publisher == q.Publisher)
	})
}

func (m *reference) Actors(ctx context.Context, q graph.ActorQuery) (graph.Answer, error) {
	return m.list(ctx, q.Scope, q.Page, func(v *view, r graph.Record, e graph.Entry) (string, bool) {
		a, ok := r.(graph.Actor)
		return e.Sort, ok && oneOf(q.Kinds, a.Kind) && strings.HasPrefix(e.Name, graph.Fold(q.Name)) &&
			(q.Article == "" || v.joined(q.Article, graph.Mentions, a.ID))
	})
}

func (m *reference) Events(ctx context.Context, q graph.EventQuery) (graph.Answer, error) {
	return m.list(ctx, q.Scope, q.Page, func(v *view, r graph.Record, e graph.Entry) (string, bool) {
		n, ok := r.(graph.Event)
		return e.Sort, ok && v.isEvent(n, q.Types, q.Actor, q.Place) && oneOf(q.Realis, n.Realis) &&
			(q.Article == "" || n.Article == q.Article) && overlaps(e, q.Happened)
	})
}

func (m *reference) Claims(ctx context.Context, q graph.ClaimQuery) (graph.Answer, error) {
	return m.list(ctx, q.Scope, q.Page, func(v *view, r graph.Record, e graph.Entry) (string, bool) {
		c, ok := r.(graph.Claim)
		return e.Sort, ok && oneOf(q.Acts, c.Act) && (q.Article == "" || c.Article == q.Article) &&
			(q.Source == "" || v.joined(c.ID, graph.AttributedTo, q.Source)) &&
			(q.About == "" || v.joined(c.ID, graph.AboutRel, q.About)) &&
			(q.Metric == "" || c.Quantity != nil && c.Quantity.Metric == q.Metric) && overlaps(e, q.Said)
	})
}

func (m *reference) Timeline(ctx context.Context, q graph.TimelineQuery) (graph.Answer, error) {
	clock := cmp.Or(q.Clock, graph.Happened)
	switch {
	case !slices.Contains(graph.Clocks, clock):
		return graph.Answer{}, fmt.Errorf("%w: clock %q", graph.ErrInvalid, q.Clock)
	case clock != graph.Happened && (q.Place != "" || len(q.Types) > 0), (clock == graph.Published || clock == graph.Ingested) && q.Actor != "":
		return graph.Answer{}, fmt.Errorf("%w: a filter that clock %q has not", graph.ErrInvalid, q.Clock)
	}
	cameIn := m.cameIn()
	a, err := m.list(ctx, q.Scope, q.Page, func(v *view, r graph.Record, e graph.Entry) (string, bool) {
		ok := false
		switch n := r.(type) {
		case graph.Event:
			ok = clock == graph.Happened && v.isEvent(n, q.Types, q.Actor, q.Place)
		case graph.Claim:
			ok = clock == graph.Said && (q.Actor == "" || v.joined(n.ID, graph.AttributedTo, q.Actor))
		case graph.Article:
			ok = clock == graph.Published || clock == graph.Ingested
			if clock == graph.Ingested {
				from := cameIn[n.ID].Truncate(time.Second)
				e.Earliest, e.Latest = graph.Timestamp(from), graph.Timestamp(from.Add(time.Second))
			}
		}
		return cmp.Or(e.Earliest, "~") + " " + cmp.Or(e.Latest, "~"), ok && dated(e) && overlaps(e, q.Window)
	})
	if err != nil || clock != graph.Ingested {
		return a, err
	}
	for _, id := range a.Order {
		a.CameIn(id, cameIn[id].Unix())
	}
	return a, nil
}

// cameIn tells when each article came in.
func (m *reference) cameIn() map[string]time.Time {
	m.mu.RLock()
	defer m.mu.RUnlock()
	out := map[string]time.Time{}
	for id, k := range m.kept {
		out[id] = k.at
	}
	return out
}

func (m *reference) Dates(ctx context.Context, q graph.TimelineQuery) (graph.Dates, error) {
	var d graph.Dates
	q.Page = graph.Page{Limit: graph.MaxLimit}
	for {
		a, err := m.Timeline(ctx, q)
		if err != nil {
			return d, err
		}
		v, err := m.view(ctx, q.Scope)
		if err != nil {
			return d, err
		}
		for _, id := range a.Order {
			e := v.entries[id]
			if q.Clock == graph.Ingested {
				d.AddClock(graph.IngestClock(a.Ingested[id].Unix()))
				continue
			}
			d.AddClock(cmp.Or(e.Earliest, "~") + " " + cmp.Or(e.Latest, "~"))
		}
		if q.Page.After = a.Next; a.Next == nil {
			return d, nil
		}
	}
}

// list answers with the nodes that keep wants, by the key it gives them.
func (m *reference) list(ctx context.Context, scope graph.Scope, page graph.Page, keep func(*view, graph.Record, graph.Entry) (string, bool)) (graph.Answer, error) {
	v, err := m.view(ctx, scope)
	if err != nil {
		return graph.Answer{}, err
	}
	var hits []graph.Cursor
	for id, r := range v.nodes {
		if key, ok := keep(v, r, v.entries[id]); ok {
			hits = append(hits, graph.Cursor{Sort: key, ID: id})
		}
	}
	return v.page(hits, page, byKey)
}

func (m *reference) Search(ctx context.Context, q graph.SearchQuery) (graph.Answer, error) {
	v, err := m.view(ctx, q.Scope)
	if err != nil {
		return graph.Answer{}, err
	}
	terms := graph.Terms(q.Text)
	if len(terms) == 0 {
		return graph.Answer{}, fmt.Errorf("%w: nothing to search for in %q", graph.ErrInvalid, q.Text)
	}
	last := len(terms) - 1
	var hits []graph.Cursor
	for id, e := range v.entries {
		words := strings.Fields(e.Terms)
		holds := func(term string) bool { return slices.Contains(words, term) }
		begins := func(w string) bool { return strings.HasPrefix(w, terms[last]) }
		if !oneOf(q.Kinds, graph.KindOf(id)) || !v.isOfTypes(id, q.Types) || !slices.ContainsFunc(words, begins) || slices.ContainsFunc(terms[:last], func(t string) bool { return !holds(t) }) {
			continue
		}
		hits = append(hits, graph.Cursor{Class: graph.SearchClass(e.Name, graph.Fold(q.Text)), Sort: e.Sort, ID: id})
	}
	var facets map[string][]graph.Facet
	if q.Facets {
		facets = v.facets(hits)
	}
	a, err := v.page(hits, q.Page, byClass)
	a.Facets = facets
	return a, err
}

// page cuts the answer out of all hits.
func (v *view) page(hits []graph.Cursor, page graph.Page, compare func(a, b graph.Cursor) int) (graph.Answer, error) {
	size, err := page.Size()
	if err != nil {
		return graph.Answer{}, err
	}
	slices.SortFunc(hits, compare)
	a := graph.Answer{Total: graph.Total{Value: min(len(hits), graph.MaxCount), Exact: len(hits) <= graph.MaxCount}}
	if page.After != nil {
		hits = slices.DeleteFunc(hits, func(h graph.Cursor) bool { return compare(h, *page.After) <= 0 })
	}
	if len(hits) > size {
		hits = hits[:size]
		a.Next = &hits[size-1]
	}
	for _, h := range hits {
		a.Order = append(a.Order, h.ID)
		a.Graph.Add(v.nodes[h.ID])
		switch graph.KindOf(h.ID) {
		case graph.KindEvent, graph.KindClaim:
			v.explain(h.ID, &a)
		}
	}
	a.Graph.Normalize()
	return a, nil
}

// byKey is the order of lists.
func byKey(a, b graph.Cursor) int {
	return cmp.Or(strings.Compare(a.Sort, b.Sort), strings.Compare(a.ID, b.ID))
}

// byClass is the order of a search.
func byClass(a, b graph.Cursor) int {
	rank := func(id string) int { return slices.Index(graph.NodeKinds, graph.KindOf(id)) }
	return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(rank(a.ID), rank(b.ID)), byKey(a, b))
}

func (v *view) isEvent(e graph.Event, types []string, actor, place string) bool {
	return oneOf(types, e.Type) && (actor == "" || v.joined(e.ID, graph.Participant, actor)) && (place == "" || v.joined(e.ID, graph.At, place))
}

func (v *view) joined(from string, t graph.RelType, to string) bool {
	return slices.ContainsFunc(v.rels, func(r graph.Relationship) bool { return r.From == from && r.Type == t && r.To == to })
}

// oneOf reports whether x is in set, or set does not restrict.
func oneOf[E comparable](set []E, x E) bool { return len(set) == 0 || slices.Contains(set, x) }
