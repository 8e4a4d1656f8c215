package neo4j

import (
	"context"

	"github.com/claimline/claimline/graph"
)

// A list of claims starts from what narrows it most.
const (
	fromClaims          = "\nMATCH (n:Claim)"
	fromClaimsOfArticle = "\nMATCH (n:Claim {article: $q.article})"
	fromClaimsOfSource  = "\nMATCH (:Actor {id: $q.source})<-[:ATTRIBUTED_TO]-(n:Claim)\nWITH DISTINCT n"
	fromClaimsAbout     = "\nMATCH (:%s {id: $q.about})<-[:ABOUT]-(n:Claim)\nWITH DISTINCT n"

	claimFilter = `
WHERE ` + ownedInScope + `
  AND ($q.source IS NULL OR EXISTS { (n)-[:ATTRIBUTED_TO]->(:Actor {id: $q.source}) })
  AND ` + nOverlaps

	claimsFilter = claimFilter + `
  AND ($q.acts IS NULL OR n.act IN $q.acts)
  AND ($q.article IS NULL OR n.article = $q.article)
  AND ($q.about IS NULL OR EXISTS { MATCH (n)-[:ABOUT]->(o) WHERE o.id = $q.about })
  AND ($q.metric IS NULL OR n.metric = $q.metric)`

	claimsPage  = claimsFilter + afterSort + pageBySort
	claimsCount = claimsFilter + countToMost
)

var (
	allClaims       = statements{fromClaims + claimsPage, fromClaims + claimsCount}
	claimsOfArticle = statements{fromClaimsOfArticle + claimsPage, fromClaimsOfArticle + claimsCount}
	claimsOfSource  = statements{fromClaimsOfSource + claimsPage, fromClaimsOfSource + claimsCount}
)

// claimsAbout are the statements for claims about a node, by its kind.
var claimsAbout = map[graph.Kind]statements{
	graph.KindEvent: aboutA(graph.KindEvent),
	graph.KindActor: aboutA(graph.KindActor),
	graph.KindPlace: aboutA(graph.KindPlace),
	graph.KindClaim: aboutA(graph.KindClaim),
}

func aboutA(kind graph.Kind) statements {
	from := typed(fromClaimsAbout, kind)
	return statements{from + claimsPage, from + claimsCount}
}

// Claims lists claims by the publication of their article and their place in it.
func (s *Store) Claims(ctx context.Context, q graph.ClaimQuery) (graph.Answer, error) {
	ask := question{
		what: "claims", scope: q.Scope, page: q.Page, statement: allClaims,
		params: params{
			"acts": listed(q.Acts), "article": given(q.Article), "source": given(q.Source), "about": given(q.About), "metric": given(q.Metric),
			"from": instant(q.Said.From), "to": instant(q.Said.To),
		},
	}
	about, known := claimsAbout[graph.KindOf(q.About)]
	switch {
	case q.Article != "":
		ask.statement = claimsOfArticle
	case known:
		ask.statement = about
	case q.Source != "":
		ask.statement = claimsOfSource
	}
	return s.list(ctx, ask)
}
