package claim

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// standing are nouns that stand for an event told before, with the types that it may
// have: "the move", "this tragedy". None is a trigger of its own.
var standing = map[string][]string{
	"move": deeds, "step": deeds, "measure": deeds, "decision": slices.Concat(deeds, rulings), "action": deeds, "plan": deeds, "policy": deeds,
	"ruling": rulings, "verdict": rulings, "judgment": rulings, "judgement": rulings, "sentence": rulings, "conviction": rulings,
	"deal": bargains, "agreement": bargains, "accord": bargains, "pact": bargains, "takeover": bargains,
	"case": slices.Concat(harms, rulings), "incident": harms, "tragedy": harms, "accident": harms, "disaster": harms, "catastrophe": harms, "crime": harms, "death": harms,
}

var (
	deeds = []string{"x-policy", "x-business", "x-personnel", "x-org", "MOBILIZE", "SANCTION", "COERCE", "REJECT", "AGREE", "CONCEDE",
		"COOPERATE", "RETREAT", "SUPPORT", "AID", "REQUEST", "x-disrupt", "x-election"}
	rulings  = []string{"x-justice", "SANCTION"}
	bargains = []string{"AGREE", "x-business", "COOPERATE"}
	harms    = []string{"ASSAULT", "x-disaster", "x-life", "x-crime"}
)

// stoodFor are the events that definite nouns of the content stand for.
func (r *reader) stoodFor(s *saying) []int {
	var out []int
	for i := s.first; i < s.last; i++ {
		types := standing[r.tree.Lemma(i)]
		if types == nil || r.tree.Token(i).UPOS != "NOUN" || !r.definite(i) || !r.told(i) || r.tree.Child(i, "acl", "nmod") != doc.None {
			continue
		}
		if r.tree.Lemma(i) == "case" && r.tree.Lemma(r.tree.Child(i, "det")) != "this" {
			continue
		}
		if e := r.lastEvent(s.first, types); e != doc.None && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// told reports whether a definite noun can be of what was told: not "who takes the
// decisions".
func (r *reader) told(i int) bool {
	if d := r.tree.Child(i, "det"); r.tree.Token(i).XPOS == "NNS" && d != doc.None && r.tree.Lemma(d) == "the" {
		return false
	}
	h := r.tree.Token(i).Head
	return h < 0 || !r.tree.Is(i, "obj") || r.tree.Lemma(h) != "take" && r.tree.Lemma(h) != "make"
}

// lastEvent is the last event before token i that has one of the types.
func (r *reader) lastEvent(i int, types []string) int {
	found := doc.None
	for e := range r.d.Events {
		if event := &r.d.Events[e]; event.Token < i && slices.Contains(types, event.Type) && (found == doc.None || event.Token > r.d.Events[found].Token) {
			found = e
		}
	}
	return found
}

// itself reports whether the main verb of the content has the source for its subject:
// "we are helping the family". Then the claim is about who makes it too.
func (r *reader) itself(s *saying) bool {
	return s.head != doc.None && s.source.mention != doc.None && !s.unattributed && r.ownDeed(s)
}

// another is whom "he" or "she" in a quotation can mean where the pronoun was taken
// for the speaker, who would say "I": the last other person told of before the
// quotation, doc.None for none.
func (r *reader) another(m int, by source) int {
	const near = 3 // sentences
	head := r.d.Mentions[m].Head
	if r.d.Mentions[m].Type != doc.Pronoun || !r.inQuote(head) || !r.sameSource(source{mention: m}, by) {
		return m
	}
	pronoun := r.tree.Lemma(head)
	if pronoun == "his" || pronoun == "him" {
		pronoun = "he"
	}
	if pronoun == "her" {
		pronoun = "she"
	}
	if pronoun != "he" && pronoun != "she" {
		return m
	}
	sent, best := r.tree.Token(head).Sent, doc.None
	for k := range r.d.Mentions {
		o := &r.d.Mentions[k]
		if o.Class != doc.PER || o.Type == doc.Pronoun || o.Head >= head || sent-r.tree.Token(o.Head).Sent > near || o.Chain == doc.None || r.d.Chains[o.Chain].Plural || r.sameSource(source{mention: k}, by) || !r.mayBe(source{mention: k}, pronoun) {
			continue
		}
		if best == doc.None || o.Head > r.d.Mentions[best].Head {
			best = k
		}
	}
	return best
}
