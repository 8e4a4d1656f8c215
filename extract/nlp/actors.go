package nlp

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// chain makes the actor, the place or both that a chain of mentions refers to.
func (b *builder) chain(i int) {
	c := b.d.Chains[i]
	if graph.Fold(c.Name) == "" {
		return
	}
	aliases := b.aliases(c)
	if c.Actor != "" {
		a := graph.Actor{Collection: b.article.Collection, Kind: c.Actor, Name: c.Name, Aliases: aliases, Country: c.Country, Sector: c.Sector}
		if !c.Named || c.Actor == graph.UnnamedSource {
			a.Context = b.article.ID
		}
		a.Identify()
		b.actors[i] = a.ID
		b.out.Actors = append(b.out.Actors, a)
		b.mentions(c, a.ID)
	}
	if c.Place != "" {
		p := graph.Place{Collection: b.article.Collection, Kind: c.Place, Name: c.Name, Aliases: aliases, Country: c.Country, Lat: c.Lat, Lon: c.Lon}
		if c.Place != graph.Country {
			p.Context = c.Country
		}
		p.Identify()
		b.places[i] = p.ID
		b.out.Places = append(b.out.Places, p)
		b.mentions(c, p.ID)
	}
}

// scene is the place of an event that mention names: its own, or for a state that the
// article only tells of as an actor, or by an adjective, its land.
func (b *builder) scene(mention int) string {
	if place := b.placeOf(mention); place != "" || mention == doc.None || b.d.Mentions[mention].Chain == doc.None {
		return place
	}
	i := b.d.Mentions[mention].Chain
	c := b.d.Chains[i]
	land := lexicon.State(c.Country)
	if land == nil {
		return ""
	}
	p := graph.Place{Collection: b.article.Collection, Kind: graph.Country, Name: land.Name, Country: c.Country, Lat: land.Lat, Lon: land.Lon}
	p.Identify()
	if !slices.ContainsFunc(b.out.Places, func(o graph.Place) bool { return o.ID == p.ID }) {
		b.out.Places = append(b.out.Places, p)
	}
	b.places[i] = p.ID
	b.mentions(c, p.ID)
	return p.ID
}

// aliases are the other forms of a name. A description is an alias only of
// who has no name: "the group" names nobody outside its article.
func (b *builder) aliases(c doc.Chain) []string {
	var out []string
	for _, a := range c.Aliases {
		a = strings.Join(strings.Fields(a), " ")
		if a != "" && a != c.Name && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	slices.Sort(out)
	return out
}

func (b *builder) mentions(c doc.Chain, node string) {
	for k, m := range c.Mentions {
		rule := b.d.Mentions[m].Rule
		if k < len(c.Links) && c.Links[k] != "" {
			rule = c.Links[k]
		}
		b.relate(graph.Relationship{Type: graph.Mentions, From: b.article.ID, To: node,
			Evidence: []graph.Evidence{b.evidence(b.d.Mentions[m].Span, graph.RoleMention, rule)}})
	}
}

// within puts each place into its country, where the article names both.
func (b *builder) within() {
	country := map[string]string{}
	for i, c := range b.d.Chains {
		if c.Place == graph.Country && c.Country != "" && b.places[i] != "" {
			country[c.Country] = b.places[i]
		}
	}
	for i, c := range b.d.Chains {
		to := country[c.Country]
		if c.Place == "" || c.Place == graph.Country || c.Country == "" || to == "" || b.places[i] == "" {
			continue
		}
		b.relate(graph.Relationship{Type: graph.Within, From: b.places[i], To: to, Derived: "gazetteer"})
	}
}
