package layout

import (
	"strings"

	"github.com/claimline/claimline/extract/nlp/doc"
)

// byTable: a row of a table that was pasted as text. Its cells stand between bars,
// tabs or wide gaps; a row of two cells needs a figure in the second, or a row
// above or below that has one.
func byTable(p *page, i int) doc.BlockRole {
	switch n, figure := p.row(i); {
	case n >= 3, n == 2 && figure:
		return doc.Boilerplate
	case n == 2:
		if _, above := p.row(i - 1); above {
			return doc.Boilerplate
		}
		if _, below := p.row(i + 1); below {
			return doc.Boilerplate
		}
	}
	return ""
}

// longestRow is the most words that a row of a table has.
const longestRow = 40

// row counts the cells of block i, and reports whether the last is a figure.
func (p *page) row(i int) (cells int, figure bool) {
	if i < 0 || i >= len(p.blocks) || p.blocks[i].look.words > longestRow || p.blocks[i].look.inside || p.blocks[i].look.stopped {
		return 0, false
	}
	text := p.text[p.blocks[i].Start:p.blocks[i].End]
	last := ""
	for cell := range strings.SplitSeq(text[marker(text):], "\t") {
		for cell := range strings.SplitSeq(cell, "  ") {
			if cell = strings.Trim(cell, " |"); cell != "" {
				cells, last = cells+1, cell
			}
		}
	}
	if strings.HasPrefix(text, "|") && strings.HasSuffix(text, "|") {
		cells = max(cells, strings.Count(text, "|")-1)
	}
	return cells, strings.Trim(last, "0123456789.,%+-–−$€£() ") == "" && strings.ContainsAny(last, "0123456789")
}
