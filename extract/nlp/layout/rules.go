package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// A rule gives block i of a page its role, or none.
type rule struct {
	name string
	role func(p *page, i int) doc.BlockRole
}

// rules in the order in which they are tried; the first that speaks wins. What
// none speaks on is a paragraph.
var rules = []rule{
	{"title", byTitle},
	{"symbols", bySymbols},
	{"markup", byMarkup},
	{"label", byLabel},
	{"phrase", byPhrase},
	{"date", byDate},
	{"place", byPlace},
	{"table", byTable},
	{"byline", byByline},
	{"contact", byContact},
	{"navigation", byNavigation},
	{"credit", byCredit},
	{"fragment", byFragment},
	{"list", byList},
	{"heading", byHeading},
}

// classify gives each block its role.
func (p *page) classify() {
	for i := range p.blocks {
		for _, r := range rules {
			if p.blocks[i].role != "" {
				break
			}
			p.blocks[i].role = r.role(p, i)
		}
		if p.blocks[i].role == "" {
			p.blocks[i].role = doc.Paragraph
		}
	}
	p.sections()
	p.headline()
	p.links()
	p.rescue()
}

// byTitle: the block says the title of the article.
func byTitle(p *page, i int) doc.BlockRole {
	b := p.blocks[i]
	if p.title == "" || p.titled || b.norm == "" || b.look.words > maxHeading || byContact(p, i) == doc.Boilerplate {
		return ""
	}
	rest, ok := strings.CutPrefix(p.title, b.norm)
	if ok && (rest == "" || b.look.words >= 4 && !letterOrDigit(rune(strings.TrimLeft(rest, " ")[0]))) {
		p.titled = true
		return doc.Headline
	}
	return ""
}

// bySymbols: there is nothing to read.
func bySymbols(p *page, i int) doc.BlockRole {
	if !p.blocks[i].look.letters {
		return doc.Boilerplate
	}
	return ""
}

// byMarkup: a heading, picture or template as wikis and Markdown write them.
func byMarkup(p *page, i int) doc.BlockRole {
	text := p.text[p.blocks[i].Start:p.blocks[i].End]
	switch {
	case strings.HasPrefix(text, "==") && strings.HasSuffix(text, "=="):
		return doc.Subhead
	case strings.HasPrefix(text, "#") && strings.HasPrefix(strings.TrimLeft(text, "#"), " ") && p.blocks[i].look.words <= maxHeading:
		return doc.Subhead
	case strings.HasPrefix(text, "[[Category:"), strings.HasPrefix(text, "{{"), strings.HasPrefix(text, "{|"), strings.HasPrefix(text, "<!--"):
		return doc.Boilerplate
	case strings.HasPrefix(text, "[[File:"), strings.HasPrefix(text, "[[Image:"), strings.HasPrefix(text, "!["):
		return doc.Caption
	}
	return ""
}

// byPhrase: the block is, begins with or holds a fixed phrase. Somebody's words
// in quotation marks are none, nor is a sentence that only begins like one.
func byPhrase(p *page, i int) doc.BlockRole {
	b := p.blocks[i]
	if role, ok := phrases.line[b.norm]; ok {
		return role
	}
	if strings.ContainsRune("\"“'‘", b.look.begins) {
		return ""
	}
	if followsOn(b.norm) && b.look.words <= 12 {
		return doc.Boilerplate
	}
	if ph, ok := phrases.begins(b.norm, b.look.words); ok && (ph.words == 0 || ph.role != doc.Boilerplate || !declares(b.norm, p.text[b.Start:b.End])) {
		return ph.role
	}
	if role, ok := phrases.contains(b.norm, b.look.words); ok {
		return role
	}
	return ""
}

// followsOn reports whether a block asks to follow somebody on a network: "Follow
// Jane Doe on Twitter."
func followsOn(norm string) bool {
	if !strings.HasPrefix(norm, "follow ") {
		return false
	}
	_, network, ok := strings.Cut(norm, " on ")
	for _, n := range []string{"twitter", "facebook", "instagram", "telegram", "linkedin", "threads", "mastodon", "bluesky", "youtube", "x.", "whatsapp"} {
		if ok && strings.HasPrefix(network, n) {
			return true
		}
	}
	return false
}

// byNavigation: short names between signs, as in "Home > News > World".
func byNavigation(p *page, i int) doc.BlockRole {
	b := p.blocks[i]
	if b.look.words > 40 || b.look.stopped {
		return ""
	}
	text := p.text[b.Start:b.End]
	for _, sign := range []string{"|", ">", "›", "»", "•", "·", " / ", "→"} {
		n := strings.Count(text, sign)
		if n >= 2 && b.look.words <= 3*(n+1) && b.look.lower <= b.look.capital {
			return doc.Boilerplate
		}
	}
	return ""
}

// byContact: an address to write to, a number to call, a link to follow.
func byContact(p *page, i int) doc.BlockRole {
	b := p.blocks[i]
	if b.look.words > 15 || b.look.stopped && b.look.words > 6 {
		return ""
	}
	text := p.text[b.Start:b.End]
	for _, sign := range []string{"http://", "https://", "www.", "pic.twitter.com/", "t.me/"} {
		if strings.Contains(text, sign) {
			return doc.Boilerplate
		}
	}
	for w := range strings.FieldsSeq(text) {
		if at := strings.IndexByte(w, '@'); at > 0 && strings.IndexByte(w[at:], '.') > 0 && w[at-1] != '(' {
			return doc.Boilerplate
		}
	}
	return ""
}

// byFragment: a stopped piece of a sentence that begins in small letters among
// paragraphs that do not is the text to a picture.
func byFragment(p *page, i int) doc.BlockRole {
	b := p.blocks[i]
	if b.look.lower == 0 || !b.look.stopped || b.look.words > 15 || b.look.inside || !isSmall(b.look.begins) {
		return ""
	}
	for _, o := range p.blocks[max(0, i-3):min(len(p.blocks), i+4)] {
		if o.Start != b.Start && isSmall(o.look.begins) {
			return ""
		}
	}
	return doc.Caption
}

func isSmall(r rune) bool { return 'a' <= r && r <= 'z' }

// byList: the block begins with a bullet or a number.
func byList(p *page, i int) doc.BlockRole {
	b := p.blocks[i]
	n := marker(p.text[b.Start:b.End])
	if n == 0 {
		return ""
	}
	short := b.look.stopped && b.look.words <= 6 && b.look.lower == 0 && !b.look.inside
	if isDigit(p.text[b.Start]) && (short || p.heading(i)) && !p.listed(i+1) && !p.listed(i-1) {
		return doc.Subhead // "2. Methods"
	}
	return doc.List
}

// listed reports whether block i is an item of a list.
func (p *page) listed(i int) bool {
	return i >= 0 && i < len(p.blocks) && marker(p.text[p.blocks[i].Start:p.blocks[i].End]) > 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// marker is the length of the bullet or number that an item of a list begins
// with, the blank after it included; 0 when there is none.
func marker(text string) int {
	r, n := utf8.DecodeRuneInString(text)
	switch {
	case strings.ContainsRune("•‣▪●○◦■□◆►▶➢→✓✔·*-–—.", r): // a stop is a bullet that lost its shape
	case '0' <= r && r <= '9' || r == '(':
		n = numberMarker(text)
	default:
		return 0
	}
	if n == 0 || n >= len(text) {
		return 0
	}
	if text[n] == ' ' || text[n] == '\t' {
		return n + 1
	}
	if r > 0x2022 || r == '•' || r == '·' && n < len(text) {
		return n // a bullet needs no blank
	}
	return 0
}

// numberMarker is the length of "1.", "12)", "(3)", "(a)" and "2.1." at the
// beginning of text, 0 when there is none.
func numberMarker(text string) int {
	i := 0
	open := text[0] == '('
	if open {
		i = 1
		if len(text) > 2 && 'a' <= text[1] && text[1] <= 'z' && text[2] == ')' {
			return 3
		}
	}
	digits := 0
	for i < len(text) && (isDigit(text[i]) || text[i] == '.' && digits > 0 && i+1 < len(text) && isDigit(text[i+1])) {
		i++
		digits++
	}
	if digits == 0 || digits > 6 || i >= len(text) {
		return 0
	}
	if text[i] == ')' || text[i] == '.' && !open {
		return i + 1
	}
	return 0
}
