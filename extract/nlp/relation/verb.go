package relation

import (
	"strings"

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

// verbs are the verbs of lasting relations, by lemma.
var verbs = map[string][]pattern{
	"lead":      {{graph.Leads, "obj", "leads", false}},
	"head":      {{graph.Leads, "obj", "leads", false}},
	"command":   {{graph.Leads, "obj", "leads", false}},
	"chair":     {{graph.Leads, "obj", "leads", false}},
	"rule":      {{graph.Leads, "obj", "leads", false}},
	"govern":    {{graph.Leads, "obj", "leads", false}},
	"run":       {{graph.Leads, "obj", "leads", false}},
	"preside":   {{graph.Leads, "over", "leads", false}},
	"found":     {{graph.Leads, "obj", "founded", false}},
	"co-found":  {{graph.Leads, "obj", "founded", false}},
	"cofound":   {{graph.Leads, "obj", "founded", false}},
	"own":       {{graph.MemberOf, "obj", "owned", true}},
	"assign":    {{graph.MemberOf, "to", "assigned", false}},
	"serve":     {{graph.MemberOf, "in", "serves", false}, {graph.MemberOf, "with", "serves", false}},
	"join":      {{graph.MemberOf, "obj", "joined", false}},
	"belong":    {{graph.MemberOf, "to", "belongs", false}},
	"work":      {{graph.EmployedBy, "for", "works", false}, {graph.EmployedBy, "at", "works", false}, {graph.EmployedBy, "with", "works", false}},
	"employ":    {{graph.EmployedBy, "obj", "employs", true}},
	"hire":      {{graph.EmployedBy, "obj", "employs", true}},
	"split":     {{graph.OffshootOf, "from", "split", false}},
	"break":     {{graph.OffshootOf, "from", "split", false}},
	"pledge":    {{graph.AffiliateOf, "to", "pledged", false}},
	"swear":     {{graph.AffiliateOf, "to", "pledged", false}},
	"ally":      {{graph.AffiliateOf, "with", "allied", false}},
	"affiliate": {{graph.AffiliateOf, "with", "affiliated", false}, {graph.AffiliateOf, "to", "affiliated", false}},
}

// verb reads the relation that the verb or adjective at v states.
func (f *finder) verb(v int) {
	if f.hedged(v) || f.future(v) {
		return
	}
	f.stay(v)
	f.married(v)
	frame := f.tree.FrameOf(v)
	f.post(v, frame.Agent)
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
		if j := f.relative(v); j != doc.None && frame.Passive && p.to == "obj" {
			to = j
		} else if j != doc.None && !frame.Passive {
			from = j
		}
		if p.reversed {
			from, to = to, from
		}
		if p.rel == graph.Leads && p.rule == "leads" {
			to = f.wholeOf(to)
		}
		if from == doc.None || to == doc.None || !f.allows(p, from, to) {
			continue
		}
		time := doc.None
		if p.rule != "founded" { // when it began says nothing of how long
			time = f.when(v)
		}
		f.held(p.rel, from, to, p.rule, time, false)
	}
}

// relative is the relative pronoun that is subject of v, where it is a mention:
// package coref has looked closer than the tree at what it stands for.
func (f *finder) relative(v int) int {
	s := f.tree.Child(v, "nsubj")
	if s == doc.None || f.heads[s] == doc.None || f.d.Mentions[f.heads[s]].Type != doc.Pronoun || f.d.Mentions[f.heads[s]].Chain == doc.None || !f.tree.Is(v, "acl") {
		return doc.None
	}
	return f.heads[s]
}

// wholeOf is the body that an unnamed branch is of: who heads the charity's branch
// leads a part of the charity, and no more is told of the branch.
func (f *finder) wholeOf(i int) int {
	if i == doc.None {
		return i
	}
	m := &f.d.Mentions[i]
	if m.Type != doc.Nominal || branches[f.lemma(m.Head)] == "" || m.Chain == doc.None || f.chain(i).Named {
		return i
	}
	if p := f.tree.Child(m.Head, "nmod:poss"); p != doc.None && f.heads[p] != doc.None {
		return f.heads[p]
	}
	return i
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

// mention is the mention that a token heads, or the name that hangs on it as
// on a title.
func (f *finder) mention(token int) int {
	if token == doc.None {
		return doc.None
	}
	if f.heads[token] != doc.None {
		return f.heads[token]
	}
	if k := f.tree.Child(token, "flat", "appos"); k != doc.None {
		return f.heads[k]
	}
	return doc.None
}

// allows reports whether the ends are of the sorts that the relation joins: a
// body leads no attack, and nobody joins a protest for good.
func (f *finder) allows(p pattern, from, to int) bool {
	group := f.body(to) && f.d.Mentions[to].Class != doc.PER
	switch p.rel {
	case graph.Leads:
		governed := f.place(to) && (f.chain(to).Actor == graph.State || p.rule == "leads" && f.chain(to).Place != graph.Facility)
		return f.single(from) && (group || governed || p.rule == "leads" && f.place(to) && schools[f.chainLemma(to)])
	case graph.MemberOf, graph.EmployedBy:
		return group && (p.rule != "owned" || f.body(from) && f.d.Mentions[to].Class == doc.ORG && f.d.Mentions[from].Class == doc.ORG)
	default:
		return group && f.body(from)
	}
}

// schools are places that somebody is at the head of.
var schools = words("school hospital college university museum prison hotel library theatre theater academy clinic")

// chainLemma is the noun at the head of mention i or of its chain's name.
func (f *finder) chainLemma(i int) string {
	if schools[f.lemma(f.d.Mentions[i].Head)] {
		return f.lemma(f.d.Mentions[i].Head)
	}
	words := strings.Fields(strings.ToLower(f.chain(i).Name))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
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
	subject := f.subject(v)
	if subject == doc.None || f.d.Mentions[subject].Class == doc.LOC || f.d.Mentions[subject].Chain == doc.None {
		return
	}
	if stays[f.lemma(v)] && f.tree.Child(v, "ccomp", "xcomp") == doc.None {
		if f.tree.Is(v, "amod", "acl") {
			subject = f.told(subject, v)
		}
		f.where(subject, v)
	}
}

// subject is the subject of v: a relative pronoun where that is a mention, as
// package coref has looked closer at what it stands for.
func (f *finder) subject(v int) int {
	if s := f.tree.Child(v, "nsubj"); s != doc.None && f.heads[s] != doc.None && f.d.Mentions[f.heads[s]].Chain != doc.None {
		return f.heads[s]
	}
	return f.mention(f.tree.Subject(v))
}

// post reads "held a senior position with IBM" and "took charge of the club".
func (f *finder) post(v, agent int) {
	switch f.lemma(v) {
	case "hold", "have", "take", "leave", "resign":
	default:
		return
	}
	o := f.tree.Child(v, "obj")
	if o == doc.None {
		return
	}
	switch f.lemma(o) {
	case "position", "post", "job", "role":
	case "charge", "helm", "reins":
		j := f.mention(f.tree.Oblique(o, "of"))
		if from := f.mention(agent); from != doc.None && j != doc.None && f.single(from) && f.body(j) && f.d.Mentions[j].Class == doc.ORG {
			f.held(graph.Leads, from, j, "charge", f.when(v), false)
		}
		return
	default:
		return
	}
	for _, c := range []string{"with", "at", "in"} {
		for _, h := range []int{o, v} {
			if j := f.mention(f.tree.Oblique(h, c)); j != doc.None && f.body(j) && f.d.Mentions[j].Class == doc.ORG {
				f.add(graph.EmployedBy, f.mention(agent), j, "post")
			}
		}
	}
}

// successors reads a leader of nothing said, right after another was said to
// lead something: "led by Omar Dahl. He took over when former leader Ivo
// Brandt retired."
func (f *finder) successors() {
	for _, r := range f.d.Relations {
		if r.Type != graph.Leads {
			continue
		}
		sent := f.d.Tokens[f.d.Mentions[r.From].Head].Sent
		for i := range f.d.Mentions {
			m := &f.d.Mentions[i]
			s := f.d.Tokens[m.Head].Sent
			if m.Type != doc.Name || m.Class != doc.PER || s < sent || s > sent+1 || m.Chain == f.d.Mentions[r.From].Chain {
				continue
			}
			if f.formerHead(m) {
				f.add(graph.Leads, i, r.To, "predecessor")
			}
		}
	}
}

// formerHead reports whether "previous chief" or the like stands before m.
func (f *finder) formerHead(m *doc.Mention) bool {
	if m.First < 2 || !heads[f.lemma(m.First-1)] {
		return false
	}
	switch f.lemma(m.First - 2) {
	case "previous", "former", "late", "slain", "ousted":
		return true
	}
	return false
}
