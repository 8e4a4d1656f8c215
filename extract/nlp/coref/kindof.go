package coref

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// branchOf finds the group that the lexicon knows to be a branch of the one
// that m names: "the IS affiliate".
func (r *resolver) branchOf(i int) int {
	m := &r.m[i]
	switch m.lemma {
	case "affiliate", "offshoot", "branch", "wing", "splinter", "faction", "franchise", "arm", "cell":
	default:
		return doc.None
	}
	if !r.definite(m) {
		return doc.None
	}
	for j := i - 1; j >= r.reach(m); j-- {
		e := r.m[j].entry
		if r.m[j].Type == doc.Name && e != nil && e.Parent != "" && e.Relation != "distinct" && slices.Contains(m.of, graph.Fold(e.Parent)) && !r.containing(i, j) {
			return j
		}
	}
	return doc.None
}

// kindOf finds the most salient chain that is what m says: a group, a company,
// a country, a man.
func (r *resolver) kindOf(i int) int {
	m := &r.m[i]
	if !r.definite(m) || r.qualified(m) || r.restricted(m) || len(m.noun.Kinds) == 0 {
		return doc.None
	}
	if r.tree.Child(m.Head, "nmod:poss") != doc.None {
		return doc.None
	}
	test := r.isA(m)
	if test == nil {
		return doc.None
	}
	return r.salient(i, func(j int) bool {
		root := &r.m[r.root(j)]
		if len(m.of) > 0 && !r.liesIn(m, root) && (m.Class == doc.LOC || !shares(m.of, root.of)) {
			return false // "the US company" is one of the United States
		}
		return r.m[j].Type != doc.Pronoun && !r.containing(i, j) && !r.bound(m, &r.m[j]) && test(&r.m[j], &r.m[r.root(j)])
	}, farNominal)
}

// liesIn reports whether a place lies in one of the countries that modify m.
func (r *resolver) liesIn(m, root *mention) bool {
	if root.entry == nil {
		return false
	}
	state := lexicon.State(root.entry.Country)
	return state != nil && slices.Contains(m.of, graph.Fold(state.Name))
}

// containing reports whether i stands within a mention of the chain of j, or
// j within i: a part is not its whole.
func (r *resolver) containing(i, j int) bool {
	if r.encloses(i, j) {
		return true
	}
	lo, hi := r.sentence(r.m[i].sent)
	for k := lo; k < hi; k++ {
		if k != i && r.m[k].First <= r.m[i].First && r.m[k].Last >= r.m[i].Last && r.same(k, j) {
			return true
		}
	}
	return false
}

// isA returns a test of whether a chain is what the noun of m says; nil when
// the noun says too little.
func (r *resolver) isA(m *mention) func(o, root *mention) bool {
	body := func(o *mention) bool { return o.Class == doc.ORG && o.named }
	actor := func(kinds ...graph.ActorKind) func(o, root *mention) bool {
		return func(o, root *mention) bool { return body(o) && slices.Contains(kinds, r.actorOf(o, root)) }
	}
	if m.number == plural && !perpetrators[m.lemma] && m.lemma != "source" && m.lemma != "suspect" {
		return nil
	}
	unnamed := func(o, root *mention) bool {
		return o.Type == doc.Nominal && o.lemma == m.lemma && !root.named && r.fits(m, o)
	}
	switch m.lemma {
	case "group", "organization", "organisation", "movement", "network", "outfit", "faction", "militia", "insurgency":
		if slices.ContainsFunc(m.mods, func(w string) bool {
			return w == "radio" || w == "television" || w == "tv" || w == "news" || w == "broadcast"
		}) {
			return actor(graph.MediaOutlet)
		}
		armed := actor(graph.ArmedGroup)
		if violent(m.mods) || m.lemma == "militia" || m.lemma == "insurgency" {
			return armed
		}
		return func(o, root *mention) bool {
			return armed(o, root) || unnamed(o, root) || body(o) && r.actorOf(o, root) == graph.Organization && !r.hasBusiness(o, root)
		}
	case "company", "firm", "corporation", "carmaker", "automaker", "airline", "carrier", "manufacturer", "retailer", "bank", "lender", "maker", "business", "giant", "conglomerate", "startup", "employer":
		test := r.hasBusiness
		if m.lemma != "company" && m.lemma != "firm" && r.anyBusiness(m) {
			test = func(o, root *mention) bool { _, is := r.business(o, root); return is } // the airline is no unknown body beside Ryanair
		}
		return func(o, root *mention) bool { return body(o) && test(o, root) || unnamed(o, root) }
	case "newspaper", "paper", "magazine", "broadcaster", "outlet", "tabloid", "website":
		return actor(graph.MediaOutlet)
	case "ministry", "department":
		office := actor(graph.PublicBody)
		return func(o, root *mention) bool { return office(o, root) && slices.Contains(root.words, m.lemma) }
	case "agency", "bureau", "body", "authority", "watchdog", "regulator":
		public := actor(graph.PublicBody, graph.MediaOutlet)
		return func(o, root *mention) bool {
			if root.entry != nil && (root.entry.Sector == "LEG" || root.entry.Sector == "JUD") || anyState[root.key] {
				return false
			}
			return public(o, root) || body(o) && root.entry != nil && root.entry.Sector == "IGO"
		}
	case "party":
		return func(o, root *mention) bool { return root.entry != nil && root.entry.Sector == "PTY" }
	case "union":
		return func(o, root *mention) bool {
			return body(o) && (slices.Contains(root.roles, m.lemma) || slices.ContainsFunc(root.words, func(w string) bool { return unionWords[w] }))
		}
	case "charity":
		return func(o, root *mention) bool {
			return body(o) && (slices.Contains(root.roles, m.lemma) || slices.ContainsFunc(root.words, func(w string) bool { return charityWords[w] }))
		}
	case "alliance", "coalition":
		return func(o, root *mention) bool {
			several := root.words
			return o.Class == doc.ORG && o.number != plural && slices.ContainsFunc(append(slices.Clone(root.roles), several...), func(w string) bool { return w == "coalition" || w == "alliance" })
		}
	case "think-tank", "institute", "association", "bloc":
		return func(o, root *mention) bool { return body(o) && slices.Contains(root.roles, m.lemma) }
	case "country", "nation", "republic", "kingdom":
		return func(o, root *mention) bool {
			return o.Class == doc.LOC && root.entry != nil && root.entry.Place == graph.Country && o.Type == doc.Name
		}
	case "city", "town", "village", "metropolis":
		return func(o, root *mention) bool {
			return o.Class == doc.LOC && o.Type == doc.Name && r.placeOf(o, root) == graph.City
		}
	case "region", "province", "state", "territory", "island", "peninsula":
		return func(o, root *mention) bool {
			return o.Class == doc.LOC && o.Type == doc.Name && r.placeOf(o, root) == graph.Region && (m.lemma == "region" || slices.Contains(o.words, m.lemma))
		}
	case "venue", "site", "building", "facility", "complex", "compound":
		return func(o, root *mention) bool { return o.Class == doc.LOC && r.placeOf(o, root) == graph.Facility }
	case "source":
		if m.number == plural {
			return func(o, root *mention) bool {
				return o.Type == doc.Nominal && o.number == plural && (r.speaks(o) || o.lemma == "people" && slices.Contains(o.words, "familiar"))
			}
		}
	case "gunman", "attacker", "assailant", "militant", "fighter", "terrorist", "suspect":
		if m.number == plural {
			return func(o, root *mention) bool {
				return o.Type == doc.Nominal && o.number == plural && perpetrators[o.lemma] && (len(root.of) == 0 || m.lemma == "suspect")
			}
		}
	case "ship", "vessel", "boat", "frigate", "destroyer", "plane", "aircraft", "jet", "helicopter":
		return func(o, root *mention) bool {
			if r.warlike(m) && r.civil(root) || r.civil(m) && r.warlike(root) {
				return false // the cargo ship is no destroyer
			}
			return o.named && slices.Contains(root.roles, m.lemma) || o.Type == doc.Nominal && o.number == singular && hyponym(m.lemma, o.lemma)
		}
	}
	return nil
}

var (
	unionWords   = words("union federation workers teachers")
	charityWords = words("cross crescent trust foundation relief aid charity")
)

// anyBusiness reports whether a name before m is known to be of a company.
func (r *resolver) anyBusiness(m *mention) bool {
	for j := m.at - 1; j >= 0 && m.sent-r.m[j].sent <= farNominal; j-- {
		if o := &r.m[j]; o.Type == doc.Name && o.Class == doc.ORG {
			if _, is := r.business(o, &r.m[r.root(j)]); is {
				return true
			}
		}
	}
	return false
}

// warlike and civil report whether the words for a vessel tell that it is of a
// navy, and that it is not.
func (r *resolver) warlike(m *mention) bool {
	return slices.ContainsFunc(append(slices.Clone(m.roles), m.mods...), func(w string) bool { return warships[w] })
}

func (r *resolver) civil(m *mention) bool {
	return slices.ContainsFunc(append(slices.Clone(m.roles), m.mods...), func(w string) bool { return merchants[w] })
}

var (
	warships  = words("frigate destroyer warship cruiser corvette gunboat battleship naval navy war patrol")
	merchants = words("cargo merchant passenger fishing container tanker freighter trawler ferry liner yacht")
)

// hyponym reports whether a vehicle of the second sort is one of the first.
func hyponym(general, special string) bool {
	switch general {
	case "ship", "vessel":
		return ships[special]
	case "plane", "aircraft":
		return aircraft[special]
	}
	return false
}

func violent(mods []string) bool {
	return slices.ContainsFunc(mods, func(w string) bool {
		switch w {
		case "terror", "terrorist", "militant", "armed", "rebel", "extremist", "jihadist", "insurgent", "guerrilla", "islamist", "jihadi", "separatist":
			return true
		}
		return false
	})
}

var (
	ships    = words("ship vessel tanker freighter trawler frigate destroyer warship cruiser corvette ferry yacht dhow liner barge carrier gunboat")
	aircraft = words("plane aircraft airplane jet jetliner airliner helicopter bomber")
)

var perpetrators = words("man gunman attacker assailant militant fighter terrorist bomber raider insurgent rebel intruder extremist jihadist assassin")
