package event

import (
	"slices"
	"time"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// placeGap is over how many sentences a place is carried that nothing speaks of.
const placeGap = 2

// bodily are the types of event that have one place which the next sentences go
// on in. Where people are arrested or tried may be another.
var bodily = words("ASSAULT PROTEST x-disaster x-life x-gathering")

// onScene are the modes of further types that go on where the text is: people are
// arrested, moved to safety or let go, goods taken, streets closed.
var onScene = words("seize restrict curfew arrest evacuate flee displace depart transfer deploy search surrender escape theft abuse release ceasefire " +
	"withdraw troops weapons police militia weapon-seized attack-averted")

// wide are the modes of bodily events that need not be where the text is.
var wide = words("born marry strike hunger boycott disease drought")

// scenic reports whether event i happens at a spot that the telling stays at.
func (f *finder) scenic(i int) bool {
	e := &f.events[i]
	if bodily[e.Type] {
		return !slices.ContainsFunc(e.Modes, func(m string) bool { return wide[m] })
	}
	switch e.Type {
	case "COERCE", "MOBILIZE", "x-movement", "x-justice", "x-crime", "x-disrupt", "RETREAT":
		return slices.ContainsFunc(e.Modes, func(m string) bool { return onScene[m] })
	}
	return false
}

// domestic are the types of event that a state brings about at home, when
// nothing says otherwise.
var domestic = words("COERCE PROTEST x-policy x-justice x-election x-personnel x-business")

// local are further types of event that happen in the town which an article is
// about, when it names no other.
var local = words("COERCE x-justice")

// scenes gives events that no words place the place that the text tells of
// around them, or the state whose act they are.
func (f *finder) scenes() {
	f.fromDateline()
	f.inTown(f.soleTown())
	main := f.mainScene()
	at, sent := doc.None, doc.None // the event whose place is told of, and where last
	for s := range f.d.Sentences {
		if !f.prose(s) {
			continue
		}
		first, end := f.inSent(s)
		for i := first; i < end; i++ {
			f.atHome(i)
		}
		if told := f.sceneOf(s); told != doc.None {
			at, sent = told, s
		} else if at != doc.None && f.elsewhere(s, f.placeIn(at)) {
			at = doc.None
		}
		for i := first; i < end; i++ {
			switch {
			case at != doc.None && i != at && s-sent <= placeGap && (f.goesOn(i, at) && !f.movedOn(i, at) || f.backThere(i)) && f.sceneFor(i, at, main) != doc.None:
				f.setPlace(i, f.sceneFor(i, at, main), "event/place-story")
				sent = s
			case main != doc.None && i != main && (f.ofMain(i, main, at) || at == doc.None && f.backThere(i) && !f.elsewhere(s, f.placeIn(main))) && f.sceneFor(i, main, main) != doc.None:
				f.setPlace(i, f.sceneFor(i, main, main), "event/place-main")
			}
		}
	}
	f.courts()
	f.talks()
	f.homeCountry()
}

// sceneFor is the place of event at, or, for what the next sentences tell of, the town
// that the story is set in rather than a building there; doc.None where neither will do.
func (f *finder) sceneFor(i, at, main int) int {
	p := f.placeIn(at)
	legal := f.events[i].Type == "COERCE" || f.events[i].Type == "x-justice"
	x := f.chain(f.d.Mentions[p].Head)
	if x.Place != graph.Facility || f.backThere(i) || !legal && f.events[i].sent == f.events[at].sent {
		return p
	}
	if main != doc.None {
		town := f.placeIn(main)
		if y := f.chain(f.d.Mentions[town].Head); y.Place == graph.City && (x.Country == "" || x.Country == y.Country) {
			return town
		}
	}
	if legal { // people are not held and tried in the building that it was about
		for _, k := range f.tree.Kids(f.d.Mentions[p].Head) {
			if in := f.placeInside(k); f.placed(in) && f.chain(f.d.Mentions[in].Head).Place != graph.Facility {
				return in
			}
		}
		return doc.None
	}
	return p
}

func (f *finder) setPlace(i, m int, rule string) {
	f.events[i].Place, f.events[i].PlaceRule = m, rule
}

// movedOn reports whether event i comes before event at of the same sentence, and
// somebody moves between the two: "stole a car and drove to Lyon, where he was shot".
func (f *finder) movedOn(i, at int) bool {
	return i < at && slices.ContainsFunc(f.events[i:at], func(e candidate) bool { return e.sent == f.events[at].sent && e.Type == "x-movement" })
}

// backThere reports whether the words of event i point back to the scene: "visited
// the site", "a fire at the same market".
func (f *finder) backThere(i int) bool {
	e := &f.events[i]
	if f.placeIn(i) != doc.None || !real(e.Realis) || e.Generic {
		return false
	}
	around := f.tree.Kids(e.Token)
	if e.Place != doc.None {
		around = append(slices.Clone(around), f.d.Mentions[e.Place].Head)
	}
	for _, k := range around {
		d := f.tree.Child(k, "det")
		if d == doc.None || f.tree.Lemma(d) != "the" || f.tree.Child(k, "nmod", "nmod:poss") != doc.None || !f.tree.Is(k, "obj", "obl", "nmod", "nsubj:pass") {
			continue
		}
		if c := f.tree.Case(k); c != "" && (!locative[c] || weakLocative[c]) {
			continue
		}
		if same := slices.ContainsFunc(f.tree.Kids(k), func(a int) bool { return f.tree.Lemma(a) == "same" }); same && f.isPlace(k) || spots[f.tree.Lemma(k)] || f.isPlace(k) && f.knownBuilding(k) {
			return true
		}
	}
	return false
}

// spots are nouns for where something happened.
var spots = words("site scene spot area zone building street road ground stadium venue")

// opening is within how many sentences, the lines above the text among them, the
// town of a story is named; one named first later is where something else happened.
const opening = 7

// soleTown is a mention of the one town or district that the article names, doc.None
// where it names none or several, or where nothing happened there.
func (f *finder) soleTown() int {
	town := doc.None
	for m := range f.d.Mentions {
		c := f.d.Mentions[m].Chain
		if c == doc.None || f.d.Mentions[m].Class != doc.LOC || f.tree.Token(f.d.Mentions[m].Head).UPOS != "PROPN" || !f.prose(f.tree.Token(f.d.Mentions[m].Head).Sent) {
			continue
		}
		switch {
		case town != doc.None && f.same(m, town):
		case f.d.Chains[c].Place == graph.Country || f.d.Chains[c].Place == graph.Facility:
		case town != doc.None || !f.d.Chains[c].Named:
			return doc.None
		case (f.d.Chains[c].Country != "" || f.seat(f.d.Mentions[m].Head)) && (f.d.Chains[c].Place == graph.City || f.d.Chains[c].Place == graph.Region):
			town = m
		default:
			return doc.None
		}
	}
	if town == doc.None || f.tree.Token(f.d.Mentions[town].Head).Sent > opening {
		return doc.None
	}
	for i := range f.events {
		if p := f.events[i].Place; p != doc.None && f.same(p, town) && real(f.events[i].Realis) {
			return p
		}
	}
	if f.seat(f.d.Mentions[town].Head) {
		return town
	}
	return doc.None
}

// seat reports whether i is the town that somebody holds an office in: "the mayor of
// Olten".
func (f *finder) seat(i int) bool {
	h := f.tree.Token(i).Head
	return h >= 0 && f.tree.Is(i, "nmod") && f.tree.Case(i) == "of" && offices[f.tree.Lemma(h)]
}

var offices = words("mayor council sheriff governor bishop provost")

// inTown places what happened in the town that is the only one named.
func (f *finder) inTown(town int) {
	if town == doc.None {
		return
	}
	var there []int // what is said to have happened in it
	for i := range f.events {
		if p := f.events[i].Place; p != doc.None && f.same(p, town) {
			there = append(there, i)
		}
	}
	for i := range f.events {
		e := &f.events[i]
		if !bodily[e.Type] && !local[e.Type] || !f.toldHere(i) {
			continue
		}
		if f.clusterTime(i) == doc.None || len(there) == 0 && f.happened(i) || slices.ContainsFunc(there, func(k int) bool { return f.ofOneMonth(i, k) }) {
			e.Place, e.PlaceRule = town, "event/place-town"
		}
	}
}

// ofOneMonth reports whether two dated events are at most a month or so apart.
func (f *finder) ofOneMonth(i, k int) bool {
	const month = 31 * 24 * time.Hour
	x, y := f.clusterTime(i), f.clusterTime(k)
	if x == doc.None || y == doc.None {
		return false
	}
	a, b := f.d.Timexes[x].Interval, f.d.Timexes[y].Interval
	if a.Earliest.IsZero() || a.Latest.IsZero() || b.Earliest.IsZero() || b.Latest.IsZero() {
		return false
	}
	return a.Earliest.Sub(b.Latest) < month && b.Earliest.Sub(a.Latest) < month && a.Latest.Sub(a.Earliest) <= month
}

// placeIn is the place, one with a record, of event i or of a mention that it repeats.
func (f *finder) placeIn(i int) int {
	if p := f.events[i].Place; f.placed(p) {
		return p
	}
	for _, k := range f.cluster[f.events[i].Same] {
		if p := f.events[k].Place; f.placed(p) {
			return p
		}
	}
	return doc.None
}

// sceneOf is an event of sentence s that has a place and happened there.
func (f *finder) sceneOf(s int) int {
	for i, end := f.inSent(s); i < end; i++ {
		e := &f.events[i]
		if real(e.Realis) && !e.Generic && (f.scenic(i) || e.Type == "x-sport") && e.Type != "x-movement" && f.placeIn(i) != doc.None && !f.treated(i) {
			return i
		}
	}
	return doc.None
}

// treated reports whether event i is how somebody fared at a place that they were
// brought to.
func (f *finder) treated(i int) bool {
	e := &f.events[i]
	return e.Type == "x-life" && (slices.Contains(e.Modes, "suffer") || f.tree.Lemma(f.d.Mentions[f.placeIn(i)].Head) == "hospital")
}

// elsewhere reports whether sentence s names a place that is not p, and not only
// as where somebody is from or bound for.
func (f *finder) elsewhere(s, p int) bool {
	sent := f.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		m := f.mention[i]
		if m == doc.None || f.d.Mentions[m].Head != i || f.d.Mentions[m].Class != doc.LOC || f.d.Mentions[m].Type != doc.Name || f.same(m, p) || f.around(m, p) || f.around(p, m) {
			continue
		}
		if h := f.tree.Token(i).Head; f.tree.Is(i, "compound") && h >= 0 && (f.person(h) || f.class(h) == doc.ORG) || f.bound(i) {
			continue
		}
		return true
	}
	return false
}

// bound reports whether the phrase of i says where somebody is from or goes to.
func (f *finder) bound(i int) bool {
	away := false
	f.tree.Climb(i, func(_, from int) bool {
		switch f.tree.Case(from) {
		case "from", "for", "to", "towards", "toward":
			away = true
		}
		return !away && f.tree.Is(from, "nmod", "conj", "compound", "appos")
	})
	return away
}

// around reports whether place a is the country that place b lies in.
func (f *finder) around(a, b int) bool {
	x, y := f.d.Mentions[a].Chain, f.d.Mentions[b].Chain
	return x != doc.None && y != doc.None && f.d.Chains[x].Place == graph.Country && f.d.Chains[x].Country == f.d.Chains[y].Country
}

// mayHold reports whether place a is b or, as far as is known, the country that it
// lies in.
func (f *finder) mayHold(a, b int) bool {
	return f.same(a, b) || f.around(a, b) || f.country(a) && f.chain(f.d.Mentions[b].Head).Country == ""
}

// toldHere reports whether event i is told as part of the story, without a place.
func (f *finder) toldHere(i int) bool {
	e := &f.events[i]
	if !f.scenic(i) && !local[e.Type] || e.Realis != graph.Occurred || f.lasts(e) && !f.sequel(e.Token) || f.tree.Is(e.Token, "amod") || e.Generic || f.placeIn(i) != doc.None || f.weakPlaced(i) {
		return false
	}
	if f.awaits(i) || e.Time != doc.None && !f.d.Timexes[e.Time].Known() {
		return false // "a day before the vote": on no day that is known
	}
	if e.verb {
		switch f.tree.Token(e.Token).XPOS {
		case "VBD", "VBN", "VBG":
		default:
			if !f.witnessed(e.Token) {
				return false
			}
		}
	}
	return (!f.setApart(e.Token) || bodily[e.Type] && f.sequel(e.Token)) && !f.other(e)
}

// lasts reports whether e tells a state that may hold anywhere: "areas besieged by
// the army".
func (f *finder) lasts(e *candidate) bool {
	return lasting[f.tree.Lemma(e.Token)] && !(e.verb && f.tree.Token(e.Token).XPOS == "VBD")
}

// witnessed reports whether v was seen to happen or brought about: "saw a woman run", "were
// able to escape".
func (f *finder) witnessed(v int) bool {
	h := f.tree.Token(v).Head
	return h >= 0 && f.tree.Is(v, "ccomp", "xcomp") && perceived[f.tree.Lemma(h)]
}

var perceived = words("see watch hear notice able manage force help begin start continue make")

// sequel reports whether bodily event i stands in a phrase that says what another
// followed: "freed the crew after a battle", which was fought where they were freed.
func (f *finder) sequel(i int) bool {
	h := f.tree.Token(i).Head
	c := f.tree.Case(i)
	if h < 0 || f.at[h] == doc.None || !f.tree.Is(i, "obl") || c != "after" && c != "following" {
		return false
	}
	t := f.events[f.at[h]].Type
	return bodily[t] && t != "PROTEST" || t == "RETREAT"
}

// goesOn reports whether event i goes on with what is told at the place of event
// at, with no date that keeps the two apart.
func (f *finder) goesOn(i, at int) bool {
	e, o := &f.events[i], &f.events[at]
	if !f.scenic(i) || !f.toldHere(i) {
		return false
	}
	x, y := f.clusterTime(i), f.clusterTime(at)
	if x != doc.None && y != doc.None && f.meets(x, y) == graph.Impossible {
		return false
	}
	if x != doc.None && y == doc.None && f.overlap(e, o) == 0 {
		return false // dated by itself, it need not be of the story
	}
	return e.verb || e.light != doc.None || e.definite || f.overlap(e, o) > 0 || f.sequel(e.Token)
}

// weakPlaced reports whether words around event i place it where no gazetteer
// helps: "at his home".
func (f *finder) weakPlaced(i int) bool {
	for _, k := range f.tree.Kids(f.events[i].Token) {
		if f.tree.Is(k, "obl") && f.timex[k] == doc.None && (f.mention[k] == doc.None || f.isPlace(k)) {
			switch f.tree.Case(k) {
			case "in", "at", "near", "outside", "inside":
				return f.tree.Child(k, "nmod:poss", "nmod") != doc.None
			case "into", "across", "toward", "towards":
				return true
			}
		}
	}
	return false
}

// atHome gives what a state does to nobody abroad its own country as place:
// "Thailand has cracked down on smugglers".
func (f *finder) atHome(i int) {
	e := &f.events[i]
	if !domestic[e.Type] || f.placeIn(i) != doc.None || len(e.Args) == 0 {
		return
	}
	state := doc.None
	for _, a := range e.Args {
		if !f.country(a.Mention) {
			continue
		}
		if state != doc.None || a.Role != e.sense.Agent || f.d.Mentions[a.Mention].Class == doc.NORP {
			return
		}
		state = a.Mention
	}
	if state == doc.None {
		return
	}
	abroad := false
	f.tree.Walk(e.Token, func(k int) {
		m := f.mention[k]
		abroad = abroad || m != doc.None && f.d.Mentions[m].Type == doc.Name && !f.same(m, state) && f.abroad(m, state) && !f.coordinate(k, e.Token)
	})
	if !abroad {
		e.Place, e.PlaceRule = state, "event/place-state"
	}
}

// coordinate reports whether i stands in a clause that is coordinated with that of v
// and has a subject of its own.
func (f *finder) coordinate(i, v int) bool {
	found := false
	f.tree.Climb(i, func(a, from int) bool {
		found = a == v && f.tree.Is(from, "conj") && f.tree.Child(from, "nsubj", "nsubj:pass") != doc.None
		return a != v
	})
	return found
}

// abroad reports whether m has another country than the state.
func (f *finder) abroad(m, state int) bool {
	x, y := f.d.Mentions[m].Chain, f.d.Mentions[state].Chain
	return x != doc.None && y != doc.None && f.d.Chains[x].Country != "" && f.d.Chains[x].Country != f.d.Chains[y].Country
}
