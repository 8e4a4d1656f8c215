package claim

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// verb adds the saying of the verb v, if it is a cue in one of its frames.
func (r *reader) verb(v int) {
	if r.tree.Is(v, "amod", "case", "compound") || r.tree.Token(v).Deprel == "aux" {
		return
	}
	if r.tree.Lemma(v) == "plead" && slices.ContainsFunc(r.tree.Kids(v), func(k int) bool { return r.tree.Lemma(k) == "guilty" }) {
		return // a plea is a step in court
	}
	if o := r.tree.Child(v, "obj"); o != doc.None && r.tree.Lemma(v) == "expect" && newborn[r.tree.Lemma(o)] {
		return // expecting a child foretells nothing
	}
	if o := r.tree.Child(v, "obj"); o != doc.None && r.tree.Lemma(v) == "slam" && (r.tree.Lemma(o) == "door" || r.tree.Lemma(o) == "brake") {
		return
	}
	if r.questions(v) || r.concessive(v) {
		return
	}
	if r.untold(v) || r.empty(v) {
		return
	}
	if r.quotedAs(v) || r.citation(v) || r.unsaid(v) || r.anonymity(v) || r.pastWish(v) || r.mute(v) {
		return
	}
	if l := r.tree.Lemma(v); (l == "put" || l == "raise" || l == "revise" || l == "lower") && r.figureBehind(v) != doc.None {
		r.figureGiven(v)
		return
	}
	for _, form := range r.forms(v) {
		for _, c := range lexicon.Cues(form, "V") {
			if c.Frame == "that" && r.quotedIn(v, form) {
				continue
			}
			first, last, head, ok := r.frame(v, c)
			if !ok {
				continue
			}
			s := saying{time: doc.None, cue: v, cues: r.cueSpan(v), act: c.Act, first: first, last: last, head: head, rule: "claim/verb " + c.Row()}
			if s.act == "demand" && r.tree.Lemma(v) == "call" && weather[r.tree.Lemma(head)] {
				s.act = "predict" // forecasters call for rain
			}
			if s.act == "hope" && r.tree.Lemma(v) == "want" && r.tree.Child(v, "obj") != doc.None {
				s.act = "demand" // of somebody else
			}
			if r.speaker(v, &s) {
				if s.source.token != doc.None {
					r.relayed(s.source.token, &s)
				}
				r.disjoint(v, &s)
				r.fillGap(v, &s)
				r.circumstances(v, &s)
				if c.Frame == "that" {
					r.exact(v, &s)
				}
				more := append(r.second(v, &s), r.andThat(&s)...)
				r.silence(v, c, &s)
				if s.unattributed && (r.habitual(v) || s.negated || s.act == "no_statement" || c.Frame == "as" && r.tree.Is(v, "acl") || r.declaredSo(v)) {
					return // "the report could not be confirmed", "a town seen as safe": nobody says so
				}
				if (s.act == "decline_comment" || s.act == "no_statement" && s.medium == "") && r.asked(&s) {
					return // who would not say whether it is so says nothing of it
				}
				if r.commentless(&s) {
					return
				}
				r.add(s)
				for _, m := range more {
					r.add(m)
				}
				return
			}
		}
	}
	r.figureGiven(v)
}

var weather = words("rain snow shower wind gust sunshine temperature thunderstorm storm fog frost sleet hail heat cloud flurry downpour")

var newborn = map[string]bool{"child": true, "baby": true, "twin": true, "son": true, "daughter": true, "grandchild": true}

// fillGap begins the content right behind the verb where the tree has hung its
// first words elsewhere, and ends the source before the verb.
func (r *reader) fillGap(v int, s *saying) {
	if cue := r.tree.Token(v).Span; s.source.span.Start < cue.Start && s.source.span.End > cue.End {
		s.source.span = r.tree.Span(r.tokenAt(s.source.span.Start), v)
	}
	const longest = 8 // words
	if s.first <= v || s.first-v > longest || !r.plain(v) {
		return
	}
	for i := v + 1; i < s.first; i++ {
		h := r.tree.Token(i).Head
		if h == v && !r.tree.Is(i, "punct") || r.tree.Under(i, v) && !r.tree.Under(i, s.head) && !r.straySubject(i, v) || r.timex[i] != doc.None {
			return
		}
	}
	s.first = v + 1
}

func (r *reader) plain(v int) bool {
	switch r.tree.Lemma(v) {
	case "say", "add", "believe", "think", "claim", "report", "allege":
		return true
	}
	return false
}

// straySubject reports whether i hangs on what the tree takes for the subject
// of v though it stands behind v.
func (r *reader) straySubject(i, v int) bool {
	subject := r.tree.Child(v, "nsubj")
	return subject != doc.None && subject < v && r.tree.Under(i, subject)
}

// forms are the lemma with its particle or preposition, and the lemma alone.
func (r *reader) forms(v int) []string {
	lemma := r.tree.Lemma(v)
	var out []string
	for _, k := range r.tree.Kids(v) {
		switch {
		case r.tree.Is(k, "compound:prt", "advmod"):
			out = append(out, lemma+" "+r.tree.Lemma(k))
		case r.tree.Is(k, "obl", "nmod"):
			out = append(out, lemma+" "+r.tree.Case(k))
		case r.tree.Is(k, "obj") && k > v:
			r.tree.Walk(k, func(n int) {
				if r.tree.Is(n, "nmod") && r.tree.Case(n) == "to" {
					out = append(out, lemma+" to") // "linked the deaths to cheese": hung on the object
				}
			})
		}
	}
	return append(out, lemma)
}

// cueSpan is the verb with its particle and the auxiliaries just before it.
func (r *reader) cueSpan(v int) graph.Span {
	first, last := v, v+1
	for _, k := range r.tree.Kids(v) {
		if r.tree.Is(k, "compound:prt") && k == last {
			last++
		}
	}
	return r.tree.Span(first, last)
}

func (r *reader) negated(v int) bool {
	for _, k := range r.tree.Kids(v) {
		if r.tree.Is(k, "advmod") {
			switch r.tree.Lemma(k) {
			case "not", "n't", "never":
				return true
			}
		}
	}
	return false
}

// silence turns a negated saying into what it is: "did not say", "has not
// claimed responsibility".
func (r *reader) silence(v int, c lexicon.Cue, s *saying) {
	if c.Frame == "np" && r.no(s.head) {
		s.negated, s.act = true, "no_statement" // "made no statement"
		return
	}
	if !r.negated(v) {
		return
	}
	s.negated = true
	if c.Act == "confirm" && r.tree.Lemma(v) == "accept" {
		s.act = "dispute"
		return
	}
	switch c.Act {
	case "believe", "expect", "suspect", "predict", "hope":
	case "confirm", "assert", "report", "claim_responsibility", "attribute", "announce", "accuse", "blame", "estimate", "acknowledge", "admit":
		s.act = "no_statement"
	case "deny", "dispute":
		s.act = "acknowledge"
	}
}

// no reports whether token i has the article "no".
func (r *reader) no(i int) bool {
	if i == doc.None {
		return false
	}
	d := r.tree.Child(i, "det")
	return d != doc.None && r.tree.Lemma(d) == "no" && papers[r.tree.Lemma(i)] != ""
}
