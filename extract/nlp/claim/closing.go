package claim

import "github.com/claimline/claimline/extract/nlp/doc"

// closing is the subject of a verb of saying that closes the sentence and that the
// tree takes for a clause on the noun before it: "has tested positive for a
// stimulant, the commission confirmed on Monday". It is doc.None for none.
func (r *reader) closing(v int) int {
	const least = 3 // words and a comma
	if t := r.tree.Token(v); !r.tree.Is(v, "acl", "acl:relcl") || t.XPOS != "VBD" && t.XPOS != "VBN" && t.XPOS != "VBZ" || r.inQuote(v) || r.tree.Child(v, "aux", "aux:pass", "mark", "obj", "ccomp") != doc.None {
		return doc.None
	}
	if l := r.tree.Lemma(v); !r.plain(v) && l != "confirm" && l != "announce" && l != "disclose" {
		return doc.None
	}
	s := r.tree.Child(v, "nsubj", "nsubj:pass")
	if k := v - 1; s == doc.None && k > 0 && r.tree.Is(k, "appos") && r.tree.Token(k).Head == r.tree.Token(v).Head {
		s = k // hung on the noun as well
	}
	if s == doc.None || s > v || r.tree.Token(s).XPOS[0] == 'W' {
		return doc.None
	}
	first, _ := r.tree.Range(s)
	sent := r.d.Sentences[r.tree.Token(v).Sent]
	if first-1-sent.First <= least || r.tree.Token(first-1).Text != "," || !r.finite(sent.First, first-1) || !r.closes(v, sent.Last) {
		return doc.None
	}
	return s
}

// closes reports whether nothing but when v was and whom it cites follows v.
func (r *reader) closes(v, last int) bool {
	for i := v + 1; i < last; i++ {
		if r.citation(i) {
			return true
		}
		if u := r.tree.Token(i).UPOS; u != "PUNCT" && (!r.tree.Under(i, v) || u == "VERB" || u == "AUX") {
			return false
		}
	}
	return true
}

// beforeClosing is what the verb of saying v with the subject s closes.
func (r *reader) beforeClosing(v, s int) (first, last, head int, ok bool) {
	first = r.d.Sentences[r.tree.Token(v).Sent].First
	last, _ = r.tree.Range(s)
	if a, z, inQuotes := r.quoted(v); inQuotes {
		first, last = a, z
	}
	return first, last, r.top(first, last), true
}

// declaredSo reports the passive of "declared elected", which gives nothing but that.
func (r *reader) declaredSo(v int) bool {
	if r.tree.Lemma(v) != "declare" || v+1 >= len(r.d.Tokens) || r.tree.Token(v+1).Head != v {
		return false
	}
	return r.tree.Is(v+1, "xcomp", "advcl", "ccomp", "obj")
}

// fronted begins what v says at the phrase that opens the sentence without a comma
// after it, though the tree hangs it on v: "Among the dead were two children, a
// doctor said".
func (r *reader) fronted(v, first, last int) int {
	sent := r.d.Sentences[r.tree.Token(v).Sent]
	if last > v || first == sent.First {
		return first
	}
	for _, k := range r.tree.Kids(v) {
		if k >= first || !r.tree.Is(k, "obl") {
			continue
		}
		if r.tree.Case(k) == "among" && r.onlyNear(sent.First, first, k) {
			return sent.First
		}
	}
	return first
}

// onlyNear reports whether all words from first to last are k or hang on it.
func (r *reader) onlyNear(first, last, k int) bool {
	for i := first; i < last; i++ {
		if i != k && !r.tree.Under(i, k) {
			return false
		}
	}
	return true
}

// semicolon is the first semicolon from token i on that stands in no quotation, or
// last: what is said "according to police" ends there.
func (r *reader) semicolon(i, last int) int {
	for ; i < last; i++ {
		if r.tree.Token(i).Text == ";" && !r.inQuote(i) {
			return i
		}
	}
	return last
}
