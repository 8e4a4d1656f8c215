package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// maxBatch is how many writes one transaction takes at most.
const maxBatch = 128

// A writer owns the one connection that writes. Writes that wait while another
// is being flushed to disk are flushed together, in one transaction. Should
// one of them fail, all are taken back and each is tried alone.
type writer struct {
	db         *sql.DB
	conn       *sql.Conn
	statements map[string]*sql.Stmt // by text; only the loop uses it
	jobs       chan *job
	quit       chan struct{} // closed by close
	done       chan struct{} // closed when the loop has ended
	once       sync.Once
}

// A job is one write, that may be run again when it was taken back. Once the
// writer has it, the caller waits for its result, so that an error always
// means that nothing was written.
type job struct {
	ctx    context.Context
	run    func(*writer) error
	result chan error
}

func openWriter(ctx context.Context, path string) (*writer, error) {
	db, err := sql.Open("sqlite", dsn(path, writerPragmas)+"&_txlock=immediate")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	w := &writer{db: db, statements: map[string]*sql.Stmt{}, jobs: make(chan *job), quit: make(chan struct{}), done: make(chan struct{})}
	if w.conn, err = db.Conn(ctx); err == nil {
		err = migrate(ctx, w.conn)
	}
	if err != nil {
		close(w.done)
		return nil, errors.Join(err, w.close())
	}
	go w.loop()
	return w, nil
}

func (w *writer) close() error {
	var err error
	w.once.Do(func() {
		close(w.quit)
		<-w.done
		if w.conn != nil {
			err = w.conn.Close()
		}
		err = errors.Join(err, w.db.Close())
	})
	return err
}

// do runs a write and returns when it is on disk.
func (w *writer) do(ctx context.Context, run func(*writer) error) error {
	j := &job{ctx: ctx, run: run, result: make(chan error, 1)}
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case w.jobs <- j:
		return <-j.result
	case <-ctx.Done():
		return ctx.Err()
	case <-w.quit:
		return errClosed
	}
}

func (w *writer) loop() {
	defer close(w.done)
	for {
		select {
		case <-w.quit:
			return
		case j := <-w.jobs:
			w.flush(w.gather(j))
		}
	}
}

// gather adds the writes that already wait.
func (w *writer) gather(first *job) []*job {
	batch := []*job{first}
	for len(batch) < maxBatch {
		select {
		case j := <-w.jobs:
			batch = append(batch, j)
		default:
			return batch
		}
	}
	return batch
}

// flush runs a batch and tells each caller how it went.
func (w *writer) flush(batch []*job) {
	if w.attempt(batch) == nil {
		for _, j := range batch {
			j.result <- nil
		}
		return
	}
	for _, j := range batch {
		j.result <- w.attempt([]*job{j})
	}
}

// attempt runs jobs in one transaction, all or none.
func (w *writer) attempt(batch []*job) error {
	if err := w.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	for _, j := range batch {
		err := j.ctx.Err()
		if err == nil {
			err = j.run(w)
		}
		if err != nil {
			return errors.Join(err, w.exec("ROLLBACK"))
		}
	}
	err := w.exec("COMMIT")
	if err != nil {
		// It may have left the transaction open or ended it.
		_ = w.exec("ROLLBACK")
	}
	return err
}

// exec runs a statement. A write that has begun is not interrupted, hence the
// context.
func (w *writer) exec(statement string, args ...any) error {
	stmt, err := w.prepared(statement)
	if err != nil {
		return err
	}
	_, err = stmt.ExecContext(context.Background(), args...)
	return err
}

// row asks for one row, which is sql.ErrNoRows when there is none.
func (w *writer) row(statement string, args []any, dest ...any) error {
	stmt, err := w.prepared(statement)
	if err != nil {
		return err
	}
	return stmt.QueryRowContext(context.Background(), args...).Scan(dest...)
}

// each asks for rows of one column.
func each[T any](w *writer, statement string, arg any, f func(T) error) error {
	stmt, err := w.prepared(statement)
	if err != nil {
		return err
	}
	rows, err := stmt.QueryContext(context.Background(), arg)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return err
		}
		if err := f(v); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (w *writer) prepared(statement string) (*sql.Stmt, error) {
	if stmt, ok := w.statements[statement]; ok {
		return stmt, nil
	}
	stmt, err := w.conn.PrepareContext(context.Background(), statement)
	if err != nil {
		return nil, err
	}
	w.statements[statement] = stmt
	return stmt, nil
}
