package relation

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// heads are nouns for who leads what they are of.
var heads = words("president premier chancellor king queen emperor sultan emir sheikh monarch ruler dictator governor mayor leader chief head boss " +
	"founder co-founder chairman chairwoman chairperson chair director ceo commander ringleader chieftain kingpin captain principal dean rector " +
	"caliph pope patriarch archbishop bishop undersecretary-general director-general secretary-general")

// staff are nouns for who works for what they are of.
var staff = words("employee worker staffer executive analyst researcher fellow scholar reporter correspondent journalist editor columnist engineer professor " +
	"lecturer scientist economist lawyer manager coach teacher doctor nurse adviser advisor consultant expert specialist strategist producer anchor")

// of are the prepositions between a role and whose it is.
var of = words("of for at with in to from on")

// role reads a noun for somebody, and of what: "a spokesman for the army".
func (f *finder) role(i int) {
	m := &f.d.Mentions[i]
	f.belonging(i)
	noun, ok := lexicon.NounOf(f.lemma(m.Head))
	if !ok || !f.person(i) && (!noun.Person() || branches[f.lemma(m.Head)] != "") {
		f.branch(i)
		return
	}
	f.oneOf(i)
	f.kin(i)
	who, time := f.holder(i), f.when(m.Head)
	if who == doc.None {
		return
	}
	owners := f.owners(i)
	if len(owners) == 0 && noun.Speaks {
		owners = f.service(m)
	}
	for n, j := range owners {
		if n > 0 && f.place(j) && f.tree.Case(f.d.Mentions[j].Head) == "in" {
			continue // "the agency's head in Colombia"
		}
		if t, rule := f.relationOf(m, noun, j); t != "" {
			if m.Class == doc.Group {
				for _, one := range f.tree.Listed(i) {
					f.held(t, one, j, rule, time, f.past(m.First, m.Head))
				}
			}
			if !f.trivial(i, j, t) {
				f.held(t, who, j, rule, time, f.past(m.First, m.Head))
			}
		}
	}
}

// service is the force that a spokesman is said to be of without its name: "the
// navy spokesman", "a spokeswoman at naval headquarters".
func (f *finder) service(m *doc.Mention) []int {
	for k := m.First; k < m.Last; k++ {
		word := f.lemma(k)
		if word == "naval" {
			word = "navy"
		}
		if forces[word] {
			if j := f.force(word); j != doc.None {
				return []int{j}
			}
		}
	}
	return nil
}

// trivial reports whether a relation tells no more than how somebody is called
// who has no name: "ISIS-K fighters", "its members".
func (f *finder) trivial(i, owner int, t graph.RelType) bool {
	m, o := &f.d.Mentions[i], &f.d.Mentions[owner]
	if f.chain(i).Named || m.Class != doc.Group || t == graph.SpokesFor {
		return false
	}
	return o.Type == doc.Pronoun || f.lemma(m.Head) == "member" || o.Head < m.Head && !f.tree.Is(o.Head, "nmod:poss")
}

// oneOf makes somebody called after a people one of it: "one Rohingya".
func (f *finder) oneOf(i int) {
	m := &f.d.Mentions[i]
	for j := i + 1; j < len(f.d.Mentions) && f.d.Mentions[j].First < m.Last; j++ {
		o := &f.d.Mentions[j]
		if o.Class == doc.NORP && o.Head == m.Head && o.Chain != doc.None && f.chain(j).Actor == graph.Population {
			f.add(graph.MemberOf, i, j, "one-of")
		}
	}
}

// owners lists the mentions that a noun is of, by its complements, its
// possessor and its modifiers.
func (f *finder) owners(i int) []int {
	m := &f.d.Mentions[i]
	var out []int
	for _, k := range f.tree.Kids(m.Head) {
		j := f.heads[k]
		if j == doc.None || j == i {
			continue
		}
		switch {
		case f.tree.Is(k, "nmod:poss"):
			out = append(out, j)
		case f.tree.Case(k) == "to" && envoys[f.lemma(m.Head)]: // where one is sent
		case f.tree.Is(k, "nmod", "obl") && of[f.tree.Case(k)] && k > m.Head:
			out = append(out, j)
			out = append(out, f.inner(j)...)
		case f.tree.Is(k, "compound", "amod", "nmod:desc", "nmod") && k < m.Head:
			out = append(out, j)
		}
	}
	if len(out) == 0 { // the tree hung the modifier elsewhere
		for j := i + 1; j < len(f.d.Mentions) && f.d.Mentions[j].First < m.Head; j++ {
			if o := &f.d.Mentions[j]; o.Type == doc.Name && o.Last <= m.Head && o.Class != doc.PER {
				out = append(out, j)
				break
			}
		}
	}
	return out
}

// envoys are sent to whom they do not belong.
var envoys = words("ambassador envoy consul emissary delegate nuncio attache commissioner representative")

// inner lists what a kind of body is named: "the Danish think tank Northern Forum".
func (f *finder) inner(j int) []int {
	for _, k := range f.tree.Kids(f.d.Mentions[j].Head) {
		if o := f.heads[k]; o != doc.None && f.tree.Is(k, "appos", "flat") {
			return []int{o}
		}
	}
	return nil
}

// relationOf says what a role noun makes of somebody and its owner.
func (f *finder) relationOf(m *doc.Mention, noun lexicon.Noun, owner int) (graph.RelType, string) {
	o := &f.d.Mentions[owner]
	lemma := f.lemma(m.Head)
	nation := o.Class == doc.NORP || f.place(owner) && !(f.chain(owner).Place == graph.Facility && f.body(owner))
	deputy := f.deputy(m)
	switch {
	case f.human(owner) || o.Class == doc.Group && !f.collective(owner):
		return "", ""
	case noun.Speaks || lemma == "secretary" && f.modifier(m, "press"):
		if nation && o.Class == doc.NORP {
			return "", ""
		}
		return graph.SpokesFor, "spokesperson"
	case lemma == "captain" && o.Type == doc.Pronoun:
		return "", "" // of a ship
	case m.Class == doc.Group && heads[lemma]:
		return graph.MemberOf, "member"
	case lemma == "minister" && f.modifier(m, "prime") && !deputy, heads[lemma] && !deputy, lemma == "executive" && f.modifier(m, "chief"),
		lemma == "general" && (f.modifier(m, "secretary") || f.modifier(m, "director")) && !deputy, lemma == "secretary" && f.modifier(m, "general") && !deputy:
		return graph.Leads, "leader"
	case nation:
		if lemma == "native" || lemma == "resident" {
			return graph.LocatedIn, "native"
		}
		if noun.Sector == "GOV" && noun.Title && m.Class == doc.PER && f.chain(owner).Actor == graph.State && (o.Class != doc.NORP || m.Chain == doc.None || m.Type == doc.Nominal && f.d.Chains[m.Chain].Named) {
			return graph.MemberOf, "official"
		}
		return "", ""
	case staff[lemma]:
		return graph.EmployedBy, "staff"
	case noun.Kind() == lexicon.Vehicle:
		if f.chain(owner).Actor == graph.PublicBody {
			return graph.MemberOf, "vehicle"
		}
	case f.body(owner) && (noun.Person() || m.Class == doc.Group && !noun.Is(lexicon.NounKind(graph.Organization))) && !unrelated[lemma]:
		return graph.MemberOf, "member"
	}
	return "", ""
}

// human reports whether the mention i is of a person: a relative pronoun is of
// what it stands for, whatever its form.
func (f *finder) human(i int) bool {
	m := &f.d.Mentions[i]
	if m.Type == doc.Pronoun && m.Chain != doc.None {
		switch f.chain(i).Actor {
		case graph.Organization, graph.PublicBody, graph.ArmedGroup, graph.MediaOutlet, graph.State:
			return false
		}
	}
	return m.Class == doc.PER
}

// unrelated are people who are of a body without belonging to it.
var unrelated = words("victim critic opponent enemy supporter rival customer user client hostage prisoner target source witness foe follower fan " +
	"people owner buyer consumer neighbor neighbour founder survivor captive detainee lover parent child family friend subscriber visitor passenger " +
	"son daughter wife husband brother sister father mother cousin uncle aunt nephew niece grandson granddaughter grandfather grandmother widow widower " +
	"successor predecessor shareholder investor donor supplier competitor reader listener viewer tenant resident patient colleague")

func (f *finder) collective(i int) bool {
	c := f.chain(i)
	return c.Named || c.Actor == graph.ArmedGroup || c.Actor == graph.Organization
}

// modifier reports whether the head of m has a modifier, or a word of the
// phrase before it, of that form.
func (f *finder) modifier(m *doc.Mention, word string) bool {
	for i := m.First; i < m.Last; i++ {
		if strings.EqualFold(f.d.Tokens[i].Text, word) && i != m.Head {
			return true
		}
	}
	return false
}

func (f *finder) deputy(m *doc.Mention) bool {
	for _, w := range []string{"vice", "deputy", "assistant", "associate", "under", "majority", "minority"} {
		if f.modifier(m, w) {
			return true
		}
	}
	return false
}
