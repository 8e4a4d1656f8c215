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
	Media string // its media type
	Write func(w io.Writer, doc string, g *graph.Subgraph) error
	// Cross is the file for what several articles share, written by Together;
	// empty for a format that has none.
	Cross    string
	Together func(w io.Writer, docs []Document) error
}

const (
	textType = "text/plain; charset=utf-8"
	jsonType = "application/json"
)

// Formats lists all formats, the default first.
var Formats = []Format{
	{Name: "report", Use: "a readable report", Ext: ".txt", Media: textType, Write: writeReport},
	{Name: "explain", Use: "why: each record's rules, words and dates", Ext: ".txt", Media: textType, Write: writeExplain},
	{Name: "json", Use: "the subgraph, record by record", Ext: ".json", Media: jsonType, Write: writeJSON},
	{Name: "brief", Use: "Markdown with a footnote for every line, to hand on", Ext: ".md", Media: "text/markdown; charset=utf-8", Write: writeBrief},
	{Name: "cytoscape", Use: "Cytoscape.js and Cytoscape", Ext: ".cyjs", Media: jsonType, Write: writeCytoscape},
	{Name: "graphology", Use: "graphology, sigma and Gephi Lite", Ext: ".graphology.json", Media: jsonType, Write: writeGraphology},
	{Name: "node-link", Use: "NetworkX, D3", Ext: ".nodelink.json", Media: jsonType, Write: writeNodeLink},
	{Name: "graphml", Use: "yEd, Cytoscape, igraph, NetworkX", Ext: ".graphml", Media: "application/graphml+xml", Write: writeGraphML},
	{Name: "gexf", Use: "Gephi, with dates for its timeline", Ext: ".gexf", Media: "application/gexf+xml", Write: writeGEXF},
	{Name: "csv", Use: "spreadsheets and pandas: a zip of nodes.csv and edges.csv", Ext: ".csv.zip", Media: "application/zip", Write: writeCSV},
	{Name: "jsonld", Use: "JSON-LD: schema.org claims, Web Annotations, PROV-O", Ext: ".jsonld", Media: "application/ld+json", Write: writeJSONLD},
	{Name: "ftm", Use: "FollowTheMoney entities, for Aleph and yente", Ext: ".ftm.json", Media: "application/x-ndjson", Write: writeFTM},
	{Name: "timelinejs", Use: "TimelineJS", Ext: ".timeline.json", Media: jsonType, Write: writeTimelineJS},
	{Name: "neo4j", Use: "neo4j-admin database import: a zip of two tables", Ext: ".neo4j.zip", Media: "application/zip", Write: writeNeo4jCSV},
	{Name: "score", Use: "the neutral format of the scorer", Ext: ".json", Media: jsonType, Write: writeScore, Cross: "cross.json", Together: writeCross},
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
