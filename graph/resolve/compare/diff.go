package compare

import "strings"

// An Edit is one difference between two wordings: what stands in the one and
// what stands in its place in the other, either of which may be empty.
type Edit struct {
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

// subsequence is the table of lengths of the longest common subsequence of two
// lists of words, from every pair of places on.
func subsequence(a, b []string) [][]int {
	t := make([][]int, len(a)+1)
	for i := range t {
		t[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				t[i][j] = t[i+1][j+1] + 1
			} else {
				t[i][j] = max(t[i+1][j], t[i][j+1])
			}
		}
	}
	return t
}

// edits are the differences of two lists of words, in order.
func edits(a, b []string) []Edit {
	t := subsequence(a, b)
	var out []Edit
	var from, to []string
	flush := func() {
		if len(from)+len(to) > 0 {
			out = append(out, Edit{strings.Join(from, " "), strings.Join(to, " ")})
		}
		from, to = nil, nil
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			flush()
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && t[i+1][j] >= t[i][j+1]:
			from = append(from, a[i])
			i++
		default:
			to = append(to, b[j])
			j++
		}
	}
	flush()
	return out
}
