package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// What a word above an event says of its reality.
var (
	planning     = words("plan intend want aim expect prepare schedule set due propose pledge promise vow agree decide ready consider wish arrange tip slate slated poise commit prepared seek hope")
	supposing    = words("threaten fear warn predict risk may might could possible likely allow urge ask call demand request encourage recommend advise suggest advocate want worry anticipate forecast consider discuss debate imply pretend imagine suppose hope contemplate invite wonder require")
	denying      = words("deny refuse fail decline reject cancel oppose abandon rule avoid neglect hesitate")
	forbidding   = words("bar ban prohibit forbid exempt refrain abstain")
	foiling      = words("foil thwart prevent avert stop disrupt derail block deter intercept scupper")
	plannedNoun  = words("plan preparation proposal intention decision bid ambition offer scheme plot order pledge promise vow agreement deadline")
	supposedNoun = words("threat risk possibility prospect fear warning danger likelihood call demand request hope idea chance potential need case event worry concern likelihood prediction ability capability power right ban appeal information rumor rumour")
	plannedAdj   = words("planned proposed upcoming scheduled future forthcoming intended pending next expected")
	supposedAdj  = words("possible potential imminent threatened feared hypothetical would-be likely impending further any")
	foiledAdj    = words("failed foiled thwarted attempted averted botched unsuccessful")
	bringing     = words("cause force lead help make allow enable let get prompt push drive compel bring leave trigger")
	conditional  = words("if unless whether lest")
)

// realis fills whether candidate c happened.
func (f *finder) realis(c int) {
	e := &f.events[c]
	if e.verb {
		e.Realis, e.Negated = f.verbRealis(e.Token, 0)
	} else {
		e.Realis, e.Negated = f.nounRealis(e)
	}
	if f.question(e.sent) && e.Realis == graph.Occurred && !f.tree.Is(e.Token, "acl") {
		e.Realis = graph.Hypothetical
	}
	e.Generic = f.generic(e)
}

func (f *finder) question(s int) bool {
	last := f.d.Sentences[s].Last
	return last > 0 && f.d.Tokens[last-1].Text == "?"
}

// verbRealis judges by auxiliaries and negation at the verb, then by what the
// verb depends on.
func (f *finder) verbRealis(v, depth int) (graph.Realis, bool) {
	if f.negated(v) {
		return graph.Denied, true
	}
	if r := f.unrealVerb(v); r != "" {
		return r, r == graph.Denied
	}
	if r := f.modal(v); r != "" {
		return r, false
	}
	if f.isTo(v) {
		return graph.Planned, false
	}
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "mark") && conditional[f.tree.Lemma(k)] {
			return graph.Hypothetical, false
		}
	}
	if f.inverted(v) {
		return graph.Hypothetical, false
	}
	r, negated := f.inherited(v, depth)
	if r == graph.Occurred && f.progressive(v) {
		return graph.Ongoing, negated
	}
	return r, negated
}

func (f *finder) negated(v int) bool {
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "advmod", "det", "neg", "cc") {
			switch f.tree.Lemma(k) {
			case "not", "n't", "never", "no", "nor", "neither":
				return true
			}
		}
		if f.tree.Is(k, "nsubj") && (f.tree.Lemma(k) == "nobody" || f.tree.Lemma(k) == "none" || f.no(k)) {
			return true
		}
		if f.tree.Is(k, "obj") && f.no(k) {
			return true
		}
	}
	return false
}

// no reports whether the noun i has the determiner "no".
func (f *finder) no(i int) bool {
	d := f.tree.Child(i, "det")
	return d != doc.None && f.tree.Lemma(d) == "no"
}

// modal is the reality that an auxiliary gives, empty for none.
func (f *finder) modal(v int) graph.Realis {
	for _, k := range f.tree.Kids(v) {
		if !f.tree.Is(k, "aux") {
			continue
		}
		switch f.tree.Lemma(k) {
		case "will", "shall", "'ll", "wo":
			return graph.Future
		case "would", "'d":
			if f.tree.Token(k).XPOS == "MD" || f.tree.Lemma(k) == "would" {
				return f.would(v)
			}
		case "could", "may", "might", "can", "should", "must", "ca", "ought":
			return graph.Hypothetical
		}
	}
	if f.tree.Is(v, "conj") && f.tree.Child(v, "aux", "nsubj") == doc.None && f.tree.Token(v).XPOS == "VB" {
		if h := f.tree.Token(v).Head; h >= 0 {
			return f.modal(h)
		}
	}
	return ""
}

// would is a plan when somebody said it would be, and else a supposition.
func (f *finder) would(v int) graph.Realis {
	if f.tree.Child(v, "advcl") != doc.None && f.inverted(f.tree.Child(v, "advcl")) {
		return graph.Hypothetical
	}
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "advcl") {
			if m := f.tree.Child(k, "mark"); m != doc.None && conditional[f.tree.Lemma(m)] {
				return graph.Hypothetical
			}
		}
	}
	return graph.Planned
}

// inverted reports whether v is in a condition without "if": "had it fallen".
func (f *finder) inverted(v int) bool {
	if !f.tree.Is(v, "advcl") {
		return false
	}
	aux, subject := f.tree.Child(v, "aux"), f.tree.Child(v, "nsubj")
	return aux != doc.None && subject != doc.None && aux < subject && (f.tree.Lemma(aux) == "have" || f.tree.Lemma(aux) == "should")
}

func (f *finder) progressive(v int) bool {
	if f.tree.Token(v).XPOS != "VBG" {
		return false
	}
	a := f.tree.Child(v, "aux")
	return a != doc.None && (f.tree.Token(a).XPOS == "VBP" || f.tree.Token(a).XPOS == "VBZ") && f.tree.Lemma(a) == "be"
}

// inherited is the reality that v takes from what it depends on.
func (f *finder) inherited(v, depth int) (graph.Realis, bool) {
	const deepest = 6
	t := f.tree.Token(v)
	h := t.Head
	if h < 0 || depth > deepest || f.seen(v) {
		return graph.Occurred, false
	}
	head := f.tree.Lemma(h)
	if m := f.marker(v); f.gerundOf(v, h) && (m == "from" || m == "of") {
		if forbidding[head] && m == "from" {
			return graph.Denied, true
		}
		if r, negated := f.governed(head, ""); r != "" {
			return r, negated
		}
	}
	switch {
	case f.tree.Is(v, "xcomp") || f.tree.Is(v, "advcl", "acl", "ccomp", "csubj") && f.infinitive(v):
		return f.infinitiveUnder(v, h, head, depth)
	case f.tree.Is(v, "ccomp"):
		switch {
		case denying[head] && head != "fail":
			return graph.Denied, true
		case head == "fear" || head == "threaten" || head == "hope" || head == "worry" || head == "demand" || head == "propose" || head == "recommend":
			return graph.Hypothetical, false
		}
	case f.tree.Is(v, "acl") && t.Deprel != "acl:relcl" && f.tree.Token(h).UPOS == "NOUN" && t.XPOS == "VBG":
		return graph.Occurred, false
	case f.tree.Is(v, "conj", "advcl", "obl") && f.tree.Child(v, "nsubj", "aux") == doc.None && f.tree.Token(h).UPOS == "VERB":
		r, n := f.verbRealis(h, depth+1)
		if r == graph.Denied {
			return graph.Occurred, false
		}
		return r, n
	case f.gerundOf(v, h):
		return f.governed(head, graph.Occurred)
	}
	return graph.Occurred, false
}

// gerundOf reports whether v is the -ing form after a preposition of h.
func (f *finder) gerundOf(v, h int) bool {
	return f.tree.Token(v).XPOS == "VBG" && f.tree.Is(v, "advcl", "acl", "obl", "nmod") && (f.tree.Case(v) != "" || withheld[f.marker(v)]) && f.tree.Token(h).UPOS == "VERB"
}

func (f *finder) infinitive(v int) bool {
	m := f.tree.Child(v, "mark")
	return m != doc.None && f.tree.Lemma(m) == "to"
}

// imminent reports "is about to"; what somebody was about to do may have been done.
func (f *finder) imminent(about int) bool {
	c := f.tree.Child(about, "cop")
	return c != doc.None && f.tree.Token(c).XPOS != "VBD"
}

// infinitiveUnder judges "plan to attack", "the plot to kill", "flew to meet".
func (f *finder) infinitiveUnder(v, h int, head string, depth int) (graph.Realis, bool) {
	noun := f.tree.Token(h).UPOS == "NOUN"
	if up := f.tree.Token(h).Head; up >= 0 && f.tree.Is(h, "obj") && bringing[f.tree.Lemma(up)] {
		return f.verbRealis(up, depth+1) // "caused the crane to fall", hung on the crane
	}
	switch {
	case head == "about" && f.imminent(h):
		return graph.Planned, false
	case noun && (head == "attempt" || head == "effort"):
		return graph.Planned, false
	case noun && f.tree.Is(v, "acl") && f.ranked(h):
		return graph.Occurred, false // "the second person to die"
	case noun && f.foiled(h):
		return graph.Foiled, false
	case noun && plannedNoun[head]:
		return graph.Planned, false
	case noun:
		return graph.Hypothetical, false
	case f.tree.Token(h).UPOS == "ADJ" && (head == "able" || head == "unable"):
		if head == "unable" {
			return graph.Denied, true
		}
		return graph.Occurred, false
	case denying[head]:
		return graph.Denied, true
	case foiling[head]:
		return graph.Foiled, false
	case planning[head] || head == "try" || head == "attempt" || head == "offer":
		return graph.Planned, false
	case supposing[head] || head == "order" || head == "tell":
		return graph.Hypothetical, false
	case f.tree.Is(v, "advcl", "acl"):
		return graph.Planned, false
	}
	return f.verbRealis(h, depth+1)
}

// ranked reports whether the noun i is one of a row: "the second man", "the first".
func (f *finder) ranked(i int) bool {
	return slices.ContainsFunc(f.tree.Kids(i), func(k int) bool {
		if !f.tree.Is(k, "amod") {
			return false
		}
		switch f.tree.Lemma(k) {
		case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest", "last", "youngest", "oldest":
			return true
		}
		return f.tree.Token(k).XPOS == "JJS"
	})
}

// foiled reports whether noun i is what a verb above foils.
func (f *finder) foiled(i int) bool {
	h := f.tree.Token(i).Head
	if h < 0 {
		return false
	}
	if f.tree.Is(i, "obj", "nsubj:pass") && foiling[f.tree.Lemma(h)] {
		return true
	}
	return f.tree.Is(i, "nmod", "compound", "conj") && f.foiled(h)
}

// nounRealis judges by determiners and adjectives at the noun, by the noun it
// depends on ("the threat of"), and then by the verb above it.
func (f *finder) nounRealis(e *candidate) (graph.Realis, bool) {
	n := e.Token
	if f.no(n) || f.tree.Case(n) == "without" {
		return graph.Denied, true
	}
	for _, k := range f.tree.Kids(n) {
		if !f.tree.Is(k, "amod", "compound", "det") {
			continue
		}
		word, text := f.tree.Lemma(k), lower(f.tree.Token(k).Text)
		switch {
		case plannedAdj[text] || plannedAdj[word]:
			return graph.Planned, false
		case supposedAdj[text] || supposedAdj[word]:
			return graph.Hypothetical, false
		case foiledAdj[text]:
			return graph.Foiled, false
		}
	}
	if r := f.unrealNoun(n, e.light); r != "" {
		return r, r == graph.Denied
	}
	return f.nounUnder(n, e.light, 0)
}

func (f *finder) nounUnder(n, light, depth int) (graph.Realis, bool) {
	const deepest = 4
	if light != doc.None {
		return f.lightRealis(n, light)
	}
	h := f.tree.Token(n).Head
	if h < 0 || depth > deepest {
		return graph.Occurred, false
	}
	head := f.tree.Lemma(h)
	if f.tree.Token(h).UPOS == "NOUN" && !f.tree.Is(n, "nsubj") {
		return f.nounUnderNoun(n, h, head, depth)
	}
	if f.tree.Token(h).UPOS != "VERB" {
		if r := f.modal(h); r != "" && f.tree.Is(n, "nsubj") {
			return r, false // "the cut would be about 5,000"
		}
		return graph.Occurred, false
	}
	if f.tree.Is(n, "nsubj") && lapsing[head] && f.isDefinite(n) {
		return graph.Occurred, false // "the ban will end in May"
	}
	if f.tree.Is(n, "obj", "nsubj:pass", "obl") {
		if f.tree.Is(n, "obl") && relating[head] {
			return graph.Occurred, false // "may be linked to two heists"
		}
		if c := f.tree.Case(n); f.tree.Is(n, "obl") && leavingFor[head] && (c == "over" || c == "after" || c == "because") {
			return graph.Occurred, false // "will resign over the scandal"
		}
		if f.tree.Is(n, "obl") && !governs(f.tree.Case(n)) {
			return f.clauseRealis(h)
		}
		if f.tree.Is(n, "obj") && underWay[head] {
			return graph.Occurred, false // "voted to continue the strike"
		}
		if f.foreseen(n, h) || f.presumed(n, h) || f.doneToOrder(n, h) {
			return graph.Occurred, false
		}
		if r, neg := f.governed(head, ""); r != "" {
			return r, neg
		}
	}
	return f.clauseRealis(h)
}

// lapsing are verbs of what is to become of something that is.
var lapsing = words("end expire lapse last continue remain")

// underWay are verbs that take for granted that their object goes on.
var underWay = words("continue extend prolong end intensify escalate")

// leavingFor are verbs of what follows from something that has happened.
var leavingFor = words("resign quit apologize apologise sack dismiss fire oust")

// relating are verbs that take what they relate to something for granted.
var relating = words("link connect tie relate compare respond react retaliate stem")

func governs(preposition string) bool {
	switch preposition {
	case "of", "for", "against", "about", "from", "on":
		return true
	}
	return false
}

// clauseRealis is the reality of the clause around a noun, as far as it goes
// over to the noun: what did not happen to the noun leaves it open.
func (f *finder) clauseRealis(v int) (graph.Realis, bool) {
	r, _ := f.verbRealis(v, 0)
	if r == graph.Denied || r == graph.Ongoing {
		return graph.Occurred, false
	}
	return r, false
}

func (f *finder) lightRealis(n, light int) (graph.Realis, bool) {
	lemma := f.tree.Lemma(light)
	switch {
	case underWay[lemma] && f.tree.Is(n, "obj"):
		return graph.Occurred, false // "voted to continue the strike"
	case lapsing[lemma] && f.tree.Is(n, "nsubj") && f.isDefinite(n), f.doneToOrder(n, light):
		return graph.Occurred, false
	}
	r, negated := f.verbRealis(light, 0)
	if (r == graph.Occurred || r == graph.Ongoing) && !(lemma == "call" && f.tree.Child(light, "xcomp") != doc.None) {
		if f.longPlanned(n, light) {
			return graph.Occurred, false
		}
		switch lemma {
		case "announce":
			if i := f.at[n]; i != doc.None && (f.events[i].effect() || befalling[f.events[i].Type]) {
				return graph.Occurred, false // "his death was announced"
			}
			return graph.Planned, false
		case "plan", "plot", "prepare", "propose", "organize", "organise", "order":
			return graph.Planned, false
		case "threaten", "demand", "seek", "call":
			return graph.Hypothetical, false
		case "attempt":
			return graph.Foiled, false
		}
	}
	return r, negated
}

func (f *finder) nounUnderNoun(n, h int, head string, depth int) (graph.Realis, bool) {
	switch {
	case f.foiled(h):
		return graph.Foiled, false
	case f.tree.Is(n, "nmod", "compound") && plannedNoun[head]:
		return graph.Planned, false
	case f.tree.Is(n, "nmod", "compound") && supposedNoun[head]:
		return graph.Hypothetical, false
	case f.tree.Is(n, "conj"):
		return f.nounUnder(h, doc.None, depth+1)
	case f.tree.Is(n, "nmod") && f.tree.Case(n) == "of":
		return f.nounUnder(h, doc.None, depth+1)
	}
	return graph.Occurred, false
}

// governed is what a verb says of the event that is its object.
func (f *finder) governed(verb string, otherwise graph.Realis) (graph.Realis, bool) {
	switch {
	case foiling[verb]:
		return graph.Foiled, false
	case verb == "deny" || verb == "rule" || verb == "cancel" || verb == "reject" || verb == "refuse":
		return graph.Denied, true
	case planning[verb] || verb == "plot" || verb == "schedule":
		return graph.Planned, false
	case supposing[verb] && verb != "discuss" && verb != "debate" && verb != "suggest":
		return graph.Hypothetical, false
	}
	return otherwise, false
}
