package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/graph"
)

// A line is a line of the text that is not blank.
type line struct {
	graph.Span      // without the blanks around it
	indent     int  // columns of white space before it
	width      int  // its characters, indent included
	fresh      bool // it is the first, or a blank line precedes it
}

// blank reports whether r may stand outside all blocks.
func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Z, unicode.Cc, unicode.Cf)
}

// isBreak reports whether r ends a line: the newline and, by themselves, the carriage
// return, the form feed and Unicode's separators of lines and paragraphs.
func isBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// splitLines finds the lines of a text.
func splitLines(text string) []line {
	var lines []line
	fresh := true
	for start := 0; start < len(text); {
		end := strings.IndexFunc(text[start:], isBreak)
		next := len(text)
		if end < 0 {
			end = len(text)
		} else {
			end += start
			_, n := utf8.DecodeRuneInString(text[end:])
			next = end + n
			if strings.HasPrefix(text[end:], "\r\n") {
				next = end + 2
			}
			fresh = fresh || strings.HasPrefix(text[end:], "\u2029")
		}
		s := trim(text, graph.Span{Start: start, End: end})
		if s.Len() > 0 {
			indent := utf8.RuneCountInString(text[start:s.Start])
			width := indent + utf8.RuneCountInString(text[s.Start:s.End])
			lines = append(lines, line{Span: s, indent: indent, width: width, fresh: fresh})
		}
		fresh = s.Len() == 0
		start = next
	}
	return lines
}

// trim cuts what is blank off both ends of s.
func trim(text string, s graph.Span) graph.Span {
	left := strings.TrimLeftFunc(text[s.Start:s.End], blank)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, blank))
	return s
}
