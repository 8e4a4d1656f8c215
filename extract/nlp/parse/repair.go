package parse

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// repair mends a tree that no sentence has: a verb with two subjects of which
// one is described by the verb that it is really the subject of. "Police said
// an explosion killed 12 people" looks to the network like "an explosion
// killed by …", since killed may be either form.
func repair(tokens []doc.Token, first int) {
	for v := range tokens {
		t := &tokens[v]
		if t.Deprel != "acl" || t.XPOS != "VBN" && t.XPOS != "VBD" || t.Head == doc.None {
			continue
		}
		subject := &tokens[t.Head-first]
		if !strings.HasPrefix(subject.Deprel, "nsubj") || subject.Head == doc.None || t.Head-first > v {
			continue
		}
		cue := subject.Head
		if !twoSubjects(tokens, cue) || has(tokens, cue, "ccomp") {
			continue
		}
		t.Head, t.Deprel, t.XPOS = cue, "ccomp", "VBD"
		subject.Head, subject.Deprel = first+v, "nsubj"
	}
}

func twoSubjects(tokens []doc.Token, head int) bool {
	n := 0
	for i := range tokens {
		if tokens[i].Head == head && strings.HasPrefix(tokens[i].Deprel, "nsubj") {
			n++
		}
	}
	return n == 2
}

func has(tokens []doc.Token, head int, relation string) bool {
	for i := range tokens {
		if tokens[i].Head == head && tokens[i].Deprel == relation {
			return true
		}
	}
	return false
}
