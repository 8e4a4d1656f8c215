package claim

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// rest is the sentence after the cue, or before the cue's subject, where the
// tree has lost the content: only for plain verbs of saying.
func (r *reader) rest(v int) (first, last, head int, ok bool) {
	const least = 3 // words
	if !r.plain(v) || r.tree.Child(v, "nsubj", "nsubj:pass") == doc.None || r.tree.Child(v, "xcomp") != doc.None || r.tree.Lemma(v) == "add" && r.tree.Child(v, "obj") != doc.None {
		return 0, 0, doc.None, false
	}
	sent := r.d.Sentences[r.tree.Token(v).Sent]
	next := v + 1
	if next < sent.Last && strings.EqualFold(r.tree.Token(next).Text, "that") {
		next++
	}
	says := r.tree.Lemma(v) == "say" || r.tree.Lemma(v) == "add"
	if sent.Last-next > least && (next > v+1 || says && r.tree.Token(next).UPOS != "PUNCT" && r.finite(next, sent.Last)) {
		return next, sent.Last, r.verbIn(next, sent.Last), true
	}
	a, z := r.own(v)
	if r.tree.Token(a).Text == "," {
		a++ // hung on the subject
	}
	if says && a-sent.First > least && z+least > sent.Last && r.tree.Token(a-1).UPOS == "PUNCT" {
		return sent.First, a, r.top(sent.First, a), true
	}
	return 0, 0, doc.None, false
}

// gapped is what "which critics charge is a camp" says of what the relative clause
// hangs on, where the tree has lost it: from the verb behind v to the next comma.
func (r *reader) gapped(v int) (first, last, head int, ok bool) {
	end := r.d.Sentences[r.tree.Token(v).Sent].Last
	if s := r.tree.Child(v, "nsubj"); !r.relativeClause(v) || s == doc.None || s > v || r.tree.Token(s).XPOS[0] == 'W' || r.statement(v) != doc.None || v+1 >= end || !isFinite(r.tree.Token(v+1).XPOS) {
		return 0, 0, doc.None, false
	}
	first = v + 1
	does := first
	if r.tree.Is(first, "aux", "cop", "aux:pass") {
		does = r.tree.Token(first).Head
	}
	if of := r.tree.Token(v).Head; of >= 0 && r.tree.Token(of).Head == does {
		return 0, 0, doc.None, false // "the case on which they ruled was" goes on with the case
	}
	for last = first; last < end && r.tree.Token(last).UPOS != "PUNCT"; last++ {
	}
	return first, last, r.top(first, last), last-first > 1
}

// finite reports whether a verb with a tense stands in the range.
func (r *reader) finite(first, last int) bool {
	return r.verbIn(first, last) != first || isFinite(r.tree.Token(first).XPOS)
}

// verbIn is the first finite verb of the range, or its first token.
func (r *reader) verbIn(first, last int) int {
	for i := first; i < last; i++ {
		if isFinite(r.tree.Token(i).XPOS) {
			return i
		}
	}
	return first
}

func isFinite(xpos string) bool {
	return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD"
}
