package layout

import (
	"slices"
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// maxHeading is the most words that a headline has.
const maxHeading = 30

// byHeading: a short block without a stop, or a short question, between the
// paragraphs.
func byHeading(p *page, i int) doc.BlockRole {
	if len(p.blocks) > 1 && p.heading(i) {
		return doc.Subhead
	}
	return ""
}

// heading reports whether block i has the form of a heading. The longer it is,
// the more of its words must begin with a capital: a sentence that lost its
// stop is a paragraph.
func (p *page) heading(i int) bool {
	l := p.blocks[i].look
	text := p.text[p.blocks[i].Start:p.blocks[i].End]
	switch {
	case l.words > maxHeading || l.inside:
		return false
	case l.question:
		return l.words <= 8 && !strings.ContainsAny(text, "\"“”")
	case l.stopped:
		return false
	case l.colon:
		return l.words <= 3 && !p.listed(i+1) && !saying[p.blocks[i].norm[strings.LastIndexByte(p.blocks[i].norm, ' ')+1:]]
	case l.words <= 6:
		return !strings.HasSuffix(text, ",") && !quoted(text)
	}
	return titled(l) || p.asks(i)
}

// askWords begin a heading that asks without a question mark: "How the case was
// handled".
var askWords = set("what how why who where when")

// asks reports whether block i is such a heading, between whole sentences.
func (p *page) asks(i int) bool {
	return p.blocks[i].look.words <= 14 && askWords[firstWord(p.blocks[i].norm)] && i > 0 && i+1 < len(p.blocks) &&
		p.blocks[i-1].look.stopped && p.blocks[i+1].look.stopped
}

// saying verbs before a colon introduce the paragraph below them.
var saying = set(`said says told added adds wrote writes asked asks replied replies continued continues stated states tweeted posted
	announced announces explained explains reads read warned noted concluded declared recalled insisted following`)

// quoted reports whether text is somebody's words: it begins and ends with a
// quotation mark, or says who speaks after one.
func quoted(text string) bool {
	return strings.ContainsAny(text[:1], "\"") && strings.Count(text, "\"") > 1 || strings.HasPrefix(text, "“") && strings.Contains(text, "”")
}

// titled reports whether the words of a block are capitalized as in a title:
// all but the small ones.
func titled(l look) bool { return l.plain*10 <= l.words && l.capital*2 >= l.words }

// headline finds the headline unless the title has been found: a block above
// the first prose that has the form of one. Few such blocks are a headline and
// what goes with it; many are a page's navigation, of which the headline is the
// longer line. Other headings above it name a section and the like.
func (p *page) headline() {
	found := p.headlines()
	if p.titled || len(found) == 0 {
		return
	}
	least := 3
	if len(found) > 4 {
		least = 6
	}
	best := found[0]
	for _, i := range found {
		if p.blocks[i].look.words >= least {
			best = i
			break
		}
	}
	for k, i := range found {
		apart := k > 0 && found[k-1] != i-1 || len(found) > 4 // no standfirst
		if apart && p.blocks[i].look.words >= 3 && i+1 < len(p.blocks) && p.blocks[i+1].role == doc.Byline {
			best = i // whoever wrote it stands below
			break
		}
	}
	for _, i := range found {
		if i < best {
			p.blocks[i].role = doc.Boilerplate
		}
	}
	p.blocks[best].role = doc.Headline
}

// headlines lists the blocks above the first prose that may be the headline. When
// no prose is below them, it lists the headings that the text begins with.
func (p *page) headlines() []int {
	var found []int
	for i, b := range p.blocks {
		switch {
		case b.role == doc.Subhead, b.role == doc.Paragraph && headlined(b.look):
			found = append(found, i)
		case b.role == doc.Paragraph, b.role == doc.List && len(found) <= 4:
			return found
		}
	}
	if len(found) < 2 || found[0] != 0 {
		return nil
	}
	n := slices.IndexFunc(found, func(i int) bool { return p.blocks[i].role == doc.Paragraph })
	return found[:max(1, n)]
}

// headlined reports whether a paragraph may be a headline in sentence case.
func headlined(l look) bool {
	return 3 <= l.words && l.words <= 20 && (!l.stopped || l.question) && !l.inside && !l.colon && !isSmall(l.begins)
}

// rescue makes paragraphs of subheads when there is no prose at all: a short
// note without stops is better read than dropped; so is a text without line breaks,
// of which a phrase has made boilerplate. In a text without stops it
// does so with what follows the last paragraph, since it is no heading of anything.
func (p *page) rescue() {
	last, stopped, prose := -1, false, false
	for i, b := range p.blocks {
		prose = prose || b.role.Prose()
		if b.role == doc.Paragraph {
			last, stopped = i, stopped || b.look.stopped
		}
	}
	for i := last + 1; last >= 0 && !stopped && i < len(p.blocks) && p.blocks[i].role == doc.Subhead; i++ {
		if l := p.blocks[i].look; l.words >= 4 && l.plain > 0 {
			p.blocks[i].role = doc.Paragraph
		}
	}
	if prose {
		return
	}
	if len(p.blocks) == 1 && p.blocks[0].look.inside && p.blocks[0].look.words > 20 {
		p.blocks[0].role = doc.Paragraph
	}
	for i, b := range p.blocks {
		if b.role == doc.Subhead && b.look.words >= 4 {
			p.blocks[i].role = doc.Paragraph
		}
	}
}

// sections names what follows a heading such as "Related articles" or
// "Comments", once a third of the prose is past: links up to the next prose,
// comments up to the end.
func (p *page) sections() {
	third := p.proseEnd(3)
	links := false
	for i := range p.blocks {
		b := &p.blocks[i]
		switch {
		case i >= third && comments(b.norm):
			p.silence(i)
			return
		case i >= third && phrases.tail[b.norm]:
			b.role, links = doc.Boilerplate, true
		case p.resumes(i):
			links = false
		case links && b.role != doc.Byline && b.role != doc.Dateline:
			b.role = doc.Boilerplate
		}
	}
}

// comments reports whether the comments of readers follow a block: "Comments",
// "3 responses to …".
func comments(norm string) bool {
	for _, joint := range []string{" to ", " on "} {
		if head, _, ok := strings.Cut(norm, joint); ok && phrases.comments[head] && strings.HasPrefix(head, "# ") {
			return true
		}
	}
	return phrases.comments[norm]
}

// resumes reports whether the article goes on with block i: with a long
// paragraph, or with two that are no teasers between links.
func (p *page) resumes(i int) bool {
	if !p.sentences(i, 8) {
		return false
	}
	return p.sentences(i, 25) || p.sentences(i+1, 8) || i > 0 && p.sentences(i-1, 8)
}

// sentences reports whether block i is a paragraph of whole sentences with more
// than n words.
func (p *page) sentences(i, n int) bool {
	return i < len(p.blocks) && p.blocks[i].role == doc.Paragraph && p.blocks[i].look.stopped && p.blocks[i].look.words > n
}

// linkRun is how many headings in a row have nothing below them: a list of
// links.
const linkRun = 4

// links takes runs of headings for lists of links. Below the article, lines
// without a stop between them are links too.
func (p *page) links() {
	first, prose := 0, p.proseEnd(2)
	for i := 0; i <= len(p.blocks); i++ {
		if i < len(p.blocks) && linklike(p.blocks[i]) {
			continue
		}
		heads := 0
		for _, b := range p.blocks[first:i] {
			if b.role == doc.Subhead {
				heads++
			}
		}
		for j := first; j < i && heads >= linkRun; j++ {
			b := &p.blocks[j]
			if b.role == doc.Subhead && !p.above(j, i) || b.role == doc.Paragraph && first >= prose && heads*2 >= i-first {
				b.role = doc.Boilerplate
			}
		}
		first = i + 1
	}
}

// above reports whether block i is the last heading of a run that ends at end:
// the prose below it is its own.
func (p *page) above(i, end int) bool { return i == end-1 && end < len(p.blocks) }

// linklike reports whether a block may stand among links.
func linklike(b block) bool {
	switch b.role {
	case doc.Subhead, doc.Boilerplate, doc.Byline, doc.Dateline, doc.Caption:
		return true
	}
	return b.role == doc.Paragraph && !b.look.stopped && !b.look.inside && b.look.words <= 20
}

// proseEnd is the index of the block by which more than one nth of the prose is
// past.
func (p *page) proseEnd(n int) int {
	total, past := 0, 0
	for _, b := range p.blocks {
		if isProse(b) {
			total += b.Len()
		}
	}
	for i, b := range p.blocks {
		if past*n > total {
			return i
		}
		if isProse(b) {
			past += b.Len()
		}
	}
	return len(p.blocks)
}

// isProse reports whether a block is likely the article's: whole sentences, or
// one that lost its stop.
func isProse(b block) bool {
	return b.role == doc.Paragraph && (b.look.stopped || b.look.words >= 12)
}

func (p *page) silence(from int) {
	for i := from; i < len(p.blocks); i++ {
		p.blocks[i].role = doc.Boilerplate
	}
}
