package lexicon

import (
	"slices"
	"strconv"
	"strings"

	"github.com/claimline/claimline/graph"
)

// addCountries adds countries with their governments' names, and the words
// for their people: those of countries.tsv as country_forms.tsv corrects them.
func (x *index) addCountries() {
	extra := map[string][][]string{}
	for _, row := range mustTable("country_forms.tsv").rows {
		extra[row[0]] = append(extra[row[0]], row[1:])
	}
	for _, row := range mustTable("countries.tsv").rows {
		n := &Name{Name: row[1], Actor: graph.State, Place: graph.Country, Country: row[0], Sector: "GOV",
			Lat: degrees(row[2]), Lon: degrees(row[3]), Size: sizeCountry, Main: true}
		aliases, adjectives, nouns := list(row[7]), list(row[5]), list(row[6])
		for _, f := range extra[row[0]] {
			switch f[0] {
			case "alias":
				aliases = append(aliases, f[1])
			case "adjective":
				adjectives = append(adjectives, f[1])
			case "noun":
				nouns = append(nouns, f[1])
			case "drop":
				is := func(s string) bool { return s == f[1] }
				aliases, adjectives, nouns = slices.DeleteFunc(aliases, is), slices.DeleteFunc(adjectives, is), slices.DeleteFunc(nouns, is)
			}
		}
		x.add(n.Name, n)
		x.states[n.Country] = n
		x.alias(aliases, n)
		x.nation(n, adjectives, nouns)
	}
}

// nation adds the words for the people of a country or region.
func (x *index) nation(of *Name, adjectives, nouns []string) {
	n := Name{Name: of.Name, Actor: graph.Population, Country: of.Country, Sector: "CVL", Size: of.Size, Main: true}
	var singulars, plurals []string
	for _, noun := range nouns {
		if strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss") || strings.HasSuffix(noun, "men") || slices.Contains(adjectives, noun) && !slices.Contains(nouns, noun+"s") {
			plurals = append(plurals, noun)
		} else {
			singulars = append(singulars, noun)
		}
	}
	x.people(n, singulars, plurals, adjectives)
}

func (x *index) addRegions() {
	for _, row := range mustTable("regions.tsv").rows {
		n := &Name{Name: row[0], Place: graph.PlaceKind(row[1]), Country: row[2], Size: sizeRegion, Main: true}
		if n.Place == graph.Country {
			n.Actor, n.Sector = graph.State, "GOV"
		}
		x.add(n.Name, n)
		x.alias(list(row[4]), n)
		x.nation(n, list(row[3]), nil)
	}
}

func (x *index) addDivisions() {
	for _, row := range mustTable("divisions.tsv.gz").rows {
		country, _, _ := strings.Cut(row[0], ".")
		n := &Name{Name: row[1], Place: graph.Region, Country: country, Division: row[0], Size: sizeState, Main: true}
		if !strings.Contains(strongDivisions, "|"+country+"|") {
			n.Weak, n.Size = true, 0
		}
		x.add(n.Name, n)
	}
}

// strongCity is the population, in thousands, from which a city is believed
// by its name alone.
const strongCity = 1000

func (x *index) addCities() {
	others, english := map[string][]string{}, map[string]string{}
	for _, row := range mustTable("city_forms.tsv").rows {
		city := row[1] + "|" + row[2]
		others[city] = append(others[city], row[0])
		if row[3] == "name" {
			english[city] = row[0]
		}
	}
	for _, row := range mustTable("cities.tsv.gz").rows {
		n := &Name{Name: row[0], Place: graph.City, Country: row[1], Division: row[1] + "." + row[2],
			Lat: degrees(row[3]), Lon: degrees(row[4]), Capital: row[6] == "C", Zone: row[8], Main: true}
		n.Size, _ = strconv.Atoi(row[5]) // the tests read every row
		n.Weak = !n.Capital && n.Size < strongCity
		if n.Capital {
			n.Size += sizeCapital
		}
		city := row[0] + "|" + row[1]
		if name := english[city]; name != "" {
			n.Name = name
			x.alias([]string{row[0]}, n)
		}
		x.add(n.Name, n)
		x.alias(slices.DeleteFunc(list(row[7]), func(form string) bool { return !alike(form, row[0]) }), n)
		x.alias(others[city], n)
	}
}

// alike reports whether a form that the gazetteer lists for a city is its name
// spelled otherwise. Names of other times (Falmouth for Portland, Philadelphia for
// Amman) are today those of other places; city_forms.tsv has the ones still met.
func alike(form, name string) bool {
	a, b := fold(form), fold(name)
	if a == "" || b == "" || a[0] == b[0] {
		return true
	}
	const common = 4 // letters in a row
	for i := 0; i+common <= len(a); i++ {
		if piece := a[i : i+common]; strings.Contains(b, piece) && !strings.Contains(piece, " ") {
			return true
		}
	}
	return false
}

// State is the entry of the country with an ISO 3166-1 code, nil for none.
func State(code string) *Name { return names().states[code] }
