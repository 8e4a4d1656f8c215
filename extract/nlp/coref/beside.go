package coref

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// The rules that join mentions that stand beside each other.
const (
	ruleApposition = "coref/apposition"
	ruleTitle      = "coref/title"     // "the mayor Luca Pastorino"
	ruleKind       = "coref/kind"      // "the M5S party"
	rulePredicate  = "coref/predicate" // "Banky was the CEO"
	ruleRelative   = "coref/relative"
	ruleGroupOf    = "coref/group-of" // "a team of rescuers"
)

// appositions joins descriptions with what they stand beside.
func (r *resolver) appositions() {
	for i := range r.m {
		if r.m[i].Type == doc.Pronoun || r.m[i].Class == doc.NORP {
			continue
		}
		if j := r.apposed(i); j != doc.None {
			r.join(i, j, ruleApposition)
		}
		if r.m[i].Type == doc.Nominal {
			r.beside(i)
			r.predicate(i)
		} else if r.m[i].Class == doc.PER {
			r.turned(i)
		}
	}
}

// apposed is the mention that i is in apposition to, by the tree.
func (r *resolver) apposed(i int) int {
	h := r.m[i].Head
	if j := r.alsoIs(i); j != doc.None {
		return j
	}
	if !r.tree.Is(h, "appos") || r.d.Tokens[h].Head == doc.None || r.newSpeaker(&r.m[i]) {
		return doc.None
	}
	j := r.heads[r.d.Tokens[h].Head]
	if j != doc.None && r.m[i].Type == doc.Name && r.m[j].Type == doc.Nominal && r.endsAnother(&r.m[j], &r.m[i]) {
		return doc.None
	}
	if j == doc.None || j == i || r.m[j].Class == doc.NORP && !(r.m[i].Class == doc.Group && r.m[j].entry != nil && r.asPeople(&r.m[j])) || !r.canBe(i, j) {
		return doc.None
	}
	if vehicle(&r.m[i]) && !vehicle(&r.m[j]) && (r.m[j].Type == doc.Nominal || r.m[j].Class == doc.NORP) {
		return doc.None // people are no boat, whatever the commas
	}
	if r.m[i].Type == doc.Name && r.m[i].Class == doc.ORG && r.m[j].Type == doc.Nominal && r.tells(&r.m[i]) {
		return doc.None // "the mine, the Daily Post reported"
	}
	// "Moscow, Russia" is a place and the larger one around it.
	if r.m[i].Type == doc.Name && r.m[j].Type == doc.Name {
		return doc.None
	}
	return j
}

// newSpeaker reports whether a description without an article that a comma sets
// apart goes on to say something: "near the Sill, police in the canton said".
func (r *resolver) newSpeaker(m *mention) bool {
	return m.Type == doc.Nominal && m.Class != doc.PER && !r.determined(m) && m.Last < len(r.d.Tokens) && r.d.Tokens[m.Last].Sent == m.sent && r.d.Tokens[m.Last].UPOS == "VERB" && saying[r.tree.Lemma(m.Last)]
}

// tells reports whether a verb of saying follows m, brackets aside.
func (r *resolver) tells(m *mention) bool {
	end := r.pastBrackets(m.Last)
	return end < len(r.d.Tokens) && r.d.Tokens[end].Sent == m.sent && r.d.Tokens[end].UPOS == "VERB" && saying[r.tree.Lemma(end)]
}

// alsoIs is the name in apposition to a description that the description i goes
// on from: "Ana Diaz, the founder and former chairman of Telmore".
func (r *resolver) alsoIs(i int) int {
	m := &r.m[i]
	h := r.d.Tokens[m.Head].Head
	if m.Type != doc.Nominal || !m.person || m.number != singular || h == doc.None || !r.tree.Is(m.Head, "conj") || r.indefinite(m) || r.definite(m) {
		return doc.None
	}
	j := r.heads[h]
	if j == doc.None || j >= i || !r.m[j].person || r.m[j].number == plural || r.tree.Child(m.Head, "nmod:poss") != doc.None {
		return doc.None
	}
	if !r.m[r.root(j)].named {
		return doc.None
	}
	// What stands before "and" is said of the same person.
	for k := j; k < i; k++ {
		if o := &r.m[k]; o.Type == doc.Nominal && o.person && o.Last == m.First-1 && r.same(k, j) && r.tree.Is(o.Head, "appos") {
			return j
		}
	}
	return doc.None
}

func vehicle(m *mention) bool { return len(m.noun.Kinds) > 0 && m.noun.Kind() == lexicon.Vehicle }

// canBe reports whether a description and a name are of one sort and number.
func (r *resolver) canBe(i, j int) bool {
	a, b := &r.m[i], &r.m[j]
	if a.number != anyNumber && b.number != anyNumber && a.number != b.number {
		return false
	}
	if a.person != b.person {
		return owning(a, b) || owning(b, a)
	}
	place := func(m *mention) bool { return m.Class == doc.LOC }
	return place(a) == place(b) || a.Type == doc.Nominal && b.Type == doc.Name && r.either(a) || b.Type == doc.Nominal && a.Type == doc.Name && r.either(b)
}

// owning reports whether a is a noun for who has or runs something, which may be
// the body b: "the owner of the ferry, Lakeside Transport".
func owning(a, b *mention) bool {
	if a.Type != doc.Nominal || b.Type != doc.Name || b.Class != doc.ORG || a.number == plural {
		return false
	}
	switch a.lemma {
	case "owner", "operator", "maker", "manufacturer", "publisher", "supplier", "producer", "sponsor", "employer", "organizer", "organiser", "landlord", "builder", "developer":
		return true
	}
	return false
}

// either reports whether a noun names bodies and places alike: school, church.
func (r *resolver) either(m *mention) bool {
	n := m.noun
	return n.Is(lexicon.NounKind(graph.Facility)) || n.Is(lexicon.NounKind(graph.Country)) || len(n.Kinds) > 0 && n.Kind() == lexicon.Vehicle ||
		n.Is(lexicon.NounKind(graph.Organization)) || n.Is(lexicon.NounKind(graph.ArmedGroup))
}

// beside joins a description with the name right before or after it.
func (r *resolver) beside(i int) {
	m := &r.m[i]
	lo, hi := r.sentence(m.sent)
	for j := lo; j < hi; j++ {
		o := &r.m[j]
		if o.Type != doc.Name || o.Class == doc.NORP || r.same(i, j) {
			continue
		}
		switch {
		case m.Head >= o.title && m.Head < o.First, m.Last == o.title || m.Last == o.First || m.Head+1 == o.title || m.Head+1 == o.First:
			// "the mayor Luca Verdi", "the frigate INS Kora"
			if r.touches(m, o) && r.canBe(i, j) && !r.sameCountry(m, o) {
				r.join(i, j, ruleTitle)
			}
		case o.First >= m.First && (o.Last == m.Head || o.Last == m.Head-1 && r.d.Tokens[o.Last].UPOS != "ADP") && r.kindAfter(m, o):
			r.join(i, j, ruleKind)
		case o.First > m.Head && o.Last <= m.Last && areas[m.lemma] && o.Class == doc.LOC && r.tree.Is(o.Head, "nmod") && r.d.Tokens[o.Head].Head == m.Head && r.tree.Case(o.Head) == "of":
			r.join(i, j, ruleKind) // "the town of Yeoncheon"
		case r.commas(m, o) && r.canBe(i, j):
			if m.person && o.Class == doc.PER || owning(m, o) || !m.person && r.determined(m) && !r.sameCountry(m, o) {
				r.join(i, j, ruleApposition)
			}
		}
	}
}

// touches reports whether a description and a name after it are one phrase by
// the tree: one hangs on the other, or both on one word.
func (r *resolver) touches(m, o *mention) bool {
	a, b := &r.d.Tokens[m.Head], &r.d.Tokens[o.Head]
	return a.Head == o.Head || b.Head == m.Head || a.Head == b.Head && a.Head != doc.None && m.Last == o.First || a.Head >= o.First && a.Head < o.Last || m.person && o.person
}

// sameCountry reports whether a name is the place of a description rather
// than its own: "the city of Mosul" is, "the Iraqi city Mosul" is not.
func (r *resolver) sameCountry(m, o *mention) bool {
	return m.Class == doc.LOC && o.Class == doc.LOC && o.entry != nil && o.entry.Place == graph.Country && m.lemma != "country" && m.lemma != "nation" && m.lemma != "state"
}

// kindAfter reports whether the head of m only says what the name before it
// is: "the M5S party", "al-Ikhbariya television".
func (r *resolver) kindAfter(m, o *mention) bool {
	if o.Class != doc.ORG || m.number == plural && m.lemma != "force" {
		return false
	}
	switch m.lemma {
	case "branch", "faction", "affiliate":
		return o.entry != nil && o.entry.Parent != "" && o.entry.Relation != "distinct"
	}
	return kinds[m.lemma]
}

var kinds = words("party group movement organization organisation newspaper magazine daily weekly tabloid television channel network website agency broadcaster station " +
	"company firm corporation carrier airline bank militia gang cartel sect foundation charity university club team band forces force")

// areas are nouns whose "of" names the area itself.
var areas = words("city town village province region state republic kingdom port district county municipality governorate suburb island")

// determined reports whether m begins with an article or possessive.
func (r *resolver) determined(m *mention) bool {
	switch r.d.Tokens[m.First].UPOS {
	case "DET":
		return true
	}
	return r.tree.Child(m.Head, "nmod:poss") != doc.None
}

// commas reports whether m and o stand beside each other with a comma
// between and another mark after them.
func (r *resolver) commas(m, o *mention) bool {
	text := func(i int) string {
		if i < 0 || i >= len(r.d.Tokens) || r.d.Tokens[i].Sent != m.sent {
			return "."
		}
		return r.d.Tokens[i].Text
	}
	end := r.pastBrackets(m.Last)
	closes := func(i int) bool {
		t := text(i)
		return t == "," || t == "." || t == ";" || t == "(" || t == ":" || t == "-" || t == "–" || t == "—" || i < len(r.d.Tokens) && (r.d.Tokens[i].UPOS == "VERB" || r.d.Tokens[i].UPOS == "AUX")
	}
	switch {
	case end+1 == o.title && text(end) == "," && o.Class == doc.ORG: // "its parent company, EADS"
		return !r.speaks(o) && !r.tells(o) && closes(o.Last) && r.determined(m) && (owning(m, o) || m.noun.Is(lexicon.NounKind(graph.Organization)) && !r.endsAnother(m, o))
	case text(end) == "," && r.aged(end+1, o): // "a climber, 31-year-old Paul Moss"
		return m.person
	case text(end) == "," && end+1 < o.title && o.title-end < 5 && m.person && o.Class == doc.PER && r.plainBetween(end+1, o.title):
		_, owned := r.owner(m) // "his wife, French cellist Anne Roux,"
		return text(o.Last) == "," && owned
	case end+1 == o.title && text(end) == ",": // "Malaysia's Prime Minister, Najib Razak,"
		_, owned := r.owner(m) // "Paris's father, Albert Jaquier,"
		return text(o.Last) == "," && r.determined(m) || closes(o.Last) && (m.noun.Leads || m.noun.Speaks || m.noun.Title || owned)
	case (o.Last+1 == m.First || o.Last+2 == m.First && r.d.Tokens[o.Last+1].UPOS == "ADV") && text(o.Last) == ",": // "Fuad Basya, spokesman for the military,"
		return closes(m.Last) && (m.person || r.d.Tokens[min(m.Last, len(r.d.Tokens)-1)].UPOS == "PUNCT")
	}
	return false
}

// endsAnother reports whether m ends a longer description that is joined with o: the
// mine of "the owner of the mine, Orbex".
func (r *resolver) endsAnother(m, o *mention) bool {
	lo, _ := r.sentence(m.sent)
	for k := lo; k < m.at; k++ {
		if r.m[k].Type == doc.Nominal && r.m[k].Last == m.Last && r.m[k].First < m.First && r.same(k, o.at) {
			return true
		}
	}
	return false
}

// plainBetween reports whether the tokens first to last only describe.
func (r *resolver) plainBetween(first, last int) bool {
	for i := first; i < last; i++ {
		switch r.d.Tokens[i].UPOS {
		case "ADJ", "NOUN", "PROPN":
		default:
			return false
		}
	}
	return true
}

// aged reports whether an age and nothing else stands from token i to the name
// of o.
func (r *resolver) aged(i int, o *mention) bool {
	return o.Class == doc.PER && o.First > i && o.First-i <= 5 && r.d.Tokens[o.First-1].Text == "old" && r.d.Tokens[i].UPOS == "NUM" ||
		o.First == i+1 && i < len(r.d.Tokens) && strings.HasSuffix(r.d.Tokens[i].Text, "year-old")
}

// pastBrackets is the token after a bracket that opens at i, else i.
func (r *resolver) pastBrackets(i int) int {
	if i >= len(r.d.Tokens) || r.d.Tokens[i].Text != "(" {
		return i
	}
	for k := i; k < len(r.d.Tokens) && k < i+15 && r.d.Tokens[k].Sent == r.d.Tokens[i].Sent; k++ {
		if r.d.Tokens[k].Text == ")" {
			return k + 1
		}
	}
	return i
}

// predicate joins the subject of "is" with what it is said to be.
func (r *resolver) predicate(i int) {
	h := r.m[i].Head
	cop := r.tree.Child(h, "cop")
	subject := r.tree.Child(h, "nsubj")
	if cop == doc.None || subject == doc.None || r.hedged(h) {
		return
	}
	if j := r.heads[subject]; j != doc.None && j < i && r.m[j].Type != doc.Pronoun && r.m[j].Class != doc.NORP && r.canBe(i, j) {
		r.join(i, j, rulePredicate)
	}
}

// turned joins a name with the description that "is" sets before it: "whose secretary
// is Mo Khan", "The winner was Ana Diaz".
func (r *resolver) turned(i int) {
	h := r.m[i].Head
	s := r.tree.Child(h, "nsubj")
	if s == doc.None || r.tree.Child(h, "cop") == doc.None || r.hedged(h) {
		return
	}
	if j := r.heads[s]; j != doc.None && j < i && r.m[j].Type == doc.Nominal && r.m[j].person && r.m[j].number == singular && r.canBe(i, j) {
		r.join(i, j, rulePredicate)
	}
}

// hedged reports whether a predicate is denied, only possible, or past.
func (r *resolver) hedged(h int) bool {
	for _, k := range r.tree.Kids(h) {
		switch r.tree.Lemma(k) {
		case "not", "n't", "never", "no", "would", "could", "may", "might", "will", "should", "longer":
			return true
		}
	}
	return false
}

// relatives joins relative pronouns with what they stand for, and the people a
// group is made of with the group.
func (r *resolver) relatives() {
	for i := range r.m {
		m := &r.m[i]
		switch m.Type {
		case doc.Pronoun:
			if j := r.antecedent(i); j != doc.None {
				r.join(i, j, ruleRelative)
			}
		case doc.Nominal:
			h := r.d.Tokens[m.Head].Head
			if h == doc.None || !r.tree.Is(m.Head, "nmod") || r.tree.Case(m.Head) != "of" {
				continue
			}
			if j := r.heads[h]; j != doc.None && r.m[j].Type == doc.Nominal && r.m[j].noun.Is(lexicon.NounKind(graph.Population)) && r.m[j].noun.Collective && m.Class == doc.Group && m.number == plural {
				r.join(i, j, ruleGroupOf)
			}
		}
	}
}

// antecedent is the mention that the relative pronoun i stands for.
func (r *resolver) antecedent(i int) int {
	m := &r.m[i]
	switch m.key {
	case "who", "whom", "whose", "which", "that":
	default:
		return doc.None
	}
	noun := doc.None
	r.tree.Climb(m.Head, func(a, from int) bool {
		if r.tree.Is(from, "acl") {
			noun = a
			return false
		}
		return true
	})
	if noun == doc.None || r.heads[noun] == doc.None || r.m[r.heads[noun]].Class == doc.NORP {
		return doc.None
	}
	j := r.heads[noun]
	if m.key == "which" && (r.m[j].person || r.m[j].number == plural && r.m[j].Class == doc.Group) {
		return r.rightBefore(m) // the tree looked past what which stands for
	}
	return j
}

// rightBefore is the mention of a thing that ends before m, a comma between
// them or not.
func (r *resolver) rightBefore(m *mention) int {
	end := m.First
	if end > 0 && r.d.Tokens[end-1].Text == "," {
		end--
	}
	lo, _ := r.sentence(m.sent)
	for j := lo; j < m.at; j++ {
		if o := &r.m[j]; o.Last == end && !o.person && o.Class != doc.NORP && (o.number != plural || o.Class != doc.Group) {
			return j
		}
	}
	return doc.None
}
