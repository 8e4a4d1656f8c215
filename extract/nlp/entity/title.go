package entity

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// trim cuts titles and descriptions off the edges of a name: "Press Secretary"
// off "Press Secretary Peter Cook", "executive" off "Apple executive". It
// reports whether a name is left.
func (f *finder) trim(n *name) bool {
	if f.onlyTitles(n.First, n.Last) || f.portfolio(n) || f.opener(n) {
		return false
	}
	if f.aShip(n) && !f.vesselNamed(n) || n.net == doc.PER && n.Last-n.First == 1 && parents[f.text(n.First)] {
		return false
	}
	for i := n.First + 2; i+1 < n.Last && n.net == doc.PER; i++ {
		if f.lower(i) == "of" && len(lexicon.Named(f.text(i+1))) > 0 {
			n.Last = i // "Erik Salo of Finland"
		}
	}
	if cut := f.lead(n.First, n.Last); cut > n.First && !f.vesselBefore(n.First) && !f.vesselNamed(n) {
		n.First, n.person = cut, true
	}
	for n.First < n.Last && (f.timex[n.First] || f.d.Tokens[n.First].UPOS == "ADP" && !f.capital(n.First)) {
		n.First++
	}
	for n.First+1 < n.Last && f.glued(n.First) && f.text(n.First) == "-" {
		n.First++
	}
	for n.Last > n.First && (f.timex[n.Last-1] || f.common(n.Last-1) || f.tailTitle(n, n.Last-1)) {
		n.Last--
	}
	if n.Last == n.First+1 && f.glued(n.First) && n.Last+1 < len(f.d.Tokens) && f.text(n.Last) == "-" && f.glued(n.Last) && strings.ContainsAny(f.text(n.Last + 1)[:1], "0123456789") {
		return false // AK-47
	}
	for n.Last-n.First > 2 && n.net == doc.PER && honors[f.text(n.Last-1)] {
		n.Last--
	}
	if n.Last-n.First > 1 && lexicon.Unnamed(f.d.Tokens[n.First:n.Last]) && f.bodyHead(n.Last-2) {
		n.Last-- // "UN Security Council Resolution"
	}
	// "Pentagon Press" of "Pentagon Press Secretary".
	for n.Last > n.First+1 && n.Last < len(f.d.Tokens) && titleWords[f.lower(n.Last-1)] && f.title(n.Last) && f.d.Tokens[n.Last].Sent == f.d.Tokens[n.First].Sent {
		n.Last--
	}
	return n.First < n.Last && !f.onlyTitles(n.First, n.Last)
}

// vesselNamed reports whether the article has had a vessel of the name n.
func (f *finder) vesselNamed(n *name) bool {
	for i := range f.names {
		if o := &f.names[i]; !o.dropped && o.First < n.First && f.vesselBefore(o.First) && f.key(o) == f.key(n) {
			return true
		}
	}
	return false
}

// parents are called so by their children, and are nobody's names.
var parents = set("Dad Daddy Mum Mummy Mom Mommy Mama Papa Grandma Grandpa Granny Nan Nana")

// aShip reports whether an article before a lady's name says that it is a ship's or
// a horse's: "intercepted the Lady Grace".
func (f *finder) aShip(n *name) bool {
	if n.First == 0 || f.lower(n.First-1) != "the" || n.Last-n.First < 2 || f.vesselBefore(n.First) {
		return false
	}
	switch f.text(n.First) {
	case "Lady", "Princess", "Miss":
		_, given := lexicon.Given(f.text(n.First + 1))
		return given
	}
	return false
}

// opener reports whether n is nothing but a common noun for a person that a headline
// begins with: "Warlord killed in strike".
func (f *finder) opener(n *name) bool {
	s := f.d.Tokens[n.First].Sent
	if n.Last-n.First > 1 || n.First != f.d.Sentences[s].First || f.d.Blocks[f.d.Sentences[s].Block].Role != doc.Headline {
		return false
	}
	w := f.lower(n.First)
	noun, ok := lexicon.NounOf(w)
	_, given := lexicon.Given(f.text(n.First))
	return ok && noun.Person() && !given && !lexicon.Surname(f.text(n.First)) && n.First+1 < len(f.d.Tokens) && f.d.Tokens[n.First+1].UPOS == "VERB"
}

// vesselBefore reports whether a word for a ship or the like stands before token i,
// whose name may be a title: "the ferry Princess Aurora".
func (f *finder) vesselBefore(i int) bool {
	if i == 0 || f.d.Tokens[i-1].Sent != f.d.Tokens[i].Sent {
		return false
	}
	noun, ok := lexicon.NounOf(f.lemma(i - 1))
	return ok && noun.Kind() == lexicon.Vehicle
}

// portfolio reports whether n is what a minister is minister of: "Secretary of
// State".
func (f *finder) portfolio(n *name) bool {
	if n.First < 2 || f.lower(n.First-1) != "of" && f.lower(n.First-1) != "for" || !f.title(n.First-2) {
		return false
	}
	for i := n.First; i < n.Last; i++ {
		if !titleWords[f.lower(i)] {
			return false
		}
	}
	return true
}

// common reports whether token i is an ordinary lower-case noun.
func (f *finder) common(i int) bool {
	if f.capital(i) {
		return false
	}
	_, ok := lexicon.NounOf(f.lemma(i))
	return f.d.Tokens[i].UPOS == "NOUN" || ok
}

// tailTitle reports whether token i, the last of n, is a role rather than
// part of the name: "State Department Spokesperson".
func (f *finder) tailTitle(n *name, i int) bool {
	if i == n.First {
		return false
	}
	noun, ok := lexicon.NounOf(f.lower(i))
	return ok && noun.Person() && (noun.Speaks || noun.Leads && f.bodyBefore(n) && f.d.Tokens[i].UPOS != "PROPN")
}

// bodyBefore reports whether the words before the last of n are of a body.
func (f *finder) bodyBefore(n *name) bool {
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
	if f.describedFirst(first, last) {
		return first + 1
	}
	for i := last - 2; i >= first; i-- {
		if f.title(i) {
			if honorific[f.text(i)] && (i > first && f.title(i-1) || i == first && i > 0 && f.title(i-1) && f.capital(i-1)) {
				return i // Prime Minister Sheikh Nasser
			}
			return i + 1
		}
		if _, ok := lexicon.Given(f.text(i)); ok && i > first && !f.title(i-1) {
			return first
		}
	}
	return first
}

// describedFirst reports whether the capital of the first word is only that of
// its sentence: "Entomologist Priya Rao", "Grandson Kyle".
func (f *finder) describedFirst(first, last int) bool {
	if first != f.d.Sentences[f.d.Tokens[first].Sent].First || last-first < 2 {
		return false
	}
	noun, ok := lexicon.NounOf(f.lower(first))
	_, given := lexicon.Given(f.text(first))
	_, next := lexicon.Given(f.text(first + 1))
	return ok && noun.Person() && !given && (next || last-first > 2 || kin[f.lower(first)])
}

// kin are the relatives that news sets before a name.
var kin = set("son daughter grandson granddaughter brother sister wife husband mother father uncle aunt nephew niece cousin widow twin twins sons daughters")

// honors are letters behind a name.
var honors = set("QC KC SC MP MEP MSP TD OBE MBE CBE KBE MD PhD Esq FRS RN")

// honorific are titles that are part of a name behind another title.
var honorific = set("Sheikh Sheikha Shaikh Emir Begum Prince Princess")

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
var titleWords = set("prime vice deputy foreign acting former chief senior press assistant interior defense defence finance attorney first lady " +
	"interim state home health education justice of for the and lead co - petty executive managing general public supreme crown opposition affairs majority minority")

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
