//go:build ignore

// Gen writes hierarchy.tsv, the groups that are not the group they came from,
// out of the reader's table of armed groups.
package main

import (
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
)

const header = `# source: extract/lexicon/groups.tsv, the rows that have a parent
# license: Apache-2.0; CC0 (World Factbook); MIT (PETRARCH)
# retrieved: derived by go generate ./graph/resolve
# changes: of each group its names, its parent and how they relate; no two rows and no row and its parent are ever one actor
name	parent	relation	aliases
`

func main() {
	data, err := os.ReadFile("../../extract/lexicon/groups.tsv")
	if err != nil {
		log.Fatal(err)
	}
	rows := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); !strings.HasPrefix(line, "#") && len(f) == 6 && f[0] != "name" {
			rows[f[0]] = f
		}
	}
	keep := map[string]bool{}
	for name, f := range rows {
		if f[3] != "" {
			keep[name], keep[f[3]] = true, true
		}
	}
	var out []string
	for name := range keep {
		f := rows[name]
		out = append(out, strings.Join([]string{name, f[3], f[4], f[5]}, "\t")+"\n")
	}
	slices.Sort(out)
	if err := os.WriteFile("hierarchy.tsv", []byte(header+strings.Join(out, "")), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(out), "groups")
}
