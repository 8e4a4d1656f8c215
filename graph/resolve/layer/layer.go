// Package layer keeps what follows from the records beside them in a store:
// which nodes are one (package resolve) and how what is claimed stands to each
// other (package compare). In go the articles that a store says have changed;
// out comes the part of the layer that they touch, put in one transaction.
//
// The layer is a function of the articles of a collection and of what people
// judged. The articles are cut into stories: two are of one story when a chain
// of names that no more than resolve.Hub articles use leads from one to the
// other, or when a person judged of both. Each story is resolved and compared
// by itself. So an article that comes or goes touches its own story, and what
// that falls into or grows together with, and nothing else; and order,
// repetition and deletion leave no trace.
//
// The price: a name that more articles use is taken for one thing in all of
// them (one for each country, of people), a forecast expires by the dates of
// its own story, and where most articles hang together by rare names, the
// story is most of the collection.
package layer

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
	"github.com/claimline/claimline/graph/resolve/compare"
)

// A story is articles that are resolved together, with what follows.
type story struct {
	subs    []*graph.Subgraph
	result  *resolve.Result
	set     *compare.Set
	all     graph.Subgraph
	article map[string]string          // claim or event → its article
	about   map[string][]string        // claim → clusters of events
	of      map[string][]graph.Member  // cluster → members
	units   map[string]map[string]bool // node → its units
	holder  map[string]string          // node → the first article that has it
	errs    []error
	out     []graph.Finding
}

// Derive makes the layer of one story. Common is that of resolve.Options.
func Derive(subs []*graph.Subgraph, judgements []graph.Judgement, common func(id string) bool) ([]graph.Member, []graph.Finding, error) {
	s := &story{subs: subs, article: map[string]string{}, about: map[string][]string{}, of: map[string][]graph.Member{}, units: map[string]map[string]bool{}, holder: map[string]string{}}
	s.result = resolve.Resolve(subs, resolve.Options{Judgements: judgements, Common: common})
	members := s.members()
	for _, sub := range subs {
		s.all.Add(sub.Records()...)
	}
	s.all.Normalize()
	same := func(article, id string) string { return s.result.Cluster(resolve.Member{Article: article, ID: id}) }
	s.set = compare.New(&s.all, same, s.result.KeptApart(judgements))
	for _, e := range s.all.Events {
		s.article[e.ID] = e.Article
	}
	for _, c := range s.all.Claims {
		s.article[c.ID] = c.Article
	}
	for _, l := range s.all.Relationships {
		if l.Type == graph.AboutRel && graph.KindOf(l.To) == graph.KindEvent {
			s.about[l.From] = append(s.about[l.From], same(l.Article, l.To))
		}
	}
	s.judged(graph.FindingMerge, s.result.Merges, common)
	s.judged(graph.FindingProposal, s.result.Proposals, common)
	s.judged(graph.FindingRefusal, s.result.Refusals, common)
	s.parts()
	s.claims()
	if len(s.errs) > 0 {
		return nil, nil, s.errs[0]
	}
	return members, s.out, nil
}

// members lists the nodes of all articles with their clusters.
func (s *story) members() []graph.Member {
	var out []graph.Member
	for _, sub := range s.subs {
		article := sub.Articles[0].ID
		for _, r := range sub.Records() {
			switch r.RecordKind() {
			case graph.KindActor, graph.KindPlace, graph.KindEvent:
				m := resolve.Member{Article: article, ID: r.RecordID()}
				out = append(out, graph.Member{Article: article, Node: m.ID, Unit: s.result.Unit(m), Cluster: s.result.Cluster(m)})
			}
		}
	}
	slices.SortFunc(out, func(a, b graph.Member) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Node, b.Node))
	})
	out = slices.Compact(out)
	for _, m := range out {
		s.of[m.Cluster] = append(s.of[m.Cluster], m)
		s.holder[m.Node] = cmp.Or(s.holder[m.Node], m.Article)
		if s.units[m.Node] == nil {
			s.units[m.Node] = map[string]bool{}
		}
		s.units[m.Node][m.Unit] = true
	}
	return out
}

// find adds a finding with an id of its own.
func (s *story) find(f graph.Finding, body any, parts ...string) {
	data, err := json.Marshal(body)
	if err != nil {
		s.errs = append(s.errs, fmt.Errorf("layer: %s: %w", f.Kind, err))
		return
	}
	f.Body = data
	f.ID = "fnd_" + graph.NewID("Finding", append([]string{string(f.Kind), f.Type}, parts...)...)
	for _, list := range []*[]string{&f.About, &f.Needs, &f.Parts} {
		slices.Sort(*list)
		*list = slices.Compact(slices.DeleteFunc(*list, func(x string) bool { return x == "" }))
	}
	s.out = append(s.out, f)
}

// judged files judgements of pairs, the surest first. Between two names that
// everybody uses each story sees something else, and nothing is said.
func (s *story) judged(kind graph.FindingKind, list []resolve.Judged, common func(string) bool) {
	for _, j := range list {
		if common != nil && common(j.A.ID) && common(j.B.ID) && j.A.Article != "" {
			continue
		}
		f := graph.Finding{Kind: kind, Type: string(graph.KindOf(j.A.ID)), About: []string{j.A.ID, j.B.ID}, Sort: fmt.Sprintf("%06.0f %s", 5e5-1e4*j.Score, j.A.ID)}
		for _, m := range []resolve.Member{j.A, j.B} {
			f.Needs = append(f.Needs, s.unitOf(m))
		}
		f.Owner = cmp.Or(j.A.Article, s.holder[j.A.ID])
		s.find(f, j, j.A.Article, j.A.ID, j.B.Article, j.B.ID, j.By, f.Owner)
	}
}

// unitOf is the unit of a member, or, of what a person judged, the first that
// its node has.
func (s *story) unitOf(m resolve.Member) string {
	if m.Article != "" {
		return s.result.Unit(m)
	}
	least := ""
	for u := range s.units[m.ID] {
		if least == "" || u < least {
			least = u
		}
	}
	return least
}

func (s *story) parts() {
	for _, p := range s.result.Parts {
		f := graph.Finding{Kind: graph.FindingPart, About: []string{p.Part, p.Whole}, Needs: []string{p.Part, p.Whole}, Sort: p.Part, Owner: s.of[p.Part][0].Article}
		s.find(f, p, p.Part, p.Whole)
	}
}
