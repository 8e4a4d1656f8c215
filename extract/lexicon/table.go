package lexicon

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"strings"
)

//go:embed *.tsv *.tsv.gz
var files embed.FS

// headers are the lines that stand on top of every table, in this order.
var headers = []string{"source", "license", "retrieved", "changes"}

// A table is a parsed file: a line of column names, then rows of as many cells.
type table struct {
	name    string
	columns []string
	rows    [][]string
}

// readTable opens an embedded table.
func readTable(name string) (table, error) {
	data, err := files.ReadFile(name)
	if err != nil {
		return table{}, fmt.Errorf("lexicon: %w", err)
	}
	if strings.HasSuffix(name, ".gz") {
		zr, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return table{}, fmt.Errorf("lexicon: %s: %w", name, err)
		}
		if data, err = io.ReadAll(zr); err != nil {
			return table{}, fmt.Errorf("lexicon: %s: %w", name, err)
		}
	}
	return parseTable(name, string(data))
}

// parseTable reads a table. Rows are not checked beyond their number of cells;
// what a column may hold is for its reader to say.
func parseTable(name, text string) (table, error) {
	t := table{name: name}
	seen := 0
	for n, line := range strings.Split(text, "\n") {
		switch {
		case line == "":
		case strings.HasPrefix(line, "#") && t.columns == nil:
			if seen < len(headers) && strings.HasPrefix(line, "# "+headers[seen]+": ") {
				seen++
			}
		case t.columns == nil:
			t.columns = strings.Split(line, "\t")
		default:
			row := strings.Split(line, "\t")
			if len(row) != len(t.columns) {
				return t, fmt.Errorf("lexicon: %s:%d: %d cells, want %d", name, n+1, len(row), len(t.columns))
			}
			t.rows = append(t.rows, row)
		}
	}
	if seen < len(headers) {
		return t, fmt.Errorf("lexicon: %s: no header %q", name, headers[seen])
	}
	return t, nil
}

// mustTable is readTable for the tables that are built in: a fault in one is
// a fault of the program, and the tests read every one.
func mustTable(name string) table {
	t, err := readTable(name)
	if err != nil {
		panic(err)
	}
	return t
}

// list splits a cell that holds several values.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
