package casing

import (
	"strings"
	"unicode"

	"github.com/claimline/claimline/extract/lexicon"
)

// calm lowers what a text in common case shouts: a headline in capitals, and the
// words that tabloids set in capitals within a sentence ("dragged from a BLAZING
// CAR"), which are no abbreviations. Bytes keep their places.
func calm(text string) string {
	if !strings.ContainsFunc(text, unicode.IsUpper) {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	shouted := make([]bool, len(lines))
	for i, line := range lines {
		if shouted[i] = shoutedLine(line); !shouted[i] {
			lines[i] = emphasis(line)
		}
	}
	seen := written(lines)
	for i, line := range lines {
		if shouted[i] {
			lines[i] = seen.restore(line)
		}
	}
	return strings.Join(lines, "")
}

// habits are how the lines in common case write the words that they hold.
type habits struct {
	title, capital, small map[string]bool
}

// written reads off the lines in common case which words are names there, and
// which abbreviations.
func written(lines []string) habits {
	h := habits{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, line := range lines {
		if shoutedLine(line) {
			continue
		}
		t := split(line)
		for i, w := range t.words {
			switch s := line[w.start:w.end]; {
			case s == w.lower:
				h.small[s] = true
			case s == strings.ToUpper(s) && len(s) > 1:
				h.capital[w.lower] = true
			case i > 0 && t.blank(i) && unicode.IsLower(rune(line[t.words[i-1].start])):
				h.title[w.lower] = true
			}
		}
	}
	return h
}

// shoutedLine reports whether a line is several words in capitals and nothing else.
func shoutedLine(line string) bool {
	const least = 4 // words
	words, long := 0, 0
	for _, f := range strings.Fields(line) {
		if strings.ContainsFunc(f, unicode.IsLower) {
			return false
		}
		if strings.ContainsFunc(f, unicode.IsUpper) {
			words++
			if len(f) > 3 && lexicon.Small(strings.ToLower(strings.Trim(f, ",.:;!?'\"-"))) {
				long++
			}
		}
	}
	return words >= least && long*2 >= words
}

// restore writes a line in capitals as print would, names and abbreviations as the
// rest of the text has them.
func (h habits) restore(line string) string {
	t := split(line)
	t.abbreviations()
	t.names()
	t.others()
	t.bodies()
	t.dates()
	t.starts()
	for i := range t.words {
		w := &t.words[i]
		switch {
		case h.capital[w.lower] && !h.small[w.lower]:
			w.form = capital
		case h.title[w.lower] && !h.small[w.lower]:
			w.form = title
		case h.small[w.lower] && !h.title[w.lower] && w.form == title && i > 0 && t.blank(i):
			w.form = small
		}
	}
	return t.written()
}

// emphasis lowers the words of English in capitals within a line of common case,
// where they cannot be an abbreviation: they are long, or stand beside one that is.
func emphasis(line string) string {
	t := split(line)
	loud := make([]bool, len(t.words))
	found := false
	for i, w := range t.words {
		s := line[w.start:w.end]
		loud[i] = len(s) > 2 && s == strings.ToUpper(s) && s != w.lower && t.small(i) && !initials[w.lower] && t.plain(i)
		found = found || loud[i]
	}
	if !found && t.opening() == 0 {
		return line
	}
	label := t.opening()
	called := t.called(label)
	for i := range t.words {
		t.words[i].form = capital
		if i < label && called {
			t.words[i].form = title
		}
		if !loud[i] || i < label {
			continue
		}
		const long = 4
		sure := func(k int) bool {
			return k >= 0 && k < len(loud) && loud[k] && t.words[k].end-t.words[k].start >= long && len(lexicon.Named(line[t.words[k].start:t.words[k].end])) == 0
		}
		if sure(i) || t.blank(i) && sure(i-1) || t.blank(i+1) && sure(i+1) {
			t.words[i].form = small
			if i == 0 || t.begins(i) {
				t.words[i].form = title
			}
		}
	}
	return t.written()
}

// initials are words that are abbreviations where they stand in capitals.
var initials = words("aids swat salt start cobra care radar sonar laser aid ice who act scuba snap stem team")

// opening is the word after the capitals that a line begins with, where one of them
// is a name or no word of English: "TONY MARCHETTI has". 0 where none is.
func (t *caser) opening() int {
	end, name := 0, false
	for end < len(t.words) && (end == 0 || t.blank(end)) {
		s := t.text[t.words[end].start:t.words[end].end]
		if s != strings.ToUpper(s) {
			break
		}
		_, given := lexicon.Given(t.titled(end))
		name = name || given || len(s) > 1 && !t.small(end)
		end++
	}
	if !name {
		return 0
	}
	return end
}

// called reports whether the first words of a line, before end, are a person's name
// that the sentence goes on from.
func (t *caser) called(end int) bool {
	const most = 3
	if end < 2 || end > most || end >= len(t.words) || !t.blank(end) || strings.ContainsAny(t.gap(end), "\n") {
		return false
	}
	_, given := lexicon.Given(t.titled(0))
	return given && len(lexicon.Named(t.text[:t.words[end-1].end])) == 0
}

// plain reports whether word i stands among words of a sentence, with no bracket,
// hyphen, dot or colon that an abbreviation, a label or a date line may have.
func (t *caser) plain(i int) bool {
	before, after := t.gap(i), t.gap(i+1)
	if strings.ContainsAny(before, "([-/.&") && strings.TrimSpace(before) != "." || strings.ContainsAny(after, "()[]-/&:") || strings.HasPrefix(after, "'") || strings.HasPrefix(after, "’") {
		return false
	}
	if i == 0 && (strings.HasPrefix(after, ",") || strings.Contains(after, "(")) {
		return false
	}
	small := func(k int) bool {
		return k >= 0 && k < len(t.words) && t.text[t.words[k].start:t.words[k].end] == t.words[k].lower
	}
	return small(i-1) || small(i+1) || small(i-2) || small(i+2)
}
