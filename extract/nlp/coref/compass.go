package coref

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// The rules that join bodies and halves of a country with what they are of.
const (
	ruleCompass  = "coref/compass"  // "the North" for North Korea
	ruleForces   = "coref/forces"   // "the country's military" for its army
	ruleEmployer = "coref/employer" // "his employer" for the company
)

// compass joins the North and the South, in capitals, with the one country of the
// article that is called by its side: "North and South Korea", "the South fired
// back".
func (r *resolver) compass() {
	for i := range r.m {
		m := &r.m[i]
		if m.Class != doc.LOC || !quarters[m.key] || m.entry != nil || !strings.HasPrefix(strings.TrimPrefix(strings.TrimPrefix(r.text(m), "the "), "The "), strings.ToUpper(m.key[:1])) {
			continue
		}
		if j := r.onlyHalf(m.key); j != doc.None && (r.halves(m.key) || r.listedHalf(m)) {
			r.detach(i)
			r.m[i].entry = r.m[j].entry
			r.join(i, j, ruleCompass)
		}
	}
}

var quarters = words("north south east west")

var across = map[string]string{"north": "south", "south": "north", "east": "west", "west": "east"}

// onlyHalf is a mention of the one country whose name begins with a side.
func (r *resolver) onlyHalf(side string) int {
	found := doc.None
	for j := range r.m {
		e := r.m[j].entry
		if e == nil || e.Place != graph.Country || r.m[j].Type != doc.Name || !strings.HasPrefix(graph.Fold(e.Name), side+" ") {
			continue
		}
		if found != doc.None && r.m[found].entry.Name != e.Name {
			return doc.None
		}
		found = j
	}
	return found
}

// halves reports whether the article has the other half of the country as well.
func (r *resolver) halves(side string) bool { return r.onlyHalf(across[side]) != doc.None }

// listedHalf reports whether m stands before the other half: "North and South Korea".
func (r *resolver) listedHalf(m *mention) bool {
	for j := range r.m {
		if o := &r.m[j]; o.First == m.Last+1 && strings.HasPrefix(o.key, across[m.key]+" ") {
			return true
		}
	}
	return false
}

// forcesOf finds the army that the lexicon has for the country whose military the
// description i is, where the article names it: "the country's military" for the
// Korean People's Army.
func (r *resolver) forcesOf(i int) int {
	m := &r.m[i]
	switch m.lemma {
	case "military", "army", "force", "forces":
	default:
		return doc.None
	}
	owner, owned := r.owner(m)
	if !owned || owner == doc.None || r.m[r.root(owner)].entry == nil {
		return doc.None
	}
	country := r.m[r.root(owner)].entry.Country
	found := doc.None
	for j := range r.m {
		o := &r.m[j]
		if e := o.entry; e == nil || country == "" || e.Country != country || o.Type != doc.Name || o.Class != doc.ORG || e.Sector != "MIL" {
			continue
		}
		if found != doc.None && !r.same(found, j) {
			return doc.None
		}
		found = j
	}
	return found
}

// employerOf finds the one company of the article where somebody's employer is
// spoken of: "his employer, said Diaz", of a man from a firm named elsewhere.
func (r *resolver) employerOf(i int) int {
	m := &r.m[i]
	if m.lemma != "employer" || m.number == plural || r.formerly(m) {
		return doc.None
	}
	if _, owned := r.owner(m); !owned {
		return doc.None
	}
	found := doc.None
	for j := range r.m {
		o := &r.m[j]
		if o.Type != doc.Name || o.Class != doc.ORG {
			continue
		}
		if _, is := r.business(o, &r.m[r.root(j)]); !is {
			continue
		}
		if found != doc.None && !r.same(found, j) {
			return doc.None
		}
		found = j
	}
	return found
}

// sameCount finds an earlier group of the same number of people, where somebody
// quoted counts them anew by a word that says nothing of them: "23 pirates",
// "twenty-three people gave up," the navy said.
func (r *resolver) sameCount(i int) int {
	m := &r.m[i]
	n := r.size(m)
	const few = 4
	if n < few || m.Class != doc.Group || !counting[m.lemma] || len(m.mods) > 0 || !r.quoted[m.Head] {
		return doc.None
	}
	found := doc.None
	for j := i - 1; j >= r.reach(m); j-- {
		o := &r.m[j]
		if o.Type != doc.Nominal || o.Class != doc.Group || r.size(o) != n || counting[o.lemma] || r.encloses(i, j) || r.furniture(o) {
			continue
		}
		if found != doc.None && !r.same(found, j) {
			return doc.None
		}
		found = j
	}
	return found
}

// size is how many people m is said to be, 0 where no figure tells.
func (r *resolver) size(m *mention) int {
	if len(m.words) > 2 && tens[m.words[0]] > 0 && small[m.words[1]] > 0 {
		return count(m.words[0] + "-" + m.words[1])
	}
	return count(m.figure)
}

var counting = words("people person personnel men man individual others")

// count is a small number in words or figures, 0 for none.
func count(figure string) int {
	n, digits := 0, false
	for _, c := range figure {
		if c < '0' || c > '9' {
			digits = false
			break
		}
		n, digits = n*10+int(c-'0'), true
	}
	if digits && n < 1000 {
		return n
	}
	ten, one, _ := strings.Cut(figure, "-")
	if v := small[figure]; v > 0 {
		return v
	}
	if tens[ten] > 0 && small[one] > 0 {
		return tens[ten] + small[one]
	}
	return tens[figure]
}

var (
	small = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
		"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
	tens = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
)
