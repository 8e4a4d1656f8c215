package claim

import "github.com/claimline/claimline/extract/nlp/doc"

// circumstances fills medium, time and the outlets that were told from what
// hangs on the verb.
func (r *reader) circumstances(v int, s *saying) {
	s.time = doc.None
	for _, k := range r.tree.Kids(v) {
		if s.first <= k && k < s.last && !r.tree.Is(k, "obl", "advmod", "obl:unmarked") {
			continue
		}
		if x := r.date(k); x != doc.None && r.tree.Is(k, "obl", "advmod", "nmod", "advcl") && !r.insideContent(k, v, s) && !ahead(r.tree.Case(k)) && !r.foretold(x, k, v, s) {
			s.time = x
		}
		if !r.tree.Is(k, "obl", "obj", "iobj", "advcl", "nmod") {
			continue
		}
		if k != s.head {
			r.audience(v, k, s)
		}
	}
	if x := r.justBefore(v); s.time == doc.None && x != doc.None && !r.toCome(x) {
		s.time = x
	}
	if s.time == doc.None {
		if s.time = r.clauseDate(v); s.time != doc.None && r.toCome(s.time) {
			s.time = doc.None
		}
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

// justBefore is the date between a subject and its verb, as agencies write: "officials
// on Friday linked".
func (r *reader) justBefore(v int) int {
	s := r.tree.Child(v, "nsubj")
	if s == doc.None || v < 2 || s >= v-2 {
		return doc.None
	}
	x := r.date(v - 1)
	if x == doc.None || r.d.Timexes[x].Last != v || r.d.Timexes[x].First == 0 || r.tree.Token(r.d.Timexes[x].First-1).Lemma != "on" && r.tree.Token(r.d.Timexes[x].First).UPOS == "PROPN" && r.tree.Token(r.d.Timexes[x].First-1).UPOS != "NOUN" {
		return doc.None
	}
	return x
}

// foretold reports whether the date x at token k is of what the verb v says rather
// than of the saying: one that is still to come ("said the court sits on Friday"),
// one behind a forecast ("expect a rise in July"), and a day of the calendar behind a
// warning or demand ("warned of an attack on May 20"). Weekdays behind a warning are
// as often of the warning.
func (r *reader) foretold(x, k, v int, s *saying) bool {
	if r.toCome(x) {
		return true
	}
	if s.head == doc.None || k < s.head || s.head < v {
		return false
	}
	switch s.act {
	case "predict", "expect", "plan", "promise", "hope":
		return true
	case "warn", "threaten", "demand", "propose":
		return !r.fresh(x)
	}
	return false
}

// toCome reports whether a time lies after the article came out.
func (r *reader) toCome(x int) bool {
	created := r.d.Created
	return created != nil && !created.Latest.IsZero() && !r.d.Timexes[x].Earliest.Before(created.Latest) && !r.d.Timexes[x].Earliest.IsZero()
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
		end := v
		if r.tree.Is(from, "conj") && r.tree.Child(from, "nsubj", "nsubj:pass") != doc.None {
			end = min(v, a) // of "it began on Monday and the firm says", only what opens the sentence is shared
			if own := r.tree.Child(a, "nsubj", "nsubj:pass"); own != doc.None {
				end = min(end, own)
			}
		}
		for _, k := range r.tree.Kids(a) {
			if x := r.date(k); x != doc.None && found == doc.None && k < end && r.tree.Is(k, "obl", "advmod", "nmod") {
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
	for i := sent.First; i < sent.Last && i <= sent.First+opening && i < v && !isFinite(r.tree.Token(i).XPOS); i++ {
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
	c := r.tree.Case(k)
	if to := r.tree.Is(k, "obj", "iobj") && tells(r.tree.Lemma(v)) || c == "to" || c == "on" || c == "with"; to && r.listener(k) != doc.None {
		s.told = append(s.told, source{token: k, mention: r.listener(k), span: r.phrase(k)})
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
