package graph

import "time"

// Precision says how much of a date is stated.
type Precision string

// The precisions, finest last. PrecisionRange is an interval whose ends are
// both stated or bounded; PrecisionUnknown has at least one open end.
const (
	PrecisionUnknown Precision = "unknown"
	PrecisionRange   Precision = "range"
	PrecisionDecade  Precision = "decade"
	PrecisionYear    Precision = "year"
	PrecisionMonth   Precision = "month"
	PrecisionWeek    Precision = "week"
	PrecisionDay     Precision = "day"
	PrecisionPart    Precision = "part-of-day"
	PrecisionHour    Precision = "hour"
	PrecisionMinute  Precision = "minute"
)

// Confidence says how a date came to be known.
type Confidence string

// How a date came to be known: the text states it, a rule resolved it against
// an anchor, it follows from other articles, or a curator supposed it.
const (
	Explicit Confidence = "explicit"
	Resolved Confidence = "resolved"
	Inferred Confidence = "inferred"
	Assumed  Confidence = "assumed"
)

// An Anchor is what a relative date counts from.
type Anchor struct {
	Kind  string `json:"kind"`            // publication, dateline, event or explicit
	Value string `json:"value,omitempty"` // EDTF of the anchor
	ID    string `json:"id,omitempty"`    // the event, for kind event
}

// An Interval is a time expression with its reading: what the text says
// (Text), as TIMEX3 (TimeML 1.2.1: Timex, Value, Mod), as EDTF (ISO 8601-2
// level 1), and as bounds for comparison. Rule and Anchor say why.
type Interval struct {
	Text  string `json:"text,omitempty"`
	Timex string `json:"timex,omitempty"` // DATE, TIME, DURATION or SET
	Value string `json:"value,omitempty"` // TIMEX3 value, such as 2024-03-22TEV
	Mod   string `json:"mod,omitempty"`   // TIMEX3 mod, such as START or APPROX
	EDTF  string `json:"edtf,omitempty"`  // empty when the date is unknown
	// Earliest and Latest are the bounds [Earliest, Latest) in UTC within
	// which it lies. The zero time is an open end.
	Earliest   time.Time  `json:"earliest,omitzero"`
	Latest     time.Time  `json:"latest,omitzero"`
	Precision  Precision  `json:"precision,omitempty"`
	Confidence Confidence `json:"confidence,omitempty"`
	Rule       string     `json:"rule,omitempty"`
	Anchor     *Anchor    `json:"anchor,omitempty"`
}

// Known reports whether i has a bound at all.
func (i *Interval) Known() bool {
	return i != nil && (!i.Earliest.IsZero() || !i.Latest.IsZero())
}

// A Certainty is the answer to a comparison of imprecise dates.
type Certainty string

// The three answers.
const (
	Certain    Certainty = "certain"
	Possible   Certainty = "possible"
	Impossible Certainty = "impossible"
)

// Before says whether i ended before j began.
func (i Interval) Before(j Interval) Certainty {
	switch {
	case !i.Latest.IsZero() && !j.Earliest.IsZero() && !i.Latest.After(j.Earliest):
		return Certain
	case !i.Earliest.IsZero() && !j.Latest.IsZero() && !i.Earliest.Before(j.Latest):
		return Impossible
	}
	return Possible
}

// Meets says whether i and j share an instant. It is certain only when one
// bound lies within the other and that one is as precise as the text gets.
func (i Interval) Meets(j Interval) Certainty {
	if i.Before(j) == Certain || j.Before(i) == Certain {
		return Impossible
	}
	if !i.Earliest.IsZero() && i.Earliest.Equal(j.Earliest) && !i.Latest.IsZero() && i.Latest.Equal(j.Latest) && i.Precision != PrecisionRange {
		return Certain
	}
	return Possible
}
