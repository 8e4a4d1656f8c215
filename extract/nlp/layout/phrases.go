package layout

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/claimline/claimline/extract/nlp/doc"
)

//go:embed phrases.tsv
var phrasesTSV string

// A phrase is a row of phrases.tsv.
type phrase struct {
	role  doc.BlockRole
	words int // the most a block may have for the phrase to count; 0 for any
	text  string
}

// phrasebook holds the fixed phrases by the way they are compared.
type phrasebook struct {
	line           map[string]doc.BlockRole
	prefix         map[string][]phrase // by their first word; the long ones first
	within         []phrase
	credit, slash  []phrase
	tail, comments map[string]bool
}

var phrases = loadPhrases(phrasesTSV)

func loadPhrases(table string) *phrasebook {
	b := &phrasebook{line: map[string]doc.BlockRole{}, prefix: map[string][]phrase{}, tail: map[string]bool{}, comments: map[string]bool{}}
	head := true
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if head {
			head = false
			continue
		}
		col := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if err := b.add(col); err != nil {
			panic(fmt.Sprintf("layout: phrases.tsv: %q: %v", line, err)) // it is part of the program
		}
	}
	for _, list := range b.prefix {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.text) - len(a.text) })
	}
	return b
}

func (b *phrasebook) add(col []string) error {
	if len(col) != 4 {
		return fmt.Errorf("%d columns", len(col))
	}
	words, err := strconv.Atoi(col[2])
	if err != nil {
		return err
	}
	p := phrase{doc.BlockRole(col[0]), words, col[3]}
	switch col[1] {
	case "line":
		b.line[p.text] = p.role
	case "prefix", "start":
		first := firstWord(p.text)
		b.prefix[first] = append(b.prefix[first], p)
	case "within":
		b.within = append(b.within, p)
	case "credit":
		b.credit = append(b.credit, p)
	case "slash":
		b.slash = append(b.slash, p)
	case "tail":
		b.tail[p.text] = true
	case "comments":
		b.comments[p.text] = true
	default:
		return fmt.Errorf("unknown match %q", col[1])
	}
	return nil
}

// firstWord is what the phrases are sorted by: the text up to the first blank
// or colon.
func firstWord(s string) string {
	if i := strings.IndexAny(s, " :"); i > 0 {
		return s[:i]
	}
	return s
}

// fits reports whether a block of n words is short enough for p.
func (p phrase) fits(n int) bool { return p.words == 0 || n <= p.words }

// begins returns the longest phrase that the normal form of a block of n words
// begins with.
func (b *phrasebook) begins(norm string, n int) (phrase, bool) {
	for _, p := range b.prefix[firstWord(norm)] {
		if rest, ok := strings.CutPrefix(norm, p.text); ok && p.fits(n) && !continuesWord(p.text, rest) {
			return p, true
		}
	}
	return phrase{}, false
}

// continuesWord reports whether a phrase ends within a word of the text.
func continuesWord(phrase, rest string) bool {
	if rest == "" || !letterOrDigit(rune(phrase[len(phrase)-1])) {
		return false
	}
	for _, r := range rest {
		return letterOrDigit(r)
	}
	return false
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// contains returns the role of a phrase that stands in a block of n words.
func (b *phrasebook) contains(norm string, n int) (doc.BlockRole, bool) {
	for _, p := range b.within {
		if p.fits(n) && strings.Contains(norm, p.text) {
			return p.role, true
		}
	}
	return "", false
}
