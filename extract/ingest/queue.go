// Package ingest is the durable way in: a queue of articles in SQLite and the
// workers that parse, read and store them. What Submit accepted is on disk and
// survives a crash; what cannot be read goes to the dead letters with its
// reason and its bytes, and holds up nothing else.
//
// Work is done at least once, and the store makes that exactly once: Put
// replaces what an article contributed before. An attempt holds a lease with
// a fencing token, so that a worker that was thought dead cannot report on an
// item that another has taken over.
package ingest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"
	_ "modernc.org/sqlite" // the driver

	"github.com/claimline/claimline/extract/article"
	"github.com/claimline/claimline/graph"
)

// Limits of the queue.
const (
	// MaxAttempts is how often reading an item is tried before it is a dead
	// letter. A store that cannot be reached does not count.
	MaxAttempts = 3
	// MaxDeaths is how often a process may die over an item before it is a
	// dead letter. It is higher, since a process may be killed for other
	// reasons than what it reads.
	MaxDeaths = 5
	// Retention is how long jobs without dead letters are remembered.
	Retention = 30 * 24 * time.Hour
	// lease is how long a worker that does not renew it is taken to live.
	lease = 10 * time.Second
	// batch is how many waiting inserts one transaction takes at most.
	batch = 256
	// buckets divide articles by hash, for the day when one queue is many.
	buckets = 64
)

const schema = `
CREATE TABLE IF NOT EXISTS ingest_job (
	id         TEXT PRIMARY KEY,
	created    INTEGER NOT NULL,            -- Unix milliseconds
	finished   INTEGER,
	cancelled  INTEGER NOT NULL DEFAULT 0,  -- what stops is not to begin again
	total      INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS ingest_item (
	id         INTEGER PRIMARY KEY,
	job        TEXT NOT NULL REFERENCES ingest_job(id),
	collection TEXT NOT NULL,               -- partition key, with bucket
	bucket     INTEGER NOT NULL,
	name       TEXT NOT NULL,
	state      TEXT NOT NULL,               -- queued, running, succeeded, duplicate, failed, cancelled
	attempts   INTEGER NOT NULL DEFAULT 0,
	lost       INTEGER NOT NULL DEFAULT 0,  -- attempts whose process died
	token      INTEGER NOT NULL DEFAULT 0,  -- fencing: rises with each lease
	owner      TEXT NOT NULL DEFAULT '',    -- the process that holds the lease
	due        INTEGER NOT NULL,            -- not before; of a lease: until
	article    TEXT,
	error      TEXT,                        -- of the last attempt
	errors     TEXT NOT NULL DEFAULT ''     -- of all, a line each
) STRICT;
-- Beside the items, so that neither counting nor leasing them moves the bytes.
CREATE TABLE IF NOT EXISTS ingest_body (
	item       INTEGER PRIMARY KEY REFERENCES ingest_item(id),
	input      BLOB NOT NULL                -- JSON of the item; gone once it succeeded
) STRICT;
-- Requests with a key, for a while; see Ledger.
CREATE TABLE IF NOT EXISTS ingest_request (
	key        TEXT PRIMARY KEY,
	digest     TEXT NOT NULL,
	answer     BLOB,                        -- NULL while it is under way
	until      INTEGER NOT NULL             -- when it is forgotten
) STRICT;
CREATE INDEX IF NOT EXISTS ingest_item_due ON ingest_item(due, id) WHERE state IN ('queued', 'running');
CREATE INDEX IF NOT EXISTS ingest_item_job ON ingest_item(job, state, attempts);
`

// A Queue holds articles on their way in. It is safe for concurrent use.
type Queue struct {
	db      *sql.DB // one connection, which writes
	read    *sql.DB
	inserts chan insert
	done    chan struct{}
	closing sync.Once
	now     func() time.Time
	owner   string // this process

	mutex  sync.Mutex
	waiter chan struct{} // closed, and replaced, whenever something changes
}

// An Item is the bytes of one article, or of several as NDJSON or a JSON array,
// with what is said about them from outside.
type Item struct {
	Name        string       `json:"name"`
	ContentType string       `json:"content_type,omitempty"`
	Charset     string       `json:"charset,omitempty"`
	Data        []byte       `json:"data"`
	Meta        article.Meta `json:"meta"`
}

// Input is the item as package article takes it.
func (i Item) Input() article.Input {
	return article.Input{Name: i.Name, Data: i.Data, ContentType: i.ContentType, Charset: i.Charset, Meta: i.Meta}
}

// Open opens the queue in the SQLite file at path and makes its tables where
// they are missing. Several processes may work on one queue.
func Open(ctx context.Context, path string) (*Queue, error) {
	const pragmas = "?_pragma=busy_timeout(10000)&_pragma=journal_mode(wal)&_pragma=synchronous(full)&_pragma=foreign_keys(1)"
	db, err := sql.Open("sqlite", "file:"+path+pragmas+"&_txlock=immediate")
	if err != nil {
		return nil, fmt.Errorf("ingest: open %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	read, err := sql.Open("sqlite", "file:"+path+pragmas)
	if err != nil {
		return nil, fmt.Errorf("ingest: open %s: %w", path, errors.Join(err, db.Close()))
	}
	read.SetMaxOpenConns(4)
	q := &Queue{db: db, read: read, inserts: make(chan insert), done: make(chan struct{}), waiter: make(chan struct{}), now: time.Now, owner: self()}
	if _, err := db.ExecContext(ctx, schema); err != nil {
		return nil, fmt.Errorf("ingest: open %s: %w", path, errors.Join(err, db.Close(), read.Close()))
	}
	if err := q.release(ctx); err != nil {
		return nil, errors.Join(err, db.Close(), read.Close())
	}
	go q.commit()
	return q, nil
}

// Close ends the queue. What is queued stays on disk.
func (q *Queue) Close() error {
	q.closing.Do(func() { close(q.done) })
	return errors.Join(q.db.Close(), q.read.Close())
}

func (q *Queue) millis() int64 { return q.now().UnixMilli() }

// changed wakes all who wait for something to happen.
func (q *Queue) changed() {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	close(q.waiter)
	q.waiter = make(chan struct{})
}

// next returns a channel that is closed at the next change.
func (q *Queue) next() <-chan struct{} {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	return q.waiter
}

func newJobID() (string, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return "", fmt.Errorf("ingest: job id: %w", err)
	}
	return "job_" + id.String(), nil
}

// notFound names a job that is not there.
func notFound(id string) error {
	return fmt.Errorf("ingest: job %s: %w", id, graph.ErrNotFound)
}
