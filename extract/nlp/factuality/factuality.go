// Package factuality judges whether what a predicate tells of is so, as far as
// its clause and the clauses above it commit to that: after the veridicality
// of FactBank (Saurí and Pustejovsky 2009) and the implicatives of Karttunen
// (1971). In goes a tree and the token of a predicate, out comes whether it is
// told as real, not yet real, left open or unreal, with FactBank's certainty.
// Who is committed is for package claim to say.
package factuality

import (
	"github.com/claimline/claimline/extract/nlp/dep"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A Status is how a predicate is told.
type Status string

// The statuses, from what is so to what is not.
const (
	Real     Status = "real"     // it is or was so
	Probable Status = "probable" // somebody thinks so
	Awaited  Status = "awaited"  // it will be so
	Expected Status = "expected" // it would, should or must be so
	Wanted   Status = "wanted"   // it is planned, tried, asked for or ordered
	Possible Status = "possible" // it may be so, or is supposed
	Asked    Status = "asked"    // whether it is so is a question
	Doubted  Status = "doubted"  // somebody thinks that it is not so
	Unreal   Status = "unreal"   // it is not so
)

// Value is the FactBank value of s at whoever tells it. What will be so is
// told as surely as what is; what is wanted nobody vouches for.
func (s Status) Value() graph.Factuality {
	switch s {
	case Real, Awaited:
		return graph.CertainTrue
	case Probable, Expected:
		return graph.ProbableTrue
	case Possible:
		return graph.PossibleTrue
	case Doubted:
		return graph.ProbableFalse
	case Unreal:
		return graph.CertainFalse
	}
	return graph.Uncommitted
}

// deepest is how many clauses are walked up; trees may err and have cycles.
const deepest = 12

// A judge walks up from a predicate, as far as a range of tokens goes.
type judge struct {
	t           *dep.Tree
	first, last int
	depth       int
}

// Of is the status of predicate p in its sentence.
func Of(t *dep.Tree, p int) Status { return Within(t, p, 0, len(t.Doc.Tokens)) }

// Within is the status of predicate p as far as tokens first to last tell, the
// last one excluded: what somebody says, without who says it and how.
func Within(t *dep.Tree, p, first, last int) Status {
	j := judge{t: t, first: first, last: last}
	return j.status(p)
}

// head is the token that p depends on, doc.None outside of the range.
func (j *judge) head(p int) int {
	if h := j.t.Token(p).Head; h >= j.first && h < j.last {
		return h
	}
	return doc.None
}

// status judges p by its own negation and auxiliaries, then by what it depends on.
func (j *judge) status(p int) Status {
	if j.depth++; j.depth > deepest {
		return Real
	}
	s := j.own(p)
	if s == "" {
		s = j.above(p)
	}
	if j.negated(p) {
		return negate(s)
	}
	return s
}

func negate(s Status) Status {
	switch s {
	case Real:
		return Unreal
	case Probable:
		return Doubted
	case Unreal:
		return Real // "did not fail to"
	case Doubted:
		return Probable
	case Awaited:
		return Unreal // "will not close"
	case Possible, Expected, Wanted:
		return Doubted
	}
	return s
}

// own is the status that the words at p give it, empty where they give none.
func (j *judge) own(p int) Status {
	for _, k := range j.t.Kids(p) {
		word := j.t.Lemma(k)
		switch {
		case j.t.Is(k, "aux"):
			if s := auxiliary(word, j.t.Token(k).XPOS); s != "" {
				return s
			}
		case j.t.Is(k, "mark") && conditional[word]:
			if j.t.Is(p, "ccomp", "xcomp", "csubj") || word == "whether" {
				return Asked // "see if it works"
			}
			return Possible
		case j.t.Is(k, "advmod") && perhaps[word]:
			return Possible
		case j.t.Is(k, "advmod") && almost[word] && k < p && j.t.Token(p).UPOS == "VERB":
			return Unreal
		}
	}
	switch {
	case j.imperative(p):
		return Wanted
	case j.inverted(p):
		return Possible
	case j.question(p):
		return Asked
	case j.ahead(p):
		return Awaited
	}
	return ""
}

func auxiliary(word, xpos string) Status {
	switch word {
	case "will", "shall", "'ll", "wo", "gon":
		return Awaited
	case "would", "'d":
		if xpos == "MD" {
			return Expected
		}
	case "must", "should", "ought":
		return Expected
	case "could", "may", "might", "can", "ca":
		return Possible
	}
	return ""
}
