package claim

import (
	"github.com/claimline/claimline/extract/nlp/doc"
)

// exact takes out of the content of s what belongs to the saying of it: whom
// the verb v tells, when it is said, and "…, Smith said" at the end.
func (r *reader) exact(v int, s *saying) {
	if s.first == v+1 {
		r.addressee(v, s)
		r.leading(v, s)
	}
	r.untag(v, s)
	r.contrast(v, s)
}

// contrast ends the content where the article sets another matter against it
// (", while the union", ", though the mayor"), and at a semicolon.
func (r *reader) contrast(v int, s *saying) {
	for k := s.first; k < s.last; k++ {
		if r.inQuote(k) {
			continue
		}
		switch t := r.tree.Token(k); {
		case t.Text == ";" && k > v && !r.anyQuoted(k, s.last):
			s.last = k
			r.trim(s)
			return
		case t.Text == ";" && k < v:
			s.first = k + 1
		case k > v && k > s.first && r.tree.Token(k-1).Text == "," && (t.Deprel == "mark" || t.UPOS == "SCONJ") && against(r.tree.Lemma(k)) && t.Head > k && r.tree.Child(t.Head, "nsubj", "nsubj:pass") != doc.None:
			s.last = k
			r.trim(s)
			return
		case k > v && k > s.first && r.tree.Token(k-1).Text == "," && t.XPOS == "VBG" && r.tree.Is(k, "advcl") && (speech(r.tree.Lemma(k)) || r.tree.Lemma(k) == "reject" || r.tree.Lemma(k) == "cite" || r.tree.Lemma(k) == "dismiss"):
			s.last = k // "ruled that it may, rejecting the claim": of the speaker
			r.trim(s)
			r.untag(v, s)
			return
		}
	}
}

// anyQuoted reports whether a word from first to last stands in quotation marks:
// "“…”, it added; and, later, “…”".
func (r *reader) anyQuoted(first, last int) bool {
	for i := first; i < last; i++ {
		if r.inQuote(i) {
			return true
		}
	}
	return false
}

func against(conjunction string) bool {
	switch conjunction {
	case "while", "though", "although", "whereas":
		return true
	}
	return false
}

// addressee moves the content behind whom the speaker tells: "told the paper
// she swerved".
func (r *reader) addressee(v int, s *saying) {
	if !tells(r.tree.Lemma(v)) {
		return
	}
	for k := s.first; k < s.last && k <= s.first+1; k++ {
		m := r.mention[k]
		if m == doc.None || r.d.Mentions[m].First > s.first+1 {
			continue
		}
		end := r.d.Mentions[m].Last
		if !r.opensClause(end, s.last) {
			return
		}
		if r.outlet(m) {
			s.told = append(s.told, source{token: r.d.Mentions[m].Head, mention: m, span: r.d.Mentions[m].Span})
		}
		s.first = end
		return
	}
}

// opensClause reports whether a clause with a subject begins at i.
func (r *reader) opensClause(i, end int) bool {
	if i >= end {
		return false
	}
	t := r.tree.Token(i)
	if t.UPOS != "PRON" && t.UPOS != "DET" && t.UPOS != "PROPN" && t.UPOS != "NOUN" && t.UPOS != "SCONJ" && t.UPOS != "ADJ" && t.UPOS != "NUM" {
		return false
	}
	return r.finite(i, end)
}

// leading moves the content behind a date that stands between the verb and what
// it says: "said on Friday it stood by its report".
func (r *reader) leading(v int, s *saying) {
	k := s.first
	if r.tree.Token(k).UPOS == "ADP" && k+1 < s.last {
		k++
	}
	x := r.timex[k]
	if x == doc.None || r.d.Timexes[x].First > s.first+1 {
		return
	}
	end := r.d.Timexes[x].Last
	if !r.opensClause(end, s.last) {
		return
	}
	s.first = end
	if r.date(k) != doc.None {
		s.time = x
	}
}

// untag ends the content before "…, Smith told the paper on Friday" where
// nothing but what belongs to the saying follows.
func (r *reader) untag(v int, s *saying) {
	if v <= s.first || v >= s.last || r.tree.Is(v, "acl") {
		return
	}
	begin := v
	if at := s.source.span; at.Len() > 0 && at.End <= r.tree.Token(v).Start {
		begin = min(begin, r.tokenAt(at.Start))
	}
	if begin <= s.first {
		return
	}
	for i := v + 1; i < s.last; i++ {
		if r.tree.Token(i).UPOS == "PUNCT" && !r.inQuote(i) {
			continue
		}
		if r.inQuote(i) || !r.tree.Under(i, v) || r.circumstance(i) {
			return
		}
	}
	s.last = begin
	r.trim(s)
}

// circumstance reports whether i begins a clause that may as well tell of what
// is said as of the saying: "…, police said, after a car".
func (r *reader) circumstance(i int) bool {
	if !r.tree.Is(i, "mark") {
		return false
	}
	switch r.tree.Lemma(i) {
	case "after", "before", "when", "while", "as", "since", "until", "if", "although", "though", "that":
		return true
	}
	return false
}
