package article

import (
	"regexp"
	"strings"

	"github.com/claimline/claimline/graph"
)

// outlet is a name in a notice, which ends where the notice goes on.
const outlet = `["“'‘]?(https?://\S+|(?:\p{L}|\d)[^\n,;:()|"“”]{1,60}?)["”'’]?`

// noticeEnd is what may follow the name of the outlet.
const noticeEnd = `(?:\s+(?:and\s+(?:is|was|has|appears|re(?:published|printed|produced))|under|with|by|on\s+(?:\w+day|` + monthWords + `|\d{1,2})|in\s+\d{4}|as\s+part|here|at\s+http|is\s+(?:re|used))\b|[,;:()|]|\.(?:\s|$)|\s*$)`

// notices are the sentences by which a text says where it first appeared.
var notices = []*regexp.Regexp{
	regexp.MustCompile(`(?i)^\W*(?:this|the)\s+(?:above\s+)?(?:article|story|report|piece|post|essay|column|interview|feature|content|version)(?:\s+(?:was|has\s+been|is))?\s+(?:also\s+)?(?:(?:originally|first|previously)\s+)?(?:appeared|published|posted|produced|reported|written|printed|republished|reprinted|reproduced)\s+(?:here\s+)?(?:in|on|by|at|for|from|with\s+(?:the\s+)?permission\s+(?:from|of))\s+` + outlet + noticeEnd),
	regexp.MustCompile(`(?i)^\W*(?:originally|first|previously)\s+(?:appeared|published|posted|printed)\s+(?:in|on|by|at)\s+` + outlet + noticeEnd),
	regexp.MustCompile(`(?i)^\W*(?:republished|reprinted|reproduced|reposted)\s+(?:here\s+)?(?:(?:with|by)\s+(?:the\s+)?(?:kind\s+)?permission\s+(?:from|of)|from|courtesy\s+of)\s+` + outlet + noticeEnd),
}

// firstElsewhere tells a notice from a sentence that is about the text
// without saying that it came from elsewhere.
var firstElsewhere = regexp.MustCompile(`(?i)\b(?:originally|first|previously|republished|reprinted|reproduced|permission)\b`)

const (
	noticeTop    = 5  // a notice stands within so many first lines
	noticeBottom = 15 // or last lines
	noticeLong   = 300
)

// republishedFrom names the outlet that a text says it first appeared in: by a
// notice in its first or last lines, or by the agency before its first
// sentence. It is empty when that is the publisher itself.
func republishedFrom(text, publisher string) string {
	lines := linesOf(text, -1)
	name := ""
	for i, l := range lines {
		if i >= noticeTop && i < len(lines)-noticeBottom || len(l.text) > noticeLong {
			continue
		}
		if name = noticed(l.text); name != "" {
			break
		}
	}
	if name == "" {
		for _, l := range lines[:min(len(lines), headerLines)] {
			if name = openingAgency(l.text); name != "" || l.prose() {
				break
			}
		}
	}
	if graph.Fold(name) == graph.Fold(publisher) {
		return ""
	}
	return tidy(name)
}

func noticed(l string) string {
	for _, r := range notices {
		if m := r.FindStringSubmatch(l); m != nil && firstElsewhere.MatchString(m[0]) {
			return strings.TrimRight(m[1], " .")
		}
	}
	return ""
}
