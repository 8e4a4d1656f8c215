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
	// Cross is the file for what several articles share, written by Together;
	// empty for a format that has none.
	Cross    string
	Together func(w io.Writer, docs []Document) error
}

// Formats lists all formats, the default first.
var Formats = []Format{
	{Name: "report", Use: "a readable report", Ext: ".txt", Write: writeReport},
	{Name: "explain", Use: "why: each record's rules, words and dates", Ext: ".txt", Write: writeExplain},
	{Name: "json", Use: "the subgraph, record by record", Ext: ".json", Write: writeJSON},
	{Name: "score", Use: "the neutral format of the scorer", Ext: ".json", Write: writeScore, Cross: "cross.json", Together: writeCross},
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
