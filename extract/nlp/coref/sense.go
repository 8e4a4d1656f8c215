package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A world is the countries that an article is about, by how often it names
// them, their people or places in them: among places of one name, the one there
// is meant.
type world struct {
	countries map[string]int            // by country code
	own       map[string]map[string]int // those of each name, by its key
	divisions map[string]string         // code of a state or province → the key of its name
}

func (r *resolver) lookAround() world {
	w := world{map[string]int{}, map[string]map[string]int{}, map[string]string{}}
	for i := range r.m {
		m := &r.m[i]
		e := m.entry
		if e == nil || e.Country == "" || e.Weak {
			continue
		}
		w.countries[e.Country]++
		if e.Place == graph.Region && e.Division != "" {
			w.divisions[e.Division] = m.key
		}
		if w.own[m.key] == nil {
			w.own[m.key] = map[string]int{}
		}
		w.own[m.key][e.Country]++
	}
	return w
}

// doubt drops the entries of abbreviations that stand for a group or party of a
// country which the article never speaks of: IMU is a tax, too.
func (r *resolver) doubt() {
	spelled := map[string]bool{}
	for i := range r.m {
		if m := &r.m[i]; m.entry != nil && !acronym(r.text(m)) {
			spelled[m.entry.Name] = true
		}
	}
	for i := range r.m {
		m := &r.m[i]
		e := m.entry
		if e != nil && anyState[m.key] && r.world.votes(e.Country, m.key) == 0 && r.world.foreign(m.key) {
			m.entry, m.Canonical = nil, "" // the Congress of another country
			continue
		}
		if e == nil || e.Country == "" || e.Main || e.Actor != graph.ArmedGroup && e.Sector != "PTY" || !acronym(r.text(m)) || strings.Contains(r.text(m), "-") {
			continue
		}
		if !spelled[e.Name] && r.world.votes(e.Country, m.key) == 0 {
			m.entry, m.Canonical = nil, ""
		}
	}
}

// anyState are names of bodies that many countries have.
var anyState = words("congress senate treasury parliament cabinet")

// votes counts what an article says of a country other than by the name key.
func (w world) votes(country, key string) int { return w.countries[country] - w.own[key][country] }

// sense picks the entry of the lexicon that a name stands for, nil for none.
func (r *resolver) sense(m *mention) *lexicon.Name {
	text := r.d.Text[m.Start:m.End]
	senses := lexicon.Named(text)
	if len(senses) == 0 && m.Class == doc.LOC && strings.ToUpper(text) == text && len(text) > 3 {
		senses = lexicon.Named(capitalize(text)) // OSLO, in a date line
	}
	if m.Canonical == "" && m.Class != doc.LOC {
		return nil
	}
	within := r.within(m)
	if key := strings.ToLower(text); within != "" {
		r.settled[key] = within
	} else {
		within = r.settled[key]
	}
	var best, there *lexicon.Name // there: in the country that follows
	country, _, _ := strings.Cut(within, ".")
	for _, s := range senses {
		if m.Canonical != "" && s.Name != m.Canonical && m.Class != doc.LOC || !classFits(m.Class, s) {
			continue
		}
		if within != "" && (s.Country == within || s.Division == within) {
			return s
		}
		if best == nil {
			best = s
		}
		if there == nil && country != "" && s.Country == country {
			there = s
		}
	}
	if there != nil {
		return there
	}
	if within != "" && best != nil && best.Place != "" && best.Place != graph.Country && best.Country != "" && !strings.HasPrefix(within, best.Country) {
		return nil // "Paris, Texas" is no Paris that the lexicon knows
	}
	return best
}

// capitalize writes SAN JUAN as San Juan.
func capitalize(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(words, " ")
}

func classFits(c doc.Class, s *lexicon.Name) bool {
	switch c {
	case doc.LOC:
		return s.Form == lexicon.Proper && s.Place != ""
	case doc.NORP:
		return s.Form != lexicon.Proper
	case doc.ORG:
		return s.Form == lexicon.Proper && s.Place == "" || s.Place == graph.Country
	}
	return false
}

// within is the code of the country or division named after a comma: of
// "Sarmada, Syria" SY, of "Clearwater, Florida" US.FL.
func (r *resolver) within(m *mention) string {
	if m.Last+1 >= len(r.d.Tokens) || r.d.Tokens[m.Last].Text != "," || r.d.Tokens[m.Last+1].Sent != m.sent {
		return ""
	}
	at := m.Last + 1
	if code := shortState[r.d.Tokens[at].Text]; code != "" {
		return code
	}
	n, senses := lexicon.Longest(r.d.Tokens, at, len(r.d.Tokens))
	if n == 0 && at+1 < len(r.d.Tokens) && r.d.Tokens[at].UPOS == "ADJ" { // ", northern Syria"
		at++
		n, senses = lexicon.Longest(r.d.Tokens, at, len(r.d.Tokens))
	}
	if n == 0 || r.d.Tokens[at+n-1].Sent != m.sent {
		return ""
	}
	// "in Iraq, Syria and Iran" is a list of equals.
	if own := lexicon.Named(r.d.Text[m.Start:m.End]); len(own) > 0 && own[0].Place == graph.Country {
		return ""
	}
	for _, s := range senses {
		switch {
		case s.Form != lexicon.Proper:
		case s.Division != "" && s.Place == graph.Region:
			return s.Division
		case s.Place == graph.Country || s.Place == graph.Region:
			return s.Country
		}
	}
	return ""
}

// settle chooses anew, with the whole article known, among several places of
// one name: Georgia is the state where Atlanta and Texas are named.
func (w world) settle(m *mention, text string) *lexicon.Name {
	if m.entry == nil || m.entry.Place == "" || m.entry.Form != lexicon.Proper {
		return m.entry
	}
	best, votes := m.entry, w.votes(m.entry.Country, m.key)
	if best.Place == graph.City && w.divisions[best.Division] == "" {
		for _, s := range lexicon.Named(text) {
			if s.Place == graph.City && classFits(doc.LOC, s) && s.Country != best.Country && w.divisions[s.Division] != "" && w.divisions[s.Division] != m.key && w.votes(s.Country, m.key) >= votes {
				return s // Birmingham, where Alabama is named and Britain is not
			}
		}
	}
	nickname := graph.Fold(text) != graph.Fold(m.entry.Name)
	for _, s := range lexicon.Named(text) {
		v := w.votes(s.Country, m.key)
		if classFits(doc.LOC, s) && v > votes && v > 1 && (m.entry.Place != graph.Country || !s.Weak || nickname && votes == 0) {
			best, votes = s, v // a town of Bolivia rather than Trinidad and Tobago
		}
	}
	if best.Weak && votes == 0 && w.foreign(m.key) {
		return nil // a small town far from all else that is named is another one
	}
	return best
}

// foreign reports whether the article speaks of some country at length.
func (w world) foreign(key string) bool {
	for country := range w.countries {
		if w.votes(country, key) > 1 {
			return true
		}
	}
	return false
}
