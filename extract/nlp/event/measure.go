package event

import (
	"github.com/claimline/claimline/extract/nlp/doc"
)

var (
	falling = words("fall plunge plummet tumble drop")
	// losing are verbs and nouns of which jobs are the object that go.
	losing = words("lose cut axe shed slash eliminate loss scrap shrink")
)

// falls reports whether a length is how far somebody or something fell: "fell 200
// feet", "a 30-metre fall".
func (f *finder) falls(q *doc.Quantity) bool {
	found := false
	f.tree.Climb(q.First, func(a, from int) bool {
		if falling[f.tree.Lemma(a)] && f.tree.Is(from, "obj", "obl", "nummod", "compound", "amod", "nmod", "advmod", "xcomp") {
			found = f.tree.Token(a).UPOS == "NOUN" || f.tree.Token(a).UPOS == "VERB"
		}
		return !found && f.tree.Is(a, "obl", "obj", "nmod", "nummod", "compound", "amod", "advmod", "xcomp")
	})
	return found
}

// struck reports whether the verb v tells of an attack.
func (f *finder) struck(v int) bool {
	if j := f.at[v]; j != doc.None {
		return f.events[j].Type == "ASSAULT"
	}
	s := f.tree.Subject(v)
	return s != doc.None && f.at[s] != doc.None && f.events[f.at[s]].Type == "ASSAULT"
}

// jobsGo reports whether the jobs that q counts are lost: "the loss of 850 jobs".
func (f *finder) jobsGo(q *doc.Quantity) bool {
	if q.Noun < 0 {
		return false
	}
	for i, n := q.Noun, 0; i >= 0 && n < 3; i, n = f.tree.Token(i).Head, n+1 {
		if losing[f.tree.Lemma(i)] {
			return true
		}
	}
	return false
}
