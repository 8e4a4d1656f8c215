package api_test

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/claimline/claimline/api"
	"github.com/claimline/claimline/graph"
	"github.com/claimline/claimline/graph/resolve/layer"
)

// An event of a stream.
type streamEvent struct {
	id, name string
	change   api.GraphChange
}

// listen opens a stream at a real server and sends what it tells.
func listen(t *testing.T, url, last string) <-chan streamEvent {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	if last != "" {
		req.Header.Set("Last-Event-ID", last)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { res.Body.Close() })
	if res.StatusCode != 200 || res.Header.Get("Content-Type") != "text/event-stream" {
		t.Fatalf("%s: %s, %s", url, res.Status, res.Header.Get("Content-Type"))
	}
	out := make(chan streamEvent, 100)
	go func() {
		defer close(out)
		var e streamEvent
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			field, value, _ := strings.Cut(lines.Text(), ": ")
			switch field {
			case "id":
				e.id = value
			case "event":
				e.name = value
			case "data":
				if json.Unmarshal([]byte(value), &e.change) != nil {
					return
				}
			case "":
				out <- e
				e = streamEvent{id: e.id}
			}
		}
	}()
	return out
}

// await returns the next event of a name.
func await(t *testing.T, events <-chan streamEvent, name string) streamEvent {
	t.Helper()
	late := time.After(20 * time.Second)
	for {
		select {
		case e, ok := <-events:
			if !ok {
				t.Fatalf("the stream ended before %s", name)
			}
			if e.name == name {
				return e
			}
		case <-late:
			t.Fatalf("no event %q came", name)
		}
	}
}

func TestStreamOfChanges(t *testing.T) {
	t.Parallel()
	store, w := open(t)
	r := &layer.Resolver{Store: store}
	if err := r.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	ending := make(chan struct{})
	h := api.New(api.Options{Store: store, Local: true, Ending: ending})
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	url := server.URL + "/api/v1/stream"
	all, judgements, archive := listen(t, url, ""), listen(t, url+"?topics=judgement", ""), listen(t, url+"?topics=article&collection=archive", "")
	first := await(t, all, "").id
	await(t, judgements, "")
	await(t, archive, "")

	// Whoever writes is another: the stream learns of it from the store.
	if err := store.Delete(t.Context(), w.Blast.Articles[0].ID); err != nil {
		t.Fatal(err)
	}
	if err := store.Put(t.Context(), w.Blast, time.Now()); err != nil {
		t.Fatal(err)
	}
	if got := await(t, all, "article"); got.change.ID != w.Blast.Articles[0].ID || got.change.At.IsZero() {
		t.Errorf("an article that came: %+v", got)
	}
	if err := r.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	await(t, all, "resolution")
	made := do(t, h, "POST", "/api/v1/resolution/judgements", judgement("merge", w.Front, w.DeltaFront), "Content-Type", "application/json").json(t)
	id := made["judgements"].([]any)[0].(map[string]any)["id"].(string)
	for _, events := range []<-chan streamEvent{all, judgements} {
		if got := await(t, events, "judgement"); got.change.ID != id || got.change.Action != "judge" {
			t.Errorf("a judgement: %+v, want %s", got, id)
		}
	}

	// Who comes back with an id hears all that happened since.
	back := listen(t, url, first)
	if got := await(t, back, "article"); got.change.ID != w.Blast.Articles[0].ID {
		t.Errorf("after a break: %+v", got)
	}
	if got := await(t, back, "judgement"); got.change.ID != id {
		t.Errorf("after a break: %+v", got)
	}
	last := await(t, back, "resolution").id
	if last == first {
		t.Error("the place did not move")
	}
	again := listen(t, url+"?topics=judgement", last)
	await(t, again, "")

	close(ending)
	for _, events := range []<-chan streamEvent{all, judgements, archive, back, again} {
		for e := range events {
			if e.name == "judgement" || e.name == "article" && e.change.ID == w.Blast.Articles[0].ID {
				t.Errorf("told once too often, or to whom it does not concern: %+v", e)
			}
		}
	}
}

func TestStreamRefusesWhatItCannotGoOnFrom(t *testing.T) {
	store, _ := open(t)
	h := api.New(api.Options{Store: store, Local: true})
	for last, want := range map[string]struct {
		status int
		code   string
	}{"nonsense": {400, "malformed"}, "1-2": {400, "malformed"}, "1-2-3-4": {400, "malformed"}, "1-900-0": {410, "gone"}, "1-0-900": {410, "gone"}, "99999999999-0-0": {410, "gone"}} {
		problemOf(t, do(t, h, "GET", "/api/v1/stream", "", "Last-Event-ID", last), want.status, want.code)
	}
	problemOf(t, do(t, api.New(api.Options{Store: crowded{store}}), "GET", "/api/v1/stream", "", "Last-Event-ID", "1-0-0"), 410, "gone")
}

// A crowded store has more articles than a stream tells of.
type crowded struct{ graph.Store }

func (c crowded) Timeline(ctx context.Context, q graph.TimelineQuery) (graph.Answer, error) {
	a, err := c.Store.Timeline(ctx, q)
	a.Total.Value = 1001
	return a, err
}
