package claim

import (
	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// noun reads "a warning that", "his claim of" and "issued a warning of".
func (r *reader) noun(i int) {
	if r.figureStated(i) || r.takenForNoun(i) {
		return
	}
	for _, c := range lexicon.Cues(r.tree.Lemma(i), "N") {
		head := r.nounContent(i, c)
		if head == doc.None {
			continue
		}
		if d := r.tree.Child(i, "det"); d != doc.None && r.tree.Lemma(d) == "no" {
			return // "no evidence that" is not said
		}
		s := saying{time: doc.None, cue: i, act: c.Act, head: head, source: noSource, rule: "claim/noun " + c.Row()}
		s.first, s.last = r.tree.Range(head)
		if !r.nounSource(i, &s) {
			s.unattributed = true
		}
		if r.carriedBySaying(i) {
			return
		}
		r.add(s)
		return
	}
}

// takenForNoun reads "the UN fears 40,000 may be dead", whose verb the tagger takes for
// a noun.
func (r *reader) takenForNoun(i int) bool {
	n, by := r.tree.Child(i, "nummod"), r.tree.Child(i, "compound")
	if r.tree.Token(i).XPOS != "NNS" || n < i || by == doc.None || r.mention[by] == doc.None || !r.tree.Is(i, "nsubj") || r.tree.Token(i).Head < n {
		return false
	}
	for _, c := range lexicon.Cues(r.tree.Lemma(i), "V") {
		if c.Frame != "that" {
			continue
		}
		h := r.tree.Token(i).Head
		_, last := r.tree.Range(h)
		s := saying{time: doc.None, cue: i, act: c.Act, first: i + 1, last: last, head: h, source: r.sourceAt(by), rule: "claim/verb " + c.Row()}
		s.source.span = r.tree.Span(r.nounStart(by), i)
		if r.canSpeak(&s) {
			r.add(s)
			return true
		}
	}
	return false
}

// carriedBySaying reports whether a verb that is a saying itself has this noun
// as what is said: "denied the accusation that".
func (r *reader) carriedBySaying(i int) bool {
	h := r.tree.Token(i).Head
	for k := len(r.sayings) - 1; k >= 0 && r.sayings[k].sent == r.tree.Token(i).Sent; k-- {
		if r.sayings[k].cue == h && r.tree.Is(i, "obj", "nsubj:pass", "obl") {
			return true
		}
	}
	return false
}

func (r *reader) nounContent(i int, c lexicon.Cue) int {
	switch c.Frame {
	case "that":
		for _, k := range r.tree.Kids(i) {
			if m := r.tree.Child(k, "mark"); r.tree.Is(k, "acl", "ccomp") && m != doc.None && r.tree.Lemma(m) == "that" {
				return k
			}
		}
		return doc.None
	case "to":
		for _, k := range r.tree.Kids(i) {
			if m := r.tree.Child(k, "mark"); r.tree.Is(k, "acl") && m != doc.None && r.tree.Lemma(m) == "to" {
				return k
			}
		}
		return doc.None
	}
	head := r.tree.Oblique(i, c.Frame)
	if head == doc.None || r.tree.Lemma(head) == "comment" || r.tree.Lemma(head) == "interview" {
		return doc.None // "a request for comment" asks for no deed
	}
	if c.Act == "claim_responsibility" && r.tree.Lemma(head) != "responsibility" {
		return doc.None
	}
	if c.Frame == "of" && r.mention[head] != doc.None && c.Act != "claim_responsibility" {
		return doc.None // "the report of the commission": who reports
	}
	return head
}

// nounSource is who says the noun: the subject of the verb that carries it, its
// possessor, or "by" or "from" whom it is.
func (r *reader) nounSource(i int, s *saying) bool {
	h := r.tree.Token(i).Head
	if h >= 0 && r.tree.Token(h).UPOS == "VERB" && r.tree.Is(i, "obj", "nsubj:pass", "obl") && carries(r.tree.Lemma(h)) {
		if r.speaker(h, s) && s.source.token != doc.None {
			r.circumstances(h, s)
			return true
		}
		s.source, s.unattributed = noSource, false
	}
	for _, k := range r.tree.Kids(i) {
		c := r.tree.Case(k)
		if r.tree.Is(k, "compound") && c == "" || r.tree.Is(k, "nmod:poss") || r.tree.Is(k, "nmod") && (c == "by" || c == "from") {
			if m := r.mention[k]; m != doc.None && r.speaks(m) && r.timex[k] == doc.None {
				s.source = r.sourceAt(k)
				return true
			}
			if r.tree.Is(k, "compound") && bodies[r.tree.Lemma(k)] && r.mention[k] == doc.None {
				s.source = source{token: k, mention: r.unnamed(k), span: r.tree.Span(k, k+1)}
				return true // "union claims that"
			}
		}
	}
	return false
}

// bodies are nouns for who speaks, as they stand before "claims" and "warnings".
var bodies = words("union government police opposition army company ministry council rebel court industry club coalition militia")

// carries lists the verbs whose subject says the noun that is their object.
func carries(lemma string) bool {
	switch lemma {
	case "issue", "make", "give", "send", "post", "publish", "release", "deliver", "express", "voice", "raise", "repeat", "reiterate", "file", "level", "have", "renew", "sound", "offer", "broadcast", "put":
		return true
	}
	return false
}
