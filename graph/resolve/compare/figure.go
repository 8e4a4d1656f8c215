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

// worlds reports two counts so far apart that they are of two things, whatever
// the records say.
func worlds(p, q *graph.Quantity) bool {
	const far = 100
	return p.Value > 0 && q.Value > 0 && (p.Value > far*q.Value || q.Value > far*p.Value)
}

// uncounted reports a figure that its claim says is not so. That there were none
// is a count: "no civilians were harmed".
func (a *account) uncounted() bool { return a.sign == negative && a.claim.Quantity.Value != 0 }

// putAt reports a figure that is put in the place of another, whatever that was
// of: "put the number of jobs at risk at 9,000".
func putAt(a *account) bool {
	list := tokens(a.content.Of(a.article.Text))
	return a.claim.Act == "estimate" && len(list) > 2 && list[0].word == "the" && tolls[list[1].word]
}

// measured reports a figure of a measure and not of a number of things, whatever
// the measure is called: a fall, a depth.
func measured(q *graph.Quantity) bool {
	_, unit := scale[q.Unit]
	return loose[q.Metric] || unit
}

// old are words for a figure that was given before and is only referred to:
// "the first figure of 19 was simply early".
var old = set("first earlier initial previous original last old former")

func (a *account) older() bool {
	list := tokens(a.content.Of(a.article.Text))
	for i := 0; i+3 < len(list); i++ {
		if list[i].word == "the" && old[list[i+1].word] && tolls[list[i+2].word] && list[i+3].word == "of" {
			return true
		}
	}
	return false
}

// loose are metrics that name a kind of measure and not what is measured: two
// lengths of one event may be lengths of two things.
var loose = set(`distance fall temperature duration duration_hours duration_days duration_weeks duration_months duration_years amount_money damage_area weight percent share area speed length height hours days`)

// won are counts of which each belongs to whoever won them.
var won = set("votes seats votes_for votes_against")

// corrected are words by which a text says that a figure replaces another.
var corrected = set(`revised revise corrected correction lowered downgraded updated earlier initially previously initial originally
	preliminary rose risen climbed rises increased`)

// figures compares two figures of one event.
func (s *Set) figures(a, b *account) (Link, bool) {
	p, q := a.claim.Quantity, b.claim.Quantity
	if p == nil || q == nil || a.uncounted() || b.uncounted() || a.older() || b.older() || a.unreal != b.unreal && !again(a, b) && !putAt(a) && !putAt(b) {
		return Link{}, false
	}
	together := len(a.sharedEvents(b)) > 0
	if s.sameAmount(a, b) {
		return between(Equal, a, b, fmt.Sprintf("%s (%s) and %s (%s) are the same figure", figure(p), a.voice(), figure(q), b.voice())), true
	}
	counted := (!together || metricOf(p) != metricOf(q)) && s.sameCount(a, b)
	switch {
	case again(a, b):
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
	if a.ofAll() && b.ofAll() && (a.counted.people == "" || b.counted.people == "") {
		against = "" // those who took part, by their trade
	}
	if against == "" && won[metricOf(p)] && (a.opening == "" || a.opening != b.opening) {
		against = "nothing says that both are of one candidate"
	}
	if a.ofEra() != b.ofEra() && counts[metricOf(p)] {
		against = "one of them counts all of a war, or of years"
	}
	if tops(b, a) || tops(a, b) {
		against = "" // the toll of all is of those whom the earlier figure counts, and more
	}
	both := fmt.Sprintf("%s (%s) and %s (%s)", figure(p), a.voice(), figure(q), b.voice())
	if counted {
		return s.counted(a, b, o, against, both)
	}
	switch {
	case counts[metricOf(p)] && worlds(p, q):
		return Link{}, false
	case against != "" && (o != alike || a.counted.added() || b.counted.added() || won[metricOf(p)]):
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
	if p, q := a.claim.Quantity, b.claim.Quantity; counts[metricOf(p)] && before(b.at, a.at) && (p.Value >= grownBy*q.Value || a.toll()) {
		return between(Update, a, b, both+", as of "+b.at.EDTF+" and "+a.at.EDTF+": the later count is higher, and it fits the earlier")
	}
	return between(Refines, a, b, both+": the first lies within the second and says more")
}

// composite compares a sum with one of its parts.
func composite(a, b *account) (Link, bool) {
	if !slices.Contains(sums[a.sum()], b.claim.Quantity.Metric) {
		a, b = b, a
	}
	p, q := a.claim.Quantity, b.claim.Quantity
	if !slices.Contains(sums[a.sum()], q.Metric) {
		return Link{}, false
	}
	both := fmt.Sprintf("%s (%s) and %s (%s)", figure(p), a.voice(), figure(q), b.voice())
	if against := a.counted.against(b.counted); against != "" {
		return between(OtherScope, a, b, both+": "+against), true
	}
	x, y := granted(p), granted(q)
	if p.Value == 0 && p.Metric == "injured" && q.Value > 0 && a.main() == b.main() && sameTime(a.at, b.at) && !vague(q) && !a.sameVoice(b) && !a.loose && !b.loose {
		return between(Exceeds, a, b, both+": the one says that nobody was"), true
	}
	if y.low > x.high && a.main() == b.main() && sameTime(a.at, b.at) && !vague(p) && !vague(q) && p.Value != 0 && !a.sameVoice(b) {
		return between(Exceeds, a, b, both+": the part is more than the whole"), true
	}
	return between(Composite, a, b, both+": the first counts more than the second, and both can be right"), true
}

// sum is what a figure counts, where "nobody was harmed" leaves out the dead
// as well as the hurt.
func (a *account) sum() string {
	q := a.claim.Quantity
	if q.Value == 0 && q.Metric == "injured" && a.has(unharmed) {
		return "killed_or_injured"
	}
	return q.Metric
}

var unharmed = set("harmed hurt hit affected")

// tops reports that a is a toll that has risen above what b counted before.
func tops(a, b *account) bool {
	return a.toll() && !before(a.at, b.at) && a.claim.Quantity.Value > b.claim.Quantity.Value && !a.counted.added() && !b.counted.added()
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
