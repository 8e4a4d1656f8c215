package claim

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// continuations adds the sentences that a quotation runs on into, and those
// that are a quotation with no cue of their own.
func (r *reader) continuations() {
	for s := range r.d.Sentences {
		if !r.prose(s) || !r.allQuoted(s) || r.saidFrom(s) {
			continue
		}
		from, rule := r.broughtIn(s)
		if who := r.signedBy(s); from == nil && who.mention != doc.None {
			from, rule = &saying{source: who, time: doc.None}, "claim/signed"
		}
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
	if r.saidFrom(s-1) || r.tree.Token(sent.Last-1).Text != ":" && !r.introduces(s-1, s) {
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

// introduces reports whether sentence s tells how somebody spoke, so that the quotation
// in the next one, of the same paragraph, is theirs: "Her son put it more bluntly."
func (r *reader) introduces(s, next int) bool {
	if r.d.Sentences[s].Block != r.d.Sentences[next].Block {
		return false
	}
	v := r.top(r.d.Sentences[s].First, r.d.Sentences[s].Last)
	switch l := r.tree.Lemma(v); {
	case l == "put":
		o := r.tree.Child(v, "obj")
		return o != doc.None && r.tree.Lemma(o) == "it"
	case r.tree.Token(v).UPOS == "VERB":
		return manner[l]
	}
	return r.tree.Token(v).UPOS == "ADJ" && moods[r.tree.Lemma(v)]
}

var (
	manner = words("agree disagree object shrug laugh sigh protest concur demur")
	moods  = words("blunt adamant defiant unmoved unrepentant unimpressed skeptical sceptical optimistic furious scathing frank candid philosophical unconvinced jubilant cautious dismissive")
)

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
	if before != doc.None && after != doc.None && (r.goesOnFrom(before, s) && !r.broughtBy(after, s) || r.sayings[before].sent == s-1 && !r.quotesAny(after)) {
		after = doc.None
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

// goesOnFrom reports whether what saying k quotes stands right before sentence s.
func (r *reader) goesOnFrom(k, s int) bool {
	o := &r.sayings[k]
	return o.sent == s-1 && o.first < o.last && r.inQuote(o.first)
}

// quotesAny reports whether saying k quotes from its first word on.
func (r *reader) quotesAny(k int) bool {
	o := &r.sayings[k]
	return o.first < o.last && r.inQuote(o.first)
}

// broughtBy reports whether saying k quotes what begins right behind sentence s, so
// that both are one quotation: "“A.” “B,” she said."
func (r *reader) broughtBy(k, s int) bool {
	o := &r.sayings[k]
	first := r.d.Sentences[s].First
	return o.sent == s+1 && o.first < o.last && o.cue != doc.None && o.first < o.cue && r.inQuote(o.first) && r.quote[o.first] == r.quote[max(first, r.d.Sentences[s].Last-2)]
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
