package event

import (
	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// successor tells who goes from who comes: "Bell replaced Voss" appoints Bell, and
// "the board replaced Voss with Bell" does as well.
func (f *finder) successor(c int) {
	e := &f.events[c]
	if l := f.tree.Lemma(e.Token); e.Type != "x-personnel" || l != "replace" && l != "succeed" || !e.verb {
		return
	}
	frame := f.tree.FrameOf(e.Token)
	if frame.Patient == doc.None {
		return
	}
	f.recast(c, frame.Patient, "dismissed")
	if with := f.tree.Oblique(e.Token, "with"); with != doc.None && !frame.Passive {
		f.argue(c, "appointed", with)
	} else if !frame.Passive {
		f.recast(c, frame.Agent, "appointed")
	}
	if frame.Passive && frame.Agent != doc.None {
		f.recast(c, frame.Agent, "appointed")
	}
}

// accusedOf makes who appears in court the one who is tried.
func (f *finder) accusedOf(c int) {
	e := &f.events[c]
	if e.Type != "x-justice" || !e.verb || f.tree.Passive(e.Token) {
		return
	}
	switch f.tree.Lemma(e.Token) {
	case "appear", "stand", "go":
		for k := range e.Args {
			if side(e.Args[k].Role) == "agent" {
				e.Args[k].Role = "tried"
			}
		}
	}
}

// posted makes a vessel that is sent somewhere the one that goes: "the frigate was
// deployed to the gulf".
func (f *finder) posted(c int) {
	e := &f.events[c]
	if e.Type != "x-movement" || !e.verb || len(e.Modes) == 0 || e.Modes[0] != "deploy" {
		return
	}
	frame := f.tree.FrameOf(e.Token)
	if !frame.Passive || frame.Agent != doc.None || frame.Patient == doc.None {
		return
	}
	if m := f.referent(frame.Patient); m != doc.None && f.vessel(m) {
		f.recast(c, frame.Patient, "agent")
	}
}

// vessel reports whether m or what it is called elsewhere is a vehicle.
func (f *finder) vessel(m int) bool {
	mentions := []int{m}
	if ch := f.d.Mentions[m].Chain; ch != doc.None {
		mentions = f.d.Chains[ch].Mentions
	}
	for _, k := range mentions {
		if f.d.Mentions[k].Type != doc.Nominal {
			continue
		}
		if noun, ok := lexicon.NounOf(f.tree.Lemma(f.d.Mentions[k].Head)); ok && noun.Kind() == lexicon.Vehicle {
			return true
		}
	}
	return false
}

// recast gives what token i refers to another role in the event.
func (f *finder) recast(c, i int, role string) {
	if i == doc.None {
		return
	}
	m := f.referent(i)
	for k := range f.events[c].Args {
		if a := &f.events[c].Args[k]; m != doc.None && f.same(a.Mention, m) {
			a.Role = role
		}
	}
}
