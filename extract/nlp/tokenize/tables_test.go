package tokenize

import (
	"strings"
	"testing"
)

// TestTables: each table says where it comes from, names no row twice, and uses
// no word for a class that nothing asks for.
func TestTables(t *testing.T) {
	for name, table := range map[string]string{
		"abbreviations.tsv": abbreviationsTSV, "lexicon.tsv": lexiconTSV, "boundaries.tsv": boundariesTSV,
	} {
		for _, field := range []string{"# source: ", "# license: ", "# retrieved: ", "# changes: "} {
			if !strings.Contains(table, field) {
				t.Errorf("%s has no %q", name, field)
			}
		}
	}
	for name, keys := range map[string][]string{
		"abbreviations.tsv": firstColumns(abbreviationsTSV, 3, 1), "lexicon.tsv": firstColumns(lexiconTSV, 2, 2), "boundaries.tsv": firstColumns(boundariesTSV, 2, 1),
	} {
		seen := map[string]bool{}
		for _, key := range keys {
			if seen[key] {
				t.Errorf("%s names %q twice", name, key)
			}
			seen[key] = true
		}
	}
	for _, row := range rows(abbreviationsTSV, 3) {
		if row[2] != "" && row[2] != "digit" && row[2] != "comma" {
			t.Errorf("abbreviations.tsv: %q needs %q", row[0], row[2])
		}
	}
	for form := range tables.contractions {
		if len(form) > maxContraction {
			t.Errorf("lexicon.tsv: the contraction %q is longer than %d", form, maxContraction)
		}
	}
}

func firstColumns(table string, columns, n int) []string {
	var out []string
	for _, row := range rows(table, columns) {
		out = append(out, strings.Join(row[:n], "\t"))
	}
	return out
}
