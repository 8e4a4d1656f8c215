package article

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/claimline/claimline/graph"
)

// A line is a line of text that is not blank, without the white space around it.
type line struct {
	graph.Span
	text string
}

// linesOf returns the first most lines of text; all of them when most is negative.
func linesOf(text string, most int) []line {
	var out []line
	for at := 0; at < len(text) && len(out) != most; {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		if t := strings.TrimSpace(text[at:end]); t != "" {
			start := at + strings.Index(text[at:end], t)
			out = append(out, line{graph.Span{Start: start, End: start + len(t)}, t})
		}
		at = end + 1
	}
	return out
}

// prose reports whether l is a sentence of running text rather than something
// of a header.
func (l line) prose() bool {
	words := len(strings.Fields(l.text))
	return words > 25 || words > 8 && strings.ContainsAny(l.text[len(l.text)-1:], ".") || len(l.text) > 300
}

const (
	headerLines = 10 // how many lines may hold the header
	headerProse = 2  // the header ends after so many sentences; a standfirst may come before the date
	// timeline is how many lines that are nothing but a date make a text a
	// chronicle, whose first date is not that of its publication.
	timeline = 3
)

// dateline finds the date of publication in the first lines of a text: in a
// line that is wholly date, byline and the like, or before the first sentence,
// as in "LONDON, May 3, 2020 (Reuters) —". It is nil when there is none, and when
// the day can be read in two ways or is that of an update, which doubt says then.
func dateline(text string) (published *graph.Interval, doubt string) {
	prose := 0
	for _, l := range linesOf(text, headerLines) {
		if prose == headerProse {
			break
		}
		at, labeled, ok := publishedIn(l.text)
		if !ok && labeled {
			doubt = fmt.Sprintf("its first lines say when it was updated, %q, and not when it was published: that does not date it", at.Of(l.text))
		}
		if !ok {
			at, ok = openingDate(l.text)
			labeled = ok
		}
		switch {
		case !ok || !labeled && chronicle(text):
		case at.or.IsZero():
			return stated(text, at, l.Start), ""
		default:
			return nil, fmt.Sprintf("its date line %q can mean %s or %s, and does not date it", at.Of(l.text), at.day.Format("2 January"), at.or.Format("2 January"))
		}
		if l.prose() {
			prose++
		}
	}
	if at, start, ok := footer(text); ok && doubt == "" {
		return stated(text, at, start), ""
	}
	return nil, doubt
}

// footer finds the date of publication below the text, in a last line that is nothing
// but "Posted 23 Sept 2012" and the only such line: comments have one each.
func footer(text string) (at writtenDate, start int, ok bool) {
	lines := linesOf(text, -1)
	n := 0
	for i, l := range lines {
		if d, labeled, dated := publishedIn(l.text); labeled && dated {
			n++
			if i == len(lines)-1 && d.or.IsZero() {
				at, start, ok = d, l.Start, true
			}
		}
	}
	return at, start, ok && n == 1
}

func stated(text string, at writtenDate, offset int) *graph.Interval {
	i, err := graph.ParseEDTF(at.day.Format("2006-01-02"))
	if err != nil {
		return nil
	}
	i = interval(i, text[offset+at.Start:offset+at.End], ruleDateline)
	return &i
}

func chronicle(text string) bool {
	n := 0
	for _, l := range linesOf(text, -1) {
		if len(l.text) > 80 {
			continue
		}
		if _, labeled, ok := publishedIn(l.text); ok && !labeled {
			n++
		}
	}
	return n >= timeline
}

// dateMark stands for a date in what headerLine matches.
const dateMark = "\x01"

const (
	updated = `(?:last\s+)?(?:updated|modified|revised|edited)(?:\s+(?:on|at))?`
	label   = `(?:(?:article|story|news|item)\s+)?(?:(?:first|originally)\s+)?(?:published|posted|issued|released|filed|pub(?:lication)?\s+date|date(?:\s+(?:published|posted|of\s+publication))?|release\s+date)(?:\s+(?:on|at))?`
	zone    = `\(?(?:(?i:(?:british|eastern|central|mountain|pacific)(?:\s+(?:standard|daylight|summer))?(?:\s+time)?)|(?-i:[A-Z]{1,5})(?:[+-]\d{1,2}(?::?\d{1,2})?)?)\b\)?`
	hours   = `\d{1,2}(?:[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|h(?:ou)?rs\b)?|\s*[ap]\.?m\.?)|\d{4}(?:\s+h(?:ou)?rs\b|\s+(?-i:[A-Z]{3,4})\b)`
	clock   = `(?:at\s+|@\s*)?(?i:` + hours + `)(?:\s*` + zone + `)?(?:\s*\(\d{4}\s+(?-i:[A-Z]{3,4})\))?`
	byline  = `by:?\s+(?-i:\p{Lu})[^` + dateMark + `|•·]{1,70}?`
	place   = `\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+)?[,.]`
	agency  = `(?:\(\p{Lu}[\p{L}. ]{1,30}\)\W*)?`
	between = `[\s:;,|•·/*_–—-]*`
	reading = `\d+\s+min(?:ute)?s?\s+read`
)

var (
	// headerLine is a line with nothing in it but what headers are made of.
	headerLine = regexp.MustCompile(`^\W*(?:` + place + `\s*)?(?i:(?:` + strings.Join([]string{
		`(?:` + label + between + `(?:` + clock + between + `)?|on\s+)?` + dateMark + `(?:,?\s*` + clock + `)?`,
		updated + between + dateMark + `?(?:,?\s*` + clock + `)?`,
		clock, byline, reading}, "|") + `)` + between + `)+\W*` + agency + `$`)
	labelBefore  = regexp.MustCompile(`(?i)` + label + between + `(?:` + clock + between + `)?$`)
	updateBefore = regexp.MustCompile(`(?i)` + updated + between + `$`)
)

// publishedIn finds the date of publication in a line of a header, and says
// whether a word such as "published" stands before it. Where the line has only
// the date of an update, that is labeled and not ok.
func publishedIn(l string) (at writtenDate, labeled, ok bool) {
	const longest = 250
	if len(l) > longest {
		return at, false, false
	}
	found := writtenDates(l)
	if len(found) == 0 || !headerLine.MatchString(marked(l, found)) {
		return at, false, false
	}
	for _, d := range found {
		before := l[:d.Start]
		switch {
		case labelBefore.MatchString(before):
			return d, true, true
		case !ok && !updateBefore.MatchString(before):
			at, ok = d, true
		case !ok:
			at, labeled = d, true
		}
	}
	return at, labeled && !ok, ok
}

// marked returns l with each date replaced by dateMark.
func marked(l string, found []writtenDate) string {
	var b strings.Builder
	last := 0
	for _, d := range found {
		b.WriteString(l[last:d.Start])
		b.WriteString(dateMark)
		last = d.End
	}
	b.WriteString(l[last:])
	return b.String()
}

const (
	opener = `^\(?(?:\p{Lu}[\p{L}.'’-]+(?:[\s/]\p{Lu}[\p{L}.'’-]+){0,3},?\s*){1,3}` // a place
	dash   = `\s*(?:--|[–—_-])`
)

// agencies are the news agencies that dispatches name before their first
// sentence.
var agencies = strings.Join([]string{"Reuters", "Thomson Reuters Foundation", "AP", "Associated Press", "AFP", "Agence France-Presse",
	"dpa", "DPA", "UPI", "PA", "PA Media", "EFE", "ANSA", "TASS", "ITAR-TASS", "Interfax", "RIA Novosti", "Xinhua", "Kyodo", "Kyodo News",
	"Yonhap", "Bloomberg", "AAP", "CP", "The Canadian Press", "PTI", "ANI", "IANS", "APP", "UNB", "Anadolu", "AA", "MENA", "SPA", "WAM", "SANA",
	"IRNA", "Antara", "Bernama", "VNA", "KCNA", "CNA", "NAN", "GNA", "Sapa", "Lusa", "Belga", "ANP", "TT", "NTB", "Ritzau", "STT", "PAP", "CTK",
	"MTI", "Ukrinform", "BNO News", "PRNewswire", "GLOBE NEWSWIRE", "Business Wire", "BUSINESS WIRE"}, "|")

var (
	// dispatch is what comes before the first sentence of a dispatch: a place,
	// a date and perhaps an agency, then a dash.
	dispatch = regexp.MustCompile(opener + `[,(–—-]*\s*` + dateMark + `\)?,?\s*(?:\([^)]{2,40}\)|/[^/]{2,40}/)?` + dash)
	// noPlace begins a sentence rather than a dispatch.
	noPlace = regexp.MustCompile(`(?i)^\W*(?:on|in|at|by|since|from|until|till|after|before|the|this|that|it|a|an|around|between|during|for|as|when|and|but)\b`)
	// wire is the agency there, with or without place and date.
	wire = regexp.MustCompile(`^(?:\p{Lu}[^!?()/"“]{1,60})?(?:\((` + agencies + `)\)` + dash + `|/(` + agencies + `)/)`)
)

// openingDate finds the date before the first sentence.
func openingDate(l string) (at writtenDate, ok bool) {
	found := writtenDates(l[:min(len(l), 120)])
	if len(found) == 0 || noPlace.MatchString(l) || !dispatch.MatchString(marked(l, found[:1])) {
		return at, false
	}
	return found[0], true
}

// openingAgency names the agency before the first sentence, as in "(Reuters) -".
func openingAgency(l string) string {
	m := wire.FindStringSubmatch(l)
	if m == nil {
		return ""
	}
	return m[1] + m[2]
}
