// Package compare says how what several articles claim of one thing stands to
// each other. In go the records of the articles and a lookup that says which
// nodes are one; out come typed links between claims, each with its reason in
// words, the groups of claims that put forward one proposition with their
// independent origins, the series of a figure over time, forecasts with what
// came of them, and the variants of one quotation.
//
// Nothing is judged true or false, and nothing overwrites anything: figures are
// compared as intervals within one scope, accounts of who did it along the
// hierarchy of actors, statements by the words and nodes they share. A claim
// that is only weaker, wider, earlier or about a part does not contradict.
// Where the records do not say enough to compare, there is no link; a missing
// link means "not compared" and never "agrees".
//
// Events that are likely one, though not sure enough to be one in the graph, are
// compared as one, and the reason says so; series, forecasts and clashes of time
// or place take only what is sure.
//
// Everything is a function of the set of records: order and repetition of the
// input do not show, and an article that leaves leaves what would be there had
// it never come.
package compare

import (
	"cmp"
	"slices"
	"time"

	"github.com/claimline/claimline/graph"
)

// Same gives the cluster that a node belongs to, an actor, place or event as
// one article knows it. Nodes of one cluster are one thing.
type Same func(article, id string) string

// A Set is the claims of several articles made ready to be compared. It is
// safe for concurrent use once made.
type Set struct {
	same     Same
	accounts []*account // sorted by claim id
	byID     map[string]*account
	articles map[string]*graph.Article
	names    map[string]name            // cluster of an actor or place → what to call it
	kin      *kinship                   // between actor clusters
	places   *geography                 // between place clusters
	events   map[string]*happening      // event cluster → what is known of it, with what is likely one
	sure     map[string]*happening      // the same without
	tells    map[string]map[string]bool // article → clusters of its events
	casts    map[string]map[string]bool // article → clusters that it names
	lands    map[string]map[string]bool // article → clusters of the states and countries that it names
	named    map[string]int             // cluster → articles that name it
	figured  map[string][]*account      // article → its claims that give a figure
	// origins joins articles that come from one place.
	origins *origins
}

// Apart tells of two clusters of events that somebody said they are not one.
type Apart func(a, b string) bool

// New makes a Set of the records of any number of articles. A nil same takes
// every node for itself. Events that are likely one are compared as one, but
// for those that apart, where it is given, keeps apart.
func New(sub *graph.Subgraph, same Same, apart ...Apart) *Set {
	if same == nil {
		same = func(_, id string) string { return id }
	}
	// What was read twice counts once, and the order of the input not at all.
	g := graph.Subgraph{}
	g.Add(sub.Records()...)
	g.Normalize()
	s := &Set{same: same, byID: map[string]*account{}, figured: map[string][]*account{}, articles: map[string]*graph.Article{}}
	for i := range g.Articles {
		s.articles[g.Articles[i].ID] = &g.Articles[i]
	}
	r := s.read(&g, same)
	s.sure = s.events
	if one := s.joined(r, apart); len(one) > 0 {
		known := r.same
		r = s.read(&g, func(article, id string) string {
			c := same(article, id)
			return cmp.Or(one[c], c)
		})
		r.known = known
	}
	for _, c := range g.Claims {
		if a := r.account(c, s.articles[c.Article]); a != nil {
			s.accounts = append(s.accounts, a)
			s.byID[c.ID] = a
			if c.Quantity != nil {
				s.figured[c.Article] = append(s.figured[c.Article], a)
			}
		}
	}
	s.refer()
	s.origins = newOrigins(g.Articles)
	return s
}

// read indexes the records under a lookup of nodes.
func (s *Set) read(g *graph.Subgraph, same Same) *reader {
	r := newReader(g, same)
	r.events, r.known = r.happenings(), r.same
	s.names, s.events, s.tells = r.names, r.events, map[string]map[string]bool{}
	for _, e := range g.Events {
		if s.tells[e.Article] == nil {
			s.tells[e.Article] = map[string]bool{}
		}
		s.tells[e.Article][r.same(e.Article, e.ID)] = true
	}
	s.kin, s.places = r.kinship(), r.geography()
	s.cast(r)
	return r
}

// Links compares all claims that have something in common and returns the
// links between them by type, then by the ids of their ends.
func (s *Set) Links() []Link {
	var out []Link
	for _, p := range s.candidates() {
		out = append(out, s.relate(p.a, p.b)...)
	}
	out = s.carry(s.echoes(out))
	slices.SortFunc(out, compareLinks)
	return slices.CompactFunc(out, func(a, b Link) bool { return a.Type == b.Type && a.A == b.A && a.B == b.B })
}

// rules are all ways in which two claims can stand to each other, the surest
// first. Each sees the pair in the order of ids.
var rules = []func(s *Set, a, b *account) (Link, bool){
	(*Set).answer,
	(*Set).restates,
	(*Set).figures,
	(*Set).doers,
	(*Set).otherSide,
	(*Set).winners,
	(*Set).opposed,
	(*Set).retort,
	(*Set).recants,
	(*Set).counter,
	(*Set).contraryTo,
	(*Set).when,
	(*Set).where,
	(*Set).foretell,
	(*Set).agree,
}

func (s *Set) relate(a, b *account) []Link {
	if b.claim.ID < a.claim.ID {
		a, b = b, a
	}
	if a.silent || b.silent || a.article == b.article && a.span.Overlaps(b.span) && a.refers != b && b.refers != a {
		// What one sentence says in one breath is one account, whoever of a
		// chain is held to say it.
		return nil
	}
	var out []Link
	for _, rule := range rules {
		if l, ok := rule(s, a, b); ok && !outdone(out, l) {
			if together := a.sharedEvents(b); len(together) > 0 && a.home != b.home && a.main() == b.main() {
				l.Why += likelyOne
			}
			out = append(out, l.voiced(a, b))
		}
	}
	return out
}

// likelyOne ends the reason of a link between claims whose events were not
// found to be one for certain.
const likelyOne = " (that both are about one event is likely, not certain)"

// outdone reports that a surer link makes l needless: one that says how the
// claims stand to each other, or that their figures were compared.
func outdone(links []Link, l Link) bool {
	return slices.ContainsFunc(links, func(o Link) bool {
		return o.Neutral() != "" && l.Neutral() != "" || o.Of == OfFigure && (l.Type == Agrees || l.Type == Partly)
	})
}

// oneStory reports that two articles tell of one event.
func (s *Set) oneStory(a, b string) bool { return a == b || shares(s.tells[a], s.tells[b]) }

// latest is the last day that any article speaks from; zero when none is dated.
func (s *Set) latest() time.Time {
	var out time.Time
	for _, a := range s.articles {
		if at := stamp(a); at.Known() && at.Latest.After(out) {
			out = at.Latest
		}
	}
	return out
}

// stamp is the date of an article: when it was published or, failing that,
// what somebody supplied for it.
func stamp(a *graph.Article) *graph.Interval {
	if a.Published != nil {
		return a.Published
	}
	return a.Anchor
}

func compareLinks(a, b Link) int {
	return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
}
