package coref

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// leaders are nouns for who leads a country or body: any of them may be said
// of the same person.
var leaders = words("leader president premier minister chancellor ruler head chief king queen emir sultan dictator strongman monarch chairman chairwoman " +
	"director executive boss ceo commander founder owner")

// sameRole finds the last person who has the role that m names: "the Foreign
// Secretary" for Foreign Secretary Boris Johnson, "the Russian leader" for the
// Russian president.
func (r *resolver) sameRole(i int) int {
	m := &r.m[i]
	if !m.person || m.number == plural || !r.definite(m) && !r.titleLike(m) || apartRole(m.mods) {
		return doc.None
	}
	close := doc.None
	for j := i - 1; j >= r.reach(m); j-- {
		root := &r.m[r.root(j)]
		if !r.m[j].person || r.m[j].Type == doc.Pronoun || r.furniture(&r.m[j]) || r.encloses(i, j) || !r.compatible(r.root(i), r.root(j)) {
			continue
		}
		switch {
		case slices.ContainsFunc(root.roles, func(w string) bool {
			return w == m.lemma || m.lemma == "judge" && benches[w] || len(m.lemma) > 4 && strings.HasSuffix(w, m.lemma)
		}) && root.named && r.roleFits(m, root):
			return j
		case close == doc.None && root.named && leaders[m.lemma] && len(m.of) > 0 && slices.ContainsFunc(root.roles, func(w string) bool { return leaders[w] }) && shares(m.of, root.of):
			close = j
		}
	}
	return close
}

// benches are the titles of those who are called the judge.
var benches = words("justice sheriff magistrate recorder coroner")

// titleLike reports whether m is a bare title with a capital: "Foreign
// Secretary".
func (r *resolver) titleLike(m *mention) bool {
	return r.d.Tokens[m.Head].UPOS == "PROPN" && m.noun.Title
}

// roleFits reports whether the modifiers of a role are those of the person:
// "the press secretary" is not the Defense Secretary.
func (r *resolver) roleFits(m, root *mention) bool {
	for _, w := range m.mods {
		if !slices.Contains(root.mods, w) && !slices.Contains(root.roles, w) && !evaluating[w] && len(root.mods) > 0 {
			return false
		}
	}
	return len(m.of) == 0 || len(root.of) == 0 || shares(m.of, root.of)
}

func apartRole(mods []string) bool {
	return slices.ContainsFunc(mods, func(w string) bool { return apart[w] && w != "former" && w != "old" && w != "new" })
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// deeds tell who is spoken of as the suspect, the victim or the gunman: of
// which verbs one is subject (true) or object (false).
var deeds = map[string]map[string]bool{
	"suspect":   {"charge": false, "arrest": false, "detain": false, "accuse": false, "suspect": false, "allege": false, "open": true},
	"defendant": {"charge": false, "indict": false, "accuse": false, "plead": true, "try": false, "convict": false, "sentence": false, "jail": false, "acquit": false},
	"accused":   {"charge": false, "accuse": false, "indict": false},
	"victim":    {"kill": false, "murder": false, "stab": false, "shoot": false, "attack": false, "die": true, "gun": false, "rape": false, "assault": false},
	"gunman":    {"shoot": true, "open": true, "fire": true, "kill": true, "storm": true},
	"shooter":   {"shoot": true, "open": true, "fire": true, "kill": true},
	"attacker":  {"attack": true, "stab": true, "kill": true, "shoot": true, "blow": true},
	"killer":    {"kill": true, "murder": true, "shoot": true, "stab": true},
	"driver":    {"drive": true, "crash": true},
	"winner":    {"win": true, "elect": false, "beat": true, "defeat": true},
	"victor":    {"win": true, "elect": false, "beat": true, "defeat": true},
}

// sameDeed finds the one person of whom the article says what makes one the
// suspect or the victim.
func (r *resolver) sameDeed(i int) int {
	m := &r.m[i]
	verbs := deeds[m.lemma]
	if verbs == nil || m.number != singular || !r.definite(m) {
		return doc.None
	}
	found := doc.None
	for j := range r.m {
		o := &r.m[j]
		if j == i || !o.person || o.number == plural || o.Type == doc.Pronoun || !r.did(o, verbs) {
			continue
		}
		if found != doc.None && !r.same(found, j) {
			return doc.None
		}
		if found == doc.None {
			found = j
		}
	}
	return found
}

// did reports whether o is subject or object of one of the verbs.
func (r *resolver) did(o *mention, verbs map[string]bool) bool {
	v := r.d.Tokens[o.Head].Head
	if v == doc.None {
		return false
	}
	subject, known := verbs[r.tree.Lemma(v)]
	if !known {
		return false
	}
	passive := r.tree.Is(o.Head, "nsubj:pass") || r.tree.Is(o.Head, "nsubj") && r.tree.Child(v, "aux:pass") != doc.None
	if subject {
		return r.tree.Is(o.Head, "nsubj") && !passive || r.tree.Is(o.Head, "obl:agent")
	}
	return passive || r.tree.Is(o.Head, "obj")
}
