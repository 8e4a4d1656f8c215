// Package export writes graphs in the formats that people and programs read.
// One file holds one format; Formats lists them.
package export

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/claimline/claimline/graph"
)

// A Format writes one article's subgraph.
type Format struct {
	Name  string
	Use   string // for people who choose one
	Ext   string // of a file of it
	Write func(w io.Writer, doc string, g *graph.Subgraph) error
}

// Formats lists all formats, the default first.
var Formats = []Format{
	{"report", "a readable report", ".txt", writeReport},
	{"json", "the subgraph, record by record", ".json", writeJSON},
	{"score", "the neutral format of the scorer", ".json", writeScore},
}

// Find returns the format of a name.
func Find(name string) (Format, error) {
	names := ""
	for _, f := range Formats {
		if f.Name == name {
			return f, nil
		}
		names += " " + f.Name
	}
	return Format{}, fmt.Errorf("export: unknown format %q; known are%s", name, names)
}

func writeJSON(w io.Writer, _ string, g *graph.Subgraph) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(g)
}
