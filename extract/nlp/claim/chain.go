package claim

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// continuations adds the sentences that a quotation runs on into, and those
// that are a quotation with no cue of their own.
func (r *reader) continuations() {
	for s := range r.d.Sentences {
		if !r.prose(s) || !r.allQuoted(s) || r.saidFrom(s) {
			continue
		}
		from, rule := r.broughtIn(s)
		if from == nil {
			from, rule = r.speakerOf(s)
		}
		if from == nil {
			continue
		}
		sent := r.d.Sentences[s]
		c := saying{sent: s, cue: doc.None, act: "assert", source: from.source, told: from.told, medium: from.medium,
			first: sent.First, last: sent.Last, head: r.top(sent.First, sent.Last), time: from.time, parent: doc.None, rule: rule}
		r.trim(&c)
		if c.first < c.last {
			r.sayings = append(r.sayings, c)
		}
	}
}

// broughtIn is who says the quotation that begins in sentence s, where a colon
// before it brings it in without a word for saying: "Marsh has lost patience: …".
func (r *reader) broughtIn(s int) (*saying, string) {
	if s == 0 || !r.inQuote(r.d.Sentences[s].First) || !r.prose(s-1) {
		return nil, ""
	}
	sent := r.d.Sentences[s-1]
	if r.tree.Token(sent.Last-1).Text != ":" || r.saidFrom(s-1) {
		return nil, ""
	}
	for i := sent.First; i < sent.Last; i++ {
		if r.tree.Token(i).Head >= 0 {
			continue
		}
		by := saying{cue: doc.None, time: doc.None, source: r.sourceAt(r.tree.Child(i, "nsubj"))}
		if m := by.source.mention; m != doc.None && r.speaks(m) {
			return &by, "claim/colon"
		}
	}
	return nil, ""
}

// statements adds the sentences of a statement that "the minister said:" brings
// in without quotation marks, up to the next heading or other speaker.
func (r *reader) statements() {
	for s := range r.d.Sentences {
		from := r.opens(s)
		if from == nil || from.source.mention == doc.None || s+1 >= len(r.d.Sentences) || r.inQuote(r.d.Sentences[s+1].First) {
			continue
		}
		for k := s + 1; k < len(r.d.Sentences) && r.prose(k) && !r.otherSpeaker(k, from.source); k++ {
			sent := r.d.Sentences[k]
			c := saying{sent: k, cue: doc.None, act: "assert", source: from.source, told: from.told, medium: from.medium,
				first: sent.First, last: sent.Last, head: r.top(sent.First, sent.Last), time: from.time, parent: doc.None, rule: "claim/statement"}
			r.trim(&c)
			if c.first < c.last {
				r.sayings = append(r.sayings, c)
			}
		}
	}
}

// opens is the saying that a sentence such as "The minister said:" leaves open,
// nil for none.
func (r *reader) opens(s int) *saying {
	sent := r.d.Sentences[s]
	if !r.prose(s) || sent.Last-sent.First < 3 || r.tree.Token(sent.Last-1).Text != ":" {
		return nil
	}
	for k := len(r.sayings) - 1; k >= 0; k-- {
		if o := r.sayings[k]; o.sent == s && !o.unattributed && o.cue != doc.None {
			return &o
		}
	}
	for v := sent.Last - 2; v >= sent.First; v-- {
		if r.tree.Token(v).UPOS != "VERB" || !r.plain(v) {
			continue
		}
		c := saying{cue: v, time: doc.None}
		if r.speaker(v, &c) {
			r.circumstances(v, &c)
			return &c
		}
	}
	return nil
}

// otherSpeaker reports whether sentence s has a cue of somebody else who is
// named, outside of quotation marks.
func (r *reader) otherSpeaker(s int, by source) bool {
	return slices.ContainsFunc(r.sayings, func(o saying) bool {
		return o.sent == s && o.cue != doc.None && !o.unattributed && o.source.mention != doc.None && r.tree.Token(o.source.token).UPOS != "PRON" &&
			!r.sameSource(o.source, by) && r.tree.Is(o.cue, "root", "parataxis")
	})
}

// allQuoted reports whether nearly all of a sentence stands in quotation marks.
func (r *reader) allQuoted(s int) bool {
	sent := r.d.Sentences[s]
	in, words := 0, 0
	for i := sent.First; i < sent.Last; i++ {
		if r.tree.Token(i).UPOS == "PUNCT" {
			continue
		}
		words++
		if r.inQuote(i) {
			in++
		}
	}
	return words > 0 && in*10 >= words*8
}

// saidFrom reports whether a cue outside the quotation already says sentence s.
func (r *reader) saidFrom(s int) bool {
	return slices.ContainsFunc(r.sayings, func(o saying) bool {
		return o.sent == s && (o.cue == doc.None || !r.inQuote(o.cue)) && o.source.token != doc.None
	})
}

// speakerOf is who says a quoted sentence: who says the rest of the same
// quotation, else who speaks nearest in the paragraph, else who spoke last
// before it.
func (r *reader) speakerOf(s int) (*saying, string) {
	q := doc.None
	sent := r.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if r.inQuote(i) {
			q = r.quote[i]
			break
		}
	}
	same, before, after, earlier := doc.None, doc.None, doc.None, doc.None
	for k := range r.sayings {
		o := &r.sayings[k]
		if o.unattributed || o.source.mention == doc.None || o.cue != doc.None && r.inQuote(o.cue) {
			continue
		}
		block := r.d.Sentences[o.sent].Block
		switch {
		case r.covers(o, q):
			same = k
		case block == sent.Block && o.sent < s:
			before = later(r, before, k)
		case block == sent.Block && o.sent > s && (after == doc.None || o.sent < r.sayings[after].sent):
			after = k
		case o.sent < s && block < sent.Block:
			earlier = later(r, earlier, k)
		}
	}
	for _, found := range []struct {
		k    int
		rule string
	}{{same, "claim/continued"}, {after, "claim/quote-before"}, {before, "claim/quote-after"}, {earlier, "claim/carried-over"}} {
		if found.k != doc.None {
			return &r.sayings[found.k], found.rule
		}
	}
	return nil, ""
}

func later(r *reader, a, b int) int {
	if a == doc.None || r.sayings[b].sent >= r.sayings[a].sent {
		return b
	}
	return a
}

// covers reports whether the content of o stands in quote q.
func (r *reader) covers(o *saying, q int) bool {
	if q == doc.None {
		return false
	}
	for i := o.first; i < o.last; i++ {
		if r.quote[i] == q {
			return true
		}
	}
	return false
}

// nest finds for each saying the one whose content it stands in, and silences
// sayings that only pass on another: "officials said that he believes".
func (r *reader) nest() {
	const least = 4 // words that a saying within another has to leave out
	for i := range r.sayings {
		r.sayings[i].parent = r.container(i)
		// Contents that cross each other would be one another's: the last one
		// to be looked at then stands by itself.
		if slices.Contains(r.parents(i), i) {
			r.sayings[i].parent = doc.None
		}
	}
	for i := range r.sayings {
		s := &r.sayings[i]
		if s.parent == doc.None {
			continue
		}
		p := &r.sayings[s.parent]
		if p.negated {
			s.silent = true // what is not said is said by nobody
			continue
		}
		if s.source.token != doc.None && r.firstPerson(s.source.token) {
			s.source.mention = p.source.mention
		}
		if s.ownerless && p.source.mention != doc.None && r.heads(s, p) {
			s.silent = true // "the findings suggest that", the authors say
			continue
		}
		if own := s.source.token != doc.None && r.firstPerson(s.source.token); own && p.cue != doc.None && r.inQuote(s.cue) && r.heads(s, p) && passesOn(p.act) {
			s.silent = true // "“We did not expect this,” she said" is one saying
			if p.act == "assert" && !s.negated {
				p.act = s.act
			}
			continue
		}
		if s.unattributed && s.source.token == doc.None && s.cue != doc.None && r.tree.Token(s.cue).UPOS != "VERB" && p.source.mention != doc.None {
			s.silent = true // "police said there were fears that": the police say so
			continue
		}
		if r.heads(s, p) && (r.sameSource(s.source, p.source) && r.before(s.cue) && !mental(s.act) || s.unattributed && s.last-s.first+least > p.last-p.first) {
			s.silent = true // "said she had begged them" tells of a deed; "We were told to go" is said once
			continue
		}
		if r.heads(s, p) && !s.unattributed && passesOn(p.act) && !p.negated {
			if r.deed(s.cue) && !r.sameSource(s.source, p.source) {
				s.silent = true // what others agreed on is what the speaker tells
				continue
			}
			if s.act == "expect" || s.act == "plan" || s.act == "hope" || s.act == "predict" && !r.sameSource(s.source, p.source) {
				// Whose plans a speaker tells, the speaker tells.
				p.act, s.silent = s.act, true
				continue
			}
			if mental(s.act) && !r.sameSource(s.source, p.source) && p.act != "report" {
				continue // what another holds is told beside what the speaker says
			}
			p.silent = true
			if r.sameSource(s.source, p.source) && p.time != doc.None && s.time == doc.None {
				s.time = p.time
			}
		}
		// Speaking of one's own words inside one's words adds nothing.
		own := s.source.token != doc.None && r.firstPerson(s.source.token)
		if r.sameSource(s.source, p.source) && !p.silent && !r.heads(s, p) && (own || s.act == "assert") {
			s.silent = true
		}
		if own && p.cue == doc.None && p.silent {
			p.silent, s.silent = false, true
			if p.act == "assert" {
				p.act = s.act
			}
		}
	}
}

// before reports whether the verb v is in the pluperfect.
func (r *reader) before(v int) bool {
	return slices.ContainsFunc(r.tree.Kids(v), func(k int) bool {
		return r.tree.Is(k, "aux") && r.tree.Token(k).XPOS == "VBD" && r.tree.Lemma(k) == "have"
	})
}

// deed reports whether a cue tells of a step or wish rather than of words:
// within what somebody says it is a part of that.
func (r *reader) deed(cue int) bool {
	switch r.tree.Lemma(cue) {
	case "agree", "vote", "decide", "refuse", "want":
		return true
	case "plan", "intend":
		return r.tree.Token(cue).XPOS == "VBD" || r.tree.Token(cue).XPOS == "VBN"
	}
	return false
}

// heads reports whether the cue of s is the main word of the content of p.
func (r *reader) heads(s, p *saying) bool {
	if s.cue == doc.None {
		return false
	}
	return s.cue == p.head || r.tree.Is(s.cue, "xcomp") && r.tree.Token(s.cue).Head == p.head
}

// mental reports whether an act is a state of mind rather than speech.
func mental(act string) bool {
	switch act {
	case "believe", "suspect", "concern", "doubt":
		return true
	}
	return false
}

func passesOn(act string) bool {
	switch act {
	case "assert", "report", "confirm", "announce", "publish", "believe":
		return true
	}
	return false
}

// container is the nearest saying whose content holds the cue of i.
func (r *reader) container(i int) int {
	s := &r.sayings[i]
	best := doc.None
	for k := range r.sayings {
		p := &r.sayings[k]
		if k == i || p.sent != s.sent || s.cue == doc.None && p.cue == doc.None {
			continue
		}
		at := s.cue
		if at == doc.None {
			continue
		}
		if at < p.first || at >= p.last || p.cue != doc.None && s.first <= p.cue && p.cue < s.last && p.cue > at && !(s.unattributed && r.tree.Token(at).UPOS == "ADV") {
			continue
		}
		if p.cue == doc.None && !r.inQuote(at) && p.rule != "claim/transcript" {
			continue
		}
		if best == doc.None || p.last-p.first < r.sayings[best].last-r.sayings[best].first {
			best = k
		}
	}
	return best
}

func (r *reader) sameSource(a, b source) bool {
	if a.mention == doc.None || b.mention == doc.None {
		return false
	}
	if a.mention == b.mention {
		return true
	}
	ca, cb := r.d.Mentions[a.mention].Chain, r.d.Mentions[b.mention].Chain
	return ca != doc.None && ca == cb
}

// hops is the chain of saying i, outermost first.
func (r *reader) hops(i int) []doc.Hop {
	s := &r.sayings[i]
	var out []doc.Hop
	const deepest = 4
	if p := s.parent; p != doc.None && len(r.parents(i)) <= deepest {
		out = r.hops(p)
	}
	told := s.told
	if len(told) == 0 && len(out) == 0 {
		told = r.earlierOutlet(i)
	}
	act := "publish"
	if s.quoting {
		act = "quote"
	}
	for _, t := range told {
		out = r.push(out, t, doc.Hop{Act: act, Told: true, Medium: "interview"}, s)
	}
	if s.parent != doc.None && s.ownerless && len(out) > 0 {
		return out // a paper of nobody within somebody's words is no source of its own
	}
	if s.source.token == doc.None && s.source.mention == doc.None {
		return append(out, doc.Hop{Source: doc.None, Span: s.cues, Act: s.act, Cue: s.cues, Time: s.time, Factuality: graph.Uncommitted})
	}
	return r.push(out, s.source, doc.Hop{Act: s.act, Cue: s.cues, Medium: s.medium}, s)
}

// earlierOutlet is whom a source without a name told before: "the officials also
// said" goes on with what they told the paper.
func (r *reader) earlierOutlet(i int) []source {
	s := &r.sayings[i]
	if s.source.mention == doc.None {
		return nil
	}
	ch := r.d.Mentions[s.source.mention].Chain
	if ch == doc.None || r.d.Chains[ch].Named || r.d.Chains[ch].Actor != graph.UnnamedSource {
		return nil
	}
	for k := i - 1; k >= 0; k-- {
		if o := &r.sayings[k]; len(o.told) > 0 && r.sameSource(o.source, s.source) {
			return o.told
		}
	}
	return nil
}

func (r *reader) parents(i int) []int {
	var out []int
	for p := r.sayings[i].parent; p != doc.None && !slices.Contains(out, p); p = r.sayings[p].parent {
		out = append(out, p)
	}
	return out
}

// push adds a hop, unless the same source is there already: then what it says
// here replaces what it said there.
func (r *reader) push(hops []doc.Hop, from source, h doc.Hop, s *saying) []doc.Hop {
	h.Source, h.Span, h.Time = from.mention, from.span, s.time
	if strings.TrimSpace(h.Span.Of(r.d.Text)) == "" && from.mention != doc.None {
		h.Span = r.d.Mentions[from.mention].Span
	}
	h.Factuality = graph.Uncommitted
	for k := range hops {
		if r.sameSource(source{mention: hops[k].Source}, from) {
			if !h.Told {
				hops = append(hops[:k:k], hops[k+1:]...)
				return append(hops, h)
			}
			return hops
		}
	}
	return append(hops, h)
}
