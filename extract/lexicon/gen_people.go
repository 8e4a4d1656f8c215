//go:build ignore

package main

import (
	"encoding/csv"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// names writes given.tsv.gz and surnames.tsv.gz.
func names() error {
	popular := origin{"sigpwned/popular-names-by-country-dataset (commit eb62e13d4d62)", "CC0", "2026-11-24", "romanized names without marks"}
	o := popular
	o.source += "; PETRARCH dictionaries, openeventdata/petrarch2 (commit 676801cd9cb2)"
	o.license += "; MIT (PETRARCH)"
	o.changes += "; a given name that both sexes bear has no gender; of PETRARCH, words that begin the names of at least four leaders"
	gender := map[string]string{}
	err := eachRecord("gazetteers/common-forenames-by-country.csv.gz", func(r []string) {
		name := plain(r[11])
		if !nameLike(name) {
			return
		}
		g := strings.ToLower(r[9])
		if old, ok := gender[name]; ok && old != g {
			g = ""
		}
		gender[name] = g
	})
	if err != nil {
		return err
	}
	if err := leaders(gender); err != nil {
		return err
	}
	var given, sur []string
	for name, g := range gender {
		given = append(given, name+"\t"+g)
	}
	err = eachRecord("gazetteers/common-surnames-by-country.csv.gz", func(r []string) {
		if name := plain(r[5]); nameLike(name) {
			sur = append(sur, name)
		}
	})
	if err != nil {
		return err
	}
	if err := write("given.tsv.gz", o, "name gender", given); err != nil {
		return err
	}
	return write("surnames.tsv.gz", popular, "name", sur)
}

// leaders adds the words that begin the names of several people in PETRARCH's
// lists and are no words of English.
func leaders(gender map[string]string) error {
	english := map[string]bool{}
	err := eachRow("lexicons/oewn-senses.tsv.gz", func(c []string) { english[strings.ToLower(c[0])] = true })
	if err != nil {
		return err
	}
	raw, err := unpack("petrarch-dictionaries/petrarch2-dictionaries.tar.gz")
	if err != nil {
		return err
	}
	counts := map[string]int{}
	entry := regexp.MustCompile(`(?m)^\+?([A-Z'-]{4,})_[A-Z'-]{3,}(?:_[A-Z'-]+)?_?\s`)
	for _, m := range entry.FindAllStringSubmatch(raw, -1) {
		counts[m[1]]++
	}
	const enough = 4
	for word, n := range counts {
		name := word[:1] + strings.ToLower(word[1:])
		if _, known := gender[name]; n >= enough && !known && !english[strings.ToLower(word)] && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
			gender[name] = ""
		}
	}
	return nil
}

func nameLike(s string) bool {
	return len(s) > 1 && unicode.IsUpper(rune(s[0])) && !strings.ContainsAny(s, " ./") && s == strings.Map(func(r rune) rune {
		if r > 0x7f {
			return -1
		}
		return r
	}, s)
}

func eachRecord(name string, f func(r []string)) error {
	text, err := unpack(name)
	if err != nil {
		return err
	}
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return err
	}
	for _, r := range records[1:] {
		f(r)
	}
	return nil
}

// classes are the synsets of WordNet below which nouns are kept.
var classes = map[string]string{
	"00007846-n": "person", // person, individual, someone
	"07958392-n": "people",
	"08024893-n": "body", // organization
	"07967506-n": "group",
	"02916498-n": "facility", // building, edifice
	"03319968-n": "facility", // facility, installation
	"03302664-n": "facility", // establishment
	"04531608-n": "vehicle",
}

// nouns writes wordnet.tsv.gz: each noun with the class that at least half of
// its senses lie in. WordNet as packed does not say which sense is usual.
func nouns() error {
	up := map[string][]string{}
	err := eachRow("lexicons/oewn-synsets.tsv.gz", func(c []string) {
		if len(c) > 4 && c[1] == "n" {
			up[c[0]] = strings.FieldsFunc(c[4], func(r rune) bool { return r == '|' || r == ',' || r == ' ' })
		}
	})
	if err != nil {
		return err
	}
	senses, all := map[string]map[string]int{}, map[string]int{}
	err = eachRow("lexicons/oewn-senses.tsv.gz", func(c []string) {
		noun := c[0]
		if c[1] != "n" || strings.Trim(noun, "abcdefghijklmnopqrstuvwxyz-") != "" || len(noun) < 3 {
			return
		}
		all[noun]++
		if class := classOf(c[2], up); class != "" {
			if senses[noun] == nil {
				senses[noun] = map[string]int{}
			}
			senses[noun][class]++
		}
	})
	if err != nil {
		return err
	}
	var rows []string
	for noun, counts := range senses {
		for class, n := range counts {
			if 2*n > all[noun] || 2*n == all[noun] && len(counts) == 1 {
				rows = append(rows, noun+"\t"+class)
			}
		}
	}
	o := origin{"Open English WordNet, globalwordnet/english-wordnet", "CC BY 4.0 and WordNet license, (c) Open English WordNet team and Princeton University", "2026-11-24 (commit d94538ad0df3)",
		"one-word nouns of which at least half of the senses lie below one of eight chosen synsets"}
	return write("wordnet.tsv.gz", o, "noun class", rows)
}

// classOf climbs from a synset, level by level, to the nearest chosen one.
func classOf(synset string, up map[string][]string) string {
	level := []string{synset}
	for len(level) > 0 {
		var next []string
		for _, s := range level {
			if class := classes[s]; class != "" {
				return class
			}
			next = append(next, up[s]...)
		}
		slices.Sort(next)
		level = slices.Compact(next)
	}
	return ""
}
