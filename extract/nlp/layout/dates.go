package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// set makes a set of words.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// dateNames make a line a date; dateWords may stand beside them.
var (
	dateNames = set(`january february march april may june july august september october november december
		jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
		mon tue tues wed thu thur thurs fri sat sun ago yesterday today`)
	dateWords = set(`am pm a p m at on of the th st nd rd and gmt utc bst est edt cst cdt mst mdt pst pdt et ct pt ist cet cest eet
		msk jst kst sgt hkt aest aedt acst awst nzst nzdt wib pkt eat wat cat sast z local time hours hour hrs hr minutes minute mins min
		seconds days day weeks week months month years year published publish updated update last modified posted post first created
		date edited revised issued released release added filed archived print edition online noon midnight evening morning afternoon
		by just now in from originally publication`)
)

// byDate: a line of a date, with what it is the date of.
func byDate(p *page, i int) doc.BlockRole {
	b := p.blocks[i]
	if b.look.words > 18 || b.look.inside {
		return ""
	}
	if isDate(p.text[b.Start:b.End]) {
		return doc.Dateline
	}
	return ""
}

// isDate reports whether text is a date and nothing else.
func isDate(text string) bool {
	named, numbers := false, 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		low := strings.ToLower(w)
		switch {
		case isDigit(w[0]):
			numbers++
			if tail := strings.TrimLeft(low, "0123456789"); tail != "" && !dateWords[tail] && !dateWords[strings.Trim(tail, "0123456789")] {
				return false
			}
		case dateNames[low]:
			named = true
		case !dateWords[low]:
			return false
		}
	}
	if !named {
		return numbers == 3 && strings.IndexFunc(text, unicode.IsLetter) < 0 && len(text) <= 10 && !strings.ContainsAny(text, ", ") || clock(text)
	}
	return numbers > 0 || !strings.HasSuffix(text, ".")
}

// clock reports whether a line without the name of a month holds a time, with
// a date in figures or without: "2024-03-22 18:30 GMT", "6:32 PM".
func clock(text string) bool {
	digits := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return digits >= 3 && digits <= 18 && strings.Contains(text, ":")
}

// longestDateline is how far the dateline at the beginning of a paragraph may
// reach, in bytes.
const longestDateline = 120

// datelineEnd returns the end of the dateline that a paragraph begins with:
// places in capitals or followed by an agency in brackets, perhaps a date, and
// a dash, as in "KABUL, Afghanistan (AP) — ". It returns 0 when there is none.
// In a text all in capitals a date or an agency must be part of it.
func datelineEnd(text string, caps bool) int {
	head := text[:min(len(text), longestDateline)]
	at, dash := findDash(head)
	if dash == 0 && !strings.HasPrefix(head, "(") {
		return 0
	}
	if dash == 0 {
		return agencyEnd(head)
	}
	place := strings.TrimSpace(head[:at])
	agency := ""
	if open := strings.LastIndexByte(place, '('); open >= 0 && strings.HasSuffix(place, ")") {
		place, agency = strings.TrimSpace(place[:open]), place[open:]
		if !capitalWords(agency) || utf8.RuneCountInString(agency) > 40 {
			return 0
		}
	}
	dated := hasDate(place)
	first, _, _ := strings.Cut(place, ",")
	capital := allCapitals(first) || len(first) <= 4 && first == strings.ToUpper(first) && first != ""
	labelled := phrases.line[normalize(first)] != "" // BREAKING, UPDATE
	switch {
	case place == "" && agency == "", labelled, strings.ContainsAny(place, ".;!?\"“") && !initials(place), !placeLike(place):
		return 0
	}
	end := at + dash
	for end < len(text) && text[end] == ' ' {
		end++
	}
	// "Lima, Peru — The …": two names before a long dash.
	pair := dash == 3 && strings.Contains(place, ", ") && placeLike(place) && end < len(text) && isUpper(text[end])
	if agency == "" && (caps && !dated || !caps && !capital && !pair) || end >= len(text) {
		return 0
	}
	return tagsEnd(text, end)
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// findDash finds the first dash with a blank beside it, and its length.
func findDash(head string) (at, n int) {
	for i := 0; i < len(head); i++ {
		n := 0
		for _, dash := range []string{"—", "–", "--", "-"} {
			if strings.HasPrefix(head[i:], dash) {
				n = len(dash)
				break
			}
		}
		if n == 0 {
			continue
		}
		before := i > 0 && (head[i-1] == ' ' || head[i-1] == ')')
		after := i+n < len(head) && head[i+n] == ' ' || n == 3 // an em dash may do without
		if before && (after || n > 1) || n > 1 && after {
			return i, n
		}
		i += n - 1
	}
	return 0, 0
}

// agencyEnd is the end of an agency in brackets at the beginning of a
// paragraph that goes on without a dash: "(CNN) The …".
func agencyEnd(head string) int {
	end := strings.IndexByte(head, ')')
	if end < 2 || end > 20 || !allCapitals(head[1:end]+"XX") || strings.ContainsAny(head[1:end], "0123456789") {
		return 0
	}
	return end + 1
}

// tagsEnd skips the descriptors in brackets that a monitoring service sets after
// its dateline: "[REPORT] [TEXT]".
func tagsEnd(text string, end int) int {
	for at := end; at < len(text) && text[at] == '['; {
		close := strings.IndexByte(text[at:], ']')
		if close < 0 || close > 100 || !allCapitals(text[at+1:at+close]) {
			break
		}
		at += close + 1
		for at < len(text) && (text[at] == ' ' || text[at] == '\n') {
			at++
		}
		if at < len(text) {
			end = at
		}
	}
	return end
}

// capitalWords reports whether each word of text begins with a capital.
func capitalWords(text string) bool {
	for w := range strings.FieldsSeq(strings.Trim(text, "()")) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !smallWords[w] {
			return false
		}
	}
	return true
}

// smallWords may stand uncapitalized within a name.
var smallWords = set("of the de del della di da la le les el al and & von van der den bin ibn abu y for in at on")

// placeLike reports whether text is names and dates: no more than twelve words,
// each capitalized, a number or a small word of names.
func placeLike(text string) bool {
	n := 0
	for w := range strings.FieldsSeq(text) {
		core := strings.Trim(w, ",.;:()/'’")
		if core == "" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(core)
		if !unicode.IsUpper(r) && !isDigit(core[0]) && !smallWords[core] {
			return false
		}
		n++
	}
	return n <= 12
}

// hasDate reports whether text holds the name of a month or day, or a number.
func hasDate(text string) bool {
	for w := range strings.FieldsSeq(text) {
		core := strings.ToLower(strings.Trim(w, ",.()"))
		if dateNames[core] || core != "" && isDigit(core[0]) {
			return true
		}
	}
	return false
}

// initials reports whether the stops in text belong to abbreviations of places
// and months: "WASHINGTON, D.C.", "Jan. 5".
func initials(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if strings.ContainsAny(w, ";!?\"“") || strings.HasSuffix(strings.TrimRight(w, ","), ".") && len(w) > 6 {
			return false
		}
	}
	return true
}
