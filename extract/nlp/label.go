package nlp

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// labelWords is how many words a label may have.
const labelWords = 14

// label describes an event in the words of the text: the trigger of its
// fullest mention with what depends on it closely, and the place.
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

// near and within say which dependents belong into a label: those of the
// trigger itself, and those of a word that is already in.
var (
	near   = []string{"nsubj", "nsubj:pass", "obj", "aux:pass", "compound", "compound:prt", "amod", "nmod", "nummod", "obl:agent", "neg", "nmod:poss"}
	within = []string{"compound", "amod", "nummod", "flat", "flat:name", "case", "advmod", "nmod", "appos"}
)

// phrase is the trigger with its close dependents, in the order of the text.
func (b *builder) phrase(m doc.Event) string {
	words := []int{}
	for t := range b.d.Tokens {
		if b.d.Tokens[t].Start >= m.Trigger.Start && b.d.Tokens[t].End <= m.Trigger.End {
			words = append(words, t)
		}
	}
	if len(words) == 0 || m.Token == doc.None {
		return oneLine(m.Trigger.Of(b.d.Text))
	}
	sentence := b.d.Sentences[b.d.Tokens[m.Token].Sent]
	words = b.grow(words, m.Token, near, sentence, 2)
	slices.Sort(words)
	words = slices.Compact(words)
	if len(words) > labelWords {
		return oneLine(m.Trigger.Of(b.d.Text))
	}
	var out strings.Builder
	for k, t := range words {
		if k > 0 && (t != words[k-1]+1 || b.d.Tokens[t-1].SpaceAfter) {
			out.WriteByte(' ')
		}
		out.WriteString(b.d.Tokens[t].Text)
	}
	return oneLine(out.String())
}

// grow adds the dependents of head that relations allow, and theirs down to depth.
func (b *builder) grow(words []int, head int, relations []string, s doc.Sentence, depth int) []int {
	if depth < 0 {
		return words
	}
	for t := s.First; t < s.Last; t++ {
		token := b.d.Tokens[t]
		if token.Head != head || !slices.Contains(relations, token.Deprel) || token.UPOS == "PUNCT" {
			continue
		}
		words = b.grow(append(words, t), t, within, s, depth-1)
	}
	return words
}
