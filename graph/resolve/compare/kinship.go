package compare

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

// upward are the relationships along which one actor is a part, member or
// mouthpiece of another.
var upward = []graph.RelType{graph.MemberOf, graph.OffshootOf, graph.AffiliateOf, graph.SpokesFor, graph.EmployedBy, graph.Leads}

// A kinship is the hierarchy among actor clusters.
type kinship struct {
	names   map[string]name
	forms   map[string]map[string]bool          // cluster → all its names, folded
	up      map[string]map[string]graph.RelType // cluster → what it belongs to, and how
	country map[string]string                   // of states and public bodies
	nation  map[string]string                   // the least country that records give an actor
}

// reach is how many steps of the hierarchy are followed: a cell of a branch
// of a group.
const reach = 3

func (r *reader) kinship() *kinship {
	k := &kinship{names: r.names, forms: r.forms, up: map[string]map[string]graph.RelType{}, country: map[string]string{}, nation: map[string]string{}}
	for _, l := range r.g.Relationships {
		k.settle(r.actors[l.To], r.same(l.Article, l.To))
		if !slices.Contains(upward, l.Type) || r.actors[l.From] == nil || r.actors[l.To] == nil {
			continue
		}
		from, to := r.same(l.Article, l.From), r.same(l.Article, l.To)
		if k.up[from] == nil {
			k.up[from] = map[string]graph.RelType{}
		}
		if old, known := k.up[from][to]; from != to && (!known || l.Type < old) {
			k.up[from][to] = l.Type
		}
	}
	return k
}

// settle notes the country of an actor; of several the least, so that order
// does not show.
func (k *kinship) settle(a *graph.Actor, cluster string) {
	if a == nil || a.Country == "" {
		return
	}
	maps := []map[string]string{k.nation}
	if a.Kind == graph.State || a.Kind == graph.PublicBody {
		maps = append(maps, k.country)
	}
	for _, m := range maps {
		if old, known := m[cluster]; !known || a.Country < old {
			m[cluster] = a.Country
		}
	}
}

// below reports whether a belongs to b, with the way in words.
func (k *kinship) below(a, b string) (string, bool) {
	type step struct{ at, way string }
	seen := map[string]bool{a: true}
	now := []step{{a, k.names[a].text}}
	for range reach {
		var next []step
		for _, s := range now {
			for _, to := range sortedKeys(k.up[s.at]) {
				way := s.way + " " + relWords[k.up[s.at][to]] + " " + k.names[to].text
				if to == b {
					return way, true
				}
				if !seen[to] {
					seen[to] = true
					next = append(next, step{to, way})
				}
			}
		}
		now = next
	}
	return k.named(a, b)
}

// named reports that a name of the one holds a name of the other: "Islamic
// State" and "Islamic State-Khorasan", "the army" and "members of the army".
func (k *kinship) named(a, b string) (string, bool) {
	if k.names[a].kind == graph.Person || k.names[b].kind == graph.Person {
		return "", false // a person is no part of another
	}
	for _, long := range sortedKeys(k.forms[a]) {
		for _, short := range sortedKeys(k.forms[b]) {
			if long != short && strings.Contains(" "+long+" ", " "+short+" ") {
				return "the name “" + long + "” holds “" + short + "”", true
			}
		}
	}
	return "", false
}

// namesake reports two people of whom a name of the one is a part of a name of
// the other: "Jackson" and "Vincent Jackson".
func (k *kinship) namesake(a, b string) bool {
	for x := range k.forms[a] {
		for y := range k.forms[b] {
			if strings.Contains(" "+x+" ", " "+y+" ") || strings.Contains(" "+y+" ", " "+x+" ") {
				return true
			}
		}
	}
	return false
}

// fold is a name as words: lower case, without marks and without "the".
func fold(name string) string {
	var words []string
	for _, t := range tokens(name) {
		if t.word != "the" {
			words = append(words, t.word)
		}
	}
	return strings.Join(words, " ")
}

// relWords read a relationship between two names.
var relWords = map[graph.RelType]string{
	graph.MemberOf: "is part of", graph.OffshootOf: "is an offshoot of", graph.AffiliateOf: "is an affiliate of", graph.SpokesFor: "speaks for",
	graph.EmployedBy: "works for", graph.Leads: "leads",
}

// related reports that the records join two actors in any way that lets one
// deed be called the deed of either.
func (k *kinship) related(a, b string) bool {
	if a == b || k.country[a] != "" && k.country[a] == k.country[b] {
		return true
	}
	_, up := k.below(a, b)
	_, down := k.below(b, a)
	if up || down {
		return true
	}
	for parent := range k.up[a] {
		if _, ok := k.up[b][parent]; ok {
			return true // two branches of one parent
		}
	}
	return false
}
