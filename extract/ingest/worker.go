package ingest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
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
	Now       func() time.Time // when an article came in; nil for time.Now
	N         int              // articles read at the same time; 0 for one
	// Warn is told what is doubtful about an article that was stored all the
	// same; nil when nobody wants to know. It is called from several goroutines.
	Warn func(a graph.Article, doubts []string)

	down  atomic.Bool // the store could not be reached the last time
	alone sync.RWMutex
	only  sync.Map // article id → chan struct{}, while the article is in work
}

// Result is what became of one article.
type Result struct {
	Article   string
	Duplicate bool // it was there already
}

// Run works until ctx ends, then finishes what it has begun reading and
// returns nil. It returns an error only when the queue itself fails.
func (w *Worker) Run(ctx context.Context) error {
	if _, err := w.Queue.Prune(ctx, w.Queue.now().Add(-Retention)); err != nil && ctx.Err() == nil {
		return err
	}
	n := max(1, w.N)
	errs := make([]error, n)
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { errs[i] = w.loop(ctx) })
	}
	wait.Wait()
	return errors.Join(errs...)
}

func (w *Worker) loop(ctx context.Context) error {
	for ctx.Err() == nil {
		if w.down.Load() {
			w.reach(ctx)
			continue
		}
		change := w.Queue.next()
		item, pause, err := w.Queue.take(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			return err
		case item != nil:
			if err := w.process(ctx, *item); err != nil {
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

// reach waits until the store can be reached again. Meanwhile nothing is taken
// from the queue, so that a long queue is not tried in vain item by item.
func (w *Worker) reach(ctx context.Context) {
	const longest = 5 * time.Second
	for pause := 100 * time.Millisecond; ctx.Err() == nil; pause = min(longest, 2*pause) {
		if w.Store.Ping(ctx) == nil {
			w.down.Store(false)
			return
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
		}
	}
}

// process reads one item and writes down what became of it. It fails only when
// that cannot be written.
func (w *Worker) process(ctx context.Context, t taken) error {
	if t.lost >= MaxDeaths {
		return w.Queue.report(t, outcome{state: Failed, err: fmt.Errorf("ingest: the process died in %d of %d attempts to read this article", t.lost, t.attempts-1)})
	}
	item, err := decodeItem(t.input)
	if err != nil {
		return w.Queue.report(t, outcome{state: Failed, err: err})
	}
	// Whatever keeps killing the process runs by itself, so that it takes no
	// other with it into the dead letters.
	if t.lost > 1 {
		w.alone.Lock()
		defer w.alone.Unlock()
	} else {
		w.alone.RLock()
		defer w.alone.RUnlock()
	}
	stop := w.Queue.keep(t)
	got, err := w.read(ctx, item, t.article, func(id string) error { return w.Queue.about(ctx, t, id) })
	stop()
	return w.Queue.report(t, w.outcome(ctx, t, got, err))
}

// outcome says what the end of an attempt means for the item.
func (w *Worker) outcome(ctx context.Context, t taken, got Result, err error) outcome {
	var down *graph.UnavailableError
	var unreadable *article.Error
	var panicked *panicError
	tried := t.attempts - t.lost
	switch {
	case err == nil && got.Duplicate:
		return outcome{state: Duplicate, article: got.Article}
	case err == nil:
		return outcome{state: Succeeded, article: got.Article}
	case ctx.Err() != nil:
		// Interrupted: it stays queued and costs no attempt.
		return outcome{state: Queued, free: true}
	case errors.As(err, &down):
		w.down.Store(true)
		return outcome{state: Queued, free: true, err: err, pause: 100 * time.Millisecond}
	case errors.As(err, &unreadable), errors.Is(err, graph.ErrInvalid), errors.As(err, &panicked), tried >= MaxAttempts:
		return outcome{state: Failed, err: err}
	}
	return outcome{state: Queued, err: err, pause: time.Duration(tried*tried) * time.Second}
}

// Ingest reads one article and stores what it yields, without the queue. It
// fails with an *article.Error when the article cannot be read.
func (w *Worker) Ingest(ctx context.Context, item Item) (Result, error) {
	return w.read(ctx, item, "", func(string) error { return nil })
}

// read does the work. Before names the article that an earlier attempt went to
// store, if one got so far; about is told the article right before it is
// stored, empty for a duplicate, and can still stop that.
func (w *Worker) read(ctx context.Context, item Item, before string, about func(string) error) (result Result, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &panicError{r, string(debug.Stack())}
		}
	}()
	a, err := article.Parse(item.Input())
	if err != nil {
		return Result{}, err
	}
	leave, err := w.enter(ctx, a.ID)
	if err != nil {
		return Result{}, err
	}
	defer leave()
	known, err := w.known(ctx, a)
	if err != nil {
		return Result{}, err
	}
	sub, err := w.Extractor.Extract(ctx, a)
	if err != nil {
		return Result{}, err
	}
	result = Result{Article: a.ID, Duplicate: known && before != a.ID}
	note := a.ID
	if result.Duplicate {
		note = ""
	}
	if err := about(note); err != nil {
		return Result{}, err
	}
	if err := w.Store.Put(ctx, sub, w.now()); err != nil {
		return Result{}, err
	}
	if doubts := sub.Articles[0].Doubts(w.now()); w.Warn != nil && len(doubts) > 0 {
		w.Warn(a, doubts)
	}
	return result, nil
}

// enter waits until nobody else of this worker is at the same article: the
// second must find what the first stored.
func (w *Worker) enter(ctx context.Context, id string) (leave func(), err error) {
	mine := make(chan struct{})
	for {
		other, busy := w.only.LoadOrStore(id, mine)
		if !busy {
			return func() {
				w.only.Delete(id)
				close(mine)
			}, nil
		}
		select {
		case <-other.(chan struct{}):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

func (w *Worker) known(ctx context.Context, a graph.Article) (bool, error) {
	_, err := w.Store.Contribution(ctx, graph.Scope{Collections: []string{a.Collection}}, a.ID)
	if errors.Is(err, graph.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

func (w *Worker) now() time.Time {
	if w.Now == nil {
		return time.Now()
	}
	return w.Now()
}

// A panicError is a panic while reading: a mistake of ours that the same
// article will make again.
type panicError struct {
	value any
	stack string
}

func (e *panicError) Error() string {
	return fmt.Sprintf("ingest: reading this article panicked: %v", e.value)
}

// account is what the errors of an item keep of err: a panic with its stack.
func account(err error) string {
	var p *panicError
	if errors.As(err, &p) {
		return err.Error() + "\n" + p.stack
	}
	return err.Error()
}

func decodeItem(input []byte) (Item, error) {
	var item Item
	if err := json.Unmarshal(input, &item); err != nil {
		return item, fmt.Errorf("ingest: the queued item cannot be read: %w", err)
	}
	return item, nil
}
