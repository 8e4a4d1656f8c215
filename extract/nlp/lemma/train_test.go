package lemma

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doctest"
)

//go:generate go test -run TestRules -update .

var update = flag.Bool("update", false, "learn the rules and write rules.tsv")

const rulesHead = `# source: UD English EWT (UniversalDependencies/UD_English-EWT 15d613d8447b, train) and the open genres of GUM v11
# (amir-zeldes/gum 72ce5ac14978, train), from the shared data
# license: CC BY-SA 4.0, as derived from EWT, © Stanford University, Silveira et al. 2014; GUM annotations CC BY 4.0,
# Zeldes 2017 and the GUM annotators
# and from Open English WordNet (globalwordnet/english-wordnet d94538ad0df3), CC BY 4.0 and the WordNet license, Open English
# WordNet team, Princeton WordNet
# retrieved: 2026-11-25
# changes: rules over the ends of words, learned from the columns FORM, LEMMA, UPOS and XPOS and from the
# inflected forms of the lexicon, by go generate
tags	kind	suffix	becomes
`

// A word is what is learned from: a form with its lemma and how often it is so.
type word struct {
	form, lemma string
	count       int
}

// TestRules learns the rules anew and holds them against the committed table.
func TestRules(t *testing.T) {
	table := rulesHead + learn(t)
	if *update {
		if err := os.WriteFile("rules.tsv", []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table != rulesTSV {
		t.Error("rules.tsv is not what the treebanks give: run go generate")
	}
}

func learn(t *testing.T) string {
	counts, slips := map[string]lemmas{}, map[string]lemmas{} // by tags
	for _, file := range []string{"data/ud-ewt/en_ewt-ud-train.conllu.gz", "data/ud-gum/gum-open-train.conllu.gz"} {
		for _, g := range doctest.ReadTreebank(t, file) {
			for i, tok := range g.Tokens {
				commas := tok.UPOS == "NUM" && strings.Contains(tok.Text, ",") // see Of
				part := tok.XPOS == "GW" || tok.XPOS == "AFX"                  // "some" of "some one"
				if tok.Lemma == "_" || commas || part || strings.ContainsAny(tok.Text, "\t^") {
					continue
				}
				to := counts
				if strings.Contains(g.Feats[i], "Typo=Yes") {
					to = slips
				}
				for _, tags := range []string{tok.UPOS, tok.UPOS + " " + tok.XPOS} {
					if to[tags] == nil {
						to[tags] = lemmas{}
					}
					to[tags][[2]string{tok.Text, tok.Lemma}]++
				}
			}
		}
	}
	var out strings.Builder
	wordnet, m := inflections(t), model{}
	for _, tags := range slices.Sorted(maps.Keys(counts)) {
		m.writeClass(&out, tags, majority(counts[tags]), wordnet[tags], majority(slips[tags]))
	}
	return out.String()
}

// lemmas counts pairs of a form and its lemma.
type lemmas map[[2]string]int

// majority keeps the most frequent lemma of each form.
func majority(counts lemmas) []word {
	best := map[string]word{}
	for pair, n := range counts {
		if b := best[pair[0]]; n > b.count || n == b.count && pair[1] < b.lemma {
			best[pair[0]] = word{pair[0], pair[1], n}
		}
	}
	words := slices.Collect(maps.Values(best))
	slices.SortFunc(words, func(a, b word) int { return cmp.Compare(a.form, b.form) })
	return words
}

// writeClass learns the rules of one class and writes them, then the words of
// the treebanks that they get wrong. There is a slip in a treebank where the
// lexicon has the form and has no such lemma, and there may be one in a word
// that stands there once: it counts less than the lexicon. Slips of the writers
// ("recieved") are known as whole words and teach no rules.
func (m model) writeClass(out *strings.Builder, tags string, words, lexicon, slips []word) {
	put := func(kind string, rules suffixes) {
		for _, key := range slices.Sorted(maps.Keys(rules)) {
			fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", tags, kind, key, rules[key])
			if err := m.add(tags, kind, key, rules[key]); err != nil {
				panic(err)
			}
		}
	}
	forms, lemmas := map[string]bool{}, map[string]bool{}
	var all []word
	for _, w := range lexicon {
		forms[strings.ToLower(w.form)], lemmas[strings.ToLower(w.lemma)] = true, true
		all = append(all, word{w.form, w.lemma, 3})
	}
	words = slices.DeleteFunc(words, func(w word) bool { // "fled" of "flead"
		return w.count <= 3 && forms[strings.ToLower(w.form)] && !lemmas[strings.ToLower(w.lemma)]
	})
	for _, w := range words {
		all = append(all, word{w.form, w.lemma, 2 * w.count})
	}
	c := m.make(tags)
	put("edit", learnEdits(all))
	put("edit", irregular(all, c))
	put("edit", irregular(unknown(slips, all), c))
	for s, name := range shapeNames {
		put(name, learnCases(all, shape(s)))
	}
	exact := suffixes{}
	usual := map[string]word{} // of the words in small letters
	for _, w := range words {
		usual[w.form] = w
	}
	for _, w := range words {
		got := c.of(w.form)
		slip := w.count == 1 && forms[strings.ToLower(w.form)] || usual[strings.ToLower(w.form)].count > w.count
		if got != w.lemma && (!slip || strings.EqualFold(got, w.lemma)) {
			exact[w.form] = w.lemma
		}
	}
	for _, w := range lexicon {
		if _, ok := exact[w.form]; !ok && capital(w.lemma) && c.of(w.form) != w.lemma {
			exact[w.form] = w.lemma
		}
	}
	put("exact", exact)
}

// unknown leaves out the slips that are words too.
func unknown(slips, words []word) []word {
	known := map[string]bool{}
	for _, w := range words {
		known[strings.ToLower(w.form)] = true
	}
	return slices.DeleteFunc(slips, func(w word) bool { return known[strings.ToLower(w.form)] })
}

func capital(s string) bool { return s != strings.ToLower(s) }

// learnEdits finds what replaces the ends of words.
func learnEdits(words []word) suffixes {
	t := tree{}
	seen := map[[2]string]bool{}
	for _, w := range words {
		low, lemma := strings.ToLower(w.form), strings.ToLower(w.lemma)
		if pair := [2]string{low, lemma}; seen[pair] {
			continue
		} else {
			seen[pair] = true
		}
		same := 0
		for same < len(low) && same < len(lemma) && low[same] == lemma[same] {
			same++
		}
		for n := len(low) - same; n <= min(len(low), longest); n++ {
			t.count(low[len(low)-n:], lemma[len(low)-n:])
		}
	}
	return t.rules(func(suffix, longer, value string) string { return longer[:len(longer)-len(suffix)] + value })
}

// irregular lists the words in small letters that the rules of c get wrong.
func irregular(words []word, c *class) suffixes {
	counts := map[string]map[string]int{}
	for _, w := range words {
		low := strings.ToLower(w.form)
		if counts[low] == nil {
			counts[low] = map[string]int{}
		}
		counts[low][strings.ToLower(w.lemma)] += w.count
	}
	out := suffixes{}
	for low, lemmas := range counts {
		if lemma, _ := best(lemmas); c.edit(low) != lemma {
			out["^"+low] = lemma
		}
	}
	return out
}

// learnCases finds what becomes of the capitals of words of a shape.
func learnCases(words []word, s shape) suffixes {
	t := tree{}
	for _, w := range words {
		low := strings.ToLower(w.form)
		if shapeOf(w.form, low) != s || s == small && strings.Trim(low, letters) != "" {
			continue
		}
		value := caseOf(w)
		for n := 0; n <= min(len(low), longest); n++ {
			t.count(low[len(low)-n:], value)
		}
	}
	out := t.rules(func(_, _, value string) string { return value })
	if out[""] == "lower" {
		delete(out, "") // as without a rule
	}
	return out
}

func caseOf(w word) string {
	low := strings.ToLower(w.lemma)
	switch w.lemma {
	case low:
		return "lower"
	case recase(w.form, strings.ToLower(w.form), low):
		return "keep"
	case title(low):
		return "title"
	}
	return "keep"
}

// tree counts, for each suffix, what becomes of the words that end so: each
// form counts once.
type tree map[string]map[string]int

func (t tree) count(suffix, value string) {
	if t[suffix] == nil {
		t[suffix] = map[string]int{}
	}
	t[suffix][value]++
}

// least is how many words a rule needs.
const least = 2

// rules keeps the suffixes that say something else than the next shorter one.
func (t tree) rules(extend func(suffix, longer, value string) string) suffixes {
	keys := slices.SortedFunc(maps.Keys(t), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	out := suffixes{}
	for _, key := range keys {
		value, n := best(t[key])
		if n < least && key != "" {
			continue
		}
		if short, ok := out.shorter(key); ok && extend(short, key, out[short]) == value {
			continue
		}
		out[key] = value
	}
	return out
}

// shorter is the longest suffix of key that has a rule.
func (s suffixes) shorter(key string) (string, bool) {
	for n := 1; n <= len(key); n++ {
		if _, ok := s[key[n:]]; ok {
			return key[n:], true
		}
	}
	return "", false
}

// best is the most frequent value; of several the longest, so that "staged" is
// of "stage".
func best(values map[string]int) (string, int) {
	value, n := "", 0
	for _, v := range slices.Sorted(maps.Keys(values)) {
		if values[v] > n || values[v] == n && len(v) > len(value) {
			value, n = v, values[v]
		}
	}
	return value, n
}
