package compare

import (
	"github.com/claimline/claimline/graph"
)

// A happening is what the articles together say of one event cluster.
type happening struct {
	id      string
	label   string // the least of the members' labels
	records []graph.Event
	places  map[string]bool            // clusters
	actors  map[string]map[string]bool // cluster → roles
	// alleged are the actors that only somebody's claim makes a perpetrator.
	alleged map[string]bool
	own     map[string]map[string]bool // article and actor → roles there
	spots   map[string][]spot          // record → where it is said to have been
}

// A spot is a place of an event and the words that name it.
type spot struct {
	graph.Span
	cluster string
}

func (r *reader) happenings() map[string]*happening {
	out := map[string]*happening{}
	for _, e := range r.g.Events {
		id := r.same(e.Article, e.ID)
		h := out[id]
		if h == nil {
			h = &happening{id: id, label: e.Label, places: map[string]bool{}, actors: map[string]map[string]bool{}, alleged: map[string]bool{}, own: map[string]map[string]bool{}, spots: map[string][]spot{}}
			out[id] = h
		}
		h.label = min(h.label, e.Label)
		h.records = append(h.records, e)
		for _, l := range r.from[e.ID] {
			to := r.same(l.Article, l.To)
			switch l.Type {
			case graph.At:
				h.places[to] = true
				for _, ev := range l.Evidence {
					h.spots[e.ID] = append(h.spots[e.ID], spot{ev.Span, to})
				}
			case graph.Participant:
				if h.actors[to] == nil {
					h.actors[to] = map[string]bool{}
				}
				h.actors[to][l.Role] = true
				key := e.Article + " " + to
				if h.own[key] == nil {
					h.own[key] = map[string]bool{}
				}
				h.own[key][l.Role] = true
				if l.Claim != "" {
					h.alleged[to] = true
				}
			}
		}
	}
	return out
}

// real reports whether any article tells of h as something that happened.
func (h *happening) real() bool {
	for _, e := range h.records {
		if realised(e) {
			return true
		}
	}
	return false
}

func realised(e graph.Event) bool {
	switch e.Realis {
	case graph.Occurred, graph.Ongoing, graph.Historical:
		return !e.Negated && !e.Generic
	}
	return false
}

// time is when h happened: the narrowest time of its records that happened;
// nil when none is dated.
func (h *happening) time() *graph.Interval {
	var best *graph.Interval
	for i := range h.records {
		if t := h.records[i].Time; t.Known() && (best == nil || narrower(t, best)) {
			best = t
		}
	}
	return best
}

// narrower orders times by width, open ends last, then by their bounds.
func narrower(a, b *graph.Interval) bool {
	wa, wb := width(a), width(b)
	if wa != wb {
		return wa < wb
	}
	if !a.Earliest.Equal(b.Earliest) {
		return a.Earliest.Before(b.Earliest)
	}
	return a.EDTF < b.EDTF
}

func width(i *graph.Interval) int64 {
	if i.Earliest.IsZero() || i.Latest.IsZero() {
		return 1<<63 - 1
	}
	return int64(i.Latest.Sub(i.Earliest))
}
