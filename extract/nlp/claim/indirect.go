package claim

import (
	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// bluntly adds what stands behind a colon in quotation marks with no word for saying,
// in one sentence: "The mayor was less kind: the plan was “a bad joke”".
func (r *reader) bluntly() {
	for s := range r.d.Sentences {
		sent := r.d.Sentences[s]
		if !r.prose(s) || r.saidFrom(s) {
			continue
		}
		for k := sent.First + 1; k+1 < sent.Last; k++ {
			if r.tree.Token(k).Text != ":" || r.inQuote(k) || !r.marked(k, sent.Last) {
				continue
			}
			by := r.introduced(doc.Sentence{First: sent.First, Last: k})
			if by == doc.None || by > k || r.mention[by] == doc.None || !r.actor(r.mention[by]) {
				break
			}
			c := saying{sent: s, cue: doc.None, act: "assert", source: r.sourceAt(by), first: k + 1, last: sent.Last, head: r.top(k+1, sent.Last), time: doc.None, parent: doc.None, rule: "claim/colon"}
			r.trim(&c)
			r.sayings = append(r.sayings, c)
			break
		}
	}
}

// marked reports whether a quotation begins from first to last, be it of a few words.
func (r *reader) marked(first, last int) bool {
	span := r.tree.Span(first, last)
	for _, q := range r.d.Quotes {
		if q.Start >= span.Start && q.Start < span.End {
			return true
		}
	}
	return false
}

// freely adds the sentences that go on with what the sentence before says in indirect
// speech, which "would" shows: "The firm said it had to close two plants. Workers would
// be told in May."
func (r *reader) freely() {
	for s := 1; s < len(r.d.Sentences); s++ {
		if !r.prose(s) || r.d.Sentences[s].Block != r.d.Sentences[s-1].Block || r.anySaying(s) {
			continue
		}
		sent := r.d.Sentences[s]
		root := r.top(sent.First, sent.Last)
		from := r.lastPast(s - 1)
		if from == nil || r.modal(root) != "would" || r.unfulfilled(root) || len(lexicon.Cues(r.tree.Lemma(root), "V")) > 0 || wishes(r.tree.Lemma(root)) || r.conditional(root) || r.anyQuoted(sent.First, sent.Last) || r.ofSpeaker(s) {
			continue
		}
		c := saying{sent: s, cue: doc.None, act: "assert", source: from.source, told: from.told, quoting: from.quoting, medium: from.medium,
			first: sent.First, last: sent.Last, head: root, time: from.time, parent: doc.None, rule: "claim/free-indirect"}
		r.trim(&c)
		r.sayings = append(r.sayings, c)
	}
}

func (r *reader) anySaying(s int) bool {
	for i := range r.sayings {
		if r.sayings[i].sent == s {
			return true
		}
	}
	return false
}

// lastPast is the last saying of sentence s where its cue stands in the past and it
// speaks for itself, nil for none.
func (r *reader) lastPast(s int) *saying {
	for i := len(r.sayings) - 1; i >= 0; i-- {
		o := &r.sayings[i]
		if o.sent != s {
			continue
		}
		if o.unattributed || o.source.mention == doc.None || o.negated || o.rule != "claim/free-indirect" && (o.cue == doc.None || r.tree.Token(o.cue).XPOS != "VBD" || r.inQuote(o.first) || !passesOn(o.act)) {
			return nil
		}
		return o
	}
	return nil
}

// conditional reports whether v hangs on a condition, so that "would" shows nothing.
func (r *reader) conditional(v int) bool {
	for _, k := range r.tree.Kids(v) {
		if m := r.tree.Child(k, "mark"); r.tree.Is(k, "advcl") && m != doc.None && (r.tree.Lemma(m) == "if" || r.tree.Lemma(m) == "unless") {
			return true
		}
	}
	return false
}
