package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// The layer is kept in nodes of its own labels, without relationships: Layer
// (a collection's version), Stale, SharedKey, Member, Finding and FindingEnd,
// whose use says whether a finding is about it, needs it or has it for a part.
const (
	endAbout = iota
	endNeeds
	endParts
)

const (
	lockLayerCypher = `
MERGE (l:Layer {collection: $q.collection})
ON CREATE SET l.version = 0
SET l.version = l.version
RETURN l.version AS version`

	raiseCypher = `
MATCH (l:Layer {collection: $q.collection})
SET l.version = l.version + 1`

	clearKeysCypher = `
UNWIND $q.articles AS article
MATCH (k:SharedKey {article: article})
DELETE k`

	putKeysCypher = `
UNWIND $q.rows AS row
CREATE (k:SharedKey)
SET k = row`

	membersOfCypher = `
UNWIND $q.articles AS article
MATCH (m:Member {article: article})
RETURN m.article AS article, m.node AS node, m.unit AS unit, m.cluster AS cluster`

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
UNWIND $q.ids AS id
MATCH (f:Finding {id: id})
OPTIONAL MATCH (e:FindingEnd {finding: id})
DELETE e
WITH DISTINCT f
DELETE f`

	putFindingsCypher = `
UNWIND $q.rows AS row
CREATE (f:Finding)
SET f = row`

	putEndsCypher = `
UNWIND $q.rows AS row
CREATE (e:FindingEnd)
SET e = row`

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
		rows, err := t.query(lockLayerCypher, params{"collection": part.Collection})
		if err != nil {
			return err
		}
		if int64(number(rows[0], "version")) != part.Version {
			return &abort{graph.ErrMoved}
		}
		if _, err := t.query(raiseCypher, params{"collection": part.Collection}); err != nil {
			return err
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
	var come, ends []params
	for _, f := range part.Findings {
		data, err := json.Marshal(f)
		if err != nil {
			return &abort{err}
		}
		if before[f.ID] == string(data) {
			delete(before, f.ID)
			continue
		}
		come = append(come, params{"id": f.ID, "kind": string(f.Kind), "type": f.Type, "sort": f.Sort, "owner": f.Owner, "collection": part.Collection, "json": string(data)})
		for use, names := range [][]string{endAbout: f.About, endNeeds: f.Needs, endParts: f.Parts} {
			for _, name := range names {
				ends = append(ends, params{"finding": f.ID, "use": use, "name": name})
			}
		}
	}
	var gone []string
	for id := range before {
		gone = append(gone, id)
	}
	slices.Sort(gone)
	for some := range slices.Chunk(gone, batch) {
		if _, err := t.query(dropFindingsCypher, params{"ids": some}); err != nil {
			return err
		}
	}
	if err := t.inBatches(putFindingsCypher, come); err != nil {
		return err
	}
	return t.inBatches(putEndsCypher, ends)
}

func (t *transaction) settle(part graph.LayerPart) error {
	var rows []params
	for _, s := range part.Settled {
		rows = append(rows, params{"id": s.Article, "token": s.Token})
	}
	return t.inBatches(settleCypher, rows)
}

// A reading of the layer keeps within a scope by the articles a that hold what
// a finding rests on, an end e: an article, a unit or a cluster.
const (
	aInScope = aInCollections + ` AND (NOT $q.bounded OR ` + aInBounds + `)`

	endSeen = `(EXISTS { MATCH (a:Article {id: e.name}) WHERE ` + aInScope + ` }
    OR EXISTS { MATCH (m:Member {unit: e.name}) MATCH (a:Article {id: m.article}) WHERE ` + aInScope + ` }
    OR EXISTS { MATCH (m:Member {cluster: e.name}) MATCH (a:Article {id: m.article}) WHERE ` + aInScope + ` })`

	findingVisible = `NOT EXISTS { MATCH (e:FindingEnd {finding: f.id}) WHERE e.use = 1 AND NOT ` + endSeen + ` }
  AND (EXISTS { MATCH (e:FindingEnd {finding: f.id}) WHERE e.use = 1 }
    OR EXISTS { MATCH (e:FindingEnd {finding: f.id}) WHERE e.use = 2 AND ` + endSeen + ` })
  AND ($q.kinds IS NULL OR f.kind IN $q.kinds)
  AND ($q.types IS NULL OR f.type IN $q.types)`

	fromFindings      = "\nMATCH (f:Finding)\nWHERE " + findingVisible
	fromFindingsAbout = `
MATCH (about:FindingEnd)
WHERE about.name IN $q.about AND about.use = 0
WITH DISTINCT about.finding AS id
MATCH (f:Finding {id: id})
WHERE ` + findingVisible

	findingPage = `
  AND (f.sort > $q.afterSort OR f.sort = $q.afterSort AND f.id > $q.afterID)
WITH f ORDER BY f.sort, f.id LIMIT $q.limit
RETURN f.id AS id, f.sort AS sort, f.json AS json
ORDER BY sort, id`

	findingCount = `
WITH f LIMIT $q.most
RETURN count(f) AS count`

	findingHidden = `
UNWIND $q.ids AS id
MATCH (e:FindingEnd {finding: id})
WHERE e.use = 2 AND NOT ` + endSeen + `
RETURN id, e.name AS name
ORDER BY id, name`
)

// Findings lists findings.
func (s *Store) Findings(ctx context.Context, q graph.FindingQuery) (graph.Findings, error) {
	size, err := q.Page.Size()
	if err != nil {
		return graph.Findings{}, fmt.Errorf("neo4j: findings: %w", err)
	}
	var out graph.Findings
	err = s.ask(ctx, "findings", q.Scope, func(r *reading) error {
		out = graph.Findings{}
		p := r.scope.with(params{"kinds": listed(q.Kinds), "types": listed(q.Types), "about": listed(q.About),
			"limit": size + 1, "most": graph.MaxCount + 1, "afterSort": "", "afterID": ""})
		if q.Page.After != nil {
			p["afterSort"], p["afterID"] = q.Page.After.Sort, q.Page.After.ID
		}
		from := fromFindings
		if len(q.About) > 0 {
			from = fromFindingsAbout
		}
		return r.findings(from, p, size, &out)
	})
	if err != nil {
		return graph.Findings{}, err
	}
	return out, nil
}

func (r *reading) findings(from string, p params, size int, out *graph.Findings) error {
	rows, err := r.query(from+findingPage, p)
	if err != nil {
		return err
	}
	counts, err := r.query(from+findingCount, p)
	if err != nil {
		return err
	}
	count := number(counts[0], "count")
	out.Total = graph.Total{Value: min(count, graph.MaxCount), Exact: count <= graph.MaxCount}
	if len(rows) > size {
		rows = rows[:size]
		out.Next = &graph.Cursor{Sort: text(rows[size-1], "sort"), ID: text(rows[size-1], "id")}
	}
	place := map[string]int{}
	var ids []string
	for i, row := range rows {
		var f graph.Finding
		if err := json.Unmarshal([]byte(text(row, "json")), &f); err != nil {
			return &abort{err}
		}
		out.List, ids = append(out.List, f), append(ids, f.ID)
		place[f.ID] = i
	}
	hidden, err := r.query(findingHidden, r.scope.with(params{"ids": ids}))
	if err != nil {
		return err
	}
	for _, row := range hidden {
		f := &out.List[place[text(row, "id")]]
		f.Hidden = append(f.Hidden, text(row, "name"))
	}
	return r.explainFindings(out)
}

// explainFindings adds the claims that findings are about.
func (r *reading) explainFindings(out *graph.Findings) error {
	ids := graph.Shown(out.List)
	if len(ids) == 0 {
		return nil
	}
	rows, err := r.query(typed(ownedInScopeCypher, graph.KindClaim), r.scope.with(params{"ids": ids}))
	if err != nil || len(rows) == 0 {
		return err
	}
	var a graph.Answer
	for _, row := range rows {
		a.Order = append(a.Order, text(row, "id"))
	}
	err = r.show(&a)
	out.Graph = a.Graph
	return err
}

const membersCypher = `
MATCH (m:Member)
WHERE m.node IN $q.ids
MATCH (a:Article {id: m.article})
WHERE ` + aInScope + `
WITH DISTINCT m.cluster AS cluster
MATCH (m:Member {cluster: cluster})
MATCH (a:Article {id: m.article})
WHERE ` + aInScope + `
RETURN m.article AS article, m.node AS node, m.unit AS unit, m.cluster AS cluster
ORDER BY cluster, node, article
LIMIT $q.most`

// Members lists the members of the clusters of nodes.
func (s *Store) Members(ctx context.Context, sc graph.Scope, ids []string) ([]graph.Member, error) {
	var out []graph.Member
	err := s.ask(ctx, "members", sc, func(r *reading) error {
		rows, err := r.query(membersCypher, r.scope.with(params{"ids": ids, "most": graph.MaxCount}))
		out = nil
		for _, row := range rows {
			out = append(out, memberOf(row))
		}
		return err
	})
	return out, err
}
