package ingest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/google/uuid"
)

// A taken item is under a lease.
type taken struct {
	id       int64
	job      string
	token    int64
	attempts int // this one included
	lost     int // of these, how many ended with their process
	article  string
	input    []byte
}

// errLost says that an item was leased to another worker in the meantime.
var errLost = errors.New("ingest: the lease was lost")

// take leases the item that is due longest. Without one it returns how long
// to wait at most.
func (q *Queue) take(ctx context.Context) (*taken, time.Duration, error) {
	now := q.millis()
	var t taken
	// What is running and due has outlived its lease.
	err := q.db.QueryRowContext(ctx, `
		UPDATE ingest_item SET state = 'running', token = token + 1, attempts = attempts + 1, lost = lost + (state = 'running'), owner = ?3, due = ?1 + ?2
		WHERE id = (SELECT id FROM ingest_item WHERE state IN ('queued', 'running') AND due <= ?1 ORDER BY due, id LIMIT 1)
		RETURNING id, job, token, attempts, lost, COALESCE(article, '')`, now, lease.Milliseconds(), q.owner).
		Scan(&t.id, &t.job, &t.token, &t.attempts, &t.lost, &t.article)
	if err == nil {
		if err := q.db.QueryRowContext(ctx, `SELECT input FROM ingest_body WHERE item = ?`, t.id).Scan(&t.input); err != nil && err != sql.ErrNoRows {
			return nil, 0, fmt.Errorf("ingest: take: %w", err)
		}
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

// about is called right before an article is stored: it fails with errLost
// when the item is no longer this worker's, and notes which article it is, so
// that an attempt after a crash knows its own traces from a duplicate's. The
// note of a duplicate is empty.
func (q *Queue) about(ctx context.Context, t taken, article string) error {
	result, err := q.db.ExecContext(ctx, `UPDATE ingest_item SET article = COALESCE(NULLIF(?, ''), article) WHERE id = ? AND token = ? AND state = 'running'`,
		article, t.id, t.token)
	if err != nil {
		return fmt.Errorf("ingest: lease: %w", err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(errLost, err)
	}
	return nil
}

// An outcome is the end of an attempt.
type outcome struct {
	state   State
	article string
	err     error
	free    bool          // the attempt does not count
	pause   time.Duration // before the next
}

// report writes an outcome, unless the lease was lost to another worker. What
// is to be tried again is not when its job was cancelled.
func (q *Queue) report(t taken, o outcome) error {
	ctx := context.Background() // what is done must be written down, also at the end
	reason, line, used := sql.NullString{}, "", 1
	if o.err != nil {
		reason, line = sql.NullString{String: o.err.Error(), Valid: true}, account(o.err)+"\n"
	}
	if o.free {
		line, used = "", 0
	}
	now := q.millis()
	err := q.transact(ctx, func(tx *sql.Tx) error {
		var state State
		err := tx.QueryRowContext(ctx, `
			UPDATE ingest_item SET
				state = CASE WHEN ?1 = 'queued' AND (SELECT cancelled FROM ingest_job WHERE id = job) THEN 'cancelled' ELSE ?1 END,
				article = COALESCE(NULLIF(?2, ''), article), error = ?3,
				errors = CASE WHEN length(errors) < 20000 THEN errors || ?4 ELSE errors END,
				attempts = attempts - 1 + ?5, owner = '', due = ?6
			WHERE id = ?7 AND token = ?8 AND state = 'running' RETURNING state`,
			o.state, o.article, reason, line, used, now+o.pause.Milliseconds(), t.id, t.token).Scan(&state)
		if err == sql.ErrNoRows {
			return nil
		}
		if err != nil {
			return err
		}
		if state == Succeeded || state == Duplicate || state == Cancelled {
			if _, err := tx.ExecContext(ctx, `DELETE FROM ingest_body WHERE item = ?`, t.id); err != nil {
				return err
			}
		}
		return finish(ctx, tx, t.job, now)
	})
	if err != nil {
		return fmt.Errorf("ingest: report: %w", err)
	}
	return nil
}

// run tells this process from an earlier one with the same number, as the
// first process of a container has.
var run = sync.OnceValue(uuid.NewString)

// self names this process as the owner of leases: host, process id and run.
func self() string {
	host, err := os.Hostname()
	if err != nil {
		host = "?" // no lease of an unknown host is released before it runs out
	}
	return host + "/" + strconv.Itoa(os.Getpid()) + "/" + run()
}

// release makes what processes of this host that are gone had begun due again,
// without waiting for their leases to run out.
func (q *Queue) release(ctx context.Context) error {
	rows, err := q.db.QueryContext(ctx, `SELECT DISTINCT owner FROM ingest_item WHERE state = 'running'`)
	if err != nil {
		return fmt.Errorf("ingest: release leases: %w", err)
	}
	defer rows.Close()
	var gone []string
	for rows.Next() {
		var owner string
		if err := rows.Scan(&owner); err != nil {
			return fmt.Errorf("ingest: release leases: %w", err)
		}
		if dead(owner, q.owner) {
			gone = append(gone, owner)
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return fmt.Errorf("ingest: release leases: %w", err)
	}
	for _, owner := range gone {
		if _, err := q.db.ExecContext(ctx, `UPDATE ingest_item SET state = 'queued', lost = lost + 1, owner = '', due = ? WHERE state = 'running' AND owner = ?`,
			q.millis(), owner); err != nil {
			return fmt.Errorf("ingest: release leases: %w", err)
		}
	}
	return nil
}

// dead reports whether the process that owner names is certainly gone, as far
// as self can tell: it ran on the same host, and its number is unused or ours.
func dead(owner, self string) bool {
	o, s := strings.Split(owner, "/"), strings.Split(self, "/")
	if len(o) != len(s) || o[0] != s[0] || o[0] == "?" || owner == self {
		return false
	}
	if o[1] == s[1] {
		return true
	}
	pid, err := strconv.Atoi(o[1])
	return err == nil && !alive(pid)
}

// alive reports whether a process of this number may be running.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer p.Release()
	if runtime.GOOS == "windows" { // finding it was the test
		return true
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, syscall.EPERM)
}
