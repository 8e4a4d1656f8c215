package claim

import (
	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// clause is what a verb of saying says: a clause under it, the clause it is
// put into, or a quotation beside it.
func (r *reader) clause(v int) (first, last, head int, ok bool) {
	if s := r.closing(v); s != doc.None {
		return r.beforeClosing(v, s)
	}
	if r.relative(v) {
		return r.within(v)
	}
	if first, last, head, ok = r.midway(v); ok {
		return first, last, head, ok
	}
	if first, last, head, ok = r.gapped(v); ok {
		return first, last, head, ok
	}
	if h := r.asSaid(v); h != doc.None {
		return r.beyond(v, h)
	}
	if sent := r.d.Sentences[r.tree.Token(v).Sent]; v+2 < sent.Last && r.tree.Token(v+1).Text == ":" && !r.inQuote(v) {
		return v + 2, sent.Last, r.top(v+2, sent.Last), true // "she replied: “Yes”"
	}
	if by := r.carriedBy(v); by != doc.None {
		return r.tagged(v, by)
	}
	if by := r.beside(v); by != doc.None && r.tree.FrameOf(v).Agent != by {
		return r.tagged(v, by)
	}
	if c := r.statement(v); c != doc.None && !r.bare(c) {
		first, last = r.tree.Range(c)
		first, last = r.without(first, last, v)
		if first < v && v < last && r.tree.Token(first).XPOS[0] == 'W' && r.tree.Is(v, "acl") {
			first = v + 1 // "a road which engineers say is unsafe"
		}
		first, last = r.fronted(v, first, last), r.stretch(v, first, last)
		if o := r.tree.Child(v, "obj", "iobj"); o > v && o < first && !tells(r.tree.Lemma(v)) && r.tree.Child(c, "nsubj", "nsubj:pass") == doc.None {
			first, _ = r.tree.Range(o) // "expects the captain to be out"
		}
		if a, z, inQuotes := r.quoted(v); inQuotes && a < last && first < z {
			first, last = min(first, a), max(last, z)
		}
		first = r.fromStart(v, first, last)
		return first, r.upToTag(v, first, last), c, true
	}
	if first, last, ok = r.quoted(v); ok {
		return first, last, r.top(first, last), true
	}
	if h := r.host(v); h != doc.None {
		first, last = r.tree.Range(h)
		first, last = r.without(first, last, v)
		return first, last, h, first < last
	}
	const least = 3 // words and a comma
	if by := r.beside(v); by != doc.None && by < v && by-r.d.Sentences[r.tree.Token(v).Sent].First > least && r.ends(v) {
		return r.tagged(v, by)
	}
	return r.rest(v)
}

// upToTag lengthens what the closing tag of v says to the comma before the tag, where
// the tree has hung the end of the sentence's clause elsewhere: "A sailor adrift since
// her mast snapped was picked up, officials said."
func (r *reader) upToTag(v, first, last int) int {
	s := r.tree.Child(v, "nsubj")
	if s == doc.None || s > v || last > s || first != r.d.Sentences[r.tree.Token(v).Sent].First || r.inQuote(first) {
		return last
	}
	a := r.subjectStart(s)
	if r.tree.Token(a).Text == "," {
		a++ // hung on the subject
	}
	if a-1 <= last || r.tree.Token(a-1).Text != "," {
		return last
	}
	for k := v + 1; k < r.d.Sentences[r.tree.Token(v).Sent].Last; k++ {
		if u := r.tree.Token(k).UPOS; u == "VERB" || u == "AUX" {
			return last
		}
	}
	return a - 1
}

// fromStart begins what the closing tag of v says at the first word of the sentence
// where the tree has hung the subject elsewhere.
func (r *reader) fromStart(v, first, last int) int {
	s := r.tree.Child(v, "nsubj")
	start := r.d.Sentences[r.tree.Token(v).Sent].First
	if last > v || s == doc.None || s < last-1 && r.tree.Under(first, s) || first <= start || r.inQuote(first) {
		return first
	}
	for i := start; i < first; i++ {
		if u := r.tree.Token(i).UPOS; r.timex[i] != doc.None || u == "PUNCT" || u == "ADP" || u == "SCONJ" || u == "CCONJ" || u == "ADV" {
			return first
		}
	}
	return start
}

// midway reads a source that stands between what is said and a clause of time:
// "Rebels fired two rockets, the army said, a day after talks collapsed".
func (r *reader) midway(v int) (first, last, head int, ok bool) {
	const least = 3 // words
	sent, s := r.d.Sentences[r.tree.Token(v).Sent], r.tree.Child(v, "nsubj")
	if !r.plain(v) || !r.tree.Is(v, "parataxis") || s == doc.None || s > v || v+1 >= sent.Last || r.tree.Token(v+1).Text != "," || r.inQuote(v) {
		return 0, 0, doc.None, false
	}
	a, _ := r.tree.Range(s)
	if a-1-sent.First <= least || r.tree.Token(a-1).Text != "," {
		return 0, 0, doc.None, false
	}
	for _, k := range r.tree.Kids(v) {
		if k > v && r.tree.Is(k, "advcl") && r.tree.Child(k, "mark") != doc.None {
			return sent.First, a - 1, r.top(sent.First, a-1), true
		}
	}
	return 0, 0, doc.None, false
}

// ends reports whether nothing but what belongs to v, and no clause, follows v
// in its sentence: "…, a court heard on Monday."
func (r *reader) ends(v int) bool {
	for i := v + 1; i < r.d.Sentences[r.tree.Token(v).Sent].Last; i++ {
		if u := r.tree.Token(i).UPOS; u != "PUNCT" && (!r.tree.Under(i, v) || u == "VERB" && !r.citation(i) || u == "AUX") {
			return false
		}
	}
	return true
}

// relative reports whether v is the verb of "which first told of the plan":
// what it says stands in its clause and is not the sentence around it.
func (r *reader) relative(v int) bool {
	if r.tree.Token(v).Deprel != "acl:relcl" {
		return false
	}
	s := r.tree.Child(v, "nsubj")
	return s != doc.None && r.tree.Token(s).XPOS[0] == 'W' && !r.inQuote(v)
}

// within is a clause or quotation in the range of v behind it.
func (r *reader) within(v int) (first, last, head int, ok bool) {
	_, end := r.tree.Range(v)
	if c := r.statement(v); c != doc.None && c > v {
		first, last = r.tree.Range(c)
		return max(first, v+1), last, c, true
	}
	first, last = end, v
	for i := v + 1; i < end; i++ {
		if r.inQuote(i) && !r.barred(v, i) {
			first, last = min(first, i), max(last, i+1)
		}
	}
	if first >= last {
		return 0, 0, doc.None, false
	}
	return first, last, r.top(first, last), true
}

// asSaid is the clause that "as the minister said" speaks of, doc.None where v
// is of no such kind.
func (r *reader) asSaid(v int) int {
	m := r.tree.Child(v, "mark")
	if !r.tree.Is(v, "advcl") || m == doc.None || r.tree.Lemma(m) != "as" || r.tree.Child(v, "nsubj") == doc.None || r.statement(v) != doc.None || r.tree.Child(v, "obj") != doc.None {
		return doc.None
	}
	if t := r.tree.Token(v); t.XPOS == "VBG" || !r.tags(v) && r.tree.Lemma(v) != "point" && r.tree.Lemma(v) != "put" {
		return doc.None
	}
	return r.tree.Token(v).Head
}

// beyond is the clause of h without the clause of v at its edge.
func (r *reader) beyond(v, h int) (first, last, head int, ok bool) {
	first, last = r.tree.Range(h)
	a, z := r.tree.Range(v)
	switch {
	case r.onlyMarks(first, a):
		first = z
	case r.onlyMarks(z, last):
		last = a
	}
	return first, last, h, first < last
}

// bare reports whether a clause is one word without a subject: "reported sick".
func (r *reader) bare(c int) bool {
	return len(r.tree.Kids(c)) == 0 && r.tree.Token(c).UPOS == "ADJ" && !r.inQuote(c)
}

// tagged is the content of "…, Smith said" and of "Smith said …" where the
// tree takes another word for the subject: all that stands before or after it.
func (r *reader) tagged(v, by int) (first, last, head int, ok bool) {
	const least = 2 // words
	sent := r.d.Sentences[r.tree.Token(v).Sent]
	before, after := min(v, by), max(v+1, by+1)
	if r.mention[by] == doc.None && by < v {
		before = r.nounStart(by)
	}
	if m := r.mention[by]; m != doc.None {
		start := r.d.Mentions[m].First
		if k := r.nounStart(start); k > sent.First && r.begins(k, sent.First) {
			start = k // "…, the daily Tuoi Tre said"
		}
		if k := r.titled(start, sent.First); k != doc.None {
			start = k // "…, his great-granddaughter, Molly Brae, said"
		}
		before, after = min(v, start), max(v+1, r.d.Mentions[m].Last)
	}
	if a, z, inQuotes := r.quoted(v); inQuotes {
		return a, z, r.top(a, z), true
	}
	if before-sent.First > least && (sent.Last-after <= least || by < v && r.ends(v) || r.tree.Token(after).UPOS != "SCONJ") {
		return sent.First, before, r.top(sent.First, before), true
	}
	if sent.Last-after > least {
		return after, sent.Last, r.top(after, sent.Last), true
	}
	return 0, 0, doc.None, false
}

// titled is where a description begins that stands in front of the name at start
// with commas around the name, doc.None for none.
func (r *reader) titled(start, first int) int {
	start = r.nounStart(start) // "Sir Colin Marsh"
	if start-2 <= first || r.tree.Token(start-1).Text != "," {
		return doc.None
	}
	m := r.mention[start-2]
	if m == doc.None || r.d.Mentions[m].Type != doc.Nominal || r.d.Mentions[m].Class == doc.LOC {
		return doc.None
	}
	if k := r.nounStart(start - 2); k > first && r.begins(k, first) {
		return k
	}
	return doc.None
}

// stretch lengthens a content behind its verb to the next mark or conjunction,
// where the tree has hung the end of the clause elsewhere.
func (r *reader) stretch(v, first, last int) int {
	if first <= v {
		return last
	}
	sent := r.d.Sentences[r.tree.Token(v).Sent]
	for last < sent.Last {
		t := r.tree.Token(last)
		if t.UPOS == "PUNCT" || t.UPOS == "CCONJ" || r.timex[last] != doc.None || r.tree.Is(last, "case") && r.timexAhead(last) || t.Head == v && !r.tree.Is(last, "advcl") || t.UPOS == "SCONJ" {
			break
		}
		last++
	}
	return last
}

func (r *reader) timexAhead(i int) bool {
	return i+1 < len(r.timex) && r.timex[i+1] != doc.None
}

// statement is the clause under the verb of saying.
func (r *reader) statement(v int) int {
	for _, k := range r.tree.Kids(v) {
		if r.tree.Is(k, "ccomp") && !r.tagBehind(v, k) && (r.tree.Token(k).UPOS != "NUM" || r.tree.Child(k, "nsubj", "cop") != doc.None) {
			return k
		}
	}
	for _, k := range r.tree.Kids(v) {
		if r.tree.Is(k, "parataxis") && r.tree.Child(k, "nsubj", "nsubj:pass", "expl", "cop") != doc.None && !r.tagBehind(v, k) {
			return k
		}
	}
	for _, k := range r.tree.Kids(v) {
		// A clause without a conjunction right behind the verb is no adverbial.
		if r.tree.Is(k, "advcl") && k > v && r.plain(v) && r.tree.Child(k, "mark") == doc.None && r.tree.Child(k, "nsubj", "nsubj:pass") != doc.None {
			if a, _ := r.tree.Range(k); a <= v+2 && r.tree.Token(v+1).UPOS != "PUNCT" {
				return k
			}
		}
	}
	for _, k := range r.tree.Kids(v) {
		if a, _ := r.tree.Range(k); r.tree.Is(k, "advcl") && k > v && r.tree.Lemma(a) == "that" && r.tree.Is(a, "mark") && r.tree.Child(k, "nsubj", "nsubj:pass") != doc.None {
			return k // "admitted before the judge that he had"
		}
	}
	return r.onAddressee(v)
}

// tagBehind reports whether what the tree takes for the content k of v is another
// "…, the court heard" at the end of the sentence.
func (r *reader) tagBehind(v, k int) bool {
	if k < v || !r.tags(k) || r.tree.Child(k, "mark", "ccomp", "obj") != doc.None || !r.ends(k) {
		return false
	}
	a, _ := r.tree.Range(k)
	return a > v+1 && (r.tree.Token(a).Text == "," || r.tree.Token(a-1).Text == ",")
}

// onAddressee is a that-clause which the tree hangs on who was told: "told the
// paper that the base had fallen".
func (r *reader) onAddressee(v int) int {
	to := r.tree.Child(v, "iobj", "obj", "obl")
	if to == doc.None || r.tree.Is(to, "obj") && r.mention[to] == doc.None && r.tree.Token(to).UPOS != "PRON" && !tells(r.tree.Lemma(v)) {
		return doc.None // "offered no evidence that": nobody is told
	}
	if r.tree.Is(to, "obl") && len(lexicon.Cues(r.tree.Lemma(to), "N")) > 0 {
		return doc.None // "hit back at claims that": what others claim
	}
	for _, k := range r.tree.Kids(to) {
		m := r.tree.Child(k, "mark")
		if r.tree.Is(k, "acl", "ccomp") && m != doc.None && r.tree.Lemma(m) == "that" && r.tree.Child(k, "nsubj", "nsubj:pass") != doc.None {
			return k
		}
	}
	return doc.None
}

// host is the clause that "he said" is put into or behind.
func (r *reader) host(v int) int {
	t := r.tree.Token(v)
	if t.Head < 0 || r.tree.Child(v, "nsubj", "nsubj:pass") == doc.None {
		return doc.None
	}
	if r.tree.Is(v, "parataxis") && r.tree.Child(v, "obj") == doc.None || t.Deprel == "conj" && r.inQuote(t.Head) && !r.inQuote(v) {
		return t.Head
	}
	return doc.None
}

// without cuts the subtree of v off the range when it stands at its edge.
func (r *reader) without(first, last, v int) (int, int) {
	if v < first || v >= last {
		return first, last
	}
	a, z := r.own(v)
	switch {
	case a <= first:
		return z, last
	case r.onlyMarks(z, last):
		return first, a
	}
	// In the middle: the longer part would lose the other, so both stay.
	return first, last
}

// onlyMarks reports whether no word stands from first to last.
func (r *reader) onlyMarks(first, last int) bool {
	for i := first; i < last; i++ {
		if r.tree.Token(i).UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// own is the range of v with its subject and what belongs to neither clause.
func (r *reader) own(v int) (first, last int) {
	first, last = v, v+1
	for _, k := range r.tree.Kids(v) {
		if r.tree.Is(k, "nsubj", "aux", "obl", "advmod", "iobj", "obj", "xcomp", "compound:prt") {
			a, z := r.tree.Range(k)
			if r.tree.Is(k, "nsubj") {
				a = r.subjectStart(k)
			}
			first, last = min(first, a), max(last, z)
		}
	}
	return first, last
}

// top is the token of the range whose head lies outside it.
func (r *reader) top(first, last int) int {
	for i := first; i < last; i++ {
		if h := r.tree.Token(i).Head; (h < first || h >= last) && r.tree.Token(i).UPOS != "PUNCT" {
			return i
		}
	}
	return first
}
