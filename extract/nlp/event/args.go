package event

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// arguments fills the participants of candidate c.
func (f *finder) arguments(c int) {
	if f.events[c].verb {
		f.verbArguments(c)
	} else {
		f.nounArguments(c)
	}
	f.groups(c)
}

func (f *finder) verbArguments(c int) {
	e := &f.events[c]
	v := e.Token
	frame := f.tree.FrameOf(v)
	if !frame.Passive && (f.headlinePassive(e) || f.sawBefall(v)) {
		frame.Passive, frame.Agent, frame.Patient = true, f.tree.ByAgent(v), frame.Agent
	}
	if !frame.Passive {
		frame.Agent = f.asked(v, f.victor(v, f.doer(v, frame.Agent)))
		if frame.Agent == doc.None || f.mention[frame.Agent] == doc.None {
			if g := f.gerundDoer(v); g != doc.None {
				frame.Agent = g
			}
		}
	}
	if frame.Passive && frame.Patient == doc.None {
		frame.Patient = f.lostSubject(v)
	}
	frame.Patient = f.whole(c, frame.Patient)
	f.bereft(v, &frame)
	undergoes := e.sense.Agent == "-"
	if undergoes && !frame.Passive && f.extent(frame.Patient) {
		frame.Patient = doc.None // "fell 20 meters"
	}
	switch {
	case frame.Passive && frame.Agent == doc.None:
		frame.Agent = f.sharedAgent(v)
		fallthrough
	case frame.Passive || frame.Patient != doc.None:
		f.argue(c, e.sense.Patient, frame.Patient)
		f.aboard(c, e.sense.Patient, frame.Patient)
		if !undergoes {
			f.argue(c, e.sense.Agent, frame.Agent)
		}
	case undergoes:
		f.argue(c, e.sense.Patient, frame.Agent)
		f.aboard(c, e.sense.Patient, frame.Agent)
	default:
		f.argue(c, e.sense.Agent, frame.Agent)
	}
	if !undergoes {
		f.obliqueTargets(c, v)
	}
	f.robbed(c)
	f.forcesOf(c)
	f.successor(c)
	f.posted(c)
	f.accusedOf(c)
	f.approached(c)
	if e.sense.Patient == "appointed" || e.sense.Patient == "elected" {
		f.predicate(c, v, frame.Agent, frame.Patient)
	}
}

// extent reports whether i is how far or how much: "fell 20 meters".
func (f *finder) extent(i int) bool {
	if i == doc.None {
		return false
	}
	for _, q := range f.d.Quantities {
		if q.Noun == i || q.First <= i && i < q.Last || q.Last == i && f.tree.Token(q.First).Head == i {
			return measured[q.Figure.Unit] != ""
		}
	}
	return false
}

// predicate reads "became president" and "named X chairman": who takes the
// post is the subject when there is no other.
func (f *finder) predicate(c, v, agent, patient int) {
	if patient == doc.None || f.class(patient) == "" && f.tree.Lemma(v) == "become" {
		for k, a := range f.events[c].Args {
			if agent != doc.None && a.Mention == f.referent(agent) {
				f.events[c].Args[k].Role = f.events[c].sense.Patient
			}
		}
	}
}

// obliqueTargets adds whom a preposition makes the target.
func (f *finder) obliqueTargets(c, at int) {
	e := &f.events[c]
	for _, k := range f.tree.Kids(at) {
		if !f.tree.Is(k, "obl", "nmod") || f.timex[k] != doc.None {
			continue
		}
		switch f.tree.Case(k) {
		case "against", "upon":
			f.argue(c, e.sense.Patient, k)
		case "towards", "toward":
			if e.Type != "x-movement" && e.Type != "MOBILIZE" || !f.isPlace(k) {
				f.argue(c, e.sense.Patient, k)
			}
		case "on", "at", "into":
			if (e.Type == "ASSAULT" || e.Type == "COERCE" || e.Type == "SANCTION") && (f.mention[k] != doc.None) {
				if !passiveNoun[e.sense.Patient] || !f.placeOnly(k) && f.class(k) != doc.LOC {
					f.argue(c, e.sense.Patient, k)
				}
			}
		case "with":
			if f.acts(k) {
				f.argue(c, e.sense.Patient, k)
			}
		}
	}
}

// intransitive are the types whose noun has its doer after "of".
var intransitive = words("PROTEST CONSULT x-gathering x-election x-org COOPERATE AGREE")

// passiveNoun are the patient roles whose noun has its patient as possessor:
// "his arrest", "the minister's death".
var passiveNoun = words("killed injured arrested charged tried convicted sentenced appointed dismissed elected victim born")

// seriesOf is the noun that counts event noun n, which parsers hang the rest of the
// phrase on: "a series of attacks on villages"; doc.None for none.
func (f *finder) seriesOf(n int) int {
	h := f.tree.Token(n).Head
	if h < 0 || !f.tree.Is(n, "nmod") || f.tree.Case(n) != "of" {
		return doc.None
	}
	switch f.tree.Lemma(h) {
	case "series", "string", "wave", "spate", "number", "round", "pair", "couple", "dozen", "hundred", "flurry", "barrage":
		return h
	}
	return doc.None
}

func (f *finder) nounArguments(c int) {
	e := &f.events[c]
	n := e.Token
	undergoes := e.sense.Agent == "-" || passiveNoun[e.sense.Patient]
	of := f.tree.Oblique(n, "of")
	by := f.tree.Oblique(n, "by")
	if by == doc.None && of != doc.None {
		by = f.tree.Oblique(of, "by") // "the storming of the hall by rebels", hung on the hall
	}
	if by != doc.None {
		f.argue(c, e.sense.Agent, by)
	}
	if from := f.tree.Oblique(n, "from"); from != doc.None && sent[e.Type] && f.acts(from) && !f.placeOnly(from) {
		f.argue(c, e.sense.Agent, from)
	}
	if of != doc.None && f.timex[of] == doc.None {
		role := e.sense.Patient
		if f.doerAfterOf(e) {
			role = e.sense.Agent
		}
		if !f.placeOnly(of) || e.Type == "ASSAULT" || e.Type == "COERCE" {
			f.argue(c, role, of)
		}
	}
	f.obliqueTargets(c, n)
	if h := f.seriesOf(n); h != doc.None {
		f.obliqueTargets(c, h)
	}
	if between := f.tree.Oblique(n, "between", "among"); between != doc.None {
		f.argue(c, e.sense.Agent, between)
		for _, k := range f.tree.Conjuncts(between) {
			f.argue(c, e.sense.Patient, k)
		}
	}
	undergoes = undergoes || by != doc.None // "its takeover by a rival"
	for _, k := range f.tree.Kids(n) {
		if f.tree.Is(k, "nmod:poss", "compound", "amod", "nmod:unmarked") {
			f.modifierArgument(c, k, undergoes)
		}
	}
	f.filed(c)
	f.responsible(c)
	f.occasion(c)
	f.means(c)
	f.marchers(c)
	f.carriedOut(c)
	f.participles(c)
	if e.light != doc.None {
		f.lightArguments(c)
	}
}

// sent are the types whose noun tells by "from" whose act it is: "an attack from
// gunmen", "a call from the ship".
var sent = words("ASSAULT AID SUPPORT REQUEST ACCUSE THREATEN x-media")

// headlinePassive reports whether e is a participle in a headline, where what was
// done stands in the present: "Two miners rescued off coast".
func (f *finder) headlinePassive(e *candidate) bool {
	x := f.tree.Token(e.Token).XPOS
	if !f.headline(e.sent) || x != "VBD" && x != "VBN" || !befallen[e.Type] || e.sense.Agent == "-" {
		return false
	}
	return f.tree.Child(e.Token, "obj", "aux", "aux:pass", "ccomp", "xcomp") == doc.None && !f.tree.Is(e.Token, "acl", "advcl")
}

func (f *finder) doerAfterOf(e *candidate) bool {
	if e.Type == "REQUEST" || e.Type == "x-justice" && len(e.Modes) > 0 && e.Modes[0] == "ruling" {
		return true
	}
	if intransitive[e.Type] || strings.HasPrefix(e.sense.Agent, "resigned") {
		return true
	}
	if e.Type == "x-movement" || e.Type == "RETREAT" {
		for _, m := range e.Modes {
			switch m {
			case "travel", "arrive", "depart", "return", "flee", "migrate", "resign":
				return true
			}
		}
	}
	return false
}

// placeOnly reports whether i is a place that cannot act.
func (f *finder) placeOnly(i int) bool {
	m := f.mention[i]
	if m == doc.None {
		return false
	}
	ch := f.d.Mentions[m].Chain
	return f.placeMention(m) && (ch == doc.None || f.d.Chains[ch].Actor == "")
}

// modifierArgument reads "Russia's attack", "the Russian attack", "the gunmen
// attack" and, for what is undergone, "the minister's death".
func (f *finder) modifierArgument(c, k int, undergoes bool) {
	e := &f.events[c]
	if f.mention[k] == doc.None || f.placeOnly(k) || f.timex[k] != doc.None {
		return
	}
	switch {
	case e.sense.Agent == "-" && (!f.tree.Is(k, "nmod:poss") || f.isPlace(k)):
		// "the Mecca accident", "the country's worst accident" name the place of it.
	case undergoes && (f.tree.Is(k, "nmod:poss") || f.class(k) == doc.PER) && f.tree.Oblique(e.Token, "of") == doc.None:
		f.argue(c, e.sense.Patient, k)
	case e.sense.Agent != "-" && !(f.class(k) == doc.LOC && f.tree.Is(k, "compound") && !f.acts(k)):
		f.argue(c, e.sense.Agent, k)
	}
}

// responsible reads "the group was responsible for the attack" and "those
// behind the attack".
func (f *finder) responsible(c int) {
	e := &f.events[c]
	h := f.tree.Token(e.Token).Head
	if h < 0 || !f.tree.Is(e.Token, "obl", "nmod") {
		return
	}
	switch f.tree.Case(e.Token) {
	case "for":
		if r, _ := f.verbRealis(h, 0); f.tree.Lemma(h) == "responsible" && r == graph.Occurred {
			f.argue(c, e.sense.Agent, f.tree.Subject(h))
		}
	case "behind":
		if f.mention[h] != doc.None {
			f.argue(c, e.sense.Agent, h)
		} else if s := f.tree.Subject(h); s != doc.None {
			f.argue(c, e.sense.Agent, s)
		}
	}
}

// filed reads "the firm filed for bankruptcy": who asks for it undergoes or does it.
func (f *finder) filed(c int) {
	e := &f.events[c]
	h := f.tree.Token(e.Token).Head
	if h < 0 || !f.tree.Is(e.Token, "obl") || f.tree.Case(e.Token) != "for" {
		return
	}
	switch f.tree.Lemma(h) {
	case "file", "apply":
		f.argue(c, e.sense.Agent, f.tree.FrameOf(h).Agent)
	}
}

// occasion reads "at a press conference, the director said": who speaks there.
func (f *finder) occasion(c int) {
	e := &f.events[c]
	h := f.tree.Token(e.Token).Head
	if e.Type != "x-media" || h < 0 || !f.tree.Is(e.Token, "obl") || f.tree.Token(h).UPOS != "VERB" {
		return
	}
	switch f.tree.Case(e.Token) {
	case "in", "at", "during", "on":
		f.argue(c, e.sense.Agent, f.tree.FrameOf(h).Agent)
	}
}

// participles reads what clauses on the noun tell: "a strike that targeted
// rebels", "the attack carried out by gunmen".
func (f *finder) participles(c int) {
	e := &f.events[c]
	for _, k := range f.tree.Kids(e.Token) {
		if !f.tree.Is(k, "acl") {
			continue
		}
		switch f.tree.Lemma(k) {
		case "target", "hit", "strike", "involve":
			if !f.tree.Passive(k) {
				f.argue(c, e.sense.Patient, f.tree.Child(k, "obj"))
			}
		}
	}
}

// lightArguments takes the participants of the verb that carries the noun.
func (f *finder) lightArguments(c int) {
	e := &f.events[c]
	frame := f.tree.FrameOf(e.light)
	subject := frame.Agent
	if !frame.Passive {
		subject = f.doer(e.light, subject)
		if subject == doc.None || f.mention[subject] == doc.None {
			if g := f.gerundDoer(e.light); g != doc.None {
				subject = g
			}
		}
	}
	if subject == e.Token {
		subject = doc.None
	}
	lemma := f.tree.Lemma(e.light)
	switch {
	case f.onlyCalled(e):
	case (doing[lemma] || lemma == "go") && !f.tree.Is(e.Token, "nsubj"):
		if e.sense.Agent != "-" {
			f.argue(c, e.sense.Agent, subject)
		}
	case suffering[lemma]:
		f.argue(c, e.sense.Patient, subject)
	case f.tree.Is(e.Token, "nsubj") && e.Type == "ASSAULT" && (lemma == "hit" || lemma == "strike" || lemma == "target"):
		if o := f.tree.Child(e.light, "obj"); o != doc.None && f.at[o] == doc.None {
			f.argue(c, e.sense.Patient, o) // "a strike hit two vehicles"
			f.groupOf(c, e.sense.Patient, o)
		}
	}
	f.obliqueTargets(c, e.light)
}

// onlyCalled reports whether the verb of noun e only calls it something: "called the
// deal shameful".
func (f *finder) onlyCalled(e *candidate) bool {
	if f.tree.Lemma(e.light) == "call" && (e.Type == "COERCE" || e.Type == "ASSAULT" || e.Type == "x-crime" || e.Type == "x-life" || e.Type == "x-justice") {
		return true // whatever it is called
	}
	return f.tree.Lemma(e.light) == "call" && f.tree.Child(e.light, "xcomp") != doc.None
}

// argue gives the role to what token i refers to, and to what is coordinated
// with it.
func (f *finder) argue(c int, role string, i int) {
	if i == doc.None || role == "-" || role == "" {
		return
	}
	if role = f.alleged(c, role); role == "" {
		return
	}
	tokens := append([]int{i}, f.tree.Conjuncts(i)...)
	for _, t := range tokens {
		m := f.referent(t)
		if m == doc.None || f.bracketed(i, t) || f.events[c].Type == "x-disaster" && f.placeMention(m) && f.tree.Is(t, "obj") || f.timex[t] != doc.None || f.at[t] != doc.None && f.at[t] != c && f.d.Mentions[m].Type != doc.Name {
			continue
		}
		f.addArgument(c, role, m)
		for _, one := range f.namedIn(m) {
			f.addArgument(c, role, one)
		}
	}
}

// bracketed reports whether t stands in brackets behind i: "23 men (12 Somalis and
// 11 Yemenis)" are 23.
func (f *finder) bracketed(i, t int) bool {
	open := false
	for k := i + 1; k < t; k++ {
		switch f.tree.Token(k).Text {
		case "(", "[":
			open = true
		case ")", "]":
			open = false
		}
	}
	return open
}

func (f *finder) addArgument(c int, role string, m int) {
	e := &f.events[c]
	for _, a := range e.Args {
		if f.same(a.Mention, m) {
			return
		}
	}
	e.Args = append(e.Args, doc.Argument{Role: role, Mention: m})
}

func (f *finder) same(a, b int) bool {
	if a == b {
		return true
	}
	ca, cb := f.d.Mentions[a].Chain, f.d.Mentions[b].Chain
	return ca != doc.None && ca == cb
}

// referent is the mention that token i refers to: its own, or, for a measure,
// that of what is measured ("three of the men", "dozens of people").
func (f *finder) referent(i int) int {
	if m := f.mention[i]; m != doc.None {
		return f.described(m)
	}
	if of := f.tree.Oblique(i, "of"); of != doc.None && measure(f.tree.Token(i).UPOS, f.tree.Lemma(i)) {
		return f.mention[of]
	}
	return doc.None
}

func measure(upos, lemma string) bool {
	if upos == "NUM" || upos == "DET" || upos == "PRON" {
		return true
	}
	switch lemma {
	case "dozen", "score", "hundred", "thousand", "million", "number", "group", "member", "majority", "part", "pair", "couple", "series", "team", "crowd", "handful", "body", "life", "body-count":
		return true
	}
	return false
}
