package event

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
)

// Nouns that can stand for any event of a family told before.
var (
	violent  = words("attack assault massacre bloodshed violence incident atrocity carnage killing tragedy raid strike shooting blast explosion bombing operation clash battle fighting ambush slaughter murder onslaught offensive shelling bombardment conflict war siege firing gunfight shootout firefight gunfire gunbattle hijacking")
	accident = words("accident disaster tragedy incident crash catastrophe collapse collision fire blaze explosion blast derailment sinking death fall calamity outbreak")
	combat   = words("fighting battle clash war bombing shelling shooting firing bombardment offensive siege blast explosion strike")
	general  = words("incident case event episode affair move decision news process step measure development action matter")
)

// vehicular are verbs for violence with a vehicle.
var vehicular = words("drive ram plough plow")

// Words for wars, and for what else may be one.
var (
	wars    = words("war conflict insurgency")
	warlike = words("war conflict insurgency fighting fight invasion invade violence bloodshed hostility offensive campaign")
)

// Nouns for what goes wrong by itself, and the modes of disasters of nature.
var (
	mishaps = words("accident crash collision collapse derailment sinking fall wreck")
	natural = words("storm earthquake drought")
)

// Nouns for what a court has said of a charge, and for what firms agree on.
var (
	verdicts = words("verdict ruling judgment judgement decision")
	deals    = words("deal transaction agreement tie-up")
)

// mode is the first mode of e, empty for none.
func (e *candidate) mode() string { return firstMode(e.sense) }

func firstMode(s lexicon.Trigger) string {
	if len(s.Modes) == 0 {
		return ""
	}
	return s.Modes[0]
}

// family groups types whose mentions may tell of one event.
func family(e *candidate) string {
	if e.kin == "" {
		e.kin = e.familyOf()
	}
	return e.kin
}

func (e *candidate) familyOf() string {
	switch e.Type {
	case "ASSAULT":
		return "violence"
	case "x-disaster":
		if len(e.Modes) > 0 && e.Modes[0] == "disease" {
			return "disease"
		}
		return "disaster"
	}
	if e.effect() {
		return "effect"
	}
	for _, kin := range kindred {
		for _, k := range kin {
			if len(e.Modes) > 0 && k == e.Type+"/"+e.Modes[0] {
				return kin[0]
			}
		}
	}
	if len(e.Modes) > 0 {
		return e.Type + "/" + e.Modes[0]
	}
	return e.Type
}

// kindred are types that tell of one event from two sides.
var kindred = [][]string{
	{"RETREAT/resign", "x-personnel/end", "x-org/left"},
	{"COERCE/arrest", "x-justice/surrender"},
	{"x-life/rescued", "x-movement/evacuate"},
	{"x-policy/law", "x-policy/vote"},
	{"x-policy/power", "COERCE/seize"},
	{"x-justice/ruling", "x-justice/sentence", "SANCTION/convict"},
	{"x-movement/travel", "x-movement/arrive", "CONSULT/visit"},
	{"x-business/acquire", "x-business/merge", "x-org/merged"},
	{"x-media/publish", "x-media/video", "x-media/photo", "x-media/broadcast"},
	{"x-justice/charge", "ACCUSE/allege"},
	{"x-sport/result", "x-sport/match"},
	{"x-election/result", "x-election/held"},
	{"x-justice/trial", "x-justice/plea"},
}

// imprisoning are the words for what comes long after an arrest.
var imprisoning = words("jail imprison imprisonment incarcerate jailing incarceration")

// effect reports whether e is death or injury, which other events bring about.
func (e *candidate) effect() bool {
	if e.Type != "x-life" || len(e.Modes) == 0 {
		return false
	}
	return e.Modes[0] == "die" || e.Modes[0] == "injure"
}

// sort compares what kind of event i and the cluster of j are: 3 for the same
// word, 2 for the same type and mode, 1 for the same family.
func (f *finder) sort(e *candidate, j int) int {
	best := 0
	for _, k := range f.told(j) {
		best = max(best, f.pairSort(e, &f.events[k]))
	}
	return best
}

// pairOf is the sort of two of kinds that tell of one event from two sides, or that are
// easily taken for one and are not; known is false for all others.
func (f *finder) pairOf(e, o *candidate) (sort int, known bool) {
	a, b := f.tree.Lemma(e.Token), f.tree.Lemma(o.Token)
	fa, fb := family(e), family(o)
	switch {
	case f.standoff(e) && (f.standoff(o) || holding(o)) || f.standoff(o) && holding(e):
		return 2, true
	case fa == "MOBILIZE/troops" && fb == "x-movement/deploy" || fb == "MOBILIZE/troops" && fa == "x-movement/deploy":
		return 2 * min(1, f.overlap(e, o)), true // "is tasked to patrol", "was deployed"
	case fa == "RETREAT/resign" && fa == fb && e.Type != o.Type && len(e.Args) > 0 && len(o.Args) > 0 && f.overlap(e, o) == 0:
		return 0, true // one resigned, another was fired
	case f.lostCraft(e) && o.mode() == "crash" || f.lostCraft(o) && e.mode() == "crash":
		return 2, true // "the plane vanished", "the crash site"
	case e.verb && o.verb && e.mode() != o.mode() && fa == "x-justice/ruling" && fb == fa && (e.mode() == "convict" || o.mode() == "convict"):
		return 0, true // convicted on Friday, sentenced on Monday
	case e.verb && o.verb && e.Type != o.Type && fa == "x-justice/ruling" && fb == fa && f.overlap(e, o) == 0:
		return 1, true // others were fined
	case dismissal(e) && dismissal(o):
		if !e.verb && f.introduces(e) && f.overlap(e, o) == 0 {
			return 0, true // "the sacking of 670 workers" of another firm
		}
		if e.Type == o.Type || f.overlap(e, o) > 0 || !e.verb && e.definite || f.headline(o.sent) {
			return 2, true // "was fired", "lost her job"
		}
		return 0, true
	case !e.verb && e.definite && verdicts[a] && slices.Contains(o.Modes, "acquit"), !e.verb && e.definite && deals[a] && e.Type == "x-business" && fb == "x-business/acquire":
		return 2, true
	case !e.verb && e.definite && a == "attack" && o.mode() == "cyber":
		return 2, true
	case e.mode() == "rescued" && o.mode() == "release" || o.mode() == "rescued" && e.mode() == "release":
		return 2 * min(1, f.overlap(e, o)), true // "freed two hostages", "were rescued"
	case e.mode() == "crash" && o.Type == "ASSAULT" && o.verb && vehicular[b] || o.mode() == "crash" && e.Type == "ASSAULT" && e.verb && vehicular[a]:
		return 2, true // "car hits crowd", "drove into a crowd"
	case imprisoning[a] && o.mode() == "sentence" || imprisoning[b] && e.mode() == "sentence":
		if x, y := f.suffering(e), f.suffering(o); len(x) > 0 && len(y) > 0 && f.bothNamed(x[0], y[0]) && !f.meet(x, y) {
			return 0, true
		}
		return 2, true // "was jailed for life", "the sentence"
	case imprisoning[a] != imprisoning[b] && fa == "COERCE/arrest" && fb == fa:
		return 0, true // arrested in March, jailed in June
	}
	return 0, false
}

func (f *finder) pairSort(e, o *candidate) int {
	if n, known := f.pairOf(e, o); known {
		return n
	}
	a, b := f.tree.Lemma(e.Token), f.tree.Lemma(o.Token)
	fa, fb := family(e), family(o)
	switch {
	case a == b && (e.Type == o.Type || e.verb != o.verb || e.definite && !e.verb), e.verb != o.verb && (a == b+"ing" || b == a+"ing"):
		return 3
	case (a == "incident" || a == "episode") && !grave(o):
		return 0 // an interview is no incident
	case fa == "violence" && fb == fa && f.standoff(e) != f.standoff(o) && !holding(e) && !holding(o):
		return 0 // nothing done in a siege is the siege
	case (wars[a] || wars[b]) && fa == fb && !(warlike[a] && warlike[b]):
		return 0 // an attack is no war
	case mishaps[a] && !e.verb && o.Type == "x-disaster" && natural[o.Modes[0]]:
		return 0 // a storm is no accident
	case !e.verb && fa == "violence" && fb == fa && combat[a] && slices.Contains(o.Modes, "abduct"):
		return 0 // no fight is a kidnapping
	case !e.verb && general[a] && e.definite && f.tree.Child(e.Token, "acl", "nmod") == doc.None:
		return 1
	case fa == "x-life/rescued" && fb == fa && (e.verb && o.verb && a != b || e.mode() != o.mode()) && f.overlap(e, o) == 0:
		return 1
	case fa == fb && fa != "violence" && fa != "disaster" && fa != "effect":
		return 2
	case fa == fb && fa != "effect" && len(e.Modes) > 0 && len(o.Modes) > 0 && e.Modes[0] == o.Modes[0]:
		return 2
	case !e.verb && e.definite && violent[a] && o.effect() && f.byForce(o):
		return 1 // "was killed by a bomb", "the attack"
	case fa == fb && fa == "effect" && (e.Modes[0] == o.Modes[0] || f.mortal(e) || f.mortal(o)):
		return 2
	case !e.verb && (violent[a] && fb == "violence" && fa == "violence" || accident[a] && (fb == "disaster" || fb == "effect") && (fa == "disaster" || fa == "effect")):
		return 1
	case f.telling(e) && fa == "violence" && fb == "violence":
		return 1
	case e.verb && fa == "disaster" && fb == "disaster" && (len(e.Modes) > 0 && len(o.Modes) > 0 && e.Modes[0] == o.Modes[0] || accident[b]):
		return 1
	case fa == "disaster" && fb == "violence" && !e.verb && slices.Contains(e.Modes, "explosion") && slices.Contains(o.Modes, "explosives"):
		return 2 // "the bombing", "the explosion"
	case fa == "violence" && fb == "disaster" || fa == "disaster" && fb == "violence":
		if !e.verb && e.definite && (violent[a] && accident[b] || accident[a] && violent[b]) {
			return 1
		}
	}
	return 0
}

// standoff reports whether e tells of a siege by what was done in it: "surrounded the
// building", "negotiated with the gunman".
func (f *finder) standoff(e *candidate) bool {
	switch f.tree.Lemma(e.Token) {
	case "siege", "standoff", "stand-off":
		return e.Type == "ASSAULT"
	}
	return e.verb && e.Type == "MOBILIZE" && e.Modes[0] == "police"
}

// holding reports whether e is the taking of hostages or of a place.
func holding(e *candidate) bool {
	return e.mode() == "abduct" || e.Type == "COERCE" && e.mode() == "seize"
}

// besieged reports whether a standoff or the taking of hostages is told before i.
func (f *finder) besieged(i int) bool {
	for k := max(0, i-memory); k < i; k++ {
		if o := &f.events[k]; real(o.Realis) && (f.standoff(o) || holding(o)) {
			return true
		}
	}
	return false
}

// lostCraft reports whether e is the disappearance of a ship, plane or the like.
func (f *finder) lostCraft(e *candidate) bool {
	return e.verb && e.Type == "x-life" && e.mode() == "missing" && slices.ContainsFunc(e.Args, func(a doc.Argument) bool { return f.vehicle(a.Mention) })
}

// dismissal reports whether e is the end of somebody's work.
func dismissal(e *candidate) bool {
	return len(e.Modes) > 0 && (e.Type == "x-personnel" && e.Modes[0] == "end" || e.Type == "x-business" && e.Modes[0] == "layoff")
}

// byForce reports whether attackers or their weapons did what o tells.
func (f *finder) byForce(o *candidate) bool {
	agent := f.tree.FrameOf(o.Token).Agent
	return o.verb && agent != doc.None && slices.Contains(lexicon.TriggerSet("attacker"), f.tree.Lemma(agent))
}

// grave reports whether o is of a kind that news calls an incident.
func grave(o *candidate) bool {
	switch o.Type {
	case "ASSAULT", "x-disaster", "x-life", "x-crime", "PROTEST", "COERCE", "MOBILIZE", "THREATEN", "x-disrupt", "x-justice":
		return true
	}
	return false
}

// mortal reports whether e is an injury that killed: "was mortally wounded".
func (f *finder) mortal(e *candidate) bool {
	m := f.tree.Child(e.Token, "advmod")
	return e.verb && m != doc.None && (f.tree.Lemma(m) == "mortally" || f.tree.Lemma(m) == "fatally")
}
