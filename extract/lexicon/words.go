package lexicon

import (
	"strings"
	"sync"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// NounKind is what a common noun stands for: one of the kinds of actor or
// place of package graph, or a vehicle.
type NounKind string

// Vehicle is the kind of ships, aircraft and cars, which news treats as those
// aboard: "the frigate opened fire".
const Vehicle NounKind = "vehicle"

// A Noun is a common noun for somebody or somewhere.
type Noun struct {
	Kinds      []NounKind // the commonest first
	Sector     string     // PLOVER sector
	Collective bool       // a group in the singular: "the team … they"
	Speaks     bool       // speaks for others: spokesman
	Leads      bool       // leads what it is a noun of: president
	Member     bool       // belongs to what it is a noun of: fighter
	Title      bool       // may stand before a name
	Source     bool       // may be quoted without a name
	Government bool       // stands for a state: regime
}

// Kind is the commonest kind of n, empty for the zero Noun.
func (n Noun) Kind() NounKind {
	if len(n.Kinds) == 0 {
		return ""
	}
	return n.Kinds[0]
}

// Is reports whether n can be of kind k.
func (n Noun) Is(k NounKind) bool {
	for _, have := range n.Kinds {
		if have == k {
			return true
		}
	}
	return false
}

// Person reports whether n is foremost a noun for a single person.
func (n Noun) Person() bool { return n.Kind() == NounKind(graph.Person) }

var nouns = sync.OnceValue(func() map[string]Noun {
	out := map[string]Noun{}
	kinds := map[string]NounKind{
		"person": NounKind(graph.Person), "people": NounKind(graph.Population), "body": NounKind(graph.Organization),
		"facility": NounKind(graph.Facility), "vehicle": Vehicle,
	}
	for _, row := range mustTable("wordnet.tsv.gz").rows {
		if k := kinds[row[1]]; k != "" {
			out[row[0]] = Noun{Kinds: []NounKind{k}, Collective: row[1] == "body" || row[1] == "people", Source: row[1] == "person"}
		}
	}
	for _, row := range mustTable("nouns.tsv").rows {
		n := Noun{Sector: row[2]}
		if row[1] == "none" {
			delete(out, row[0])
			continue
		}
		for _, k := range list(row[1]) {
			n.Kinds = append(n.Kinds, NounKind(k))
		}
		has := func(flag string) bool { return strings.Contains(row[3], flag) }
		n.Collective, n.Speaks, n.Leads, n.Member = has("c"), has("k"), has("l"), has("m")
		n.Title, n.Source, n.Government = has("t"), has("u"), has("S")
		out[strings.ToLower(row[0])] = n
	}
	return out
})

// NounOf looks a lemma in lower case up.
func NounOf(lemma string) (Noun, bool) {
	n, ok := nouns()[lemma]
	return n, ok
}

// A Title is a word before a name.
type Title struct {
	Sector string
	Gender string // m, f or empty
}

var titles = sync.OnceValue(func() map[string]Title {
	out := map[string]Title{}
	for _, row := range mustTable("titles.tsv").rows {
		out[row[0]] = Title{row[1], row[2]}
	}
	return out
})

// TitleOf looks a word up as a title; dots do not count.
func TitleOf(word string) (Title, bool) {
	t, ok := titles()[strings.TrimRight(word, ".")]
	return t, ok
}

// A Head is what a word tells of the name that it heads.
type Head struct {
	Kind   NounKind
	Sector string
}

var heads = sync.OnceValue(func() map[string]Head {
	out := map[string]Head{}
	for _, row := range mustTable("heads.tsv").rows {
		out[row[0]] = Head{NounKind(row[1]), row[2]}
	}
	return out
})

// HeadOf looks a word with a capital up as the head of a name: Ministry,
// Airport, Ltd.
func HeadOf(word string) (Head, bool) {
	h, ok := heads()[strings.TrimRight(word, ".")]
	return h, ok
}

var unnamed = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, row := range mustTable("unnamed.tsv").rows {
		out[row[0]] = row[1]
	}
	return out
})

// Unnamed reports whether the words of a name are of neither somebody nor
// somewhere: a religion, a war, a law, a storm.
func Unnamed(tokens []doc.Token) bool {
	if len(tokens) == 0 {
		return false
	}
	first, last := unnamed()[tokens[0].Text], unnamed()[tokens[len(tokens)-1].Text]
	if len(tokens) == 1 {
		return first == "alone"
	}
	return first == "first" || last == "last"
}

// numbers end the names of units.
var numbers = map[string]bool{"One": true, "Two": true, "Three": true, "Four": true, "Five": true, "Six": true, "I": true, "II": true, "III": true,
	"1": true, "2": true, "3": true, "4": true, "5": true, "6": true, "7": true, "8": true, "9": true}

// HeadIn finds the word that heads a name and tells of what kind it is: the
// last one before "of" or "for", else the last, else the first: Gulf of Aden,
// Kabul International Airport, Mount Sefton.
func HeadIn(tokens []doc.Token) (Head, bool) {
	end := len(tokens)
	for i := 1; i < len(tokens); i++ {
		if t := tokens[i].Text; t == "of" || t == "for" || t == "on" {
			end = i
			break
		}
	}
	for end > 1 && numbers[tokens[end-1].Text] {
		end-- // "Mobile Unit Two"
	}
	if h, ok := HeadOf(tokens[end-1].Text); ok {
		return h, true
	}
	switch tokens[0].Text {
	case "Mount", "Mt", "Mt.", "Lake", "Cape", "Camp", "Fort", "Port", "River", "Hotel", "Isle":
		h, ok := HeadOf(tokens[0].Text)
		return h, ok && len(tokens) > 1
	}
	return Head{}, false
}

var given = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, name := range []string{"given.tsv.gz", "given_english.tsv"} {
		for _, row := range mustTable(name).rows {
			out[row[0]] = row[1]
		}
	}
	return out
})

// Given reports whether a word is a common given name, and its bearers'
// gender: m, f, or empty for both.
func Given(word string) (gender string, ok bool) {
	gender, ok = given()[word]
	return gender, ok
}

var surnames = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, row := range mustTable("surnames.tsv.gz").rows {
		out[row[0]] = true
	}
	return out
})

// Surname reports whether a word is a common surname.
func Surname(word string) bool { return surnames()[word] }
