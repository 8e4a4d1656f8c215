package event

import (
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Prepositions that put an event at a place.
var locative = words("in at aboard near on inside around off across outside above over within throughout along beside by through amid toward towards into to")

// concerned are the prepositions that make one event what another is about or
// counts from, wherever it was: "marched in Oslo against the ruling".
var concerned = words("against over about on for to after before since following concerning despite")

// weakLocative need a place smaller than a country, and no better candidate.
var weakLocative = words("into to by toward towards through over along")

// place fills where candidate c happened. The steps go from what its own words say
// to what is nearby; the first place that has a record counts, and a place that has
// none, "a hotel", only where no step finds another.
func (f *finder) place(c int) {
	e := &f.events[c]
	if pronounced[f.tree.Lemma(e.Token)] {
		return
	}
	for _, step := range []func(int) int{
		f.pointed, f.direct, f.takenPlace, f.destination, f.placeAround, f.placeBeneath, f.leftPlace, f.compoundPlace, f.relativePlace, f.placeOfArgument, f.placeOfClause,
		f.onlyPlace, f.aimedAt, f.firedFrom, f.arrivedAt,
	} {
		m := f.recordedAt(step(c))
		if f.placed(m) {
			e.Place = m
			return
		}
		if e.Place == doc.None {
			e.Place = m
		}
	}
}

// pronounced are verbs that say of something that it was so before, maybe elsewhere:
// "was pronounced dead in hospital".
var pronounced = words("pronounce declare presume")

// recordedAt is m, or the place with a record that its own words put it in: "a school
// in the town of Olten".
func (f *finder) recordedAt(m int) int {
	if m == doc.None || f.placed(m) {
		return m
	}
	if in := f.placeAt(f.d.Mentions[m].Head); f.placed(in) {
		return in
	}
	return m
}

// destination is where a movement told by a verb leads to.
func (f *finder) destination(c int) int {
	e := &f.events[c]
	if !e.verb || e.Type != "x-movement" {
		return doc.None
	}
	for _, t := range []int{e.Token, f.tree.Child(e.Token, "obj")} { // "sent a force to Liberia"
		if t == doc.None {
			continue
		}
		if m := f.located(t, true); m != doc.None {
			return m
		}
	}
	if away := f.tree.Oblique(e.Token, "for"); away != doc.None && slices.Contains(e.Modes, "depart") && f.isPlace(away) {
		return f.mention[away]
	}
	return f.located(e.Token, false)
}

// placeAround is the place that hangs on the trigger, then on the verb that carries
// it, then on the clause around it.
func (f *finder) placeAround(c int) int {
	e := &f.events[c]
	vague := doc.None
	for _, t := range f.placeTokens(c) {
		m := f.recordedAt(f.located(t, false))
		if f.placed(m) {
			return m
		}
		if vague == doc.None {
			vague = m
		}
	}
	if v := f.tree.Token(e.Token).Head; !e.verb && f.tree.Is(e.Token, "nsubj") && f.at[v] == doc.None && e.Type == "x-disaster" {
		if m := f.recordedAt(f.spread(v)); f.placed(m) {
			return m
		}
	}
	return vague
}

// spread is what a fire or storm goes through: "the fire tore through a market".
func (f *finder) spread(v int) int {
	for _, k := range f.tree.Kids(v) {
		if c := f.tree.Case(k); f.tree.Is(k, "obl") && (c == "through" || c == "over" || c == "along" || c == "into") {
			if m := f.placeAt(k); m != doc.None {
				return m
			}
		}
	}
	return doc.None
}

// placeTokens are the words whose places may be those of candidate c.
func (f *finder) placeTokens(c int) []int {
	e := &f.events[c]
	tokens := []int{e.Token}
	if h := f.seriesOf(e.Token); !e.verb && h != doc.None {
		tokens = append(tokens, h)
	}
	if e.light != doc.None {
		tokens = append(tokens, e.light)
	}
	f.tree.Climb(e.Token, func(a, from int) bool {
		if f.tree.Is(from, "ccomp", "parataxis", "acl:relcl", "csubj", "acl") || f.aim(from) && !f.result(e.Token) {
			return false
		}
		if !e.verb && f.at[a] != doc.None && f.at[a] != c && concerned[f.tree.Case(from)] {
			return false
		}
		if f.tree.Is(from, "advcl") && f.ordering(from) && !bodily[e.Type] {
			return false
		}
		if f.at[a] != doc.None && f.at[a] != c && f.events[f.at[a]].verb && e.verb && !f.tree.Is(from, "advcl", "conj", "xcomp") {
			return false
		}
		tokens = append(tokens, a)
		return true
	})
	if v := f.parenthesis(tokens[len(tokens)-1]); v != doc.None {
		tokens = append(tokens, v)
	}
	return tokens
}

// parenthesis is the verb of saying above v where the tree hangs what opens the
// sentence on it, though it only stands between commas: "In Syria, the general said,
// troops advanced".
func (f *finder) parenthesis(v int) int {
	said := f.tree.Token(v).Head
	if said == doc.None || !f.tree.Is(v, "ccomp") || !f.says(said) || said > v || f.word(said+1) != "," {
		return doc.None
	}
	for _, k := range f.tree.Kids(said) {
		if s := f.tree.Child(said, "nsubj"); f.tree.Is(k, "obl") && s != doc.None && k < s {
			return said
		}
	}
	return doc.None
}

// placeBeneath is a place that the trigger is weakly tied to: "moved through Lyon".
func (f *finder) placeBeneath(c int) int { return f.located(f.events[c].Token, true) }

// leftPlace is where people are taken out of: "the evacuation from the city".
func (f *finder) leftPlace(c int) int {
	e := &f.events[c]
	if !slices.Contains(e.Modes, "evacuate") && !slices.Contains(e.Modes, "withdraw") {
		return doc.None
	}
	from := f.tree.Oblique(e.Token, "from")
	if from == doc.None || !f.isPlace(from) {
		return doc.None
	}
	return f.mention[from]
}

// aim reports whether v is what something is done for: "met in Oslo to end the
// war" ends no war in Oslo.
func (f *finder) aim(v int) bool {
	return f.tree.Is(v, "advcl") && f.infinitive(v)
}

// result reports whether v tells, behind a comma, what the whole of its sentence led
// to, whichever verb the tree hangs it on: "fired to clear the square, wounding six".
func (f *finder) result(v int) bool {
	return f.tree.Is(v, "advcl") && f.tree.Token(v).XPOS == "VBG" && f.mark(v) == "" && v > 0 && f.word(v-1) == ","
}

// direct is a place that is itself stormed, visited or shelled. One without a name
// gives way to the town that the same verb is put in: "in Kano, they attacked a house".
func (f *finder) direct(c int) int {
	m := f.hit(c)
	if f.placed(m) && !f.namedMention(m) {
		if in := f.located(f.events[c].Token, false); f.placed(in) && f.namedMention(in) && !f.country(in) {
			return in
		}
	}
	return m
}

func (f *finder) hit(c int) int {
	e := &f.events[c]
	for _, a := range e.Args {
		m := f.d.Mentions[a.Mention]
		if a.Role != e.sense.Patient || !f.placeMention(a.Mention) {
			continue
		}
		if ch := m.Chain; ch != doc.None && (f.d.Chains[ch].Place == graph.Country || f.d.Chains[ch].Actor != "") && f.located(e.Token, false) != doc.None {
			continue
		}
		return a.Mention
	}
	if e.light != doc.None && f.tree.Is(e.Token, "nsubj") {
		if o := f.tree.Child(e.light, "obj"); o != doc.None && f.isPlace(o) {
			return f.mention[o] // "an earthquake struck Chile"
		}
	}
	if e.verb && e.Type != "x-life" {
		if o := f.tree.FrameOf(e.Token).Patient; o != doc.None && f.isPlace(o) {
			return f.mention[o]
		}
	}
	return doc.None
}

// aboutWhat reports whether "on" with k says what the noun t is about rather than where
// it was: "a report on Gaza", not "an attack on Gaza" or "an accident on Mount Fuji".
func (f *finder) aboutWhat(t, k int) bool {
	c := f.at[t]
	return f.tree.Is(k, "nmod") && f.chain(k).Place != graph.Feature && c != doc.None && !f.events[c].verb && !bodily[f.events[c].Type]
}

// compassBefore reports whether the phrase of k, which begins with "of", follows a
// direction.
func (f *finder) compassBefore(k int) bool {
	c := f.tree.Child(k, "case")
	return c > 0 && compass[f.tree.Lemma(c-1)]
}

var compass = words("north south east west northeast northwest southeast southwest outside inside upstream downstream")

// located is the place that a prepositional phrase on token t names.
func (f *finder) located(t int, weak bool) int {
	country, vague := doc.None, doc.None
	for _, k := range f.tree.Kids(t) {
		if of := f.tree.Oblique(k, "of"); f.tree.Is(k, "advmod") && compass[f.tree.Lemma(k)] && of != doc.None && !weak {
			if m := f.recordedAt(f.placeAt(of)); f.placed(m) {
				return m // "south of the city"
			}
		}
		if !f.tree.Is(k, "obl", "nmod") {
			continue
		}
		preposition := f.tree.Case(k)
		if preposition == "of" && f.compassBefore(k) {
			preposition = "near" // "south of the city"
		}
		if !locative[preposition] || weakLocative[preposition] != weak || (preposition == "over" || preposition == "by") && !f.isPlace(k) {
			continue // "fined over a leak in Ghent"
		}
		m := f.placeAt(k)
		switch {
		case m == doc.None || preposition == "outside" && f.country(m) || preposition == "on" && f.aboutWhat(t, k):
		case f.country(m):
			if country == doc.None {
				country = m // "in Britain, a man died in Kent": in Kent
			}
		case f.placed(m):
			return m
		case vague == doc.None:
			vague = m
		}
	}
	if country != doc.None {
		return country
	}
	return vague
}

// takenPlace reads "the attack on a convoy, which took place in Lyon".
func (f *finder) takenPlace(c int) int {
	e := &f.events[c]
	if e.verb {
		return doc.None
	}
	sent := f.d.Sentences[e.sent]
	for v := e.Token + 1; v < sent.Last; v++ {
		if f.tree.Token(v).Deprel != "acl:relcl" || !f.tree.Under(f.tree.Token(v).Head, e.Token) {
			continue
		}
		switch f.tree.Lemma(v) {
		case "occur", "happen":
		case "take":
			if o := f.tree.Child(v, "obj"); o == doc.None || f.tree.Lemma(o) != "place" {
				continue
			}
		default:
			continue
		}
		if m := f.located(v, false); m != doc.None {
			return m
		}
	}
	return doc.None
}

// compoundPlace reads "the Beirut blast" and "Haiti's earthquake".
func (f *finder) compoundPlace(c int) int {
	e := &f.events[c]
	for _, k := range f.tree.Kids(e.Token) {
		if f.isPlace(k) && land(f.chain(k)) {
			continue // "a U.S. strike"
		}
		if f.tree.Is(k, "nmod") && concerned[f.tree.Case(k)] && !bodily[e.Type] {
			continue // "a report on Gaza"
		}
		if f.tree.Is(k, "compound", "nmod:poss", "nmod") && f.isPlace(k) && (f.placeOnly(k) || e.sense.Agent == "-") {
			return f.mention[k]
		}
		if f.tree.Is(k, "nmod") && f.tree.Case(k) == "of" && f.isPlace(k) {
			return f.mention[k]
		}
	}
	return doc.None
}

// placeOfArgument reads "attacked a village in Mali": where what is hit lies,
// there it happens.
func (f *finder) placeOfArgument(c int) int {
	e := &f.events[c]
	var tokens []int
	if e.verb {
		frame := f.tree.FrameOf(e.Token)
		tokens = append(tokens, frame.Patient, frame.Agent)
		if to := f.tree.Oblique(e.Token, "to"); to != doc.None && (f.person(to) || f.class(to) == doc.ORG) {
			tokens = append(tokens, to) // "handed to police in Graz"
		}
	} else {
		cases := []string{"of", "against", "at"}
		if bodily[e.Type] {
			cases = append(cases, "on")
		}
		tokens = append(tokens, f.tree.Oblique(e.Token, cases...))
		if e.light != doc.None {
			tokens = append(tokens, f.tree.FrameOf(e.light).Agent) // "workers at two plants held a strike"
		}
		if v := f.tree.Token(e.Token).Head; f.tree.Is(e.Token, "nsubj") && f.at[v] == doc.None {
			if o := f.tree.FrameOf(v).Patient; o != doc.None && f.at[o] == doc.None && bodily[e.Type] {
				tokens = append(tokens, o) // "a fire killed six people in Porto"
			}
		}
	}
	for n, t := range tokens {
		if t == doc.None || t == e.Token || f.person(t) && f.home(t) {
			continue
		}
		if m := f.placeAt(t); m != doc.None && !((e.verb || n > 0) && f.mention[t] == m && f.acts(t)) {
			return m
		}
	}
	return doc.None
}

// placeOfClause is where those whom something befell were when it did: "were rescued
// after they were found off Aceh".
func (f *finder) placeOfClause(c int) int {
	e := &f.events[c]
	if !e.verb || !f.scenic(c) {
		return doc.None
	}
	for _, v := range f.tree.Kids(e.Token) {
		if !f.tree.Is(v, "advcl") || f.infinitive(v) || f.at[v] != doc.None || !meanwhile[f.mark(v)] {
			continue
		}
		if s := f.tree.Child(v, "nsubj", "nsubj:pass"); s != doc.None && !f.person(s) {
			if m := f.recordedAt(f.placeAt(s)); f.placed(m) && !f.acts(s) {
				return m // "died when a bridge in Genoa gave way"
			}
		}
		for _, t := range append([]int{v}, f.tree.Kids(v)...) {
			if t != v && !f.tree.Is(t, "xcomp", "advcl") {
				continue
			}
			for _, weak := range []bool{false, true} {
				if m := f.recordedAt(f.located(t, weak)); f.placed(m) {
					return m
				}
			}
		}
	}
	return doc.None
}

// meanwhile are the words before a clause that tells what went on where the main
// clause happened, none for a participle.
var meanwhile = map[string]bool{"": true, "after": true, "when": true, "as": true, "while": true}

// mark is the word that leads in the clause of v.
func (f *finder) mark(v int) string {
	for _, k := range f.tree.Kids(v) {
		if k < v && (f.tree.Is(k, "mark") || f.tree.Is(k, "advmod") && f.tree.Token(k).XPOS == "WRB") {
			return f.tree.Lemma(k)
		}
	}
	return ""
}

// home reports whether "of" or "from" tells where the people at i are from: "a man
// of Leeds".
func (f *finder) home(i int) bool {
	for _, k := range f.tree.Kids(i) {
		if c := f.tree.Case(k); f.isPlace(k) && (c == "of" || c == "from") {
			return true
		}
	}
	return false
}
