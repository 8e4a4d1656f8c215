package entity

import (
	"github.com/claimline/claimline/extract/lexicon"
)

// trim cuts titles and descriptions off the edges of a name: "Press Secretary"
// off "Press Secretary Peter Cook", "executive" off "Apple executive". It
// reports whether a name is left.
func (f *finder) trim(n *name) bool {
	if cut := f.lead(n.First, n.Last); cut > n.First {
		n.First, n.person = cut, true
	}
	for n.First < n.Last && f.timex[n.First] {
		n.First++
	}
	for n.Last > n.First && (f.timex[n.Last-1] || f.common(n.Last-1) || f.tailTitle(n, n.Last-1)) {
		n.Last--
	}
	return n.First < n.Last && !f.onlyTitles(n.First, n.Last)
}

// common reports whether token i is an ordinary lower-case noun.
func (f *finder) common(i int) bool {
	return !f.capital(i) && f.d.Tokens[i].UPOS == "NOUN"
}

// tailTitle reports whether token i, the last of n, is a role rather than
// part of the name: "State Department Spokesperson".
func (f *finder) tailTitle(n *name, i int) bool {
	if i == n.First {
		return false
	}
	noun, ok := lexicon.NounOf(f.lower(i))
	return ok && noun.Person() && (noun.Speaks || noun.Leads && f.names1(n)) && f.d.Tokens[i].UPOS != "PROPN"
}

// names1 reports whether the words before the last of n are of a body.
func (f *finder) names1(n *name) bool {
	for i := n.First; i < n.Last-1; i++ {
		if h, ok := lexicon.HeadOf(f.text(i)); ok && h.Kind != "" {
			return true
		}
	}
	return false
}

// lead returns the token at which the name proper begins, after the title
// that the tokens from first begin with; first itself when none does.
func (f *finder) lead(first, last int) int {
	if h, ok := lexicon.HeadOf(f.text(last - 1)); ok && h.Kind != "" && !f.surnameLike(first, last) {
		return first
	}
	for i := last - 2; i >= first; i-- {
		if f.title(i) {
			return i + 1
		}
		if _, ok := lexicon.Given(f.text(i)); ok && i > first && !f.title(i-1) {
			return first
		}
	}
	return first
}

// surnameLike reports whether the last of these tokens, a word that may head
// the name of a body, follows a given name: "Judge Alan Park".
func (f *finder) surnameLike(first, last int) bool {
	if last-first < 2 {
		return false
	}
	_, ok := lexicon.Given(f.text(last - 2))
	return ok
}

// title reports whether token i may stand before a person's name.
func (f *finder) title(i int) bool {
	if _, ok := lexicon.TitleOf(f.text(i)); ok {
		return true
	}
	noun, ok := lexicon.NounOf(f.lemma(i))
	return ok && noun.Title && noun.Person()
}

// titleWords go with titles without being one.
var titleWords = map[string]bool{
	"prime": true, "vice": true, "deputy": true, "foreign": true, "acting": true, "former": true, "chief": true, "senior": true,
	"press": true, "assistant": true, "interior": true, "defense": true, "defence": true, "finance": true, "attorney": true,
	"first": true, "lady": true, "interim": true, "state": true, "home": true, "health": true, "education": true, "justice": true,
	"of": true, "for": true, "the": true, "and": true, "lead": true, "co": true, "-": true, "petty": true, "executive": true,
	"managing": true, "general": true, "public": true, "supreme": true, "crown": true, "opposition": true, "affairs": true,
}

// onlyTitles reports whether tokens first to last are a title and nothing
// else: "Prime Minister".
func (f *finder) onlyTitles(first, last int) bool {
	some := false
	for i := first; i < last; i++ {
		switch {
		case f.title(i):
			some = true
		case !titleWords[f.lower(i)]:
			return false
		}
	}
	return some
}

func (f *finder) lemma(i int) string { return f.tree.Lemma(i) }
