package relation

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

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
	f.ranked(i)
	f.spouse(i)
	for _, k := range f.tree.Kids(m.Head) {
		j := f.heads[k]
		switch {
		case j == doc.None:
		case f.tree.Is(k, "nmod:poss"):
			if f.d.Mentions[j].Class == doc.ORG && f.d.Mentions[j].Type == doc.Name && f.d.Mentions[j].Chain != doc.None && f.body(j) {
				f.add(graph.MemberOf, i, j, "possessed") // "the union's Ian Moss"
			}
		case f.tree.Is(k, "nmod"):
			for _, j := range append(f.inner(j), j) {
				f.belongsTo(i, j, f.tree.Case(k))
			}
		}
	}
	if k := m.Last; k+1 < len(f.d.Tokens) && f.d.Tokens[k].Sent == f.d.Tokens[m.First].Sent && (f.lemma(k) == "of" || f.lemma(k) == "at") {
		if j := f.starting(k + 1); j != doc.None && f.ends(j) && (f.lemma(k) == "of" || f.d.Mentions[j].Chain != doc.None && f.chain(j).Actor == graph.Organization && f.chain(j).Place == "") { // wherever the tree hung it
			f.belongsTo(i, j, f.lemma(k))
		}
	}
}

// ends reports whether nothing follows mention j that it could modify: the US of
// "of US-based Orbex" is nobody's home.
func (f *finder) ends(j int) bool {
	k := f.d.Mentions[j].Last
	if k >= len(f.d.Tokens) || f.d.Tokens[k].Sent != f.d.Tokens[k-1].Sent {
		return true
	}
	switch f.d.Tokens[k].UPOS {
	case "VERB", "AUX", "CCONJ":
		return true
	case "PUNCT":
		return f.d.Tokens[k].Text != "-" && f.d.Tokens[k].Text != "/"
	}
	return false
}

// ranked makes an officer with a rank of the police, and no force beside it, one of
// the only police that the article speaks of.
func (f *finder) ranked(i int) {
	k := f.d.Mentions[i].First - 1
	if k < 0 || f.d.Tokens[k].Sent != f.d.Tokens[k+1].Sent || !policeRanks[f.lemma(k)] {
		return
	}
	only := doc.None
	for j := range f.d.Mentions {
		m := &f.d.Mentions[j]
		if m.Type == doc.Pronoun || m.Class != doc.ORG || f.lemma(m.Head) != "police" || m.Chain == doc.None || f.chain(j).Actor != graph.PublicBody {
			continue
		}
		if only != doc.None && m.Chain != f.d.Mentions[only].Chain {
			return
		}
		only = j
	}
	f.add(graph.MemberOf, i, only, "rank")
}

var policeRanks = words("inspector constable superintendent detective")

// belongsTo reads the body or place j that a preposition puts behind the name of a
// person.
func (f *finder) belongsTo(i, j int, preposition string) {
	switch preposition {
	case "of", "at", "from", "with":
	default:
		return
	}
	if f.body(j) && (f.d.Mentions[j].Class == doc.ORG || f.chain(j).Actor == graph.Organization) && f.chain(j).Named {
		f.add(graph.EmployedBy, i, j, "of-body")
	} else if (preposition == "of" || preposition == "from") && f.place(j) {
		f.add(graph.LocatedIn, i, j, "of-place")
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
		if title == k+1 && bodies[f.lemma(k)] {
			if j := f.calledBy(f.lemma(k)); j != doc.None {
				f.titled(i, j, title)
				return
			}
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

// bodies are nouns that stand before a title for the one body of that sort that the
// article names: "Council leader Ana Diaz".
var bodies = words("council union club federation committee commission university college association parish senate assembly charity front movement league congress")

// calledBy is the one name of the article whose noun is lemma.
func (f *finder) calledBy(lemma string) int {
	only := doc.None
	for j := range f.d.Mentions {
		m := &f.d.Mentions[j]
		if m.Type != doc.Name || m.Class != doc.ORG || m.Chain == doc.None || !f.body(j) {
			continue
		}
		name := strings.Fields(strings.ToLower(f.chain(j).Name))
		if len(name) < 2 || name[len(name)-1] != lemma && !slices.Contains(name, lemma) {
			continue
		}
		if only != doc.None && m.Chain != f.d.Mentions[only].Chain {
			return doc.None
		}
		if only == doc.None {
			only = j
		}
	}
	return only
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
