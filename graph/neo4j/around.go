package neo4j

import (
	"fmt"
	"slices"

	"github.com/claimline/claimline/graph"
)

// An assembly gathers the part of the graph that an answer shows: ids first,
// the records at the end, each once.
type assembly struct {
	*reading
	wanted        map[string]bool // ids of nodes
	relationships []graph.Relationship
	articles      bool // whether the articles of relationships are shown
}

func (r *reading) assemble(ids ...string) *assembly {
	a := &assembly{reading: r, wanted: map[string]bool{}}
	a.want(ids...)
	return a
}

func (a *assembly) want(ids ...string) {
	for _, id := range ids {
		a.wanted[id] = true
	}
}

// A group is a graph.Group of one node.
type group struct {
	graph.Group
	node string
}

const groupsCypher = `
UNWIND $q.ids AS id
MATCH (n:%s {id: id})
CALL (n) {
  MATCH (n)-[r]->()
  WHERE ($q.types IS NULL OR type(r) IN $q.types) AND ` + rInBounds + `
  RETURN type(r) AS type, true AS out, count(*) AS count
  UNION ALL
  MATCH (n)<-[r]-()
  WHERE ($q.types IS NULL OR type(r) IN $q.types) AND ` + rInBounds + `
  RETURN type(r) AS type, false AS out, count(*) AS count
}
RETURN id, type, out, count
ORDER BY id, type, out DESC`

const aroundCypher = `
UNWIND $q.groups AS g
MATCH (n:%s {id: g.node})
CALL (n, g) {
  WITH n, g WHERE g.out
  MATCH (n)-[r]->()
  WHERE type(r) = g.type AND ` + rInBounds + `
  RETURN r ORDER BY r.id LIMIT $q.most
  UNION ALL
  WITH n, g WHERE NOT g.out
  MATCH (n)<-[r]-()
  WHERE type(r) = g.type AND ` + rInBounds + `
  RETURN r ORDER BY r.id LIMIT $q.most
}
RETURN r.json AS json`

// around adds the first most relationships of each type and direction of each
// node, by id, and wants the nodes at their other ends. The nodes are of one
// kind. It returns the groups, by node, type, and outgoing first.
func (a *assembly) around(kind graph.Kind, ids []string, types []graph.RelType, most int) ([]group, error) {
	rows, err := a.query(typed(groupsCypher, kind), a.scope.with(params{"ids": ids, "types": listed(types)}))
	if err != nil {
		return nil, err
	}
	var groups []group
	var asked []params
	for _, row := range rows {
		g := group{node: text(row, "id"), Group: graph.Group{Type: graph.RelType(text(row, "type")), Out: truth(row, "out"), Count: number(row, "count")}}
		g.Shown = min(g.Count, most)
		groups = append(groups, g)
		asked = append(asked, params{"node": g.node, "type": string(g.Type), "out": g.Out})
	}
	rows, err = a.query(typed(aroundCypher, kind), a.scope.with(params{"groups": asked, "most": most}))
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		record, err := graph.Decode(graph.KindRelationship, []byte(text(row, "json")))
		if err != nil {
			return nil, err
		}
		r := record.(graph.Relationship)
		a.relationships = append(a.relationships, r)
		a.want(r.From, r.To)
		if a.articles {
			a.want(r.Article)
		}
	}
	return groups, nil
}

// explain adds what is around nodes of one kind, and the articles it rests on;
// it says of which groups not all is shown.
func (a *assembly) explain(kind graph.Kind, ids []string) (truncated []string, err error) {
	a.articles = true
	groups, err := a.around(kind, ids, nil, graph.NodeFanout)
	if err != nil {
		return nil, err
	}
	for _, g := range groups {
		if g.Shown < g.Count {
			truncated = append(truncated, fmt.Sprintf("%s: %d of %d %s shown", g.node, g.Shown, g.Count, g.Type))
		}
	}
	return truncated, nil
}

const (
	nodesCypher = `
MATCH (n:%s)
WHERE n.id IN $q.ids
RETURN n.json AS json`

	// nodesInPartCypher gives what the articles of a bounded scope say of
	// nodes that other articles tell of, too.
	nodesInPartCypher = `
UNWIND $q.ids AS id
MATCH (n:%s {id: id})<-[m:MENTIONS]-(a:Article)
WHERE ` + aInBounds + `
RETURN id, count(DISTINCT m.article) AS articles, collect(DISTINCT m.contribution) AS contributions`
)

// subgraph reads all that is wanted. A node that was deleted since its id was
// read is left out, and so are the relationships that lack an end for that.
func (a *assembly) subgraph() (graph.Subgraph, error) {
	var out graph.Subgraph
	read := map[string]bool{}
	for _, kind := range graph.NodeKinds { // articles last, once it is known which
		records, err := a.nodes(kind)
		if err != nil {
			return out, err
		}
		for _, r := range records {
			read[r.RecordID()] = true
			out.Add(r)
			if a.articles {
				a.want(owner(r))
			}
		}
	}
	for _, r := range a.relationships {
		if read[r.From] && read[r.To] && (!a.articles || read[r.Article]) {
			out.Add(r)
		}
	}
	out.Normalize()
	return out, nil
}

// owner is the article that a node was read from, or empty.
func owner(r graph.Record) string {
	switch r := r.(type) {
	case graph.Event:
		return r.Article
	case graph.Claim:
		return r.Article
	}
	return ""
}

// nodes reads the wanted nodes of one kind.
func (a *assembly) nodes(kind graph.Kind) ([]graph.Record, error) {
	var ids []string
	for id := range a.wanted {
		if graph.KindOf(id) == kind {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	slices.Sort(ids)
	if a.scope.bounded && isShared(kind) {
		return a.nodesInPart(kind, ids)
	}
	rows, err := a.query(typed(nodesCypher, kind), params{"ids": ids})
	if err != nil {
		return nil, err
	}
	return decodeAll(kind, rows)
}

func (a *assembly) nodesInPart(kind graph.Kind, ids []string) ([]graph.Record, error) {
	rows, err := a.query(typed(nodesInPartCypher, kind), a.scope.with(params{"ids": ids}))
	if err != nil {
		return nil, err
	}
	var out []graph.Record
	for _, row := range rows {
		r, err := joined(kind, texts(row, "contributions"), number(row, "articles"))
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}
