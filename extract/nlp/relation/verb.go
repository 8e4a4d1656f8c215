package relation

import (
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A verb's relation, and between which of its arguments.
type pattern struct {
	rel      graph.RelType
	to       string // obj, or the preposition of the other end
	rule     string
	reversed bool // the subject is the end
}

// verbs are the verbs of lasting relations, by lemma. Past forms stand beside
// them for where no lemma was found.
var verbs = map[string][]pattern{
	"lead":       {{graph.Leads, "obj", "leads", false}},
	"head":       {{graph.Leads, "obj", "leads", false}},
	"command":    {{graph.Leads, "obj", "leads", false}},
	"chair":      {{graph.Leads, "obj", "leads", false}},
	"rule":       {{graph.Leads, "obj", "leads", false}},
	"govern":     {{graph.Leads, "obj", "leads", false}},
	"found":      {{graph.Leads, "obj", "founded", false}},
	"join":       {{graph.MemberOf, "obj", "joined", false}},
	"belong":     {{graph.MemberOf, "to", "belongs", false}},
	"work":       {{graph.EmployedBy, "for", "works", false}, {graph.EmployedBy, "at", "works", false}, {graph.EmployedBy, "with", "works", false}},
	"employ":     {{graph.EmployedBy, "obj", "employs", true}},
	"hire":       {{graph.EmployedBy, "obj", "employs", true}},
	"split":      {{graph.OffshootOf, "from", "split", false}},
	"break":      {{graph.OffshootOf, "from", "split", false}},
	"pledge":     {{graph.AffiliateOf, "to", "pledged", false}},
	"swear":      {{graph.AffiliateOf, "to", "pledged", false}},
	"ally":       {{graph.AffiliateOf, "with", "allied", false}},
	"allied":     {{graph.AffiliateOf, "with", "allied", false}},
	"affiliate":  {{graph.AffiliateOf, "with", "affiliated", false}, {graph.AffiliateOf, "to", "affiliated", false}},
	"affiliated": {{graph.AffiliateOf, "with", "affiliated", false}, {graph.AffiliateOf, "to", "affiliated", false}},
	"led":        {{graph.Leads, "obj", "leads", false}},
	"headed":     {{graph.Leads, "obj", "leads", false}},
	"commanded":  {{graph.Leads, "obj", "leads", false}},
	"joined":     {{graph.MemberOf, "obj", "joined", false}},
	"employed":   {{graph.EmployedBy, "obj", "employs", true}},
	"worked":     {{graph.EmployedBy, "for", "works", false}, {graph.EmployedBy, "at", "works", false}},
}

// verb reads the relation that the verb or adjective at v states.
func (f *finder) verb(v int) {
	if f.hedged(v) {
		return
	}
	f.stay(v)
	frame := f.tree.FrameOf(v)
	for _, p := range verbs[f.lemma(v)] {
		subject, object := frame.Agent, frame.Patient
		if p.to != "obj" {
			if subject == doc.None {
				subject = frame.Patient // "is affiliated with"
			}
			object = f.tree.Oblique(v, p.to)
			if object == doc.None && f.lemma(v) == "pledge" || f.lemma(v) == "swear" {
				object = f.allegiance(v)
			}
		}
		from, to := f.mention(subject), f.mention(object)
		if p.reversed {
			from, to = to, from
		}
		if from == doc.None || to == doc.None || !f.allows(p, from, to) {
			continue
		}
		f.add(p.rel, from, to, p.rule)
	}
}

// allegiance is what allegiance is pledged to.
func (f *finder) allegiance(v int) int {
	o := f.tree.Child(v, "obj")
	if o == doc.None || f.lemma(o) != "allegiance" && f.lemma(o) != "loyalty" {
		return doc.None
	}
	if to := f.tree.Oblique(v, "to"); to != doc.None {
		return to
	}
	return f.tree.Oblique(o, "to")
}

func (f *finder) mention(token int) int {
	if token == doc.None {
		return doc.None
	}
	return f.heads[token]
}

// allows reports whether the ends are of the sorts that the relation joins: a
// body leads no attack, and nobody joins a protest for good.
func (f *finder) allows(p pattern, from, to int) bool {
	group := f.body(to) && f.d.Mentions[to].Class != doc.PER
	switch p.rel {
	case graph.Leads:
		return f.single(from) && (group || f.place(to) && f.chain(to).Actor == graph.State)
	case graph.MemberOf, graph.EmployedBy:
		return group
	default:
		return group && f.body(from)
	}
}

// single reports whether a mention is of one person.
func (f *finder) single(i int) bool {
	m := &f.d.Mentions[i]
	if m.Type == doc.Pronoun {
		return f.chain(i).Actor == graph.Person || f.chain(i).Actor == graph.UnnamedSource
	}
	return m.Class == doc.PER
}

// stay reads "is based in", "lives in", "were from".
func (f *finder) stay(v int) {
	subject := f.mention(f.tree.Subject(v))
	if subject == doc.None || f.d.Mentions[subject].Class == doc.LOC {
		return
	}
	if stays[f.lemma(v)] && f.tree.Child(v, "ccomp", "xcomp") == doc.None {
		f.where(subject, v)
	}
}
