package event

import (
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Verbs that carry a noun which names the event. The subject of a doing verb
// is the agent of the noun, that of a suffering verb its patient; a happening
// verb has the noun as its subject.
var (
	doing     = words("carry conduct launch stage mount commit perpetrate wage unleash hold make give sign reach issue lead plan plot orchestrate organize organise execute do perform undertake start begin resume continue end take announce order deliver file open have prepare attempt propose demand seek threaten claim call impose declare direct run complete cause trigger spark")
	suffering = words("suffer undergo sustain face receive survive experience endure come get escape")
	happening = words("occur happen take erupt break unfold begin start end continue follow come strike ensue rage go be last rock hit leave kill injure wound claim shake")
)

func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// noun looks the noun i up and adds an event when it evokes one.
func (f *finder) noun(i int) {
	t := f.tree.Token(i)
	lemma := f.tree.Lemma(i)
	switch {
	case t.UPOS == "NOUN":
	case t.UPOS == "PROPN" && (f.headline(t.Sent) || t.Text == lower(t.Text) || f.titled(i)):
		lemma = singular(lemma)
	case t.UPOS == "VERB" && t.XPOS == "VBG" && f.tree.Is(i, "nsubj", "obj", "obl", "nmod"):
	default:
		return
	}
	if f.named(i) || f.timex[i] != doc.None || t.Head >= 0 && f.calledSo(t.Head) == i {
		return
	}
	sense, ok := f.sense(i, lemma, "N")
	if !ok || f.idiom(i) || f.ofCharge(i, sense) || f.peopled(i) {
		return
	}
	c := candidate{sense: sense, sent: t.Sent, light: doc.None}
	c.definite = f.isDefinite(i)
	for _, w := range sense.When {
		c.needsArg = c.needsArg || w.Name == "arg"
		c.weak = c.weak || w.Name == "coref"
	}
	if f.tree.Is(i, "compound", "amod", "nmod:poss") && t.Head >= 0 {
		c.weak = true
		if f.tree.Is(i, "compound") && (f.evokes(t.Head, "N") || lemma == "suicide") {
			return // "suicide bomber"
		}
		if f.tree.Is(i, "compound") && f.calling(t.Head) {
			return // "the fire service", "riot police"
		}
	}
	if c.light = f.lightVerb(i); c.light != doc.None && c.definite && presumes(sense, f.tree.Lemma(c.light)) {
		c.light = doc.None // "execute the sentence" is another's deed
	}
	c.weak = c.weak || f.oneOfSome(i) || f.subordinate(i, sense) || f.alternative(i) || sense.Type == "x-crime" && c.light == doc.None && f.kind(i)
	c.needsArg = c.needsArg || f.bare(i)
	f.add(i, c, "noun")
}

// idiom reports whether the noun i belongs to the verb above it, which evokes
// the event together with it: "opened fire".
func (f *finder) idiom(i int) bool {
	h := f.tree.Token(i).Head
	if h < 0 || !f.tree.Is(i, "obj", "nsubj", "nsubj:pass", "obl") || f.tree.Token(h).UPOS != "VERB" {
		return false
	}
	verb, ok := f.sense(h, f.tree.Lemma(h), "V")
	if !ok {
		return false
	}
	for _, c := range verb.When {
		if f.tree.Is(i, "nsubj") {
			if c.Name == "subj" && verb.Type == "SANCTION" && c.Any(f.tree.Lemma(i)) {
				return true // "talks collapsed"
			}
			continue
		}
		if (c.Name == "obj" || c.Name == "obl") && len(c.Lemmas) > 0 && c.Any(f.tree.Lemma(i)) {
			return !doing[f.tree.Lemma(h)] || verb.Type == "ASSAULT"
		}
	}
	return false
}

// subordinate reports whether the noun i only says where another event was or
// what somebody is charged with: "a massacre at a concert", "charged with murder".
func (f *finder) subordinate(i int, sense lexicon.Trigger) bool {
	h := f.tree.Token(i).Head
	if (sense.Type == "AID" || sense.Type == "MOBILIZE") && f.inHand(i) {
		return true
	}
	if h < 0 || !f.tree.Is(i, "obl", "nmod", "obj") {
		return false
	}
	preposition := f.tree.Case(i)
	if sense.Type == "x-gathering" && preposition != "" {
		return f.evokes(h, "V") || f.evokes(h, "N") || f.scene(i)
	}
	if sense.Type == "x-policy" && f.tree.Is(i, "obj") && f.headline(f.tree.Token(i).Sent) {
		return f.evokes(h, "V") // "MPs reject tax bill"
	}
	if wars[f.tree.Lemma(i)] && f.tree.Is(i, "obl") && f.tree.Child(i, "amod", "compound", "nmod", "acl") == doc.None {
		return preposition == "after" || preposition == "before" || preposition == "since" // "after the war"
	}
	if sense.Type == "AID" && f.tree.Is(i, "nmod") && preposition != "of" {
		return f.evokes(h, "N") // "the attack on an aid convoy"
	}
	return charging[f.tree.Lemma(h)] && (sense.Type == "ASSAULT" || sense.Type == "x-crime")
}

// peopled reports whether the noun i is used of people: "eleven pickets", "the alliance
// said".
func (f *finder) peopled(i int) bool {
	q := f.figure[i]
	if q != doc.None && f.d.Quantities[q].Figure.Unit == "person" && f.d.Quantities[q].Noun == i {
		return f.class(i) == doc.PER || f.class(i) == doc.Group
	}
	return f.class(i) == doc.ORG && f.tree.Lemma(i) == "alliance"
}

// scene reports whether a clause on the noun i tells what happened there: "at a
// concert in which 20 were killed".
func (f *finder) scene(i int) bool {
	for _, k := range f.tree.Kids(i) {
		if f.tree.Is(k, "acl:relcl") && f.tree.Oblique(k, "in", "at", "during") != doc.None && f.evokes(k, "V") {
			return true
		}
	}
	return false
}

// bare reports whether a singular noun has neither article nor modifier: it
// speaks of the kind of thing rather than of one.
func (f *finder) bare(i int) bool {
	t := f.tree.Token(i)
	if f.tree.Is(i, "conj") && t.Head >= 0 && t.Head < i {
		return f.bare(t.Head) // "the sale or closure"
	}
	return t.XPOS == "NN" && f.tree.Child(i, "det", "nmod:poss", "amod", "compound", "nummod", "acl") == doc.None && !f.headline(t.Sent)
}

// alternative reports whether the noun i is the second of two that may come: "the
// sale or closure".
func (f *finder) alternative(i int) bool {
	t, cc := f.tree.Token(i), f.tree.Child(i, "cc")
	return f.tree.Is(i, "conj") && t.Head >= 0 && t.Head < i && cc != doc.None && f.tree.Lemma(cc) == "or" && f.tree.Child(i, "det", "nmod:poss") == doc.None && f.evokes(t.Head, "N")
}

// oneOfSome reports whether the noun i has a word that counts off events told
// before: "neither attack".
func (f *finder) oneOfSome(i int) bool {
	d := f.tree.Child(i, "det")
	return d != doc.None && summing[f.tree.Lemma(d)] && f.tree.Lemma(d) != "every"
}

// kind reports whether the singular noun i names a kind of thing, with at most an
// adjective: "human trafficking".
func (f *finder) kind(i int) bool {
	t := f.tree.Token(i)
	return t.XPOS == "NN" && f.tree.Child(i, "det", "nmod:poss", "nummod", "nmod") == doc.None && !f.headline(t.Sent)
}

// titled reports whether i ends a name that is an event's: "World War".
func (f *finder) titled(i int) bool {
	m := f.mention[i]
	return m == doc.None
}

// named reports whether i is inside a name of somebody or some place.
func (f *finder) named(i int) bool {
	m := f.mention[i]
	return m != doc.None && f.d.Mentions[m].Type == doc.Name && f.d.Mentions[m].Class != doc.NORP
}

func singular(s string) string {
	if strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && len(s) > 4 {
		return strings.TrimSuffix(s, "s")
	}
	return s
}

// verb looks the verb i up and adds an event when it evokes one and no noun
// that it carries does.
func (f *finder) verb(i int) {
	t := f.tree.Token(i)
	switch {
	case t.UPOS != "VERB" && !(t.UPOS == "AUX" && f.tree.Is(i, "root", "conj", "advcl", "acl", "ccomp", "xcomp")):
		return
	case f.tree.Is(i, "amod", "case", "mark", "aux", "cop", "compound") || f.named(i):
		return
	case f.at[i] != doc.None || f.added(i):
		return
	}
	if f.carries(i) || f.calledSo(i) != doc.None {
		return
	}
	sense, ok := f.sense(i, f.tree.Lemma(i), "V")
	if !ok {
		return
	}
	c := candidate{sense: sense, sent: t.Sent, verb: true, light: doc.None}
	for _, w := range sense.When {
		c.needsArg = c.needsArg || w.Name == "arg"
	}
	c.weak = f.purpose(i) || f.kept(i) || f.advisedAgainst(i)
	c.weak = c.weak || f.circumstance(i) || f.resolved(i) || f.handles(i, sense)
	if x := f.tree.Child(i, "xcomp"); x != doc.None && (sense.Type == "x-policy" || sense.Type == "REJECT") && f.evokes(x, "V") {
		c.weak = true // "decided to leave": the leaving is the event
	}
	c.needsArg = c.needsArg || f.bodies(&c) || sense.Type == "AID"
	f.add(i, c, "verb")
}

// kept reports whether v is the gerund of "prevented them from", "to avoid":
// what is kept from happening without having been planned.
func (f *finder) kept(v int) bool {
	h := f.tree.Token(v).Head
	if h < 0 || !f.gerund(v) || !f.tree.Is(v, "advcl", "xcomp", "obl", "acl") {
		return false
	}
	switch f.tree.Lemma(h) {
	case "prevent", "avoid", "stop", "keep", "deter", "refrain":
		return true
	}
	return false
}

// advisedAgainst reports whether v is what somebody is asked not to do.
func (f *finder) advisedAgainst(v int) bool {
	h := f.tree.Token(v).Head
	return h >= 0 && f.tree.Is(v, "xcomp", "ccomp") && f.infinitive(v) && f.negated(v) && (supposing[f.tree.Lemma(h)] || f.tree.Lemma(h) == "tell" || f.tree.Lemma(h) == "order")
}

// gerund reports whether v is an -ing form and not a tense of its verb.
func (f *finder) gerund(v int) bool {
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "aux") && f.tree.Token(k).XPOS != "VBG" {
			return false // "was being sent"
		}
	}
	return f.ing(v)
}

// ing reports whether v is an -ing form, in the passive too: "being sent".
func (f *finder) ing(v int) bool {
	if f.tree.Token(v).XPOS == "VBG" {
		return true
	}
	for _, k := range f.tree.Kids(v) {
		if f.tree.Is(k, "aux") && f.tree.Token(k).XPOS == "VBG" {
			return true
		}
	}
	return false
}

// purpose reports whether v is an infinitive that tells why something else was
// done: "was deployed to patrol".
func (f *finder) purpose(v int) bool {
	h := f.tree.Token(v).Head
	switch {
	case f.tree.Is(v, "conj") && f.infinitive(v) && h >= 0 && h < v:
		return f.purpose(h) // "to prevent it or to recruit others"
	case f.tree.Is(v, "acl") && f.infinitive(v) && h >= 0:
		switch f.tree.Lemma(h) {
		case "purpose", "order", "ability", "capability", "capacity", "means":
			return true // "their capacity to attack"
		}
		return false
	}
	return f.tree.Is(v, "advcl") && f.infinitive(v) && h >= 0 && f.tree.Token(h).UPOS == "VERB" && !planning[f.tree.Lemma(h)] && !supposing[f.tree.Lemma(h)]
}

// adjective looks the predicate i up: "two were dead".
func (f *finder) adjective(i int) {
	t := f.tree.Token(i)
	if t.UPOS != "ADJ" && t.UPOS != "VERB" || f.tree.Is(i, "amod") || f.added(i) || f.tree.Child(i, "nsubj", "nsubj:pass") == doc.None || f.tree.Child(i, "cop") == doc.None && !f.headline(t.Sent) {
		return
	}
	sense, ok := f.sense(i, lower(t.Text), "A")
	if ok && sense.Type == "x-life" && !f.counts(i) && f.tree.Token(f.tree.Child(i, "nsubj", "nsubj:pass")).UPOS == "NOUN" && !f.acts(f.tree.Child(i, "nsubj", "nsubj:pass")) {
		return // a sign was missing
	}
	if ok {
		f.add(i, candidate{sense: sense, sent: t.Sent, verb: true, light: doc.None}, "adjective")
	}
}

// added reports whether a noun step of this sentence already took token i.
func (f *finder) added(i int) bool {
	for k := len(f.events) - 1; k >= 0 && f.events[k].sent == f.tree.Token(i).Sent; k-- {
		if f.events[k].Token == i {
			return true
		}
	}
	return false
}

// carries reports whether the verb i is light for a noun that is an event.
func (f *finder) carries(i int) bool {
	for k := len(f.events) - 1; k >= 0 && f.events[k].sent == f.tree.Token(i).Sent; k-- {
		if f.events[k].light == i && !f.events[k].weak {
			return true
		}
	}
	return false
}

// lightVerb is the verb that carries the noun i, if any.
func (f *finder) lightVerb(i int) int {
	if v := f.participle(i); v != doc.None {
		return v
	}
	if h := f.tree.Token(i).Head; h >= 0 && f.calledSo(h) != doc.None {
		return doc.None
	}
	if h := f.seriesOf(i); h != doc.None && f.tree.Is(h, "obj", "nsubj:pass") {
		i = h // "carried out a series of attacks"
	}
	t := f.tree.Token(i)
	if t.Head < 0 || f.tree.Token(t.Head).UPOS != "VERB" {
		return doc.None
	}
	lemma := f.tree.Lemma(t.Head)
	switch {
	case f.tree.Is(i, "obj", "nsubj:pass") && (doing[lemma] || suffering[lemma]):
		return t.Head
	case f.tree.Is(i, "nsubj") && happening[lemma]:
		return t.Head
	case f.tree.Is(i, "obl") && (lemma == "come" && f.tree.Case(i) == "under" || lemma == "go" && f.tree.Case(i) == "on"):
		return t.Head // "came under fire", "went on strike"
	}
	return doc.None
}

// participle is the verb of "an attack carried out by" and "the attack which
// they launched".
func (f *finder) participle(i int) int {
	for _, k := range f.tree.Kids(i) {
		if !f.tree.Is(k, "acl") || !doing[f.tree.Lemma(k)] {
			continue
		}
		if f.tree.Passive(k) || f.tree.Object(k) == i {
			return k
		}
	}
	return doc.None
}

func (f *finder) evokes(i int, pos string) bool {
	_, ok := f.sense(i, f.tree.Lemma(i), pos)
	return ok
}

// sense is the first row for the word whose conditions hold.
func (f *finder) sense(i int, lemma, pos string) (lexicon.Trigger, bool) {
	for _, s := range lexicon.Triggers(lemma, pos) {
		if f.holds(i, s) {
			return s, true
		}
	}
	return lexicon.Trigger{}, false
}

func (f *finder) isDefinite(i int) bool {
	if s := f.tree.Child(i, "nsubj"); s != doc.None && f.tree.Child(i, "cop") != doc.None {
		switch f.tree.Lemma(s) {
		case "this", "that", "it":
			return true // "this was an outrageous attack"
		}
	}
	if f.tree.Child(i, "nmod:poss") != doc.None {
		return true
	}
	for _, k := range f.tree.Kids(i) {
		switch f.tree.Lemma(k) {
		case "the", "this", "that", "these", "those", "such":
			if f.tree.Is(k, "det") {
				return true
			}
		}
	}
	return false
}

// add adds an event with the trigger at token i.
func (f *finder) add(i int, c candidate, how string) {
	first, last := f.triggerRange(i, c.verb)
	c.Event = doc.Event{
		Trigger: f.tree.Span(first, last), Token: i,
		Type: c.sense.Type, Modes: c.sense.Modes, Contexts: c.sense.Contexts,
		Realis: graph.Occurred, Time: doc.None, Place: doc.None, Same: doc.None, Alleged: doc.None,
		Rule: "event/" + how + " " + c.sense.Row(),
	}
	f.events = append(f.events, c)
}

// triggerRange takes in the particle of a verb and, for a noun, what stands
// close before it: "suicide attack", "opened fire".
func (f *finder) triggerRange(i int, verb bool) (first, last int) {
	first, last = i, i+1
	for _, k := range f.tree.Kids(i) {
		switch {
		case f.tree.Is(k, "compound:prt") && k == last:
			last = k + 1
		case !verb && f.tree.Is(k, "compound", "amod") && k < i && i-k <= 3 && f.mention[k] == doc.None:
			first = min(first, k)
		case verb && k == i+1 && f.tree.Is(k, "obj") && f.tree.Token(k).UPOS == "NOUN" && f.mention[k] == doc.None:
			last = k + 1
		}
	}
	return first, last
}
