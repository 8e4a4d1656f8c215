package nlp

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// labelTokens is how many tokens a label may have.
const labelTokens = 14

// label describes an event in the words of the text: a stretch around the
// trigger of its fullest mention, and the place where that is not in it.
func (b *builder) label(i int) string {
	best, place := "", ""
	for _, m := range b.d.Events {
		if m.Same != i {
			continue
		}
		if l := b.phrase(m); len(l) > len(best) {
			best = l
		}
		if place == "" && m.Place != doc.None {
			place = b.display(m.Place)
		}
	}
	if place != "" && !strings.Contains(best, place) {
		best += " (" + place + ")"
	}
	return best
}

// closeDependents lists what to take into a label with the trigger, fullest first; a
// set that makes the stretch too long gives way to the next.
var closeDependents = [][]string{
	{"nsubj", "nsubj:pass", "aux", "aux:pass", "obj", "compound", "compound:prt", "amod", "nummod", "nmod", "obl:agent"},
	{"nsubj:pass", "aux:pass", "obj", "compound", "compound:prt", "amod", "nummod", "nmod"},
	{"obj", "compound", "compound:prt", "amod", "nummod"},
	{"compound", "compound:prt", "amod"},
}

// phrase is the stretch of text from the first to the last word among the
// trigger and its close dependents with all that depends on those.
func (b *builder) phrase(m doc.Event) string {
	trigger := oneLine(m.Trigger.Of(b.d.Text))
	if m.Token == doc.None {
		return trigger
	}
	s := b.d.Sentences[b.d.Tokens[m.Token].Sent]
	for _, relations := range closeDependents {
		first, last := m.Token, m.Token
		for t := s.First; t < s.Last; t++ {
			token := b.d.Tokens[t]
			if token.Head != m.Token || !slices.Contains(relations, token.Deprel) || relative(token) {
				continue
			}
			from, to := b.subtree(t, s)
			first, last = min(first, from), max(last, to)
		}
		if last-first < labelTokens {
			stretch := b.d.Text[b.d.Tokens[first].Start:b.d.Tokens[last].End]
			return strings.Trim(oneLine(stretch), ` ,;:–—-"“”`)
		}
	}
	return trigger
}

// relative reports whether a token stands for something outside its clause:
// "who blew himself up" is better called "blew himself up".
func relative(t doc.Token) bool { return t.XPOS == "WDT" || t.XPOS == "WP" }

// subtree returns the first and last token that depend on t, itself among
// them, leaving out clauses, which say something else.
func (b *builder) subtree(t int, s doc.Sentence) (first, last int) {
	first, last = t, t
	for u := s.First; u < s.Last; u++ {
		switch token := b.d.Tokens[u]; {
		case token.Head != t || token.UPOS == "PUNCT":
		case strings.HasPrefix(token.Deprel, "acl") || token.Deprel == "appos" || token.Deprel == "parataxis" || token.Deprel == "conj":
		default:
			from, to := b.subtree(u, s)
			first, last = min(first, from), max(last, to)
		}
	}
	return first, last
}
