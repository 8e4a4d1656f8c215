package ner

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// longer is the rule of names to which words beside them were added.
const longer = "ner/longer"

// edges makes those names longer that break off before their end: a person's
// after an initial or a given name, a company's before what kind it is of.
func edges(d *doc.Document, names []doc.Mention) {
	over := cover(d, names)
	for i := range names {
		m := &names[i]
		s := &d.Sentences[d.Tokens[m.First].Sent]
		free := func(i int) bool {
			return i >= s.First && i < s.Last && over[i] == 0 && d.Tokens[i].UPOS == "PROPN" && capital(d.Tokens[i].Text)
		}
		last := m.Last
		if !company(d, s, over, m) && m.Class == doc.PER && free(m.Last) && begun(d, m) && !headed(d, m.Last) {
			m.Last++
		}
		if m.Last > last {
			m.Rule = longer
			mark(over, *m, i+1)
		}
	}
}

// split makes two of a country or region and a person that the network took for
// one name: "the Minister for the Middle East Tobias Ellwood".
func split(d *doc.Document, names []doc.Mention) []doc.Mention {
	var out []doc.Mention
	for _, m := range names {
		n, senses := lexicon.Longest(d.Tokens, m.First, m.Last)
		at := m.First + n
		_, name := lexicon.Given(d.Tokens[m.First].Text) // Chad, Jordan
		if n > 0 && !name && m.Last-at >= 2 && (senses[0].Place == graph.Country || senses[0].Place == graph.Region) && senses[0].Form == lexicon.Proper && given(d.Tokens[at].Text) {
			place := m
			place.Last, place.Class = at, doc.LOC
			m.First, m.Class = at, doc.PER
			out = append(out, place)
		}
		out = append(out, m)
	}
	return out
}

// begun reports whether a person's name stops where it should go on.
func begun(d *doc.Document, m *doc.Mention) bool {
	return initial(d.Tokens[m.Last-1].Text) || m.Last-m.First == 1 && given(d.Tokens[m.First].Text)
}

// initial reports whether s is a letter with a dot.
func initial(s string) bool { return len(s) == 2 && s[1] == '.' && capital(s) }

// headed reports whether token i is a word such as Ministry or Airport.
func headed(d *doc.Document, i int) bool {
	h, ok := lexicon.HeadOf(d.Tokens[i].Text)
	return ok && h.Kind != ""
}

// company adds the letters of its kind to a company, with the comma before.
func company(d *doc.Document, s *doc.Sentence, over []int, m *doc.Mention) bool {
	at := m.Last
	if at < s.Last && d.Tokens[at].Text == "," {
		at++
	}
	if at >= s.Last || over[at] > 0 || !companies[strings.TrimSuffix(d.Tokens[at].Text, ".")] {
		return false
	}
	m.Last, m.Class = at+1, doc.ORG
	return true
}

var companies = map[string]bool{"Inc": true, "Ltd": true, "LLC": true, "PLC": true, "plc": true, "Corp": true, "GmbH": true, "LLP": true, "Co": true}
