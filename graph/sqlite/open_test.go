package sqlite_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/sqlite"
)

func TestReopen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a name with ?, #, % and & in it.db")
	s := open(t, path)
	w := graphtest.NewWorld()
	for i, sub := range w.Articles() {
		must(t, s.Put(t.Context(), sub, graphtest.Ingested(i)))
	}
	before := hash(t, s)
	must(t, s.Close())
	must(t, s.Close())
	if _, err := os.Stat(path); err != nil {
		t.Errorf("the store is not where it was put: %v", err)
	}
	again := open(t, path)
	if after := hash(t, again); after != before {
		t.Errorf("reopened, the state is %s, was %s", after, before)
	}
	a, err := again.Articles(t.Context(), graph.ArticleQuery{Scope: graph.Scope{AsOf: graphtest.Ingested(1)}})
	must(t, err)
	if len(a.Order) != 2 {
		t.Errorf("%d articles by the second ingest, want 2", len(a.Order))
	}
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		must(t, os.WriteFile(path, []byte(content), 0o600))
		return path
	}
	text := file("notes.txt", strings.Repeat("no database at all. ", 400))
	newer := filepath.Join(dir, "newer.db")
	must(t, open(t, newer).Close())
	database(t, newer, "PRAGMA user_version = 999")
	foreign := database(t, filepath.Join(dir, "foreign.db"), "PRAGMA application_id = 42")
	for _, test := range []struct{ name, path, says string }{
		{"not a database", text, "not a Claimline database"},
		{"directory", dir, "it is a directory"},
		{"no such directory", filepath.Join(dir, "missing", "graph.db"), "check that the directory exists"},
		{"directory is a file", filepath.Join(text, "graph.db"), "is not a directory"},
		{"newer", newer, "schema is version 999"},
		{"another program's", foreign, "belongs to another program"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := sqlite.Open(t.Context(), test.path)
			if err == nil {
				s.Close()
				t.Fatal("opened")
			}
			var down *graph.UnavailableError
			if !errors.As(err, &down) || down.Address != test.path || !strings.Contains(err.Error(), test.says) {
				t.Errorf("error %q, want an UnavailableError that names the file and says %q", err, test.says)
			}
		})
	}
	if content, err := os.ReadFile(text); err != nil || !strings.HasPrefix(string(content), "no database") {
		t.Errorf("the file that is no database was touched: %v", err)
	}
}

// database runs statements of others on a database file.
func database(t *testing.T, path, statements string) string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	must(t, err)
	_, err = db.Exec(statements)
	must(t, errors.Join(err, db.Close()))
	return path
}

// The ingest queue keeps its tables in the same file, through its own
// connection, and may come first.
func TestTablesOfOthers(t *testing.T) {
	path := database(t, filepath.Join(t.TempDir(), "graph.db"), "CREATE TABLE job_waiting (id TEXT); INSERT INTO job_waiting VALUES ('j1')")
	s := open(t, path)
	db, err := sql.Open("sqlite", path+"?_pragma=busy_timeout(10000)")
	must(t, err)
	defer db.Close()
	w := graphtest.NewWorld()
	for i, sub := range w.Articles() {
		_, err := db.Exec("INSERT INTO job_waiting VALUES (?)", sub.Articles[0].ID)
		must(t, err)
		must(t, s.Put(t.Context(), sub, graphtest.Ingested(i)))
	}
	var rows int
	must(t, db.QueryRow("SELECT count(*) FROM job_waiting").Scan(&rows))
	if rows != 5 {
		t.Errorf("the other table holds %d rows, want 5", rows)
	}
}

// Two processes may have one file open.
func TestTwoStores(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	a, b := open(t, path), open(t, path)
	w := graphtest.NewWorld()
	must(t, a.Put(t.Context(), w.Blast, graphtest.Ingested(0)))
	must(t, b.Put(t.Context(), w.Inquiry, graphtest.Ingested(1)))
	must(t, a.Delete(t.Context(), w.Blast.Articles[0].ID))
	if hash(t, a) != hash(t, b) {
		t.Error("two stores on one file differ")
	}
}
