package claim

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// quotedAs reads "the agency quoted him as saying that" at "saying".
func (r *reader) quotedAs(v int) bool {
	h := r.tree.Token(v).Head
	if h < 0 || r.tree.Token(v).XPOS != "VBG" || !cites(r.tree.Lemma(h)) || r.tree.Token(h).UPOS != "VERB" {
		return false
	}
	a, z, head, ok := r.clause(v)
	if !ok {
		return false
	}
	frame := r.tree.FrameOf(h)
	s := saying{time: doc.None, cue: v, act: "assert", first: a, last: z, head: head, rule: "claim/quoted-as-saying"}
	s.source = r.sourceAt(frame.Patient)
	s.cues = r.tree.Token(h).Span
	if outlet := r.sourceAt(frame.Agent); outlet.token != doc.None && outlet.mention != doc.None {
		s.told, s.quoting = []source{outlet}, true
	}
	r.circumstances(h, &s)
	r.add(s)
	return true
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

// preposition reads "according to X" and its like at the preposition's first
// word: the content is the rest of the sentence.
func (r *reader) preposition(i int) {
	for _, c := range lexicon.Prepositions() {
		n := strings.Count(c.Lemma, " ") + 1
		if !r.stands(c.Lemma, i) || c.Lemma == "per" && !r.perSource(i) {
			continue
		}
		at := r.after(i, n)
		if at == doc.None {
			return
		}
		if cites(strings.TrimSuffix(c.Lemma, "ing")+"e") || c.Lemma == "citing" || c.Lemma == "quoting" {
			r.citing(i, at)
			return
		}
		s := saying{time: doc.None, cue: i, cues: r.tree.Span(i, i+n), act: c.Act, source: r.sourceAt(at), rule: "claim/preposition " + c.Row()}
		if c.Frame == "view" && s.source.mention == doc.None {
			return
		}
		if !r.canSpeak(&s) {
			if papers[r.tree.Lemma(at)] == "" {
				return
			}
		}
		s.first, s.last = r.around(i, at)
		s.head = r.top(s.first, s.last)
		r.sourceTime(at, &s)
		if r.outer(i, &s) {
			return
		}
		r.endBefore(i, s.head)
		r.add(s)
		return
	}
}

// inView reads "in her view, …" and "in the minister's opinion" at "in".
func (r *reader) inView(i int) {
	const longest = 5 // words
	if !r.stands("in", i) {
		return
	}
	sent := r.d.Sentences[r.tree.Token(i).Sent]
	for k := i + 1; k < sent.Last && k <= i+longest; k++ {
		if l := r.tree.Lemma(k); l != "view" && l != "opinion" {
			continue
		}
		by := r.tree.Child(k, "nmod:poss")
		if by == doc.None || r.firstPerson(by) || r.inQuote(i) {
			return
		}
		s := saying{time: doc.None, cue: k, act: "believe", source: r.sourceAt(by), rule: "claim/in-view"}
		s.first, s.last = k+1, sent.Last
		if r.onlyMarks(k+1, sent.Last) {
			s.first, s.last = sent.First, i
		}
		if s.head = r.top(s.first, s.last); r.canSpeak(&s) {
			r.add(s)
		}
		return
	}
}

// endBefore ends at token i what the saying at the verb v says: "reported no
// cases, according to the ministry".
func (r *reader) endBefore(i, v int) {
	for k := len(r.sayings) - 1; k >= 0 && r.sayings[k].sent == r.tree.Token(i).Sent; k-- {
		if o := &r.sayings[k]; o.cue == v && o.first < i && i < o.last {
			o.last = i
			r.trim(o)
		}
	}
}

// stands reports whether the words stand at token i.
func (r *reader) stands(words string, i int) bool {
	for k, w := range strings.Fields(words) {
		if i+k >= len(r.d.Tokens) || !strings.EqualFold(r.d.Tokens[i+k].Text, w) {
			return false
		}
	}
	return true
}

// perSource keeps "per cent" and "per day" out.
func (r *reader) perSource(i int) bool {
	return i+1 < len(r.d.Tokens) && r.mention[i+1] != doc.None && r.tree.Token(i+1).UPOS == "PROPN"
}

// after is the head of the noun phrase n tokens after i.
func (r *reader) after(i, n int) int {
	const longest = 12
	sent := r.d.Sentences[r.tree.Token(i).Sent]
	for k := i + n; k < sent.Last && k < i+n+longest; k++ {
		t := r.tree.Token(k)
		if t.UPOS == "PUNCT" && k > i+n {
			break
		}
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "PRON" && t.UPOS != "ADJ" {
			continue
		}
		if t.Head < i+n || t.Head > k+longest || !r.tree.Is(k, "compound", "amod", "nmod:poss", "det", "nummod", "flat", "nmod:unmarked") {
			if t.UPOS == "ADJ" && r.mention[k] == doc.None {
				continue
			}
			return k
		}
	}
	return doc.None
}

// around is the sentence without the phrase from i to the source at; a clause
// after "and" with its own verb is left out.
func (r *reader) around(i, at int) (first, last int) {
	sent := r.d.Sentences[r.tree.Token(i).Sent]
	sent.Last = r.semicolon(i, sent.Last)
	end := r.behindApposition(r.tokenAt(r.phrase(at).End), sent.Last)
	if _, z := r.tree.Range(at); z > end && r.onlyMarks(z, sent.Last) && i-sent.First > 1 {
		end = sent.Last // "two people briefed on the matter"
	}
	switch {
	case i-sent.First <= 1:
		return end, sent.Last
	case end+2 >= sent.Last:
		return sent.First, i
	}
	// In the middle. A comma and a new clause end what the phrase is about.
	return sent.First, sent.Last
}

// behindApposition moves past what is told of a source between commas:
// "According to the council, seen as strict, …".
func (r *reader) behindApposition(end, last int) int {
	const longest = 15 // words
	if end+2 >= last || r.tree.Token(end).Text != "," {
		return end
	}
	switch t := r.tree.Token(end + 1); t.XPOS {
	case "VBN", "VBG", "WP", "WDT", "WP$", "WRB":
	case "DT", "NN", "NNS":
		if !r.tree.Is(end+1, "appos") && !r.tree.Is(max(t.Head, 0), "appos") {
			return end
		}
	default:
		return end
	}
	for k := end + 2; k < last && k <= end+longest; k++ {
		if r.tree.Token(k).Text == "," && r.finite(k, last) {
			return k
		}
	}
	return end
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
			o.told, o.quoting = append([]source{s.source}, o.told...), true
			if o.first < at && at < o.last {
				o.last = at
				r.trim(o)
			}
			return true
		}
	}
	return false
}

// noun reads "a warning that", "his claim of" and "issued a warning of".
func (r *reader) noun(i int) {
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
		}
	}
	return false
}

// carries lists the verbs whose subject says the noun that is their object.
func carries(lemma string) bool {
	switch lemma {
	case "issue", "make", "give", "send", "post", "publish", "release", "deliver", "express", "voice", "raise", "repeat", "reiterate", "file", "level", "have", "renew", "sound", "offer", "broadcast", "put":
		return true
	}
	return false
}

// adjective reads "is confident that", "were worried about".
func (r *reader) adjective(i int) {
	subject := r.tree.Child(i, "nsubj")
	if subject == doc.None {
		subject = r.tree.Subject(i)
	}
	if subject == doc.None || r.tree.Child(i, "cop", "aux:pass") == doc.None {
		return
	}
	for _, c := range lexicon.Cues(lower(r.tree.Token(i).Text), "J") {
		head := r.tree.Child(i, "ccomp")
		if c.Frame != "that" {
			head = r.tree.Oblique(i, c.Frame)
		}
		if head == doc.None {
			continue
		}
		s := saying{time: doc.None, cue: i, act: c.Act, head: head, rule: "claim/adjective " + c.Row(), source: r.sourceAt(subject)}
		s.first, s.last = r.tree.Range(head)
		if r.canSpeak(&s) {
			r.add(s)
		}
		return
	}
}

// adverb reads "reportedly" and "allegedly": the clause is somebody's word,
// but the text does not say whose.
func (r *reader) adverb(i int) {
	cues, h := lexicon.Cues(lower(r.tree.Token(i).Text), "R"), r.tree.Token(i).Head
	if len(cues) == 0 || h < 0 {
		return
	}
	first, last := r.tree.Range(r.tree.Clause(h))
	r.add(saying{time: doc.None, cue: i, act: cues[0].Act, head: h, first: first, last: last, unattributed: true, source: noSource, rule: "claim/adverb " + cues[0].Row()})
}

func lower(s string) string { return strings.ToLower(s) }
