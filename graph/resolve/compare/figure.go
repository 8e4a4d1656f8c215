package compare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/claimline/claimline/graph"
)

// counts are the metrics that grow while a story is told: an earlier figure
// is not wrong because a later one is larger.
var counts = set(`killed injured killed_or_injured missing hostages arrested captured displaced evacuated infected rescued present votes
	seats cases jobs`)

// sums are metrics that count what others count apart.
var sums = map[string][]string{"killed_or_injured": {"killed", "injured"}}

// unreal are acts whose figure is not yet, or not said to be, so.
var unreal = set(`warn predict expect threaten promise plan hope propose demand appeal order`)

// supposed reports a claim whose figure is not put forward as one of what is:
// by its act, or by the words of its content, as in "it would have killed 50".
func (a *account) supposed() bool {
	if unreal[a.claim.Act] || a.claim.Class == "forecast" {
		return true
	}
	return slices.ContainsFunc(tokens(a.content.Of(a.article.Text)), func(t token) bool {
		return t.word == "would" || t.word == "could" || t.word == "might" || t.word == "if"
	})
}

// loose are metrics that name a kind of measure and not what is measured: two
// lengths of one event may be lengths of two things.
var loose = set(`distance duration amount_money damage_area weight percent share area speed length height hours days`)

// corrected are words by which a text says that a figure replaces another.
var corrected = set(`revised revise corrected correction lowered downgraded updated earlier initially previously initial originally
	preliminary rose risen climbed rises increased`)

// figures compares two figures of one event.
func (s *Set) figures(a, b *account) (Link, bool) {
	p, q := a.claim.Quantity, b.claim.Quantity
	if p == nil || q == nil || a.sign == negative || b.sign == negative || a.unreal != b.unreal {
		return Link{}, false
	}
	together := len(a.sharedEvents(b)) > 0
	counted := (!together || metricOf(p) != metricOf(q)) && s.sameCount(a, b)
	switch {
	case !together && !counted && !s.sameSubject(a, b):
		return Link{}, false
	case metricOf(p) != metricOf(q) && !counted:
		return composite(a, b)
	case counted:
	case together && a.main() != b.main() && !counts[metricOf(p)] || !counts[metricOf(p)] && !oneMeasure(a, b):
		return Link{}, false
	}
	x, y, ok := common(p, q, stated)
	if !ok {
		return Link{}, false
	}
	o := x.to(y)
	against := a.counted.against(b.counted)
	if p.Value == q.Value && p.Value >= telling && o != apart && a.counted.couldBe(b.counted) {
		against = "" // the same number of people and of civilians
	}
	both := fmt.Sprintf("%s (%s) and %s (%s)", figure(p), a.voice(), figure(q), b.voice())
	if counted {
		return s.counted(a, b, o, against, both)
	}
	switch {
	case against != "" && (o != alike || a.counted.added() || b.counted.added()):
		return between(OtherScope, a, b, both+": "+against), true
	case o == apart:
		return s.unlike(a, b, both)
	case a.article == b.article && a.sameVoice(b) && a.span == b.span:
		return Link{}, false // two figures of one sentence are of two things
	case o == alike:
		return between(Equal, a, b, both+" are the same figure"), true
	case vague(p) || vague(q) || o == across:
		return between(Overlaps, a, b, both+" can both be right"), true
	case o == within:
		return refines(a, b, both), true
	}
	return refines(b, a, both), true
}

// grownBy is how much larger than an earlier lower bound a later count must be
// to be a new count and not the same one in more exact words.
const grownBy = 1.2

// refines links the narrower figure to the wider; from one voice it is simply
// its later word.
func refines(a, b *account, both string) Link {
	if a.sameVoice(b) && before(b.at, a.at) {
		return between(Update, a, b, both+": the later figure of one source, and it fits the earlier")
	}
	if p, q := a.claim.Quantity, b.claim.Quantity; counts[metricOf(p)] && before(b.at, a.at) && p.Value >= grownBy*q.Value {
		return between(Update, a, b, both+", as of "+b.at.EDTF+" and "+a.at.EDTF+": the later count is higher, and it fits the earlier")
	}
	return between(Refines, a, b, both+": the first lies within the second and says more")
}

// unlike sorts out figures that have no value in common: most are of two
// parts or two days, and only what is left contradicts.
func (s *Set) unlike(a, b *account, both string) (Link, bool) {
	p, q := a.claim.Quantity, b.claim.Quantity
	x, y, _ := common(p, q, granted)
	if p.Value == q.Value && p.Unit == q.Unit && p.Value >= telling {
		return between(Equal, a, b, both+" give the same number, the one as a bound"), true
	}
	if p.Unit != q.Unit && p.Comparator == q.Comparator && x.to(y) != apart {
		return between(Equal, a, b, both+" are the same in one unit, within rounding"), true
	}
	if vague(p) || vague(q) || x.to(y) != apart {
		return between(Overlaps, a, b, both+" are the same within rounding"), true
	}
	if oneSentence(a, b) {
		return between(OtherScope, a, b, both+" stand in one sentence, so they count two things"), true
	}
	if d, ok := s.otherDays(a, b); ok {
		return between(OtherScope, a, b, both+" are of different days: "+d), true
	}
	if k, l, ok := s.places.elsewhere(a.places, b.places); ok {
		return between(OtherScope, a, b, both+" are of different places: "+s.names[k].text+" and "+s.names[l].text), true
	}
	one := a.main() == b.main() || s.sameSubject(a, b)
	if a.loose || b.loose || !one && !counts[metricOf(p)] {
		return Link{}, false
	}
	if l, ok := later(a, b, both); ok || !one {
		return l, ok
	}
	return s.clash(a, b, both)
}

// oneSentence reports two claims of one article with no end of a sentence
// between their figures.
func oneSentence(a, b *account) bool {
	if a.article != b.article {
		return false
	}
	x, y := a.span, b.span
	if y.Start < x.Start {
		x, y = y, x
	}
	return x.End >= y.Start || !strings.ContainsAny(a.article.Text[max(x.Start, x.End-1):y.Start], ".!?\n")
}

// later takes the larger figure of a later day for a later count, and any
// later figure of the same source, or one that is said to be corrected, for a
// new one.
func later(a, b *account, both string) (Link, bool) {
	if before(b.at, a.at) {
		a, b = b, a
	}
	if !before(a.at, b.at) {
		return Link{}, false
	}
	x, y, _ := common(a.claim.Quantity, b.claim.Quantity, stated)
	days := "as of " + a.at.EDTF + " and " + b.at.EDTF
	switch {
	case counts[metricOf(a.claim.Quantity)] && x.low < y.low:
		return between(Update, b, a, both+", "+days+": the later count is higher"), true
	case a.sameVoice(b):
		return between(Update, b, a, both+", "+days+": the later word of one source"), true
	case b.has(corrected):
		return between(Update, b, a, both+", "+days+": the later text corrects the figure"), true
	}
	return Link{}, false
}

// clash is what is left of unlike figures, of one scope and no known order.
// Two voices contradict each other over a measure; over a count that grows they
// do so when one article sets them side by side, when they belong to two sides,
// or when the later count is the lower. Otherwise it is the hour that differs.
func (s *Set) clash(a, b *account, both string) (Link, bool) {
	p, q := a.claim.Quantity, b.claim.Quantity
	x, aNamed := a.source()
	y, bNamed := b.source()
	growing := counts[metricOf(p)]
	switch {
	case !growing && !surelyOneMeasure(a, b), (p.Value == 0 || q.Value == 0) && !muchAlike(a, b):
		return Link{}, false
	case s.alsoGives(a, b) || s.alsoGives(b, a):
		// One sentence has both figures, so that they are of two things.
		return Link{}, false
	case a.sameVoice(b):
		return inconsistent(a, b, both)
	case a.article == b.article && !(aNamed && bNamed):
		// The article repeats an earlier figure of somebody and gives its own.
		return Link{}, false
	case growing && (p.Provisional || q.Provisional || a.has(corrected) || b.has(corrected)):
		return Link{}, false
	case !growing && changing(p) && !sameTime(a.at, b.at):
		return Link{}, false
	case growing && a.article != b.article && !(aNamed && bNamed && (s.twoSides(x.actor, y.actor) || !sameTime(a.at, b.at))):
		return grown(a, b, both)
	}
	return between(Disjoint, a, b, both+" cannot both be right"), true
}

// grown takes the higher of two counts of one day for the later.
func grown(a, b *account, both string) (Link, bool) {
	if !a.at.Known() || !b.at.Known() || !sameTime(a.at, b.at) {
		return Link{}, false
	}
	if x, y, _ := common(a.claim.Quantity, b.claim.Quantity, stated); y.high < x.low {
		a, b = b, a
	}
	return between(Update, b, a, both+": counts of one day that grow; the higher is taken for the later"), true
}

// inconsistent are two exact figures of one voice in one article.
func inconsistent(a, b *account, both string) (Link, bool) {
	exact := a.claim.Quantity.Comparator == graph.Exact && b.claim.Quantity.Comparator == graph.Exact
	if a.article != b.article || !exact || a.has(corrected) || b.has(corrected) {
		return Link{}, false
	}
	l := between(Inconsist, a, b, both+" stand in one article as the word of one source")
	l.Of = OfFigure
	return l, true
}

// twoSides reports two sources that speak for opposing sides: of two nations,
// or of a group under arms and anybody it is not joined to.
func (s *Set) twoSides(a, b string) bool {
	if s.kin.related(a, b) {
		return false
	}
	p, q := s.kin.nation[a], s.kin.nation[b]
	armed := s.names[a].kind == graph.ArmedGroup || s.names[b].kind == graph.ArmedGroup
	return armed || p != "" && q != "" && p != q
}

// changing are measures that differ from day to day by their nature.
func changing(q *graph.Quantity) bool {
	switch q.Unit {
	case "percent", "pp", "deg":
		return true
	}
	return q.Metric == "amount_money" || len(q.Unit) == 3 && q.Unit == strings.ToUpper(q.Unit)
}

// composite compares a sum with one of its parts.
func composite(a, b *account) (Link, bool) {
	if !slices.Contains(sums[a.claim.Quantity.Metric], b.claim.Quantity.Metric) {
		a, b = b, a
	}
	p, q := a.claim.Quantity, b.claim.Quantity
	if !slices.Contains(sums[p.Metric], q.Metric) {
		return Link{}, false
	}
	both := fmt.Sprintf("%s (%s) and %s (%s)", figure(p), a.voice(), figure(q), b.voice())
	if against := a.counted.against(b.counted); against != "" {
		return between(OtherScope, a, b, both+": "+against), true
	}
	x, y := granted(p), granted(q)
	if y.low > x.high && a.main() == b.main() && sameTime(a.at, b.at) && !vague(p) && !vague(q) && p.Value != 0 && !a.sameVoice(b) {
		return between(Exceeds, a, b, both+": the part is more than the whole"), true
	}
	return between(Composite, a, b, both+": the first counts more than the second, and both can be right"), true
}

// vague words bound nothing: "dozens".
func vague(q *graph.Quantity) bool {
	return q.Comparator == graph.Unspecified || q.Low == nil && q.High == nil
}

func before(a, b *graph.Interval) bool {
	return a.Known() && b.Known() && a.Before(*b) == graph.Certain
}

func sameTime(a, b *graph.Interval) bool {
	return !a.Known() || !b.Known() || a.Meets(*b) != graph.Impossible
}

// figure reads a quantity for people.
func figure(q *graph.Quantity) string {
	words := q.Words
	if words == "" {
		words = string(q.Comparator) + " " + strconv.FormatFloat(q.Value, 'f', -1, 64)
	}
	unit := ""
	if q.Unit != "" && q.Unit != "person" {
		unit = " " + q.Unit
	}
	return words + unit + " " + strings.ReplaceAll(q.Metric, "_", " ")
}
