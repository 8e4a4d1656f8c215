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

	claimInScope = `
WHERE ` + ownedInScope + `
  AND ` + nOverlaps

	ofActAndMetric = `
  AND ($q.acts IS NULL OR n.act IN $q.acts)
  AND ($q.metric IS NULL OR n.metric = $q.metric)`

	ofClaimSource = ` AND ($q.source IS NULL OR EXISTS { (n)-[:ATTRIBUTED_TO]->(:Actor {id: $q.source}) })`
	aboutNode     = ` AND ($q.about IS NULL OR EXISTS { MATCH (n)-[:ABOUT]->(o) WHERE o.id = $q.about })`

	claimsAnywhere   = fromClaims + claimInScope + ofActAndMetric + aboutNode
	claimsInArticle  = fromClaimsOfArticle + claimInScope + ofActAndMetric + ofClaimSource + aboutNode
	claimsFromSource = fromClaimsOfSource + claimInScope + ofActAndMetric + aboutNode
	claimsAboutNode  = fromClaimsAbout + claimInScope + ofActAndMetric + ofClaimSource
)

var (
	allClaims       = statements{claimsAnywhere + afterSort + pageBySort, claimsAnywhere + countToMost}
	claimsOfArticle = statements{claimsInArticle + afterSort + pageBySort, claimsInArticle + countToMost}
	claimsOfSource  = statements{claimsFromSource + afterSort + pageBySort, claimsFromSource + countToMost}
)

// claimsAbout are the statements for claims about a node, by its kind.
var claimsAbout = map[graph.Kind]statements{
	graph.KindEvent: aboutA(graph.KindEvent),
	graph.KindActor: aboutA(graph.KindActor),
	graph.KindPlace: aboutA(graph.KindPlace),
	graph.KindClaim: aboutA(graph.KindClaim),
}

func aboutA(kind graph.Kind) statements {
	from := typed(claimsAboutNode, kind)
	return statements{from + afterSort + pageBySort, from + countToMost}
}

// Claims lists claims by the publication of their article and their place in it.
func (s *Store) Claims(ctx context.Context, q graph.ClaimQuery) (graph.Answer, error) {
	ask := question{
		what: "claims", scope: q.Scope, page: q.Page, statement: allClaims,
		params: params{
			"acts": listed(q.Acts), "article": given(q.Article), "source": given(q.Source), "about": given(q.About), "metric": given(q.Metric),
		}.dated(q.Said),
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
