package claim

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// follow gives a saying whose source is "he", "she" or "it" to whoever spoke
// last, where that was just before and whom the pronoun was taken for has said
// nothing: a reporter goes on with the speaker, not with whom the speaker names.
func (r *reader) follow(v int, s *saying) {
	const near = 2 // sentences
	if s.source.token == doc.None || r.last.mention == doc.None || len(r.sayings) == 0 || r.sameSource(s.source, r.last) {
		return
	}
	t := r.tree.Token(s.source.token)
	from := r.sayings[len(r.sayings)-1].sent
	if t.UPOS != "PRON" || !utters(r.tree.Lemma(v)) || t.Sent == from || t.Sent-from > near || r.spoke(s.source) {
		return
	}
	pronoun := r.tree.Lemma(s.source.token)
	switch class := r.d.Mentions[r.last.mention].Class; {
	case (pronoun == "he" || pronoun == "she") && class == doc.PER && !r.called(r.last, other[pronoun]) && r.mayBe(r.last, pronoun) && (s.first < s.last && r.inQuote(s.first) || r.tree.Lemma(v) == "add"):
	case pronoun == "it" && class == doc.ORG && r.inQuote(s.first):
	default:
		return
	}
	s.source.mention = r.last.mention
	s.rule += " speaks-on"
}

// disjoint gives "The airline had known, it wrote" to whoever spoke just before: the
// pronoun of a closing tag does not mean whom the words before name, who would be named
// by the tag instead.
func (r *reader) disjoint(v int, s *saying) {
	const near = 2 // sentences
	if s.source.token == doc.None || r.last.mention == doc.None || s.last > v || r.tree.Token(s.source.token).UPOS != "PRON" || r.inQuote(s.first) || r.sameSource(s.source, r.last) {
		return
	}
	if len(r.sayings) == 0 || r.tree.Token(v).Sent-r.sayings[len(r.sayings)-1].sent > near || !r.agrees(s.source.token, r.last) {
		return
	}
	span := r.tree.Span(s.first, s.last)
	for m := range r.d.Mentions {
		if o := &r.d.Mentions[m]; o.Type != doc.Pronoun && span.Contains(o.Span) && r.sameSource(source{mention: m}, s.source) {
			s.source.mention = r.last.mention
			s.rule += " speaks-on"
			return
		}
	}
}

// agrees reports whether the pronoun at i can stand for a source by its number and
// gender.
func (r *reader) agrees(i int, by source) bool {
	m := r.d.Mentions[by.mention]
	plural := m.Chain != doc.None && r.d.Chains[m.Chain].Plural
	if m.Chain != doc.None && m.Type == doc.Pronoun {
		if k := r.described(m.Chain); k != doc.None {
			m = r.d.Mentions[k]
		}
	}
	switch pronoun := r.tree.Lemma(i); pronoun {
	case "he", "she":
		return m.Class == doc.PER && !plural && !r.called(by, other[pronoun]) && r.mayBe(by, pronoun)
	case "it":
		return m.Class == doc.ORG || m.Class == doc.LOC
	case "they":
		return plural || m.Class == doc.ORG
	}
	return false
}

var other = map[string]string{"he": "she", "she": "he"}

// called reports whether the chain of a source has a certain pronoun.
func (r *reader) called(by source, pronoun string) bool {
	ch := r.d.Mentions[by.mention].Chain
	if ch == doc.None {
		return false
	}
	for _, m := range r.d.Chains[ch].Mentions {
		if r.tree.Lemma(r.d.Mentions[m].Head) == pronoun {
			return true
		}
	}
	return false
}

// mayBe reports whether the given name of a source allows the pronoun.
func (r *reader) mayBe(by source, pronoun string) bool {
	name := by.span.Of(r.d.Text)
	if ch := r.d.Mentions[by.mention].Chain; ch != doc.None {
		name = r.d.Chains[ch].Name
	}
	given, _, _ := strings.Cut(name, " ")
	gender, ok := lexicon.Given(given)
	return !ok || (gender != "f" || pronoun == "she") && (gender != "m" || pronoun == "he")
}

// spoke reports whether a source has said something before.
func (r *reader) spoke(by source) bool {
	for k := range r.sayings {
		if r.sayings[k].source.token != by.token && r.sameSource(r.sayings[k].source, by) {
			return true
		}
	}
	return false
}

// seat makes a speaker of a city that stands for who governs from it where no
// earlier stage took it for an actor.
func (r *reader) seat(i int) int {
	m := r.unnamed(i)
	r.d.Mentions[m].Type, r.d.Mentions[m].Class = doc.Name, doc.ORG
	r.d.Chains[r.d.Mentions[m].Chain].Actor = graph.PublicBody
	r.d.Chains[r.d.Mentions[m].Chain].Named = true
	return m
}

// unfulfilled reports whether v tells what should have been: no demand.
func (r *reader) unfulfilled(v int) bool {
	for _, k := range r.tree.Kids(v) {
		if r.tree.Is(k, "aux") && r.tree.Lemma(k) == "have" && r.tree.Token(k).XPOS == "VB" {
			return true
		}
	}
	return false
}
