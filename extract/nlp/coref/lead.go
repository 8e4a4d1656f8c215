package coref

import (
	"github.com/claimline/claimline/extract/nlp/doc"
)

// The rules of how news brings somebody in and varies what it calls him.
const (
	ruleLead      = "coref/lead"      // "A climber has died. Robert Buckley, 32, fell"
	ruleVariation = "coref/variation" // "the New Zealander"
)

// opening is how many sentences from its beginning an article may speak of
// somebody before it names him.
const opening = 4

// leads joins the subject of an opening sentence, described but not named,
// with the person whom the next sentence names first, as its subject.
func (r *resolver) leads() {
	first := r.firstSentence()
	for i := range r.m {
		m := &r.m[i]
		if m.sent >= first+opening {
			return
		}
		if m.Type != doc.Nominal || !m.person || m.number != singular || r.root(i) != i {
			continue
		}
		if j := r.describedAgain(i); j != doc.None {
			r.join(i, j, ruleLead)
			continue
		}
		if !r.subject(m) && !r.identified(m) || r.speaks(m) {
			continue
		}
		if j := r.introduced(i); j != doc.None {
			r.join(i, j, ruleLead)
		}
	}
}

// describedAgain is the named person of whom a later sentence says what the
// headline does: "Australian woman claims", "Valeska Paris, an Australian woman".
func (r *resolver) describedAgain(i int) int {
	m := &r.m[i]
	if r.d.Tokens[m.First].UPOS == "DET" {
		return doc.None
	}
	for j := i + 1; j < len(r.m) && r.m[j].sent <= m.sent+opening; j++ {
		o := &r.m[j]
		if o.Type == doc.Nominal && o.key == m.key && r.m[r.root(j)].named {
			return j
		}
	}
	return doc.None
}

// identified reports whether m is whom a verb makes known or takes hold of.
func (r *resolver) identified(m *mention) bool {
	v := r.d.Tokens[m.Head].Head
	return v != doc.None && r.tree.Is(m.Head, "obj") && identifying[r.tree.Lemma(v)]
}

var identifying = words("identify name charge arrest detain convict sentence kill rescue acquit indict extradite release free shoot jail")

// firstSentence is the first sentence with a mention of somebody.
func (r *resolver) firstSentence() int {
	if len(r.m) == 0 {
		return 0
	}
	return r.m[0].sent
}

// subject reports whether m is subject of a clause.
func (r *resolver) subject(m *mention) bool { return r.tree.Is(r.outer(m.Head), "nsubj") }

// introduced is the one person whom the sentences after i name for the first
// time as a subject. Somebody named before, or who only speaks, is not meant.
func (r *resolver) introduced(i int) int {
	m := &r.m[i]
	for j := range r.m {
		o := &r.m[j]
		if o.sent > m.sent+2 {
			break
		}
		if o.Type != doc.Name || o.Class != doc.PER || r.speaks(o) && o.sent != m.sent+1 {
			continue
		}
		if j < i || o.sent == m.sent {
			return doc.None
		}
		if len(o.words) > 1 && r.subject(o) && !r.speaks(o) && r.compatible(r.root(i), r.root(j)) {
			return j
		}
		return doc.None
	}
	return doc.None
}

// variation finds the person whom "the New Zealander" or "the man" varies: the
// only one named, as a subject, in the last sentences.
func (r *resolver) variation(i int) int {
	m := &r.m[i]
	if !m.person || m.number != singular || !r.definite(m) || !people[m.lemma] && !r.demonym(i) {
		return doc.None
	}
	const far = 3
	found := doc.None
	for j := i - 1; j >= 0 && m.sent-r.m[j].sent <= far; j-- {
		o := &r.m[j]
		root := &r.m[r.root(j)]
		if !root.person || !root.named || root.number == plural || !r.subject(o) || r.containing(i, j) || r.bound(m, o) || !r.compatible(r.root(i), r.root(j)) || r.speaks(o) {
			continue
		}
		if found != doc.None && !r.same(found, j) {
			return doc.None
		}
		found = j
	}
	return found
}

// demonym reports whether i is called only by nationality.
func (r *resolver) demonym(i int) bool {
	for k := i + 1; k < len(r.m) && r.m[k].First < r.m[i].Last; k++ {
		if r.m[k].Class == doc.NORP && r.m[k].Head == r.m[i].Head {
			return true
		}
	}
	return false
}
