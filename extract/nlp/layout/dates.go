package layout

import (
	"slices"
	"strings"
	"unicode"

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
		by just now in from originally publication article story british eastern central mountain pacific standard daylight summer
		e s c t`)  // E.S.T.
)

// zones beside two numbers make them a time of day: "13.58 GMT".
var zones = set("am pm gmt utc bst est edt cst cdt mst mdt pst pdt et ct pt ist cet cest eet msk jst kst hkt aest")

// labels say what the day in figures after them is.
var labels = set("posted published date issued released filed created added updated")

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

// dateLines is among how many lines of a text a date in small letters, such as
// "on May 3, 2026", belongs to the header.
const dateLines = 6

// setDatesApart keeps such a line apart from the lines around it, which it would
// look to go on from. It does not when the sentence runs on after it.
func setDatesApart(text string, lines []line) {
	for i := 1; i < len(lines)-1 && i < dateLines; i++ {
		l, next := lines[i], lines[i+1]
		s := text[l.Start:l.End]
		if isSmall(rune(s[0])) && l.width <= longestDateline && !runsOn(text, l, next) && isDate(s) && hasYear(s) && !stopped(s) {
			lines[i].fresh, lines[i+1].fresh = true, true
		}
	}
}

// hasYear reports whether a number of four digits stands in text.
func hasYear(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if w = strings.Trim(w, ",.()"); len(w) == 4 && strings.Trim(w, "0123456789") == "" {
			return true
		}
	}
	return false
}

// isDate reports whether text is a date and nothing else.
func isDate(text string) bool {
	named, zoned, labeled, numbers := false, false, false, 0
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
		default:
			zoned, labeled = zoned || zones[low], labeled || labels[low]
		}
	}
	if !named {
		return zoned && numbers == 2 || labeled && numbers == 3 || numbers == 3 && strings.IndexFunc(text, unicode.IsLetter) < 0 && len(text) <= 10 && !strings.ContainsAny(text, ", ") || clock(text)
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

// byPlace: the place of the report on a line of its own, in capitals, above a
// paragraph: "KABUL, Afghanistan".
func byPlace(p *page, i int) doc.BlockRole {
	b := p.blocks[i]
	if i > 0 && i < dateLines && b.look.words <= 14 && !p.begun(i) && sentFrom(p.text[b.Start:b.End]) {
		return doc.Dateline
	}
	if p.caps || b.look.words > 4 || b.look.stopped || i+1 >= len(p.blocks) || p.blocks[i+1].look.words <= 8 {
		return ""
	}
	first, rest, more := strings.Cut(p.text[b.Start:b.End], ",")
	if !allCapitals(first) || !placeName(first) || !capitalWords(rest) || !more && !knownPlace(first) {
		return ""
	}
	return doc.Dateline
}

// begun reports whether prose stands above block i.
func (p *page) begun(i int) bool {
	return slices.ContainsFunc(p.blocks[:i], func(b block) bool { return b.role == doc.Paragraph && b.look.stopped })
}

// sentFrom reports whether a line below the headline is nothing but who sent it,
// from where and on what day of which year: "Coast Wire - LIMA, Peru, June 2,
// 2009", "House of Commons, 22 October 2022".
func sentFrom(line string) bool {
	if strings.ContainsAny(line, ".;!?\"“:") || !hasYear(line) {
		return false
	}
	for at := 0; ; {
		n := strings.IndexByte(line[at:], ',')
		if n < 0 {
			return false
		}
		at += n + 1
		if rest := strings.TrimSpace(line[at:]); isDate(rest) && hasYear(rest) {
			place := strings.NewReplacer("-", " ", "–", " ", "—", " ", "|", " ", "/", " ").Replace(line[:at-1])
			return placeLike(place) && !hasDate(place)
		}
	}
}
