//go:build ignore

package main

import (
	"regexp"
	"strings"
)

// pronouns are those that definitions do without.
const pronouns = "we us our ours ourselves me my mine myself you your yours yourself yourselves she her hers herself him his himself they them their theirs aka versus"

var smallWord = regexp.MustCompile(`[A-Za-z]+`)

// small writes small.tsv.gz: the words that are written without a capital, from
// the entries of WordNet and from the running text of its definitions, which
// has the inflected forms and the function words.
func small() error {
	o := origin{"Open English WordNet, globalwordnet/english-wordnet", "CC BY 4.0 and WordNet license, (c) Open English WordNet team and Princeton University", "2026-11-24 (commit d94538ad0df3)",
		"words of letters alone that are entries in small letters, or that definitions write small more often than with a capital"}
	seen, written := map[string]bool{}, map[string]int{}
	err := eachRow("lexicons/oewn-senses.tsv.gz", func(c []string) {
		if w := c[0]; len(w) > 1 && w == strings.ToLower(w) && smallWord.FindString(w) == w {
			seen[w] = true
			for _, form := range strings.Fields(strings.NewReplacer("|", " ", ",", " ", ";", " ").Replace(c[5])) {
				if smallWord.FindString(form) == form {
					seen[form] = true
				}
			}
		}
	})
	if err != nil {
		return err
	}
	err = eachRow("lexicons/oewn-synsets.tsv.gz", func(c []string) {
		for _, w := range smallWord.FindAllString(c[5], -1) {
			if w == strings.ToLower(w) {
				written[w]++
			} else {
				written[strings.ToLower(w)]--
			}
		}
	})
	if err != nil {
		return err
	}
	for w, n := range written {
		if n > 0 {
			seen[w] = true
		}
	}
	for _, w := range strings.Fields(pronouns) {
		seen[w] = true
	}
	var rows []string
	for w := range seen {
		rows = append(rows, w)
	}
	return write("small.tsv.gz", o, "word", rows)
}
