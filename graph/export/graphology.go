package export

import (
	"encoding/json"
	"io"
	"math"

	"github.com/claimline/claimline/graph"
)

// colors by kind of node, from the palette of Okabe and Ito (2008), which
// people of all color vision tell apart.
var colors = map[graph.Kind]string{
	graph.KindActor: "#0072b2", graph.KindPlace: "#009e73", graph.KindEvent: "#d55e00", graph.KindClaim: "#cc79a7", graph.KindArticle: "#999999",
}

// writeGraphology writes what graphology, and sigma with it, imports. Sigma
// refuses nodes without a position, so that they stand on a spiral of the
// golden angle, from which any layout may begin.
func writeGraphology(w io.Writer, doc string, g *graph.Subgraph) error {
	type node struct {
		Key        string         `json:"key"`
		Attributes map[string]any `json:"attributes"`
	}
	type edge struct {
		Key        string         `json:"key"`
		Source     string         `json:"source"`
		Target     string         `json:"target"`
		Attributes map[string]any `json:"attributes"`
	}
	out := struct {
		Options    map[string]any `json:"options"`
		Attributes map[string]any `json:"attributes"`
		Nodes      []node         `json:"nodes"`
		Edges      []edge         `json:"edges"`
	}{
		Options:    map[string]any{"type": "directed", "multi": true, "allowSelfLoops": true},
		Attributes: map[string]any{"name": doc}, Nodes: []node{}, Edges: []edge{},
	}
	nodes, edges := flatten(g)
	degree := map[string]int{}
	for _, e := range edges {
		degree[e.from]++
		degree[e.to]++
	}
	for i, n := range nodes {
		a := n.values.object(nodeProperties)
		x, y := spiral(i)
		a["x"], a["y"], a["size"], a["color"] = x, y, math.Round(4+2*math.Sqrt(float64(degree[n.id]))), colors[n.kind]
		// Sigma takes type for the way to draw a node.
		a["subtype"] = a["type"]
		delete(a, "type")
		out.Nodes = append(out.Nodes, node{n.id, a})
	}
	for _, e := range edges {
		a := e.values.object(edgeProperties)
		a["label"] = string(e.kind)
		delete(a, "type")
		out.Edges = append(out.Edges, edge{e.id, e.from, e.to, a})
	}
	return json.NewEncoder(w).Encode(out)
}

// spiral is the place of the i-th node, rounded so that every machine writes
// the same digits.
func spiral(i int) (x, y float64) {
	const golden = 2.399963229728653 // radians
	r, a := 10*math.Sqrt(float64(i)), golden*float64(i)
	return math.Round(100*r*math.Cos(a)) / 100, math.Round(100*r*math.Sin(a)) / 100
}
