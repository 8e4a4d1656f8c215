package parse

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// repair mends trees that no sentence has: a verb with two subjects, one of
// which belongs to the clause that the verb is about. "Police said an explosion
// killed 12 people" looks to the network like "an explosion killed by …", since
// killed may be either form; or the clause has both subjects and the verb above
// it none. It is given the tokens of a sentence, the first of
// which is token number first of the document.
func repair(tokens []doc.Token, first int) {
	hyphens(tokens, first)
	for cue := range tokens {
		surname(tokens, first, cue)
		uncover(tokens, first, cue)
		agree(tokens, first, cue)
		introduced(tokens, first, cue)
		aside(tokens, first, cue)
		putIn(tokens, first, cue)
		spoken(tokens, first, cue)
		a, b := subjects(tokens, first+cue)
		if b == doc.None {
			exchange(tokens, first, cue, a)
			continue
		}
		if over := tokens[cue].Head - first; tokens[cue].Deprel == "ccomp" && a < over && over < b && child(tokens, first+over, "nsubj") == doc.None {
			tokens[a].Head = first + over // "the general said the group could attack"
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

// exchange gives a verb behind what it says and the clause that is said each
// their own subject, where each has the other's: "“The dam is safe,” said Marsh".
func exchange(tokens []doc.Token, first, cue, a int) {
	v := child(tokens, first+cue, "ccomp")
	if a == doc.None || v == doc.None || a > v || v > cue {
		return
	}
	if s, other := subjects(tokens, first+v); s > cue && other == doc.None {
		tokens[a].Head, tokens[s].Head = first+v, first+cue
	}
}

// hyphens hangs each hyphen that the tree has hung out of reach on the word
// before it: another compound of the sentence has one as well.
func hyphens(tokens []doc.Token, first int) {
	const reach = 3
	for i := 1; i < len(tokens); i++ {
		if away := tokens[i].Head - first - i; tokens[i].XPOS == "HYPH" && tokens[i].Deprel == "punct" && (away < -reach || away > reach) {
			tokens[i].Head = first + i - 1
		}
	}
}

// uncover gives a clause its subject and its place under the verb before it,
// where the tree has taken that verb for the subject, or the name behind it for
// its object: "Police allege Ivan Marsh set fire".
func uncover(tokens []doc.Token, first, cue int) {
	over := tokens[cue].Head - first
	if tokens[cue].UPOS != "VERB" || tokens[cue].Deprel != "nsubj" || over <= cue {
		return
	}
	own, other := subjects(tokens, first+cue)
	s := cue + 1
	if own == doc.None || own > cue || other != doc.None || tokens[s].Head != first+cue || tokens[s].UPOS != "PROPN" {
		return
	}
	tokens[s].Head, tokens[s].Deprel = first+over, "nsubj"
	tokens[cue].Head, tokens[cue].Deprel = tokens[over].Head, tokens[over].Deprel
	tokens[over].Head, tokens[over].Deprel = first+cue, "ccomp"
	for i := range tokens {
		if tokens[i].Head == first+over && i < own {
			tokens[i].Head = first + cue
		}
	}
}

// agree moves a coordinated verb in the plural from a clause about one person
// or thing to the verb above it, whose subject are many: "They say he lied and
// claim he knew".
func agree(tokens []doc.Token, first, v int) {
	if tokens[v].Deprel != "conj" || tokens[v].XPOS != "VBP" || child(tokens, first+v, "nsubj") != doc.None {
		return
	}
	c := tokens[v].Head - first
	cue := tokens[c].Head - first
	if tokens[c].Deprel != "ccomp" || cue < 0 || cue > c {
		return
	}
	one, many := child(tokens, first+c, "nsubj"), child(tokens, first+cue, "nsubj")
	if one == doc.None || many == doc.None || !oneOnly(tokens, first, one) || tokens[many].XPOS != "NNS" && !theyOrWe[strings.ToLower(tokens[many].Text)] {
		return
	}
	tokens[v].Head = first + cue
}

// oneOnly reports whether a subject takes a verb in the singular.
func oneOnly(tokens []doc.Token, first, i int) bool {
	switch strings.ToLower(tokens[i].Text) {
	case "he", "she", "it":
		return true
	}
	return (tokens[i].XPOS == "NNP" || tokens[i].XPOS == "NN") && child(tokens, first+i, "conj") == doc.None
}

var theyOrWe = map[string]bool{"they": true, "we": true}

// introduced makes a description behind "according to" and a comma the subject
// of the verb behind it, when that has none: "According to the Post, a man
// with knowledge of the plan claimed".
func introduced(tokens []doc.Token, first, v int) {
	if tokens[v].XPOS != "VBD" && tokens[v].XPOS != "VBZ" || child(tokens, first+v, "nsubj") != doc.None || child(tokens, first+v, "nsubj:pass") != doc.None {
		return
	}
	by := child(tokens, first+v, "obl")
	if by == doc.None || by > v {
		return
	}
	c := child(tokens, first+by, "case")
	if c == doc.None || !strings.EqualFold(tokens[c].Text, "according") {
		return
	}
	if s := child(tokens, first+by, "appos"); s != doc.None && s > by && s < v && tokens[s].XPOS != "NNP" {
		tokens[s].Head, tokens[s].Deprel = first+v, "nsubj"
	}
}

// hearsay are participles for what people say of somebody; none of them has an
// infinitive but in the passive.
var hearsay = map[string]bool{"said": true, "believed": true, "thought": true, "reported": true, "alleged": true, "rumored": true, "rumoured": true, "understood": true}

// aside makes what stands between commas a description of the subject before it
// and leaves the subject to the verb behind: "The men, said to be armed, fled".
func aside(tokens []doc.Token, first, v int) {
	if v < 2 || v+1 >= len(tokens) || tokens[v-1].Text != "," || tokens[v+1].XPOS != "TO" || tokens[v].XPOS != "VBD" || !hearsay[strings.ToLower(tokens[v].Text)] {
		return
	}
	s := child(tokens, first+v, "nsubj")
	if s == doc.None || s > v {
		return
	}
	for w := v + 2; w < len(tokens); w++ {
		t := &tokens[w]
		if t.XPOS != "VBD" || t.Deprel != "parataxis" && t.Deprel != "conj" || t.Head != tokens[v].Head && t.Head != first+v || child(tokens, first+w, "nsubj") != doc.None {
			continue
		}
		t.Head, t.Deprel = tokens[v].Head, tokens[v].Deprel
		tokens[s].Head = first + w
		tokens[v].Head, tokens[v].Deprel, tokens[v].XPOS = first+s, "acl", "VBN"
		return
	}
}

// putIn mends "The blast, the mayor said on Friday, killed 12", where who says it
// was taken for another name of who or what does it.
func putIn(tokens []doc.Token, first, cue int) {
	by := cue - 1
	if by < 0 || tokens[cue].UPOS != "VERB" || tokens[by].Deprel != "appos" || child(tokens, first+cue, "nsubj") != doc.None {
		return
	}
	v, s := child(tokens, first+cue, "ccomp"), tokens[by].Head-first
	if v > cue && s >= 0 && tokens[s].Head == first+v {
		tokens[by].Head, tokens[by].Deprel = first+cue, "nsubj"
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
