package api

import (
	"sort"
	"unicode/utf8"

	"github.com/claimline/claimline/graph"
)

// stride is how many bytes lie between two marks of an offsets index.
const stride = 256

// offsets translates byte offsets of one text into code points and UTF-16
// units. It walks at most stride bytes for each.
type offsets struct {
	text  string
	bytes []int
	runes []int
	units []int
}

func newOffsets(text string) *offsets {
	o := &offsets{text: text}
	runes, units, next := 0, 0, 0
	for i, r := range text {
		if i >= next {
			o.bytes, o.runes, o.units = append(o.bytes, i), append(o.runes, runes), append(o.units, units)
			next = i + stride
		}
		runes++
		units += utf16Len(r)
	}
	return o
}

func utf16Len(r rune) int {
	if r >= 0x10000 {
		return 2
	}
	return 1
}

// at returns the code points and UTF-16 units before byte offset n.
func (o *offsets) at(n int) (runes, units int) {
	mark := sort.SearchInts(o.bytes, n+1) - 1
	if mark < 0 {
		return 0, 0
	}
	runes, units = o.runes[mark], o.units[mark]
	for _, r := range o.text[o.bytes[mark]:n] {
		runes++
		units += utf16Len(r)
	}
	return runes, units
}

// A Selector is a W3C Web Annotation selector, of one of two types.
type Selector struct {
	Type   string `json:"type" enum:"TextQuoteSelector,TextPositionSelector"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
}

// Evidence is a passage that a record rests on. Start and End count code
// points of the article's text, End exclusive.
type Evidence struct {
	ArticleID  string             `json:"article_id"`
	Quote      string             `json:"quote"`
	Role       graph.EvidenceRole `json:"role"`
	Rule       string             `json:"rule"`
	Extractor  string             `json:"extractor"`
	Start      int                `json:"start"`
	End        int                `json:"end"`
	StartByte  int                `json:"start_byte"`
	EndByte    int                `json:"end_byte"`
	StartUTF16 int                `json:"start_utf16"`
	EndUTF16   int                `json:"end_utf16"`
	Selector   []Selector         `json:"selector"`
}

// evidence translates e. Without the article's text, which an answer may leave
// out, only bytes are known and it reports false.
func (o *offsets) evidence(article string, e graph.Evidence) (Evidence, bool) {
	if e.End > len(o.text) || e.Start < 0 || e.Start > e.End {
		return Evidence{}, false
	}
	out := Evidence{ArticleID: article, Quote: e.Quote, Role: e.Role, Rule: e.Rule, Extractor: e.Extractor, StartByte: e.Start, EndByte: e.End}
	out.Start, out.StartUTF16 = o.at(e.Start)
	out.End, out.EndUTF16 = o.at(e.End)
	start, end := out.Start, out.End
	out.Selector = []Selector{
		{Type: "TextQuoteSelector", Exact: e.Quote, Prefix: tail(o.text[:e.Start]), Suffix: head(o.text[e.End:])},
		{Type: "TextPositionSelector", Start: &start, End: &end},
	}
	return out, true
}

// around is how many characters of context a TextQuoteSelector carries.
const around = 32

func head(s string) string {
	n := 0
	for i := range s {
		if n == around {
			return s[:i]
		}
		n++
	}
	return s
}

func tail(s string) string {
	i := len(s)
	for n := 0; n < around && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}
