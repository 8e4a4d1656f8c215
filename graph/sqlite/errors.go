package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/claimline/claimline/graph"
	engine "modernc.org/sqlite"
)

var (
	errClosed = errors.New("the store is closed")
	errFull   = errors.New("the store holds as many nodes as it can")
	errNewer  = errors.New("the database is newer than this program")
)

// Primary result codes of SQLite that say that the file is at fault, and what
// to do about each.
var hints = map[int]string{
	5:  "another process holds the file; wait for it or stop it",
	8:  "let this user write to the file and its directory",
	10: "check the disk; the file may have been moved or the network drive be gone",
	11: "the file is damaged; restore a backup, or ingest the articles into a new file",
	13: "the disk is full; free some space",
	14: "check that the directory exists and that this user may write to it",
	26: "the file is not a Claimline database; name another file or move it away",
}

// fail says what failed, as an *graph.UnavailableError where the file is at
// fault. Nil stays nil.
func (s *Store) fail(operation string, err error) error {
	if err == nil {
		return nil
	}
	if code(err) != 0 || errors.Is(err, errClosed) {
		err = s.unavailable(err)
	}
	return fmt.Errorf("sqlite: %s: %w", operation, err)
}

// unavailable says where the store was looked for and what to do.
func (s *Store) unavailable(err error) error {
	hint := "check that the directory exists and that this user may write to it and to the file"
	switch known := hints[code(err)]; {
	case known != "":
		hint = known
	case errors.Is(err, errNewer):
		hint = "use the newer claimline, or restore the backup made before the upgrade"
	case errors.Is(err, errClosed), errors.Is(err, sql.ErrConnDone):
		hint = "open the store again"
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		hint = "ask again and wait longer"
	}
	return &graph.UnavailableError{Address: s.path, Hint: hint, Err: err}
}

// code is the primary result code in an error, where the file is at fault;
// else 0.
func code(err error) int {
	var e *engine.Error
	if !errors.As(err, &e) {
		return 0
	}
	if primary := e.Code() & 0xff; hints[primary] != "" {
		return primary
	}
	return 0
}

// found makes a missing row an ErrNotFound.
func found(err error, what, id string) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("%s %q: %w", what, id, graph.ErrNotFound)
	}
	return err
}
