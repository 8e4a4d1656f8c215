package claim

import (
	"slices"
	"strings"
	"time"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// timesCarried gives a saying without a time that of an earlier one by the same
// source: of the one just before ("He added"), and of any before where that was
// in the days of the article, since a statement is told of bit by bit.
func (r *reader) timesCarried() {
	own := make([]int, len(r.d.Attributions)) // as said, before any is carried
	for i := range r.d.Attributions {
		own[i] = r.d.Attributions[i].Time
	}
	for i := 1; i < len(r.d.Attributions); i++ {
		a := &r.d.Attributions[i]
		if a.Time != doc.None || len(a.Hops) == 0 || a.Act == "no_statement" {
			continue
		}
		for k, last := i-1, true; k >= 0; k-- {
			b := &r.d.Attributions[k]
			if len(b.Hops) == 0 {
				continue
			}
			if r.sameSource(innermost(a), innermost(b)) && b.Time != doc.None && (last && r.sameOccasion(a, b) || own[k] != doc.None && r.fresh(b.Time) && !r.pluperfect(a)) {
				a.Time = b.Time
				a.Hops[len(a.Hops)-1].Time = b.Time
				break
			}
			last = false
		}
		if a.Time == doc.None {
			r.timeAhead(i, own)
		}
	}
	if len(r.d.Attributions) > 0 {
		r.timeAhead(0, own)
	}
}

// timeAhead gives what the first sentences say in the perfect ("has identified")
// the time at which the same source is later said to have spoken, where that is
// news.
func (r *reader) timeAhead(i int, own []int) {
	const lead = 2 // sentences
	a := &r.d.Attributions[i]
	if a.Time != doc.None || len(a.Hops) == 0 || a.Hops[len(a.Hops)-1].Cue.Len() == 0 {
		return
	}
	v := r.tokenAt(a.Hops[len(a.Hops)-1].Cue.Start)
	if r.tree.Token(v).Sent > lead || !r.perfect(v) {
		return
	}
	for k := i + 1; k < len(r.d.Attributions); k++ {
		b := &r.d.Attributions[k]
		if own[k] != doc.None && len(b.Hops) > 0 && r.fresh(own[k]) && r.sameSource(innermost(a), innermost(b)) {
			a.Time = own[k]
			a.Hops[len(a.Hops)-1].Time = own[k]
			return
		}
	}
}

// perfect reports whether the verb v is in the present perfect.
func (r *reader) perfect(v int) bool {
	return slices.ContainsFunc(r.tree.Kids(v), func(k int) bool {
		return r.tree.Is(k, "aux") && r.tree.Lemma(k) == "have" && (r.tree.Token(k).XPOS == "VBZ" || r.tree.Token(k).XPOS == "VBP")
	})
}

// sameOccasion reports whether a goes on with b: no other medium or listener is
// named for it.
func (r *reader) sameOccasion(a, b *doc.Attribution) bool {
	ha, hb := a.Hops[len(a.Hops)-1], b.Hops[len(b.Hops)-1]
	if ha.Medium != "" && ha.Medium != hb.Medium {
		return false
	}
	return len(a.Hops) == 1 || len(a.Hops) == len(b.Hops) || r.fresh(b.Time)
}

// fresh reports whether a time lies in the week before the article.
func (r *reader) fresh(x int) bool {
	const week = 8 * 24 * time.Hour
	t := r.d.Timexes[x]
	if r.d.Created == nil || r.d.Created.Earliest.IsZero() || t.Earliest.IsZero() || t.Latest.IsZero() {
		return false
	}
	created := r.d.Created.Earliest
	return t.Latest.Sub(t.Earliest) <= week && created.Sub(t.Earliest) <= week && t.Earliest.Sub(created) <= week
}

// pluperfect reports whether what a says was said before what is told of: "had
// warned".
func (r *reader) pluperfect(a *doc.Attribution) bool {
	cue := a.Hops[len(a.Hops)-1].Cue
	if cue.Len() == 0 {
		return false
	}
	v := r.tokenAt(cue.Start)
	return slices.ContainsFunc(r.tree.Kids(v), func(k int) bool {
		return r.tree.Is(k, "advmod") && r.earlier(r.tree.Lemma(k))
	}) || r.before(v)
}

// earlier reports whether an adverb sets a saying apart from those before it.
func (r *reader) earlier(adverb string) bool {
	switch adverb {
	case "then", "earlier", "previously", "repeatedly", "always", "often", "once", "long", "before", "already":
		return true
	}
	return false
}

// sameDay dates the sayings without a date that tell of what happened on the day on
// which the article came out: they were said after it and before the article, on that
// day. What a source says of earlier days may have been said on any day since.
func (r *reader) sameDay() {
	for i := range r.d.Attributions {
		a := &r.d.Attributions[i]
		if a.Time != doc.None || len(a.Hops) == 0 || a.Act == "no_statement" || r.pluperfect(a) {
			continue
		}
		for _, e := range a.Events {
			if x := r.d.Events[e].Time; r.d.Events[e].Realis == graph.Occurred && x != doc.None && r.ofTheDay(x) {
				a.Time = r.theDay(x)
				a.Hops[len(a.Hops)-1].Time = a.Time
				break
			}
		}
	}
}

// ofTheDay reports whether a time lies on the day on which the article came out.
func (r *reader) ofTheDay(x int) bool {
	day := r.d.Created
	if day == nil || day.Precision != graph.PrecisionDay {
		return false
	}
	first, last, ranged := strings.Cut(r.d.Timexes[x].EDTF, "/")
	return strings.HasPrefix(first, day.EDTF) && (!ranged || strings.HasPrefix(last, day.EDTF))
}

// theDay is the day of the time x, which may be only a part of it.
func (r *reader) theDay(x int) int {
	t := r.d.Timexes[x]
	if t.EDTF == r.d.Created.EDTF {
		return x
	}
	t.Timex, t.Value, t.Mod, t.EDTF = "DATE", r.d.Created.EDTF, "", r.d.Created.EDTF
	t.Earliest, t.Latest, t.Precision = r.d.Created.Earliest, r.d.Created.Latest, graph.PrecisionDay
	t.Confidence, t.Rule = graph.Inferred, t.Rule+" said/same-day"
	r.d.Timexes = append(r.d.Timexes, t)
	return len(r.d.Timexes) - 1
}
