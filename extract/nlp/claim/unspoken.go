package claim

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/factuality"
)

// What looks like a saying and is none: orders not carried out, wishes of long
// ago, refusals to speak.

// unsaid reports whether v is an infinitive that nobody has carried out: "asked
// them to call for", "to praise".
func (r *reader) unsaid(v int) bool {
	if h := r.tree.Token(v).Head; h >= 0 && r.tree.Is(v, "conj") && r.tree.Token(v).XPOS == "VB" && r.tree.Child(v, "nsubj", "aux") == doc.None && r.tree.Token(h).XPOS == "VB" {
		v = h // "refused to confirm or deny"
	}
	m := r.tree.Child(v, "mark")
	if r.tree.Token(v).XPOS != "VB" || m == doc.None && !(r.tree.Is(v, "xcomp") && r.tree.Child(v, "aux", "nsubj") == doc.None) || m != doc.None && r.tree.Lemma(m) != "to" {
		return false
	}
	h := r.tree.Token(v).Head
	if h < 0 {
		return true
	}
	switch r.tree.Lemma(h) {
	case "begin", "start", "continue", "go", "seem", "appear", "say", "believe", "report", "use", "be", "first":
		return false
	}
	return true
}

// quotedIn reports whether the quotation beside v is what somebody or something
// is called in another frame of the cue: "welcomed the talks as “hopeful”".
func (r *reader) quotedIn(v int, form string) bool {
	if r.statement(v) != doc.None {
		return false
	}
	as, to := r.as(v) != doc.None, r.infinitive(v) != doc.None && !r.plain(v)
	return slices.ContainsFunc(lexicon.Cues(form, "V"), func(c lexicon.Cue) bool { return c.Frame == "as" && as || c.Frame == "to" && to })
}

// mute reports whether v only tells that somebody would not speak: "refused to
// comment".
func (r *reader) mute(v int) bool {
	if r.neither(v) {
		return true
	}
	x := r.tree.Child(v, "xcomp", "ccomp")
	if r.tree.Lemma(v) != "refuse" || x == doc.None {
		return false
	}
	switch r.tree.Lemma(x) {
	case "comment", "say", "confirm", "deny", "rule", "elaborate", "discuss", "answer", "speak", "talk", "reveal", "disclose", "name", "identify":
		return true
	}
	return false
}

// neither reports whether v tells that somebody would "neither confirm nor deny".
func (r *reader) neither(v int) bool {
	if h := r.tree.Token(v).Head; h >= 0 && r.tree.Is(v, "conj") && r.tree.Lemma(v) == "deny" {
		v = h
	}
	return r.tree.Lemma(v) == "confirm" && slices.ContainsFunc(r.tree.Conjuncts(v), func(k int) bool { return r.tree.Lemma(k) == "deny" }) &&
		slices.ContainsFunc(r.tree.Kids(v), func(k int) bool {
			l := r.tree.Lemma(k)
			return l == "neither" || l == "not" || l == "n't" || l == "either"
		})
}

// untold reports whether the clauses above v leave open, or deny, that anybody says it:
// "declined to say whether it had threatened to", "without admitting guilt", "accused of
// pressing for". What v itself denies is for silence to read.
func (r *reader) untold(v int) bool {
	if o := r.tree.Child(v, "obj"); r.negated(v) || o != doc.None && r.no(o) {
		return false
	}
	if r.tree.Child(v, "mark") == doc.None && r.modal(v) == "" {
		return r.barredBy(v)
	}
	switch factuality.Of(r.tree, v) {
	case factuality.Unreal, factuality.Doubted, factuality.Asked, factuality.Possible:
		return !r.inQuote(v) || r.tree.Child(v, "nsubj") == doc.None || !r.firstPerson(r.tree.Child(v, "nsubj"))
	}
	return r.barredBy(v)
}

// barredBy reports whether v is what somebody is only accused of: "accused of pressing
// the board to resign".
func (r *reader) barredBy(v int) bool {
	h := r.tree.Token(v).Head
	if h < 0 || r.tree.Token(v).XPOS != "VBG" || !r.tree.Is(v, "advcl", "xcomp", "ccomp", "acl") {
		return false
	}
	switch r.tree.Lemma(h) {
	case "accuse", "suspect", "charge", "acquit", "clear", "convict", "deny", "fail", "avoid":
		return true
	}
	return false
}

// questions reports whether v asks something rather than for something: "asked whether
// he would resign" says nothing of it.
func (r *reader) questions(v int) bool {
	if l := r.tree.Lemma(v); l != "ask" && l != "wonder" && l != "inquire" {
		return false
	}
	if first, last, ok := r.quoted(v); ok && last-first > 1 && (r.tree.Token(last-1).Text == "?" || r.tree.Token(last-2).Text == "?") {
		return true
	}
	for _, k := range r.tree.Kids(v) {
		if k < v || !r.tree.Is(k, "ccomp", "advcl", "xcomp") {
			continue
		}
		if m := r.tree.Child(k, "mark"); m != doc.None && (r.tree.Lemma(m) == "whether" || r.tree.Lemma(m) == "if") {
			return true
		}
		if a, _ := r.tree.Range(k); r.tree.Token(a).XPOS[0] == 'W' {
			return true
		}
	}
	return r.tree.Token(v).XPOS == "VBN" && r.tree.Oblique(v, "about", "if", "whether") != doc.None
}

// asked reports whether the content of s is a question: "whether they had ties".
func (r *reader) asked(s *saying) bool {
	t := r.tree.Token(s.first)
	return t.XPOS[0] == 'W' || t.Lemma == "whether" || t.Lemma == "if" || t.Lemma == "how"
}

// commentless reports whether s says only that nobody will comment: "made no comment",
// "says it does not comment on leaks".
func (r *reader) commentless(s *saying) bool {
	return s.head != doc.None && r.tree.Lemma(s.head) == "comment" && (r.no(s.head) || r.negated(s.head) || r.modal(s.head) != "")
}

// concessive reports whether v stands in "whatever the union says", which tells nothing.
func (r *reader) concessive(v int) bool {
	first := r.d.Sentences[r.tree.Token(v).Sent].First
	for k := v - 1; k >= first && r.tree.Token(k).UPOS != "PUNCT" && r.tree.Token(k).UPOS != "VERB"; k-- {
		switch lower(r.tree.Token(k).Text) {
		case "whatever", "whichever", "whoever", "however":
			return true
		}
	}
	return false
}

// empty reports whether v tells only that somebody said something or nothing.
func (r *reader) empty(v int) bool {
	o := r.tree.Child(v, "obj")
	if o == doc.None || r.tree.Lemma(v) != "say" && r.tree.Lemma(v) != "add" || r.tree.Child(v, "ccomp") != doc.None {
		return false
	}
	switch r.tree.Lemma(o) {
	case "nothing", "little", "more", "much", "something", "anything", "word":
		return true
	}
	return false
}

// pastWish reports whether v tells what somebody once meant to do, which is a
// step of the story: "he had planned to spend a week". What somebody wants now
// is a stand, as is what an organization wanted.
func (r *reader) pastWish(v int) bool {
	switch r.tree.Lemma(v) {
	case "want", "plan", "intend", "decide", "refuse":
	default:
		return false
	}
	if x := r.tree.Token(v).XPOS; (x == "VBZ" || x == "VBP") && !r.tree.Is(v, "acl") || r.tree.Child(v, "ccomp") != doc.None {
		return false
	}
	s := r.tree.Subject(v)
	if s == doc.None || r.mention[s] == doc.None || r.tree.Is(v, "acl") {
		return true
	}
	m := r.d.Mentions[r.mention[s]]
	return m.Class == doc.PER || m.Class == doc.Group || m.Type == doc.Pronoun
}

// habitual reports whether v stands in a clause with "when" or "if": "closes when storms
// are forecast".
func (r *reader) habitual(v int) bool {
	for _, k := range r.tree.Kids(v) {
		switch l := r.tree.Lemma(k); {
		case r.tree.Is(k, "mark", "advmod") && k < v && (l == "when" || l == "whenever" || l == "if" || l == "where"):
			return true
		}
	}
	return false
}

// hidesName reports whether v is "not to use their names".
func (r *reader) hidesName(v int) bool {
	o := r.tree.Child(v, "obj")
	if o == doc.None || !r.negated(v) {
		return false
	}
	switch r.tree.Lemma(o) {
	case "name", "surname", "identity":
		return true
	}
	return false
}

// anonymity reports whether what v asks for or declines is only to be named:
// "who asked not to be identified".
func (r *reader) anonymity(v int) bool {
	c := r.tree.Child(v, "xcomp", "ccomp")
	if c != doc.None && r.hidesName(c) {
		return true
	}
	if c == doc.None || r.tree.Child(c, "aux:pass") == doc.None {
		return false
	}
	switch r.tree.Lemma(c) {
	case "draw":
		return true
	case "name", "identify", "quote", "cite":
		return true
	}
	return false
}
