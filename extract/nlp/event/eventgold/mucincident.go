package eventgold

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/casing"
	"github.com/claimline/claimline/graph"
)

// A reading is a subgraph with what an event leads to at hand.
type reading struct {
	written time.Time
	length  int    // bytes of the text
	country string // where most of the text plays
	actors  map[string]graph.Actor
	places  map[string]graph.Place
	roles   map[string][]graph.Relationship
	at      map[string][]string
	within  map[string]string
	figures map[string][]graph.Quantity
	members map[string][]string
	groups  []graph.Actor  // that fight or have a name, and are no states
	told    map[string]int // how often a node is mentioned
}

func newReading(sub *graph.Subgraph, written time.Time) *reading {
	g := &reading{
		written: written, actors: map[string]graph.Actor{}, places: map[string]graph.Place{}, roles: map[string][]graph.Relationship{},
		at: map[string][]string{}, within: map[string]string{}, figures: map[string][]graph.Quantity{}, members: map[string][]string{}, told: map[string]int{},
	}
	for _, a := range sub.Actors {
		if a.Kind == graph.ArmedGroup || a.Kind == graph.Organization || a.Kind == graph.PublicBody && a.Sector == "MIL" {
			g.groups = append(g.groups, a)
		}
		g.actors[a.ID] = a
	}
	for _, p := range sub.Places {
		g.places[p.ID] = p
	}
	told := map[string]int{}
	for _, a := range sub.Articles {
		g.length = len(a.Text)
		city, _, _ := strings.Cut(casing.Restore(a.Text), ",")
		for _, n := range lexicon.Named(city) {
			if ofInterest[n.Country] != "" {
				told[n.Country]++ // where the text was written
			}
		}
	}
	claims := map[string]graph.Quantity{}
	for _, c := range sub.Claims {
		if c.Quantity != nil && !c.Negated {
			claims[c.ID] = *c.Quantity
		}
	}
	for _, r := range sub.Relationships {
		switch r.Type {
		case graph.Participant:
			g.roles[r.From] = append(g.roles[r.From], r)
		case graph.MemberOf, graph.AffiliateOf, graph.Leads:
			g.members[r.From] = append(g.members[r.From], r.To)
		case graph.At:
			g.at[r.From] = append(g.at[r.From], r.To)
		case graph.Within:
			g.within[r.From] = r.To
		case graph.AboutRel:
			if q, ok := claims[r.From]; ok {
				g.figures[r.To] = append(g.figures[r.To], q)
			}
		case graph.Mentions:
			g.told[r.To] += len(r.Evidence)
			if p, ok := g.places[r.To]; ok && ofInterest[p.Country] != "" {
				told[p.Country] += len(r.Evidence)
			}
		}
	}
	for c, n := range told {
		if n > told[g.country] || n == told[g.country] && c < g.country {
			g.country = c
		}
	}
	return g
}

// ofInterest are the countries that the task asks for, by code.
var ofInterest = map[string]string{
	"SV": "EL SALVADOR", "GT": "GUATEMALA", "HN": "HONDURAS", "AR": "ARGENTINA", "BO": "BOLIVIA", "CL": "CHILE",
	"CO": "COLOMBIA", "EC": "ECUADOR", "PE": "PERU",
}

// An incident is events that are told of one.
type incident struct {
	kind   string
	days   Range
	events []graph.Event
	places []string
}

// incident is what e would be.
func (g *reading) incident(e graph.Event) (incident, bool) {
	in := incident{kind: kindOf(e), events: []graph.Event{e}, places: g.at[e.ID]}
	happened := e.Realis == graph.Occurred || e.Realis == graph.Ongoing || e.Realis == graph.Foiled || e.Realis == graph.Historical
	happened = happened || e.Realis == graph.Planned && e.Time.Known() && e.Time.Latest.Before(g.written) // it had been planned, and was
	if in.kind == "" || !happened || e.Negated || e.Generic {
		return in, false
	}
	if e.Time.Known() && !e.Time.Earliest.IsZero() && !e.Time.Latest.IsZero() {
		in.days = Range{e.Time.Earliest.Truncate(day), e.Time.Latest.Add(-1).Truncate(day)}
		if in.days.Last.Sub(in.days.First) > widest {
			in.days = Range{} // "this year" tells no more than that it was before the text
		}
	}
	return in, true
}

const (
	day    = 24 * time.Hour
	widest = 10 * day
)

func kindOf(e graph.Event) string {
	triggers := ""
	for _, ev := range e.Evidence {
		if ev.Role == graph.RoleTrigger {
			triggers += " " + strings.ToLower(ev.Quote)
		}
	}
	if warlike.MatchString(triggers) && !violent.MatchString(triggers) {
		return ""
	}
	has := func(modes ...string) bool {
		return slices.ContainsFunc(modes, func(m string) bool { return slices.Contains(e.Modes, m) })
	}
	switch {
	case e.Type == "ASSAULT" && has("abduct"):
		return "KIDNAPPING"
	case e.Type == "ASSAULT" && aerial.MatchString(triggers) && !bomb.MatchString(triggers):
		return "ATTACK" // from the air, more often than not
	case e.Type == "ASSAULT" && (has("explosives", "suicide-attack") || bomb.MatchString(triggers)), e.Type == "x-disaster" && has("explosion"):
		return "BOMBING"
	case e.Type == "x-disaster" && has("fire"):
		return "ARSON"
	case e.Type == "ASSAULT", e.Type == "x-life" && has("die", "injure"), e.Type == "x-personnel" && has("killed-leader"):
		return "ATTACK"
	}
	return ""
}

// What a trigger tells beyond the type of its event.
var (
	bomb    = regexp.MustCompile(`\b(explo|bombs?\b|blast|blew|dynamit|detonat)`)
	aerial  = regexp.MustCompile(`\b(bombing|bombed|bombard)`)
	warlike = regexp.MustCompile(`\b(clash|fight|fought|battl|combat|confront|offensive|war|operation|aggression|invasion|invade|violence)`)
	violent = regexp.MustCompile(`\b(kill|murder|assassin|bomb|kidnap|massacre|died|dead|death|shot|explo)`)
)

// merge adds in to the first incident that it may be told of.
func (g *reading) merge(all []incident, in incident) []incident {
	for i := range all {
		a := &all[i]
		kinds := a.kind == in.kind || a.kind == "ATTACK" && joins[in.kind] || in.kind == "ATTACK" && joins[a.kind]
		if !kinds || !g.samePlace(a.places, in.places) || !sameDays(a.days, in.days) {
			continue
		}
		if a.kind == "ATTACK" {
			a.kind = in.kind
		}
		if a.days == (Range{}) || in.days != (Range{}) && in.days.Last.Sub(in.days.First) < a.days.Last.Sub(a.days.First) {
			a.days = in.days
		}
		a.events, a.places = append(a.events, in.events...), append(a.places, in.places...)
		return all
	}
	return append(all, in)
}

// joins are the kinds of which an attack on the same day is a part.
var joins = map[string]bool{}

func sameDays(a, b Range) bool {
	return a == (Range{}) || b == (Range{}) || !a.First.After(b.Last) && !b.First.After(a.Last)
}

// samePlace reports whether no two of the places exclude each other.
func (g *reading) samePlace(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			px, py := g.places[x], g.places[y]
			if x != y && px.Kind == py.Kind && px.Kind != graph.Facility && px.Kind != graph.Feature {
				return false
			}
			if px.Country != "" && py.Country != "" && px.Country != py.Country {
				return false
			}
		}
	}
	return true
}

// relevant reports whether the task asks for the incident.
func (g *reading) relevant(in incident) bool {
	if c := g.countryOf(in); c != "" && ofInterest[c] == "" {
		return false
	}
	const recent = 62 * day
	if !g.written.IsZero() && !in.days.Last.IsZero() && g.written.Sub(in.days.Last) > recent {
		return false
	}
	w := g.weigh(in)
	late := w.first*5 > g.length*2
	switch {
	case w.summary:
		return false
	case in.days == (Range{}) && !w.victims && (w.triggers == 1 || late):
		return false // mentioned in passing
	case !w.victims && !w.agents && !w.building && !(in.kind == "BOMBING" && len(in.places) > 0):
		return false
	}
	return w.civilians || w.building || !w.fighters
}

// A weight is what an incident tells that makes it one.
type weight struct {
	agents, victims, building bool // somebody did it, it befell somebody, or a building
	civilians, fighters       bool // among those whom it befell
	summary                   bool // so many dead are those of a war
	triggers                  int  // how often it is told of
	first                     int  // byte at which it is first
}

func (g *reading) weigh(in incident) weight {
	const war = 2000 // dead
	w := weight{first: g.length}
	for _, p := range in.places {
		w.building = w.building || g.places[p].Kind == graph.Facility
	}
	for _, e := range in.events {
		for _, q := range g.figures[e.ID] {
			w.summary, w.victims = w.summary || q.Value >= war, true
		}
		for _, ev := range e.Evidence {
			if ev.Role == graph.RoleTrigger {
				w.triggers, w.first = w.triggers+1, min(w.first, ev.Start)
			}
		}
		for _, r := range g.roles[e.ID] {
			a := g.actors[r.To]
			switch {
			case agents[r.Role]:
				w.agents = true
				continue
			case a.Sector == "MIL" && (a.Country == "" || ofInterest[a.Country] != ""), a.Sector == "REB":
				w.fighters = true
			default:
				w.civilians = true
			}
			w.victims = true
		}
	}
	return w
}

var agents = map[string]bool{"attacker": true, "agent": true, "organizer": true, "perpetrator_claimed": true, "perpetrator_alleged": true}

// countryOf is the code of the country where an incident was, as far as its own
// places tell: one that the task asks for, else another. A building tells none:
// an embassy is its state's, and not there.
func (g *reading) countryOf(in incident) string {
	other := ""
	for _, p := range in.places {
		place := g.places[p]
		switch {
		case place.Country == "" || place.Kind == graph.Facility:
		case ofInterest[place.Country] != "":
			return place.Country
		default:
			other = place.Country
		}
	}
	return other
}
