package claim

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/factuality"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/ontology"
)

// harm are event types whose possibility makes a statement a warning.
func harm(kind string) bool {
	switch kind {
	case "ASSAULT", "THREATEN", "x-disaster", "x-life", "COERCE":
		return true
	}
	return false
}

// actOf is the act of a saying. A plain assertion becomes what its content
// makes of it: "said they could attack" warns, "said it must end" demands,
// "said it will rain" predicts, "“I think …”" believes.
func (r *reader) actOf(s *saying) string {
	if s.act == "deny" && s.head != doc.None && (r.tree.Lemma(s.head) == "responsible" || r.tree.Lemma(s.head) == "behind") && r.tree.Child(s.head, "nsubj") != doc.None {
		return "deny_responsibility" // "denied that his forces were responsible"
	}
	if s.act != "assert" || s.negated || s.head == doc.None {
		return s.act
	}
	if m := r.modal(s.head); s.cue != doc.None && r.tree.Lemma(s.cue) == "rule" && m != "" && m != "would" && m != "had" {
		return "demand" // what a court says may not be done
	}
	for i := s.first; i+1 < s.last; i++ {
		if r.firstPerson(i) && (r.tree.Lemma(i+1) == "think" || r.tree.Lemma(i+1) == "believe" || r.tree.Lemma(i+1) == "guess" || r.tree.Lemma(i+1) == "suspect") {
			return "believe"
		}
	}
	switch r.modal(s.head) {
	case "could", "may", "might":
		if r.harmful(s) {
			return "warn"
		}
	case "must", "should", "ought", "need":
		if r.unfulfilled(s.head) {
			return s.act
		}
		return "demand"
	case "will", "'ll", "would", "wo", "shall":
		if r.unfulfilled(s.head) {
			return s.act // "would have cost a fortune": it did not
		}
		if wishes(r.tree.Lemma(s.head)) {
			return s.act // "I would like to see it"
		}
		if r.ownDeed(s) && !suffers(r.tree.Lemma(s.head)) {
			if r.violent(s) {
				return "threaten"
			}
			return "promise"
		}
		return "predict"
	}
	if r.sorry(s) {
		return "apologize"
	}
	if r.orders(s) {
		return "demand"
	}
	if act := r.appraised(s); act != "" {
		return act
	}
	return s.act
}

// sorry reports whether the speaker of s says to be sorry for what was done.
func (r *reader) sorry(s *saying) bool {
	for i := s.first; i < s.last; i++ {
		if l := r.tree.Lemma(i); l != "sorry" && l != "apologize" && l != "apologise" {
			continue
		}
		if who := r.tree.Subject(i); who != doc.None && r.firstPerson(who) && !r.negated(i) {
			return true
		}
	}
	return false
}

// wishes reports whether a verb under "would" is a wish and foretells nothing.
func wishes(verb string) bool {
	return verb == "like" || verb == "love" || verb == "prefer" || verb == "appreciate"
}

// suffers reports whether a verb is of what befalls somebody: nobody promises it.
func suffers(verb string) bool {
	switch verb {
	case "lose", "die", "suffer", "fall", "fail", "starve", "drown", "miss", "struggle", "face", "collapse", "shrink", "be", "need":
		return true
	}
	return false
}

func (r *reader) modal(v int) string {
	for _, k := range r.tree.Kids(v) {
		if r.tree.Is(k, "aux") && r.tree.Token(k).XPOS == "MD" {
			return lower(r.tree.Token(k).Text)
		}
	}
	if r.tree.Lemma(v) == "need" && (r.tree.Passive(v) || r.tree.Child(v, "xcomp", "ccomp") != doc.None) {
		return "need"
	}
	return ""
}

func (r *reader) harmful(s *saying) bool {
	content := r.tree.Span(s.first, s.last)
	for _, e := range r.d.Events {
		if harm(e.Type) && content.Contains(e.Trigger) && e.Realis != graph.Occurred {
			return true
		}
	}
	return false
}

// violent reports whether the main verb of the content is an assault.
func (r *reader) violent(s *saying) bool {
	for _, e := range r.d.Events {
		if e.Token == s.head {
			return e.Type == "ASSAULT"
		}
	}
	return false
}

// ownDeed reports whether the source speaks of what it will do itself.
func (r *reader) ownDeed(s *saying) bool {
	subject := r.tree.Subject(s.head)
	if subject == doc.None {
		return false
	}
	return r.firstPerson(subject) || r.mention[subject] != doc.None && r.sameSource(source{mention: r.mention[subject]}, s.source)
}

func (r *reader) contentNegated(s *saying) bool {
	return s.head != doc.None && s.cue != s.head && r.negated(s.head)
}

// hedging are the words by which a source leaves room.
var hedging = map[string]bool{
	"may": true, "might": true, "could": true, "possibly": true, "probably": true, "perhaps": true, "likely": true, "apparently": true,
	"allegedly": true, "alleged": true, "suspected": true, "reportedly": true, "believed": true, "potential": true, "potentially": true,
	"possible": true, "appears": true, "appeared": true, "seems": true, "seemed": true, "suggests": true, "presumed": true, "presumably": true,
	"supposedly": true, "would": true, "maybe": true, "partially": true, "considered": true,
}

func (r *reader) hedges(s *saying) []graph.Span {
	var out []graph.Span
	for i := s.first; i < s.last; i++ {
		if word := r.tree.Token(i); hedging[lower(word.Text)] && (lower(word.Text) != "may" || word.XPOS == "MD") {
			out = append(out, r.tree.Token(i).Span)
		}
	}
	return out
}

// factuality gives each hop its FactBank value: the innermost that of its act,
// no surer than its content is told, weakened by hedges and turned by negation;
// an outer one commits itself to the inner's having said so, not to what was
// said.
func (r *reader) factuality(hops []doc.Hop, s *saying, a *doc.Attribution) {
	act, _ := ontology.ActOf(a.Act)
	value := act.AtSource
	if value == "" {
		value = string(graph.Uncommitted)
	}
	if len(value) == 3 && value != string(graph.CertainUnk) {
		certainty, negative := value[:2], value[2:] == "-"
		if told := string(factuality.Within(r.tree, s.core(), s.first, s.last).Value()); len(told) == 3 {
			certainty = weaker(certainty, told[:2])
			negative = negative != (a.Negated || told[2:] == "-")
		} else {
			negative = negative != a.Negated
		}
		if len(a.Hedges) > 0 {
			certainty = weaker(certainty, "PR")
		}
		value = certainty + "+"
		if negative {
			value = certainty + "-"
		}
	}
	hops[len(hops)-1].Factuality = graph.Factuality(value)
}

// weaker is the less certain of two certainties.
func weaker(a, b string) string {
	const order = "PS PR CT"
	if strings.Index(order, b) < strings.Index(order, a) {
		return b
	}
	return a
}

// core is the head of the content, or its first token where none is known.
func (s *saying) core() int {
	if s.head != doc.None {
		return s.head
	}
	return s.first
}

// class says what kind of proposition the claim is.
func (r *reader) class(a *doc.Attribution) string {
	switch a.Act {
	case "claim_responsibility", "deny_responsibility", "attribute", "blame":
		return "responsibility"
	case "predict", "warn", "expect":
		return "forecast"
	case "promise", "plan", "threaten":
		return "plan"
	case "praise", "condemn", "criticize", "welcome", "dismiss", "celebrate":
		return "evaluation"
	case "explain_motive":
		return "motive"
	}
	if len(a.Events) > 0 {
		return "event"
	}
	return ""
}
