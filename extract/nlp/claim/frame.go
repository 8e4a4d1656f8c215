package claim

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// frame is the content of cue c at verb v: the tokens from first to last and
// their head.
func (r *reader) frame(v int, c lexicon.Cue) (first, last, head int, ok bool) {
	head = doc.None
	switch c.Frame {
	case "that":
		first, last, head, ok = r.clause(v)
		return r.underPassive(v, first, head), last, head, ok
	case "quote":
		if t := r.tree.Token(v); (t.Deprel == "acl" || t.Deprel == "advcl" && t.XPOS == "VBN") && t.XPOS != "VBG" {
			return 0, 0, doc.None, false // "in a statement, read to the jury, he said"
		}
		first, last, ok = r.quoted(v)
		if !ok {
			return 0, 0, doc.None, false
		}
		return first, last, r.top(first, last), true
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
	for _, k := range r.tree.Kids(v) {
		if r.tree.Lemma(v) == "put" && r.tree.Case(k) == preposition && (r.tree.Token(k).UPOS == "NUM" || r.tree.Child(k, "nummod") != doc.None) {
			return k // "put the number of jobs at risk at 9,000"
		}
	}
	if head := r.tree.Oblique(v, preposition); head != doc.None {
		return head
	}
	for _, k := range r.tree.Kids(v) {
		if k > v && r.tree.Is(k, "obj", "iobj") && r.tree.Case(k) == preposition {
			return k
		}
		if head := r.tree.Oblique(k, preposition); k > v && r.timex[k] != doc.None && head != doc.None && r.timex[head] == doc.None {
			return head // "warned on Tuesday of fraud"
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
		if r.tree.Is(k, "advcl", "xcomp", "ccomp", "acl") && (r.tree.Case(k) == preposition || k > v+1 && r.tree.Token(k).XPOS == "VBG" && r.tree.Lemma(k-1) == preposition) {
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
	if o == doc.None {
		o = r.relativeObject(v)
	}
	if k := v + 1; o == doc.None && k+1 < len(r.d.Tokens) && r.tree.Lemma(k) == "that" && r.tree.Token(k+1).UPOS == "PUNCT" {
		o = k // "disputed that, saying": taken for a conjunction
	}
	if o == doc.None || r.timex[o] != doc.None {
		return doc.None
	}
	if a := r.tree.Child(o, "acl"); a != doc.None && r.tree.Lemma(v) == "issue" && len(lexicon.Cues(r.tree.Lemma(a), "V")) > 0 {
		return doc.None // "issued a statement denying": the denial is what is said
	}
	if m := r.mention[o]; m != doc.None && r.d.Mentions[m].Class == doc.LOC && c.Act == "attribute" {
		return doc.None // "the line links two towns"
	}
	if m := r.mention[o]; m != doc.None && r.tree.Lemma(v) == "dismiss" && (r.d.Mentions[m].Class == doc.PER || r.d.Mentions[m].Class == doc.Group) {
		return doc.None // who is dismissed loses a post
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

// relativeObject is what "which" stands for in "a policy which the agency has
// criticized" where the parser took it for a second subject.
func (r *reader) relativeObject(v int) int {
	first := r.tree.Child(v, "nsubj")
	if !r.relativeClause(v) || first == doc.None || r.tree.Token(first).XPOS[0] != 'W' || r.tree.Token(v).Head < 0 {
		return doc.None
	}
	if own := r.tree.FrameOf(v).Agent; own == doc.None || own == r.tree.Token(v).Head || own < first {
		return doc.None
	}
	return r.tree.Token(v).Head
}

func (r *reader) relativeClause(v int) bool { return r.tree.Token(v).Deprel == "acl:relcl" }

// predicate is what somebody is called: a predicate, the second of two objects,
// or an adjective in quotation marks behind the object.
func (r *reader) predicate(v int) int {
	if o := r.tree.Child(v, "obj", "iobj"); o != doc.None && strings.HasPrefix(r.tree.Token(o).XPOS, "PRP") && strings.Contains(r.tree.Token(o).Text, "sel") {
		return doc.None // "a group calling itself": a name
	}
	second := doc.None
	for _, k := range r.tree.Kids(v) {
		if r.tree.Is(k, "xcomp") {
			second = k // of two, the first is what is called so
		}
	}
	if second != doc.None {
		return second
	}
	if o := r.tree.Child(v, "obj"); o != doc.None {
		for _, k := range r.tree.Kids(o) {
			if k > o+1 && (r.tree.Is(k, "amod") && r.tree.Token(k-1).XPOS == "``" || r.tree.Is(k, "appos") && r.opensQuote(k)) {
				return k
			}
		}
	}
	for _, k := range r.tree.Kids(v) {
		if r.tree.Is(k, "obj") && r.tree.Child(v, "obj") != k {
			second = k
		}
		if r.tree.Is(k, "obl:unmarked") && k > v && r.opensQuote(k) {
			second = k
		}
	}
	return second
}

// opensQuote reports whether the phrase of k begins with a quotation mark.
func (r *reader) opensQuote(k int) bool {
	a, _ := r.tree.Range(k)
	return r.tree.Token(a).XPOS == "``" || a > 0 && r.tree.Token(a-1).XPOS == "``"
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
	if o := r.tree.Child(v, "obj"); o != doc.None && (r.tree.Lemma(o) == "evidence" || r.tree.Lemma(o) == "testimony") {
		return doc.None // a step in court
	}
	return r.tree.Child(v, "ccomp", "obj", "xcomp")
}

// underPassive begins what "the boy was reported missing" says at its subject.
func (r *reader) underPassive(v, first, head int) int {
	s := r.tree.Child(v, "nsubj:pass")
	if s == doc.None || s > v || first != v+1 || head == doc.None || r.tree.Child(head, "nsubj", "nsubj:pass") != doc.None {
		return first
	}
	a, _ := r.tree.Range(s)
	return a
}
