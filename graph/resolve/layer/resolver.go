package layer

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
)

// A Resolver brings the layer of a store up to date. The zero value of all
// but Store is usable.
type Resolver struct {
	Store graph.Store
	// Progress, where it is set, is told how many changes a Refresh has taken
	// in so far, each time that some more are on disk.
	Progress func(taken int)
}

// at most so many changes are taken in at a time, so that what is read at
// once has a bound where stories are small.
const atATime = 200

// Refresh takes in all changes. Several may run at the same time, here or in
// other processes: who comes second computes anew. One that is interrupted
// has taken in what it told of, and the next goes on from there.
func (r *Resolver) Refresh(ctx context.Context) error {
	taken := 0
	for {
		n, more, err := r.step(ctx, atATime)
		if err != nil || !more {
			return err
		}
		if taken += n; n > 0 && r.Progress != nil {
			r.Progress(taken)
		}
	}
}

// Step takes in at most n changes and reports whether there were any.
func (r *Resolver) Step(ctx context.Context, n int) (more bool, err error) {
	_, more, err = r.step(ctx, n)
	return more, err
}

// step reports too how many changes it took in: none where somebody else was
// faster.
func (r *Resolver) step(ctx context.Context, n int) (taken int, more bool, err error) {
	stale, version, err := r.Store.Stale(ctx, n)
	if err != nil || len(stale) == 0 {
		return 0, false, err
	}
	judgements, err := r.Store.Judgements(ctx)
	if err != nil {
		return 0, false, err
	}
	part, err := r.part(ctx, stale, judgements)
	if errors.Is(err, graph.ErrNotFound) {
		return 0, true, nil // an article went while its story was read; it is stale itself now
	}
	if err != nil {
		return 0, false, err
	}
	part.Version, part.Settled = version, stale
	err = r.Store.PutLayer(ctx, part)
	if errors.Is(err, graph.ErrMoved) {
		return 0, true, nil
	}
	return len(stale), true, err
}

// part computes the layer of all that changes touch.
func (r *Resolver) part(ctx context.Context, stale []graph.Stale, judgements []graph.Judgement) (graph.LayerPart, error) {
	w := &walk{store: r.Store, collection: stale[0].Collection, judgements: judgements, subs: map[string]*graph.Subgraph{}, keys: map[string][]string{},
		changed: map[string]bool{}, stored: map[string][]string{}, holders: map[string][]string{}, fresh: map[string][]string{}, judged: map[string][]string{}, most: resolve.Hub + 1}
	part := graph.LayerPart{Collection: w.collection, Keys: map[string][]string{}}
	seeds, err := w.seeds(ctx, stale)
	if err != nil {
		return part, err
	}
	done := map[string]bool{}
	for _, seed := range seeds {
		if done[seed] {
			continue
		}
		articles, err := w.story(ctx, seed)
		if err != nil {
			return part, err
		}
		var subs []*graph.Subgraph
		for _, a := range articles {
			done[a] = true
			part.Keys[a] = w.keys[a]
			sub, err := w.sub(ctx, a)
			if err != nil {
				return part, err
			}
			subs = append(subs, sub)
		}
		part.Articles = append(part.Articles, articles...)
		members, findings, err := Derive(subs, judgements, w.commons(articles, subs))
		if err != nil {
			return part, err
		}
		part.Members = append(part.Members, members...)
		part.Findings = append(part.Findings, findings...)
	}
	for _, s := range stale {
		if !done[s.Article] {
			part.Articles = append(part.Articles, s.Article) // it is gone
		}
	}
	slices.Sort(part.Articles)
	return part, nil
}

// A walk looks for the stories of changed articles.
type walk struct {
	store      graph.Store
	collection string
	judgements []graph.Judgement
	subs       map[string]*graph.Subgraph
	keys       map[string][]string // article → keys, as they will be
	changed    map[string]bool     // articles whose stored keys no longer hold
	stored     map[string][]string // key → articles, as they are
	holders    map[string][]string // key → articles, as they will be
	fresh      map[string][]string // key → changed articles that will have it
	judged     map[string][]string // key of a node → keys of those that people judged with it
	most       int
}

// seeds are the articles whose stories may change: those that changed, those
// that have or had a key with one of them, and all that have a key that came
// to be, or ceased to be, everybody's. Where nobody has anything to judge by
// it, such as first letters that no article uses, that does not matter.
func (w *walk) seeds(ctx context.Context, stale []graph.Stale) ([]string, error) {
	for _, j := range w.judgements {
		if strings.HasPrefix(j.By, "person:") {
			a, b := resolve.NodeKey(j.A), resolve.NodeKey(j.B)
			w.judged[a], w.judged[b] = append(w.judged[a], b), append(w.judged[b], a)
		}
	}
	var ids []string
	for _, s := range stale {
		ids = append(ids, s.Article)
		w.changed[s.Article] = true
	}
	before, err := w.store.Keys(ctx, ids)
	if err != nil {
		return nil, err
	}
	touched := map[string]bool{}
	seeds := map[string]bool{}
	leaving := map[string]int{} // key → changed articles that had it
	for _, id := range ids {
		for _, k := range before[id] {
			touched[k] = true
			leaving[k]++
		}
		sub, err := w.sub(ctx, id)
		switch {
		case errors.Is(err, graph.ErrNotFound):
			continue
		case err != nil:
			return nil, err
		}
		seeds[id] = true
		w.keys[id] = resolve.Keys(sub)
		for _, k := range w.keys[id] {
			touched[k] = true
			w.fresh[k] = append(w.fresh[k], id)
		}
	}
	for k := range maps.Clone(touched) {
		for _, other := range w.judged[k] {
			touched[other] = true
		}
	}
	for k := range maps.Clone(touched) {
		for _, c := range resolve.Companions(k) {
			touched[c] = true
		}
	}
	// Enough to tell whether more than Hub are left, and not more.
	for _, n := range leaving {
		w.most = max(w.most, resolve.Hub+1+n)
	}
	keys := slices.Sorted(maps.Keys(touched))
	if err := w.ask(ctx, keys); err != nil {
		return nil, err
	}
	if err := w.turned(ctx, keys); err != nil {
		return nil, err
	}
	for _, k := range keys {
		if _, under := resolve.NameOf(k); under {
			continue
		}
		if w.linked(k, keys, w.stored) || w.linked(k, keys, w.holders) || w.common(k, keys, w.stored) != w.common(k, keys, w.holders) {
			for _, a := range append(slices.Clone(w.stored[k]), w.holders[k]...) {
				if _, there := w.keys[a]; there || !w.changed[a] {
					seeds[a] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(seeds)), nil
}

// turned looks up all who have a short name that many could be called by, and
// that somebody is the first or was the last to use.
func (w *walk) turned(ctx context.Context, keys []string) error {
	turned := slices.DeleteFunc(slices.Clone(keys), func(k string) bool {
		return len(w.stored[k]) <= resolve.Hub || len(w.holders[k]) <= resolve.Hub || w.common(k, keys, w.stored) == w.common(k, keys, w.holders)
	})
	return w.look(ctx, turned, math.MaxInt32)
}

// linked reports whether a key joins articles, by who holds it. Keys are those
// among which its sub-keys stand.
func (w *walk) linked(key string, keys []string, holders map[string][]string) bool {
	return len(holders[key]) <= resolve.Hub && joins(key, keys, holders)
}

// common reports whether a key says that nodes are everybody's. One of a short
// name does where somebody uses it.
func (w *walk) common(key string, keys []string, holders map[string][]string) bool {
	return len(holders[key]) > resolve.Hub && (!resolve.Short(key) || joins(key, keys, holders))
}

func joins(key string, keys []string, holders map[string][]string) bool {
	return resolve.Joins(key, resolve.SubKeys(key, keys), func(k string) int { return len(holders[k]) })
}

// commons are the nodes that more articles have than a story is made of, or
// that share a name with others of which that is true.
func (w *walk) commons(articles []string, subs []*graph.Subgraph) func(id string) bool {
	found := map[string]bool{}
	for i, a := range articles {
		keys := w.keys[a]
		for _, k := range keys {
			if !w.common(k, keys, w.holders) {
				continue
			}
			if id, node := resolve.NodeOf(k); node {
				found[id] = true
			}
			for _, sub := range resolve.SubKeys(k, keys) {
				found[resolve.Bearer(sub)] = true
			}
			if resolve.Short(k) {
				for _, id := range resolve.Shortened(subs[i], k) {
					found[id] = true
				}
			}
		}
	}
	return func(id string) bool { return found[id] }
}

// story is all articles that hang together with one, by id.
func (w *walk) story(ctx context.Context, seed string) ([]string, error) {
	found := map[string]bool{seed: true}
	for front := []string{seed}; len(front) > 0; {
		keys, err := w.keysOf(ctx, front)
		if err != nil {
			return nil, err
		}
		if err := w.share(ctx, keys); err != nil {
			return nil, err
		}
		front = w.beyond(front, found)
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// beyond are the articles, not yet found, that keys of some join to them.
func (w *walk) beyond(articles []string, found map[string]bool) []string {
	var out []string
	reach := func(key string) {
		for _, a := range w.holders[key] {
			if !found[a] {
				found[a] = true
				out = append(out, a)
			}
		}
	}
	for _, a := range articles {
		for _, k := range w.keys[a] {
			if w.linked(k, w.keys[a], w.holders) {
				reach(k)
			}
			for _, other := range w.judged[k] {
				if len(w.holders[k]) <= resolve.Hub && len(w.holders[other]) <= resolve.Hub {
					reach(k)
					reach(other)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

// keysOf are the keys of articles, and those of what people judged with them.
func (w *walk) keysOf(ctx context.Context, articles []string) ([]string, error) {
	var unknown []string
	for _, a := range articles {
		if w.keys[a] == nil {
			unknown = append(unknown, a)
		}
	}
	stored, err := w.store.Keys(ctx, unknown)
	if err != nil {
		return nil, err
	}
	maps.Copy(w.keys, stored)
	all := map[string]bool{}
	for _, a := range articles {
		for _, k := range w.keys[a] {
			all[k] = true
			for _, c := range resolve.Companions(k) {
				all[c] = true
			}
			for _, other := range w.judged[k] {
				all[other] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(all)), nil
}

// share asks who has keys of which that is not known yet.
func (w *walk) share(ctx context.Context, keys []string) error {
	return w.ask(ctx, slices.DeleteFunc(slices.Clone(keys), func(k string) bool {
		_, known := w.holders[k]
		return known
	}))
}

// ask looks up who has keys: first who has a name, or is called by a short
// one, and then what matters given that.
func (w *walk) ask(ctx context.Context, keys []string) error {
	var first, then []string
	for _, k := range keys {
		name, under := resolve.NameOf(k)
		if resolve.Short(name) && k != resolve.Called(name) || under && !resolve.Short(name) {
			then = append(then, k)
		} else {
			first = append(first, k)
		}
	}
	if err := w.look(ctx, first, w.most); err != nil {
		return err
	}
	return w.look(ctx, slices.DeleteFunc(then, w.idle), w.most)
}

// idle reports whether it does not matter who has a key: one under a name that
// everybody has, which joins nothing whoever bears it, and one of a short name
// by which nobody is called.
func (w *walk) idle(key string) bool {
	name, under := resolve.NameOf(key)
	if !resolve.Short(name) {
		return len(w.stored[name]) > resolve.Hub && len(w.holders[name]) > resolve.Hub
	}
	called := resolve.Called(name)
	return len(w.stored[called]) == 0 && len(w.holders[called]) == 0 || under && !slices.Contains(resolve.Companions(name), key)
}

// look looks up who has keys, and who will have them.
func (w *walk) look(ctx context.Context, keys []string, most int) error {
	if len(keys) == 0 {
		return nil
	}
	stored, err := w.store.Sharing(ctx, w.collection, keys, most)
	if err != nil {
		return err
	}
	for _, k := range keys {
		w.stored[k] = stored[k]
		kept := slices.DeleteFunc(slices.Clone(stored[k]), func(a string) bool { return w.changed[a] })
		w.holders[k] = append(kept, w.fresh[k]...)
	}
	return nil
}

// sub is what was read from an article.
func (w *walk) sub(ctx context.Context, article string) (*graph.Subgraph, error) {
	if s := w.subs[article]; s != nil {
		return s, nil
	}
	s, err := w.store.Contribution(ctx, graph.Scope{Collections: []string{graph.AnyCollection}}, article)
	if err != nil {
		return nil, fmt.Errorf("layer: %w", err)
	}
	w.subs[article] = &s
	return &s, nil
}
