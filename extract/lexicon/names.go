package lexicon

import (
	"strconv"
	"strings"
	"sync"

	"github.com/claimline/claimline/graph"
)

// A Form says how a name names what it names.
type Form string

// The forms of names.
const (
	Proper    Form = ""          // Russia, Moscow, NATO
	Adjective Form = "adjective" // Russian, European, Muslim
	Singular  Form = "singular"  // a Russian, a Muslim
	Plural    Form = "plural"    // Russians, Muslims
)

// A Name is one sense of a name.
type Name struct {
	Name    string          // what it is called in the graph: United States
	Form    Form            // Adjective, Singular and Plural name the people of it
	Actor   graph.ActorKind // empty for what does not act
	Place   graph.PlaceKind // empty for what is no place
	Country string          // ISO 3166-1 alpha-2, where it lies in one
	Sector  string          // PLOVER sector
	Lat     *float64
	Lon     *float64
	// Size is what a place of that name is likelier meant by: the population
	// in thousands, more for countries and regions.
	Size int
	// Capital marks the seat of a government, which may stand for it.
	Capital  bool
	Division string // code of the first-level division, such as US.GA
	Zone     string // of a city whose division has several time zones
	// Parent is the group it came from or is not to be taken for, and
	// Relation says which: offshoot_of, affiliate_of, distinct.
	Parent   string
	Relation string
	// Weak marks names that need more than their form to be believed: small
	// towns, divisions, words that are also names.
	Weak bool
	// Main is false for other spellings and abbreviations of the name.
	Main bool
}

// Sizes that rank what is no settlement, in thousands.
const (
	sizeCountry = 3_000_000
	sizeRegion  = 1_000_000
	sizeState   = 5_000
	sizeCapital = 10_000 // above its population
)

// strongDivisions are the countries whose first-level divisions news names
// without saying what they are.
const strongDivisions = "|US|CA|AU|"

// index maps the pieces of names, joined by blanks, to their senses.
type index struct {
	senses  map[string][]sense
	longest map[string]int   // first piece → most pieces of a name it begins
	lower   map[string]bool  // first pieces of names written in lower case
	states  map[string]*Name // by country code
}

type sense struct {
	*Name
	form string // as the table writes it
}

func (x *index) add(form string, n *Name) {
	key := fold(form)
	if key == "" {
		return
	}
	x.senses[key] = append(x.senses[key], sense{n, form})
	first, _, _ := strings.Cut(key, " ")
	x.longest[first] = max(x.longest[first], strings.Count(key, " ")+1)
	if form[0] >= 'a' && form[0] <= 'z' {
		x.lower[first] = true
	}
}

// fold is graph.Fold, quicker for the plain names that most are.
func fold(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b = append(b, c)
		case c >= 'A' && c <= 'Z':
			b = append(b, c+'a'-'A')
		case c == ' ' || c == '-':
			if len(b) > 0 && b[len(b)-1] != ' ' {
				b = append(b, ' ')
			}
		default:
			return graph.Fold(s)
		}
	}
	return strings.TrimSuffix(string(b), " ")
}

// alias adds other forms of a name.
func (x *index) alias(forms []string, n *Name) {
	if len(forms) == 0 {
		return
	}
	other := *n
	other.Main = false
	for _, f := range forms {
		x.add(f, &other)
	}
}

var names = sync.OnceValue(func() *index {
	const many = 30_000
	x := &index{senses: make(map[string][]sense, many), longest: make(map[string]int, many), lower: map[string]bool{}, states: map[string]*Name{}}
	x.addCountries()
	x.addRegions()
	x.addDivisions()
	x.addCities()
	x.addPeoples()
	x.addActors()
	return x
})

func (x *index) addPeoples() {
	for _, row := range mustTable("peoples.tsv").rows {
		n := Name{Name: row[0], Actor: graph.Population, Sector: "CVL", Main: true}
		if row[3] == "religion" {
			n.Sector = "REL"
		}
		plurals := list(row[1])
		if len(plurals) > 0 {
			n.Name = plurals[0]
		}
		x.people(n, []string{row[0]}, plurals, list(row[2]))
	}
}

// people adds the words for the people of n.
func (x *index) people(n Name, singulars, plurals, adjectives []string) {
	for _, f := range []struct {
		form  Form
		words []string
	}{{Adjective, adjectives}, {Plural, plurals}, {Singular, singulars}} {
		n.Form = f.form
		m := n
		for _, w := range f.words {
			x.add(w, &m)
		}
	}
}

func (x *index) addActors() {
	for _, row := range mustTable("groups.tsv").rows {
		n := &Name{Name: row[0], Actor: graph.ArmedGroup, Country: row[1], Sector: row[2], Parent: row[3], Relation: row[4], Main: true}
		x.add(row[0], n)
		x.alias(list(row[5]), n)
	}
	for _, row := range mustTable("organizations.tsv").rows {
		n := &Name{Name: row[0], Actor: graph.ActorKind(row[1]), Country: row[2], Sector: row[3], Main: true, Weak: row[3] == "BUS"}
		x.add(row[0], n)
		x.alias(list(row[4]), n)
	}
	for _, row := range mustTable("media.tsv").rows {
		n := &Name{Name: row[0], Actor: graph.MediaOutlet, Country: row[1], Sector: "JRN", Main: true, Weak: !strings.Contains(row[0], " ") && row[2] == "outlet"}
		x.add(row[0], n)
		x.alias(list(row[3]), n)
	}
}

// degrees reads a coordinate; an empty cell is nil.
func degrees(cell string) *float64 {
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return nil
	}
	return &v
}
