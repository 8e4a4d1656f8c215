package claim

import (
	"github.com/claimline/claimline/extract/nlp/doc"
)

// A cue without a subject of its own that stands among the words of another
// saying may go on with what the same speaker does: "said the sample was small
// and warned against haste", "insisted it was safe, adding that". Parsers hang
// such verbs into the content as often as not.

// sharer is the saying whose speaker the verb v shares, doc.None for none.
func (r *reader) sharer(v int) int {
	t := r.tree.Token(v)
	if r.inQuote(v) || r.tree.Child(v, "nsubj", "nsubj:pass") != doc.None || r.tree.Passive(v) {
		return doc.None
	}
	for k := len(r.sayings) - 1; k >= 0 && r.sayings[k].sent == t.Sent; k-- {
		o := &r.sayings[k]
		if o.cue == doc.None || o.cue >= v || o.first <= o.cue || v < o.first || v > o.last+1 || v >= o.last && t.XPOS != "VBG" || o.unattributed || r.inQuote(o.cue) || r.tree.Token(o.cue).UPOS != "VERB" {
			continue
		}
		if t.XPOS == "VBG" && r.trailsOn(v, o) || t.XPOS == r.tree.Token(o.cue).XPOS && r.goesOn(v, o) {
			return k
		}
	}
	return doc.None
}

// trailsOn reports whether the participle v, after a comma, tells more of what
// the speaker of o says.
func (r *reader) trailsOn(v int, o *saying) bool {
	if r.tree.Token(v-1).Text != "," || !speech(r.tree.Lemma(v)) {
		return false
	}
	h := r.tree.Token(v).Head
	return h == o.cue || ofSpeaker(r.tree.Lemma(v)) || !r.ableSubject(o)
}

// ofSpeaker reports whether a participle after a comma goes on with who speaks rather
// than with whom is spoken of: "said the state would not sell, denying a report".
func ofSpeaker(verb string) bool {
	switch verb {
	case "reject", "dismiss", "add", "deny", "insist", "note", "stress", "explain", "argue", "warn", "call", "urge", "describe", "reiterate", "acknowledge", "concede", "admit":
		return true
	}
	return false
}

// goesOn reports whether the finite verb v after a conjunction is the second
// thing that the speaker of o does.
func (r *reader) goesOn(v int, o *saying) bool {
	at := r.conjunction(v)
	if at == doc.None || !speech(r.tree.Lemma(v)) || at <= o.first {
		return false
	}
	if o.head == doc.None || r.tree.Token(at-1).Text == "," {
		return true
	}
	return r.modal(o.head) != "" || r.tree.Token(o.head).XPOS != r.tree.Token(v).XPOS && r.tree.Child(o.head, "aux", "cop") == doc.None || !r.ableSubject(o)
}

// conjunction is the "and" or "but" that stands before v with nothing but
// adverbs and auxiliaries between.
func (r *reader) conjunction(v int) int {
	const longest = 3 // words
	first := r.d.Sentences[r.tree.Token(v).Sent].First
	for k := v - 1; k > first && k >= v-longest; k-- {
		switch t := r.tree.Token(k); t.UPOS {
		case "CCONJ":
			return k
		case "ADV", "AUX":
		default:
			return doc.None
		}
	}
	return doc.None
}

// ableSubject reports whether the subject of what o says could speak itself.
func (r *reader) ableSubject(o *saying) bool {
	if o.head == doc.None {
		return false
	}
	i := r.tree.Child(o.head, "nsubj", "nsubj:pass")
	if i == doc.None {
		return false
	}
	if r.tree.Token(i).UPOS == "PRON" {
		return personal(r.tree.Lemma(i))
	}
	return r.mention[i] != doc.None && r.actor(r.mention[i])
}

// share gives s the speaker of saying k and ends what k says before s begins.
func (r *reader) share(k, v int, s *saying) {
	o := &r.sayings[k]
	s.source = o.source
	s.medium = o.medium
	end := v
	if at := r.conjunction(v); at != doc.None {
		end = at
	}
	if end > o.first && end < o.last {
		o.last = end
		r.trim(o)
		r.untag(o.cue, o) // "…, Smith said, adding that"
	}
}

// speech reports whether a verb is of speech: what a speaker is told to do next.
func speech(lemma string) bool {
	switch lemma {
	case "say", "add", "warn", "insist", "note", "explain", "argue", "claim", "urge", "call", "tell", "ask", "order", "describe",
		"accuse", "blame", "deny", "demand", "promise", "vow", "pledge", "predict", "stress", "admit", "confirm", "announce",
		"declare", "advise", "appeal", "criticize", "criticise", "condemn", "praise", "reiterate", "point", "suggest", "recommend", "caution",
		"reject", "dismiss", "acknowledge", "allege", "complain", "conclude", "decline", "refuse":
		return true
	}
	return false
}

// clauseSubject is the subject of the clause that ends where the conjunction
// before v stands, for a verb whose subject in the tree cannot speak: "shares
// fell after the company cut its forecast and said".
func (r *reader) clauseSubject(v int) int {
	at := r.conjunction(v)
	if at == doc.None || !speech(r.tree.Lemma(v)) {
		return doc.None
	}
	for k := at - 1; k >= r.d.Sentences[r.tree.Token(v).Sent].First; k-- {
		if s := r.tree.Child(k, "nsubj"); s != doc.None && s < k && r.tree.Token(k).XPOS == r.tree.Token(v).XPOS {
			if m := r.mention[s]; m != doc.None && r.actor(m) {
				return s
			}
			return doc.None
		}
	}
	return doc.None
}

// lifeless reports whether token i is a noun for what moves and rises without
// saying anything, though a company's name stands with it.
func (r *reader) lifeless(i int) bool {
	if r.tree.Token(i).UPOS != "NOUN" {
		return false
	}
	switch r.tree.Lemma(i) {
	case "share", "stock", "price", "sale", "profit", "index", "rate", "bond", "yield", "revenue", "death", "attack", "winner", "goal", "fire", "crash":
		return true
	}
	return false
}

// counted reports whether a subject counts people of somebody's: that most of its
// members rejected an offer is no word of the union's.
func (r *reader) counted(i int) bool {
	of := r.tree.Oblique(i, "of")
	if of == doc.None || r.tree.Token(of).UPOS != "NOUN" {
		return false
	}
	switch r.tree.Lemma(i) {
	case "most", "many", "some", "several", "few", "half", "all", "majority", "%", "third", "quarter":
		return true
	}
	return false
}
