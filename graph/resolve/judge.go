package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// A Feature is one reason for or against two records being one.
type Feature struct {
	Name   string  `json:"name"`   // such as name, country, time
	Weight float64 `json:"weight"` // added to the score; negative speaks against
	Why    string  `json:"why"`    // in words, with the values compared
	// Never is set where the reason alone forbids a merge, whatever else
	// speaks for it. Only a person can overrule it.
	Never bool `json:"never,omitempty"`
}

// A Judged is the judgement of a pair with everything it rests on.
type Judged struct {
	A        Member        `json:"a"`
	B        Member        `json:"b"`
	NameA    string        `json:"name_a"`
	NameB    string        `json:"name_b"`
	Verdict  graph.Verdict `json:"verdict"`
	By       string        `json:"by"` // rule:actor, rule:event, …, or person:NAME
	Score    float64       `json:"score"`
	Features []Feature     `json:"features"`
}

func compareJudged(a, b Judged) int {
	return cmp.Or(compareMembers(a.A, b.A), compareMembers(a.B, b.B), cmp.Compare(a.By, b.By))
}

// String tells the judgement in one line, for lists that people read.
func (j Judged) String() string {
	var b strings.Builder
	verdict := map[graph.Verdict]string{graph.Same: "same", graph.Different: "not the same", graph.Unsure: "perhaps the same"}[j.Verdict]
	fmt.Fprintf(&b, "%q and %q: %s (%.2f, %s)", j.NameA, j.NameB, verdict, j.Score, j.By)
	for i, f := range j.Features {
		sign := "; "
		if i == 0 {
			sign = ": "
		}
		fmt.Fprintf(&b, "%s%s %+.2f %s", sign, f.Name, f.Weight, f.Why)
		if f.Never {
			b.WriteString(" (never)")
		}
	}
	return b.String()
}

// Judgement is the record of j, as a store keeps it.
func (j Judged) Judgement() graph.Judgement {
	out := graph.Judgement{A: j.A.ID, B: j.B.ID, Verdict: j.Verdict, By: j.By}
	var why []string
	for _, f := range j.Features {
		why = append(why, fmt.Sprintf("%s %+.2f: %s", f.Name, f.Weight, f.Why))
	}
	out.Note = strings.Join(why, "; ")
	out.Identify()
	return out
}

// A Policy says how high a score a rule needs. From Auto on two records are
// one; from Suggest on a person is asked; below that they are two.
type Policy struct {
	Auto    float64
	Suggest float64
	// Ask is set to have every merge proposed and none made.
	Ask bool
}

// DefaultPolicy is what the zero Policy stands for.
var DefaultPolicy = Policy{Auto: 0.85, Suggest: 0.6}

func (p Policy) orDefault() Policy {
	if p.Auto == 0 {
		p.Auto = DefaultPolicy.Auto
	}
	if p.Suggest == 0 {
		p.Suggest = min(DefaultPolicy.Suggest, p.Auto)
	}
	return p
}

// judged adds features up to a verdict.
func (p Policy) judged(by string, features []Feature) Judged {
	j := Judged{By: by, Features: features}
	never := false
	for _, f := range features {
		j.Score += f.Weight
		never = never || f.Never
	}
	switch {
	case never:
		j.Verdict = graph.Different
	case j.Score >= p.Auto-1e-9 && !p.Ask:
		j.Verdict = graph.Same
	case j.Score >= p.Suggest-1e-9:
		j.Verdict = graph.Unsure
	default:
		j.Verdict = graph.Different
	}
	return j
}

// contrary is the weight from which on a reason against a merge that was not
// made also forbids it by way of a third record.
const contrary = -0.25

// contrary reports whether a reason speaks against the merge, rather than the
// others not sufficing for it.
func (j Judged) contrary() bool {
	return j.Verdict != graph.Same && slices.ContainsFunc(j.Features, func(f Feature) bool { return f.Never || f.Weight <= contrary })
}

// alike reports whether two that are not the same look so: what speaks for a
// merge would do for a proposal, were it not for what speaks against it.
func (j Judged) alike() bool {
	sum := 0.0
	for _, f := range j.Features {
		sum += max(0, f.Weight)
	}
	return j.contrary() && sum >= DefaultPolicy.Suggest
}
