package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces a name to the form in which names are compared: compatibility
// composed, lower case, without marks, with every run of anything but letters
// and digits as one blank. A possessive ending and dots within abbreviations
// go too, so that "U.S.", "US" and "the US's" give "us" and "the us".
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	s = norm.NFKD.String(s)
	s = strings.ReplaceAll(strings.ReplaceAll(s, "’s", ""), "'s", "")
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '.' || r == '\'' || r == '’':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if blank && b.Len() > 0 {
				b.WriteByte(' ')
			}
			blank = false
			b.WriteRune(unicode.ToLower(r))
		default:
			blank = true
		}
	}
	return b.String()
}

// Terms splits text into the distinct folded words by which it is searched,
// in order of first use. Both stores index exactly these, so that they find
// the same records.
func Terms(texts ...string) []string {
	var out []string
	seen := map[string]bool{}
	for _, text := range texts {
		for _, w := range strings.Fields(Fold(text)) {
			if !seen[w] {
				seen[w] = true
				out = append(out, w)
			}
		}
	}
	return out
}
