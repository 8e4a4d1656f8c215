package tokenize

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed abbreviations.tsv
var abbreviationsTSV string

//go:embed lexicon.tsv
var lexiconTSV string

// An abbreviation is a form that may hold the full stop after it.
type abbreviation struct {
	class string // such as title or month: a feature of the sentence splitter
	digit bool   // only before a number
	comma bool   // only after a comma, hyphen or bracket
}

// maxContraction is the longest contraction without an apostrophe, in bytes.
const maxContraction = 8

// lexicon is what the scanner knows about words.
type lexicon struct {
	abbreviations map[string]abbreviation
	prefixes      map[string]bool
	suffixes      map[string]bool
	units         map[string]bool
	endings       map[string]bool
	newsgroups    map[string]bool
	starters      map[string]bool // words that no name begins with
	contractions  map[string]int  // in small letters; where it is cut
}

var tables = load()

// abbreviation looks a form up: as it stands, with a capital when it is all
// capitals ("GEN"), and in small letters ("Etc").
func (l *lexicon) abbreviation(form string) (abbreviation, bool) {
	if len(form) > 8 {
		return abbreviation{}, false
	}
	if a, ok := l.abbreviations[form]; ok {
		return a, true
	}
	if !capitalized(form) {
		return abbreviation{}, false
	}
	low := strings.ToLower(form)
	if allCaps(form) && len(form) > 1 {
		if a, ok := l.abbreviations[form[:1]+low[1:]]; ok {
			return a, true
		}
	}
	a, ok := l.abbreviations[low]
	return a, ok
}

func load() *lexicon {
	l := &lexicon{
		abbreviations: map[string]abbreviation{}, prefixes: map[string]bool{}, suffixes: map[string]bool{},
		units: map[string]bool{}, endings: map[string]bool{}, newsgroups: map[string]bool{}, starters: map[string]bool{}, contractions: map[string]int{},
	}
	for _, row := range rows(abbreviationsTSV, 3) {
		l.abbreviations[row[0]] = abbreviation{class: row[1], digit: row[2] == "digit", comma: row[2] == "comma"}
	}
	sets := map[string]map[string]bool{
		"prefix": l.prefixes, "suffix": l.suffixes, "unit": l.units, "ending": l.endings, "newsgroup": l.newsgroups,
		"starter": l.starters,
	}
	for _, row := range rows(lexiconTSV, 2) {
		if row[0] == "contraction" {
			head, tail, _ := strings.Cut(row[1], " ")
			l.contractions[head+tail] = len(head)
			continue
		}
		sets[row[0]][row[1]] = true
	}
	return l
}

// rows reads tab-separated text without its comments and its head line. The
// tables are part of the program: an ill-formed one is a programmer's mistake.
func rows(table string, columns int) [][]string {
	var out [][]string
	head := true
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if head {
			head = false
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != columns {
			panic(fmt.Sprintf("tokenize: a row of %d columns, want %d: %q", len(row), columns, line))
		}
		out = append(out, row)
	}
	return out
}
