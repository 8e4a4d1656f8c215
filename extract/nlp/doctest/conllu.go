package doctest

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/graph"
)

// A Gold is an annotated document of a treebank. Its text has a blank line
// between paragraphs and one blank between the other sentences; each paragraph
// is a block. Deps and MISC stand beside Tokens.
type Gold struct {
	doc.Document
	ID      string            // of "# newdoc"
	Meta    map[string]string // the other comments before its first sentence
	SentIDs []string
	Misc    []string // MISC, one for each token
	Feats   []string // FEATS, one for each token
}

// ReadTreebank reads a CoNLL-U file, such as data/ud-ewt/en_ewt-ud-dev.conllu.gz,
// of the shared data (see Shared).
func ReadTreebank(t testing.TB, name string) []*Gold {
	t.Helper()
	text, err := ReadFile(Shared(t, name))
	if err != nil {
		t.Fatalf("doctest: %v", err)
	}
	golds, err := ParseTreebank(text)
	if err != nil {
		t.Fatalf("doctest: %s: %v", name, err)
	}
	return golds
}

// ParseTreebank reads CoNLL-U with "# newdoc", "# newpar" and "# text" lines.
// Empty nodes are left out. A word of a multiword token that is not found in
// the text as it stands ("ca" and "n't" are; "di" and "il" of "del" are not)
// takes the span of the whole multiword token.
func ParseTreebank(text string) ([]*Gold, error) {
	r := treebank{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if err := r.line(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	r.endSentence()
	r.endDocument()
	return r.golds, nil
}

// treebank is the state of reading CoNLL-U.
type treebank struct {
	golds   []*Gold
	gold    *Gold
	text    strings.Builder
	newPar  bool
	sentID  string
	start   int // of the sentence being read, in text
	pos     int // where its next word is sought
	tokens  int // how many words it has
	multi   graph.Span
	lastOf  int // id of the last word of the multiword token
	reading bool
}

func (r *treebank) line(line string) error {
	switch {
	case line == "":
		r.endSentence()
	case strings.HasPrefix(line, "#"):
		r.comment(strings.TrimSpace(line[1:]))
	default:
		return r.word(strings.Split(line, "\t"))
	}
	return nil
}

func (r *treebank) comment(c string) {
	key, value, _ := strings.Cut(c, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	switch {
	case key == "newdoc id" || key == "newdoc":
		r.endDocument()
		r.gold = &Gold{ID: value, Meta: map[string]string{}}
	case strings.HasPrefix(key, "newpar_block"):
	case strings.HasPrefix(key, "newpar"):
		r.newPar = true
	case key == "sent_id":
		r.sentID = value
	case key == "text":
		r.startSentence(value)
	case r.gold != nil && len(r.gold.Sentences) == 0:
		r.gold.Meta[key] = value
	}
}

func (r *treebank) startSentence(text string) {
	if r.gold == nil {
		r.gold = &Gold{Meta: map[string]string{}}
	}
	g := r.gold
	first := r.text.Len() == 0
	switch {
	case first:
	case r.newPar:
		r.text.WriteString("\n\n")
	default:
		r.text.WriteByte(' ')
	}
	r.start, r.pos = r.text.Len(), r.text.Len()
	if first || r.newPar {
		g.Blocks = append(g.Blocks, doc.Block{Span: graph.Span{Start: r.start}, Role: doc.Paragraph})
	}
	r.text.WriteString(text)
	r.newPar, r.reading, r.tokens, r.lastOf = false, true, 0, 0
	end := r.text.Len()
	g.Blocks[len(g.Blocks)-1].End = end
	g.SentIDs = append(g.SentIDs, r.sentID)
	g.Sentences = append(g.Sentences, doc.Sentence{
		Span: graph.Span{Start: r.start, End: end}, First: len(g.Tokens), Last: len(g.Tokens), Block: len(g.Blocks) - 1,
	})
}

func (r *treebank) word(col []string) error {
	if len(col) != 10 || !r.reading {
		return fmt.Errorf("%d columns, after # text: %v", len(col), r.reading)
	}
	if strings.Contains(col[0], ".") {
		return nil // an empty node
	}
	if from, to, ok := strings.Cut(col[0], "-"); ok {
		return r.multiword(from, to, col[1])
	}
	id, err := strconv.Atoi(col[0])
	if err != nil {
		return err
	}
	head, err := strconv.Atoi(col[6])
	if err != nil {
		return err
	}
	span, err := r.find(col[1], id)
	if err != nil {
		return err
	}
	g := r.gold
	sent := len(g.Sentences) - 1
	t := doc.Token{
		Span: span, Text: r.text.String()[span.Start:span.End], Lemma: col[2], UPOS: col[3], XPOS: col[4],
		Head: g.Sentences[sent].First + head - 1, Deprel: col[7], Sent: sent, SpaceAfter: !strings.Contains(col[9], "SpaceAfter=No"),
	}
	if head == 0 {
		t.Head = doc.None
	}
	if id <= r.lastOf {
		t.SpaceAfter = id == r.lastOf && r.spaceAt(span.End)
	}
	g.Tokens = append(g.Tokens, t)
	g.Feats = append(g.Feats, col[5])
	g.Misc = append(g.Misc, col[9])
	g.Sentences[sent].Last = len(g.Tokens)
	r.tokens++
	return nil
}

func (r *treebank) multiword(from, to, form string) error {
	last, err := strconv.Atoi(to)
	if err != nil {
		return err
	}
	if r.multi, err = r.seek(form); err != nil {
		return fmt.Errorf("multiword token %s-%s: %w", from, to, err)
	}
	r.lastOf, r.pos = last, r.multi.Start
	return nil
}

// find is the span of the next word; within a multiword token it is sought in
// there, and failing that it is the whole.
func (r *treebank) find(form string, id int) (graph.Span, error) {
	span, err := r.seek(form)
	switch {
	case id > r.lastOf:
		r.pos = span.End
		return span, err
	case err != nil || span.End > r.multi.End:
		span = r.multi
	default:
		r.pos = span.End
	}
	if id == r.lastOf {
		r.pos = r.multi.End
	}
	return span, nil
}

// seek is the span of a form at r.pos, white space before it skipped.
func (r *treebank) seek(form string) (graph.Span, error) {
	rest := r.text.String()[r.pos:]
	trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if !strings.HasPrefix(trimmed, form) {
		return graph.Span{}, fmt.Errorf("the form %q is not in the text at %q", form, rest[:min(len(rest), 20)])
	}
	at := r.pos + len(rest) - len(trimmed)
	return graph.Span{Start: at, End: at + len(form)}, nil
}

func (r *treebank) spaceAt(at int) bool {
	text := r.text.String()
	return at < len(text) && text[at] == ' '
}

func (r *treebank) endSentence() { r.reading, r.lastOf = false, 0 }

func (r *treebank) endDocument() {
	if r.gold == nil || len(r.gold.Sentences) == 0 {
		return
	}
	r.gold.Text = r.text.String()
	r.golds = append(r.golds, r.gold)
	r.gold, r.newPar, r.sentID = nil, false, ""
	r.text.Reset()
}
