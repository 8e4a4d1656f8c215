package coref

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// The rules that join descriptions.
const (
	rulePhrase   = "coref/same-phrase"
	ruleHead     = "coref/same-head"
	ruleNameHead = "coref/head-in-name" // "the court" for the Supreme Court
	ruleRole     = "coref/role"         // "the Russian leader" for the Russian president
	ruleKindOf   = "coref/kind-of"      // "the group" for an armed group
	ruleBranch   = "coref/branch"       // "the IS affiliate" for IS-K
	ruleFigure   = "coref/same-figure"  // "the four men" for four attackers
	ruleDeed     = "coref/deed"         // "the suspect" for who was charged
	ruleCapital  = "coref/capital"      // "the Russian capital" for Moscow
)

// descriptions joins descriptions and pronouns with what was mentioned before,
// in the order of the text.
func (r *resolver) descriptions() {
	for i := range r.m {
		m := &r.m[i]
		if r.root(i) != i || m.named {
			continue
		}
		switch m.Type {
		case doc.Nominal:
			r.pronounsWithin(i)
			r.nominal(i)
		case doc.Pronoun:
			r.pronoun(i)
		}
	}
}

// pronounsWithin joins the pronouns in a phrase first: whose brother "her
// brother" is tells whether it is the one before.
func (r *resolver) pronounsWithin(i int) {
	for k := i + 1; k < len(r.m) && r.m[k].First < r.m[i].Last; k++ {
		switch {
		case r.root(k) != k:
		case r.m[k].Type == doc.Pronoun:
			r.pronoun(k)
		case r.m[k].Type == doc.Nominal && r.possessive(&r.m[k]) && r.d.Tokens[r.m[k].Head].Head == r.m[i].Head:
			r.nominal(k) // "this man's family"
		}
	}
}

// farPhrase is how many sentences back a description may reach, which also
// keeps the time linear in the length of a text.
const farPhrase = 200

// reach is the first mention that m may be joined with.
func (r *resolver) reach(m *mention) int { return r.bySent[max(m.sent-farPhrase, 0)] }

// A sieve finds an earlier mention for the description i, or None.
type sieve struct {
	rule string
	find func(r *resolver, i int) int
}

// sieves for descriptions, the surest first.
var sieves = []sieve{
	{ruleGovernment, (*resolver).governmentOf},
	{ruleForces, (*resolver).forcesOf},
	{ruleEmployer, (*resolver).employerOf},
	{rulePhrase, (*resolver).samePhrase},
	{ruleNameHead, (*resolver).headInName},
	{ruleCapital, (*resolver).capital},
	{ruleBranch, (*resolver).branchOf},
	{ruleRole, (*resolver).sameRole},
	{ruleHead, (*resolver).sameHead},
	{ruleFigure, (*resolver).sameFigure},
	{ruleFigure, (*resolver).sameCount},
	{ruleDeed, (*resolver).sameDeed},
	{ruleKindOf, (*resolver).kindOf},
	{ruleVariation, (*resolver).variation},
	{ruleVariation, (*resolver).quotedOne},
	{ruleHead, (*resolver).spokenKin},
}

// shifting are sieves for nouns such as group and country, which turn from one
// to another as a text goes on: what is salient counts, not what was called
// so before.
var shifting = []sieve{
	{ruleKindOf, (*resolver).kindOf},
	{rulePhrase, (*resolver).samePhrase},
	{ruleHead, (*resolver).sameHead},
}

var shifts = words("group organization organisation movement outfit company firm country nation")

func (r *resolver) nominal(i int) {
	list := sieves
	if shifts[r.m[i].lemma] {
		list = shifting
	}
	for _, s := range list {
		if j := s.find(r, i); j != doc.None && r.join(i, j, s.rule) {
			return
		}
	}
}

// definite reports whether m picks out something known: the, this, that.
func (r *resolver) definite(m *mention) bool {
	for _, k := range r.tree.Kids(m.Head) {
		if k < m.Head && r.tree.Is(k, "det") {
			switch strings.ToLower(r.d.Tokens[k].Text) {
			case "the", "this", "that", "these", "those":
				return true
			}
		}
	}
	if m.First < m.Head {
		switch strings.ToLower(r.d.Tokens[m.First].Text) {
		case "the", "this", "that", "these", "those":
			return true
		}
	}
	return false
}

// owner is the mention that possesses m, None without a possessor; owned says
// whether there is one, mentioned or not ("my", "our").
func (r *resolver) owner(m *mention) (j int, owned bool) {
	k := r.tree.Child(m.Head, "nmod:poss")
	if k == doc.None {
		return doc.None, false
	}
	return r.heads[k], true
}

// sameOwner reports whether two phrases have possessors of one chain, or
// neither has one.
func (r *resolver) sameOwner(a, b *mention) bool {
	i, x := r.owner(a)
	j, y := r.owner(b)
	if x != y {
		return false
	}
	if !x {
		return true
	}
	return i != doc.None && j != doc.None && r.same(i, j)
}

// samePhrase finds an earlier phrase of the same words. Pronouns within, and
// amounts, are not the same because they are written alike.
func (r *resolver) samePhrase(i int) int {
	m := &r.m[i]
	if m.figure != "" && !r.definite(m) || r.indefinite(m) {
		return doc.None
	}
	for j := i - 1; j >= r.reach(m); j-- {
		if o := &r.m[j]; o.Type == doc.Nominal && o.key == m.key && !r.furniture(o) && (!r.bare(m) || r.bare(o)) && agree(o.number, m.number) && (r.sameOwner(m, o) || r.mine(m) && r.mine(o)) {
			return j
		}
	}
	return doc.None
}

// mine reports whether a speaker owns m: "my mother".
func (r *resolver) mine(m *mention) bool {
	k := r.tree.Child(m.Head, "nmod:poss")
	return k != doc.None && (r.tree.Lemma(k) == "my" || r.tree.Lemma(k) == "i")
}

// indefinite reports whether m brings in somebody new.
func (r *resolver) indefinite(m *mention) bool {
	for i := m.First; i < m.Head; i++ {
		switch strings.ToLower(r.d.Tokens[i].Text) {
		case "a", "an", "another", "some", "several", "other", "others", "many", "more", "no", "any", "every", "each", "most", "few":
			return true
		}
	}
	return false
}

// sameHead finds the last mention with the same noun and nothing that tells it
// from m: "the attackers" for "four attackers".
func (r *resolver) sameHead(i int) int {
	m := &r.m[i]
	_, owned := r.owner(m)
	if !r.definite(m) && !owned || r.qualified(m) {
		return doc.None
	}
	for j := i - 1; j >= r.reach(m); j-- {
		o := &r.m[j]
		if o.Type != doc.Nominal || o.lemma != m.lemma || r.furniture(o) || !agree(o.number, m.number) || r.encloses(i, j) {
			continue
		}
		if owned && !r.sameOwner(m, o) || !r.fits(m, o) || r.counts(m) != r.counts(o) {
			continue
		}
		return j
	}
	return doc.None
}

// counts reports whether the head of m is in the plural: the parliament is not
// both parliaments.
func (r *resolver) counts(m *mention) bool {
	return strings.HasSuffix(r.d.Tokens[m.Head].XPOS, "S")
}

// restricted reports whether a clause tells which one m is, as it does of what
// has not been spoken of: "the company that owns the ferry".
func (r *resolver) restricted(m *mention) bool {
	for _, k := range r.tree.Kids(m.Head) {
		if k <= m.Head || r.d.Tokens[k].Deprel != "acl:relcl" {
			continue
		}
		first, _ := r.tree.Range(k)
		return first > 0 && r.d.Tokens[first].UPOS != "PUNCT" && r.d.Tokens[first-1].Text != ","
	}
	return false
}

// governmentOf finds the state whose leader m names as the owner of a
// government: "Mr Putin's government".
func (r *resolver) governmentOf(i int) int {
	m := &r.m[i]
	if m.lemma != "government" && m.lemma != "administration" && m.lemma != "regime" {
		return doc.None
	}
	j, _ := r.owner(m)
	if j == doc.None || !r.m[r.root(j)].person {
		return doc.None
	}
	root := &r.m[r.root(j)]
	if !slices.ContainsFunc(root.roles, func(w string) bool { return leaders[w] }) {
		return doc.None
	}
	for k := i - 1; k >= r.reach(m); k-- {
		if e := r.m[k].entry; e != nil && e.Actor == graph.State && slices.Contains(root.of, graph.Fold(e.Name)) {
			return k
		}
	}
	return doc.None
}

// sameFigure finds an earlier group of the same small number of people.
func (r *resolver) sameFigure(i int) int {
	m := &r.m[i]
	if m.figure == "" || !r.definite(m) || m.number != plural || m.Class != doc.Group || largeFigure(m.figure) {
		return doc.None
	}
	for j := i - 1; j >= r.reach(m); j-- {
		o := &r.m[j]
		if o.Type == doc.Nominal && o.figure == m.figure && !r.furniture(o) && o.Class == doc.Group && o.number == plural && !r.encloses(i, j) && (people[m.lemma] || people[o.lemma] || m.lemma == o.lemma) {
			return j
		}
	}
	return doc.None
}

// people are nouns that say no more of somebody than the sex.
var people = words("man woman person people suspect other individual boy girl child victim")

func largeFigure(s string) bool {
	return len(s) > 2 && s[0] >= '0' && s[0] <= '9' || s == "one" || s == "1"
}

func agree(a, b number) bool { return a == anyNumber || b == anyNumber || a == b }

// encloses reports whether one mention stands within the other.
func (r *resolver) encloses(i, j int) bool {
	a, b := &r.m[i], &r.m[j]
	return a.First < b.Last && b.First < a.Last
}

// fits reports whether what m says of itself is true of o, as far as it is
// known: no other figure, no other owner, and no attribute that o lacks.
func (r *resolver) fits(m, o *mention) bool {
	if m.figure != "" && o.figure != "" && m.figure != o.figure || r.qualified(o) {
		return false
	}
	if o.lemma == "bank" && slices.Contains(o.mods, "central") && !slices.Contains(m.mods, "central") {
		return false // one of many banks
	}
	root := &r.m[r.root(o.at)]
	for _, w := range m.mods {
		if !slices.Contains(o.mods, w) && !slices.Contains(root.mods, w) && !evaluating[w] && len(o.mods) > 0 {
			return false
		}
	}
	for _, w := range m.of {
		if !slices.Contains(o.of, w) && !slices.Contains(root.of, w) && len(root.of) > 0 {
			return false
		}
	}
	return true
}

// evaluating are attributes that anybody may be given.
var evaluating = words("distorted barbaric notorious deadly dead injured wounded slain alleged suspected accused rescued injured beleaguered embattled troubled " +
	"popular famous controversial young same late unfortunate stricken damaged missing captured armed masked resurgent militant terrorist terror extremist " +
	"entire whole")

// headInName finds the last name whose own head is the noun of m: "the court"
// for the Supreme Court, "the navy" for the Indian navy.
func (r *resolver) headInName(i int) int {
	m := &r.m[i]
	if !r.definite(m) && m.key != "police" || r.qualified(m) || m.number == plural || m.person {
		return doc.None
	}
	for j := i - 1; j >= r.reach(m); j-- {
		o := &r.m[j]
		if o.Type != doc.Name || o.Class == doc.PER || o.Class == doc.NORP || r.furniture(o) || r.encloses(i, j) || !r.headed(o, m.lemma) {
			continue
		}
		if r.ownersAgree(m, o) {
			return j
		}
		return doc.None
	}
	if m.key == "police" {
		return r.onlyPolice(i)
	}
	return doc.None
}

// onlyPolice is the first name of the one police force that the text names
// after the mention i: "Police allege …, said Vancouver Police spokesman".
func (r *resolver) onlyPolice(i int) int {
	only := doc.None
	for j := range r.m {
		o := &r.m[j]
		if o.Type == doc.Nominal && o.lemma == "police" && o.key != "police" {
			return doc.None // of somewhere else, or another sort
		}
		if o.Type != doc.Name || o.Class != doc.ORG || !r.headed(o, "police") {
			continue
		}
		if only != doc.None && !r.same(only, j) {
			return doc.None
		}
		if only == doc.None {
			only = j
		}
	}
	if only < i {
		return doc.None
	}
	return only
}

// headed reports whether a name has lemma as its head: the last word, or the
// one before "of".
func (r *resolver) headed(o *mention, lemma string) bool {
	if len(o.words) < 2 {
		return false
	}
	for k, w := range o.words {
		if w == "of" || w == "for" {
			return k > 0 && o.words[k-1] == lemma
		}
	}
	last := o.words[len(o.words)-1]
	return last == lemma || last == lemma+"s"
}

func (r *resolver) ownersAgree(m, o *mention) bool {
	for _, w := range m.of {
		if !slices.Contains(o.of, w) && !slices.Contains(o.words, w) {
			return false
		}
	}
	return true
}

// capital finds the capital of the country that m names: "the Russian
// capital".
func (r *resolver) capital(i int) int {
	m := &r.m[i]
	if m.lemma != "capital" || m.number == plural {
		return doc.None
	}
	for j := i - 1; j >= r.reach(m); j-- {
		e := r.m[j].entry
		if r.m[j].Type != doc.Name || e == nil || !e.Capital {
			continue
		}
		state := lexicon.State(e.Country)
		if len(m.of) == 0 || state != nil && slices.Contains(m.of, graph.Fold(state.Name)) {
			return j
		}
	}
	return doc.None
}
