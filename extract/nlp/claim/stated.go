package claim

import "github.com/claimline/claimline/extract/nlp/doc"

// figureStated reads "the government's figure was 19,000" and "police figures showed
// 500" at the noun: whoever stands with it gives the figure.
func (r *reader) figureStated(n int) bool {
	if l := r.tree.Lemma(n); l != "figure" && l != "estimate" && l != "count" && l != "tally" && l != "number" || !r.tree.Is(n, "nsubj") {
		return false
	}
	h := r.tree.Token(n).Head
	if h < n || !r.gives(h) {
		return false
	}
	s := saying{time: doc.None, cue: n, act: "report", head: h, source: noSource, rule: "claim/figure-of"}
	if r.tree.Lemma(n) == "estimate" {
		s.act = "estimate"
	}
	if !r.nounSource(n, &s) {
		return false
	}
	s.first, s.last = r.tree.Range(h)
	for s.last > n && r.tree.Token(s.last-1).UPOS == "PUNCT" {
		s.last--
	}
	r.add(s)
	return true
}

// gives reports whether h is a number said of a figure, or a verb that gives one.
func (r *reader) gives(h int) bool {
	if r.tree.Token(h).UPOS == "NUM" {
		return r.tree.Child(h, "cop") != doc.None
	}
	for _, k := range r.tree.Kids(h) {
		if k > h && (r.tree.Token(k).UPOS == "NUM" || r.tree.Child(k, "nummod") != doc.None) && r.tree.Is(k, "obj", "obl", "ccomp", "nsubj", "attr") {
			switch r.tree.Lemma(h) {
			case "show", "stand", "put", "suggest", "indicate", "be", "give":
				return true
			}
		}
	}
	return r.tree.Child(h, "cop") != doc.None && r.tree.Child(h, "nummod") != doc.None
}
