package layer

import (
	"cmp"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve/compare"
)

// A Proposition is compare's, with the article of each of its claims.
type Proposition struct {
	compare.Proposition
	Article map[string]string `json:"article"`
}

// claims files how the claims of a story stand to each other.
func (s *story) claims() {
	for _, l := range s.set.Links() {
		f := graph.Finding{Kind: graph.FindingLink, Type: string(l.Type), About: s.told(l.A, l.B), Needs: []string{s.article[l.A], s.article[l.B]}, Owner: s.article[l.A]}
		f.Sort = s.when(l.A, l.B) + " " + l.A
		s.find(f, l, l.A, l.B)
	}
	for _, p := range s.set.Propositions() {
		told := Proposition{p, map[string]string{}}
		f := graph.Finding{Kind: graph.FindingProposition, Type: string(p.Facet), About: s.told(p.Claims...), Sort: p.ID}
		for _, c := range p.Claims {
			told.Article[c] = s.article[c]
			f.Parts = append(f.Parts, s.article[c])
		}
		f.Owner = f.Parts[0]
		s.find(f, told, p.ID)
	}
	for _, row := range s.set.Series() {
		f := graph.Finding{Kind: graph.FindingSeries, Type: row.Metric, About: []string{row.Event}, Sort: row.Event + " " + row.Metric}
		for _, p := range row.Points {
			f.About = append(f.About, p.Claim)
			f.Parts = append(f.Parts, p.Article)
		}
		f.Owner = f.Parts[0]
		s.find(f, row, row.Event, row.Metric, row.Population, row.Unit)
	}
	for _, c := range s.set.Forecasts() {
		f := graph.Finding{Kind: graph.FindingForecast, Type: string(c.Outcome), About: append(s.told(c.Claim), c.Event), Needs: []string{s.article[c.Claim]}, Owner: s.article[c.Claim]}
		for _, m := range s.of[c.Event] {
			f.Parts = append(f.Parts, m.Article)
		}
		f.Sort = s.when(c.Claim) + " " + c.Claim
		s.find(f, c, c.Claim)
	}
	for _, q := range s.set.Quotations() {
		f := graph.Finding{Kind: graph.FindingQuotation}
		for _, v := range q.Variants {
			f.About = append(f.About, v.Claim)
			f.Parts = append(f.Parts, v.Article)
		}
		f.Owner, f.Sort = f.Parts[0], f.About[0]
		s.find(f, q, strings.Join(f.About, " "), f.Owner)
	}
}

// told are claims and what events they are about.
func (s *story) told(claims ...string) []string {
	var out []string
	for _, c := range claims {
		out = append(append(out, c), s.about[c]...)
	}
	return out
}

// when is the date of the latest article that made one of the claims; undated
// ones sort last.
func (s *story) when(claims ...string) string {
	latest := ""
	for _, c := range claims {
		i := slices.IndexFunc(s.all.Articles, func(a graph.Article) bool { return a.ID == s.article[c] })
		if p := s.all.Articles[i].Published; p != nil {
			latest = max(latest, graph.Timestamp(p.Earliest))
		}
	}
	return cmp.Or(latest, "~")
}
