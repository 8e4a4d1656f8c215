package neo4j

import (
	"context"
	"fmt"

	"github.com/claimline/claimline/graph"
)

// statements are those of a list: one gives a page of ids in order, with what
// a cursor needs, the other the number of all matches.
type statements struct{ page, count string }

// What the statements of lists end in.
const (
	// afterSort continues a list where a page ended. An index answers the first
	// comparison, in order; the second is put so that no index is asked for it.
	afterSort = `
  AND n.sort >= $q.afterSort AND CASE n.sort WHEN $q.afterSort THEN n.id > $q.afterID ELSE true END`

	pageBySort = `
RETURN n.id AS id, n.sort AS sort
ORDER BY n.sort, n.id
LIMIT $q.limit`

	countToMost = `
WITH n LIMIT $q.most
RETURN count(n) AS count`
)

// A question is what lists of one kind of node have in common.
type question struct {
	what      string // for error messages
	scope     graph.Scope
	page      graph.Page
	statement statements
	// within, if it is not empty, answers as statement does where few articles
	// were published in the scope's window.
	within statements
	params params
}

// list answers a question whose hits are of one kind.
func (s *Store) list(ctx context.Context, q question) (graph.Answer, error) {
	size, err := q.page.Size()
	if err != nil {
		return graph.Answer{}, fmt.Errorf("neo4j: %s: %w", q.what, err)
	}
	var a graph.Answer
	err = s.ask(ctx, q.what, q.scope, func(r *reading) error {
		p := r.scope.with(q.params)
		p["limit"], p["most"], p["afterSort"], p["afterID"] = size+1, graph.MaxCount+1, "", ""
		if q.page.After != nil {
			p["afterSort"], p["afterID"] = bytewise(q.page.After.Sort), q.page.After.ID
		}
		statement := q.statement
		if q.within.page != "" {
			few, err := r.fewWithin(p)
			if err != nil {
				return err
			}
			if few {
				statement = q.within
			}
		}
		a, err = r.hits(statement, p, size)
		return err
	})
	return a, err
}

// hits runs the statements of a list and shows the first size hits; that there
// is one more makes the answer name the next page. The rows of a page may tell
// the number of all matches themselves.
func (r *reading) hits(statement statements, p params, size int) (graph.Answer, error) {
	rows, err := r.query(statement.page, p)
	if err != nil {
		return graph.Answer{}, err
	}
	counts := rows
	if _, counted := first(rows, "count"); !counted {
		if counts, err = r.query(statement.count, p); err != nil {
			return graph.Answer{}, err
		}
	}
	count := number(counts[0], "count")
	a := graph.Answer{Total: graph.Total{Value: min(count, graph.MaxCount), Exact: count <= graph.MaxCount}}
	for i, row := range rows {
		if i == size {
			last := rows[i-1]
			a.Next = &graph.Cursor{Class: number(last, "class"), Sort: fromBytewise(text(last, "sort")), ID: text(last, "id")}
			break
		}
		a.Order = append(a.Order, text(row, "id"))
	}
	return a, r.show(&a)
}

// show adds the nodes of a.Order, and what is around the events and claims
// among them.
func (r *reading) show(a *graph.Answer) error {
	assembly := r.assemble(a.Order...)
	byKind := byKind(a.Order)
	for _, kind := range []graph.Kind{graph.KindEvent, graph.KindClaim} {
		if len(byKind[kind]) == 0 {
			continue
		}
		truncated, err := assembly.explain(kind, byKind[kind])
		if err != nil {
			return err
		}
		a.Truncated = append(a.Truncated, truncated...)
	}
	var err error
	a.Graph, err = assembly.subgraph()
	return err
}
