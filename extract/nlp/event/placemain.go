package event

import (
	"slices"
	"time"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// mainScene is the first event of the article that happened at a place which is
// named early: the one that it is about. A country gives way to a place in it.
func (f *finder) mainScene() int {
	main := doc.None
	lead := f.lead()
	for i := range f.events {
		e := &f.events[i]
		if e.sent > lead {
			break
		}
		p := f.earlyPlace(i, lead)
		if p == doc.None || !f.scenic(i) && e.Type != "PROTEST" && e.Type != "x-sport" || e.Type == "x-movement" || !f.happened(i) || main != doc.None && !(f.country(f.earlyPlace(main, lead)) && f.around(f.earlyPlace(main, lead), p)) {
			continue
		}
		if main = i; !f.country(p) {
			break
		}
	}
	return main
}

// earlyPlace is the place of event i, or of a mention that it repeats in the lead.
func (f *finder) earlyPlace(i, lead int) int {
	if p := f.events[i].Place; f.placed(p) {
		return p
	}
	for _, k := range f.cluster[f.events[i].Same] {
		if p := f.events[k].Place; f.placed(p) && f.events[k].sent <= lead {
			return p
		}
	}
	return doc.None
}

// lead is the second sentence of the text under the headline.
func (f *finder) lead() int {
	last := doc.None
	for s, n := 0, 0; s < len(f.d.Sentences) && n < 2; s++ {
		if f.prose(s) && !f.headline(s) {
			last = s
			n++
		}
	}
	return last
}

// happened reports whether event i is told as having happened not long before the
// article was written.
func (f *finder) happened(i int) bool {
	e := &f.events[i]
	if e.Realis != graph.Occurred && e.Realis != graph.Ongoing || e.Generic {
		return false
	}
	x, c := f.clusterTime(i), f.today()
	if x == doc.None || c == nil {
		return true
	}
	const month = 31 * 24 * time.Hour
	last := f.d.Timexes[x].Latest
	return last.IsZero() || c.Earliest.IsZero() || c.Earliest.Sub(last) < month
}

// ofMain reports whether event i belongs to what happened at the main scene, and
// the text has not gone on to another place, where event at happened.
func (f *finder) ofMain(i, main, at int) bool {
	e := &f.events[i]
	p := f.placeIn(main)
	if at != doc.None && !f.mayHold(f.placeIn(at), p) && f.overlap(e, &f.events[main]) == 0 {
		return false
	}
	if !f.toldHere(i) || !f.happened(i) || f.elsewhere(e.sent, p) || !e.verb && e.light == doc.None && !e.definite && f.overlap(e, &f.events[main]) == 0 && !f.sequel(e.Token) {
		return false
	}
	x, y := f.clusterTime(i), f.clusterTime(main)
	return x == doc.None || y == doc.None || f.withinDays(x, y)
}

// withinDays reports whether x and y are at most a week apart.
func (f *finder) withinDays(x, y int) bool {
	const week = 7 * 24 * time.Hour
	a, b := f.d.Timexes[x].Interval, f.d.Timexes[y].Interval
	if a.Earliest.IsZero() || a.Latest.IsZero() || b.Earliest.IsZero() || b.Latest.IsZero() {
		return a.Meets(b) != graph.Impossible
	}
	return b.Earliest.Sub(a.Latest) < week && a.Earliest.Sub(b.Latest) < week && a.Latest.Sub(a.Earliest) <= week
}

// fromDateline places what the first sentence tells of where the report was written,
// in an article that names no other place: reports come from the capital as often.
func (f *finder) fromDateline() {
	place := f.datelinePlace()
	if place == doc.None {
		return
	}
	first := doc.None
	for s := range f.d.Sentences {
		if !f.prose(s) {
			continue
		}
		if f.namesOther(s, place) {
			return
		}
		if first == doc.None && !f.headline(s) {
			first = s
		}
	}
	if first == doc.None {
		return
	}
	for i, end := f.inSent(first); i < end; i++ {
		if f.scenic(i) && f.toldHere(i) && f.happened(i) {
			f.setPlace(i, place, "event/place-dateline")
		}
	}
}

// namesOther reports whether sentence s names any place but p.
func (f *finder) namesOther(s, p int) bool {
	sent := f.d.Sentences[s]
	for i := sent.First; i < sent.Last; i++ {
		if m := f.mention[i]; m != doc.None && f.d.Mentions[m].Class == doc.LOC && f.d.Mentions[m].Type == doc.Name && !f.same(m, p) {
			return true
		}
	}
	return false
}

// datelinePlace is the one town that the date line names.
func (f *finder) datelinePlace() int {
	found := doc.None
	for m := range f.d.Mentions {
		mention := f.d.Mentions[m]
		b := f.d.Sentences[f.tree.Token(mention.Head).Sent].Block
		if b < 0 || b >= len(f.d.Blocks) || f.d.Blocks[b].Role != doc.Dateline || mention.Class != doc.LOC || !f.placed(m) {
			continue
		}
		switch f.d.Chains[mention.Chain].Place {
		case graph.City:
			if found != doc.None && !f.same(m, found) {
				return doc.None
			}
			found = m
		}
	}
	return found
}

// knownBuilding reports whether k is "the mine" or "the school", a kind of building or
// the like that the text has told of, without more words that say which.
func (f *finder) knownBuilding(k int) bool {
	n, ok := lexicon.NounOf(f.tree.Lemma(k))
	return ok && n.Is(lexicon.NounKind(graph.Facility)) && f.tree.Child(k, "amod", "compound") == doc.None
}

// courts carries the place of an arrest or a hearing to what is done next to those
// people: "appeared in court in Graz … They were remanded".
func (f *finder) courts() {
	for i := range f.events {
		e := &f.events[i]
		if e.Type != "x-justice" && e.Type != "COERCE" || e.Generic || f.placeIn(i) != doc.None || f.weakPlaced(i) {
			continue
		}
		for at := i - 1; at >= 0 && e.sent-f.events[at].sent <= placeGap; at-- {
			o := &f.events[at]
			p := f.placeIn(at)
			if o.Type != "x-justice" && o.Type != "COERCE" || p == doc.None || f.overlap(e, o) == 0 {
				continue
			}
			if real(o.Realis) && !f.elsewhere(e.sent, p) && f.sameMonths(i, at) {
				f.setPlace(i, p, "event/place-story")
			}
			break
		}
	}
}

// talks gives talks and what they led to, told of in one sentence, one place: "signed a
// deal in Dayton after three weeks of talks".
func (f *finder) talks() {
	for i := range f.events {
		e := &f.events[i]
		if !talking[e.Type] || e.Generic || f.placeIn(i) != doc.None || slices.Contains(e.Modes, "phone") || f.weakPlaced(i) {
			continue
		}
		for at, end := f.inSent(e.sent); at < end; at++ {
			if o := &f.events[at]; at != i && talking[o.Type] && real(o.Realis) == real(e.Realis) && f.placed(o.Place) && o.PlaceRule == "" && f.sameMonths(i, at) && !f.elsewhere(e.sent, o.Place) {
				f.setPlace(i, o.Place, "event/place-story")
				break
			}
		}
	}
}

var talking = words("CONSULT AGREE")

// sameMonths reports whether no date keeps two events more than a month apart.
func (f *finder) sameMonths(i, at int) bool {
	return f.clusterTime(i) == doc.None || f.clusterTime(at) == doc.None || f.ofOneMonth(i, at)
}

// national are the types of event that bodies of a state bring about all over it.
var national = words("x-policy x-justice x-election x-personnel")

// homeCountry gives what public bodies decide, and no words place, the one country
// that the article opens with, unless another is named around it.
func (f *finder) homeCountry() {
	land := f.oneCountry()
	if land == doc.None {
		return
	}
	for i := range f.events {
		e := &f.events[i]
		if !national[e.Type] && !slices.Contains(e.Modes, "investigate") && !slices.Contains(e.Modes, "resign") || e.Generic || f.placeIn(i) != doc.None || e.Place != doc.None {
			continue
		}
		if f.onlyLand(max(0, e.sent-1), e.sent, f.chain(f.d.Mentions[land].Head).Country) {
			f.setPlace(i, land, "event/place-country")
		}
	}
}

// oneCountry is a mention of the only country that the headline and the lead name or
// have places of, doc.None where there are several.
func (f *finder) oneCountry() int {
	lead := f.lead()
	for m := range f.d.Mentions {
		at := f.tree.Token(f.d.Mentions[m].Head).Sent
		if !f.prose(at) || f.d.Mentions[m].Type != doc.Name || f.d.Mentions[m].Chain == doc.None || !f.country(m) && !f.nation(m) {
			continue
		}
		if f.onlyLand(0, max(lead, at), f.d.Chains[f.d.Mentions[m].Chain].Country) || at > lead && f.onlyLand(0, len(f.d.Sentences)-1, f.d.Chains[f.d.Mentions[m].Chain].Country) {
			return m
		}
		return doc.None
	}
	return doc.None
}

// onlyLand reports whether the sentences from first to last name no country but that
// with a code, nor its people or a place elsewhere.
func (f *finder) onlyLand(first, last int, code string) bool {
	if code == "" {
		return false
	}
	return !slices.ContainsFunc(f.d.Mentions, func(m doc.Mention) bool {
		if s := f.tree.Token(m.Head).Sent; s < first || s > last || !f.prose(s) || m.Chain == doc.None {
			return false
		}
		c := f.d.Chains[m.Chain]
		return c.Country != "" && c.Country != code && (c.Place != "" || c.Actor == graph.State || m.Class == doc.NORP || m.Class == doc.ORG && m.Type == doc.Name && c.Sector == "GOV")
	})
}
