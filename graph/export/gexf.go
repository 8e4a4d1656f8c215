package export

import (
	"fmt"
	"io"
	"math"
	"strconv"

	"github.com/claimline/claimline/graph"
)

// writeGEXF writes GEXF 1.3, for Gephi and Gephi Lite. Dates stand twice: as
// the spells that Gephi's timeline plays, and as attributes, since
// graphology's reader drops spells. The time format is date and not dateTime,
// which NetworkX does not know; the schema allows times of day in it.
func writeGEXF(w io.Writer, doc string, g *graph.Subgraph) error {
	x := newXML(w)
	x.open("gexf", "xmlns", "http://gexf.net/1.3", "xmlns:viz", "http://gexf.net/1.3/viz", "version", "1.3")
	x.open("meta")
	x.open("creator")
	x.text("Claimline")
	x.close("creator")
	x.open("description")
	x.text(printable(doc))
	x.close("description")
	x.close("meta")
	x.open("graph", "mode", "dynamic", "defaultedgetype", "directed", "timeformat", "date")
	x.declare("node", nodeProperties)
	x.declare("edge", edgeProperties)
	nodes, edges := flatten(g)
	degree := map[string]int{}
	for _, e := range edges {
		degree[e.from]++
		degree[e.to]++
	}
	x.open("nodes")
	for i, n := range nodes {
		x.open("node", "id", n.id, "label", n.values["label"], "start", n.values["start"], "end", n.values["end"])
		x.attributes(nodeProperties, n.values)
		r, green, b := rgb(colors[n.kind])
		px, py := spiral(i)
		x.empty("viz:color", "r", r, "g", green, "b", b)
		x.empty("viz:position", "x", number(px), "y", number(py), "z", "0")
		x.empty("viz:size", "value", number(math.Round(4+2*math.Sqrt(float64(degree[n.id])))))
		x.close("node")
	}
	x.close("nodes")
	x.open("edges")
	for _, e := range edges {
		x.open("edge", "id", e.id, "source", e.from, "target", e.to, "label", string(e.kind), "start", e.values["start"], "end", e.values["end"])
		x.attributes(edgeProperties, e.values)
		x.close("edge")
	}
	x.close("edges")
	x.close("graph")
	x.close("gexf")
	return x.end()
}

func (x *xmlWriter) declare(class string, properties []property) {
	x.open("attributes", "class", class, "mode", "static")
	for i, p := range properties {
		x.empty("attribute", "id", strconv.Itoa(i), "title", p.name, "type", p.kind)
	}
	x.close("attributes")
}

func (x *xmlWriter) attributes(properties []property, v values) {
	x.open("attvalues")
	for i, p := range properties {
		if s, ok := v[p.name]; ok {
			x.empty("attvalue", "for", strconv.Itoa(i), "value", s)
		}
	}
	x.close("attvalues")
}

// rgb splits "#rrggbb" into decimal parts.
func rgb(color string) (r, g, b string) {
	var parts [3]uint8
	if _, err := fmt.Sscanf(color, "#%02x%02x%02x", &parts[0], &parts[1], &parts[2]); err != nil {
		panic("export: " + err.Error()) // the colors are the package's own
	}
	return strconv.Itoa(int(parts[0])), strconv.Itoa(int(parts[1])), strconv.Itoa(int(parts[2]))
}
