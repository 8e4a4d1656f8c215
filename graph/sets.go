package graph

import (
	"slices"
	"strings"
)

// unique sorts records by id and folds those with one id into one, by join
// where that is given, else by keeping the first.
func unique[R Record](records []R, join func(a, b R) R) []R {
	slices.SortStableFunc(records, func(a, b R) int { return strings.Compare(a.RecordID(), b.RecordID()) })
	out := records[:0]
	for _, r := range records {
		last := len(out) - 1
		switch {
		case last < 0 || out[last].RecordID() != r.RecordID():
			out = append(out, r)
		case join != nil:
			out[last] = join(out[last], r)
		}
	}
	return out
}

// union returns the sorted set of the strings of a and b.
func union(a, b []string) []string {
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

// least returns the smaller of two strings, ignoring empty ones: a join for
// attributes that agree in practice and must not depend on order when they do not.
func least(a, b string) string {
	if a == "" || (b != "" && b < a) {
		return b
	}
	return a
}
