package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// byByline: "By" and names, with the date or the outlet perhaps.
func byByline(p *page, i int) doc.BlockRole {
	b := p.blocks[i]
	if b.look.words < 2 || b.look.words > 25 {
		return ""
	}
	text := p.text[b.Start:b.End]
	if isSign(text) {
		return doc.Byline
	}
	first, rest, _ := strings.Cut(strings.TrimLeft(text, "*_"), " ") // Markdown
	if by, names, _ := strings.Cut(rest, " "); strings.EqualFold(by, "by") && works[strings.ToLower(first)] {
		first, rest = by, names // "Analysis by Jane Doe"
	}
	switch first {
	case "By", "BY", "by", "By:", "BY:":
		if names(untraded(rest)) {
			return doc.Byline
		}
	}
	if b.look.words <= 10 && !b.look.stopped && names(text) && outlet(b.norm) {
		return doc.Byline // "Jane Doe, Associated Press"
	}
	return ""
}

// works are what a byline may say is by somebody.
var works = set("analysis story report reporting written words text opinion comment interview article column commentary posted submitted")

// trades end what stands behind the comma after a name: ", maritime correspondent".
var trades = set("correspondent reporter editor writer journalist columnist producer analyst")

// untraded is text without such an ending.
func untraded(text string) string {
	at := strings.LastIndexByte(text, ',')
	if at < 0 || !trades[strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:])] {
		return text
	}
	return text[:at]
}

// isSign reports whether text is how a quoted post is signed: "— Jane Doe
// (@jane) May 2, 2026".
func isSign(text string) bool {
	return strings.Contains(text, "(@") && (strings.HasPrefix(text, "—") || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "- "))
}

// names reports whether text is names, dates and what joins them, and begins
// with a name.
func names(text string) bool {
	capital := 0
	for w := range strings.FieldsSeq(text) {
		core := strings.Trim(w, ",.;:|/()-–—•·*")
		low := strings.ToLower(core)
		r, _ := utf8.DecodeRuneInString(core)
		switch {
		case core == "", smallWords[core], isDigit(core[0]), core[0] == '@', dateWords[low] && capital > 0:
		case unicode.IsUpper(r):
			if capital == 0 && dateNames[low] {
				return false // "By Friday"
			}
			capital++
		default:
			return false
		}
	}
	return capital > 0 && (!strings.HasSuffix(text, ".") || strings.HasSuffix(text, "r.") || capital == 2)
}

// outlet reports whether a norm ends with a news agency or a reporter's title.
func outlet(norm string) bool {
	for _, sep := range []string{", ", " | ", " - ", " / ", "; "} {
		if at := strings.LastIndex(norm, sep); at > 0 {
			tail := norm[at+len(sep):]
			if phrases.line[tail] == doc.Byline || reporters[tail] {
				return true
			}
		}
	}
	return false
}

var reporters = map[string]bool{
	"reporter": true, "correspondent": true, "editor": true, "staff writer": true, "senior reporter": true, "political editor": true,
	"foreign correspondent": true, "senior correspondent": true, "columnist": true, "contributor": true, "freelance journalist": true,
	"chief reporter": true, "special correspondent": true, "crime reporter": true, "political correspondent": true, "political reporter": true,
}

// credits begin the names of who reported at the end of a paragraph.
var credits = []string{"(Reporting by ", "(Additional reporting by ", "(Writing by ", "(Editing by ", "(Compiled by ", "(With inputs from ", "(With input from "}

// creditStart returns where such a credit begins within a paragraph that ends
// with it, 0 when there is none.
func creditStart(text string) int {
	if !strings.HasSuffix(text, ")") {
		return initialsStart(text)
	}
	tail := text[max(0, len(text)-400):]
	for _, c := range credits {
		if at := strings.Index(tail, c); at >= 0 {
			return len(text) - len(tail) + at
		}
	}
	return 0
}

// initialsStart returns where an agency and the initials of its editors begin
// that a paragraph ends with, as in "… they said. PTI ABC XY".
func initialsStart(text string) int {
	at := strings.LastIndex(text, ". ")
	if at < 0 {
		return 0
	}
	at += len(". ")
	tail := text[at:]
	if len(tail) > 30 || !allCapitals(tail+"XX") || strings.Trim(tail, "ABCDEFGHIJKLMNOPQRSTUVWXYZ /") != "" {
		return 0
	}
	if agency, _, more := strings.Cut(tail, " "); !more || !isAgency(agency) {
		return 0
	}
	return at
}
