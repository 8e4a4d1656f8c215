package claim

import (
	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

func (r *reader) inQuote(i int) bool { return r.quote[i] != doc.None }

// quoted is the quotation in the sentence of v that v stands outside of and
// that no other verb of saying is nearer to.
func (r *reader) quoted(v int) (first, last int, ok bool) {
	if r.inQuote(v) || r.trailing(v) {
		return 0, 0, false
	}
	sent := r.d.Sentences[r.tree.Token(v).Sent]
	first, last = sent.Last, sent.First
	for i := sent.First; i < sent.Last; i++ {
		if r.inQuote(i) && !r.barred(v, i) {
			first, last = min(first, i), max(last, i+1)
		}
	}
	return first, last, first < last
}

// trailing reports whether v is the participle in "…, he said, hinting at":
// what is quoted is said by the verb above.
func (r *reader) trailing(v int) bool {
	t := r.tree.Token(v)
	return t.XPOS == "VBG" && r.tree.Is(v, "advcl", "acl") && t.Head >= 0 && t.Head < v && len(lexicon.Cues(r.tree.Lemma(t.Head), "V")) > 0 && (v+1 >= len(r.quote) || r.quote[v+1] == doc.None)
}

// barred reports whether another verb of saying, or the end of a clause with a
// subject of its own, stands between v and the quotation at i.
func (r *reader) barred(v, i int) bool {
	from, to := min(v, i), max(v, i)
	if h := r.tree.Token(v).Head; i < v && r.tree.Is(v, "conj") && h >= 0 && h < i && r.tree.Token(h).UPOS == "VERB" && r.tree.Child(v, "nsubj") == doc.None && r.tree.Child(v, "obj") != doc.None {
		return true // "accused him of “…” and predicted losses": quoted by the verb before
	}
	for k := from + 1; k < to; k++ {
		if r.inQuote(k) {
			continue
		}
		t := r.tree.Token(k)
		if t.Text == ";" && r.newSubject(min(k, i), max(k, i)) {
			return true
		}
		if t.UPOS != "VERB" || len(lexicon.Cues(r.tree.Lemma(k), "V")) == 0 {
			continue
		}
		speaker := r.tree.Child(k, "nsubj")
		if speaker != doc.None && (!r.tree.Under(v, k) || r.tree.Under(v, speaker)) {
			return true // what "said the man who had warned" quotes is said
		}
	}
	return false
}

// newSubject reports whether a clause with a subject stands between two tokens,
// outside of quotation marks.
func (r *reader) newSubject(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if r.tree.Is(k, "nsubj") && !r.inQuote(k) {
			return true
		}
	}
	return false
}
