package claim

import (
	"github.com/claimline/claimline/extract/nlp/doc"
	"slices"
)

// quotedAs reads "the agency quoted him as saying that" at "saying".
func (r *reader) quotedAs(v int) bool {
	h := r.tree.Token(v).Head
	if h < 0 || r.tree.Token(v).XPOS != "VBG" || !cites(r.tree.Lemma(h)) || r.tree.Token(h).UPOS != "VERB" {
		return false
	}
	a, z, head, ok := r.clause(v)
	if !ok {
		a, z, head, ok = r.beforeQuoted(h, v)
	}
	if !ok {
		return false
	}
	frame := r.tree.FrameOf(h)
	s := saying{time: doc.None, cue: v, act: "assert", first: a, last: z, head: head, rule: "claim/quoted-as-saying"}
	s.source = r.sourceAt(frame.Patient)
	s.cues = r.tree.Token(h).Span
	if frame.Agent == doc.None {
		frame.Agent = r.nearSubject(h)
	}
	outlet := r.sourceAt(frame.Agent)
	if outlet.token != doc.None && outlet.mention == doc.None && r.mediaNoun(outlet.token) {
		outlet.mention = r.unnamed(outlet.token)
	}
	if outlet.token != doc.None && outlet.mention != doc.None {
		s.told, s.quoting = []source{outlet}, true
	}
	r.circumstances(h, &s)
	r.add(s)
	return true
}

// beforeQuoted is what stands before "…, the agency quoted him as saying".
func (r *reader) beforeQuoted(h, v int) (first, last, head int, ok bool) {
	const least = 3 // words
	by := r.nearSubject(h)
	if by == doc.None || !r.ends(v) {
		return 0, 0, doc.None, false
	}
	first = r.d.Sentences[r.tree.Token(h).Sent].First
	last = r.nounStart(by)
	if last-first <= least || r.tree.Token(last-1).UPOS != "PUNCT" {
		return 0, 0, doc.None, false
	}
	return first, last, r.top(first, last), true
}

// nearSubject is the subject of the verb h, also where the tree took the noun right
// before h for something else.
func (r *reader) nearSubject(h int) int {
	if s := r.tree.Child(h, "nsubj"); s != doc.None && s < h {
		return s
	}
	if k := h - 1; k >= 0 && r.tree.Is(k, "appos", "conj", "obl", "obj") && (r.tree.Token(k).UPOS == "NOUN" || r.tree.Token(k).UPOS == "PROPN") {
		return k
	}
	return doc.None
}

func cites(lemma string) bool { return lemma == "quote" || lemma == "cite" }

// citation reports whether v is the "citing" of outletCites.
func (r *reader) citation(v int) bool {
	return cites(r.tree.Lemma(v)) && r.tree.Token(v).XPOS == "VBG" && r.cited(v) != doc.None
}

// cited is who or what is cited at v.
func (r *reader) cited(v int) int {
	o := r.tree.Child(v, "obj")
	if o == doc.None || r.mention[o] == doc.None && papers[r.tree.Lemma(o)] == "" {
		return doc.None
	}
	return o
}

// outletCites reads "Reuters reported …, citing officials" and "Citing
// officials, Reuters reported": the officials are the innermost source of what
// the outlet says.
func (r *reader) outletCites(v int) {
	if !r.citation(v) {
		return
	}
	o := r.cited(v)
	i := r.whoCites(v)
	if i == doc.None {
		return
	}
	s := &r.sayings[i]
	inner := saying{time: doc.None, cue: v, source: r.sourceAt(o), rule: "claim/citing"}
	if inner.source.mention == doc.None && !r.document(o, papers[r.tree.Lemma(o)], &inner) {
		return
	}
	s.told, s.quoting = append(s.told, s.source), true
	s.source, s.rule = inner.source, s.rule+" citing"
	if a, z := r.tree.Range(v); a > s.first && a < s.last {
		s.last = a
		r.trim(s)
		r.untag(s.cue, s)
	} else if a <= s.first && z < s.last && z > s.first {
		s.first = z
		r.trim(s)
	}
}

// whoCites is the saying that goes with the "citing" at v: that of an outlet of
// the sentence, else the last one.
func (r *reader) whoCites(v int) int {
	last := doc.None
	for i := len(r.sayings) - 1; i >= 0 && r.sayings[i].sent == r.tree.Token(v).Sent; i-- {
		s := &r.sayings[i]
		if s.cue == doc.None || s.unattributed {
			continue
		}
		if s.source.mention != doc.None && r.outlet(s.source.mention) {
			return i
		}
		if last == doc.None {
			last = i
		}
	}
	return last
}

// citing is "…, citing X" without an outlet's verb before it, or with one:
// then X is who told the outlet.
func (r *reader) citing(i, at int) {
	if r.tree.Token(i).UPOS == "VERB" {
		return // outletCites reads it as a verb
	}
	if k := len(r.sayings) - 1; k >= 0 && r.sayings[k].sent == r.tree.Token(i).Sent {
		s := &r.sayings[k]
		s.told, s.source, s.rule, s.quoting = append(s.told, s.source), r.sourceAt(at), s.rule+" citing", true
	}
}

// outer adds a source given by "according to" in front of one that the same
// sentence gives by a verb: "police said, according to Reuters".
func (r *reader) outer(i int, s *saying) bool {
	if s.source.mention == doc.None {
		return false
	}
	paper := !r.outlet(s.source.mention)
	if _, ok := papers[r.tree.Lemma(s.source.token)]; paper && !ok {
		return false
	}
	at := i
	for i := len(r.sayings) - 1; i >= 0 && r.sayings[i].sent == r.tree.Token(s.cue).Sent; i-- {
		o := &r.sayings[i]
		if paper && o.cue != s.head {
			continue // a paper gives what somebody says only where the sentence is that
		}
		if o.cue != doc.None && !o.unattributed && r.semicolon(min(at, o.cue), max(at, o.cue)) == max(at, o.cue) {
			o.told, o.quoting = slices.Concat(s.told, []source{s.source}, o.told), true
			if o.first < at && at < o.last {
				o.last = at
				r.trim(o)
			}
			return true
		}
	}
	return false
}
