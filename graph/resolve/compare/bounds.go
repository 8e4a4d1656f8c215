package compare

import (
	"math"
	"strconv"
	"strings"

	"github.com/claimline/claimline/graph"
)

// bounds are the values that the words of a figure allow, both ends included;
// an open end is infinite.
type bounds struct{ low, high float64 }

// An overlap says how two bounds lie to each other.
type overlap int

const (
	apart  overlap = iota // no value in common
	alike                 // the same values
	within                // the first lies within the second and is narrower
	around                // the second lies within the first
	across                // some values in common
)

func (a bounds) to(b bounds) overlap {
	switch {
	case a.high < b.low || b.high < a.low:
		return apart
	case a == b:
		return alike
	case a.low >= b.low && a.high <= b.high:
		return within
	case b.low >= a.low && b.high <= a.high:
		return around
	}
	return across
}

// inverse is the same seen from the other side.
func (o overlap) inverse() overlap {
	switch o {
	case within:
		return around
	case around:
		return within
	}
	return o
}

// stated are the bounds that a figure's words give in its own unit.
func stated(q *graph.Quantity) bounds {
	b := bounds{math.Inf(-1), math.Inf(1)}
	if q.Low != nil {
		b.low = *q.Low
	}
	if q.High != nil {
		b.high = *q.High
	}
	// Nobody counts fewer than none.
	if q.Unit == "person" && b.low < 0 {
		b.low = 0
	}
	return b
}

// granted widens bounds by what people round away: half of the last digit that
// is not a zero, at most a tenth, for measures and sums of money and for counts
// from a thousand on. A small count means what it says.
func granted(q *graph.Quantity) bounds {
	b := stated(q)
	if q.Unit == "person" || q.Unit == "" {
		if math.Abs(q.Value) < 1000 {
			return b
		}
	}
	slack := math.Min(lastDigit(q.Value)/2, math.Abs(q.Value)/20)
	return bounds{b.low - slack, b.high + slack}
}

// lastDigit is the size of the last digit of v that is not zero: 100 for 2300,
// 0.1 for 4.5.
func lastDigit(v float64) float64 {
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(math.Abs(v), 'e', -1, 64), "e")
	e, err := strconv.Atoi(exponent)
	if err != nil {
		return 0
	}
	_, fraction, _ := strings.Cut(digits, ".")
	return math.Pow10(e - len(fraction))
}

// scale are units that measure one thing, each in the base unit of its kind.
var scale = map[string]struct {
	base   string
	factor float64
}{
	"m": {"m", 1}, "km": {"m", 1000}, "cm": {"m", 0.01}, "mm": {"m", 0.001}, "ft": {"m", 0.3048}, "in": {"m", 0.0254}, "yd": {"m", 0.9144},
	"mi": {"m", 1609.344}, "nmi": {"m", 1852},
	"m2": {"m2", 1}, "km2": {"m2", 1e6}, "ha": {"m2", 1e4}, "acre": {"m2", 4046.8564224}, "mi2": {"m2", 2589988.110336}, "ft2": {"m2", 0.09290304},
	"g": {"g", 1}, "kg": {"g", 1000}, "t": {"g", 1e6}, "lb": {"g", 453.59237},
	"l": {"l", 1}, "m3": {"l", 1000}, "ft3": {"l", 28.316846592}, "bbl": {"l", 158.987294928},
	"km/h": {"km/h", 1}, "mph": {"km/h", 1.609344},
	"MW": {"MW", 1}, "GW": {"MW", 1000},
}

// common brings the bounds of two figures into one unit; false when their
// units measure different things.
func common(p, q *graph.Quantity, read func(*graph.Quantity) bounds) (a, b bounds, ok bool) {
	a, b = read(p), read(q)
	if p.Unit == q.Unit {
		return a, b, true
	}
	s, known := scale[p.Unit]
	t, alsoKnown := scale[q.Unit]
	if !known || !alsoKnown || s.base != t.base {
		// A bare number beside a count of people counts the same.
		return a, b, (p.Unit == "" || p.Unit == "person") && (q.Unit == "" || q.Unit == "person")
	}
	return bounds{a.low * s.factor, a.high * s.factor}, bounds{b.low * t.factor, b.high * t.factor}, true
}
