package entity

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// firms makes one name of what an ampersand joins: "Thorne & Sons".
func (f *finder) firms(s *doc.Sentence) {
	for i := s.First + 1; i+1 < s.Last; i++ {
		if f.text(i) != "&" || !f.capital(i-1) || !f.capital(i+1) || f.timex[i-1] || f.timex[i+1] {
			continue
		}
		first, last := i-1, i+2
		if c := f.cover[first]; c != doc.None {
			if f.names[c].Last > i {
				continue // within a name already
			}
			first = f.names[c].First
		}
		if c := f.cover[i+1]; c != doc.None {
			last = f.names[c].Last
		}
		for last < s.Last && companySuffix[strings.TrimRight(f.text(last), ".")] {
			last++
		}
		f.add(name{Mention: doc.Mention{First: first, Last: last, Class: doc.ORG, Rule: ruleExtend}, net: doc.ORG})
	}
}

// surnameParts makes surnames of two words whole where the article has the full
// name: "dos Santos" after "Ana dos Santos", "Lo Presti" after "Ugo Lo Presti".
func (f *finder) surnameParts() {
	before := map[string]string{} // last word → the small word before it
	for _, n := range f.names {
		if size := n.Last - n.First; !n.dropped && n.Class == doc.PER && size > 2 && (particles[f.text(n.Last-2)] || capitalParticles[f.text(n.Last-2)]) {
			before[f.text(n.Last-1)] = f.text(n.Last - 2)
		} else if !n.dropped && n.net == doc.PER && size > 3 && particles[f.text(n.Last-3)] {
			before[f.text(n.Last-2)] = f.text(n.Last - 3) // "dos Santos Filho"
		}
	}
	for i := 1; i < len(f.d.Tokens); i++ {
		part, ok := before[f.text(i)]
		if !ok || f.text(i-1) != part || f.d.Tokens[i-1].Sent != f.d.Tokens[i].Sent || f.cover[i-1] != doc.None || f.timex[i] {
			continue
		}
		if c := f.cover[i]; c != doc.None && f.names[c].Last-f.names[c].First > 1 || i >= 2 && f.capital(i-2) && f.cover[i-2] != doc.None {
			continue
		}
		f.add(name{Mention: doc.Mention{First: i - 1, Last: i + 1, Class: doc.PER, Rule: ruleRun}, net: doc.PER, person: true})
	}
}

// capitalParticles are small words of surnames that may have a capital.
var capitalParticles = set("Lo La Le De Di Da Del Della Van Von Ter Ten Mac Al El Ben Abu Dos")

// peoples takes for a people what is said to be one: the Sami of "the Sami
// people".
func (f *finder) peoples() {
	called := map[string]bool{}
	for i := range f.names {
		n := &f.names[i]
		if n.dropped || n.Canonical != "" || n.Last-n.First > 1 || n.Last >= len(f.d.Tokens) || f.d.Tokens[n.Last].Sent != f.d.Tokens[n.First].Sent {
			continue
		}
		switch f.lower(n.Last) {
		case "people", "peoples", "tribe", "tribes", "tribesmen", "tribespeople", "herders", "villagers", "language", "speakers":
			if f.tree.Is(n.First, "compound", "amod") {
				called[f.text(n.First)] = true
			}
		}
	}
	for i := range f.names {
		if n := &f.names[i]; !n.dropped && n.Last-n.First == 1 && called[f.text(n.First)] {
			n.Class = doc.NORP
		}
	}
}
