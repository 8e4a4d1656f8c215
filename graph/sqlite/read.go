package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
)

// A reading is one question under way: a transaction that sees one state.
//
// It asks for its statements unprepared: one that is prepared on the pool would
// need a connection beside its own, and as many readings as the pool has
// connections would wait for each other for ever.
type reading struct {
	ctx   context.Context
	tx    *sql.Tx
	store *Store
}

// read runs a question. Its errors say which it was, and are the context's
// where that is why it ended.
func (s *Store) read(ctx context.Context, question string, f func(*reading) error) error {
	err := s.inTransaction(ctx, f)
	if err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	return s.fail(question, err)
}

func (s *Store) inTransaction(ctx context.Context, f func(*reading) error) error {
	tx, err := s.readers.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return f(&reading{ctx, tx, s})
}

type scanner func(dest ...any) error

// rows asks for rows and hands each to f.
func (r *reading) rows(statement string, args []any, f func(scanner) error) error {
	r.note(statement)
	rows, err := r.tx.QueryContext(r.ctx, statement, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// row asks for one row, which is sql.ErrNoRows when there is none.
func (r *reading) row(statement string, args []any, dest ...any) error {
	r.note(statement)
	return r.tx.QueryRowContext(r.ctx, statement, args...).Scan(dest...)
}

func (r *reading) note(statement string) {
	if r.store.observe != nil {
		r.store.observe(statement)
	}
}

// listArg hands a statement a list of values as one parameter, for json_each.
func listArg[E any](name string, values []E) sql.NamedArg {
	b, err := json.Marshal(values)
	if err != nil {
		panic("sqlite: " + err.Error()) // strings and keys always marshal
	}
	return sql.Named(name, string(b))
}
