package quote

import (
	"strings"
	"testing"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// document makes paragraphs of the lines of text, with words as tokens. A word
// that ends in "ed" or is in verbs is a verb.
func document(text string) *doc.Document {
	d := &doc.Document{Text: text}
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		d.Blocks = append(d.Blocks, doc.Block{Span: graph.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}, Role: doc.Paragraph})
		word := at
		for i := at; i <= at+len(line); i++ {
			if i == at+len(line) || strings.ContainsRune(" \n\"", rune(text[i])) {
				if i > word {
					d.Tokens = append(d.Tokens, token(text, word, i))
				}
				word = i + 1
			}
		}
		at += len(line)
	}
	return d
}

func token(text string, start, end int) doc.Token {
	t := doc.Token{Span: graph.Span{Start: start, End: end}, Text: text[start:end], UPOS: "NOUN"}
	if w := strings.Trim(t.Text, "“”‘’'.,"); strings.HasSuffix(w, "ed") || w == "is" || w == "are" || w == "will" {
		t.UPOS = "VERB"
	}
	return t
}

func TestRun(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // quotes as they stand; "-" before one that is no speech
	}{
		{"curly", "“The road is closed,” she said.", []string{"“The road is closed,”"}},
		{"straight", `"The road is closed," she said. "It reopened twice."`, []string{`"The road is closed,"`, `"It reopened twice."`}},
		{"single", "‘The road is closed,’ she said.", []string{"‘The road is closed,’"}},
		{"straight single", "'The road is closed,' she said.", []string{"'The road is closed,'"}},
		{"apostrophe", "The driver’s road wasn't the farmers' choice.", nil},
		{"straight apostrophe", "The driver's road is the '90s road.", nil},
		{"nested", "“He shouted ‘stop’ and walked on,” she said.", []string{"“He shouted ‘stop’ and walked on,”"}},
		{"scare quote", "The so-called “experts” left.", []string{"-“experts”"}},
		{"title", "The film “Long Road Home” won.", []string{"-“Long Road Home”"}},
		{"nickname", "He is known as “the Fox” there.", []string{"-“the Fox”"}},
		{"paragraphs", "“The road is closed.\n“It will stay closed,” she said.", []string{"“The road is closed.", "“It will stay closed,”"}},
		{"straight paragraphs", "\"The road is closed.\n\"It will stay closed,\" she said.", []string{"\"The road is closed.", "\"It will stay closed,\""}},
		{"empty", "“” and \"\"", []string{"-“”", "-\"\""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := document(tt.text)
			Run(d)
			var got []string
			for _, q := range d.Quotes {
				s := q.Of(d.Text)
				if !q.Speech {
					s = "-" + s
				}
				got = append(got, s)
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}

func TestBoilerplateHasNoQuotes(t *testing.T) {
	d := document("“The road is closed,” she said.")
	d.Blocks[0].Role = doc.Boilerplate
	Run(d)
	if len(d.Quotes) > 0 {
		t.Errorf("found %d quotes in boilerplate", len(d.Quotes))
	}
}
