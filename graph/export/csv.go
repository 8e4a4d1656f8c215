package export

import (
	"archive/zip"
	"encoding/csv"
	"io"
	"strings"

	"github.com/claimline/claimline/graph"
)

// writeCSV writes a zip of nodes.csv and edges.csv, for spreadsheets, pandas
// and whatever reads tables. What a spreadsheet would run as a formula is
// made text by an apostrophe.
func writeCSV(w io.Writer, _ string, g *graph.Subgraph) error {
	nodes, edges := flatten(g)
	z := zip.NewWriter(w)
	head := append([]string{"id"}, names(nodeProperties)...)
	err := table(z, "nodes.csv", head, len(nodes), func(i int) []string {
		return append([]string{nodes[i].id}, harmless(nodes[i].values.row(nodeProperties))...)
	})
	if err != nil {
		return err
	}
	head = append([]string{"id", "source", "target"}, names(edgeProperties)...)
	err = table(z, "edges.csv", head, len(edges), func(i int) []string {
		return append([]string{edges[i].id, edges[i].from, edges[i].to}, harmless(edges[i].values.row(edgeProperties))...)
	})
	if err != nil {
		return err
	}
	return z.Close()
}

// table writes one file of a zip. It carries no time, so that equal content
// has equal bytes.
func table(z *zip.Writer, name string, head []string, n int, row func(int) []string) error {
	f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	out := csv.NewWriter(f)
	if err := out.Write(head); err != nil {
		return err
	}
	for i := range n {
		if err := out.Write(row(i)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func names(properties []property) []string {
	var out []string
	for _, p := range properties {
		out = append(out, p.name)
	}
	return out
}

func (v values) row(properties []property) []string {
	out := make([]string, len(properties))
	for i, p := range properties {
		out[i] = v[p.name]
	}
	return out
}

// harmless defuses cells that a spreadsheet takes for formulas (OWASP: CSV
// injection). Numbers may keep their sign.
func harmless(row []string) []string {
	for i, s := range row {
		if strings.IndexAny(s, "=+-@\t\r") == 0 && !isNumber(s) {
			row[i] = "'" + s
		}
	}
	return row
}

func isNumber(s string) bool {
	return strings.Trim(s, "+-.0123456789") == "" && strings.ContainsAny(s, "0123456789")
}
