package sqlite

import (
	"database/sql"
	"math"
	"slices"

	"github.com/claimline/claimline/graph"
)

const (
	facetsHead = `SELECT kind, type, collection, count(*) FROM (SELECT n.kind, coalesce(n.type, '') AS type, n.collection`
	facetsTail = `) GROUP BY kind, type, collection`
	placeTail  = ` ORDER BY n.sort, n.id LIMIT @limit`

	// The candidate that comes after as many as are counted.
	cutHead = `SELECT s.rowid` + candidateScopes
	cutTail = ` ORDER BY s.rowid LIMIT 1 OFFSET @limit`
)

// facets counts what a search finds. Of more than graph.MaxCount it counts the
// first in the order of kinds and lists: those before the place where the
// limit falls, and the first within it.
func (w *searching) facets() (map[string][]graph.Facet, error) {
	counts, n := map[graph.Faceted]int{}, 0
	count := func(head, tail string, from, to int64, limit int) error {
		args := append(slices.Clone(w.args), sql.Named("match", w.match.String()), sql.Named("from", from), sql.Named("to", to), sql.Named("limit", limit))
		return w.rows(facetsHead+head+w.timed+tail+facetsTail, args, func(scan scanner) error {
			var kind, found int
			var f graph.Faceted
			err := scan(&kind, &f.Type, &f.Collection, &found)
			f.Kind = kinds[kind]
			counts[f] += found
			n += found
			return err
		})
	}
	cut, err := w.cut()
	if err != nil {
		return nil, err
	}
	if cut == 0 {
		err = count(candidateScopes, "", 0, math.MaxInt64, 0)
	} else if err = count(candidateScopes, "", 0, placeStart(cut)-1, 0); err == nil {
		err = count(candidateNodes, placeTail, placeStart(cut), placeEnd(cut), graph.MaxCount-n)
	}
	return graph.FacetsOf(counts), err
}

// cut is the rank of the first match that is not counted, if only for its
// place, or 0.
func (w *searching) cut() (rank int64, err error) {
	args := append(slices.Clone(w.args), sql.Named("match", w.match.String()), sql.Named("from", 0), sql.Named("to", math.MaxInt64), sql.Named("limit", graph.MaxCount))
	statement := nthCandidate
	if w.timed != "" {
		statement = cutHead + w.timed + cutTail
	} else {
		args = append(args, sql.Named("most", graph.MaxCount))
	}
	err = w.rows(statement, args, func(scan scanner) error { return scan(&rank) })
	return rank, err
}
