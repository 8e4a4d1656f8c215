package claim

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// about is what the content speaks of: its events, and the actors and places
// it names. "It" and "as such" stand for what the claim before was about.
func (r *reader) about(s *saying) (events, mentions []int) {
	content := r.tree.Span(s.first, s.last)
	for e := range r.d.Events {
		if content.Contains(r.d.Events[e].Trigger) {
			events = append(events, e)
		}
	}
	mentions = r.named(s)
	for _, e := range r.stoodFor(s) {
		if !slices.Contains(events, e) {
			events = append(events, e)
		}
	}
	if len(events) == 0 {
		events = r.doneBy(s)
	}
	if len(events) == 0 {
		events = r.besides(s)
	}
	if len(events) > 0 {
		return events, mentions
	}
	if !r.pointsBack(s) {
		return r.topics(s), mentions
	}
	if denies(s.act) && r.allegations(s) {
		return r.claimedBefore(s), mentions
	}
	only := len(mentions) == 0 && r.onlyPoints(s)
	if before := r.claimBefore(s, only); before != nil {
		events = slices.Clone(before.Events)
		if only {
			mentions = slices.Clone(before.Mentions)
		}
	}
	if len(events) == 0 {
		events = r.toldBefore(s)
	}
	for _, e := range r.topics(s) {
		if denies(s.act) && len(events) > 0 {
			break // what is denied is what was claimed, not all that the article tells
		}
		if !slices.Contains(events, e) {
			events = append(events, e)
		}
	}
	return events, mentions
}

// doneBy is what the sentence tells of whom a content without a verb describes: the fall
// of "a reportedly ill-equipped climber".
func (r *reader) doneBy(s *saying) []int {
	if s.head == doc.None || r.tree.Token(s.head).UPOS != "NOUN" || !strings.HasPrefix(s.rule, "claim/adverb") {
		return nil
	}
	v := r.tree.Token(s.head).Head
	if v < 0 {
		return nil
	}
	verbs := append([]int{v}, r.tree.Conjuncts(v)...)
	var out []int
	for e := range r.d.Events {
		if slices.Contains(verbs, r.d.Events[e].Token) {
			out = append(out, e)
		}
	}
	return out
}

// named are the actors and places that the content names.
func (r *reader) named(s *saying) []int {
	content := r.tree.Span(s.first, s.last)
	var out []int
	add := func(m int) {
		if m != doc.None && !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	for m := range r.d.Mentions {
		mention := &r.d.Mentions[m]
		if mention.Chain == doc.None || !content.Contains(mention.Span) && (mention.Head != s.head || !content.Overlaps(mention.Span)) {
			continue
		}
		if !r.sameSource(source{mention: m}, s.source) {
			add(m)
		} else if k := r.another(m, s.source); k != m {
			add(k)
		}
	}
	if s.passive && s.cue != doc.None {
		if p := r.tree.Child(s.cue, "nsubj:pass"); p != doc.None {
			add(r.mention[p])
		}
	}
	add(r.antecedent(s))
	if len(out) == 0 && r.itself(s) {
		add(s.source.mention)
	}
	return out
}

// allegations reports whether the content is no more than "these allegations".
func (r *reader) allegations(s *saying) bool {
	const longest = 4 // words
	if s.head == doc.None || s.last-s.first > longest || r.tree.Token(s.head).XPOS != "NNS" {
		return false
	}
	switch r.tree.Lemma(s.head) {
	case "allegation", "accusation", "claim", "charge":
		return r.definite(s.head)
	}
	return false
}

// claimedBefore are the events of all that others have claimed before s.
func (r *reader) claimedBefore(s *saying) []int {
	var out []int
	for k := range r.d.Attributions {
		a := &r.d.Attributions[k]
		if a.Start >= r.tree.Token(s.first).Start || len(a.Hops) == 0 || denies(a.Act) || r.sameSource(innermost(a), s.source) {
			continue
		}
		for _, e := range a.Events {
			if a.Content.Contains(r.d.Events[e].Trigger) && !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	return out
}

// denies reports whether an act turns down what somebody else said.
func denies(act string) bool {
	switch act {
	case "deny", "dispute", "dismiss", "reject", "deny_responsibility", "doubt":
		return true
	}
	return false
}

// claimBefore is the nearest claim before s that has events, borrowed or among its own words.
func (r *reader) claimBefore(s *saying, borrowed bool) *doc.Attribution {
	start := r.tree.Token(s.first).Start
	var best *doc.Attribution
	for k := range r.d.Attributions {
		a := &r.d.Attributions[k]
		if denies(s.act) && (r.sameSource(innermost(a), s.source) || s.parent != doc.None && r.sameSource(innermost(a), r.sayings[s.parent].source)) {
			continue // somebody else's words are denied, not those of who denies or tells of it
		}
		if a.Start < start && (best == nil || a.Start >= best.Start) && slices.ContainsFunc(a.Events, func(e int) bool {
			return borrowed || r.d.Events[e].Type != "x-media" && a.Content.Contains(r.d.Events[e].Trigger)
		}) {
			best = a
		}
	}
	return best
}

// antecedent is the mention that a relative clause with the cue tells of: "a
// boat that the navy said was".
func (r *reader) antecedent(s *saying) int {
	v := s.cue
	if v == doc.None {
		return doc.None
	}
	for v >= 0 && r.tree.Is(v, "conj") {
		v = r.tree.Token(v).Head
	}
	if s.cue < s.first && isFinite(r.tree.Token(s.first).XPOS) {
		v = r.relativeBefore(s.cue) // "which the firm calls safe but critics charge is not"
	}
	if v < 0 || !r.tree.Is(v, "acl") || r.tree.Token(v).Head < 0 {
		return doc.None
	}
	m := r.mention[r.tree.Token(v).Head]
	if m == doc.None || r.d.Mentions[m].Chain == doc.None || r.sameSource(source{mention: m}, s.source) {
		return doc.None
	}
	return m
}

// relativeBefore is the verb of the relative clause nearest before or at token i in its
// sentence, doc.None for none.
func (r *reader) relativeBefore(i int) int {
	for k := i; k >= r.d.Sentences[r.tree.Token(i).Sent].First; k-- {
		if r.relativeClause(k) {
			return k
		}
	}
	return doc.None
}

// besides is the event that the sentence tells of before what is said, for a
// content that has none: "warned of an attack, advising them to stay away".
func (r *reader) besides(s *saying) []int {
	if s.cue == doc.None {
		return nil
	}
	for e := len(r.d.Events) - 1; e >= 0; e-- {
		event := &r.d.Events[e]
		if at := event.Token; event.Type != "x-media" && at < s.first && at != s.cue && r.tree.Token(at).Sent == s.sent {
			return []int{e}
		}
	}
	return nil
}

// pointsBack reports whether the content has a word for what was said before,
// or is a quotation that leaves out what it is about.
func (r *reader) pointsBack(s *saying) bool {
	if s.cue == doc.None || r.inQuote(s.first) {
		return true
	}
	for i := s.first; i < s.last; i++ {
		switch r.tree.Lemma(i) {
		case "dead", "toll", "wounded", "victim", "figure":
			if d := r.tree.Child(i, "det"); d != doc.None && r.tree.Lemma(d) == "the" {
				return true // "half of the dead were militants"
			}
		case "it", "this", "that", "such", "so", "these", "those":
			if r.tree.Token(i).UPOS == "PRON" || r.tree.Token(i).UPOS == "DET" || r.tree.Lemma(i) == "such" {
				return true
			}
		}
	}
	return false
}

// onlyPoints reports whether the content is no more than a word for what was
// said before: "confirmed as such", "denied this".
func (r *reader) onlyPoints(s *saying) bool {
	const longest = 2 // words
	return s.cue != doc.None && s.last-s.first <= longest && !r.inQuote(s.first) && r.pointsBack(s)
}

// toldBefore is the last event of the sentences just before.
func (r *reader) toldBefore(s *saying) []int {
	const near = 2 // sentences
	for e := len(r.d.Events) - 1; e >= 0; e-- {
		at := r.tree.Token(r.d.Events[e].Token).Sent
		if r.d.Events[e].Type != "x-media" && at < s.sent && s.sent-at <= near {
			return []int{e}
		}
	}
	return nil
}
