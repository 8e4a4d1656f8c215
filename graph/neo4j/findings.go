package neo4j

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/claimline/claimline/graph"
)

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
RETURN ` + memberColumns + `
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
