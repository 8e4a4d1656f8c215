package coref

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// craft reports whether a chain is of a ship, boat or other vehicle, by what any
// of its mentions calls it.
func (r *resolver) craft(c *doc.Chain) bool {
	return r.any(c, func(m *mention) bool {
		if m.Type == doc.Nominal {
			return vehicle(m)
		}
		if m.Type != doc.Name || m.First == 0 || r.d.Tokens[m.First-1].Sent != m.sent {
			return false
		}
		n, ok := lexicon.NounOf(r.tree.Lemma(m.First - 1))
		return ok && len(n.Kinds) > 0 && n.Kind() == lexicon.Vehicle
	})
}

// registered reports whether m names a ship with its prefix, as those do who speak
// of her as of a party: the MV Aurora.
func (r *resolver) registered(m *mention) bool {
	return m.Type == doc.Name && m.Last-m.First > 1 && ship[strings.ToLower(strings.Trim(r.d.Tokens[m.First].Text, "."))]
}

// crewed reports whether m does what only those aboard can do, or has done to it
// what is meant for them. What sinks, burns or carries passengers is a thing.
func (r *resolver) crewed(m *mention) bool {
	h := r.outer(m.Head)
	v := r.d.Tokens[h].Head
	if v == doc.None {
		return false
	}
	for _, k := range r.tree.Kids(m.Head) {
		if r.tree.Is(k, "acl") && r.d.Tokens[k].XPOS == "VBN" && assailed[r.tree.Lemma(k)] {
			return true // "the first boat rescued"
		}
	}
	lemma := r.tree.Lemma(v)
	passive := r.tree.Is(h, "nsubj:pass") || r.tree.Is(h, "nsubj") && r.tree.Child(v, "aux:pass") != doc.None || r.tree.Is(v, "acl") && r.d.Tokens[v].XPOS == "VBN"
	switch {
	case r.speaks(m) || r.registered(m):
		return true
	case passive || r.tree.Is(h, "obj"):
		return assailed[lemma]
	case r.tree.Is(h, "nsubj") && r.tree.Oblique(v, "under") != doc.None:
		return true // "came under fire"
	case r.tree.Is(h, "nsubj"):
		return sailed[lemma] || r.d.Tokens[v].UPOS == "VERB" && !idle[lemma] && r.tree.Child(v, "obj", "xcomp", "ccomp") != doc.None
	case r.tree.Is(h, "obl:agent"):
		return true
	case r.tree.Is(h, "obl", "nmod"):
		switch r.tree.Case(h) {
		case "at", "on", "against":
			return assailed[lemma] || lemma == "fire" || lemma == "raid"
		case "from":
			return lemma == "call" || lemma == "signal" || lemma == "message"
		case "by":
			return r.tree.Is(h, "obl")
		case "with", "to":
			return r.tree.Is(h, "obl") && (lemma == "speak" || lemma == "radio" || lemma == "signal")
		}
	}
	return false
}

var (
	assailed = words("attack seize hijack board capture sink shell bomb rescue intercept chase stop detain escort target storm torpedo destroy shadow harass ram rob deploy send dispatch order warn free release turn tow push")
	sailed   = words("fire flee escape surrender attack retreat patrol")
	idle     = words("carry hold leave fly hit strike lose take belong cost run reach make have include contain need suffer weigh bring cross ply")
)
