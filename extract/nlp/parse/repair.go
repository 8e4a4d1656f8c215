package parse

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// repair mends trees that no sentence has: a verb with two subjects, one of
// which belongs to the clause that the verb is about. "Police said an explosion
// killed 12 people" looks to the network like "an explosion killed by …", since
// killed may be either form. It is given the tokens of a sentence, the first of
// which is token number first of the document.
func repair(tokens []doc.Token, first int) {
	for cue := range tokens {
		a, b := subjects(tokens, first+cue)
		if b == doc.None {
			continue
		}
		v := child(tokens, first+cue, "ccomp")
		if v == doc.None {
			v = described(tokens, first, a, b)
		}
		if v == doc.None || v == cue {
			continue
		}
		if own, _ := subjects(tokens, first+v); own != doc.None {
			continue
		}
		// The subject stands before its verb, and on the same side of the cue.
		s := doc.None
		switch {
		case v < cue && a < v && b > v:
			s = a
		case v > cue && b > cue && b < v && a < cue:
			s = b
		default:
			continue
		}
		tokens[v].Head, tokens[v].Deprel = first+cue, "ccomp"
		if tokens[v].XPOS == "VBN" && child(tokens, first+v, "aux") == doc.None && child(tokens, first+v, "aux:pass") == doc.None {
			tokens[v].XPOS = "VBD"
		}
		if !strings.HasSuffix(tokens[s].Deprel, ":pass") || child(tokens, first+v, "aux:pass") == doc.None {
			tokens[s].Deprel = "nsubj"
		}
		tokens[s].Head = first + v
	}
}

// subjects returns the places in the sentence of the two subjects of a head:
// the second is doc.None where it has but one, and where it has more than two.
func subjects(tokens []doc.Token, head int) (a, b int) {
	a, b = doc.None, doc.None
	for i := range tokens {
		if tokens[i].Head != head || !strings.HasPrefix(tokens[i].Deprel, "nsubj") {
			continue
		}
		switch {
		case a == doc.None:
			a = i
		case b == doc.None:
			b = i
		default:
			return a, doc.None
		}
	}
	return a, b
}

// described returns the participle that describes one of two subjects.
func described(tokens []doc.Token, first, a, b int) int {
	for _, s := range []int{a, b} {
		if v := child(tokens, first+s, "acl"); v != doc.None && v > s && (tokens[v].XPOS == "VBN" || tokens[v].XPOS == "VBD") {
			return v
		}
	}
	return doc.None
}

// child returns the place of the first token with a relation to head.
func child(tokens []doc.Token, head int, relation string) int {
	for i := range tokens {
		if tokens[i].Head == head && tokens[i].Deprel == relation {
			return i
		}
	}
	return doc.None
}
