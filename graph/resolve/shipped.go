package resolve

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/claimline/claimline/graph"
)

//go:generate go run gen.go
//go:embed hierarchy.tsv
var hierarchyTable string

// A group is a row of hierarchy.tsv.
type group struct{ name, parent, relation string }

// groups finds a group by any of its folded names.
var groups = readGroups()

// readGroups reads the embedded table. One that does not parse is a mistake of
// the build, which the package's test finds, and so it panics.
func readGroups() map[string]group {
	out := map[string]group{}
	for line := range strings.Lines(hierarchyTable) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "name\t") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			panic(fmt.Sprintf("resolve: hierarchy.tsv: %d columns, want 4: %q", len(f), line))
		}
		for _, n := range append([]string{f[0]}, strings.Split(f[3], "|")...) {
			if n = graph.Fold(n); n != "" {
				out[n] = group{f[0], f[1], f[2]}
			}
		}
	}
	return out
}

// groupOf is the shipped group that one of the forms names; the name counts
// before aliases, since an alias may be a slip.
func (s *signature) groupOf() (group, bool) {
	for _, f := range s.forms {
		if g, ok := groups[graph.Fold(f.text)]; ok {
			return g, true
		}
	}
	return group{}, false
}

// relate says in words how two shipped groups are related.
func (g group) relate(h group) string {
	words := map[string]string{"offshoot_of": "is an offshoot of", "affiliate_of": "is affiliated with", "distinct": "is not to be taken for"}
	switch {
	case g.parent == h.name:
		return g.name + " " + words[g.relation] + " " + h.name
	case h.parent == g.name:
		return h.name + " " + words[h.relation] + " " + g.name
	}
	return g.name + " and " + h.name + " are two groups"
}
