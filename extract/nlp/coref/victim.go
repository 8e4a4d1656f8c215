package coref

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

const (
	ruleVictim  = "coref/victim"  // "the shooting of his former boss"
	ruleCaptive = "coref/captive" // "the arrest of a journalist"
)

// victims joins whom an opening sentence, or somebody quoted, says to have been
// killed or struck, without a name, with the one person whom the article names as
// the victim: "the shooting of his former boss", "He shot one man".
func (r *resolver) victims() {
	r.undergone(ruleVictim, r.struck, "victim")
	r.undergone(ruleCaptive, r.seized, "detainee")
}

// undergone joins the nameless and the one named of whom a deed is told.
func (r *resolver) undergone(rule string, struck func(*mention) bool, called string) {
	named := r.namedOne(struck, called)
	if named == doc.None {
		return
	}
	first := r.firstSentence()
	for i := range r.m {
		m := &r.m[i]
		if m.Type != doc.Nominal || !m.person || m.number != singular || r.m[r.root(i)].named || r.same(i, named) || !struck(m) {
			continue
		}
		if _, owned := r.owner(m); owned && r.ownedBy(m, named) {
			continue
		}
		lead := m.sent < first+2 && r.role(m) != doc.Headline
		if (lead || rule == ruleVictim && r.quoted[m.Head] && people[m.lemma]) && r.sameStory(m, &r.m[named]) {
			r.join(i, named, rule)
		}
	}
}

// namedOne is the one person whom the article names as having undergone a deed,
// None where it names several.
func (r *resolver) namedOne(struck func(*mention) bool, called string) int {
	found := doc.None
	for i := range r.m {
		m := &r.m[i]
		if m.Type == doc.Pronoun || !m.person || m.number == plural || !r.m[r.root(i)].named || !struck(m) && m.lemma != called {
			continue
		}
		if found != doc.None && !r.same(found, i) {
			return doc.None
		}
		found = i
	}
	return found
}

// struck reports whether m is whom a deed of violence is done to.
func (r *resolver) struck(m *mention) bool {
	return r.deedOn(m, killings, "of") || r.deedOn(m, assaults, "on", "against") || r.tree.Lemma(max(r.d.Tokens[m.Head].Head, 0)) != "die" && r.did(m, deeds["victim"])
}

// seized reports whether m is whom somebody takes or holds.
func (r *resolver) seized(m *mention) bool {
	return r.deedOn(m, arrests, "of") || r.did(m, captures)
}

// deedOn reports whether a noun for a deed is followed by one of the prepositions
// and m.
func (r *resolver) deedOn(m *mention, nouns map[string]bool, cases ...string) bool {
	v := r.d.Tokens[m.Head].Head
	return v != doc.None && r.tree.Is(m.Head, "nmod") && slices.Contains(cases, r.tree.Case(m.Head)) && nouns[r.tree.Lemma(v)]
}

var (
	killings = words("shooting murder killing stabbing slaying assassination beating manslaughter")
	assaults = words("attack assault")
	arrests  = words("arrest detention capture kidnapping abduction imprisonment extradition")
)

var captures = map[string]bool{"arrest": false, "detain": false, "seize": false, "capture": false, "kidnap": false, "abduct": false, "imprison": false, "jail": false}

// ownedBy reports whether the possessor of m is of the chain of j.
func (r *resolver) ownedBy(m *mention, j int) bool {
	k, _ := r.owner(m)
	return k != doc.None && r.same(k, j)
}

// sameStory reports whether nothing told of the two sets them apart: age, nation.
func (r *resolver) sameStory(m, o *mention) bool {
	root := &r.m[r.root(o.at)]
	if len(m.of) > 0 && len(root.of) > 0 && !shares(m.of, root.of) {
		return false
	}
	return m.gender == "" || root.gender == "" || m.gender == root.gender
}

// quotedOne joins somebody whom an official quoted in the article speaks of by
// nation only, with the one named person of that nation: "the death of a British
// man".
func (r *resolver) quotedOne(i int) int {
	m := &r.m[i]
	if !m.person || m.number != singular || !people[m.lemma] && m.lemma != "national" && m.lemma != "citizen" || len(m.of) == 0 || !r.quoted[m.Head] || !r.indefinite(m) {
		return doc.None
	}
	found := doc.None
	for j := i - 1; j >= r.reach(m); j-- {
		o := &r.m[j]
		root := &r.m[r.root(j)]
		if !root.person || !root.named || root.number == plural || o.Type == doc.Pronoun || !shares(m.of, root.of) {
			continue
		}
		if found != doc.None && !r.same(found, j) {
			return doc.None
		}
		found = j
	}
	return found
}

// identifications joins whom a passive says to be known by a name: "The victim was
// identified as Ana Diaz", "the business is listed as Telmore Ltd".
func (r *resolver) identifications() {
	for i := range r.m {
		m := &r.m[i]
		v := r.d.Tokens[m.Head].Head
		if m.Type != doc.Name || m.Class == doc.NORP || v == doc.None || !r.tree.Is(m.Head, "obl", "xcomp") || r.tree.Case(m.Head) != "as" && r.tree.Lemma(v) != "name" {
			continue
		}
		switch r.tree.Lemma(v) {
		case "identify", "name", "list", "register":
		default:
			continue
		}
		s := r.tree.Child(v, "nsubj:pass", "nsubj")
		if s == doc.None && r.tree.Is(v, "acl") {
			s = r.d.Tokens[v].Head // "a man identified as Ana Diaz"
		}
		if s == doc.None || !r.tree.Passive(v) || r.hedged(v) {
			continue
		}
		if j := r.heads[s]; j != doc.None && r.m[j].Type == doc.Nominal && r.m[j].person == m.person && r.m[j].number != plural && r.canBe(i, j) {
			r.join(i, j, rulePredicate)
		}
	}
}

// bare reports whether m is a noun in the plural alone, which speaks of its kind
// or of some of it: "pirates".
func (r *resolver) bare(m *mention) bool {
	if m.Type != doc.Nominal || m.Class != doc.Group || !r.counts(m) || m.figure != "" || m.noun.Collective {
		return false
	}
	return !r.determined(m) && !r.definite(m) && !r.indefinite(m) && len(m.of) == 0 && len(m.mods) == 0
}

// mother and father by other names, under which speech tells of them.
var plainKin = map[string]string{"mum": "mother", "mom": "mother", "mummy": "mother", "mommy": "mother", "dad": "father", "daddy": "father"}

func kinOf(lemma string) string {
	if k := plainKin[lemma]; k != "" {
		return k
	}
	return lemma
}

// spokenKin finds the relative of whom the article has told before, where somebody
// quoted says "my mum": the only one that it tells of.
func (r *resolver) spokenKin(i int) int {
	m := &r.m[i]
	if !m.person || m.number != singular || !kinship[kinOf(m.lemma)] || !r.mine(m) {
		return doc.None
	}
	found := doc.None
	for j := i - 1; j >= r.reach(m); j-- {
		o := &r.m[j]
		if o.Type != doc.Nominal || kinOf(o.lemma) != kinOf(m.lemma) || r.mine(o) || o.number == plural {
			continue
		}
		if _, owned := r.owner(o); !owned {
			continue
		}
		if found != doc.None && !r.same(found, j) {
			return doc.None
		}
		found = j
	}
	return found
}
