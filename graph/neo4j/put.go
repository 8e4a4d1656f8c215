package neo4j

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/claimline/claimline/graph"
)

// batch is how many rows one statement writes.
const batch = 1000

// takeArticleCypher makes the article's node, or finds it, and locks it, so
// that two readings of one article come one after the other.
const takeArticleCypher = `
MERGE (a:Article {id: $q.article})
ON CREATE SET a.ingested = $q.at
SET a.collection = $q.collection
RETURN a.digest AS digest, a.ingested AS ingested`

// Put stores what was read from one article.
func (s *Store) Put(ctx context.Context, sub *graph.Subgraph, at time.Time) error {
	if err := sub.Validate(); err != nil {
		return fmt.Errorf("neo4j: put: %w", err)
	}
	c, err := newContribution(sub)
	if err != nil {
		return err
	}
	return s.write(ctx, "put "+c.article.ID, func(t *transaction) error { return c.put(t, at.UTC()) })
}

// A contribution is what one article adds to the graph.
type contribution struct {
	article graph.Article
	sub     graph.Subgraph
	shared  map[string]graph.Record // its actors and places, by id
	digest  string                  // of all of it and of the layout
}

// newContribution copies sub by way of JSON, so that everything is stored as
// it will be read.
func newContribution(sub *graph.Subgraph) (*contribution, error) {
	c := &contribution{shared: map[string]graph.Record{}}
	data, err := json.Marshal(sub)
	if err == nil {
		err = json.Unmarshal(data, &c.sub)
	}
	if err != nil {
		return nil, fmt.Errorf("neo4j: put: %w", err)
	}
	c.sub.Normalize()
	c.article = c.sub.Articles[0]
	for _, r := range c.sub.Records() {
		if isShared(r.RecordKind()) {
			c.shared[r.RecordID()] = r
		}
	}
	if data, err = json.Marshal(c.sub); err != nil {
		return nil, fmt.Errorf("neo4j: put: %w", err)
	}
	sum := sha256.Sum256(fmt.Appendf(data, "layout %d", layout))
	c.digest = hex.EncodeToString(sum[:])
	return c, nil
}

func (c *contribution) put(t *transaction, at time.Time) error {
	rows, err := t.query(takeArticleCypher, params{"article": c.article.ID, "collection": c.article.Collection, "at": at})
	if err != nil {
		return err
	}
	former := text(rows[0], "digest")
	if former == c.digest {
		return nil
	}
	ingested, _ := rows[0].Get("ingested")
	if err := t.mark(c.article.ID, c.article.Collection); err != nil {
		return err
	}
	f := fold{transaction: t, article: c.article.ID, collection: c.article.Collection, own: c.shared, fresh: former == ""}
	if err := f.run(); err != nil {
		return err
	}
	if err := c.putNodes(t, ingested); err != nil {
		return err
	}
	return c.putRelationships(t)
}

const (
	putNodeCypher = `
UNWIND $q.rows AS row
MERGE (n:%s {id: row.id})
SET n = row`

	putRelationshipCypher = `
UNWIND $q.rows AS row
MATCH (from:%s {id: row.from})
MATCH (to:%s {id: row.to})
MERGE (from)-[r:%s {id: row.properties.id}]->(to)
SET r = row.properties
RETURN count(r) AS written`
)

// putNodes writes the nodes that belong to the article alone.
func (c *contribution) putNodes(t *transaction, ingested any) error {
	rows := map[graph.Kind][]properties{}
	for _, r := range c.sub.Records() {
		kind := r.RecordKind()
		if isShared(kind) || kind == graph.KindRelationship {
			continue
		}
		p, err := propertiesOf(r, c.article)
		if err != nil {
			return err
		}
		if kind == graph.KindArticle {
			p["ingested"], p["digest"], p["relationships"] = ingested, c.digest, len(c.sub.Relationships)
		}
		rows[kind] = append(rows[kind], p)
	}
	for _, kind := range []graph.Kind{graph.KindArticle, graph.KindEvent, graph.KindClaim} {
		for part := range slices.Chunk(rows[kind], batch) {
			if _, err := t.query(typed(putNodeCypher, kind), params{"rows": part}); err != nil {
				return err
			}
		}
	}
	return nil
}

// An arrow is what a statement that writes relationships names: labels and type.
type arrow struct {
	from, to graph.Kind
	is       graph.RelType
}

func (c *contribution) putRelationships(t *transaction) error {
	rows := map[arrow][]params{}
	var order []arrow
	for _, r := range c.sub.Relationships {
		p, err := propertiesOf(r, c.article)
		if err != nil {
			return err
		}
		if to, ok := c.shared[r.To]; ok && r.Type == graph.Mentions {
			if err := p.contribute(to); err != nil {
				return err
			}
		}
		a := arrow{graph.KindOf(r.From), graph.KindOf(r.To), r.Type}
		if rows[a] == nil {
			order = append(order, a)
		}
		rows[a] = append(rows[a], params{"from": r.From, "to": r.To, "properties": p})
	}
	for _, a := range order {
		cypher := typed(putRelationshipCypher, string(a.from), string(a.to), string(a.is))
		for part := range slices.Chunk(rows[a], batch) {
			done, err := t.query(cypher, params{"rows": part})
			if err != nil {
				return err
			}
			if n := number(done[0], "written"); n != len(part) {
				return fmt.Errorf("%d of %d %s relationships written", n, len(part), a.is)
			}
		}
	}
	return nil
}
