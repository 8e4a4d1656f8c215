package compare

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// harms are the types of event of which one can be told as what came of
// another.
var harms = set("ASSAULT x-disaster x-life")

// outcomes are words for what comes of an attack or a disaster.
var outcomes = stems(`kill killed die died dead death deaths injure injured wound wounded hurt harm harmed toll casualty casualties victims
	perish perished fatalities lives infect infected infections case cases suspected confirmed
	claimed`)

// sameAgain finds events that only tell more of one that their article has told:
// what came of it, and that it is denied. Unlike what a general word takes up,
// they are surely of that one. Out comes the event for each.
func (r *reader) sameAgain() map[string]string {
	again := map[string]string{}
	g, at := r.geography(), map[string]map[string]bool{}
	for _, l := range r.g.Relationships {
		if l.Type == graph.At {
			if at[l.From] == nil {
				at[l.From] = map[string]bool{}
			}
			at[l.From][r.same(l.Article, l.To)] = true
		}
	}
	byArticle := map[string][]*graph.Event{}
	for i := range r.g.Events {
		e := &r.g.Events[i]
		byArticle[e.Article] = append(byArticle[e.Article], e)
	}
	for _, list := range byArticle {
		for _, e := range list {
			var of []*graph.Event
			for _, o := range list {
				if o != e && (cameOf(e, o) || denies(e, o) || repeats(g, e, o, at)) && !tellsApart(g, e, o, at) {
					of = append(of, o)
				}
			}
			if o := closest(e, of); o != nil {
				again[e.ID] = o.ID
			}
		}
	}
	return again
}

// closest is the only event of a list, or the one whose label has most words in
// common with that of e; nil where none is.
func closest(e *graph.Event, list []*graph.Event) *graph.Event {
	if len(list) == 1 {
		return list[0]
	}
	words := labelWords(e)
	var best *graph.Event
	most, tie := 0, false
	for _, o := range list {
		n := 0
		for w := range labelWords(o) {
			n += one(words[w])
		}
		tie = n == most || tie && n < most
		if n > most {
			best, most = o, n
		}
	}
	if tie {
		return nil
	}
	return best
}

// labelWords are the words of an event's label, but for its place and for what
// came of it.
func labelWords(e *graph.Event) map[string]bool {
	label, _, _ := strings.Cut(e.Label, "(")
	out := map[string]bool{}
	for _, t := range tokens(label) {
		if w := stem(t.word); weight(t.word) == 1 && !outcomes[w] {
			out[w] = true
		}
	}
	return out
}

// cameOf reports that e can be what came of o.
func cameOf(e, o *graph.Event) bool {
	return harms[e.Type] && harms[o.Type] && realised(*e) && realised(*o) && onlyOutcome(e) && !onlyOutcome(o)
}

// onlyOutcome reports an event that is told by nothing but who died or was
// hurt.
func onlyOutcome(e *graph.Event) bool {
	any := false
	for _, ev := range e.Evidence {
		if ev.Role != graph.RoleTrigger {
			continue
		}
		for _, t := range tokens(ev.Quote) {
			if !outcomes[stem(t.word)] && weight(t.word) > 0 {
				return false
			}
			any = true
		}
	}
	return any
}

// denies reports that e is o again, as what is said not to be: by the same
// word, and of nothing else.
func denies(e, o *graph.Event) bool {
	if e.Realis != graph.Denied && !e.Negated || o.Realis == graph.Denied || o.Negated || o.Generic || e.Type != o.Type {
		return false
	}
	words := map[string]bool{}
	for _, t := range tokens(o.Label) {
		words[stem(t.word)] = true
	}
	told := false
	for _, ev := range e.Evidence {
		told = told || ev.Role == graph.RoleTrigger && slices.ContainsFunc(tokens(ev.Quote), func(t token) bool { return words[stem(t.word)] })
	}
	return told && !slices.ContainsFunc(tokens(e.Label), func(t token) bool { return weight(t.word) == 1 && !words[stem(t.word)] })
}

// repeats reports that e and o, by general words, tell of one kind of event at
// one spot, o first.
func repeats(g *geography, e, o *graph.Event, at map[string]map[string]bool) bool {
	if e.Type != o.Type || !realised(*e) || !realised(*o) || firstOf(e) <= firstOf(o) || !generally(e) || !generally(o) {
		return false
	}
	n, _ := g.meet(at[e.ID], at[o.ID])
	return n == 1
}

func firstOf(e *graph.Event) int {
	if len(e.Evidence) == 0 {
		return 0
	}
	return e.Evidence[0].Start
}

// generally reports an event that a general word tells of.
func generally(e *graph.Event) bool {
	return slices.ContainsFunc(e.Evidence, func(ev graph.Evidence) bool {
		return ev.Role == graph.RoleTrigger && slices.ContainsFunc(tokens(ev.Quote), func(t token) bool { return general[stem(t.word)] })
	})
}

// tellsApart reports that two events of one article have a time or a place of
// their own.
func tellsApart(g *geography, e, o *graph.Event, at map[string]map[string]bool) bool {
	if e.Time.Known() && o.Time.Known() && e.Time.Meets(*o.Time) == graph.Impossible && !ongoing(e.Time, o.Time) {
		return true
	}
	if len(at[o.ID]) == 0 {
		// A toll of a whole country may be of more than the event.
		return slices.ContainsFunc(g.narrowest(at[e.ID]), func(p string) bool { return g.places[p].Kind == graph.Country })
	}
	_, ok := g.meet(at[e.ID], at[o.ID])
	return !ok
}
