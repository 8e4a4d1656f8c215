// Package tokenize splits the blocks of a document into sentences and tokens.
//
// In goes a document with Blocks (see layout); out come Sentences and Tokens
// with byte spans, texts and SpaceAfter. Tokens are words in the sense of
// Universal Dependencies as the English treebanks EWT and GUM write them:
// clitics are set apart ("do n't", "Iran 's"), hyphenated compounds are split
// ("US - based") save after a prefix that is no word ("anti-government"), an
// abbreviation holds its full stop ("Gen.", "U.S."), an address is one token.
// Blanks, control characters and zero-width characters that stand alone belong
// to no token; every other byte of a block belongs to exactly one.
//
// Sentences end at stops only, and never cross a block. Whether a stop ends
// its sentence is decided by a logistic regression over the characters around
// it (after Palmer and Hearst 1997; Gillick 2009), trained on EWT and GUM: see
// boundaries.tsv. A missing stop is not guessed.
package tokenize

import (
	"fmt"
	"slices"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// maxSentence is the most tokens a sentence may have. A longer one is cut at
// its last punctuation before that, and Notes say so.
const maxSentence = 400

// Run adds Sentences and Tokens to d.
func Run(d *doc.Document) {
	s := newScanner(d.Text)
	cuts := 0
	d.Tokens = slices.Grow(d.Tokens, len(d.Text)/5) // as many as English has
	for b := range d.Blocks {
		s.scan(d.Blocks[b].Start, d.Blocks[b].End)
		for first := 0; first < len(s.pieces); {
			last := s.sentenceEnd(first)
			if last-first > maxSentence {
				last = s.cutAt(first)
				cuts++
			}
			addSentence(d, s.pieces[first:last], b)
			first = last
		}
	}
	if cuts > 0 {
		d.Notes = append(d.Notes, fmt.Sprintf("sentences of more than %d words were cut: %d", maxSentence, cuts))
	}
	if s.cut {
		d.Notes = append(d.Notes, fmt.Sprintf("words longer than %d bytes were cut", maxToken))
	}
}

// cutAt returns where the sentence that begins at piece first is cut: after the
// last punctuation within the limit, in its second half.
func (s *scanner) cutAt(first int) int {
	for i := first + maxSentence; i > first+maxSentence/2; i-- {
		if s.pieces[i-1].kind == mark {
			return i
		}
	}
	return first + maxSentence
}

func addSentence(d *doc.Document, pieces []piece, block int) {
	first := len(d.Tokens)
	for _, p := range pieces {
		if p.kind == detached {
			addToken(d, p.start, p.end-1)
			p.start = p.end - 1
		}
		addToken(d, p.start, p.end)
	}
	d.Sentences = append(d.Sentences, doc.Sentence{
		Span:  graph.Span{Start: pieces[0].start, End: pieces[len(pieces)-1].end},
		First: first, Last: len(d.Tokens), Block: block,
	})
}

func addToken(d *doc.Document, start, end int) {
	d.Tokens = append(d.Tokens, doc.Token{
		Span: graph.Span{Start: start, End: end}, Text: d.Text[start:end],
		Head: doc.None, Sent: len(d.Sentences), SpaceAfter: spaceAt(d.Text, end),
	})
}

// spaceAt reports whether a blank follows at i, zero-width characters skipped.
func spaceAt(text string, i int) bool {
	for i < len(text) {
		c, n := classAt(text, i)
		if c != hidden {
			return c == blank
		}
		i += n
	}
	return false
}
