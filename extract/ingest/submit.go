package ingest

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"strings"
	"time"

	"github.com/claimline/claimline/extract/article"
	"github.com/claimline/claimline/graph"
)

// An insert is a job that waits to be written.
type insert struct {
	id      string
	created int64
	rows    []row
	reply   chan error
}

type row struct {
	name, collection string
	bucket           int
	input            []byte
	failed           string // why it cannot even be queued
}

// Submit queues articles as one job and returns when they are on disk. Items
// that hold several articles are taken apart first; a line that cannot be read
// fails alone.
func (q *Queue) Submit(ctx context.Context, items []Item) (Job, error) {
	if len(items) == 0 {
		return Job{}, fmt.Errorf("ingest: submit: %w: no articles", graph.ErrInvalid)
	}
	var rows []row
	for _, item := range items {
		split, err := explode(item)
		if err != nil && len(items) == 1 {
			return Job{}, err
		}
		if err != nil { // one of many does not keep the others out
			split = append(split, row{name: item.Name, collection: graph.DefaultCollection, failed: err.Error()})
		}
		rows = append(rows, split...)
	}
	if len(rows) == 0 {
		return Job{}, &article.Error{Code: article.CodeEmpty, Message: "there is no article in it"}
	}
	id, err := newJobID()
	if err != nil {
		return Job{}, err
	}
	in := insert{id: id, created: q.millis(), rows: rows, reply: make(chan error, 1)}
	select {
	case q.inserts <- in:
	case <-q.done:
		return Job{}, errors.New("ingest: submit: the queue is closed")
	case <-ctx.Done():
		return Job{}, fmt.Errorf("ingest: submit: %w", ctx.Err())
	}
	// Once handed over it is written whatever becomes of ctx, so wait for it.
	if err := <-in.reply; err != nil {
		return Job{}, fmt.Errorf("ingest: submit: %w", err)
	}
	q.changed()
	return in.job(), nil
}

// job is what the insert makes, before any worker sees it.
func (in insert) job() Job {
	j := Job{ID: in.id, State: Queued, Total: len(in.rows), Created: time.UnixMilli(in.created).UTC()}
	for _, r := range in.rows {
		if r.failed != "" {
			j.Failed++
		}
	}
	if j.Done = j.Failed; j.Done == j.Total {
		j.State, j.Finished = Failed, j.Created
	}
	return j
}

// explode takes an item apart into the rows of the queue. An article that
// cannot be read even by itself is queued as failed, with its bytes gone only
// where they are larger than any article may be.
func explode(item Item) ([]row, error) {
	var rows []row
	var failed error
	err := article.Split(bytes.NewReader(item.Data), item.Input(), func(ref article.Ref, piece article.Input, err error) bool {
		name := strings.TrimSpace(item.Name + " " + ref.String())
		if err != nil {
			rows = append(rows, row{name: name, collection: graph.DefaultCollection, failed: err.Error()})
			return true
		}
		r, err := rowOf(Item{Name: piece.Name, ContentType: piece.ContentType, Charset: piece.Charset, Data: piece.Data, Meta: piece.Meta})
		r.name, failed = name, err
		rows = append(rows, r)
		return err == nil
	})
	return rows, errors.Join(failed, err)
}

func rowOf(item Item) (row, error) {
	input, err := json.Marshal(item)
	if err != nil {
		return row{}, fmt.Errorf("ingest: submit %s: %w", item.Name, err)
	}
	h := fnv.New32a()
	h.Write(item.Data)
	collection := item.Meta.Collection
	if collection == "" {
		collection = graph.DefaultCollection
	}
	return row{name: item.Name, collection: collection, bucket: int(h.Sum32() % buckets), input: input}, nil
}

// commit writes jobs in groups: all that wait go into one transaction, so that
// one fsync serves many.
func (q *Queue) commit() {
	for {
		var group []insert
		select {
		case first := <-q.inserts:
			group = append(group, first)
		case <-q.done:
			return
		}
		for more := true; more && len(group) < batch; {
			select {
			case in := <-q.inserts:
				group = append(group, in)
			default:
				more = false
			}
		}
		err := q.write(group)
		for _, in := range group {
			in.reply <- err
		}
	}
}

func (q *Queue) write(group []insert) error {
	tx, err := q.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	w := writer{tx: tx}
	job := w.prepare(`INSERT INTO ingest_job (id, created, finished, total) VALUES (?, ?, ?, ?)`)
	item := w.prepare(`INSERT INTO ingest_item (job, collection, bucket, name, state, due, error, errors) VALUES (?, ?, ?, ?, ?, ?, NULLIF(?7, ''), ?7)`)
	body := w.prepare(`INSERT INTO ingest_body (item, input) VALUES (last_insert_rowid(), ?)`)
	defer w.close()
	for _, in := range group {
		finished := sql.NullInt64{Int64: in.created, Valid: in.job().Over()}
		w.exec(job, in.id, in.created, finished, len(in.rows))
		for _, r := range in.rows {
			state := Queued
			if r.failed != "" {
				state = Failed
			}
			w.exec(item, in.id, r.collection, r.bucket, r.name, state, in.created, r.failed)
			if r.input != nil {
				w.exec(body, r.input)
			}
		}
	}
	if w.err != nil {
		return w.err
	}
	return tx.Commit()
}

// A writer runs prepared statements until one fails.
type writer struct {
	tx         *sql.Tx
	statements []*sql.Stmt
	err        error
}

func (w *writer) prepare(query string) *sql.Stmt {
	if w.err != nil {
		return nil
	}
	s, err := w.tx.Prepare(query)
	if err != nil {
		w.err = err
		return nil
	}
	w.statements = append(w.statements, s)
	return s
}

func (w *writer) exec(s *sql.Stmt, args ...any) {
	if w.err == nil {
		_, w.err = s.Exec(args...)
	}
}

func (w *writer) close() {
	for _, s := range w.statements {
		s.Close()
	}
}

// finish notes when the last item of a job is done with.
func finish(ctx context.Context, tx *sql.Tx, job string, now int64) error {
	_, err := tx.ExecContext(ctx, `
		UPDATE ingest_job SET finished = CASE WHEN EXISTS (
			SELECT 1 FROM ingest_item WHERE job = ?1 AND state IN ('queued', 'running')) THEN NULL ELSE ?2 END
		WHERE id = ?1`, job, now)
	return err
}
