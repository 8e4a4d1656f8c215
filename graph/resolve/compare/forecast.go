package compare

import (
	"cmp"
	"slices"
	"time"

	"github.com/claimline/claimline/graph"
)

// An Outcome says what came of a forecast, as far as the articles tell.
type Outcome string

// The outcomes.
const (
	Hit     Outcome = "hit"     // what was foretold happened, there and then
	Partial Outcome = "partial" // something like it did: the place or the doer is not known to be the same
	Miss    Outcome = "miss"    // it was prevented or is said not to have happened
	Open    Outcome = "open"    // its time has not passed, or it named none
	Expired Outcome = "expired" // its time has passed and nothing tells of it
)

// A Forecast is a warning or prediction with what came of it. It is no verdict
// on whoever made it.
type Forecast struct {
	Claim   string  `json:"claim"`
	Outcome Outcome `json:"outcome"`
	Event   string  `json:"event,omitempty"` // cluster of what happened
	// LeadMin and LeadMax bound the time from the saying to the event, in
	// hours; both zero when the one or the other is not dated.
	LeadMin int    `json:"lead_min_hours,omitempty"`
	LeadMax int    `json:"lead_max_hours,omitempty"`
	Why     string `json:"why"`
}

// unbounded is how long a forecast without a window is held open.
const unbounded = 366 * 24 * time.Hour

// Forecasts lists all claims that foretell something, by id.
func (s *Set) Forecasts() []Forecast {
	ids := sortedKeys(s.sure)
	found := map[string]Forecast{}
	for _, a := range s.accounts {
		if a.target != nil {
			found[a.claim.ID] = s.forecast(a, ids)
		}
	}
	s.inherit(found)
	var out []Forecast
	for _, id := range sortedKeys(found) {
		out = append(out, found[id])
	}
	return out
}

func (s *Set) forecast(a *account, events []string) Forecast {
	best := Forecast{}
	var at time.Time
	for _, id := range events {
		f, ok := s.outcome(a, s.sure[id])
		if !ok {
			continue
		}
		start := s.sure[id].time().Earliest
		if best.Claim == "" || cmp.Or(rank(f.Outcome)-rank(best.Outcome), start.Compare(at)) < 0 {
			best, at = f, start
		}
	}
	if best.Claim != "" {
		return best
	}
	return s.unmet(a)
}

func rank(o Outcome) int { return slices.Index([]Outcome{Hit, Partial, Miss, Open, Expired}, o) }

// unmet is a forecast that nothing answers.
func (s *Set) unmet(a *account) Forecast {
	t := a.target
	f := Forecast{Claim: a.claim.ID, Outcome: Open, Why: "no article tells of it, and it set no time that has passed"}
	for _, id := range sortedKeys(t.events) {
		for _, e := range s.events[id].records {
			if e.Realis == graph.Foiled || e.Realis == graph.Denied {
				f.Outcome, f.Event, f.Why = Miss, id, "it is told as "+string(e.Realis)
				return f
			}
		}
	}
	until := t.until
	if until.IsZero() && !t.said.IsZero() {
		until = t.said.Add(unbounded)
	}
	if last := s.latest(); !until.IsZero() && last.After(until) {
		f.Outcome, f.Why = Expired, "its time ended by "+until.Format(time.DateOnly)+", and no article tells of it"
	}
	return f
}

// outcome compares what was foretold with what happened; false when the kind,
// the time, the place or the doer differs.
func (s *Set) outcome(a *account, h *happening) (Forecast, bool) {
	t := a.target
	when := h.time()
	if a.claim.Said == nil || t.from.IsZero() || !h.real() || when == nil || when.Earliest.IsZero() || when.Latest.IsZero() {
		return Forecast{}, false
	}
	if !slices.ContainsFunc(h.records, func(e graph.Event) bool { return realised(e) && t.types[e.Type] }) {
		return Forecast{}, false
	}
	limit := t.until
	if limit.IsZero() {
		limit = t.said.Add(unbounded)
	}
	if !when.Earliest.After(t.from) || when.Earliest.Before(t.said) && !when.Latest.After(t.said) || when.Earliest.After(limit) {
		return Forecast{}, false
	}
	place, where := s.samePlace(t, h)
	doer, who := s.sameDoer(t, h)
	if place == no || doer == no {
		return Forecast{}, false
	}
	f := Forecast{Claim: a.claim.ID, Outcome: Hit, Event: h.id, LeadMin: max(0, hours(when.Earliest.Sub(t.said))), LeadMax: hours(when.Latest.Sub(t.from))}
	if place == unknown || doer == unknown {
		f.Outcome = Partial
	}
	f.Why = "the same kind of event, dated " + when.EDTF + "; " + where + "; " + who
	return f, true
}

func hours(d time.Duration) int { return int(d / time.Hour) }

// known is an answer that the records may not allow.
type known int

const (
	no known = iota
	unknown
	yes
)

// samePlace compares where it was foretold with where it happened. Only a
// place that says more than a country makes a target of its own; without one
// the country counts.
func (s *Set) samePlace(t *target, h *happening) (known, string) {
	best, why := no, ""
	for _, p := range sortedKeys(t.places) {
		for _, q := range sortedKeys(h.places) {
			switch {
			case p == q || s.places.within(q, p):
				if s.narrowest(t, p) {
					return yes, "in " + s.names[q].text + ", as foretold for " + s.names[p].text
				}
			case s.places.within(p, q):
				best, why = unknown, "in "+s.names[q].text+", and it was foretold for "+s.names[p].text
			}
		}
	}
	return best, why
}

// narrowest reports that a target names no town while p is a country: a
// warning for Moscow is not met by what happens elsewhere in Russia.
func (s *Set) narrowest(t *target, p string) bool {
	if s.places.sharp(p) {
		return true
	}
	for q := range t.places {
		if s.places.sharp(q) {
			return false
		}
	}
	return true
}

// sameDoer compares who was foretold to do it with who is said to have.
func (s *Set) sameDoer(t *target, h *happening) (known, string) {
	var wanted []string
	for _, actor := range sortedKeys(t.actors) {
		if !s.names[actor].bare {
			wanted = append(wanted, actor)
		}
	}
	if len(wanted) == 0 {
		return yes, "no doer was foretold"
	}
	out, why := unknown, "who did it is not told"
	for _, did := range sortedKeys(h.actors) {
		roles := h.actors[did]
		if s.names[did].bare || !(roles["attacker"] || roles["agent"] || roles["perpetrator_claimed"] || roles["perpetrator_alleged"] || roles["organizer"]) {
			continue
		}
		for _, w := range wanted {
			if s.kin.related(w, did) {
				return yes, "by " + s.names[did].text + ", as foretold of " + s.names[w].text
			}
		}
		out, why = no, ""
	}
	return out, why
}

// inherit gives a forecast whose date is not known the outcome of one that
// foretells the same event.
func (s *Set) inherit(found map[string]Forecast) {
	byEvent := map[string][]string{}
	for _, id := range sortedKeys(found) {
		for e := range s.byID[id].target.events {
			byEvent[e] = append(byEvent[e], id)
		}
	}
	for _, id := range sortedKeys(found) {
		if f := found[id]; s.byID[id].claim.Said != nil || f.Outcome != Open {
			continue
		}
		for _, e := range sortedKeys(s.byID[id].target.events) {
			for _, other := range byEvent[e] {
				o := found[other]
				if (o.Outcome == Hit || o.Outcome == Partial) && s.byID[other].claim.Said != nil {
					found[id] = Forecast{Claim: id, Outcome: o.Outcome, Event: o.Event, Why: s.byID[other].voice() + " foretold the same: " + o.Why}
				}
			}
		}
	}
}
