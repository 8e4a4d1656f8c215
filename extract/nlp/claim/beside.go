package claim

import (
	"github.com/claimline/claimline/extract/nlp/doc"
)

// beside is the speaker that stands right beside a plain verb of saying with a
// comma, a quotation mark or nothing on its other side: "…, Smith said" and
// "…, said Smith". Parsers often miss such a subject after a long quotation.
func (r *reader) beside(v int) int {
	if !r.tags(v) || r.tree.Passive(v) {
		return doc.None
	}
	if r.tree.Token(v).XPOS == "VBG" || r.tree.Token(v).XPOS == "VB" || r.inQuote(v) {
		return doc.None
	}
	sent := r.d.Sentences[r.tree.Token(v).Sent]
	k := v - 1
	for k > sent.First && (r.tree.Token(k).UPOS == "ADV" || r.tree.Token(k).UPOS == "AUX") {
		k--
	}
	if k >= sent.First && r.tree.Token(k).XPOS[0] == 'W' {
		return doc.None // "which says"
	}
	if k >= sent.First && r.mention[k] == doc.None && k > sent.First && r.capital(k) && r.begins(k, sent.First) {
		return k
	}
	if k > sent.First && r.mention[k] == doc.None && r.tree.Token(k).UPOS == "NOUN" && r.tree.Child(v, "nsubj") == k && r.begins(r.nounStart(k), sent.First) && r.ends(v) {
		return k // "…, the authors write."
	}
	if k >= sent.First && r.mention[k] != doc.None {
		if m := r.d.Mentions[r.mention[k]]; m.Last == k+1 && r.begins(r.joinedStart(r.nounStart(m.First), sent.First), sent.First) {
			return m.Head
		}
	}
	if v > sent.First && r.inverted(v, sent.Last) && !tells(r.tree.Lemma(v)) {
		if by := r.right(v, sent.Last); by != doc.None {
			return by
		}
	}
	if by := r.beforeApposition(v, sent.First); by != doc.None {
		return by
	}
	subject := r.tree.Child(v, "nsubj", "nsubj:pass")
	if k := r.tree.Child(v, "obl:unmarked"); subject == doc.None && k != doc.None && k < v && r.mention[k] != doc.None && r.timex[k] == doc.None && r.begins(r.nounStart(k), sent.First) {
		return k // "A couple from Leeds have told": taken for a measure
	}
	if subject == doc.None {
		if by := r.stray(v); by != doc.None {
			return by
		}
	}
	if tells(r.tree.Lemma(v)) {
		return doc.None // whom, not who
	}
	if v+1 < sent.Last && v > sent.First && r.tree.Token(v-1).UPOS == "PUNCT" && (subject == doc.None || subject > v || r.inQuote(v-1) || r.inverted(v, sent.Last)) {
		return r.right(v, sent.Last)
	}
	return doc.None
}

// stray is the speaker in "Trains are running, a spokesman for the line told
// Reuters" where the parser took it for another subject of the clause before: a
// noun phrase from the comma to the verb.
func (r *reader) stray(v int) int {
	h := r.tree.Token(v).Head
	if !r.tree.Is(v, "parataxis", "conj", "ccomp", "advcl") || h < 0 || h > v {
		return doc.None
	}
	for k := v - 1; k > h+1; k-- {
		if r.tree.Token(k).Head != h || !r.tree.Is(k, "nsubj", "obj", "obl", "appos", "conj", "dislocated", "nmod") {
			continue
		}
		first := k
		for first-1 > h && r.tree.Under(first-1, k) {
			first--
		}
		if r.tree.Token(first).Text == "," {
			first++
		}
		for i := k + 1; i < v; i++ {
			if !r.tree.Under(i, k) {
				return doc.None
			}
		}
		if r.tree.Token(first-1).Text == "," {
			return k
		}
		return doc.None
	}
	return doc.None
}

// tags reports whether v is a verb that stands beside a speaker at either end of
// what is said: "…, Smith said".
func (r *reader) tags(v int) bool {
	switch r.tree.Lemma(v) {
	case "say", "add", "explain", "note", "tell", "warn", "recall", "argue", "insist", "continue", "reply", "write", "declare", "claim", "report",
		"tweet", "post", "announce", "quip", "joke", "concede", "recount", "observe", "remark":
		return true
	case "hear":
		s := r.tree.Child(v, "nsubj")
		return s != doc.None && hearing(r.tree.Lemma(s))
	}
	return false
}

// hearing reports whether a noun is of a body that people speak before.
func hearing(lemma string) bool {
	switch lemma {
	case "court", "jury", "inquest", "tribunal", "inquiry", "hearing", "trial", "magistrate", "committee", "commission", "panel":
		return true
	}
	return false
}

// beforeApposition is the speaker in "…, Ann Smith, mayor of the town, said".
func (r *reader) beforeApposition(v, start int) int {
	const longest = 25
	if v-1 <= start || r.tree.Token(v-1).Text != "," {
		return doc.None
	}
	if m := r.mention[v-2]; m != doc.None && r.d.Mentions[m].Class == doc.PER && r.d.Mentions[m].Type == doc.Name && r.d.Mentions[m].Last == v-1 && r.titled(r.d.Mentions[m].First, start) != doc.None {
		return r.d.Mentions[m].Head
	}
	for k := v - 2; k > start && k > v-longest; k-- {
		t := r.tree.Token(k)
		if t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP") && r.tree.Child(k, "nsubj") != doc.None && !r.tree.Is(k, "acl") || r.inQuote(k) {
			return doc.None
		}
		if t.Text != "," || r.mention[k-1] == doc.None {
			continue
		}
		m := r.d.Mentions[r.mention[k-1]]
		if m.Type == doc.Name && m.Last == k && r.begins(r.nounStart(m.First), start) && m.Class != doc.LOC {
			return m.Head
		}
	}
	return doc.None
}

// right is the speaker after the verb: "said the mayor, Ann Smith". A person is
// sought before what stands in front of the person's name.
func (r *reader) right(v, end int) int {
	const longest = 6
	found := doc.None
	for k := v + 1; k < end && k <= v+longest; k++ {
		if m := r.mention[k]; m != doc.None && r.d.Mentions[m].Head >= v {
			mention := &r.d.Mentions[m]
			if mention.Class == doc.PER {
				return mention.Head
			}
			if found == doc.None && mention.Class != doc.LOC && mention.First <= v+3 {
				found = mention.Head
			}
		}
		if u := r.tree.Token(k).UPOS; u != "DET" && u != "ADJ" && u != "NOUN" && u != "PROPN" && u != "PRON" {
			break
		}
	}
	return found
}

// inverted reports whether what stands behind v to the end of the sentence is
// only a name: "…, says the Press Association".
func (r *reader) inverted(v, end int) bool {
	for k := v + 1; k < end; k++ {
		u := r.tree.Token(k).UPOS
		if u == "VERB" || u == "AUX" || u == "ADP" || u == "SCONJ" {
			return false
		}
	}
	return r.tree.Token(v-1).Text == "," && end-v > 2
}

// nounStart goes left from a mention over its article and title.
func (r *reader) nounStart(i int) int {
	for i > 0 && r.tree.Token(i-1).Sent == r.tree.Token(i).Sent {
		u := r.tree.Token(i - 1).UPOS
		if u != "DET" && u != "ADJ" && u != "NOUN" && u != "PROPN" && r.tree.Token(i-1).Text != "-" && r.tree.Token(i-1).XPOS != "PRP$" {
			break
		}
		i--
	}
	return i
}

// joinedStart is where "Ian and Sue Carr" begins for a phrase that begins at i.
func (r *reader) joinedStart(i, first int) int {
	if i-2 < first || r.tree.Token(i-1).UPOS != "CCONJ" || r.mention[i-2] == doc.None {
		return i
	}
	return r.nounStart(r.d.Mentions[r.mention[i-2]].First)
}

// begins reports whether a noun phrase that begins at i can begin a clause.
func (r *reader) begins(i, first int) bool {
	return i == first || r.tree.Token(i-1).UPOS == "PUNCT"
}

// invertedSubject reads "said Smith" where the parser took the speaker for an
// object.
func (r *reader) invertedSubject(v int) int {
	if r.tree.Child(v, "nsubj") != doc.None {
		return doc.None
	}
	o := r.tree.Child(v, "obj")
	if o == doc.None || o < v || r.mention[o] == doc.None {
		return doc.None
	}
	if m := r.d.Mentions[r.mention[o]]; r.tree.Lemma(v) == "say" || v > 1 && r.inQuote(v-1) && !r.inQuote(v) && m.Class == doc.PER && r.ends(v) {
		return o // "“…,” fumed Ferri."
	}
	return doc.None
}
