package claim

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// What looks like a saying and is none: orders not carried out, wishes of long
// ago, refusals to speak.

// unsaid reports whether v is an infinitive that nobody has carried out: "asked
// them to call for", "to praise".
func (r *reader) unsaid(v int) bool {
	if h := r.tree.Token(v).Head; h >= 0 && r.tree.Is(v, "conj") && r.tree.Token(v).XPOS == "VB" && r.tree.Child(v, "nsubj", "aux") == doc.None && r.tree.Token(h).XPOS == "VB" {
		v = h // "refused to confirm or deny"
	}
	m := r.tree.Child(v, "mark")
	if r.tree.Token(v).XPOS != "VB" || m == doc.None && !(r.tree.Is(v, "xcomp") && r.tree.Child(v, "aux", "nsubj") == doc.None) || m != doc.None && r.tree.Lemma(m) != "to" {
		return false
	}
	h := r.tree.Token(v).Head
	if h < 0 {
		return true
	}
	switch r.tree.Lemma(h) {
	case "begin", "start", "continue", "go", "seem", "appear", "say", "believe", "report", "use", "be", "first":
		return false
	}
	return true
}

// quotedIn reports whether the quotation beside v is what somebody or something
// is called in another frame of the cue: "welcomed the talks as “hopeful”".
func (r *reader) quotedIn(v int, form string) bool {
	if r.statement(v) != doc.None {
		return false
	}
	as, to := r.as(v) != doc.None, r.infinitive(v) != doc.None && !r.plain(v)
	return slices.ContainsFunc(lexicon.Cues(form, "V"), func(c lexicon.Cue) bool { return c.Frame == "as" && as || c.Frame == "to" && to })
}

// mute reports whether v only tells that somebody would not speak: "refused to
// comment".
func (r *reader) mute(v int) bool {
	x := r.tree.Child(v, "xcomp", "ccomp")
	if r.tree.Lemma(v) != "refuse" || x == doc.None {
		return false
	}
	switch r.tree.Lemma(x) {
	case "comment", "say", "confirm", "deny", "rule", "elaborate", "discuss", "answer", "speak", "talk", "reveal", "disclose", "name", "identify":
		return true
	}
	return false
}

// pastWish reports whether v tells what somebody once meant to do, which is a
// step of the story: "he had planned to spend a week". What somebody wants now
// is a stand, as is what an organization wanted.
func (r *reader) pastWish(v int) bool {
	switch r.tree.Lemma(v) {
	case "want", "plan", "intend", "decide", "refuse":
	default:
		return false
	}
	if x := r.tree.Token(v).XPOS; (x == "VBZ" || x == "VBP") && !r.tree.Is(v, "acl") || r.tree.Child(v, "ccomp") != doc.None {
		return false
	}
	s := r.tree.Subject(v)
	if s == doc.None || r.mention[s] == doc.None || r.tree.Is(v, "acl") {
		return true
	}
	m := r.d.Mentions[r.mention[s]]
	return m.Class == doc.PER || m.Class == doc.Group || m.Type == doc.Pronoun
}

// anonymity reports whether what v asks for or declines is only to be named:
// "who asked not to be identified".
func (r *reader) anonymity(v int) bool {
	c := r.tree.Child(v, "xcomp", "ccomp")
	if c == doc.None || r.tree.Child(c, "aux:pass") == doc.None {
		return false
	}
	switch r.tree.Lemma(c) {
	case "draw":
		return true
	case "name", "identify", "quote", "cite":
		return true
	}
	return false
}
