package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/claimline/claimline/graph"
)

// The class of a hit is graph.SearchClass.
const (
	bySearch = `
SELECT key, class, sort, id FROM (
  SELECT n.key, n.kind, n.sort, n.id,
    CASE WHEN n.name = @text THEN 0 WHEN substr(n.name, 1, length(@text)) = @text THEN 1 ELSE 2 END AS class
  FROM search JOIN node n ON n.key = search.rowid
  WHERE search MATCH @match AND `
	bySearchTail = `)
WHERE (class, kind, sort, id) > (@afterClass, @afterKind, @afterSort, @afterID)
ORDER BY class, kind, sort, id LIMIT @limit`
	countSearch = `SELECT count(*) FROM (SELECT 1 FROM search JOIN node n ON n.key = search.rowid WHERE search MATCH @match AND `

	ofKinds = `n.kind IN (SELECT value FROM json_each(@kinds))`

	// Within a stretch of time a shared node has the words of the variants
	// contributed then.
	wordsInTime = `(n.article IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM json_each(@words) w WHERE NOT EXISTS (
    SELECT 1 FROM variant v WHERE v.node = n.key AND instr(' ' || v.terms || ' ', w.value) > 0 AND ` + variantInTime + `)))`
)

// Search finds nodes by words.
func (s *Store) Search(ctx context.Context, q graph.SearchQuery) (a graph.Answer, err error) {
	terms := graph.Terms(q.Text)
	if len(terms) == 0 {
		return a, fmt.Errorf("sqlite: search: %w: there is no word in %q", graph.ErrInvalid, q.Text)
	}
	sc := newScope(q.Scope)
	c := sc.conditions()
	c.args = append(c.args, sql.Named("text", graph.Fold(q.Text)), sql.Named("match", match(terms)))
	if len(q.Kinds) > 0 {
		c.add(ofKinds, list("kinds", kindNumbers(q.Kinds)))
	}
	if sc.timed {
		c.add(wordsInTime, list("words", bounded(terms)))
	}
	err = s.read(ctx, "search", func(r *reading) error {
		var hits []hit
		if hits, a, err = r.page(q.Page, bySearch, bySearchTail, countSearch, c); err != nil {
			return err
		}
		return r.show(sc, hits, explained, &a)
	})
	return a, err
}

// match asks for all terms, the last as a prefix, in the language of FTS5. A
// term is letters and digits; in quotes it is nothing else.
func match(terms []string) string { return `"` + strings.Join(terms, `" AND "`) + `"*` }

// bounded puts blanks around the terms, but none after the last, which is a
// prefix.
func bounded(terms []string) []string {
	var out []string
	for _, t := range terms {
		out = append(out, " "+t+" ")
	}
	last := len(out) - 1
	out[last] = strings.TrimSuffix(out[last], " ")
	return out
}

func kindNumbers(kinds []graph.Kind) []int {
	var out []int
	for _, k := range kinds {
		out = append(out, kindNumber(k))
	}
	return out
}
