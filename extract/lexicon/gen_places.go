//go:build ignore

package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const minPopulation = 30_000

var (
	geonames = "GeoNames, geonames.org, by way of ali-hv/geobank-data"
	fromGeo  = origin{geonames, "CC BY 4.0 (GeoNames)", "2026-11-24 (commit 87f4be9e0737)", ""}
)

// places writes countries.tsv, divisions.tsv.gz, zones.tsv and cities.tsv.gz.
func places() error {
	pages, english, err := factbook()
	if err != nil {
		return err
	}
	known, err := englishNames(english)
	if err != nil {
		return err
	}
	if err := countries(pages); err != nil {
		return err
	}
	if err := divisions(); err != nil {
		return err
	}
	zones, err := zones()
	if err != nil {
		return err
	}
	return cities(known, zones)
}

func countries(pages map[string]profile) error {
	var rows []string
	err := eachRow("gazetteers/geonames-countryInfo.tsv.gz", func(c []string) {
		if c[0] == "CS" || c[0] == "AN" {
			return // dissolved
		}
		p := pages[c[3]]
		lat, lon := degrees(p.Geography.Coordinates.Text)
		nouns, adjectives := nationality(p.People.Nationality.Noun.Text, false), nationality(p.People.Nationality.Adjective.Text, true)
		rows = append(rows, strings.Join([]string{c[0], strings.TrimPrefix(c[4], "The "), lat, lon, plain(c[5]),
			strings.Join(adjectives, "|"), strings.Join(nouns, "|"), strings.Join(formalNames(p, c[4]), "|")}, "\t"))
	})
	if err != nil {
		return err
	}
	o := fromGeo
	o.source += "; CIA World Factbook, by way of factbook/factbook.json (commit 8662a8b17a78)"
	o.license += "; CC0 (World Factbook)"
	o.changes = "names and capitals from GeoNames; nationalities, formal names and coordinates from the Factbook, without its notes"
	return write("countries.tsv", o, "code name lat lon capital adjectives nouns formal", rows)
}

var parens = regexp.MustCompile(`\s*\([^)]*\)`)

// nationality reads "Irishman(men), Irishwoman(women), Irish (collective
// plural)" and the like. Nouns come with their plural.
func nationality(s string, adjective bool) []string {
	s, _, _ = strings.Cut(s, ";")
	var out []string
	for _, form := range regexp.MustCompile(`\s*,\s*(?:or )?|\s+or\s+|/`).Split(s, -1) {
		form = strings.TrimSpace(form)
		if form == "" || !unicode.IsUpper(rune(form[0])) || form == "NA" {
			continue
		}
		bare := parens.ReplaceAllString(form, "")
		out = append(out, bare)
		switch {
		case adjective:
		case strings.Contains(form, "(s)"):
			out = append(out, bare+"s")
		case strings.Contains(form, "(men)"):
			out = append(out, strings.TrimSuffix(bare, "man")+"men")
		case strings.Contains(form, "(women)"):
			out = append(out, strings.TrimSuffix(bare, "woman")+"women")
		}
	}
	return out
}

func formalNames(p profile, name string) []string {
	var out []string
	n := p.Government.Name
	for _, s := range append(strings.Split(n.Abbreviation.Text, " or "), n.Short.Text, n.Long.Text) {
		s = strings.TrimPrefix(plain(s), "The ")
		if s != "" && s != "none" && s != name && !strings.ContainsAny(s, "(,;/") && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// degrees reads "60 00 N, 100 00 E".
func degrees(s string) (lat, lon string) {
	m := regexp.MustCompile(`(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])`).FindStringSubmatch(s)
	if m == nil {
		return "", ""
	}
	return degree(m[1], m[2], m[3] == "S"), degree(m[4], m[5], m[6] == "W")
}

func degree(whole, minutes string, negative bool) string {
	d, _ := strconv.ParseFloat(whole, 64)
	m, _ := strconv.ParseFloat(minutes, 64)
	if d += m / 60; negative {
		d = -d
	}
	return strconv.FormatFloat(d, 'f', 2, 64)
}

func divisions() error {
	var rows []string
	err := eachRow("gazetteers/geonames-admin1.tsv.gz", func(c []string) {
		rows = append(rows, c[0]+"\t"+plain(c[1]))
	})
	if err != nil {
		return err
	}
	o := fromGeo
	o.changes = "code and name only, names without marks"
	return write("divisions.tsv.gz", o, "code name", rows)
}

// cities keeps settlements of some size and the seats of first-level divisions.
// The time zone of each stands beside it only where its division has several.
func cities(known map[string]int, zones map[string]int) error {
	var rows []string
	err := eachRow("gazetteers/geonames-cities15000.txt.gz", func(c []string) {
		population, _ := strconv.Atoi(c[14])
		if population < minPopulation && c[7] != "PPLC" && c[7] != "PPLA" {
			return
		}
		if c[7] == "PPLX" && strings.ContainsAny(c[1], "0123456789") {
			return // the numbered districts of a city
		}
		seat := map[string]string{"PPLC": "C", "PPLA": "A"}[c[7]]
		lat, _ := strconv.ParseFloat(c[4], 64)
		lon, _ := strconv.ParseFloat(c[5], 64)
		name, others := englishName(plain(c[1]), c[3], known)
		zone := ""
		if zones[c[8]+"."+c[10]] > 1 {
			zone = c[17]
		}
		rows = append(rows, fmt.Sprintf("%s\t%s\t%s\t%.3f\t%.3f\t%d\t%s\t%s\t%s",
			name, c[8], c[10], lat, lon, population/1000, seat, strings.Join(others, "|"), zone))
	})
	if err != nil {
		return err
	}
	o := fromGeo
	o.changes = fmt.Sprintf("settlements over %d people and seats of divisions; of the other names only those that the World Factbook, WordNet or Voice of America news use too, and the most used first where GeoNames' own is not used", minPopulation)
	return write("cities.tsv.gz", o, "name country division lat lon thousands seat aliases zone", rows)
}

// englishName picks the English ones among a city's names: those that an
// English reference work or news agency uses, and the name without its Arabic
// article. The most used one becomes the name when GeoNames' own is not used.
func englishName(name, all string, known map[string]int) (string, []string) {
	var others []string
	add := func(s string) {
		s = strings.TrimLeft(s, "'")
		if s != name && len(s) > 3 && !slices.Contains(others, s) {
			others = append(others, s)
		}
	}
	name = strings.TrimLeft(name, "'")
	if article, rest, ok := strings.Cut(name, " "); ok && strings.Contains(" Al An Ar As Ash At Ad Az ", " "+article+" ") {
		add(rest)
	}
	for _, s := range strings.Split(all, ",") {
		if s = plain(s); known[s] > 0 && unicode.IsUpper(rune(s[0])) {
			add(s)
		}
	}
	slices.Sort(others)
	if best := mostUsed(others, known); known[name] == 0 && known[best] > 1 {
		add(name)
		others = slices.DeleteFunc(others, func(s string) bool { return s == best })
		name = best
	}
	return name, others
}

func mostUsed(names []string, known map[string]int) string {
	best := ""
	for _, s := range names {
		if best == "" || known[s] > known[best] {
			best = s
		}
	}
	return best
}

// englishNames counts the runs of capitalized words in English reference works
// and news.
func englishNames(factbook string) (map[string]int, error) {
	known := map[string]int{}
	run := regexp.MustCompile(`[A-Z][\pL'-]+(?: (?:[A-Z][\pL'-]+|de|del|la|al|el))*`)
	count := func(text string) {
		for _, s := range run.FindAllString(text, -1) {
			words := strings.Fields(plain(s))
			for i := range words {
				for j := i + 1; j <= min(len(words), i+3); j++ {
					known[strings.Join(words[i:j], " ")]++
				}
			}
		}
	}
	count(factbook)
	var news strings.Builder // its places, each on a line
	err := eachRow("ner-gmb-voa/gmb-train.tsv.gz", func(c []string) {
		switch {
		case len(c) < 3 || !strings.HasSuffix(c[2], "-geo") && !strings.HasSuffix(c[2], "-gpe"):
			news.WriteString("\n")
		case strings.HasPrefix(c[2], "B-"):
			news.WriteString("\n" + c[0])
		default:
			news.WriteString(" " + c[0])
		}
	})
	if err != nil {
		return nil, err
	}
	count(news.String())
	err = eachRow("lexicons/oewn-senses.tsv.gz", func(c []string) {
		if c[0] != "" && unicode.IsUpper(rune(c[0][0])) {
			known[plain(c[0])]++
		}
	})
	return known, err
}

// plain takes marks and typographic quotes out of a name.
func plain(s string) string {
	s = strings.NewReplacer("&ocirc;", "o", "&eacute;", "e", "&iacute;", "i", "&oacute;", "o", "&aacute;", "a", "&atilde;", "a", "&ccedil;", "c", "&rsquo;", "'").Replace(s)
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.TrimSpace(s)) {
		switch r {
		case '’', '‘', 'ʻ', 'ʼ', '`', '´':
			b.WriteByte('\'')
		case 'ı':
			b.WriteByte('i')
		case 'ø', 'Ø':
			b.WriteByte('o')
		case 'ł':
			b.WriteByte('l')
		case 'Ł':
			b.WriteByte('L')
		case 'đ':
			b.WriteByte('d')
		case 'ß':
			b.WriteString("ss")
		case '\u00ad', '\u200b':
		default:
			if !unicode.Is(unicode.Mn, r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
