package quantity

import (
	"embed"
	"strings"

	"github.com/claimline/claimline/extract/nlp/number"
)

//go:embed *.tsv
var tables embed.FS

// rows returns the lines of a table below its header.
func rows(name string) [][]string {
	data, err := tables.ReadFile(name)
	if err != nil {
		panic("quantity: " + err.Error()) // the table is part of the program
	}
	var out [][]string
	for _, line := range strings.Split(string(data), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out[1:]
}

// A role says how a word tells a metric.
type role uint8

const (
	object  role = iota // a verb whose object is counted
	subject             // a verb whose subject is counted
	state               // said of what is counted
	noun                // is itself counted
	title               // a bare figure follows: "the death toll rose to"
	roles
)

var roleNames = map[string]role{"object": object, "subject": subject, "state": state, "noun": noun, "title": title}

// A phrase is words with what they mean.
type phrase struct {
	words []int32
	value string
}

// A lexis is the tables of the package, read once.
type lexis struct {
	vocab    *number.Vocabulary
	numbers  *number.Reader
	metrics  [roles][]string // by word number, "" for none
	before   []phrase        // comparators, longest first
	after    []phrase
	units    map[string][]phrase // by kind: money, measure, share
	rising   []phrase
	skip     []bool
	clause   []bool
	label    []bool
	place    []bool
	generic  []bool
	function []bool
	disease  []bool
	persons  []bool
	things   []bool
}

func newLexis() *lexis {
	l := &lexis{units: map[string][]phrase{}}
	l.vocab = number.NewVocabulary(vocabulary()...)
	l.numbers = number.NewReader(l.vocab)
	for n := range l.metrics {
		l.metrics[n] = make([]string, l.vocab.Len())
	}
	for _, row := range rows("metrics.tsv") {
		for _, word := range strings.Fields(row[2]) {
			l.metrics[roleNames[row[1]]][l.vocab.ID(word)] = row[0]
		}
	}
	for _, row := range rows("comparators.tsv") {
		p := l.phrase(row[1], row[2])
		if row[0] == "before" {
			l.before = append(l.before, p)
		} else {
			l.after = append(l.after, p)
		}
	}
	for _, row := range rows("units.tsv") {
		l.units[row[0]] = append(l.units[row[0]], l.phrase(row[1], row[2]))
	}
	l.readCues()
	return l
}

func (l *lexis) readCues() {
	sets := map[string]*[]bool{
		"skip": &l.skip, "clause": &l.clause, "label": &l.label, "place": &l.place, "generic": &l.generic,
		"function": &l.function, "disease": &l.disease, "persons": &l.persons, "things": &l.things,
	}
	for _, row := range rows("cues.tsv") {
		if row[0] == "rising" {
			for _, s := range strings.Split(row[1], ",") {
				l.rising = append(l.rising, l.phrase(s, ""))
			}
			continue
		}
		set := make([]bool, l.vocab.Len())
		for _, word := range strings.Fields(row[1]) {
			set[l.vocab.ID(word)] = true
		}
		set[0] = false
		*sets[row[0]] = set
	}
}

func (l *lexis) phrase(words, value string) phrase {
	p := phrase{value: value}
	for _, word := range strings.Fields(words) {
		p.words = append(p.words, l.vocab.ID(word))
	}
	return p
}

// vocabulary lists the words of all tables.
func vocabulary() []string {
	out := []string{
		"no", "without", "one", "nobody", "posts", "positions", "victims", "bodies", "corpses", "job", "cuts", "losses", "several", "few", "another", "including", "most", "mostly", "many", "mainly", "both", "out", "between", "and", "to", "of", "from", "among", "them", "whom", "us", "magnitude", "measuring",
		"strong", "year", "years", "old", "aged", "age", "ages", "us", "a", "c", "hk", "nz", "by", "in", "at", "inside", "or",
		"odd", "plus", "street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "boulevard", "custody", "hostage",
		"taken", "held", "shot", "lost", "lives", "cases", "reported", "injury", "toll", "part", "took", "richter", "dozen",
	}
	for _, row := range rows("metrics.tsv") {
		out = append(out, strings.Fields(row[2])...)
	}
	for _, name := range []string{"comparators.tsv", "units.tsv"} {
		for _, row := range rows(name) {
			out = append(out, strings.Fields(row[1])...)
		}
	}
	for _, row := range rows("cues.tsv") {
		out = append(out, strings.Fields(strings.ReplaceAll(row[1], ",", " "))...)
	}
	return out
}
