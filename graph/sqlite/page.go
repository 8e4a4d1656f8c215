package sqlite

import (
	"database/sql"
	"slices"

	"github.com/claimline/claimline/graph"
)

// Lists walk an index in their order and stop when the page is full; one hit
// more than asked for tells that there is a next page. Matches are counted as
// far as graph.MaxCount.
const (
	bySort     = `SELECT n.key, 0, n.sort, n.id FROM node n WHERE `
	bySortTail = ` AND (n.sort, n.id) > (@afterSort, @afterID) ORDER BY n.sort, n.id LIMIT @limit`

	byClock     = `SELECT n.key, 0, n.clock, n.id FROM node n WHERE `
	byClockTail = ` AND (n.clock, n.id) > (@afterSort, @afterID) ORDER BY n.clock, n.id LIMIT @limit`

	countNodes = `SELECT count(*) FROM (SELECT 1 FROM node n WHERE `
	countTail  = ` LIMIT @countLimit)`

	ofKind = `n.kind = @kind`
)

// A hit is a node of a page: its key, and its place in the order.
type hit struct {
	key    int64
	cursor graph.Cursor
}

// page answers with the nodes that meet the conditions, in the order of head
// and tail, which are bySort and its tail or the like.
func (r *reading) page(p graph.Page, head, tail, count string, c *conditions) ([]hit, graph.Answer, error) {
	var a graph.Answer
	size, err := p.Size()
	if err != nil {
		return nil, a, err
	}
	after := graph.Cursor{Class: -1}
	if p.After != nil {
		after = *p.After
	}
	args := slices.Concat(c.args, []any{
		sql.Named("afterClass", after.Class), sql.Named("afterKind", kindNumber(graph.KindOf(after.ID))),
		sql.Named("afterSort", after.Sort), sql.Named("afterID", after.ID),
		sql.Named("limit", size+1), sql.Named("countLimit", graph.MaxCount+1),
	})
	var hits []hit
	err = r.rows(head+c.String()+tail, args, func(scan scanner) error {
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
	for _, h := range hits {
		a.Order = append(a.Order, h.cursor.ID)
	}
	a.Total, err = r.total(p, len(hits), a.Next == nil, count+c.String()+countTail, args)
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

// A detail says what a list shows of its nodes.
type detail int

const (
	alone     detail = iota // the nodes
	explained               // and what is around them
)

// listNodes answers a question for nodes of one kind in the order of their
// index entries.
func (r *reading) listNodes(s scope, p graph.Page, kind int, d detail, c *conditions) (graph.Answer, error) {
	c.add(ofKind, sql.Named("kind", kind))
	hits, a, err := r.page(p, bySort, bySortTail, countNodes, c)
	if err != nil {
		return a, err
	}
	return a, r.show(s, hits, d, &a)
}

// show fills the graph of an answer.
func (r *reading) show(s scope, hits []hit, d detail, a *graph.Answer) error {
	var keys, explain []int64
	for _, h := range hits {
		keys = append(keys, h.key)
		switch kind := graph.KindOf(h.cursor.ID); {
		case d == explained && (kind == graph.KindEvent || kind == graph.KindClaim):
			explain = append(explain, h.key)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	return r.explain(s, keys, explain, a)
}
