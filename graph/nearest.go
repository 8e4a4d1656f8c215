package graph

import "strings"

// Nearest returns the name among names that the fewest changes of letters make of s, or
// nothing when even that is far. Messages about misspelt names use it.
func Nearest(s string, names []string) string {
	best, at := "", 1+len(s)/2
	for _, n := range names {
		if strings.HasPrefix(n, s) && len(s) > 2 {
			return n
		}
		if d := changes(strings.ToLower(s), n); d < at {
			best, at = n, d
		}
	}
	return best
}

// changes is the Levenshtein distance of a and b in bytes.
func changes(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
