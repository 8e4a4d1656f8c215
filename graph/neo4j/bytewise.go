package neo4j

import "strings"

// bytewise writes s such that it orders by its bytes. Neo4j orders some strings
// by UTF-16, where U+FA0E comes after U+10428; of characters up to U+00FF, one
// for each byte, both ways give one order. ASCII stays as it is.
func bytewise(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := range len(s) {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}

// fromBytewise reads back what bytewise wrote.
func fromBytewise(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		b = append(b, byte(r))
	}
	return string(b)
}
