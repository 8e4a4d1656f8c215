package compare

import (
	"time"

	"github.com/claimline/claimline/graph"
)

// when finds two articles that date one event differently, each in words of
// the claim.
func (s *Set) when(a, b *account) (Link, bool) {
	x, y := a.record, b.record
	if x == nil || y == nil || !s.surelyOne(x, y) || a.article == b.article || !a.dates(x) || !b.dates(y) {
		return Link{}, false
	}
	// A day is granted, for zones and for nights between two days.
	gap := *x.Time
	if !gap.Earliest.IsZero() {
		gap.Earliest = gap.Earliest.Add(-24 * time.Hour)
	}
	if !gap.Latest.IsZero() {
		gap.Latest = gap.Latest.Add(24 * time.Hour)
	}
	if gap.Meets(*y.Time) != graph.Impossible {
		return Link{}, false
	}
	return between(TimeClash, a, b, a.voice()+" puts it at "+x.Time.EDTF+" (“"+x.Time.Text+"”), "+b.voice()+" at "+y.Time.EDTF+" (“"+y.Time.Text+"”)"), true
}

// surelyOne reports two events that were found to be one, and not only likely:
// who puts one event at two times has to mean one event.
func (s *Set) surelyOne(x, y *graph.Event) bool {
	return s.same(x.Article, x.ID) == s.same(y.Article, y.ID)
}

// recordOf is the event that a claim is foremost about as its own article
// tells it, when its words stand in the claim.
func (r *reader) recordOf(a *account) *graph.Event {
	h := r.events[a.main()]
	if h == nil || a.sign != positive {
		return nil
	}
	for i := range h.records {
		e := &h.records[i]
		if e.Article == a.article.ID && realised(*e) && a.holds(e, graph.RoleTrigger) {
			return e
		}
	}
	return nil
}

func (a *account) holds(e *graph.Event, role graph.EvidenceRole) bool {
	for _, ev := range e.Evidence {
		if ev.Role == role && a.content.Contains(ev.Span) {
			return true
		}
	}
	return false
}

// dates reports that the claim itself gives the event's time, and to the day.
func (a *account) dates(e *graph.Event) bool {
	if !e.Time.Known() || !a.holds(e, graph.RoleTime) || e.Time.Confidence != graph.Explicit && e.Time.Confidence != graph.Resolved {
		return false
	}
	switch e.Time.Precision {
	case graph.PrecisionDay, graph.PrecisionPart, graph.PrecisionHour, graph.PrecisionMinute:
		return true
	}
	return false
}

// where finds two articles that put one event in two towns, each in words of
// the claim.
func (s *Set) where(a, b *account) (Link, bool) {
	x, y := a.record, b.record
	if x == nil || y == nil || !s.surelyOne(x, y) || a.article == b.article {
		return Link{}, false
	}
	p, q := s.spot(a, x), s.spot(b, y)
	if p == "" || q == "" || !s.places.sharp(p) || !s.places.sharp(q) || !s.places.differ(p, q) {
		return Link{}, false
	}
	return between(PlaceClash, a, b, a.voice()+" puts it in "+s.names[p].text+", "+b.voice()+" in "+s.names[q].text), true
}

// spot is the one place that the record of an event stands at by words of the
// claim, "" when there is none or more than one.
func (s *Set) spot(a *account, e *graph.Event) string {
	spots := s.events[a.main()].spots[e.ID]
	found := ""
	for _, sp := range spots {
		if !a.content.Contains(sp.Span) {
			continue
		}
		if found != "" && found != sp.cluster {
			return ""
		}
		found = sp.cluster
	}
	return found
}
