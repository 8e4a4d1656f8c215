package claim

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
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
	r.offSource(v, s)
	r.contrast(v, s)
	r.afterColon(v, s)
}

// offSource ends the content before who says it where both have run together:
// "“…,” a doctor at a hospital" told the paper.
func (r *reader) offSource(v int, s *saying) {
	at := s.source.span
	if at.Len() == 0 || s.last > v || s.last <= s.first {
		return
	}
	if a, z := r.tokenAt(at.Start), r.tokenAt(at.End); a > s.first && a < s.last && z >= s.last && r.inQuote(s.first) && !r.inQuote(a) {
		s.last = a
		r.trim(s)
	}
}

// afterColon begins the content behind a colon where the words before tell of who says
// it: "The nurse disagreed: the doctors, she said, were late".
func (r *reader) afterColon(v int, s *saying) {
	for k := min(v, s.last) - 1; k > s.first; k-- {
		if r.tree.Token(k).Text != ":" || r.inQuote(k) {
			continue
		}
		for i := s.first; i < k; i++ {
			if r.tree.Is(i, "nsubj") && r.mention[i] != doc.None && r.sameSource(source{mention: r.mention[i]}, s.source) {
				s.first = k + 1
				return
			}
		}
		return
	}
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
		case k > v && k > s.first && t.Text == "," && r.otherSays(k, v):
			s.last = k // "the firm says it paid, and staff believe more is owed"
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

// second is the quotation after a semicolon that goes on with the same speaker:
// "“…”, it added; and, later, “…”". It is taken off the content of s.
func (r *reader) second(v int, s *saying) []saying {
	for k := v + 1; k < s.last && s.first < v; k++ {
		if r.tree.Token(k).Text != ";" || r.inQuote(k) || !r.anyQuoted(k, s.last) {
			continue
		}
		more := *s
		for more.first = k + 1; !r.inQuote(more.first); more.first++ {
			if r.tree.Is(more.first, "nsubj") {
				return nil // somebody else's
			}
		}
		more.head = r.top(more.first, more.last)
		more.rule = "claim/goes-on"
		s.last = k
		r.trim(s)
		r.untag(v, s)
		return []saying{more}
	}
	return nil
}

// andThat are the further clauses of "said that the boat had sunk and that two men were
// missing", each a saying of its own. They are taken off the content of s.
func (r *reader) andThat(s *saying) []saying {
	var out []saying
	end := s.last
	if s.cue != doc.None && s.cue < s.first {
		end = r.alsoSaid(s)
	}
	for k := end - 2; k > s.first+1; k-- {
		t := r.tree.Token(k)
		if t.Lemma != "that" || t.XPOS != "IN" || r.tree.Token(k-1).UPOS != "CCONJ" || !r.finite(k+1, end) || !r.finite(s.first, k-1) || s.cue >= k {
			continue
		}
		more := *s
		more.first, more.last, more.rule = k+1, end, s.rule+" and-that"
		if more.head = r.verbIn(k+1, end); t.Head > k && t.Head < end {
			more.head = t.Head
		}
		end = k - 1
		if s.last > end {
			s.last = end
			r.trim(s)
		}
		out = append(out, more)
	}
	slices.Reverse(out)
	return out
}

// alsoSaid is the end of what s says where the tree hangs ", and that …" on the cue.
func (r *reader) alsoSaid(s *saying) int {
	last := r.d.Sentences[r.tree.Token(s.cue).Sent].Last
	for k := s.last; k+1 < last; k++ {
		if t := r.tree.Token(k); t.Lemma == "that" && t.XPOS == "IN" && r.tree.Token(k-1).UPOS == "CCONJ" && t.Head > k && r.tree.Token(t.Head).Head == s.cue {
			_, z := r.tree.Range(t.Head)
			return max(s.last, z)
		}
		if r.tree.Token(k).UPOS == "VERB" {
			break
		}
	}
	return s.last
}

// otherSays reports whether the comma at k ends what v says, since "and" and a clause
// follow in which another source says something in the same tense.
func (r *reader) otherSays(k, v int) bool {
	if k+2 >= len(r.d.Tokens) || r.tree.Token(k+1).UPOS != "CCONJ" || r.tree.Token(k+2).Lemma == "that" {
		return false
	}
	c := r.tree.Token(k + 1).Head
	if c <= k || !strings.HasPrefix(r.tree.Token(c).XPOS, "VB") || r.tree.Child(c, "ccomp") == doc.None || len(lexicon.Cues(r.tree.Lemma(c), "V")) == 0 {
		return false
	}
	who := r.tree.Child(c, "nsubj")
	past := r.tree.Token(v).XPOS == "VBD"
	return who != doc.None && r.tree.Token(who).UPOS != "PRON" && (r.tree.Token(c).XPOS == "VBD") == past && isFinite(r.tree.Token(c).XPOS)
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
		if to := r.listener(r.d.Mentions[m].Head); to != doc.None {
			s.told = append(s.told, source{token: r.d.Mentions[m].Head, mention: to, span: r.d.Mentions[m].Span})
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
	if v <= s.first || v >= s.last || r.tree.Is(v, "acl") || s.passive && s.head > v {
		return
	}
	begin := v
	if at := s.source.span; at.Len() > 0 && at.End <= r.tree.Token(v).Start {
		begin = min(begin, r.tokenAt(at.Start))
	}
	if begin <= s.first {
		return
	}
	quoted := r.inQuote(s.first) && r.inQuote(begin-1)
	for i := v + 1; i < s.last; i++ {
		if r.tree.Token(i).UPOS == "PUNCT" && !r.inQuote(i) || quoted && !r.inQuote(i) {
			continue // "“We are listening,” he says, though numbers are down"
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
