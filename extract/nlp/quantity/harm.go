package quantity

import (
	"slices"
	"strings"
)

// sick tells those whom a disease has infected from others who fell ill.
func (r *reader) sick() string {
	if r.illness() {
		return "infected"
	}
	return "ill"
}

// inHospital tells those who were hurt from those who are ill.
func (r *reader) inHospital() string {
	if r.illness() || r.tellsOf(sickness) {
		return ""
	}
	return "injured"
}

// underEarth reports a text in which people are buried alive.
func (r *reader) underEarth() bool { return r.tellsOf(slides) }

// tellsOf reports whether the text has one of some words, which it asks once for
// each list.
func (r *reader) tellsOf(words []string) bool {
	known, asked := r.told[words[0]]
	if !asked {
		text := strings.ToLower(r.d.Text)
		known = slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
		r.told[words[0]] = known
	}
	return known
}

// condition reports "critical condition" or "intensive care" within a few words
// after atom i.
func (r *reader) condition(i int) bool {
	for j := i; j < min(i+4, len(r.atoms)); j++ {
		if grave[r.plain(j)] && (r.plain(j+1) == "condition" || r.plain(j+1) == "state" || r.plain(j+1) == "care") {
			return true
		}
	}
	return false
}

// treated reads what people are treated for, within a few words after atom i.
func (r *reader) treated(i int) string {
	for j := i; j < min(i+6, len(r.atoms)); j++ {
		if w := r.plain(j); hurts[w] || harms[w] {
			return "injured"
		}
		if w := r.plain(j); w == "hospital" || w == "hospitals" {
			return r.inHospital()
		}
		if r.mark(j, '.') || r.mark(j, ';') {
			break
		}
	}
	return ""
}

// toDeath reports "were swept to their deaths" within a few words after atom i.
func (r *reader) toDeath(i int) bool {
	for j := i; j < min(i+5, len(r.atoms)-2); j++ {
		if r.plain(j) == "to" && (r.plain(j+1) == "their" || r.plain(j+1) == "his" || r.plain(j+1) == "her") && (r.plain(j+2) == "deaths" || r.plain(j+2) == "death") {
			return true
		}
	}
	return false
}

var (
	sickness = []string{"fallen ill", "fell ill", "poisoning", "the sick", "sickened", "virus", "infection"}
	hostages = []string{"hostage", "siege", "gunmen are holding"}
	slides   = []string{"avalanche", "landslide", "mudslide", "rubble", "cave-in", "mudflow", "rockfall"}
)
