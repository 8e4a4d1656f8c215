package resolve

import (
	"os"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
)

// TestHierarchy: every parent has a row, no name stands for two groups, and
// the reader's table has the same rows.
func TestHierarchy(t *testing.T) {
	rows := map[string][]string{}
	taken := map[string]string{}
	for line := range strings.Lines(hierarchyTable) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || f[0] == "name" {
			continue
		}
		rows[f[0]] = f
		for _, n := range append([]string{f[0]}, strings.Split(f[3], "|")...) {
			n = graph.Fold(n)
			if n != "" && taken[n] != "" && taken[n] != f[0] {
				t.Errorf("%q names %s and %s", n, taken[n], f[0])
			}
			taken[n] = f[0]
		}
	}
	if len(rows) < 30 || !strings.HasPrefix(hierarchyTable, "# source: ") {
		t.Fatalf("%d rows, header %.20q", len(rows), hierarchyTable)
	}
	for name, f := range rows {
		if f[1] != "" && (rows[f[1]] == nil || f[2] == "") {
			t.Errorf("%s: parent %q has no row, or there is no relation", name, f[1])
		}
	}
	data, err := os.ReadFile("../../extract/lexicon/groups.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 6 || f[0] == "name" || f[3] == "" {
			continue
		}
		if got := rows[f[0]]; got == nil || got[1] != f[3] || got[2] != f[4] || got[3] != f[5] {
			t.Errorf("%s has changed in the reader's table: run go generate ./graph/resolve", f[0])
		}
	}
}
