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

// seen holds for what a finding rests on, an end e: an article of the scope,
// or a unit or cluster that has a member in one.
func (s scope) seen() string {
	article := `SELECT 1 FROM label l JOIN node n ON n.id = l.id WHERE n.kind = 5 AND ` + s.node
	member := `SELECT 1 FROM member m JOIN label l ON l.key = m.article JOIN node n ON n.id = l.id WHERE n.kind = 5 AND ` + s.node
	return `(EXISTS (` + article + ` AND l.key = e.name)
		OR EXISTS (` + member + ` AND m.unit = e.name)
		OR EXISTS (` + member + ` AND m.cluster = e.name))`
}

// visible holds for a finding f that the scope shows.
func (s scope) visible() string {
	seen := s.seen()
	return `(NOT EXISTS (SELECT 1 FROM finding_end e WHERE e.finding = f.key AND e.use = 1 AND NOT ` + seen + `)
		AND (EXISTS (SELECT 1 FROM finding_end e WHERE e.finding = f.key AND e.use = 1)
		  OR EXISTS (SELECT 1 FROM finding_end e WHERE e.finding = f.key AND e.use = 2 AND ` + seen + `)))`
}

const (
	findingHead   = ` FROM finding f WHERE `
	findingKinds  = ` AND f.kind IN (SELECT value FROM json_each(@kinds))`
	findingTypes  = ` AND f.type IN (SELECT value FROM json_each(@types))`
	findingAbout  = ` AND f.key IN (SELECT e.finding FROM finding_end e WHERE e.use = 0 AND e.name IN (SELECT key FROM label WHERE id IN (SELECT value FROM json_each(@about))))`
	findingsTail  = ` AND (f.sort, f.id) > (@afterSort, @afterID) ORDER BY f.sort, f.id LIMIT @limit`
	findingHidden = `SELECT e.finding, t.id FROM finding_end e JOIN label t ON t.key = e.name WHERE e.use = 2 AND e.finding IN (SELECT value FROM json_each(@findings)) AND NOT `

	keysByIDSQL = `SELECT n.key FROM node n WHERE n.id IN (SELECT value FROM json_each(@ids)) AND `
)

// Findings lists findings.
func (s *Store) Findings(ctx context.Context, q graph.FindingQuery) (out graph.Findings, err error) {
	sc := newScope(q.Scope)
	err = s.read(ctx, "findings", func(r *reading) error {
		size, err := q.Page.Size()
		if err != nil {
			return err
		}
		from, args := sc.findings(q)
		args = append(args, sql.Named("limit", size+1), sql.Named("countLimit", graph.MaxCount+1), sql.Named("afterSort", ""), sql.Named("afterID", ""))
		if q.Page.After != nil {
			args = append(args[:len(args)-2], sql.Named("afterSort", q.Page.After.Sort), sql.Named("afterID", q.Page.After.ID))
		}
		keys, err := r.findings(from, args, size, &out)
		if err != nil {
			return err
		}
		if out.Total, err = r.total(q.Page, len(out.List), out.Next == nil, countHead+from+countTail, args); err != nil {
			return err
		}
		if err := r.hidden(sc, keys, &out); err != nil {
			return err
		}
		return r.explainFindings(sc, &out)
	})
	return out, err
}

// findings is the table with the conditions of a question, and its parameters.
func (s scope) findings(q graph.FindingQuery) (string, []any) {
	from, args := findingHead+s.visible(), slices.Clone(s.args)
	if len(q.Kinds) > 0 {
		from += findingKinds
		args = append(args, listArg("kinds", q.Kinds))
	}
	if len(q.Types) > 0 {
		from += findingTypes
		args = append(args, listArg("types", q.Types))
	}
	if len(q.About) > 0 {
		from += findingAbout
		args = append(args, listArg("about", q.About))
	}
	return from, args
}

func (r *reading) findings(from string, args []any, size int, out *graph.Findings) (keys []int64, err error) {
	err = r.rows(`SELECT f.key, f.json`+from+findingsTail, args, func(scan scanner) error {
		var key int64
		var data []byte
		if err := scan(&key, &data); err != nil {
			return err
		}
		var f graph.Finding
		err := json.Unmarshal(data, &f)
		keys, out.List = append(keys, key), append(out.List, f)
		return err
	})
	if len(out.List) > size {
		keys, out.List = keys[:size], out.List[:size]
		last := out.List[size-1]
		out.Next = &graph.Cursor{Sort: last.Sort, ID: last.ID}
	}
	return keys, err
}

// hidden notes which parts of findings the scope does not hold.
func (r *reading) hidden(s scope, keys []int64, out *graph.Findings) error {
	return r.rows(findingHidden+s.seen()+` ORDER BY e.finding, t.id`, append(slices.Clone(s.args), listArg("findings", keys)), func(scan scanner) error {
		var key int64
		var name string
		err := scan(&key, &name)
		f := &out.List[slices.Index(keys, key)]
		f.Hidden = append(f.Hidden, name)
		return err
	})
}

// explainFindings adds the claims that findings are about.
func (r *reading) explainFindings(s scope, out *graph.Findings) error {
	var keys []int64
	ids := graph.Shown(out.List)
	err := r.rows(keysByIDSQL+s.node, append(slices.Clone(s.args), listArg("ids", ids)), func(scan scanner) error {
		var key int64
		err := scan(&key)
		keys = append(keys, key)
		return err
	})
	if err != nil || len(keys) == 0 {
		return err
	}
	var a graph.Answer
	err = r.explain(s, keys, keys, &a)
	out.Graph = a.Graph
	return err
}

const (
	memberColumns = `a.id, t.id, (SELECT id FROM label WHERE key = m.unit), c.id`
	memberTables  = ` FROM member m JOIN label a ON a.key = m.article JOIN label t ON t.key = m.node JOIN label c ON c.key = m.cluster`

	membersHead = `SELECT ` + memberColumns + memberTables + ` JOIN node n ON n.id = a.id
WHERE m.cluster IN (SELECT m.cluster FROM label t JOIN member m ON m.node = t.key JOIN label a ON a.key = m.article JOIN node n ON n.id = a.id
  WHERE t.id IN (SELECT value FROM json_each(@ids)) AND n.kind = 5 AND `
)

// Members lists the members of the clusters of nodes.
func (s *Store) Members(ctx context.Context, scope graph.Scope, ids []string) (out []graph.Member, err error) {
	sc := newScope(scope)
	statement := membersHead + sc.node + `) AND n.kind = 5 AND ` + sc.node + ` ORDER BY c.id, t.id, a.id LIMIT @most`
	err = s.read(ctx, "members", func(r *reading) error {
		return r.rows(statement, append(slices.Clone(sc.args), listArg("ids", ids), sql.Named("most", graph.MaxCount)), func(scan scanner) error {
			var m graph.Member
			err := scan(&m.Article, &m.Node, &m.Unit, &m.Cluster)
			out = append(out, m)
			return err
		})
	})
	return out, err
}

const (
	staleSQL     = `SELECT article, collection, token FROM stale WHERE collection = (SELECT min(collection) FROM stale) ORDER BY article LIMIT @limit`
	keysOfAllSQL = `SELECT l.id, k.names FROM label l JOIN article_keys k ON k.article = l.key WHERE l.id IN (SELECT value FROM json_each(@articles))`
	sharingSQL   = `
SELECT j.value, (SELECT group_concat(article, ' ') FROM (
  SELECT article FROM shared_key WHERE collection = @collection AND name = j.value ORDER BY article LIMIT @most))
FROM json_each(@names) j WHERE j.type = 'text'`
	eachMemberSQL = `SELECT json_object('article', a.id, 'node', t.id, 'unit', (SELECT id FROM label WHERE key = m.unit), 'cluster', c.id)` + memberTables
	eachFoundSQL  = `SELECT json FROM finding ORDER BY key`
)

// Stale lists articles whose part of the layer is out of date.
func (s *Store) Stale(ctx context.Context, limit int) (out []graph.Stale, version int64, err error) {
	err = s.read(ctx, "stale", func(r *reading) error {
		err := r.rows(staleSQL, []any{sql.Named("limit", limit)}, func(scan scanner) error {
			var a graph.Stale
			err := scan(&a.Article, &a.Collection, &a.Token)
			out = append(out, a)
			return err
		})
		if err != nil || len(out) == 0 {
			return err
		}
		err = r.row(versionSQL, []any{out[0].Collection}, &version)
		if errors.Is(err, sql.ErrNoRows) {
			err = nil
		}
		return err
	})
	return out, version, err
}

// Keys returns the keys of articles.
func (s *Store) Keys(ctx context.Context, articles []string) (map[string][]string, error) {
	out := map[string][]string{}
	err := s.read(ctx, "keys", func(r *reading) error {
		return r.rows(keysOfAllSQL, []any{listArg("articles", articles)}, func(scan scanner) error {
			var article string
			var names []byte
			if err := scan(&article, &names); err != nil {
				return err
			}
			var keys []string
			err := json.Unmarshal(names, &keys)
			out[article] = keys
			return err
		})
	})
	return out, err
}

// Sharing returns which articles have keys.
func (s *Store) Sharing(ctx context.Context, collection string, keys []string, most int) (map[string][]string, error) {
	out := map[string][]string{}
	args := []any{listArg("names", keys), sql.Named("collection", collection), sql.Named("most", most)}
	err := s.read(ctx, "sharing", func(r *reading) error {
		return r.rows(sharingSQL, args, func(scan scanner) error {
			var key string
			var articles sql.NullString // their ids hold no blanks
			err := scan(&key, &articles)
			if articles.Valid {
				out[key] = strings.Fields(articles.String)
			}
			return err
		})
	})
	return out, err
}

// EachDerived calls f with every member and finding.
func (s *Store) EachDerived(ctx context.Context, f func(sort string, canonical []byte) error) error {
	return s.read(ctx, "each derived", func(r *reading) error {
		for _, table := range []struct{ sort, statement string }{{"Member", eachMemberSQL}, {"Finding", eachFoundSQL}} {
			err := r.rows(table.statement, nil, func(scan scanner) error {
				var data []byte
				if err := scan(&data); err != nil {
					return err
				}
				return f(table.sort, data)
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}
