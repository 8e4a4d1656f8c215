// Package nlp is the offline extractor: English text in, a [graph.Subgraph]
// out, with no network, clock or randomness on the way. It is an ordered list
// of stages over one [doc.Document]; the network of package neural gives tags,
// trees and names, and lexicons and rules over the trees give the rest.
//
// Relative dates count from the article's date. Without one they stay open.
//
// The first stages are a reader of English for any use: [Parse] takes a text and
// gives its sentences, tokens, tags, lemmas, trees and names, with no graph about.
package nlp

import (
	"context"
	"fmt"
	"slices"

	"github.com/claimline/claimline/extract/nlp/casing"
	"github.com/claimline/claimline/extract/nlp/claim"
	"github.com/claimline/claimline/extract/nlp/coref"
	"github.com/claimline/claimline/extract/nlp/doc"
	"github.com/claimline/claimline/extract/nlp/entity"
	"github.com/claimline/claimline/extract/nlp/event"
	"github.com/claimline/claimline/extract/nlp/layout"
	"github.com/claimline/claimline/extract/nlp/lemma"
	"github.com/claimline/claimline/extract/nlp/ner"
	"github.com/claimline/claimline/extract/nlp/parse"
	"github.com/claimline/claimline/extract/nlp/quantity"
	"github.com/claimline/claimline/extract/nlp/quote"
	"github.com/claimline/claimline/extract/nlp/relation"
	"github.com/claimline/claimline/extract/nlp/timex"
	"github.com/claimline/claimline/extract/nlp/tokenize"
	"github.com/claimline/claimline/graph"
)

// name is what evidence names as its extractor. The version rises with every
// change of what is extracted, so that a re-extraction can be told apart.
const name = "nlp/0.1"

// A Stage adds a layer to a document and leaves the others as they are.
type Stage struct {
	Name string
	Adds string // the layer, in the words of package doc
	Run  func(*doc.Document)
}

// Reader is the part of the pipeline that reads the language and nothing more.
var Reader = []Stage{
	{"layout", "blocks and their roles", layout.Run},
	{"tokenize", "sentences and tokens", tokenize.Run},
	{"parse", "tags and trees", parse.Run},
	{"lemma", "lemmas", lemma.Run},
	{"ner", "names", ner.Run},
}

// Stages is the whole pipeline, in order.
var Stages = slices.Concat(Reader, []Stage{
	{"timex", "time expressions", timex.Run},
	{"quantity", "figures", quantity.Run},
	{"entity", "mentions of actors and places", entity.Run},
	{"coref", "chains of mentions", coref.Run},
	{"quote", "quotations", quote.Run},
	{"event", "events", event.Run},
	{"claim", "attributions", claim.Run},
	{"relation", "relations between actors", relation.Run},
})

// Parse reads English text as far as its names: blocks with their roles,
// sentences, tokens with tags, lemmas and heads, and, as the document's Mentions,
// names. All spans count bytes of text, which is kept as it is. Any text may be
// handed in; Notes say where a limit was met.
//
// It is safe for concurrent use. The network is loaded on first use.
func Parse(text string) *doc.Document {
	d := &doc.Document{Text: text}
	for _, stage := range Reader {
		stage.Run(d)
	}
	return d
}

// An Extractor reads English articles. Its zero value is ready for use.
type Extractor struct{}

// Name is the extractor's name and version.
func (Extractor) Name() string { return name }

// Extract reads one article. It fails only when ctx ends.
func (Extractor) Extract(ctx context.Context, article graph.Article) (*graph.Subgraph, error) {
	d, err := Read(ctx, article)
	if err != nil {
		return nil, err
	}
	return subgraph(article, d), nil
}

// Read runs all stages over an article and returns the document they fill. A text
// in capitals is read in the case that it would have in print; the spans are those
// of both.
func Read(ctx context.Context, article graph.Article) (*doc.Document, error) {
	d := &doc.Document{
		Text:      casing.Restore(article.Text),
		Created:   article.Published,
		Title:     article.Title,
		Publisher: article.Publisher,
	}
	if d.Created == nil {
		d.Created = article.Anchor
	}
	for _, stage := range Stages {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("nlp: before %s: %w", stage.Name, err)
		}
		stage.Run(d)
	}
	d.Text = article.Text // what records quote is as it stands, in capitals too
	return d, nil
}
