package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/graph"
)

// Lines narrower or wider than these were not broken at a fixed width.
const (
	narrowest = 30
	widest    = 120
)

// slack is how many characters a broken line may leave free.
const slack = 8

// A wrap says how a text was broken into lines.
type wrap struct {
	width int // of its longest broken line; 0 when it has one line a paragraph
}

// join makes paragraphs of lines.
func join(text string, lines []line) []graph.Span {
	w := findWrap(text, lines)
	var out []graph.Span
	for i, l := range lines {
		if i > 0 && !l.fresh && w.continues(text, lines[i-1], l) {
			out[len(out)-1].End = l.End
			continue
		}
		out = append(out, l.Span)
	}
	return out
}

// findWrap looks at each pair of lines without a blank line between. A text is
// broken at a fixed width when many of its lines end within a sentence, which
// the next line goes on with in small letters; in a text in capitals, when many
// lines are as long as they could be.
func findWrap(text string, lines []line) wrap {
	pairs, flows, longest := 0, 0, 0
	var capital []int // widths of lines in capitals that end within a sentence
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if b.fresh || a.width < narrowest || a.width > widest {
			continue
		}
		pairs++
		switch {
		case runsOn(text, a, b):
			flows++
			longest = max(longest, a.width)
		case !stopped(text[a.Start:a.End]) && allCapitals(text[a.Start:a.End]) && allCapitals(text[b.Start:b.End]):
			capital = append(capital, a.width)
		}
	}
	if flows*3 >= pairs && flows > 0 {
		return wrap{longest}
	}
	if len(capital) >= 2 && len(capital)*2 > pairs {
		slices.Sort(capital)
		top, middle := capital[len(capital)*19/20], capital[len(capital)/2]
		if middle+2*slack >= top {
			return wrap{top}
		}
	}
	return wrap{}
}

// continues reports whether line b goes on with the paragraph of line a.
func (w wrap) continues(text string, a, b line) bool {
	if marker(text[b.Start:b.End]) > 0 || b.indent > a.indent+1 && stopped(text[a.Start:a.End]) {
		return false
	}
	flow := a.width >= narrowest && runsOn(text, a, b)
	if w.width == 0 || a.width > w.width+slack {
		return flow && a.width > 40
	}
	first := strings.IndexFunc(text[b.Start:b.End], unicode.IsSpace)
	if first < 0 {
		first = b.Len()
	}
	filled := a.width+1+utf8.RuneCountInString(text[b.Start:b.Start+first]) > w.width-slack
	return filled || flow
}

// runsOn reports whether a sentence runs from line a on to line b: a does not
// end in a stop and b begins with a small letter.
func runsOn(text string, a, b line) bool {
	r, _ := utf8.DecodeRuneInString(text[b.Start:b.End])
	return unicode.IsLower(r) && !stopped(text[a.Start:a.End])
}
