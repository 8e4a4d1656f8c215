// Package layout sets the blocks of a news text apart and says what each is
// for, so that no sentence runs from a headline into the first paragraph and
// nothing is read out of a newsletter form.
//
// In goes Document.Text (and its Title, when known); out come Blocks in the
// order of the text. They cover every character but white space, control and
// zero-width characters between blocks: nothing is dropped, boilerplate is
// named as such. A block is a paragraph: lines that were broken at a fixed
// width are joined, and a dateline ("PARIS (AFP) —") or a credit ("(Reporting
// by …)") inside a paragraph becomes a block of its own.
//
// The roles come from a list of rules, tried in order (see rules), over the
// form of a block, the fixed phrases of phrases.tsv and what stands before it.
package layout

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// Run adds Blocks to d.
func Run(d *doc.Document) {
	lines := splitLines(d.Text)
	setDatesApart(d.Text, lines)
	p := page{text: d.Text, title: normalize(d.Title), caps: allCapitals(d.Text)}
	for _, span := range join(d.Text, lines) {
		p.add(span)
	}
	p.classify()
	for _, b := range p.blocks {
		d.Blocks = append(d.Blocks, doc.Block{Span: b.Span, Role: b.role})
	}
}

// A page is a text on its way: its blocks with what the rules look at.
type page struct {
	text   string
	title  string // normalized
	titled bool   // a block with the title has been found
	caps   bool   // the whole text is in capitals
	blocks []block
}

// A block is a doc.Block on its way.
type block struct {
	graph.Span
	role doc.BlockRole // empty until a rule has spoken
	norm string        // see normalize; cut when the block is long
	look look
}

// add appends a paragraph, a dateline or credit in it set apart.
func (p *page) add(s graph.Span) {
	if end := datelineEnd(p.text[s.Start:s.End], p.caps || allCapitals(p.text[s.Start:min(s.End, s.Start+400)])); end > 0 {
		p.append(trim(p.text, graph.Span{Start: s.Start, End: s.Start + end}), doc.Dateline)
		s = trim(p.text, graph.Span{Start: s.Start + end, End: s.End})
	}
	if at := creditStart(p.text[s.Start:s.End]); at > 0 {
		credit := graph.Span{Start: s.Start + at, End: s.End}
		p.append(trim(p.text, graph.Span{Start: s.Start, End: credit.Start}), "")
		p.append(trim(p.text, credit), doc.Byline)
		return
	}
	p.append(s, "")
}

func (p *page) append(s graph.Span, role doc.BlockRole) {
	if s.Len() == 0 {
		return
	}
	text := p.text[s.Start:s.End]
	norm := normalize(text)
	if heading := strings.TrimLeft(text, "#"); strings.HasPrefix(heading, " ") && len(heading) < len(text) {
		norm = normalize(heading) // Markdown; # would stand for a number
	}
	p.blocks = append(p.blocks, block{Span: s, role: role, norm: norm, look: lookAt(text)})
}
