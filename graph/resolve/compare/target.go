package compare

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// A target is what a warning or prediction is about.
type target struct {
	events map[string]bool // clusters of what is not yet so
	types  map[string]bool // their event types
	places map[string]bool // clusters
	actors map[string]bool // who would do it
	from   time.Time       // when the claim was made at the earliest; zero when unknown
	said   time.Time       // and at the latest
	until  time.Time       // the end of the window it gives, zero for none
	spoken bool            // the words gave the window
}

// foretelling are acts about what may come.
var foretelling = set("warn predict expect threaten speculate")

// target reads what a claim foretells: the events in its content that have not
// happened, where, by whom and until when. Nil when it foretells nothing that
// the records know of.
func (r *reader) target(a *account, inside []mention) *target {
	if !foretelling[a.claim.Act] && a.claim.Class != "forecast" || a.sign == negative {
		return nil
	}
	t := &target{events: map[string]bool{}, types: map[string]bool{}, places: map[string]bool{}, actors: map[string]bool{}}
	when := a.claim.Said
	if !when.Known() {
		when = stamp(a.article)
	}
	if when.Known() {
		t.from, t.said = when.Earliest, when.Latest
	}
	for _, cluster := range a.events {
		h := r.events[cluster]
		if h == nil || slices.ContainsFunc(h.records, func(e graph.Event) bool { return e.Type == "x-media" }) {
			continue
		}
		for _, e := range h.records {
			if e.Article == a.article.ID && unrealised(e) && a.holds(&e, graph.RoleTrigger) {
				t.add(&e, h)
			}
		}
	}
	if len(t.events) == 0 {
		return nil
	}
	for p := range a.places {
		t.places[p] = true
	}
	for _, m := range inside {
		if m.kind == graph.KindPlace && excluded(a.article.Text[a.content.Start:m.Start]) {
			delete(t.places, m.cluster)
		}
	}
	t.window(a)
	return t
}

// excluded reports words after which a place is named as where it will not be.
func excluded(before string) bool {
	before = strings.TrimSpace(before)
	return strings.HasSuffix(before, "outside") || strings.HasSuffix(before, "outside of") || strings.HasSuffix(before, "other than")
}

func unrealised(e graph.Event) bool {
	switch e.Realis {
	case graph.Hypothetical, graph.Future, graph.Planned:
		return !e.Generic
	}
	return false
}

func (t *target) add(e *graph.Event, h *happening) {
	t.events[h.id] = true
	t.types[e.Type] = true
	for p := range h.places {
		t.places[p] = true
	}
	for actor, roles := range h.actors {
		if roles["attacker"] || roles["agent"] || roles["perpetrator_alleged"] || roles["organizer"] || roles["demonstrator"] {
			t.actors[actor] = true
		}
	}
	// A time that does not reach beyond the saying dates the saying.
	if e.Time.Known() && !e.Time.Latest.IsZero() && e.Time.Latest.After(t.said) && (t.until.IsZero() || e.Time.Latest.After(t.until)) {
		t.until, t.spoken = e.Time.Latest, true
	}
}

var units = map[string]time.Duration{
	"hour": time.Hour, "day": 24 * time.Hour, "week": 7 * 24 * time.Hour, "month": 31 * 24 * time.Hour, "year": 366 * 24 * time.Hour,
}

// window reads "within 48 hours", "in the next two weeks", "in as little as
// six months" and counts from the latest that it can have been said.
func (t *target) window(a *account) {
	if t.said.IsZero() || t.spoken {
		return
	}
	list := tokens(a.content.Of(a.article.Text))
	for i, k := range list {
		if k.word != "within" && k.word != "in" && k.word != "over" && k.word != "coming" && k.word != "next" {
			continue
		}
		n := 1
		for _, u := range list[i+1 : min(len(list), i+6)] {
			word := u.word
			if w, ok := numberWords[word]; ok {
				word = w
			}
			if v, err := strconv.Atoi(word); err == nil && v < 1000 {
				n = v
				continue
			}
			length, ok := units[trimPlural(word)]
			if ok {
				t.until, t.spoken = t.said.Add(time.Duration(n)*length), true
				return
			}
			if !windowWords[word] {
				break
			}
		}
	}
}

func trimPlural(w string) string {
	if n := len(w); n > 1 && w[n-1] == 's' {
		return w[:n-1]
	}
	return w
}

// windowWords may stand between "in" and the number.
var windowWords = set("the next coming as little few just about around only first following")

// targetKeys are what forecasts of one thing share.
func (s *Set) targetKeys(a *account) []string {
	if a.target == nil {
		return nil
	}
	var out []string
	for _, kind := range sortedKeys(a.target.types) {
		for _, p := range sortedKeys(a.target.places) {
			if s.places.sharp(p) {
				out = append(out, kind+" "+p)
			}
		}
	}
	return out
}

// sameSeason is how far apart two warnings of one thing may be given.
const sameSeason = 60 * 24 * time.Hour

// foretell finds two forecasts of one thing: of one event, or of one kind of
// event at one spot at about one time.
func (s *Set) foretell(a, b *account) (Link, bool) {
	t, u := a.target, b.target
	if t == nil || u == nil {
		return Link{}, false
	}
	if shares(t.events, u.events) {
		return between(Forewarns, a, b, a.voice()+" and "+b.voice()+" foretell one event"), true
	}
	dated := !t.from.IsZero() && !u.from.IsZero()
	if !shares(t.types, u.types) || dated && (t.from.Sub(u.said) > sameSeason || u.from.Sub(t.said) > sameSeason) || s.otherAgents(t.actors, u.actors) {
		return Link{}, false
	}
	for _, p := range sortedKeys(t.places) {
		if u.places[p] && s.places.sharp(p) {
			return between(Forewarns, a, b, a.voice()+" and "+b.voice()+" foretell the same kind of event in "+s.names[p].text), true
		}
	}
	return Link{}, false
}

// otherAgents reports that two sets of actors both name some and none that
// could be one.
func (s *Set) otherAgents(a, b map[string]bool) bool {
	named := false
	for x := range a {
		for y := range b {
			if s.names[x].bare || s.names[y].bare {
				continue
			}
			named = true
			if s.kin.related(x, y) {
				return false
			}
		}
	}
	return named
}
