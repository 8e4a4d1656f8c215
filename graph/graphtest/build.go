package graphtest

import (
	"fmt"
	"strings"

	"github.com/claimline/claimline/graph"
)

// Extractor is what the fixture's evidence names as its maker.
const Extractor = "hand/1"

// A Builder puts a subgraph together by quoting the article: whoever names a
// passage need not count its bytes. It panics on a quote that the text does
// not hold, since a fixture that is wrong has to be mended, not reported.
type Builder struct {
	sub graph.Subgraph
}

// NewBuilder begins the subgraph of one article, whose id it fills.
func NewBuilder(a graph.Article) *Builder {
	a.Identify()
	b := &Builder{}
	b.sub.Add(a)
	return b
}

func (b *Builder) article() graph.Article { return b.sub.Articles[0] }

// Quote is evidence for the first place where the text reads quote.
func (b *Builder) Quote(role graph.EvidenceRole, quote string) graph.Evidence {
	start := strings.Index(b.article().Text, quote)
	if start < 0 || quote == "" {
		panic(fmt.Sprintf("graphtest: %q does not stand in %q", quote, b.article().Title))
	}
	return graph.Evidence{
		Span:  graph.Span{Start: start, End: start + len(quote)},
		Quote: quote, Role: role, Extractor: Extractor, Rule: "hand/" + string(role),
	}
}

// Actor adds an actor that the article mentions with the given words, and
// returns its id.
func (b *Builder) Actor(a graph.Actor, mentions ...string) string {
	a.Collection = b.article().Collection
	a.Identify()
	b.sub.Add(a)
	b.mention(a.ID, mentions)
	return a.ID
}

// Place adds a place that the article mentions with the given words, and
// returns its id.
func (b *Builder) Place(p graph.Place, mentions ...string) string {
	p.Collection = b.article().Collection
	p.Identify()
	b.sub.Add(p)
	b.mention(p.ID, mentions)
	return p.ID
}

func (b *Builder) mention(id string, quotes []string) {
	b.Join(graph.Relationship{Type: graph.Mentions, From: b.article().ID, To: id}, graph.RoleMention, quotes...)
}

// Event adds an event evoked by the word trigger, and returns its id.
func (b *Builder) Event(e graph.Event, trigger string) string {
	e.Collection, e.Article = b.article().Collection, b.article().ID
	e.Evidence = append(e.Evidence, b.Quote(graph.RoleTrigger, trigger))
	e.Identify()
	b.sub.Add(e)
	return e.ID
}

// Claim adds a claim that stands in c.Text, with its chain of sources from the
// outermost to the innermost, and returns its id.
func (b *Builder) Claim(c graph.Claim, chain ...graph.Relationship) string {
	c.Collection, c.Article = b.article().Collection, b.article().ID
	c.Evidence = append(c.Evidence, b.Quote(graph.RoleClaim, c.Text))
	if c.Cue != "" {
		c.Evidence = append(c.Evidence, b.Quote(graph.RoleCue, c.Cue))
	}
	if c.Quantity != nil {
		c.Evidence = append(c.Evidence, b.Quote(graph.RoleQuantity, c.Quantity.Words))
	}
	source := ""
	if len(chain) > 0 {
		source = chain[len(chain)-1].To
	}
	c.Identify(source)
	b.sub.Add(c)
	b.Join(graph.Relationship{Type: graph.ReportedIn, From: c.ID, To: c.Article}, graph.RoleClaim, c.Text)
	for i, hop := range chain {
		hop.Type, hop.From, hop.Hop = graph.AttributedTo, c.ID, i+1
		b.Join(hop, graph.RoleClaim, c.Text)
	}
	return c.ID
}

// Join adds a relationship that rests on the quoted words, or on r.Derived,
// and returns its id.
func (b *Builder) Join(r graph.Relationship, role graph.EvidenceRole, quotes ...string) string {
	r.Collection, r.Article = b.article().Collection, b.article().ID
	for _, q := range quotes {
		r.Evidence = append(r.Evidence, b.Quote(role, q))
	}
	r.Identify()
	b.sub.Add(r)
	return r.ID
}

// Subgraph returns what was built, in the order that Normalize gives it.
func (b *Builder) Subgraph() *graph.Subgraph {
	sub := b.sub
	sub.Normalize()
	if err := sub.Validate(); err != nil {
		panic("graphtest: " + err.Error())
	}
	return &sub
}
