package lemma

import (
	"slices"
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doctest"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

// unchanged verbs are their own past, which the lexicon does not say.
var unchanged = strings.Fields(`beat bet bid broadcast burst cast cost cut fit forecast hit hurt knit let offset put quit read
	reset rid set shed shut slit split spread thrust upset wed`)

// inflections lists, by tags, the inflected forms of the words of Open English
// WordNet: the irregular ones that it names, and the regular ones by the rules
// of spelling.
func inflections(t *testing.T) map[string][]word {
	text, err := doctest.ReadFile(doctest.Shared(t, "data/lexicons/oewn-senses.tsv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]word{}
	seen := map[[2]string]bool{}
	for line := range strings.Lines(text) {
		col := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		entry := [2]string{col[0], col[1]}
		if len(col) != 6 || seen[entry] || len(col[0]) < 2 || strings.Trim(col[0][1:], letters) != "" {
			continue
		}
		seen[entry] = true
		if !strings.Contains(letters, col[0][:1]) {
			if col[1] == "a" || col[1] == "s" {
				put(out, col[0], col[0], "ADJ", "JJ") // Dutch
			}
			continue
		}
		irregular := strings.FieldsFunc(col[5], func(r rune) bool { return r == ',' })
		switch col[1] {
		case "v":
			inflectVerb(out, col[0], irregular)
		case "n":
			inflectNoun(out, col[0], irregular)
		case "a", "s":
			inflectAdjective(out, col[0], irregular)
		}
	}
	return out
}

// put adds a form under its tags, and under the first of them alone.
func put(out map[string][]word, form, lemma string, tags ...string) {
	for _, xpos := range tags[1:] {
		out[tags[0]+" "+xpos] = append(out[tags[0]+" "+xpos], word{form, lemma, 1})
	}
	out[tags[0]] = append(out[tags[0]], word{form, lemma, 1})
}

func inflectVerb(out map[string][]word, lemma string, irregular []string) {
	put(out, lemma, lemma, "VERB")
	switch lemma {
	case "have":
		put(out, "had", "have", "AUX", "VBD", "VBN")
		return
	case "be":
		return // the treebanks have it all
	}
	put(out, plural(lemma), lemma, "VERB", "VBZ")
	past, ing := false, false
	for _, form := range irregular {
		if strings.HasSuffix(form, "ing") && len(form) > len(lemma) {
			put(out, form, lemma, "VERB", "VBG")
			ing = true
		} else if !strings.HasSuffix(form, "s") {
			put(out, form, lemma, "VERB", "VBD", "VBN")
			past = true
		}
	}
	if slices.Contains(unchanged, lemma) {
		put(out, lemma, lemma, "VERB", "VBD", "VBN")
		past = true
	}
	stem := strings.TrimSuffix(lemma, "e")
	if doubles(lemma) {
		stem += lemma[len(lemma)-1:]
	}
	if !ing {
		if strings.HasSuffix(lemma, "ee") || strings.HasSuffix(lemma, "ye") || strings.HasSuffix(lemma, "oe") {
			stem = lemma
		}
		put(out, stem+"ing", lemma, "VERB", "VBG")
	}
	if !past || strings.HasSuffix(lemma, "l") || lemma == "lie" || lemma == "hang" {
		if !doubles(lemma) {
			stem = strings.TrimSuffix(lemma, "e")
		}
		put(out, consonantY(stem, "ed"), lemma, "VERB", "VBD", "VBN")
	}
}

// doubles reports whether a verb of one syllable doubles its last consonant.
func doubles(lemma string) bool {
	n := len(lemma)
	vowels := 0
	for _, v := range "aeiou" {
		vowels += strings.Count(lemma, string(v))
	}
	return n >= 3 && vowels == 1 && strings.IndexByte("aeiou", lemma[n-2]) >= 0 && strings.IndexByte("aeiouwxy", lemma[n-1]) < 0
}

func inflectNoun(out map[string][]word, lemma string, irregular []string) {
	put(out, lemma, lemma, "NOUN")
	for _, form := range irregular {
		put(out, form, lemma, "NOUN", "NNS")
	}
	ends := func(s string) bool { return strings.HasSuffix(lemma, s) }
	switch {
	case ends("s") && !ends("ss") && !ends("us") && !ends("is"):
		put(out, lemma, lemma, "NOUN", "NNS") // series, headquarters
	case len(irregular) == 0:
		put(out, plural(lemma), lemma, "NOUN", "NNS")
	}
}

func inflectAdjective(out map[string][]word, lemma string, irregular []string) {
	put(out, lemma, lemma, "ADJ")
	put(out, title(lemma), lemma, "ADJ", "JJ") // at the beginning of a sentence
	for _, form := range irregular {
		switch {
		case strings.HasSuffix(form, "st"):
			put(out, form, lemma, "ADJ", "JJS")
		case strings.HasSuffix(form, "r"):
			put(out, form, lemma, "ADJ", "JJR")
		}
	}
	if len(irregular) == 0 && len(lemma) <= 7 {
		stem := strings.TrimSuffix(lemma, "e")
		put(out, consonantY(stem, "er"), lemma, "ADJ", "JJR")
		put(out, consonantY(stem, "est"), lemma, "ADJ", "JJS")
	}
}

// plural is the regular form in s.
func plural(lemma string) string {
	for _, end := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(lemma, end) {
			return lemma + "es"
		}
	}
	return consonantY(lemma, "s")
}

// consonantY adds an ending; y after a consonant becomes i, and ie before s.
func consonantY(stem, ending string) string {
	n := len(stem)
	if n < 2 || stem[n-1] != 'y' || strings.IndexByte("aeiou", stem[n-2]) >= 0 {
		return stem + ending
	}
	if ending == "s" {
		ending = "es"
	}
	return stem[:n-1] + "i" + ending
}
