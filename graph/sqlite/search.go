package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/claimline/claimline/graph"
)

// The class of a hit is graph.SearchClass.
var bySearch = order{`
SELECT key, class, sort, id FROM (
  SELECT n.key, n.kind, n.sort, n.id,
    CASE WHEN n.name = @text THEN 0 WHEN substr(n.name, 1, length(@text)) = @text THEN 1 ELSE 2 END AS class`, `)
WHERE (class, kind, sort, id) > (@afterClass, @afterKind, @afterSort, @afterID)
ORDER BY class, kind, sort, id LIMIT @limit`,
}

const (
	withWords = `n.key IN (SELECT rowid FROM search WHERE search MATCH @match)`
	ofKinds   = `n.kind IN (SELECT value FROM json_each(@kinds))`

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
	c.addKeys(withWords, sql.Named("match", match(terms)), sql.Named("text", graph.Fold(q.Text)))
	if len(q.Kinds) > 0 {
		c.add(ofKinds, listArg("kinds", kindNumbers(q.Kinds)))
	}
	if sc.timed {
		c.add(wordsInTime, listArg("words", bounded(terms)))
	}
	err = s.read(ctx, "search", func(r *reading) error {
		a, err = r.list(sc, q.Page, bySearch, c)
		return err
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
