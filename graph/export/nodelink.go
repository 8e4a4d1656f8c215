package export

import (
	"encoding/json"
	"io"

	"github.com/claimline/claimline/graph"
)

// writeNodeLink writes the node-link JSON of NetworkX 3.4 and later, for
// networkx.node_link_graph.
func writeNodeLink(w io.Writer, doc string, g *graph.Subgraph) error {
	nodes, edges := flatten(g)
	list := make([]map[string]any, 0, len(nodes))
	for _, n := range nodes {
		o := n.values.object(nodeProperties)
		o["id"] = n.id
		list = append(list, o)
	}
	links := make([]map[string]any, 0, len(edges))
	for _, e := range edges {
		o := e.values.object(edgeProperties)
		o["source"], o["target"], o["key"] = e.from, e.to, e.id
		links = append(links, o)
	}
	return json.NewEncoder(w).Encode(map[string]any{
		"directed": true, "multigraph": true, "graph": map[string]any{"name": printable(doc)}, "nodes": list, "edges": links,
	})
}
