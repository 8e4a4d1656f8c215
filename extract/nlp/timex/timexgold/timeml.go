package timexgold

import (
	"path"
	"regexp"
	"strings"

	"github.com/claimline/claimline/graph"
)

var (
	timeMLTag  = regexp.MustCompile(`<[^>]*>`)
	timeMLText = regexp.MustCompile(`(?s)<TEXT>(.*)</TEXT>`)
	timeMLAttr = regexp.MustCompile(`(\w+)="([^"]*)"`)
	timeMLDCT  = regexp.MustCompile(`<DCT><TIMEX3[^>]*value="([^"]*)"`)
)

// readTimeML takes the tags out of a TimeML document.
func readTimeML(name string, data []byte) (Text, error) {
	g := Text{Name: path.Base(name)}
	body := string(data)
	if m := timeMLDCT.FindStringSubmatch(body); m != nil {
		g.Created = m[1]
	}
	if m := timeMLText.FindStringSubmatch(body); m != nil {
		body = m[1]
	}
	unescape := strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'")
	var b strings.Builder
	var open []Timex
	at := 0
	for _, tag := range timeMLTag.FindAllStringIndex(body, -1) {
		b.WriteString(unescape.Replace(body[at:tag[0]]))
		at = tag[1]
		switch s := body[tag[0]:tag[1]]; {
		case strings.HasPrefix(s, "<TIMEX3"):
			x := Timex{Span: graph.Span{Start: b.Len()}}
			for _, a := range timeMLAttr.FindAllStringSubmatch(s, -1) {
				switch a[1] {
				case "value":
					x.Value = a[2]
				case "type":
					x.Type = a[2]
				}
			}
			open = append(open, x)
		case s == "</TIMEX3>" && len(open) > 0:
			x := open[len(open)-1]
			open = open[:len(open)-1]
			x.End = b.Len()
			g.Timexes = append(g.Timexes, x)
		}
	}
	b.WriteString(unescape.Replace(body[at:]))
	g.Text = b.String()
	return g, nil
}
