package ingest

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// A State is how far a job or an item is.
type State string

// The states. Partial is of jobs only, Duplicate of items only.
const (
	Queued    State = "queued"
	Running   State = "running"
	Succeeded State = "succeeded"
	Duplicate State = "duplicate" // the article was there already
	Partial   State = "partial"   // finished, and some items failed
	Failed    State = "failed"
	Cancelled State = "cancelled"
)

// A Job is a batch of articles.
type Job struct {
	ID         string    `json:"id"`
	State      State     `json:"state"`
	Total      int       `json:"total"`
	Done       int       `json:"done"` // items that are finished, in whatever way
	Failed     int       `json:"failed"`
	Duplicates int       `json:"duplicates"`
	Created    time.Time `json:"created"`
	Finished   time.Time `json:"finished,omitzero"`
}

// Over reports whether nothing of the job is left to do.
func (j Job) Over() bool { return j.State != Queued && j.State != Running }

// An ItemStatus is what became of one article.
type ItemStatus struct {
	Name     string `json:"name"`
	State    State  `json:"state"`
	Attempts int    `json:"attempts"`
	Article  string `json:"article,omitempty"`
	Error    string `json:"error,omitempty"`  // of the last attempt
	Errors   string `json:"errors,omitempty"` // of all attempts, a line each
}

const jobColumns = `
	SELECT j.id, j.created, j.finished, j.total,
		COUNT(i.id) FILTER (WHERE i.state NOT IN ('queued', 'running')),
		COUNT(i.id) FILTER (WHERE i.state = 'failed'),
		COUNT(i.id) FILTER (WHERE i.state = 'duplicate'),
		COUNT(i.id) FILTER (WHERE i.state = 'cancelled'),
		COUNT(i.id) FILTER (WHERE i.state = 'running' OR i.attempts > 0)
	FROM ingest_job j LEFT JOIN ingest_item i ON i.job = j.id`

// Job returns a job, or graph.ErrNotFound.
func (q *Queue) Job(ctx context.Context, id string) (Job, error) {
	job, err := scanJob(q.read.QueryRowContext(ctx, jobColumns+` WHERE j.id = ? GROUP BY j.id`, id))
	if err == sql.ErrNoRows {
		return Job{}, notFound(id)
	}
	if err != nil {
		return Job{}, fmt.Errorf("ingest: job %s: %w", id, err)
	}
	return job, nil
}

// Jobs returns up to limit jobs, newest first.
func (q *Queue) Jobs(ctx context.Context, limit int) ([]Job, error) {
	rows, err := q.read.QueryContext(ctx, jobColumns+` GROUP BY j.id ORDER BY j.id DESC LIMIT ?`, limit)
	if err != nil {
		return nil, fmt.Errorf("ingest: jobs: %w", err)
	}
	defer rows.Close()
	var jobs []Job
	for rows.Next() {
		job, err := scanJob(rows)
		if err != nil {
			return nil, fmt.Errorf("ingest: jobs: %w", err)
		}
		jobs = append(jobs, job)
	}
	return jobs, rows.Err()
}

func scanJob(row interface{ Scan(...any) error }) (Job, error) {
	var j Job
	var created int64
	var finished sql.NullInt64
	var cancelled, begun int
	if err := row.Scan(&j.ID, &created, &finished, &j.Total, &j.Done, &j.Failed, &j.Duplicates, &cancelled, &begun); err != nil {
		return j, err
	}
	j.Created = time.UnixMilli(created).UTC()
	if finished.Valid {
		j.Finished = time.UnixMilli(finished.Int64).UTC()
	}
	switch {
	case !finished.Valid && begun == 0:
		j.State = Queued
	case !finished.Valid:
		j.State = Running
	case cancelled > 0:
		j.State = Cancelled
	case j.Failed == j.Total:
		j.State = Failed
	case j.Failed > 0:
		j.State = Partial
	default:
		j.State = Succeeded
	}
	return j, nil
}

// Items returns what became of the articles of a job, in their order.
func (q *Queue) Items(ctx context.Context, job string) ([]ItemStatus, error) {
	rows, err := q.read.QueryContext(ctx, `SELECT name, state, attempts, COALESCE(article, ''), COALESCE(error, ''), errors FROM ingest_item WHERE job = ? ORDER BY id`, job)
	if err != nil {
		return nil, fmt.Errorf("ingest: items of %s: %w", job, err)
	}
	defer rows.Close()
	var items []ItemStatus
	for rows.Next() {
		var i ItemStatus
		if err := rows.Scan(&i.Name, &i.State, &i.Attempts, &i.Article, &i.Error, &i.Errors); err != nil {
			return nil, fmt.Errorf("ingest: items of %s: %w", job, err)
		}
		items = append(items, i)
	}
	return items, rows.Err()
}

// DeadLetter returns the original bytes and metadata of an article that
// failed, by job and place in it.
func (q *Queue) DeadLetter(ctx context.Context, job string, index int) (Item, error) {
	var input []byte
	err := q.read.QueryRowContext(ctx, `
		SELECT input FROM ingest_item i LEFT JOIN ingest_body b ON b.item = i.id
		WHERE job = ? AND state = 'failed' ORDER BY id LIMIT 1 OFFSET ?`, job, index).Scan(&input)
	if err == sql.ErrNoRows || err == nil && input == nil {
		return Item{}, notFound(job)
	}
	if err != nil {
		return Item{}, fmt.Errorf("ingest: dead letter of %s: %w", job, err)
	}
	return decodeItem(input)
}

// Cancel takes what has not begun out of a job. What has begun is finished, but
// not tried again.
func (q *Queue) Cancel(ctx context.Context, id string) (Job, error) {
	return q.change(ctx, id,
		`UPDATE ingest_job SET cancelled = 1 WHERE id = ?1 AND finished IS NULL`,
		`DELETE FROM ingest_body WHERE item IN (SELECT id FROM ingest_item WHERE job = ?1 AND state = 'queued')`,
		`UPDATE ingest_item SET state = 'cancelled' WHERE job = ?1 AND state = 'queued'`)
}

// Retry queues the failed items of a job once more, with all their attempts.
func (q *Queue) Retry(ctx context.Context, id string) (Job, error) {
	return q.change(ctx, id,
		`UPDATE ingest_job SET cancelled = 0 WHERE id = ?1`,
		`UPDATE ingest_item SET state = 'queued', attempts = 0, lost = 0, due = ?2 WHERE job = ?1 AND state = 'failed' AND id IN (SELECT item FROM ingest_body)`)
}

// Prune forgets jobs that finished before a time. Those that left dead letters
// stay. It returns how many went.
func (q *Queue) Prune(ctx context.Context, before time.Time) (int, error) {
	const old = `FROM ingest_job AS j WHERE j.finished < ?1 AND NOT EXISTS (SELECT 1 FROM ingest_item i WHERE i.job = j.id AND i.state = 'failed')`
	var n int64
	err := q.transact(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM ingest_item WHERE job IN (SELECT j.id `+old+`)`, before.UnixMilli()); err != nil {
			return err
		}
		gone, err := tx.ExecContext(ctx, `DELETE `+old, before.UnixMilli())
		if err != nil {
			return err
		}
		n, err = gone.RowsAffected()
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("ingest: prune: %w", err)
	}
	return int(n), nil
}

// change runs statements on a job; ?1 is its id, ?2 the time.
func (q *Queue) change(ctx context.Context, id string, statements ...string) (Job, error) {
	if _, err := q.Job(ctx, id); err != nil {
		return Job{}, err
	}
	now := q.millis()
	err := q.transact(ctx, func(tx *sql.Tx) error {
		for _, s := range statements {
			if _, err := tx.ExecContext(ctx, s, id, now); err != nil {
				return err
			}
		}
		return finish(ctx, tx, id, now)
	})
	if err != nil {
		return Job{}, fmt.Errorf("ingest: job %s: %w", id, err)
	}
	return q.Job(ctx, id)
}

// transact does something in one transaction and wakes those who wait.
func (q *Queue) transact(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := q.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := do(tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	q.changed()
	return nil
}

// Watch sends each state of a job that it sees, the last when the job is over,
// and closes the channel then or when ctx ends. Whoever reads slowly misses
// states in between, never the last.
func (q *Queue) Watch(ctx context.Context, id string) (<-chan Job, error) {
	if _, err := q.Job(ctx, id); err != nil {
		return nil, err
	}
	states := make(chan Job)
	go func() {
		defer close(states)
		// Wait fails when ctx ends or the queue is closed, and both end this.
		_, _ = q.Wait(ctx, id, func(j Job) {
			select {
			case states <- j:
			case <-ctx.Done():
			}
		})
	}()
	return states, nil
}

// Wait returns when a job is over, after calling progress, if that is given,
// with each state it sees.
func (q *Queue) Wait(ctx context.Context, id string, progress func(Job)) (Job, error) {
	for {
		change := q.next()
		job, err := q.Job(ctx, id)
		if err != nil {
			return job, err
		}
		if progress != nil {
			progress(job)
		}
		if job.Over() {
			return job, nil
		}
		select {
		case <-change:
		// Another process may work on the queue.
		case <-time.After(time.Second):
		case <-ctx.Done():
			return job, fmt.Errorf("ingest: wait for %s: %w", id, ctx.Err())
		}
	}
}

// Pending counts what is queued or running.
func (q *Queue) Pending(ctx context.Context) (int, error) {
	var n int
	if err := q.read.QueryRowContext(ctx, `SELECT COUNT(*) FROM ingest_item WHERE state IN ('queued', 'running')`).Scan(&n); err != nil {
		return 0, fmt.Errorf("ingest: pending: %w", err)
	}
	return n, nil
}
