// Package sqlite keeps the graph in one SQLite file: what goes in are the
// subgraphs of articles, what comes out are answers. It is the store of those
// who run one binary and no server.
//
// A record is kept as its canonical JSON beside the columns that questions
// filter and order by, which are those of graph.Entry. Actors and places are
// kept twice: as the variants in which articles contributed them, and joined.
// So a Put joins one more variant to what is there, and only a Delete that
// takes a variant's last article away joins the others anew.
//
// Each question has a file with its statement, its call and its row. A
// statement is put together from constants; what users give is always a
// parameter. All statements of one answer run in one read transaction and see
// one state.
//
// The file may hold tables of others, such as the ingest queue's. They are
// left alone.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/claimline/claimline/graph"
	_ "modernc.org/sqlite" // the driver
)

// A Store is a graph.Store in a file.
type Store struct {
	path    string
	readers *sql.DB
	writer  *writer

	observe func(statement string) // where a test sets it: sees each reading statement
}

var _ graph.Store = (*Store)(nil)

// Open opens the database file at path, and makes it when it is not there. The
// directory must exist. An error is a *graph.UnavailableError.
func Open(ctx context.Context, path string) (*Store, error) {
	s := &Store{path: path}
	if err := s.open(ctx); err != nil {
		if s.readers != nil {
			s.readers.Close()
		}
		return nil, fmt.Errorf("sqlite: open: %w", s.unavailable(err))
	}
	return s, nil
}

func (s *Store) open(ctx context.Context) error {
	if err := checkPath(s.path); err != nil {
		return err
	}
	w, err := openWriter(ctx, s.path)
	if err != nil {
		return err
	}
	s.writer = w
	s.readers, err = sql.Open("sqlite", dsn(s.path, readerPragmas))
	if err != nil {
		return errors.Join(err, w.close())
	}
	readers := max(4, runtime.NumCPU())
	s.readers.SetMaxOpenConns(readers)
	s.readers.SetMaxIdleConns(readers)
	return nil
}

// checkPath finds what SQLite would only call "unable to open database file".
func checkPath(path string) error {
	dir := filepath.Dir(path)
	if info, err := os.Stat(dir); err != nil {
		return err
	} else if !info.IsDir() {
		return fmt.Errorf("%s is not a directory", dir)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return errors.New("it is a directory, not a database file")
	}
	return nil
}

// The busy timeout comes first: switching to WAL may already have to wait. A
// writer that says it committed has reached the disk.
var (
	writerPragmas = []string{"busy_timeout(10000)", "journal_mode(wal)", "synchronous(full)", "foreign_keys(1)", "temp_store(memory)", "cache_size(-32000)", "wal_autocheckpoint(8000)"}
	readerPragmas = []string{"busy_timeout(10000)", "query_only(1)", "temp_store(memory)", "cache_size(-16000)"}
)

func dsn(path string, pragmas []string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	q := url.Values{"_pragma": pragmas, "_dqs": {"0"}, "_error_rc": {"1"}}
	u := url.URL{Scheme: "file", Path: path, RawQuery: q.Encode()}
	return u.String()
}

// Name returns the kind of store and its file.
func (s *Store) Name() string { return "sqlite " + s.path }

// Ping reports whether the file answers.
func (s *Store) Ping(ctx context.Context) error {
	var version int
	if err := s.readers.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("sqlite: ping: %w", s.unavailable(err))
	}
	return nil
}

// Close waits for writes under way and closes the file. A second call does
// nothing.
func (s *Store) Close() error {
	if err := errors.Join(s.readers.Close(), s.writer.close()); err != nil {
		return fmt.Errorf("sqlite: close: %w", err)
	}
	return nil
}
