package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/claimline/claimline/graph"
)

// Candidates come by rank out of the index of words, with all that its marks
// can filter. The number is maxKey.
const (
	candidates     = ` FROM search s WHERE s.search MATCH @match`
	candidateNodes = ` FROM search s CROSS JOIN node n ON n.key = s.rowid & 268435455 WHERE s.search MATCH @match AND s.rowid BETWEEN @from AND @to`
	// The same where the index of what scopes and facets ask for will do.
	candidateScopes = ` FROM search s CROSS JOIN node n INDEXED BY node_scope ON n.key = s.rowid & 268435455 WHERE s.search MATCH @match AND s.rowid BETWEEN @from AND @to`

	// The character is the last there is.
	wordsSQL = `SELECT term FROM vocabulary WHERE term > @prefix AND term < @prefix || char(1114111) LIMIT @most`

	nthCandidate = `SELECT s.rowid` + candidates + ` AND s.rowid >= @from ORDER BY s.rowid LIMIT 1 OFFSET @most`

	hitsHead = `SELECT n.key, @class, n.sort, n.id` + candidateNodes
	hitsTail = ` AND (n.kind, n.sort, n.id) > (@afterKind, @afterSort, @afterID) ORDER BY n.kind, n.sort, n.id LIMIT @limit`

	countCandidates = `SELECT count(*) FROM (SELECT 1` + candidates + ` LIMIT @countLimit)`
	countHits       = `SELECT count(*) FROM (SELECT 1` + candidateScopes
	countBoth       = `SELECT (SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH @certain LIMIT @countLimit)) + (` + countHits

	keptPrefix  = 2 // see the table
	mostEndings = 100

	// Within a stretch of time a shared node has the words of the variants
	// contributed then.
	wordsInTime = `(n.article IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM json_each(@words) w WHERE NOT EXISTS (
    SELECT 1 FROM variant v WHERE v.node = n.key AND instr(' ' || v.terms || ' ', w.value) > 0 AND ` + variantInTime + `)))`
)

// The classes of graph.SearchClass, in their order.
var classes = []string{
	` AND n.name = @text`,
	` AND n.name <> @text AND substr(n.name, 1, length(@text)) = @text`,
	` AND substr(n.name, 1, length(@text)) <> @text`,
}

// A searching is a search under way.
type searching struct {
	*reading
	name  string // the text, folded
	match matching
	// certain is what of the match the marks show to lie in the scope's stretch
	// of time; nil where they cannot.
	certain matching
	timed   string // what marks cannot filter by, as the end of a condition; may be empty
	args    []any
}

// Search finds nodes by words.
func (s *Store) Search(ctx context.Context, q graph.SearchQuery) (a graph.Answer, err error) {
	terms := graph.Terms(q.Text)
	if len(terms) == 0 {
		return a, fmt.Errorf("sqlite: search: %w: there is no word in %q", graph.ErrInvalid, q.Text)
	}
	size, err := q.Page.Size()
	if err != nil {
		return a, fmt.Errorf("sqlite: search: %w", err)
	}
	sc := newScope(q.Scope)
	w := searching{name: graph.Fold(q.Text), args: slices.Clone(sc.args)}
	if sc.timed {
		w.timed = ` AND ` + sc.node + ` AND ` + wordsInTime
		w.args = append(w.args, listArg("words", bounded(terms)))
	}
	err = s.read(ctx, "search", func(r *reading) error {
		w.reading = r
		endings, err := r.endings(terms[len(terms)-1])
		if err != nil {
			return err
		}
		w.match = newMatching(terms, endings, q)
		w.certain = w.match.within(q.Scope)
		hits, err := w.page(q.Page, size)
		if err != nil {
			return err
		}
		if len(hits) > size {
			hits = hits[:size]
			a.Next = &hits[size-1].cursor
		}
		if a.Total, err = w.total(q.Page, len(hits), a.Next == nil); err != nil {
			return err
		}
		if q.Facets {
			if a.Facets, err = w.facets(); err != nil {
				return err
			}
		}
		return r.answer(sc, hits, &a)
	})
	return a, err
}

// endings lists the words that begin with a prefix, with that itself, or none
// where they are too many or their nodes are kept together.
func (r *reading) endings(prefix string) ([]string, error) {
	if utf8.RuneCountInString(prefix) <= keptPrefix {
		return nil, nil
	}
	words := []string{prefix}
	err := r.rows(wordsSQL, []any{sql.Named("prefix", prefix), sql.Named("most", mostEndings)}, func(scan scanner) error {
		var w string
		err := scan(&w)
		words = append(words, w)
		return err
	})
	if len(words) > mostEndings {
		return nil, err
	}
	return words, err
}

// page finds the hits of a page and one more, class by class.
func (w *searching) page(p graph.Page, size int) (hits []hit, err error) {
	after := graph.Cursor{Class: -1}
	if p.After != nil {
		after = *p.After
	}
	for class := range classes {
		if class < after.Class || len(hits) > size {
			continue
		}
		from := graph.Cursor{Class: class}
		if class == after.Class {
			from = after
		}
		found, err := w.classAfter(from, size+1-len(hits))
		if err != nil {
			return nil, err
		}
		hits = append(hits, found...)
	}
	return hits, nil
}

// classAfter finds hits of one class behind a cursor. It looks at candidates
// from there on, a few at first, and at whole places of the order.
func (w *searching) classAfter(after graph.Cursor, limit int) (hits []hit, err error) {
	kind := kindNumber(graph.KindOf(after.ID))
	match := w.match.named(w.name, after.Class).String()
	from := max(0, rankOf(kind, after.Sort, 0))
	for most := limit; ; most *= 4 {
		to, more, err := w.nth(match, from, most)
		if err != nil {
			return nil, err
		}
		args := append(slices.Clone(w.args), sql.Named("match", match), sql.Named("from", from), sql.Named("to", to), sql.Named("text", w.name),
			sql.Named("class", after.Class), sql.Named("afterKind", kind), sql.Named("afterSort", after.Sort), sql.Named("afterID", after.ID), sql.Named("limit", limit-len(hits)))
		err = w.rows(hitsHead+classes[after.Class]+w.timed+hitsTail, args, func(scan scanner) error {
			var h hit
			err := scan(&h.key, &h.cursor.Class, &h.cursor.Sort, &h.cursor.ID)
			hits = append(hits, h)
			return err
		})
		if err != nil || !more || len(hits) == limit {
			return hits, err
		}
		from = to + 1
	}
}

// nth is the end of the place of the candidate that so many come before.
func (w *searching) nth(match string, from int64, most int) (to int64, more bool, err error) {
	err = w.rows(nthCandidate, []any{sql.Named("match", match), sql.Named("from", from), sql.Named("most", most)}, func(scan scanner) error {
		more = true
		return scan(&to)
	})
	if !more {
		return math.MaxInt64, false, err
	}
	return placeEnd(to), true, err
}

// total counts all matches, as reading.total does.
func (w *searching) total(p graph.Page, shown int, last bool) (graph.Total, error) {
	statement, match := countCandidates, w.match.String()
	switch {
	case w.certain != nil:
		match = "(" + match + ") NOT (" + w.certain.String() + ")"
		statement = countBoth + w.timed + countTail + ")"
	case w.timed != "":
		statement = countHits + w.timed + countTail
	}
	args := append(slices.Clone(w.args), sql.Named("match", match), sql.Named("certain", w.certain.String()), sql.Named("from", 0), sql.Named("to", math.MaxInt64), sql.Named("countLimit", graph.MaxCount+1))
	return w.reading.total(p, shown, last, statement, args)
}

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
