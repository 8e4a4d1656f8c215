package ingest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

const (
	forgetRequestsSQL = `DELETE FROM ingest_request WHERE until <= ?`
	requestSQL        = `SELECT digest, answer FROM ingest_request WHERE key = ?`
	noteRequestSQL    = `INSERT INTO ingest_request (key, digest, until) VALUES (?, ?, ?)`
	answerRequestSQL  = `UPDATE ingest_request SET answer = ?, until = ? WHERE key = ?`
	dropRequestSQL    = `DELETE FROM ingest_request WHERE key = ?`
)

// A Ledger remembers, beside a queue and as durably, which requests were made
// under which key and how they were answered.
type Ledger struct{ Queue *Queue }

// Begin notes a request as under way for a time, unless its key is known: then
// it returns the digest of the request that it stands for, and the answer, nil
// for one under way. It forgets what is over.
func (l Ledger) Begin(ctx context.Context, key, digest string, during time.Duration) (known bool, was string, answer []byte, err error) {
	now := l.Queue.millis()
	err = l.do(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, forgetRequestsSQL, now); err != nil {
			return err
		}
		err := tx.QueryRowContext(ctx, requestSQL, key).Scan(&was, &answer)
		if !errors.Is(err, sql.ErrNoRows) {
			known = err == nil
			return err
		}
		_, err = tx.ExecContext(ctx, noteRequestSQL, key, digest, now+during.Milliseconds())
		return err
	})
	return known, was, answer, err
}

// End keeps the answer to a request for a time; nil forgets the request.
func (l Ledger) End(ctx context.Context, key string, answer []byte, during time.Duration) error {
	return l.do(ctx, func(tx *sql.Tx) error {
		if answer == nil {
			_, err := tx.ExecContext(ctx, dropRequestSQL, key)
			return err
		}
		_, err := tx.ExecContext(ctx, answerRequestSQL, answer, l.Queue.millis()+during.Milliseconds(), key)
		return err
	})
}

// do runs one transaction. Unlike a change of the queue it wakes nobody.
func (l Ledger) do(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := l.Queue.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("ingest: ledger: %w", err)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return fmt.Errorf("ingest: ledger: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("ingest: ledger: %w", err)
	}
	return nil
}
