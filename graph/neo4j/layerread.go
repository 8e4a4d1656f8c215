package neo4j

import (
	"context"
	"encoding/json"

	"github.com/claimline/claimline/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	staleCypher = `
MATCH (s:Stale)
WITH min(s.collection) AS collection
MATCH (s:Stale {collection: collection})
RETURN s.id AS article, s.collection AS collection, s.token AS token
ORDER BY article
LIMIT $q.limit`

	versionCypher = `
MATCH (l:Layer {collection: $q.collection})
RETURN l.version AS version`

	keysCypher = `
UNWIND $q.articles AS article
MATCH (k:SharedKey {article: article})
RETURN article, k.name AS name
ORDER BY article, name`

	sharingCypher = `
UNWIND $q.names AS name
CALL (name) {
  MATCH (k:SharedKey {name: name})
  WHERE k.collection = $q.collection
  RETURN k.article AS article ORDER BY article LIMIT $q.most
}
RETURN name, article
ORDER BY name, article`

	eachMemberCypher = `
MATCH (m:Member)
RETURN ` + memberColumns

	eachFindingCypher = `
MATCH (f:Finding)
RETURN f.json AS json`
)

// Stale lists articles whose part of the layer is out of date.
func (s *Store) Stale(ctx context.Context, limit int) (out []graph.Stale, version int64, err error) {
	err = s.read(ctx, "stale", func(r *reading) error {
		out, version = nil, 0
		rows, err := r.query(staleCypher, params{"limit": limit})
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, row := range rows {
			out = append(out, graph.Stale{Article: text(row, "article"), Collection: text(row, "collection"), Token: text(row, "token")})
		}
		rows, err = r.query(versionCypher, params{"collection": out[0].Collection})
		if err == nil && len(rows) > 0 {
			version = int64(number(rows[0], "version"))
		}
		return err
	})
	return out, version, err
}

// Keys returns the keys of articles.
func (s *Store) Keys(ctx context.Context, articles []string) (map[string][]string, error) {
	return s.gathered(ctx, "keys", keysCypher, params{"articles": articles}, "article", "name")
}

// Sharing returns which articles have keys.
func (s *Store) Sharing(ctx context.Context, collection string, keys []string, most int) (map[string][]string, error) {
	return s.gathered(ctx, "sharing", sharingCypher, params{"collection": collection, "names": keys, "most": most}, "name", "article")
}

// gathered collects one column of the rows of a statement by another.
func (s *Store) gathered(ctx context.Context, what, cypher string, p params, by, column string) (map[string][]string, error) {
	var out map[string][]string
	err := s.read(ctx, what, func(r *reading) error {
		out = map[string][]string{}
		rows, err := r.query(cypher, p)
		for _, row := range rows {
			out[text(row, by)] = append(out[text(row, by)], text(row, column))
		}
		return err
	})
	return out, err
}

// EachDerived calls f with every member and finding.
func (s *Store) EachDerived(ctx context.Context, f func(sort string, canonical []byte) error) error {
	work := func(t *transaction) error {
		err := t.stream(eachMemberCypher, nil, func(row *neo4j.Record) error {
			data, err := json.Marshal(memberOf(row))
			if err != nil {
				return err
			}
			return f("Member", data)
		})
		if err != nil {
			return err
		}
		return t.stream(eachFindingCypher, nil, func(row *neo4j.Record) error { return f("Finding", []byte(text(row, "json"))) })
	}
	return s.transact(ctx, job{what: "each derived", mode: neo4j.AccessModeRead, timeout: exportTimeout, work: work, single: true})
}
