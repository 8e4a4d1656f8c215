package claim

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// adjective reads "is confident that", "were worried about".
func (r *reader) adjective(i int) {
	subject := r.tree.Child(i, "nsubj")
	if subject == doc.None {
		subject = r.tree.Subject(i)
	}
	if subject == doc.None || r.tree.Child(i, "cop", "aux:pass") == doc.None {
		return
	}
	for _, c := range lexicon.Cues(lower(r.tree.Token(i).Text), "J") {
		head := r.tree.Child(i, "ccomp")
		if c.Frame != "that" {
			head = r.tree.Oblique(i, c.Frame)
		}
		if head == doc.None {
			continue
		}
		s := saying{time: doc.None, cue: i, act: c.Act, head: head, rule: "claim/adjective " + c.Row(), source: r.sourceAt(subject)}
		s.first, s.last = r.tree.Range(head)
		if r.canSpeak(&s) {
			r.add(s)
		}
		return
	}
}

// adverb reads "reportedly" and "allegedly": the clause is somebody's word,
// but the text does not say whose.
func (r *reader) adverb(i int) {
	cues, h := lexicon.Cues(lower(r.tree.Token(i).Text), "R"), r.tree.Token(i).Head
	if len(cues) == 0 || h < 0 {
		return
	}
	first, last := r.tree.Range(r.tree.Clause(h))
	if n := r.modified(h); n != doc.None {
		first, last, h = i, n+1, n // no more than "a reportedly ill-equipped climber"
	}
	r.add(saying{time: doc.None, cue: i, act: cues[0].Act, head: h, first: first, last: last, unattributed: true, source: noSource, rule: "claim/adverb " + cues[0].Row()})
}

// modified is the noun that an adjective or participle at i stands before, as a part
// of it or beside another: doc.None for none.
func (r *reader) modified(i int) int {
	const farthest = 3 // steps up
	for range farthest {
		h := r.tree.Token(i).Head
		if h < 0 || h < i {
			return doc.None
		}
		if r.tree.Is(i, "amod") {
			return h
		}
		if !r.tree.Is(i, "compound", "conj", "advmod", "obl:unmarked") {
			return doc.None
		}
		i = h
	}
	return doc.None
}

func lower(s string) string { return strings.ToLower(s) }
