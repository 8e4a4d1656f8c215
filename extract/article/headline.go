package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// headline returns the line above the text that reads like a headline: set
// apart, not a sentence, and followed by running text. When in doubt there is
// none.
func headline(text string) string {
	lines := linesOf(text, headerLines)
	for i, l := range lines {
		if l.prose() || i == len(lines)-1 {
			return ""
		}
		if _, _, dated := publishedIn(l.text); dated || len(strings.Fields(l.text)) < 4 {
			continue // a date, a byline or the name of a section
		}
		if !titleLike(l.text) || !setApart(text, lines, i) || !proseAfter(lines[i+1:]) {
			return ""
		}
		return l.text
	}
	return ""
}

// titleLike reports whether s could be a headline by itself.
func titleLike(s string) bool {
	const longest = 200
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'“‘«(`))
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case len(s) > longest, !unicode.IsUpper(first) && !unicode.IsDigit(first):
		return false
	case strings.ContainsRune(".,;:", last):
		return false
	case strings.HasPrefix(strings.ToLower(s), "by "), openingAgency(s) != "", strings.Contains(s, "://"):
		return false
	}
	return true
}

// setApart reports whether a blank line, a date or a byline follows line i.
func setApart(text string, lines []line, i int) bool {
	if strings.Count(text[lines[i].End:lines[i+1].Start], "\n") > 1 {
		return true
	}
	next := lines[i+1].text
	_, _, dated := publishedIn(next)
	return dated || strings.HasPrefix(strings.ToLower(next), "by ")
}

func proseAfter(lines []line) bool {
	for _, l := range lines {
		if l.prose() {
			return true
		}
	}
	return false
}
