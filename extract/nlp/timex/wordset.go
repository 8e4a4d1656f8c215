package timex

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/number"
)

// A wordSet is a set of words by their number.
type wordSet []bool

func (s wordSet) has(a *number.Atom) bool {
	return a.Kind == number.Word && s[a.Word]
}

// wordSets are the sets of cues.tsv.
type wordSets struct {
	function, prep, timeprep, future, past, counted, label, street, heat, car, results, lasting, traded, hours, scoring, present wordSet
}

// cueWords lists the words of cues.tsv.
func cueWords() []string {
	var out []string
	for _, row := range rows("cues.tsv") {
		out = append(out, strings.Fields(row[1])...)
	}
	return out
}

func newWordSets(v *number.Vocabulary) wordSets {
	sets := map[string]wordSet{}
	for _, row := range rows("cues.tsv") {
		s := make(wordSet, v.Len())
		for _, word := range strings.Fields(row[1]) {
			s[v.ID(word)] = true
		}
		s[0] = false
		sets[row[0]] = s
	}
	return wordSets{
		function: sets["function"], prep: sets["prep"], timeprep: sets["timeprep"], future: sets["future"],
		past: sets["past"], counted: sets["counted"], label: sets["label"], street: sets["street"], heat: sets["heat"], car: sets["car"],
		results: sets["results"], lasting: sets["lasting"], traded: sets["traded"], hours: sets["hours"], scoring: sets["scoring"], present: sets["present"],
	}
}
