package sqlite

import (
	"database/sql"
	"slices"

	"github.com/claimline/claimline/graph"
)

// An order is the beginning and the end of a statement that lists nodes. Lists
// walk an index in their order and stop when the page is full; one hit more
// than asked for tells that there is a next page.
type order struct{ head, tail string }

var (
	bySort = order{
		`SELECT n.key, 0, n.sort, n.id`,
		` AND (n.sort, n.id) > (@afterSort, @afterID) ORDER BY n.sort, n.id LIMIT @limit`,
	}
	byClock = order{
		`SELECT n.key, 0, n.clock, n.id`,
		` AND (n.clock, n.id) > (@afterSort, @afterID) ORDER BY n.clock, n.id LIMIT @limit`,
	}
)

// Matches are counted as far as graph.MaxCount.
const (
	countHead = `SELECT count(*) FROM (SELECT 1`
	countTail = ` LIMIT @countLimit)`

	ofKind = `n.kind = @kind`
)

// A hit is a node of a page: its key, and its place in the order.
type hit struct {
	key    int64
	cursor graph.Cursor
}

// page answers with the nodes that meet the conditions.
func (r *reading) page(p graph.Page, o order, c *conditions) ([]hit, graph.Answer, error) {
	var a graph.Answer
	size, err := p.Size()
	if err != nil {
		return nil, a, err
	}
	var after graph.Cursor
	if p.After != nil {
		after = *p.After
	}
	args := slices.Concat(c.args, []any{
		sql.Named("afterSort", after.Sort), sql.Named("afterID", after.ID),
		sql.Named("limit", size+1), sql.Named("countLimit", graph.MaxCount+1),
	})
	var hits []hit
	err = r.rows(o.head+c.String()+o.tail, args, func(scan scanner) error {
		var h hit
		err := scan(&h.key, &h.cursor.Class, &h.cursor.Sort, &h.cursor.ID)
		hits = append(hits, h)
		return err
	})
	if err != nil {
		return nil, a, err
	}
	if len(hits) > size {
		hits = hits[:size]
		a.Next = &hits[size-1].cursor
	}
	a.Total, err = r.total(p, len(hits), a.Next == nil, countHead+c.String()+countTail, args)
	return hits, a, err
}

// total counts all matches, which takes no statement when the first page holds
// them all.
func (r *reading) total(p graph.Page, shown int, last bool, statement string, args []any) (graph.Total, error) {
	n := shown
	if p.After != nil || !last {
		if err := r.row(statement, args, &n); err != nil {
			return graph.Total{}, err
		}
	}
	return graph.Total{Value: min(n, graph.MaxCount), Exact: n <= graph.MaxCount}, nil
}

// list answers a question for nodes. Events and claims are explained; actors,
// places and articles stand for themselves.
func (r *reading) list(s scope, p graph.Page, o order, c *conditions) (graph.Answer, error) {
	hits, a, err := r.page(p, o, c)
	if err != nil {
		return a, err
	}
	err = r.answer(s, hits, &a)
	return a, err
}

// answer puts hits into an answer, in their order.
func (r *reading) answer(s scope, hits []hit, a *graph.Answer) error {
	if len(hits) == 0 {
		return nil
	}
	var keys, explain []int64
	for _, h := range hits {
		a.Order = append(a.Order, h.cursor.ID)
		keys = append(keys, h.key)
		if kind := graph.KindOf(h.cursor.ID); kind == graph.KindEvent || kind == graph.KindClaim {
			explain = append(explain, h.key)
		}
	}
	return r.explain(s, keys, explain, a)
}
