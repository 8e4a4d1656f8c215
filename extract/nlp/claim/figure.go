package claim

import "github.com/claimline/claimline/extract/nlp/doc"

// giving are the verbs that may have nothing but a figure for what is said, by act.
var giving = map[string]string{"claim": "assert", "speak": "assert", "talk": "assert", "count": "report", "estimate": "estimate"}

// figureGiven reads a source that sets a figure of people against another: "while
// the union claimed 330,000", "the ministry spoke of 1.2 million".
func (r *reader) figureGiven(v int) {
	act, q := giving[r.tree.Lemma(v)], r.figureBehind(v)
	if act == "" || q == doc.None || r.tree.Passive(v) {
		return
	}
	f := &r.d.Quantities[q]
	s := saying{time: doc.None, cue: v, cues: r.cueSpan(v), act: act, first: f.First, last: f.Last, head: f.Last - 1, rule: "claim/figure " + r.tree.Lemma(v)}
	if f.Noun >= f.Last {
		s.last, s.head = f.Noun+1, f.Noun
	}
	if r.speaker(v, &s) && !s.unattributed {
		r.circumstances(v, &s)
		r.add(s)
	}
}

// figureBehind is the figure of people that stands right behind the verb v, after
// "of" where it is one of speaking.
func (r *reader) figureBehind(v int) int {
	at, bare := v+1, true
	if l := r.tree.Lemma(v); l == "speak" || l == "talk" {
		if !r.stands("of", at) {
			return doc.None
		}
		at, bare = v+2, false
	}
	for q := range r.d.Quantities {
		f := &r.d.Quantities[q]
		if f.First == at && people[f.Figure.Metric] && (f.Noun < 0 || !bare) && f.Last <= r.d.Sentences[r.tree.Token(v).Sent].Last {
			return q
		}
	}
	return doc.None
}
