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

// domestic are the types of event that a state brings about at home, when
// nothing says otherwise.
var domestic = words("COERCE PROTEST x-policy x-justice x-election x-personnel")

// local are further types of event that happen in the town which an article is
// about, when it names no other.
var local = words("COERCE x-justice")

// scenes gives events that no words place the place that the text tells of
// around them, or the state whose act they are.
func (f *finder) scenes() {
	f.inTown(f.soleTown())
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
		} else if at == doc.None || s-sent > placeGap || f.elsewhere(s, f.placeIn(at)) {
			at = doc.None
			continue
		}
		for i := first; i < end; i++ {
			if i != at && bodily[f.events[i].Type] && f.goesOn(i, at) {
				f.events[i].Place, f.events[i].PlaceRule = f.placeIn(at), "event/place-story"
				sent = s
			}
		}
	}
}

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
		case f.d.Chains[c].Country != "" && (f.d.Chains[c].Place == graph.City || f.d.Chains[c].Place == graph.Region):
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
	return doc.None
}

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
		if f.clusterTime(i) == doc.None || slices.ContainsFunc(there, func(k int) bool { return f.ofOneMonth(i, k) }) {
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

// placeIn is the place of event i or of a mention that it repeats.
func (f *finder) placeIn(i int) int {
	if p := f.events[i].Place; p != doc.None {
		return p
	}
	for _, k := range f.cluster[f.events[i].Same] {
		if p := f.events[k].Place; p != doc.None {
			return p
		}
	}
	return doc.None
}

// sceneOf is an event of sentence s that has a place and happened there.
func (f *finder) sceneOf(s int) int {
	for i, end := f.inSent(s); i < end; i++ {
		e := &f.events[i]
		if real(e.Realis) && !e.Generic && bodily[e.Type] && f.placeIn(i) != doc.None {
			return i
		}
	}
	return doc.None
}

// elsewhere reports whether sentence s names a place that is not p.
func (f *finder) elsewhere(s, p int) bool {
	sent := f.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if m := f.mention[i]; m != doc.None && f.d.Mentions[m].Class == doc.LOC && f.d.Mentions[m].Type == doc.Name && !f.same(m, p) && !f.around(m, p) {
			return true
		}
	}
	return false
}

// around reports whether place a is the country that place b lies in.
func (f *finder) around(a, b int) bool {
	x, y := f.d.Mentions[a].Chain, f.d.Mentions[b].Chain
	return x != doc.None && y != doc.None && f.d.Chains[x].Place == graph.Country && f.d.Chains[x].Country == f.d.Chains[y].Country
}

// toldHere reports whether event i is told as part of the story, without a place.
func (f *finder) toldHere(i int) bool {
	e := &f.events[i]
	if e.Realis != graph.Occurred || lasting[f.tree.Lemma(e.Token)] || f.tree.Is(e.Token, "amod") || e.Generic || f.placeIn(i) != doc.None || f.weakPlaced(i) {
		return false
	}
	if e.Time != doc.None && !f.d.Timexes[e.Time].Known() {
		return false // "a day before the vote": on no day that is known
	}
	if e.verb {
		switch f.tree.Token(e.Token).XPOS {
		case "VBD", "VBN", "VBG":
		default:
			return false
		}
	}
	return !f.setApart(e.Token) && !f.other(e)
}

// goesOn reports whether event i goes on with what is told at the place of event
// at, with no date that keeps the two apart.
func (f *finder) goesOn(i, at int) bool {
	e, o := &f.events[i], &f.events[at]
	if !f.toldHere(i) {
		return false
	}
	x, y := f.clusterTime(i), f.clusterTime(at)
	if x != doc.None && y != doc.None && f.meets(x, y) == graph.Impossible {
		return false
	}
	if x != doc.None && y == doc.None && f.overlap(e, o) == 0 {
		return false // dated by itself, it need not be of the story
	}
	return e.verb || e.definite || f.overlap(e, o) > 0
}

// weakPlaced reports whether words around event i place it where no gazetteer
// helps: "at his home".
func (f *finder) weakPlaced(i int) bool {
	for _, k := range f.tree.Kids(f.events[i].Token) {
		if f.tree.Is(k, "obl") && f.timex[k] == doc.None && (f.mention[k] == doc.None || f.isPlace(k)) {
			switch f.tree.Case(k) {
			case "in", "at", "near", "outside", "inside":
				return f.tree.Child(k, "det", "nmod:poss", "nmod") != doc.None
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
		abroad = abroad || m != doc.None && f.d.Mentions[m].Type == doc.Name && !f.same(m, state) && f.abroad(m, state)
	})
	if !abroad {
		e.Place, e.PlaceRule = state, "event/place-state"
	}
}

// abroad reports whether m has another country than the state.
func (f *finder) abroad(m, state int) bool {
	x, y := f.d.Mentions[m].Chain, f.d.Mentions[state].Chain
	return x != doc.None && y != doc.None && f.d.Chains[x].Country != "" && f.d.Chains[x].Country != f.d.Chains[y].Country
}
