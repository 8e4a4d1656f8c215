package compare

import (
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/graph"
)

// everyone are populations that narrow nothing: "133 people" are 133.
var everyone = set(`people person persons victim victims life lives man men individual individuals human humans others other civilian
	inhabitant inhabitants resident residents body bodies`)

// taking are nouns for those who take part in what others count by people; and
// narrow are those that count only some of them.
var (
	taking = set("member members worker workers employee employees staff striker strikers")
	narrow = stems("child children woman women man men girl boy student pupil foreigner parent pensioner police officer soldier guest")
)

// eras are nouns for what lasts for months and more, so that a count of it is of
// more than one happening.
var eras = set("war wars conflict uprising insurgency rebellion occupation decade decades years century centuries history unrest troubles")

// ofEra reports a count of all that happened in a war or over years.
func (a *account) ofEra() bool {
	list := tokens(a.content.Of(a.article.Text))
	for i, t := range list {
		if !eras[t.word] {
			continue
		}
		for _, o := range list[max(0, i-4):i] {
			if o.word == "in" || o.word == "during" || o.word == "since" || o.word == "over" {
				return true
			}
		}
	}
	return false
}

// ofAll reports a crowd counted by the noun for all who could be in it: "19,000
// nurses stayed away".
func (a *account) ofAll() bool {
	return metricOf(a.claim.Quantity) == "present" && a.counted.part == "" && !slices.ContainsFunc(tokens(a.counted.people), func(t token) bool { return narrow[t.word] })
}

// partly are words right before or after a figure that make it a part of, or
// an addition to, another one.
var (
	partlyBefore = set(`another including further additional among extra other separate remaining every each per`)
	partlyAfter  = set(`more other others else further additional remaining per`)
)

// A scope is whom a figure counts.
type scope struct {
	people string // in folded words; empty for everyone
	part   string // the word that makes it a part of another figure, or empty
}

func (a *account) scope() scope {
	q := a.claim.Quantity
	var s scope
	people := q.Population
	if people == "" && q.Value == 0 {
		people = q.Words // "no civilians"
	}
	for _, k := range tokens(people) {
		if !everyone[k.word] && !grammar[k.word] && !isDigit(k.word[0]) && !(metricOf(q) == "present" && (crowd[k.word] || taking[k.word])) {
			s.people = strings.TrimSpace(s.people + " " + stem(k.word))
		}
	}
	if q.SubsetOf != "" {
		s.part = "including"
		return s
	}
	s.part = a.partWord()
	return s
}

// partWord looks beside the figure's words for one that makes it a part.
func (a *account) partWord() string {
	at := -1
	for _, e := range a.claim.Evidence {
		if e.Role == graph.RoleQuantity {
			at = e.Start - a.span.Start
		}
	}
	text := a.claim.Text
	if at < 0 || at > len(text) || !strings.HasPrefix(text[at:], a.claim.Quantity.Words) {
		at = strings.Index(text, a.claim.Quantity.Words)
	}
	if at < 0 || a.claim.Quantity.Words == "" {
		return ""
	}
	before, after := tokens(text[:at]), tokens(text[at+len(a.claim.Quantity.Words):])
	for i := len(before) - 1; i >= max(0, len(before)-2); i-- {
		if partlyBefore[before[i].word] {
			return before[i].word
		}
	}
	if n := len(before); n > 0 && before[n-1].word == "by" && won[a.claim.Quantity.Metric] {
		return "by" // "won by 500,000 votes" is how many more
	}
	for i := range min(2, len(after)) {
		w := after[i].word
		if partlyAfter[w] {
			return w
		}
		if w == "of" && i+1 < len(after) && set("them whom those these the")[after[i+1].word] {
			return "of " + after[i+1].word
		}
	}
	return ""
}

// tolls are words for how many there are of all.
var tolls = set("toll number count figure tally total")

// toll reports a figure that is told as the latest of one that grows: "the
// death toll has risen to 43".
func (a *account) toll() bool { return a.has(tolls) && a.has(rising) }

// rising are the words of corrected that say that more were counted.
var rising = set("rose risen climbed rises increased climbs jumped reached passed grew grown")

// added reports a figure that stands beside another one of its text, so that
// the same number elsewhere means something else. "23 of them" does not.
func (s scope) added() bool { return s.part != "" && !strings.HasPrefix(s.part, "of ") }

// couldBe reports that two figures of one number can count the same people:
// 14 people and 14 civilians, 82 girls and 82 of the pupils.
func (s scope) couldBe(o scope) bool {
	return !s.added() && !o.added() && (s.people == o.people || strings.Contains(s.people, o.people) || strings.Contains(o.people, s.people))
}

// against says why two figures are not of one scope; empty when they are. A
// figure of everyone beside one of some is of another scope, unless they agree.
func (s scope) against(o scope) string {
	switch {
	case s.part != "" || o.part != "":
		word := s.part
		if word == "" {
			word = o.part
		}
		if s == o {
			return ""
		}
		return "“" + word + "” makes one of them a part of another figure"
	case s.people == o.people:
		return ""
	case s.people == "" || o.people == "":
		return "one counts everyone, the other only " + s.people + o.people
	case strings.Contains(s.people, o.people) || strings.Contains(o.people, s.people):
		return ""
	}
	return "they count different people: " + s.people + " and " + o.people
}

// calendar are the words that date a part of an account: figures of Friday and
// of Saturday count two things.
var calendar = set(`monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
	october november december yesterday today tomorrow overnight`)

// otherDays reports that two texts name days and none in common. The day that
// an article appeared, and those that it dates the event by, are of no part.
func (s *Set) otherDays(a, b *account) (string, bool) {
	x, y := days(a), days(b)
	for _, d := range append(s.ownDays(a), s.ownDays(b)...) {
		delete(x, d)
		delete(y, d)
	}
	if len(x) == 0 || len(y) == 0 || shares(x, y) {
		return "", false
	}
	return strings.Join(sortedKeys(x), ", ") + " and " + strings.Join(sortedKeys(y), ", "), true
}

// ownDays are the words for the day of an article and for those of the events
// of the claim.
func (s *Set) ownDays(a *account) []string {
	var out []string
	times := []*graph.Interval{stamp(a.article)}
	for _, e := range a.events {
		if h := s.events[e]; h != nil {
			times = append(times, h.time())
		}
	}
	for i, t := range times {
		if !t.Known() || t.Earliest.IsZero() || t.Latest.Sub(t.Earliest) > 48*time.Hour {
			continue
		}
		out = append(out, strings.ToLower(t.Earliest.Weekday().String()), strings.ToLower(t.Earliest.Month().String()))
		if i == 0 {
			out = append(out, "today")
		}
	}
	return out
}

func days(a *account) map[string]bool {
	out := map[string]bool{}
	for _, k := range tokens(a.claim.Text) {
		if calendar[k.word] {
			out[k.word] = true
		}
	}
	return out
}
