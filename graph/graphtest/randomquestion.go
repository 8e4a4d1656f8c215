package graphtest

import (
	"context"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/claimline/claimline/graph"
)

// randomQuestion picks a question with random filters, half of which name what
// is in the store.
func randomQuestion(r *rand.Rand, m *reference) (string, func(context.Context, graph.Reader) (graph.Answer, error)) {
	scope, page := randomScope(r), graph.Page{Limit: 1 + r.IntN(8)}
	id := randomID(r, m)
	switch r.IntN(8) {
	case 0:
		return "articles", articles(graph.ArticleQuery{Scope: scope, Publisher: pick(r, []string{"", "", "Ann", "Bell"}), Page: page})
	case 1:
		return "actors", actors(graph.ActorQuery{Scope: scope, Kinds: some(r, randomKinds), Name: pick(r, []string{"", "", "an", "Bell"}), Article: maybe(r, id(graph.KindArticle)), Page: page})
	case 2:
		return "events", events(graph.EventQuery{
			Scope: scope, Types: some(r, randomTypes), Realis: some(r, graph.Realises), Article: maybe(r, id(graph.KindArticle)),
			Actor: maybe(r, id(graph.KindActor)), Place: maybe(r, id(graph.KindPlace)), Happened: randomWindow(r), Page: page,
		})
	case 3:
		return "claims", claims(graph.ClaimQuery{
			Scope: scope, Acts: some(r, randomActs), Article: maybe(r, id(graph.KindArticle)), Source: maybe(r, id(graph.KindActor)),
			About: maybe(r, id(pick(r, []graph.Kind{graph.KindEvent, graph.KindActor}))), Said: randomWindow(r), Page: page,
		})
	case 4:
		q := graph.TimelineQuery{Scope: scope, Clock: pick(r, graph.Clocks), Window: randomWindow(r), Page: page}
		if q.Clock != graph.Published && q.Clock != graph.Ingested {
			q.Actor = maybe(r, id(graph.KindActor))
		}
		return "timeline by " + string(q.Clock), timeline(q)
	case 5, 6:
		q := graph.SearchQuery{Scope: scope, Text: pick(r, randomNames), Kinds: some(r, graph.NodeKinds), Facets: r.IntN(2) == 0, Page: page}
		if r.IntN(4) == 0 {
			q.Types = some(r, []string{randomTypes[0], randomActs[0], string(randomKinds[0])})
		}
		if r.IntN(2) == 0 {
			q.Text = q.Text[:1] + " " + q.Text
		}
		return "search for " + q.Text, search(q)
	}
	// A node that was there a moment ago is as good a question as one that is.
	return "node", func(ctx context.Context, s graph.Reader) (graph.Answer, error) {
		some := graph.Answer{}
		for _, kind := range graph.NodeKinds {
			a, err := s.Node(ctx, everything, id(kind))
			if err != nil {
				continue
			}
			some.Order = append(some.Order, a.Order...)
			for _, r := range a.Graph.Records() {
				some.Graph.Add(r)
			}
		}
		some.Graph.Normalize()
		return some, nil
	}
}

// randomID returns a function that gives one id of a kind that is in the
// store, the same for each call.
func randomID(r *rand.Rand, m *reference) func(graph.Kind) string {
	ids := map[graph.Kind][]string{}
	for _, article := range slices.Sorted(maps.Keys(m.kept)) {
		sub := m.kept[article].sub
		for _, record := range sub.Records() {
			ids[record.RecordKind()] = append(ids[record.RecordKind()], record.RecordID())
		}
	}
	seed := r.Uint64()
	return func(kind graph.Kind) string {
		if len(ids[kind]) == 0 {
			return "none"
		}
		return ids[kind][seed%uint64(len(ids[kind]))]
	}
}

func randomScope(r *rand.Rand) graph.Scope {
	s := graph.Scope{Collections: pick(r, [][]string{nil, {Archive}, {graph.AnyCollection}, randomHomes})}
	if r.IntN(3) == 0 {
		s.Published = randomWindow(r)
	}
	if r.IntN(3) == 0 {
		s.AsOf = Ingested(r.IntN(10))
	}
	return s
}

func randomWindow(r *rand.Rand) graph.Window {
	from := Day(2024, 5, 1+r.IntN(7)).Add(time.Duration(r.IntN(4)) * 6 * time.Hour)
	switch r.IntN(4) {
	case 0:
		return graph.Window{From: from}
	case 1:
		return graph.Window{To: from}
	case 2:
		return graph.Window{From: from, To: from.Add(time.Duration(1+r.IntN(8)) * 6 * time.Hour)}
	}
	return graph.Window{}
}

// some is nothing, or one or two of the values.
func some[E any](r *rand.Rand, values []E) []E {
	var out []E
	for range r.IntN(3) {
		out = append(out, pick(r, values))
	}
	return out
}

// maybe is id one time in three, else nothing.
func maybe(r *rand.Rand, id string) string {
	if r.IntN(3) == 0 {
		return id
	}
	return ""
}
