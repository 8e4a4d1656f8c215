package planted

import (
	"context"
	"fmt"
	"time"

	"github.com/claimline/claimline/graph"
)

// A Touched store counts what resolution reads and writes. It is not made for
// more than one resolver at a time.
type Touched struct {
	graph.Store
	Counted Counts
}

// Counts are what refreshes asked of a store, and how long that took.
type Counts struct {
	Read, Written   int // articles, each time
	Largest         int // articles written at once
	Keys, Rows      int // asked for, and who has them
	Members         int
	Findings, Bytes int
	Asking, Putting time.Duration
}

// Contribution counts an article read.
func (t *Touched) Contribution(ctx context.Context, s graph.Scope, article string) (graph.Subgraph, error) {
	defer since(&t.Counted.Asking, time.Now())
	t.Counted.Read++
	return t.Store.Contribution(ctx, s, article)
}

// Keys takes the time.
func (t *Touched) Keys(ctx context.Context, articles []string) (map[string][]string, error) {
	defer since(&t.Counted.Asking, time.Now())
	return t.Store.Keys(ctx, articles)
}

// Sharing counts keys and who has them.
func (t *Touched) Sharing(ctx context.Context, collection string, keys []string, most int) (map[string][]string, error) {
	defer since(&t.Counted.Asking, time.Now())
	t.Counted.Keys += len(keys)
	out, err := t.Store.Sharing(ctx, collection, keys, most)
	for _, articles := range out {
		t.Counted.Rows += len(articles)
	}
	return out, err
}

// PutLayer counts what is written.
func (t *Touched) PutLayer(ctx context.Context, part graph.LayerPart) error {
	defer since(&t.Counted.Putting, time.Now())
	t.Counted.Written += len(part.Articles)
	t.Counted.Largest = max(t.Counted.Largest, len(part.Articles))
	t.Counted.Members += len(part.Members)
	t.Counted.Findings += len(part.Findings)
	for _, f := range part.Findings {
		t.Counted.Bytes += len(f.Body)
	}
	return t.Store.PutLayer(ctx, part)
}

func since(sum *time.Duration, begun time.Time) { *sum += time.Since(begun) }

// For tells what was counted, for each of n articles.
func (c Counts) For(n int) string {
	each := func(x int) float64 { return float64(x) / float64(n) }
	return fmt.Sprintf("read %.1f articles, wrote %.1f (%d at most at once), asked %.0f keys with %.0f rows, %.0f members, %.1f findings of %.0f bytes; %v asking, %v writing",
		each(c.Read), each(c.Written), c.Largest, each(c.Keys), each(c.Rows), each(c.Members), each(c.Findings), each(c.Bytes),
		(c.Asking / time.Duration(n)).Round(time.Microsecond), (c.Putting / time.Duration(n)).Round(time.Microsecond))
}
