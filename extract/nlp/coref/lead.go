package coref

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// The rules of how news brings somebody in and varies what it calls him.
const (
	ruleLead      = "coref/lead"      // "A climber has died. Robert Buckley, 32, fell"
	ruleVariation = "coref/variation" // "the New Zealander"
)

// opening is how many sentences from its beginning an article may speak of
// somebody before it names him.
const opening = 4

// leads joins the subject of an opening sentence, described but not named,
// with the person whom the next sentence names first, as its subject.
func (r *resolver) leads() {
	first := r.firstSentence()
	r.headlined(first)
	for i := range r.m {
		m := &r.m[i]
		if m.sent >= first+opening {
			return
		}
		if m.Type != doc.Nominal || !m.person || m.number != singular || r.root(i) != i {
			continue
		}
		if j := r.describedAgain(i); j != doc.None {
			r.join(i, j, ruleLead)
			continue
		}
		if !r.subject(m) && !r.identified(m) || r.speaks(m) {
			continue
		}
		if j := r.introduced(i); j != doc.None {
			r.join(i, j, ruleLead)
		}
	}
}

// headlined joins whom a headline brings in without a name or an article with
// the first one that the story brings in by the same noun: "Man, 83, dies", "An
// 83-year-old man has died".
func (r *resolver) headlined(first int) {
	for i := range r.m {
		m := &r.m[i]
		if m.sent > first+1 || r.role(m) != doc.Headline {
			return
		}
		if m.Type != doc.Nominal || m.Class != doc.PER && m.Class != doc.Group || r.root(i) != i || r.d.Tokens[m.First].UPOS == "DET" || r.tree.Child(m.Head, "nmod:poss") != doc.None {
			continue
		}
		for j := i + 1; j < len(r.m) && r.m[j].sent <= m.sent+opening; j++ {
			o := &r.m[j]
			if o.Type != doc.Nominal || r.role(o) != doc.Paragraph || o.lemma != m.lemma {
				continue
			}
			if r.counts(m) == r.counts(o) && (m.figure == o.figure || m.figure == "" || o.figure == "") && r.fits(m, o) {
				r.join(i, j, ruleLead)
			}
			break
		}
	}
}

// describedAgain is the named person of whom a later sentence says what the
// headline does: "Australian woman claims", "Valeska Paris, an Australian woman".
func (r *resolver) describedAgain(i int) int {
	m := &r.m[i]
	if r.d.Tokens[m.First].UPOS == "DET" {
		return doc.None
	}
	for j := i + 1; j < len(r.m) && r.m[j].sent <= m.sent+opening; j++ {
		o := &r.m[j]
		if o.Type == doc.Nominal && o.key == m.key && r.m[r.root(j)].named {
			return j
		}
	}
	return doc.None
}

// identified reports whether m is whom a verb makes known or takes hold of.
func (r *resolver) identified(m *mention) bool {
	v := r.d.Tokens[m.Head].Head
	return v != doc.None && r.tree.Is(m.Head, "obj") && identifying[r.tree.Lemma(v)]
}

var identifying = words("identify name charge arrest detain convict sentence kill rescue acquit indict extradite release free shoot jail")

// firstSentence is the first sentence with a mention of somebody.
func (r *resolver) firstSentence() int {
	if len(r.m) == 0 {
		return 0
	}
	return r.m[0].sent
}

// subject reports whether m is subject of a clause.
func (r *resolver) subject(m *mention) bool { return r.tree.Is(r.outer(m.Head), "nsubj") }

// introduced is the one person whom the sentences after i name for the first
// time as a subject. Somebody named before, or who only speaks, is not meant.
func (r *resolver) introduced(i int) int {
	m := &r.m[i]
	heading := doc.None // whom the headline names
	for j := range r.m {
		o := &r.m[j]
		if o.sent > m.sent+2 {
			break
		}
		if r.furniture(o) || heading != doc.None && r.same(j, heading) && j < i {
			continue
		}
		if heading == doc.None && j < i && o.Type == doc.Name && o.Class == doc.PER && r.role(o) == doc.Headline && r.root(j) == j {
			heading = j
			continue
		}
		if o.Type != doc.Name || o.Class != doc.PER || r.speaks(o) && o.sent != m.sent+1 {
			continue
		}
		if j < i || o.sent == m.sent {
			return doc.None
		}
		if len(o.words) > 1 && r.subject(o) && !r.speaks(o) && (heading == doc.None || r.same(j, heading)) && r.compatible(r.root(i), r.root(j)) {
			return j
		}
		return doc.None
	}
	return doc.None
}

// variation finds the person whom "the New Zealander" or "the man" varies: the
// only one named, as a subject, in the last sentences.
func (r *resolver) variation(i int) int {
	m := &r.m[i]
	if !m.person || m.number != singular || !r.definite(m) || !people[m.lemma] && !r.demonym(i) && !varying[m.lemma] && !r.ofAge(m) && !r.formerly(m) {
		return doc.None
	}
	if j := r.onlyBefore(i); j != doc.None {
		return j
	}
	const far = 3
	found := doc.None
	for j := i - 1; j >= 0 && m.sent-r.m[j].sent <= far; j-- {
		o := &r.m[j]
		root := &r.m[r.root(j)]
		if !root.person || !root.named || root.number == plural || r.furniture(o) || !r.subject(o) || r.containing(i, j) || r.bound(m, o) || !r.compatible(r.root(i), r.root(j)) || r.speaks(o) {
			continue
		}
		if found != doc.None && !r.same(found, j) {
			return doc.None
		}
		found = j
	}
	return found
}

// onlyBefore is the one person that the sentence before the description i names,
// as the subject and first, where i is a subject, too: what he said or did is
// gone on with.
func (r *resolver) onlyBefore(i int) int {
	m := &r.m[i]
	if people[m.lemma] || !r.subject(m) || m.sent == 0 || r.d.Sentences[m.sent-1].Block < 0 {
		return doc.None
	}
	found := doc.None
	lo, hi := r.sentence(m.sent - 1)
	for j := lo; j < hi; j++ {
		o := &r.m[j]
		root := &r.m[r.root(j)]
		if o.Type == doc.Pronoun && !root.named || !root.person || r.furniture(o) {
			continue
		}
		if found != doc.None && !r.same(found, j) {
			return doc.None
		}
		if found == doc.None {
			found = j
		}
	}
	if found == doc.None || !r.m[r.root(found)].named || slices.ContainsFunc(r.m[r.root(found)].roles, func(w string) bool { return w == m.lemma }) || !r.subject(&r.m[found]) || !r.compatible(r.root(i), r.root(found)) {
		return doc.None
	}
	return found
}

// formerly reports whether m says what somebody was: "the former prime minister".
func (r *resolver) formerly(m *mention) bool {
	return slices.Contains(m.mods, "former") && m.Last == m.Head+1
}

// ofAge reports whether an age is told: "the 71-year-old leader".
func (r *resolver) ofAge(m *mention) bool {
	for k := m.First; k <= m.Head; k++ {
		if w := r.d.Tokens[k].Text; strings.HasSuffix(w, "-year-old") || w == "old" && k > m.First+2 && r.d.Tokens[k-2].Text == "year" {
			return true
		}
	}
	return false
}

// varying are nouns that news calls somebody by in place of the name.
var varying = words("striker midfielder defender winger goalkeeper forward batsman bowler skipper golfer swimmer sprinter cyclist boxer wrestler " +
	"singer actor actress author novelist comedian star superstar veteran politician lawmaker pensioner teenager grandmother grandfather tycoon magnate " +
	"billionaire millionaire businessman businesswoman celebrity heiress")

// demonym reports whether i is called only by nationality.
func (r *resolver) demonym(i int) bool {
	for k := i + 1; k < len(r.m) && r.m[k].First < r.m[i].Last; k++ {
		if r.m[k].Class == doc.NORP && r.m[k].Head == r.m[i].Head {
			return true
		}
	}
	return false
}
