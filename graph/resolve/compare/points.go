package compare

import (
	"time"

	"github.com/claimline/claimline/graph"
)

// Points that speak for two events being one; it takes enough of them.
const (
	enoughForOne = 2.0
	aDay         = 24 * time.Hour
	newsOf       = 3 * aDay  // from the event to an article that does not date it
	longAfter    = 21 * aDay // the same, at most
)

// points counts what speaks for two events of different articles being one;
// none where something keeps them apart.
func (s *Set) points(a, b *sketch) float64 {
	sort, ok := sameSort(a, b)
	when, alsoOK := sameDays(a, b)
	where, here := s.places.meet(a.places, b.places)
	if !ok || !alsoOK || !here || len(a.people) > 0 && len(b.people) > 0 && !shares(a.people, b.people) {
		return 0
	}
	only := 0.0
	if a.alone && b.alone {
		only = 0.5
	}
	if a.harm && b.harm && len(a.named) > 0 && len(b.named) > 0 && !shares(a.named, b.named) {
		return 0
	}
	return sort + when + where + only + s.sameCast(a, b) + sameWords(a, b)
}

// sameWords counts what else is said of both.
func sameWords(a, b *sketch) float64 {
	n := 0
	for w, ok := range a.words {
		n += one(ok && b.words[w] && !(a.stems[w] && b.stems[w]))
	}
	return min(0.75, 0.25*float64(n))
}

// sameSort compares what kind of event two are.
func sameSort(a, b *sketch) (float64, bool) {
	word := shares(a.stems, b.stems)
	switch {
	case shares(a.types, b.types):
	case a.harm && b.harm && (a.outcome || b.outcome || shares(a.stems, general) || shares(b.stems, general)):
	case !word:
		return 0, false
	}
	modes := shares(a.modes, b.modes)
	switch {
	case len(a.modes) > 0 && len(b.modes) > 0 && !modes && !word && !a.outcome && !b.outcome:
		return 0, false // a strike and a march
	case word, modes:
		return 0.5, true
	}
	return 0, true
}

// sameDays compares when two happened, or were told.
func sameDays(a, b *sketch) (float64, bool) {
	x, y := a.when, b.when
	switch {
	case a.modes["disease"] && b.modes["disease"] && x.Known() && y.Known() && gapOf(x, y) <= 2*longAfter:
		return 0.25, true // an epidemic is told by the day, and lasts
	case x.Known() && y.Known():
		if x.Meets(*y) == graph.Impossible && !ongoing(x, y) {
			return 0, false
		}
		if short(x) && short(y) {
			return 1, true
		}
		return 0.5, true
	case y.Known():
		return toldAfter(y, a.told)
	case x.Known():
		return toldAfter(x, b.told)
	}
	best := 0.0
	for _, t := range a.told {
		for _, u := range b.told {
			if !t.Known() || !u.Known() {
				continue
			}
			switch gap := gapOf(t, u); {
			case gap <= newsOf:
				best = 0.5
			case gap <= longAfter:
				best = max(best, 0.25)
			}
		}
	}
	return best, true
}

// gapOf is the time between two intervals, negative where they meet.
func gapOf(x, y *graph.Interval) time.Duration {
	return max(x.Earliest.Sub(y.Latest), y.Earliest.Sub(x.Latest))
}

func short(i *graph.Interval) bool {
	return !i.Earliest.IsZero() && !i.Latest.IsZero() && i.Latest.Sub(i.Earliest) <= 3*aDay
}

// toldAfter compares the time of an event with the dates of articles that tell
// of another without dating it.
func toldAfter(when *graph.Interval, told []*graph.Interval) (float64, bool) {
	best, any := 0.0, false
	for _, t := range told {
		switch {
		case !t.Known() || when.Latest.IsZero() || t.Earliest.IsZero():
			any = true
		case t.Latest.Before(when.Earliest) || t.Earliest.Sub(when.Latest) > longAfter:
		case t.Earliest.Sub(when.Latest) <= newsOf && short(when):
			best, any = 0.5, true
		default:
			any = true
		}
	}
	return best, any
}

// sameCast counts who takes part in both, and the names that their articles
// share.
func (s *Set) sameCast(a, b *sketch) float64 {
	out := 0.0
	for actor := range a.actors {
		if b.actors[actor] != nil && !s.names[actor].bare && s.names[actor].kind != graph.State {
			out = 1
		}
	}
	best, land := 0, false
	for _, x := range sortedKeys(a.articles) {
		for _, y := range sortedKeys(b.articles) {
			best = max(best, s.commonNames(x, y))
			land = land || shares(s.lands[x], s.lands[y])
		}
	}
	switch {
	case best >= 4:
		out++
	case best >= 2 || best == 1 && land:
		out += 0.5
	case land:
		out += 0.25
	}
	return out
}
