package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
)

// A reading is one question under way: a transaction that sees one state.
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
	stmt, err := r.store.prepared(r.ctx, statement)
	if err != nil {
		return err
	}
	rows, err := r.tx.StmtContext(r.ctx, stmt).QueryContext(r.ctx, args...)
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
	stmt, err := r.store.prepared(r.ctx, statement)
	if err != nil {
		return err
	}
	return r.tx.StmtContext(r.ctx, stmt).QueryRowContext(r.ctx, args...).Scan(dest...)
}

// prepared keeps statements, of which there are as many as combinations of
// filters in use.
func (s *Store) prepared(ctx context.Context, statement string) (*sql.Stmt, error) {
	if stmt, ok := s.statements.Load(statement); ok {
		return stmt.(*sql.Stmt), nil
	}
	stmt, err := s.readers.PrepareContext(ctx, statement)
	if err != nil {
		return nil, err
	}
	if former, ok := s.statements.LoadOrStore(statement, stmt); ok {
		stmt.Close()
		return former.(*sql.Stmt), nil
	}
	return stmt, nil
}

// listArg hands a statement a list of values as one parameter, for json_each.
func listArg[E any](name string, values []E) sql.NamedArg {
	b, err := json.Marshal(values)
	if err != nil {
		panic("sqlite: " + err.Error()) // strings and keys always marshal
	}
	return sql.Named(name, string(b))
}
