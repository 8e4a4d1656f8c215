package claim

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// nest finds for each saying the one whose content it stands in, and silences
// sayings that only pass on another: "officials said that he believes".
func (r *reader) nest() {
	const least = 4 // words that a saying within another has to leave out
	for i := range r.sayings {
		r.sayings[i].parent = r.container(i)
		// Contents that cross each other would be one another's: the last one
		// to be looked at then stands by itself.
		if slices.Contains(r.parents(i), i) {
			r.sayings[i].parent = doc.None
		}
	}
	for i := range r.sayings {
		s := &r.sayings[i]
		if s.parent == doc.None {
			r.authored(s)
			continue
		}
		p := &r.sayings[s.parent]
		if p.negated {
			s.silent = true // what is not said is said by nobody
			continue
		}
		if s.source.token != doc.None && r.firstPerson(s.source.token) {
			s.source.mention = p.source.mention
		} else if s.source.mention != doc.None && s.source.token != doc.None && r.mention[s.source.token] != doc.None {
			if who := r.another(r.mention[s.source.token], p.source); who != r.mention[s.source.token] {
				s.source.mention, s.silent = who, who == doc.None // who says "he" in a quotation means another
			}
		}
		if s.ownerless && p.source.mention != doc.None && r.heads(s, p) {
			s.silent = true // "the findings suggest that", the authors say
			continue
		}
		if own := s.source.token != doc.None && r.firstPerson(s.source.token); own && p.cue != doc.None && r.inQuote(s.cue) && r.heads(s, p) && passesOn(p.act) {
			s.silent = true // "“We did not expect this,” she said" is one saying
			if p.act == "assert" && !s.negated {
				p.act = s.act
			}
			continue
		}
		if s.unattributed && s.source.token == doc.None && s.cue != doc.None && r.tree.Token(s.cue).UPOS != "VERB" && p.source.mention != doc.None {
			s.silent = true // "police said there were fears that": the police say so
			continue
		}
		if r.heads(s, p) && (r.sameSource(s.source, p.source) && r.before(s.cue) && !mental(s.act) || s.unattributed && s.last-s.first+least > p.last-p.first) {
			s.silent = true // "said she had begged them" tells of a deed; "We were told to go" is said once
			continue
		}
		if r.heads(s, p) && !s.unattributed && passesOn(p.act) && !p.negated {
			if r.deed(s.cue) && !r.sameSource(s.source, p.source) {
				s.silent = true // what others agreed on is what the speaker tells
				continue
			}
			if s.act == "demand" && r.before(s.cue) && !r.sameSource(s.source, p.source) {
				s.silent = true // that somebody had ordered it is what the speaker tells
				continue
			}
			if s.act == "expect" || s.act == "plan" || s.act == "hope" || s.act == "predict" && !r.sameSource(s.source, p.source) {
				// Whose plans a speaker tells, the speaker tells.
				p.act, s.silent = s.act, true
				continue
			}
			if mental(s.act) && !r.sameSource(s.source, p.source) && p.act != "report" {
				continue // what another holds is told beside what the speaker says
			}
			p.silent = true
			if r.sameSource(s.source, p.source) && p.time != doc.None && s.time == doc.None {
				s.time = p.time
			}
		}
		// Speaking of one's own words inside one's words adds nothing.
		own := s.source.token != doc.None && r.firstPerson(s.source.token)
		if r.sameSource(s.source, p.source) && !p.silent && !r.heads(s, p) && (own || s.act == "assert") {
			s.silent = true
		}
		if own && p.cue == doc.None && p.silent {
			p.silent, s.silent = false, true
			if p.act == "assert" {
				p.act = s.act
			}
		}
	}
}

// authored gives what the article says of itself with "I" and "we" to its author, where a
// byline names one, and to nobody else.
func (r *reader) authored(s *saying) {
	if s.cue == doc.None || s.source.token == doc.None || !r.firstPerson(s.source.token) || r.inQuote(s.source.token) {
		return
	}
	by := r.author()
	if s.source.mention, s.source.span = by.mention, by.span; by.mention == doc.None {
		s.silent = true
	}
}

// before reports whether the verb v is in the pluperfect.
func (r *reader) before(v int) bool {
	return slices.ContainsFunc(r.tree.Kids(v), func(k int) bool {
		return r.tree.Is(k, "aux") && r.tree.Token(k).XPOS == "VBD" && r.tree.Lemma(k) == "have"
	})
}

// deed reports whether a cue tells of a step or wish rather than of words:
// within what somebody says it is a part of that.
func (r *reader) deed(cue int) bool {
	switch r.tree.Lemma(cue) {
	case "agree", "vote", "decide", "refuse", "want":
		return true
	case "ask":
		return r.tree.Oblique(cue, "for") != doc.None && r.tree.Token(cue).XPOS != "VBZ" && r.tree.Token(cue).XPOS != "VBP"
	case "plan", "intend":
		return r.tree.Token(cue).XPOS == "VBD" || r.tree.Token(cue).XPOS == "VBN"
	}
	return false
}

// heads reports whether the cue of s is the main word of the content of p.
func (r *reader) heads(s, p *saying) bool {
	if s.cue == doc.None {
		return false
	}
	return s.cue == p.head || r.tree.Is(s.cue, "xcomp") && r.tree.Token(s.cue).Head == p.head
}

// mental reports whether an act is a state of mind rather than speech.
func mental(act string) bool {
	switch act {
	case "believe", "suspect", "concern", "doubt":
		return true
	}
	return false
}

func passesOn(act string) bool {
	switch act {
	case "assert", "report", "confirm", "announce", "publish", "believe":
		return true
	}
	return false
}

// aside reports whether the cue at stands in a relative clause behind a comma, within
// the words of p though not in a quotation: the article's own remark, as in "blamed the
// rebels for the raid, which they deny".
func (r *reader) aside(at int, p *saying) bool {
	if r.inQuote(at) || p.cue >= at {
		return false
	}
	if n := r.tree.Token(at).Head; r.tree.Is(at, "acl") && n >= 0 && r.tree.Is(n, "appos") && charges[r.tree.Lemma(n)] {
		return true // "…, a charge rejected by the minister"
	}
	if !r.relativeClause(at) {
		return false
	}
	a, _ := r.tree.Range(at)
	for k := a; k < at; k++ {
		if x := r.tree.Token(k).XPOS; x == "WDT" || x == "WP" {
			return r.tree.Token(k-1).Text == "," || k > a && r.tree.Token(a).Text == ","
		}
	}
	return false
}

// charges are nouns by which an article sums up what was just said.
var charges = words("charge claim allegation accusation suggestion assertion figure view remark move notion idea argument account")

// unmarked are the rules by which somebody says sentences without quotation marks.
var unmarked = map[string]bool{"claim/transcript": true, "claim/signed": true, "claim/statement": true}

// container is the nearest saying whose content holds the cue of i.
func (r *reader) container(i int) int {
	s := &r.sayings[i]
	best := doc.None
	for k := range r.sayings {
		p := &r.sayings[k]
		if k == i || p.sent != s.sent || s.cue == doc.None && p.cue == doc.None {
			continue
		}
		at := s.cue
		if at == doc.None {
			continue
		}
		if at < p.first || at >= p.last || p.cue != doc.None && s.first <= p.cue && p.cue < s.last && p.cue > at && !(s.unattributed && r.tree.Token(at).UPOS == "ADV") {
			continue
		}
		if p.cue != doc.None && r.aside(at, p) {
			top := at
			if n := r.tree.Token(at).Head; n >= 0 && r.tree.Is(n, "appos") {
				top = n
			}
			if a, z := r.tree.Range(top); z >= p.last && a > p.first {
				p.last = a
				r.trim(p)
			}
			if o := r.tree.Child(p.cue, "obj"); denies(s.act) && r.sameSource(s.source, p.source) && o != doc.None && r.mention[o] != doc.None {
				s.source.mention = r.mention[o] // who is blamed denies it, not who blames
			}
			continue
		}
		if p.cue == doc.None && !r.inQuote(at) && !unmarked[p.rule] {
			continue
		}
		if best == doc.None || p.last-p.first < r.sayings[best].last-r.sayings[best].first {
			best = k
		}
	}
	return best
}
