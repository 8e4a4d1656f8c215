package graph

import "strconv"

// A Span is a stretch of Article.Text.
type Span struct {
	Start int `json:"start"` // byte offset of the first byte
	End   int `json:"end"`   // byte offset of the first byte after the span
}

// Len is the number of bytes of s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Of returns the bytes of text that s covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

func (s Span) key() string { return strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End) }

// EvidenceRole says what a passage does for the record it supports.
type EvidenceRole string

// The roles of evidence.
const (
	RoleMention  EvidenceRole = "mention"
	RoleTrigger  EvidenceRole = "trigger"  // the word that evokes an event
	RoleArgument EvidenceRole = "argument" // a participant or place of an event
	RoleSource   EvidenceRole = "source"   // who says it
	RoleCue      EvidenceRole = "cue"      // the saying word
	RoleContent  EvidenceRole = "content"  // what is said
	RoleClaim    EvidenceRole = "claim"    // source, cue and content together
	RoleQuantity EvidenceRole = "quantity"
	RoleTime     EvidenceRole = "time"
)

// EvidenceRoles lists all roles.
var EvidenceRoles = []EvidenceRole{RoleMention, RoleTrigger, RoleArgument, RoleSource, RoleCue, RoleContent, RoleClaim, RoleQuantity, RoleTime}

// Evidence is the passage that a record rests on, word for word, and who says
// that it does.
type Evidence struct {
	Span
	Quote     string       `json:"quote"` // exactly Article.Text[Start:End]
	Role      EvidenceRole `json:"role"`
	Extractor string       `json:"extractor"` // name/version, such as nlp/0.1
	Rule      string       `json:"rule"`      // the rule that fired, such as claim/said-that
}
