package sqlite

import (
	"database/sql"
	"errors"

	"github.com/claimline/claimline/graph"
)

// What articles share, actors and places, is kept as the variants in which
// they contributed it and as the join of these. A join with itself gives the
// normal form, so that what is kept does not depend on how many contributed
// one variant.

const (
	sharedByIDSQL         = `SELECT key, json FROM node WHERE id = ?`
	variantByJSONSQL      = `SELECT key FROM variant WHERE node = ? AND json = ?`
	insertVariantSQL      = `INSERT INTO variant (key, node, terms, json) VALUES (?, ?, ?, ?)`
	insertContributionSQL = `INSERT INTO contribution (article, variant) VALUES (?, ?)`
	updateNodeSQL         = `UPDATE node SET json = ? WHERE key = ?`
	updateTermsSQL        = `UPDATE search SET terms = ? WHERE rowid = ?`

	variantsOfSQL     = `SELECT variant FROM contribution WHERE article = ?`
	contributedSQL    = `SELECT EXISTS (SELECT 1 FROM contribution WHERE variant = ?)`
	deleteVariantSQL  = `DELETE FROM variant WHERE key = ? RETURNING node`
	variantsLeftSQL   = `SELECT json FROM variant WHERE node = ?`
	kindOfNodeSQL     = `SELECT kind, sort, json FROM node WHERE key = ?`
	deleteNodeSQL     = `DELETE FROM node WHERE key = ?`
	deleteTermsSQL    = `DELETE FROM search WHERE rowid = ?`
	retractArticleSQL = `DELETE FROM contribution WHERE article = ?`
)

// contribute adds one article's variant of a shared node. It reads the join
// and never the other variants, of which a well-known actor may have many.
func (p *putting) contribute(row nodeRow) error {
	id := row.record.RecordID()
	var key, variant int64
	var former string
	err := p.row(sharedByIDSQL, []any{id}, &key, &former)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		joined, err := newNodeRow(join(row.record, row.record), graph.Article{Collection: row.collection})
		if err != nil {
			return err
		}
		key = p.next(row)
		if err := p.insertNode(joined, nil, nil, nil); err != nil {
			return err
		}
	case err != nil:
		return err
	default:
		p.keys[id] = key
		err := p.row(variantByJSONSQL, []any{key, row.json}, &variant)
		if err == nil {
			return p.exec(insertContributionSQL, p.article, variant)
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		joined, err := graph.Decode(row.record.RecordKind(), []byte(former))
		if err != nil {
			return err
		}
		if err := p.rejoin(key, former, join(joined, row.record)); err != nil {
			return err
		}
	}
	p.lastVariant++
	if err := p.exec(insertVariantSQL, p.lastVariant, key, row.entry.Terms, row.json); err != nil {
		return err
	}
	return p.exec(insertContributionSQL, p.article, p.lastVariant)
}

// retract takes an article's variants away and joins anew what is left.
func (w *writer) retract(article int64) error {
	var variants []int64
	err := each(w, variantsOfSQL, article, func(v int64) error {
		variants = append(variants, v)
		return nil
	})
	if err != nil {
		return err
	}
	if err := w.exec(retractArticleSQL, article); err != nil {
		return err
	}
	for _, v := range variants {
		if err := w.release(v); err != nil {
			return err
		}
	}
	return nil
}

// release drops a variant that no article contributes any more.
func (w *writer) release(variant int64) error {
	var kept bool
	if err := w.row(contributedSQL, []any{variant}, &kept); err != nil || kept {
		return err
	}
	var key int64
	if err := w.row(deleteVariantSQL, []any{variant}, &key); err != nil {
		return err
	}
	var kind int
	var sort, former string
	if err := w.row(kindOfNodeSQL, []any{key}, &kind, &sort, &former); err != nil {
		return err
	}
	var joined graph.Record
	err := each(w, variantsLeftSQL, key, func(json []byte) error {
		r, err := graph.Decode(kinds[kind], json)
		if err != nil {
			return err
		}
		if joined == nil {
			joined = r
		}
		joined = join(joined, r)
		return nil
	})
	if err != nil {
		return err
	}
	if joined == nil {
		return errors.Join(w.exec(deleteTermsSQL, rankOf(kind, sort, key)), w.exec(deleteNodeSQL, key))
	}
	return w.rejoin(key, former, joined)
}

// rejoin writes the join of a shared node where it differs from the former. A
// join never changes a name's folded form, by which it is listed: that is part
// of its id.
func (w *writer) rejoin(key int64, former string, joined graph.Record) error {
	row, err := newNodeRow(joined, graph.Article{})
	if err != nil || row.json == former {
		return err
	}
	if err := w.exec(updateNodeSQL, row.json, key); err != nil {
		return err
	}
	return w.exec(updateTermsSQL, row.words(), row.rank(key))
}

// join joins two actors or two places.
func join(a, b graph.Record) graph.Record {
	switch a := a.(type) {
	case graph.Actor:
		return a.Join(b.(graph.Actor))
	case graph.Place:
		return a.Join(b.(graph.Place))
	}
	panic("sqlite: no join of " + string(a.RecordKind()))
}
