package export

import (
	"archive/zip"
	"io"
	"strings"

	"github.com/claimline/claimline/graph"
)

// writeNeo4jCSV writes a zip for the import of an empty Neo4j database:
//
//	neo4j-admin database import full neo4j --multiline-fields=true --nodes=nodes.csv --relationships=relationships.csv
//
// Cells are as they are: this is for Neo4j and no spreadsheet.
func writeNeo4jCSV(w io.Writer, _ string, g *graph.Subgraph) error {
	nodes, edges := flatten(g)
	z := zip.NewWriter(w)
	err := table(z, "nodes.csv", append(append([]string{"id:ID"}, typedNames(nodeProperties)...), ":LABEL"), len(nodes), func(i int) []string {
		row := append([]string{nodes[i].id}, nodes[i].values.row(nodeProperties)...)
		return append(row, string(nodes[i].kind))
	})
	if err != nil {
		return err
	}
	head := append([]string{":START_ID", ":END_ID", ":TYPE", "id"}, typedNames(edgeProperties[1:])...)
	err = table(z, "relationships.csv", head, len(edges), func(i int) []string {
		e := edges[i]
		return append([]string{e.from, e.to, string(e.kind), e.id}, e.values.row(edgeProperties[1:])...)
	})
	if err != nil {
		return err
	}
	return z.Close()
}

func typedNames(properties []property) []string {
	var out []string
	for _, p := range properties {
		out = append(out, p.name+":"+strings.ToLower(p.kind))
	}
	return out
}
