package resolve

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/claimline/claimline/graph"
)

// ruleActor judges actors that have a name.
const ruleActor = "rule:actor"

// judgeActors judges all named actors that have something like one name.
func (c *corpus) judgeActors(p Policy) []verdict {
	stated := c.stated()
	out := judgeAll(c.actors, pairs(c.actors, actorKeys, worthKey), func(a, b *signature) (Judged, bool) {
		f := c.actorFeatures(a, b, stated)
		return p.judged(ruleActor, f), len(f) > 0
	})
	doubtful(c.actors, out)
	return out
}

// actorKeys are what two actors must share one of to be compared at all.
func actorKeys(s *signature) []string {
	if s.described {
		return nil
	}
	var keys []string
	if g, ok := s.groupOf(); ok {
		keys = append(keys, "group:"+g.name)
	}
	for i, f := range s.forms {
		keys = append(keys, "name:"+strings.Join(f.tokens, ""))
		if a := acronym(f.tokens); a != "" && i == 0 {
			keys = append(keys, "first:"+a)
		}
		if len(f.tokens) == 1 && len(f.whole) <= mostLetters {
			keys = append(keys, "first:"+f.whole)
		}
		switch {
		case s.kind != string(graph.Person):
			keys = append(keys, "like:"+spelling(f.tokens))
		case len(f.tokens) == 1 && i == 0:
			keys = append(keys, "surname:"+f.whole)
		case len(f.tokens) > 1 || i > 0:
			keys = append(keys, personKeys(f, i == 0)...)
		}
	}
	return keys
}

// personKeys are those of a full name, the first of somebody's or another.
func personKeys(f form, first bool) []string {
	whole := withoutGeneration(f.tokens)
	names := withoutParticles(whole)
	given, last := names[0], names[len(names)-1]
	keys := []string{"name:" + strings.Join(whole, ""), "names:" + inAnyOrder(names), "names:" + inAnyOrder([]string{fullFirstName(given), last}), "person:~" + spelling(names)}
	if first {
		keys = append(keys, "surname:"+last)
	}
	if n := len(names) - 1; n > 1 {
		keys = append(keys, "person:~"+spelling([]string{strings.Join(names[:n], ""), last}))
	}
	if given[0] < utf8.RuneSelf {
		keys = append(keys, "initial:"+given[:1]+" "+last)
	}
	return keys
}

// inAnyOrder is the same for names in whatever order they stand.
func inAnyOrder(names []string) string {
	sorted := slices.SortedFunc(slices.Values(names), func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
	return strings.Join(sorted, " ")
}

// worthKey keeps a surname from bringing together all who bear it: only with
// one of whom no more is known; and with a first letter only one who is called
// by that.
func worthKey(key string, a, b *signature) bool {
	switch {
	case strings.HasPrefix(key, "surname:"):
		return len(a.forms[0].tokens) == 1 || len(b.forms[0].tokens) == 1
	case strings.HasPrefix(key, "initial:"):
		return a.initialed() || b.initialed()
	}
	return true
}

// initialed reports whether a person is called by a first letter.
func (s *signature) initialed() bool {
	return slices.ContainsFunc(s.forms, func(f form) bool {
		names := withoutParticles(withoutGeneration(f.tokens))
		return len(names) > 1 && len(names[0]) == 1
	})
}

// actorFeatures compares two named actors; none at all means that there is
// nothing to judge.
func (c *corpus) actorFeatures(a, b *signature, stated map[[2]string]string) []Feature {
	if a.described || b.described || a.coll != b.coll {
		return nil
	}
	if !kindsAgree(a.kind, b.kind) {
		return c.misread(a, b)
	}
	like := nameLikeness(a, b)
	ga, oka := a.groupOf()
	gb, okb := b.groupOf()
	if oka && okb && ga.name == gb.name {
		like = likeness{weight: 1, why: "both are names of " + ga.name}
	}
	if like.weight == 0 {
		return nil
	}
	out := []Feature{{Name: "name", Weight: like.weight, Why: fmt.Sprintf("%s: %q, %q", like.why, a.name, b.name)}}
	if oka && okb && ga.name != gb.name {
		out = append(out, Feature{Name: "hierarchy", Weight: -1, Why: ga.relate(gb), Never: true})
	}
	if why := stated[pairOf(a.id, b.id)]; why != "" {
		out = append(out, Feature{Name: "hierarchy", Weight: -1, Why: why, Never: true})
	}
	out = append(out, countryFeature(a, b, -0.4)...)
	if a.kind == string(graph.Person) {
		out = append(out, personFeatures(a, b)...)
	}
	company := c.companyFeature(a, b)
	if sum, _ := shared(c.companyOf(a), c.companyOf(b), a.id, b.id); like.surname && sum >= sameStory && c.soleBearers(a, b) {
		// Whoever a text calls by a surname alone is one that its readers know
		// from the story.
		company = append(company, Feature{Name: "story", Weight: 0.3, Why: "a surname alone, in a story of the same people"})
	}
	return append(out, company...)
}

// soleBearers reports that no article in which a or b is named has both of them,
// or a third person of their surname: it would not be told whom it means.
func (c *corpus) soleBearers(a, b *signature) bool {
	last := func(s *signature) string {
		if names := withoutGeneration(s.forms[0].tokens); len(names) > 0 {
			return names[len(names)-1]
		}
		return ""
	}
	for _, r := range slices.Concat(a.readings, b.readings) {
		named := 0
		for id, actor := range r.actors {
			if s := c.of[Member{r.article.ID, id}]; actor.Kind == graph.Person && s != nil && !s.described && last(s) == last(a) {
				named++
			}
		}
		if named > 1 {
			return false
		}
	}
	return true
}

// sameStory is what two articles must have in common, a person and a body at
// least, for a surname to mean whoever bears it in the other.
const sameStory = 1.5

// misread compares a person with a body of the very same full name, in
// articles that name others in common: one of the readers was mistaken.
func (c *corpus) misread(a, b *signature) []Feature {
	person, body := a, b
	if b.kind == string(graph.Person) {
		person, body = b, a
	}
	f := person.forms[0]
	if person.kind != string(graph.Person) || body.kind != string(graph.Organization) || len(f.tokens) < 2 || f.whole != body.forms[0].whole {
		return nil
	}
	out := []Feature{{Name: "name", Weight: 1, Why: fmt.Sprintf("the same full name: %q, %q", a.name, b.name)},
		{Name: "kind", Weight: -0.3, Why: a.kind + " and " + b.kind}}
	return append(out, c.companyFeature(a, b)...)
}

// nameLikeness is that of the two forms that agree best. A surname alone is a
// person's alias within an article and no name to find him by elsewhere.
func nameLikeness(a, b *signature) likeness {
	best := likeness{}
	person := a.kind == string(graph.Person)
	for i, f := range a.forms {
		for j, g := range b.forms {
			l := likeness{}
			switch {
			case person:
				if (i == 0 || len(f.tokens) > 1) && (j == 0 || len(g.tokens) > 1) {
					l = personNames(f.tokens, g.tokens)
				}
			default:
				l = bodyNames(f, g)
			}
			if i+j > 0 && l.weight > 0 {
				// Another form may be a slip of the reader's.
				l.weight -= 0.1
				l.why += ", by another form"
			}
			if l.weight > best.weight {
				best = l
			}
		}
	}
	return best
}

// bodyNames compares two names of organizations, groups or states.
func bodyNames(f, g form) likeness {
	switch {
	case f.whole == g.whole && !f.bare && !g.bare:
		return likeness{weight: 1, why: "the same name"}
	case f.whole == g.whole:
		return likeness{weight: 0.9, why: "the same name but for its legal form, article or ship's prefix"}
	case f.whole == acronym(g.tokens) || g.whole == acronym(f.tokens):
		return likeness{weight: 0.6, why: "one is the other's first letters"}
	case spelledAlike(f.tokens, g.tokens):
		return likeness{weight: 0.6, why: "names that are spelled alike"}
	}
	return likeness{}
}

// kindsAgree reports whether two kinds may be one actor's. The reader may take
// an agency for a company, but a person is no state.
func kindsAgree(a, b string) bool {
	body := func(k string) bool {
		switch graph.ActorKind(k) {
		case graph.Organization, graph.PublicBody, graph.ArmedGroup, graph.MediaOutlet:
			return true
		}
		return false
	}
	return a == b || body(a) && body(b)
}

func countryFeature(a, b *signature, conflict float64) []Feature {
	switch {
	case a.country == "" || b.country == "":
		return nil
	case a.country == b.country:
		return []Feature{{Name: "country", Weight: 0.1, Why: "both of " + a.country}}
	}
	return []Feature{{Name: "country", Weight: conflict, Why: a.country + " and " + b.country}}
}

// personFeatures are what keeps two people of one name apart.
func personFeatures(a, b *signature) []Feature {
	var out []Feature
	ga, gb := generation(a.forms[0].tokens), generation(b.forms[0].tokens)
	switch {
	case ga == gb:
	case ga != "" && gb != "":
		out = append(out, Feature{Name: "generation", Weight: -1, Why: ga + " and " + gb, Never: true})
	default:
		out = append(out, Feature{Name: "generation", Weight: -0.35, Why: "only one of them is called " + ga + gb})
	}
	if otherMiddle(a.forms[0].tokens, b.forms[0].tokens) {
		out = append(out, Feature{Name: "middle", Weight: -0.5, Why: a.name + " / " + b.name})
	}
	out = append(out, roleFeature(a, b)...)
	if gap := yearsApart(a, b); gap > 20 {
		out = append(out, Feature{Name: "time", Weight: -0.3, Why: fmt.Sprintf("named %d years apart", gap)})
	}
	return out
}

// roleFeature compares for whom two people work and what is said before their
// names. Two employers speak against one person; two descriptions do not,
// since one is a dentist and a defendant.
func roleFeature(a, b *signature) []Feature {
	both := sameRoles(a.roles, b.roles)
	if len(both) == 0 {
		both = append(titledBy(a, b), titledBy(b, a)...)
	}
	if said := common(a.titles, b.titles); len(both) == 0 && len(said) > 1 {
		both = said
	}
	if len(both) == 0 {
		both = common(offices(a), offices(b))
	}
	switch {
	case len(both) > 0:
		return []Feature{{Name: "role", Weight: 0.2, Why: "both: " + strings.Join(both, ", ")}}
	case len(a.roles) > 0 && len(b.roles) > 0:
		return []Feature{{Name: "role", Weight: -0.25, Why: fmt.Sprintf("%s / %s", words(a.roles), words(b.roles))}}
	}
	return nil
}

// sameRoles lists what stands in both, or within a longer name in the other:
// "police" in one is "vancouver police" in the other, "the disaster office" is
// "the national disaster office", but "university of oslo" and "university of
// bergen" are two.
func sameRoles(a, b map[string]bool) []string {
	var out []string
	for x := range a {
		for y := range b {
			short, long := strings.TrimPrefix(x, "the "), strings.TrimPrefix(y, "the ")
			if len(short) > len(long) {
				short, long = long, short
			}
			if strings.Contains(" "+long+" ", " "+short+" ") {
				out = append(out, min(x, y))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// titledBy lists the employers of a whose whole name stands before b's: "the
// Vancouver police spokesperson".
func titledBy(a, b *signature) []string {
	var out []string
	for role := range a.roles {
		if !slices.ContainsFunc(strings.Fields(role), func(w string) bool { return !b.titles[w] && !stop[w] }) {
			out = append(out, role)
		}
	}
	slices.Sort(out)
	return out
}

func words(roles map[string]bool) string {
	return strings.Join(slices.Sorted(maps.Keys(roles)), ", ")
}

// yearsApart is the number of years between the articles that name a and
// those that name b, 0 where the spans overlap or are not known.
func yearsApart(a, b *signature) int {
	fa, la := a.span()
	fb, lb := b.span()
	if fa.IsZero() || fb.IsZero() {
		return 0
	}
	return max(0, fb.Year()-la.Year(), fa.Year()-lb.Year())
}

// span is when the first and the last of the articles of s appeared.
func (s *signature) span() (first, last time.Time) {
	for _, r := range s.readings {
		if !r.at.Known() || r.at.Earliest.IsZero() {
			continue
		}
		if first.IsZero() || r.at.Earliest.Before(first) {
			first = r.at.Earliest
		}
		if r.at.Earliest.After(last) {
			last = r.at.Earliest
		}
	}
	return first, last
}

func (c *corpus) companyFeature(a, b *signature) []Feature {
	sum, ids := shared(c.companyOf(a), c.companyOf(b), a.id, b.id)
	if sum == 0 {
		return nil
	}
	var names []string
	for _, id := range ids {
		if len(names) < 4 {
			names = append(names, cmpName(a.readings, id))
		}
	}
	return []Feature{{Name: "company", Weight: min(0.3, 0.1*sum), Why: "both are named beside " + strings.Join(names, ", ")}}
}

func cmpName(readings []*reading, id string) string {
	for _, r := range readings {
		if n := r.name(id); n != "" {
			return n
		}
	}
	return id
}

// stated collects which two actors are related to each other by the word of
// some article, and so are two: a branch is not what it branched from, a
// member not what he is a member of.
func (c *corpus) stated() map[[2]string]string {
	out := map[[2]string]string{}
	for _, r := range c.readings {
		for _, l := range r.rels {
			if l.Type == graph.LocatedIn || graph.KindOf(l.To) != graph.KindActor {
				continue
			}
			pair := pairOf(l.From, l.To)
			why := fmt.Sprintf("%s %s %s", r.name(l.From), strings.ToLower(strings.ReplaceAll(string(l.Type), "_", " ")), r.name(l.To))
			if out[pair] == "" || why < out[pair] {
				out[pair] = why
			}
		}
	}
	return out
}

func pairOf(a, b string) [2]string {
	a, b = ordered(a, b)
	return [2]string{a, b}
}
