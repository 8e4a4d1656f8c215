package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/extract"
	"github.com/claimline/claimline/extract/article"
	"github.com/claimline/claimline/extract/ingest"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve/layer"
)

// works are the store, the queue in front of it and the reader between them.
type works struct {
	store     graph.Store
	queue     *ingest.Queue
	extractor extract.Extractor
}

func openWorks(ctx context.Context, s settings) (*works, error) {
	queue, err := openQueue(ctx, s)
	if err != nil {
		return nil, err
	}
	store, err := openStore(ctx, s)
	if err != nil {
		return nil, errors.Join(err, queue.Close())
	}
	return &works{store, queue, extractor()}, nil
}

func openQueue(ctx context.Context, s settings) (*ingest.Queue, error) {
	if err := makeData(s); err != nil {
		return nil, err
	}
	return ingest.Open(ctx, queueFile(s))
}

func (w *works) close() error { return errors.Join(w.queue.Close(), w.store.Close()) }

func (w *works) resolver() *layer.Resolver { return &layer.Resolver{Store: w.store} }

func (w *works) worker(n int) *ingest.Worker {
	return &ingest.Worker{Queue: w.queue, Extractor: w.extractor, Store: w.store, Now: time.Now, N: n, Warn: warn}
}

// warn tells what is doubtful about an article, which is kept all the same.
func warn(a graph.Article, doubts []string) {
	for _, d := range doubts {
		fmt.Fprintf(os.Stderr, "claimline: warning: %q: %s\n", cmp.Or(a.Title, a.ID), d)
	}
}

// inbox makes the queue what the API takes articles in through.
type inbox struct{ *works }

// Submit refuses at once a single article that cannot be read; of several, the
// job tells which could not.
func (b inbox) Submit(ctx context.Context, item api.Item) (api.Job, error) {
	var bad *article.Error
	if _, err := article.Parse(queueItem(item).Input()); errors.As(err, &bad) && bad.Code != article.CodeSeveral {
		return api.Job{}, refusal(err)
	}
	job, err := b.queue.Submit(ctx, []ingest.Item{queueItem(item)})
	return jobOf(job), refusal(err)
}

func (b inbox) Ingest(ctx context.Context, item api.Item) (api.Received, error) {
	got, err := b.worker(1).Ingest(ctx, queueItem(item))
	return api.Received{ArticleID: got.Article, Duplicate: got.Duplicate}, refusal(err)
}

func queueItem(item api.Item) ingest.Item {
	return ingest.Item{Name: item.Name, ContentType: item.ContentType, Data: item.Data, Meta: article.Meta{Collection: item.Collection}}
}

// refusal tells what is wrong with an article in the API's words.
func refusal(err error) error {
	var bad *article.Error
	if errors.As(err, &bad) {
		return &api.BadInput{Code: string(bad.Code), Message: bad.Message, Hint: bad.Hint}
	}
	return err
}
