package ingest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
)

func TestPoisonHoldsUpNothing(t *testing.T) {
	f := newFixture(t)
	f.run(t)
	job := f.submit(t, "Ada spoke.", "Ben said PANIC.", "\x00", "Cid said UNTRUE things.", "M\xfcller spoke.", "Dan spoke.")
	job = f.over(t, job)
	want(t, job, Partial, 6, 6, 4, 0)
	if got := f.states(t, job); got != "succeeded failed failed failed failed succeeded" || f.articles(t) != 2 {
		t.Errorf("states %s, %d articles", got, f.articles(t))
	}
	items := f.items(t, job)
	for n, reason := range map[int]string{1: "cannot bear Ben", 2: "binary", 3: "what nobody wrote", 4: "not UTF-8"} {
		if i := items[n]; i.Attempts != 1 || !strings.Contains(i.Error, reason) || !strings.Contains(i.Errors, reason) {
			t.Errorf("%+v does not say %q after one attempt", i, reason)
		}
	}
	if !strings.Contains(items[1].Errors, "ingest_test.go") || strings.Contains(items[1].Error, "\n") {
		t.Errorf("the panic has lost its stack, or shows it to everybody: %+v", items[1])
	}
	for n, data := range []string{"Ben said PANIC.", "\x00", "Cid said UNTRUE things.", "M\xfcller spoke."} {
		if letter, err := f.DeadLetter(t.Context(), job.ID, n); err != nil || string(letter.Data) != data {
			t.Errorf("dead letter %d holds %q, %v", n, letter.Data, err)
		}
	}
	if _, err := f.DeadLetter(t.Context(), job.ID, 4); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("a fifth dead letter: %v", err)
	}
}

// drain does all that is queued, one after the other, and moves the clock to
// when the next is due.
func (f *fixture) drain(t *testing.T, c *clock) {
	t.Helper()
	for {
		item, wait, err := f.take(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if item != nil {
			err = f.process(t.Context(), *item)
		} else if n, err := f.Pending(t.Context()); n == 0 || err != nil {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		c.advance(wait)
	}
}

func TestRetryOfDeadLetters(t *testing.T) {
	f := newFixture(t)
	c := newClock()
	f.Queue.now = c.now
	f.reader.fail.Store(MaxAttempts)
	job := f.submit(t, "Ada is FLAKY.", "Ben spoke.", "\x00")
	f.drain(t, c)
	job = f.over(t, job)
	want(t, job, Partial, 3, 3, 2, 0)
	flaky := f.items(t, job)[0]
	if flaky.Attempts != MaxAttempts || strings.Count(flaky.Errors, "did not answer\n") != MaxAttempts {
		t.Errorf("%+v", flaky)
	}

	job, err := f.Retry(t.Context(), job.ID)
	if err != nil || job.State != Running || !job.Finished.IsZero() {
		t.Errorf("%+v, %v", job, err)
	}
	f.drain(t, c)
	job = f.over(t, job)
	want(t, job, Partial, 3, 3, 1, 0) // a NUL byte stays one
	if got := f.items(t, job)[0]; got.State != Succeeded || got.Error != "" || !strings.Contains(got.Errors, "did not answer") {
		t.Errorf("%+v", got)
	}
}

func TestAttemptsWaitLongerEachTime(t *testing.T) {
	f := newFixture(t)
	c := newClock()
	f.Queue.now = c.now
	f.reader.fail.Store(MaxAttempts)
	f.submit(t, "Ada is FLAKY.")
	for attempt, pause := range []time.Duration{time.Second, 4 * time.Second} {
		item, _, err := f.take(t.Context())
		if err != nil || item == nil || item.attempts != attempt+1 {
			t.Fatalf("attempt %d: %+v, %v", attempt, item, err)
		}
		if err := f.process(t.Context(), *item); err != nil {
			t.Fatal(err)
		}
		c.advance(pause - time.Millisecond)
		if item, wait, err := f.take(t.Context()); item != nil || wait != time.Millisecond || err != nil {
			t.Errorf("attempt %d is followed too early, or %v later: %v", attempt, wait, err)
		}
		c.advance(time.Millisecond)
	}
}

// A flaky store cannot be reached while down is set.
type flakyStore struct {
	graph.Store
	down  atomic.Bool
	tries atomic.Int64
}

func (s *flakyStore) unreachable() error {
	if s.down.Load() {
		return &graph.UnavailableError{Address: "bolt://graph:7687", Hint: "start it", Err: errors.New("connection refused")}
	}
	return nil
}

func (s *flakyStore) Ping(context.Context) error { return s.unreachable() }

func (s *flakyStore) Put(ctx context.Context, sub *graph.Subgraph, at time.Time) error {
	s.tries.Add(1)
	if err := s.unreachable(); err != nil {
		return fmt.Errorf("put: %w", err)
	}
	return s.Store.Put(ctx, sub, at)
}

// settled reports whether an item says that it waits for the store, and none
// is in work.
func settled(items []ItemStatus) bool {
	waiting := false
	for _, i := range items {
		if i.State == Running {
			return false
		}
		waiting = waiting || strings.Contains(i.Error, "bolt://graph:7687")
	}
	return waiting
}

func TestStoreDownIsNobodysFault(t *testing.T) {
	f := newFixture(t)
	store := &flakyStore{Store: f.store}
	store.down.Store(true)
	f.Worker.Store = store
	f.run(t)
	var texts []string
	for n := range 40 {
		texts = append(texts, fmt.Sprintf("Ada%d spoke.", n))
	}
	job := f.submit(t, texts...)
	for !settled(f.items(t, job)) {
		time.Sleep(5 * time.Millisecond)
	}
	time.Sleep(300 * time.Millisecond)
	if tries := store.tries.Load(); tries > int64(2*f.N) {
		t.Errorf("%d attempts to store while the store was down", tries)
	}
	for _, i := range f.items(t, job) {
		if i.State != Queued || i.Attempts != 0 || i.Errors != "" {
			t.Errorf("%+v", i)
		}
	}
	store.down.Store(false)
	want(t, f.over(t, job), Succeeded, 40, 40, 0, 0)
}

func TestLeaseRunsOutAndFences(t *testing.T) {
	f := newFixture(t)
	c := newClock()
	f.Queue.now = c.now
	job := f.submit(t, "Ada spoke.")
	slow, _, err := f.take(t.Context())
	if err != nil || slow == nil {
		t.Fatal(slow, err)
	}
	c.advance(lease - time.Millisecond)
	if other, wait, _ := f.take(t.Context()); other != nil || wait != time.Millisecond {
		t.Fatalf("%+v was taken twice; wait %v", other, wait)
	}
	c.advance(time.Millisecond)
	fast, _, err := f.take(t.Context())
	if err != nil || fast == nil || fast.id != slow.id || fast.token <= slow.token || fast.lost != 1 {
		t.Fatalf("%+v after %+v, %v", fast, slow, err)
	}
	// The slow worker wakes up, and may neither store nor report.
	stored := f.articles(t)
	if err := f.process(t.Context(), *slow); err != nil || f.articles(t) != stored {
		t.Errorf("error %v, %d articles", err, f.articles(t))
	}
	if got := f.states(t, job); got != "running" {
		t.Errorf("state %s", got)
	}
	if err := f.process(t.Context(), *fast); err != nil {
		t.Fatal(err)
	}
	finished := f.over(t, job)
	want(t, finished, Succeeded, 1, 1, 0, 0)
	c.advance(time.Hour)
	if err := f.report(*slow, outcome{state: Failed, err: errors.New("too late")}); err != nil {
		t.Fatal(err)
	}
	if again, _ := f.Job(t.Context(), job.ID); again != finished {
		t.Errorf("%+v became %+v", finished, again)
	}
}

func TestLeaseIsKeptWhileWorkGoesOn(t *testing.T) {
	f := newFixture(t)
	job := f.submit(t, "Ada spoke.")
	item, _, err := f.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c := newClock()
	c.at.Store(time.Now().Add(time.Hour).UnixMilli()) // renewing sets the lease by this clock
	f.Queue.now = c.now
	stop := f.keep(*item)
	time.Sleep(lease/3 + 300*time.Millisecond)
	stop()
	if other, _, err := f.take(t.Context()); other != nil || err != nil {
		t.Errorf("%+v was taken from a worker that lives, %v", other, err)
	}
	if got := f.states(t, job); got != "running" {
		t.Errorf("state %s", got)
	}
}

func TestAnAttemptAfterACrashIsNoDuplicate(t *testing.T) {
	f := newFixture(t)
	c := newClock()
	f.Queue.now = c.now
	job := f.submit(t, "Ada spoke.")
	item, _, err := f.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	decoded, err := decodeItem(item.input)
	if err != nil {
		t.Fatal(err)
	}
	// It gets as far as the store, and then the process is gone.
	if _, err := f.Worker.read(t.Context(), decoded, "", func(id string) error { return f.about(t.Context(), *item, id) }); err != nil || f.articles(t) != 1 {
		t.Fatal(err, f.articles(t))
	}
	c.advance(lease)
	f.run(t)
	want(t, f.over(t, job), Succeeded, 1, 1, 0, 0)
}

func TestOwnLeasesAreReleasedAtStart(t *testing.T) {
	f := newFixture(t)
	host, _, _ := strings.Cut(f.owner, "/")
	for name, c := range map[string]struct {
		owner string
		free  bool
	}{
		"process that is gone":            {host + "/4194305/x", true}, // above any process id
		"earlier process of our number":   {fmt.Sprintf("%s/%d/x", host, os.Getpid()), true},
		"this process":                    {f.owner, false},
		"process that lives":              {fmt.Sprintf("%s/%d/x", host, os.Getppid()), false},
		"process on another host":         {"elsewhere/4194305/x", false},
		"something that cannot be parsed": {"?", false},
	} {
		job := f.submit(t, name+" spoke.")
		item, _, err := f.take(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.db.Exec(`UPDATE ingest_item SET owner = ? WHERE id = ?`, c.owner, item.id); err != nil {
			t.Fatal(err)
		}
		if err := open(t, f.path).Close(); err != nil {
			t.Fatal(err)
		}
		if got := f.states(t, job) == "queued"; got != c.free {
			t.Errorf("%s: released %v, want %v", name, got, c.free)
		}
		if err := f.report(taken{id: item.id, job: item.job, token: item.token}, outcome{state: Succeeded}); err != nil {
			t.Fatal(err)
		}
		if _, err := f.Cancel(t.Context(), job.ID); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatKillsItsProcessBecomesADeadLetter(t *testing.T) {
	f := newFixture(t)
	c := newClock()
	f.Queue.now = c.now
	job := f.submit(t, "Ada spoke.")
	for range MaxDeaths {
		if item, _, err := f.take(t.Context()); err != nil || item == nil {
			t.Fatal(item, err)
		}
		c.advance(lease)
	}
	f.run(t)
	want(t, f.over(t, job), Failed, 1, 1, 1, 0)
	if i := f.items(t, job)[0]; !strings.Contains(i.Error, "died in 5 of 5 attempts") {
		t.Errorf("%+v", i)
	}
	if job, err := f.Retry(t.Context(), job.ID); err != nil {
		t.Fatal(err)
	} else {
		want(t, f.over(t, job), Succeeded, 1, 1, 0, 0)
	}
}

func TestDeathsDoNotCountAsErrors(t *testing.T) {
	f := newFixture(t)
	c := newClock()
	f.Queue.now = c.now
	f.reader.fail.Store(1)
	job := f.submit(t, "Ada is FLAKY.")
	for range MaxAttempts {
		if item, _, err := f.take(t.Context()); err != nil || item == nil {
			t.Fatal(item, err)
		}
		c.advance(lease)
	}
	item, _, err := f.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := f.process(t.Context(), *item); err != nil {
		t.Fatal(err)
	}
	if got := f.states(t, job); got != "queued" {
		t.Errorf("one error after %d deaths: %s", MaxAttempts, got)
	}
}
