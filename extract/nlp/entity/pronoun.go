package entity

import (
	"github.com/claimline/claimline/extract/nlp/doc"
)

// pronounClass says what a personal pronoun can stand for; it and which can
// stand for much.
var pronounClass = map[string]doc.Class{
	"he": doc.PER, "him": doc.PER, "his": doc.PER, "himself": doc.PER,
	"she": doc.PER, "her": doc.PER, "hers": doc.PER, "herself": doc.PER,
	"they": doc.Group, "them": doc.Group, "their": doc.Group, "theirs": doc.Group, "themselves": doc.Group,
	"it": "", "its": "", "itself": "",
}

// pronouns adds the third-person and relative pronouns of s.
func (f *finder) pronouns(s *doc.Sentence) {
	for i := s.First; i < s.Last; i++ {
		class, personal := pronounClass[f.lower(i)]
		switch {
		case f.cover[i] != doc.None, capitals(f.text(i)): // IT is no pronoun
			continue
		case personal:
			if f.lower(i) == "it" && f.empty(i) {
				continue
			}
		case f.relative(i):
			if f.lower(i) == "who" || f.lower(i) == "whom" || f.lower(i) == "whose" {
				class = doc.PER
			}
		default:
			continue
		}
		f.other = append(f.other, doc.Mention{
			Span: f.d.Tokens[i].Span, Type: doc.Pronoun, Class: class,
			Head: i, First: i, Last: i + 1, Chain: doc.None, Rule: rulePronoun,
		})
	}
}

// relative reports whether i is a relative pronoun with an antecedent.
func (f *finder) relative(i int) bool {
	switch f.lower(i) {
	case "who", "whom", "whose", "which", "that":
	default:
		return false
	}
	if f.d.Tokens[i].UPOS != "PRON" && f.d.Tokens[i].UPOS != "DET" || f.tree.Is(i, "mark") {
		return false
	}
	found := false
	f.tree.Climb(i, func(a, from int) bool {
		if f.tree.Is(from, "acl") {
			found = a < i
			return false
		}
		return true
	})
	return found
}

// empty reports whether the it at i stands for nothing: "it is believed that",
// "it emerged that", "it was raining".
func (f *finder) empty(i int) bool {
	v := f.d.Tokens[i].Head
	if f.tree.Is(i, "expl") {
		return v == doc.None || !saying[f.lemma(v)]
	}
	if v == doc.None || !f.tree.Is(i, "nsubj") {
		return false
	}
	if weather[f.lemma(v)] {
		return true
	}
	clause := f.tree.Child(v, "csubj", "ccomp") != doc.None
	switch {
	case f.tree.Child(v, "aux:pass") != doc.None:
		// "it is believed around 6,000 people", not "it is believed to be"
		return clause || believed[f.lower(v)] && v+1 < len(f.d.Tokens) && f.lower(v+1) != "to"
	case f.d.Tokens[v].UPOS == "ADJ" || f.tree.Child(v, "cop") != doc.None:
		return f.tree.Child(v, "csubj") != doc.None
	}
	return clause && emerging[f.lemma(v)]
}

var (
	believed = set("believed thought reported understood said expected feared hoped alleged known estimated rumored rumoured claimed assumed")
	weather  = map[string]bool{"rain": true, "snow": true, "hail": true, "drizzle": true}
	emerging = map[string]bool{"emerge": true, "seem": true, "appear": true, "transpire": true, "turn": true, "happen": true, "follow": true}
)
