package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/claimline/claimline/graph"
)

const (
	markArticleSQL = `INSERT OR REPLACE INTO stale (collection, article, token) VALUES (?, ?, hex(randomblob(16)))`
	markDeletedSQL = `INSERT OR REPLACE INTO stale (collection, article, token) SELECT collection, id, hex(randomblob(16)) FROM node WHERE key = ?`
	markJudgedSQL  = `INSERT OR REPLACE INTO stale (collection, article, token) SELECT collection, article, hex(randomblob(16)) FROM member WHERE node IN (?, ?)`
	settleSQL      = `DELETE FROM stale WHERE collection = ? AND article = ? AND token = ?`

	versionSQL = `SELECT version FROM layer WHERE collection = ?`
	raiseSQL   = `INSERT INTO layer (collection, version) VALUES (?, 1) ON CONFLICT (collection) DO UPDATE SET version = version + 1`

	keysOfSQL       = `SELECT name FROM shared_key WHERE article = ?`
	deleteKeySQL    = `DELETE FROM shared_key WHERE collection = ? AND name = ? AND article = ?`
	insertKeySQL    = `INSERT INTO shared_key (collection, name, article) VALUES (?, ?, ?)`
	membersOfSQL    = `SELECT json_object('article', article, 'node', node, 'unit', unit, 'cluster', cluster) FROM member WHERE article = ?`
	deleteMemberSQL = `DELETE FROM member WHERE article = ? AND node = ?`
	insertMemberSQL = `INSERT OR REPLACE INTO member (article, node, unit, cluster, collection) VALUES (?, ?, ?, ?, ?)`

	findingsOfSQL    = `SELECT json FROM finding WHERE owner = ?`
	deleteEndsSQL    = `DELETE FROM finding_end WHERE finding = (SELECT key FROM finding WHERE id = ?)`
	deleteFindingSQL = `DELETE FROM finding WHERE id = ?`
	insertFindingSQL = `INSERT INTO finding (id, kind, type, sort, owner, collection, json) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING key`
	insertEndSQL     = `INSERT OR IGNORE INTO finding_end (name, use, finding) VALUES (?, ?, ?)`
)

// The uses of an end of a finding.
const (
	endAbout = iota
	endNeeds
	endParts
)

// PutLayer replaces a part of the layer. What is the same as before is not
// written again.
func (s *Store) PutLayer(ctx context.Context, part graph.LayerPart) error {
	findings := map[string]string{} // id → canonical form
	for _, f := range part.Findings {
		data, err := json.Marshal(f)
		if err != nil {
			return s.fail("put layer", err)
		}
		findings[f.ID] = string(data)
	}
	err := s.writer.do(ctx, func(w *writer) error { return w.putLayer(part, findings) })
	return s.fail("put layer", err)
}

func (w *writer) putLayer(part graph.LayerPart, findings map[string]string) error {
	var version int64
	if err := w.row(versionSQL, []any{part.Collection}, &version); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if version != part.Version {
		return graph.ErrMoved
	}
	if err := w.exec(raiseSQL, part.Collection); err != nil {
		return err
	}
	for _, step := range []func(graph.LayerPart) error{w.putKeys, w.putMembers} {
		if err := step(part); err != nil {
			return err
		}
	}
	if err := w.putFindings(part, findings); err != nil {
		return err
	}
	for _, done := range part.Settled {
		if err := w.exec(settleSQL, done.Collection, done.Article, done.Token); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) putKeys(part graph.LayerPart) error {
	for _, article := range part.Articles {
		wanted := map[string]bool{}
		for _, k := range part.Keys[article] {
			wanted[k] = true
		}
		var gone []string
		err := each(w, keysOfSQL, article, func(k string) error {
			if !wanted[k] {
				gone = append(gone, k)
			}
			delete(wanted, k)
			return nil
		})
		if err != nil {
			return err
		}
		for _, k := range gone {
			if err := w.exec(deleteKeySQL, part.Collection, k, article); err != nil {
				return err
			}
		}
		for k := range wanted {
			if err := w.exec(insertKeySQL, part.Collection, k, article); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) putMembers(part graph.LayerPart) error {
	wanted := map[graph.Member]bool{}
	nodes := map[[2]string]bool{}
	for _, m := range part.Members {
		wanted[m], nodes[[2]string{m.Article, m.Node}] = true, true
	}
	var gone []graph.Member
	for _, article := range part.Articles {
		err := each(w, membersOfSQL, article, func(data []byte) error {
			var m graph.Member
			if err := json.Unmarshal(data, &m); err != nil {
				return err
			}
			if !nodes[[2]string{m.Article, m.Node}] {
				gone = append(gone, m)
			}
			delete(wanted, m)
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, m := range gone {
		if err := w.exec(deleteMemberSQL, m.Article, m.Node); err != nil {
			return err
		}
	}
	for m := range wanted {
		if err := w.exec(insertMemberSQL, m.Article, m.Node, m.Unit, m.Cluster, part.Collection); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) putFindings(part graph.LayerPart, findings map[string]string) error {
	kept := map[string]bool{}
	var gone []string
	for _, article := range part.Articles {
		err := each(w, findingsOfSQL, article, func(data string) error {
			var f graph.Finding
			if err := json.Unmarshal([]byte(data), &f); err != nil {
				return err
			}
			if findings[f.ID] == data {
				kept[f.ID] = true
			} else {
				gone = append(gone, f.ID)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, id := range gone {
		if err := errors.Join(w.exec(deleteEndsSQL, id), w.exec(deleteFindingSQL, id)); err != nil {
			return err
		}
	}
	for _, f := range part.Findings {
		if kept[f.ID] {
			continue
		}
		if err := w.putFinding(part.Collection, f, findings[f.ID]); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) putFinding(collection string, f graph.Finding, data string) error {
	var key int64
	if err := w.row(insertFindingSQL, []any{f.ID, string(f.Kind), f.Type, f.Sort, f.Owner, collection, data}, &key); err != nil {
		return err
	}
	for use, ends := range [][]string{endAbout: f.About, endNeeds: f.Needs, endParts: f.Parts} {
		for _, name := range ends {
			if err := w.exec(insertEndSQL, name, use, key); err != nil {
				return err
			}
		}
	}
	return nil
}
