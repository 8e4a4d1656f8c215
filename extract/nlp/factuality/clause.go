package factuality

import "github.com/claimline/claimline/extract/nlp/doc"

// above is the status that p takes from the word it depends on.
func (j *judge) above(p int) Status {
	h, to := j.head(p), j.infinitive(p)
	switch {
	case h < 0 && to:
		return Wanted // "the goal is to win"
	case h < 0:
		return Real
	case j.t.Is(p, "xcomp"):
		return j.complement(p, h, to)
	case j.t.Is(p, "ccomp"), j.t.Is(p, "csubj") && !to:
		if to {
			return j.complement(p, h, to)
		}
		return j.clause(p, h)
	case j.t.Is(p, "csubj"):
		return Possible // "it is hard to say"
	case j.t.Is(p, "advcl"):
		return j.adverbial(p, h, to)
	case j.t.Is(p, "acl") && to:
		return j.nounInfinitive(h)
	case j.t.Token(p).Deprel == "acl" && j.t.Token(p).XPOS == "VBG":
		return j.nounGerund(p, h)
	case j.t.Is(p, "conj"):
		return j.joined(p, h)
	}
	return Real
}

// mark is the lemma of the conjunction or preposition before p's clause.
func (j *judge) mark(p int) string {
	if m := j.t.Child(p, "mark"); m != doc.None {
		return j.t.Lemma(m)
	}
	return ""
}

func (j *judge) infinitive(p int) bool { return j.mark(p) == "to" }

// complement judges an infinitive or a participle that completes h.
func (j *judge) complement(p, h int, to bool) Status {
	head := j.t.Lemma(h)
	switch {
	case undone[head]:
		return negate(j.status(h))
	case to && j.perfect(p) && !open[head]:
		return j.believed(h) // "is said to have sold"
	case head == "go" && to && j.t.Token(h).XPOS == "VBG":
		return j.atBest(h, Awaited)
	case head == "have" && to && !past(j.t.Token(h).XPOS):
		return j.atBest(h, Possible)
	case done[head], pleasing[head], !to && !open[head]:
		return j.status(h)
	}
	return j.atBest(h, Wanted)
}

// atBest is what is s under h at best: what h is told of as unreal nobody wants.
func (j *judge) atBest(h int, s Status) Status {
	if above := j.status(h); above == Unreal || above == Doubted {
		return Doubted
	}
	return s
}

func past(xpos string) bool { return xpos == "VBD" || xpos == "VBN" }

// clause judges a clause with a tense of its own that completes h.
func (j *judge) clause(p, h int) Status {
	head := j.t.Lemma(h)
	switch {
	case denied[head]:
		return Doubted
	case open[head]:
		return Possible
	case thought[head]:
		return j.believed(h)
	case known[head]:
		return Real
	}
	switch j.status(h) {
	case Unreal, Doubted, Possible, Expected:
		return Possible // "did not say that", "might claim that"
	}
	return Real
}

// believed is the status of what h has somebody believe.
func (j *judge) believed(h int) Status {
	switch j.status(h) {
	case Unreal, Doubted:
		return Doubted
	case Real, Probable:
		return Probable
	}
	return Possible
}

// perfect reports whether p is a perfect infinitive: "to have sold".
func (j *judge) perfect(p int) bool {
	a := j.t.Child(p, "aux")
	return a != doc.None && j.t.Lemma(a) == "have"
}

// adverbial judges a clause that hangs on h by a conjunction, a preposition or
// nothing.
func (j *judge) adverbial(p, h int, to bool) Status {
	mark, x := j.mark(p), j.t.Token(p).XPOS
	switch {
	case to, x == "VBG" && mark != "" && aiming[j.t.Lemma(h)]:
		return j.atBest(h, Wanted)
	case mark == "from" && barring[j.t.Lemma(h)]:
		return negate(j.status(h))
	case mark == "without" || mark == "instead" || mark == "rather":
		return Unreal
	case mark == "before" || mark == "until":
		if x == "VBD" {
			return Real
		}
		return Possible
	case x == "VBD" || mark == "because" || mark == "although" || mark == "though" || mark == "since" || mark == "as":
		return Real
	}
	if s := j.status(h); s != Unreal && s != Doubted {
		return s
	}
	return Real
}

// nounInfinitive judges "the plan to", "the ability to".
func (j *judge) nounInfinitive(h int) Status {
	switch j.t.Lemma(h) {
	case "refusal", "failure", "inability", "reluctance":
		return Unreal
	}
	return Wanted
}

// nounGerund judges "the risk of losing"; "the man standing there" does stand
// there, and who gets "thanks for coming" came.
func (j *judge) nounGerund(p, h int) Status {
	if j.mark(p) == "of" && openNoun[j.t.Lemma(h)] {
		return Possible
	}
	return Real
}

// joined judges a predicate that "and" joins to h: what it lacks it shares.
func (j *judge) joined(p, h int) Status {
	x := j.t.Token(p).XPOS
	if j.t.Child(p, "nsubj", "aux", "mark") == doc.None && (x == "VB" || x == j.t.Token(h).XPOS) {
		if s := j.own(h); s != "" {
			return s
		}
		return j.above(h)
	}
	if conditional[j.mark(h)] && j.mark(p) == "" {
		return Possible
	}
	if j.depth++; j.depth > deepest {
		return Real
	}
	return j.above(h)
}

// negated reports whether p or what it is about is negated.
func (j *judge) negated(p int) bool {
	for _, k := range j.t.Kids(p) {
		switch {
		case j.t.Is(k, "advmod", "neg", "det", "cc:preconj") && negations[j.t.Lemma(k)]:
			return !j.only(k)
		case j.t.Is(k, "nsubj", "obj", "obl") && (negations[j.t.Lemma(k)] || j.none(k)):
			return true
		}
	}
	// "did not eat or drink"
	if j.t.Is(p, "conj") && j.t.Child(p, "nsubj", "aux") == doc.None {
		if c := j.t.Child(p, "cc"); c != doc.None && (j.t.Lemma(c) == "or" || j.t.Lemma(c) == "nor") && j.head(p) >= 0 {
			return j.t.Lemma(c) == "nor" || j.plainlyNegated(j.head(p))
		}
	}
	return false
}

func (j *judge) plainlyNegated(p int) bool {
	for _, k := range j.t.Kids(p) {
		if j.t.Is(k, "advmod") && negations[j.t.Lemma(k)] {
			return true
		}
	}
	return false
}

// only reports whether the negation at k is that of "not only".
func (j *judge) only(k int) bool {
	return k+1 < len(j.t.Doc.Tokens) && (j.t.Lemma(k+1) == "only" || j.t.Lemma(k+1) == "just")
}

func (j *judge) none(i int) bool {
	d := j.t.Child(i, "det")
	return d != doc.None && j.t.Lemma(d) == "no"
}

// imperative reports whether p gives an order: "call me", "do not wait".
func (j *judge) imperative(p int) bool {
	if j.t.Token(p).XPOS != "VB" || !j.t.Is(p, "root", "parataxis", "ccomp", "conj") || j.infinitive(p) {
		return false
	}
	for _, k := range j.t.Kids(p) {
		if j.t.Is(k, "nsubj", "expl", "csubj") || j.t.Is(k, "aux") && j.t.Lemma(k) != "do" {
			return false
		}
	}
	if j.t.Is(p, "conj") {
		h := j.head(p)
		return h >= 0 && j.imperative(h)
	}
	return true
}

// inverted reports whether p is in a condition without "if": "had it fallen".
func (j *judge) inverted(p int) bool {
	aux, subject := j.t.Child(p, "aux"), j.t.Child(p, "nsubj")
	return j.t.Is(p, "advcl") && aux != doc.None && subject != doc.None && aux < subject &&
		(j.t.Lemma(aux) == "have" || j.t.Lemma(aux) == "should")
}

// question reports whether p is what a question asks: "is he coming?"; what
// "why did he come?" asks about is taken for granted.
func (j *judge) question(p int) bool {
	s := j.t.Doc.Sentences[j.t.Token(p).Sent]
	if s.Last == s.First || j.t.Doc.Tokens[s.Last-1].Text != "?" || !j.t.Is(p, "root", "parataxis", "conj") {
		return false
	}
	first, last := j.t.Range(p)
	for i := first; i < last; i++ {
		switch j.t.Token(i).XPOS {
		case "WRB", "WP", "WDT", "WP$":
			return false
		}
	}
	return true
}

// ahead reports whether a present tense tells of what is to come: "is going to
// close", "opens tomorrow".
func (j *judge) ahead(p int) bool {
	x := j.t.Token(p).XPOS
	if x != "VBZ" && x != "VBP" && x != "VBG" {
		return false
	}
	for _, k := range j.t.Kids(p) {
		switch word := j.t.Lemma(k); {
		case j.t.Is(k, "aux") && past(j.t.Token(k).XPOS):
			return false
		case x == "VBG" && j.t.Lemma(p) == "go" && j.t.Is(k, "xcomp") && j.infinitive(k):
			return true
		case j.t.Is(k, "advmod", "obl") && (word == "tomorrow" || word == "soon" || j.next(k)):
			return true
		}
	}
	return false
}

func (j *judge) next(k int) bool {
	a := j.t.Child(k, "amod")
	return a != doc.None && j.t.Lemma(a) == "next"
}
