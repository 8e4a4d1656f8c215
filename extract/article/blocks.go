package article

import (
	"sort"
	"strings"
)

// blocks collects the text that a reader of a page sees, block by block. Runs
// of white space become one blank.
type blocks struct {
	done  []block
	words strings.Builder // of the block being read
	space bool            // white space came after words
	apart string          // what sets the next block apart
}

// A block is a paragraph, an item of a list or the like.
type block struct {
	text   string
	apart  string // a blank line, or within lists and tables a new line: what stands before it
	framed bool   // within a menu or the like
	start  int    // of its text without white space, in that of the page
}

func (b *blocks) add(s string) {
	for _, r := range s {
		switch {
		case isBlank(r):
			b.space = true
			continue
		case isNothing(r):
			continue
		}
		if b.space && b.words.Len() > 0 {
			b.words.WriteByte(' ')
		}
		b.space = false
		b.words.WriteRune(r)
	}
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == '\u00a0' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// isNothing reports whether a reader sees nothing of r: NUL, soft hyphen, zero
// width space and byte order mark.
func isNothing(r rune) bool { return r == 0 || r == '\u00ad' || r == '\u200b' || r == '\ufeff' }

// squeeze drops what is blank or nothing.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if isBlank(r) || isNothing(r) {
			return -1
		}
		return r
	}, s)
}

// end closes the block being read and says what sets the next one apart.
func (b *blocks) end(apart string, framed bool) {
	if b.words.Len() > 0 {
		b.done = append(b.done, block{text: b.words.String(), apart: b.apart, framed: framed})
		b.words.Reset()
		b.apart = apart
	} else if len(apart) > len(b.apart) {
		b.apart = apart
	}
	b.space = false
}

// write joins the blocks that keep selects.
func (b *blocks) write(keep func(i int) bool) string {
	var out strings.Builder
	apart := ""
	for i, x := range b.done {
		if len(x.apart) > len(apart) {
			apart = x.apart
		}
		if !keep(i) {
			apart = "\n\n"
			continue
		}
		if out.Len() > 0 {
			out.WriteString(apart)
		}
		out.WriteString(x.text)
		apart = ""
	}
	return out.String()
}

// text is all visible text, without menus if anything is left then.
func (b *blocks) text() string {
	if main := b.write(func(i int) bool { return !b.done[i].framed }); main != "" {
		return main
	}
	return b.write(func(int) bool { return true })
}

// choose writes the blocks that pieces of text without white space come from.
// What finds the main part of a page joins words across lines, splits and
// repeats; the blocks hold the text as it stands. It is empty when the pieces
// stand elsewhere, such as in a script.
func (b *blocks) choose(pieces []string) string {
	var page strings.Builder
	for i := range b.done {
		b.done[i].start = page.Len()
		page.WriteString(squeeze(b.done[i].text))
	}
	all := page.String()
	chosen := make([]bool, len(b.done))
	at, total, found := 0, 0, 0
	for _, p := range pieces {
		if p == "" {
			continue
		}
		total += len(p)
		start, end := locate(all, p, at)
		if start < 0 {
			continue
		}
		found += len(p)
		at = end
		first := sort.Search(len(b.done), func(i int) bool { return b.done[i].start > start }) - 1
		for i := first; i < len(b.done) && b.done[i].start < end; i++ {
			chosen[i] = true
		}
	}
	if found*2 < total {
		return ""
	}
	return b.write(func(i int) bool { return chosen[i] })
}

// locate finds p in all, from at on or else from the beginning.
func locate(all, p string, at int) (start, end int) {
	if i := strings.Index(all[at:], p); i >= 0 {
		return at + i, at + i + len(p)
	}
	if i := strings.Index(all, p); i >= 0 {
		return i, i + len(p)
	}
	return -1, -1
}
