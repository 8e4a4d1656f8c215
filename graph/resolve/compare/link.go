package compare

import "github.com/claimline/claimline/graph"

// A Type says how two claims of one thing stand to each other, after the
// calculus of claims in the ontology.
type Type string

// The types. Of a directed one, A is the end named first in its description.
const (
	Equal       Type = "equal"        // the same figure of the same scope
	Refines     Type = "refines"      // A's figure lies within B's
	Overlaps    Type = "overlaps"     // the figures can both be right; neither contains the other
	Disjoint    Type = "disjoint"     // the figures cannot both be right
	OtherScope  Type = "other-scope"  // of other people, parts or places: not comparable
	Composite   Type = "composite"    // a sum beside one of its parts, as killed or injured beside killed
	Exceeds     Type = "exceeds"      // a part is larger than the sum it belongs to
	Update      Type = "update"       // A is the later count of what B counted
	Agrees      Type = "agrees"       // one proposition in other words
	Partly      Type = "partly"       // a part of one proposition in common
	Doer        Type = "doer"         // the same who-did-it
	Granularity Type = "granularity"  // A names the branch, B its parent; or A names and B describes
	OtherDoer   Type = "other-doer"   // somebody else did it
	Denial      Type = "denial"       // A denies what B says
	TimeClash   Type = "time"         // the one event at two times
	PlaceClash  Type = "place"        // the one event at two places
	Certainty   Type = "certainty"    // the same, of which one is less sure
	Forewarns   Type = "forewarns"    // the same thing foretold
	Repeats     Type = "repeats"      // one voice says the same again in one article
	Inconsist   Type = "inconsistent" // one voice says two things in one article
)

// A Link joins two claims with the reason in words.
type Link struct {
	Type Type   `json:"type"`
	A    string `json:"a"`
	B    string `json:"b"`
	Why  string `json:"why"`
	// Of is which part of the claims is compared.
	Of Facet `json:"of,omitempty"`
	// OneSource is set where both claims go back to one voice, so that the one
	// does not support the other.
	OneSource bool `json:"one_source,omitempty"`
}

// neutral are the plain words of evaluations: contradicts, corroborates,
// updates. A type that is missing is none of these.
var neutral = map[Type]string{
	Equal: "corroborates", Refines: "corroborates", Partly: "corroborates", Agrees: "corroborates", Doer: "corroborates", Granularity: "corroborates",
	Certainty: "corroborates", Forewarns: "corroborates",
	Disjoint: "contradicts", Exceeds: "contradicts", OtherDoer: "contradicts", Denial: "contradicts", TimeClash: "contradicts", PlaceClash: "contradicts",
	Update: "updates",
}

// Neutral is the word for l that needs no calculus: contradicts, corroborates,
// updates, or empty where the claims are merely compatible, not comparable, or
// at odds within one voice.
func (l Link) Neutral() string { return neutral[l.Type] }

var relTypes = map[Type]graph.RelType{
	Equal: graph.Corroborates, Agrees: graph.Corroborates, Doer: graph.Corroborates, Certainty: graph.Corroborates, Forewarns: graph.Corroborates,
	Refines: graph.Refines, Granularity: graph.Refines,
	Disjoint: graph.Contradicts, Exceeds: graph.Contradicts, OtherDoer: graph.Contradicts, TimeClash: graph.Contradicts, PlaceClash: graph.Contradicts,
	Denial: graph.Denies, Update: graph.Updates,
}

// RelType is the relationship that l amounts to between nodes of the graph;
// false where there is none for it.
func (l Link) RelType() (graph.RelType, bool) {
	t, ok := relTypes[l.Type]
	return t, ok
}

// symmetric reports a type that says the same of its ends in either order.
func (t Type) symmetric() bool {
	switch t {
	case Refines, Update, Denial, Composite, Granularity:
		return false
	}
	return true
}

// between makes a link from a to b; ends of a symmetric type go by id.
func between(t Type, a, b *account, why string) Link {
	if t.symmetric() && b.claim.ID < a.claim.ID {
		a, b = b, a
	}
	return Link{Type: t, A: a.claim.ID, B: b.claim.ID, Why: why, Of: facets[t]}
}

// voiced marks a link within one voice. What it says twice in one article is
// no support, and what it says against itself there no dispute.
func (l Link) voiced(a, b *account) Link {
	l.OneSource = a.sameVoice(b)
	if !l.OneSource || a.article != b.article {
		return l
	}
	within := map[string]Type{"corroborates": Repeats, "contradicts": Inconsist}[l.Neutral()]
	if within == "" {
		return l
	}
	out := between(within, a, b, l.Why)
	out.OneSource, out.Of = true, l.Of
	return out
}

// Types lists all types in the order in which they are explained.
var Types = []Type{Equal, Refines, Overlaps, Disjoint, OtherScope, Composite, Exceeds, Update, Agrees, Partly, Doer, Granularity, OtherDoer, Denial,
	TimeClash, PlaceClash, Certainty, Forewarns, Repeats, Inconsist}
