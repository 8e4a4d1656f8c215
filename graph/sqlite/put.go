package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"github.com/claimline/claimline/graph"
)

const (
	articleByIDSQL = `SELECT key, ingested, digest FROM node WHERE id = ? AND ingested IS NOT NULL`
	lastKeysSQL    = `SELECT (SELECT coalesce(max(key), 0) FROM node), (SELECT coalesce(max(key), 0) FROM variant)`
	insertNodeSQL  = `
INSERT INTO node (key, id, kind, collection, article, ingested, digest, publisher, type, realis, metric, sort, name, earliest, latest, clock, json)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	// The words of all nodes of an article go in with one statement, in the
	// order of their ranks: FTS5 flushes what it has gathered before the next,
	// and before a rank that is less.
	insertTermsSQL        = `INSERT INTO search (rowid, terms) SELECT value ->> 0, value ->> 1 FROM json_each(?)`
	insertRelationshipSQL = `INSERT INTO relationship (id, type, src, dst, article, collection, json) VALUES (?, ?, ?, ?, ?, ?, ?)`
)

// Put stores what was read from one article, in place of what that article
// contributed before.
func (s *Store) Put(ctx context.Context, sub *graph.Subgraph, at time.Time) error {
	c, err := encode(sub)
	if err == nil {
		err = s.writer.do(ctx, func(w *writer) error { return w.put(c, at.UnixMicro()) })
	}
	return s.fail("put", err)
}

// An encoded subgraph is ready to be written: all that may fail or takes long
// is done before the transaction.
type encoded struct {
	article       nodeRow
	owned         []nodeRow
	shared        []nodeRow
	relationships []relationshipRow
	digest        string
}

// A relationshipRow names its ends by id; their keys are not known yet.
type relationshipRow struct {
	graph.Relationship
	json string
}

func encode(sub *graph.Subgraph) (*encoded, error) {
	if err := sub.Validate(); err != nil {
		return nil, err
	}
	c := &encoded{}
	article := sub.Articles[0]
	var hash graph.StateHash
	for _, r := range sub.Records() {
		if rel, ok := r.(graph.Relationship); ok {
			canonical, err := graph.Canonical(rel)
			if err != nil {
				return nil, err
			}
			hash.Add(graph.KindRelationship, canonical)
			c.relationships = append(c.relationships, relationshipRow{rel, string(canonical)})
			continue
		}
		row, err := newNodeRow(r, article)
		if err != nil {
			return nil, err
		}
		hash.Add(r.RecordKind(), []byte(row.json))
		switch r.(type) {
		case graph.Article:
			c.article = row
		case graph.Actor, graph.Place:
			c.shared = append(c.shared, row)
		default:
			c.owned = append(c.owned, row)
		}
	}
	c.digest = hash.String()
	return c, nil
}

func (w *writer) put(c *encoded, at int64) error {
	var former int64
	var digest string
	err := w.row(articleByIDSQL, []any{c.article.record.RecordID()}, &former, &at, &digest)
	switch {
	case errors.Is(err, sql.ErrNoRows):
	case err != nil:
		return err
	case digest == c.digest:
		return nil
	default:
		if err := w.remove(former); err != nil {
			return err
		}
	}
	p := putting{writer: w, keys: map[string]int64{}}
	if err := w.row(lastKeysSQL, nil, &p.lastNode, &p.lastVariant); err != nil {
		return err
	}
	return p.put(c, at)
}

// A putting is one Put under way.
type putting struct {
	*writer
	article     int64
	lastNode    int64 // the last keys given
	lastVariant int64
	keys        map[string]int64 // of the nodes of the subgraph, by id
	terms       []ranked         // the nodes that are new
}

func (p *putting) put(c *encoded, at int64) error {
	p.article = p.next(c.article)
	if err := p.exec(markArticleSQL, c.article.collection, c.article.record.RecordID()); err != nil {
		return err
	}
	if err := p.insertNode(c.article, p.article, at, c.digest); err != nil {
		return err
	}
	for _, row := range c.owned {
		p.next(row)
		if err := p.insertNode(row, p.article, nil, nil); err != nil {
			return err
		}
	}
	for _, row := range c.shared {
		if err := p.contribute(row); err != nil {
			return err
		}
	}
	for _, r := range c.relationships {
		if err := p.exec(insertRelationshipSQL, r.ID, string(r.Type), p.keys[r.From], p.keys[r.To], p.article, r.Collection, r.json); err != nil {
			return err
		}
	}
	slices.SortFunc(p.terms, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	terms, err := json.Marshal(p.terms)
	if err != nil {
		return err
	}
	return p.exec(insertTermsSQL, string(terms))
}

// next gives a node its key.
func (p *putting) next(row nodeRow) int64 {
	p.lastNode++
	p.keys[row.record.RecordID()] = p.lastNode
	return p.lastNode
}

// insertNode writes a node under the key it was given. Article is nil for a
// shared one; ingested and digest are an article's.
func (p *putting) insertNode(row nodeRow, article, ingested, digest any) error {
	key, e := p.keys[row.record.RecordID()], row.entry
	if key > maxKey {
		return errFull
	}
	p.terms = append(p.terms, ranked{row.rank(key), row.words()})
	return p.exec(insertNodeSQL, key, row.record.RecordID(), kindNumber(row.record.RecordKind()), row.collection, article, ingested, digest,
		row.publisher, row.typ, row.realis, row.metric, e.Sort, e.Name, e.Earliest, e.Latest, row.clock(), row.json)
}
