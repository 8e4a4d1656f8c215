package coref

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// actorOf is the kind of actor that a body is, by the lexicon, its own words,
// or what is said of it.
func (r *resolver) actorOf(o, root *mention) graph.ActorKind {
	if e := root.entry; e != nil && e.Actor != "" && e.Form == lexicon.Proper {
		return e.Actor
	}
	if o.Type == doc.Name {
		if h, ok := lexicon.HeadIn(r.d.Tokens[o.First:o.Last]); ok && asActor(h.Kind) != "" {
			switch kind := asActor(h.Kind); {
			case root.entry == nil && kind == graph.ArmedGroup && r.electoral(o):
				return graph.Organization
			case root.entry == nil && kind == graph.PublicBody && r.irregular(o):
				return graph.ArmedGroup
			default:
				return kind
			}
		}
	}
	if len(o.noun.Kinds) > 0 && asActor(o.noun.Kind()) != "" && !(o.Type == doc.Name && (o.noun.Person() || o.noun.Kind() == lexicon.NounKind(graph.Population))) {
		if o.noun.Government {
			return graph.State
		}
		return asActor(o.noun.Kind())
	}
	for _, role := range root.roles {
		if n, ok := lexicon.NounOf(role); ok && asActor(n.Kind()) != "" && !n.Person() && !(o.Type == doc.Name && n.Kind() == lexicon.NounKind(graph.Population)) {
			return asActor(n.Kind())
		}
	}
	return graph.Organization
}

// electoral reports whether a name that could be of fighters is of those who stand
// in elections: "Unity Front candidate Ana Diaz", "the Front won the vote".
func (r *resolver) electoral(o *mention) bool {
	for i := range r.m {
		m := &r.m[i]
		if m.Type != doc.Name || m.key != o.key {
			continue
		}
		v := r.d.Tokens[m.Head].Head
		if v == doc.None {
			continue
		}
		switch r.tree.Lemma(v) {
		case "candidate", "lawmaker", "mp", "senator", "voter", "vote", "seat", "manifesto", "nominee", "legislator", "councillor", "election":
			if r.tree.Is(m.Head, "compound", "nmod", "nmod:poss", "amod") {
				return true
			}
		case "win", "lose", "contest", "campaign":
			o := r.tree.Child(v, "obj", "obl")
			if r.tree.Is(m.Head, "nsubj") && o != doc.None && ballots[r.tree.Lemma(o)] {
				return true
			}
		}
	}
	return false
}

var ballots = words("election by-election seat vote poll referendum majority ballot parliament presidency percent contest race runoff")

// irregular reports whether a name that could be of an army of a state is of rebels:
// by its own words, or by whose it is.
func (r *resolver) irregular(o *mention) bool {
	if len(o.words) > 2 && slices.ContainsFunc(o.words, func(w string) bool {
		return w == "liberation" || w == "resistance" || w == "revolutionary" || w == "salvation"
	}) && o.words[0] != "people" && o.words[0] != "peoples" {
		return true
	}
	v := r.d.Tokens[o.Head].Head
	if v == doc.None || !r.tree.Is(o.Head, "nmod", "compound", "nmod:poss") {
		return false
	}
	switch r.tree.Lemma(v) {
	case "militant", "rebel", "guerrilla", "insurgent", "gunman":
		return true
	}
	return false
}

// asActor is the kind of actor for a kind of noun, empty for places.
func asActor(k lexicon.NounKind) graph.ActorKind {
	if a := graph.ActorKind(k); slices.Contains(graph.ActorKinds, a) {
		return a
	}
	return ""
}

// placeOf is the kind of place that a name or noun stands for.
func (r *resolver) placeOf(o, root *mention) graph.PlaceKind {
	if e := root.entry; e != nil && e.Place != "" {
		return e.Place
	}
	if o.Type == doc.Name {
		if n := len(o.words); n > 1 && (divisions[o.words[n-1]] || divisions[o.words[0]] && o.words[1] == "of") {
			return graph.Region // Kaduna state, canton of Valais
		}
		if h, ok := lexicon.HeadIn(r.d.Tokens[o.First:o.Last]); ok && asPlace(h.Kind) != "" {
			return asPlace(h.Kind)
		}
		if n, ok := lexicon.NounOf(r.tree.Lemma(o.Last - 1)); ok && o.Last-o.First > 1 {
			for _, k := range n.Kinds {
				if asPlace(k) != "" {
					return asPlace(k)
				}
			}
		}
		if o.Rule == "entity/body" || len(o.words) > 1 && directions[o.words[0]] {
			return graph.Region // "northern Syria"
		}
		// "the town of Yeoncheon"
		if o.First >= 2 && r.d.Tokens[o.First-1].Text == "of" {
			if n, ok := lexicon.NounOf(r.tree.Lemma(o.First - 2)); ok && asPlace(n.Kind()) != "" {
				return asPlace(n.Kind())
			}
		}
		return graph.City
	}
	for _, k := range o.noun.Kinds {
		if p := asPlace(k); p != "" {
			return p
		}
	}
	return ""
}

// divisions are nouns for the parts of a country.
var divisions = words("state province canton prefecture governorate oblast county district")

var directions = words("northern southern eastern western central northeastern northwestern southeastern southwestern")

func asPlace(k lexicon.NounKind) graph.PlaceKind {
	if p := graph.PlaceKind(k); slices.Contains(graph.PlaceKinds, p) {
		return p
	}
	return ""
}

// hasBusiness reports whether a body is a company, by what is known of it, or
// may be one, as nothing is.
func (r *resolver) hasBusiness(o, root *mention) bool {
	if known, is := r.business(o, root); known {
		return is
	}
	return r.actorOf(o, root) == graph.Organization && o.Type == doc.Name && o.entry == nil && len(root.roles) == 0
}

// business says whether a body is a company, where something tells.
func (r *resolver) business(o, root *mention) (known, is bool) {
	if root.entry != nil {
		return true, root.entry.Sector == "BUS"
	}
	if o.Type == doc.Name {
		if slices.ContainsFunc(o.words, func(w string) bool { return noBusiness[w] }) {
			return true, false
		}
		if h, ok := lexicon.HeadIn(r.d.Tokens[o.First:o.Last]); ok {
			return true, h.Sector == "BUS"
		}
	}
	is = slices.ContainsFunc(root.roles, func(w string) bool {
		n, ok := lexicon.NounOf(w)
		return ok && n.Sector == "BUS" && !n.Person()
	})
	return is, is
}

// noBusiness are words in the names of bodies that sell nothing.
var noBusiness = words("union association federation confederation party ministry department commission council committee chamber league congress parliament " +
	"foundation society institute university college school church police army court agency authority movement front brigade alliance coalition")
