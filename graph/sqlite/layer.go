package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/claimline/claimline/graph"
)

const (
	markArticleSQL = `INSERT OR REPLACE INTO stale (collection, article, token) VALUES (?, ?, hex(randomblob(16)))`
	markDeletedSQL = `INSERT OR REPLACE INTO stale (collection, article, token) SELECT collection, id, hex(randomblob(16)) FROM node WHERE key = ?`
	markJudgedSQL  = `INSERT OR REPLACE INTO stale (collection, article, token)
SELECT m.collection, a.id, hex(randomblob(16)) FROM label l JOIN member m ON m.node = l.key JOIN label a ON a.key = m.article WHERE l.id IN (?, ?)`
	settleSQL = `DELETE FROM stale WHERE collection = ? AND article = ? AND token = ?`

	versionSQL = `SELECT version FROM layer WHERE collection = ?`
	raiseSQL   = `INSERT INTO layer (collection, version) VALUES (?, 1) ON CONFLICT (collection) DO UPDATE SET version = version + 1`

	labelSQL    = `SELECT key FROM label WHERE id = ?`
	newLabelSQL = `INSERT INTO label (id) VALUES (?) RETURNING key`

	keysOfSQL    = `SELECT names FROM article_keys WHERE article = ?`
	putKeysSQL   = `INSERT OR REPLACE INTO article_keys (article, names) VALUES (?, ?)`
	dropKeysSQL  = `DELETE FROM article_keys WHERE article = ?`
	deleteKeySQL = `DELETE FROM shared_key WHERE collection = ? AND name = ? AND article = ?`
	insertKeySQL = `INSERT INTO shared_key (collection, name, article) VALUES (?, ?, ?)`
	membersOfSQL = `SELECT json_object('row', json_array(m.article, m.node, m.unit, m.cluster), 'ids', json_array(a.id, t.id, u.id, c.id))
FROM member m JOIN label a ON a.key = m.article JOIN label t ON t.key = m.node JOIN label u ON u.key = m.unit JOIN label c ON c.key = m.cluster WHERE m.article = ?`
	deleteMemberSQL = `DELETE FROM member WHERE article = ? AND node = ?`
	insertMemberSQL = `INSERT OR REPLACE INTO member (article, node, unit, cluster, collection) VALUES (?, ?, ?, ?, ?)`

	findingsOfSQL    = `SELECT key || ' ' || json FROM finding WHERE owner = ?`
	deleteEndsSQL    = `DELETE FROM finding_end WHERE finding = ?`
	deleteFindingSQL = `DELETE FROM finding WHERE key = ?`
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
	p := layering{writer: w, part: part, findings: findings, labels: map[string]int64{}}
	for _, step := range []func() error{p.putKeys, p.putMembers, p.putFindings} {
		if err := step(); err != nil {
			return err
		}
	}
	for _, done := range part.Settled {
		if err := w.exec(settleSQL, done.Collection, done.Article, done.Token); err != nil {
			return err
		}
	}
	return nil
}

// A layering is one PutLayer under way.
type layering struct {
	*writer
	part     graph.LayerPart
	findings map[string]string // id → canonical form
	labels   map[string]int64  // the numbers of ids
}

// label is the number of an id, a new one where it has none.
func (p *layering) label(id string) (int64, error) {
	if key, known := p.labels[id]; known {
		return key, nil
	}
	var key int64
	err := p.row(labelSQL, []any{id}, &key)
	if errors.Is(err, sql.ErrNoRows) {
		err = p.row(newLabelSQL, []any{id}, &key)
	}
	p.labels[id] = key
	return key, err
}

func (p *layering) putKeys() error {
	for _, article := range p.part.Articles {
		keys := slices.Compact(slices.Sorted(slices.Values(p.part.Keys[article])))
		if err := p.putKeysOf(article, keys); err != nil {
			return err
		}
	}
	return nil
}

func (p *layering) putKeysOf(article string, keys []string) error {
	label, err := p.label(article)
	if err != nil {
		return err
	}
	var former []string
	err = each(p.writer, keysOfSQL, label, func(names []byte) error { return json.Unmarshal(names, &former) })
	if err != nil || slices.Equal(former, keys) {
		return err
	}
	for _, k := range former {
		if _, kept := slices.BinarySearch(keys, k); !kept {
			if err := p.exec(deleteKeySQL, p.part.Collection, k, article); err != nil {
				return err
			}
		}
	}
	for _, k := range keys {
		if _, there := slices.BinarySearch(former, k); !there {
			if err := p.exec(insertKeySQL, p.part.Collection, k, article); err != nil {
				return err
			}
		}
	}
	if len(keys) == 0 {
		return p.exec(dropKeysSQL, label)
	}
	names, err := json.Marshal(keys)
	if err != nil {
		return err
	}
	return p.exec(putKeysSQL, label, string(names))
}

// A memberRow is a graph.Member by numbers: article, node, unit and cluster.
type memberRow [4]int64

func (p *layering) memberRow(m graph.Member) (row memberRow, err error) {
	for i, id := range []string{m.Article, m.Node, m.Unit, m.Cluster} {
		if row[i], err = p.label(id); err != nil {
			return row, err
		}
	}
	return row, nil
}

// formerMembers are those that articles have so far. It learns the numbers of
// their ids on the way, which lie beside each other, as the ids do not.
func (p *layering) formerMembers() (out []memberRow, err error) {
	for _, article := range p.part.Articles {
		err := each(p.writer, membersOfSQL, p.labels[article], func(data []byte) error {
			var m struct {
				Row memberRow
				IDs [4]string
			}
			err := json.Unmarshal(data, &m)
			for i, id := range m.IDs {
				p.labels[id] = m.Row[i]
			}
			out = append(out, m.Row)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (p *layering) putMembers() error {
	former, err := p.formerMembers()
	if err != nil {
		return err
	}
	wanted, nodes := map[memberRow]bool{}, map[[2]int64]bool{}
	for _, m := range p.part.Members {
		row, err := p.memberRow(m)
		if err != nil {
			return err
		}
		wanted[row], nodes[[2]int64(row[:2])] = true, true
	}
	var gone []memberRow
	for _, row := range former {
		if !nodes[[2]int64(row[:2])] {
			gone = append(gone, row)
		}
		delete(wanted, row)
	}
	for _, row := range gone {
		if err := p.exec(deleteMemberSQL, row[0], row[1]); err != nil {
			return err
		}
	}
	for row := range wanted {
		if err := p.exec(insertMemberSQL, row[0], row[1], row[2], row[3], p.part.Collection); err != nil {
			return err
		}
	}
	return nil
}

func (p *layering) putFindings() error {
	kept := map[string]bool{}
	var gone []string
	for _, article := range p.part.Articles {
		err := each(p.writer, findingsOfSQL, p.labels[article], func(row string) error {
			key, data, _ := strings.Cut(row, " ")
			var f graph.Finding
			if err := json.Unmarshal([]byte(data), &f); err != nil {
				return err
			}
			if p.findings[f.ID] == data {
				kept[f.ID] = true
			} else {
				gone = append(gone, key)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, key := range gone {
		if err := errors.Join(p.exec(deleteEndsSQL, key), p.exec(deleteFindingSQL, key)); err != nil {
			return err
		}
	}
	for _, f := range p.part.Findings {
		if kept[f.ID] {
			continue
		}
		if err := p.putFinding(f, p.findings[f.ID]); err != nil {
			return err
		}
	}
	return nil
}

func (p *layering) putFinding(f graph.Finding, data string) error {
	owner, err := p.label(f.Owner)
	if err != nil {
		return err
	}
	var key int64
	if err := p.row(insertFindingSQL, []any{f.ID, string(f.Kind), f.Type, f.Sort, owner, p.part.Collection, data}, &key); err != nil {
		return err
	}
	for use, ends := range [][]string{endAbout: f.About, endNeeds: f.Needs, endParts: f.Parts} {
		for _, id := range ends {
			name, err := p.label(id)
			if err != nil {
				return err
			}
			if err := p.exec(insertEndSQL, name, use, key); err != nil {
				return err
			}
		}
	}
	return nil
}
