package ingest

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/sqlite"
)

// childFile names the file that a copy of this test works on, until it is
// killed.
const childFile = "CLAIMLINE_TEST_INGEST_FILE"

const killed = 200 // articles

func killItems() []Item {
	var items []Item
	for n := range killed {
		items = append(items, Item{Name: fmt.Sprintf("%d.txt", n), Data: fmt.Appendf(nil, "Ada%d told Ben%d a story.\n", n/2, n)})
	}
	return items
}

func TestMain(m *testing.M) {
	if path := os.Getenv(childFile); path != "" {
		if err := work(path); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// work is what the process does that TestKill kills: it submits, says that it
// did, and works until the end.
func work(path string) error {
	ctx := context.Background()
	f, err := openFixture(ctx, path)
	if err != nil {
		return err
	}
	n, err := f.Pending(ctx)
	if err != nil {
		return err
	}
	if n == 0 {
		if _, err := f.Submit(ctx, killItems()); err != nil {
			return err
		}
	}
	fmt.Println("accepted")
	return f.Run(ctx)
}

func openFixture(ctx context.Context, path string) (*fixture, error) {
	store, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	q, err := Open(ctx, path)
	if err != nil {
		return nil, err
	}
	f := &fixture{Queue: q, path: path, reader: &reader{}, store: store}
	f.Worker = &Worker{Queue: q, Extractor: f.reader, Store: store, Now: newClock().now, N: 2}
	return f, nil
}

// TestKill kills a process that works on a queue twice, each time in the
// middle, and finishes the work: every article is stored once, and nobody can
// tell from the graph that anything happened.
func TestKill(t *testing.T) {
	undisturbed := newFixture(t)
	undisturbed.run(t)
	job, err := undisturbed.Submit(t.Context(), killItems())
	if err != nil {
		t.Fatal(err)
	}
	undisturbed.over(t, job)

	path := filepath.Join(t.TempDir(), "claimline.db")
	for kills, until := range []int{killed / 4, killed / 2} {
		killAfter(t, path, until, kills)
	}
	f, err := openFixture(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { f.Queue.Close(); f.store.Close() }()
	start := time.Now()
	if n, err := f.Pending(t.Context()); err != nil || n == 0 {
		t.Fatalf("%d articles are left to do, error %v", n, err)
	}
	stop := f.run(t)
	jobs, err := f.Jobs(t.Context(), 10)
	if err != nil || len(jobs) != 1 {
		t.Fatalf("%+v, %v", jobs, err)
	}
	job = f.over(t, jobs[0])
	if took := time.Since(start); took >= lease {
		t.Errorf("it took %v: the leases of the dead were not released", took)
	}
	stop()
	want(t, job, Succeeded, killed, killed, 0, 0)
	seen := map[string]bool{}
	for _, i := range f.items(t, job) {
		if seen[i.Article] || i.Article == "" {
			t.Errorf("%+v", i)
		}
		seen[i.Article] = true
	}
	if f.articles(t) != killed {
		t.Errorf("%d articles", f.articles(t))
	}
	if a, b := f.hash(t), undisturbed.hash(t); a != b {
		t.Errorf("state hash %s, undisturbed %s", a, b)
	}
}

// killAfter runs work on the file at path and kills it when some articles
// are stored.
func killAfter(t *testing.T, path string, articles, kills int) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childFile+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	defer child.Wait()
	defer child.Process.Kill()
	lines := bufio.NewScanner(out)
	for lines.Scan() && !strings.Contains(lines.Text(), "accepted") {
	}
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(2 * time.Millisecond) {
		s, err := store.Stats(t.Context(), graph.Scope{})
		if err != nil {
			t.Fatal(err)
		}
		if s.Articles >= articles {
			return // and the child is killed
		}
		if time.Now().After(deadline) {
			t.Fatalf("kill %d: only %d articles are stored", kills, s.Articles)
		}
	}
}
