package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"github.com/claimline/claimline/extract/article"
	"github.com/claimline/claimline/extract/ingest"
)

func newIngest() *cobra.Command {
	return &cobra.Command{
		Use:   "ingest FILE|DIR|-...",
		Short: "Read articles into the store",
		Long: `Ingest reads plain text, HTML, JSON and NDJSON files, folders of them, and
standard input (-). NAME.meta.json beside NAME.txt gives title, publisher and
date. Reading an article again changes nothing. What was interrupted goes on
with the next ingest or serve.`,
		Example: "  claimline ingest articles/\n  cat article.txt | claimline ingest -",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("ingest needs a file or folder to read; - reads standard input")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			s, err := load(c)
			if err != nil {
				return err
			}
			queue, err := openQueue(c.Context(), s)
			if err != nil {
				return err
			}
			defer queue.Close()
			return ingestAll(c, s, queue, args)
		},
	}
}

// chunk is how many files one job holds.
const chunk = 100

// A refused file could not even be queued.
type refused struct {
	Name  string `json:"name"`
	Error string `json:"error"`
}

// submit queues the files at paths as jobs of a chunk each, so that no more
// than a chunk is held in memory.
func submit(ctx context.Context, s settings, queue *ingest.Queue, paths []string, failed *[]refused) ([]ingest.Job, error) {
	var jobs []ingest.Job
	for part := range slices.Chunk(paths, chunk) {
		var items []ingest.Item
		for _, path := range part {
			in, _, err := readInput(path, s.Charset)
			if err != nil {
				*failed = append(*failed, refused{path, err.Error()})
				continue
			}
			if in.Meta.Collection == "" && len(s.Collection) == 1 {
				in.Meta.Collection = s.Collection[0]
			}
			items = append(items, ingest.Item{Name: path, Charset: in.Charset, Data: in.Data, Meta: in.Meta})
		}
		if len(items) == 0 {
			continue
		}
		job, err := queue.Submit(ctx, items)
		var bad *article.Error
		if errors.As(err, &bad) { // only ever of a single item
			*failed = append(*failed, refused{items[0].Name, bad.Error()})
			continue
		}
		if err != nil {
			return jobs, err
		}
		jobs = append(jobs, job)
	}
	return jobs, nil
}

// readable are the endings of files that a folder is searched for.
var readable = []string{".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".json", ".ndjson", ".jsonl", ".gz"}

func expand(args []string, failed *[]refused) []string {
	var paths []string
	for _, arg := range withoutSidecars(args) {
		info, err := os.Stat(arg)
		if arg == "-" || err != nil || !info.IsDir() {
			paths = append(paths, arg) // an error is told when it is read
			continue
		}
		before := len(paths) + len(*failed)
		err = filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				*failed = append(*failed, refused{path, err.Error()})
				return nil
			}
			if !d.IsDir() && !strings.HasSuffix(path, ".meta.json") && slices.Contains(readable, strings.ToLower(filepath.Ext(path))) {
				paths = append(paths, path)
			}
			return nil
		})
		if err != nil {
			*failed = append(*failed, refused{arg, err.Error()})
		}
		if len(paths)+len(*failed) == before {
			*failed = append(*failed, refused{arg, "no articles in this folder; they end in " + strings.Join(readable, " ")})
		}
	}
	return paths
}

// A summary is what ingest tells at the end.
type summary struct {
	Articles   int       `json:"articles"`
	Duplicates int       `json:"duplicates"`
	Failed     []refused `json:"failed"`
}

// ingestAll queues the files, works until they and whatever was queued before
// are done, and tells what became of them. The store is opened last: without
// it the articles are safe in the queue.
func ingestAll(c *cobra.Command, s settings, queue *ingest.Queue, args []string) error {
	ctx := c.Context()
	sum := summary{Failed: []refused{}}
	jobs, err := submit(ctx, s, queue, expand(args, &sum.Failed), &sum.Failed)
	if err != nil {
		return err
	}
	store, err := openStore(ctx, s)
	if err != nil {
		return stayQueued(ctx, s, queue, err)
	}
	defer store.Close()
	if err := drain(ctx, s, &works{store, queue, extractor()}); err != nil {
		return err
	}
	for _, job := range jobs {
		statuses, err := queue.Items(ctx, job.ID)
		if err != nil {
			return err
		}
		sum.add(statuses)
	}
	return sum.tell(c, s)
}

func (sum *summary) add(statuses []ingest.ItemStatus) {
	for _, i := range statuses {
		switch i.State {
		case ingest.Succeeded:
			sum.Articles++
		case ingest.Duplicate:
			sum.Duplicates++
		default:
			sum.Failed = append(sum.Failed, refused{i.Name, i.Error})
		}
	}
}

func (sum *summary) tell(c *cobra.Command, s settings) error {
	if s.JSON {
		if err := printJSON(c.OutOrStdout(), sum); err != nil {
			return err
		}
	} else {
		printf(c, "%d articles read, %d were there already, %d failed\n", sum.Articles, sum.Duplicates, len(sum.Failed))
		for _, f := range sum.Failed {
			fmt.Fprintf(os.Stderr, "  %s: %s\n", f.Name, f.Error)
		}
	}
	switch {
	case len(sum.Failed) == 0:
		return nil
	case sum.Articles+sum.Duplicates == 0:
		return &exitError{exitFailure, nil}
	}
	return &exitError{exitPartial, nil}
}

// drain works until nothing is queued. A store that is down ends it, and
// leaves what is queued for the next time.
func drain(ctx context.Context, s settings, w *works) error {
	if err := w.store.Ping(ctx); err != nil {
		return stayQueued(ctx, s, w.queue, err)
	}
	total, err := w.queue.Pending(ctx)
	if err != nil {
		return err
	}
	working, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	go func() {
		defer stop() // a worker that fails ends the wait too
		ended <- w.worker(s.Workers).Run(working)
	}()
	waited := watch(working, s, w, newProgress("reading", "read", total))
	stop()
	if err := <-ended; err != nil {
		return err
	}
	if waited != nil {
		return waited
	}
	return w.resolver().Refresh(ctx)
}

// stayQueued adds to the error of a store what becomes of the articles.
func stayQueued(ctx context.Context, s settings, queue *ingest.Queue, err error) error {
	left, pending := queue.Pending(ctx)
	if pending != nil || left == 0 {
		return err
	}
	return fmt.Errorf("%w; %d articles stay queued in %s for the next ingest or serve", err, left, s.Data)
}

// watch returns when nothing is queued, or the store is down.
func watch(ctx context.Context, s settings, w *works, step func(left int)) error {
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for n := 1; ; n++ {
		left, err := w.queue.Pending(ctx)
		if err != nil {
			return err
		}
		step(left)
		if left == 0 {
			return nil
		}
		if n%20 == 0 {
			if err := w.store.Ping(ctx); err != nil {
				return stayQueued(ctx, s, w.queue, err)
			}
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// newProgress shows how many articles are left, of which all are done something
// with: a bar on a terminal, else a line every few seconds.
func newProgress(doing, done string, total int) func(left int) {
	if info, err := os.Stderr.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		bar := progressbar.NewOptions(total, progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetDescription(doing),
			progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish(), progressbar.OptionFullWidth())
		return func(left int) { _ = bar.Set(max(0, total-left)) } // a bar that cannot be drawn harms nothing
	}
	last := time.Now()
	return func(left int) {
		if time.Since(last) > 5*time.Second {
			last = time.Now()
			fmt.Fprintf(os.Stderr, "%d of %d articles %s\n", total-left, total, done)
		}
	}
}
