// Package event finds events: triggers from the trigger tables of package
// lexicon, their participants, place, time and reality status from the tree
// (argument rules after PETRARCH 2, reality after FactBank), and which mentions
// tell of one event. Needs trees, mentions with chains, time expressions and
// quantities; adds Document.Events, and fills Event of time expressions and
// quantities. Relative times that count from an event are resolved here, once
// that event has a date, and times of day without a zone take that of the place.
// Saying something is no event: see package claim.
package event

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/dep"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Run finds the events of d.
func Run(d *doc.Document) {
	f := newFinder(d)
	for s := range d.Sentences {
		f.sentence(s)
	}
	f.clusters()
	f.alongsideDates()
	f.reckonings()
	f.tellings(func(e *candidate, day int) { e.told = day })
	f.coreference()
	f.effects()
	f.keep()
	f.figures()
	f.anchored()
	f.story()
	f.scenes()
	f.sides()
	f.settle()
	for i := range f.events {
		d.Events = append(d.Events, f.events[i].Event)
	}
}

// A candidate is an event on the way, with what later steps decide by.
type candidate struct {
	doc.Event
	sense    lexicon.Trigger
	kin      string // see family; empty until asked for
	sent     int
	verb     bool
	definite bool // "the attack", "its attack"
	weak     bool // kept only when it repeats another event
	needsArg bool // kept only with a participant, place, time or figure
	dropped  bool
	light    int // the verb that carries the noun: "carried out an attack"
	told     int // the day that it would be carried, see tellings
}

type finder struct {
	d       *doc.Document
	tree    *dep.Tree
	mention []int // token → the mention it heads, else one it stands in
	timex   []int // token → timex
	at      []int // token → candidate
	figure  []int // token → quantity that counts it
	context map[string]bool
	events  []candidate
	cluster [][]int // first mention of an event → its mentions, nil for others

	reckoned []reckoning
	open     bool // dates without a reading count too, see openTimes

	wholeDays map[int]int // Timex → the one for its whole day
}

func newFinder(d *doc.Document) *finder {
	f := &finder{d: d, tree: dep.New(d), context: map[string]bool{}, wholeDays: map[int]int{}}
	f.mention, f.timex = dep.Mentions(d), dep.Timexes(d)
	f.persons()
	f.at, f.figure = dep.None(len(d.Tokens)), dep.None(len(d.Tokens))
	for i := range d.Quantities {
		d.Quantities[i].Event = doc.None
		if n := d.Quantities[i].Noun; n >= 0 {
			f.figure[n] = i
		}
	}
	for i := range d.Timexes {
		d.Timexes[i].Event = doc.None
	}
	f.subjects()
	return f
}

// persons lets a word for somebody by his people stand for him rather than for
// them: "Briton dies".
func (f *finder) persons() {
	for i, m := range f.d.Mentions {
		if m.Class != doc.PER || m.Type == doc.Pronoun || m.Head < 0 {
			continue
		}
		if at := f.mention[m.Head]; at != doc.None && at != i && f.d.Mentions[at].Head == m.Head && f.d.Mentions[at].Class == doc.NORP {
			f.mention[m.Head] = i
		}
	}
}

// subjects notes which subjects the article has: a few of their words.
func (f *finder) subjects() {
	const few = 2
	words := map[string]bool{}
	for i := range f.d.Tokens {
		words[f.tree.Lemma(i)] = true
	}
	for _, name := range []string{"military", "conflict", "legal", "cyber", "business", "labor", "election", "health", "sport"} {
		n := 0
		for _, w := range lexicon.TriggerSet("ctx_" + name) {
			if words[w] {
				n++
			}
		}
		f.context[name] = n >= few
	}
}

// sentence finds the triggers of a sentence and what hangs on them. Nouns come
// first, since a light verb stands back behind its noun.
func (f *finder) sentence(s int) {
	sent := f.d.Sentences[s]
	if !f.prose(s) {
		return
	}
	first := len(f.events)
	for i := sent.First; i < sent.Last; i++ {
		f.noun(i)
	}
	for i := sent.First; i < sent.Last; i++ {
		f.verb(i)
		f.adjective(i)
	}
	slices.SortStableFunc(f.events[first:], func(a, b candidate) int { return a.Token - b.Token })
	for i := first; i < len(f.events); i++ {
		f.at[f.events[i].Token] = i
		f.events[i].Same, f.events[i].told = i, doc.None
	}
	for i := first; i < len(f.events); i++ {
		f.arguments(i)
		f.place(i)
		f.time(i)
		f.realis(i)
	}
	f.whens(s)
}

func (f *finder) prose(s int) bool {
	b := f.d.Sentences[s].Block
	return b < 0 || b >= len(f.d.Blocks) || f.d.Blocks[b].Role.Prose()
}

func (f *finder) headline(s int) bool {
	b := f.d.Sentences[s].Block
	return b >= 0 && b < len(f.d.Blocks) && f.d.Blocks[b].Role == doc.Headline
}

// keep drops what only a participant or an earlier event would have justified.
func (f *finder) keep() {
	strong := map[int]bool{} // events that some mention of stands on its own
	mentions := map[int]int{}
	for _, e := range f.events {
		mentions[e.Same]++
		strong[e.Same] = strong[e.Same] || !e.weak
	}
	for i := range f.events {
		e := &f.events[i]
		bare := len(e.Args) == 0 && e.Place == doc.None && (e.Time == doc.None || e.needsArg && (f.borrows(e) || e.Realis == graph.Ongoing))
		switch {
		case f.foils(i), !strong[e.Same], mentions[e.Same] == 1 && f.imagined(e), f.sumsUpAll(e.Same):
			e.dropped = true
		case mentions[e.Same] == 1:
			e.dropped = e.needsArg && bare || e.Generic && (bare || e.Time == doc.None && !f.ascribed(e)) || e.effect() && e.Negated
		}
	}
	f.compact()
}

// ascribed reports whether the words of the noun e say who of those with a name
// takes part, or the verb that carries it says whom it is to befall: "American
// airstrikes", "plotted attacks against France".
func (f *finder) ascribed(e *candidate) bool {
	return !e.verb && slices.ContainsFunc(e.Args, func(a doc.Argument) bool {
		return f.namedMention(a.Mention) && (a.Role == e.sense.Patient || f.tree.Under(f.d.Mentions[a.Mention].Head, e.Token))
	})
}

// borrows reports whether a noun without article has only the date of the clause
// that it stands in: "refused requests for payment last year".
func (f *finder) borrows(e *candidate) bool {
	return !e.verb && e.light == doc.None && f.bare(e.Token) && !f.tree.Under(f.d.Timexes[e.Time].First, e.Token)
}

// imagined reports whether e is only a kind of thing that might be: "to avoid
// gatherings, including concerts".
func (f *finder) imagined(e *candidate) bool {
	return e.Realis == graph.Hypothetical && f.several(e) && len(e.Args) == 0 && e.Place == doc.None && f.figure[e.Token] == doc.None && f.tree.Child(e.Token, "det", "nmod:poss") == doc.None
}

// foils reports whether i is only the foiling of another event: that event,
// foiled, says it all.
func (f *finder) foils(i int) bool {
	e := &f.events[i]
	if !e.verb || !foiling[f.tree.Lemma(e.Token)] {
		return false
	}
	first, end := f.inSent(e.sent)
	return slices.ContainsFunc(f.events[first:end], func(o candidate) bool {
		return o.Realis == graph.Foiled && f.tree.Under(o.Token, e.Token) && o.Token != e.Token
	})
}

// clusters lists the mentions of each event.
func (f *finder) clusters() {
	f.cluster = make([][]int, len(f.events))
	for i := range f.events {
		f.cluster[f.events[i].Same] = append(f.cluster[f.events[i].Same], i)
	}
}

// inSent is the range of the events of a sentence; events are in the order of
// the text.
func (f *finder) inSent(s int) (first, end int) {
	by := func(c candidate, s int) int { return c.sent - s }
	first, _ = slices.BinarySearchFunc(f.events, s, by)
	end, _ = slices.BinarySearchFunc(f.events, s+1, by)
	return first, end
}

// compact takes out the dropped events and renumbers what points at the rest.
func (f *finder) compact() {
	number := dep.None(len(f.events))
	kept := f.events[:0]
	for i, e := range f.events {
		if !e.dropped {
			number[i] = len(kept)
			kept = append(kept, e)
		}
	}
	f.events = kept
	for i := range f.events {
		f.events[i].Same = number[f.events[i].Same]
		if f.events[i].Same == doc.None {
			f.events[i].Same = i
		}
	}
	for t, i := range f.at {
		if i != doc.None {
			f.at[t] = number[i]
		}
	}
	for i := range f.d.Timexes { // a time that counts from an event
		if e := &f.d.Timexes[i].Event; *e != doc.None {
			*e = number[*e]
		}
	}
	f.clusters()
}

// settle gives the first mention of each event the best time, place and
// reality that any of its mentions has: the record is made from the first.
func (f *finder) settle() {
	for i := range f.events {
		e := &f.events[i]
		if e.Same == i {
			continue
		}
		first := &f.events[e.Same]
		if f.betterTime(e.Time, first.Time) {
			first.Time, first.TimeRule = e.Time, e.TimeRule
		}
		if first.Place == doc.None || f.placed(e.Place) && !f.placed(first.Place) {
			first.Place, first.PlaceRule = e.Place, e.PlaceRule
		}
		if real(e.Realis) && !real(first.Realis) && !f.headline(e.sent) && first.Realis != graph.Denied {
			first.Realis, first.Negated = e.Realis, e.Negated
		}
	}
	f.openTimes()
	written := f.zones()
	for i := range f.events {
		f.events[i].Alleged = doc.None
		f.dated(&f.events[i], written)
	}
}

func real(r graph.Realis) bool {
	return r == graph.Occurred || r == graph.Ongoing || r == graph.Historical
}

func lower(s string) string { return strings.ToLower(s) }
