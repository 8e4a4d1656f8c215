package ingest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
)

// blocked starts a worker that is in the middle of an article, with two more
// articles behind it.
func blocked(t *testing.T) (f *fixture, job Job, stop func()) {
	t.Helper()
	f = newFixture(t)
	f.N = 1
	f.reader.block, f.reader.begun = make(chan struct{}), make(chan struct{}, 8)
	stop = f.run(t)
	job = f.submit(t, "Ada must BLOCK.", "Ben spoke.", "Cid spoke.")
	<-f.reader.begun
	return f, job, stop
}

func TestCancel(t *testing.T) {
	f, job, _ := blocked(t)
	job, err := f.Cancel(t.Context(), job.ID)
	if err != nil {
		t.Fatal(err)
	}
	want(t, job, Running, 3, 2, 0, 0)
	close(f.reader.block)
	want(t, f.over(t, job), Cancelled, 3, 3, 0, 0)
	if got := f.states(t, job); got != "succeeded cancelled cancelled" || f.articles(t) != 1 {
		t.Errorf("states %s, %d articles", got, f.articles(t))
	}
	var bodies int
	if err := f.Queue.read.QueryRow(`SELECT COUNT(*) FROM ingest_body`).Scan(&bodies); err != nil || bodies != 0 {
		t.Errorf("%d bodies are left, error %v", bodies, err)
	}
}

func TestCancelledWorkIsNotTriedAgain(t *testing.T) {
	f, job, stop := blocked(t)
	if _, err := f.Cancel(t.Context(), job.ID); err != nil {
		t.Fatal(err)
	}
	stop() // interrupts the article in work, which would be queued again
	want(t, f.over(t, job), Cancelled, 3, 3, 0, 0)
}

func TestCancelOfAJobThatIsOver(t *testing.T) {
	f := newFixture(t)
	stop := f.run(t)
	job := f.over(t, f.submit(t, "Ada spoke."))
	stop()
	if again, err := f.Cancel(t.Context(), job.ID); err != nil || again.State != Succeeded {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestInterruptionCostsNoAttempt(t *testing.T) {
	f, job, stop := blocked(t)
	stop()
	for _, i := range f.items(t, job) {
		if i.State != Queued || i.Attempts != 0 || i.Error != "" {
			t.Errorf("%+v", i)
		}
	}
	f.reader.block = nil
	f.run(t)
	want(t, f.over(t, job), Succeeded, 3, 3, 0, 0)
}

func TestWatch(t *testing.T) {
	f := newFixture(t)
	job := f.submit(t, "Ada spoke.", "Ben spoke.", "Cid spoke.", "PANIC")
	states, err := f.Watch(t.Context(), job.ID)
	if err != nil {
		t.Fatal(err)
	}
	if first := <-states; first.State != Queued {
		t.Errorf("%+v", first)
	}
	f.run(t)
	var last Job
	for j := range states {
		if j.Done < last.Done {
			t.Errorf("%+v came after %+v", j, last)
		}
		last = j
	}
	want(t, last, Partial, 4, 4, 1, 0)
	ctx, cancel := context.WithCancel(t.Context())
	idle, err := f.Watch(ctx, f.submit(t, "Dan spoke.").ID)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	for range idle { // ends, because the context did
	}
}

func TestPrune(t *testing.T) {
	f := newFixture(t)
	c := newClock()
	f.Queue.now = c.now
	stop := f.run(t)
	old, bad := f.submit(t, "Ada spoke."), f.submit(t, "PANIC")
	f.over(t, old)
	f.over(t, bad)
	stop()
	open := f.submit(t, "Ben spoke.")
	c.advance(Retention + time.Second)
	recent := f.over(t, func() Job { f.run(t); return f.submit(t, "Cid spoke.") }()) // Run prunes
	for name, w := range map[string]struct {
		job  Job
		gone bool
	}{"old": {old, true}, "with a dead letter": {bad, false}, "open when it began": {open, false}, "recent": {recent, false}} {
		if _, err := f.Job(t.Context(), w.job.ID); errors.Is(err, graph.ErrNotFound) != w.gone {
			t.Errorf("the %s job: %v", name, err)
		}
	}
	if items := f.items(t, old); len(items) != 0 {
		t.Errorf("items without a job: %+v", items)
	}
	if f.articles(t) != 3 {
		t.Errorf("%d articles: forgetting a job is not forgetting its articles", f.articles(t))
	}
}

func TestSeveralProcessesWorkOnOneQueue(t *testing.T) {
	f := newFixture(t)
	other := &Worker{Queue: open(t, f.path), Extractor: &reader{}, Store: f.store, N: 1}
	g := &fixture{Queue: other.Queue, Worker: other, reader: &reader{}, store: f.store}
	t.Cleanup(func() { other.Queue.Close() })
	var texts []string
	for n := range 60 {
		texts = append(texts, fmt.Sprintf("Ada%d spoke.", n))
	}
	f.run(t)
	stop := g.run(t)
	job := f.over(t, f.submit(t, texts...))
	stop()
	want(t, job, Succeeded, 60, 60, 0, 0)
	for _, i := range f.items(t, job) {
		if i.Attempts != 1 {
			t.Errorf("%+v", i)
		}
	}
}
