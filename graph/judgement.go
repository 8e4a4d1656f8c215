package graph

import "time"

// Verdict says what a judgement holds of two records.
type Verdict string

// The verdicts of a judgement.
const (
	Same      Verdict = "positive"
	Different Verdict = "negative"
	Unsure    Verdict = "unsure"
)

// A Judgement says that two records are, or are not, one thing. Identity is
// never stored in any other way, and no record is ever merged into another.
type Judgement struct {
	ID string `json:"id"`
	A  string `json:"a"` // the smaller of the two ids
	B  string `json:"b"`
	// Article, where it is set, narrows the judgement down to what one article
	// means by the node: A and B are the same id, the verdict is Different, and
	// whom the article calls A is not whom others call so.
	Article string  `json:"article,omitempty"`
	Verdict Verdict `json:"verdict"`
	// By is who judged: "person:" and a name, or "rule:" and its id. A
	// person's word stands above a rule's.
	By   string `json:"by"`
	Note string `json:"note,omitempty"`
	// At is when a person judged; zero for rules, whose judgements are a
	// function of the records.
	At time.Time `json:"at,omitzero"`
}

// Identify orders A and B and fills ID.
func (j *Judgement) Identify() {
	if j.B < j.A {
		j.A, j.B = j.B, j.A
	}
	at := ""
	if !j.At.IsZero() {
		j.At = j.At.UTC().Truncate(time.Microsecond)
		at = j.At.Format(time.RFC3339Nano)
	}
	parts := []string{j.A, j.B, string(j.Verdict), j.By, at}
	if j.Article != "" {
		parts = append(parts, j.Article)
	}
	j.ID = NewID(KindJudgement, parts...)
}

// RecordID and RecordKind make Judgement a Record.
func (j Judgement) RecordID() string { return j.ID }
func (j Judgement) RecordKind() Kind { return KindJudgement }
