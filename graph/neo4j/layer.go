package neo4j

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/claimline/claimline/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// The layer is kept in nodes of its own labels: Layer (a collection's version),
// Stale, SharedKey, Member, Finding and FindingEnd, whose use says whether a
// finding is about it, needs it or has it for a part. For people who look
// around, findings also join what they are about, see joint.
const (
	endAbout = iota
	endNeeds
	endParts
)

// layerForm is that of the keys and members which package resolve gives; 1 had
// names in the order of their words. What another form wrote is computed anew.
const layerForm = 2

const (
	// raiseCypher locks the layer; a transaction that goes on from another
	// version than it has takes that back.
	raiseCypher = `
MERGE (l:Layer {collection: $q.collection})
ON CREATE SET l.version = 0, l.form = $q.form
SET l.version = l.version + 1
RETURN l.version - 1 AS version`

	// outdateCypher marks all articles whose layer was written in another form.
	outdateCypher = `
MATCH (l:Layer)
WHERE coalesce(l.form, 1) <> $q.form
SET l.form = $q.form
WITH l.collection AS collection
MATCH (a:Article {collection: collection})
MERGE (s:Stale {id: a.id})
SET s.collection = collection, s.token = randomUUID()`

	clearKeysCypher = `
UNWIND $q.articles AS article
MATCH (k:SharedKey {article: article})
DELETE k`

	putKeysCypher = `
UNWIND $q.rows AS row
CREATE (k:SharedKey)
SET k = row`

	memberColumns = `m.article AS article, m.node AS node, m.unit AS unit, m.cluster AS cluster`

	membersOfCypher = `
UNWIND $q.articles AS id
MATCH (m:Member {article: id})
RETURN ` + memberColumns

	dropMembersCypher = `
UNWIND $q.rows AS row
MATCH (m:Member {article: row.article, node: row.node})
DELETE m`

	putMembersCypher = `
UNWIND $q.rows AS row
MERGE (m:Member {article: row.article, node: row.node})
SET m = row`

	findingsOfCypher = `
UNWIND $q.articles AS article
MATCH (f:Finding {owner: article})
RETURN f.id AS id, f.json AS json`

	dropFindingsCypher = `
UNWIND $q.rows AS row
MATCH (f:Finding {id: row.id})
OPTIONAL MATCH (e:FindingEnd {finding: row.id})
DELETE e
WITH DISTINCT f
DELETE f`

	putFindingsCypher = `
UNWIND $q.rows AS row
CREATE (f:Finding)
SET f = row.finding
WITH row
UNWIND row.ends AS end
CREATE (e:FindingEnd)
SET e = end`

	settleCypher = `
UNWIND $q.rows AS row
MATCH (s:Stale {id: row.id})
WHERE s.token = row.token
DELETE s`

	markCypher = `
MERGE (s:Stale {id: $q.article})
SET s.collection = $q.collection, s.token = randomUUID()`

	markJudgedCypher = `
UNWIND [$q.a, $q.b] AS node
MATCH (m:Member {node: node})
WITH DISTINCT m.article AS article, m.collection AS collection
MERGE (s:Stale {id: article})
SET s.collection = collection, s.token = randomUUID()`
)

// mark notes that the layer of an article is out of date.
func (t *transaction) mark(article, collection string) error {
	_, err := t.query(markCypher, params{"article": article, "collection": collection})
	return err
}

// PutLayer replaces a part of the layer. What is the same as before is not
// written again.
func (s *Store) PutLayer(ctx context.Context, part graph.LayerPart) error {
	return s.write(ctx, "put layer", func(t *transaction) error {
		rows, err := t.query(raiseCypher, params{"collection": part.Collection, "form": layerForm})
		if err != nil {
			return err
		}
		if int64(number(rows[0], "version")) != part.Version {
			return &abort{graph.ErrMoved}
		}
		for _, step := range []func(graph.LayerPart) error{t.putKeys, t.putMembers, t.putFindings, t.settle} {
			if err := step(part); err != nil {
				return err
			}
		}
		return nil
	})
}

// inBatches runs a statement on rows, so many at a time.
func (t *transaction) inBatches(cypher string, rows []params) error {
	for some := range slices.Chunk(rows, batch) {
		if _, err := t.query(cypher, params{"rows": some}); err != nil {
			return err
		}
	}
	return nil
}

func (t *transaction) putKeys(part graph.LayerPart) error {
	if _, err := t.query(clearKeysCypher, params{"articles": part.Articles}); err != nil {
		return err
	}
	var rows []params
	for _, article := range part.Articles {
		for _, k := range part.Keys[article] {
			rows = append(rows, params{"collection": part.Collection, "name": k, "article": article})
		}
	}
	return t.inBatches(putKeysCypher, rows)
}

func memberOf(row *neo4j.Record) graph.Member {
	return graph.Member{Article: text(row, "article"), Node: text(row, "node"), Unit: text(row, "unit"), Cluster: text(row, "cluster")}
}

func (t *transaction) putMembers(part graph.LayerPart) error {
	wanted, nodes := map[graph.Member]bool{}, map[[2]string]bool{}
	for _, m := range part.Members {
		wanted[m], nodes[[2]string{m.Article, m.Node}] = true, true
	}
	rows, err := t.query(membersOfCypher, params{"articles": part.Articles})
	if err != nil {
		return err
	}
	var gone, come []params
	for _, row := range rows {
		m := memberOf(row)
		if !nodes[[2]string{m.Article, m.Node}] {
			gone = append(gone, params{"article": m.Article, "node": m.Node})
		}
		delete(wanted, m)
	}
	for _, m := range part.Members {
		if wanted[m] {
			come = append(come, params{"article": m.Article, "node": m.Node, "unit": m.Unit, "cluster": m.Cluster, "collection": part.Collection})
		}
	}
	if err := t.inBatches(dropMembersCypher, gone); err != nil {
		return err
	}
	return t.inBatches(putMembersCypher, come)
}

func (t *transaction) putFindings(part graph.LayerPart) error {
	rows, err := t.query(findingsOfCypher, params{"articles": part.Articles})
	if err != nil {
		return err
	}
	before := map[string]string{}
	for _, row := range rows {
		before[text(row, "id")] = text(row, "json")
	}
	var come []params
	for _, f := range part.Findings {
		data, err := json.Marshal(f)
		if err != nil {
			return &abort{err}
		}
		if before[f.ID] == string(data) {
			delete(before, f.ID)
			continue
		}
		come = append(come, findingRow(f, part.Collection, string(data)))
	}
	if err := t.drop(before); err != nil {
		return err
	}
	if err := t.inBatches(putFindingsCypher, come); err != nil {
		return err
	}
	// A finding that stayed may have lost its relationship with a node that
	// went and came again.
	return t.joints(joinCypher, part.Findings)
}

// drop takes findings away, given by id in their canonical form.
func (t *transaction) drop(canonical map[string]string) error {
	var rows []params
	var gone []graph.Finding
	for id, data := range canonical {
		var f graph.Finding
		if err := json.Unmarshal([]byte(data), &f); err != nil {
			return &abort{err}
		}
		rows, gone = append(rows, params{"id": id}), append(gone, f)
	}
	if err := t.joints(partCypher, gone); err != nil {
		return err
	}
	return t.inBatches(dropFindingsCypher, rows)
}

func findingRow(f graph.Finding, collection, canonical string) params {
	ends := []params{}
	for use, names := range [][]string{endAbout: f.About, endNeeds: f.Needs, endParts: f.Parts} {
		for _, name := range names {
			ends = append(ends, params{"finding": f.ID, "use": use, "name": name})
		}
	}
	return params{"ends": ends, "finding": params{
		"id": f.ID, "kind": string(f.Kind), "type": f.Type, "sort": f.Sort, "owner": f.Owner, "collection": collection, "json": canonical}}
}

func (t *transaction) settle(part graph.LayerPart) error {
	var rows []params
	for _, s := range part.Settled {
		rows = append(rows, params{"id": s.Article, "token": s.Token})
	}
	return t.inBatches(settleCypher, rows)
}
