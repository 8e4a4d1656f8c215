// Package extract says how an article is read: an [Extractor] makes a
// [graph.Subgraph] of it. The packages below it are the readers and what they
// stand on; they never import each other.
package extract

import (
	"context"

	"github.com/claimline/claimline/graph"
)

// An Extractor reads an article. It is safe for concurrent use, and the same
// article gives the same subgraph, byte for byte.
type Extractor interface {
	// Name is what evidence names as its extractor: a name and a version.
	Name() string
	// Extract returns a subgraph that passes Validate: the article itself and
	// what the extractor read from it, each with evidence. An article in
	// which it finds nothing is no error.
	Extract(ctx context.Context, article graph.Article) (*graph.Subgraph, error)
}
