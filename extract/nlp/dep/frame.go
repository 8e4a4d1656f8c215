package dep

import "github.com/claimline/claimline/extract/nlp/doc"

// A Frame is who does what to whom at one verb, as far as grammar tells.
// Agent is the logical subject, Patient the logical object.
type Frame struct {
	Agent   int
	Patient int
	Passive bool
}

// FrameOf finds agent and patient of the verb v.
func (t *Tree) FrameOf(v int) Frame {
	f := Frame{Agent: doc.None, Patient: doc.None, Passive: t.Passive(v)}
	if f.Passive {
		f.Patient = t.Subject(v)
		f.Agent = t.ByAgent(v)
		return f
	}
	f.Agent = t.Subject(v)
	f.Patient = t.Object(v)
	return f
}

// ByAgent is the agent of a passive or of a noun: "attacked by gunmen".
func (t *Tree) ByAgent(v int) int {
	if a := t.Child(v, "obl:agent"); a != doc.None {
		return a
	}
	return t.Oblique(v, "by")
}

// Passive reports whether v is a passive verb or a participle that modifies
// what undergoes it.
func (t *Tree) Passive(v int) bool {
	tok := t.Token(v)
	if t.Child(v, "aux:pass", "nsubj:pass", "csubj:pass") != doc.None {
		return true
	}
	if tok.XPOS != "VBN" && tok.XPOS != "VBD" {
		return false
	}
	participle := t.Child(v, "aux", "nsubj") == doc.None
	switch {
	case t.Is(v, "acl", "amod") && tok.Deprel != "acl:relcl" && participle:
		return t.Child(v, "obj") == doc.None
	case t.Is(v, "advcl") && tok.XPOS == "VBN" && participle:
		return t.Child(v, "obj") == doc.None
	case t.Is(v, "conj") && participle && tok.Head >= 0:
		return t.Child(v, "obj") == doc.None && tok.Head != v && t.Child(tok.Head, "aux:pass", "nsubj:pass") != doc.None
	}
	return false
}

// Subject is the grammatical subject of v, looked for also where another verb
// or a noun supplies it.
func (t *Tree) Subject(v int) int { return t.subject(v, 0) }

func (t *Tree) subject(v, depth int) int {
	const farthest = 5
	if depth > farthest {
		return doc.None
	}
	if s := t.nearestSubject(v); s != doc.None {
		if t.relative(s) {
			return t.antecedent(v, s)
		}
		return s
	}
	head := t.Token(v).Head
	if head < 0 {
		return doc.None
	}
	switch {
	case t.Is(v, "conj"):
		if verbal(t.Token(head)) || t.Child(head, "cop") != doc.None {
			return t.subject(head, depth+1)
		}
	case t.Is(v, "xcomp"):
		if o := t.Child(head, "obj", "iobj"); o != doc.None && !t.subjectControl(head) {
			return o
		}
		return t.subject(head, depth+1)
	case t.Is(v, "acl", "amod"):
		return head
	case t.Is(v, "advcl"):
		return t.subject(head, depth+1)
	}
	return doc.None
}

// nearestSubject is the subject child of v; of several, which only a parser's
// mistake can give, the last one before v.
func (t *Tree) nearestSubject(v int) int {
	found := doc.None
	for _, k := range t.kids[v] {
		if t.Is(k, "nsubj", "csubj") && (found == doc.None || k < v) {
			found = k
		}
	}
	return found
}

// Object is the direct object of v; the antecedent where v stands in a
// relative clause on its object.
func (t *Tree) Object(v int) int {
	if o := t.Child(v, "obj"); o != doc.None {
		if t.relative(o) {
			return t.antecedent(v, o)
		}
		return o
	}
	if t.Token(v).Deprel == "acl:relcl" && t.Token(v).Head >= 0 && !t.adverbial(v) {
		if s := t.Child(v, "nsubj"); s != doc.None && !t.relative(s) {
			return t.Token(v).Head
		}
	}
	return doc.None
}

// adverbial reports whether the relative clause of v is not on its object:
// "whose boat sank", "where he lived", "in which it fell".
func (t *Tree) adverbial(v int) bool {
	for _, k := range t.kids[v] {
		switch t.Token(k).XPOS {
		case "WRB":
			return true
		}
		if !t.Is(k, "nsubj", "obl") {
			continue
		}
		for _, c := range t.kids[k] {
			if t.Token(c).XPOS == "WP$" || t.Lemma(c) == "whose" {
				return true
			}
		}
		if t.Is(k, "obl") && t.relative(k) {
			return true
		}
	}
	return false
}

// relative reports whether i is a relative pronoun.
func (t *Tree) relative(i int) bool {
	x := t.Token(i).XPOS
	return x == "WDT" || x == "WP" || x == "WP$" || (x == "IN" || x == "DT") && t.Lemma(i) == "that" && t.Token(i).Deprel == "nsubj" && t.Token(i).Head >= 0 && t.Token(t.Token(i).Head).Deprel == "acl:relcl"
}

// antecedent is the noun that the relative clause of v hangs on; the pronoun
// itself when there is no such clause.
func (t *Tree) antecedent(v, pronoun int) int {
	for depth := 0; depth < 4; depth++ {
		head := t.Token(v).Head
		if head < 0 {
			break
		}
		if t.Is(v, "acl") {
			return head
		}
		v = head
	}
	return pronoun
}

// subjectControl lists the verbs whose infinitive is done by their subject
// even when they have an object.
func (t *Tree) subjectControl(v int) bool {
	switch t.Lemma(v) {
	case "promise", "vow", "threaten", "use":
		return true
	}
	return false
}

func verbal(tok *doc.Token) bool { return tok.UPOS == "VERB" || tok.UPOS == "AUX" }
