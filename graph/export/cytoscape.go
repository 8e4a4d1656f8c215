package export

import (
	"encoding/json"
	"io"

	"github.com/claimline/claimline/graph"
)

// writeCytoscape writes the elements that Cytoscape.js and Cytoscape read.
func writeCytoscape(w io.Writer, _ string, g *graph.Subgraph) error {
	type element struct {
		Data    map[string]any `json:"data"`
		Classes string         `json:"classes"`
	}
	var out struct {
		Elements struct {
			Nodes []element `json:"nodes"`
			Edges []element `json:"edges"`
		} `json:"elements"`
	}
	out.Elements.Nodes, out.Elements.Edges = []element{}, []element{}
	nodes, edges := flatten(g)
	for _, n := range nodes {
		data := n.values.object(nodeProperties)
		data["id"] = n.id
		out.Elements.Nodes = append(out.Elements.Nodes, element{data, n.values["kind"]})
	}
	for _, e := range edges {
		data := e.values.object(edgeProperties)
		data["id"], data["source"], data["target"], data["label"] = e.id, e.from, e.to, string(e.kind)
		out.Elements.Edges = append(out.Elements.Edges, element{data, string(e.kind)})
	}
	return json.NewEncoder(w).Encode(out)
}
