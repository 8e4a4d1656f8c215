package ingest

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/claimline/claimline/extract/article"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/graphtest"
	"github.com/claimline/claimline/graph/sqlite"
)

// A reader is an extractor that finds the first word of a text to be an actor.
// Words in the text tell it to misbehave.
type reader struct {
	fail  atomic.Int64  // how many more times "FLAKY" fails
	block chan struct{} // "BLOCK" waits until it is closed, if it is there
	begun chan struct{} // receives whenever an article with "BLOCK" is begun
}

func (r *reader) Name() string { return "reader/1" }

func (r *reader) Extract(ctx context.Context, a graph.Article) (*graph.Subgraph, error) {
	switch {
	case strings.Contains(a.Text, "PANIC"):
		panic("cannot bear " + a.Text)
	case strings.Contains(a.Text, "UNTRUE"):
		b := graphtest.NewBuilder(a)
		b.Actor(graph.Actor{Kind: graph.Person, Name: "Nobody"}, firstWord(a.Text))
		sub := b.Subgraph()
		sub.Relationships[0].Evidence[0].Quote = "what nobody wrote"
		return sub, nil
	case strings.Contains(a.Text, "FLAKY") && r.fail.Add(-1) >= 0:
		return nil, errors.New("the model did not answer")
	case strings.Contains(a.Text, "BLOCK") && r.block != nil:
		r.begun <- struct{}{}
		select {
		case <-r.block:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	b := graphtest.NewBuilder(a)
	b.Actor(graph.Actor{Kind: graph.Person, Name: firstWord(a.Text)}, firstWord(a.Text))
	return b.Subgraph(), nil
}

func firstWord(s string) string { return strings.Fields(s)[0] }

// A clock is moved by hand.
type clock struct{ at atomic.Int64 }

func (c *clock) now() time.Time          { return time.UnixMilli(c.at.Load()).UTC() }
func (c *clock) advance(d time.Duration) { c.at.Add(d.Milliseconds()) }

func newClock() *clock {
	c := &clock{}
	c.at.Store(time.Date(2024, 3, 23, 12, 0, 0, 0, time.UTC).UnixMilli())
	return c
}

// A fixture is a queue with a worker and a store in one file.
type fixture struct {
	*Queue
	*Worker
	path   string
	reader *reader
	store  *sqlite.Store
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	f, err := openFixture(t.Context(), filepath.Join(t.TempDir(), "claimline.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(f.Queue.Close(), f.store.Close()); err != nil {
			t.Error(err)
		}
	})
	return f
}

func open(t *testing.T, path string) *Queue {
	t.Helper()
	q, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// run starts the worker and returns what stops it again. The end of the test
// stops it as well.
func (f *fixture) run(t *testing.T) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- f.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	t.Cleanup(stop)
	return stop
}

func (f *fixture) submit(t *testing.T, texts ...string) Job {
	t.Helper()
	var items []Item
	for i, text := range texts {
		items = append(items, Item{Name: fmt.Sprintf("%d.txt", i), Data: []byte(text)})
	}
	job, err := f.Submit(t.Context(), items)
	if err != nil {
		t.Fatal(err)
	}
	return job
}

// over waits until a job is.
func (f *fixture) over(t *testing.T, job Job) Job {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	job, err := f.Wait(ctx, job.ID, nil)
	if err != nil {
		t.Fatal(err)
	}
	return job
}

func (f *fixture) items(t *testing.T, job Job) []ItemStatus {
	t.Helper()
	items, err := f.Items(t.Context(), job.ID)
	if err != nil {
		t.Fatal(err)
	}
	return items
}

// states writes the states of a job's items in one line.
func (f *fixture) states(t *testing.T, job Job) string {
	t.Helper()
	var out []string
	for _, i := range f.items(t, job) {
		out = append(out, string(i.State))
	}
	return strings.Join(out, " ")
}

func (f *fixture) hash(t *testing.T) string {
	t.Helper()
	h, err := graph.Hash(t.Context(), f.store)
	if err != nil {
		t.Fatal(err)
	}
	return h.String()
}

func (f *fixture) articles(t *testing.T) int {
	t.Helper()
	s, err := f.store.Stats(t.Context(), graph.Scope{Collections: []string{graph.AnyCollection}})
	if err != nil {
		t.Fatal(err)
	}
	return s.Articles
}

func want(t *testing.T, got Job, state State, total, done, failed, duplicates int) {
	t.Helper()
	if got.State != state || got.Total != total || got.Done != done || got.Failed != failed || got.Duplicates != duplicates {
		t.Errorf("job %+v, want %s, %d in all, %d done, %d failed, %d duplicates", got, state, total, done, failed, duplicates)
	}
}

func TestJobRunsToItsEnd(t *testing.T) {
	f := newFixture(t)
	job := f.submit(t, "Ada spoke.", "Ben spoke.", "Cid spoke.")
	if want(t, job, Queued, 3, 0, 0, 0); !strings.HasPrefix(job.ID, "job_") || job.Over() {
		t.Errorf("%+v", job)
	}
	f.run(t)
	job = f.over(t, job)
	want(t, job, Succeeded, 3, 3, 0, 0)
	if job.Finished.Before(job.Created) {
		t.Errorf("finished %v, created %v", job.Finished, job.Created)
	}
	for _, i := range f.items(t, job) {
		if _, err := f.store.Contribution(t.Context(), graph.Scope{}, i.Article); err != nil || i.Attempts != 1 || i.Error != "" {
			t.Errorf("%+v: %v", i, err)
		}
	}
	var bodies int
	if err := f.Queue.read.QueryRow(`SELECT COUNT(*) FROM ingest_body`).Scan(&bodies); err != nil || bodies != 0 {
		t.Errorf("%d bodies of items that succeeded are left, error %v", bodies, err)
	}
}

func TestBatchIsTakenApart(t *testing.T) {
	f := newFixture(t)
	f.run(t)
	job, err := f.Submit(t.Context(), []Item{{Name: "feed.ndjson", Data: []byte(
		"{\"text\": \"Ada spoke.\", \"collection\": \"red\"}\n{\"text\": \n\n{\"txet\": \"Ben\"}\n{\"text\": \"Cid spoke.\"}\n"), Meta: article.Meta{Publisher: "Gull"}}})
	if err != nil {
		t.Fatal(err)
	}
	want(t, f.over(t, job), Partial, 4, 4, 2, 0)
	items := f.items(t, job)
	for n, w := range []struct{ name, err string }{
		{"feed.ndjson line 1", ""}, {"feed.ndjson line 2", "malformed JSON"}, {"feed.ndjson line 4", "did you mean text?"}, {"feed.ndjson line 5", ""}} {
		if items[n].Name != w.name || !strings.Contains(items[n].Error, w.err) || (w.err == "") != (items[n].Error == "") {
			t.Errorf("%+v, want %+v", items[n], w)
		}
	}
	sub, err := f.store.Contribution(t.Context(), graph.Scope{Collections: []string{"red"}}, items[0].Article)
	if err != nil || sub.Articles[0].Publisher != "Gull" {
		t.Errorf("%+v, %v", sub.Articles, err)
	}
}

func TestSameArticleAgainIsADuplicate(t *testing.T) {
	f := newFixture(t)
	f.run(t)
	want(t, f.over(t, f.submit(t, "Ada spoke.")), Succeeded, 1, 1, 0, 0)
	before := f.hash(t)
	want(t, f.over(t, f.submit(t, "Ada spoke.")), Succeeded, 1, 1, 0, 1)
	if after := f.hash(t); after != before {
		t.Errorf("the state hash went from %s to %s", before, after)
	}
	// Also when all are read at the same time.
	same := make([]string, 12)
	for i := range same {
		same[i] = "Ben spoke."
	}
	want(t, f.over(t, f.submit(t, same...)), Succeeded, 12, 12, 0, 11)
}

func TestIngestWithoutQueue(t *testing.T) {
	f := newFixture(t)
	first, err := f.Ingest(t.Context(), Item{Data: []byte("Ada spoke.")})
	if err != nil || first.Duplicate || f.articles(t) != 1 {
		t.Errorf("%+v, %v", first, err)
	}
	if again, err := f.Ingest(t.Context(), Item{Data: []byte("Ada spoke.")}); err != nil || !again.Duplicate || again.Article != first.Article {
		t.Errorf("%+v, %v", again, err)
	}
	var bad *article.Error
	if _, err := f.Ingest(t.Context(), Item{Data: []byte{0}}); !errors.As(err, &bad) || bad.Code != article.CodeBinary {
		t.Errorf("error %v", err)
	}
	if _, err := f.Ingest(t.Context(), Item{Data: []byte("UNTRUE")}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("error %v", err)
	}
	if _, err := f.Ingest(t.Context(), Item{Data: []byte("PANIC")}); err == nil || !strings.Contains(err.Error(), "cannot bear") {
		t.Errorf("error %v", err)
	}
	if n, err := f.Pending(t.Context()); n != 0 || err != nil || f.articles(t) != 1 {
		t.Errorf("%d pending, error %v", n, err)
	}
}

// TestDoubtfulDateIsStoredAndTold: the article comes in, and whoever listens hears
// what speaks against its date.
func TestDoubtfulDateIsStoredAndTold(t *testing.T) {
	f := newFixture(t)
	var heard []string
	f.Warn = func(_ graph.Article, doubts []string) { heard = append(heard, doubts...) }
	for _, date := range []string{"2024-03-23", "2991-05-01", "1823-05-07"} {
		if _, err := f.Ingest(t.Context(), Item{Data: []byte("Ada spoke."), Meta: article.Meta{Published: date}}); err != nil {
			t.Errorf("%s: %v", date, err)
		}
	}
	want := []string{"it is dated 2991-05-01, which is still to come", "it is dated 1823-05-07, which is before 1900"}
	if !slices.Equal(heard, want) || f.articles(t) != 3 {
		t.Errorf("heard %q of %d articles, want %q", heard, f.articles(t), want)
	}
}

func TestSubmitIsOnDisk(t *testing.T) {
	f := newFixture(t)
	const clients, each = 16, 10
	var wait sync.WaitGroup
	for c := range clients {
		wait.Go(func() {
			for n := range each {
				if _, err := f.Submit(t.Context(), []Item{{Name: "a", Data: fmt.Appendf(nil, "Client %d says %d.", c, n)}}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	// Another process would see them all, before anybody closes anything.
	other := open(t, f.path)
	defer other.Close()
	if n, err := other.Pending(t.Context()); n != clients*each || err != nil {
		t.Errorf("%d pending, error %v", n, err)
	}
	jobs, err := other.Jobs(t.Context(), 3)
	if err != nil || len(jobs) != 3 || jobs[0].ID < jobs[1].ID || jobs[1].ID < jobs[2].ID {
		t.Errorf("%+v, %v", jobs, err)
	}
}

func TestSubmitRefuses(t *testing.T) {
	f := newFixture(t)
	var bad *article.Error
	if _, err := f.Submit(t.Context(), nil); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("nothing: %v", err)
	}
	if _, err := f.Submit(t.Context(), []Item{{Name: "a.json", Data: []byte("[]")}}); !errors.As(err, &bad) || bad.Code != article.CodeEmpty {
		t.Errorf("empty batch: %v", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	q := open(t, filepath.Join(t.TempDir(), "q.db"))
	if err := q.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := q.Submit(t.Context(), []Item{{Data: []byte("a")}}); err == nil {
		t.Error("a closed queue takes articles")
	}
	if _, err := f.Job(ended, "job_x"); err == nil || errors.Is(err, graph.ErrNotFound) {
		t.Errorf("ended context: %v", err)
	}
	for _, ask := range []func(context.Context, string) (Job, error){f.Job, f.Cancel, f.Retry} {
		if _, err := ask(t.Context(), "job_x"); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("unknown job: %v", err)
		}
	}
	if _, err := f.Watch(t.Context(), "job_x"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unknown job: %v", err)
	}
}
