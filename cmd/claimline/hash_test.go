package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite" // the driver

	"github.com/claimline/claimline/extract/nlp/doctest"
	"github.com/claimline/claimline/internal/neo4jtest"
)

// seeds are the two annotated articles, or a skipped test.
func seeds(t *testing.T) (folder, blog, sun string) {
	t.Helper()
	folder = doctest.Shared(t, "gold/articles")
	return folder, filepath.Join(folder, "seed-blog.txt"), filepath.Join(folder, "seed-sun.txt")
}

// TestOneHash ingests the annotated articles in every way that should make no
// difference.
func TestOneHash(t *testing.T) {
	t.Parallel()
	folder, blog, sun := seeds(t)
	data := t.TempDir()
	must(t, data, "ingest", folder)
	want := hash(t, data)
	must(t, data, "ingest", folder)
	if got := hash(t, data); got != want {
		t.Errorf("ingested twice: %s, once: %s", got, want)
	}

	other := t.TempDir()
	must(t, other, "ingest", "--workers", "1", sun, blog)
	if got := hash(t, other); got != want {
		t.Errorf("in the other order: %s, want %s", got, want)
	}
	apart := t.TempDir()
	must(t, apart, "ingest", sun)
	alone := hash(t, apart)
	must(t, apart, "ingest", blog)
	if got := hash(t, apart); got != want {
		t.Errorf("one after the other: %s, want %s", got, want)
	}
	must(t, data, "delete", articleAbout(t, data, "Islamic State Proudly Published"))
	if got := hash(t, data); got != alone || got == want {
		t.Errorf("one deleted: %s, want that of never having read it, %s", got, alone)
	}
	must(t, data, "verify")
}

// TestOneHashOnNeo4j has the embedded store's hashes on a real server.
func TestOneHashOnNeo4j(t *testing.T) {
	folder, blog, sun := seeds(t)
	sqlite := t.TempDir()
	must(t, sqlite, "ingest", sun)
	alone := hash(t, sqlite)
	must(t, sqlite, "ingest", blog)
	want := hash(t, sqlite)

	server := neo4jtest.Start(t)
	data := t.TempDir()
	config := filepath.Join(data, "claimline.yaml")
	settings := fmt.Sprintf("neo4j: %s\nneo4j-user: %s\nneo4j-password: %s\n", server.URI, server.User, server.Password)
	if err := os.WriteFile(config, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		must(t, data, "ingest", folder)
		if got := hash(t, data); got != want {
			t.Fatalf("on Neo4j: %s, want %s as in SQLite", got, want)
		}
	}
	if out := must(t, data, "verify"); !strings.Contains(out, " 0 problems") {
		t.Errorf("verify: %s", out)
	}
	must(t, data, "delete", articleAbout(t, data, "Islamic State Proudly Published"))
	if got := hash(t, data); got != alone {
		t.Errorf("one deleted on Neo4j: %s, want %s", got, alone)
	}
}

// articleAbout returns the id of the one article that words find.
func articleAbout(t *testing.T, data, words string) string {
	t.Helper()
	found := map[string]bool{}
	for _, id := range anyID.FindAllString(must(t, data, "search", words), -1) {
		found[id] = true
	}
	if len(found) != 1 {
		t.Fatalf("search %s: %d articles", words, len(found))
	}
	for id := range found {
		return id
	}
	return ""
}

// writeArticles makes n short articles that share actors and places, and
// returns their folder.
func writeArticles(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	cities := []string{"Norvik", "Alden", "Port Marlow", "Halmar", "Easton"}
	people := []string{"Elena Duarte", "Tomas Brandt", "Anna Brisk"}
	for i := range n {
		city, person := cities[i%len(cities)], people[i%len(people)]
		text := fmt.Sprintf("Fire at warehouse %d in %s\n\nA fire at warehouse %d in %s killed %d people on Monday, Mayor %s said. The company Halden Grain denied that it had ignored a warning.\n",
			i, city, i, city, 2+i%7, person)
		meta := fmt.Sprintf(`{"publisher": "Daily %d", "published": "2023-09-%02d"}`, i%4, 1+i%28)
		name := filepath.Join(dir, fmt.Sprintf("%04d", i))
		for file, content := range map[string]string{name + ".txt": text, name + ".meta.json": meta} {
			if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

// TestInterrupted ends an ingest in the middle, by a signal that it cannot
// catch and by one that it can, and goes on.
func TestInterrupted(t *testing.T) {
	t.Parallel()
	const articles = 300
	folder := writeArticles(t, articles)
	whole := t.TempDir()
	must(t, whole, "ingest", folder)
	want := hash(t, whole)

	data := t.TempDir()
	for _, by := range []struct {
		signal os.Signal
		after  int
		says   string // on standard error
	}{
		{os.Kill, 20, ""},
		{os.Interrupt, 120, "claimline: interrupted; what was done is kept, the same command goes on from there\n"},
	} {
		says, done := endAfter(t, data, folder, by.after, by.signal)
		if done < by.after || done >= articles {
			t.Fatalf("%d of %d articles were read at the signal: not in the middle", done, articles)
		}
		if says != by.says {
			t.Errorf("after %v: %q, want %q", by.signal, says, by.says)
		}
		if got := hash(t, data); got == want {
			t.Fatal("the graph was whole already")
		}
		must(t, data, "verify") // nothing is half-written
	}
	begin := time.Now()
	out := must(t, data, "ingest", folder)
	if !strings.Contains(out, "0 failed") {
		t.Error(out)
	}
	if got := hash(t, data); got != want {
		t.Errorf("after two interruptions: %s, want %s", got, want)
	}
	if took := time.Since(begin); took > 30*time.Second {
		t.Errorf("going on took %s: the leases of the dead were not released", took)
	}
}

// endAfter starts to ingest a folder and sends the process a signal once so
// many articles are stored. It returns what the process said and how many are
// stored in the end.
func endAfter(t *testing.T, data, folder string, enough int, signal os.Signal) (says string, done int) {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command(program, "--data", data, "ingest", folder)
	cmd.Env, cmd.Stderr = environment(data), &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	deadline := time.Now().Add(time.Minute)
	for stored(t, data) < enough && time.Now().Before(deadline) {
		time.Sleep(5 * time.Millisecond)
	}
	if err := cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the process ended well, before the signal")
	}
	return stderr.String(), stored(t, data)
}

// stored counts the articles in a data directory.
func stored(t *testing.T, data string) (n int) {
	t.Helper()
	db := openFile(t, data)
	defer db.Close()
	// Before the first article there is no file or no table yet: none stored.
	if err := db.QueryRow(`SELECT count(*) FROM node WHERE id LIKE 'art\_%' ESCAPE '\'`).Scan(&n); err != nil {
		return 0
	}
	return n
}

// openFile opens the database of a data directory behind the program's back.
func openFile(t *testing.T, data string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(data, "claimline.db")+"?mode=rw&_pragma=busy_timeout(10000)")
	if err != nil {
		t.Fatal(err)
	}
	return db
}
