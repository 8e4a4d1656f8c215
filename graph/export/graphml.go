package export

import (
	"encoding/xml"
	"io"

	"github.com/claimline/claimline/graph"
)

// An xmlWriter writes elements one by one and keeps the first error.
type xmlWriter struct {
	e   *xml.Encoder
	err error
}

func newXML(w io.Writer) *xmlWriter {
	_, err := io.WriteString(w, xml.Header)
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	return &xmlWriter{e, err}
}

// open begins an element; attributes are names and values by turns, and those
// with an empty value are left out.
func (x *xmlWriter) open(name string, attributes ...string) {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: attributes[i]}, Value: attributes[i+1]})
		}
	}
	x.token(start)
}

func (x *xmlWriter) close(name string) { x.token(xml.EndElement{Name: xml.Name{Local: name}}) }

func (x *xmlWriter) empty(name string, attributes ...string) {
	x.open(name, attributes...)
	x.close(name)
}

func (x *xmlWriter) text(s string) { x.token(xml.CharData(s)) }

func (x *xmlWriter) token(t xml.Token) {
	if x.err == nil {
		x.err = x.e.EncodeToken(t)
	}
}

func (x *xmlWriter) end() error {
	if x.err == nil {
		x.err = x.e.Close()
	}
	return x.err
}

// writeGraphML writes GraphML 1.0, for yEd, Cytoscape, igraph and NetworkX.
// Keys are declared for nodes and for edges apart, as some readers demand.
func writeGraphML(w io.Writer, _ string, g *graph.Subgraph) error {
	x := newXML(w)
	x.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns")
	for _, domain := range []struct {
		name, prefix string
		properties   []property
	}{{"node", "n_", nodeProperties}, {"edge", "e_", edgeProperties}} {
		for _, p := range domain.properties {
			x.empty("key", "id", domain.prefix+p.name, "for", domain.name, "attr.name", p.name, "attr.type", p.kind)
		}
	}
	x.open("graph", "id", "claimline", "edgedefault", "directed")
	nodes, edges := flatten(g)
	for _, n := range nodes {
		x.open("node", "id", n.id)
		x.data("n_", nodeProperties, n.values)
		x.close("node")
	}
	for _, e := range edges {
		x.open("edge", "id", e.id, "source", e.from, "target", e.to)
		x.data("e_", edgeProperties, e.values)
		x.close("edge")
	}
	x.close("graph")
	x.close("graphml")
	return x.end()
}

func (x *xmlWriter) data(prefix string, properties []property, v values) {
	for _, p := range properties {
		if s, ok := v[p.name]; ok {
			x.open("data", "key", prefix+p.name)
			x.text(s)
			x.close("data")
		}
	}
}
