package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/lexicon"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// longestDateline is how far the dateline at the beginning of a paragraph may
// reach, in bytes.
const longestDateline = 120

// datelineEnd returns the end of the dateline that a paragraph begins with:
// where the reporter was, perhaps an agency and a date, and a sign after them,
// as in "KABUL, Afghanistan (AP) — ", "New Delhi, May 3 (PTI) " and "LONDON: ". It
// returns 0 when there is none. In a text all in capitals a date or an agency
// must be part of it.
func datelineEnd(text string, caps bool) int {
	head := text[:min(len(text), longestDateline)]
	end := 0
	if at, dash := findDash(head); dash > 0 {
		end = dashed(head, at, dash, caps)
	} else if strings.HasPrefix(head, "(") {
		end = agencyEnd(head)
	}
	for _, find := range []func(string) int{bracketed, slashed, coloned} {
		if end == 0 && !caps {
			end = find(head)
		}
	}
	for end > 0 && end < len(text) && text[end] == ' ' {
		end++
	}
	if end == 0 || end >= len(text) {
		return 0
	}
	return tagsEnd(text, end)
}

// dashed returns the end of a dateline before the dash at, of n bytes.
func dashed(head string, at, n int, caps bool) int {
	place := strings.TrimSpace(head[:at])
	agency := ""
	if open := strings.LastIndexByte(place, '('); open >= 0 && strings.HasSuffix(place, ")") {
		place, agency = strings.TrimSpace(place[:open]), place[open:]
		if !capitalWords(agency) && !isAgency(agency) && !isDate(agency) || utf8.RuneCountInString(agency) > 40 {
			return 0
		}
	}
	first, _, _ := strings.Cut(place, ",")
	labelled := phrases.line[normalize(first)] != "" // BREAKING, UPDATE
	if place == "" && agency == "" || labelled || !placeName(place) {
		return 0
	}
	dated := hasDate(place)
	capital := allCapitals(first) || len(first) <= 4 && first == strings.ToUpper(first) && first != ""
	begins := sentenceAt(head, at+n)
	// "Lima, Peru — The …": two names before a long dash.
	pair := n == 3 && strings.Contains(place, ", ")
	switch {
	case agency != "", caps && dated:
		return at + n
	case !caps && begins && (capital || pair || knownPlace(first)):
		return at + n
	}
	return 0
}

// bracketed returns the end of a dateline that an agency in brackets ends:
// "New Delhi, May 3 (PTI) ", "Kabul [Afghanistan], May 3 (ANI): ".
func bracketed(head string) int {
	open := strings.IndexByte(head, '(')
	if open <= 0 {
		return 0
	}
	n := strings.IndexByte(head[open:], ')')
	if n < 2 || n > 20 {
		return 0
	}
	place, agency, end := strings.TrimSpace(head[:open]), head[open:open+n+1], open+n+1
	if end < len(head) && head[end] == ':' {
		end++
	}
	first, _, _ := strings.Cut(place, ",")
	dated := hasDate(place) && !strings.ContainsAny(agency, "0123456789") && allCapitals(agency+"XX")
	if !placeName(place) || !dated && !(isAgency(agency) && knownPlace(first)) || !sentenceAt(head, end) {
		return 0
	}
	return end
}

// slashed returns the end of a dateline as "MOSCOW, May 3. /TASS/. ".
func slashed(head string) int {
	open := strings.Index(head, " /")
	if open <= 0 {
		return 0
	}
	n := strings.IndexByte(head[open+2:], '/')
	if n <= 0 || !isAgency(head[open+2:open+2+n]) || !placeName(strings.TrimRight(head[:open], ".")) {
		return 0
	}
	end := open + 2 + n + 1
	if end < len(head) && head[end] == '.' {
		end++
	}
	return end
}

// coloned returns the end of a dateline that is a city and a colon, as papers in
// South Asia and the Gulf have it.
func coloned(head string) int {
	at := strings.IndexByte(head, ':')
	if at <= 0 || at > 40 || !placeName(head[:at]) || !sentenceAt(head, at+1) {
		return 0
	}
	if first, _, _ := strings.Cut(head[:at], ","); !knownPlace(first) {
		return 0
	}
	return at + 1
}

// sentenceAt reports whether a sentence begins behind position i: with a capital,
// a quotation mark or a figure.
func sentenceAt(head string, i int) bool {
	rest := strings.TrimLeft(head[i:], " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("\"“‘'[$€£", r)
}

// placeName reports whether a stretch has the form of places and dates: no
// punctuation of sentences, every word capitalized.
func placeName(place string) bool {
	return (!strings.ContainsAny(place, ".;!?\"“") || initials(place)) && placeLike(place)
}

// isAgency reports whether a word, in brackets or not, is a news agency.
func isAgency(word string) bool { return phrases.line[normalize(word)] == doc.Byline }

// knownPlace reports whether news is sent from a place of that name. Countries
// are none: "Iran: We will answer" is no dateline.
func knownPlace(name string) bool {
	name = strings.TrimSpace(name)
	if allCapitals(name) {
		name = capitalize(name)
	}
	for _, n := range lexicon.Named(name) {
		if n.Place == graph.City && n.Form == lexicon.Proper && !n.Weak {
			return true
		}
	}
	return false
}

// capitalize writes NEW DELHI as New Delhi.
func capitalize(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(words, " ")
}

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
	if end < 2 || end > 20 || strings.Count(head[:end], " ") > 1 || !allCapitals(head[1:end]+"XX") || strings.ContainsAny(head[1:end], "0123456789") {
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
		core := strings.Trim(w, ",.;:()[]/'’")
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
