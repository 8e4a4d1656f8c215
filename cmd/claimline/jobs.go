package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/extract/ingest"
)

func newJobs() *cobra.Command {
	var limit int
	c := &cobra.Command{
		Use:   "jobs [ID]",
		Short: "List what was queued, or what became of each article of a job",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("jobs takes one id at most")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			s, err := load(c)
			if err != nil {
				return err
			}
			q, err := openQueue(c.Context(), s)
			if err != nil {
				return err
			}
			defer q.Close()
			if len(args) == 1 {
				return oneJob(c, s, q, args[0])
			}
			return allJobs(c, s, q, limit)
		},
	}
	c.Flags().IntVar(&limit, "limit", 20, "how many to show")
	return c
}

func allJobs(c *cobra.Command, s settings, q *ingest.Queue, limit int) error {
	jobs, err := q.Jobs(c.Context(), limit)
	if err != nil {
		return err
	}
	if s.JSON {
		return printJSON(c.OutOrStdout(), append([]ingest.Job{}, jobs...))
	}
	for _, j := range jobs {
		printf(c, "%s  %-9s  %d of %d done, %d failed  %s\n", j.ID, j.State, j.Done, j.Total, j.Failed, j.Created.Format(time.RFC3339))
	}
	if len(jobs) == 0 {
		printf(c, "Nothing was queued yet.\n")
	}
	return nil
}

func oneJob(c *cobra.Command, s settings, q *ingest.Queue, id string) error {
	if _, err := q.Job(c.Context(), id); err != nil {
		return err
	}
	items, err := q.Items(c.Context(), id)
	if err != nil {
		return err
	}
	if s.JSON {
		return printJSON(c.OutOrStdout(), items)
	}
	for _, i := range items {
		printf(c, "%-10s %s %s\n", i.State, i.Name, i.Article)
		if i.Error != "" {
			printf(c, "           after %d attempts: %s\n", i.Attempts, i.Error)
		}
	}
	return nil
}

// Job, Jobs, Cancel and Retry make inbox whole.

func (b inbox) Job(ctx context.Context, id string) (api.Job, error) {
	job, err := b.queue.Job(ctx, id)
	return b.withItems(ctx, job, err)
}

func (b inbox) Watch(ctx context.Context, id string) (<-chan api.Job, error) {
	states, err := b.queue.Watch(ctx, id)
	if err != nil {
		return nil, refusal(err)
	}
	out := make(chan api.Job)
	go func() {
		defer close(out)
		for j := range states {
			select {
			case out <- jobOf(j):
			case <-ctx.Done():
				return
			}
		}
	}()
	return out, nil
}

func (b inbox) Cancel(ctx context.Context, id string) (api.Job, error) {
	job, err := b.queue.Cancel(ctx, id)
	return b.withItems(ctx, job, err)
}

func (b inbox) Retry(ctx context.Context, id string) (api.Job, error) {
	job, err := b.queue.Retry(ctx, id)
	return b.withItems(ctx, job, err)
}

func (b inbox) Jobs(ctx context.Context, limit int) ([]api.Job, error) {
	jobs, err := b.queue.Jobs(ctx, limit)
	var out []api.Job
	for _, j := range jobs {
		out = append(out, jobOf(j))
	}
	return out, err
}

func (b inbox) withItems(ctx context.Context, job ingest.Job, err error) (api.Job, error) {
	if err != nil {
		return api.Job{}, err
	}
	items, err := b.queue.Items(ctx, job.ID)
	out := jobOf(job)
	for _, i := range items {
		out.Items = append(out.Items, api.JobItem{Name: i.Name, State: string(i.State), ArticleID: i.Article, Attempts: i.Attempts, Error: i.Error})
	}
	return out, err
}

func jobOf(j ingest.Job) api.Job {
	out := api.Job{ID: j.ID, State: string(j.State), Total: j.Total, Done: j.Done, Failed: j.Failed, Duplicates: j.Duplicates, Created: j.Created}
	if !j.Finished.IsZero() {
		out.Finished = &j.Finished
	}
	return out
}
