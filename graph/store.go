package graph

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Errors that a store's answers wrap.
var (
	ErrNotFound = errors.New("not found")
	ErrInvalid  = errors.New("invalid")
)

// An UnavailableError says that the engine behind a store cannot be reached,
// where it was looked for and what to do about it.
type UnavailableError struct {
	Address string
	Hint    string
	Err     error
}

func (e *UnavailableError) Error() string {
	return fmt.Sprintf("store at %s cannot be reached: %v; %s", e.Address, e.Err, e.Hint)
}

// Unwrap returns the cause.
func (e *UnavailableError) Unwrap() error { return e.Err }

// A Writer changes the graph.
type Writer interface {
	// Put stores what was read from one article, in place of whatever that
	// article contributed before, in one transaction. It refuses what
	// Subgraph.Validate refuses. At is the time of ingest; a later Put of the
	// same article keeps the first.
	Put(ctx context.Context, sub *Subgraph, at time.Time) error
	// Delete takes an article out with all that only it contributed. What is
	// left is the graph that would be there had it never come. It returns
	// ErrNotFound when there is no such article.
	Delete(ctx context.Context, article string) error
	// PutJudgement stores j; a second time changes nothing.
	PutJudgement(ctx context.Context, j Judgement) error
	// DeleteJudgement undoes PutJudgement, or returns ErrNotFound.
	DeleteJudgement(ctx context.Context, id string) error
}

// A Reader answers questions. Every question is asked within a Scope, and no
// answer holds or counts anything outside it. Finding nothing is no error.
type Reader interface {
	// Node returns one node of any kind with its relationships and the nodes
	// at their other ends, at most NodeFanout of them for each type and
	// direction. It returns ErrNotFound when there is none in the scope.
	Node(ctx context.Context, scope Scope, id string) (Answer, error)
	// Contribution returns all that was read from one article, or ErrNotFound.
	Contribution(ctx context.Context, scope Scope, article string) (Subgraph, error)
	// Articles, Actors, Events and Claims list nodes in the order of SortKey.
	Articles(ctx context.Context, q ArticleQuery) (Answer, error)
	Actors(ctx context.Context, q ActorQuery) (Answer, error)
	Events(ctx context.Context, q EventQuery) (Answer, error)
	Claims(ctx context.Context, q ClaimQuery) (Answer, error)
	// Timeline lists what the clock of q dates: events by when they happened,
	// claims by when they were made, articles by when they were published.
	// What is not dated is not on it.
	Timeline(ctx context.Context, q TimelineQuery) (Answer, error)
	// Dates gives the dates alone of what Timeline lists, in its order, at
	// most MaxCount of them; its page does not matter.
	Dates(ctx context.Context, q TimelineQuery) (Dates, error)
	// Search finds nodes whose names or words hold every term of q.Text, the
	// last as a prefix: nodes named exactly so first, then those whose name
	// begins so, then the rest; then in the order of NodeKinds and SortKey.
	Search(ctx context.Context, q SearchQuery) (Answer, error)
	// Neighbors returns a node with those around it, grouped by the type and
	// direction of what joins them, or ErrNotFound.
	Neighbors(ctx context.Context, q NeighborQuery) (Neighborhood, error)
	// Among returns those of at most MaxAmong nodes that the scope holds, the
	// relationships that join them with each other, and the articles that hold
	// the evidence.
	Among(ctx context.Context, scope Scope, ids []string) (Subgraph, error)
	// Paths says how two nodes are linked, or ErrNotFound when the scope lacks
	// one of them.
	Paths(ctx context.Context, q PathQuery) (Paths, error)
	// Stats counts what is in the scope.
	Stats(ctx context.Context, scope Scope) (Stats, error)
	// Judgements lists all judgements by id.
	Judgements(ctx context.Context) ([]Judgement, error)
	// Each calls f with the kind and canonical form of every record, whatever
	// its collection, in no particular order, until f fails.
	Each(ctx context.Context, f func(kind Kind, canonical []byte) error) error
}

// A Store keeps the graph. It is safe for concurrent use.
type Store interface {
	Reader
	Writer
	LayerReader
	LayerWriter
	// Name says which store it is and where, for people: "sqlite /x/claimline.db".
	Name() string
	// Ping reports whether the store can answer, as an *UnavailableError if not.
	Ping(ctx context.Context) error
	Close() error
}

// Hash returns the state hash of a store and the number of its records.
func Hash(ctx context.Context, r Reader) (StateHash, error) {
	var h StateHash
	err := r.Each(ctx, func(kind Kind, canonical []byte) error {
		h.Add(kind, canonical)
		return nil
	})
	return h, err
}
