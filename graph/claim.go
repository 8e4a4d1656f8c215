package graph

// Factuality is a FactBank value: certain (CT), probable (PR) or possible (PS)
// with polarity + or -, CTu (certain, polarity unknown) or Uu (uncommitted).
type Factuality string

// The FactBank values.
const (
	CertainTrue   Factuality = "CT+"
	ProbableTrue  Factuality = "PR+"
	PossibleTrue  Factuality = "PS+"
	CertainFalse  Factuality = "CT-"
	ProbableFalse Factuality = "PR-"
	PossibleFalse Factuality = "PS-"
	CertainUnk    Factuality = "CTu"
	Uncommitted   Factuality = "Uu"
)

// Factualities lists all FactBank values.
var Factualities = []Factuality{CertainTrue, ProbableTrue, PossibleTrue, CertainFalse, ProbableFalse, PossibleFalse, CertainUnk, Uncommitted}

// A Claim is one proposition that somebody put forward in one place of one
// article. Who did stands in its ATTRIBUTED_TO relationships, outermost first;
// a claim without any is the article's own, unless Unattributed is set.
type Claim struct {
	ID         string `json:"id"`
	Collection string `json:"collection"`
	Article    string `json:"article"`
	// Act is what the innermost source does: assert, deny, warn, … from the
	// closed list of package ontology.
	Act string `json:"act"`
	// Class is what kind of proposition it is: event, relation, quantity,
	// identity, responsibility, motive, capability, intent, forecast,
	// evaluation, plan or self-description.
	Class string `json:"class,omitempty"`
	// Text is the sentence, or the part of it, that carries the claim.
	Text    string `json:"text"`
	Content string `json:"content,omitempty"` // the words of what is claimed
	Cue     string `json:"cue,omitempty"`
	Quoted  bool   `json:"quoted,omitempty"` // the content holds words in quotation marks
	// Unattributed is set where the text gives no source but does not speak
	// itself either: "it is believed", "was blamed for".
	Unattributed bool       `json:"unattributed,omitempty"`
	Negated      bool       `json:"negated,omitempty"`    // the content is negative
	Factuality   Factuality `json:"factuality,omitempty"` // at the innermost source
	Hedges       []string   `json:"hedges,omitempty"`     // the hedging words, as they stand
	// Said is when the claim was made; nil when the text does not say.
	Said     *Interval  `json:"said,omitempty"`
	Quantity *Quantity  `json:"quantity,omitempty"`
	Evidence []Evidence `json:"evidence"`
}

// Identify fills ID and sorts what is a set. Source tells apart claims that
// share words, cue and figure but not their maker; it is the innermost
// source's id, or empty.
func (c *Claim) Identify(source string) {
	sortEvidence(c.Evidence)
	figure, cue := "", firstSpan(c.Evidence, RoleCue)
	if c.Quantity != nil {
		figure = c.Quantity.Metric + " " + firstSpan(c.Evidence, RoleQuantity)
	}
	c.ID = NewID(KindClaim, c.Article, c.Act, firstSpan(c.Evidence, RoleClaim), cue, figure, source)
}

// RecordID and RecordKind make Claim a Record.
func (c Claim) RecordID() string { return c.ID }
func (c Claim) RecordKind() Kind { return KindClaim }
