package claim

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// A quotation set apart is signed by a name behind it, with or without a dash: "“We
// were never asked.” — Ruth Calder, shopkeeper". One that has lost its quotation marks
// shows by speaking of "I" or "we".

// signature is who signs with sentence s: nothing but a person's name and who that is.
func (r *reader) signature(s int) source {
	const longest = 12 // words
	sent := r.d.Sentences[s]
	i := sent.First
	for i < sent.Last && strings.Contains("—–―--", r.tree.Token(i).Text) {
		i++
	}
	if i >= sent.Last || sent.Last-i > longest || r.mention[i] == doc.None {
		return noSource
	}
	m := r.d.Mentions[r.mention[i]]
	if m.Class != doc.PER || m.Type != doc.Name || m.First != i || m.Chain == doc.None {
		return noSource
	}
	for k := i; k < sent.Last; k++ {
		if isFinite(r.tree.Token(k).XPOS) {
			return noSource
		}
	}
	if m.Last < sent.Last && r.tree.Token(m.Last).UPOS != "PUNCT" {
		return noSource
	}
	return source{token: m.Head, mention: r.mention[i], span: m.Span}
}

// signedBy is who signs the quotation that sentence s belongs to: behind its last
// sentence, in the same paragraph or, after a dash, in the next.
func (r *reader) signedBy(s int) source {
	t := s + 1
	for t < len(r.d.Sentences) && r.d.Sentences[t].Block == r.d.Sentences[s].Block && r.allQuoted(t) {
		t++
	}
	if t >= len(r.d.Sentences) || r.d.Sentences[t].Block > r.d.Sentences[s].Block+1 {
		return noSource
	}
	if first := r.tree.Token(r.d.Sentences[t].First); r.d.Sentences[t].Block != r.d.Sentences[s].Block && first.UPOS != "PUNCT" {
		return noSource
	}
	return r.signature(t)
}

// pulled adds the sentences of paragraphs without quotation marks that are signed and
// speak of "I" or "we", and such sentences where they stand again.
func (r *reader) pulled() {
	by := map[string]source{}
	for t := 1; t < len(r.d.Sentences); t++ {
		who := r.signature(t)
		if who.mention == doc.None || !r.prose(t) {
			continue
		}
		for s := t - 1; s >= 0 && r.d.Sentences[s].Block == r.d.Sentences[t].Block; s-- {
			if r.ofSpeaker(s) {
				by[r.d.Sentences[s].Of(r.d.Text)] = who
			}
		}
	}
	for s := range r.d.Sentences {
		sent := r.d.Sentences[s]
		who, ok := by[sent.Of(r.d.Text)]
		if !ok || r.saidFrom(s) && !r.ofSpeaker(s) {
			continue
		}
		c := saying{sent: s, cue: doc.None, act: "assert", source: who, first: sent.First, last: sent.Last, head: r.top(sent.First, sent.Last), time: doc.None, parent: doc.None, rule: "claim/signed"}
		r.trim(&c)
		r.sayings = append(r.sayings, c)
	}
}

// ofSpeaker reports whether sentence s speaks of "I" or "we" outside of quotation marks.
func (r *reader) ofSpeaker(s int) bool {
	for i := r.d.Sentences[s].First; i < r.d.Sentences[s].Last; i++ {
		if r.firstPerson(i) && !r.inQuote(i) {
			return true
		}
	}
	return false
}

// author is who "I" is where nobody is quoted: the one person whom the byline names.
func (r *reader) author() source {
	found := noSource
	for m := range r.d.Mentions {
		mention := &r.d.Mentions[m]
		s := r.tree.Token(mention.Head).Sent
		if b := r.d.Sentences[s].Block; b < 0 || b >= len(r.d.Blocks) || r.d.Blocks[b].Role != doc.Byline || mention.Class != doc.PER || mention.Chain == doc.None {
			continue
		}
		if found.mention != doc.None && !r.sameSource(found, source{mention: m}) {
			return noSource
		}
		found = source{token: mention.Head, mention: m, span: mention.Span}
	}
	return found
}
