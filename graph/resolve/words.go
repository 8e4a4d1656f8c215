package resolve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/ontology"
)

var (
	// after begins what follows the head noun of a description.
	after    = set("of in at from with to for on by who that which whose including wearing carrying near behind aboard outside inside under over and")
	numerals = strings.Fields("two three four five six seven eight nine ten eleven twelve")
	singular = set("a an one this that another each")
	// filler are words of descriptions that say nothing of who is meant.
	filler        = set("the a an his her its their our my this that these those of in at from with to for on by and who which least about around more than some")
	abbreviations = map[string]string{"us": "american", "u s": "american", "uk": "british", "usa": "american"}
)

// headOf is the stem of the head noun of a description: the last word before
// what follows it.
func headOf(text string) string {
	words := strings.Fields(graph.Fold(text))
	for i, w := range words {
		if i > 0 && after[w] && !after[words[i-1]] && !filler[words[i-1]] {
			return stem(words[i-1])
		}
	}
	if len(words) == 0 {
		return ""
	}
	return stem(words[len(words)-1])
}

func headsOf(s *signature) []string {
	var out []string
	for _, f := range s.forms {
		if h := headOf(f.text); h != "" && !slices.Contains(out, h) {
			out = append(out, h)
		}
	}
	slices.Sort(out)
	return out
}

// contentWords are the stems of the words of a description that say something.
func contentWords(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(graph.Fold(text)) {
		if full := abbreviations[w]; full != "" {
			w = full
		}
		if !filler[w] {
			out[stem(w)] = true
		}
	}
	return out
}

// numberOf tells one from many by the words of a description: 1 for one, -1
// for many without a number, 0 for a number or where the words do not tell.
func numberOf(s *signature) int {
	if countsOf(s) != "" {
		return 0
	}
	words := strings.Fields(graph.Fold(s.name))
	if len(words) == 0 {
		return 0
	}
	if singular[words[0]] {
		return 1
	}
	head := words[len(words)-1]
	for i, w := range words {
		if i > 0 && after[w] {
			head = words[i-1]
			break
		}
	}
	if strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") || head == "people" || head == "men" || head == "women" || head == "children" || head == "police" {
		return -1
	}
	return 1
}

// countsOf is how many a description speaks of, "23" or "four"; the sum of
// "12 Somalis and 11 Yemenis"; empty where it does not say.
func countsOf(s *signature) string {
	for _, f := range s.forms {
		words := strings.Fields(graph.Fold(f.text))
		sum := 0
		for i, w := range words {
			if n := numeral(w); n > 0 && (i < 4 || sum > 0 && words[i-1] == "and") {
				sum += n
			}
		}
		if sum > 0 {
			return strconv.Itoa(sum)
		}
	}
	return ""
}

// numeral reads a whole number up to a dozen in words or in digits, else 0.
func numeral(w string) int {
	if n := slices.Index(numerals, w); n >= 0 {
		return n + 2
	}
	n, err := strconv.Atoi(w)
	if err != nil {
		return 0
	}
	return n
}

func sideOf(role string) string {
	r, _ := ontology.RoleOf(role)
	return r.Side
}

// particular reports whether two descriptions share a proper name or a number,
// without which "the rescue team" may be any.
func particular(a, b string) bool {
	mine := map[string]bool{}
	for i, w := range strings.Fields(a) {
		if r := w[0]; r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' && (i > 0 || !filler[strings.ToLower(w)]) {
			mine[graph.Fold(w)] = true
		}
	}
	for _, w := range strings.Fields(b) {
		if mine[graph.Fold(w)] && w[0] < 'a' {
			return true
		}
	}
	return false
}
