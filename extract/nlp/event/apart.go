package event

import (
	"slices"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// shared counts what mention i and the cluster of j have in common: time,
// place and participants.
func (f *finder) shared(i, j int) int {
	e := &f.events[i]
	time, place, args := 0, 0, 0
	for _, k := range f.told(j) {
		o := &f.events[k]
		if k >= i {
			continue
		}
		if f.sameDay(e, o) || e.Time != doc.None && o.Time != doc.None && f.d.Timexes[e.Time].EDTF == f.d.Timexes[o.Time].EDTF {
			time = 1
		}
		if e.Place != doc.None && o.Place != doc.None && f.same(e.Place, o.Place) {
			place = 1
		}
		args = max(args, f.overlap(e, o))
	}
	return time + place + args
}

// overlap counts the participants that two mentions have in common.
func (f *finder) overlap(e, o *candidate) int {
	n := 0
	for _, a := range e.Args {
		for _, b := range o.Args {
			if f.same(a.Mention, b.Mention) {
				n++
			}
		}
	}
	return n
}

func (f *finder) meets(x, y int) graph.Certainty {
	a, b := f.d.Timexes[x].Interval, f.d.Timexes[y].Interval
	if !a.Known() || !b.Known() {
		return graph.Possible
	}
	return a.Meets(b)
}

// conflict reports whether time, place or participants keep i and the cluster
// of j apart.
func (f *finder) conflict(i, j int) bool {
	e := &f.events[i]
	for _, k := range f.told(f.events[j].Same) {
		o := &f.events[k]
		if k == i {
			continue
		}
		if f.datesApart(e, o) || f.selfHarm(e) != f.selfHarm(o) && e.verb && o.verb || f.sidesApart(e, o) {
			return true
		}
		if f.toldApart(o, e) || f.bygone(o, e) || f.bygone(e, o) || f.placesApart(e.Place, o.Place) || f.turned(e, o) || f.turned(o, e) || f.peopleApart(e, o, f.sameDay(e, o)) {
			return true
		}
	}
	return false
}

// datesApart reports whether two mentions are dated, and to times that do not meet.
// A time of day lends the day that it is of from what is told around it.
func (f *finder) datesApart(e, o *candidate) bool {
	if e.Time == doc.None || o.Time == doc.None || f.onlyClock(e.Time) != f.onlyClock(o.Time) || f.lendsTime(e) || f.lendsTime(o) {
		return false
	}
	return f.meets(e.Time, o.Time) == graph.Impossible
}

// lendsTime reports whether the date of noun e is not of e itself: that of its end, of a
// thing called after it, "found near the crash site", or of what it is compared with,
// "it was the third this winter".
func (f *finder) lendsTime(e *candidate) bool {
	return !e.verb && f.tree.Is(e.Token, "compound") || f.saysWhat(e.Token) || f.ended(e)
}

// ended reports whether the date of noun e is when it ended or takes effect: "ended a
// strike on Thursday", "the resignation takes effect in May".
func (f *finder) ended(e *candidate) bool {
	h := f.tree.Token(e.Token).Head
	if e.verb || h < 0 || e.TimeRule == "event/time-story" || !f.tree.Is(e.Token, "obj", "nsubj", "nsubj:pass") {
		return false
	}
	switch f.tree.Lemma(h) {
	case "end", "conclude", "finish", "cease", "suspend", "halt":
		return true
	case "call":
		return f.particle(h, "off")
	case "take", "come", "go":
		o := f.tree.Child(h, "obj", "obl")
		return o != doc.None && (f.tree.Lemma(o) == "effect" || f.tree.Lemma(o) == "force")
	}
	return false
}

// sidesApart reports whether two verbs tell how games ended that none of the sides named
// with one played in with the other: "Harriers beat Athletic", "Wanderers lost to Albion".
func (f *finder) sidesApart(e, o *candidate) bool {
	if e.Type != "x-sport" || o.Type != "x-sport" || !e.verb || !o.verb {
		return false
	}
	a, b := f.played(e.Token), f.played(o.Token)
	return len(a) > 0 && len(b) > 1 && !slices.ContainsFunc(a, func(side string) bool { return slices.Contains(b, side) })
}

// played are the names that stand with verb v as its subject and objects.
func (f *finder) played(v int) []string {
	var out []string
	for _, k := range f.tree.Kids(v) {
		t := f.tree.Token(k)
		named := t.UPOS == "PROPN" || t.Text != lower(t.Text) && k > f.d.Sentences[t.Sent].First
		if named && f.tree.Is(k, "nsubj", "nsubj:pass", "obj", "obl") && f.timex[k] == doc.None {
			out = append(out, t.Text)
		}
	}
	return out
}

// toldApart reports whether o is told as of a day that later event e, by its own
// date, is not of.
func (f *finder) toldApart(o, e *candidate) bool {
	return o.verb && real(o.Realis) && !f.lendsTime(e) && o.sent < e.sent && o.Time == doc.None && o.told != doc.None && e.Time != doc.None && f.meets(o.told, e.Time) == graph.Impossible
}

// bygone reports whether past is of a year that the text names, and news is told
// as if just now in an article whose own date is unknown: such a year is not that of
// the news.
func (f *finder) bygone(past, news *candidate) bool {
	if f.d.Created != nil || past.Time == doc.None || !past.verb && f.headline(past.sent) || news.sent > past.sent {
		return false
	}
	x := f.d.Timexes[past.Time].Interval
	if !x.Known() || x.Confidence != graph.Explicit || x.Precision != graph.PrecisionYear && x.Precision != graph.PrecisionMonth {
		return false
	}
	return news.Time == doc.None || !f.d.Timexes[news.Time].Known()
}

func (f *finder) placesApart(a, b int) bool {
	if a == doc.None || b == doc.None || f.same(a, b) {
		return false
	}
	ca, cb := f.d.Mentions[a].Chain, f.d.Mentions[b].Chain
	if ca == doc.None || cb == doc.None {
		return false
	}
	x, y := f.d.Chains[ca], f.d.Chains[cb]
	if x.Country != "" && y.Country != "" && x.Country != y.Country {
		return true
	}
	return x.Place == y.Place && x.Named && y.Named
}

// peopleApart reports whether the same role is filled by two that are known to
// differ: two names, or two descriptions where the event is one person's.
// Who did it may be told in several ways, and is often in dispute, where the day
// is one.
func (f *finder) peopleApart(e, o *candidate, sameDay bool) bool {
	for _, a := range e.Args {
		if f.inRole(o, a) {
			continue
		}
		for _, b := range o.Args {
			if a.Role != b.Role || f.inRole(e, b) || sameDay && a.Role == "attacker" {
				continue
			}
			if f.kinOf(a.Mention, b.Mention) || f.kinOf(b.Mention, a.Mention) || f.differ(e, o, a.Mention, b.Mention) {
				return true
			}
		}
	}
	return false
}

// differ reports whether those whom two mentions have in one role are known to be two.
func (f *finder) differ(e, o *candidate, a, b int) bool {
	if f.namesWhom(e, o, a, b) || f.namesWhom(o, e, b, a) || f.oneOf(e, o, a, b) {
		return false
	}
	na, nb := f.namedMention(a), f.namedMention(b)
	if na && nb {
		return true
	}
	if e.effect() && o.effect() || f.sameCount(a, b) || f.headline(e.sent) || f.headline(o.sent) {
		return false // a headline counts and calls people otherwise
	}
	people := f.human(a) && f.human(b)
	if e.Type == "x-gathering" && e.verb && o.verb && people {
		return true // two groups celebrate
	}
	mishap := e.Type == "x-disaster" && people && !f.vehicle(a) && !f.vehicle(b)
	return (na || nb || e.verb && o.verb) && (personal(e.Type) || mishap)
}

// mutual are words for violence that both sides do to each other.
var mutual = words("clash fighting fight battle skirmish scuffle brawl firefight gunfight shootout exchange combat war")

// inRole reports whether participant a, or one with it, has its role in o as well: "a
// jet with 228 people on board".
func (f *finder) inRole(o *candidate, a doc.Argument) bool {
	return slices.ContainsFunc(o.Args, func(b doc.Argument) bool { return a.Role == b.Role && f.same(a.Mention, b.Mention) })
}

// namesWhom reports whether mention a of event e, named for the first time, may be
// whom the opening of the text brought in as b by what he is, and of whom it told the
// like: "The transport minister resigned. John Kasule said he was stepping down".
func (f *finder) namesWhom(e, o *candidate, a, b int) bool {
	const opening, near = 6, 2
	if o.sent >= opening || e.sent <= o.sent || e.sent-o.sent > near || real(e.Realis) != real(o.Realis) || family(e) != family(o) || e.mode() != o.mode() || f.namedMention(b) || !f.single(a) || !f.single(b) {
		return false
	}
	c := f.d.Mentions[a].Chain
	if c == doc.None || !f.d.Chains[c].Named {
		return false
	}
	return !slices.ContainsFunc(f.d.Chains[c].Mentions, func(m int) bool { return f.tree.Token(f.d.Mentions[m].Head).Sent <= o.sent })
}

// turned reports whether one of two mentions tells of harm by others to those who did
// the other: "two of the attackers were shot dead by police".
func (f *finder) turned(e, o *candidate) bool {
	by := doc.None
	for _, a := range e.Args {
		if a.Role == e.sense.Agent && e.Type == "ASSAULT" {
			by = a.Mention
		}
	}
	if by == doc.None || mutual[f.tree.Lemma(o.Token)] || mutual[f.tree.Lemma(e.Token)] {
		return false
	}
	for _, a := range e.Args {
		for _, b := range o.Args {
			if a.Role == e.sense.Patient && b.Role == "attacker" && f.same(a.Mention, b.Mention) && !f.same(by, b.Mention) {
				return true
			}
		}
	}
	return false
}

// kinOf reports whether mention a is somebody of b's, and so not b: "her father".
func (f *finder) kinOf(a, b int) bool {
	p := f.tree.Child(f.d.Mentions[a].Head, "nmod:poss")
	if p == doc.None || f.mention[p] == doc.None || !f.human(a) {
		return false
	}
	return f.same(f.mention[p], b)
}

// sameCount reports whether two mentions count as many people: "23 pirates",
// "twenty-three men".
func (f *finder) sameCount(a, b int) bool {
	n := f.headcount(a)
	return n > 1 && n == f.headcount(b)
}

// headcount is how many people mention m, or the first of its chain that tells,
// stands for; zero when none tells.
func (f *finder) headcount(m int) float64 {
	all := []int{m}
	if c := f.d.Mentions[m].Chain; c != doc.None {
		all = append(all, f.d.Chains[c].Mentions...)
	}
	for _, k := range all {
		if q := f.figure[f.d.Mentions[k].Head]; q != doc.None {
			return f.d.Quantities[q].Figure.Value
		}
	}
	return 0
}

// human reports whether mention m is of people.
func (f *finder) human(m int) bool {
	c := f.d.Mentions[m].Class
	return c == doc.PER || c == doc.Group
}

// vehicle reports whether mention m is of a ship or the like, which acts as its crew
// does and is called by many names.
func (f *finder) vehicle(m int) bool {
	lemma := f.tree.Lemma(f.d.Mentions[m].Head)
	return slices.Contains(lexicon.TriggerSet("vehicle"), lemma) || slices.Contains(lexicon.TriggerSet("ship"), lemma)
}

func personal(kind string) bool {
	switch kind {
	case "x-life", "x-justice", "x-personnel", "RETREAT", "SANCTION", "x-movement", "x-business", "x-org", "x-media":
		return true
	}
	return false
}

func (f *finder) namedMention(m int) bool {
	mention := f.d.Mentions[m]
	return mention.Type == doc.Name || mention.Chain != doc.None && f.d.Chains[mention.Chain].Named
}

// sameDay reports whether two mentions are dated, and to one day.
func (f *finder) sameDay(e, o *candidate) bool {
	return e.Time != doc.None && o.Time != doc.None && f.meets(e.Time, o.Time) != graph.Impossible && f.dayLong(e.Time) && f.dayLong(o.Time)
}

// numberApart reports whether one of two mentions speaks of several events and
// the other of one: "around 100 attacks", "was attacked".
func (f *finder) numberApart(e, o *candidate) bool {
	if kin := family(e); kin != "violence" && kin != "disaster" {
		return false
	}
	if !real(e.Realis) && !real(o.Realis) && f.overlap(e, o) > 1 || f.verbLike(e) || f.verbLike(o) {
		return false
	}
	return f.several(e) != f.several(o) && !(f.several(e) && e.definite && f.figure[e.Token] == doc.None)
}

// verbLike reports whether e is a bare noun in -s in a headline, which may be a verb
// that the parser took for a noun: "Plane with 70 aboard crashes in Nepal".
func (f *finder) verbLike(e *candidate) bool {
	return f.headline(e.sent) && !e.verb && f.tree.Child(e.Token, "det", "nummod", "amod", "nmod:poss") == doc.None
}

// bodiesApart reports whether one of two mentions tells of the recovery of the
// dead and the other of a rescue of the living.
func (f *finder) bodiesApart(e, o *candidate) bool {
	return f.bodies(e) && f.living(o) || f.bodies(o) && f.living(e)
}

func (f *finder) bodies(e *candidate) bool {
	return e.verb && slices.ContainsFunc(e.sense.When, func(c lexicon.Condition) bool { return c.Name == "obj" && slices.Contains(c.Lemmas, "corpse") })
}

func (f *finder) living(e *candidate) bool {
	switch f.tree.Lemma(e.Token) {
	case "rescue", "save", "evacuate", "evacuation":
		return true
	}
	return false
}

func (f *finder) several(e *candidate) bool {
	x := f.tree.Token(e.Token).XPOS
	return !e.verb && (x == "NNS" || x == "NNPS") && e.Type != "CONSULT"
}

// indefinite reports whether e is a noun with "a": two of them are two events.
func (f *finder) indefinite(e *candidate) bool {
	if e.verb {
		return false
	}
	d := f.tree.Child(e.Token, "det")
	return d != doc.None && (f.tree.Lemma(d) == "a" || f.tree.Lemma(d) == "an")
}

// other reports whether the text says that e is none of those before: "another
// attack", "similar strikes".
func (f *finder) other(e *candidate) bool {
	if e.verb {
		return f.comesLater(e) || f.others(e)
	}
	if f.saysWhat(e.Token) {
		return false // "it was the second murder this year"
	}
	for _, k := range f.tree.Kids(e.Token) {
		switch f.tree.Lemma(k) {
		case "other", "another", "similar", "previous", "separate", "second", "new", "further", "past", "more", "next", "recent", "last":
			if f.tree.Is(k, "amod", "det") {
				return true
			}
		}
	}
	return false
}

// others reports whether verb e befell or was done by somebody or something that the
// text says is another: "another soldier was killed".
func (f *finder) others(e *candidate) bool {
	return slices.ContainsFunc(e.Args, func(a doc.Argument) bool {
		m := f.d.Mentions[a.Mention]
		d := f.tree.Child(m.Head, "det")
		return m.Type == doc.Nominal && d != doc.None && f.tree.Lemma(d) == "another"
	})
}

// saysWhat reports whether the noun i tells what "it" or "this" was.
func (f *finder) saysWhat(i int) bool {
	s := f.tree.Child(i, "nsubj")
	if s == doc.None || f.tree.Child(i, "cop") == doc.None {
		return false
	}
	switch f.tree.Lemma(s) {
	case "it", "this", "that":
		return true
	}
	return false
}

// comesLater reports whether the sentence opens by saying that e came after what was
// told before: "Later, the ship sank a trawler".
func (f *finder) comesLater(e *candidate) bool {
	first := f.d.Sentences[e.sent].First
	switch f.tree.Lemma(first) {
	case "later", "late", "afterwards", "afterward", "subsequently":
		h := f.tree.Token(first).Head
		return f.tree.Is(first, "advmod") && (h == e.Token || f.tree.Is(e.Token, "conj") && h == f.tree.Token(e.Token).Head)
	}
	return false
}

// sharedVictim reports whether effect e and the cluster of j have a victim in
// common.
func (f *finder) sharedVictim(e *candidate, j int) bool {
	for _, k := range f.told(j) {
		o := &f.events[k]
		for _, a := range e.Args {
			for _, b := range o.Args {
				if f.same(a.Mention, b.Mention) {
					return true
				}
			}
		}
	}
	return false
}
