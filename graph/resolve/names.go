package resolve

import (
	"slices"
	"strings"

	"github.com/hbollon/go-edlib"

	"github.com/claimline/claimline/graph"
)

// A form is one way to call somebody or somewhere, taken apart.
type form struct {
	text   string   // as an article has it
	tokens []string // folded, without article, title, legal form and ship prefix
	whole  string   // tokens joined by blanks
	bare   bool     // something was taken off
}

var (
	stop = set("the a an of and for in on at to de la le el von van der den du da dos di")
	// titles stand before a person's name and are no part of it.
	titles = set(`mr mrs ms miss dr prof professor sir dame lord lady president prime minister chancellor premier secretary
		sen senator rep representative congressman congresswoman gov governor mayor judge justice chief gen general lt lieutenant col
		colonel maj major capt captain cmdr commander adm admiral sgt sergeant const constable cpl corporal pvt private det detective
		insp inspector supt superintendent officer agent sheriff king queen prince princess pope cardinal archbishop bishop father rev
		reverend imam sheikh sheik shaikh ayatollah mullah rabbi emir sultan coach`)
	generations = set("jr sr ii iii iv junior senior")
	// legalForms end a company's name and are left out in speech.
	legalForms = set("ltd limited inc incorporated corp corporation co company plc llc llp lp gmbh ag sa spa nv bv ab asa oy pty pte pvt")
	// shipPrefixes say whose a ship is or what drives it.
	shipPrefixes = set("mv ms ss mt rms rv sv fv ins uss usns hms hmas hmcs hmnz hnlms hdms rfa bns pns jds kri tcg uscgc")
	// particles are written or left out at will in names out of Arabic.
	particles = set("al el bin ibn bint ben ould")
)

// courtesies are titles that say nothing of what somebody does; offices are
// written short by some.
var (
	courtesies  = set("mr mrs ms miss dr sir dame lord lady officer agent")
	shortOffice = map[string]string{"gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "lt": "lieutenant",
		"col": "colonel", "maj": "major", "capt": "captain", "prof": "professor", "sgt": "sergeant", "adm": "admiral", "det": "detective",
		"premier": "prime minister"}
)

// offices are the titles that stand before the names of a person, "prime
// minister", each in full.
func offices(s *signature) map[string]bool {
	out := map[string]bool{}
	for _, f := range s.forms {
		var office []string
		for _, w := range strings.Fields(graph.Fold(f.text)) {
			if !titles[w] {
				break
			}
			if full := shortOffice[w]; full != "" {
				w = full
			}
			if !courtesies[w] {
				office = append(office, w)
			}
		}
		if len(office) > 0 {
			out[strings.Join(office, " ")] = true
		}
	}
	return out
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

func newForm(text string, kind graph.ActorKind) form {
	all := strings.Fields(graph.Fold(text))
	tokens := slices.Clone(all)
	if kind != graph.Person { // "A. Silva" has no article
		for len(tokens) > 1 && (tokens[0] == "the" || tokens[0] == "a" || tokens[0] == "an") {
			tokens = tokens[1:]
		}
	}
	plain := len(tokens)
	switch kind {
	case graph.Person:
		for len(tokens) > 1 && titles[tokens[0]] {
			tokens = tokens[1:]
		}
	case graph.Organization, graph.MediaOutlet:
		for len(tokens) > 1 && legalForms[tokens[len(tokens)-1]] {
			tokens = tokens[:len(tokens)-1]
		}
		if len(tokens) > 1 && shipPrefixes[tokens[0]] {
			tokens = tokens[1:]
		}
	}
	return form{text: text, tokens: tokens, whole: strings.Join(tokens, " "), bare: len(tokens) < plain}
}

func uniqueForms(forms []form) []form {
	var out []form
	seen := map[string]bool{}
	for _, f := range forms {
		if f.whole != "" && !seen[f.text] {
			seen[f.text] = true
			out = append(out, f)
		}
	}
	// The name came first; the rest in an order that hides who came when.
	if len(out) > 1 {
		slices.SortFunc(out[1:], func(a, b form) int { return strings.Compare(a.text, b.text) })
	}
	return out
}

// A likeness is how two names agree.
type likeness struct {
	weight  float64
	why     string
	surname bool // of a person, it rests on a surname alone
}

// personNames compares two names of people. Both are folded and without titles.
func personNames(a, b []string) likeness {
	a, b = withoutGeneration(a), withoutGeneration(b)
	if len(a) == 0 || len(b) == 0 {
		return likeness{}
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	last := a[len(a)-1] == b[len(b)-1]
	switch {
	case slices.Equal(a, b) && len(a) == 1:
		return likeness{weight: 0.55, why: "the same single name"}
	case slices.Equal(a, b):
		return likeness{weight: 1, why: "the same name"}
	case slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))):
		return likeness{weight: 0.75, why: "the same names in another order"}
	case strings.Join(a, "") == strings.Join(b, ""):
		return likeness{weight: 0.85, why: "the same letters, cut otherwise"}
	case len(a) == 1:
		if last {
			return likeness{weight: 0.4, why: "the last name only", surname: true}
		}
		return likeness{}
	case last && a[0] == b[0] && subsequence(a, b):
		return likeness{weight: 0.85, why: "the same first and last name"}
	case last && a[0] == b[0] && len(a) > 2 && !initials(a, b):
		return likeness{weight: 0.6, why: "the same first and last name"} // see otherMiddle
	case last && initials(a, b):
		return likeness{weight: 0.6, why: "the same last name and initials"}
	case last && oneFirstName(a[0], b[0]):
		return likeness{weight: 0.75, why: "the same last name and forms of one first name"}
	case slices.Equal(withoutParticles(a), withoutParticles(b)):
		return likeness{weight: 0.8, why: "the same name but for particles"}
	case spelledAlike(withoutParticles(a), withoutParticles(b)), last && spelledAlike(firstNames(a), firstNames(b)):
		return likeness{weight: 0.7, why: "names that are spelled alike"}
	}
	return likeness{}
}

// firstNames are all but the last name as one word, however a transliteration
// cuts them: "Abu Bakr" and "Abubakar".
func firstNames(tokens []string) []string { return []string{strings.Join(tokens[:len(tokens)-1], "")} }

func withoutGeneration(tokens []string) []string {
	if n := len(tokens); n > 1 && generations[tokens[n-1]] {
		return tokens[:n-1]
	}
	return tokens
}

// generation is the suffix that tells a father from a son.
func generation(tokens []string) string {
	if n := len(tokens); n > 1 && generations[tokens[n-1]] {
		return strings.NewReplacer("junior", "jr", "senior", "sr").Replace(tokens[n-1])
	}
	return ""
}

func withoutParticles(tokens []string) []string {
	out := slices.DeleteFunc(slices.Clone(tokens), func(w string) bool { return particles[w] })
	if len(out) == 0 {
		return tokens
	}
	return out
}

// subsequence reports whether all of a stands in b, in order.
func subsequence(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && a[i] == w {
			i++
		}
	}
	return i == len(a)
}

// otherMiddle reports whether two names agree but for middle names, of which
// each has one and neither the other's: two people.
func otherMiddle(a, b []string) bool {
	a, b = withoutGeneration(a), withoutGeneration(b)
	if len(a) < 3 || len(b) < 3 || a[0] != b[0] || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	for _, x := range a[1 : len(a)-1] {
		for _, y := range b[1 : len(b)-1] {
			if strings.HasPrefix(x, y) || strings.HasPrefix(y, x) {
				return false
			}
		}
	}
	return true
}

// initials reports whether the given names agree where one has but their
// first letters.
func initials(a, b []string) bool {
	short := false
	for i := 0; i < len(a)-1 && i < len(b)-1; i++ {
		x, y := a[i], b[i]
		switch {
		case x == y:
		case len(x) == 1 && strings.HasPrefix(y, x), len(y) == 1 && strings.HasPrefix(x, y):
			short = true
		default:
			return false
		}
	}
	return short
}

// spelledAlike reports whether two names are likely two spellings of one, as
// names out of other scripts have: word by word the same consonants in rough
// classes, and few changes of letters.
func spelledAlike(a, b []string) bool {
	if len(a) != len(b) || slices.Equal(a, b) {
		return false
	}
	letters := 0
	for i := range a {
		letters += len(a[i])
		if a[i] == b[i] {
			continue
		}
		// Maria and Mario are two, as are Karim and Karima.
		if strings.TrimRight(a[i], "aeo") == strings.TrimRight(b[i], "aeo") {
			return false
		}
		if len(a[i]) < 4 || len(b[i]) < 4 || skeleton(a[i]) != skeleton(b[i]) {
			return false
		}
		if edlib.JaroWinklerSimilarity(a[i], b[i]) < 0.75 {
			return false
		}
	}
	return letters >= 7
}

// spelling is the same for all names that are spelled alike.
func spelling(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		if out[i] = w; len(w) >= 4 {
			out[i] = skeleton(w)
		}
	}
	return strings.Join(out, " ")
}

var consonants = strings.NewReplacer(
	"tsch", "c", "tch", "c", "sch", "s", "sh", "s", "ch", "c", "kh", "k", "gh", "k", "dh", "d", "th", "t", "ph", "f", "zh", "j", "ck", "k",
	"q", "k", "g", "k", "x", "ks", "w", "v", "z", "s", "b", "b", "p", "p",
)

// skeleton reduces a word to its consonants in classes that transliterations
// do not tell apart.
func skeleton(word string) string {
	var b strings.Builder
	last := rune(0)
	for i, r := range consonants.Replace(word) {
		if i > 0 && strings.ContainsRune("aeiouyhj", r) {
			continue
		}
		if strings.ContainsRune("aeiouy", r) {
			r = 'a' // any vowel at the beginning
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// acronym is the first letters of a name's words but the small ones; empty for
// fewer than three.
func acronym(tokens []string) string {
	var b strings.Builder
	for _, w := range tokens {
		if !stop[w] {
			b.WriteString(w[:1])
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return b.String()
}
