package coref

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// told leaves out what the story itself does not speak of: who wrote or sent it,
// whom a caption shows, and whom a headline describes without a name. Where
// it was sent from stays a place.
func (r *resolver) told(c *doc.Chain) {
	only := func(roles ...doc.BlockRole) bool {
		return !r.any(c, func(m *mention) bool { return !slices.Contains(roles, r.role(m)) })
	}
	if !c.Named && !r.any(c, func(m *mention) bool { return !r.onlyThere(m) && !r.addressed(m) && !r.onlyWho(m) }) {
		c.Actor = ""
	}
	if !c.Named && !r.any(c, func(m *mention) bool { return m.Type != doc.Pronoun && !r.none(m) }) {
		c.Actor, c.Place = "", ""
	}
	switch {
	case only(doc.Byline, doc.Caption, doc.Subhead):
		c.Actor, c.Place = "", ""
	case only(doc.Byline, doc.Caption, doc.Subhead, doc.Dateline), !c.Named && only(doc.Headline, doc.Subhead):
		c.Actor = ""
		if known := r.m[r.root(c.Mentions[0])].entry; known == nil && r.d.Sentences[r.m[c.Mentions[0]].sent].First != r.m[c.Mentions[0]].First {
			c.Place = "" // an agency that looks like a town
		}
	}
}

// onlyThere reports whether m is said to be there and nothing else: "there were a
// dozen other people".
func (r *resolver) onlyThere(m *mention) bool {
	v := r.d.Tokens[m.Head].Head
	return v != doc.None && r.tree.Is(m.Head, "nsubj") && r.tree.Lemma(v) == "be" && r.tree.Child(v, "expl") != doc.None || r.tree.Child(m.Head, "expl") != doc.None
}

// none reports whether m says that there is nobody: "no survivors".
func (r *resolver) none(m *mention) bool {
	return m.Type == doc.Nominal && (strings.EqualFold(r.d.Tokens[m.First].Text, "no") || m.First > 0 && strings.EqualFold(r.d.Tokens[m.First-1].Text, "no"))
}

// onlyWho reports whether m is a relative pronoun that is said to be somewhere and
// no more: "who were there".
func (r *resolver) onlyWho(m *mention) bool {
	v := r.d.Tokens[m.Head].Head
	if m.Type != doc.Pronoun || v == doc.None || !r.tree.Is(m.Head, "nsubj") || r.rule[m.at] != ruleRelative {
		return false
	}
	return r.tree.Child(v, "cop") != doc.None || r.tree.Lemma(v) == "be"
}

// addressed reports whether m is only the press that somebody speaks to: "told
// reporters".
func (r *resolver) addressed(m *mention) bool {
	switch r.tree.Lemma(m.Head) {
	case "reporter", "journalist":
	default:
		return false
	}
	v := r.d.Tokens[m.Head].Head
	if v == doc.None || !r.tree.Is(m.Head, "iobj", "obj", "obl") {
		return false
	}
	switch r.tree.Lemma(v) {
	case "tell", "say", "speak", "talk", "inform", "brief":
		return true
	}
	return false
}

// role is what the block of a mention is for.
func (r *resolver) role(m *mention) doc.BlockRole {
	b := r.d.Sentences[m.sent].Block
	if b < 0 || b >= len(r.d.Blocks) {
		return doc.Paragraph
	}
	return r.d.Blocks[b].Role
}

// hasPeople reports whether somebody is said to be of m: "Free Workers Party
// leader Ana Diaz", "a professor at Calder University".
func (r *resolver) hasPeople(m *mention) bool {
	h := r.d.Tokens[m.Head].Head
	if h == doc.None || m.Type != doc.Name {
		return false
	}
	if r.behindName(m) {
		return true
	}
	switch {
	case r.tree.Is(m.Head, "compound", "amod", "nmod:poss", "nmod:desc"):
	case r.tree.Is(m.Head, "nmod"):
		switch r.tree.Case(m.Head) {
		case "of", "at", "from", "with":
		default:
			return false
		}
	default:
		return false
	}
	if j := r.heads[h]; j != doc.None && r.m[j].Class == doc.PER {
		return r.tree.Is(m.Head, "compound") || r.m[j].Type == doc.Nominal && (employed(r.m[j].noun) || strings.HasSuffix(r.m[j].lemma, "ist") || scholars[r.m[j].lemma]) || r.tree.Is(m.Head, "nmod") && r.m[j].Type == doc.Name
	}
	n, ok := lexicon.NounOf(r.tree.Lemma(h))
	return ok && n.Person() && employed(n)
}

var scholars = words("surgeon historian mathematician engineer lecturer researcher student fellow physician teacher nurse doctor")

// behindName reports whether a person's name and "of" stand right before m:
// "Ana Diaz of the University of Lowell".
func (r *resolver) behindName(m *mention) bool {
	k := m.First - 1
	if k > 0 && strings.EqualFold(r.d.Tokens[k].Text, "the") {
		k--
	}
	if k < 1 || r.d.Tokens[k-1].Sent != m.sent {
		return false
	}
	if !strings.EqualFold(r.d.Tokens[k].Text, "of") {
		return false
	}
	lo, _ := r.sentence(m.sent)
	for j := lo; j < m.at; j++ {
		if o := &r.m[j]; o.Type == doc.Name && o.Class == doc.PER && o.Last == k {
			return true
		}
	}
	return false
}

// employed reports whether a noun is for somebody with a post.
func employed(n lexicon.Noun) bool {
	return n.Leads || n.Speaks || n.Title || n.Sector == "EDU" || n.Sector == "GOV" || n.Sector == "COP" || n.Sector == "BUS"
}
