package eventgold

import (
	"fmt"
	"slices"
	"strings"
)

// Slots are the slots of a template that are scored, in the order of [Score].
var Slots = []string{"type", "date", "location", "perpetrator", "organization", "dead", "injured", "abducted"}

// A Tally counts the fills of a slot as the scorer of MUC-4 did.
type Tally struct{ Correct, Partial, Wrong, Missing, Spurious int }

// PRF are precision, recall and their harmonic mean in percent; half a point for
// a partial fill.
func (t Tally) PRF() (p, r, f float64) {
	right := float64(t.Correct) + float64(t.Partial)/2
	given, wanted := t.Correct+t.Partial+t.Wrong+t.Spurious, t.Correct+t.Partial+t.Wrong+t.Missing
	p, r = 100*right/float64(max(1, given)), 100*right/float64(max(1, wanted))
	return p, r, 2 * p * r / max(p+r, 1e-9)
}

func (t Tally) String() string {
	p, r, f := t.PRF()
	return fmt.Sprintf("P %5.1f R %5.1f F %5.1f (%d correct, %d partial, %d wrong, %d missing, %d spurious)", p, r, f, t.Correct, t.Partial, t.Wrong, t.Missing, t.Spurious)
}

func (t *Tally) add(o Tally) {
	t.Correct, t.Partial, t.Wrong = t.Correct+o.Correct, t.Partial+o.Partial, t.Wrong+o.Wrong
	t.Missing, t.Spurious = t.Missing+o.Missing, t.Spurious+o.Spurious
}

func (t Tally) points() int { return 4*t.Correct + 2*t.Partial - t.Wrong }

// Score is a tally for each of Slots.
type Score [8]Tally

// Total is the tally over all slots ("all templates").
func (s Score) Total() Tally {
	var t Tally
	for _, slot := range s {
		t.add(slot)
	}
	return t
}

// Add adds the tallies of o.
func (s *Score) Add(o Score) {
	for i := range s {
		s[i].add(o[i])
	}
}

// Compare pairs the templates of a message with its keys, the best pair first,
// and scores all: what no key is paired with is spurious in each fill, a key that
// is not optional and has no template is missing in each.
func Compare(keys []Key, found []Template) Score {
	var out Score
	usedKey, usedFound := make([]bool, len(keys)), make([]bool, len(found))
	for {
		best, bestKey, bestFound := 0, -1, -1
		for i, k := range keys {
			for j, t := range found {
				if usedKey[i] || usedFound[j] {
					continue
				}
				if s := k.score(t); s[0].Wrong == 0 && s.Total().points() > best {
					best, bestKey, bestFound = s.Total().points(), i, j
				}
			}
		}
		if bestKey < 0 {
			break
		}
		usedKey[bestKey], usedFound[bestFound] = true, true
		out.Add(keys[bestKey].score(found[bestFound]))
	}
	for i, k := range keys {
		if !usedKey[i] && !k.Optional {
			out.Add(k.score(Template{}))
		}
	}
	for j, t := range found {
		if !usedFound[j] {
			out.Add(Key{}.score(t))
		}
	}
	return out
}

// score compares every slot.
func (k Key) score(t Template) Score {
	return Score{
		one(len(k.Types) > 0, t.Type != "", k.typeOf(t)), one(len(k.Dates) > 0, !t.Date.Last.IsZero(), k.date(t)),
		one(len(k.Locations) > 0, t.Location.Country != "" || len(t.Location.Names) > 0, k.location(t)),
		fills(k.Persons, t.Persons), fills(k.Bodies, t.Bodies),
		counts(k.Dead, t.Dead), counts(k.Injured, t.Injured), counts(k.Abducted, t.Abducted),
	}
}

// A grade is how well one fill answers.
type grade int

const (
	wrong grade = iota
	partial
	correct
)

// one tallies a slot with a single fill.
func one(wanted, given bool, g grade) Tally {
	switch {
	case !wanted && !given:
		return Tally{}
	case !given:
		return Tally{Missing: 1}
	case !wanted:
		return Tally{Spurious: 1}
	}
	return Tally{Correct: truth(g == correct), Partial: truth(g == partial), Wrong: truth(g == wrong)}
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (k Key) typeOf(t Template) grade {
	switch {
	case slices.Contains(k.Types, t.Type):
		return correct
	case t.Type == "ATTACK":
		return partial
	}
	return wrong
}

// date is right where it is one of the ranges, half right where it is within one
// or both end on one day.
func (k Key) date(t Template) grade {
	best := wrong
	for _, r := range k.Dates {
		switch {
		case r == t.Date:
			return correct
		case t.Date.First.IsZero():
			if r.Last.Equal(t.Date.Last) {
				best = partial
			}
		case !t.Date.Last.After(r.Last) && !t.Date.First.Before(r.First):
			best = partial
		}
	}
	return best
}

// location is right where country and the narrowest name are, half right where
// one of both is.
func (k Key) location(t Template) grade {
	best := wrong
	for _, l := range k.Locations {
		country := l.Country == t.Location.Country
		name := len(l.Names) == 0 && len(t.Location.Names) == 0
		some := false
		for i, n := range l.Names {
			if slices.Contains(t.Location.Names, n) {
				name, some = name || i == len(l.Names)-1, true
			}
		}
		switch {
		case country && name:
			return correct
		case country || name || some:
			best = partial
		}
	}
	return best
}

// fills pairs strings with forms. Those that share their head, or of which one
// holds the other, are right; those that share a word of their own half right.
func fills(wanted []Fill, given []string) Tally {
	var out Tally
	used := make([]bool, len(given))
	for _, least := range []grade{correct, partial} {
		for i, w := range wanted {
			if w.Forms == nil {
				continue
			}
			for j, g := range given {
				if !used[j] && w.grade(g) >= least {
					used[j] = true
					out.Correct, out.Partial = out.Correct+truth(least == correct), out.Partial+truth(least == partial)
					wanted = slices.Clone(wanted)
					wanted[i].Forms = nil
					break
				}
			}
		}
	}
	left, extra := 0, 0
	for _, w := range wanted {
		left += truth(w.Forms != nil && !w.Optional)
	}
	for _, u := range used {
		extra += truth(!u)
	}
	out.Wrong = min(left, extra)
	out.Missing, out.Spurious = left-out.Wrong, extra-out.Wrong
	return out
}

func (f Fill) grade(given string) grade {
	best := wrong
	g := plainWords(given)
	for _, form := range f.Forms {
		w := plainWords(form)
		switch {
		case len(w) == 0 || len(g) == 0:
		case w[len(w)-1] == g[len(g)-1], subset(w, g), subset(g, w):
			return correct
		case slices.ContainsFunc(w, func(s string) bool { return slices.Contains(g, s) }):
			best = partial
		}
	}
	return best
}

// plainWords are the words of a string that tell something, in small letters.
func plainWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') }) {
		switch w {
		case "the", "a", "an", "of", "some", "several", "other", "group", "s":
		default:
			out = append(out, strings.TrimSuffix(w, "s"))
		}
	}
	return out
}

func subset(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// counts is right where the numbers agree, or both are but a plural; half right
// where a number answers a plural, or the other way around.
func counts(wanted, given *Count) Tally {
	switch {
	case wanted == nil:
		return one(false, given != nil, wrong)
	case given == nil && wanted.Optional:
		return Tally{}
	case given == nil:
		return one(true, false, wrong)
	}
	g := wrong
	switch {
	case wanted.Plural == given.Plural && wanted.Low <= given.High && given.Low <= wanted.High:
		g = correct
	case wanted.Plural && given.High > wanted.Low, given.Plural && wanted.High > given.Low:
		g = partial
	}
	return one(true, true, g)
}
