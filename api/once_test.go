package api_test

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/claimline/claimline/api"
)

// A slow inbox answers when it is let.
type slowInbox struct {
	api.Inbox
	begun chan struct{}
	let   chan error
	mutex sync.Mutex
	n     int
}

func (s *slowInbox) Submit(context.Context, api.Item) (api.Job, error) {
	s.begun <- struct{}{}
	if err := <-s.let; err != nil {
		return api.Job{}, err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.n++
	return api.Job{ID: "job_" + strings.Repeat("i", s.n), State: "queued", Total: 1}, nil
}

func TestIdempotencyKey(t *testing.T) {
	store, w := open(t)
	box := &slowInbox{begun: make(chan struct{}, 9), let: make(chan error, 9)}
	now := time.Unix(1_700_000_000, 0)
	h := api.New(api.Options{Store: store, Inbox: box, Keys: []string{"a", "b"}, Now: func() time.Time { return now }})
	post := func(key, caller, body string) answer {
		return do(t, h, "POST", "/api/v1/articles", body, "Content-Type", "text/plain", "Idempotency-Key", key, "Authorization", "Bearer "+caller)
	}
	replayed := func(a answer) bool { return a.Header.Get("Idempotent-Replayed") == "true" }

	// While the first is under way, the second has to wait.
	done := make(chan answer)
	go func() { done <- post("k", "a", "It rained.") }()
	<-box.begun
	busy := post("k", "a", "It rained.")
	problemOf(t, busy, 409, "idempotency_in_flight")
	if busy.Header.Get("Retry-After") == "" {
		t.Error("in flight without Retry-After")
	}
	box.let <- nil
	first := <-done
	if first.StatusCode != 202 || replayed(first) {
		t.Fatalf("first: %d %s", first.StatusCode, first.body)
	}
	again := post("k", "a", "It rained.")
	if again.StatusCode != 202 || !replayed(again) || again.body != first.body || again.Header.Get("Location") != first.Header.Get("Location") || again.Header.Get("Content-Type") != first.Header.Get("Content-Type") {
		t.Errorf("again: %d %v %s, want %s", again.StatusCode, again.Header, again.body, first.body)
	}
	problemOf(t, post("k", "a", "It snowed."), 422, "idempotency_mismatch")
	problemOf(t, post(strings.Repeat("k", 256), "a", "It rained."), 422, "validation")

	// Another caller's key is another, and so is one after a day.
	box.let <- nil
	if a := post("k", "b", "It rained."); a.StatusCode != 202 || replayed(a) {
		t.Errorf("another caller: %d %s", a.StatusCode, a.body)
	}
	now = now.Add(25 * time.Hour)
	box.let <- nil
	if a := post("k", "a", "It rained."); a.StatusCode != 202 || replayed(a) || a.body == first.body {
		t.Errorf("a day later: %d %s", a.StatusCode, a.body)
	}

	// What failed may be sent again under its key.
	box.let <- &api.BadInput{Code: "empty", Message: "nothing", Hint: "send text"}
	problemOf(t, post("f", "a", "x"), 422, "validation")
	box.let <- nil
	if a := post("f", "a", "It rained."); a.StatusCode != 202 || replayed(a) {
		t.Errorf("after a failure: %d %s", a.StatusCode, a.body)
	}

	// A judgement is made once.
	judge := func() answer {
		return do(t, h, "POST", "/api/v1/resolution/judgements", judgement("never_same", w.Front, w.DeltaFront), "Content-Type", "application/json", "Idempotency-Key", "j", "Authorization", "Bearer a")
	}
	one, two := judge(), judge()
	log := do(t, h, "GET", "/api/v1/audit", "", "Authorization", "Bearer a").json(t)["items"].([]any)
	if one.StatusCode != http.StatusOK || !replayed(two) || one.body != two.body || len(log) != 1 {
		t.Errorf("judged: %d %s, then %d %s; %d entries in the log", one.StatusCode, one.body, two.StatusCode, two.body, len(log))
	}
}
