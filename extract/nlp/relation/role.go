package relation

import (
	"slices"
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
	noun, ok := lexicon.NounOf(f.lemma(m.Head))
	if !ok || !f.person(i) && (!noun.Person() || branches[f.lemma(m.Head)] != "") {
		f.branch(i)
		return
	}
	f.oneOf(i)
	who, time := f.holder(i), f.when(m.Head)
	if who == doc.None {
		return
	}
	owners := f.owners(i)
	for n, j := range owners {
		if n > 0 && f.place(j) && f.tree.Case(f.d.Mentions[j].Head) == "in" {
			continue // "the agency's head in Colombia"
		}
		if t, rule := f.relationOf(m, noun, j); t != "" && !f.trivial(i, j, t) {
			f.held(t, who, j, rule, time, f.past(m.First, m.Head))
		}
	}
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
	nation := o.Class == doc.NORP || f.place(owner)
	deputy := f.deputy(m)
	switch {
	case o.Class == doc.PER || o.Class == doc.Group && !f.collective(owner):
		return "", ""
	case noun.Speaks || lemma == "secretary" && f.modifier(m, "press"):
		if nation && o.Class == doc.NORP {
			return "", ""
		}
		return graph.SpokesFor, "spokesperson"
	case m.Class == doc.Group && heads[lemma]:
		return graph.MemberOf, "member"
	case lemma == "minister" && f.modifier(m, "prime") && !deputy, heads[lemma] && !deputy, lemma == "executive" && f.modifier(m, "chief"),
		lemma == "general" && (f.modifier(m, "secretary") || f.modifier(m, "director")) && !deputy, lemma == "secretary" && f.modifier(m, "general") && !deputy:
		return graph.Leads, "leader"
	case nation:
		if lemma == "native" || lemma == "resident" {
			return graph.LocatedIn, "native"
		}
		if noun.Sector == "GOV" && noun.Title && m.Class == doc.PER && f.chain(owner).Actor == graph.State && o.Class != doc.NORP {
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

// named reads what stands right before or after the name of a person: titles
// with whose they are, and "of" with a body or a place.
func (f *finder) named(i int) {
	m := &f.d.Mentions[i]
	f.origin(i)
	if m.Class != doc.PER {
		f.state(i)
		f.seat(i)
		f.possessed(i)
		return
	}
	f.titles(i)
	f.portfolio(i)
	for _, k := range f.tree.Kids(m.Head) {
		j := f.heads[k]
		if j != doc.None && f.tree.Is(k, "nmod:poss") && f.d.Mentions[j].Class == doc.ORG && f.d.Mentions[j].Type == doc.Name && f.d.Mentions[j].Chain != doc.None && f.body(j) {
			f.add(graph.MemberOf, i, j, "possessed") // "the union's Ian Moss"
			continue
		}
		if j == doc.None || !f.tree.Is(k, "nmod") {
			continue
		}
		for _, j := range append(f.inner(j), j) {
			switch c := f.tree.Case(k); {
			case (c == "of" || c == "at" || c == "from" || c == "with") && f.body(j) && (f.d.Mentions[j].Class == doc.ORG || f.chain(j).Actor == graph.Organization) && f.chain(j).Named:
				f.add(graph.EmployedBy, i, j, "of-body")
			case (c == "of" || c == "from") && f.place(j):
				f.add(graph.LocatedIn, i, j, "of-place")
			}
		}
	}
}

// origin reads "Anna Reyes, 42, of Millbrook" and "Mr Lund, originally from
// Bergen" off the words after a person's name.
func (f *finder) origin(i int) {
	m := &f.d.Mentions[i]
	if m.Class != doc.PER {
		return
	}
	k := m.Last
	word := func() string {
		if k >= len(f.d.Tokens) || f.d.Tokens[k].Sent != f.d.Tokens[m.First].Sent {
			return ""
		}
		return strings.ToLower(f.d.Tokens[k].Text)
	}
	for n := 0; n < 4 && word() != "" && (word() == "," || f.d.Tokens[k].UPOS == "NUM" || f.d.Tokens[k].UPOS == "ADV"); n++ {
		k++
	}
	if k == m.Last || word() != "of" && word() != "from" {
		return
	}
	if j := f.starting(k + 1); j != doc.None && f.place(j) {
		f.add(graph.LocatedIn, i, j, "of-place")
	}
}

// starting is the name that begins at token k or after its article.
func (f *finder) starting(k int) int {
	if k < len(f.d.Tokens) && strings.EqualFold(f.d.Tokens[k].Text, "the") {
		k++
	}
	for h := k; h < k+6 && h < len(f.d.Tokens); h++ {
		if j := f.heads[h]; j != doc.None && f.d.Mentions[j].Type == doc.Name && f.d.Mentions[j].First == k {
			return j
		}
	}
	return doc.None
}

// seat reads the place that a body's name goes with: "Northern Forum in
// Aarhus", "Europe's biggest aircraft maker".
func (f *finder) seat(i int) {
	m := &f.d.Mentions[i]
	if m.Class != doc.ORG {
		return
	}
	for _, k := range f.tree.Kids(m.Head) {
		j := f.heads[k]
		if j != doc.None && k >= m.Last && f.tree.Is(k, "nmod") && f.in(k) && f.place(j) && f.d.Mentions[j].Type == doc.Name {
			f.add(graph.LocatedIn, i, j, "seat")
		}
	}
}

// titles reads the words before a name back to the name of a body: "Apple CEO
// Steve Jobs".
func (f *finder) titles(i int) {
	m := &f.d.Mentions[i]
	title := doc.None
	sent := f.d.Tokens[m.First].Sent
	for k := m.First - 1; k >= 0 && f.d.Tokens[k].Sent == sent && m.First-k < 8; k-- {
		if j := f.over(k); j != doc.None {
			if title != doc.None {
				f.titled(i, j, title)
			}
			return
		}
		t := &f.d.Tokens[k]
		if title != doc.None && forces[f.lemma(k)] {
			if j := f.force(f.lemma(k)); j != doc.None {
				f.titled(i, j, title)
			}
			return
		}
		noun, ok := lexicon.NounOf(f.lemma(k))
		_, abbreviated := lexicon.TitleOf(t.Text)
		switch {
		case ok && noun.Person() && (t.UPOS == "NOUN" || t.UPOS == "PROPN"):
			if f.rank(k, title) {
				break
			}
			if title == doc.None || !heads[f.lemma(title)] {
				title = k
			}
		case abbreviated, t.Text == "-", t.Text == ")" && title != doc.None:
		case title != doc.None && (t.UPOS == "ADJ" || t.UPOS == "PROPN" || t.UPOS == "NOUN"):
		default:
			return
		}
	}
}

// portfolio reads a minister's title with the ministry that the article names:
// Defense Secretary Ana Diaz leads its Defense Department. A deputy does not,
// nor does a minister of a country that stands with the title.
func (f *finder) portfolio(i int) {
	k := f.d.Mentions[i].First - 1
	if k < 1 || f.d.Tokens[k-1].Sent != f.d.Tokens[k+1].Sent || f.lemma(k) != "secretary" && f.lemma(k) != "minister" {
		return
	}
	if k >= 2 && f.d.Tokens[k-2].Sent == f.d.Tokens[k].Sent {
		if t := &f.d.Tokens[k-2]; t.UPOS == "NOUN" || t.UPOS == "ADJ" || t.UPOS == "PROPN" || f.over(k-2) != doc.None {
			return
		}
	}
	of := f.d.Tokens[k-1].Text
	for j := range f.d.Mentions {
		o := &f.d.Mentions[j]
		if o.Type != doc.Name || o.Chain == doc.None || f.chain(j).Actor != graph.PublicBody {
			continue
		}
		name := strings.Fields(o.Of(f.d.Text))
		if slices.Contains(name, of) && slices.ContainsFunc(name, func(w string) bool { return ministries[w] }) {
			f.add(graph.Leads, i, j, "portfolio")
			return
		}
	}
}

var ministries = words("Department Ministry Office")

// rank reports whether the chief at k is only first among those that the title
// behind it names: Chief Petty Officer, Chief Inspector.
func (f *finder) rank(k, title int) bool {
	if f.lemma(k) != "chief" || title == doc.None {
		return false
	}
	switch f.lemma(k + 1) {
	case "executive", "minister", "justice":
		return false
	}
	return true
}

// over is the name that token k ends.
func (f *finder) over(k int) int {
	for h := k; h > k-8 && h >= 0; h-- {
		if j := f.heads[h]; j != doc.None && f.d.Mentions[j].Type == doc.Name && f.d.Mentions[j].Last == k+1 {
			return j
		}
	}
	return doc.None
}

func (f *finder) titled(i, owner, title int) {
	noun, _ := lexicon.NounOf(f.lemma(title))
	first := f.d.Mentions[owner].Last
	if first > title || f.d.Tokens[first].Sent != f.d.Tokens[title].Sent {
		first = title // a body named elsewhere
	}
	role := doc.Mention{Type: doc.Nominal, Class: doc.PER, Head: title, First: first, Last: f.d.Mentions[i].First}
	if t, rule := f.relationOf(&role, noun, owner); t != "" {
		over := f.past(f.d.Mentions[owner].First-1, f.d.Mentions[owner].First) || f.past(first, title)
		f.held(t, i, owner, rule, doc.None, over)
	}
}

// state makes a public body part of the country that its name begins with or
// that possesses it: "the Indian navy".
func (f *finder) state(i int) {
	m := &f.d.Mentions[i]
	if f.chain(i).Actor != graph.PublicBody && !f.ofUnion(i) {
		return
	}
	if j := f.tree.Child(m.Head, "nmod:poss"); j != doc.None && f.heads[j] != doc.None && f.nation(f.heads[j]) {
		f.add(graph.MemberOf, i, f.heads[j], "state-body")
		return
	}
	for j := i + 1; j < len(f.d.Mentions) && f.d.Mentions[j].First < m.Last; j++ {
		if f.nation(j) || f.ofUnion(i) && f.d.Mentions[j].Type == doc.Name && f.body(j) {
			f.add(graph.MemberOf, i, j, "state-body")
			return
		}
	}
}

// ofUnion reports whether the name of i begins with that of an organization
// of states that it is of: "UN Security Council".
func (f *finder) ofUnion(i int) bool {
	return i+1 < len(f.d.Mentions) && f.d.Mentions[i+1].First == f.d.Mentions[i].First && f.d.Mentions[i+1].Type == doc.Name &&
		f.d.Mentions[i+1].Chain != doc.None && f.chain(i+1).Sector == "IGO"
}

func (f *finder) nation(j int) bool {
	c := f.chain(j)
	return f.d.Mentions[j].Type == doc.Name && c.Actor == graph.State
}
