package sqlite

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/claimline/claimline/graph"
)

// Writes that are flushed together succeed and fail each for itself.
func TestBatch(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	write := func(id string, err error) func(*writer) error {
		return func(w *writer) error { return errors.Join(w.exec(insertJudgementSQL, id, `{"id":"`+id+`"}`), err) }
	}
	begun, release := make(chan struct{}), make(chan struct{})
	results := map[string]chan error{}
	do := func(ctx context.Context, id string, run func(*writer) error) {
		result := make(chan error, 1)
		results[id] = result
		go func() { result <- s.writer.do(ctx, run) }()
	}
	do(t.Context(), "first", func(w *writer) error {
		close(begun)
		<-release
		return write("first", nil)(w)
	})
	<-begun
	failure := errors.New("no")
	canceled, cancel := context.WithCancel(t.Context())
	do(t.Context(), "second", write("second", nil))
	do(t.Context(), "third", write("third", failure))
	do(canceled, "fourth", write("fourth", nil))
	do(t.Context(), "fifth", write("fifth", nil))
	time.Sleep(20 * time.Millisecond) // they wait for the first
	cancel()
	close(release)
	for id, want := range map[string]error{"first": nil, "second": nil, "third": failure, "fourth": context.Canceled, "fifth": nil} {
		if err := <-results[id]; !errors.Is(err, want) || (err == nil) != (want == nil) {
			t.Errorf("%s: %v, want %v", id, err, want)
		}
	}
	var written []string
	judgements, err := s.Judgements(t.Context())
	for _, j := range judgements {
		written = append(written, j.ID)
	}
	if want := []string{"fifth", "first", "second"}; err != nil || !slices.Equal(written, want) {
		t.Errorf("written: %v, %v; want %v", written, err, want)
	}
}

// A store that is closed refuses what comes after.
func TestWriteAfterClose(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	err = s.DeleteJudgement(t.Context(), "any")
	var down *graph.UnavailableError
	if !errors.As(err, &down) || !errors.Is(err, errClosed) {
		t.Errorf("%v, want an UnavailableError", err)
	}
}
