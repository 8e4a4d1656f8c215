package claim

import (
	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// extent is the content from its head: with the object and its own modifiers
// for a frame with a preposition ("accused the army of shelling"), the whole
// clause for a passive ("is believed to be led by").
func (r *reader) extent(v int, c lexicon.Cue, head int) (first, last, h int, ok bool) {
	first, last = r.tree.Range(head)
	if c.Frame == "np" && r.relativeClause(v) && head == r.tree.Token(v).Head {
		return r.spokenOf(v, head)
	}
	if o := r.tree.Child(v, "obj", "nsubj:pass", "iobj"); o != doc.None && c.Frame != "comment" {
		passive := r.tree.Passive(v)
		// In "a rival, which he accused of theft" what is said stands behind.
		if a, z := r.tree.Range(o); passive || o > v && c.Frame != "np" {
			first, last = min(first, a), max(last, z)
		}
	}
	if x := r.tree.Child(v, "xcomp"); c.Frame == "xcomp" && x > v && x < first {
		first, _ = r.tree.Range(x)
	}
	if r.tree.Passive(v) && r.tree.Child(v, "nsubj:pass", "nsubj") == doc.None {
		if s := r.tree.Subject(v); s != doc.None && s < first {
			first = s
		}
	}
	if head == v {
		return v, v + 1, v, true
	}
	for _, k := range r.tree.Kids(v) {
		if c.Frame == "to" && k > v && k < head && r.tree.Is(k, "obl") && (r.tree.Case(k) == "on" || r.tree.Case(k) == "upon") && r.timex[k] == doc.None {
			a, _ := r.tree.Range(k)
			first = min(first, a+1) // "called on the minister to resign"
		}
	}
	if c.Frame == "np" && head > v {
		last = r.complements(v, last)
	}
	return first, last, head, true
}

// spokenOf is the noun phrase that the relative clause of v on head speaks of, up to
// that clause: "a policy of turning away boats, which the agency has criticized".
func (r *reader) spokenOf(v, head int) (first, last, h int, ok bool) {
	for r.ofLarger(head) {
		head = r.tree.Token(head).Head
	}
	first, _ = r.tree.Range(head)
	last, _ = r.tree.Range(v)
	for first < head && r.tree.Is(first, "case", "mark") {
		first++
	}
	return first, last, head, first < last
}

// ofLarger reports whether i is the last part of a larger noun phrase: "boats" in "a
// policy of turning away boats".
func (r *reader) ofLarger(i int) bool {
	h := r.tree.Token(i).Head
	if h < 0 {
		return false
	}
	gerund := func(k int) bool { return r.tree.Is(k, "acl") && r.tree.Token(k).XPOS == "VBG" }
	return r.tree.Is(i, "nmod") && r.tree.Case(i) == "of" || r.tree.Is(i, "obj") && gerund(h) || gerund(i)
}

// complements is the end of what follows an object and belongs to it though
// the tree hangs it on the verb: "claimed responsibility for the bombing",
// "declared Smith the winner".
func (r *reader) complements(v, last int) int {
	for _, k := range r.tree.Kids(v) {
		if k < last || !r.tree.Is(k, "obl", "nmod") && !(r.tree.Lemma(v) == "declare" && r.tree.Is(k, "obj", "xcomp")) || r.timex[k] != doc.None || r.mention[k] != doc.None && r.outlet(r.mention[k]) {
			continue
		}
		if a, z := r.tree.Range(k); a == last {
			last = z
		}
	}
	return last
}
