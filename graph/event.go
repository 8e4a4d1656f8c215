package graph

import (
	"sort"
	"strings"
)

// Realis says whether an event happened.
type Realis string

// The reality statuses. Denied means that the text denies it; who denies it
// stands in a claim.
const (
	Occurred     Realis = "occurred"
	Ongoing      Realis = "ongoing"
	Future       Realis = "future"
	Planned      Realis = "planned"
	Foiled       Realis = "foiled"
	Hypothetical Realis = "hypothetical"
	Denied       Realis = "denied"
	Historical   Realis = "historical"
)

// Realises lists all reality statuses.
var Realises = []Realis{Occurred, Ongoing, Future, Planned, Foiled, Hypothetical, Denied, Historical}

// An Event is one event as one article tells it. What several articles tell of
// one event stays several records, joined by judgement.
type Event struct {
	ID         string `json:"id"`
	Collection string `json:"collection"`
	Article    string `json:"article"`
	Label      string `json:"label"` // a short description out of the text's words
	// Type is a PLOVER type or an extension beginning with "x-"; Modes and
	// Contexts are from the closed lists of package ontology.
	Type     string   `json:"type"`
	Modes    []string `json:"modes,omitempty"`
	Contexts []string `json:"contexts,omitempty"`
	Realis   Realis   `json:"realis"`
	Negated  bool     `json:"negated,omitempty"` // polarity negative
	Generic  bool     `json:"generic,omitempty"` // a habit rather than an occurrence
	// Time is when it happened; nil when the text does not say.
	Time     *Interval  `json:"time,omitempty"`
	Evidence []Evidence `json:"evidence"`
}

// Identify fills ID and sorts what is a set.
func (e *Event) Identify() {
	sort.Strings(e.Modes)
	sort.Strings(e.Contexts)
	sortEvidence(e.Evidence)
	e.ID = NewID(KindEvent, e.Article, e.Type, firstSpan(e.Evidence, RoleTrigger))
}

// RecordID and RecordKind make Event a Record.
func (e Event) RecordID() string { return e.ID }
func (e Event) RecordKind() Kind { return KindEvent }

// firstSpan identifies a record within its article: the span of its first
// evidence of the given role, or of its first evidence of any.
func firstSpan(evidence []Evidence, role EvidenceRole) string {
	for _, e := range evidence {
		if e.Role == role {
			return e.key()
		}
	}
	if len(evidence) > 0 {
		return evidence[0].key()
	}
	return ""
}

func sortEvidence(evidence []Evidence) {
	sort.SliceStable(evidence, func(i, j int) bool {
		a, b := evidence[i], evidence[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		if a.End != b.End {
			return a.End < b.End
		}
		if a.Role != b.Role {
			return a.Role < b.Role
		}
		return strings.Compare(a.Rule, b.Rule) < 0
	})
}
