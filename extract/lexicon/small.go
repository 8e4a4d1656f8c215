package lexicon

import (
	"strings"
	"sync"
)

var small = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, row := range mustTable("small.tsv.gz").rows {
		out[row[0]] = true
	}
	return out
})

// Small reports whether a word in small letters is one that is written so: a
// word of English rather than a name. Regular forms count with their word.
func Small(word string) bool {
	if small()[word] {
		return true
	}
	for _, ending := range []struct{ from, to string }{{"men", "man"}, {"ies", "y"}, {"ied", "y"}, {"es", ""}, {"s", ""}, {"ed", ""}, {"d", ""}, {"ing", ""}, {"ing", "e"}, {"er", ""}, {"ers", ""}, {"ly", ""}} {
		const least = 3 // letters of what is left
		stem, ok := strings.CutSuffix(word, ending.from)
		if ok && len(stem) >= least && small()[stem+ending.to] {
			return true
		}
		if n := len(stem); ok && n > least && stem[n-1] == stem[n-2] && small()[stem[:n-1]] {
			return true // planned
		}
	}
	return false
}
