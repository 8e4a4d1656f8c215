package neo4j

import (
	"encoding/json"
	"fmt"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve"
	"github.com/claimline/claimline/graph/resolve/compare"
)

// sameType joins nodes that are one. It is no type of package graph, whose
// relationships are what articles say.
const sameType graph.RelType = "SAME_AS"

// A joint is a relationship by which a finding joins two nodes, for people who
// look around with Neo4j's own tools: CONTRADICTS and its like between claims,
// SAME_AS between actors, places or events. It carries no article, by which
// all that answers questions tells it from what an article says.
type joint struct {
	is         graph.RelType
	kind       graph.Kind // of both ends
	from, to   string
	properties params
}

// jointOf is what a finding joins, false where it joins no two nodes.
func jointOf(f graph.Finding) (j joint, ok bool, err error) {
	j.properties = params{"finding": f.ID}
	switch f.Kind {
	case graph.FindingLink:
		var l compare.Link
		err = json.Unmarshal(f.Body, &l)
		j.from, j.to = l.A, l.B
		j.is, ok = l.RelType()
		j.properties["type"], j.properties["why"], j.properties["oneSource"] = string(l.Type), l.Why, l.OneSource
	case graph.FindingMerge:
		var m resolve.Judged
		err = json.Unmarshal(f.Body, &m)
		j.is, j.from, j.to, ok = sameType, m.A.ID, m.B.ID, m.A.ID != m.B.ID
		j.properties["by"], j.properties["score"], j.properties["why"] = m.By, m.Score, m.String()
	}
	j.kind = graph.KindOf(j.from)
	return j, ok && rank(j.kind) >= 0 && j.kind == graph.KindOf(j.to), err
}

const (
	joinCypher = `
UNWIND $q.rows AS row
MATCH (from:%[1]s {id: row.from})
MATCH (to:%[1]s {id: row.to})
MERGE (from)-[r:%[2]s {finding: row.finding}]->(to)
ON CREATE SET r = row.properties`

	partCypher = `
UNWIND $q.rows AS row
MATCH (:%[1]s {id: row.from})-[r:%[2]s {finding: row.finding}]->(:%[1]s {id: row.to})
DELETE r`
)

// joints runs a statement on what findings join, by labels and type.
func (t *transaction) joints(cypher string, findings []graph.Finding) error {
	rows := map[string][]params{}
	for _, f := range findings {
		j, ok, err := jointOf(f)
		if err != nil {
			return &abort{fmt.Errorf("finding %s: %w", f.ID, err)}
		}
		if ok {
			statement := typed(cypher, string(j.kind), string(j.is))
			rows[statement] = append(rows[statement], params{"finding": f.ID, "from": j.from, "to": j.to, "properties": j.properties})
		}
	}
	for statement, all := range rows {
		if err := t.inBatches(statement, all); err != nil {
			return err
		}
	}
	return nil
}
