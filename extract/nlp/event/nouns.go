package event

import (
	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// madeBy are people that an event made what they are, so that the word for
// it before them tells of it: "the blast victims".
var madeBy = words("victim survivor suspect witness casualty casualties fatality death defendant accused perpetrator attacker gunman")

// calling reports whether the noun i names people or a body by what they deal
// with, and not by an event that they were in.
func (f *finder) calling(i int) bool {
	lemma := f.tree.Lemma(i)
	noun, known := lexicon.NounOf(lemma)
	return !madeBy[lemma] && (f.person(i) || serving[lemma] || known && (noun.Person() || noun.Collective))
}

// serving are bodies that are called by what they deal with and that the lexicon of
// nouns does not know as such.
var serving = words("service department unit engine truck alarm station")

// charging are the words that name a crime as what somebody is charged with.
var charging = words("charge count accuse convict indict acquit suspect guilty suspicion try wanted sentence")

// ofCharge reports whether the noun i only names a charge, as codes of law do, and
// tells of nobody's deed: "one count of first-degree murder".
func (f *finder) ofCharge(i int, sense lexicon.Trigger) bool {
	h := f.tree.Token(i).Head
	if h < 0 || sense.Type != "ASSAULT" && sense.Type != "x-crime" || !charging[f.tree.Lemma(h)] || !f.tree.Is(i, "obl", "nmod", "obj", "compound") {
		return false
	}
	return f.tree.Child(i, "det", "nmod:poss", "nmod", "acl") == doc.None && f.figure[i] == doc.None
}
