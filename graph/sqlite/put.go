package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/claimline/claimline/graph"
)

const (
	articleByIDSQL = `SELECT key, ingested, digest FROM node WHERE id = ? AND kind = 5`
	lastKeySQL     = `SELECT coalesce(max(key), 0) FROM node`
	insertNodeSQL  = `
INSERT INTO node (key, id, kind, collection, article, ingested, digest, publisher, type, realis, metric, sort, name, earliest, latest, clock, json)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertTermsSQL        = `INSERT INTO search (rowid, terms) VALUES (?, ?)`
	insertRelationshipSQL = `INSERT INTO relationship (id, type, src, dst, article, collection, json) VALUES (?, ?, ?, ?, ?, ?, ?)`
)

// Put stores what was read from one article, in place of what that article
// contributed before.
func (s *Store) Put(ctx context.Context, sub *graph.Subgraph, at time.Time) error {
	c, err := encode(sub)
	if err == nil {
		err = s.writer.do(ctx, func(w *writer) error { return w.put(c, at.UnixMicro()) })
	}
	if err != nil {
		return fmt.Errorf("sqlite: put: %w", err)
	}
	return nil
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
			json, err := graph.Canonical(rel)
			if err != nil {
				return nil, err
			}
			hash.Add(graph.KindRelationship, json)
			c.relationships = append(c.relationships, relationshipRow{rel, string(json)})
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
	if err := w.row(lastKeySQL, nil, &p.last); err != nil {
		return err
	}
	return p.put(c, at)
}

// A putting is one Put under way.
type putting struct {
	*writer
	article int64
	last    int64            // the last key given
	keys    map[string]int64 // of the nodes of the subgraph, by id
}

func (p *putting) put(c *encoded, at int64) error {
	p.article = p.next(c.article)
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
	return nil
}

// next gives a node its key.
func (p *putting) next(row nodeRow) int64 {
	p.last++
	p.keys[row.record.RecordID()] = p.last
	return p.last
}

// insertNode writes a node, and its words, under the key it was given. Article
// is nil for a shared one; ingested and digest are an article's.
func (p *putting) insertNode(row nodeRow, article, ingested, digest any) error {
	key, e := p.keys[row.record.RecordID()], row.entry
	err := p.exec(insertNodeSQL, key, row.record.RecordID(), kindNumber(row.record.RecordKind()), row.collection, article, ingested, digest,
		row.publisher, row.typ, row.realis, row.metric, e.Sort, e.Name, e.Earliest, e.Latest, row.clock(), row.json)
	if err != nil {
		return err
	}
	return p.exec(insertTermsSQL, key, e.Terms)
}
