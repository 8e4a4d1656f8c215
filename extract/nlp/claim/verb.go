package claim

import (
	"slices"
	"strings"

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
	if r.quotedAs(v) || r.citation(v) || r.unsaid(v) || r.anonymity(v) || r.pastWish(v) || r.mute(v) {
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
			if s.act == "hope" && r.tree.Lemma(v) == "want" && r.tree.Child(v, "obj") != doc.None {
				s.act = "demand" // of somebody else
			}
			if r.speaker(v, &s) {
				r.fillGap(v, &s)
				r.circumstances(v, &s)
				if c.Frame == "that" {
					r.exact(v, &s)
				}
				r.silence(v, c, &s)
				if s.unattributed && (s.act == "no_statement" || c.Frame == "as" && r.tree.Is(v, "acl") || r.declaredSo(v)) {
					return // "the report could not be confirmed", "a town seen as safe": nobody says so
				}
				r.add(s)
				return
			}
		}
	}
	r.figureGiven(v)
}

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

// frame is the content of cue c at verb v: the tokens from first to last and
// their head.
func (r *reader) frame(v int, c lexicon.Cue) (first, last, head int, ok bool) {
	head = doc.None
	switch c.Frame {
	case "that":
		return r.clause(v)
	case "quote":
		if t := r.tree.Token(v); t.Deprel == "acl" && t.XPOS != "VBG" {
			return 0, 0, doc.None, false // "in a statement, read to the jury, he said"
		}
		first, last, ok = r.quoted(v)
		return first, last, first, ok
	case "to":
		if head = r.infinitive(v); r.tree.Lemma(v) == "say" && !r.tree.Passive(v) {
			head = doc.None
		}
	case "np":
		head = r.object(v, c)
	case "as":
		head = r.as(v)
	case "xcomp":
		head = r.predicate(v)
	case "comment":
		head = r.comment(v, c)
	default:
		head = r.oblique(v, c.Frame)
		if o := r.tree.Child(v, "obj", "nsubj:pass"); head == doc.None && o != doc.None {
			head = r.tree.Oblique(o, c.Frame) // "blamed the fire on": hung on the object
			if c.Frame == "of" || c.Frame == "to" && head != doc.None && r.mention[head] != doc.None && r.outlet(r.mention[head]) {
				head = doc.None
			}
		}
		if head == doc.None && c.Frame == "of" {
			head = r.warnedOf(v)
		}
		if head == doc.None {
			head = r.gerund(v, c.Frame)
		}
		if head != doc.None && (r.timex[head] != doc.None || c.Frame == "on" && !r.behind(head) || r.tree.Lemma(head) == "help") {
			return 0, 0, head, false
		}
	}
	if head == doc.None {
		return 0, 0, head, false
	}
	return r.extent(v, c, head)
}

// oblique is what hangs on v by a preposition, also where the tree takes it for
// an object: "accused the party of “hypocrisy”".
func (r *reader) oblique(v int, preposition string) int {
	if head := r.tree.Oblique(v, preposition); head != doc.None {
		return head
	}
	for _, k := range r.tree.Kids(v) {
		if k > v && r.tree.Is(k, "obj", "iobj") && r.tree.Case(k) == preposition {
			return k
		}
	}
	return doc.None
}

// warnedOf is what somebody is told of where the tree hangs it on whom is told:
// "warned the government of the risk of an attack". The government of somebody
// or somewhere is no more than that.
func (r *reader) warnedOf(v int) int {
	to := r.tree.Child(v, "iobj", "obj")
	if to == doc.None || r.mention[to] == doc.None {
		return doc.None
	}
	head := r.tree.Oblique(to, "of")
	if head == doc.None || r.mention[head] != doc.None || r.tree.Child(head, "det", "amod", "nmod") == doc.None {
		return doc.None
	}
	return head
}

// behind reports whether what follows "on" can be a cause or a doer.
func (r *reader) behind(i int) bool {
	return r.mention[i] != doc.None || r.tree.Token(i).UPOS == "NOUN"
}

// gerund is the clause after a preposition: "accused of hiding".
func (r *reader) gerund(v int, preposition string) int {
	for _, k := range r.tree.Kids(v) {
		if r.tree.Is(k, "advcl", "xcomp", "ccomp", "acl") && r.tree.Case(k) == preposition {
			return k
		}
		if m := r.tree.Child(k, "mark"); r.tree.Is(k, "advcl", "xcomp", "ccomp") && m != doc.None && r.tree.Lemma(m) == preposition {
			return k
		}
	}
	return doc.None
}

func (r *reader) infinitive(v int) int {
	for _, k := range r.tree.Kids(v) {
		if !r.tree.Is(k, "xcomp", "ccomp", "advcl") {
			continue
		}
		if m := r.tree.Child(k, "mark"); m != doc.None && r.tree.Lemma(m) == "to" || r.tree.Is(k, "xcomp") && !r.bare(k) {
			return k
		}
	}
	return doc.None
}

// object is the object of v, or the subject of a passive, when it is one that
// the cue is for.
func (r *reader) object(v int, c lexicon.Cue) int {
	o := r.tree.FrameOf(v).Patient
	if o == doc.None || r.timex[o] != doc.None {
		return doc.None
	}
	if c.Takes(r.tree.Lemma(o)) {
		if len(c.Objects) == 0 && r.tree.Token(o).UPOS == "PRON" && r.tree.Lemma(o) != "it" && r.tree.Lemma(o) != "this" && r.tree.Lemma(o) != "that" {
			return doc.None
		}
		return o
	}
	for _, k := range r.tree.Conjuncts(o) {
		if c.Takes(r.tree.Lemma(k)) {
			return o
		}
	}
	return doc.None
}

// predicate is what somebody is called: a predicate, the second of two objects,
// or an adjective in quotation marks behind the object.
func (r *reader) predicate(v int) int {
	if o := r.tree.Child(v, "obj", "iobj"); o != doc.None && strings.HasPrefix(r.tree.Token(o).XPOS, "PRP") && strings.Contains(r.tree.Token(o).Text, "sel") {
		return doc.None // "a group calling itself": a name
	}
	if x := r.tree.Child(v, "xcomp"); x != doc.None {
		return x
	}
	second := doc.None
	if o := r.tree.Child(v, "obj"); o != doc.None {
		for _, k := range r.tree.Kids(o) {
			if k > o+1 && r.tree.Is(k, "amod") && r.tree.Token(k-1).XPOS == "``" {
				return k
			}
		}
	}
	for _, k := range r.tree.Kids(v) {
		if r.tree.Is(k, "obj") && r.tree.Child(v, "obj") != k {
			second = k
		}
	}
	return second
}

func (r *reader) as(v int) int {
	for _, k := range r.tree.Kids(v) {
		if !r.tree.Is(k, "obl", "advcl", "xcomp", "nmod") {
			continue
		}
		if r.tree.Case(k) == "as" {
			return k
		}
		if m := r.tree.Child(k, "mark"); m != doc.None && r.tree.Lemma(m) == "as" {
			return k
		}
	}
	return doc.None
}

// comment is what is not said: "declined to comment", "did not say who".
func (r *reader) comment(v int, c lexicon.Cue) int {
	if c.Act == "decline_comment" {
		for _, k := range r.tree.Kids(v) {
			if r.tree.Is(k, "xcomp") {
				switch r.tree.Lemma(k) {
				case "comment", "say", "elaborate", "discuss", "answer", "identify", "name", "speak", "give", "provide", "confirm":
					return k
				}
			}
		}
		return doc.None
	}
	if !r.negated(v) {
		return doc.None
	}
	if r.tree.Lemma(v) == "comment" {
		return v
	}
	return r.tree.Child(v, "ccomp", "obj", "xcomp")
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

// extent is the content from its head: with the object and its own modifiers
// for a frame with a preposition ("accused the army of shelling"), the whole
// clause for a passive ("is believed to be led by").
func (r *reader) extent(v int, c lexicon.Cue, head int) (first, last, h int, ok bool) {
	first, last = r.tree.Range(head)
	if o := r.tree.Child(v, "obj", "nsubj:pass", "iobj"); o != doc.None && c.Frame != "comment" {
		passive := r.tree.Passive(v)
		// In "a rival, which he accused of theft" what is said stands behind.
		if a, z := r.tree.Range(o); passive || o > v && c.Frame != "np" {
			first, last = min(first, a), max(last, z)
		}
	}
	if r.tree.Passive(v) && r.tree.Child(v, "nsubj:pass", "nsubj") == doc.None {
		if s := r.tree.Subject(v); s != doc.None && s < first {
			first = s
		}
	}
	if head == v {
		return v, v + 1, v, true
	}
	for _, k := range r.tree.Kids(v) {
		if c.Frame == "to" && k > v && k < head && r.tree.Is(k, "obl") && (r.tree.Case(k) == "on" || r.tree.Case(k) == "upon") && r.timex[k] == doc.None {
			a, _ := r.tree.Range(k)
			first = min(first, a+1) // "called on the minister to resign"
		}
	}
	if c.Frame == "np" && head > v {
		last = r.complements(v, last)
	}
	return first, last, head, true
}

// complements is the end of what follows an object and belongs to it though
// the tree hangs it on the verb: "claimed responsibility for the bombing",
// "declared Smith the winner".
func (r *reader) complements(v, last int) int {
	for _, k := range r.tree.Kids(v) {
		if k < last || !r.tree.Is(k, "obl", "nmod") && !(r.tree.Lemma(v) == "declare" && r.tree.Is(k, "obj", "xcomp")) || r.timex[k] != doc.None || r.mention[k] != doc.None && r.outlet(r.mention[k]) {
			continue
		}
		if a, z := r.tree.Range(k); a == last {
			last = z
		}
	}
	return last
}
