package claim

import (
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// circumstances fills medium, time and the outlets that were told from what
// hangs on the verb.
func (r *reader) circumstances(v int, s *saying) {
	s.time = doc.None
	for _, k := range r.tree.Kids(v) {
		if s.first <= k && k < s.last && !r.tree.Is(k, "obl", "advmod", "obl:unmarked") {
			continue
		}
		if x := r.date(k); x != doc.None && r.tree.Is(k, "obl", "advmod", "nmod", "advcl") && !r.insideContent(k, v, s) && !ahead(r.tree.Case(k)) && !(s.forecast() && s.head != doc.None && k > s.head && s.head > v) {
			s.time = x
		}
		if !r.tree.Is(k, "obl", "obj", "iobj", "advcl", "nmod") {
			continue
		}
		if k != s.head {
			r.audience(v, k, s)
		}
	}
	if s.time == doc.None {
		s.time = r.clauseDate(v)
		if s.time != doc.None && s.first < s.last && s.first <= r.d.Timexes[s.time].First && r.d.Timexes[s.time].First < s.last {
			s.time = doc.None // what is said, not when
		}
	}
	if o := r.tree.Child(v, "obj"); o != doc.None {
		if to := r.tree.Oblique(o, "to"); to != doc.None {
			r.audience(v, to, s) // "confirmed the deal to the paper": hung on the object
		}
	}
}

// forecast reports whether a saying is of what is to come: a date behind that is its
// own, as in "expect a rise in July".
func (s *saying) forecast() bool {
	switch s.act {
	case "predict", "expect", "plan", "promise", "hope":
		return true
	}
	return false
}

// ahead reports whether a preposition dates what is said rather than the saying:
// "forecast rain until Saturday".
func ahead(preposition string) bool {
	switch preposition {
	case "until", "till", "by", "before", "through", "within", "for":
		return true
	}
	return false
}

// clauseDate is a date of the clause around the verb v: of the event that v itself
// is, at the front of the sentence, or of a verb above it.
func (r *reader) clauseDate(v int) int {
	for _, e := range r.d.Events {
		if e.Token == v && e.Time != doc.None && e.Type != "ASSAULT" && e.TimeRule != "event/time-story" {
			return e.Time
		}
	}
	found := doc.None
	at := v
	r.tree.Climb(v, func(a, from int) bool {
		if r.tree.Is(from, "ccomp") {
			return false
		}
		if r.tree.Is(from, "acl") { // the date may be of what the noun stands in
			found = r.front(v)
			return false
		}
		for _, k := range r.tree.Kids(a) {
			if x := r.date(k); x != doc.None && found == doc.None && k < v && r.tree.Is(k, "obl", "advmod", "nmod") {
				found = x
			}
		}
		at = a
		return found == doc.None
	})
	if found == doc.None && r.tree.Token(at).Head < 0 {
		found = r.front(v)
	}
	return found
}

// front is the date that opens the sentence of v.
func (r *reader) front(v int) int {
	const opening = 4 // words
	sent := r.d.Sentences[r.tree.Token(v).Sent]
	for i := sent.First; i < sent.Last && i <= sent.First+opening && i < v; i++ {
		if x := r.date(i); x != doc.None {
			return x
		}
	}
	return doc.None
}

// insideContent reports whether k, though it hangs on the cue v, stands among
// the words of the content.
func (r *reader) insideContent(k, v int, s *saying) bool {
	return s.first < k && k < s.last-1 && !(k < v && v < s.first)
}

func (r *reader) date(k int) int {
	if x := r.timex[k]; x != doc.None {
		if t := r.d.Timexes[x]; t.EDTF != "" && (t.Timex != "DURATION" && t.Timex != "SET" || t.Event != doc.None) {
			return x
		}
	}
	return doc.None
}

// audience reads "told Reuters", "to the newspaper", "in a statement to",
// "in an interview with", "speaking on".
func (r *reader) audience(v, k int, s *saying) {
	if m := r.mention[k]; m != doc.None && r.outlet(m) {
		c := r.tree.Case(k)
		if r.tree.Is(k, "obj", "iobj") && tells(r.tree.Lemma(v)) || c == "to" || c == "on" || c == "with" {
			s.told = append(s.told, r.sourceAt(k))
		}
		return
	}
	medium, paper := papers[r.tree.Lemma(k)]
	if paper && (r.tree.Case(k) == "in" || r.tree.Case(k) == "on" || r.tree.Case(k) == "at" || r.tree.Case(k) == "during" || r.tree.Case(k) == "via") {
		s.medium = medium
		r.tree.Walk(k, func(i int) {
			if x := r.date(i); x != doc.None && s.time == doc.None {
				s.time = x
			}
			if m := r.mention[i]; m != doc.None && r.outlet(m) && i != k && r.d.Mentions[m].Head == i {
				s.told = append(s.told, r.sourceAt(i))
			}
		})
	}
	if r.tree.Is(k, "advcl") && (r.tree.Lemma(k) == "speak" || r.tree.Lemma(k) == "talk") {
		for _, i := range r.tree.Kids(k) {
			r.audience(k, i, s)
		}
	}
}

func tells(lemma string) bool {
	switch lemma {
	case "tell", "inform", "assure", "give":
		return true
	}
	return false
}

// outlet reports whether a mention is of a newspaper, agency or station.
func (r *reader) outlet(m int) bool {
	ch := r.d.Mentions[m].Chain
	return ch != doc.None && r.d.Chains[ch].Actor == graph.MediaOutlet
}

// sourceTime is the date that stands with the source: "a statement on Friday".
func (r *reader) sourceTime(at int, s *saying) {
	s.time = doc.None
	for _, k := range r.tree.Kids(at) {
		if x := r.date(k); x != doc.None {
			s.time = x
		}
		if r.tree.Is(k, "acl") { // "a statement issued on Friday"
			for _, i := range r.tree.Kids(k) {
				if x := r.date(i); x != doc.None && s.time == doc.None {
					s.time = x
				}
			}
		}
	}
}
