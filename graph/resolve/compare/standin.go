package compare

import (
	"cmp"

	"github.com/claimline/claimline/graph"
)

// standIns finds events that a text mentions without time or place beside
// exactly one of their type that has either: "the attack" after the attack was
// told.
func (r *reader) standIns() {
	placed := map[string]bool{}
	for _, l := range r.g.Relationships {
		if l.Type == graph.At {
			placed[l.From] = true
		}
	}
	byType, size := map[string][]*graph.Event{}, map[string]int{}
	for i := range r.g.Events {
		e := &r.g.Events[i]
		size[r.same(e.Article, e.ID)]++
		if realised(*e) {
			key := e.Article + " " + e.Type
			byType[key] = append(byType[key], e)
		}
	}
	bare := func(e *graph.Event) bool { return e.Time == nil && !placed[e.ID] }
	for _, list := range byType {
		for _, from := range list {
			to := told(list, from, bare)
			if to == nil && len(list) == 2 && bare(from) {
				// Of two that tell nothing, the one that other articles tell too is meant.
				to = list[0]
				if to == from {
					to = list[1]
				}
				a, b := r.same(from.Article, from.ID), r.same(to.Article, to.ID)
				if cmp.Or(cmp.Compare(size[a], size[b]), cmp.Compare(b, a)) > 0 {
					continue
				}
			}
			if to != nil && couldBe(from, to) {
				r.stands[from.ID] = to
			}
		}
	}
}

// told is the one event of a list that has a time or place, where there is
// but one and from is another that has none.
func told(list []*graph.Event, from *graph.Event, bare func(*graph.Event) bool) *graph.Event {
	var only *graph.Event
	for _, e := range list {
		switch {
		case bare(e):
		case only != nil:
			return nil
		default:
			only = e
		}
	}
	if only == from || !bare(from) {
		return nil
	}
	return only
}

// general are words by which a text takes up an event it has told.
var general = stems(`attack assault incident violence disaster tragedy massacre operation killing event crime case bloodshed accident action raid`)

// couldBe reports that the words of an event can mean another: one of them is
// general, or both use the same.
func couldBe(e, other *graph.Event) bool {
	words := map[string]bool{}
	for _, ev := range other.Evidence {
		if ev.Role == graph.RoleTrigger {
			for _, k := range tokens(ev.Quote) {
				words[stem(k.word)] = true
			}
		}
	}
	for _, ev := range e.Evidence {
		if ev.Role != graph.RoleTrigger {
			continue
		}
		for _, k := range tokens(ev.Quote) {
			if w := stem(k.word); general[w] || words[w] {
				return true
			}
		}
	}
	return false
}

// standFor is the cluster of a node; loose is set where it is one that an
// event only stands in for.
func (r *reader) standFor(article, id string) (cluster string, loose bool) {
	if to := r.stands[id]; to != nil {
		return r.same(to.Article, to.ID), true
	}
	return r.same(article, id), false
}
