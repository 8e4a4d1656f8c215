package ingest

import (
	"path/filepath"
	"testing"
	"time"
)

func TestLedgerOutlivesTheProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "queue.db")
	now := time.Unix(1_700_000_000, 0)
	reopen := func() Ledger {
		q, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		q.now = func() time.Time { return now }
		t.Cleanup(func() { q.Close() })
		return Ledger{q}
	}
	begin := func(l Ledger, digest string, known bool, was, answer string) {
		t.Helper()
		k, w, a, err := l.Begin(t.Context(), "key", digest, time.Minute)
		if err != nil || k != known || w != was || string(a) != answer {
			t.Errorf("known %v, %q, %q, %v; want %v, %q, %q", k, w, a, err, known, was, answer)
		}
	}
	end := func(l Ledger, answer []byte) {
		t.Helper()
		if err := l.End(t.Context(), "key", answer, 24*time.Hour); err != nil {
			t.Fatal(err)
		}
	}
	l := reopen()
	begin(l, "d1", false, "", "")
	begin(l, "d2", true, "d1", "") // under way
	l.Queue.Close()                // the process dies
	l = reopen()
	begin(l, "d1", true, "d1", "")
	now = now.Add(2 * time.Minute) // it is not under way any more
	begin(l, "d2", false, "", "")
	end(l, []byte("done"))
	l.Queue.Close()
	l = reopen()
	now = now.Add(23 * time.Hour)
	begin(l, "d2", true, "d2", "done")
	now = now.Add(2 * time.Hour)
	begin(l, "d3", false, "", "")
	end(l, nil) // it failed
	begin(l, "d4", false, "", "")
}
