package relation

import (
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// holder is whom the role i is said to be of: its own mention, or the subject
// whom a verb makes it of, as in "she was its president", "he was appointed
// chief executive of Orbex". None where that is denied or yet to come.
func (f *finder) holder(i int) int {
	h := f.d.Mentions[i].Head
	verb := h
	if f.tree.Child(h, "cop") == doc.None {
		v := f.d.Tokens[h].Head
		switch {
		case v == doc.None || !f.tree.Is(h, "xcomp", "obj", "obl"):
			return i
		case f.tree.Is(h, "obl") && f.tree.Case(h) == "as" && serving[f.lemma(v)], !f.tree.Is(h, "obl") && becoming[f.lemma(v)]:
			verb = v
		default:
			return i
		}
	}
	if f.chain(i).Named && f.tree.Child(h, "cop") != doc.None && !f.hedged(h) {
		return i // joined with its subject
	}
	s := f.tree.Child(verb, "nsubj")
	if s == doc.None && f.tree.Is(verb, "conj", "xcomp", "acl", "advcl") {
		s = f.tree.Subject(verb)
	}
	if naming[f.lemma(verb)] && !f.tree.Passive(verb) {
		s = f.tree.Child(verb, "obj") // "named Ana Diaz chairman"
	}
	if s == doc.None || s == h || f.heads[s] == doc.None || f.hedged(verb) || f.future(verb) {
		if s == doc.None || s == h {
			return i
		}
		return doc.None
	}
	if j := f.heads[s]; f.d.Mentions[j].Chain != doc.None && f.chain(j).Named {
		return j
	}
	return i
}

// future reports whether a verb tells of what is to come.
func (f *finder) future(v int) bool {
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "aux") && (f.lemma(k) == "will" || f.lemma(k) == "shall") {
			return true
		}
	}
	return false
}

var (
	serving  = words("serve act work")
	becoming = words("become remain appoint name elect make appoint be install re-elect reelect")
	naming   = words("appoint name elect make install")
)

// forces are bodies that articles speak of without a name.
var forces = words("police army navy military guard")

// force is the first mention of such a body in the article, which the title
// "police spokesman" is of.
func (f *finder) force(lemma string) int {
	for j := range f.d.Mentions {
		if m := &f.d.Mentions[j]; m.Type != doc.Pronoun && m.Class == doc.ORG && f.lemma(m.Head) == lemma && m.Chain != doc.None && f.chain(j).Actor == graph.PublicBody {
			return j
		}
	}
	return doc.None
}

// possessed reads whose branch a body is called right before its name: "Orbex's
// subsidiary Telmore".
func (f *finder) possessed(i int) {
	m := &f.d.Mentions[i]
	k := m.First - 1
	if m.Class != doc.ORG || k < 0 || f.d.Tokens[k].Sent != f.d.Tokens[m.First].Sent || branches[f.lemma(k)] == "" || f.heads[k] != doc.None {
		return
	}
	for _, h := range []int{k, m.Head} {
		if p := f.tree.Child(h, "nmod:poss"); p != doc.None && f.heads[p] != doc.None && f.body(f.heads[p]) {
			f.add(branches[f.lemma(k)], i, f.heads[p], "branch")
			return
		}
	}
}
