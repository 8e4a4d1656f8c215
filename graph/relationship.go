package graph

import "strconv"

// RelType is the type of a relationship, as Neo4j writes it.
type RelType string

// The relationship types and what they join.
const (
	Mentions     RelType = "MENTIONS"      // Article → Actor, Place, Event
	ReportedIn   RelType = "REPORTED_IN"   // Claim → Article
	AttributedTo RelType = "ATTRIBUTED_TO" // Claim → Actor, by hop
	AboutRel     RelType = "ABOUT"         // Claim → Event, Actor, Place, Claim
	Participant  RelType = "PARTICIPANT"   // Event → Actor
	At           RelType = "AT"            // Event → Place
	Within       RelType = "WITHIN"        // Place → Place
	PartOf       RelType = "PART_OF"       // Event → Event
	CausedBy     RelType = "CAUSED_BY"     // Event → Event
	ForetoldBy   RelType = "FORETOLD_BY"   // Event → Claim
	Leads        RelType = "LEADS"         // Actor → Actor, Place, and so on
	MemberOf     RelType = "MEMBER_OF"
	OffshootOf   RelType = "OFFSHOOT_OF"
	AffiliateOf  RelType = "AFFILIATE_OF"
	SpokesFor    RelType = "SPOKESPERSON_OF"
	EmployedBy   RelType = "EMPLOYED_BY"
	LocatedIn    RelType = "LOCATED_IN"
	RelativeOf   RelType = "RELATIVE_OF"

	Contradicts   RelType = "CONTRADICTS" // Claim → Claim
	Refines       RelType = "REFINES"
	Corroborates  RelType = "CORROBORATES"
	Denies        RelType = "DENIES"
	Updates       RelType = "UPDATES"
	RepublishedOf RelType = "REPUBLISHED_FROM" // Article → Article
)

// Standing are the types that join actors with each other and with places
// beyond one event.
var Standing = []RelType{Leads, MemberOf, OffshootOf, AffiliateOf, SpokesFor, EmployedBy, LocatedIn, RelativeOf}

// ends says which kinds each relationship type may join.
var ends = map[RelType]struct{ from, to []Kind }{
	Mentions:      {[]Kind{KindArticle}, []Kind{KindActor, KindPlace, KindEvent}},
	ReportedIn:    {[]Kind{KindClaim}, []Kind{KindArticle}},
	AttributedTo:  {[]Kind{KindClaim}, []Kind{KindActor}},
	AboutRel:      {[]Kind{KindClaim}, []Kind{KindEvent, KindActor, KindPlace, KindClaim}},
	Participant:   {[]Kind{KindEvent}, []Kind{KindActor}},
	At:            {[]Kind{KindEvent}, []Kind{KindPlace}},
	Within:        {[]Kind{KindPlace}, []Kind{KindPlace}},
	PartOf:        {[]Kind{KindEvent}, []Kind{KindEvent}},
	CausedBy:      {[]Kind{KindEvent}, []Kind{KindEvent}},
	ForetoldBy:    {[]Kind{KindEvent}, []Kind{KindClaim}},
	Leads:         {[]Kind{KindActor}, []Kind{KindActor, KindPlace}},
	MemberOf:      {[]Kind{KindActor}, []Kind{KindActor}},
	OffshootOf:    {[]Kind{KindActor}, []Kind{KindActor}},
	AffiliateOf:   {[]Kind{KindActor}, []Kind{KindActor}},
	SpokesFor:     {[]Kind{KindActor}, []Kind{KindActor}},
	EmployedBy:    {[]Kind{KindActor}, []Kind{KindActor}},
	LocatedIn:     {[]Kind{KindActor}, []Kind{KindPlace}},
	RelativeOf:    {[]Kind{KindActor}, []Kind{KindActor}},
	Contradicts:   {[]Kind{KindClaim}, []Kind{KindClaim}},
	Refines:       {[]Kind{KindClaim}, []Kind{KindClaim}},
	Corroborates:  {[]Kind{KindClaim}, []Kind{KindClaim}},
	Denies:        {[]Kind{KindClaim}, []Kind{KindClaim}},
	Updates:       {[]Kind{KindClaim}, []Kind{KindClaim}},
	RepublishedOf: {[]Kind{KindArticle}, []Kind{KindArticle}},
}

// RelTypes lists all relationship types in the order of their names.
var RelTypes = sortedKeys(ends)

// A Relationship joins two nodes because one article says so, or, where
// Derived is set, because a rule over other data does. The fields from Hop on
// belong to the types named beside them.
type Relationship struct {
	ID         string  `json:"id"`
	Collection string  `json:"collection"`
	Article    string  `json:"article"`
	Type       RelType `json:"type"`
	From       string  `json:"from"`
	To         string  `json:"to"`
	// Derived names what it follows from when it was not read from the text,
	// such as "gazetteer". It is empty where Evidence is given.
	Derived string `json:"derived,omitempty"`

	// ATTRIBUTED_TO. Hop counts from 1, the outermost source; the article
	// itself is hop 0 and needs no relationship. Told is set where the source
	// is only whom the next one told: "officials told the New York Times".
	Hop        int        `json:"hop,omitempty"`
	Act        string     `json:"act,omitempty"`
	Cue        string     `json:"cue,omitempty"`
	Medium     string     `json:"medium,omitempty"` // interview, post, statement, broadcast, leak, intercept, document
	Factuality Factuality `json:"factuality,omitempty"`
	Told       bool       `json:"told,omitempty"`

	// PARTICIPANT and ABOUT. Claim is the claim by which the role is only
	// alleged; it is empty where the article asserts the role itself.
	Role  string `json:"role,omitempty"`
	Claim string `json:"claim,omitempty"`

	// When it held, for relations between actors; when it was said, for
	// ATTRIBUTED_TO.
	Time *Interval `json:"time,omitempty"`

	Evidence []Evidence `json:"evidence,omitempty"`
}

// Identify fills ID and sorts the evidence.
func (r *Relationship) Identify() {
	sortEvidence(r.Evidence)
	r.ID = NewID(KindRelationship, r.Article, string(r.Type), r.From, r.To, strconv.Itoa(r.Hop), r.Role, r.Claim)
}

// RecordID and RecordKind make Relationship a Record.
func (r Relationship) RecordID() string { return r.ID }
func (r Relationship) RecordKind() Kind { return KindRelationship }
