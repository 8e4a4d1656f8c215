package compare

import (
	"cmp"
	"slices"

	"github.com/claimline/claimline/graph"
)

// A Series is one figure of one event over time, as the articles give it.
type Series struct {
	Event      string  `json:"event"` // cluster
	Label      string  `json:"label"`
	Metric     string  `json:"metric"`
	Population string  `json:"population,omitempty"` // empty for everyone
	Unit       string  `json:"unit,omitempty"`
	Points     []Point `json:"points"` // by as-of, undated ones last
}

// A Point is one value of a series.
type Point struct {
	Claim      string           `json:"claim"`
	Article    string           `json:"article"`
	Sources    []string         `json:"sources,omitempty"` // outermost first; none for the article's own voice
	AsOf       *graph.Interval  `json:"as_of,omitempty"`
	Comparator graph.Comparator `json:"comparator"`
	Value      float64          `json:"value"`
	Low        *float64         `json:"low,omitempty"`
	High       *float64         `json:"high,omitempty"`
	Words      string           `json:"words"`
	// Step is how the value stands to the one before it, as seen from this
	// one; empty for the first and where the two cannot be compared.
	Step Type   `json:"step,omitempty"`
	Why  string `json:"why,omitempty"`
}

// figureKey is what the values of one series share.
type figureKey struct{ event, metric, people, unit string }

// key is the series that a claim's figure belongs to; false for a figure of a
// part, of something foretold or denied, or of no event.
func (a *account) key() (figureKey, bool) {
	q := a.claim.Quantity
	if q == nil || a.home == "" || a.uncounted() || a.unreal || a.silent {
		return figureKey{}, false
	}
	sc := a.counted
	if sc.part != "" {
		return figureKey{}, false
	}
	unit := q.Unit
	if u, ok := scale[unit]; ok {
		unit = u.base
	}
	if unit == "person" {
		unit = ""
	}
	return figureKey{a.home, metricOf(q), sc.people, unit}, true
}

// Series lists the figures that at least two claims give, by event, metric and
// population.
func (s *Set) Series() []Series {
	groups := map[figureKey][]*account{}
	for _, a := range s.accounts {
		if k, ok := a.key(); ok {
			groups[k] = append(groups[k], a)
		}
	}
	var out []Series
	for k, list := range groups {
		if len(list) < 2 {
			continue
		}
		slices.SortFunc(list, byTime)
		row := Series{Event: k.event, Metric: k.metric, Population: list[0].claim.Quantity.Population, Unit: list[0].claim.Quantity.Unit}
		if k.people == "" {
			row.Population = ""
		}
		if h := s.sure[k.event]; h != nil {
			row.Label = h.label
		}
		for i, a := range list {
			p := point(a)
			if i > 0 {
				p.Step, p.Why = s.step(list[i-1], a)
			}
			row.Points = append(row.Points, p)
		}
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b Series) int {
		return cmp.Or(cmp.Compare(a.Event, b.Event), cmp.Compare(a.Metric, b.Metric), cmp.Compare(a.Population, b.Population), cmp.Compare(a.Unit, b.Unit))
	})
	return out
}

func point(a *account) Point {
	q := a.claim.Quantity
	p := Point{Claim: a.claim.ID, Article: a.article.ID, AsOf: a.at, Comparator: q.Comparator, Value: q.Value, Low: q.Low, High: q.High, Words: q.Words}
	for _, h := range a.hops {
		p.Sources = append(p.Sources, h.name)
	}
	return p
}

// step is how a value stands to the one before. Widens is the one direction
// that links between claims leave to the other end.
func (s *Set) step(before, a *account) (Type, string) {
	l, ok := s.figures(before, a)
	if !ok {
		return "", ""
	}
	l = l.voiced(before, a)
	if l.Type == Refines && l.A == before.claim.ID {
		return Widens, l.Why
	}
	return l.Type, l.Why
}

// Widens is a step of a series to a figure that says less than the one before.
const Widens Type = "widens"
