package sqlite_test

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/sqlite"
)

// victimEnv names the database that a process started by TestKill writes to.
const victimEnv = "CLAIMLINE_TEST_VICTIM"

func TestMain(m *testing.M) {
	if path := os.Getenv(victimEnv); path != "" {
		victim(path)
	}
	os.Exit(m.Run())
}

// victim puts articles from several goroutines until it is killed, deletes
// every third again, and says on standard output what is done.
func victim(path string) {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, path)
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	var next atomic.Int64
	for range 4 {
		go func() {
			for {
				i := int(next.Add(1))
				err := s.Put(ctx, news(i), graphtest.Ingested(0))
				if err == nil {
					fmt.Println("put", i)
				}
				if err == nil && i%3 == 0 {
					err = s.Delete(ctx, news(i).Articles[0].ID)
				}
				if err != nil {
					fmt.Println("error", err)
					os.Exit(1)
				}
			}
		}()
	}
	select {}
}

func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	for _, lines := range []int{1, 60, 150} {
		acknowledged := runVictim(t, path, lines)
		s := open(t, path)
		fresh := open(t, filepath.Join(t.TempDir(), "fresh.db"))
		there := copyArticles(t, s, fresh)
		for _, i := range acknowledged {
			if i%3 != 0 && !there[news(i).Articles[0].ID] {
				t.Errorf("article %d was acknowledged and is lost", i)
			}
		}
		if got, want := hash(t, s), hash(t, fresh); got != want {
			t.Errorf("killed after %d puts, the state is %s; that of the articles that are there is %s", lines, got, want)
		}
		must(t, s.Close())
		checkIntegrity(t, path)
	}
}

// copyArticles puts the articles that one store holds into another, and
// returns their ids.
func copyArticles(t *testing.T, from, to *sqlite.Store) map[string]bool {
	t.Helper()
	stats, err := from.Stats(t.Context(), graph.Scope{})
	must(t, err)
	there := map[string]bool{}
	for i := 1; len(there) < stats.Articles; i++ {
		sub := news(i)
		switch a, err := from.Contribution(t.Context(), graph.Scope{}, sub.Articles[0].ID); {
		case errors.Is(err, graph.ErrNotFound):
			continue
		case err != nil:
			t.Fatal(err)
		case len(a.Records()) != len(sub.Records()):
			t.Fatalf("article %d is there in part", i)
		}
		there[sub.Articles[0].ID] = true
		must(t, to.Put(t.Context(), sub, graphtest.Ingested(0)))
	}
	return there
}

// runVictim kills a writing process after so many lines and returns what it
// said it had put, in order.
func runVictim(t *testing.T, path string, lines int) []int {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), victimEnv+"="+path)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	var done []int
	scan := bufio.NewScanner(out)
	for scan.Scan() {
		number, ok := strings.CutPrefix(scan.Text(), "put ")
		if !ok {
			t.Fatalf("the writing process said %q", scan.Text())
		}
		i, err := strconv.Atoi(number)
		must(t, err)
		if done = append(done, i); len(done) == lines {
			must(t, cmd.Process.Kill())
			break
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the writing process was not killed")
	}
	return done
}

func hash(t *testing.T, r graph.Reader) string {
	t.Helper()
	h, err := graph.Hash(t.Context(), r)
	must(t, err)
	return h.String()
}

func checkIntegrity(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	must(t, err)
	defer db.Close()
	var verdict string
	must(t, db.QueryRow("PRAGMA integrity_check").Scan(&verdict))
	if verdict != "ok" {
		t.Errorf("integrity check: %s", verdict)
	}
	rows, err := db.Query("PRAGMA foreign_key_check")
	must(t, err)
	defer rows.Close()
	if rows.Next() {
		t.Error("a foreign key leads nowhere")
	}
}
