package ingest

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"github.com/claimline/claimline/extract"
	"github.com/claimline/claimline/extract/article"
	"github.com/claimline/claimline/graph"
)

// A Worker takes articles from a queue, reads them and stores what they yield.
type Worker struct {
	Queue     *Queue
	Extractor extract.Extractor
	Store     graph.Store
	Now       func() time.Time
	N         int // articles read at the same time; 0 for one
}

// Result is what became of one article.
type Result struct {
	Article   string
	Duplicate bool // it was there already
}

// A taken item is under a lease.
type taken struct {
	id       int64
	job      string
	token    int64
	attempts int
	input    []byte
}

// Run works until ctx ends, then finishes what it has begun reading and
// returns nil. It returns an error only when the queue itself fails.
func (w *Worker) Run(ctx context.Context) error {
	n := max(1, w.N)
	errs := make([]error, n)
	var wait sync.WaitGroup
	for i := range n {
		wait.Add(1)
		go func() {
			defer wait.Done()
			errs[i] = w.loop(ctx)
		}()
	}
	wait.Wait()
	return errors.Join(errs...)
}

func (w *Worker) loop(ctx context.Context) error {
	for ctx.Err() == nil {
		change := w.Queue.next()
		item, pause, err := w.Queue.take(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			return err
		case item != nil:
			if err := w.process(ctx, *item); err != nil && ctx.Err() == nil {
				return err
			}
			continue
		}
		select {
		case <-change:
		case <-time.After(pause):
		case <-ctx.Done():
		}
	}
	return nil
}

// process reads one item and writes down what became of it.
func (w *Worker) process(ctx context.Context, t taken) error {
	item, err := decodeItem(t.input)
	if err != nil {
		return w.Queue.report(t, outcome{state: Failed, err: err})
	}
	stop := w.Queue.keep(t)
	got, err := w.Ingest(ctx, item)
	stop()
	var down *graph.UnavailableError
	var unreadable *article.Error
	switch {
	case err == nil && got.Duplicate:
		return w.Queue.report(t, outcome{state: Duplicate, article: got.Article})
	case err == nil:
		return w.Queue.report(t, outcome{state: Succeeded, article: got.Article})
	case ctx.Err() != nil:
		// Interrupted: it stays queued and costs no attempt.
		return w.Queue.report(t, outcome{state: Queued, free: true})
	case errors.As(err, &down):
		return w.Queue.report(t, outcome{state: Queued, free: true, err: err, pause: 2 * time.Second})
	case errors.As(err, &unreadable), errors.Is(err, graph.ErrInvalid), errors.As(err, new(*panicError)), t.attempts >= MaxAttempts:
		return w.Queue.report(t, outcome{state: Failed, err: err})
	}
	return w.Queue.report(t, outcome{state: Queued, err: err, pause: time.Duration(t.attempts*t.attempts) * time.Second})
}

// Ingest reads one article and stores what it yields, without the queue. It
// fails with an *article.Error when the article cannot be read.
func (w *Worker) Ingest(ctx context.Context, item Item) (Result, error) {
	a, err := article.Parse(item.Input())
	if err != nil {
		return Result{}, err
	}
	scope := graph.Scope{Collections: []string{a.Collection}}
	_, err = w.Store.Contribution(ctx, scope, a.ID)
	known := err == nil
	if err != nil && !errors.Is(err, graph.ErrNotFound) {
		return Result{}, err
	}
	sub, err := w.extract(ctx, a)
	if err != nil {
		return Result{}, err
	}
	if err := w.Store.Put(ctx, sub, w.Now()); err != nil {
		return Result{}, err
	}
	return Result{Article: a.ID, Duplicate: known}, nil
}

// A panicError is an extractor's panic: a mistake of ours that the same
// article will make again.
type panicError struct {
	value any
	stack string
}

func (e *panicError) Error() string {
	return fmt.Sprintf("ingest: the extractor failed on this article: %v\n%s", e.value, e.stack)
}

func (w *Worker) extract(ctx context.Context, a graph.Article) (sub *graph.Subgraph, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &panicError{r, string(debug.Stack())}
		}
	}()
	return w.Extractor.Extract(ctx, a)
}

func decodeItem(input []byte) (Item, error) {
	var item Item
	if err := json.Unmarshal(input, &item); err != nil {
		return item, fmt.Errorf("ingest: the queued item cannot be read: %w", err)
	}
	return item, nil
}

// take leases the item that is due longest. Without one it returns how long
// to wait at most.
func (q *Queue) take(ctx context.Context) (*taken, time.Duration, error) {
	now := q.millis()
	var t taken
	err := q.db.QueryRowContext(ctx, `
		UPDATE ingest_item SET state = 'running', token = token + 1, attempts = attempts + 1, due = ?1 + ?2
		WHERE id = (SELECT id FROM ingest_item WHERE state IN ('queued', 'running') AND due <= ?1 ORDER BY due, id LIMIT 1)
		RETURNING id, job, token, attempts, input`, now, lease.Milliseconds()).Scan(&t.id, &t.job, &t.token, &t.attempts, &t.input)
	if err == nil {
		return &t, 0, nil
	}
	if err != sql.ErrNoRows {
		return nil, 0, fmt.Errorf("ingest: take: %w", err)
	}
	var due sql.NullInt64
	if err := q.db.QueryRowContext(ctx, `SELECT MIN(due) FROM ingest_item WHERE state IN ('queued', 'running')`).Scan(&due); err != nil {
		return nil, 0, fmt.Errorf("ingest: take: %w", err)
	}
	const longest = 2 * time.Second // another process may have submitted
	if !due.Valid {
		return nil, longest, nil
	}
	return nil, min(longest, max(time.Millisecond, time.Duration(due.Int64-now)*time.Millisecond)), nil
}

// keep renews the lease of t until the returned function is called.
func (q *Queue) keep(t taken) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(lease / 3)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				// Where this fails the lease runs out and another worker does
				// the same work again, which changes nothing.
				_, _ = q.db.ExecContext(ctx, `UPDATE ingest_item SET due = ? WHERE id = ? AND token = ? AND state = 'running'`,
					q.millis()+lease.Milliseconds(), t.id, t.token)
			}
		}
	}()
	return func() {
		cancel()
		<-ended
	}
}

// An outcome is the end of an attempt.
type outcome struct {
	state   State
	article string
	err     error
	free    bool          // the attempt does not count
	pause   time.Duration // before the next
}

// report writes an outcome, unless the lease was lost to another worker.
func (q *Queue) report(t taken, o outcome) error {
	ctx := context.Background() // what is done must be written down, also at the end
	tx, err := q.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("ingest: report: %w", err)
	}
	defer tx.Rollback()
	reason, line, used := sql.NullString{}, "", 1
	if o.err != nil {
		reason, line = sql.NullString{String: o.err.Error(), Valid: true}, o.err.Error()+"\n"
	}
	if o.free {
		used = 0
	}
	_, err = tx.ExecContext(ctx, `
		UPDATE ingest_item SET state = ?1, article = NULLIF(?2, ''), error = ?3, errors = CASE WHEN length(errors) < 20000 THEN errors || ?4 ELSE errors END,
			attempts = attempts - 1 + ?5, due = ?6, input = CASE WHEN ?1 IN ('succeeded', 'duplicate') THEN NULL ELSE input END
		WHERE id = ?7 AND token = ?8 AND state = 'running'`,
		o.state, o.article, reason, line, used, q.millis()+o.pause.Milliseconds(), t.id, t.token)
	if err != nil {
		return fmt.Errorf("ingest: report: %w", err)
	}
	if err := finish(ctx, tx, t.job, q.millis()); err != nil {
		return fmt.Errorf("ingest: report: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("ingest: report: %w", err)
	}
	q.changed()
	return nil
}
