package compare

import (
	"math"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

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
	if p.Unit == q.Unit && rounded(p, q) && len(a.sharedEvents(b)) > 0 {
		return between(Equal, a, b, both+" are the same, the one rounded"), true
	}
	if vague(p) || vague(q) || x.to(y) != apart {
		return between(Overlaps, a, b, both+" are the same within rounding"), true
	}
	against := setAgainst(a, b)
	if oneSentence(a, b) && !against {
		return between(OtherScope, a, b, both+" stand in one sentence, so they count two things"), true
	}
	if d, ok := s.otherDays(a, b); ok {
		return between(OtherScope, a, b, both+" are of different days: "+d), true
	}
	if k, ok := s.inPart(a, b); ok {
		return between(OtherScope, a, b, both+": one of them is of "+s.names[k].text+" alone"), true
	}
	if k, l, ok := s.places.elsewhere(a.places, b.places); ok {
		return between(OtherScope, a, b, both+" are of different places: "+s.names[k].text+" and "+s.names[l].text), true
	}
	one := a.main() == b.main() || s.sameSubject(a, b) || again(a, b) || metricOf(p) == "present" && len(a.sharedEvents(b)) > 0
	if a.loose || b.loose || !one && !counts[metricOf(p)] {
		return Link{}, false
	}
	if !against {
		if l, ok := s.stood(a, b, both); ok {
			return l, true
		}
		if l, ok := later(a, b, both); ok || !one {
			return l, ok
		}
	}
	return s.clash(a, b, both)
}

// stood finds a figure of a later article that its source gave already in the
// earlier one, beside that of another: it is no new count.
func (s *Set) stood(a, b *account, both string) (Link, bool) {
	for _, p := range [][2]*account{{a, b}, {b, a}} {
		x, y := p[0], p[1]
		if x.article == y.article || !before(x.at, y.at) {
			continue
		}
		for _, o := range s.figured[x.article.ID] {
			if o == x || len(o.hops) == 0 || !o.sameVoice(y) || o.claim.Quantity.Value != y.claim.Quantity.Value || len(o.sharedEvents(x)) == 0 {
				continue
			}
			if l, ok := s.figures(x, o); ok && l.Type == Disjoint {
				return between(Disjoint, a, b, both+" cannot both be right; "+y.voice()+" gave its figure already when the other was given"), true
			}
		}
	}
	return Link{}, false
}

// rounded reports that one of two exact figures is the other with fewer digits.
func rounded(p, q *graph.Quantity) bool {
	if p.Comparator == graph.Exact && q.Comparator == graph.About {
		p, q = q, p
	}
	near := func(c graph.Comparator) bool { return c == graph.Exact || c == graph.About }
	if !near(p.Comparator) || q.Comparator != graph.Exact && p.Comparator != q.Comparator || math.Abs(p.Value) < 1000 {
		return false
	}
	short, long := p.Value, q.Value
	if lastDigit(short) < lastDigit(long) {
		short, long = long, short
	}
	return digits(short) >= 2 && math.Abs(short-long) <= lastDigit(short)/2
}

// digits is how many digits of v are not zeros at its end.
func digits(v float64) int {
	return 1 + int(math.Round(math.Log10(math.Pow10(int(math.Floor(math.Log10(math.Abs(v)))))/lastDigit(v))))
}

// growing are counts that rise while a story is told. How many came is counted
// once.
func growing(a, b *account) bool {
	m := metricOf(a.claim.Quantity)
	return counts[m] && (m != "present" || a.has(corrected) || b.has(corrected))
}

// contrary are words by which a sentence sets one count against another.
var contrary = set("while but whereas although though against compared put")

// setAgainst reports that of two figures of one sentence the second is another
// source's for what the first counts: "police counted 89,000 marchers, while
// the union claimed 330,000". Counts of one's own are of two things.
func setAgainst(a, b *account) bool {
	if b.span.Start < a.span.Start {
		a, b = b, a
	}
	_, aSaid := a.source()
	_, bSaid := b.source()
	if a.article != b.article || !bSaid || aSaid && a.sameVoice(b) || a.content.Overlaps(b.content) || a.claim.Quantity.Unit != b.claim.Quantity.Unit {
		return false
	}
	if words := tokens(a.content.Of(a.article.Text)); len(words) > 0 && selves[words[0].word] {
		return false
	}
	var own []term
	for _, t := range unmeasured(b.terms) {
		if !tolls[t.keys[len(t.keys)-1]] && !slices.ContainsFunc(a.terms, func(o term) bool { return slices.Equal(o.keys, t.keys) }) {
			own = append(own, t)
		}
	}
	gap := a.article.Text[min(a.content.End, b.content.Start):b.content.Start]
	return len(own) == 0 && (strings.Contains(gap, ";") || slices.ContainsFunc(tokens(gap), func(t token) bool { return contrary[t.word] }))
}

// inPart reports two counts of a crowd of which one is of a place within that
// of the other: the marchers of a city and of the country.
func (s *Set) inPart(a, b *account) (part string, ok bool) {
	if metricOf(a.claim.Quantity) != "present" {
		return "", false
	}
	for _, pair := range [][2]*account{{a, b}, {b, a}} {
		x, y := pair[0], pair[1]
		if h := s.events[x.main()]; h != nil && x.fronted != "" && !y.around[x.fronted] && !h.places[x.fronted] {
			for q := range h.places {
				if s.places.within(x.fronted, q) {
					return x.fronted, true
				}
			}
		}
		for _, p := range s.places.narrowest(x.around) {
			for _, q := range s.places.narrowest(y.around) {
				if p != q && s.places.sharp(p) && s.places.within(p, q) {
					return p, true
				}
			}
		}
	}
	return "", false
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
	case growing(a, b) && x.low < y.low:
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
	grows := growing(a, b)
	switch {
	case !counts[metricOf(p)] && !surelyOneMeasure(a, b) && !again(a, b), (p.Value == 0 || q.Value == 0) && !muchAlike(a, b):
		return Link{}, false
	case s.alsoGives(a, b) || s.alsoGives(b, a):
		// One sentence has both figures, so that they are of two things.
		return Link{}, false
	case a.sameVoice(b):
		return inconsistent(a, b, both)
	case !comparable(x, y, aNamed && bNamed, a, b):
		return Link{}, false
	case a.article == b.article && !(aNamed && bNamed) && !setAgainst(a, b):
		// The article repeats an earlier figure of somebody and gives its own.
		return Link{}, false
	case likeVoices(a, b):
		return Link{}, false
	case grows && (tops(a, b) || tops(b, a)):
		return grown(a, b, both)
	case grows && (p.Provisional || q.Provisional || a.has(corrected) || b.has(corrected)):
		return Link{}, false
	case !grows && changing(p) && !sameTime(a.at, b.at):
		return Link{}, false
	case grows && a.article != b.article && !(aNamed && bNamed && (s.twoSides(x.actor, y.actor) || !sameTime(a.at, b.at))):
		return grown(a, b, both)
	}
	return between(Disjoint, a, b, both+" cannot both be right"), true
}

// owners are the words with which a source begins to speak of what is its own.
var owners = set("its their our his her my")

// comparable is false where two sources count or measure each its own: two
// unions their members, a company and its rival their sales.
func comparable(x, y hop, named bool, a, b *account) bool {
	if !named || setAgainst(a, b) || again(a, b) {
		return true
	}
	own := func(c *account) bool {
		list := tokens(c.content.Of(c.article.Text))
		return len(list) > 1 && owners[list[0].word]
	}
	if !counts[metricOf(a.claim.Quantity)] {
		return !own(a) && !own(b)
	}
	p, q := tokens(x.name), tokens(y.name)
	if metricOf(a.claim.Quantity) != "present" || len(p) == 0 || len(q) == 0 {
		return true
	}
	return stem(p[len(p)-1].word) != stem(q[len(q)-1].word) || strings.Contains(fold(x.name), fold(y.name)) || strings.Contains(fold(y.name), fold(x.name))
}

// likeVoices reports two articles whose sources are described by one name:
// "police" of the one are likely those of the other.
func likeVoices(a, b *account) bool {
	x, aSaid := a.source()
	y, bSaid := b.source()
	return aSaid && bSaid && x.unnamed && y.unnamed && a.article != b.article && fold(x.name) == fold(y.name)
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
