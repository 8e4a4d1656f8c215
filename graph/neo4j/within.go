package neo4j

// fewArticles is how many articles a window of publication may hold for a list
// to start from them. To start from the list's own index takes a look at the
// article of each entry, but ends with the page.
const fewArticles = 4000

const articlesWithin = `
MATCH (a:Article)
WHERE a.clock IS NOT NULL AND ` + aInBounds + ` AND ` + aInCollections + `
RETURN a.id AS id
LIMIT $q.few`

// fromArticlesWithin begins a list of what those articles hold that are named
// by $q.within.
const fromArticlesWithin = `
UNWIND $q.within AS article
MATCH (n:%s {article: article})
WHERE ` + nInCollections + ` AND ` + nOverlaps

// fewWithin tells whether the scope has a window of publication that holds few
// articles, and adds these to p.
func (r *reading) fewWithin(p params) (bool, error) {
	if !r.scope.windowed() {
		return false, nil
	}
	rows, err := r.query(articlesWithin, r.scope.with(params{"few": fewArticles + 1}))
	if err != nil || len(rows) > fewArticles {
		return false, err
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = text(row, "id")
	}
	p["within"] = ids
	return true, nil
}
