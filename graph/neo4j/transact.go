package neo4j

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/claimline/claimline/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A params map holds what a statement takes, as fields of its one parameter q.
// Neo4j plans a statement anew for other types of parameters, of which null and
// a list of another length are some; one map is always of one type.
type params map[string]any

// A transaction runs statements one after another.
type transaction struct {
	ctx context.Context
	tx  neo4j.ExplicitTransaction
}

// query returns all rows of a statement.
func (t *transaction) query(cypher string, p params) ([]*neo4j.Record, error) {
	result, err := t.tx.Run(t.ctx, cypher, map[string]any{"q": map[string]any(p)})
	if err != nil {
		return nil, err
	}
	return result.Collect(t.ctx)
}

// stream calls f with the rows of a statement as they come.
func (t *transaction) stream(cypher string, p params, f func(*neo4j.Record) error) error {
	result, err := t.tx.Run(t.ctx, cypher, map[string]any{"q": map[string]any(p)})
	if err != nil {
		return err
	}
	for result.Next(t.ctx) {
		if err := f(result.Record()); err != nil {
			return &abort{err}
		}
	}
	return result.Err()
}

// An abort is an error of ours, which no retry mends and which is no
// connection's.
type abort struct{ err error }

func (a *abort) Error() string { return a.err.Error() }
func (a *abort) Unwrap() error { return a.err }

// A job is a piece of work in one transaction.
type job struct {
	what    string // for error messages
	mode    neo4j.AccessMode
	timeout time.Duration // after which the server ends it
	work    func(*transaction) error
	single  bool // work must not run a second time
}

// write runs work in a transaction that may change the graph. Work may run
// several times, the last time perhaps after its own success: when a connection
// breaks during commit, nobody knows whether it took effect. All our writing is
// such that a second time changes nothing.
func (s *Store) write(ctx context.Context, what string, work func(*transaction) error) error {
	return s.transact(ctx, job{what: what, mode: neo4j.AccessModeWrite, timeout: writeTimeout, work: work})
}

// Bounds of retrying.
const (
	maxConflicts = 30 // deadlocks and other passing troubles of the server
	maxBreaks    = 3  // connections that break at work
)

// transact runs a job until it succeeds or there is no point in another try.
func (s *Store) transact(ctx context.Context, j job) error {
	var unreachable time.Time // since when no connection can be had
	conflicts, breaks := 0, 0
	for {
		began := time.Now()
		begun, err := s.once(ctx, j)
		var ours *abort
		switch {
		case err == nil:
			return nil
		case ctx.Err() != nil:
			return fmt.Errorf("neo4j: %s: %w", j.what, ctx.Err())
		case errors.As(err, &ours):
			return fmt.Errorf("neo4j: %s: %w", j.what, ours.err)
		case begun && j.single:
		case conflicting(err) && conflicts < maxConflicts:
			conflicts++
			pause(ctx, time.Duration(1+rand.IntN(10*conflicts))*time.Millisecond)
			continue
		case begun && disconnected(err) && breaks < maxBreaks:
			breaks++
			continue
		case !begun && disconnected(err):
			if unreachable.IsZero() {
				unreachable = began
			}
			if time.Since(unreachable) < patience {
				pause(ctx, patience/4)
				continue
			}
		}
		return s.explain(j.what, err)
	}
}

// once runs a job once. Begun tells whether a transaction was under way.
func (s *Store) once(ctx context.Context, j job) (begun bool, err error) {
	if err := ctx.Err(); err != nil {
		return false, err
	}
	if s.closed.Load() {
		return false, errClosed
	}
	// The server ends what takes too long; should it hang, this does.
	ctx, cancel := context.WithTimeout(ctx, j.timeout+time.Second)
	defer cancel()
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: j.mode, DatabaseName: s.database, BookmarkManager: s.bookmarks})
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(j.timeout))
	if err != nil {
		return false, err
	}
	defer tx.Close(ctx)
	if err := j.work(&transaction{ctx, tx}); err != nil {
		return true, err
	}
	return true, tx.Commit(ctx)
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// A reading is a transaction that answers a question within a scope.
type reading struct {
	*transaction
	scope scope
}

// read runs work in a transaction that changes nothing.
func (s *Store) read(ctx context.Context, what string, work func(*reading) error) error {
	return s.ask(ctx, what, graph.Scope{}, work)
}

// ask is read within a scope.
func (s *Store) ask(ctx context.Context, what string, sc graph.Scope, work func(*reading) error) error {
	return s.transact(ctx, job{what: what, mode: neo4j.AccessModeRead, timeout: readTimeout, work: func(t *transaction) error {
		return work(&reading{t, newScope(sc)})
	}})
}
