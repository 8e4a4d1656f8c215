package ner

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// classify gives names another class where their words or the words beside them
// tell it. What is told of a name once holds for it in the whole document.
func classify(d *doc.Document, names []doc.Mention, shouted []bool) {
	told := make(map[string]doc.Class)
	for _, m := range names {
		k := key(d.Tokens[m.First:m.Last])
		if _, known := told[k]; known {
			continue
		}
		if class := evident(d, &m, shouted[d.Tokens[m.First].Sent]); class != "" {
			told[k] = class
		}
	}
	for i := range names {
		m := &names[i]
		if class := told[key(d.Tokens[m.First:m.Last])]; class != "" {
			m.Class = class
		}
	}
}

// evident is the class that m has for certain, or "". A name that the lexicon
// knows for something else than a person is for the lexicon to judge.
func evident(d *doc.Document, m *doc.Mention, shouted bool) doc.Class {
	tokens := d.Tokens[m.First:m.Last]
	n, senses := lexicon.Longest(d.Tokens, m.First, m.Last)
	known := n == len(tokens)
	if known && !senses[0].Weak {
		return ""
	}
	if m.Class != doc.LOC && ofPlace(d, m) {
		return doc.LOC
	}
	if m.Class != doc.PER {
		if !known && called(d, m) {
			return doc.PER
		}
		return ""
	}
	if _, given := lexicon.Given(tokens[0].Text); !given {
		if located(d, m) {
			return doc.LOC
		}
		if senses := lexicon.Named(tokens[0].Text); len(tokens) > 1 && len(senses) > 0 && classOf(senses[0]) == doc.ORG && senses[0].Form == lexicon.Proper {
			return doc.ORG // "Mozilla Firefox"
		}
	}
	if len(tokens) == 1 && acronym(tokens[0].Text) && !shouted {
		return doc.ORG
	}
	return ""
}

// ofPlace reports whether "the city of" or the like stands before m.
func ofPlace(d *doc.Document, m *doc.Mention) bool {
	if word(d, m, -1) != "of" {
		return false
	}
	noun, ok := lexicon.NounOf(word(d, m, -2))
	return ok && (noun.Is(lexicon.NounKind(graph.City)) || noun.Is(lexicon.NounKind(graph.Region)))
}

// located reports whether something is in or near m.
func located(d *doc.Document, m *doc.Mention) bool {
	switch word(d, m, -1) {
	case "in", "near", "at":
		return m.Last >= len(d.Tokens) || d.Tokens[m.Last].XPOS != "POS"
	}
	return false
}

// word is the lower-case text of the token that stands at an offset from the
// first of m in the same sentence, or "".
func word(d *doc.Document, m *doc.Mention, offset int) string {
	i := m.First + offset
	if i < 0 || i >= len(d.Tokens) || d.Tokens[i].Sent != d.Tokens[m.First].Sent {
		return ""
	}
	return strings.ToLower(d.Tokens[i].Text)
}

// called reports whether m, which the network took for no person, is called as
// persons are: by a given name, alone or before plain words.
func called(d *doc.Document, m *doc.Mention) bool {
	tokens := d.Tokens[m.First:m.Last]
	if len(tokens) > 4 || !given(tokens[0].Text) {
		return false
	}
	for _, t := range tokens[1:] {
		if !capital(t.Text) || capitals(t.Text) || t.UPOS != "PROPN" {
			return false
		}
		if noun, ok := lexicon.NounOf(strings.ToLower(t.Text)); ok && (m.Class == doc.ORG || noun.Kind() == lexicon.NounKind(graph.Facility)) {
			return false
		}
		if _, ok := lexicon.HeadOf(t.Text); ok {
			return false
		}
	}
	return true
}

// acronym reports whether s is short and in capitals.
func acronym(s string) bool {
	const longest = 6
	return len(s) <= longest && capitals(s) && !strings.HasSuffix(s, ".")
}
