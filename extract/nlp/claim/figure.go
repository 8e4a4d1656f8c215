package claim

import "github.com/claimline/claimline/extract/nlp/doc"

// giving are the verbs that may have nothing but a figure for what is said, by act.
var giving = map[string]string{"raise": "report", "revise": "report", "lower": "report", "cut": "report", "increase": "report", "update": "report",
	"downgrade": "report", "upgrade": "report", "reduce": "report", "correct": "report", "claim": "assert", "speak": "assert", "talk": "assert", "count": "report", "estimate": "estimate", "give": "report", "put": "estimate"}

// figureGiven reads a source that sets a figure of people against another: "while
// the union claimed 330,000", "the ministry spoke of 1.2 million".
func (r *reader) figureGiven(v int) {
	act, q := giving[r.tree.Lemma(v)], r.figureBehind(v)
	if act == "" || q == doc.None || r.tree.Passive(v) {
		return
	}
	f := &r.d.Quantities[q]
	first := f.First
	if f.First > v+1 && r.tree.Lemma(v) != "speak" && r.tree.Lemma(v) != "talk" && r.tree.Lemma(v) != "give" {
		first = v + 1 // "the number of those displaced at 1.2 million"
		for i := first; i < f.First; i++ {
			if r.timex[i] != doc.None {
				first = f.First
			}
		}
	}
	s := saying{time: doc.None, cue: v, cues: r.cueSpan(v), act: act, first: first, last: f.Last, head: f.Last - 1, rule: "claim/figure " + r.tree.Lemma(v)}
	if f.Noun >= f.Last {
		s.last, s.head = f.Noun+1, f.Noun
	}
	if k := s.last; f.Noun < 0 && k < len(r.d.Tokens) && fates[lower(r.tree.Token(k).Text)] {
		s.last = k + 1 // "213 dead"
	}
	if r.speaker(v, &s) && !s.unattributed {
		r.circumstances(v, &s)
		r.add(s)
	}
}

// figureBehind is the figure of people that stands right behind the verb v, after
// "of" where it is one of speaking or giving.
func (r *reader) figureBehind(v int) int {
	at, bare := v+1, true
	switch l := r.tree.Lemma(v); {
	case l == "put":
		return r.putAt(v, "at")
	case giving[l] == "report" && l != "count" && l != "give":
		return r.putAt(v, "to")
	case l == "give":
		if !r.stands("a figure of", at) {
			return doc.None
		}
		at = v + 4
	case l == "speak" || l == "talk":
		if !r.stands("of", at) {
			return doc.None
		}
		at, bare = v+2, false
	}
	for q := range r.d.Quantities {
		f := &r.d.Quantities[q]
		if f.First == at && (!bare && f.Noun >= 0 && sufferers[r.tree.Lemma(f.Noun)] || people[f.Figure.Metric] || f.Figure.Metric == "percent" && r.tree.Lemma(v) == "claim") && (f.Noun < 0 || !bare) && f.Last <= r.d.Sentences[r.tree.Token(v).Sent].Last {
			return q
		}
	}
	return doc.None
}

// putAt is the figure that "put the number of those displaced at" or "raised the toll
// to" gives where the tree hangs it on the words before.
func (r *reader) putAt(v int, preposition string) int {
	o := r.tree.Child(v, "obj")
	if o == doc.None || !numbering[r.tree.Lemma(o)] {
		return doc.None
	}
	for q := range r.d.Quantities {
		f := &r.d.Quantities[q]
		if f.First > o && r.tree.Token(f.First).Sent == r.tree.Token(v).Sent && r.stands(preposition, f.First-1) {
			return q
		}
	}
	return doc.None
}

var numbering = map[string]bool{"number": true, "figure": true, "toll": true, "total": true, "count": true, "tally": true}

var sufferers = map[string]bool{"victim": true, "death": true, "casualty": true, "people": true, "person": true, "passenger": true, "survivor": true}

var fates = map[string]bool{"dead": true, "killed": true, "wounded": true, "injured": true, "missing": true}
