package resolve

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// eventFeatures compares two events of two articles; none at all means that
// nothing suggests that they might be one.
func (c *corpus) eventFeatures(a, b *happening) []Feature {
	if a.event.Collection != b.event.Collection || a.reading == b.reading {
		return nil
	}
	kind, ok := typeFeature(a, b)
	if !ok {
		return nil
	}
	out := []Feature{kind}
	if x, y := reality(a.event), reality(b.event); x != y {
		// What was foiled is an attack to one and an attempt to the other.
		if x != "foiled" && y != "foiled" {
			return append(out, Feature{Name: "reality", Weight: -1, Why: x + " and " + y, Never: true})
		}
		out = append(out, Feature{Name: "reality", Weight: -0.3, Why: x + " and " + y})
	}
	if x, y := a.series(), b.series(); (x == "") != (y == "") {
		out = append(out, Feature{Name: "number", Weight: -1, Why: x + y + ", and one"})
	}
	if both := common(a.lemmas, b.lemmas); len(both) > 0 {
		out = append(out, Feature{Name: "trigger", Weight: 0.25, Why: "both: " + strings.Join(both, ", ")})
	}
	out = append(out, c.apartFeatures(a, b)...)
	out = append(out, namedFeature(a, b)...)
	return append(out, storyFeature(a, b)...)
}

// series is how many a text speaks of at once, "around 100 attacks"; empty for
// one event.
func (h *happening) series() string {
	for _, q := range h.figures {
		if q.Unit != "person" && q.Value > 1 && h.lemmas[stem(graph.Fold(q.Metric))] {
			return q.Words
		}
	}
	return ""
}

// apartFeatures compares when, where, by whom and how much, which is what
// tells two events of one kind apart.
func (c *corpus) apartFeatures(a, b *happening) []Feature {
	out := timeFeatures(a, b)
	out = append(out, c.placeOfEvent(a, b)...)
	out = append(out, c.participantFeatures(a, b)...)
	return append(out, figureFeatures(a, b)...)
}

// kin are coarse classes under which two articles may file one event.
var kin = [][2]string{
	{"conflict", "life"}, {"conflict", "disaster"}, {"disaster", "life"}, {"conflict", "crime"}, {"crime", "life"}, {"conflict", "military"},
	{"crime", "legal"}, {"military", "movement"}, {"business", "organisation"}, {"organisation", "political"}, {"life", "humanitarian"},
	{"disaster", "humanitarian"}, {"legal", "political"}, {"communication", "political"},
}

func typeFeature(a, b *happening) (Feature, bool) {
	switch {
	case a.event.Type == b.event.Type:
		return sameType(a.event, b.event), true
	case a.class == b.class:
		return Feature{Name: "type", Weight: 0.15, Why: "both " + a.class}, true
	case slices.Contains(kin, [2]string{a.class, b.class}) || slices.Contains(kin, [2]string{b.class, a.class}):
		return Feature{Name: "type", Weight: 0.1, Why: a.class + " and " + b.class}, true
	case len(common(a.lemmas, b.lemmas)) > 0:
		return Feature{Name: "type", Weight: 0, Why: a.event.Type + " and " + b.event.Type}, true
	}
	return Feature{}, false
}

// sameType tells more by the modes: a visit and a telephone call are two sorts
// of one type.
func sameType(a, b graph.Event) Feature {
	modes := 0
	for _, m := range a.Modes {
		if slices.Contains(b.Modes, m) {
			modes++
		}
	}
	switch {
	case modes > 0:
		return Feature{Name: "type", Weight: 0.4, Why: "both " + a.Type + " " + strings.Join(a.Modes, "+")}
	case len(a.Modes) > 0 && len(b.Modes) > 0:
		return Feature{Name: "type", Weight: 0.2, Why: "both " + a.Type + ", but " + strings.Join(a.Modes, "+") + " and " + strings.Join(b.Modes, "+")}
	}
	return Feature{Name: "type", Weight: 0.3, Why: "both " + a.Type}
}

// reality sorts events into what happened, what is to come or was prevented,
// and what did not happen. A plan and its deed are two events.
func reality(e graph.Event) string {
	switch {
	case e.Negated || e.Realis == graph.Denied:
		return "denied"
	case e.Realis == graph.Foiled:
		return "foiled"
	case e.Realis == graph.Future || e.Realis == graph.Planned || e.Realis == graph.Hypothetical:
		return "not yet real"
	}
	return "real"
}

// participantFeatures compare who did and who suffered it.
func (c *corpus) participantFeatures(a, b *happening) []Feature {
	var out []Feature
	for _, side := range []string{"agent", "patient"} {
		out = append(out, c.sideFeatures(side, a.on(side), b.on(side))...)
	}
	return out
}

func (h *happening) on(side string) []participant {
	return slices.DeleteFunc(slices.Clone(h.parts), func(p participant) bool { return p.side != side })
}

func (c *corpus) sideFeatures(side string, a, b []participant) []Feature {
	named, states := map[string]string{}, map[string]string{}
	heads := map[string]bool{}
	for _, p := range a {
		for _, q := range b {
			switch {
			case p.cluster == q.cluster && p.sig.kind == string(graph.State):
				states[p.cluster] = p.sig.name
			case p.cluster == q.cluster:
				named[p.cluster] = p.sig.name
			case p.sig.described && q.sig.described:
				for _, h := range sharedHeads(p.sig, q.sig) {
					heads[h] = true
				}
			}
		}
	}
	var out []Feature
	if len(named) > 0 {
		out = append(out, Feature{Name: side, Weight: 0.35 + 0.15*float64(min(len(named), 2)-1), Why: "both: " + strings.Join(values(named), ", ")})
	}
	if len(states) > 0 {
		out = append(out, Feature{Name: side, Weight: 0.15, Why: "both: " + strings.Join(values(states), ", ")})
	}
	if both := common(heads, heads); len(both) > 0 {
		out = append(out, alikeFeature(side, both, a, b))
	}
	if len(out) == 0 && len(a) > 0 && len(b) > 0 {
		out = append(out, c.others(side, a, b))
	}
	return out
}

// alikeFeature weighs that both sides hold some of one sort, "23 pirates" and
// "the pirates"; 23 and 26 are others.
func alikeFeature(side string, sort []string, a, b []participant) Feature {
	f := Feature{Name: side, Weight: 0.1, Why: "both: " + strings.Join(sort, ", ")}
	if len(a) == 1 && len(b) == 1 {
		f.Weight = 0.2
	}
	for _, p := range a {
		for _, q := range b {
			x, y := countsOf(p.sig), countsOf(q.sig)
			if x != "" && y != "" && x != y && len(sharedHeads(p.sig, q.sig)) > 0 {
				return Feature{Name: side, Weight: -0.3, Why: p.sig.name + " / " + q.sig.name}
			}
		}
	}
	return f
}

// others weighs that two events have nobody in common on one side. Two victims
// are two events; two doers may be two views of one.
func (c *corpus) others(side string, a, b []participant) Feature {
	if p, q, ok := c.perhapsOne(a, b); ok {
		return Feature{Name: side, Weight: 0.15, Why: "perhaps one: " + p + " / " + q}
	}
	if p, q, ok := describedBy(a, b); ok {
		return Feature{Name: side, Weight: 0.1, Why: "perhaps one: " + p + " / " + q}
	}
	people, more := names(a, graph.Person), names(b, graph.Person)
	f := Feature{Name: side, Weight: -0.05, Why: list(a) + " / " + list(b)}
	switch {
	case slices.ContainsFunc(append(slices.Clone(a), b...), func(p participant) bool { return p.alleged }):
		// That two accounts blame two does not make it two deeds.
		f.Weight = 0
	case len(people) > 0 && len(more) > 0 && side == "patient":
		f.Weight = -0.6
	case len(people) > 0 && len(more) > 0:
		f.Weight = -0.3
	case role(a, "speaker") && role(b, "speaker"):
		// What is said is told apart by who says it.
		f.Weight = -0.4
	case allNamed(a) && allNamed(b):
		f.Weight = -0.2
	case len(people)+len(more) > 0:
		f.Weight = -0.1
	}
	return f
}

// perhapsOne finds two people who may be one: one by his surname only, the
// other by his full name.
func (c *corpus) perhapsOne(a, b []participant) (string, string, bool) {
	for _, p := range a {
		for _, q := range b {
			if p.sig.kind != string(graph.Person) || q.sig.kind != p.sig.kind {
				continue
			}
			f := c.actorFeatures(p.sig, q.sig, nil)
			if len(f) > 0 && !(Judged{Features: f}).contrary() {
				return p.sig.name, q.sig.name, true
			}
		}
	}
	return "", "", false
}

// describedBy finds that one account describes the only person whom the other
// names: "the actress".
func describedBy(a, b []participant) (string, string, bool) {
	if len(a) != 1 || len(b) != 1 {
		return "", "", false
	}
	p, q := a[0].sig, b[0].sig
	one := p.described != q.described && p.kind == string(graph.Person) && q.kind == p.kind
	return p.name, q.name, one
}

func allNamed(parts []participant) bool {
	return !slices.ContainsFunc(parts, func(p participant) bool { return p.sig.described || p.sig.kind == string(graph.State) })
}

func list(parts []participant) string {
	var out []string
	for _, p := range parts {
		out = append(out, p.sig.name)
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), ", ")
}

func role(parts []participant, role string) bool {
	return slices.ContainsFunc(parts, func(p participant) bool { return p.role == role })
}

// names lists the named participants of a kind.
func names(parts []participant, kind graph.ActorKind) []string {
	var out []string
	for _, p := range parts {
		if !p.sig.described && p.sig.kind == string(kind) {
			out = append(out, p.sig.name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// figureFeatures compare the figures that claims give for the two. Of one
// metric the nearest pair counts: an account also has parts of a whole and what
// others say, which differ from another's whole without being against it.
func figureFeatures(a, b *happening) []Feature {
	nearest := map[string]Feature{}
	for _, q := range a.figures {
		for _, r := range b.figures {
			if q.Metric != r.Metric || q.Unit != r.Unit || q.Population != r.Population {
				continue
			}
			f := figureFeature(q, r)
			if n, known := nearest[q.Metric]; !known || f.Weight > n.Weight {
				nearest[q.Metric] = f
			}
		}
	}
	best := Feature{}
	for _, metric := range slices.Sorted(maps.Keys(nearest)) {
		f := nearest[metric]
		if math.Abs(f.Weight) > math.Abs(best.Weight) || f.Weight == -best.Weight && f.Weight > 0 {
			best = f
		}
	}
	if best.Weight == 0 {
		return nil
	}
	return []Feature{best}
}

func figureFeature(q, r graph.Quantity) Feature {
	less, more := min(q.Value, r.Value), max(q.Value, r.Value)
	f := Feature{Name: "figure", Why: fmt.Sprintf("%s: %s / %s", q.Metric, q.Words, r.Words)}
	meet := (q.Low == nil || r.High == nil || *q.Low <= *r.High) && (r.Low == nil || q.High == nil || *r.Low <= *q.High)
	switch {
	case meet && less >= 0.8*more && less >= 100:
		f.Weight = 0.35
	case meet && less >= 0.8*more && less >= 10:
		f.Weight = 0.25
	case meet && less >= 0.8*more:
		f.Weight = 0.1
	case !meet && less < 0.5*more:
		f.Weight = -0.3
	case !meet:
		f.Weight = -0.1
	}
	return f
}

// namedFeature finds who is named in both accounts though the reader did not
// see what part he has.
func namedFeature(a, b *happening) []Feature {
	var both []string
	for id, name := range a.labeled {
		if b.labeled[id] != "" && !a.has(id) && !b.has(id) {
			both = append(both, name)
		}
	}
	if len(both) == 0 {
		return nil
	}
	slices.Sort(both)
	return []Feature{{Name: "named", Weight: 0.2, Why: "both: " + strings.Join(both, ", ")}}
}

func (h *happening) has(cluster string) bool {
	return slices.ContainsFunc(h.parts, func(p participant) bool { return p.cluster == cluster })
}

// storyWeight is what each name adds that two articles share.
const storyWeight = 0.15

// storyFeature says how much the two articles have in common besides: events
// of one story are more likely one.
func storyFeature(a, b *happening) []Feature {
	if gap, ok := a.reading.apart(b.reading); ok && gap > 45*day {
		return nil
	}
	sum, _ := shared(a.company, b.company)
	if sum == 0 {
		return nil
	}
	return []Feature{{Name: "story", Weight: min(0.3, storyWeight*sum), Why: fmt.Sprintf("the articles share names (%.2f)", sum)}}
}

// common lists what both sets hold, sorted.
func common(a, b map[string]bool) []string {
	var out []string
	for w, in := range a {
		if in && b[w] && w != "" {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

func values(m map[string]string) []string {
	var out []string
	for _, v := range m {
		out = append(out, v)
	}
	slices.Sort(out)
	return out
}
