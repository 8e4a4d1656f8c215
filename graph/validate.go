package graph

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Problem is one thing that is wrong with one record.
type Problem struct {
	Kind   Kind   `json:"kind"`
	ID     string `json:"id"`
	Detail string `json:"detail"`
}

func (p Problem) String() string { return fmt.Sprintf("%s %s: %s", p.Kind, p.ID, p.Detail) }

// A ValidationError lists all that keeps a subgraph out of a store.
type ValidationError struct{ Problems []Problem }

func (e *ValidationError) Error() string {
	const most = 3
	var lines []string
	for i, p := range e.Problems {
		if i == most {
			lines = append(lines, fmt.Sprintf("and %d more", len(e.Problems)-most))
			break
		}
		lines = append(lines, p.String())
	}
	return "graph: refused: " + strings.Join(lines, "; ")
}

// Unwrap makes a ValidationError an ErrInvalid.
func (e *ValidationError) Unwrap() error { return ErrInvalid }

// Validate is the evidence gate at every store's door. It takes a subgraph as
// an extractor makes it: exactly one article and what was read from it. It
// returns a *ValidationError that names every record whose quote is not the
// article's text at its span, that has no evidence at all, whose id does not
// follow from its content, or whose ends are missing or of the wrong kind.
func (s *Subgraph) Validate() error {
	if len(s.Articles) != 1 {
		return &ValidationError{[]Problem{{KindArticle, "", fmt.Sprintf("%d articles in a subgraph; an extractor reads one at a time", len(s.Articles))}}}
	}
	v := validator{article: s.Articles[0], kinds: map[string]Kind{}, mentioned: map[string]bool{}}
	for _, r := range s.Records() {
		if _, twice := v.kinds[r.RecordID()]; twice {
			v.bad(r, "its id occurs twice in one subgraph")
		}
		v.kinds[r.RecordID()] = r.RecordKind()
	}
	for _, r := range s.Relationships {
		if r.Type == Mentions {
			v.mentioned[r.To] = true
		}
	}
	v.checkArticle()
	for _, a := range s.Actors {
		v.actor(a)
	}
	for _, p := range s.Places {
		v.place(p)
	}
	for _, e := range s.Events {
		v.event(e)
	}
	for _, c := range s.Claims {
		v.claim(c)
	}
	for _, r := range s.Relationships {
		v.relationship(r)
	}
	if len(v.problems) > 0 {
		return &ValidationError{v.problems}
	}
	return nil
}

type validator struct {
	article   Article
	kinds     map[string]Kind
	mentioned map[string]bool
	problems  []Problem
}

func (v *validator) bad(r Record, format string, args ...any) {
	v.problems = append(v.problems, Problem{r.RecordKind(), r.RecordID(), fmt.Sprintf(format, args...)})
}

func (v *validator) checkArticle() {
	a, again := v.article, v.article
	again.Identify()
	switch {
	case !utf8.ValidString(a.Text):
		v.bad(a, "its text is not UTF-8")
	case strings.TrimSpace(a.Text) == "":
		v.bad(a, "its text is empty")
	case again.ID != a.ID || again.TextHash != a.TextHash || a.Collection == "":
		v.bad(a, "its id, hash or collection does not follow from its content; call Identify")
	}
	v.interval(a, a.Published)
}

func (v *validator) actor(a Actor) {
	again := a
	again.Identify()
	v.shared(a, a.ID == again.ID, a.Collection, a.Name, slices.Contains(ActorKinds, a.Kind), string(a.Kind))
}

func (v *validator) place(p Place) {
	again := p
	again.Identify()
	v.shared(p, p.ID == again.ID, p.Collection, p.Name, slices.Contains(PlaceKinds, p.Kind), string(p.Kind))
	if (p.Lat == nil) != (p.Lon == nil) || p.Lat != nil && (*p.Lat < -90 || *p.Lat > 90 || *p.Lon < -180 || *p.Lon > 180) {
		v.bad(p, "its coordinates are not a point on Earth")
	}
}

func (v *validator) shared(r Record, sameID bool, collection, name string, known bool, kind string) {
	switch {
	case Fold(name) == "":
		v.bad(r, "it has no name")
	case !known:
		v.bad(r, "unknown kind %q", kind)
	case collection != v.article.Collection:
		v.bad(r, "it is in collection %q, its article in %q", collection, v.article.Collection)
	case !sameID:
		v.bad(r, "its id does not follow from its content; call Identify")
	case !v.mentioned[r.RecordID()]:
		v.bad(r, "no evidence: the article has no MENTIONS of it")
	}
}

func (v *validator) event(e Event) {
	again := e
	again.Evidence = slices.Clone(e.Evidence)
	again.Identify()
	switch {
	case e.Type == "":
		v.bad(e, "it has no type")
	case !slices.Contains(Realises, e.Realis):
		v.bad(e, "unknown realis %q", e.Realis)
	case again.ID != e.ID:
		v.bad(e, "its id does not follow from its content; call Identify")
	}
	v.interval(e, e.Time)
	v.owned(e, e.Collection, e.Article)
	v.evidence(e, e.Evidence)
}

func (v *validator) claim(c Claim) {
	switch {
	case c.Act == "":
		v.bad(c, "it has no act")
	case c.Factuality != "" && !slices.Contains(Factualities, c.Factuality):
		v.bad(c, "unknown factuality %q", c.Factuality)
	case KindOf(c.ID) != KindClaim:
		v.bad(c, "its id does not follow from its content; call Identify")
	}
	if c.Quantity != nil {
		if err := c.Quantity.validate(); err != nil {
			v.bad(c, "%s", err)
		}
	}
	v.interval(c, c.Said)
	v.owned(c, c.Collection, c.Article)
	v.evidence(c, c.Evidence)
}

func (v *validator) relationship(r Relationship) {
	again := r
	again.Evidence = slices.Clone(r.Evidence)
	again.Identify()
	allowed, known := ends[r.Type]
	from, hasFrom := v.kinds[r.From]
	to, hasTo := v.kinds[r.To]
	switch {
	case !known:
		v.bad(r, "unknown type %q", r.Type)
	case again.ID != r.ID:
		v.bad(r, "its id does not follow from its content; call Identify")
	case !hasFrom || !hasTo:
		v.bad(r, "an end is not in the subgraph: %s → %s", r.From, r.To)
	case !slices.Contains(allowed.from, from) || !slices.Contains(allowed.to, to):
		v.bad(r, "%s cannot join %s to %s", r.Type, from, to)
	case (r.Derived == "") == (len(r.Evidence) == 0):
		v.bad(r, "it must have either evidence or the name of what it is derived from")
	case r.Type == AttributedTo && r.Hop < 1:
		v.bad(r, "hop %d: the outermost source is hop 1", r.Hop)
	}
	if r.Claim != "" && v.kinds[r.Claim] != KindClaim {
		v.bad(r, "the claim that alleges it is not in the subgraph: %s", r.Claim)
	}
	v.interval(r, r.Time)
	v.owned(r, r.Collection, r.Article)
	if r.Derived == "" {
		v.evidence(r, r.Evidence)
	}
}

func (v *validator) owned(r Record, collection, article string) {
	if article != v.article.ID || collection != v.article.Collection {
		v.bad(r, "it names article %q in collection %q, not its own", article, collection)
	}
}

func (v *validator) interval(r Record, i *Interval) {
	if i != nil && !i.Earliest.IsZero() && !i.Latest.IsZero() && !i.Earliest.Before(i.Latest) {
		v.bad(r, "its interval %q ends before it begins", i.EDTF)
	}
}

func (v *validator) evidence(r Record, evidence []Evidence) {
	if len(evidence) == 0 {
		v.bad(r, "no evidence")
	}
	v.problems = append(v.problems, CheckEvidence(v.article.Text, r)...)
}

// EvidenceOf returns the evidence that r itself carries.
func EvidenceOf(r Record) []Evidence {
	switch r := r.(type) {
	case Event:
		return r.Evidence
	case Claim:
		return r.Evidence
	case Relationship:
		return r.Evidence
	}
	return nil
}

// CheckEvidence compares every quote of r with the text it is said to stand in.
func CheckEvidence(text string, r Record) []Problem {
	var out []Problem
	for _, e := range EvidenceOf(r) {
		detail := ""
		switch {
		case e.Start < 0 || e.End > len(text) || e.Start >= e.End:
			detail = fmt.Sprintf("span %d-%d lies outside the text of %d bytes", e.Start, e.End, len(text))
		case text[e.Start:e.End] != e.Quote:
			detail = fmt.Sprintf("the text at %d-%d is %q, the quote %q", e.Start, e.End, clip(text[e.Start:e.End]), clip(e.Quote))
		case e.Start < len(text) && !utf8.RuneStart(text[e.Start]) || e.End < len(text) && !utf8.RuneStart(text[e.End]):
			detail = fmt.Sprintf("span %d-%d cuts a character", e.Start, e.End)
		case e.Role == "" || e.Extractor == "" || e.Rule == "":
			detail = fmt.Sprintf("evidence at %d-%d does not say its role, extractor and rule", e.Start, e.End)
		case !slices.Contains(EvidenceRoles, e.Role):
			detail = fmt.Sprintf("unknown role of evidence %q", e.Role)
		}
		if detail != "" {
			out = append(out, Problem{r.RecordKind(), r.RecordID(), detail})
		}
	}
	return out
}

func clip(s string) string {
	const most = 60
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most]) + "…"
}
