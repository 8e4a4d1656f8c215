package compare

import (
	"slices"
	"strings"
)

// A Facet is which part of a claim is compared: a claim can give a figure and
// say who did it.
type Facet string

// The facets.
const (
	OfFigure    Facet = "figure"
	OfDoer      Facet = "responsibility"
	OfForecast  Facet = "forecast"
	OfStatement Facet = "statement"
)

var facets = map[Type]Facet{
	Equal: OfFigure, Refines: OfFigure, Overlaps: OfFigure, Disjoint: OfFigure, Exceeds: OfFigure, Update: OfFigure,
	OtherScope: OfFigure, Composite: OfFigure,
	Doer: OfDoer, Granularity: OfDoer, OtherDoer: OfDoer, Forewarns: OfForecast, Agrees: OfStatement, Partly: OfStatement, Certainty: OfDoer,
	TimeClash: OfStatement, PlaceClash: OfStatement, Denial: OfStatement,
}

// A Proposition is the claims that put forward one thing, or take a side on it,
// with how they stand to each other and how many independent origins they have.
type Proposition struct {
	ID      string   `json:"id"` // the least of the claims' ids, after the facet
	Facet   Facet    `json:"facet"`
	Event   string   `json:"event,omitempty"` // cluster; empty where they are about none or several
	Metric  string   `json:"metric,omitempty"`
	Claims  []string `json:"claims"`
	Links   []Link   `json:"links"`
	Origins []Origin `json:"origins"`
	// Support counts the independent origins of the largest part of the claims
	// that agree, in the same terms; it is no measure of truth.
	Support   int      `json:"support"`
	Documents int      `json:"documents"`
	Pairs     int      `json:"independent_pairs"` // of claims that agree and have two origins
	Status    []string `json:"status"`
}

// Propositions groups the claims that Links joins. A claim that nothing joins
// to another is none.
func (s *Set) Propositions() []Proposition { return s.propositions(s.Links()) }

func (s *Set) propositions(links []Link) []Proposition {
	u, within := newUnion(), map[string][]Link{}
	strong, weak := s.grouping(links)
	node := func(l Link, claim string) string { return string(l.Of) + " " + claim }
	held := map[string]bool{}
	for _, l := range strong {
		u.join(node(l, l.A), node(l, l.B), "")
		held[node(l, l.A)], held[node(l, l.B)] = true, true
	}
	// What is only partly alike groups what nothing surer does.
	for _, l := range weak {
		if !held[node(l, l.A)] && !held[node(l, l.B)] {
			u.join(node(l, l.A), node(l, l.B), "")
		}
	}
	for _, l := range append(strong, weak...) {
		if r := u.root(node(l, l.A)); r == u.root(node(l, l.B)) {
			within[r] = append(within[r], l)
		}
	}
	var out []Proposition
	for _, members := range u.sets() {
		if in := within[u.root(members[0])]; len(in) > 0 {
			slices.SortFunc(in, compareLinks)
			out = append(out, s.proposition(members, in))
		}
	}
	return out
}

// glue is how much of both contents must be in common for two claims to bring
// those they are linked to into one group: a long sentence says several things.
const glue = 0.5

// grouping sorts the links that are between claims of one proposition.
func (s *Set) grouping(links []Link) (strong, weak []Link) {
	for _, l := range links {
		switch {
		case l.Of == "" || l.Type == OtherScope || l.Type == Composite || l.Type == Partly:
		case l.Of == OfStatement && l.Type != Denial && alikeness(s.byID[l.A].terms, s.byID[l.B].terms).both < glue:
			weak = append(weak, l)
		default:
			strong = append(strong, l)
		}
	}
	return strong, weak
}

func (s *Set) proposition(members []string, links []Link) Proposition {
	facet, _, _ := strings.Cut(members[0], " ")
	p := Proposition{ID: members[0], Facet: Facet(facet), Links: links}
	events, documents := map[string]bool{}, map[string]bool{}
	for _, m := range members {
		_, id, _ := strings.Cut(m, " ")
		a := s.byID[id]
		p.Claims = append(p.Claims, id)
		events[a.home] = true
		documents[a.article.ID] = true
		if p.Facet == OfFigure {
			p.Metric = a.claim.Quantity.Metric
		}
	}
	if len(events) == 1 {
		p.Event = sortedKeys(events)[0]
	}
	p.Documents = len(documents)
	p.Origins = s.Origins(p.Claims)
	p.Support, p.Pairs = support(&p)
	p.Status = s.status(&p)
	return p
}

// support counts origins among the claims that agree with each other, and the
// agreeing pairs of two origins.
func support(p *Proposition) (origins, pairs int) {
	of := map[string]int{}
	for i, o := range p.Origins {
		for _, c := range o.Claims {
			of[c] = i
		}
	}
	u := newUnion()
	for _, c := range p.Claims {
		u.root(c)
	}
	for _, l := range p.Links {
		if l.Type != Granularity && l.Type != Partly && (l.Neutral() == "corroborates" || l.Type == Repeats) {
			u.join(l.A, l.B, "")
			if of[l.A] != of[l.B] {
				pairs++
			}
		}
	}
	for _, set := range u.sets() {
		distinct := map[int]bool{}
		for _, c := range set {
			distinct[of[c]] = true
		}
		origins = max(origins, len(distinct))
	}
	return origins, pairs
}

// status says where a proposition stands, in the vocabulary of the ontology.
func (s *Set) status(p *Proposition) []string {
	var out []string
	has := func(t Type) bool { return slices.ContainsFunc(p.Links, func(l Link) bool { return l.Type == t }) }
	add := func(ok bool, word string) {
		if ok && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	add(has(Disjoint) || has(Exceeds), "contested-quantity")
	add(has(OtherDoer), "contested-attribution")
	for _, l := range p.Links {
		if l.Type == Denial {
			add(s.byParty(l), "denied-by-party")
			add(!s.byParty(l), "contested-existence")
		}
		add(l.Type == Update && l.OneSource, "superseded-by-source")
	}
	add(has(Inconsist), "self-contradictory")
	contested := len(out) > 0
	add(has(Refines), "refined")
	add(!contested && len(p.Origins) > 1 && p.Pairs > 0, "multi-origin-agree")
	add(len(p.Origins) == 1, "single-source")
	slices.Sort(out)
	return out
}

// byParty reports that whoever denies is who the denied claim is about.
func (s *Set) byParty(l Link) bool { return s.concerns(s.byID[l.A], s.byID[l.B]) }

// Within is p as far as some of its claims tell it. What joined two of them by
// way of one that is left out still counts as one origin.
func (p Proposition) Within(seen func(claim string) bool, article func(claim string) string) Proposition {
	hidden := func(claim string) bool { return !seen(claim) }
	out := p
	out.Claims = slices.DeleteFunc(slices.Clone(p.Claims), hidden)
	out.Links = slices.DeleteFunc(slices.Clone(p.Links), func(l Link) bool { return hidden(l.A) || hidden(l.B) })
	out.Origins, out.Status = nil, nil
	documents := map[string]bool{}
	for _, c := range out.Claims {
		documents[article(c)] = true
	}
	out.Documents = len(documents)
	for _, o := range p.Origins {
		o.Claims = slices.DeleteFunc(slices.Clone(o.Claims), hidden)
		if len(o.Claims) > 0 {
			// The reasons may speak of what is left out.
			out.Origins = append(out.Origins, Origin{Claims: o.Claims, Voice: o.Voice})
		}
	}
	out.Support, out.Pairs = support(&out)
	if len(out.Origins) == 1 {
		out.Status = []string{"single-source"}
	}
	return out
}
