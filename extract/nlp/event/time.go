package event

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// time fills when candidate c happened: a time expression that hangs on the
// trigger, on the verb that carries it, or on a verb above it in the same
// clause. A time that hangs on a verb of saying is when it was said.
func (f *finder) time(c int) {
	e := &f.events[c]
	e.Time = doc.None
	if f.goesIntoItsNth(e) {
		return
	}
	if x := f.sinceWhen(e); x != doc.None {
		e.at(x, "event/time-attached")
		return
	}
	tokens, own := f.clauseAbove(e)
	for n, t := range tokens {
		if x := f.timed(t, e.Token); x != doc.None && (n < own || !f.dayLong(x)) {
			e.at(x, "event/time-attached")
			return
		}
	}
	if x := f.below(e.Token, tokens[own-1]); x != doc.None {
		e.at(x, "event/time-clause")
		return
	}
	if x := f.relativeDate(e); x != doc.None {
		e.at(x, "event/time-clause")
		return
	}
	if x := f.stray(e); x != doc.None {
		e.at(x, "event/time-nearest")
		return
	}
	e.at(f.front(e), "event/time-front")
}

// at dates e by time expression x, as rule says.
func (e *candidate) at(x int, rule string) {
	if e.Time, e.TimeRule = x, rule; x == doc.None {
		e.TimeRule = ""
	}
}

// clauseAbove are the words whose dates may be those of e, nearest first, up to
// the end of its clause. Those after the first own stand outside a phrase that
// sets e apart from the verb, "charged yesterday over the attack": what they say
// of the month may hold of e, what they say of the day does not.
func (f *finder) clauseAbove(e *candidate) (tokens []int, own int) {
	tokens = []int{e.Token}
	if e.light != doc.None {
		tokens = append(tokens, e.light)
	}
	own = len(tokens)
	aside := false
	f.tree.Climb(e.Token, func(a, from int) bool {
		aside = aside || f.aside(from) || f.afterwards(from) || f.tree.Is(from, "advcl") && f.infinitive(from) && from != e.Token && !f.result(e.Token)
		switch {
		case f.tree.Is(from, "ccomp", "parataxis", "acl:relcl", "csubj") || f.says(a):
			return false
		case f.tree.Is(from, "acl") && f.at[a] == doc.None:
			return false
		case f.tree.Is(from, "advcl") && f.ordering(from) && !f.afterwards(from) || f.tree.Is(from, "conj") && f.tree.Child(from, "nsubj") != doc.None:
			return false
		case f.timex[a] != doc.None && f.timex[from] == doc.None:
			return true // "warned last week of an attack", hung on the week
		}
		tokens = append(tokens, a)
		if !aside || f.tree.Token(a).UPOS != "VERB" && own == len(tokens)-1 {
			own = len(tokens)
		}
		return true
	})
	return tokens, own
}

// afterwards reports whether what the clause of v hangs on came right after it:
// "took power in April after his predecessor was captured".
func (f *finder) afterwards(v int) bool {
	m := f.tree.Child(v, "mark")
	return f.tree.Is(v, "advcl") && m != doc.None && f.tree.Lemma(m) == "after"
}

// aside reports whether the phrase of i names something that need not be of
// the time of what it hangs on: "after the vote", "in response to", "for taking".
func (f *finder) aside(i int) bool {
	if f.judged(i) {
		return true
	}
	if !f.tree.Is(i, "obl", "nmod") || f.tree.Is(i, "nmod:poss", "obl:agent") {
		return false
	}
	c := f.tree.Case(i)
	return c != "" && !together[c] || setting[f.tree.Lemma(i)]
}

// judged reports whether verb i tells what somebody did to be judged for it:
// "jailed on Friday for taking bribes". The preposition counts where it stands,
// since trees hang it on either side.
func (f *finder) judged(i int) bool {
	if !f.tree.Is(i, "advcl", "acl") || f.tree.Token(i).XPOS != "VBG" || i == 0 {
		return false
	}
	before := i - 1
	if before > 0 && f.tree.Token(before).UPOS == "ADV" {
		before--
	}
	return reason[f.word(before)] && f.tree.Token(before).Sent == f.tree.Token(i).Sent
}

var reason = words("for of over from with about")

// together are the prepositions of a phrase that is of one time with what it
// hangs on, and setting the nouns after them that say otherwise.
var (
	together = words("in at during on by amid with of from through despite as into across to within inside outside near around upon throughout under")
	setting  = words("connection response retaliation revenge reaction wake aftermath preparation anticipation memory relation")
)

// timed is the date that hangs on token t: one by itself rather than one within
// a phrase, "yesterday, at this year's fair", and the nearest of several. Where t
// is coordinated the dates of the others are not its own.
func (f *finder) timed(t, trigger int) int {
	best, direct := doc.None, false
	for _, k := range f.tree.Kids(t) {
		x := f.dateIn(k)
		if x == doc.None || f.ofAnother(k, t, trigger) || f.misplaced(t, x) || f.ofSaying(x, t, trigger) {
			continue
		}
		alone := f.timex[k] == x && f.fronted(k, t) == (trigger < k && f.tree.Is(trigger, "advcl"))
		if best == doc.None || alone && !direct || alone == direct && distance(k, trigger) < distance(f.d.Timexes[best].First, trigger) {
			best, direct = x, alone
		}
	}
	if x := f.timex[t]; x != doc.None && best == doc.None && f.dates(x) && t == trigger {
		return x
	}
	return best
}

// fronted reports whether k stands in the phrase with a participle that opens the
// clause of t, though the tree hangs it on t: "Born in Leeds in 1925, she moved".
func (f *finder) fronted(k, t int) bool {
	p, s := f.tree.Child(t, "advcl"), f.tree.Child(t, "nsubj", "nsubj:pass")
	if p == doc.None || s == doc.None || k > s || p > k {
		return false
	}
	x := f.tree.Token(p).XPOS
	return (x == "VBN" || x == "VBG") && f.tree.Child(p, "nsubj") == doc.None
}

// misplaced reports whether the tense of verb t rules out date x, and another
// event of the sentence stands nearer to x: "has been charged after a shooting
// on Friday".
func (f *finder) misplaced(t, x int) bool {
	return f.clash(t, x) && (f.d.Timexes[x].Value == "PRESENT_REF" || f.nearest(x) != t)
}

// nearest is the trigger in its sentence that stands before date x and nearest
// to it, else the first after it.
func (f *finder) nearest(x int) int {
	at, best := f.d.Timexes[x].First, doc.None
	for j, end := f.inSent(f.tree.Token(at).Sent); j < end; j++ {
		if o := f.events[j].Token; o < at || best == doc.None {
			best = o
		}
	}
	return best
}

// stray is a date that hangs on a verb whose tense rules it out, and so is that
// of the event before it.
func (f *finder) stray(e *candidate) int {
	sent := f.d.Sentences[e.sent]
	for i := sent.First; i < sent.Last; i++ {
		x, h := f.timex[i], f.tree.Token(i).Head
		if x == doc.None || h < 0 || f.timex[h] == x || !f.dates(x) || f.ofSaying(x, e.Token, e.Token) || !f.gone(f.d.Timexes[x].Interval) {
			continue
		}
		if f.nearest(x) == e.Token && f.clash(h, x) {
			return x
		}
	}
	return doc.None
}

// ofAnother reports whether an event between date and trigger has the better
// claim on the date.
func (f *finder) ofAnother(k, t, trigger int) bool {
	if t == trigger {
		return false
	}
	other := f.at[t]
	if other == doc.None || !f.events[other].verb || f.events[other].Token == trigger {
		return false
	}
	if f.tree.Is(trigger, "obl") && f.tree.Token(trigger).Head == t {
		return !within[f.tree.Case(trigger)]
	}
	return !(f.tree.Is(trigger, "obj", "nsubj", "nsubj:pass", "conj", "xcomp", "advcl") && f.tree.Token(trigger).Head == t)
}

// within are the prepositions before an event that the verb's event happened
// in, and so at the same time.
var within = words("in at during on by amid")

func distance(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}

// dateIn is the date at token k or in the phrase that k heads.
func (f *finder) dateIn(k int) int {
	if x := f.timex[k]; x != doc.None && f.dates(x) {
		return x
	}
	if !f.tree.Is(k, "obl", "nmod", "advmod", "nummod", "compound", "amod", "nmod:poss") {
		return doc.None
	}
	for _, inner := range f.tree.Kids(k) {
		if x := f.timex[inner]; x != doc.None && f.dates(x) && f.tree.Is(inner, "nmod", "obl", "compound", "nummod", "amod", "case", "advmod", "nmod:poss") && f.at[k] == doc.None && f.tree.Token(k).UPOS != "VERB" {
			return x
		}
	}
	return doc.None
}

// dates reports whether a time expression is a date, with a reading, rather
// than a length or a repetition.
func (f *finder) dates(x int) bool {
	t := f.d.Timexes[x]
	stretch := t.Timex == "DURATION" && strings.HasPrefix(t.Rule, "period/") // "the past few days"
	return (t.Timex == "DATE" || t.Timex == "TIME" || stretch) && (t.EDTF != "") != f.open && !f.partOfName(t)
}

// partOfName reports whether a date only names a kind of thing: "a Christmas
// party", "the May elections" is not one.
func (f *finder) partOfName(t doc.Timex) bool {
	head := t.Last - 1
	return f.tree.Is(head, "compound") && strings.Contains(t.Rule, "holiday")
}

// below is the only date among the tokens under the trigger, and else the only
// one in its clause: parsers hang dates on the wrong word of the right clause.
func (f *finder) below(trigger, top int) int {
	for _, root := range []int{trigger, top} {
		if c := f.at[root]; root != trigger && c != doc.None && telling[f.events[c].Type] {
			break // "warned last week of an attack"
		}
		found := doc.None
		several := false
		f.tree.Walk(root, func(i int) {
			x := f.timex[i]
			if x == doc.None || !f.dates(x) || x == found || f.ofSaying(x, root, trigger) {
				return
			}
			if f.apart(i, root) {
				return
			}
			several = several || found != doc.None
			found = x
		})
		if found != doc.None && !several && !(f.misplaced(root, found) && (f.nearest(found) != trigger || f.d.Timexes[found].Value == "PRESENT_REF")) {
			return found
		}
	}
	return doc.None
}

// telling are the types of event whose date is that of what is said, not of what it
// is said about.
var telling = words("x-media ACCUSE REQUEST THREATEN")

// openTimes gives events without a date the words for one that nothing resolves,
// such as "on Friday" in an article without a date: they are kept as they stand.
func (f *finder) openTimes() {
	f.open = true
	for i := range f.events {
		e := &f.events[i]
		if first := &f.events[e.Same]; first.Time == doc.None {
			if f.time(i); e.Time != doc.None {
				first.Time, first.TimeRule = e.Time, e.TimeRule
			}
		}
	}
	for _, r := range f.reckoned {
		if r.done || r.host == doc.None || f.at[r.host] == doc.None {
			continue
		}
		if first := &f.events[f.events[f.at[r.host]].Same]; first.Time == doc.None {
			first.at(r.timex, "event/time-anchor")
		}
	}
	f.open = false
}

// apart reports whether i stands in a clause of its own below root, or at
// another event.
func (f *finder) apart(i, root int) bool {
	apart := false
	f.tree.Climb(i, func(a, from int) bool {
		if from == root {
			return false
		}
		apart = f.ownClause(from) || a != root && (f.at[a] != doc.None || f.says(a))
		return a != root && !apart
	})
	return apart
}

// ownClause reports whether i heads a clause whose dates are not those of what
// it hangs on.
func (f *finder) ownClause(i int) bool {
	switch {
	case f.tree.Is(i, "ccomp", "acl", "parataxis"):
		return f.tree.Token(i).UPOS == "VERB"
	case f.tree.Is(i, "advcl"):
		return f.ordering(i) || f.infinitive(i)
	}
	return false
}

// betterTime reports whether time x tells more than y.
func (f *finder) betterTime(x, y int) bool {
	if x == doc.None {
		return false
	}
	if y == doc.None {
		return true
	}
	a, b := f.d.Timexes[x].Interval, f.d.Timexes[y].Interval
	switch more := finer(a.Precision) - finer(b.Precision); {
	case more > 0:
		return a.Meets(b) != graph.Impossible
	case more == 0:
		return a.Known() && b.Known() && !a.Earliest.Before(b.Earliest) && !a.Latest.After(b.Latest) && a.Latest.Sub(a.Earliest) < b.Latest.Sub(b.Earliest)
	}
	return false
}

func finer(p graph.Precision) int {
	order := []graph.Precision{graph.PrecisionUnknown, graph.PrecisionRange, graph.PrecisionDecade, graph.PrecisionYear, graph.PrecisionMonth, graph.PrecisionWeek, graph.PrecisionDay, graph.PrecisionPart, graph.PrecisionHour, graph.PrecisionMinute}
	for i, o := range order {
		if o == p {
			return i
		}
	}
	return 0
}

// dated marks events that the date puts after the article as planned and those
// that it puts long before it as historical. To the day of an article times of day
// compare as they are written, to its minute as they are by their zones.
func (f *finder) dated(e *candidate, written map[int]graph.Interval) {
	const long = 2 // years
	if e.Time == doc.None || f.d.Created == nil || !f.d.Created.Known() {
		return
	}
	at := f.d.Timexes[e.Time].Interval
	if i, moved := written[e.Time]; moved && !timed(f.d.Created.EDTF) {
		at = i
	}
	switch {
	case e.Realis == graph.Occurred && !at.Earliest.IsZero() && at.Before(*f.d.Created) == graph.Impossible && !at.Earliest.Before(f.d.Created.Latest) && !f.d.Created.Latest.IsZero():
		e.Realis = graph.Planned
	case e.Realis == graph.Occurred && !at.Latest.IsZero() && !f.d.Created.Earliest.IsZero() && at.Latest.AddDate(long, 0, 0).Before(f.d.Created.Earliest):
		e.Realis = graph.Historical
	}
}

// dayLong reports whether x says the day or more.
func (f *finder) dayLong(x int) bool {
	p := finer(f.d.Timexes[x].Precision)
	return p >= finer(graph.PrecisionDay)
}
