package relation

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// branches are nouns for bodies that come from or belong to another.
var branches = map[string]graph.RelType{
	"offshoot": graph.OffshootOf, "splinter": graph.OffshootOf, "breakaway": graph.OffshootOf, "successor": graph.OffshootOf,
	"affiliate": graph.AffiliateOf, "branch": graph.AffiliateOf, "ally": graph.AffiliateOf, "proxy": graph.AffiliateOf, "partner": graph.AffiliateOf,
	"wing": graph.AffiliateOf, "arm": graph.AffiliateOf, "chapter": graph.AffiliateOf, "franchise": graph.AffiliateOf, "front": graph.AffiliateOf,
	"subsidiary": graph.MemberOf, "division": graph.MemberOf, "unit": graph.MemberOf, "part": graph.MemberOf, "department": graph.MemberOf,
}

// branch reads a noun for a body that is of another: "an offshoot of the terror
// group", "an ISIS splinter cell", "its parent company".
func (f *finder) branch(i int) {
	m := &f.d.Mentions[i]
	if f.lemma(m.Head) == "employer" && m.Type == doc.Nominal && f.chain(i).Named {
		if k := f.tree.Child(m.Head, "nmod:poss"); k != doc.None && f.heads[k] != doc.None && f.onePerson(f.heads[k]) {
			f.add(graph.EmployedBy, f.heads[k], i, "employer") // "his employer"
		}
		return
	}
	t, rule := branches[f.lemma(m.Head)], "branch"
	for k := m.First; k < m.Head; k++ {
		switch f.lemma(k) {
		case "splinter", "breakaway":
			t = graph.OffshootOf
		case "parent":
			f.parent(i)
			return
		}
	}
	from := i
	if t != "" && f.tree.Child(m.Head, "cop") != doc.None {
		from = f.holder(i) // "Nordbank is a unit of Storelund"
		if from == doc.None || f.d.Mentions[from].Class != doc.ORG {
			return
		}
	}
	if t == "" || !f.chain(from).Named && f.tree.Child(m.Head, "nmod:poss") != doc.None || !f.chain(from).Named && f.d.Tokens[m.First].UPOS == "DET" && strings.HasPrefix(strings.ToLower(f.d.Tokens[m.First].Text), "a") {
		return // "a specific branch" of somebody's is nobody
	}
	for _, j := range f.owners(i) {
		if f.body(j) && (f.d.Mentions[j].Class == doc.ORG || f.d.Mentions[j].Class == doc.Group) {
			f.held(t, from, j, rule, f.when(m.Head), f.past(m.First, m.Head))
		}
	}
}

// belonging reads whose party or union a body is said to be: "Brandt, whose Centre
// party", "his union".
func (f *finder) belonging(i int) {
	m := &f.d.Mentions[i]
	switch f.lemma(m.Head) {
	case "party", "union", "faction", "movement", "congregation":
	default:
		return
	}
	if k := f.tree.Child(m.Head, "nmod:poss"); k != doc.None && f.heads[k] != doc.None && f.onePerson(f.heads[k]) && f.body(i) {
		f.add(graph.MemberOf, f.heads[k], i, "possessed")
	}
}

// unit reads a predicate for a part of a body that names nobody itself:
// "Nordbank is a unit of the insurer Storelund".
func (f *finder) unit(h int) {
	t := branches[f.lemma(h)]
	s := f.tree.Child(h, "nsubj")
	if s != doc.None && f.heads[h] == doc.None && f.tree.Child(h, "cop") != doc.None && !f.hedged(h) {
		f.office(h)
	}
	if t == "" || f.heads[h] != doc.None || s == doc.None || f.tree.Child(h, "cop") == doc.None || f.hedged(h) {
		return
	}
	from, to := f.heads[s], f.mention(f.tree.Oblique(h, "of"))
	if from != doc.None && to != doc.None && f.body(from) && f.body(to) && f.d.Mentions[from].Class == doc.ORG && f.d.Mentions[to].Class == doc.ORG {
		f.held(t, from, to, "branch", f.when(h), false)
	}
}

// office reads a predicate without an article, which names nobody, for the post that
// its subject has: "Derry, who was treasurer of the charity".
func (f *finder) office(h int) {
	noun, ok := lexicon.NounOf(f.lemma(h))
	who := f.subject(h)
	if !ok || !noun.Person() || who == doc.None || f.d.Mentions[who].Chain == doc.None || !f.single(who) {
		return
	}
	for _, c := range []string{"of", "for", "at"} {
		to := f.tree.Oblique(h, c)
		if to == doc.None || f.heads[to] == doc.None || f.d.Mentions[f.heads[to]].Chain == doc.None {
			continue
		}
		role := doc.Mention{Type: doc.Nominal, Class: doc.PER, Head: h, First: h, Last: h + 1, Chain: doc.None}
		if t, rule := f.relationOf(&role, noun, f.heads[to]); t != "" {
			f.held(t, who, f.heads[to], rule, f.when(h), false)
		}
		return
	}
}

// parent reads "its parent company, EADS" the other way around.
func (f *finder) parent(i int) {
	if k := f.tree.Child(f.d.Mentions[i].Head, "nmod:poss"); k != doc.None && f.heads[k] != doc.None {
		f.add(graph.MemberOf, f.heads[k], i, "parent")
	}
}

// modified reads modifiers that say where somebody is: "an Afghanistan-based
// cell", "a group based in Geneva", "living in Melbourne", "a man from Essex".
func (f *finder) modified(i int) {
	m := &f.d.Mentions[i]
	f.cameFrom(i)
	if m.Class == doc.LOC || m.Class == doc.NORP {
		return
	}
	if k := f.tree.Child(m.Head, "nmod:poss"); m.Type == doc.Nominal && m.Class == doc.ORG && k != doc.None && f.heads[k] != doc.None && f.place(f.heads[k]) && f.chain(i).Named {
		if f.chain(i).Actor == graph.PublicBody && f.chain(f.heads[k]).Place == graph.Country {
			f.add(graph.MemberOf, i, f.heads[k], "state-body") // "the country's military"
			return
		}
		f.add(graph.LocatedIn, i, f.heads[k], "possessed")
	}
	for _, k := range f.tree.Kids(m.Head) {
		switch {
		case f.tree.Is(k, "amod", "acl") && f.lemma2(k, "based", "base"):
			for _, c := range f.tree.Kids(k) {
				if j := f.heads[c]; j != doc.None && f.place(j) && (f.tree.Is(c, "compound", "obl", "nmod") && c < k || f.in(c)) {
					f.add(graph.LocatedIn, i, j, "based")
				}
			}
		case f.tree.Is(k, "acl") && stays[f.lemma(k)], f.tree.Is(k, "amod") && f.lemma(k) == "active":
			f.where(f.told(i, k), k)
		case f.tree.Is(k, "nmod") && f.tree.Case(k) == "from" && f.person(i):
			if j := f.heads[k]; j != doc.None && f.place(j) && f.chain(j).Place != graph.Facility {
				f.add(graph.LocatedIn, i, j, "from")
			}
		}
	}
}

// cameFrom reads "were from" at the name of a place.
func (f *finder) cameFrom(i int) {
	h := f.d.Mentions[i].Head
	if !f.place(i) || f.tree.Case(h) != "from" || f.tree.Child(h, "cop") == doc.None || f.hedged(h) {
		return
	}
	if s := f.tree.Child(h, "nsubj"); s != doc.None && f.heads[s] != doc.None && f.d.Mentions[f.heads[s]].Chain != doc.None && f.person(f.heads[s]) {
		f.add(graph.LocatedIn, f.heads[s], i, "from")
	}
}

// told is whom a modifier k behind mention i is about: who i belongs to where
// i is already known, as "an offshoot of the group active in Iran" does not
// pick the group out of several.
func (f *finder) told(i, k int) int {
	m := &f.d.Mentions[i]
	h := f.d.Tokens[m.Head].Head
	if k < m.Head || m.Type != doc.Nominal || !f.chain(i).Named || h == doc.None || !f.tree.Is(m.Head, "nmod") || f.tree.Case(m.Head) != "of" {
		return i
	}
	if whole := f.heads[h]; whole != doc.None && branches[f.lemma(h)] != "" && f.d.Mentions[whole].Chain != doc.None {
		return whole
	}
	return i
}

// stays are verbs and adjectives of being somewhere for good.
var stays = words("live reside base headquarter operate active living based lived lives headquartered operates operating")

func (f *finder) lemma2(i int, forms ...string) bool {
	for _, w := range forms {
		if f.lemma(i) == w {
			return true
		}
	}
	return false
}

// in reports whether c stands in a phrase of place.
func (f *finder) in(c int) bool {
	switch f.tree.Case(c) {
	case "in", "at", "near", "out of":
		return f.tree.Is(c, "obl", "nmod")
	}
	return false
}

// where adds the places that a word of being somewhere goes with, all that are
// coordinated.
func (f *finder) where(i, verb int) {
	rule := "stays"
	if l := f.lemma(verb); l == "active" || l == "operate" {
		rule = "active"
	}
	for _, c := range f.tree.Kids(verb) {
		if !f.in(c) {
			continue
		}
		for _, p := range append([]int{c}, f.tree.Conjuncts(c)...) {
			if j := f.heads[p]; j != doc.None && f.place(j) {
				f.add(graph.LocatedIn, i, j, rule)
			}
		}
	}
}
