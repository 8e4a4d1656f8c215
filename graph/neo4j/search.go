package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

const (
	// searchMatch gives what the index finds, with its place in the order of
	// kinds.
	searchMatch = `
CALL db.index.fulltext.queryNodes('` + fulltext + `', $q.query) YIELD node AS n
WITH n,
  CASE WHEN n:Article THEN 4 WHEN n:Claim THEN 3 WHEN n:Event THEN 2 WHEN n:Place THEN 1 ELSE 0 END AS rank
WHERE ` + nInCollections + `
  AND ($q.ranks IS NULL OR rank IN $q.ranks)
  AND ($q.types IS NULL OR ` + searchType + ` IN $q.types)`

	// searchType is what facets and filters call the type of a node.
	searchType = `CASE rank WHEN 0 THEN n.kind WHEN 2 THEN n.type WHEN 3 THEN n.act END`

	// The index finds a shared node by the words of all articles; within
	// bounds the words of the articles there must do.
	searchInBounds = searchMatch + `
  AND (n.article IS NOT NULL AND EXISTS { MATCH (a:Article {id: n.article}) WHERE ` + aInBounds + ` }
    OR n.article IS NULL
      AND all(term IN $q.terms WHERE EXISTS { MATCH (n)<-[m:MENTIONS]-(a:Article) WHERE term IN m.words AND ` + aInBounds + ` })
      AND EXISTS { MATCH (n)<-[m:MENTIONS]-(a:Article) WHERE any(word IN m.words WHERE word STARTS WITH $q.last) AND ` + aInBounds + ` })`

	searchClass = `CASE WHEN n.nameKey = $q.name THEN 0 WHEN n.nameKey STARTS WITH $q.name THEN 1 ELSE 2 END`

	// All that is found is gone through once, for its number and for the groups
	// of one class and kind, of which only those are put in order that the page
	// can reach into. A group that the page before ended in may have nothing
	// left.
	searchPage = `
WITH n, rank, ` + searchClass + ` AS class
WITH class, rank, collect(n) AS nodes
ORDER BY class, rank
WITH collect({class: class, rank: rank, nodes: nodes}) AS groups
WITH reduce(sum = 0, g IN groups | sum + size(g.nodes)) AS count,
  [g IN groups WHERE g.class > $q.afterClass OR g.class = $q.afterClass AND g.rank >= $q.afterRank] AS groups
WITH count, groups,
  CASE WHEN groups[0].class = $q.afterClass AND groups[0].rank = $q.afterRank THEN 1 ELSE 0 END AS whole
UNWIND [i IN range(0, size(groups) - 1) WHERE reduce(sum = 0, g IN groups[whole..i] | sum + size(g.nodes)) < $q.limit | groups[i]] AS group
UNWIND group.nodes AS n
WITH count, group.class AS class, group.rank AS rank, n.sort AS sort, n.id AS id
WHERE class > $q.afterClass OR rank > $q.afterRank OR sort > $q.afterSort OR sort = $q.afterSort AND id > $q.afterID
RETURN count, id, sort, class
ORDER BY class, rank, sort, id
LIMIT $q.limit`

	facetsOfAll = `
RETURN rank, ` + searchType + ` AS type, n.collection AS collection, count(*) AS count`

	// Of too many, those are counted that come first by kind and sort.
	facetsOfFirst = `
WITH n, rank
ORDER BY rank, n.sort, n.id
LIMIT $q.counted` + facetsOfAll
)

// A searching holds the statements of a search: those of a list, and the
// counting of facets of all and of the first matches.
type searching struct {
	statements
	facets, first string
}

func searchFrom(match string) searching {
	return searching{statements{match + searchPage, match + countToMost}, match + facetsOfAll, match + facetsOfFirst}
}

var searchAll, searchPart = searchFrom(searchMatch), searchFrom(searchInBounds)

// mostTerms is how many words a search may have; Lucene takes no more than
// 1,024 clauses.
const mostTerms = 1000

// Search finds nodes by words.
func (s *Store) Search(ctx context.Context, q graph.SearchQuery) (graph.Answer, error) {
	size, err := q.Page.Size()
	if err != nil {
		return graph.Answer{}, fmt.Errorf("neo4j: search: %w", err)
	}
	terms := graph.Terms(q.Text)
	if len(terms) == 0 || len(terms) > mostTerms {
		return graph.Answer{}, fmt.Errorf("neo4j: search: %w: %d words to search for, want 1 to %d", graph.ErrInvalid, len(terms), mostTerms)
	}
	last := len(terms) - 1
	p := params{
		"query": lucene(terms), "terms": terms[:last], "last": terms[last], "name": graph.Fold(q.Text), "ranks": ranks(q.Kinds), "types": listed(q.Types), "counted": graph.MaxCount,
		"afterClass": -1, "afterRank": -1, "afterSort": "", "afterID": "", "limit": size + 1, "most": graph.MaxCount + 1,
	}
	if after := q.Page.After; after != nil {
		p["afterClass"], p["afterRank"], p["afterSort"], p["afterID"] = after.Class, rank(graph.KindOf(after.ID)), bytewise(after.Sort), after.ID
	}
	var a graph.Answer
	err = s.ask(ctx, "search", q.Scope, func(r *reading) error {
		statement := searchAll
		if r.scope.bounded {
			statement = searchPart
		}
		p := r.scope.with(p)
		if a, err = r.hits(statement.statements, p, size); err != nil || !q.Facets {
			return err
		}
		a.Facets, err = r.facets(statement, p, a.Total.Exact)
		return err
	})
	return a, err
}

// facets counts what a search finds, or the first of it where that is not all.
func (r *reading) facets(statement searching, p params, all bool) (map[string][]graph.Facet, error) {
	cypher := statement.facets
	if !all {
		cypher = statement.first
	}
	rows, err := r.query(cypher, p)
	counts := map[graph.Faceted]int{}
	for _, row := range rows {
		counts[graph.Faceted{Kind: graph.NodeKinds[number(row, "rank")], Type: text(row, "type"), Collection: text(row, "collection")}] += number(row, "count")
	}
	return graph.FacetsOf(counts), err
}

// lucene asks for all terms, the last as a beginning. Folded terms are lower
// case letters and digits, so that none of them is Lucene's syntax, whose
// words are upper case.
func lucene(terms []string) string {
	return "+" + strings.Join(terms, " +") + "*"
}

// rank is the place of a kind among graph.NodeKinds, as searchMatch counts it.
func rank(kind graph.Kind) int { return slices.Index(graph.NodeKinds, kind) }

func ranks(kinds []graph.Kind) any {
	if len(kinds) == 0 {
		return nil
	}
	var out []int
	for _, kind := range kinds {
		out = append(out, rank(kind))
	}
	return out
}
