package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/ontology"
)

// sides leaves each participant of an event one side, though its mentions tell of
// both: the one that the text tells first, but who uses force is never its victim.
func (f *finder) sides() {
	for _, cluster := range f.cluster {
		if len(cluster) == 0 {
			continue
		}
		cluster = slices.Sorted(slices.Values(cluster))
		for n, i := range cluster {
			e := &f.events[i]
			e.Args = slices.DeleteFunc(e.Args, func(a doc.Argument) bool {
				if f.events[cluster[0]].Type == "ASSAULT" {
					return side(a.Role) == "patient" && f.onSide("agent", cluster, a)
				}
				return f.onSide(opposite[side(a.Role)], cluster[:n], a)
			})
		}
	}
}

var opposite = map[string]string{"agent": "patient", "patient": "agent"}

// onSide reports whether one of the mentions puts who argument a refers to on
// that side.
func (f *finder) onSide(on string, mentions []int, a doc.Argument) bool {
	for _, k := range mentions {
		for _, b := range f.events[k].Args {
			if on != "" && side(b.Role) == on && f.same(a.Mention, b.Mention) {
				return true
			}
		}
	}
	return false
}

func side(role string) string {
	r, _ := ontology.RoleOf(role)
	return r.Side
}

// members are those who act, or are struck, for the group that they are named
// after: "Taliban fighters", "al-Qaida positions".
var members = words("fighter militant gunman operative rebel insurgent terrorist soldier commander position vehicle target stronghold base convoy compound headquarters")

// groups adds the armed group whose members take part in violence.
func (f *finder) groups(c int) {
	e := &f.events[c]
	if e.Type != "ASSAULT" {
		return
	}
	for _, a := range slices.Clone(e.Args) {
		h := f.d.Mentions[a.Mention].Head
		if f.d.Mentions[a.Mention].Type != doc.Name {
			f.groupOf(c, a.Role, h)
		}
	}
	if o := f.tree.FrameOf(e.Token).Patient; e.verb && o != doc.None && f.mention[o] == doc.None {
		f.groupOf(c, e.sense.Patient, o)
	}
}

func (f *finder) groupOf(c int, role string, h int) {
	if !members[f.tree.Lemma(h)] {
		return
	}
	for _, k := range f.tree.Kids(h) {
		if m := f.mention[k]; m != doc.None && f.tree.Is(k, "compound", "nmod:poss", "amod") && f.armed(m) {
			f.addArgument(c, role, m)
		}
	}
}

// armed reports whether m names a group under arms.
func (f *finder) armed(m int) bool {
	ch := f.d.Mentions[m].Chain
	return ch != doc.None && f.d.Chains[ch].Actor == graph.ArmedGroup && f.d.Chains[ch].Named
}

// alleged is the role of who does e where only an accuser says so: none under
// "accused of", which the claim gives, an alleged one under "charged with".
func (f *finder) alleged(c int, role string) string {
	e := &f.events[c]
	if e.Type != "ASSAULT" && e.Type != "x-crime" || side(role) != "agent" {
		return role
	}
	v := e.Token
	if !e.verb {
		v = e.light
	}
	if v == doc.None || f.tree.Token(v).XPOS != "VBG" || !f.tree.Is(v, "acl", "advcl", "xcomp", "ccomp", "obl") {
		return role
	}
	h := f.tree.Token(v).Head
	if h >= 0 && f.tree.Is(h, "obj", "nsubj:pass") && f.tree.Token(h).UPOS != "VERB" {
		h = f.tree.Token(h).Head // the parser hangs it on the accused
	}
	if h < 0 {
		return role
	}
	switch f.tree.Lemma(h) {
	case "accuse", "blame":
		return ""
	case "charge", "suspect", "indict":
		return "perpetrator_alleged"
	}
	return role
}
