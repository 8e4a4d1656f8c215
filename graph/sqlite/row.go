package sqlite

import (
	"cmp"
	"slices"

	"github.com/claimline/claimline/graph"
)

// The kinds of node as they are kept. Their order is that of graph.NodeKinds,
// by which a search sorts; a file keeps the numbers for good.
const (
	actorKind = 1 + iota
	placeKind
	eventKind
	claimKind
	articleKind
)

var kinds = []graph.Kind{
	actorKind: graph.KindActor, placeKind: graph.KindPlace, eventKind: graph.KindEvent, claimKind: graph.KindClaim, articleKind: graph.KindArticle,
}

// kindNumber is less than all others for what is not the kind of a node.
func kindNumber(kind graph.Kind) int { return slices.Index(kinds, kind) }

// A nodeRow is what the table node holds of a record, but for its keys.
type nodeRow struct {
	record                         graph.Record
	collection                     string
	publisher, typ, realis, metric any      // nil where the kind has none
	years                          []string // marks of when it may have been published
	entry                          graph.Entry
	json                           string
}

// newNodeRow takes the article that owns the record, or is it.
func newNodeRow(r graph.Record, article graph.Article) (nodeRow, error) {
	json, err := graph.Canonical(r)
	if err != nil {
		return nodeRow{}, err
	}
	row := nodeRow{record: r, collection: article.Collection, years: yearsOf(article.Published), entry: graph.EntryOf(r, article), json: string(json)}
	switch r := r.(type) {
	case graph.Article:
		row.publisher = orNull(r.Publisher)
	case graph.Actor:
		row.typ, row.collection, row.years = string(r.Kind), r.Collection, []string{anyYear}
	case graph.Place:
		row.collection, row.years = r.Collection, []string{anyYear}
	case graph.Event:
		row.typ, row.realis = r.Type, string(r.Realis)
	case graph.Claim:
		row.typ = r.Act
		if r.Quantity != nil {
			row.metric = r.Quantity.Metric
		}
	}
	return row, nil
}

// rank is what the words of the node are kept under.
func (r nodeRow) rank(key int64) int64 {
	return rankOf(kindNumber(r.record.RecordKind()), r.entry.Sort, key)
}

// clock is the node's place on the timeline of its kind.
func (r nodeRow) clock() any {
	if r.entry.Earliest == "" && r.entry.Latest == "" {
		return nil
	}
	return cmp.Or(r.entry.Earliest, "~") + " " + cmp.Or(r.entry.Latest, "~")
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
